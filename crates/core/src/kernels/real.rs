//! What update rules and random streams ask of a float: arithmetic, and products added with one rounding.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::tensor::Element;

/// float32 or float64.
pub trait Real:
    Element
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    fn of(value: f64) -> Self;
    /// self·b + c, rounded once.
    fn fused(self, b: Self, c: Self) -> Self;
    fn sqrt(self) -> Self;
    fn abs(self) -> Self;
}

impl Real for f32 {
    #[inline(always)]
    fn of(value: f64) -> Self {
        value as f32
    }
    /// Where the hardware has no fused multiply-add, as in wasm, float64 holds the product exactly; the sum is then
    /// rounded twice, which differs from once in about one of 10⁸ results. The same everywhere, so that bits agree.
    #[inline(always)]
    fn fused(self, b: Self, c: Self) -> Self {
        (self as f64 * b as f64 + c as f64) as f32
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        self.sqrt()
    }
    #[inline(always)]
    fn abs(self) -> Self {
        self.abs()
    }
}

impl Real for f64 {
    #[inline(always)]
    fn of(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn fused(self, b: Self, c: Self) -> Self {
        self.mul_add(b, c)
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        self.sqrt()
    }
    #[inline(always)]
    fn abs(self) -> Self {
        self.abs()
    }
}
