//! Normals as PyTorch's vector code makes them of uniform numbers, by the single-precision polynomials of the Cephes library
//! (S. Moshier), fused multiply-adds included, so that every bit agrees.
//!
//! What it is not: for anything else, which [`super::formulas`] computes with more digits. Start reading at [`normals`].

use super::number::{Number, polynomial};

/// Two normals of two numbers that are uniform in [0, 1), by Box and Muller's transform (1958): the first gives how far they
/// are from `mean`, the second the angle.
#[inline(always)]
pub fn normals<N: Number<Value = f32>>([first, second]: [N; 2], mean: N, std: N) -> [N; 2] {
    let radius = (N::of(-2.0) * log(N::of(1.0) - first)).sqrt();
    let [sin, cos] = sin_cos(N::of(std::f32::consts::TAU) * second);
    [(radius * cos).fused(std, mean), (radius * sin).fused(std, mean)]
}

/// The natural logarithm of a positive, normal number.
#[inline(always)]
fn log<N: Number<Value = f32>>(x: N) -> N {
    const SERIES: [f32; 9] = [
        3.333_333e-1,
        -2.499_999_4e-1,
        2.000_071_4e-1,
        -1.666_805_7e-1,
        1.424_932_3e-1,
        -1.242_014_1e-1,
        1.167_699_84e-1,
        -1.151_461e-1,
        7.037_683_6e-2,
    ];
    let (m, exponent) = x.split();
    // Between the square roots of 1/2 and 2.
    let is_within = m.is_below(N::of(2.0 * std::f32::consts::FRAC_1_SQRT_2));
    let x = N::select(is_within, m, m * N::of(0.5)) - N::of(1.0);
    let exponent = N::select(is_within, exponent, exponent + N::of(1.0));
    let square = x * x;
    // ln 2 in two parts: the small one here, the large one, exact, at the end.
    let small = (polynomial(x, &SERIES) * x).fused(square, exponent * N::of(-2.121_944_4e-4));
    exponent.fused(N::of(0.693_359_4), x + (-square).fused(N::of(0.5), small))
}

/// Sine and cosine of an angle that is not negative, by the quarter of a turn that it is nearest to.
#[inline(always)]
fn sin_cos<N: Number<Value = f32>>(angle: N) -> [N; 2] {
    let quarters = angle * N::of(1.273_239_5) * N::of(0.5);
    let nearest = quarters + N::of(N::ROUND);
    // In the middle of two the upper one is taken.
    let is_below = (quarters - (nearest - N::of(N::ROUND))).is_below(N::of(0.5));
    let nearest = N::select(is_below, nearest, nearest + N::of(1.0));
    let whole = nearest - N::of(N::ROUND);
    let eighths = whole + whole;
    // An eighth of a turn in three parts, so that the difference is exact to the last bit.
    let x = [-0.785_156_25, -2.418_756_5e-4, -3.774_895e-8]
        .into_iter()
        .fold(angle, |x, part| eighths.fused(N::of(part), x));
    let square = x * x;
    let cos = polynomial(square, &[4.166_664_6e-2, -1.388_731_6e-3, 2.443_315_7e-5]);
    let cos = (cos * square).fused(square, -(square * N::of(0.5))) + N::of(1.0);
    let sin = polynomial(square, &[-1.666_665_5e-1, 8.332_161e-3, -1.951_529_6e-4]);
    let sin = (sin * square).fused(x, x);
    let is_odd = nearest.is_odd();
    let [sin, cos] = [N::select(is_odd, cos, sin), N::select(is_odd, sin, cos)];
    [sin.turned(nearest), cos.turned(nearest + N::of(1.0))]
}
