//! Python for lessons: RustPython with files, a clock and a screen of our own, and `torch` on the tensor core.
//!
//! What it is not: the tensor core (kindling-core) or a way to talk to the page (the kernel's binary).
//! Start reading at [`Session`]; what a session needs from its surroundings is [`Host`] and [`FileSystem`].

mod answers;
mod cell;
mod files;
mod frozen;
mod host;
pub mod interrupt;
mod library;
mod modules;
mod names;
mod natives;
mod scalars;
mod session;
mod shown;
mod stdio;
mod torch;
mod traceback;
mod warm_up;

#[cfg(not(target_arch = "wasm32"))]
pub use files::DiskFiles;
pub use files::{FileSystem, MemoryFiles, Metadata, OpenFile, OpenMode};
pub use host::Host;
/// The GPU, for who tells the student what there is.
#[cfg(target_arch = "wasm32")]
pub use kindling_core::fuse_products;
pub use kindling_core::tensor::held;
pub use kindling_core::webgpu;
/// The plain values that sessions share with pages.
pub use kindling_protocol::{
    Answer, Call, CellError, Completion, File, Forms, Inside, Problem, Question, StreamName, Variable,
};
pub use session::{Outcome, RunResult, Session};
pub use shown::Shown;
