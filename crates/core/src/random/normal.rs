//! Normals sixteen at a time, as PyTorch's vector code makes them.
//!
//! Sixteen uniforms become sixteen normals by Box and Muller's transform: the first eight give the radii, the
//! last eight the angles; cosines go to the first eight places, sines to the last. In float32 the logarithm, sine
//! and cosine are the single-precision polynomials of the Cephes library (S. Moshier), fused multiply-adds
//! included, so that every bit agrees.

use super::{
    Generator,
    generator::{unit32, unit64},
};
use crate::kernels::real::Real;

/// a·b + c, rounded once.
#[inline(always)]
fn fma(a: f32, b: f32, c: f32) -> f32 {
    a.fused(b, c)
}

/// From how many values on PyTorch takes this path.
pub(super) const BLOCK: usize = 16;

/// Fills at least sixteen values with normals.
pub(super) fn fill32(values: &mut [f32], mean: f32, std: f32, generator: &mut Generator) {
    fill_blocks(values, generator, unit32, |block| transform32(block, mean, std));
}

/// As [`fill32`], with the platform's logarithm, sine and cosine.
pub(super) fn fill64(values: &mut [f64], mean: f64, std: f64, generator: &mut Generator) {
    fill_blocks(values, generator, unit64, |block| transform64(block, mean, std));
}

/// All uniforms are drawn first. Where the blocks do not come out even, the last sixteen are drawn anew.
fn fill_blocks<T, const DRAWS: usize>(
    values: &mut [T],
    generator: &mut Generator,
    uniform: impl Fn([u32; DRAWS]) -> T,
    transform: impl Fn(&mut [T]),
) {
    generator.fill(values, &uniform);
    values.chunks_exact_mut(BLOCK).for_each(&transform);
    if !values.len().is_multiple_of(BLOCK) {
        let last = values.len() - BLOCK;
        generator.fill(&mut values[last..], &uniform);
        transform(&mut values[last..]);
    }
}

fn transform32(block: &mut [f32], mean: f32, std: f32) {
    let (radii, angles) = block.split_at_mut(BLOCK / 2);
    for (first, second) in radii.iter_mut().zip(angles) {
        let radius = (-2.0 * log(1.0 - *first)).sqrt();
        let (sin, cos) = sin_cos(std::f32::consts::TAU * *second);
        *first = fma(radius * cos, std, mean);
        *second = fma(radius * sin, std, mean);
    }
}

fn transform64(block: &mut [f64], mean: f64, std: f64) {
    for at in 0..BLOCK / 2 {
        let radius = (-2.0 * (1.0 - block[at]).ln()).sqrt();
        let (sin, cos) = (std::f64::consts::TAU * block[at + BLOCK / 2]).sin_cos();
        block[at] = radius * cos * std + mean;
        block[at + BLOCK / 2] = radius * sin * std + mean;
    }
}

const FRAC_4_PI: f32 = 1.273_239_5;

/// Coefficients of Cephes' `logf`, highest power first.
const LOG: [f32; 9] = [
    7.037_683_6e-2,
    -1.151_461e-1,
    1.167_699_84e-1,
    -1.242_014_1e-1,
    1.424_932_3e-1,
    -1.666_805_7e-1,
    2.000_071_4e-1,
    -2.499_999_4e-1,
    3.333_333e-1,
];

/// The natural logarithm of a positive, normal number.
#[inline(always)]
fn log(x: f32) -> f32 {
    let bits = x.to_bits() as i32;
    let exponent = ((bits >> 23) - 0x7f) as f32 + 1.0;
    let mantissa = f32::from_bits((bits & !0x7f80_0000 | 0x3f00_0000) as u32);
    let (exponent, x) = if mantissa < std::f32::consts::FRAC_1_SQRT_2 {
        (exponent - 1.0, (mantissa - 1.0) + mantissa)
    } else {
        (exponent, mantissa - 1.0)
    };
    let square = x * x;
    let polynomial = LOG[1..].iter().fold(LOG[0], |sum, &coefficient| fma(sum, x, coefficient));
    // ln 2 in two parts: the small one here, the large one, exact, at the end.
    let small = fma(polynomial * x, square, exponent * -2.121_944_4e-4);
    fma(exponent, 0.693_359_4, x + fma(-square, 0.5, small))
}

/// Sine and cosine of an angle that is not negative, by the octant it lies in.
#[inline(always)]
fn sin_cos(angle: f32) -> (f32, f32) {
    let octant = ((angle * FRAC_4_PI) as i32 + 1) & !1;
    let turns = octant as f32;
    // π/4 in three parts, so that the difference is exact to the last bit.
    let x =
        [-0.785_156_25, -2.418_756_5e-4, -3.774_895e-8].iter().fold(angle, |x, &part| fma(turns, part, x));
    let square = x * x;
    let cos = fma(fma(2.443_315_7e-5, square, -1.388_731_6e-3), square, 4.166_664_6e-2);
    let cos = fma(cos * square, square, -(square * 0.5)) + 1.0;
    let sin = fma(fma(-1.951_529_6e-4, square, 8.332_161e-3), square, -1.666_665_5e-1);
    let sin = fma(sin * square, x, x);
    let (sin, cos) = if octant & 2 == 0 { (sin, cos) } else { (cos, sin) };
    let sin = if octant & 4 == 0 { sin } else { -sin };
    (sin, if (octant - 2) & 4 == 0 { -cos } else { cos })
}
