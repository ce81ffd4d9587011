//! Curved activations: `elu` and its kin, `gelu`, `silu`, `mish`, `softplus`, `logsigmoid`.
//!
//! Each is recorded as one node. Values and gradients in float32 on the CPU are computed in one pass; anything else is
//! composed of operators, step by step the same, as are gradients of gradients. Start reading at [`mapped`].

use super::{
    Args, Operator, Value, abs,
    activation::{bends, of_input, row},
    add, div,
    elementwise::{is_plain, map_blocks, map_loop, zip_loop},
    erf, exp, expm1, gt, le, log1p, minimum, mul, neg, pow, sigmoid, square, sub, tanh, where_,
};
use crate::{
    Result, Tensor,
    autograd::is_recording,
    bail,
    kernels::{
        real::Real,
        transcendental::{
            many::{self, BLOCK},
            narrow::{self, InVectors},
        },
    },
    tensor::recycle,
};

/// A function of each value: by `narrow` in one pass where it can be, else by `composed`, which takes the same steps.
pub(super) fn mapped(
    x: &Tensor,
    narrow: impl Fn(f32) -> f32,
    composed: impl FnOnce(&Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    if is_plain(x) { map_loop(x, narrow) } else { composed(x) }
}

/// As [`mapped`], of a gradient and the input; composed also where the gradient is to have one itself.
pub(super) fn zipped(
    grad: &Tensor,
    x: &Tensor,
    narrow: impl Fn(f32, f32) -> f32,
    composed: impl FnOnce(&Tensor, &Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    if is_plain(grad) && is_plain(x) && !is_recording(&[grad, x]) {
        zip_loop(grad, x, x.shape(), narrow)
    } else {
        composed(grad, x)
    }
}

/// As [`mapped`], by what changes float32 in place.
fn mapped_blocks(
    x: &Tensor,
    change: impl Fn(&mut [f32]),
    composed: impl FnOnce(&Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    if is_plain(x) { map_blocks(x, change) } else { composed(x) }
}

/// As [`zipped`], by what changes gradients in place, given the inputs beside them.
fn zipped_blocks(
    grad: &Tensor,
    x: &Tensor,
    change: impl Fn(&mut [f32], &[f32]),
    composed: impl FnOnce(&Tensor, &Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    if !is_plain(grad) || !is_plain(x) || is_recording(&[grad, x]) {
        return composed(grad, x);
    }
    let (mut grads, values) = (grad.gather::<f32>()?, x.gather::<f32>()?);
    grads.chunks_mut(BLOCK).zip(values.chunks(BLOCK)).for_each(|(grads, values)| change(grads, values));
    recycle::give(values);
    Ok(Tensor::from_vec(grads, x.shape()))
}

/// For [`zipped_blocks`]: multiplies gradients by the slopes that `slopes_of` finds, given room for them and the inputs.
fn by_slopes(slopes_of: impl Fn(&mut [f32], &[f32])) -> impl Fn(&mut [f32], &[f32]) {
    move |grads, values| {
        let mut room = [0.0; BLOCK];
        let slopes = &mut room[..values.len()];
        slopes_of(slopes, values);
        grads.iter_mut().zip(slopes).for_each(|(grad, slope)| *grad *= *slope);
    }
}

/// x, or 0 where it is positive; NaN stays.
#[inline(always)]
fn negative_part(x: f32) -> f32 {
    if x > 0.0 { 0.0 } else { x }
}

/// scale·x where x is positive, else scale·alpha·(exp(rate·x) - 1): `elu`, `selu` and `celu`.
fn exponential_unit(x: &Tensor, [alpha, scale, rate]: [f64; 3], name: &'static str) -> Result<Tensor> {
    let height = alpha * scale;
    let curve = move |x: &Tensor| mul(&expm1(&mul(&minimum(x, 0)?, rate)?)?, height);
    let [scale_32, height_32, rate_32] = [scale, height, rate].map(|number| number as f32);
    let exponent = move |x: f32| negative_part(x) * rate_32;
    let output = mapped_blocks(
        &x.detach(),
        |values| {
            if values.iter().fold(true, |all, x| all & (*x > 0.0)) {
                return values.iter_mut().for_each(|x| *x *= scale_32);
            }
            many::with(values, exponent, many::expm1, |x, power| {
                *x = if *x > 0.0 { *x * scale_32 } else { power * height_32 };
            });
        },
        |x| where_(&gt(x, 0)?, &mul(x, scale)?, &curve(x)?),
    );
    of_input(name, x, output, move |grad, x| {
        // The curve's slope: rate·(curve + alpha·scale).
        zipped_blocks(
            grad,
            x,
            |grads, values| {
                many::by(grads, values, exponent, many::expm1, |grad, x, power| {
                    *grad *= if x <= 0.0 { (power * height_32 + height_32) * rate_32 } else { scale_32 };
                });
            },
            |grad, x| {
                let slope = mul(&add(&curve(x)?, height)?, rate)?;
                where_(&le(x, 0)?, &mul(grad, &slope)?, &mul(grad, scale)?)
            },
        )
    })
}

/// x where it is positive, else alpha·(exp(x) - 1) (Clevert et al., 2015).
pub fn elu(x: &Tensor, alpha: f64) -> Result<Tensor> {
    exponential_unit(x, [alpha, 1.0, 1.0], "EluBackward0")
}

/// The self-normalising elu, with the two constants of its paper (Klambauer et al., 2017).
pub fn selu(x: &Tensor) -> Result<Tensor> {
    exponential_unit(x, [1.673_263_242_354_377_2, 1.050_700_987_355_480_5, 1.0], "EluBackward0")
}

/// elu with a slope that does not jump: alpha·(exp(x/alpha) - 1) where x is negative.
pub fn celu(x: &Tensor, alpha: f64) -> Result<Tensor> {
    exponential_unit(x, [alpha, 1.0, 1.0 / alpha], "CeluBackward0")
}

/// x·Φ(x), with Φ the cumulative normal distribution (Hendrycks and Gimpel, 2016).
pub fn gelu(x: &Tensor) -> Result<Tensor> {
    const HEIGHT: f64 = 0.398_942_280_401_432_7;
    let cumulative = |x: &Tensor| mul(&add(&erf(&mul(x, std::f64::consts::FRAC_1_SQRT_2)?)?, 1.0)?, 0.5);
    let output = mapped_blocks(&x.detach(), many::gelu, |x| mul(x, &cumulative(x)?));
    of_input("GeluBackward0", x, output, move |grad, x| {
        zipped_blocks(
            grad,
            x,
            by_slopes(|slopes, values| {
                slopes.copy_from_slice(values);
                many::gelu_slope(slopes);
            }),
            |grad, x| {
                let density = mul(&exp(&mul(&square(x)?, -0.5)?)?, HEIGHT)?;
                mul(grad, &add(&cumulative(x)?, &mul(x, &density)?)?)
            },
        )
    })
}

/// [`gelu`] with Φ approximated: (1 + tanh(√(2/π)·(x + 0.044715·x³)))/2.
pub fn gelu_tanh(x: &Tensor) -> Result<Tensor> {
    const CUBIC: f64 = 0.044_715;
    let outer = (2.0 / std::f64::consts::PI).sqrt();
    let wave = move |x: &Tensor| tanh(&mul(&add(x, &mul(&pow(x, 3)?, CUBIC)?)?, outer)?);
    let angle = move |x: f32| (x + x * x * x * CUBIC as f32) * outer as f32;
    let output = mapped_blocks(
        &x.detach(),
        |values| many::with(values, angle, many::tanh, |x, wave| *x = *x * 0.5 * (wave + 1.0)),
        |x| mul(&mul(x, 0.5)?, &add(&wave(x)?, 1.0)?),
    );
    of_input("GeluBackward0", x, output, move |grad, x| {
        zipped_blocks(
            grad,
            x,
            |grads, values| {
                many::by(grads, values, angle, many::tanh, |grad, x, wave| {
                    let inner_slope = (x * x * (3.0 * CUBIC) as f32 + 1.0) * outer as f32;
                    *grad *= (wave + 1.0 + x * (1.0 - wave * wave) * inner_slope) * 0.5;
                });
            },
            |grad, x| {
                let wave = wave(x)?;
                let inner_slope = mul(&add(&mul(&square(x)?, 3.0 * CUBIC)?, 1.0)?, outer)?;
                let slope = mul(&mul(x, &sub(1.0, &square(&wave)?)?)?, &inner_slope)?;
                mul(grad, &mul(&add(&add(&wave, 1.0)?, &slope)?, 0.5)?)
            },
        )
    })
}

/// x·sigmoid(x), also called swish.
pub fn silu(x: &Tensor) -> Result<Tensor> {
    let output = mapped_blocks(&x.detach(), narrow::Silu::over, |x| mul(x, &sigmoid(x)?));
    of_input("SiluBackward0", x, output, |grad, x| {
        zipped_blocks(
            grad,
            x,
            // With the formula of vectors for all values.
            |grads, values| {
                many::by(
                    grads,
                    values,
                    |x| -x,
                    many::exp_in_vectors,
                    |grad, x, power| {
                        let s = 1.0 / (1.0 + power);
                        *grad = *grad * s * x.fused(1.0 - s, 1.0);
                    },
                );
            },
            |grad, x| {
                let s = sigmoid(x)?;
                mul(&mul(grad, &s)?, &add(&mul(x, &sub(1.0, &s)?)?, 1.0)?)
            },
        )
    })
}

/// x·tanh(softplus(x)) (Misra, 2019).
pub fn mish(x: &Tensor) -> Result<Tensor> {
    let gate = |x: &Tensor| tanh(&log1p(&exp(x)?)?);
    let gate_32 = |values: &mut [f32]| {
        log_1_plus_exp(values);
        many::tanh(values);
    };
    let output = mapped_blocks(
        &x.detach(),
        |values| many::with(values, |x| x, gate_32, |x, gate| *x *= gate),
        |x| mul(x, &gate(x)?),
    );
    of_input("MishBackward0", x, output, move |grad, x| {
        zipped_blocks(
            grad,
            x,
            by_slopes(|gates, values| {
                gates.copy_from_slice(values);
                gate_32(gates);
                many::by(
                    gates,
                    values,
                    |x| -x,
                    many::exp,
                    |gate, x, power| {
                        *gate += x * (1.0 - *gate * *gate) / (1.0 + power);
                    },
                );
            }),
            |grad, x| {
                let gate = gate(x)?;
                let slope = mul(&mul(x, &sub(1.0, &square(&gate)?)?)?, &sigmoid(x)?)?;
                mul(grad, &add(&gate, &slope)?)
            },
        )
    })
}

/// log(1 + exp(beta·x))/beta: a smooth relu; x itself where beta·x is above the threshold.
pub fn softplus(x: &Tensor, beta: f64, threshold: f64) -> Result<Tensor> {
    let [beta_32, threshold_32] = [beta, threshold].map(|number| number as f32);
    let within = move |x: f32| if x * beta_32 > threshold_32 { threshold_32 } else { x * beta_32 };
    let output = mapped_blocks(
        &x.detach(),
        |values| {
            many::with(values, within, log_1_plus_exp, |x, curve| {
                *x = if *x * beta_32 > threshold_32 { *x } else { curve / beta_32 };
            });
        },
        |x| {
            let scaled = mul(x, beta)?;
            let curve = div(&log1p(&exp(&minimum(&scaled, threshold)?)?)?, beta)?;
            where_(&gt(&scaled, threshold)?, x, &curve)
        },
    );
    of_input("SoftplusBackward0", x, output, move |grad, x| {
        zipped_blocks(
            grad,
            x,
            |grads, values| {
                many::by(
                    grads,
                    values,
                    |x| -(x * beta_32),
                    many::exp,
                    |grad, x, power| {
                        *grad = if x * beta_32 > threshold_32 { *grad } else { *grad / (1.0 + power) };
                    },
                );
            },
            |grad, x| {
                let scaled = mul(x, beta)?;
                where_(&gt(&scaled, threshold)?, grad, &mul(grad, &sigmoid(&scaled)?)?)
            },
        )
    })
}

/// log(1 + e^x) of each value, in place.
fn log_1_plus_exp(values: &mut [f32]) {
    many::exp(values);
    many::ln_1p(values);
}

/// log(sigmoid(x)), without overflow.
pub fn logsigmoid(x: &Tensor) -> Result<Tensor> {
    let output = mapped_blocks(
        &x.detach(),
        |values| {
            many::with(values, |x| -x.abs(), log_1_plus_exp, |x, curve| *x = negative_part(*x) - curve);
        },
        |x| sub(&minimum(x, 0)?, &log1p(&exp(&neg(&abs(x)?)?)?)?),
    );
    of_input("LogSigmoidBackward0", x, output, |grad, x| {
        zipped_blocks(
            grad,
            x,
            |grads, values| many::by(grads, values, |x| x, many::exp, |grad, _, power| *grad /= 1.0 + power),
            |grad, x| mul(grad, &sigmoid(&neg(x)?)?),
        )
    })
}

fn gelu_row(args: &Args) -> Result<Value> {
    match args.str(1)?.as_str() {
        "none" => gelu(args.tensor(0)?).map(Into::into),
        "tanh" => gelu_tanh(args.tensor(0)?).map(Into::into),
        _ => bail!(Runtime, "approximate argument must be either none or tanh."),
    }
}

pub const OPERATORS: &[Operator] = &[
    row!(
        "elu(Tensor input, float alpha=1.0, bool inplace=False) -> Tensor",
        |args| elu(args.tensor(0)?, args.float(1)?),
        "x where it is positive, else alpha * (exp(x) - 1)."
    ),
    row!(
        "selu(Tensor input, bool inplace=False) -> Tensor",
        |args| selu(args.tensor(0)?),
        "The self-normalising elu, with fixed scale and alpha."
    ),
    row!(
        "celu(Tensor input, float alpha=1.0, bool inplace=False) -> Tensor",
        |args| celu(args.tensor(0)?, args.float(1)?),
        "x where it is positive, else alpha * (exp(x / alpha) - 1)."
    ),
    Operator::new("gelu(Tensor input, *, str approximate='none') -> Tensor", gelu_row)
        .doc("x times the cumulative normal distribution at x; approximate='tanh' for the faster form.")
        .functional()
        .samples(|| {
            let x = || bends().remove(0).0.remove(0);
            vec![Args::new([x()]), Args::new([x(), "tanh".into()])]
        }),
    row!(
        "silu(Tensor input, bool inplace=False) -> Tensor",
        |args| silu(args.tensor(0)?),
        "x * sigmoid(x), also called swish."
    ),
    row!(
        "mish(Tensor input, bool inplace=False) -> Tensor",
        |args| mish(args.tensor(0)?),
        "x * tanh(softplus(x))."
    ),
    row!(
        "softplus(Tensor input, float beta=1, float threshold=20) -> Tensor",
        |args| softplus(args.tensor(0)?, args.float(1)?, args.float(2)?),
        "log(1 + exp(beta * x)) / beta: a smooth relu."
    ),
    row!("logsigmoid(Tensor input) -> Tensor", |args| logsigmoid(args.tensor(0)?), "log(sigmoid(x))."),
];
