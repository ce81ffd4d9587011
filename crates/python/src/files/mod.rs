//! Files for Python: in memory in the page, on disk in the terminal, behind one trait.
//!
//! What it is not: Python's `os` or `open`; those sit on `modules::posix`, which sits on this.
//! Start reading at [`FileSystem`]. Errors are `io::Error`s that carry an [`errno`] number.

mod descriptors;
#[cfg(not(target_arch = "wasm32"))]
mod disk;
pub(crate) mod errno;
mod memory;

use std::io::{self, Read, Seek, Write};

pub(crate) use descriptors::Descriptors;
#[cfg(not(target_arch = "wasm32"))]
pub use disk::DiskFiles;
pub use memory::MemoryFiles;

/// What Python's file library needs of a file system. Paths use `/`; relative ones start at the working
/// directory.
pub trait FileSystem {
    /// The absolute path that relative ones start at.
    ///
    /// # Errors
    /// `ENOENT` when it has been deleted.
    fn working_directory(&self) -> io::Result<String>;

    /// # Errors
    /// `ENOENT`, `ENOTDIR`.
    fn set_working_directory(&self, path: &str) -> io::Result<()>;

    /// # Errors
    /// `ENOENT`, `EEXIST` (with [`OpenMode::exclusive`]), `EISDIR` (to write), `ENOTDIR`.
    fn open(&self, path: &str, mode: OpenMode) -> io::Result<Box<dyn OpenFile>>;

    /// # Errors
    /// `ENOENT`, `ENOTDIR`.
    fn metadata(&self, path: &str) -> io::Result<Metadata>;

    /// The names in a directory, in no particular order.
    ///
    /// # Errors
    /// `ENOENT`, `ENOTDIR`.
    fn list(&self, path: &str) -> io::Result<Vec<String>>;

    /// # Errors
    /// `EEXIST`, `ENOENT` (no parent), `ENOTDIR`.
    fn create_directory(&self, path: &str) -> io::Result<()>;

    /// # Errors
    /// `ENOENT`, `EISDIR`.
    fn remove_file(&self, path: &str) -> io::Result<()>;

    /// # Errors
    /// `ENOENT`, `ENOTDIR`, `ENOTEMPTY`.
    fn remove_directory(&self, path: &str) -> io::Result<()>;

    /// Moves a file or directory, in place of a file or empty directory that is there.
    ///
    /// # Errors
    /// `ENOENT`, `ENOTDIR`, `EISDIR`, `ENOTEMPTY`, `EINVAL` (into itself).
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Sets the time of the last change, in milliseconds since 1970.
    ///
    /// # Errors
    /// `ENOENT`, `ENOTDIR`.
    fn set_modified(&self, path: &str, milliseconds: f64) -> io::Result<()>;
}

/// How to open a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenMode {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    /// Makes a missing file.
    pub create: bool,
    /// With `create`: fails where the file is already there.
    pub exclusive: bool,
    pub truncate: bool,
}

/// A file that is open, with a position of its own.
pub trait OpenFile: Read + Write + Seek {
    /// Cuts the file off at `size` bytes, or fills it up with zeros.
    ///
    /// # Errors
    /// `EINVAL` for a file open only to read.
    fn set_len(&mut self, size: u64) -> io::Result<()>;

    /// # Errors
    /// What the system's own call gives.
    fn metadata(&self) -> io::Result<Metadata>;
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metadata {
    pub directory: bool,
    /// In bytes.
    pub size: u64,
    /// Milliseconds since 1970.
    pub modified: f64,
    /// The same for the same file, whatever path leads to it.
    pub inode: u64,
}
