//! The kernel's files as the page keeps them: shown, stored for the next visit, changed by hand.

use super::{KernelState, Session};
use kindling_protocol::{File, Request};
use leptos::prelude::*;
use std::sync::Arc;

/// A file, and whether this browser will have it on the next visit.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptFile {
    pub file: Arc<File>,
    pub kept: bool,
}

impl KeptFile {
    pub fn kept(file: File) -> Self {
        Self { file: Arc::new(file), kept: true }
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

    pub fn delete_file(self, path: &str) {
        if self.kernel.get_untracked() != KernelState::Dead {
            self.post(&Request::DeleteFile { path: path.to_owned() });
            return;
        }
        let mut files = self.plain_files();
        files.retain(|file| file.path != path);
        self.take_files(files);
    }

    pub(super) fn plain_files(self) -> Vec<File> {
        self.files.with_untracked(|files| files.iter().map(|kept| File::clone(&kept.file)).collect())
    }

    /// Takes all files as they are now. What does not fit the storage is still listed, and said not to be kept.
    pub(super) fn take_files(self, mut files: Vec<File>) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let before = self.files.get_untracked();
        let gone = before.iter().filter(|old| !files.iter().any(|file| file.path == old.file.path));
        gone.for_each(|old| self.shelf.with_value(|shelf| shelf.forget_file(&old.file.path)));
        let after: Vec<KeptFile> = files.into_iter().map(|file| self.keep_file(file, &before)).collect();
        self.tell_unkept(&after);
        self.files.set(after);
    }

    fn keep_file(self, file: File, before: &[KeptFile]) -> KeptFile {
        let unchanged = before.iter().any(|old| old.kept && old.is(&file));
        let kept = unchanged || self.shelf.with_value(|shelf| shelf.keep_file(&file)).is_ok();
        if !kept {
            // An older version must not come back on the next visit as if it were this one.
            self.shelf.with_value(|shelf| shelf.forget_file(&file.path));
        }
        KeptFile { kept, ..KeptFile::kept(file) }
    }

    fn tell_unkept(self, files: &[KeptFile]) {
        let unkept: Vec<&str> = files.iter().filter(|kept| !kept.kept).map(|kept| &*kept.file.path).collect();
        if !unkept.is_empty() {
            self.tell(
                &format!(
                    "This browser has no room to keep {} for your next visit. \
                     Download it from Files, or delete files that you no longer need.",
                    unkept.join(", ")
                ),
                None,
            );
        }
    }
}
