//! Functions in float64 with some 43 bits or more: what is rounded to float32 afterwards is the nearest number to the
//! true value in all but rare cases.
//!
//! What it is not: for float64 tensors, which take `double`'s or the platform's functions. Start reading at [`exp`].

use super::{
    lane::Double,
    number::{self, Number},
};

/// See [`number::polynomial`].
#[inline(always)]
fn polynomial<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    number::polynomial(Double(x), &coefficients).0
}

const ROUND: f64 = Double::ROUND;
const ONE: u64 = 1.0_f64.to_bits();

/// e^x; beyond ±700 it stays what it is there, far from what float32 can hold.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let x = if x < -700.0 { -700.0 } else { x };
    let x = if x > 700.0 { 700.0 } else { x };
    let rounded = x * std::f64::consts::LOG2_E + ROUND;
    let turns = rounded - ROUND;
    // ln 2 in two parts, as in `formulas`.
    let rest = (x - turns * 6.931_471_803_691_238e-1) - turns * 1.908_214_929_270_587_7e-10;
    // (e^r - 1)/r
    let curve = polynomial(
        rest,
        [
            1.0,
            0.499_999_999_997_963_13,
            0.166_666_666_666_481_56,
            0.041_666_666_892_307_004,
            0.008_333_333_353_839_834,
            0.001_388_882_140_813_945_3,
            0.000_198_412_085_121_020_9,
            2.487_631_345_479_937e-5,
            2.762_523_779_574_073_4e-6,
        ],
    );
    let power = f64::from_bits((rounded.to_bits() << 52).wrapping_add(ONE));
    power + power * (rest * curve)
}

/// The exponent of 2, and what is left between √½ and √2, less 1.
#[inline(always)]
fn split(x: f64) -> (f64, f64) {
    let bits = x.to_bits();
    let biased = bits.wrapping_add(ONE - std::f64::consts::FRAC_1_SQRT_2.to_bits()) >> 52;
    let mantissa = f64::from_bits(bits.wrapping_sub(biased << 52).wrapping_add(ONE));
    // An integer in the last bits of 2^52 is that number more.
    let exponent = f64::from_bits(biased | 4_503_599_627_370_496.0_f64.to_bits()) - 4_503_599_627_371_519.0;
    (exponent, mantissa - 1.0)
}

/// ln(1 + f), from √½ to √2, by the series of the inverse hyperbolic tangent.
#[inline(always)]
fn ln_near_1(f: f64) -> f64 {
    let s = f / (2.0 + f);
    2.0 * s
        * polynomial(
            s * s,
            [
                1.0,
                0.333_333_333_332_764_6,
                0.200_000_000_308_708_07,
                0.142_857_080_105_538_35,
                0.111_117_172_737_589_53,
                0.090_609_672_156_076_07,
                0.084_188_299_853_402_44,
            ],
        )
}

/// The natural logarithm.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    let (exponent, f) = split(x);
    number::ends(Double(x), Double(ln_near_1(f) + exponent * std::f64::consts::LN_2)).0
}

/// The logarithm to base 2, exact for the powers of 2.
#[inline(always)]
pub fn log2(x: f64) -> f64 {
    let (exponent, f) = split(x);
    number::ends(Double(x), Double(ln_near_1(f) * std::f64::consts::LOG2_E + exponent)).0
}
