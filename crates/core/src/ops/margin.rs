//! Losses with margins or of distributions: `multi_margin_loss`, `hinge_embedding_loss`, `margin_ranking_loss`,
//! `cosine_embedding_loss`, `triplet_margin_loss`, `soft_margin_loss`, `poisson_nll_loss`, `gaussian_nll_loss`.
//!
//! All are composed from other operators and need no gradient of their own.

use super::{
    Args, Operator, Value, add, cosine_similarity, div, eq, exp, gather, gt, log, log1p, loss::Reduction,
    maximum, mul, neg, one_hot, pairwise_distance, pow, reshape, square, sub, sum, unsqueeze, where_,
    zeros_like,
};
use crate::{Dtype, Result, Tensor, bail};

/// max(0, x).
fn hinge(x: &Tensor) -> Result<Tensor> {
    maximum(x, &zeros_like(&x.detach()))
}

/// The mean over classes of max(0, margin - x[target] + x[class])ᵖ, the target's own left out.
pub fn multi_margin_loss(
    x: &Tensor,
    target: &Tensor,
    p: f64,
    margin: f64,
    weight: Option<&Tensor>,
) -> Result<Tensor> {
    let x = if x.ndim() == 1 { unsqueeze(x, 0)? } else { x.clone() };
    let classes = x.shape().get(1).copied().unwrap_or(1);
    let target = reshape(target, &[target.numel()])?;
    if x.ndim() != 2 || x.shape()[0] != target.numel() {
        bail!(Runtime, "inconsistent target size, got: {:?}", target.shape());
    }
    if target.to_vec::<i64>().iter().any(|&class| class < 0 || class >= classes as i64) {
        bail!(Runtime, "target out of range");
    }
    let own = gather(&x, 1, &unsqueeze(&target, 1)?)?;
    let mut cost = pow(&hinge(&add(&sub(&x, &own)?, margin)?)?, p)?;
    if let Some(weight) = weight {
        cost = mul(&cost, &unsqueeze(&super::index_select(weight, 0, &target)?, 1)?)?;
    }
    let others = eq(&one_hot(&target, classes as i64)?, 0)?;
    div(&sum(&super::mul_mask(&cost, &others)?, &[1], false)?, classes as i64)
}

/// x where the target is 1, max(0, margin - x) where it is -1.
pub fn hinge_embedding_loss(x: &Tensor, target: &Tensor, margin: f64) -> Result<Tensor> {
    let far = where_(&eq(target, 1)?, 0.0, &hinge(&sub(margin, x)?)?)?;
    add(&far, &where_(&eq(target, -1)?, 0.0, x)?)
}

/// max(0, margin - target·(x1 - x2)).
pub fn margin_ranking_loss(x1: &Tensor, x2: &Tensor, target: &Tensor, margin: f64) -> Result<Tensor> {
    hinge(&add(&mul(&neg(target)?, &sub(x1, x2)?)?, margin)?)
}

/// 1 - cos(x1, x2) where the target is 1, max(0, cos(x1, x2) - margin) where it is -1.
pub fn cosine_embedding_loss(x1: &Tensor, x2: &Tensor, target: &Tensor, margin: f64) -> Result<Tensor> {
    let cosine = cosine_similarity(x1, x2, -1, 1e-8)?;
    where_(&eq(target, 1)?, &sub(1.0, &cosine)?, &hinge(&sub(&cosine, margin)?)?)
}

/// max(0, |anchor - positive| - |anchor - negative| + margin), with p-norms.
pub fn triplet_margin_loss(
    [anchor, positive, negative]: [&Tensor; 3],
    [margin, p, eps]: [f64; 3],
    swap: bool,
) -> Result<Tensor> {
    let near = pairwise_distance(anchor, positive, p, eps, false)?;
    let mut far = pairwise_distance(anchor, negative, p, eps, false)?;
    if swap {
        far = super::minimum(&far, &pairwise_distance(positive, negative, p, eps, false)?)?;
    }
    hinge(&add(&sub(&near, &far)?, margin)?)
}

/// log(1 + exp(-target·x)).
pub fn soft_margin_loss(x: &Tensor, target: &Tensor) -> Result<Tensor> {
    log1p(&exp(&mul(&neg(target)?, x)?)?)
}

/// exp(x) - target·x for a logarithm x of the rate, or x - target·log(x + eps); `full` adds Stirling's approximation.
pub fn poisson_nll_loss(
    x: &Tensor,
    target: &Tensor,
    log_input: bool,
    full: bool,
    eps: f64,
) -> Result<Tensor> {
    let cost = if log_input {
        sub(&exp(x)?, &mul(target, x)?)?
    } else {
        sub(x, &mul(target, &log(&add(x, eps)?)?)?)?
    };
    if !full {
        return Ok(cost);
    }
    let safe = where_(&gt(target, 1)?, target, 1.0)?;
    let factorial = add(
        &sub(&mul(&safe, &log(&safe)?)?, &safe)?,
        &mul(&log(&mul(&safe, std::f64::consts::TAU)?)?, 0.5)?,
    )?;
    add(&cost, &where_(&gt(target, 1)?, &factorial, 0.0)?)
}

/// (log(var) + (x - target)²/var)/2, with variances not below eps.
pub fn gaussian_nll_loss(x: &Tensor, target: &Tensor, var: &Tensor, full: bool, eps: f64) -> Result<Tensor> {
    let var = maximum(var, eps)?;
    let cost = mul(&add(&log(&var)?, &div(&square(&sub(x, target)?)?, &var)?)?, 0.5)?;
    if full { add(&cost, 0.5 * std::f64::consts::TAU.ln()) } else { Ok(cost) }
}

fn reduced(args: &Args, index: usize, values: Result<Tensor>) -> Result<Value> {
    Reduction::from_name(&args.str(index)?)?.apply(&values?).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1.0, Tensor? weight=None, \
         bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let [x, target] = [args.tensor(0)?, args.tensor(1)?];
            let values = multi_margin_loss(x, target, args.float(2)?, args.float(3)?, args.optional_tensor(4)?);
            reduced(args, 7, values)
        },
    )
    .doc("By how much other classes' scores come within the margin of the target's.")
    .functional()
    .samples(|| vec![Args::new([a().into(), Tensor::from_vec::<i64>(vec![0, 2], &[2]).into()])]),
    Operator::new(
        "hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, bool? size_average=None, \
         bool? reduce=None, str reduction='mean') -> Tensor",
        |args| reduced(args, 5, hinge_embedding_loss(args.tensor(0)?, args.tensor(1)?, args.float(2)?)),
    )
    .doc("Distances of pairs that belong together (1), and the margin less those of pairs that do not (-1).")
    .functional()
    .samples(|| vec![Args::new([a().into(), signs(&[2, 3]).into()])]),
    Operator::new(
        "margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, bool? size_average=None, \
         bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let [x1, x2, target] = [args.tensor(0)?, args.tensor(1)?, args.tensor(2)?];
            reduced(args, 6, margin_ranking_loss(x1, x2, target, args.float(3)?))
        },
    )
    .doc("By how much pairs are in the wrong order.")
    .functional()
    .samples(|| vec![Args::new([a().into(), b().into(), signs(&[2, 3]).into()])]),
    Operator::new(
        "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, \
         bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let [x1, x2, target] = [args.tensor(0)?, args.tensor(1)?, args.tensor(2)?];
            reduced(args, 6, cosine_embedding_loss(x1, x2, target, args.float(3)?))
        },
    )
    .doc("How far pairs that belong together (1) are from one direction, and others (-1) from the margin.")
    .functional()
    .samples(|| vec![Args::new([a().into(), b().into(), signs(&[2]).into()])]),
    Operator::new(
        "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, \
         float eps=1e-6, bool swap=False, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let tensors = [args.tensor(0)?, args.tensor(1)?, args.tensor(2)?];
            let numbers = [args.float(3)?, args.float(4)?, args.float(5)?];
            reduced(args, 9, triplet_margin_loss(tensors, numbers, args.bool(6)?))
        },
    )
    .doc("By how much an anchor is not nearer to its positive than to its negative, with a margin.")
    .functional()
    .samples(|| vec![Args::new([a().into(), b().into(), mul(&a(), 0.3).expect("numbers multiply").into()])]),
    Operator::new(
        "soft_margin_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, \
         str reduction='mean') -> Tensor",
        |args| reduced(args, 4, soft_margin_loss(args.tensor(0)?, args.tensor(1)?)),
    )
    .doc("log(1 + exp(-target * input)) for targets of 1 and -1.")
    .functional()
    .samples(|| vec![Args::new([a().into(), signs(&[2, 3]).into()])]),
    Operator::new(
        "poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, \
         bool? size_average=None, float eps=1e-8, bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let [x, target] = [args.tensor(0)?, args.tensor(1)?];
            reduced(args, 7, poisson_nll_loss(x, target, args.bool(2)?, args.bool(3)?, args.float(5)?))
        },
    )
    .doc("How unlikely counts are under Poisson distributions.")
    .functional()
    .samples(|| vec![Args::new([a().into(), super::abs(&b()).expect("numbers have a size").into()])]),
    Operator::new(
        "gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-6, \
         str reduction='mean') -> Tensor",
        |args| {
            let [x, target, var] = [args.tensor(0)?, args.tensor(1)?, args.tensor(2)?];
            reduced(args, 5, gaussian_nll_loss(x, target, var, args.bool(3)?, args.float(4)?))
        },
    )
    .doc("How unlikely targets are under normal distributions.")
    .functional()
    .samples(|| vec![Args::new([a().into(), b().into(), exp(&a()).expect("numbers have powers").into()])]),
];

fn a() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 1.7, 0.1, 1.4, -0.7], &[2, 3])
}
fn b() -> Tensor {
    Tensor::from_vec(vec![1.2, 0.4, -0.6, 0.9, 0.3, 1.1], &[2, 3])
}
/// 1 and -1 in turn, in float32: not differentiated.
fn signs(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    let values: Tensor =
        Tensor::from_vec((0..count).map(|i| 1 - 2 * (i as i64 % 2)).collect::<Vec<i64>>(), shape);
    values.cast(Dtype::Float32)
}
