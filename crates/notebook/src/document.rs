//! What all slides of a document share while it is read: the rules of safety, and the macros of its formulas.
//!
//! What it is not: the notebook (see `model`). Start reading at [`Document`].

use crate::latex::Macros;
use crate::sanitise::Sanitiser;

pub(crate) struct Document {
    sanitiser: Sanitiser,
    pub(crate) macros: Macros,
}

impl Document {
    /// Images and links given by a relative address are looked up in `folder`.
    pub(crate) fn new(folder: &str) -> Document {
        Document { sanitiser: Sanitiser::new(folder), macros: Macros::default() }
    }

    /// Safe HTML (see [`Sanitiser::clean`]).
    pub(crate) fn clean(&self, html: &str) -> String {
        self.sanitiser.clean(html)
    }
}
