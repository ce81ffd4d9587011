//! Jupyter notebooks, nbformat 4: read in every minor version, written in 4.5.
//!
//! What it is not: a keeper of attachments, widgets' state or foreign metadata; those are dropped.
//! Start reading at [`open`]. Slides are kept as Jupyter's slide show does, in `metadata.slideshow`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::NotebookError;
use crate::model::{Cell, CellIds, MimeBundle, Notebook, Output, Part};
use crate::percent::opens_slide;
use crate::reader::Reader;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    metadata: Value,
    #[serde(default)]
    cells: Vec<FileCell>,
}

#[derive(Deserialize)]
struct FileCell {
    cell_type: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    metadata: Value,
    source: Lines,
    #[serde(default)]
    execution_count: Option<u32>,
    #[serde(default)]
    outputs: Vec<FileOutput>,
}

/// nbformat writes text as one string or as a list of lines with their ends.
#[derive(Deserialize)]
#[serde(untagged)]
enum Lines {
    One(String),
    Many(Vec<String>),
}

impl Lines {
    fn text(self) -> String {
        match self {
            Lines::One(text) => text,
            Lines::Many(lines) => lines.concat(),
        }
    }
}

#[derive(Deserialize)]
#[serde(tag = "output_type", rename_all = "snake_case")]
enum FileOutput {
    Stream { name: String, text: Lines },
    ExecuteResult { execution_count: Option<u32>, data: BTreeMap<String, Value> },
    DisplayData { data: BTreeMap<String, Value> },
    Error { ename: String, evalue: String, traceback: Vec<String> },
}

pub(crate) fn open(text: &str, folder: &str) -> Result<Notebook, NotebookError> {
    // The version first: another one would fail below with a message that says less.
    let file: Value = serde_json::from_str(text)?;
    if let Some(version) = file["nbformat"].as_u64().filter(|version| *version != 4) {
        return Err(NotebookError::Nbformat(version));
    }
    let file: File = serde_json::from_value(file)?;
    let has_slides = file.cells.iter().any(FileCell::starts_slide);
    let pieces: Vec<(bool, Piece)> =
        file.cells.into_iter().map(|cell| (cell.starts_slide(), cell.piece())).collect();
    let mut reader = Reader::new(folder);
    for (starts_slide, piece) in &pieces {
        let at_heading = matches!(piece, Piece::Markdown(text) if opens_slide(text));
        let new_slide = if has_slides { *starts_slide } else { at_heading };
        if new_slide && !reader.slide_is_empty() {
            reader.end_slide();
        }
        match piece {
            Piece::Markdown(text) => reader.markdown(text),
            Piece::Cell(cell) => reader.cell(cell.clone()),
        }
    }
    let title = file.metadata["title"].as_str().unwrap_or_default().to_owned();
    Ok(Notebook { title, ..reader.finish() })
}

enum Piece {
    Markdown(String),
    Cell(Cell),
}

impl FileCell {
    fn starts_slide(&self) -> bool {
        self.metadata["slideshow"]["slide_type"] == "slide"
    }

    fn piece(self) -> Piece {
        let source = self.source.text();
        match self.cell_type.as_str() {
            "code" => Piece::Cell(Cell {
                id: self.id,
                source,
                expected: None,
                setup: self.metadata["kindling"]["setup"] == true,
                execution_count: self.execution_count,
                outputs: self.outputs.into_iter().map(FileOutput::output).collect(),
            }),
            // Raw cells are for converters; here they are shown as they are.
            "raw" => Piece::Markdown(format!("```text\n{source}\n```")),
            _ => Piece::Markdown(source),
        }
    }
}

impl FileOutput {
    fn output(self) -> Output {
        match self {
            FileOutput::Stream { name, text } => Output::Stream { name, text: text.text() },
            FileOutput::ExecuteResult { execution_count, data } => {
                Output::ExecuteResult { execution_count, data: joined(data) }
            }
            FileOutput::DisplayData { data } => Output::DisplayData { data: joined(data) },
            FileOutput::Error { ename, evalue, traceback } => Output::Error { ename, evalue, traceback },
        }
    }
}

/// Lists of lines become one string; JSON (`application/json`) stays as it is.
fn joined(data: MimeBundle) -> MimeBundle {
    let join = |(mime, value): (String, Value)| {
        let text = match (&value, mime.ends_with("json")) {
            (Value::Array(_), false) => serde_json::from_value(value.clone()).ok().map(Lines::text),
            _ => None,
        };
        (mime, text.map_or(value, Value::String))
    };
    data.into_iter().map(join).collect()
}

pub(crate) fn write(notebook: &Notebook) -> String {
    let mut ids = CellIds::default();
    // Code cells keep their ids; text cells are named after them, so that the two never clash.
    for cell in &notebook.cells {
        ids.unique(cell.id.clone());
    }
    let mut cells = Vec::new();
    for slide in &notebook.slides {
        let mut slide_type = Some("slide");
        for part in &slide.source {
            let mut cell = match part {
                Part::Markdown(text) if text.trim().is_empty() => continue,
                Part::Markdown(text) => markdown_cell(ids.of_source(text), text.trim_matches('\n')),
                Part::Cell(index) => code_cell(&notebook.cells[*index]),
            };
            if let Some(slide_type) = slide_type.take() {
                cell["metadata"]["slideshow"] = json!({ "slide_type": slide_type });
            }
            cells.push(cell);
        }
    }
    let file = json!({
        "cells": cells,
        "metadata": {
            "kernelspec": { "display_name": "Python 3", "language": "python", "name": "python3" },
            "language_info": { "name": "python" },
            "title": notebook.title,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    });
    format!("{file:#}\n")
}

fn markdown_cell(id: String, text: &str) -> Value {
    json!({ "cell_type": "markdown", "id": id, "metadata": {}, "source": lines(text) })
}

fn code_cell(cell: &Cell) -> Value {
    let metadata = if cell.setup { json!({ "kindling": { "setup": true } }) } else { json!({}) };
    json!({
        "cell_type": "code",
        "execution_count": cell.execution_count,
        "id": cell.id,
        "metadata": metadata,
        "outputs": cell.outputs.iter().map(output).collect::<Vec<_>>(),
        "source": lines(&cell.source),
    })
}

fn output(output: &Output) -> Value {
    let mut value = json!(output);
    match output {
        Output::Stream { text, .. } => value["text"] = json!(lines(text)),
        Output::ExecuteResult { .. } | Output::DisplayData { .. } => value["metadata"] = json!({}),
        Output::Error { .. } => {}
    }
    value
}

/// Lines with their ends, as Jupyter writes them: diffs of notebooks stay readable.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}
