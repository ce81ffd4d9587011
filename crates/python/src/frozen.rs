//! The Python that travels inside the program, see `build.rs`.
//!
//! What it is not: the compiler of it (`build.rs`). Start reading at [`modules`].

use rustpython_vm::frozen::{FrozenLib, FrozenModule};

static LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/frozen.bin"));

/// Every frozen module by its name.
pub(crate) fn modules() -> impl Iterator<Item = (&'static str, FrozenModule)> {
    FrozenLib::from_ref(LIBRARY).decode()
}
