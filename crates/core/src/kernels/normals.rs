//! Blocks of uniform numbers that become normals (see [`cephes::normals`]). Start reading at [`normals`].

use super::transcendental::{cephes, lane::Exact, number::Number};

/// How many values a block has: the first half are the first numbers of pairs, the other half the second ones.
pub const BLOCK: usize = 16;

/// The normals of whole blocks of uniform numbers, in place.
#[cfg(not(target_arch = "wasm32"))]
pub fn normals(values: &mut [f32], mean: f32, std: f32) {
    #[cfg(target_arch = "x86_64")]
    if super::fused::has_fused_products() {
        use super::transcendental::lane::Fused;
        #[target_feature(enable = "avx2,fma")]
        fn fused(values: &mut [f32], mean: f32, std: f32) {
            transform(values, [mean, std].map(Fused), |value| value.0);
        }
        // SAFETY: the processor has what the function is compiled for.
        return unsafe { fused(values, mean, std) };
    }
    transform(values, [mean, std].map(Exact), |value| value.0);
}

#[inline(always)]
fn transform<N: Number<Value = f32>>(values: &mut [f32], [mean, std]: [N; 2], value: impl Fn(N) -> f32) {
    for block in values.as_chunks_mut::<BLOCK>().0 {
        let (firsts, seconds) = block.split_at_mut(BLOCK / 2);
        for (first, second) in firsts.iter_mut().zip(seconds) {
            [*first, *second] = cephes::normals([*first, *second].map(N::of), mean, std).map(&value);
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use in_browser::normals;
#[cfg(target_arch = "wasm32")]
pub(in crate::kernels) use in_browser::put;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use std::slice;

    use wasm_bindgen::JsValue;

    use super::{BLOCK, Exact, transform};
    use crate::kernels::relaxed::{Functions, Place};

    type Normals = unsafe extern "C" fn(at: *mut f32, blocks: usize, mean: f32, std: f32);

    static NORMALS: Place<Normals> = Place::of(stand_in);

    /// The normals of whole blocks of uniform numbers, in place.
    pub fn normals(values: &mut [f32], mean: f32, std: f32) {
        // SAFETY: what it reads and writes are the values of the slice.
        unsafe { NORMALS.function()(values.as_mut_ptr(), values.len() / BLOCK, mean, std) };
    }

    #[inline(never)]
    unsafe extern "C" fn stand_in(at: *mut f32, blocks: usize, mean: f32, std: f32) {
        if blocks > 0 {
            // SAFETY: the caller's promise: so many blocks are there.
            exactly(unsafe { slice::from_raw_parts_mut(at, blocks * BLOCK) }, mean, std);
        }
    }

    #[inline(never)]
    fn exactly(values: &mut [f32], mean: f32, std: f32) {
        transform(values, [mean, std].map(Exact), |value| value.0);
    }

    /// Puts the function into the table.
    pub(in crate::kernels) fn put(functions: &Functions) -> Result<(), JsValue> {
        normals(&mut [], 0.0, 1.0);
        NORMALS.put(functions, "normals")
    }
}
