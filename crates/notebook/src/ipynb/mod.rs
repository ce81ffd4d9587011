//! Jupyter notebooks: nbformat 2 to 4.5 read, 4.5 written with all that was there.
//!
//! What it is not: strict. What is odd in a file is read as it was meant, and said in [`Notebook::repairs`]; only what
//! is no JSON is refused. Start reading at [`open`].
//!
//! In order: [`json`] mends the text, [`upgrade`] turns old versions into 4.5, [`cells`] and [`outputs`] read, [`write`]
//! writes.

pub(crate) mod attachments;
pub(crate) mod cells;
pub(crate) mod hiding;
mod json;
mod metadata;
mod outputs;
mod upgrade;
mod write;

use serde_json::Value;

pub(crate) use write::write;

use self::cells::Piece;
use crate::NotebookError;
use crate::model::{Fields, Notebook, Repair};
use crate::percent::opens_slide;
use crate::reader::Reader;

/// What was mended, each kind once.
#[derive(Default)]
pub(crate) struct Repairs(Vec<Repair>);

impl Repairs {
    pub(crate) fn add(&mut self, repair: Repair) {
        if !self.0.contains(&repair) {
            self.0.push(repair);
        }
    }
}

pub(crate) fn open(text: &str, folder: &str) -> Result<Notebook, NotebookError> {
    let mut repairs = Repairs::default();
    let mut fields = upgrade::to_latest(json::read(text, &mut repairs)?, &mut repairs);
    metadata::of_notebook(&mut fields);
    let file_cells = match fields.remove("cells") {
        Some(Value::Array(cells)) => cells,
        _ => Vec::new(),
    };
    let pieces = cells::read(file_cells, &mut repairs);
    let has_slides = pieces.iter().any(|piece| piece.slide_type() == "slide");
    let mut reader = Reader::new(folder);
    let metadata = fields.get("metadata").unwrap_or(&Value::Null);
    let mut rest = pieces.as_slice();
    while let [piece, behind @ ..] = rest {
        let at_heading = matches!(piece, Piece::Text(text) if !text.raw && opens_slide(&text.source));
        // A subslide stands below its slide in Jupyter's slide show: here it is the next one.
        let begins = matches!(piece.slide_type(), "slide" | "subslide");
        if (if has_slides { begins } else { at_heading }) && !reader.slide_is_empty() {
            reader.end_slide();
        }
        present(&mut reader, piece);
        // A show has its own order.
        let (below, others) =
            behind.split_at(if has_slides { 0 } else { hiding::below(piece, behind, metadata) });
        match below.len() {
            0 => {}
            1 => reader.folded("1 cell hidden", |reader| present(reader, &below[0])),
            count => reader.folded(&format!("{count} cells hidden"), |reader| {
                below.iter().for_each(|piece| present(reader, piece));
            }),
        }
        rest = others;
    }
    let title =
        fields.get("metadata").map(|metadata| metadata["title"].as_str().unwrap_or_default().to_owned());
    let front_matter = take_front_matter(&mut fields);
    let title = title.unwrap_or_default();
    Ok(Notebook { title, front_matter, fields, repairs: repairs.0, ..reader.finish() })
}

/// Shows a piece as Jupyter's slide show does.
fn present(reader: &mut Reader, piece: &Piece) {
    match (piece, piece.slide_type()) {
        (Piece::Text(text), "notes") => reader.note(text),
        (piece, "notes") => reader.folded("For the lecturer", |reader| show(reader, piece)),
        (piece, "fragment") => {
            reader.begin_fragment();
            show(reader, piece);
        }
        (piece, kind) if kind == "skip" || hiding::leaves_out(piece.metadata()) => {
            reader.folded("Left out of the slides", |reader| show(reader, piece));
        }
        (piece, _) => show(reader, piece),
    }
}

fn show(reader: &mut Reader, piece: &Piece) {
    match piece {
        Piece::Text(text) => reader.text(text),
        Piece::Cell(cell) => reader.cell(cell.clone()),
    }
}

/// A deck's front matter, which [`write`] put into the metadata.
fn take_front_matter(fields: &mut Fields) -> String {
    let Some(Value::Object(metadata)) = fields.get_mut("metadata") else { return String::new() };
    let Some(Value::Object(kindling)) = metadata.get_mut("kindling") else { return String::new() };
    let front_matter = kindling.remove("front_matter");
    if kindling.is_empty() {
        metadata.remove("kindling");
    }
    front_matter.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
}
