//! Files of Quarto, MyST and jupytext, which are no decks of Marp's.

mod common;

use common::html;
use kindling_notebook::{Format, Notebook, export, open};
use serde_json::{Value, json};

fn opened(name: &str, text: &str) -> Notebook {
    let notebook = open(name, text).unwrap();
    assert_eq!(export(&notebook, Format::Md), text, "a file is kept as it is");
    notebook
}

/// The kind, the text and the metadata of each cell, but for where slides begin.
fn cells(notebook: &Notebook) -> Vec<(String, String, Value)> {
    let file: Value = serde_json::from_str(&export(notebook, Format::Ipynb)).unwrap();
    let cells = file["cells"].as_array().unwrap().iter().map(|cell| {
        let lines = cell["source"].as_array().unwrap().iter().filter_map(Value::as_str);
        let mut metadata = cell["metadata"].clone();
        metadata.as_object_mut().unwrap().remove("slideshow");
        (cell["cell_type"].as_str().unwrap().to_owned(), lines.collect(), metadata)
    });
    cells.collect()
}

fn cell(kind: &str, text: &str, metadata: Value) -> (String, String, Value) {
    (kind.to_owned(), text.to_owned(), metadata)
}

fn shown(notebook: &Notebook) -> Vec<String> {
    notebook.slides.iter().map(|slide| html(&slide.blocks)).collect()
}

#[test]
fn myst_has_the_cells_that_jupytext_reads() {
    let notebook = opened(
        "a.md",
        "---\njupytext:\n  text_representation:\n    format_name: myst\n---\n\n# T\n\none\ntwo\n\n---\n\n## Amid\n\n```python\n1\n```\n\n+++\n\nsecond\n\n\
         +++ {\"tags\": [\"t\"]}\n\nthird\n\n```{code-cell}\n---\ntags: [x]\njupyter:\n  source_hidden: true\n---\n1\n```\n\n\
         ```{code-cell}\n:tags: [hide-input]\n\n2\n```\n\n```{raw-cell}\nraw\n```\n",
    );
    assert_eq!(
        cells(&notebook),
        [
            cell("markdown", "# T\n\none\ntwo\n\n---\n\n## Amid\n\n```python\n1\n```", json!({})),
            cell("markdown", "second", json!({})),
            cell("markdown", "third", json!({ "tags": ["t"] })),
            cell("code", "1", json!({ "tags": ["x"], "jupyter": { "source_hidden": true } })),
            cell("code", "2", json!({ "tags": ["hide-input"] })),
            cell("raw", "raw", json!({})),
        ]
    );
    assert!(notebook.cells.iter().all(|cell| cell.folded.is_some()));
    let shown = shown(&notebook).concat();
    assert!(!shown.contains("+++") && shown.contains("one\ntwo"), "no line's end is one: {shown}");
}

#[test]
fn jupytexts_markdown_has_the_cells_that_jupytext_reads() {
    let notebook = opened(
        "a.md",
        "---\njupyter:\n  jupytext:\n    text_representation:\n      format_name: markdown\n---\n\n# T\n\none\n\n\nsecond\n\n\
         <!-- #region tags=[\"t\"] -->\nthird\n\n\nwith two\n\n```python\n1\n```\n<!-- #endregion -->\n\n<!-- #raw -->\nraw <b>\n<!-- #endraw -->\n\n\
         ```python tags=[\"x\"]\ny\n\n\nz\n```\n\n```python .noeval\nshown\n```\n",
    );
    assert_eq!(
        cells(&notebook),
        [
            cell("markdown", "# T\n\none", json!({})),
            cell("markdown", "second", json!({})),
            cell("markdown", "third\n\n\nwith two\n\n```python\n1\n```", json!({ "tags": ["t"] })),
            cell("raw", "raw <b>", json!({})),
            cell("code", "y\n\n\nz", json!({ "tags": ["x"] })),
            cell("markdown", "```python .noeval\nshown\n```", json!({})),
        ]
    );
    assert!(!shown(&notebook).concat().contains("region"));
}

#[test]
fn programs_of_jupytexts_light_format_and_nbconvert_have_cells() {
    for text in [
        "# ---\n# jupyter:\n#   jupytext:\n#     text_representation:\n#       format_name: light\n# ---\n\n# # A\n\nx = 1\n\ny\n",
        "# coding: utf-8\n\n# # A\n\n# In[1]:\n\n\nx = 1\n\n\n# In[2]:\n\n\ny\n",
    ] {
        let program = open("a.py", text).unwrap();
        let expected = ["# A", "x = 1", "y"];
        let read =
            |notebook: &Notebook| cells(notebook).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>();
        assert_eq!(read(&program), expected);
        let written = export(&program, Format::Py);
        assert!(written.contains("# %%\nx = 1\n"), "{written}");
        assert_eq!(read(&open("a.py", &written).unwrap()), expected);
    }
}

#[test]
fn quarto_has_slides_boxes_and_columns() {
    let notebook = opened(
        "a.qmd",
        "---\ntitle: Q\nformat: revealjs\n---\n\n## One {#sec-one .smaller}\n\nfirst\nsecond\n\n::: {.notes}\nsay it\n:::\n\n\
         ## Two\n\n:::: {.columns}\n\n::: {.column width=\"40%\"}\nleft\n:::\n\n::: {.column}\nright\n:::\n\n::::\n\n\
         ::: {.callout-tip}\n## A hint\nbody\n:::\n\n### Below\n\n```{python}\n#| eval: false\nraise\n```\n",
    );
    let titles: Vec<&str> = notebook.slides.iter().map(|slide| slide.title.as_str()).collect();
    assert_eq!(titles, ["One", "Two"]);
    assert_eq!(notebook.slides[0].notes, "say it");
    assert_eq!(notebook.cells.len(), 0);
    let [one, two] = shown(&notebook).try_into().unwrap();
    assert!(!one.contains(":::") && !one.contains("say it") && one.contains("first\nsecond"), "{one}");
    assert!(!two.contains(":::") && two.contains("<div class=\"alert alert-success\">"), "{two}");
    let columns = |block: &kindling_notebook::Block| matches!(block, kindling_notebook::Block::Columns(_));
    assert!(notebook.slides[1].blocks.iter().any(columns), "{two}");
}

#[test]
fn boxes_of_myst_are_boxes_with_cells() {
    let notebook = opened(
        "a.md",
        "```{code-cell}\n1\n```\n\n(label)=\n# A\n\n:::{warning} Mind *it*\n:class: x\ntext\n:::\n\n````{note}\n```{code-cell}\n2\n```\n````\n",
    );
    assert_eq!(notebook.cells.len(), 2);
    let shown = shown(&notebook).concat();
    for part in ["<div class=\"alert alert-warning\">", "<strong>Note</strong>", "<p>text</p>"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains(":class:") && !shown.contains("label"), "{shown}");
}

#[test]
fn a_deck_of_marps_is_none_of_these() {
    let notebook = opened("a.md", "---\nmarp: true\n---\n\n# A\n\n::: x\n+++\n\n\ntwo\n\n## B\n");
    assert_eq!(notebook.slides.len(), 1);
    assert!(shown(&notebook)[0].contains("::: x<br"), "{}", shown(&notebook)[0]);
}
