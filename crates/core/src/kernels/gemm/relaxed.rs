//! Tiles of a matrix product in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`multiply`].

use std::{ptr, slice};

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
    if tiles == 0 {
        return;
    }
    let stride = stride / size_of::<f32>();
    // SAFETY: the caller's promise (see `Multiply`).
    let (a, b, c) = unsafe {
        (
            slice::from_raw_parts(a, tiles * ROWS * depth),
            slice::from_raw_parts(b, COLS * depth),
            slice::from_raw_parts_mut(c, span(tiles, stride)),
        )
    };
    plainly(Tiles { a, b, depth, stride, adds }, c);
}

#[inline(never)]
fn plainly(tiles: Tiles<f32>, c: &mut [f32]) {
    tile::multiply_plain(tiles, c);
}

/// Puts the product into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    // SAFETY: of no tiles nothing is read or written.
    unsafe { PLACE.function()(ptr::null(), ptr::null(), ptr::null_mut(), 0, 0, 0, false) };
    PLACE.put(functions, "multiply")
}
