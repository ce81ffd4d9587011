//! Writes nbformat 4.5, as Jupyter lays it out: text as lists of lines, fields by name, one space of indentation.
//!
//! What it is not: reading (see [`super::open`]). Start reading at [`write`].

use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use serde_json::{Serializer, Value, json};

use super::outputs::is_json;
use crate::Format;
use crate::deck::{is_first_piece, original};
use crate::model::{Cell, CellIds, Fields, Notebook, Output, Part, Slide, Text};

pub(crate) fn write(notebook: &Notebook) -> String {
    let mut fields = notebook.fields.clone();
    fields.insert("metadata".to_owned(), metadata(notebook));
    fields.insert("cells".to_owned(), json!(cells(notebook)));
    fields.insert("nbformat".to_owned(), json!(4));
    fields.insert("nbformat_minor".to_owned(), json!(5));
    let mut out = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b" "));
    // Writing values to memory does not fail.
    let _ = Value::Object(fields).serialize(&mut serializer);
    format!("{}\n", String::from_utf8_lossy(&out))
}

/// A notebook's own; what was none says which kernel it is for and what it is called.
fn metadata(notebook: &Notebook) -> Value {
    let mut metadata = match notebook.fields.get("metadata") {
        Some(Value::Object(metadata)) => metadata.clone(),
        _ => Fields::new(),
    };
    if notebook.origin != Some(Format::Ipynb) {
        let kernel = json!({ "display_name": "Python 3", "language": "python", "name": "python3" });
        metadata.insert("kernelspec".to_owned(), kernel);
        metadata.insert("language_info".to_owned(), json!({ "name": "python" }));
        metadata.insert("title".to_owned(), json!(notebook.title));
    }
    if !notebook.front_matter.is_empty() {
        let kindling = metadata.entry("kindling").or_insert_with(|| json!({}));
        if let Value::Object(kindling) = kindling {
            kindling.insert("front_matter".to_owned(), json!(notebook.front_matter));
        }
    }
    Value::Object(metadata)
}

fn cells(notebook: &Notebook) -> Vec<Value> {
    let mut ids = CellIds::default();
    // Code cells and texts that have ids keep them; the others are named after them, so that they never clash.
    for cell in &notebook.cells {
        ids.unique(cell.id.clone());
    }
    let texts = notebook.slides.iter().flat_map(|slide| &slide.source).filter_map(|part| match part {
        Part::Text(text) if !text.id.is_empty() => Some(text.id.clone()),
        _ => None,
    });
    texts.for_each(|id| {
        ids.unique(id);
    });
    notebook.slides.iter().flat_map(|slide| slide_cells(slide, notebook, &mut ids)).collect()
}

fn slide_cells(slide: &Slide, notebook: &Notebook, ids: &mut CellIds) -> Vec<Value> {
    // Programs and notebooks have slides at their headings, or say themselves where.
    let is_deck = matches!(notebook.origin, Some(Format::Md) | None);
    let mut cells = Vec::new();
    for (at, part) in slide.source.iter().enumerate() {
        match part {
            // What a deck says to be a cell is one, as it stands.
            Part::Text(text) if is_deck && !text.after.is_empty() => {
                let source = if text.raw { text.source.clone() } else { original(&text.source) };
                cells.push(text_cell(&Text { source, ..text.clone() }, ids));
            }
            Part::Text(text) if is_deck && text.source.trim().is_empty() => {}
            Part::Text(text) if is_deck => {
                cells.push(text_cell(
                    &Text { source: original(text.source.trim_matches('\n')), ..text.clone() },
                    ids,
                ));
            }
            Part::Text(text) => cells.push(text_cell(text, ids)),
            Part::Cell(index, _) if is_first_piece(&slide.source, at) => {
                cells.push(code_cell(&notebook.cells[*index]));
            }
            Part::Cell(..) => {}
        }
    }
    if is_deck {
        if cells.is_empty() {
            cells.push(text_cell(&Text::default(), ids));
        }
        // The deck's slides are the notebook's, whatever MyST says of its cells.
        for cell in &mut cells[1..] {
            let begins =
                matches!(cell["metadata"]["slideshow"]["slide_type"].as_str(), Some("slide" | "subslide"));
            if begins && let Some(Value::Object(metadata)) = cell.get_mut("metadata") {
                metadata.remove("slideshow");
            }
        }
        cells[0]["metadata"]["slideshow"] = json!({ "slide_type": "slide" });
    }
    cells
}

fn text_cell(text: &Text, ids: &mut CellIds) -> Value {
    let mut cell = with_metadata(&text.fields);
    let id = if text.id.is_empty() { ids.of_source(&text.source) } else { text.id.clone() };
    cell.insert("cell_type".to_owned(), json!(if text.raw { "raw" } else { "markdown" }));
    cell.insert("id".to_owned(), json!(id));
    cell.insert("source".to_owned(), json!(lines(&text.source)));
    Value::Object(cell)
}

fn code_cell(cell: &Cell) -> Value {
    let mut fields = with_metadata(&cell.fields);
    if cell.setup
        && let Some(Value::Object(metadata)) = fields.get_mut("metadata")
    {
        metadata.insert("kindling".to_owned(), json!({ "setup": true }));
    }
    fields.insert("cell_type".to_owned(), json!("code"));
    fields.insert("execution_count".to_owned(), json!(cell.execution_count));
    fields.insert("id".to_owned(), json!(cell.id));
    fields.insert("outputs".to_owned(), cell.outputs.iter().map(output).collect());
    fields.insert("source".to_owned(), json!(lines(&cell.source)));
    Value::Object(fields)
}

fn with_metadata(fields: &Fields) -> Fields {
    let mut fields = fields.clone();
    fields.entry("metadata").or_insert_with(|| json!({}));
    fields
}

fn output(output: &Output) -> Value {
    let mut fields = output.nbformat.clone();
    if let Some(Value::String(text)) = fields.get("text") {
        let text = json!(lines(text));
        fields.insert("text".to_owned(), text);
    }
    if let Some(Value::Object(data)) = fields.get_mut("data") {
        for (_, value) in data.iter_mut().filter(|(mime, _)| !is_json(mime) && !is_one_line(mime)) {
            *value = json!(lines(value.as_str().unwrap_or_default()));
        }
    }
    Value::Object(fields)
}

/// Pictures in base64 are one string, as Jupyter writes them.
fn is_one_line(mime: &str) -> bool {
    mime.starts_with("image/") && mime != "image/svg+xml" || mime == "application/pdf"
}

/// Lines with their ends, as Jupyter writes them: diffs of notebooks stay readable.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}
