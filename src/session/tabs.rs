//! The same lesson in another tab of this browser: that is said, and text that was changed there is offered here.
//!
//! What it is not: how text is kept (see [`crate::browser::store`]). Start reading at [`Session::watch_tabs`].

use super::Session;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// What a tab says when it opens the lesson, and what one that has it open answers.
const OPENED: &str = "opened";
const HERE: &str = "here";

impl Session {
    /// Speaks with the other tabs for as long as the page lives.
    pub fn watch_tabs(self) {
        window_event_listener(leptos::ev::storage, move |event| self.changed_elsewhere(&event));
        let name = self.shelf.with_value(|shelf| format!("kindling/{}", shelf.name()));
        let Ok(channel) = BroadcastChannel::new(&name) else { return };
        let answering = channel.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            match message.data().as_string().as_deref() {
                Some(OPENED) => drop(answering.post_message(&HERE.into())),
                Some(HERE) => self.tell(words::lesson_in_other_tab(), None),
                _ => {}
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        // A tab that cannot be asked is as one that is not there.
        drop(channel.post_message(&OPENED.into()));
    }

    /// Another tab has kept a cell's text, or other cells.
    fn changed_elsewhere(self, event: &StorageEvent) {
        if event.key().is_some_and(|key| self.shelf.with_value(|shelf| shelf.changes_key() == key)) {
            self.tell(words::cells_changed_elsewhere(), None);
        }
        let id =
            event.key().and_then(|key| self.shelf.with_value(|shelf| shelf.cell_of(&key).map(str::to_owned)));
        let Some(id) = id else { return };
        self.with_cell(&id, |cell| {
            // A cell of the student's that is gone there stays here.
            if event.new_value().is_none() && cell.is_own {
                return;
            }
            let text = event.new_value().unwrap_or_else(|| cell.original.get_value());
            let is_other = cell.source.with_untracked(|source| *source != text);
            cell.elsewhere.set(is_other.then_some(text));
        });
    }
}
