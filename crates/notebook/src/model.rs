//! The notebook as a value. Start reading at [`Notebook`].

use serde::{Deserialize, Serialize};

/// An open deck or notebook. Cells are kept in running order apart from the slides that show them, so that
/// running, exporting and counting never walk the layout.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Notebook {
    pub title: String,
    pub slides: Vec<Slide>,
    pub cells: Vec<Cell>,
}

/// One slide of a deck; an `.ipynb` becomes slides at its headings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Slide {
    /// The first heading's text, for the outline; empty where the slide has none.
    pub title: String,
    /// The heading's level, 1 to 6; 0 where the slide has none. A lone level-1 heading opens a section.
    pub level: u8,
    /// Marp's `class` directive, and `lead` where the slide is a section title.
    pub class: String,
    pub blocks: Vec<Block>,
}

/// What a slide shows, from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// Sanitised HTML, ready to show; math is MathML already.
    Html(String),
    /// Side by side on a wide page, below each other on a narrow one.
    Columns(Vec<Vec<Block>>),
    /// `<details>`: an answer to unfold. The summary is sanitised HTML.
    Details { summary: String, blocks: Vec<Block> },
    /// An index into [`Notebook::cells`].
    Cell(usize),
}

/// A runnable Python cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Cell {
    /// Stable for a given source document: edits are kept under it.
    pub id: String,
    pub source: String,
    /// The printed output that the deck shows after the cell: compared after a run.
    pub expected: Option<String>,
    /// True for the cell that Kindling adds to a deck without imports.
    pub setup: bool,
}
