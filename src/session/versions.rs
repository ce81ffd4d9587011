//! What the notebook was before: kept once a minute while it changes and before it is reset, to be had again.
//!
//! What it is not: undo, which forgets with the visit (see [`super::document`]). Start reading at
//! [`Session::keep_version`].

use super::{Offer, Session};
use crate::browser::large;
use crate::words;
use js_sys::Date;
use kindling_notebook::edit::Changes;
use leptos::prelude::*;
use serde_json::{Map, Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// So many milliseconds lie between two versions, unless something is about to be lost.
const APART: f64 = 60_000.0;

#[derive(Debug, Clone)]
pub struct Version(Value);

impl Version {
    /// When it was kept, for readers.
    pub fn when(&self) -> String {
        let date = Date::new(&JsValue::from_f64(self.0["date"].as_f64().unwrap_or_default()));
        let time: String = date.to_locale_time_string("default").into();
        let is_today = date.to_date_string() == Date::new_0().to_date_string();
        let day: String = date.to_locale_date_string("default", &JsValue::UNDEFINED).into();
        if is_today { time } else { format!("{day}, {time}") }
    }
}

impl Session {
    /// Keeps what the student has changed as it is now, if that is due.
    pub(super) fn keep_version(self, is_urgent: bool) {
        let now = Date::now();
        if !is_urgent && now - self.version_kept.get_value() < APART {
            return;
        }
        if !self.is_changed() {
            return;
        }
        let version = self.version(now);
        self.version_kept.set_value(now);
        let lesson = self.name();
        spawn_local(async move { large::keep_version(&lesson, now, &version.to_string()).await });
    }

    /// All that the student has changed, with when that is.
    pub(super) fn version(self, date: f64) -> Value {
        self.all_cells().into_iter().for_each(|cell| self.take_text(cell));
        let lesson = self.authors();
        self.editing.with_untracked(|editing| {
            let document = editing.document();
            let is_other = |id: &str, source: &str| lesson.cell(id).is_none_or(|cell| cell.source != source);
            let cells = document.cells().into_iter().map(|(_, content)| content);
            let texts = cells.filter(|content| is_other(&content.id, &content.source));
            let texts: Map<String, Value> =
                texts.map(|content| (content.id.clone(), content.source.clone().into())).collect();
            let changes = serde_json::to_value(document.changes(&lesson)).unwrap_or_default();
            let title = self.notebook.with_value(|notebook| notebook.title.clone());
            json!({ "title": title, "date": date, "changes": changes, "texts": texts })
        })
    }

    /// The versions that are kept, the last first.
    pub async fn versions(self) -> Vec<Version> {
        let lesson = self.name();
        let found = large::versions(&lesson).await;
        found.iter().filter_map(|version| serde_json::from_str(version).ok().map(Version)).collect()
    }

    /// Makes the notebook what it was; undo brings back what it is now.
    pub fn restore(self, Version(version): &Version) {
        let Ok(changes) = serde_json::from_value::<Changes>(version["changes"].clone()) else {
            self.tell(words::version_unreadable(), None);
            return;
        };
        self.keep_version(true);
        let before = self.authors().with(&changes, |id| version["texts"][id].as_str().map(str::to_owned));
        if self.perform(|document| document.become_like(&before)) {
            self.tell(words::version_restored(), [Offer::Undo]);
        }
    }
}
