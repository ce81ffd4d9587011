//! Functions of float32 as formulas over any [`Number`].
//!
//! All but [`exp_in_vectors`] are the nearest number to the true value for the most part, and else the one beside it: what
//! does not fit into a float32 is carried along in a second one. Of `ln` one value in five hundred is the second nearest,
//! of `exp` one in sixty, of `tanh`, `sin` and `cos` one in thirty, of `erf` one in twelve at worst. Polynomials interpolate
//! their function at Chebyshev's nodes, worked out with 40 digits. Start reading at [`exp`].

use super::number::{Exponential, Number, ends, polynomial};

/// ln 2 in two parts: the first has so few bits that its product with an exponent is exact (Cody and Waite).
const LN_2: [f32; 2] = [0.693_145_75, 1.428_606_8e-6];
/// The nearest number to ln 2, and what is left.
const LN_2_AND_REST: [f32; 2] = [std::f32::consts::LN_2, -1.904_654_3e-9];
/// A quarter of a turn in three parts.
const QUARTER: [f32; 3] = [1.570_796_4, -4.371_139e-8, -1.715_124_5e-15];

const EXPONENTIAL: Exponential<f32> = Exponential {
    log2_e: std::f32::consts::LOG2_E,
    ln_2: LN_2,
    curve: &[0.5, 0.166_666_67, 0.041_666_457, 0.008_333_31, 0.001_393_454_2, 0.000_198_919_8],
};

/// e^x.
#[inline(always)]
pub fn exp<N: Number<Value = f32>>(x: N) -> N {
    EXPONENTIAL.of(x.at_least(N::of(-105.0)).at_most(N::of(89.0)))
}

/// e^x as PyTorch's loops over vectors have it, to the bit: Sleef's `expf` of one unit in the last place (Shibata and
/// Petrogalli, 2020).
#[inline(always)]
pub fn exp_in_vectors<N: Number<Value = f32>>(x: N) -> N {
    let within = x.at_least(N::of(-105.0)).at_most(N::of(101.0));
    let rounded = within * N::of(std::f32::consts::LOG2_E) + N::of(N::ROUND);
    let turns = rounded - N::of(N::ROUND);
    let rest = within.less_product(turns, N::of(LN_2[0])).less_product(turns, N::of(LN_2[1]));
    let curve = [0.5, 0.166_666_67, 0.041_666_485, 0.008_333_361, 0.001_393_043_6, 0.000_198_527_62];
    let value = N::of(1.0) + (rest * rest).fused(polynomial(rest, &curve), rest);
    let value = N::select(x.is_below(N::of(-104.0)), N::of(0.0), value.times_power_of_2(rounded));
    N::select(N::of(100.0).is_below(x), N::of(f32::INFINITY), value)
}

/// 1/(1 + e^-x), with the exponential of PyTorch's loops over vectors.
#[inline(always)]
pub fn sigmoid<N: Number<Value = f32>>(x: N) -> N {
    N::of(1.0) / (N::of(1.0) + exp_in_vectors(-x))
}

/// x/(1 + e^-x), likewise.
#[inline(always)]
pub fn silu<N: Number<Value = f32>>(x: N) -> N {
    x / (N::of(1.0) + exp_in_vectors(-x))
}

/// (e^x - 1)/2 in two parts, for x between -85 and 89.
#[inline(always)]
fn half_less_one<N: Number<Value = f32>>(x: N) -> (N, N) {
    let (rounded, high, low) = EXPONENTIAL.parts(x);
    let (near, missing) = (high + low, (high - (high + low)) + low);
    let power = (rounded - N::of(1.0)).power_of_2();
    let (whole, part) = (power - N::of(0.5), power * near);
    let sum = whole + part;
    (sum, power.fused(missing, part - (sum - whole)))
}

/// e^x - 1, exact near 0.
#[inline(always)]
pub fn expm1<N: Number<Value = f32>>(x: N) -> N {
    let (high, low) = half_less_one(x.at_least(N::of(-85.0)).at_most(N::of(89.0)));
    let half = high + low;
    unless_tiny(x, (half + half).with_sign(x))
}

/// What a function is that is x itself, with its sign, where x is so small.
#[inline(always)]
fn unless_tiny<N: Number<Value = f32>>(x: N, value: N) -> N {
    N::select(x.abs().is_below(N::of(1e-10)), x, value)
}

/// The hyperbolic tangent: with h = (e^2|x| - 1)/2, it is h/(h + 1).
#[inline(always)]
pub fn tanh<N: Number<Value = f32>>(x: N) -> N {
    let size = x.abs().at_most(N::of(9.5));
    let (high, low) = half_less_one(size + size);
    let below = high + N::of(1.0);
    // What the sum has lost, whichever of the two is larger (Knuth).
    let added = below - high;
    let lost = (high - (below - added)) + (N::of(1.0) - added) + low;
    let inverse = N::of(1.0) / below;
    let ratio = high * inverse;
    let rest = (high.less_product(ratio, below) + low).less_product(ratio, lost);
    unless_tiny(x, rest.fused(inverse, ratio).with_sign(x))
}

/// ln m + e·ln 2, where m = 1 + high + low: by the odd series of artanh((m - 1)/(m + 1)).
#[inline(always)]
fn logarithm<N: Number<Value = f32>>(high: N, low: N, exponent: N) -> N {
    let below = N::of(2.0) + high;
    let lost = (high - (below - N::of(2.0))) + low;
    let inverse = N::of(1.0) / below;
    let ratio = high * inverse;
    let rest = ((high.less_product(ratio, below) + low).less_product(ratio, lost)) * inverse;
    let square = ratio * ratio;
    let series = [0.666_666_7, 0.400_003_14, 0.285_325_45, 0.237_513_42];
    let curve = square * ratio * polynomial(square, &series);
    let whole = exponent * N::of(LN_2_AND_REST[0]);
    let missing = exponent.fused(N::of(LN_2_AND_REST[1]), exponent.fused(N::of(LN_2_AND_REST[0]), -whole));
    let double = ratio + ratio;
    let sum = whole + double;
    sum + ((double - (sum - whole)) + (missing + (rest + rest) + curve))
}

/// The natural logarithm.
#[inline(always)]
pub fn ln<N: Number<Value = f32>>(x: N) -> N {
    const SCALE: f32 = 18_446_744_073_709_551_616.0;
    let is_small = x.is_below(N::of(f32::MIN_POSITIVE));
    let (m, exponent) = N::select(is_small, x * N::of(SCALE), x).split();
    let exponent = N::select(is_small, exponent - N::of(64.0), exponent);
    ends(x, logarithm(m - N::of(1.0), N::of(0.0), exponent))
}

/// ln(1 + x), exact near 0.
#[inline(always)]
pub fn ln_1p<N: Number<Value = f32>>(x: N) -> N {
    const LARGE: f32 = 33_554_432.0;
    let sum = N::of(1.0) + x;
    let is_large = N::of(LARGE).is_below(x);
    // What the sum has lost, whichever of the two is larger (Knuth).
    let added = sum - N::of(1.0);
    let lost = (N::of(1.0) - (sum - added)) + (x - added);
    let (m, exponent) = sum.split();
    let low = N::select(is_large, N::of(0.0), lost * (N::of(N::ROUND) - exponent).power_of_2());
    // So near to 1 nothing is lost: x is what m is beyond it.
    let is_near = x.abs().is_below(N::of(0.25));
    let (high, low) = (N::select(is_near, x, m - N::of(1.0)), N::select(is_near, N::of(0.0), low));
    let value = ends(sum, logarithm(high, low, exponent));
    unless_tiny(x, value)
}

/// The error function. Up to 1 an odd polynomial; beyond it 1 - erfc(x), with e^(x²)·erfc(x) as a polynomial in
/// 2/(2 + x).
#[inline(always)]
pub fn erf<N: Number<Value = f32>>(x: N) -> N {
    erf_and_bell(x).0
}

/// The error function, and e^(-x²), which is on the way.
#[inline(always)]
fn erf_and_bell<N: Number<Value = f32>>(x: N) -> (N, N) {
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
    let near = x.fused(polynomial(square, &odd), x);
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
    let (rounded, high, low) = EXPONENTIAL.parts((-square).at_least(N::of(-85.0)));
    let power = (N::of(1.0) + (high + low)) * rounded.power_of_2();
    let share = N::of(2.0) / (N::of(2.0) + size);
    let far = N::of(1.0).less_product(power, polynomial(share, &scaled)).with_sign(x);
    (N::select(size.is_below(N::of(1.0)), near, far), power)
}

/// Φ(x), the cumulative normal distribution, and the density φ(x).
#[inline(always)]
fn normal_distribution<N: Number<Value = f32>>(x: N) -> (N, N) {
    let (erf, bell) = erf_and_bell(x * N::of(std::f32::consts::FRAC_1_SQRT_2));
    ((erf + N::of(1.0)) * N::of(0.5), bell * N::of(0.398_942_3))
}

/// x·Φ(x).
#[inline(always)]
pub fn gelu<N: Number<Value = f32>>(x: N) -> N {
    x * normal_distribution(x).0
}

/// How steep `gelu` is: Φ(x) + x·φ(x).
#[inline(always)]
pub fn gelu_slope<N: Number<Value = f32>>(x: N) -> N {
    let (cumulative, density) = normal_distribution(x);
    cumulative + x * density
}

/// The sine of x and so many quarters of a turn, all in radians.
#[inline(always)]
fn sine<N: Number<Value = f32>>(x: N, more: f32) -> N {
    let rounded = x.fused(N::of(std::f32::consts::FRAC_2_PI), N::of(N::ROUND));
    let quarters = rounded - N::of(N::ROUND);
    let first = x.less_product(quarters, N::of(QUARTER[0]));
    let high = first.less_product(quarters, N::of(QUARTER[1]));
    let low =
        (first - high).less_product(quarters, N::of(QUARTER[1])).less_product(quarters, N::of(QUARTER[2]));
    let square = high * high;
    let odd = polynomial(square, &[-0.166_666_67, 0.008_333_332, -0.000_198_400_82, 2.724_931_4e-6]);
    let sine = high + (high * square).fused(odd, low);
    let even = polynomial(square, &[0.041_666_668, -0.001_388_888_8, 2.480_059_6e-5, -2.730_045e-7]);
    let half = N::of(0.5) * square;
    let sum = N::of(1.0) - half;
    let rest = ((N::of(1.0) - sum) - half).less_product(high, low);
    let cosine = sum + (square * square).fused(even, rest);
    let rounded = rounded + N::of(more);
    N::select(rounded.is_odd(), cosine, sine).turned(rounded)
}

/// The sine of an angle in radians, up to `LARGEST_ANGLE` (`many.rs`).
#[inline(always)]
pub fn sin<N: Number<Value = f32>>(x: N) -> N {
    unless_tiny(x, sine(x, 0.0))
}

/// The cosine of an angle in radians, up to `LARGEST_ANGLE` (`many.rs`).
#[inline(always)]
pub fn cos<N: Number<Value = f32>>(x: N) -> N {
    sine(x, 1.0)
}
