//! Spread and size: `var`, `std`, `norm` and `logsumexp`.

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, add, cast_to, div, exp,
    extremes::amax_amin,
    mean, mul, mul_mask,
    reduce::{cube, reduced_dims, reduced_shape, restore, with_dims},
    sqrt, sub, sum,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Save, record},
    bail,
};

/// The variance over `dims`, divided by n - correction; two passes in float64, as PyTorch accumulates.
pub fn var(x: &Tensor, dims: &[i64], correction: f64, keepdim: bool) -> Result<Tensor> {
    if !x.dtype().is_float() {
        bail!(NotImplemented, "std and var only support floating point and complex dtypes");
    }
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let wide = x.cast(Dtype::Float64)?;
    let count = x.numel() as f64 / shape.iter().product::<usize>().max(1) as f64;
    let center = div(&sum(&wide, dims, true)?, count)?;
    let center = if dims.is_empty() { super::reshape(&center, &vec![1; x.ndim()])? } else { center };
    let offset = sub(&wide, &center)?;
    let squares = sum(&mul(&offset, &offset)?, dims, keepdim)?;
    let out = div(&squares, (count - correction).max(0.0))?.cast(x.dtype())?;
    let dims: SmallVec<[i64; 4]> = dims.into();
    Ok(record("VarBackward0", &[x], &[Save::Input(x)], out, move |ctx| {
        let x = ctx.saved(0);
        let center = if dims.is_empty() { mean(x, &[], false)? } else { mean(x, &dims, true)? };
        let spread = restore(ctx.grad(), x.shape(), &is_reduced, keepdim)?;
        Ok(smallvec![Some(mul(&mul(&spread, 2.0 / (count - correction))?, &sub(x, &center)?)?)])
    }))
}

/// The square root of the variance.
pub fn std(x: &Tensor, dims: &[i64], correction: f64, keepdim: bool) -> Result<Tensor> {
    let out = sqrt(&var(&x.detach(), dims, correction, keepdim)?)?;
    let (dims, is_reduced): (SmallVec<[i64; 4]>, _) = (dims.into(), reduced_dims(x, dims)?);
    Ok(record("StdBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        let count = x.numel() as f64 / ctx.saved(1).numel() as f64;
        let center = if dims.is_empty() { mean(x, &[], false)? } else { mean(x, &dims, true)? };
        // Where nothing is spread there is no slope to follow.
        let scale = div(ctx.grad(), &mul(ctx.saved(1), count - correction)?)?;
        let scale = mul_mask(&scale, &super::ne(ctx.saved(1), 0)?)?;
        Ok(smallvec![Some(mul(&restore(&scale, x.shape(), &is_reduced, keepdim)?, &sub(x, &center)?)?)])
    }))
}

/// The p-norm: (Σ|x|^p)^(1/p); the largest |x| for infinite p. Its gradient is sign(x)·|x|^(p-1) / norm^(p-1), and 0
/// where the norm is.
pub fn norm(x: &Tensor, p: f64, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    if !x.dtype().is_float() {
        bail!(
            NotImplemented,
            "linalg.vector_norm: Expected a floating point or complex tensor as input. Got {}",
            x.dtype().message_name()
        );
    }
    if p.is_infinite() {
        if x.numel() == 0 && dims.is_empty() {
            bail!(
                Runtime,
                "linalg.vector_norm cannot compute the {} norm on an empty tensor because the operation does not have \
                 an identity",
                if p > 0.0 { "inf" } else { "-inf" }
            );
        }
        return amax_amin(&super::abs(x)?, dims, keepdim, p > 0.0);
    }
    if p == 0.0 {
        return cast_to(&sum(&super::ne(x, 0)?, dims, keepdim)?, x.dtype());
    }
    let plain = x.detach();
    let output = match p {
        1.0 => sum(&super::abs(&plain)?, dims, keepdim)?,
        2.0 => sqrt(&sum(&mul(&plain, &plain)?, dims, keepdim)?)?,
        p => super::pow(&sum(&super::pow(&super::abs(&plain)?, p)?, dims, keepdim)?, 1.0 / p)?,
    };
    let is_reduced = reduced_dims(x, dims)?;
    let save = [Save::Input(x), Save::Output];
    Ok(record("LinalgVectorNormBackward0", &[x], &save, output, move |ctx| {
        let (x, norm) = (ctx.saved(0), ctx.saved(1));
        let back = |t: &Tensor| restore(t, x.shape(), &is_reduced, keepdim);
        let (slope, scale) = match p {
            1.0 => return Ok(smallvec![Some(mul(&super::sign(x)?, &back(ctx.grad())?)?)]),
            2.0 => {
                let norm = back(norm)?;
                let unit = mul_mask(&div(x, &norm)?, &super::ne(&norm, 0)?)?;
                return Ok(smallvec![Some(mul(&back(ctx.grad())?, &unit)?)]);
            }
            p => {
                let power = mul(&super::sign(x)?, &super::pow(&super::abs(x)?, p - 1.0)?)?;
                (mul_mask(&power, &super::ne(x, 0)?)?, div(ctx.grad(), &super::pow(norm, p - 1.0)?)?)
            }
        };
        let scale = mul_mask(&scale, &super::ne(norm, 0)?)?;
        Ok(smallvec![Some(mul(&slope, &back(&scale)?)?)])
    }))
}

/// log Σ exp x, shifted by the maximum so that nothing overflows.
pub fn logsumexp(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    let plain = x.detach();
    let is_reduced = reduced_dims(x, dims)?;
    if x.numel() == 0 {
        return x.full_like(&reduced_shape(x.shape(), &is_reduced, keepdim), f64::NEG_INFINITY.into());
    }
    let top = amax_amin(&plain, dims, true, true)?;
    let total = super::log(&sum(&exp(&sub(&plain, &top)?)?, dims, true)?)?;
    let out = add(&total, &top)?;
    let out = super::reshape(&out, &reduced_shape(x.shape(), &is_reduced, keepdim))?;
    Ok(record("LogsumexpBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        let back = |t: &Tensor| restore(t, x.shape(), &is_reduced, keepdim);
        Ok(smallvec![Some(mul(&back(ctx.grad())?, &exp(&sub(x, &back(ctx.saved(1))?)?)?)?)])
    }))
}

/// `correction=` wins over `unbiased=`; both default to n - 1.
pub(super) fn correction(args: &Args) -> Result<f64> {
    Ok(match (args.optional_float(3)?, args.bool(2)?) {
        (Some(correction), _) => correction,
        (None, unbiased) => unbiased as u8 as f64,
    })
}

/// Too few values for the correction give nan or infinity.
fn no_freedom(name: &str, args: &Args) -> Option<String> {
    let x = args.tensor(0).ok()?;
    let is_reduced = reduced_dims(x, args.ints(1).ok()?).ok()?;
    let count: usize =
        x.shape().iter().zip(&is_reduced).map(|(&size, &reduced)| if reduced { size } else { 1 }).product();
    (count as f64 <= correction(args).ok()?).then(|| {
        format!(
            "{name}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input \
             numel divided by output numel)."
        )
    })
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "var(Tensor input, int[]? dim=None, bool unbiased=True, *, float? correction=None, bool keepdim=False) -> Tensor",
        |args| var(args.tensor(0)?, args.ints(1)?, correction(args)?, args.bool(4)?).map(Into::into),
    )
    .doc("The variance, divided by n - correction.")
    .method()
    .warns(|args| no_freedom("var", args))
    .samples(|| with_dims(&[&[], &[0], &[1, 2]])),
    Operator::new(
        "std(Tensor input, int[]? dim=None, bool unbiased=True, *, float? correction=None, bool keepdim=False) -> Tensor",
        |args| std(args.tensor(0)?, args.ints(1)?, correction(args)?, args.bool(4)?).map(Into::into),
    )
    .doc("The standard deviation, from the variance divided by n - correction.")
    .method()
    .warns(|args| no_freedom("std", args))
    .samples(|| with_dims(&[&[], &[0], &[1, 2]])),
    Operator::new("norm(Tensor input, float p=2, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        norm(args.tensor(0)?, args.float(1)?, args.ints(2)?, args.bool(3)?).map(Into::into)
    })
    .doc("The p-norm of all values, or along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into()]), Args::new([cube().into(), 3.0.into(), [1].into()])]),
    Operator::new("norm(Tensor input, str p, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        match args.str(1)?.as_str() {
            "fro" => norm(args.tensor(0)?, 2.0, args.ints(2)?, args.bool(3)?).map(Into::into),
            "nuc" => bail!(NotImplemented, "norm(): p='nuc' is not built into this torch"),
            other => bail!(Runtime, "only valid p for norm are 'fro' and 'nuc' as a string, got {other}"),
        }
    })
    .doc("The Frobenius norm of all values, or along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into(), "fro".into()])]),
    Operator::new("logsumexp(Tensor input, int[] dim, bool keepdim=False) -> Tensor", |args| {
        logsumexp(args.tensor(0)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The logarithm of the sum of exponentials along dim.")
    .method()
    .samples(|| with_dims(&[&[0], &[1, 2]])),
];
