//! Fused multiply-adds natively: the innermost loops for processors that have them, chosen when they run.
//!
//! What it is not: the loops ([`tile`]). Start reading at [`multiply`].

use super::tile::{self, Tiles};
use crate::kernels::fused::has_fused_products;

macro_rules! fused {
    ($name:ident, $float:ty) => {
        /// As [`tile::multiply_plain`], with one rounding for each product and sum where the processor can.
        pub fn $name(tiles: Tiles<$float>, c: &mut [$float]) {
            #[target_feature(enable = "avx2,fma")]
            fn quick(tiles: Tiles<$float>, c: &mut [$float]) {
                tile::multiply_by(tiles, c, |sum, a, b| a.mul_add(b, sum));
            }
            if has_fused_products() {
                // SAFETY: the processor has what the function is compiled for.
                unsafe { quick(tiles, c) }
            } else {
                tile::multiply_plain(tiles, c);
            }
        }
    };
}

fused!(multiply, f32);
fused!(multiply_wide, f64);
