//! Functions of float64 for float64 tensors, without branches and calls, so that compilers do two values at once: within
//! one unit in the last place of the true value, and mostly the nearest number.
//!
//! `exp` and `tanh` carry what a sum of two floats loses (Dekker); the logarithm is fdlibm's (Sun, 1993). What it is not:
//! for float32, which has formulas of its own. `tests/transcendental.rs` compares with the platform's functions. Start
//! reading at [`exp`].

use super::wide::{ROUND, at_the_ends, polynomial, split};

/// ln 2 in two parts: the first has so few bits that its product with an exponent is exact (Cody and Waite).
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];

/// (e^r - 1 - r)/r²: Taylor's series, up to r = ln 2 / 2.
const CURVE: [f64; 12] = [
    0.5,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// e^x = 2^turns · (1 + high + low), where `low` has the digits that do not fit into `high`; `turns` is in the last bits of
/// what comes first.
#[inline(always)]
fn exponential(x: f64) -> (f64, f64, f64) {
    let rounded = x * std::f64::consts::LOG2_E + ROUND;
    let turns = rounded - ROUND;
    let first = x - turns * LN_2[0];
    let second = turns * LN_2[1];
    let high = first - second;
    let low = (first - high) - second;
    (rounded, high, high * high * polynomial(high, CURVE) + low)
}

/// 2 to the power of an integer, for what is a normal number.
#[inline(always)]
fn power(exponent: i64) -> f64 {
    f64::from_bits((exponent.wrapping_add(1023) << 52) as u64)
}

/// The integer in the last bits of a number that [`ROUND`] was added to.
#[inline(always)]
fn whole(rounded: f64) -> i64 {
    rounded.to_bits().wrapping_sub(ROUND.to_bits()) as i64
}

/// Between bounds; NaN stays NaN.
#[inline(always)]
fn within(x: f64, low: f64, high: f64) -> f64 {
    let x = if x < low { low } else { x };
    if high < x { high } else { x }
}

/// e^x.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let (rounded, high, low) = exponential(within(x, -746.0, 710.0));
    let sum = 1.0 + high;
    let rest = (high - (sum - 1.0)) + low;
    // In two steps, as neither the smallest numbers' exponents nor infinity's are ones that a normal number has.
    let whole = whole(rounded);
    let half = whole >> 1;
    (sum + rest) * power(half) * power(whole.wrapping_sub(half))
}

/// e^x - 1 and what that loses, for x between -700 and 700.
#[inline(always)]
fn less_one(x: f64) -> (f64, f64) {
    let (rounded, high, low) = exponential(x);
    let power = power(whole(rounded));
    let (base, part) = (power - 1.0, power * high);
    let sum = base + part;
    // The larger of the two comes first, so that what is lost is exact.
    let lost = if base.abs() < part.abs() { base - (sum - part) } else { part - (sum - base) };
    let rest = lost + power * low;
    let near = sum + rest;
    (near, (sum - near) + rest)
}

/// The hyperbolic tangent.
#[inline(always)]
pub fn tanh(x: f64) -> f64 {
    let (grown, lost) = less_one(within(2.0 * x.abs(), 0.0, 44.0));
    // E/(E + 2) for E = e^2x - 1, in the form that rounds least: what is taken off is small.
    let ratio = grown / (grown + 2.0);
    let near_0 = 0.5 * grown - (0.5 * grown * ratio - 0.5 * lost);
    let far = 1.0 - 2.0 / (grown + 2.0);
    let value = if grown < 1.0 { near_0 } else { ratio };
    (if grown > 4.0 { far } else { value }).copysign(x)
}

/// 1 / (1 + e^-x).
#[inline(always)]
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// The natural logarithm.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    // The smallest numbers have no exponent of their own.
    let is_small = x < f64::MIN_POSITIVE;
    let (exponent, f) = split(if is_small { x * 18_014_398_509_481_984.0 } else { x });
    let exponent = if is_small { exponent - 54.0 } else { exponent };
    let s = f / (2.0 + f);
    let z = s * s;
    let series = z * polynomial(
        z,
        [
            0.666_666_666_666_673_5,
            0.399_999_999_994_094_2,
            0.285_714_287_436_623_9,
            0.222_221_984_321_497_84,
            0.181_835_721_616_180_5,
            0.153_138_376_992_093_73,
            0.147_981_986_051_165_86,
        ],
    );
    let half = 0.5 * f * f;
    let value = exponent * LN_2[0] - ((half - (s * (half + series) + exponent * LN_2[1])) - f);
    at_the_ends(x, value)
}
