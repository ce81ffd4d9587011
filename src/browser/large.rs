//! What outlives the page and is too large for `localStorage`: what cells showed, and large files, in IndexedDB.
//!
//! What it is not: text and small files (see [`super::store`]). All of it comes late, by `www/kept.js`. Start reading at
//! [`files`].

use js_sys::{Array, Reflect, Uint8Array};
use kindling_protocol::File;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Calls a function of `www/kept.js`; of `www/early.js`, which fetches that.
    #[wasm_bindgen(js_name = kindlingStore, catch, variadic)]
    async fn ask(does: &str, values: &Array) -> Result<JsValue, JsValue>;
}

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unkept {
    NoRoom,
    /// In a private window, or by a setting, the browser keeps nothing at all.
    Refused,
}

/// Keeps what a cell has shown.
pub async fn keep_shown(lesson: &str, cell: &str, value: JsValue) -> Result<JsValue, JsValue> {
    ask("keep", &Array::of3(&lesson.into(), &cell.into(), &value)).await
}

/// What is kept of a lesson's cells.
pub async fn shown(lesson: &str) -> Array {
    ask("kept", &Array::of1(&lesson.into())).await.map(|values| Array::from(&values)).unwrap_or_default()
}

/// Keeps a large file.
pub async fn keep_file(lesson: &str, file: &File) -> Result<(), Unkept> {
    let value = file.serialize(&serde_wasm_bindgen::Serializer::new()).map_err(|_| Unkept::NoRoom)?;
    let kept = ask("keepFile", &Array::of2(&lesson.into(), &value)).await;
    kept.map(drop).map_err(|error| {
        let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name()));
        if name.is_some_and(|name| name.contains("Quota")) { Unkept::NoRoom } else { Unkept::Refused }
    })
}

pub async fn forget_file(lesson: &str, path: &str) {
    // What cannot be removed comes back, and can be removed then.
    let _ = ask("forgetFile", &Array::of2(&lesson.into(), &path.into())).await;
}

/// The large files of a lesson.
pub async fn files(lesson: &str) -> Vec<File> {
    let found = ask("files", &Array::of1(&lesson.into())).await.map(|values| Array::from(&values));
    let found = found.unwrap_or_default();
    found.iter().filter_map(|value| serde_wasm_bindgen::from_value(value).ok()).collect()
}

/// Keeps a version of a notebook, and of all its versions the last ones.
pub async fn keep_version(lesson: &str, date: f64, version: &str) {
    // Without room for it the notebook itself is kept all the same.
    let _ = ask("keepVersion", &Array::of3(&lesson.into(), &date.into(), &version.into())).await;
}

/// The versions that are kept of a notebook, the last first.
pub async fn versions(lesson: &str) -> Vec<String> {
    let found = ask("versions", &Array::of1(&lesson.into())).await.map(|values| Array::from(&values));
    found.unwrap_or_default().iter().rev().filter_map(|version| version.as_string()).collect()
}

/// The file that a notebook was opened from: its path or address, and its text.
pub async fn document(name: &str) -> Option<(String, String)> {
    let found = ask("documentOf", &Array::of1(&name.into())).await.ok()?;
    let part = |key: &str| Reflect::get(&found, &key.into()).ok()?.as_string();
    Some((part("path")?, part("text")?))
}

/// Asks the browser to keep the page's things when it needs room.
pub async fn persist() {
    // What it answers changes nothing.
    let _ = ask("persist", &Array::new()).await;
}

/// How many bytes this browser holds for the page, and how many more it would.
pub async fn room() -> Option<(f64, f64)> {
    let found = ask("room", &Array::new()).await.ok()?;
    let at = |index: u32| Reflect::get_u32(&found, index).ok()?.as_f64();
    Some((at(0)?, at(1)?))
}

/// A file's bytes for JavaScript.
pub fn bytes(file: &File) -> Uint8Array {
    Uint8Array::from(file.bytes.as_slice())
}
