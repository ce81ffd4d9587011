//! What is written is what others read: notebooks are valid by nbformat's own schemas, programs by CPython's parser.
//!
//! What it is not: whether Kindling reads it again (`round_trip.rs`). Start reading at
//! [`whatever_is_opened_becomes_a_valid_notebook`].

mod schema;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use kindling_notebook::{Format, export, open};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use schema::Schema;

/// Cases whose files have fields that nbformat does not know, which survive, or code that is no Python's.
const UNKNOWN_FIELDS: [&str; 1] = ["k12-newer.ipynb"];
const NO_PYTHON: [&str; 4] = ["d13-indented-excerpt.md", "d24-hash.md", "k11-v2.ipynb", "k13-fences.md"];

fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let files = ["decks", "notebooks"].into_iter().flat_map(|kind| fs::read_dir(folder.join(kind)).unwrap());
    let texts = files.filter_map(|file| {
        let path = file.unwrap().path();
        let name = path.file_name()?.to_str()?.to_owned();
        Format::of(&name)?;
        Some((name, fs::read_to_string(path).ok()?))
    });
    let cases: Vec<_> = texts.filter(|(name, text)| open(name, text).is_ok()).collect();
    assert!(cases.len() > 80, "{}", cases.len());
    cases
}

fn notebook_of(name: &str, text: &str) -> Value {
    serde_json::from_str(&export(&open(name, text).unwrap(), Format::Ipynb)).unwrap()
}

#[test]
fn each_case_becomes_a_valid_notebook() {
    let schema = Schema::of_minor(5);
    for (name, text) in cases() {
        if !UNKNOWN_FIELDS.contains(&name.as_str()) {
            assert_eq!(schema.faults(&notebook_of(&name, &text)), [] as [&str; 0], "{name}");
        }
    }
}

#[test]
fn the_schemas_find_faults() {
    let sound = json!({ "nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        { "cell_type": "markdown", "id": "a", "metadata": {}, "source": ["x"] },
    ] });
    assert!(Schema::of_minor(5).faults(&sound).is_empty());
    for (pointer, value) in [
        ("/cells/0/id", json!("no id!")),
        ("/cells/0/source", json!(3)),
        ("/cells/0/cell_type", json!("heading")),
        ("/cells/0/metadata", Value::Null),
        ("/nbformat", json!(3)),
    ] {
        let mut unsound = sound.clone();
        *unsound.pointer_mut(pointer).unwrap() = value;
        assert!(!Schema::of_minor(5).faults(&unsound).is_empty(), "{pointer}");
    }
}

/// Metadata that nbformat allows.
fn metadata() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({})),
        Just(json!({ "tags": ["a", "hide-input"], "collapsed": true, "scrolled": "auto" })),
        Just(json!({ "jupyter": { "source_hidden": true }, "slideshow": { "slide_type": "slide" } })),
        "[ -~ä]{0,8}"
            .prop_map(|text| json!({ "name": format!("n{text}"), "own": { text: [null, 1.5, true] } })),
    ]
}

fn output() -> impl Strategy<Value = Value> {
    let text = || "[ -~äß∑\n\u{1b}]{0,12}";
    prop_oneof![
        text().prop_map(|text| json!({ "output_type": "stream", "name": "stderr", "text": [text] })),
        text().prop_map(|text| json!({
            "output_type": "execute_result", "execution_count": null, "metadata": {},
            "data": { "text/html": [text], "application/json": { "a": [text] }, "image/png": "AA==" },
        })),
        text().prop_map(|text| json!({
            "output_type": "display_data", "metadata": { "image/png": { "width": 3 } },
            "data": { "text/plain": text, "application/vnd.x+json": text },
        })),
        text().prop_map(
            |text| json!({ "output_type": "error", "ename": "E", "evalue": text, "traceback": [text] })
        ),
    ]
}

/// A notebook that nbformat 4 with this minor number allows; its code is Python and IPython's.
fn notebook(minor: u64) -> impl Strategy<Value = Value> {
    let kind = prop_oneof![Just("code"), Just("markdown"), Just("raw")];
    let cell = (kind, code(), "[ -~äß∑\n]{0,40}", metadata(), prop::collection::vec(output(), 0..3));
    let cell = cell.prop_map(|(kind, code, text, metadata, outputs)| {
        let source = if kind == "code" { json!(code) } else { json!([text]) };
        let mut cell = json!({ "cell_type": kind, "metadata": metadata, "source": source });
        match kind {
            "code" => {
                cell["outputs"] = json!(outputs);
                cell["execution_count"] = json!(2);
            }
            _ => cell["attachments"] = json!({ "a.png": { "image/png": "AA==" } }),
        }
        cell
    });
    (prop::collection::vec(cell, 0..5), metadata()).prop_map(move |(mut cells, metadata)| {
        for (number, cell) in cells.iter_mut().enumerate() {
            if minor >= 5 {
                cell["id"] = json!(format!("id-{number}"));
            }
            if minor < 1 || cell["cell_type"] == "raw" && minor < 2 {
                cell.as_object_mut().unwrap().remove("attachments");
            }
        }
        json!({ "nbformat": 4, "nbformat_minor": minor, "metadata": { "own": metadata }, "cells": cells })
    })
}

fn any_version() -> impl Strategy<Value = (u64, Value)> {
    (0..6_u64).prop_flat_map(|minor| notebook(minor).prop_map(move |file| (minor, file)))
}

/// Statements of Python, and lines of IPython's that are comments in a program.
fn code() -> impl Strategy<Value = String> {
    let statement = prop_oneof![
        Just("x = 1"),
        Just("%matplotlib inline"),
        Just("files = !ls *.py"),
        Just("for i in range(2):\n    print(i)\n    !echo {i}"),
        Just("if x:\n    %time f(x)\nelse:\n    pass"),
        Just("if x:\n    !pip install torch"),
        Just("text = '''\n# %%\n%time\n!ls\n'''"),
        Just("# %% no cell"),
        Just("len?"),
        Just("y = (7\n%3)"),
        Just("def f():\n    return \"\"\"# %% [markdown]\"\"\""),
        Just(""),
        Just("# # %% a"),
    ];
    let cell_magic = prop::option::weighted(
        0.2,
        prop_oneof![
            Just("%%time"),
            Just("%%bash\nls | wc"),
            Just("%%writefile a.txt\n)not python("),
            Just("%%html\n<b>")
        ],
    );
    (cell_magic, prop::collection::vec(statement, 0..4)).prop_map(|(magic, statements)| match magic {
        Some(magic) if magic != "%%time" => magic.to_owned(),
        magic => magic.into_iter().chain(statements).collect::<Vec<_>>().join("\n"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_valid_notebook_of_any_version_becomes_one((minor, file) in any_version()) {
        prop_assert_eq!(Schema::of_minor(minor).faults(&file), Vec::<String>::new());
        let opened = open("a.ipynb", &file.to_string()).unwrap();
        prop_assert_eq!(&opened.repairs, &Vec::new());
        let written = notebook_of("a.ipynb", &file.to_string());
        prop_assert_eq!(Schema::of_minor(5).faults(&written), Vec::<String>::new());
    }

    #[test]
    fn whatever_is_opened_becomes_a_valid_notebook(text in "(---\n|```python\n|```\n|    ```py\n|# %%\n|# %% \\[markdown\\] tags=\\[\"a\"\\]\n|# %% x=1\n|# |\"\"\"\n|<div>\n|- |> |\t|<!--|-->|title: a: b\n|class: \\[a\\]\n|[a-zß∑ ]{1,5}|\n){0,30}") {
        for name in ["a.md", "a.py"] {
            prop_assert_eq!(Schema::of_minor(5).faults(&notebook_of(name, &text)), Vec::<String>::new(), "{}", name);
        }
    }
}

/// Asks CPython which of the programs it cannot parse, and why.
fn refused_by_python(programs: &[(String, String)]) -> String {
    const PARSE: &str = "import ast, json, sys\nfor name, text in json.load(sys.stdin):\n    try: ast.parse(text)\n    except SyntaxError as error: print(name, error, text, sep='\\n')\n";
    let python = std::env::var("KINDLING_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut command = Command::new(python);
    command.args(["-W", "ignore", "-c", PARSE]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut parser = command.spawn().unwrap();
    parser.stdin.take().unwrap().write_all(json!(programs).to_string().as_bytes()).unwrap();
    let answer = parser.wait_with_output().unwrap();
    assert!(answer.status.success());
    String::from_utf8(answer.stdout).unwrap()
}

#[test]
fn programs_are_python() {
    let of_cases = cases().into_iter().filter(|(name, _)| !NO_PYTHON.contains(&name.as_str()));
    let mut notebooks: Vec<(String, String)> = of_cases.collect();
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let file = notebook(5).new_tree(&mut runner).unwrap().current();
        notebooks.push(("generated.ipynb".to_owned(), file.to_string()));
    }
    let programs = notebooks.iter().map(|(name, text)| {
        let program = export(&open(name, text).unwrap(), Format::Py);
        (name.clone(), program)
    });
    assert_eq!(refused_by_python(&programs.collect::<Vec<_>>()), "");
}
