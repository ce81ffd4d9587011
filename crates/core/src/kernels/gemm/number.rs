//! What is multiplied: floats, and integers that wrap.

use super::tile::{self, Tiles};
use crate::{kernels::real::Real, tensor::Element};

pub trait Number: Element {
    fn plus(self, other: Self) -> Self;
    fn multiply_add(self, a: Self, b: Self) -> Self;
    /// As [`Number::multiply_add`], floats in one rounding whatever it takes.
    fn multiply_add_once(self, a: Self, b: Self) -> Self {
        self.multiply_add(a, b)
    }
    /// The innermost loops. They may round once where they multiply and add.
    fn multiply_tiles(tiles: Tiles<Self>, c: &mut [Self]) {
        tile::multiply_plain(tiles, c);
    }
}

impl Number for f32 {
    #[inline(always)]
    fn multiply_add_once(self, a: Self, b: Self) -> Self {
        a.fused(b, self)
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }
    #[inline(always)]
    fn multiply_add(self, a: Self, b: Self) -> Self {
        self + a * b
    }
    #[cfg(target_arch = "wasm32")]
    fn multiply_tiles(tiles: Tiles<Self>, c: &mut [Self]) {
        super::relaxed::multiply(tiles, c);
    }
    #[cfg(target_arch = "x86_64")]
    fn multiply_tiles(tiles: Tiles<Self>, c: &mut [Self]) {
        super::fused::multiply(tiles, c);
    }
}

impl Number for f64 {
    #[inline(always)]
    fn multiply_add_once(self, a: Self, b: Self) -> Self {
        a.fused(b, self)
    }
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }
    #[inline(always)]
    fn multiply_add(self, a: Self, b: Self) -> Self {
        self + a * b
    }
    #[cfg(target_arch = "x86_64")]
    fn multiply_tiles(tiles: Tiles<Self>, c: &mut [Self]) {
        super::fused::multiply_wide(tiles, c);
    }
}

impl Number for i64 {
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline(always)]
    fn multiply_add(self, a: Self, b: Self) -> Self {
        self.wrapping_add(a.wrapping_mul(b))
    }
}
