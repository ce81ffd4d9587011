//! Activations of straight pieces: `leaky_relu`, `hardtanh`, `hardswish`, `softshrink` and their kin; `glu`.
//!
//! Each is composed from operators on values outside the graph, then recorded as one node whose gradient is composed
//! likewise. `relu`, `tanh` and `sigmoid` are in `pointwise`, curved ones in `smooth`, `softmax` in `softmax`.

use smallvec::smallvec;

use super::{
    Args, Operator, abs, add, clamp, div, ge, gt, le, logical_and, logical_or, lt, mul, mul_mask, narrow,
    reshape, sigmoid, smooth, sub, tanh, where_,
};
use crate::{
    Result, Scalar, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{Dims, layout::wrap_dim},
};

/// Records `output` as the node `name` of `x`; `gradient` gets the output's gradient and `x`.
pub(super) fn of_input(
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
    let narrow = slope as f32;
    let output = smooth::mapped(
        &x.detach(),
        move |x| x * if x > 0.0 { 1.0 } else { narrow },
        |x| where_(&gt(x, 0)?, x, &mul(x, slope)?),
    );
    of_input("LeakyReluBackward0", x, output, move |grad, x| {
        smooth::zipped(
            grad,
            x,
            move |grad, x| grad * if x > 0.0 { 1.0 } else { narrow },
            |grad, x| where_(&gt(x, 0)?, grad, &mul(grad, slope)?),
        )
    })
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

/// x brought between `min` and `max`; no gradient at the bounds.
pub fn hardtanh(x: &Tensor, min: Scalar, max: Scalar) -> Result<Tensor> {
    if min.to_f64() > max.to_f64() {
        bail!(Value, "min_val cannot be greater than max_val");
    }
    // Integers stay integers.
    let bound = |value: Scalar| if x.dtype().is_float() { value } else { Scalar::Int(value.to_i64()) };
    let (min, max) = (bound(min), bound(max));
    let output = clamp(&x.detach(), Some(min), Some(max));
    let [low, high] = [min, max].map(|bound| bound.to_f64() as f32);
    of_input("HardtanhBackward0", x, output, move |grad, x| {
        smooth::zipped(
            grad,
            x,
            move |grad, x| if x <= low || x >= high { 0.0 } else { grad },
            |grad, x| without(grad, &logical_or(&le(x, min)?, &ge(x, max)?)?),
        )
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
        without(&upper, &lt(x, -3.0)?)
    })
}

/// x where it is above the threshold, else `value`.
pub fn threshold(x: &Tensor, threshold: f64, value: Scalar) -> Result<Tensor> {
    let output = where_(&le(&x.detach(), threshold)?, value, &x.detach());
    of_input("ThresholdBackward0", x, output, move |grad, x| without(grad, &le(x, threshold)?))
}

/// x brought `lambd` nearer to 0, and 0 within it.
pub fn softshrink(x: &Tensor, lambd: f64) -> Result<Tensor> {
    let value = x.detach();
    let lower = where_(&lt(&value, -lambd)?, &add(&value, lambd)?, &mul(&value, 0.0)?)?;
    let output = where_(&gt(&value, lambd)?, &sub(&value, lambd)?, &lower);
    of_input("SoftshrinkBackward0", x, output, move |grad, x| without(grad, &within(x, lambd)?))
}

/// x outside of ±`lambd`, 0 within.
pub fn hardshrink(x: &Tensor, lambd: f64) -> Result<Tensor> {
    let output = without(&x.detach(), &within(&x.detach(), lambd)?);
    of_input("HardshrinkBackward0", x, output, move |grad, x| without(grad, &within(x, lambd)?))
}

fn within(x: &Tensor, bound: f64) -> Result<Tensor> {
    logical_and(&ge(x, -bound)?, &le(x, bound)?)
}

/// `x`, and 0 where `mask` holds. As masks are of what is known to be within bounds, what is no number stays, and so does its
/// gradient: a training that has gone astray is seen to be so.
fn without(x: &Tensor, mask: &Tensor) -> Result<Tensor> {
    where_(mask, Scalar::Bool(false), x)
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

/// Samples on both sides of every bend.
pub(super) fn bends() -> Vec<Args> {
    vec![Args::new([Tensor::from_vec(vec![-7.0, -3.4, -1.4, -0.3, 0.2, 0.8, 2.0, 3.6, 7.5], &[9]).into()])]
}

/// A row of one tensor's function, under `torch.nn.functional`.
macro_rules! row {
    ($signature:literal, |$args:ident| $call:expr, $doc:literal) => {
        Operator::new($signature, |$args| $call.map(Into::into))
            .doc($doc)
            .functional()
            .samples($crate::ops::activation::bends)
    };
}
pub(super) use row;

pub const OPERATORS: &[Operator] = &[
    row!(
        "leaky_relu(Tensor input, float negative_slope=0.01, bool inplace=False) -> Tensor",
        |args| leaky_relu(args.tensor(0)?, args.float(1)?),
        "x where it is positive, else negative_slope * x."
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
    .node("GluBackward0")
    .doc("The first half of a dimension times the sigmoid of the second.")
    .functional()
    .samples(|| vec![Args::new([Tensor::from_vec(vec![-1.4, 0.3, 2.0, -0.6], &[2, 2]).into()])]),
];
