//! What outlives the page: edited code, files and the theme, in `localStorage`.
//!
//! What it is not: a cache; every loss is told to the caller. Start reading at [`Shelf`].

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use kindling_protocol::File;
use web_sys::Storage;

/// The browser has no room left for the page, or lets it keep nothing at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// One notebook's part of the storage: its cells and its files have keys of their own, so that a change writes
/// only what changed and a file that is too big takes nothing else along.
#[derive(Debug, Clone)]
pub struct Shelf {
    notebook: String,
}

impl Shelf {
    pub fn of(notebook: &str) -> Self {
        Self { notebook: notebook.to_owned() }
    }

    pub fn name(&self) -> &str {
        &self.notebook
    }

    /// Notes that cells have run, whose outputs are kept elsewhere.
    pub fn note_runs(&self) {
        // Without the note the next visit shows no outputs: no loss that is worth a message.
        let _ = write(&self.runs_key(), Some(""));
    }

    pub fn has_runs(&self) -> bool {
        read(&self.runs_key()).is_some()
    }

    /// True the first time that a hint is given.
    pub fn hint_is_new(&self, hint: &str) -> bool {
        let key = format!("kindling/{}/hint", self.notebook);
        let is_new = read(&key).as_deref() != Some(hint);
        // One that cannot be noted is given again.
        let _ = write(&key, Some(hint));
        is_new
    }

    /// Whether the reader wants pictures of other sites; `None` if nobody has asked.
    pub fn wants_pictures(&self) -> Option<bool> {
        read(&self.pictures_key()).map(|answer| answer == "yes")
    }

    /// Keeps that answer; one that cannot be kept is asked for again.
    pub fn keep_pictures(&self, wanted: bool) {
        let _ = write(&self.pictures_key(), Some(if wanted { "yes" } else { "no" }));
    }

    pub fn code(&self, cell: &str) -> Option<String> {
        read(&self.code_key(cell))
    }

    /// The cell whose text is kept under a key.
    pub fn cell_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&self.code_key(""))
    }

    /// Keeps the student's text of a cell; `None` forgets it.
    pub fn keep_code(&self, cell: &str, code: Option<&str>) -> Result<(), Full> {
        write(&self.code_key(cell), code)
    }

    /// What the student has changed beside cells' texts.
    pub fn changes(&self) -> Option<String> {
        read(&self.changes_key())
    }

    /// Keeps that; `None` forgets it.
    pub fn keep_changes(&self, changes: Option<&str>) -> Result<(), Full> {
        write(&self.changes_key(), changes)
    }

    pub fn files(&self) -> Vec<File> {
        let prefix = self.file_key("");
        keys().filter_map(|key| read_file(key.strip_prefix(&prefix)?, &read(&key)?)).collect()
    }

    /// Large files of the notebook are kept elsewhere.
    pub fn note_large(&self) {
        // Without the note the next visit looks for none; what cannot note anything has told so before.
        let _ = write(&self.large_key(), Some(""));
    }

    pub fn has_large(&self) -> bool {
        read(&self.large_key()).is_some()
    }

    pub fn keep_file(&self, file: &File) -> Result<(), Full> {
        let text = format!("{} {}", file.modified, BASE64.encode(&file.bytes));
        write(&self.file_key(&file.path), Some(&text))
    }

    pub fn forget_file(&self, path: &str) {
        // Removing needs no room, so there is no failure to tell.
        let _ = write(&self.file_key(path), None);
    }

    /// Notes when the notebook was open last, and how far it was; the list of notebooks (`www/library.js`) reads it.
    pub fn note_visit(&self, visit: &str) {
        // Without the note the notebook is missing from that list: what it holds is kept all the same.
        let _ = write(&self.visit_key(), Some(visit));
    }

    pub fn visit(&self) -> Option<String> {
        read(&self.visit_key())
    }

    /// What a notebook of the student's own is, as `www/library.js` made it.
    pub fn own(&self) -> Option<String> {
        read(&format!("kindling/{}/own", self.notebook))
    }

    pub fn changes_key(&self) -> String {
        format!("kindling/{}/changes", self.notebook)
    }

    fn pictures_key(&self) -> String {
        format!("kindling/{}/pictures", self.notebook)
    }

    fn visit_key(&self) -> String {
        format!("kindling/{}/visit", self.notebook)
    }

    fn large_key(&self) -> String {
        format!("kindling/{}/large", self.notebook)
    }

    fn runs_key(&self) -> String {
        format!("kindling/{}/runs", self.notebook)
    }

    fn code_key(&self, cell: &str) -> String {
        format!("kindling/{}/cell/{cell}", self.notebook)
    }

    fn file_key(&self, path: &str) -> String {
        format!("kindling/{}/file/{path}", self.notebook)
    }
}

pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

pub fn write(key: &str, value: Option<&str>) -> Result<(), Full> {
    let storage = storage().ok_or(Full)?;
    match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    }
    .map_err(|_| Full)
}

/// What this tab was to remember over a reload.
pub fn recall(key: &str) -> Option<String> {
    web_sys::window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Has this tab remember a text; nothing depends on it.
pub fn remember(key: &str, text: &str) {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok()?);
    let _ = storage.map(|storage| storage.set_item(key, text));
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn keys() -> impl Iterator<Item = String> {
    let storage = storage();
    let count = storage.as_ref().and_then(|storage| storage.length().ok()).unwrap_or(0);
    (0..count).filter_map(move |index| storage.as_ref()?.key(index).ok()?)
}

fn read_file(path: &str, text: &str) -> Option<File> {
    let (modified, bytes) = text.split_once(' ')?;
    Some(File { path: path.to_owned(), bytes: BASE64.decode(bytes).ok()?, modified: modified.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_file_is_read_back() {
        let file = read_file("models/line.pth", "1700000000000 AAEC/w==").expect("well formed");
        assert_eq!(file.path, "models/line.pth");
        assert_eq!(file.bytes, [0, 1, 2, 255]);
        assert_eq!(file.modified, 1_700_000_000_000.0);
    }

    #[test]
    fn a_damaged_file_is_left_out() {
        assert_eq!(read_file("a", "1700000000000"), None);
        assert_eq!(read_file("a", "soon AAEC"), None);
        assert_eq!(read_file("a", "1 not base64!"), None);
    }
}
