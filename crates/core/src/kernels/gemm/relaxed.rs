//! Fused multiply-adds in the browser: the innermost loops in relaxed SIMD, where the browser has it.
//!
//! They are a WebAssembly module of their own, of a thousand bytes (see `build.rs`). Its function works in this
//! module's memory and takes the place of [`stand_in`] in this module's function table, so that Rust calls it like
//! any other, once [`load`] was called. A place is taken and not added, because linkers give the table no room to grow.

use std::{
    mem::transmute,
    slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    COLS, ROWS,
    tile::{self, Tiles},
};

const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm"));

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
    // SAFETY: in WebAssembly a function's address is its place in the table, and `load` put one of this type there. What
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

/// The same in plain SIMD, until [`load`] was called.
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

/// Has products and sums rounded once from now on, where the browser can: compiles the module and puts its function into the
/// table. To be called in each browser anew, as memory may come from where it was not there.
///
/// # Errors
/// Where there is no relaxed SIMD; everything stays as it was.
pub fn load() -> Result<(), JsValue> {
    keep_stand_in();
    let kernel = Object::new();
    Reflect::set(&kernel, &"memory".into(), &wasm_bindgen::memory())?;
    let imports = Object::new();
    Reflect::set(&imports, &"kernel".into(), &kernel)?;
    let module = WebAssembly::Module::new(&Uint8Array::from(MODULE))?;
    let instance = WebAssembly::Instance::new(&module, &imports)?;
    let function: Function = Reflect::get(&instance.exports(), &"multiply".into())?.dyn_into()?;
    let table: WebAssembly::Table = wasm_bindgen::function_table().dyn_into()?;
    let place = JsValue::from(stand_in as Multiply as usize as u32);
    table.set(place.unchecked_into_f64() as u32, &function)?;
    // By way of JavaScript, as the compiler would otherwise know whom it calls, and call the stand-in.
    PLACE.store(place.unchecked_into_f64() as usize, Ordering::Relaxed);
    Ok(())
}
