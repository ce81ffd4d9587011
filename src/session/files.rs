//! The kernel's files as the page keeps them: shown, stored for the next visit, changed by hand.
//!
//! What it is not: where the browser has them ([`crate::browser::store`], [`crate::browser::large`]). Start reading at
//! [`Session::take_files`].

use super::{KernelState, Offer, Session};
use crate::browser::dom;
use crate::browser::large::{self, Unkept};
use crate::browser::lesson;
use crate::words;
use js_sys::Uint8Array;
use kindling_notebook::Format;
use kindling_protocol::{File, Request};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::DragEvent;

/// Larger files are not kept as text, which takes a third more room and holds up the page while it is written.
const LARGE: usize = 200_000;

/// A file, and whether this browser will have it on the next visit.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptFile {
    pub file: Arc<File>,
    pub unkept: Option<Unkept>,
}

impl KeptFile {
    pub fn kept(file: File) -> Self {
        Self { file: Arc::new(file), unkept: None }
    }

    fn is(&self, file: &File) -> bool {
        self.file.path == file.path && self.file.bytes == file.bytes
    }
}

impl Session {
    /// Creates or replaces a file by hand. Without a kernel the page keeps it until there is one.
    pub fn write_file(self, file: File) {
        if self.kernel.get_untracked() != KernelState::Dead {
            self.post(&Request::WriteFile(file));
            return;
        }
        let mut files = self.plain_files();
        files.retain(|other| other.path != file.path);
        files.push(file);
        self.take_files(files);
    }

    /// Takes a file of the student's computer.
    pub async fn upload(self, file: web_sys::File) {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => self.write_file(File {
                path: file.name(),
                bytes: Uint8Array::new(&buffer).to_vec(),
                modified: file.last_modified(),
            }),
            Err(_) => self.tell(&words::file_unreadable(file.name()), None),
        }
    }

    /// Files that are dropped anywhere on the page are taken.
    pub fn watch_drops(self) {
        window_event_listener(leptos::ev::dragover, |event: DragEvent| {
            if has_files(&event) {
                event.prevent_default();
            }
        });
        window_event_listener(leptos::ev::drop, move |event: DragEvent| {
            if !has_files(&event) {
                return;
            }
            event.prevent_default();
            self.take_dropped(dom::listed(event.data_transfer().and_then(|data| data.files())));
        });
        window_event_listener(leptos::ev::paste, move |event: web_sys::ClipboardEvent| {
            let pasted = dom::listed(event.clipboard_data().and_then(|data| data.files()));
            if !pasted.is_empty() {
                event.prevent_default();
                self.take_dropped(pasted);
            }
        });
    }

    /// A notebook may be meant to be opened; all else is taken among the files.
    fn take_dropped(self, files: Vec<web_sys::File>) {
        if let [file] = files.as_slice()
            && Format::of(&file.name()).is_some()
        {
            let text = words::file_may_open(file.name());
            self.brought.set_value(Some(file.clone()));
            return self.tell(&text, [Offer::OpenBrought, Offer::KeepBrought]);
        }
        self.upload_all(files);
    }

    fn upload_all(self, files: Vec<web_sys::File>) {
        let names: Vec<String> = files.iter().map(web_sys::File::name).collect();
        self.tell(&words::files_taken(names.len(), names.join(", ")), None);
        files.into_iter().for_each(|file| spawn_local(self.upload(file)));
    }

    pub(super) fn keep_brought(self) {
        self.upload_all(self.brought.try_update_value(Option::take).flatten().into_iter().collect());
    }

    pub(super) fn open_brought(self) {
        let Some(file) = self.brought.try_update_value(Option::take).flatten() else { return };
        self.bring("fromFile", file.into());
    }

    /// Opens what the reader brings, and goes there; else says what is wrong with it.
    pub fn bring(self, how: &'static str, what: JsValue) {
        spawn_local(async move {
            if let Err(error) = lesson::bring(how, &what).await {
                self.tell(&lesson::words(&error), None);
            }
        });
    }

    /// Deletes a file by hand, and offers it back.
    pub fn delete_file(self, path: &str) {
        let deleted =
            self.files.with_untracked(|files| files.iter().find(|kept| kept.file.path == path).cloned());
        self.deleted.set_value(deleted.map(|kept| kept.file));
        self.tell(&words::file_deleted(path), [Offer::Undelete]);
        if self.kernel.get_untracked() != KernelState::Dead {
            self.post(&Request::DeleteFile { path: path.to_owned() });
            return;
        }
        let mut files = self.plain_files();
        files.retain(|file| file.path != path);
        self.take_files(files);
    }

    /// Writes the file again that was deleted last.
    pub(super) fn undelete(self) {
        self.notice.set(None);
        if let Some(file) = self.deleted.try_update_value(Option::take).flatten() {
            self.write_file(File::clone(&file));
        }
    }

    pub(super) fn plain_files(self) -> Vec<File> {
        self.files.with_untracked(|files| files.iter().map(|kept| File::clone(&kept.file)).collect())
    }

    /// Adds the files that are kept as large ones to those that are there.
    pub(super) async fn take_large_files(self) {
        let lesson = self.shelf.with_value(|shelf| shelf.name().to_owned());
        let large = large::files(&lesson).await;
        self.files.update(|files| {
            let new = large.into_iter().filter(|file| files.iter().all(|kept| kept.file.path != file.path));
            let new: Vec<KeptFile> = new.map(KeptFile::kept).collect();
            files.extend(new);
            files.sort_by(|a, b| a.file.path.cmp(&b.file.path));
        });
    }

    /// Takes all files as they are now. What is not kept for the next visit is still listed, and said not to be.
    pub(super) fn take_files(self, mut files: Vec<File>) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let before = self.files.get_untracked();
        self.note_written(&files, &before);
        let gone = before.iter().filter(|old| !files.iter().any(|file| file.path == old.file.path));
        gone.for_each(|old| self.forget_file(&old.file.path));
        let after = files.into_iter().map(|file| self.keep_file(file, &before)).collect();
        self.files.set(after);
    }

    /// Has the running cell tell of the files that are new or have changed.
    fn note_written(self, files: &[File], before: &[KeptFile]) {
        let Some(index) = self.running.get_untracked() else { return };
        let is_as_before = |file: &File| {
            before.iter().any(|old| old.file.path == file.path && old.file.modified == file.modified)
        };
        let new = files.iter().filter(|file| !is_as_before(file)).map(|file| file.path.clone()).collect();
        self.cells.with_value(|cells| cells[index].wrote.set(new));
    }

    fn keep_file(self, file: File, before: &[KeptFile]) -> KeptFile {
        let old = before.iter().find(|old| old.is(&file));
        if let Some(old) = old {
            return KeptFile { unkept: old.unkept, ..KeptFile::kept(file) };
        }
        let is_small = file.bytes.len() < LARGE;
        let kept = KeptFile::kept(file);
        if is_small && self.shelf.with_value(|shelf| shelf.keep_file(&kept.file)).is_ok() {
            self.forget_large(&kept.file.path);
            self.ask_to_persist();
        } else {
            // An older version must not come back on the next visit as if it were this one.
            self.shelf.with_value(|shelf| shelf.forget_file(&kept.file.path));
            self.keep_large(kept.file.clone());
        }
        kept
    }

    fn keep_large(self, file: Arc<File>) {
        let lesson = self.shelf.with_value(|shelf| {
            shelf.note_large();
            shelf.name().to_owned()
        });
        spawn_local(async move {
            match large::keep_file(&lesson, &file).await {
                Ok(()) => self.ask_to_persist(),
                Err(why) => {
                    large::forget_file(&lesson, &file.path).await;
                    self.mark_unkept(&file, why);
                }
            }
        });
    }

    fn forget_file(self, path: &str) {
        self.shelf.with_value(|shelf| shelf.forget_file(path));
        self.forget_large(path);
    }

    fn forget_large(self, path: &str) {
        let (lesson, has_large) = self.shelf.with_value(|shelf| (shelf.name().to_owned(), shelf.has_large()));
        if has_large {
            let path = path.to_owned();
            spawn_local(async move { large::forget_file(&lesson, &path).await });
        }
    }

    fn mark_unkept(self, file: &Arc<File>, why: Unkept) {
        self.files.update(|files| {
            files.iter_mut().filter(|kept| kept.is(file)).for_each(|kept| kept.unkept = Some(why));
        });
        let path = &file.path;
        let told = match why {
            Unkept::NoRoom => words::file_has_no_room(path),
            Unkept::Refused => words::file_is_refused(path),
        };
        self.tell(&told, None);
    }

    /// Once a visit, when something is saved.
    fn ask_to_persist(self) {
        if !self.persists.try_update_value(|asked| std::mem::replace(asked, true)).unwrap_or(true) {
            spawn_local(large::persist());
        }
    }
}

/// Text that is dragged is the editors' own business.
fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
