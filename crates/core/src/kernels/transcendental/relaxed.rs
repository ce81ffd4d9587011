//! e^x of many values in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]). Start
//! reading at [`exp`].

use std::{
    mem::transmute,
    slice,
    sync::atomic::{AtomicUsize, Ordering},
};

use wasm_bindgen::JsValue;

use super::narrow::exp_in_vectors;
use crate::kernels::relaxed::Functions;

/// How many values it takes at a time.
const LANES: usize = 4;

/// Replaces `fours` times four float32 at `at` by their powers of e.
type Exponential = unsafe extern "C" fn(at: *mut f32, fours: usize);

/// Where in the table the function is, once it is there.
static PLACE: AtomicUsize = AtomicUsize::new(0);

/// e^x of each value, in place.
pub fn exp(values: &mut [f32]) {
    let (fours, rest) = values.as_chunks_mut::<LANES>();
    let place = PLACE.load(Ordering::Relaxed);
    // SAFETY: in WebAssembly a function's address is its place in the table, and `put` put one of this type there. What
    // either reads and writes are the values of the slice.
    unsafe {
        let exponential =
            if place == 0 { stand_in as Exponential } else { transmute::<usize, Exponential>(place) };
        exponential(fours.as_mut_ptr().cast(), fours.len());
    }
    rest.iter_mut().for_each(|value| *value = exp_in_vectors(*value));
}

/// The same in plain SIMD, until [`put`] was called.
#[inline(never)]
unsafe extern "C" fn stand_in(at: *mut f32, fours: usize) {
    // SAFETY: the caller's promise (see `Exponential`).
    let values = unsafe { slice::from_raw_parts_mut(at, fours * LANES) };
    values.iter_mut().for_each(|value| *value = exp_in_vectors(*value));
}

/// Puts the function into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    // Called, so that it counts among what the kernel starts with: the rest of this module, which comes later, fills the
    // places of its own functions in the table, and there the stand-in would take its place back.
    // SAFETY: the values of the array.
    unsafe { stand_in([0.0; LANES].as_mut_ptr(), 1) };
    let place = functions.put("exponential", stand_in as Exponential as usize)?;
    PLACE.store(place, Ordering::Relaxed);
    Ok(())
}
