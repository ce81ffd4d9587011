//! Statistics beyond means: `quantile`, `mode`, `histc`, `count_nonzero`, `std_mean`, `diff`, `cummax`, `dist`.
//!
//! Most are short compositions of reductions, sorting and indexing, which give them their gradients.

use smallvec::smallvec;

use super::{
    Args, Operator, Value, add, argmax, clamp, div, eq, ge, isnan, le, lerp, logical_and, max, mean, min,
    mul, narrow, ne, norm, reshape, scatter_add, select, sort::sort, squeeze, stack, std, sub, sum,
    unsqueeze, var, where_,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::record,
    bail,
    tensor::{Element, device::on_gpu, layout::wrap_dim, memory},
};

/// What stands for a value between two neighbours in order.
#[derive(Clone, Copy)]
enum Between {
    Linear,
    Lower,
    Higher,
    Midpoint,
    Nearest,
}

impl Between {
    fn read(name: &str) -> Result<Self> {
        Ok(match name {
            "linear" => Between::Linear,
            "lower" => Between::Lower,
            "higher" => Between::Higher,
            "midpoint" => Between::Midpoint,
            "nearest" => Between::Nearest,
            _ => bail!(
                Runtime,
                "quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {name}"
            ),
        })
    }

    /// How far from the lower to the higher neighbour, for a value at `rank`.
    fn share(self, rank: f64) -> f64 {
        let part = rank - rank.floor();
        match self {
            Between::Linear => part,
            Between::Lower => 0.0,
            Between::Higher => part.ceil(),
            Between::Midpoint => 0.5 * part.ceil(),
            // Halves go to the even rank.
            Between::Nearest => rank.round_ties_even() - rank.floor(),
        }
    }
}

/// The value below which a share `q` of the values along `dim` lies; between neighbours in proportion (method 7 of
/// Hyndman and Fan, 1996) or as `between` says.
fn quantile(x: &Tensor, q: f64, dim: i64, keepdim: bool, between: Between) -> Result<Tensor> {
    if !matches!(x.dtype(), Dtype::Float32 | Dtype::Float64) {
        bail!(Runtime, "quantile() input tensor must be either float or double dtype");
    }
    let x = if x.ndim() == 0 { reshape(x, &[1])? } else { x.clone() };
    let size = x.shape()[wrap_dim(dim, x.ndim())?];
    if size == 0 {
        bail!(Runtime, "quantile() input tensor must be non-empty");
    }
    let rank = q * (size - 1) as f64;
    let (sorted, _) = sort(&x, dim, false)?;
    let at = |rank: f64| select(&sorted, dim, rank as i64);
    let value = lerp(&at(rank.floor())?, &at(rank.ceil())?, between.share(rank))?;
    if keepdim { unsqueeze(&value, dim) } else { Ok(value) }
}

fn quantile_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    let between = Between::read(&args.str(4)?)?;
    let (flat, dim) = match args.optional_int(2)? {
        Some(dim) => (x.clone(), dim),
        None => (reshape(x, &[x.numel()])?, 0),
    };
    let one = |q: f64| -> Result<Tensor> {
        let value = quantile(&flat, q, dim, args.bool(3)? && args.optional_int(2)?.is_some(), between)?;
        if args.bool(3)? && args.optional_int(2)?.is_none() {
            reshape(&value, &vec![1; x.ndim()])
        } else {
            Ok(value)
        }
    };
    if let super::Operand::Tensor(q) = args.operand(1)? {
        if q.ndim() > 1 {
            bail!(Runtime, "quantile() q must be a scalar or 1D tensor");
        }
        if q.dtype() != x.dtype() && matches!(x.dtype(), Dtype::Float32 | Dtype::Float64) {
            bail!(Runtime, "quantile() q tensor must be same dtype as the input tensor");
        }
    }
    match args.operand(1)? {
        super::Operand::Scalar(q) => {
            let q = q.to_f64();
            if !(0.0..=1.0).contains(&q) {
                let told = if q.is_nan() { "nan".into() } else { q.to_string() };
                bail!(Runtime, "quantile() q must be in the range [0, 1] but got {told}");
            }
            one(q).map(Into::into)
        }
        super::Operand::Tensor(q)
            if q.to_device(crate::Device::Cpu)?.to_vec::<f64>()?.iter().any(|q| !(0.0..=1.0).contains(q)) =>
        {
            bail!(Runtime, "quantile() q values must be in the range [0, 1]")
        }
        super::Operand::Tensor(q) if q.ndim() == 0 => one(q.item()?.to_f64()).map(Into::into),
        super::Operand::Tensor(q) => {
            let values = q.to_vec::<f64>()?.into_iter().map(one).collect::<Result<Vec<_>>>()?;
            stack(&values, 0).map(Into::into)
        }
    }
}

/// The value that comes most often along `dim`, the smallest of several, with the last place where it is. Composed:
/// in order, equal values are a run, and the first of the longest runs ends where the length is largest.
pub fn mode(x: &Tensor, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    if x.shape().get(at) == Some(&0) {
        bail!(Index, "mode(): Expected reduction dim {at} to have non-zero size.");
    }
    let line = if x.ndim() == 0 { reshape(x, &[1])? } else { x.clone() };
    let (sorted, order) = sort(&line.detach(), at as i64, false)?;
    let end = argmax(&run_lengths(&sorted, at)?, Some(at as i64), true)?;
    let indices = super::gather(&order, at as i64, &end)?;
    let values = super::gather(&line, at as i64, &indices)?;
    if x.ndim() == 0 {
        return Ok((reshape(&values, &[])?, reshape(&indices, &[])?));
    }
    if keepdim {
        return Ok((values, indices));
    }
    Ok((squeeze(&values, &[at as i64])?, squeeze(&indices, &[at as i64])?))
}

/// For each value how many equal ones end with it, of neighbours along `dim`.
fn run_lengths(x: &Tensor, dim: usize) -> Result<Tensor> {
    let (at, size) = (dim as i64, x.shape()[dim] as i64);
    let mut line = vec![1; x.ndim()];
    line[dim] = size as usize;
    let numbers = (0..size).collect::<Vec<i64>>();
    let numbers = Tensor::from_vec(numbers, &line).to_device(x.device())?;
    let changes = ne(&narrow(x, at, size.min(1), (size - 1).max(0))?, &narrow(x, at, 0, (size - 1).max(0))?)?;
    let first = narrow(&numbers, at, 0, size.min(1))?;
    let later = narrow(&numbers, at, size.min(1), (size - 1).max(0))?;
    let starts = where_(&changes, &later, &later.full_like(&[], Scalar::Int(0))?)?;
    let mut first_shape = x.shape().to_vec();
    first_shape[dim] = size.min(1) as usize;
    let starts = super::cat(&[super::expand(&first, &first_shape)?, starts], at)?;
    let (starts, _) = cumulative_extremes(&starts, at, true)?;
    sub(&numbers, &starts)
}

/// How many values fall into each of `bins` equal parts from `low` to `high`, both included.
pub fn histc(x: &Tensor, bins: i64, low: f64, high: f64) -> Result<Tensor> {
    if bins <= 0 {
        bail!(Runtime, "torch.histogram(): bins must be > 0, but got {bins} for dimension 0");
    }
    if !x.dtype().is_float() {
        bail!(NotImplemented, "\"histogram_cpu\" not implemented for '{}'", x.dtype().message_name());
    }
    if low > high {
        bail!(Runtime, "torch.histc: max must be larger than min");
    }
    on_gpu!(x.device() => gpu_histc(x, bins, low, high));
    let values = x.to_vec::<f64>()?;
    let (low, high) = if low == high && !values.is_empty() {
        let widen = |(low, high): (f64, f64), &v: &f64| (low.min(v), high.max(v));
        let whole = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), widen);
        if values.iter().any(|value| value.is_nan()) { (f64::NAN, f64::NAN) } else { whole }
    } else {
        (low, high)
    };
    if !low.is_finite() || !high.is_finite() {
        let text = |x: f64| if x.is_nan() { "nan".into() } else { x.to_string() };
        bail!(Runtime, "torch.histc: range of [{}, {}] is not finite", text(low), text(high));
    }
    let (low, high) = if low == high { (low - 1.0, high + 1.0) } else { (low, high) };
    let mut counts = memory::filled(0.0, memory::sizes(&[bins], x.dtype())?[0])?;
    for value in values.into_iter().filter(|value| (low..=high).contains(value)) {
        let bin = ((value - low) / (high - low) * bins as f64) as usize;
        counts[bin.min(bins as usize - 1)] += 1.0;
    }
    Tensor::from_vec::<f64>(counts, &[bins as usize]).cast(x.dtype())
}

/// As [`histc`], on the GPU: each value adds one to its part, or to a part of what lies outside.
fn gpu_histc(x: &Tensor, bins: i64, low: f64, high: f64) -> Result<Tensor> {
    let flat = reshape(&x.detach(), &[x.numel()])?;
    let is_range = low != high;
    let (mut low, mut high) = (flat.full_like(&[], low.into())?, flat.full_like(&[], high.into())?);
    if !is_range {
        if x.numel() > 0 {
            (low, high) = (min(&flat)?, max(&flat)?);
        }
        let is_point = eq(&low, &high)?;
        (low, high) = (where_(&is_point, &sub(&low, 1)?, &low)?, where_(&is_point, &add(&high, 1)?, &high)?);
    }
    let share = div(&sub(&flat, &low)?, &sub(&high, &low)?)?;
    let part = clamp(&mul(&share, bins)?.cast(Dtype::Int64)?, None, Some((bins - 1).into()))?;
    let is_inside = logical_and(&ge(&flat, &low)?, &le(&flat, &high)?)?;
    let part = where_(&is_inside, &part, &part.full_like(&[], bins.into())?)?;
    let counts = x.full_like(&[bins as usize + 1], Scalar::Int(0))?;
    let counts = scatter_add(&counts, 0, &part, &flat.full_like(&[x.numel()], Scalar::Int(1))?)?;
    narrow(&counts, 0, 0, bins)?.copy()
}

/// The differences of neighbours along `dim`, `times` times over.
pub fn diff(x: &Tensor, times: i64, dim: i64) -> Result<Tensor> {
    if x.ndim() == 0 {
        bail!(Runtime, "diff expects input to be at least one-dimensional");
    }
    if times < 0 {
        bail!(Runtime, "order must be non-negative but got {times}");
    }
    let at = wrap_dim(dim, x.ndim())?;
    let mut out = x.clone();
    // More differences than there are values leave none.
    for _ in 0..times.min(x.shape()[at] as i64) {
        let rest = (out.shape()[at] as i64 - 1).max(0);
        let start = out.shape()[at].min(1) as i64;
        out = sub(&narrow(&out, dim, start, rest)?, &narrow(&out, dim, 0, rest)?)?;
    }
    Ok(out)
}

/// The largest (or smallest) value so far along `dim`, with the last place where it is.
pub fn cumulative_extremes(x: &Tensor, dim: i64, is_max: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let (out, indices) = running_extremes(&x.detach(), at, is_max)?;
    let (shape, saved) = (x.shape().to_vec(), indices.clone());
    let name = if is_max { "CummaxBackward0" } else { "CumminBackward0" };
    let out = record(name, &[x], &[], out, move |ctx| {
        let zeros = ctx.grad().full_like(&shape, Scalar::Int(0))?;
        Ok(smallvec![Some(scatter_add(&zeros, at as i64, &saved, ctx.grad())?)])
    });
    Ok((out, indices))
}

fn running_extremes(x: &Tensor, at: usize, is_max: bool) -> Result<(Tensor, Tensor)> {
    on_gpu!(x.device() => super::extremes::gpu_running_extremes(x, at, is_max));
    if x.dtype().is_float() {
        // A NaN stays: nothing is larger or smaller.
        let beats = |old: f64, new: f64| {
            new.is_nan() || (!old.is_nan() && if is_max { new >= old } else { new <= old })
        };
        return running_best(x, at, beats);
    }
    running_best(x, at, |old: i64, new: i64| if is_max { new >= old } else { new <= old })
}

/// For each value the best so far along a dimension, and where it was: what `beats` the one before.
fn running_best<T: Element>(x: &Tensor, at: usize, beats: impl Fn(T, T) -> bool) -> Result<(Tensor, Tensor)> {
    let values = x.to_vec::<T>()?;
    let size = x.shape().get(at).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(at + 1).product::<usize>().max(1);
    let mut places = memory::filled(0i64, values.len())?;
    let mut best = values.clone();
    for place in 0..values.len() {
        let along = place / inner % size.max(1);
        let holds = along > 0 && !beats(best[place - inner], values[place]);
        (best[place], places[place]) =
            if holds { (best[place - inner], places[place - inner]) } else { (values[place], along as i64) };
    }
    let out = Tensor::from_vec(best, x.shape()).cast(x.dtype())?;
    Ok((out, Tensor::from_vec(places, x.shape())))
}

/// The values that are not NaN.
fn without_nan(x: &Tensor) -> Result<Tensor> {
    where_(&isnan(x)?, 0.0, x)
}

/// `std_mean` and `var_mean`: a spread with the mean it is around.
fn with_mean(args: &Args, spread: fn(&Tensor, &[i64], f64, bool) -> Result<Tensor>) -> Result<Value> {
    let (x, dims, keepdim) = (args.tensor(0)?, args.ints(1)?, args.bool(4)?);
    Ok(vec![spread(x, dims, super::spread::correction(args)?, keepdim)?, mean(x, dims, keepdim)?].into())
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "quantile(Tensor input, Operand q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor",
        quantile_row,
    )
    .node("SqueezeBackward4")
    .doc("The value below which a share q of the values lies.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 0.4.into()]), Args::new([grid().into(), 0.5.into(), 1.into()])]),
    Operator::new("mode(Tensor input, int dim=-1, bool keepdim=False) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("mode", mode(args.tensor(0)?, args.int(1)?, args.bool(2)?)?))
    })
    .node("ModeBackward0")
    .doc("The value that comes most often along dim, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("histc(Tensor input, int bins=100, float min=0, float max=0) -> Tensor", |args| {
        histc(args.tensor(0)?, args.int(1)?, args.float(2)?, args.float(3)?).map(Into::into)
    })
    .doc("How many values fall into each of so many equal parts.")
    .method(),
    Operator::new("count_nonzero(Tensor input, int[]? dim=None) -> Tensor", |args| {
        sum(&ne(args.tensor(0)?, 0)?, args.ints(1)?, false).map(Into::into)
    })
    .doc("How many values are not zero.")
    .method(),
    Operator::new(
        "std_mean(Tensor input, int[]? dim=None, bool unbiased=True, *, Operand? correction=None, bool keepdim=False) \
         -> Tensor[]",
        |args| with_mean(args, std),
    )
    .node("StdMeanBackward0")
    .doc("The standard deviation and the mean.")
    .samples(|| vec![Args::new([grid().into()]), Args::new([grid().into(), [1].into()])]),
    Operator::new(
        "var_mean(Tensor input, int[]? dim=None, bool unbiased=True, *, Operand? correction=None, bool keepdim=False) \
         -> Tensor[]",
        |args| with_mean(args, var),
    )
    .node("VarMeanBackward0")
    .doc("The variance and the mean.")
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("diff(Tensor input, int n=1, int dim=-1) -> Tensor", |args| {
        diff(args.tensor(0)?, args.int(1)?, args.int(2)?).map(Into::into)
    })
    .doc("The differences of neighbours along dim.")
    .method()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("cummax(Tensor input, int dim) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("cummax", cumulative_extremes(args.tensor(0)?, args.int(1)?, true)?))
    })
    .doc("The largest value so far along dim, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into()])]),
    Operator::new("cummin(Tensor input, int dim) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("cummin", cumulative_extremes(args.tensor(0)?, args.int(1)?, false)?))
    })
    .doc("The smallest value so far along dim, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 0.into()])]),
    Operator::new("nansum(Tensor input, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        sum(&without_nan(args.tensor(0)?)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The sum of the values that are not NaN.")
    .method()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("nanmean(Tensor input, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        let (x, dims, keepdim) = (args.tensor(0)?, args.ints(1)?, args.bool(2)?);
        let count = sum(&super::logical_not(&isnan(x)?)?, dims, keepdim)?;
        super::div(&sum(&without_nan(x)?, dims, keepdim)?, &count).map(Into::into)
    })
    .doc("The mean of the values that are not NaN.")
    .method()
    .samples(|| vec![Args::new([grid().into()])]),
    Operator::new("dist(Tensor input, Tensor other, float p=2) -> Tensor", |args| {
        norm(&sub(args.tensor(0)?, args.tensor(1)?)?, args.float(2)?, &[], false).map(Into::into)
    })
    .node("DistBackward0")
    .doc("The p-norm of the difference.")
    .method()
    .samples(|| vec![Args::new([grid().into(), Tensor::scalar(Scalar::Float(0.4), Dtype::Float64).into()])]),
];

/// Values all different, so that no two change places within the check's step.
fn grid() -> Tensor {
    Tensor::from_vec::<f64>((0..6).map(|i| f64::from((i * 5 + 2) % 7) * 0.3 - 0.8).collect(), &[2, 3])
}
