//! Functions of single values of float32, and those that PyTorch computes by other formulas where there are many.
//!
//! What it is not: quick, for which values are to be taken together ([`many`]). Start reading at [`InVectors`].

use super::{formulas, lane::Exact, many, wide};
use crate::kernels::real::Real;

/// The natural logarithm.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    formulas::ln(Exact(x)).0
}

/// The natural logarithm of a normal number as PyTorch's loops over vectors have it, to the bit: Sleef's `logf` of one unit in
/// the last place. What it keeps in two float32 is a float64 here.
#[inline(always)]
pub fn ln_in_vectors(x: f32) -> f32 {
    let exponent = ((x * (1.0 / 0.75)).to_bits() >> 23) as i32 - 127;
    let rest = f32::from_bits(x.to_bits().wrapping_sub((exponent << 23) as u32));
    let ratio = (rest as f64 - 1.0) / (rest as f64 + 1.0);
    let near = (rest - 1.0) * (1.0 / (rest + 1.0));
    let square = near * near;
    let sum = 0.302_729_5_f32.fused(square, 0.399_610_82).fused(square, 0.666_669_5);
    let whole = exponent as f64 * (std::f32::consts::LN_2 as f64 - 1.904_654_3e-9_f32 as f64) + 2.0 * ratio;
    (whole + (square * near * sum) as f64) as f32
}

/// The values of two vectors of sixteen.
pub const PAIR: usize = 32;

/// A function that PyTorch computes by one formula where values fill two vectors of sixteen, and by another where they do
/// not; the last bits differ.
pub trait InVectors {
    fn vectors(values: &mut [f32]);
    fn alone(x: f32) -> f32;

    /// Over values that lie side by side.
    fn over(values: &mut [f32]) {
        let whole = values.len() / PAIR * PAIR;
        let (vectors, rest) = values.split_at_mut(whole);
        Self::vectors(vectors);
        rest.iter_mut().for_each(|value| *value = Self::alone(*value));
    }
}

/// 1/(1 + e^-x).
pub struct Sigmoid;

impl InVectors for Sigmoid {
    fn vectors(values: &mut [f32]) {
        many::sigmoid(values);
    }
    #[inline(always)]
    fn alone(x: f32) -> f32 {
        1.0 / (1.0 + wide::exp(-x as f64) as f32)
    }
}

/// x/(1 + e^-x).
pub struct Silu;

impl InVectors for Silu {
    fn vectors(values: &mut [f32]) {
        many::silu(values);
    }
    #[inline(always)]
    fn alone(x: f32) -> f32 {
        x / (1.0 + wide::exp(-x as f64) as f32)
    }
}

/// The logarithm to base 2.
#[inline(always)]
pub fn log2(x: f32) -> f32 {
    wide::log2(x as f64) as f32
}

/// The logarithm to base 10.
#[inline(always)]
pub fn log10(x: f32) -> f32 {
    (wide::ln(x as f64) * std::f64::consts::LOG10_E) as f32
}

/// a to the power of b, for positive a and b, both less than infinity: exp(b·ln a) in float64.
#[inline(always)]
pub fn pow(a: f32, b: f32) -> f32 {
    wide::exp(b as f64 * wide::ln(a as f64)) as f32
}
