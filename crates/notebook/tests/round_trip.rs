//! What is written can be read again, in every format.

use std::collections::BTreeMap;

use kindling_notebook::{Cell, Format, Notebook, NotebookError, Output, Part, Slide, export, open};
use proptest::prelude::*;

/// A line of code or text: what formats and Markdown could trip over.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("    return x".to_owned()),
        Just("# a comment".to_owned()),
        Just("#%% not a cell".to_owned()),
        Just("```".to_owned()),
        Just("text = '''\n---\n'''".to_owned()),
        Just("x = \"<div>\" # $a$".to_owned()),
        Just("> quoted".to_owned()),
        Just("%timeit f(x)".to_owned()),
        "[a-z]{1,8} = [0-9]{1,3}",
        "[ -~äß∑]{0,20}",
    ]
    .prop_filter("a line that starts a cell in .py", |line| !line.starts_with("# %%"))
}

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 0..6).prop_map(|lines| lines.join("\n").trim_end().to_owned())
}

fn text() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        Just("# A heading".to_owned()),
        Just("Some *text* with $x^2$.".to_owned()),
        Just("- one\n- two".to_owned()),
        Just("```python\nshown = 'and not run'\n```".to_owned()),
        Just("<div class=\"columns\">\n<div>\n\nleft\n\n</div>\n<div>\n\nright\n\n</div>\n</div>".to_owned()),
        "[a-z]{1,10}( [a-z]{1,10}){0,5}",
    ];
    prop::collection::vec(block, 1..4).prop_map(|blocks| blocks.join("\n\n"))
}

/// Slides of text and cells in any order; never two texts in a row, which no format could tell from one.
fn notebook() -> impl Strategy<Value = Notebook> {
    let slide = (text(), prop::collection::vec((source(), prop::option::of(text())), 0..4));
    prop::collection::vec(slide, 1..4).prop_map(|slides| {
        let mut notebook = Notebook { title: "A test".to_owned(), ..Notebook::default() };
        for (opening, rest) in slides {
            let mut parts = vec![Part::Markdown(format!("# A slide\n\n{opening}"))];
            for (source, text) in rest {
                parts.push(Part::Cell(notebook.cells.len()));
                notebook.cells.push(Cell {
                    id: format!("id-{}", notebook.cells.len()),
                    source,
                    ..Cell::default()
                });
                parts.extend(text.map(Part::Markdown));
            }
            notebook.slides.push(Slide { source: parts, ..Slide::default() });
        }
        notebook
    })
}

fn sources(notebook: &Notebook) -> Vec<&str> {
    notebook.cells.iter().map(|cell| cell.source.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_keeps_the_cells(notebook in notebook()) {
        for (format, name) in [(Format::Ipynb, "a.ipynb"), (Format::Py, "a.py"), (Format::Md, "a.md")] {
            let written = export(&notebook, format);
            let read = open(name, &written).unwrap();
            prop_assert_eq!(sources(&read), sources(&notebook), "{}", written);
            prop_assert_eq!(export(&read, format), written);
        }
    }

    #[test]
    fn every_format_keeps_the_slides_count(notebook in notebook()) {
        for (format, name) in [(Format::Ipynb, "a.ipynb"), (Format::Md, "a.md")] {
            let read = open(name, &export(&notebook, format)).unwrap();
            prop_assert_eq!(read.slides.len(), notebook.slides.len());
        }
    }

    #[test]
    fn nothing_that_is_opened_panics(text in "(---\n|```python\n|```\n|<div>|<div class=columns>|</div>|<details>|<summary>|</summary>|</details>|- |> |    x\n|# |\\$|<!--|-->|[a-z ]{1,5}|\n){0,30}") {
        for name in ["a.md", "a.py", "a.ipynb"] {
            let _ = open(name, &text);
        }
    }
}

const JUPYTER: &str = r###"{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# Rolling dice\n", "Twice."]},
  {"cell_type": "code", "execution_count": 3, "id": "roll", "metadata": {"tags": []},
   "outputs": [
    {"output_type": "stream", "name": "stdout", "text": ["4\n", "2\n"]},
    {"output_type": "execute_result", "execution_count": 3, "metadata": {},
     "data": {"text/plain": ["6"], "application/json": [1, 2]}},
    {"output_type": "error", "ename": "NameError", "evalue": "no", "traceback": ["NameError: no"]}
   ],
   "source": ["print(4)\n", "print(2)\n", "6"]},
  {"cell_type": "raw", "metadata": {}, "source": "as it is"},
  {"cell_type": "markdown", "metadata": {}, "source": "## And again\n\n```python\nnot_run()\n```"},
  {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": ""}
 ],
 "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
 "nbformat": 4, "nbformat_minor": 4
}"###;

#[test]
fn a_notebook_by_jupyter() {
    let notebook = open("dice.ipynb", JUPYTER).unwrap();
    assert_eq!(notebook.title, "Rolling dice");
    assert_eq!(
        notebook.slides.iter().map(|slide| slide.title.as_str()).collect::<Vec<_>>(),
        ["Rolling dice", "And again"]
    );
    let cell = &notebook.cells[0];
    assert_eq!((cell.id.as_str(), cell.execution_count), ("roll", Some(3)));
    assert_eq!(cell.source, "print(4)\nprint(2)\n6");
    assert_eq!(cell.outputs[0], Output::Stream { name: "stdout".into(), text: "4\n2\n".into() });
    let data = BTreeMap::from([
        ("text/plain".to_owned(), serde_json::json!("6")),
        ("application/json".to_owned(), serde_json::json!([1, 2])),
    ]);
    assert_eq!(cell.outputs[1], Output::ExecuteResult { execution_count: Some(3), data });
    assert_eq!(notebook.cells.len(), 2, "code in text is text");
    let again = open("dice.ipynb", &export(&notebook, Format::Ipynb)).unwrap();
    assert_eq!(again.cells, notebook.cells);
}

#[test]
fn what_is_no_notebook_is_said() {
    assert!(matches!(open("a.txt", ""), Err(NotebookError::UnknownExtension(_))));
    assert!(matches!(open("a.ipynb", "{"), Err(NotebookError::Ipynb(_))));
    let error = open("a.ipynb", "{\"nbformat\": 3, \"worksheets\": []}").unwrap_err();
    assert_eq!(error.to_string(), "this notebook is written in nbformat 3; Kindling reads nbformat 4");
}
