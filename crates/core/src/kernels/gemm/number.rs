//! What is multiplied: floats, and integers that wrap.

use super::tile::{self, Tiles};
use crate::tensor::Element;

pub trait Number: Element {
    fn plus(self, other: Self) -> Self;
    fn multiply_add(self, a: Self, b: Self) -> Self;
    /// The innermost loops. They may round once where they multiply and add.
    fn multiply_tiles(tiles: Tiles<Self>, c: &mut [Self]) {
        tile::multiply_plain(tiles, c);
    }
}

impl Number for f32 {
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
}

impl Number for f64 {
    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }
    #[inline(always)]
    fn multiply_add(self, a: Self, b: Self) -> Self {
        self + a * b
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
