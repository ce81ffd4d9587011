//! What is said to the reader: aloud, by who reads the page to them, and as a message on it.
//!
//! What it is not: the words (see [`crate::words`]), or how a message looks (`views/notice.rs`). Start reading at
//! [`Session::tell`].

use super::{Offer, Session};
use crate::browser::store::Shelf;
use crate::words;
use kindling_notebook::Repair;
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
pub(super) fn repaired(repairs: &[Repair]) -> Option<Notice> {
    (!repairs.is_empty()).then(|| Notice {
        text: words::opened_with_care(repairs.iter().map(mended).collect::<Vec<_>>().join(" ")),
        offers: Vec::new(),
        cells: Vec::new(),
    })
}

fn mended(repair: &Repair) -> String {
    match repair {
        Repair::EmptyFile => words::repair_empty_file(),
        Repair::OlderFormat => words::repair_older_format(),
        Repair::NewerFormat => words::repair_newer_format(),
        Repair::NotFinite => words::repair_not_finite(),
        Repair::HalfCharacter => words::repair_half_character(),
        Repair::NoCell => words::repair_no_cell(),
        Repair::HeadingCell => words::repair_heading_cell(),
        Repair::CellKind(kind) => return words::repair_cell_kind(kind),
        Repair::NoSource => words::repair_no_source(),
        Repair::Id => words::repair_id(),
        Repair::NoAttachments => words::repair_no_attachments(),
        Repair::Count => words::repair_count(),
        Repair::NoOutputs => words::repair_no_outputs(),
        Repair::NoOutput => words::repair_no_output(),
        Repair::OutputKind(kind) => return words::repair_output_kind(kind),
        Repair::NamelessStream => words::repair_nameless_stream(),
        Repair::NamelessError => words::repair_nameless_error(),
    }
    .to_owned()
}
