//! Small decks and notebooks, each with something that people write: they open as meant and are written unharmed.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::html;
use kindling_notebook::{Block, Format, Notebook, Part, Repair, export, open};
use serde_json::{Value, json};

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases").join(kind)
}

/// Every case of a kind whose text is UTF-8, by its name.
fn texts(kind: &str) -> Vec<(String, String)> {
    let files = fs::read_dir(folder(kind)).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<(String, String)> = files
        .filter(|path| Format::of(&path.to_string_lossy()).is_some())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some((name, fs::read_to_string(path).ok()?))
        })
        .collect();
    texts.sort();
    assert!(texts.len() > 20, "{kind}: {}", texts.len());
    texts
}

/// Notebooks that open: one case is a web page.
fn notebooks() -> Vec<(String, Notebook)> {
    let opened = texts("notebooks")
        .into_iter()
        .filter_map(|(name, text)| Some((name.clone(), open(&name, &text).ok()?)));
    let opened: Vec<_> = opened.collect();
    assert_eq!(opened.len(), texts("notebooks").len() - 1);
    opened
}

fn decks() -> Vec<(String, Notebook)> {
    texts("decks").into_iter().map(|(name, text)| (name.clone(), open(&name, &text).unwrap())).collect()
}

fn sources(notebook: &Notebook) -> Vec<&str> {
    notebook.cells.iter().map(|cell| cell.source.as_str()).collect()
}

/// Without the imports that Kindling adds.
fn own_sources(notebook: &Notebook) -> Vec<&str> {
    notebook.cells.iter().filter(|cell| !cell.setup).map(|cell| cell.source.as_str()).collect()
}

/// All text between cells, folded: formats differ in blank lines.
fn prose(notebook: &Notebook) -> String {
    let parts = notebook.slides.iter().flat_map(|slide| &slide.source);
    let texts = parts.filter_map(|part| match part {
        Part::Text(text) => Some(text.source.as_str()),
        Part::Cell(..) => None,
    });
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_deck_is_its_authors_own_text() {
    for (name, text) in texts("decks") {
        assert_eq!(export(&open(&name, &text).unwrap(), Format::Md), text, "{name}");
    }
}

#[test]
fn only_the_cell_that_was_changed_differs() {
    for (name, text) in texts("decks") {
        let deck = open(&name, &text).unwrap();
        for index in 0..deck.cells.len() {
            if deck.cells[index].setup {
                continue;
            }
            let mut changed = deck.clone();
            changed.cells[index].source = "changed = '```'\n\nprint(changed)".to_owned();
            let written = export(&changed, Format::Md);
            let again = open(&name, &written).unwrap();
            assert_eq!(own_sources(&again), own_sources(&changed), "{name}, cell {index}:\n{written}");
            let same_start = text.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
            let same_end = text.chars().rev().zip(written.chars().rev()).take_while(|(a, b)| a == b).count();
            let pieces: usize = fences(&deck, index).iter().map(|fence| fence.chars().count()).sum();
            let touched = text.chars().count().saturating_sub(same_start + same_end);
            assert!(touched <= pieces || fences(&deck, index).len() > 1, "{name}, cell {index}:\n{written}");
        }
    }
}

fn fences(deck: &Notebook, cell: usize) -> Vec<String> {
    let parts = deck.slides.iter().flat_map(|slide| &slide.source);
    let fences = parts.filter_map(|part| match part {
        Part::Cell(index, Some(fence)) if *index == cell => {
            Some(format!("{}{}{}", fence.before, fence.inside, fence.after))
        }
        _ => None,
    });
    fences.collect()
}

#[test]
fn a_deck_survives_as_a_notebook() {
    for (name, deck) in decks() {
        let notebook = open("a.ipynb", &export(&deck, Format::Ipynb)).unwrap();
        assert_eq!(sources(&notebook), sources(&deck), "{name}");
        assert_eq!(notebook.slides.len(), deck.slides.len(), "{name}");
        assert_eq!(prose(&notebook), prose(&deck), "{name}");
        let again = open(&name, &export(&notebook, Format::Md)).unwrap();
        // One without front matter gets some, and another tool's file a word that it is a deck now: Marp asks for it.
        let own = |front_matter: &str| front_matter.replace("marp: true\n", "");
        let is_kept = own(&again.front_matter) == own(&deck.front_matter);
        assert!(deck.front_matter.is_empty() || is_kept, "{name}");
        assert_eq!(sources(&again), sources(&deck), "{name}");
        // A comment that was left open is closed.
        let closed = |notebook: &Notebook| prose(notebook).trim_end_matches(" -->").to_owned();
        assert_eq!(closed(&again), closed(&deck), "{name}");
    }
}

#[test]
fn a_notebook_written_is_the_notebook_that_was_opened() {
    for (name, notebook) in notebooks() {
        let written = export(&notebook, Format::Ipynb);
        let again = open(&name, &written).unwrap();
        assert_eq!(again.cells, notebook.cells, "{name}");
        assert_eq!(again.fields["metadata"], notebook.fields["metadata"], "{name}");
        assert!(again.repairs.is_empty(), "{name}: {:?}", again.repairs);
        assert_eq!(export(&again, Format::Ipynb), written, "{name}");
        check_against_nbformat(&name, &serde_json::from_str(&written).unwrap());
    }
}

/// What a well-formed notebook says is all there afterwards; those with faults are in the tests below.
#[test]
fn nothing_in_a_sound_notebook_is_lost() {
    let mut compared = 0;
    for (name, text) in texts("notebooks") {
        let Ok(mut file) = serde_json::from_str::<Value>(&text) else { continue };
        let notebook = open(&name, &text).unwrap();
        if !notebook.repairs.is_empty() || file["nbformat"] != 4 {
            continue;
        }
        let mut written: Value = serde_json::from_str(&export(&notebook, Format::Ipynb)).unwrap();
        for file in [&mut file, &mut written] {
            normalise(file);
        }
        assert_eq!(written, file, "{name}");
        compared += 1;
    }
    assert!(compared > 10, "{compared}");
}

/// As nbformat 4.5 has it: text in one string, the version and ids that older ones have not, metadata always there.
fn normalise(file: &mut Value) {
    file["nbformat_minor"] = json!(5);
    for cell in file["cells"].as_array_mut().unwrap() {
        cell.as_object_mut().unwrap().remove("id");
        join(&mut cell["source"]);
        if cell["metadata"].is_null() {
            cell["metadata"] = json!({});
        }
        if cell["cell_type"] == "code" {
            cell["execution_count"] = cell["execution_count"].take();
        }
        for output in cell["outputs"].as_array_mut().into_iter().flatten() {
            if output["output_type"] == "stream" {
                join(&mut output["text"]);
            }
            for (_, value) in output["data"].as_object_mut().into_iter().flatten() {
                join(value);
            }
        }
    }
}

fn join(value: &mut Value) {
    if let Some(lines) = value.as_array()
        && let Some(text) = lines.iter().map(Value::as_str).collect::<Option<String>>()
    {
        *value = json!(text);
    }
}

/// What nbformat 4.5 requires of each cell and output.
fn check_against_nbformat(name: &str, file: &Value) {
    assert!(file["metadata"].is_object() && file["nbformat"] == 4 && file["nbformat_minor"] == 5, "{name}");
    let mut ids = Vec::new();
    for cell in file["cells"].as_array().unwrap() {
        let id = cell["id"].as_str().unwrap();
        assert!((1..=64).contains(&id.len()) && !ids.contains(&id), "{name}: {id}");
        ids.push(id);
        assert!(cell["metadata"].is_object() && cell["source"].is_array(), "{name}: {cell}");
        match cell["cell_type"].as_str().unwrap() {
            "code" => assert!(
                cell["execution_count"].is_null() || cell["execution_count"].is_u64(),
                "{name}: {cell}"
            ),
            "markdown" | "raw" => assert!(cell.get("outputs").is_none(), "{name}: {cell}"),
            other => panic!("{name}: {other}"),
        }
        for output in cell["outputs"].as_array().into_iter().flatten() {
            let has = |fields: &[&str]| fields.iter().all(|field| !output[*field].is_null());
            let sound = match output["output_type"].as_str().unwrap() {
                "stream" => has(&["name", "text"]),
                "display_data" => has(&["data", "metadata"]),
                "execute_result" => has(&["data", "metadata"]) && output.get("execution_count").is_some(),
                "error" => has(&["ename", "evalue", "traceback"]),
                _ => false,
            };
            assert!(sound, "{name}: {output}");
        }
    }
}

#[test]
fn notebooks_survive_as_programs_and_decks() {
    let tidy = |notebook: &Notebook| {
        own_sources(notebook).iter().map(|source| source.trim_end().to_owned()).collect::<Vec<_>>()
    };
    for (name, notebook) in notebooks() {
        for (format, file) in [(Format::Py, "a.py"), (Format::Md, "a.md")] {
            let written = export(&notebook, format);
            let again = open(file, &written).unwrap();
            assert_eq!(tidy(&again), tidy(&notebook), "{name}:\n{written}");
            assert_eq!(export(&again, format), written, "{name}");
        }
    }
}

#[test]
fn neighbouring_texts_stay_apart() {
    let (_, glue) = notebooks().into_iter().find(|(name, _)| name == "glue.ipynb").unwrap();
    let written = export(&glue, Format::Md);
    let region = |text: &str| format!("<!-- #region -->\n{text}\n<!-- #endregion -->");
    let second = format!("first paragraph\n\n{}\n\n", region("second paragraph"));
    assert!(written.contains(&second), "{written}");
    let texts = |notebook: &Notebook| {
        let parts = notebook.slides.iter().flat_map(|slide| &slide.source);
        let texts = parts.filter_map(|part| match part {
            Part::Text(text) => Some(text.source.clone()),
            Part::Cell(..) => None,
        });
        texts.collect::<Vec<_>>()
    };
    let again = open("a.ipynb", &export(&open("a.md", &written).unwrap(), Format::Ipynb)).unwrap();
    assert_eq!(texts(&again), texts(&glue), "each is a cell again");
}

#[test]
fn what_is_odd_is_said() {
    let repairs = |name: &str| {
        let (_, notebook) = notebooks().into_iter().find(|(case, _)| case == name).unwrap();
        notebook.repairs
    };
    for (name, repair) in [
        ("n04-dupid.ipynb", Repair::Id),
        ("n06-v3.ipynb", Repair::OlderFormat),
        ("n09-unknown-output.ipynb", Repair::OutputKind("update_display_data".to_owned())),
        ("n10-pyout44.ipynb", Repair::NamelessStream),
        ("n20-float-count.ipynb", Repair::Count),
        ("n21-emptyfile.ipynb", Repair::EmptyFile),
        ("n23-surrogate.ipynb", Repair::HalfCharacter),
        ("n24-nan.ipynb", Repair::NotFinite),
    ] {
        assert!(repairs(name).contains(&repair), "{name}: {:?}", repairs(name));
    }
    assert_eq!(repairs("n01-outputs.ipynb"), []);
}

#[test]
fn old_notebooks_have_headings_and_results() {
    let (_, old) = notebooks().into_iter().find(|(name, _)| name == "n06-v3.ipynb").unwrap();
    assert_eq!(old.slides[0].title, "Old");
    assert_eq!((old.cells[0].source.as_str(), old.cells[0].execution_count), ("print(1)", Some(1)));
    assert_eq!(old.cells[0].outputs[0].nbformat["text"], "1\n");
    assert_eq!(
        old.cells[0].outputs[1].nbformat["data"],
        json!({ "text/plain": "1", "text/html": "<b>1</b>" })
    );
}

#[test]
fn rulers_and_open_fences_of_a_notebook_end_no_slide() {
    let file = json!({ "nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
        { "cell_type": "markdown", "metadata": {}, "source": "one\n\n---\n\ntwo" },
        { "cell_type": "markdown", "metadata": {}, "source": "```\nnever closed" },
        { "cell_type": "markdown", "metadata": {}, "source": "<!-- never closed" },
        { "cell_type": "raw", "metadata": {}, "source": "raw *text*" },
        { "cell_type": "markdown", "metadata": {}, "source": "last words" },
        { "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "print(1)" },
    ] });
    let notebook = open("a.ipynb", &file.to_string()).unwrap();
    let deck = open("a.md", &export(&notebook, Format::Md)).unwrap();
    assert_eq!((deck.slides.len(), sources(&deck)), (1, vec!["print(1)"]));
    let shown = format!("{:?}", deck.slides[0].blocks);
    for words in ["two", "last words", "<hr>", "raw *text*"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn stored_outputs_and_attachments_are_shown() {
    let (_, notebook) = notebooks().into_iter().find(|(name, _)| name == "n01-outputs.ipynb").unwrap();
    let shown: Vec<&str> = notebook.cells[0].outputs.iter().map(|output| output.html.as_str()).collect();
    assert!(shown[0].contains("a\nb") && shown[1].contains("stderr"), "{shown:?}");
    assert!(shown[2].contains("width=\"300\" height=\"200\""), "{}", shown[2]);
    assert!(shown[3].contains("<table>") && shown[4].contains(">w</pre>"), "{shown:?}");
    assert!(shown[5].contains("<span class=\"ansi-1\">NameError</span>: x"), "{}", shown[5]);
    let prose = format!("{:?}", notebook.slides[0].blocks);
    assert!(prose.contains("src=\\\"data:image/png;base64,iVBOR"), "{prose}");
}

#[test]
fn slides_are_those_of_jupyters_slide_show() {
    let (_, notebook) = notebooks().into_iter().find(|(name, _)| name == "n14-slides.ipynb").unwrap();
    let titles: Vec<&str> = notebook.slides.iter().map(|slide| slide.title.as_str()).collect();
    assert_eq!(titles, ["A", "", "B"]);
    let second = &notebook.slides[1];
    assert_eq!(second.notes, "speaker notes here");
    assert!(html(&second.blocks[..1]).contains("<p>sub</p>"));
    // As in Jupyter's, what follows a fragment is of it.
    let [_, Block::Columns(fragment)] = second.blocks.as_slice() else { panic!("{:?}", second.blocks) };
    assert_eq!((fragment.class.as_str(), fragment.columns.len()), ("fragment", 1));
    let inside = &fragment.columns[0].blocks;
    assert!(html(&inside[..1]).contains("<p>frag</p>"));
    assert!(matches!(&inside[1], Block::Details { summary, .. } if summary == "Left out of the slides"));
    assert_eq!(inside[2], Block::Cell(0));
}

#[test]
fn cells_of_code_are_fragments_and_notes_too() {
    let cell = |kind: &str, slide_type: &str, source: &str| {
        let mut cell = json!({ "cell_type": kind, "metadata": { "slideshow": { "slide_type": slide_type } }, "source": source });
        if kind == "code" {
            cell["outputs"] = json!([]);
            cell["execution_count"] = Value::Null;
        }
        cell
    };
    let cells = [
        cell("markdown", "slide", "# A"),
        cell("code", "fragment", "a = 1"),
        cell("markdown", "-", "of the first"),
        cell("code", "fragment", "b = 2"),
        cell("code", "notes", "c = 3"),
        cell("markdown", "notes", "say this"),
        cell("markdown", "slide", "# B"),
    ];
    let file = json!({ "nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells });
    let notebook = open("a.ipynb", &file.to_string()).unwrap();
    assert_eq!(notebook.slides.len(), 2);
    let [_, Block::Columns(first), Block::Columns(second)] = notebook.slides[0].blocks.as_slice() else {
        panic!("{:?}", notebook.slides[0].blocks)
    };
    assert_eq!(first.columns[0].blocks[0], Block::Cell(0));
    assert!(html(&first.columns[0].blocks).contains("of the first"));
    assert_eq!(second.columns[0].blocks[0], Block::Cell(1));
    assert!(
        matches!(&second.columns[0].blocks[1], Block::Details { summary, .. } if summary == "For the lecturer")
    );
    assert_eq!(notebook.slides[0].notes, "say this");
    let again = open("a.ipynb", &export(&notebook, Format::Ipynb)).unwrap();
    assert_eq!(again.slides[0].blocks, notebook.slides[0].blocks);
}

#[test]
fn code_that_is_hidden_is_folded() {
    let folded = |source: &str, metadata: Value| {
        let cell = json!({ "cell_type": "code", "metadata": metadata, "outputs": [], "execution_count": null, "source": source });
        let file = json!({ "nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell] });
        open("a.ipynb", &file.to_string()).unwrap().cells.remove(0).folded
    };
    assert_eq!(
        folded("#@title My form {display-mode: \"form\"}\nx = 1", json!({})).as_deref(),
        Some("My form")
    );
    assert_eq!(folded("x = 1", json!({ "tags": ["hide-input"] })).as_deref(), Some("Code"));
    assert_eq!(folded("x = 1", json!({ "jupyter": { "source_hidden": true } })).as_deref(), Some("Code"));
    assert_eq!(folded("x = 1 # @title", json!({ "tags": ["other"] })), None);
}

/// What marp-core makes of each deck: how many slides, and the first heading of each.
#[test]
fn slides_and_titles_are_marps() {
    let marp = fs::read_to_string(folder("decks").join("marp-core-5.0.2.json")).unwrap();
    let marp: Value = serde_json::from_str(&marp).unwrap();
    // Marp's emoji are pictures, and its line breaks tags.
    let words = |title: &str| {
        let title = title.replace(|character: char| character > '\u{1f000}', "");
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut differences = Vec::new();
    for (name, deck) in decks() {
        let slides =
            deck.slides.iter().filter(|slide| !matches!(slide.source.last(), Some(Part::Cell(0, None))));
        let titles: Vec<String> = slides.map(|slide| words(&slide.title)).collect();
        // Quarto's file is none of Marp's.
        let Some(wanted) = marp[&name]["titles"].as_array() else { continue };
        let mut wanted: Vec<String> = wanted.iter().filter_map(Value::as_str).map(words).collect();
        if name == "d18-title.md" {
            // A slide without a heading goes by its own header.
            wanted[1] = "This slide's only title".to_owned();
        }
        if titles != wanted {
            differences.push(format!("{name}: {titles:?}, Marp: {wanted:?}"));
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}
