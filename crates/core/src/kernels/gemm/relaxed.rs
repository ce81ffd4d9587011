//! Tiles of a matrix product in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`multiply`].

use std::{
    mem::transmute,
    slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use wasm_bindgen::JsValue;

use super::{
    COLS, ROWS,
    tile::{self, Tiles},
};
use crate::kernels::relaxed::Functions;

/// Multiplies `tiles` panels of ROWS·`depth` values at `a` and one of COLS·`depth` at `b`, and writes or adds lines of
/// COLS values at `c`, ROWS for each tile, `stride` bytes apart.
type Multiply = unsafe extern "C" fn(
    a: *const f32,
    b: *const f32,
    c: *mut f32,
    depth: usize,
    stride: usize,
    tiles: usize,
    adds: bool,
);

/// Where in the table the function is, once it is there.
static PLACE: AtomicUsize = AtomicUsize::new(0);

/// As [`tile::multiply_plain`].
pub fn multiply(tiles: Tiles<f32>, c: &mut [f32]) {
    let Tiles { a, b, depth, stride, adds } = tiles;
    let count = a.len() / (ROWS * depth).max(1);
    if count == 0 {
        return;
    }
    assert!(b.len() >= COLS * depth && c.len() >= span(count, stride), "tiles lie in C");
    let bytes = stride * size_of::<f32>();
    let place = PLACE.load(Ordering::Relaxed);
    // SAFETY: in WebAssembly a function's address is its place in the table, and [`put`] put one of this type there. What
    // either reads and writes lies in the slices, as was just checked.
    unsafe {
        let multiply = if place == 0 { stand_in as Multiply } else { transmute::<usize, Multiply>(place) };
        multiply(a.as_ptr(), b.as_ptr(), c.as_mut_ptr(), depth, bytes, count, adds);
    }
}

/// From the first value of C to behind the last.
fn span(tiles: usize, stride: usize) -> usize {
    (tiles * ROWS - 1) * stride + COLS
}

/// The same in plain SIMD, until [`put`] was called.
#[inline(never)]
unsafe extern "C" fn stand_in(
    a: *const f32,
    b: *const f32,
    c: *mut f32,
    depth: usize,
    stride: usize,
    tiles: usize,
    adds: bool,
) {
    let stride = stride / size_of::<f32>();
    // SAFETY: the caller's promise (see `Multiply`).
    let (a, b, c) = unsafe {
        (
            slice::from_raw_parts(a, tiles * ROWS * depth),
            slice::from_raw_parts(b, COLS * depth),
            slice::from_raw_parts_mut(c, span(tiles, stride)),
        )
    };
    tile::multiply_plain(Tiles { a, b, depth, stride, adds }, c);
}

/// Calls it, so that it counts among what the kernel starts with. The rest of this module, which comes later, fills the places
/// of its own functions in the table: there the stand-in would take its place back.
fn keep_stand_in() {
    let (a, b, mut c) = ([0.0; ROWS], [0.0; COLS], [0.0; ROWS * COLS]);
    let bytes = COLS * size_of::<f32>();
    // SAFETY: one tile of depth 1, whose panels and lines these are.
    unsafe { stand_in(a.as_ptr(), b.as_ptr(), c.as_mut_ptr(), 1, bytes, 1, false) }
}

/// Puts the product into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    keep_stand_in();
    let place = functions.put("multiply", stand_in as Multiply as usize)?;
    PLACE.store(place, Ordering::Relaxed);
    Ok(())
}
