//! Marp decks: Markdown whose slides end at thematic breaks and whose Python fences are cells.
//!
//! What it is not: Marp's themes and pictures behind slides; those directives are read and left alone.
//! Start reading at [`open`].
//!
//! What an author may write:
//! - A fence in `python`, `python3` or `py` is a cell, and so are those of Quarto, MyST, Pandoc and consoles (see
//!   [`fences`]). One that starts indented continues the cell before it on its slide, so that a long loop can stand in
//!   two columns.
//! - An indented block or a fence without a language right after a cell is the output expected of it; `...`
//!   stands for anything. A deck that shows it on the next slide is understood too.
//! - `python {text}` is shown and not run, `python {cell}` is a cell though it starts indented, and
//!   `python {setup}` is the cell with the imports.
//! - `<div class="columns">` holds a `<div>` for each column, `<details><summary>` an answer to unfold. Leave a
//!   blank line between a tag and Markdown. What is not closed ends with its slide.
//! - A comment is a directive (`_class: lead`) or a note to the lecturer, and not shown.

pub(crate) mod directives;
pub(crate) mod fences;
mod setup;
mod write;

use crate::model::Notebook;
use crate::reader::Reader;

pub(crate) use write::{is_first_piece, write};

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = directives::split_front_matter(text);
    let directives = directives::pairs(directives::inside(front_matter));
    let value = |name: &str| directives.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let divider = value("headingDivider").and_then(|level| level.parse().ok()).unwrap_or_default();
    let dividers: Vec<u8> = (1..=divider).collect();
    let title = value("title").unwrap_or_default();
    let mut reader = Reader::new(folder);
    reader.inherit(directives);
    reader.deck(body, &dividers);
    let mut notebook = Notebook { title, front_matter: front_matter.to_owned(), ..reader.finish() };
    if notebook.title.is_empty() {
        // Before Kindling's own slide is there, which names no deck.
        notebook.title = notebook.first_heading();
    }
    setup::add_if_missing(&mut notebook);
    notebook
}
