//! Marp decks: Markdown whose slides end at thematic breaks and whose Python fences are cells.
//!
//! What it is not: how a deck looks (see `style`). Start reading at [`open`].
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
//! - Files of Quarto, MyST and jupytext say more in their own ways (see [`marks`]), and have no line's end for a new line.
//! - A comment is a directive (`_class: lead`) or a note to the lecturer, and not shown.

mod dialect;
pub(crate) mod directives;
pub(crate) mod fences;
pub(crate) mod marks;
pub(crate) mod money;
mod names;
mod safe;
mod setup;
mod write;
mod yaml;

use pulldown_cmark::{Event, Parser};

pub(crate) use self::dialect::Dialect;
use self::marks::Mark;
use crate::document::Document;
use crate::formulas::Formulas;
use crate::layout::markdown_options;
use crate::model::Notebook;
use crate::reader::{Reader, divs_with_cells};
use crate::style::Style;

pub(crate) use safe::{original, safe_markdown};
pub(crate) use write::{is_first_piece, write};

/// How a deck is read.
pub(crate) struct Reading {
    pub(crate) dialect: Dialect,
    /// The levels of headings that begin a slide.
    pub(crate) dividers: Vec<u8>,
    pub(crate) marks: Vec<Mark>,
}

pub(crate) fn open(text: &str, folder: &str, file: &str) -> Notebook {
    let (front_matter, body) = directives::split_front_matter(text);
    let directives = directives::pairs(directives::inside(front_matter));
    let value = |name: &str| directives.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let global = |name: &str| in_comments(body, name).or_else(|| value(name));
    let dialect = Dialect::of(file, front_matter, body, value("marp"));
    let dividers =
        global("headingDivider").map_or(dialect.dividers(), |levels| directives::dividers(&levels));
    let title = value("title").unwrap_or_default();
    let lang = global("lang").unwrap_or_default();
    let style = Style::of_deck(global, &html_of(body, "<style"), folder);
    let marks = marks::marks(body, dialect);
    let formulas = Formulas::default();
    let blanked = marks::blanked(body, &marks);
    let marked = formulas.marked_in_place(&blanked);
    let marked = money::marked(&marked);
    let mut reader = Reader::of_deck(Document::of_deck(folder, style, formulas, divs_with_cells(&marked)));
    reader.inherit(directives);
    reader.deck(body, &marked, &Reading { dialect, dividers, marks });
    let mut notebook = Notebook { title, lang, front_matter: front_matter.to_owned(), ..reader.finish() };
    if notebook.title.is_empty() {
        // Before Kindling's own slide is there, which names no deck.
        notebook.title = notebook.first_heading();
    }
    if !dialect.is_notebook() {
        setup::add_if_missing(&mut notebook);
    }
    notebook
}

/// All HTML in the Markdown; nothing where the word is not in it.
fn html_of(body: &str, word: &str) -> String {
    if !body.contains(word) {
        return String::new();
    }
    let pieces = Parser::new_ext(body, markdown_options()).filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(html),
        _ => None,
    });
    pieces.map(|html| html.to_string()).collect()
}

/// The last value that a comment gives to what is the whole deck's, wherever it stands.
fn in_comments(body: &str, name: &str) -> Option<String> {
    let html = html_of(body, name);
    let texts = html.split("<!--").skip(1).filter_map(|rest| rest.split("-->").next());
    let pairs = texts.filter_map(directives::read).flatten();
    pairs.filter(|(key, _)| key == name).last().map(|(_, value)| value)
}
