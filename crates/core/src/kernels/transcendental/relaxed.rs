//! Formulas of many values in the browser, in relaxed SIMD where the browser has it (see [`crate::kernels::relaxed`]).
//! Start reading at [`run`].

use std::slice;

use wasm_bindgen::JsValue;

use super::many;
use crate::kernels::relaxed::{Functions, Place};

/// Replaces the values of so many vectors of 16 bytes at `at` by a formula's results.
pub type Loop<T> = unsafe extern "C" fn(at: *mut T, vectors: usize);

/// How many values a vector has.
const fn lanes<T>() -> usize {
    16 / size_of::<T>()
}

/// The formula of each value, in place.
pub(super) fn run<T: Copy + Default>(place: &Place<Loop<T>>, values: &mut [T]) {
    let vectors = values.len() / lanes::<T>();
    let (whole, rest) = values.split_at_mut(vectors * lanes::<T>());
    // What is left, in a vector of its own: no formula has to be here for single values.
    let mut last = [T::default(); 4];
    last[..rest.len()].copy_from_slice(rest);
    // SAFETY: what it reads and writes are the values of the slice and of the array, which has room for a vector.
    unsafe {
        place.function()(whole.as_mut_ptr(), vectors);
        if !rest.is_empty() {
            place.function()(last.as_mut_ptr(), 1);
        }
    }
    rest.copy_from_slice(&last[..rest.len()]);
}

/// A stand-in's loop. Not inlined, so that a stand-in is small that is called for nothing (see [`Place`]).
///
/// # Safety
/// As for any [`Loop`], so many values have to be there.
pub unsafe fn stand_in<T: Copy>(at: *mut T, vectors: usize, formula: impl Fn(T) -> T) {
    #[inline(never)]
    fn each<T: Copy>(values: &mut [T], formula: impl Fn(T) -> T) {
        values.iter_mut().for_each(|value| *value = formula(*value));
    }
    if vectors > 0 {
        // SAFETY: the caller's promise.
        each(unsafe { slice::from_raw_parts_mut(at, vectors * lanes::<T>()) }, formula);
    }
}

/// Puts the functions into the table.
pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
    put_all(functions, many::singles::ALL)?;
    put_all(functions, many::doubles::ALL)
}

fn put_all<T: Copy + Default>(functions: &Functions, all: &[(&str, &Place<Loop<T>>)]) -> Result<(), JsValue> {
    for (name, place) in all {
        run::<T>(place, &mut []);
        place.put(functions, name)?;
    }
    Ok(())
}
