//! `_torch`: the native module below the Python package `torch`.

#[rustpython_vm::pymodule]
pub(crate) mod _torch {}
