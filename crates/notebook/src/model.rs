//! The notebook as a value, with all that its file said, so that writing it again loses nothing.
//!
//! What it is not: a file format (see `deck`, `ipynb`, `percent`). Start reading at [`Notebook`].

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Format;

/// How many slides a page shows at first, and makes at a time then: as many as a tall window shows.
pub const SLIDES_AT_A_TIME: usize = 4;

/// What a Jupyter file says beyond what Kindling reads: kept, to be written again.
pub type Fields = serde_json::Map<String, Value>;

/// An open deck or notebook. Cells are kept in running order apart from the slides that show them, so that
/// running, exporting and counting never walk the layout. What an earlier version did not write down is empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notebook {
    pub title: String,
    /// The language that its author says it is in, as `de` or `en-GB`; nothing if they do not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// What kind of file it was.
    pub origin: Option<Format>,
    pub line_ends: LineEnds,
    /// A deck's lines from `---` to `---` at its top, as they were written.
    pub front_matter: String,
    pub slides: Vec<Slide>,
    /// What the deck's theme and style say, as CSS that reaches its slides alone.
    pub style: String,
    /// The style with pictures of other sites, for who wants them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Elsewhere>,
    pub cells: Vec<Cell>,
    /// The fields of an `.ipynb` beside its cells.
    pub fields: Fields,
    /// What was odd in the file and how it was read, each kind once, for who opened it.
    pub repairs: Vec<Repair>,
    /// What its author might want to change; no concern of who reads it.
    pub hints: Vec<String>,
}

impl Notebook {
    /// The first slide's title; nothing if no slide has one.
    pub(crate) fn first_heading(&self) -> String {
        self.slides
            .iter()
            .find(|slide| !slide.title.is_empty())
            .map(|slide| slide.title.clone())
            .unwrap_or_default()
    }
}

/// What a deck would show that lies on other sites: they learn who reads it, so its reader is asked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Elsewhere {
    pub sites: Vec<String>,
    /// In the place of [`Notebook::style`].
    pub style: String,
}

/// What was odd in an `.ipynb`, and is read as the page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repair {
    EmptyFile,
    /// nbformat 3 or before.
    OlderFormat,
    /// Newer than nbformat 4.
    NewerFormat,
    /// NaN and Infinity.
    NotFinite,
    /// Half of a surrogate pair.
    HalfCharacter,
    NoCell,
    HeadingCell,
    /// Of no kind that nbformat has: this one.
    CellKind(String),
    NoSource,
    /// Ids that are there twice, or that nbformat does not allow.
    Id,
    NoAttachments,
    /// An execution count that is no whole number.
    Count,
    NoOutputs,
    NoOutput,
    /// Of no kind that nbformat has: this one.
    OutputKind(String),
    NamelessStream,
    NamelessError,
}

/// How the lines of a text file end: read as `\n`, written as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LineEnds {
    pub byte_order_mark: bool,
    pub style: LineEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LineEnd {
    /// Also where a file mixes them: then they stay in its text.
    #[default]
    Lf,
    CrLf,
    Cr,
}

/// One slide of a deck; an `.ipynb` becomes slides at its headings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
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
    /// The thematic break that ends the slide, as a deck has it.
    pub ruler: String,
}

/// What a slide shows, from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// Sanitised HTML, ready to show; math is MathML already.
    Html(String),
    /// Side by side on a wide page, below each other on a narrow one.
    Columns(Columns),
    /// `<details>`: an answer to unfold. The summary is sanitised HTML.
    Details { summary: String, blocks: Vec<Block> },
    /// An index into [`Notebook::cells`].
    Cell(usize),
}

/// Columns, and the classes that the deck's style knows them by.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Columns {
    pub class: String,
    pub columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Column {
    pub class: String,
    pub blocks: Vec<Block>,
}

/// A piece of a slide's source. Cells are left out of the text, so that edited ones can be written back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Part {
    Text(Text),
    /// An index into [`Notebook::cells`], and the fence that it has in a deck. A cell that is written in several
    /// fences has several parts.
    Cell(usize, Option<Fence>),
}

impl Part {
    pub(crate) fn markdown(source: &str) -> Part {
        Part::Text(Text { source: source.to_owned(), ..Text::default() })
    }
}

/// Text between cells: a notebook's text cell, or all that a deck has there. What an earlier version did not write down is empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Text {
    /// Markdown, but for raw cells.
    pub source: String,
    /// For converters; shown as it is.
    pub raw: bool,
    /// A notebook's cell id.
    pub id: String,
    /// The other fields of an `.ipynb`'s cell.
    pub fields: Fields,
    /// What a deck has before and after a text cell to say where it begins and ends.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// How a deck writes a cell, or one of a cell's pieces.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Fence {
    /// From the first tick on, with the options that MyST has there.
    pub before: String,
    /// The lines of code as they stand in the deck: indented in a list, with `>>> ` in a console.
    pub inside: String,
    /// The ticks that end it.
    pub after: String,
    /// The code alone.
    pub code: String,
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
    /// The code is folded under this title until it is asked for.
    pub folded: Option<String>,
    /// Jupyter's `In [n]` of the last run.
    pub execution_count: Option<u32>,
    /// What the last run showed: read from and written to `.ipynb`.
    pub outputs: Vec<Output>,
    /// The other fields of an `.ipynb`'s cell.
    pub fields: Fields,
}

/// What a run has shown.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Output {
    /// As nbformat 4.5 has it; text is one string, never a list of lines.
    pub nbformat: Fields,
    /// What the page shows of it.
    pub html: String,
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

/// Code without blank lines at its end, as formats keep it that cannot say where a cell ends.
pub(crate) fn tidy_source(source: &str) -> String {
    source.trim_end_matches(['\n', ' ', '\t']).to_owned()
}
