//! Marp decks: Markdown whose slides end at thematic breaks and whose Python fences are cells.
//!
//! What it is not: Marp's themes; `theme` and `style` are read and left alone.
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
//! - The items of a list with `*` or `1)` appear one by one where slides are shown one at a time.
//! - A comment is a directive (`_class: lead`) or a note to the lecturer, and not shown.

pub(crate) mod directives;
pub(crate) mod fences;
mod setup;
mod write;

use pulldown_cmark::{Event, Parser};

use crate::layout::markdown_options;
use crate::model::Notebook;
use crate::reader::Reader;

pub(crate) use write::{is_first_piece, safe_markdown, write};

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = directives::split_front_matter(text);
    let directives = directives::pairs(directives::inside(front_matter));
    let value = |name: &str| directives.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let dividers = heading_divider(body).or_else(|| value("headingDivider")).unwrap_or_default();
    let dividers = directives::dividers(&dividers);
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

/// The last `headingDivider` in a comment: wherever it stands, it is the whole deck's.
fn heading_divider(body: &str) -> Option<String> {
    if !body.contains("headingDivider") {
        return None;
    }
    let comments = Parser::new_ext(body, markdown_options()).filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(html),
        _ => None,
    });
    let html: String = comments.map(|html| html.to_string()).collect();
    let texts = html.split("<!--").skip(1).filter_map(|rest| rest.split("-->").next());
    let pairs = texts.filter_map(directives::read).flatten();
    pairs.filter(|(name, _)| name == "headingDivider").last().map(|(_, value)| value)
}
