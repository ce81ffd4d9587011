//! Functions of float64 as formulas over any [`Number`]: within one unit in the last place of the true value, and mostly the
//! nearest number.
//!
//! `exp` and `tanh` carry what a sum of two floats loses (Dekker); the logarithm is fdlibm's (Sun, 1993). Polynomials
//! interpolate their function at Chebyshev's nodes, worked out with 60 digits. What it is not: for float32, which has
//! formulas of its own. `tests/transcendental.rs` compares with the platform's functions. Start reading at [`exp`].

use super::number::{Exponential, Number, ends, polynomial};

/// ln 2 in two parts: the first has so few bits that its product with an exponent is exact (Cody and Waite).
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];

const EXPONENTIAL: Exponential<f64> = Exponential {
    log2_e: std::f64::consts::LOG2_E,
    ln_2: LN_2,
    curve: &[
        0.500_000_000_000_000_1,
        0.166_666_666_666_666_69,
        0.041_666_666_666_624_13,
        0.008_333_333_333_330_062,
        0.001_388_888_891_721_371_7,
        0.000_198_412_698_630_536_18,
        2.480_152_129_595_437_6e-5,
        2.755_726_845_999_706_4e-6,
        2.762_008_844_540_974_6e-7,
        2.510_038_549_551_032e-8,
    ],
};

/// ln((1 + s)/(1 - s)) = 2s + s³·(c₀ + c₁s² + …), up to s = 1/5.
const SERIES: [f64; 8] = [
    0.666_666_666_666_666_6,
    0.400_000_000_000_079_4,
    0.285_714_285_672_759_36,
    0.222_222_230_483_515_9,
    0.181_817_376_263_029_38,
    0.153_888_678_056_137_16,
    0.132_097_082_420_594_62,
    0.136_090_302_628_584_99,
];

/// e^x.
#[inline(always)]
pub fn exp<N: Number<Value = f64>>(x: N) -> N {
    EXPONENTIAL.of(x.at_least(N::of(-746.0)).at_most(N::of(710.0)))
}

/// e^x - 1 and what that loses, for x between 0 and 700.
#[inline(always)]
fn less_one<N: Number<Value = f64>>(x: N) -> (N, N) {
    let (rounded, high, low) = EXPONENTIAL.parts(x);
    let power = rounded.power_of_2();
    let (base, part) = (power - N::of(1.0), power * high);
    let sum = base + part;
    // What the sum has lost, whichever of the two is larger (Knuth).
    let added = sum - base;
    let lost = (base - (sum - added)) + (part - added);
    let rest = power.fused(low, lost);
    let near = sum + rest;
    (near, (sum - near) + rest)
}

/// The hyperbolic tangent: with E = e^2|x| - 1, it is E/(E + 2), and far from 0, with fewer digits lost, 1 - 2/(E + 2).
#[inline(always)]
pub fn tanh<N: Number<Value = f64>>(x: N) -> N {
    let size = x.abs();
    let (grown, lost) = less_one((size + size).at_most(N::of(44.0)));
    let is_far = N::of(4.0).is_below(grown);
    let ratio = N::select(is_far, N::of(2.0), grown) / (grown + N::of(2.0));
    let half = N::of(0.5) * grown;
    // In the form that rounds least: what is taken off is small.
    let near_0 = half - (half * ratio - N::of(0.5) * lost);
    let value = N::select(grown.is_below(N::of(1.0)), near_0, ratio);
    N::select(is_far, N::of(1.0) - ratio, value).with_sign(x)
}

/// 1 / (1 + e^-x).
#[inline(always)]
pub fn sigmoid<N: Number<Value = f64>>(x: N) -> N {
    N::of(1.0) / (N::of(1.0) + exp(-x))
}

/// The natural logarithm.
#[inline(always)]
pub fn ln<N: Number<Value = f64>>(x: N) -> N {
    // The smallest numbers have no exponent of their own.
    let is_small = x.is_below(N::of(f64::MIN_POSITIVE));
    let (m, exponent) = N::select(is_small, x * N::of(18_014_398_509_481_984.0), x).split();
    let exponent = N::select(is_small, exponent - N::of(54.0), exponent);
    let f = m - N::of(1.0);
    let s = f / (N::of(2.0) + f);
    let z = s * s;
    let series = z * polynomial(z, &SERIES);
    let half = N::of(0.5) * f * f;
    let rest = half - s.fused(half + series, exponent * N::of(LN_2[1]));
    ends(x, exponent.fused(N::of(LN_2[0]), f - rest))
}
