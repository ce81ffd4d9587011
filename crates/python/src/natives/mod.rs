//! What the interpreter computes natively, kept from ending or holding up the session: Stop reaches it, and memory for
//! results of any size is asked for before it is taken, as a failed allocation ends WebAssembly.
//!
//! What it is not: the interpreter (RustPython, which asks by itself at most places) or Python's code, whose ticks are
//! `cell`'s. Slots and methods of Python's types are wrapped once, when a session starts. Start reading at [`install`].

mod iterators;
mod nesting;
mod numbers;
mod set_order;
mod sizes;
mod views;
mod widths;
mod wording;

use std::{cell::Cell, sync::OnceLock};

use kindling_core::tensor::memory;
use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use nesting::check as check_nesting;
pub(crate) use numbers::{quotient, range_product};

/// Wraps what has to be.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    if !ARE_TYPES_WRAPPED.replace(true) {
        iterators::install(vm)?;
        set_order::install(vm);
        sizes::install(vm);
        widths::install(vm);
        numbers::install(vm);
        wording::install(vm);
        views::install(vm)?;
    }
    nesting::install(vm)
}

thread_local! {
    /// All interpreters of a thread have the same types.
    static ARE_TYPES_WRAPPED: Cell<bool> = const { Cell::new(false) };
}

/// What slots did before they were wrapped, which they are for all interpreters.
type Originals<F, const N: usize> = [OnceLock<F>; N];

/// Fewer bytes are there in any case: the kernel keeps some in reserve.
const ASK_FROM: u128 = 1 << 20;

/// What one value may take: in the browser natives write larger ones for longer than one waits for Stop, and elsewhere
/// none is as large.
const MOST: u128 = if cfg!(target_pointer_width = "32") { 1 << 29 } else { 1 << 62 };

/// Asks for memory that is about to be taken.
///
/// # Errors
/// `MemoryError` if there is not so much.
fn has_room(bytes: u128, vm: &VirtualMachine) -> PyResult<()> {
    if bytes < ASK_FROM {
        return Ok(());
    }
    if bytes > MOST {
        return Err(vm.no_memory_error());
    }
    let asked = usize::try_from(bytes).ok().map(memory::reserve::<u8>);
    asked.and_then(Result::ok).map(drop).ok_or_else(|| vm.no_memory_error())
}
