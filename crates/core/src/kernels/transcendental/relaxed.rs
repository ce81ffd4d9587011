//! Formulas of many values in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`run`].

use std::{
    mem::transmute,
    slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use wasm_bindgen::JsValue;

use super::many;
use crate::kernels::relaxed::Functions;

/// How many values are taken at a time.
const LANES: usize = 4;

/// Replaces `fours` times four float32 at `at` by a formula's results.
pub type Loop = unsafe extern "C" fn(at: *mut f32, fours: usize);

/// Where a formula's loop is: until [`put`] was called, a stand-in in plain SIMD.
pub struct Place {
    in_table: AtomicUsize,
    stand_in: Loop,
}

impl Place {
    pub const fn of(stand_in: Loop) -> Self {
        Self { in_table: AtomicUsize::new(0), stand_in }
    }
}

/// The formula of each value, in place.
pub fn run(place: &Place, values: &mut [f32], formula: impl Fn(f32) -> f32) {
    let (fours, rest) = values.as_chunks_mut::<LANES>();
    let at = place.in_table.load(Ordering::Relaxed);
    // SAFETY: in WebAssembly a function's address is its place in the table, and `put` put one of this type there. What
    // either reads and writes are the values of the slice.
    unsafe {
        let function = if at == 0 { place.stand_in } else { transmute::<usize, Loop>(at) };
        function(fours.as_mut_ptr().cast(), fours.len());
    }
    rest.iter_mut().for_each(|value| *value = formula(*value));
}

/// A stand-in's loop.
///
/// # Safety
/// As for any [`Loop`], so many values have to be there.
pub unsafe fn four_by_four(at: *mut f32, fours: usize, formula: impl Fn(f32) -> f32) {
    // SAFETY: the caller's promise.
    let values = unsafe { slice::from_raw_parts_mut(at, fours * LANES) };
    values.iter_mut().for_each(|value| *value = formula(*value));
}

/// Puts the functions into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    for (name, place) in many::relaxed::ALL {
        // Called, so that it counts among what the kernel starts with: the rest of this module, which comes later, fills
        // the places of its own functions in the table, and there the stand-in would take its place back.
        // SAFETY: the values of the array.
        unsafe { (place.stand_in)([0.0; LANES].as_mut_ptr(), 1) };
        place.in_table.store(functions.put(name, place.stand_in as usize)?, Ordering::Relaxed);
    }
    Ok(())
}
