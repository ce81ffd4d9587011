//! The system's memory, with some of it kept back: the interpreter takes memory for small values without asking whether
//! there is any, and in WebAssembly a failed allocation is the end. So the last of it is given out in portions, and each
//! portion makes the running cell end with `MemoryError` at its next tick. Before, what small values take has a limit of
//! its own: the tables of dictionaries that large must find room beside them.
//!
//! What it is not: for large values, which are asked for and refused (`tensor::memory`, `kindling_python`'s `natives`).
//! Start reading at [`Reserved`].

use std::{
    alloc::{GlobalAlloc, Layout, System},
    ptr,
    sync::atomic::{AtomicPtr, AtomicUsize, Ordering::Relaxed},
};

/// Blocks that are kept back, and how large they are.
const PORTIONS: usize = 4;
const PORTION: Layout = match Layout::from_size_align(8 << 20, 8) {
    Ok(layout) => layout,
    Err(_) => unreachable!(),
};
/// What a portion is given out for at most.
const MOST_OF_A_PORTION: usize = PORTION.size() / 4;

/// What counts as small, and what all small values together may take before a cell is ended.
const SMALL: usize = 4096;
const MOST_SMALL: usize = 1 << 30;
/// After that, a cell is ended each time that they take so much more.
const MORE_SMALL: usize = 32 << 20;

/// What grows may next be twice as large, and the interpreter does not ask for that either: from this size on it is seen
/// to at the next tick.
const LARGE: usize = 1 << 28;

static KEPT: [AtomicPtr<u8>; PORTIONS] = [const { AtomicPtr::new(ptr::null_mut()) }; PORTIONS];
/// Bytes that small values take.
static TAKEN: AtomicUsize = AtomicUsize::new(0);
/// What they may take until a cell is ended.
static LIMIT: AtomicUsize = AtomicUsize::new(MOST_SMALL);

/// The system's allocator.
pub struct Reserved;

/// Keeps back what is missing, as far as there is memory, and lets the small values that are there already be. To be
/// called before a cell is run.
pub fn fill() {
    for portion in KEPT.iter().filter(|portion| portion.load(Relaxed).is_null()) {
        // SAFETY: the layout has a size.
        portion.store(unsafe { System.alloc(PORTION) }, Relaxed);
    }
    LIMIT.store(MOST_SMALL.max(TAKEN.load(Relaxed).saturating_add(MORE_SMALL)), Relaxed);
}

/// Gives a portion back to the system; false if none is left.
fn give_out() -> bool {
    let kept =
        KEPT.iter().map(|portion| portion.swap(ptr::null_mut(), Relaxed)).find(|block| !block.is_null());
    if let Some(block) = kept {
        // SAFETY: the system gave it in `fill`, and no one else has it now.
        unsafe { System.dealloc(block, PORTION) };
    }
    kept.is_some()
}

#[cfg(target_arch = "wasm32")]
use kindling_python::interrupt::{has_grown, memory_is_low};
#[cfg(not(target_arch = "wasm32"))]
fn memory_is_low() {}
#[cfg(not(target_arch = "wasm32"))]
fn has_grown(_: usize) {}

#[inline]
fn count(size: usize) {
    if size <= SMALL {
        let taken = TAKEN.load(Relaxed) + size;
        TAKEN.store(taken, Relaxed);
        if taken > LIMIT.load(Relaxed) {
            limit_is_reached(taken);
        }
    } else if size >= LARGE {
        has_grown(size);
    }
}

#[cold]
fn limit_is_reached(taken: usize) {
    LIMIT.store(taken.saturating_add(MORE_SMALL), Relaxed);
    memory_is_low();
}

#[inline]
fn forget(size: usize) {
    if size <= SMALL {
        TAKEN.store(TAKEN.load(Relaxed) - size, Relaxed);
    }
}

/// What `ask` gets once there is more memory; null where that is not enough.
#[cold]
fn from_reserve(size: usize, ask: impl Fn() -> *mut u8) -> *mut u8 {
    let mut block: *mut u8 = ptr::null_mut();
    while size <= MOST_OF_A_PORTION && block.is_null() && give_out() {
        memory_is_low();
        block = ask();
    }
    block
}

// SAFETY: everything is the system's.
unsafe impl GlobalAlloc for Reserved {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller says.
        let ask = || unsafe { System.alloc(layout) };
        let block = ask();
        let block = if block.is_null() { from_reserve(layout.size(), ask) } else { block };
        if !block.is_null() {
            count(layout.size());
        }
        block
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        forget(layout.size());
        // SAFETY: as the caller says.
        unsafe { System.dealloc(block, layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller says. The system knows which memory is zero already.
        let ask = || unsafe { System.alloc_zeroed(layout) };
        let block = ask();
        let block = if block.is_null() { from_reserve(layout.size(), ask) } else { block };
        if !block.is_null() {
            count(layout.size());
        }
        block
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller says; where the system has none, the block is as it was.
        let ask = || unsafe { System.realloc(block, layout, size) };
        let moved = ask();
        let moved = if moved.is_null() { from_reserve(size, ask) } else { moved };
        if !moved.is_null() {
            forget(layout.size());
            count(size);
        }
        moved
    }
}
