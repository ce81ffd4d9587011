//! What all slides of a document share while it is read: the rules of safety, and its formulas and their
//! macros.
//!
//! What it is not: the notebook (see `model`). Start reading at [`Document`].

use std::cell::Cell;

use crate::formulas::Formulas;
use crate::latex::Macros;
use crate::sanitise::{Looks, Sanitiser};
use crate::style::Style;

pub(crate) struct Document {
    sanitiser: Sanitiser,
    pub(crate) formulas: Formulas,
    pub(crate) macros: Macros,
    pub(crate) style: Style,
    /// For each `<div>` of a deck, in order: whether a cell is in it.
    divs: Vec<bool>,
    next_div: Cell<usize>,
}

impl Document {
    /// A notebook's; images and links given by a relative address are looked up in `folder`.
    pub(crate) fn new(folder: &str) -> Document {
        let sanitiser = Sanitiser::new(folder, Looks::OfAuthor);
        Document::with(sanitiser, Style::default(), Formulas::default(), Vec::new())
    }

    /// A deck's; `divs` says of each `<div>` whether a cell is in it.
    pub(crate) fn of_deck(folder: &str, style: Style, formulas: Formulas, divs: Vec<bool>) -> Document {
        Document::with(Sanitiser::new(folder, Looks::OfTheme), style, formulas, divs)
    }

    fn with(sanitiser: Sanitiser, style: Style, formulas: Formulas, divs: Vec<bool>) -> Document {
        Document { sanitiser, formulas, macros: Macros::default(), style, divs, next_div: Cell::new(0) }
    }

    /// Asked once for each `<div>`: true if a cell is in it. What holds none is laid out by the author's style itself.
    pub(crate) fn next_div_has_cell(&self) -> bool {
        let at = self.next_div.get();
        self.next_div.set(at + 1);
        self.divs.get(at).copied().unwrap_or_default()
    }

    /// Safe HTML (see [`Sanitiser::clean`]).
    pub(crate) fn clean(&self, html: &str) -> String {
        self.sanitiser.clean(html)
    }
}
