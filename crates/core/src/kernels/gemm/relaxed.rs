//! Tiles of a matrix product in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`multiply`].

use std::slice;

use wasm_bindgen::JsValue;

use super::{
    COLS, ROWS,
    tile::{self, Tiles},
};
use crate::kernels::relaxed::{Functions, Place};

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

static PLACE: Place<Multiply> = Place::of(stand_in);

/// As [`tile::multiply_plain`].
pub fn multiply(tiles: Tiles<f32>, c: &mut [f32]) {
    let Tiles { a, b, depth, stride, adds } = tiles;
    let count = a.len() / (ROWS * depth).max(1);
    if count == 0 {
        return;
    }
    assert!(b.len() >= COLS * depth && c.len() >= span(count, stride), "tiles lie in C");
    let bytes = stride * size_of::<f32>();
    // SAFETY: what it reads and writes lies in the slices, as was just checked.
    unsafe { PLACE.function()(a.as_ptr(), b.as_ptr(), c.as_mut_ptr(), depth, bytes, count, adds) };
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

/// Puts the product into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    let (a, b, mut c) = ([0.0; ROWS], [0.0; COLS], [0.0; ROWS * COLS]);
    let bytes = COLS * size_of::<f32>();
    // SAFETY: one tile of depth 1, whose panels and lines these are.
    unsafe { stand_in(a.as_ptr(), b.as_ptr(), c.as_mut_ptr(), 1, bytes, 1, false) };
    PLACE.put(functions, "multiply")
}
