//! Whose Markdown a deck is written in: Marp's, Quarto's, MyST's or jupytext's.
//!
//! What it is not: what their marks mean (see `marks`). Start reading at [`Dialect::of`].

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Marp,
    Quarto,
    Myst,
    /// Its plain Markdown, of which two blank lines part the cells.
    Jupytext,
}

impl Dialect {
    /// `marp` is what the deck itself says of being one.
    pub(super) fn of(file: &str, front_matter: &str, body: &str, marp: Option<String>) -> Dialect {
        let says = |word: &str| front_matter.lines().any(|line| line.trim() == word);
        let has_cells = body.contains("\n```{code-cell}") || body.starts_with("```{code-cell}");
        if marp.is_some_and(|value| value == "true") || says("marp: true") {
            Dialect::Marp
        } else if file.to_ascii_lowercase().ends_with(".qmd") {
            Dialect::Quarto
        } else if says("format_name: myst") || has_cells {
            Dialect::Myst
        } else if says("jupytext:") {
            Dialect::Jupytext
        } else {
            Dialect::Marp
        }
    }

    /// True for notebooks as text: slides begin where a text cell begins with a heading, and at no ruler.
    pub(crate) fn is_notebook(self) -> bool {
        matches!(self, Dialect::Myst | Dialect::Jupytext)
    }

    /// The levels of headings that begin a slide where the file does not say: Quarto's sections and slides, and those at
    /// which a notebook's slides begin.
    pub(super) fn dividers(self) -> Vec<u8> {
        match self {
            Dialect::Marp => Vec::new(),
            Dialect::Quarto => vec![1, 2],
            Dialect::Myst | Dialect::Jupytext => vec![1, 2, 3],
        }
    }
}
