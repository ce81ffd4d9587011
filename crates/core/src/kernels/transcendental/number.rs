//! What formulas are written over: kernels compute them, several values at once, and the build script writes them as a
//! browser's instructions, so nothing else may be used in them, and no branches.
//!
//! What it is not: a formula (`formulas` has those of float32, `double` those of float64). Start reading at [`Number`].

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A float32 or float64, or several next to each other.
pub trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// What it is made of.
    type Value: Copy + From<f32>;
    /// Whether something holds of each.
    type Mask: Copy;
    /// Added to a number and taken off again, it leaves the nearest integer; its last bits are that integer's.
    const ROUND: Self::Value;

    fn of(value: Self::Value) -> Self;
    /// self·b + c in one rounding; of float64 in two, where there is no instruction for it.
    fn fused(self, b: Self, c: Self) -> Self;
    /// self - a·b, likewise.
    fn less_product(self, a: Self, b: Self) -> Self;
    fn abs(self) -> Self;
    fn sqrt(self) -> Self;
    fn with_sign(self, of: Self) -> Self;
    /// NaN stays NaN.
    fn at_least(self, bound: Self) -> Self;
    /// NaN stays NaN.
    fn at_most(self, bound: Self) -> Self;
    /// Never of NaN.
    fn is_below(self, other: Self) -> Self::Mask;
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;
    /// 2 to the power of the integer in the last bits of `self`, which is that plus [`Number::ROUND`]; of those that a
    /// normal number has.
    fn power_of_2(self) -> Self;
    /// self·2^integer, likewise, in two steps, as neither the smallest numbers' exponents nor infinity's are ones that a
    /// normal number has.
    fn times_power_of_2(self, rounded: Self) -> Self;
    /// Whether that integer is odd.
    fn is_odd(self) -> Self::Mask;
    /// Of the other sign where that integer has the value 2 among its bits.
    fn turned(self, rounded: Self) -> Self;
    /// A positive normal number as m·2^e, with m between 3/4 and 3/2: m and e.
    fn split(self) -> (Self, Self);
}

/// c₀ + c₁x + c₂x² + …, by Horner's rule.
#[inline(always)]
pub fn polynomial<N: Number>(x: N, coefficients: &[N::Value]) -> N {
    let (last, others) = coefficients.split_last().expect("a polynomial has coefficients");
    others.iter().rev().fold(N::of(*last), |value, coefficient| value.fused(x, N::of(*coefficient)))
}

/// What exponentials of a kind of numbers are made of.
pub struct Exponential<V: 'static> {
    pub log2_e: V,
    /// ln 2 in two parts: the first has so few bits that its product with an exponent is exact (Cody and Waite).
    pub ln_2: [V; 2],
    /// (e^r - 1 - r)/r² as a polynomial, up to r = ln 2 / 2.
    pub curve: &'static [V],
}

impl<V: Copy + From<f32>> Exponential<V> {
    /// e^x = 2^turns · (1 + high + low), where `low` has the digits that do not fit into `high`; `turns` is in the last bits
    /// of what comes first.
    #[inline(always)]
    pub fn parts<N: Number<Value = V>>(&self, x: N) -> (N, N, N) {
        let rounded = x.fused(N::of(self.log2_e), N::of(N::ROUND));
        let turns = rounded - N::of(N::ROUND);
        let first = x.less_product(turns, N::of(self.ln_2[0]));
        let high = first.less_product(turns, N::of(self.ln_2[1]));
        let low = (first - high).less_product(turns, N::of(self.ln_2[1]));
        (rounded, high, (high * high).fused(polynomial(high, self.curve), low))
    }

    /// e^x.
    #[inline(always)]
    pub fn of<N: Number<Value = V>>(&self, x: N) -> N {
        let (rounded, high, low) = self.parts(x);
        let one = N::of(1_f32.into());
        let sum = one + high;
        let rest = (high - (sum - one)) + low;
        (sum + rest).times_power_of_2(rounded)
    }
}

/// `value`, the logarithm of `x` where that is a positive number, else minus infinity, NaN or infinity.
#[inline(always)]
pub fn ends<N: Number>(x: N, value: N) -> N {
    let [zero, nan, infinity] = [0.0, f32::NAN, f32::INFINITY].map(|end| N::of(end.into()));
    let other = N::select(x.is_below(zero), nan, x - infinity);
    let value = N::select(zero.is_below(x), value, other);
    N::select(x.is_below(infinity), value, x)
}
