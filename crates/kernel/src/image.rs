//! What the kernel's memory holds when it comes to the browser: Python, started when the kernel is built.
//!
//! What it is not: the writing of that memory into the module, which `www/image.mjs` does. Start reading at [`prepare`].

use std::{arch::wasm32::memory_size, hint::black_box};

use wasm_bindgen::prelude::*;

use crate::worker;

/// What nearly every lesson begins with.
const IMPORTED: &[&str] = &["torch", "matplotlib.pyplot"];

/// Starts Python, once, when the kernel is built. Nothing in the memory may refer to a value of JavaScript's but the
/// global object.
#[wasm_bindgen]
pub fn prepare() {
    worker::start_python(IMPORTED);
    clear_free_memory();
}

/// Overwrites with zeros what is free, as it travels with the rest: all of it is taken, and given back.
fn clear_free_memory() {
    crate::MEMORY.give_back();
    // Large pieces first, as each leaves a few bytes that say how long it was.
    let (large, medium, small) = (fill::<8000>(), fill::<500>(), fill::<6>());
    empty(large);
    empty(medium);
    empty(small);
    crate::MEMORY.give_back();
}

struct Block<const WORDS: usize> {
    before: Option<Box<Block<WORDS>>>,
    _zeros: [u64; WORDS],
}

/// Blocks until the memory grows, as then there was no room left for one. The compiler must not see that nobody reads
/// what is written.
fn fill<const WORDS: usize>() -> Option<Box<Block<WORDS>>> {
    let size = memory_size::<0>();
    let mut last = None;
    while memory_size::<0>() == size {
        last = Some(black_box(Box::new(Block { before: last, _zeros: [0; WORDS] })));
    }
    last
}

fn empty<const WORDS: usize>(mut last: Option<Box<Block<WORDS>>>) {
    while let Some(mut block) = last {
        last = block.before.take();
        black_box(block);
    }
}
