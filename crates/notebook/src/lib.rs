//! Decks and notebooks as one value: slides that hold text and cells. Marp decks, `.ipynb` and `.py` in and out.
//!
//! What it is not: it runs nothing (see `kindling-python`) and draws nothing (see `kindling-page`).
//! Start reading at [`open`], then [`Notebook`]; `layout` is where Markdown becomes what a slide shows.

mod anchors;
pub mod ansi;
mod beside;
mod blocks;
mod deck;
mod document;
pub mod edit;
mod encodings;
mod expected;
mod formulas;
mod image;
mod ipynb;
mod latex;
mod layout;
mod line_ends;
mod links;
mod media;
mod model;
mod percent;
mod prose;
mod python;
mod reader;
mod sanitise;
mod shortcodes;
mod shown;
mod style;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use beside::{Row, beside};
pub use encodings::decoded;
pub use expected::{Difference, difference, matches_expected};
pub use model::*;
pub use sanitise::escape;

/// Why a file could not be opened: in words for the command line, and as a name for the page, which has words of its own.
#[derive(Debug, thiserror::Error, Serialize)]
#[serde(tag = "kind", content = "detail", rename_all = "kebab-case")]
pub enum NotebookError {
    #[error("{0} is neither a deck (.md), a notebook (.ipynb) nor a program (.py)")]
    UnknownExtension(String),
    #[error("this is no notebook, or a damaged one: {0}")]
    Damaged(String),
    #[error("this is no notebook: it is some other file in JSON")]
    NoNotebook,
    #[error(
        "this is a web page and no notebook: download the notebook itself (“Raw” on GitHub) and open that"
    )]
    WebPage,
}

/// What [`export`] writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// nbformat 4.5, outputs included.
    Ipynb,
    /// Cells after `# %%` lines, text in comments: runs with plain `python`.
    Py,
    /// A Marp deck.
    Md,
}

impl Format {
    /// The format that a file's name asks for, by its extension.
    pub fn of(name: &str) -> Option<Format> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "ipynb" => Some(Format::Ipynb),
            "py" => Some(Format::Py),
            "md" | "markdown" | "qmd" => Some(Format::Md),
            _ => None,
        }
    }
}

/// Opens a deck, notebook or program. `name` is its path or address: the extension says what it is, and
/// images given relative to it are looked up in its folder.
pub fn open(name: &str, text: &str) -> Result<Notebook, NotebookError> {
    let (text, line_ends) = line_ends::normalised(text);
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let origin = Format::of(file);
    let mut notebook = match origin {
        Some(Format::Md) => deck::open(&text, folder, file),
        Some(Format::Ipynb) => ipynb::open(&text, folder)?,
        Some(Format::Py) => percent::open(&text, folder),
        None => return Err(NotebookError::UnknownExtension(file.to_owned())),
    };
    if notebook.title.is_empty() {
        let heading = notebook.first_heading();
        notebook.title = if heading.is_empty() { file.to_owned() } else { heading };
    }
    Ok(Notebook { origin, line_ends, ..notebook })
}

/// What the page shows of one output of a cell, given as nbformat has it: safe HTML.
pub fn output_html(output: &model::Fields) -> String {
    shown::html(output, &Rc::new(document::Document::new("")))
}

/// Markdown of a cell as safe HTML.
pub fn markdown_html(markdown: &str) -> String {
    prose::of_markdown(markdown, &Rc::new(document::Document::new("")))
}

/// Writes a notebook as text. What [`open`] reads back has the same cells and text; outputs are kept in `.ipynb` only.
/// A deck written as a deck is its author's own text, but for cells that were changed.
pub fn export(notebook: &Notebook, format: Format) -> String {
    match format {
        Format::Ipynb => ipynb::write(notebook),
        Format::Py => percent::write(notebook),
        Format::Md if notebook.origin == Some(Format::Md) => {
            line_ends::restored(&deck::write(notebook), notebook.line_ends)
        }
        Format::Md => deck::write(notebook),
    }
}
