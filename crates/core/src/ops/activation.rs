//! Activations: `leaky_relu`, `elu`, `gelu`, `silu`, `softplus` and their kin.
//!
//! Each is composed from operators on values outside the graph, then recorded as one node whose gradient is composed
//! likewise. `relu`, `tanh` and `sigmoid` are in `pointwise`, `softmax` in `softmax`.

use smallvec::smallvec;

use super::{
    Args, Operator, Value, abs, add, clamp, div, erf, exp, expm1, ge, gt, le, log1p, logical_and, logical_or,
    lt, minimum, mul, mul_mask, narrow, neg, pow, reshape, sigmoid, square, sub, tanh, where_,
};
use crate::{
    Result, Scalar, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{Dims, layout::wrap_dim},
};

/// Records `output` as the node `name` of `x`; `gradient` gets the output's gradient and `x`.
fn of_input(
    name: &'static str,
    x: &Tensor,
    output: Result<Tensor>,
    gradient: impl Fn(&Tensor, &Tensor) -> Result<Tensor> + 'static,
) -> Result<Tensor> {
    Ok(record(name, &[x], &[Save::Input(x)], output?, move |ctx| {
        Ok(smallvec![Some(gradient(ctx.grad(), ctx.saved(0))?)])
    }))
}

/// x where it is positive, else slope·x.
pub fn leaky_relu(x: &Tensor, slope: f64) -> Result<Tensor> {
    let value = x.detach();
    let output = where_(&gt(&value, 0)?, &value, &mul(&value, slope)?);
    of_input("LeakyReluBackward0", x, output, move |grad, x| where_(&gt(x, 0)?, grad, &mul(grad, slope)?))
}

/// x where it is positive, else weight·x, with one weight per channel (dimension 1) or one for all.
pub fn prelu(x: &Tensor, weight: &Tensor) -> Result<Tensor> {
    if x.dtype() != weight.dtype() {
        bail!(
            Runtime,
            "prelu: Type promoting not supported. Got {} and {}",
            x.dtype().message_name(),
            weight.dtype().message_name()
        );
    }
    if weight.ndim() > 1 {
        bail!(
            Runtime,
            "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = {}",
            weight.ndim()
        );
    }
    if x.ndim() == 0 && weight.numel() != 1 {
        bail!(Runtime, "Not allow zero-dim input tensor.");
    }
    let channels = x.shape().get(1).copied().unwrap_or(1);
    if weight.numel() != 1 && weight.numel() != channels {
        bail!(
            Runtime,
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = {} and channel size = \
             {channels}.",
            weight.numel()
        );
    }
    let mut shape: Dims = smallvec![1; x.ndim()];
    if weight.numel() != 1 {
        shape[1] = weight.numel();
    }
    let weight = reshape(weight, &shape)?;
    let (value, factor) = (x.detach(), weight.detach());
    let output = where_(&gt(&value, 0)?, &value, &mul(&value, &factor)?)?;
    let save = [Save::Input(x), Save::Input(&weight)];
    Ok(record("PreluKernelBackward0", &[x, &weight], &save, output, |ctx| {
        let (grad, x, weight) = (ctx.grad(), ctx.saved(0), ctx.saved(1));
        let positive = gt(x, 0)?;
        let first = ctx.when(0, || where_(&positive, grad, &mul(grad, weight)?))?;
        Ok(smallvec![first, ctx.when(1, || where_(&positive, 0.0, &mul(grad, x)?))?])
    }))
}

/// scale·x where x is positive, else scale·alpha·(exp(rate·x) - 1): `elu`, `selu` and `celu`.
fn exponential_unit(x: &Tensor, [alpha, scale, rate]: [f64; 3], name: &'static str) -> Result<Tensor> {
    let curve = move |x: &Tensor| mul(&expm1(&mul(&minimum(x, 0)?, rate)?)?, alpha * scale);
    let value = x.detach();
    let output = where_(&gt(&value, 0)?, &mul(&value, scale)?, &curve(&value)?);
    of_input(name, x, output, move |grad, x| {
        // The curve's slope: rate·(curve + alpha·scale).
        let slope = mul(&add(&curve(x)?, alpha * scale)?, rate)?;
        where_(&gt(x, 0)?, &mul(grad, scale)?, &mul(grad, &slope)?)
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
    let cumulative = |x: &Tensor| mul(&add(&erf(&mul(x, std::f64::consts::FRAC_1_SQRT_2)?)?, 1.0)?, 0.5);
    let output = mul(&x.detach(), &cumulative(&x.detach())?);
    of_input("GeluBackward0", x, output, move |grad, x| {
        let density = mul(&exp(&mul(&square(x)?, -0.5)?)?, 1.0 / std::f64::consts::TAU.sqrt())?;
        mul(grad, &add(&cumulative(x)?, &mul(x, &density)?)?)
    })
}

/// [`gelu`] with Φ approximated: (1 + tanh(√(2/π)·(x + 0.044715·x³)))/2.
pub fn gelu_tanh(x: &Tensor) -> Result<Tensor> {
    const CUBIC: f64 = 0.044_715;
    let outer = (2.0 / std::f64::consts::PI).sqrt();
    let wave = move |x: &Tensor| tanh(&mul(&add(x, &mul(&pow(x, 3)?, CUBIC)?)?, outer)?);
    let output = mul(&mul(&x.detach(), 0.5)?, &add(&wave(&x.detach())?, 1.0)?);
    of_input("GeluBackward0", x, output, move |grad, x| {
        let wave = wave(x)?;
        let inner_slope = mul(&add(&mul(&square(x)?, 3.0 * CUBIC)?, 1.0)?, outer)?;
        let slope = mul(&mul(x, &sub(1.0, &square(&wave)?)?)?, &inner_slope)?;
        mul(grad, &mul(&add(&add(&wave, 1.0)?, &slope)?, 0.5)?)
    })
}

/// x·sigmoid(x), also called swish.
pub fn silu(x: &Tensor) -> Result<Tensor> {
    let output = mul(&x.detach(), &sigmoid(&x.detach())?);
    of_input("SiluBackward0", x, output, |grad, x| {
        let s = sigmoid(x)?;
        mul(grad, &mul(&s, &add(&mul(x, &sub(1.0, &s)?)?, 1.0)?)?)
    })
}

/// x·tanh(softplus(x)) (Misra, 2019).
pub fn mish(x: &Tensor) -> Result<Tensor> {
    let gate = |x: &Tensor| tanh(&log1p(&exp(x)?)?);
    let output = mul(&x.detach(), &gate(&x.detach())?);
    of_input("MishBackward0", x, output, move |grad, x| {
        let gate = gate(x)?;
        let slope = mul(&mul(x, &sub(1.0, &square(&gate)?)?)?, &sigmoid(x)?)?;
        mul(grad, &add(&gate, &slope)?)
    })
}

/// log(1 + exp(beta·x))/beta: a smooth relu; x itself where beta·x is above the threshold.
pub fn softplus(x: &Tensor, beta: f64, threshold: f64) -> Result<Tensor> {
    let scaled = mul(&x.detach(), beta)?;
    let curve = div(&log1p(&exp(&minimum(&scaled, threshold)?)?)?, beta)?;
    let output = where_(&gt(&scaled, threshold)?, &x.detach(), &curve);
    of_input("SoftplusBackward0", x, output, move |grad, x| {
        let scaled = mul(x, beta)?;
        where_(&gt(&scaled, threshold)?, grad, &mul(grad, &sigmoid(&scaled)?)?)
    })
}

/// log(sigmoid(x)), without overflow.
pub fn logsigmoid(x: &Tensor) -> Result<Tensor> {
    let value = x.detach();
    let output = sub(&minimum(&value, 0)?, &log1p(&exp(&neg(&abs(&value)?)?)?)?);
    of_input("LogSigmoidBackward0", x, output, |grad, x| mul(grad, &sigmoid(&neg(x)?)?))
}

/// x brought between `min` and `max`; no gradient at the bounds.
pub fn hardtanh(x: &Tensor, min: Scalar, max: Scalar) -> Result<Tensor> {
    if min.to_f64() > max.to_f64() {
        bail!(Value, "min_val cannot be greater than max_val");
    }
    // Integers stay integers.
    let bound = |value: Scalar| if x.dtype().is_float() { value } else { Scalar::Int(value.to_i64()) };
    let (min, max) = (bound(min), bound(max));
    let output = clamp(&x.detach(), Some(min), Some(max));
    of_input("HardtanhBackward0", x, output, move |grad, x| {
        mul_mask(grad, &logical_and(&gt(x, min)?, &lt(x, max)?)?)
    })
}

/// A sigmoid of three straight pieces: (x + 3)/6 between 0 and 1.
pub fn hardsigmoid(x: &Tensor) -> Result<Tensor> {
    let output = div(&clamp(&add(&x.detach(), 3.0)?, Some(0.into()), Some(6.into()))?, 6.0);
    of_input("HardsigmoidBackward0", x, output, |grad, x| {
        mul_mask(&div(grad, 6.0)?, &logical_and(&gt(x, -3.0)?, &lt(x, 3.0)?)?)
    })
}

/// x·hardsigmoid(x).
pub fn hardswish(x: &Tensor) -> Result<Tensor> {
    let value = x.detach();
    let output = div(&mul(&value, &clamp(&add(&value, 3.0)?, Some(0.into()), Some(6.into()))?)?, 6.0);
    of_input("HardswishBackward0", x, output, |grad, x| {
        let middle = mul(grad, &add(&div(x, 3.0)?, 0.5)?)?;
        let upper = where_(&le(x, 3.0)?, &middle, grad)?;
        mul_mask(&upper, &ge(x, -3.0)?)
    })
}

/// x where it is above the threshold, else `value`.
pub fn threshold(x: &Tensor, threshold: f64, value: Scalar) -> Result<Tensor> {
    let output = where_(&gt(&x.detach(), threshold)?, &x.detach(), value);
    of_input("ThresholdBackward0", x, output, move |grad, x| mul_mask(grad, &gt(x, threshold)?))
}

/// x brought `lambd` nearer to 0, and 0 within it.
pub fn softshrink(x: &Tensor, lambd: f64) -> Result<Tensor> {
    let value = x.detach();
    let lower = where_(&lt(&value, -lambd)?, &add(&value, lambd)?, &mul(&value, 0.0)?)?;
    let output = where_(&gt(&value, lambd)?, &sub(&value, lambd)?, &lower);
    of_input("SoftshrinkBackward0", x, output, move |grad, x| mul_mask(grad, &outside(x, lambd)?))
}

/// x outside of ±`lambd`, 0 within.
pub fn hardshrink(x: &Tensor, lambd: f64) -> Result<Tensor> {
    let output = mul_mask(&x.detach(), &outside(&x.detach(), lambd)?);
    of_input("HardshrinkBackward0", x, output, move |grad, x| mul_mask(grad, &outside(x, lambd)?))
}

fn outside(x: &Tensor, bound: f64) -> Result<Tensor> {
    logical_or(&gt(x, bound)?, &lt(x, -bound)?)
}

/// The first half of a dimension times the sigmoid of the second. Composed.
pub fn glu(x: &Tensor, dim: i64) -> Result<Tensor> {
    if x.ndim() == 0 {
        bail!(Runtime, "glu does not support 0-dimensional tensors");
    }
    let size = x.shape()[wrap_dim(dim, x.ndim())?] as i64;
    if size % 2 != 0 {
        bail!(Runtime, "Halving dimension must be even, but dimension {dim} is size {size}");
    }
    mul(&narrow(x, dim, 0, size / 2)?, &sigmoid(&narrow(x, dim, size / 2, size / 2)?)?)
}

fn gelu_row(args: &Args) -> Result<Value> {
    match args.str(1)?.as_str() {
        "none" => gelu(args.tensor(0)?).map(Into::into),
        "tanh" => gelu_tanh(args.tensor(0)?).map(Into::into),
        _ => bail!(Runtime, "approximate argument must be either none or tanh."),
    }
}

/// Samples on both sides of every bend.
fn bends() -> Vec<Args> {
    vec![Args::new([Tensor::from_vec(vec![-7.0, -3.4, -1.4, -0.3, 0.2, 0.8, 2.0, 3.6, 7.5], &[9]).into()])]
}

macro_rules! row {
    ($signature:literal, |$args:ident| $call:expr, $doc:literal) => {
        Operator::new($signature, |$args| $call.map(Into::into)).doc($doc).functional().samples(bends)
    };
}

pub const OPERATORS: &[Operator] = &[
    row!(
        "leaky_relu(Tensor input, float negative_slope=0.01, bool inplace=False) -> Tensor",
        |args| leaky_relu(args.tensor(0)?, args.float(1)?),
        "x where it is positive, else negative_slope * x."
    ),
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
    row!(
        "softsign(Tensor input) -> Tensor",
        |args| div(args.tensor(0)?, &add(&abs(args.tensor(0)?)?, 1.0)?),
        "x / (1 + |x|)."
    ),
    row!(
        "tanhshrink(Tensor input) -> Tensor",
        |args| sub(args.tensor(0)?, &tanh(args.tensor(0)?)?),
        "x - tanh(x)."
    ),
    row!("logsigmoid(Tensor input) -> Tensor", |args| logsigmoid(args.tensor(0)?), "log(sigmoid(x))."),
    row!(
        "hardtanh(Tensor input, Scalar min_val=-1.0, Scalar max_val=1.0, bool inplace=False) -> Tensor",
        |args| hardtanh(args.tensor(0)?, args.scalar(1)?, args.scalar(2)?),
        "x brought between min_val and max_val."
    ),
    row!(
        "relu6(Tensor input, bool inplace=False) -> Tensor",
        |args| hardtanh(args.tensor(0)?, 0.into(), 6.into()),
        "x brought between 0 and 6."
    ),
    row!(
        "hardsigmoid(Tensor input, bool inplace=False) -> Tensor",
        |args| hardsigmoid(args.tensor(0)?),
        "A sigmoid of three straight pieces."
    ),
    row!(
        "hardswish(Tensor input, bool inplace=False) -> Tensor",
        |args| hardswish(args.tensor(0)?),
        "x * hardsigmoid(x)."
    ),
    row!(
        "softshrink(Tensor input, float lambd=0.5) -> Tensor",
        |args| softshrink(args.tensor(0)?, args.float(1)?),
        "x brought lambd nearer to 0, and 0 within it."
    ),
    row!(
        "hardshrink(Tensor input, float lambd=0.5) -> Tensor",
        |args| hardshrink(args.tensor(0)?, args.float(1)?),
        "x outside of plus or minus lambd, 0 within."
    ),
    Operator::new(
        "threshold(Tensor input, float threshold, Scalar value, bool inplace=False) -> Tensor",
        |args| threshold(args.tensor(0)?, args.float(1)?, args.scalar(2)?).map(Into::into),
    )
    .doc("x where it is above the threshold, else value.")
    .functional()
    .samples(|| vec![Args::new([bends().remove(0).0.remove(0), 0.5.into(), 2.0.into()])]),
    Operator::new("prelu(Tensor input, Tensor weight) -> Tensor", |args| {
        prelu(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("x where it is positive, else weight * x, with a weight per channel or one for all.")
    .also_functional()
    .samples(|| {
        let x = || Tensor::from_vec(vec![-1.4, 0.3, 2.0, -0.6], &[2, 2]);
        let weights = [vec![0.25], vec![0.25, 0.5]];
        weights.map(|w| Args::new([x().into(), Tensor::from_vec(w.clone(), &[w.len()]).into()])).into()
    }),
    Operator::new("glu(Tensor input, int dim=-1) -> Tensor", |args| {
        glu(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("The first half of a dimension times the sigmoid of the second.")
    .functional()
    .samples(|| vec![Args::new([Tensor::from_vec(vec![-1.4, 0.3, 2.0, -0.6], &[2, 2]).into()])]),
];
