//! Formulas of many values in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`run`].

use std::slice;

use wasm_bindgen::JsValue;

use super::many;
use crate::kernels::relaxed::{Functions, Place};

/// How many values are taken at a time.
const LANES: usize = 4;

/// Replaces `fours` times four float32 at `at` by a formula's results.
pub type Loop = unsafe extern "C" fn(at: *mut f32, fours: usize);

/// The formula of each value, in place.
pub(super) fn run(place: &Place<Loop>, values: &mut [f32], formula: impl Fn(f32) -> f32) {
    let (fours, rest) = values.as_chunks_mut::<LANES>();
    // SAFETY: what it reads and writes are the values of the slice.
    unsafe { place.function()(fours.as_mut_ptr().cast(), fours.len()) };
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
        // SAFETY: the values of the array.
        unsafe { place.function()([0.0; LANES].as_mut_ptr(), 1) };
        place.put(functions, name)?;
    }
    Ok(())
}
