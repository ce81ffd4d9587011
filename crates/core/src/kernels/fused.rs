//! Rows of float32 times factors, with terms added in one rounding: quick where the processor or the browser has fused
//! products, and the same numbers everywhere. Start reading at [`scaled`].

use super::real::Real;

/// Whether loops may be compiled for AVX2 with fused products (`#[target_feature(enable = "avx2,fma")]`).
#[cfg(target_arch = "x86_64")]
pub fn has_fused_products() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")
}

/// Declares a loop of that name with fused products by `$fused(a, b, c)`: a·b + c.
macro_rules! by_processor {
    ($(#[$doc:meta])* $name:ident($values:ident: &mut [f32], $($other:ident: $type:ty),+) as $loop:ident) => {
        $(#[$doc])*
        #[cfg(not(target_arch = "wasm32"))]
        pub fn $name($values: &mut [f32], $($other: $type),+) {
            #[cfg(target_arch = "x86_64")]
            if has_fused_products() {
                #[target_feature(enable = "avx2,fma")]
                fn fused($values: &mut [f32], $($other: $type),+) {
                    $loop($values, $($other),+, |a, b, c| a.mul_add(b, c));
                }
                // SAFETY: the processor has what the function is compiled for.
                return unsafe { fused($values, $($other),+) };
            }
            $loop($values, $($other),+, f32::fused);
        }
    };
}

by_processor!(
    /// value·factor + term in the place of each value.
    scaled(values: &mut [f32], factor: f32, term: f32) as scale
);
by_processor!(
    /// value·factor + term in the place of each value, with the factors and terms beside it.
    weighed(values: &mut [f32], factors: &[f32], terms: &[f32]) as weigh
);

#[inline(always)]
fn scale(values: &mut [f32], factor: f32, term: f32, fused: impl Fn(f32, f32, f32) -> f32) {
    values.iter_mut().for_each(|value| *value = fused(*value, factor, term));
}

#[inline(always)]
fn weigh(values: &mut [f32], factors: &[f32], terms: &[f32], fused: impl Fn(f32, f32, f32) -> f32) {
    debug_assert!(factors.len() >= values.len() && terms.len() >= values.len(), "each value has both");
    for ((value, factor), term) in values.iter_mut().zip(factors).zip(terms) {
        *value = fused(*value, *factor, *term);
    }
}

#[cfg(target_arch = "wasm32")]
pub(in crate::kernels) use in_browser::put;
#[cfg(target_arch = "wasm32")]
pub use in_browser::{scaled, weighed};

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::slice;

    use wasm_bindgen::JsValue;

    use super::{Real, scale, weigh};
    use crate::kernels::relaxed::{Functions, Place};

    const LANES: usize = 4;

    type Scaled = unsafe extern "C" fn(at: *mut f32, fours: usize, factor: f32, term: f32);
    type Weighed = unsafe extern "C" fn(at: *mut f32, factors: *const f32, terms: *const f32, fours: usize);

    static SCALED: Place<Scaled> = Place::of(stand_in_for_scaled);
    static WEIGHED: Place<Weighed> = Place::of(stand_in_for_weighed);

    /// value·factor + term in the place of each value.
    pub fn scaled(values: &mut [f32], factor: f32, term: f32) {
        let (fours, rest) = values.as_chunks_mut::<LANES>();
        // SAFETY: what it reads and writes are the values of the slice.
        unsafe { SCALED.function()(fours.as_mut_ptr().cast(), fours.len(), factor, term) };
        scale(rest, factor, term, f32::fused);
    }

    /// value·factor + term in the place of each value, with the factors and terms beside it.
    pub fn weighed(values: &mut [f32], factors: &[f32], terms: &[f32]) {
        assert!(factors.len() >= values.len() && terms.len() >= values.len(), "each value has both");
        let (fours, rest) = values.as_chunks_mut::<LANES>();
        let done = fours.len() * LANES;
        // SAFETY: what it reads and writes lies in the slices, as was just checked.
        unsafe {
            WEIGHED.function()(fours.as_mut_ptr().cast(), factors.as_ptr(), terms.as_ptr(), fours.len());
        }
        weigh(rest, &factors[done..], &terms[done..], f32::fused);
    }

    #[inline(never)]
    unsafe extern "C" fn stand_in_for_scaled(at: *mut f32, fours: usize, factor: f32, term: f32) {
        if fours > 0 {
            // SAFETY: the caller's promise: so many values are there.
            scaled_exactly(unsafe { slice::from_raw_parts_mut(at, fours * LANES) }, factor, term);
        }
    }

    #[inline(never)]
    fn scaled_exactly(values: &mut [f32], factor: f32, term: f32) {
        scale(values, factor, term, f32::fused);
    }

    #[inline(never)]
    unsafe extern "C" fn stand_in_for_weighed(
        at: *mut f32,
        factors: *const f32,
        terms: *const f32,
        fours: usize,
    ) {
        if fours == 0 {
            return;
        }
        let count = fours * LANES;
        // SAFETY: the caller's promise: so many values, factors and terms are there.
        let (values, factors, terms) = unsafe {
            (
                slice::from_raw_parts_mut(at, count),
                slice::from_raw_parts(factors, count),
                slice::from_raw_parts(terms, count),
            )
        };
        weighed_exactly(values, factors, terms);
    }

    #[inline(never)]
    fn weighed_exactly(values: &mut [f32], factors: &[f32], terms: &[f32]) {
        weigh(values, factors, terms, f32::fused);
    }

    /// Puts the functions into the table.
    pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
        scaled(&mut [], 0.0, 0.0);
        weighed(&mut [], &[], &[]);
        SCALED.put(functions, "scaled")?;
        WEIGHED.put(functions, "weighed")
    }
}
