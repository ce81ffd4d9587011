//! Pictures of other sites that a deck's style shows: fetched only for a reader who has said so, for each deck.
//!
//! What it is not: pictures in the deck's text, which are its author's own (see `kindling-notebook`). Start reading at
//! [`asked`].

use super::{Notice, Offer, Session};
use crate::browser::store::Shelf;
use crate::words;
use kindling_notebook::Notebook;
use leptos::prelude::*;

/// The question, until it has an answer.
pub(super) fn asked(shelf: &Shelf, notebook: &Notebook) -> Option<Notice> {
    let sites = &notebook.elsewhere.as_ref()?.sites;
    shelf.wants_pictures().is_none().then(|| Notice {
        text: words::style_has_pictures(sites.join(", ")),
        offers: vec![Offer::Pictures(true), Offer::Pictures(false)],
        cells: Vec::new(),
    })
}

impl Session {
    pub(super) fn answer_pictures(self, wanted: bool) {
        self.notice.set(None);
        self.shelf.with_value(|shelf| shelf.keep_pictures(wanted));
        self.pictures.set(wanted);
    }

    /// The deck's style, as the reader wants it.
    pub fn style(self) -> String {
        let wanted = self.pictures.get();
        self.notebook.with_value(|notebook| match &notebook.elsewhere {
            Some(elsewhere) if wanted => elsewhere.style.clone(),
            _ => notebook.style.clone(),
        })
    }
}
