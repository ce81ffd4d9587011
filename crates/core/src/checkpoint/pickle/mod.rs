//! The part of Python's pickle that weights need: protocol 2, and of later ones what their writers use.
//!
//! What it is not: an interpreter. A pickle is a program for a stack machine; this one knows a dozen calls.
//! The opcodes are described in CPython's `pickletools`. Start reading at [`Unpickler`] and [`write`].

mod machine;
mod opcode;
mod read;
mod write;

pub(super) use machine::{StorageRequest, Unpickler};
pub(super) use write::write;
