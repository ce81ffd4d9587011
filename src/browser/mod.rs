//! What the page asks of the browser: the kernel's worker, storage, the document, the address, light and dark.
//!
//! What it is not: what any of it means to a student (see [`crate::session`]). Start reading at [`kernel`].

pub mod dom;
pub mod download;
pub mod kernel;
pub mod language;
pub mod large;
pub mod lesson;
pub mod store;
pub mod theme;
