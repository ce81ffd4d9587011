//! The notebook as a value. Start reading at [`Notebook`].

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

/// How many slides a page shows at first, and makes at a time then: as many as a tall window shows.
pub const SLIDES_AT_A_TIME: usize = 4;

/// An open deck or notebook. Cells are kept in running order apart from the slides that show them, so that
/// running, exporting and counting never walk the layout.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Notebook {
    pub title: String,
    /// A deck's `key: value` lines between the `---` lines at its top, as they were written.
    pub front_matter: String,
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
    /// Comments that are no directives: what the lecturer says, not shown.
    pub notes: String,
    pub blocks: Vec<Block>,
    /// What the slide was made from, for writing it again.
    pub source: Vec<Part>,
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

/// A piece of a slide's source. Cells are left out of the Markdown, so that edited ones can be written back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Part {
    Markdown(String),
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
    /// Jupyter's `In [n]` of the last run.
    pub execution_count: Option<u32>,
    /// What the last run showed: read from and written to `.ipynb`.
    pub outputs: Vec<Output>,
}

/// Media types and what to show for each; text is one string, never a list of lines.
pub type MimeBundle = BTreeMap<String, serde_json::Value>;

/// An output as nbformat 4 has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "output_type", rename_all = "snake_case")]
pub enum Output {
    /// `name` is `stdout` or `stderr`.
    Stream {
        name: String,
        text: String,
    },
    ExecuteResult {
        execution_count: Option<u32>,
        data: MimeBundle,
    },
    DisplayData {
        data: MimeBundle,
    },
    Error {
        ename: String,
        evalue: String,
        traceback: Vec<String>,
    },
}

/// Names cells by what they say, so that a student's edits survive when a lesson gains a cell elsewhere.
#[derive(Default)]
pub(crate) struct CellIds(HashSet<String>);

impl CellIds {
    /// An id that nbformat 4.5 allows, not given before. Equal sources get `-2`, `-3`, … in their order.
    pub(crate) fn of_source(&mut self, source: &str) -> String {
        // FNV-1a: the id must be the same in every build, which the standard hasher does not promise.
        let hash = source.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        self.unique(format!("cell-{hash:016x}"))
    }

    /// `id` itself, or with a number where it was given before.
    pub(crate) fn unique(&mut self, id: String) -> String {
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let free = std::iter::once(id.clone()).chain(numbered).find(|id| !self.0.contains(id));
        let free = free.unwrap_or(id);
        self.0.insert(free.clone());
        free
    }
}

/// A cell's text as every format keeps it: without blank lines at its end.
pub(crate) fn tidy_source(source: &str) -> String {
    source.trim_end_matches(['\n', ' ', '\t']).to_owned()
}
