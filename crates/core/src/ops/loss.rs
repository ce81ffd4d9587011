//! Losses of predictions and targets of one shape: `mse_loss`, `l1_loss`, `smooth_l1_loss`, `huber_loss`,
//! `binary_cross_entropy` (with and without logits), `kl_div`.
//!
//! Each computes one value per element and then reduces: `none`, `mean` or `sum`. Losses of classes are in
//! `cross_entropy`, those with margins in `margin`.

use smallvec::smallvec;

use super::{
    Args, Operator, Value, abs, add, clamp, div,
    elementwise::{is_plain, map_loop},
    eq, exp, ge, gt, le, log, log1p, logical_and, logsigmoid, lt, maximum, mean, mul, neg, sigmoid, square,
    sub, sum, where_,
};
use crate::{
    Result, Scalar, Tensor,
    autograd::{Save, record},
    bail,
    tensor::layout::{broadcast, shape_text},
};

/// What is done with the values per element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    None,
    Mean,
    Sum,
}

impl Reduction {
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "none" => Ok(Reduction::None),
            "mean" => Ok(Reduction::Mean),
            "sum" => Ok(Reduction::Sum),
            _ => bail!(Value, "{name} is not a valid value for reduction"),
        }
    }

    pub fn apply(self, values: &Tensor) -> Result<Tensor> {
        match self {
            Reduction::None => Ok(values.clone()),
            Reduction::Mean => mean(values, &[], false),
            Reduction::Sum => sum(values, &[], false),
        }
    }

    /// What each of `count` values adds to the result.
    fn share(self, count: usize) -> f64 {
        if self == Reduction::Mean { 1.0 / count as f64 } else { 1.0 }
    }
}

/// A loss of the difference d = input - target: its value, and its slope over `scale`, for each d.
struct DifferenceLoss<V, S> {
    name: &'static str,
    value: V,
    slope: S,
    scale: f64,
}

impl<V, S> DifferenceLoss<V, S>
where
    V: Fn(&Tensor) -> Result<Tensor>,
    S: Fn(&Tensor) -> Result<Tensor> + 'static,
{
    fn call(self, input: &Tensor, target: &Tensor, reduction: Reduction) -> Result<Tensor> {
        let values = (self.value)(&sub(&input.detach(), &target.detach())?)?;
        let share = self.scale * reduction.share(values.numel());
        let output = reduction.apply(&values)?;
        let (slope, save) = (self.slope, [Save::Input(input), Save::Input(target)]);
        Ok(record(self.name, &[input, target], &save, output, move |ctx| {
            let difference = sub(ctx.saved(0), ctx.saved(1))?;
            let grad = mul(&mul(&slope(&difference)?, share)?, ctx.grad())?;
            let input = ctx.needs(0).then(|| grad.clone());
            Ok(smallvec![input, ctx.when(1, || neg(&grad))?])
        }))
    }
}

/// The squared difference.
pub fn mse_loss(input: &Tensor, target: &Tensor, reduction: Reduction) -> Result<Tensor> {
    DifferenceLoss { name: "MseLossBackward0", value: square, slope: |d: &Tensor| Ok(d.clone()), scale: 2.0 }
        .call(input, target, reduction)
}

/// The absolute difference. Composed.
pub fn l1_loss(input: &Tensor, target: &Tensor, reduction: Reduction) -> Result<Tensor> {
    reduction.apply(&abs(&sub(input, target)?)?)
}

/// d²/(2·beta) within ±beta, |d| - beta/2 outside (Girshick, 2015).
pub fn smooth_l1_loss(input: &Tensor, target: &Tensor, reduction: Reduction, beta: f64) -> Result<Tensor> {
    if beta < 0.0 {
        bail!(Runtime, "smooth_l1_loss does not support negative values for beta.");
    }
    if beta == 0.0 {
        return l1_loss(input, target, reduction);
    }
    let value = |d: &Tensor| {
        let size = abs(d)?;
        where_(&lt(&size, beta)?, &div(&mul(&mul(&size, 0.5)?, &size)?, beta)?, &sub(&size, 0.5 * beta)?)
    };
    let slope = move |d: &Tensor| clamp(&div(d, beta)?, Some(Scalar::Float(-1.0)), Some(Scalar::Float(1.0)));
    DifferenceLoss { name: "SmoothL1LossBackward0", value, slope, scale: 1.0 }.call(input, target, reduction)
}

/// d²/2 within ±delta, delta·(|d| - delta/2) outside (Huber, 1964).
pub fn huber_loss(input: &Tensor, target: &Tensor, reduction: Reduction, delta: f64) -> Result<Tensor> {
    if delta <= 0.0 {
        bail!(Runtime, "huber_loss does not support non-positive values for delta.");
    }
    let value = |d: &Tensor| {
        let size = abs(d)?;
        let outside = mul(&sub(&size, 0.5 * delta)?, delta)?;
        where_(&le(&size, delta)?, &mul(&mul(&size, 0.5)?, &size)?, &outside)
    };
    let slope = move |d: &Tensor| clamp(d, Some(Scalar::Float(-delta)), Some(Scalar::Float(delta)));
    DifferenceLoss { name: "HuberLossBackward0", value, slope, scale: 1.0 }.call(input, target, reduction)
}

fn weighted(values: &Tensor, weight: Option<&Tensor>) -> Result<Tensor> {
    weight.map_or_else(|| Ok(values.clone()), |weight| mul(values, weight))
}

/// -(target·log(input) + (1 - target)·log(1 - input)), with logarithms not below -100.
pub fn binary_cross_entropy(
    input: &Tensor,
    target: &Tensor,
    weight: Option<&Tensor>,
    reduction: Reduction,
) -> Result<Tensor> {
    if input.shape() != target.shape() {
        bail!(
            Value,
            "Using a target size (torch.Size({})) that is different to the input size (torch.Size({})) is deprecated. \
             Please ensure they have the same size.",
            shape_text(target.shape()),
            shape_text(input.shape())
        );
    }
    if input.dtype() != target.dtype() {
        let (expected, found) = (input.dtype().message_name(), target.dtype().message_name());
        bail!(Runtime, "Found dtype {found} but expected {expected}");
    }
    let x = input.detach();
    let is_probability = logical_and(&ge(&x, 0)?, &le(&x, 1)?)?;
    if !super::all(&is_probability, &[], false)?.item()?.to_bool() {
        bail!(Runtime, "all elements of input should be between 0 and 1");
    }
    let t = target.detach();
    let is_share = logical_and(&ge(&t, 0)?, &le(&t, 1)?)?;
    if !super::all(&is_share, &[], false)?.item()?.to_bool() {
        bail!(Runtime, "all elements of target should be between 0 and 1");
    }
    let bounded = |x: &Tensor| maximum(x, -100.0);
    // The platform's function, a value at a time, as in PyTorch: its last bit is not that of loops over vectors.
    let log_of_rest = if is_plain(&x) { map_loop(&x, |x: f32| libm::log1pf(-x)) } else { log1p(&neg(&x)?) }?;
    let misses = mul(&sub(&t, 1.0)?, &bounded(&log_of_rest)?)?;
    let values = weighted(&sub(&misses, &mul(&t, &bounded(&log(&x)?)?)?)?, weight)?;
    let share = reduction.share(values.numel());
    let weight = weight.map(Tensor::detach);
    let save = [Save::Input(input), Save::Input(target)];
    Ok(record(
        "BinaryCrossEntropyBackward0",
        &[input, target],
        &save,
        reduction.apply(&values)?,
        move |ctx| {
            let (x, t) = (ctx.saved(0), ctx.saved(1));
            let grad = mul(&weighted(ctx.grad(), weight.as_ref())?, share)?;
            let first = ctx.when(0, || {
                let spread = maximum(&mul(&sub(1.0, x)?, x)?, 1e-12)?;
                mul(&grad, &div(&sub(x, t)?, &spread)?)
            })?;
            let second =
                ctx.when(1, || mul(&grad, &sub(&bounded(&log1p(&neg(x)?)?)?, &bounded(&log(x)?)?)?))?;
            Ok(smallvec![first, second])
        },
    ))
}

/// [`binary_cross_entropy`] of sigmoid(input), without overflow. `pos_weight` multiplies what positives cost.
pub fn binary_cross_entropy_with_logits(
    input: &Tensor,
    target: &Tensor,
    weight: Option<&Tensor>,
    reduction: Reduction,
    pos_weight: Option<&Tensor>,
) -> Result<Tensor> {
    if input.shape() != target.shape() {
        bail!(
            Value,
            "Target size (torch.Size({})) must be the same as input size (torch.Size({}))",
            shape_text(target.shape()),
            shape_text(input.shape())
        );
    }
    if !target.dtype().is_float() {
        bail!(
            Runtime,
            "result type {} can't be cast to the desired output type {}",
            input.dtype().promote(target.dtype()).message_name(),
            target.dtype().message_name()
        );
    }
    let (x, t, positive) = (input.detach(), target.detach(), pos_weight.map(Tensor::detach));
    let mut log_hit = logsigmoid(&x)?;
    if let Some(positive) = &positive {
        log_hit = mul(&log_hit, &add(&mul(&sub(positive, 1)?, &t)?, 1)?)?;
    }
    let values = weighted(&sub(&mul(&sub(1, &t)?, &x)?, &log_hit)?, weight)?;
    let share = reduction.share(values.numel());
    let weight = weight.map(Tensor::detach);
    let save = [Save::Input(input), Save::Input(target)];
    let name = "BinaryCrossEntropyWithLogitsBackward0";
    Ok(record(name, &[input, target], &save, reduction.apply(&values)?, move |ctx| {
        let (x, t) = (ctx.saved(0), ctx.saved(1));
        let grad = mul(&weighted(ctx.grad(), weight.as_ref())?, share)?;
        let first = ctx.when(0, || match &positive {
            Some(positive) => {
                let hits = mul(positive, t)?;
                let slope = sub(&mul(&sub(&add(&hits, 1)?, t)?, &sigmoid(x)?)?, &hits)?;
                mul(&slope, &grad)
            }
            None => mul(&sub(&sigmoid(x)?, t)?, &grad),
        })?;
        let second = ctx.when(1, || {
            let hit = weighted(&logsigmoid(x)?, positive.as_ref())?;
            mul(&sub(&logsigmoid(&neg(x)?)?, &hit)?, &grad)
        })?;
        Ok(smallvec![first, second])
    }))
}

/// target·(log(target) - input) for log-probabilities `input`; with `log_target` both are logarithms. Composed.
pub fn kl_div(input: &Tensor, target: &Tensor, log_target: bool) -> Result<Tensor> {
    if log_target {
        return mul(&exp(target)?, &sub(target, input)?);
    }
    // 0·log(0) is 0 here.
    let entropy = where_(&eq(target, 0)?, 0.0, &mul(target, &log(&where_(&gt(target, 0)?, target, 1.0)?)?)?)?;
    sub(&entropy, &mul(target, input)?)
}

fn kl_div_row(args: &Args) -> Result<Value> {
    let (input, reduction) = (args.tensor(0)?, args.str(4)?);
    let values = kl_div(input, args.tensor(1)?, args.bool(5)?)?;
    if reduction == "batchmean" {
        let rows = input.shape().first().copied().unwrap_or(1);
        return div(&sum(&values, &[], false)?, rows as i64).map(Into::into);
    }
    Reduction::from_name(&reduction)?.apply(&values).map(Into::into)
}

/// Checks that shapes broadcast, so that the message is the usual one, and calls the loss.
fn pair_row(
    args: &Args,
    reduction: usize,
    loss: impl Fn(&Tensor, &Tensor, Reduction) -> Result<Tensor>,
) -> Result<Value> {
    let (input, target) = (args.tensor(0)?, args.tensor(1)?);
    broadcast(input.shape(), target.shape())?;
    loss(input, target, Reduction::from_name(&args.str(reduction)?)?).map(Into::into)
}

/// As [`pair_row`], with a weight for each value. PyTorch's Huber loss alone takes their mean without them.
fn weighted_row(
    args: &Args,
    [reduction, weight]: [usize; 2],
    is_by_weights: bool,
    loss: impl Fn(&Tensor, &Tensor, Reduction) -> Result<Tensor>,
) -> Result<Value> {
    let Some(weight) = args.optional_tensor(weight)? else { return pair_row(args, reduction, loss) };
    let (input, target) = (args.tensor(0)?, args.tensor(1)?);
    if weight.shape() != input.shape() {
        bail!(Value, "Weights and input must have the same size.");
    }
    let values = mul(&loss(input, target, Reduction::None)?, weight)?;
    match Reduction::from_name(&args.str(reduction)?)? {
        Reduction::Mean if is_by_weights => div(&sum(&values, &[], false)?, &sum(weight, &[], false)?),
        other => other.apply(&values),
    }
    .map(Into::into)
}

/// A loss of two tensors, with PyTorch's two deprecated arguments in their place.
macro_rules! signature {
    ($name:literal $(, $rest:literal)?) => {
        concat!(
            $name,
            "(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean'",
            $(", ", $rest,)?
            ") -> Tensor"
        )
    };
}

/// Predictions and targets belong together one by one.
fn sizes_differ(args: &Args) -> Option<String> {
    let (input, target) = (args.tensor(0).ok()?, args.tensor(1).ok()?);
    (input.shape() != target.shape()).then(|| {
        format!(
            "Using a target size (torch.Size({})) that is different to the input size (torch.Size({})). This will \
             likely lead to incorrect results due to broadcasting. Please ensure they have the same size.",
            shape_text(target.shape()),
            shape_text(input.shape())
        )
    })
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(signature!("mse_loss", "Tensor? weight=None"), |args| weighted_row(args, [4, 5], true, mse_loss))
        .doc("The mean squared difference.")
        .functional()
        .warns(sizes_differ)
        .samples(differences),
    Operator::new(signature!("l1_loss", "Tensor? weight=None"), |args| weighted_row(args, [4, 5], true, l1_loss))
        .doc("The mean absolute difference.")
        .functional()
        .warns(sizes_differ)
        .samples(differences),
    Operator::new(signature!("smooth_l1_loss", "float beta=1.0"), |args| {
        let beta = args.float(5)?;
        pair_row(args, 4, |input, target, reduction| smooth_l1_loss(input, target, reduction, beta))
    })
    .doc("The absolute difference, squared near 0.")
    .functional()
    .warns(sizes_differ)
    .samples(differences),
    Operator::new(
        "huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1.0, Tensor? weight=None) -> Tensor",
        |args| {
            let delta = args.float(3)?;
            weighted_row(args, [2, 4], false, |input, target, reduction| huber_loss(input, target, reduction, delta))
        },
    )
    .doc("The squared difference near 0, the absolute difference away from it.")
    .functional()
    .warns(sizes_differ)
    .samples(|| vec![Args::new([apart().into(), base().into()])]),
    Operator::new(
        "binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, \
         bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let reduction = Reduction::from_name(&args.str(5)?)?;
            let weight = args.optional_tensor(2)?;
            binary_cross_entropy(args.tensor(0)?, args.tensor(1)?, weight, reduction).map(Into::into)
        },
    )
    .doc("How far probabilities are from targets between 0 and 1.")
    .functional()
    .samples(|| vec![Args::new([base().into(), shares().into()])]),
    Operator::new(
        "binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, \
         bool? reduce=None, str reduction='mean', Tensor? pos_weight=None) -> Tensor",
        |args| {
            let reduction = Reduction::from_name(&args.str(5)?)?;
            let [weight, pos_weight] = [args.optional_tensor(2)?, args.optional_tensor(6)?];
            let [input, target] = [args.tensor(0)?, args.tensor(1)?];
            binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weight).map(Into::into)
        },
    )
    .doc("binary_cross_entropy of sigmoid(input), computed without overflow.")
    .functional()
    .samples(|| vec![Args::new([apart().into(), shares().into()])]),
    Operator::new(signature!("kl_div", "bool log_target=False"), kl_div_row)
        .doc("The Kullback-Leibler divergence of target from the log-probabilities in input.")
        .functional()
        .samples(|| vec![Args::new([apart().into(), shares().into()])]),
];

fn base() -> Tensor {
    Tensor::from_vec(vec![0.3, 0.6, 0.9, 0.2], &[2, 2])
}
/// Differences to [`base`] on both sides of 1.
fn apart() -> Tensor {
    Tensor::from_vec(vec![0.7, 2.1, -0.4, 0.1], &[2, 2])
}
fn shares() -> Tensor {
    Tensor::from_vec(vec![0.1, 0.8, 0.5, 0.4], &[2, 2])
}
fn differences() -> Vec<Args> {
    let call = |reduction: &str| {
        Args::new([apart().into(), base().into(), super::Arg::None, super::Arg::None, reduction.into()])
    };
    vec![call("mean"), call("sum"), call("none")]
}
