//! What is said to the reader: aloud, by who reads the page to them, and as a message on it.
//!
//! What it is not: the words (see [`crate::words`]), or how a message looks (`views/notice.rs`). Start reading at
//! [`Session::tell`].

use super::{Offer, Session};
use crate::browser::store::Shelf;
use crate::words;
use leptos::prelude::*;

/// Something the student has to know now, with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub offers: Vec<Offer>,
    /// Cells that it tells of: their numbers are ways there.
    pub cells: Vec<usize>,
}

impl Session {
    pub fn say(self, text: &str) {
        self.said.set(text.to_owned());
    }

    pub fn tell(self, text: &str, offers: impl IntoIterator<Item = Offer>) {
        self.tell_of(Vec::new(), text, offers);
    }

    /// Takes away a message that asks for nothing: what was said has been read.
    pub fn forget_remark(self) {
        let is_remark = |notice: &Notice| notice.offers.is_empty() && notice.cells.is_empty();
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_remark)) {
            self.notice.set(None);
        }
    }

    pub(super) fn tell_of(self, cells: Vec<usize>, text: &str, offers: impl IntoIterator<Item = Offer>) {
        self.notice.set(Some(Notice { text: text.to_owned(), offers: offers.into_iter().collect(), cells }));
    }
}

/// What the author might want to change, once: on the author's own computer, where no student is.
pub(super) fn hinted(shelf: &Shelf, hints: &[String]) -> Option<Notice> {
    let host = window().location().hostname().ok()?;
    let is_at_home = matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]");
    (is_at_home && !hints.is_empty() && shelf.hint_is_new(&hints.join(" "))).then(|| Notice {
        text: hints.join(" "),
        offers: Vec::new(),
        cells: Vec::new(),
    })
}

/// What was odd in the file, for who opened it.
pub(super) fn repaired(repairs: &[String]) -> Option<Notice> {
    (!repairs.is_empty()).then(|| Notice {
        text: words::opened_with_care(repairs.join(" ")),
        offers: Vec::new(),
        cells: Vec::new(),
    })
}
