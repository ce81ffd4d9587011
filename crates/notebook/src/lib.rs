//! Decks and notebooks as one value: slides that hold text and cells. Marp decks, `.ipynb` and `.py` in and out.
//!
//! What it is not: it runs nothing (see `kindling-python`) and draws nothing (see `kindling-page`).
//! Start reading at [`open`], then [`Notebook`]; `layout` is where Markdown becomes what a slide shows.

mod deck;
mod expected;
mod ipynb;
mod layout;
mod model;
mod percent;
mod prose;
mod reader;
mod sanitise;

pub use expected::{Difference, difference, matches_expected};
pub use model::*;
pub use sanitise::escape;

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum NotebookError {
    #[error("{0} is neither a deck (.md), a notebook (.ipynb) nor a program (.py)")]
    UnknownExtension(String),
    #[error("this is not a notebook that nbformat 4 describes: {0}")]
    Ipynb(#[from] serde_json::Error),
    #[error("this notebook is written in nbformat {0}; Kindling reads nbformat 4")]
    Nbformat(u64),
}

/// What [`export`] writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
            "md" | "markdown" => Some(Format::Md),
            _ => None,
        }
    }
}

/// Opens a deck, notebook or program. `name` is its path or address: the extension says what it is, and
/// images given relative to it are looked up in its folder.
pub fn open(name: &str, text: &str) -> Result<Notebook, NotebookError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let mut notebook = match Format::of(file) {
        Some(Format::Md) => deck::open(&text, folder),
        Some(Format::Ipynb) => ipynb::open(&text, folder)?,
        Some(Format::Py) => percent::open(&text, folder),
        None => return Err(NotebookError::UnknownExtension(file.to_owned())),
    };
    if notebook.title.is_empty() {
        let heading = notebook.slides.iter().find(|slide| !slide.title.is_empty());
        notebook.title = heading.map_or_else(|| file.to_owned(), |slide| slide.title.clone());
    }
    Ok(notebook)
}

/// Writes a notebook as text. What [`open`] reads back has the same cells; outputs are kept in `.ipynb` only.
pub fn export(notebook: &Notebook, format: Format) -> String {
    match format {
        Format::Ipynb => ipynb::write(notebook),
        Format::Py => percent::write(notebook),
        Format::Md => deck::write(notebook),
    }
}
