//! Functions of float32, within one unit in the last place of the true value, and mostly the nearest number to it.
//!
//! What it is not: exact; of `exp` one value in sixty is the second nearest, of `sin` and `cos` one in thirty, of `erf`
//! one in twelve at worst. Start reading at [`Exponential`].

use super::{
    exp_numbers::{CURVE, LN_2, ROUND},
    many, polynomial, wide,
};
use crate::kernels::real::Real;

polynomial! { polynomial, f32 }

/// e^x = 2^exponent · (1 + high + low), where `low` has the digits that do not fit into `high`.
struct Exponential {
    exponent: i32,
    high: f32,
    low: f32,
}

impl Exponential {
    /// Of `x`, brought between the bounds.
    #[inline(always)]
    fn of(x: f32, min: f32, max: f32) -> Self {
        let x = if x < min { min } else { x };
        let x = if x > max { max } else { x };
        let rounded = x * std::f32::consts::LOG2_E + ROUND;
        let turns = rounded - ROUND;
        let (first, second) = (x - turns * LN_2[0], turns * LN_2[1]);
        let high = first - second;
        // (e^r - 1 - r)/r²
        let rest = polynomial(
            high,
            [0.5, 0.166_666_67, 0.041_666_457, 0.008_333_31, 0.001_393_454_2, 0.000_198_919_8],
        );
        Exponential {
            exponent: rounded.to_bits().wrapping_sub(ROUND.to_bits()) as i32,
            high,
            low: ((first - high) - second) + high * high * rest,
        }
    }
    /// e^x - 2^exponent, over 2^exponent.
    #[inline(always)]
    fn less_one(&self) -> f64 {
        self.high as f64 + self.low as f64
    }
}

/// 2^exponent, for what float32 can hold.
#[inline(always)]
fn power_of_2(exponent: i32) -> f32 {
    f32::from_bits(((exponent + 127) << 23) as u32)
}

/// e^x.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let parts = Exponential::of(x, -105.0, 89.0);
    let sum = 1.0 + parts.high;
    let rest = (parts.high - (sum - 1.0)) + parts.low;
    // In two steps, as neither the smallest numbers' exponents nor infinity's are ones that a normal number has.
    let half = parts.exponent >> 1;
    (sum + rest) * power_of_2(half) * power_of_2(parts.exponent - half)
}

/// e^x as PyTorch's loops over vectors have it, to the bit: Sleef's `expf` of one unit in the last place (Shibata and
/// Petrogalli, 2020), each product and sum in one rounding.
#[inline(always)]
pub fn exp_in_vectors(x: f32) -> f32 {
    exp_by(x, |a, b, c| a.fused(b, c))
}

/// The same, where `fused(a, b, c)` is a·b + c in one rounding.
#[inline(always)]
pub fn exp_by(x: f32, fused: impl Fn(f32, f32, f32) -> f32) -> f32 {
    let within = x.clamp(-105.0, 101.0);
    let turns = (within * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let rest = fused(-turns, LN_2[1], fused(-turns, LN_2[0], within));
    let [first, powers @ ..] = CURVE;
    let sum = powers.into_iter().fold(first, |sum, power| fused(sum, rest, power));
    let (exponent, half) = (turns as i32, turns as i32 >> 1);
    let value = (1.0 + fused(rest * rest, sum, rest)) * power_of_2(half) * power_of_2(exponent - half);
    let value = if x < -104.0 { 0.0 } else { value };
    if x > 100.0 { f32::INFINITY } else { value }
}

/// The natural logarithm of a normal number as PyTorch's loops over vectors have it, to the bit: Sleef's `logf` of one unit in
/// the last place. What it keeps in two float32 is a float64 here.
#[inline(always)]
pub fn ln_in_vectors(x: f32) -> f32 {
    let exponent = ((x * (1.0 / 0.75)).to_bits() >> 23) as i32 - 127;
    let rest = x * power_of_2(-exponent);
    let ratio = (rest as f64 - 1.0) / (rest as f64 + 1.0);
    let near = (rest - 1.0) * (1.0 / (rest + 1.0));
    let square = near * near;
    let sum = 0.302_729_5_f32.fused(square, 0.399_610_82).fused(square, 0.666_669_5);
    let whole = exponent as f64 * (std::f32::consts::LN_2 as f64 - 1.904_654_3e-9_f32 as f64) + 2.0 * ratio;
    (whole + (square * near * sum) as f64) as f32
}

/// e^x with about 28 bits, for what goes on computing in float64. Beyond ±150 it stays what it is there.
#[inline(always)]
pub fn exp_wide(x: f32) -> f64 {
    let parts = Exponential::of(x, -150.0, 150.0);
    let half = parts.exponent >> 1;
    let power = power_of_2(half) as f64 * power_of_2(parts.exponent - half) as f64;
    power + power * parts.less_one()
}

/// e^x - 1 likewise, exact near 0. Beyond ±80 it stays what it is there.
#[inline(always)]
fn expm1_wide(x: f32) -> f64 {
    let parts = Exponential::of(x, -80.0, 80.0);
    let power = power_of_2(parts.exponent) as f64;
    power * parts.less_one() + (power - 1.0)
}

/// Minus 0 where an odd function is asked for that, whose sign sums lose.
#[inline(always)]
fn signed_zero(x: f32, value: f32) -> f32 {
    if x == 0.0 { x } else { value }
}

/// e^x - 1, exact near 0.
#[inline(always)]
pub fn expm1(x: f32) -> f32 {
    let (near, far) = (signed_zero(x, expm1_wide(x) as f32), exp(x));
    if x > 80.0 { far } else { near }
}

/// The hyperbolic tangent.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let power = expm1_wide(2.0 * x.abs());
    ((power / (power + 2.0)) as f32).copysign(x)
}

/// A function that PyTorch computes by one formula where values fill two vectors of sixteen, and by another where they do
/// not; the last bits differ.
pub trait InVectors {
    fn vectors(values: &mut [f32]);
    fn alone(x: f32) -> f32;

    /// Over values that lie side by side.
    fn over(values: &mut [f32]) {
        const PAIR: usize = 32;
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
        many::with_exp(values, |value| -value, |value, power| *value = 1.0 / (1.0 + power));
    }
    #[inline(always)]
    fn alone(x: f32) -> f32 {
        1.0 / (1.0 + exp_wide(-x) as f32)
    }
}

/// x/(1 + e^-x).
pub struct Silu;

impl InVectors for Silu {
    fn vectors(values: &mut [f32]) {
        many::with_exp(values, |value| -value, |value, power| *value /= 1.0 + power);
    }
    #[inline(always)]
    fn alone(x: f32) -> f32 {
        x / (1.0 + exp_wide(-x) as f32)
    }
}

/// 1/(1 + e^-x), one of many values that take part in something else.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The natural logarithm.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    wide::ln(x as f64) as f32
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

/// ln(1 + x), exact near 0.
#[inline(always)]
pub fn ln_1p(x: f32) -> f32 {
    signed_zero(x, wide::ln_1p(x as f64) as f32)
}

/// The error function. Up to 1 an odd polynomial; beyond it 1 - erfc(x), with e^(x²)·erfc(x) as a polynomial in
/// 2/(2 + x).
#[inline(always)]
pub fn erf(x: f32) -> f32 {
    let (size, square) = (x.abs(), x * x);
    let odd = [
        0.128_379_17,
        -0.376_126_38,
        0.112_837_83,
        -0.026_865_43,
        0.005_221_032,
        -0.000_848_408_05,
        0.000_112_659_59,
        -9.667_045e-6,
    ];
    let near = x + x * polynomial(square, odd);
    let scaled = [
        -0.000_164_236_38,
        0.285_061_63,
        0.258_751_4,
        0.351_030_32,
        -0.110_208_295,
        0.571_265_2,
        -0.476_525_28,
        0.120_852_43,
    ];
    let power = Exponential::of(-square, -30.0, 0.0);
    let rest = (1.0 + (power.high + power.low)) * power_of_2(power.exponent);
    let far = (1.0 - rest * polynomial(2.0 / (2.0 + size), scaled)).copysign(x);
    if size < 1.0 { near } else { far }
}

/// Up to here angles are right: beyond it, not all bits of so many quarters of a turn are known to [`turned`].
pub const LARGEST_ANGLE: f32 = 1_048_576.0;

/// The sine of x and so many quarters of a turn, all in radians.
#[inline(always)]
fn turned(x: f32, quarters: i32) -> f32 {
    let angle = wide::Angle::of(x as f64);
    let high = angle.rest as f32;
    let low = (angle.rest - high as f64) as f32;
    let square = high * high;
    let odd = polynomial(square, [-0.166_666_67, 0.008_333_332, -0.000_198_400_82, 2.724_931_4e-6]);
    let sine = high + (low + high * square * odd);
    let even = polynomial(square, [0.041_666_668, -0.001_388_888_8, 2.480_059_6e-5, -2.730_045e-7]);
    let half = 0.5 * square;
    let sum = 1.0 - half;
    let cosine = sum + (((1.0 - sum) - half) - high * low + square * square * even);
    let quarter = angle.quarters + quarters;
    let value = if quarter & 1 == 0 { sine } else { cosine };
    f32::from_bits(value.to_bits() ^ ((quarter & 2) as u32) << 30)
}

/// The sine of an angle in radians, up to [`LARGEST_ANGLE`].
#[inline(always)]
pub fn sin(x: f32) -> f32 {
    signed_zero(x, turned(x, 0))
}

/// The cosine of an angle in radians, up to [`LARGEST_ANGLE`].
#[inline(always)]
pub fn cos(x: f32) -> f32 {
    turned(x, 1)
}

/// a to the power of b, for positive a and b, both less than infinity: exp(b·ln a) in float64.
#[inline(always)]
pub fn pow(a: f32, b: f32) -> f32 {
    wide::exp(b as f64 * wide::ln(a as f64)) as f32
}
