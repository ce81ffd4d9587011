//! The cells of a notebook, each read as far as it can be.
//!
//! What it is not: strict; see [`Repairs`]. Start reading at [`read`].

use serde_json::{Value, json};

use super::{Repairs, hiding, metadata, outputs};
use crate::model::{Cell, CellIds, Fields, Repair, Text};
use crate::prose;

/// A cell of the file.
pub(super) enum Piece {
    Text(Text),
    Cell(Cell),
}

impl Piece {
    fn fields(&self) -> &Fields {
        match self {
            Piece::Text(text) => &text.fields,
            Piece::Cell(cell) => &cell.fields,
        }
    }

    pub(super) fn metadata(&self) -> &Value {
        self.fields().get("metadata").unwrap_or(&Value::Null)
    }

    /// What Jupyter's slide show makes of the cell; nothing if it says nothing.
    pub(super) fn slide_type(&self) -> &str {
        self.metadata()["slideshow"]["slide_type"].as_str().unwrap_or_default()
    }
}

pub(super) fn read(cells: Vec<Value>, repairs: &mut Repairs) -> Vec<Piece> {
    let mut ids = CellIds::default();
    let cells = cells.into_iter().filter_map(|cell| match cell {
        Value::Object(fields) => Some(piece(fields, &mut ids, repairs)),
        _ => {
            repairs.add(Repair::NoCell);
            None
        }
    });
    cells.collect()
}

fn piece(mut fields: Fields, ids: &mut CellIds, repairs: &mut Repairs) -> Piece {
    let source = source(fields.remove("source"), repairs);
    let id = id(fields.remove("id"), ids, repairs);
    let kind = fields.remove("cell_type");
    if !fields.get("metadata").is_some_and(Value::is_object) {
        fields.insert("metadata".to_owned(), json!({}));
    }
    if fields.get("attachments").is_some_and(|attachments| !attachments.is_object()) {
        repairs.add(Repair::NoAttachments);
        fields.remove("attachments");
    }
    let kind = kind.as_ref().and_then(Value::as_str).unwrap_or_default();
    metadata::of_cell(&mut fields, kind == "code");
    match kind {
        "code" => Piece::Cell(code(source, id, fields, repairs)),
        "heading" => {
            repairs.add(Repair::HeadingCell);
            let level = fields.remove("level").and_then(|level| level.as_u64()).unwrap_or(1).clamp(1, 6);
            let source = format!("{} {}", "#".repeat(level as usize), source.replace('\n', " "));
            Piece::Text(Text { source, id, fields, ..Text::default() })
        }
        "markdown" => Piece::Text(Text { source, id, fields, ..Text::default() }),
        "raw" => Piece::Text(Text { source, id, fields, raw: true, ..Text::default() }),
        unknown => {
            repairs.add(Repair::CellKind(unknown.to_owned()));
            Piece::Text(Text { source, id, fields, ..Text::default() })
        }
    }
}

fn code(source: String, id: String, mut fields: Fields, repairs: &mut Repairs) -> Cell {
    let execution_count = count(fields.remove("execution_count"), repairs);
    let outputs = outputs::read(fields.remove("outputs"), repairs);
    let setup = fields["metadata"]["kindling"]["setup"] == true;
    if setup && let Some(Value::Object(metadata)) = fields.get_mut("metadata") {
        metadata.remove("kindling");
    }
    let folded = folded(&source, &fields["metadata"]);
    Cell { id, source, expected: None, setup, folded, execution_count, outputs, fields }
}

/// The title under which a cell's code is folded: Colab's forms, and cells whose code is to be hidden.
fn folded(source: &str, metadata: &Value) -> Option<String> {
    let first = source.lines().next().unwrap_or_default();
    let title =
        first.trim_start_matches('#').trim_start().strip_prefix("@title").filter(|_| first.starts_with('#'));
    if let Some(title) = title {
        let title = plain_title(title.split('{').next().unwrap_or_default());
        return Some(if title.is_empty() { "Code".to_owned() } else { title });
    }
    hiding::folds_code(metadata).then(|| "Code".to_owned())
}

/// The text of a title in Colab's Markdown, which may be a heading, but no list.
fn plain_title(markdown: &str) -> String {
    let words = markdown.trim().trim_start_matches('#').trim_start();
    // Behind a sign a number begins no list.
    prose::plain(&format!(":{words}"))[1..].to_owned()
}

/// As [`folded`], of a cell of which only its fields say it.
pub(crate) fn folded_by(fields: &Fields) -> Option<String> {
    fields.get("metadata").filter(|metadata| hiding::folds_code(metadata)).map(|_| "Code".to_owned())
}

/// One string, or a list of lines with their ends; what is neither is its text.
fn source(source: Option<Value>, repairs: &mut Repairs) -> String {
    text(source.as_ref()).unwrap_or_else(|| {
        let text = source.as_ref().map(all_text).unwrap_or_default();
        if text.is_empty() {
            repairs.add(Repair::NoSource);
        }
        text
    })
}

fn all_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(all_text).collect(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// nbformat's “multiline string”: one string, or a list of lines with their ends.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Array(lines) => lines.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

pub(super) fn count(count: Option<Value>, repairs: &mut Repairs) -> Option<u32> {
    let count = count.filter(|count| !count.is_null())?;
    let whole = count.as_u64().and_then(|count| u32::try_from(count).ok());
    whole.or_else(|| {
        repairs.add(Repair::Count);
        let count = count.as_f64()?;
        (count.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&count)).then_some(count as u32)
    })
}

/// The cell's id; empty if it has none, which older notebooks need not.
fn id(id: Option<Value>, ids: &mut CellIds, repairs: &mut Repairs) -> String {
    let Some(id) = id.as_ref().and_then(Value::as_str).filter(|id| !id.is_empty()) else {
        return String::new();
    };
    let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let allowed: String = id.chars().filter(|character| is_part(*character)).take(60).collect();
    let unique = ids.unique(if allowed.is_empty() { "cell".to_owned() } else { allowed });
    if unique != id {
        repairs.add(Repair::Id);
    }
    unique
}
