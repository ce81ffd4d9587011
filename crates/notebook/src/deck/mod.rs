//! Marp decks: Markdown whose slides end at thematic breaks and whose Python fences are cells.
//!
//! What it is not: Marp's themes and pictures behind slides; those directives are read and left alone.
//! Start reading at [`open`].
//!
//! What an author may write:
//! - A fence in `python`, `python3` or `py` is a cell. One that starts indented continues the cell before it
//!   on its slide, so that a long loop can stand in two columns.
//! - An indented block or a fence without a language right after a cell is the output expected of it; `...`
//!   stands for anything. A deck that shows it on the next slide is understood too.
//! - `python {text}` is shown and not run, `python {cell}` is a cell though it starts indented, and
//!   `python {setup}` is the cell with the imports.
//! - `<div class="columns">` holds a `<div>` for each column, `<details><summary>` an answer to unfold. Leave a
//!   blank line between a tag and Markdown. What is not closed ends with its slide.
//! - A comment is a directive (`_class: lead`) or a note to the lecturer, and not shown.

pub(crate) mod directives;
mod setup;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use crate::layout::markdown_options;
use crate::model::{Cell, Notebook, Part};
use crate::reader::{Reader, is_python};

pub(crate) fn open(text: &str, folder: &str) -> Notebook {
    let (front_matter, body) = directives::split_front_matter(text);
    let directives = directives::pairs(front_matter);
    let value = |name: &str| directives.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let divider = value("headingDivider").and_then(|level| level.parse().ok()).unwrap_or_default();
    let title = value("title").unwrap_or_default();
    let mut reader = Reader::new(folder);
    reader.inherit(directives);
    reader.deck(body, divider);
    let mut notebook = Notebook { title, front_matter: front_matter.to_owned(), ..reader.finish() };
    setup::add_if_missing(&mut notebook);
    notebook
}

pub(crate) fn write(notebook: &Notebook) -> String {
    let front_matter = match notebook.front_matter.trim_matches('\n') {
        "" => format!("marp: true\ntitle: \"{}\"", notebook.title.replace('"', "'")),
        front_matter => front_matter.to_owned(),
    };
    let slides = notebook.slides.iter().map(|slide| write_slide(&slide.source, &notebook.cells));
    let slides: Vec<String> = slides.map(|slide| slide.trim_matches('\n').to_owned()).collect();
    format!("---\n{front_matter}\n---\n\n{}\n", slides.join("\n\n---\n\n"))
}

fn write_slide(parts: &[Part], cells: &[Cell]) -> String {
    let mut out = String::new();
    let mut after_cell = false;
    for part in parts {
        match part {
            Part::Markdown(text) => {
                let text = keep_as_text(text);
                if after_cell && !text.starts_with('\n') {
                    out.push_str("\n\n");
                }
                out.push_str(&text);
                after_cell = false;
            }
            Part::Cell(index) => {
                if after_cell || !ends_where_a_block_may_start(&out) {
                    out.push_str("\n\n");
                }
                write_cell(&mut out, &cells[*index]);
                after_cell = true;
            }
        }
    }
    out
}

/// A fence longer than any in the cell, indented or quoted as the line is on which it starts.
fn write_cell(out: &mut String, cell: &Cell) {
    let line = out.rsplit('\n').next().unwrap_or_default();
    let prefix: String = line.chars().map(|character| if character == '>' { '>' } else { ' ' }).collect();
    let runs = cell.source.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(runs.max(2) + 1);
    let first = cell.source.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mark = match (cell.setup, first.starts_with([' ', '\t'])) {
        (true, _) => " {setup}",
        (false, true) => " {cell}",
        (false, false) => "",
    };
    out.push_str(&format!("{fence}python{mark}\n"));
    for line in cell.source.lines() {
        out.push_str(if line.is_empty() { prefix.trim_end() } else { &prefix });
        out.push_str(line);
        out.push('\n');
    }
    out.push_str(&format!("{prefix}{fence}"));
}

/// At the start of a line, or after nothing but the markers of list items and quotes.
fn ends_where_a_block_may_start(out: &str) -> bool {
    let is_marker = |word: &str| {
        let number = word.strip_suffix(['.', ')']).unwrap_or_default();
        matches!(word, "-" | "*" | "+" | ">") || number.parse::<u32>().is_ok()
    };
    out.rsplit('\n').next().unwrap_or_default().split_whitespace().all(is_marker)
}

/// Marks Python fences that are text in a notebook (`python {text}`): in a deck they would be cells.
fn keep_as_text(markdown: &str) -> String {
    let mut text = markdown.to_owned();
    let events: Vec<_> = Parser::new_ext(markdown, markdown_options()).into_offset_iter().collect();
    for (event, at) in events.into_iter().rev() {
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event
            && is_python(&info)
        {
            let end = markdown[at.start..].find('\n').map_or(markdown.len(), |line| at.start + line);
            text.insert_str(end, " {text}");
        }
    }
    text
}
