//! Exponentials, logarithms, functions of angles, and their inverses, each value by itself; with the WGSL that computes
//! them where WGSL's own is too coarse.
//!
//! What it is not: how pointwise operators run (see `pointwise`).

use super::{
    Args, Operator, add, div,
    elementwise::{map, wgsl_fn},
    mul, neg,
    pointwise::{Needs, Pointwise, Takes, pointwise},
    rsqrt,
    smooth::zipped,
    square, sub,
};
use crate::{
    Result, Tensor,
    kernels::{
        real::Real,
        transcendental::{many, narrow},
    },
};

const TWO_OVER_ROOT_PI: f64 = std::f64::consts::FRAC_2_SQRT_PI;

// WGSL's own may be off by 2^-11. The sine of x and so many quarters of a turn: what is left of x after whole quarters,
// taken off in three parts so that nothing is lost (Cody and Waite), goes into the polynomials of Cephes' sinf and cosf.
wgsl_fn! { turned, "fn turned(x: f32, more: i32) -> f32 {
  let quarters = round(x * 0.6366197723675814);
  let r = ((x - quarters * 1.5703125) - quarters * 4.837512969970703e-4) - quarters * 7.549789954891882e-8;
  let s = r * r;
  let odd = r + r * s * (-1.6666654611e-1 + s * (8.3321608736e-3 - s * 1.9515295891e-4));
  let even = 1.0 - 0.5 * s + s * s * (4.166664568298827e-2 + s * (-1.388731625493765e-3 + s * 2.443315711809948e-5));
  let quarter = (i32(quarters) + more) & 3;
  let value = select(odd, even, (quarter & 1) == 1);
  return select(value, -value, quarter >= 2);
}" }

// Near 0 the series: exp(x) - 1 would lose all digits.
wgsl_fn! { exp_minus_1, "fn exp_minus_1(x: f32) -> f32 {
  if (abs(x) > 0.35) { return exp(x) - 1.0; }
  return x * (1.0 + x * (0.5 + x * (0.16666667 + x * (0.041666668 + x * (0.008333334 + x * (0.0013888889 + x * 0.0001984127))))));
}" }

// log(1 + x) corrected by what the rounding of 1 + x lost (Kahan; Higham, Accuracy and Stability, 1.14.1).
wgsl_fn! { log_1_plus, "fn log_1_plus(x: f32) -> f32 {
  if (abs(x) < 0.25) {
    let s = x / (2.0 + x);
    let z = s * s;
    return 2.0 * s * (1.0 + z * (0.33333334 + z * (0.2 + z * (0.14285715 + z * (0.11111111 + z * 0.09090909)))));
  }
  return log(1.0 + x);
}" }

// Near 0 by the series of the odd function, far away by its limit, which exp would overflow before.
wgsl_fn! { hyperbolic_tangent, "fn hyperbolic_tangent(x: f32) -> f32 {
  let size = abs(x);
  if (size > 10.0) { return sign(x); }
  if (is_nan(x)) { return x; }
  let e = exp_minus_1(2.0 * size);
  return sign(x) * e / (e + 2.0);
}" }

// As the CPU's (kernels/transcendental/formulas.rs): up to 1 an odd polynomial, beyond it 1 - erfc.
wgsl_fn! { error_function, "fn error_function(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let size = abs(x);
  let s = x * x;
  if (size < 1.0) {
    return x + x * (0.12837917 + s * (-0.37612638 + s * (0.11283783 + s * (-0.02686543 + s * (0.005221032
      + s * (-0.00084840805 + s * (0.00011265959 - s * 9.667045e-6)))))));
  }
  let t = 2.0 / (2.0 + size);
  let scaled = -0.00016423638 + t * (0.28506163 + t * (0.2587514 + t * (0.35103032 + t * (-0.110208295
    + t * (0.5712652 + t * (-0.47652528 + t * 0.12085243))))));
  return sign(x) * (1.0 - exp(-min(s, 85.0)) * scaled);
}" }

// WGSL's own may be off by thousands of units in the last place. After atanf of Moshier's Cephes.
wgsl_fn! { arc_tangent, "fn arc_tangent(x: f32) -> f32 {
  var t = abs(x);
  var y = 0.0;
  if (t > 2.4142135) { y = 1.5707963; t = -1.0 / t; }
  else if (t > 0.41421357) { y = 0.7853982; t = (t - 1.0) / (t + 1.0); }
  let z = t * t;
  y += (((0.080537446 * z - 0.13877685) * z + 0.1997771) * z - 0.3333295) * z * t + t;
  return select(y, -y, x < 0.0);
}" }

wgsl_fn! { arc_tangent_2, "fn arc_tangent_2(y: f32, x: f32) -> f32 {
  if (x == 0.0 && y == 0.0) { return 0.0; }
  if (abs(x) < abs(y)) { return sign(y) * 1.5707963 - arc_tangent(x / y); }
  let angle = arc_tangent(y / x);
  if (x > 0.0) { return angle; }
  return angle + select(3.1415927, -3.1415927, y < 0.0);
}" }
pub(super) use {arc_tangent, arc_tangent_2};

fn log2_of(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = narrow::log2(*value));
}

fn log10_of(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = narrow::log10(*value));
}

pointwise! {
    /// e to the power of the value.
    exp(float) = map!("exp(a)", many many::exp, doubles many::double_exp, wide |x| x.exp()),
        "ExpBackward0"(Output) |ctx| mul(ctx.grad(), ctx.saved(0)), at [-1.5, 0.4, 2.0];
    /// 2 to the power of the value.
    exp2(float) = map!("exp2(a)", wide |x| x.exp2()),
        "Exp2Backward0"(Output) |ctx| mul(&mul(ctx.grad(), ctx.saved(0))?, std::f64::consts::LN_2), at [-1.5, 0.4, 2.0];
    /// exp(x) - 1, exact near 0.
    expm1(float) = map!("exp_minus_1(a)" [exp_minus_1], many many::expm1, wide |x| x.exp_m1()),
        "Expm1Backward0"(Output) |ctx| mul(ctx.grad(), &add(ctx.saved(0), 1.0)?), at [-1.5, 0.4, 2.0];
    /// The natural logarithm.
    log(float) = map!("log(a)", many many::ln, doubles many::double_ln, wide |x| x.ln()),
        "LogBackward0"(Input) |ctx| div(ctx.grad(), ctx.saved(0)), at [0.3, 1.4, 2.0];
    /// The logarithm to base 2.
    log2(float) = map!("log2(a)", many log2_of, wide |x| x.log2()),
        "Log2Backward0"(Input) |ctx| div(ctx.grad(), &mul(ctx.saved(0), std::f64::consts::LN_2)?), at [0.3, 1.4, 2.0];
    /// The logarithm to base 10.
    log10(float) = map!("log(a) * 0.4342944819032518", many log10_of, wide |x| x.log10()),
        "Log10Backward0"(Input) |ctx| div(ctx.grad(), &mul(ctx.saved(0), std::f64::consts::LN_10)?), at [0.3, 1.4, 2.0];
    /// log(1 + x), exact near 0.
    log1p(float) = map!("log_1_plus(a)" [log_1_plus], many many::ln_1p, wide |x| x.ln_1p()),
        "Log1PBackward0"(Input) |ctx| div(ctx.grad(), &add(ctx.saved(0), 1.0)?), at [-0.3, 0.4, 2.0];
    /// The sine of an angle in radians.
    sin(float) = map!("turned(a, 0)" [turned], many many::sin, up to many::LARGEST_ANGLE, wide |x| x.sin()),
        "SinBackward0"(Input) |ctx| mul(ctx.grad(), &cos(ctx.saved(0))?), at [0.3, -1.4, 2.0];
    /// The cosine of an angle in radians.
    cos(float) = map!("turned(a, 1)" [turned], many many::cos, up to many::LARGEST_ANGLE, wide |x| x.cos()),
        "CosBackward0"(Input) |ctx| neg(&mul(ctx.grad(), &sin(ctx.saved(0))?)?), at [0.3, -1.4, 2.0];
    /// The tangent of an angle in radians.
    tan(float) = map!("turned(a, 0) / turned(a, 1)" [turned], wide |x| x.tan()),
        "TanBackward0"(Output) |ctx| mul(ctx.grad(), &add(&mul(ctx.saved(0), ctx.saved(0))?, 1.0)?), at [0.3, -1.0, 1.2];
    /// The angle in radians whose sine this is.
    asin(float) = map!("arc_tangent_2(a, sqrt((1.0 - a) * (1.0 + a)))" [arc_tangent, arc_tangent_2], wide |x| x.asin()),
        "AsinBackward0"(Input) |ctx| mul(ctx.grad(), &rsqrt(&sub(1.0, &square(ctx.saved(0))?)?)?), at [0.3, -0.4, 0.8];
    /// The angle in radians whose cosine this is.
    acos(float) = map!("arc_tangent_2(sqrt((1.0 - a) * (1.0 + a)), a)" [arc_tangent, arc_tangent_2], wide |x| x.acos()),
        "AcosBackward0"(Input) |ctx| neg(&mul(ctx.grad(), &rsqrt(&sub(1.0, &square(ctx.saved(0))?)?)?)?), at [0.3, -0.4, 0.8];
    /// The angle in radians whose tangent this is.
    atan(float) = map!("arc_tangent(a)" [arc_tangent], wide |x| x.atan()),
        "AtanBackward0"(Input) |ctx| div(ctx.grad(), &add(&square(ctx.saved(0))?, 1.0)?), at [0.3, -1.4, 2.0];
    /// The hyperbolic sine.
    sinh(float) = map!("0.5 * (exp_minus_1(a) - exp_minus_1(-a))" [exp_minus_1], wide |x| x.sinh()),
        "SinhBackward0"(Input) |ctx| mul(ctx.grad(), &cosh(ctx.saved(0))?), at [0.3, -1.4, 2.0];
    /// The hyperbolic cosine.
    cosh(float) = map!("0.5 * (exp(a) + exp(-a))", wide |x| x.cosh()),
        "CoshBackward0"(Input) |ctx| mul(ctx.grad(), &sinh(ctx.saved(0))?), at [0.3, -1.4, 2.0];
    /// The hyperbolic tangent: an S-shaped curve from -1 to 1.
    tanh(float) = map!("hyperbolic_tangent(a)" [exp_minus_1, hyperbolic_tangent], many many::tanh, doubles many::double_tanh, wide |x| x.tanh()),
        "TanhBackward0"(Output) |ctx| tanh_gradient(ctx.grad(), ctx.saved(0)), at [0.3, -1.4, 2.0];
    /// 1 / (1 + exp(-x)): an S-shaped curve from 0 to 1.
    sigmoid(float) = map!("1.0 / (1.0 + exp(-a))", in_vectors narrow::Sigmoid, doubles many::double_sigmoid, wide |x| 1.0 / (1.0 + (-x).exp())),
        "SigmoidBackward0"(Output) |ctx| zipped(ctx.grad(), ctx.saved(0), |grad, share| grad * (1.0 - share) * share,
            |grad, share| mul(&mul(grad, &sub(1.0, share)?)?, share)), at [0.3, -1.4, 2.0];
    /// The error function, the integral of the bell curve (Abramowitz and Stegun 7.1).
    erf(float) = map!("error_function(a)" [error_function], many many::erf, wide |x| libm::erf(x)),
        "ErfBackward0"(Input) |ctx| mul(&mul(ctx.grad(), TWO_OVER_ROOT_PI)?, &exp(&neg(&square(ctx.saved(0))?)?)?), at [0.3, -1.4, 2.0];
}

/// What comes back through a hyperbolic tangent, given what it gave.
pub(super) fn tanh_gradient(grad: &Tensor, tanh: &Tensor) -> Result<Tensor> {
    zipped(
        grad,
        tanh,
        |grad, tanh: f32| grad * (-tanh).fused(tanh, 1.0),
        |grad, tanh| mul(grad, &sub(1.0, &square(tanh)?)?),
    )
}

/// The rows of this file.
pub const OPERATORS: &[Operator] = POINTWISE;
