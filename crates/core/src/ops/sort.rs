//! Order: `sort`, `argsort`, `topk`, `kthvalue`, `median`, `unique`, `searchsorted`.
//!
//! NaN counts as larger than everything. Sorting is stable; values are taken by the sorted indices, so that
//! gradients flow back to where each value came from.

use smallvec::smallvec;

use super::{
    Args, Operand, Operator, Value, add,
    elementwise::wgsl_fn,
    gather::gather_named,
    mul,
    places::{Places, written},
    reshape, squeeze, sum,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::{Save, name_node, record},
    bail, dispatch,
    tensor::{
        Dims, common_device,
        device::on_gpu,
        gpu,
        layout::{shape_text, wrap_dim},
        memory,
    },
    webgpu::{Expr, GpuType},
};

// Whether b comes before a (-1), after it (1), or neither (0): ascending, NaN last.
wgsl_fn! { sorting, "fn sorting(a: f32, b: f32) -> i32 {
  if (is_nan(a) || is_nan(b)) { return select(1, select(-1, 0, is_nan(b)), is_nan(a)); }
  return select(select(1, 0, a == b), -1, b < a);
}" }

/// Numbers that are in the order of the values, NaN last. Sorting these is one loop for all dtypes.
fn keys(x: &Tensor) -> Result<Vec<u64>> {
    const SIGN: u64 = 1 << 63;
    if !x.dtype().is_float() {
        return Ok(x.to_vec::<i64>()?.into_iter().map(|value| value as u64 ^ SIGN).collect());
    }
    let key = |value: f64| match value.to_bits() {
        _ if value.is_nan() => u64::MAX,
        // Zeros are equal, whatever their sign.
        _ if value == 0.0 => SIGN,
        bits if bits & SIGN == 0 => bits | SIGN,
        bits => !bits,
    };
    Ok(x.to_vec::<f64>()?.into_iter().map(key).collect())
}

/// For every line along `dim`, the positions of its values in order; `[..., count]` of them, as `[..., count]` indices.
fn order(x: &Tensor, dim: usize, descending: bool, count: usize) -> Result<Tensor> {
    on_gpu!(x.device() => gpu_order(x, dim, descending, count));
    let mut shape: Dims = x.shape().into();
    let size = shape.get(dim).copied().unwrap_or(1);
    if let Some(own) = shape.get_mut(dim) {
        *own = count;
    }
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    let indices = order_lines(&keys(x)?, size, inner, descending, count)?;
    Ok(Tensor::from_vec(indices, &shape))
}

/// More comparisons than this are not made at once.
const MOST_COMPARED: usize = 1 << 30;

/// As [`order`], on the GPU: each value's place is how many of its line come before it, which is known by comparing
/// it with all of them, at once for all values.
fn gpu_order(x: &Tensor, dim: usize, descending: bool, count: usize) -> Result<Tensor> {
    let shape: Dims = if x.ndim() == 0 { [1].into_iter().collect() } else { x.shape().into() };
    let whole = reshape(&x.detach().cast(x.dtype().compute())?, &shape)?;
    let turned = super::movedim(&whole, &[dim as i64], &[-1])?;
    let size = shape[dim];
    let rows = turned.numel() / size.max(1);
    if rows * size * size > MOST_COMPARED {
        bail!(
            NotImplemented,
            "sorting lines of {size} values is not currently implemented for the WebGPU device"
        );
    }
    let lines = reshape(&turned, &[rows, size])?;
    let places = gpu_places_in_order(&lines, descending)?;
    let numbers = super::expand(&gpu::arange(size), &[rows, size])?;
    let ordered =
        written(&numbers.full_like(&[rows, size], 0.into())?, &Places::on_gpu(places, 1), &numbers)?;
    let mut first: Dims = turned.shape().into();
    first[shape.len() - 1] = count;
    let ordered = reshape(&super::narrow(&ordered, 1, 0, count as i64)?, &first)?;
    let back = super::movedim(&ordered, &[-1], &[dim as i64])?;
    Ok(if x.ndim() == 0 { reshape(&back, &[])? } else { back.copy()? })
}

/// For each value of `[rows, size]` its place among all, if its row is put in order.
fn gpu_places_in_order(lines: &Tensor, descending: bool) -> Result<Tensor> {
    let &[rows, size] = lines.shape() else { unreachable!("the caller brings two dimensions") };
    let cube = [rows, size, size];
    let viewed = |x: &Tensor, shape: [usize; 3]| gpu::expr(&reshape(x, &shape)?);
    let (own, other) = (viewed(lines, [rows, size, 1])?, viewed(lines, [rows, 1, size])?);
    let text = match (lines.dtype().is_float(), descending) {
        (true, false) => concat!("sorting(a, b)", sorting!()),
        (true, true) => concat!("sorting(b, a)", sorting!()),
        (false, false) => "select(select(1, 0, a == b), -1, b < a)",
        (false, true) => "select(select(1, 0, a == b), -1, b > a)",
    };
    let compared = Expr::apply(text, &[&own, &other], &cube, GpuType::I32);
    let numbers = gpu::arange(size);
    let (at, other_at) = (viewed(&numbers, [1, size, 1])?, viewed(&numbers, [1, 1, size])?);
    // Of equal values the first stays first.
    let earlier = "select(0, 1, a < 0 || (a == 0 && c < b))";
    let before = Expr::apply(earlier, &[&compared, &at, &other_at], &cube, GpuType::I32);
    let places = sum(&gpu::wrap(before, Dtype::Int64), &[2], false)?;
    add(&places, &reshape(&mul(&gpu::arange(rows), size as i64)?, &[rows, 1])?)
}

fn order_lines(keys: &[u64], size: usize, inner: usize, descending: bool, count: usize) -> Result<Vec<i64>> {
    // Turned, keys put the largest first and leave equal values in their order.
    let turn = if descending { u64::MAX } else { 0 };
    let blocks = keys.len().checked_div(size * inner).unwrap_or(0);
    let mut out = memory::filled(0, blocks * count * inner)?;
    // A position tells equal keys apart, so that a sort that is not stable is one here.
    let mut line: Vec<(u64, u32)> = memory::reserve(size)?;
    for block in 0..blocks {
        let lines = &keys[block * size * inner..][..size * inner];
        for at in 0..inner {
            line.clear();
            line.extend((0..size).map(|position| (lines[position * inner + at] ^ turn, position as u32)));
            if count < size {
                line.select_nth_unstable(count);
            }
            line[..count].sort_unstable();
            for (nth, (_, position)) in line[..count].iter().enumerate() {
                out[(block * count + nth) * inner + at] = i64::from(*position);
            }
        }
    }
    Ok(out)
}

/// The values in order along `dim`, with where each was.
pub fn sort(x: &Tensor, dim: i64, descending: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let indices = order(x, at, descending, x.shape().get(at).copied().unwrap_or(1))?;
    Ok((gather_named(x, dim, &indices, "SortBackward0")?, indices))
}

/// Where the values are, in order along `dim`.
pub fn argsort(x: &Tensor, dim: i64, descending: bool) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    order(x, at, descending, x.shape().get(at).copied().unwrap_or(1))
}

/// The `k` largest (or smallest) values along `dim`, best first, with where they are.
pub fn topk(x: &Tensor, k: i64, dim: i64, largest: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1);
    if k < 0 || k as usize > size {
        bail!(Runtime, "selected index k out of range");
    }
    // A 0-d tensor is its one value, even if none is asked for.
    let k = if x.ndim() == 0 { 1 } else { k as usize };
    let indices = order(x, at, largest, k)?;
    Ok((gather_named(x, dim, &indices, "TopkBackward0")?, indices))
}

/// The `k`th smallest value along `dim`, counted from 1, with where it is.
pub fn kthvalue(x: &Tensor, k: i64, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1) as i64;
    if size == 0 {
        bail!(Index, "kthvalue(): Expected reduction dim {at} to have non-zero size.");
    }
    if k < 1 || k > size {
        bail!(Runtime, "kthvalue(): selected number k out of range for dimension {at}");
    }
    nth_in_order(x, at, k as usize - 1, keepdim, "KthvalueBackward0")
}

/// The middle value along `dim` (the lower of two), with where it is; NaN where there is one.
pub fn median_dim(x: &Tensor, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    let at = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(at).copied().unwrap_or(1);
    if size == 0 {
        bail!(Index, "median(): Expected reduction dim {at} to have non-zero size.");
    }
    let (values, indices) = nth_in_order(x, at, (size - 1) / 2, true, "MedianBackward1")?;
    let (values, indices) = if x.dtype().is_float() && x.ndim() > 0 {
        // Where there is a NaN, it is the median.
        let is_nan = super::isnan(&x.detach())?;
        let has_nan = super::any(&is_nan, &[at as i64], true)?;
        let first = super::argmax(&is_nan.cast(Dtype::Int64)?, Some(at as i64), true)?;
        let indices = super::where_(&has_nan, &first, &indices)?;
        (gather_named(x, at as i64, &indices, "MedianBackward1")?, indices)
    } else {
        (values, indices)
    };
    if keepdim || x.ndim() == 0 {
        return Ok((values, indices));
    }
    Ok((squeeze(&values, &[at as i64])?, squeeze(&indices, &[at as i64])?))
}

fn nth_in_order(
    x: &Tensor,
    dim: usize,
    nth: usize,
    keepdim: bool,
    name: &'static str,
) -> Result<(Tensor, Tensor)> {
    let ordered = order(x, dim, false, x.shape().get(dim).copied().unwrap_or(1))?;
    let indices =
        if x.ndim() == 0 { ordered } else { super::narrow(&ordered, dim as i64, nth as i64, 1)?.copy()? };
    let values = gather_named(x, dim as i64, &indices, name)?;
    if keepdim || x.ndim() == 0 {
        return Ok((values, indices));
    }
    Ok((squeeze(&values, &[dim as i64])?, squeeze(&indices, &[dim as i64])?))
}

/// The middle of all values, the lower of two.
pub fn median(x: &Tensor) -> Result<Tensor> {
    if x.numel() == 0 {
        return Ok(Tensor::scalar(Scalar::Float(f64::NAN), x.dtype()));
    }
    let (output, _) = median_dim(&reshape(&x.detach(), &[x.numel()])?, 0, false)?;
    Ok(record("MedianBackward0", &[x], &[Save::Input(x), Save::Output], output, |ctx| {
        Ok(smallvec![Some(super::extremes::shared_by_equals(ctx.grad(), ctx.saved(0), ctx.saved(1))?)])
    }))
}

/// What [`unique`] finds.
pub struct Unique {
    /// The different values, ascending.
    pub values: Tensor,
    /// For each value of the input, which of the different ones it is.
    pub inverse: Tensor,
    /// How often each comes.
    pub counts: Tensor,
}

/// The different values of a tensor; with `consecutive` only neighbours are compared, and nothing is sorted.
pub fn unique(x: &Tensor, consecutive: bool) -> Result<Unique> {
    on_gpu!(x.device() => gpu_unique(x, consecutive));
    let count = x.numel();
    let flat = x.copy()?.with_layout(crate::tensor::Layout::contiguous(&[count]));
    let places: Vec<i64> =
        if consecutive { (0..count as i64).collect() } else { order(&flat, 0, false, count)?.to_vec()? };
    let (mut inverse, mut counts) = (vec![0i64; count], Vec::new());
    let values = dispatch!(x.dtype(), T => {
        let values = flat.gather::<T>()?;
        let mut different: Vec<T> = Vec::new();
        for &at in &places {
            let value = values[at as usize];
            if different.last() == Some(&value) {
                *counts.last_mut().expect("a count per value") += 1;
            } else {
                different.push(value);
                counts.push(1i64);
            }
            inverse[at as usize] = different.len() as i64 - 1;
        }
        let found = different.len();
        Tensor::from_vec(different, &[found])
    });
    let found = counts.len();
    Ok(Unique {
        values,
        inverse: Tensor::from_vec(inverse, x.shape()),
        counts: Tensor::from_vec(counts, &[found]),
    })
}

/// As [`unique`], on the GPU: where a value differs from the one before it, a new one starts. How many do is waited for:
/// it is the result's size.
fn gpu_unique(x: &Tensor, consecutive: bool) -> Result<Unique> {
    let count = x.numel();
    let flat = reshape(&x.detach(), &[count])?;
    let order = if consecutive { gpu::arange(count) } else { order(&flat, 0, false, count)? };
    let line = super::gather(&flat, 0, &order)?;
    let rest = (count as i64 - 1).max(0);
    let changes =
        super::ne(&super::narrow(&line, 0, count.min(1) as i64, rest)?, &super::narrow(&line, 0, 0, rest)?)?;
    let first = changes.full_like(&[count.min(1)], true.into())?;
    let is_new = super::cat(&[first, changes], 0)?;
    let starts = super::select(&super::nonzero(&is_new)?, 1, 0)?.copy()?;
    let end = starts.full_like(&[starts.numel().min(1)], (count as i64).into())?;
    let ends = super::cat(
        &[super::narrow(&starts, 0, end.numel() as i64, (starts.numel() - end.numel()) as i64)?, end],
        0,
    )?;
    let nth = super::sub(&super::cumsum(&is_new, 0)?, 1)?;
    let inverse = super::scatter(&nth.full_like(&[count], 0.into())?, 0, &order, (&nth).into())?;
    Ok(Unique {
        values: super::gather(&line, 0, &starts)?,
        inverse: reshape(&inverse, x.shape())?,
        counts: super::sub(&ends, &starts)?,
    })
}

/// Where each of `values` would go in the ascending `sequence`: before equal ones, or after with `right`.
pub fn searchsorted(sequence: &Tensor, values: &Tensor, right: bool) -> Result<Tensor> {
    let lines = sequence.ndim().saturating_sub(1);
    let is_row_by_row =
        sequence.ndim() == values.ndim() && sequence.shape()[..lines] == values.shape()[..lines];
    if sequence.ndim() != 1 && !is_row_by_row {
        bail!(
            Runtime,
            "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries \
             tensor and input value tensor must match, but we got boundaries tensor {} and input value tensor {}",
            shape_text(sequence.shape()),
            shape_text(values.shape())
        );
    }
    on_gpu!(common_device(&[sequence, values])? => gpu_searchsorted(sequence, values, right));
    let places = if sequence.dtype().is_float() || values.dtype().is_float() {
        places_in_order(&sequence.to_vec::<f64>()?, &values.to_vec::<f64>()?, sequence, values, right)
    } else {
        places_in_order(&sequence.to_vec::<i64>()?, &values.to_vec::<i64>()?, sequence, values, right)
    };
    Ok(Tensor::from_vec(places, values.shape()))
}

fn places_in_order<T: PartialOrd + Copy>(
    sorted: &[T],
    wanted: &[T],
    sequence: &Tensor,
    values: &Tensor,
    right: bool,
) -> Vec<i64> {
    let length = sequence.shape()[sequence.ndim() - 1];
    // How many values go with each line of the sequence.
    let width = if sequence.ndim() == 1 { wanted.len() } else { values.shape()[values.ndim() - 1] };
    let place = |(nth, value): (usize, &T)| {
        let line = &sorted[nth / width.max(1) * length..][..length];
        line.partition_point(|own| if right { own <= value } else { own < value }) as i64
    };
    wanted.iter().enumerate().map(place).collect()
}

/// As [`searchsorted`], on the GPU: how many of the sequence come before the value.
fn gpu_searchsorted(sequence: &Tensor, values: &Tensor, right: bool) -> Result<Tensor> {
    let column = super::unsqueeze(&values.detach(), -1)?;
    let sequence =
        if sequence.ndim() > 1 { super::unsqueeze(&sequence.detach(), -2)? } else { sequence.detach() };
    let sequence = &sequence;
    let before = if right { super::le(sequence, &column)? } else { super::lt(sequence, &column)? };
    sum(&before, &[-1], false)
}

fn searchsorted_row(args: &Args, sequence: usize, values: usize) -> Result<Value> {
    let sequence = args.tensor(sequence)?;
    if sequence.ndim() == 0 {
        bail!(
            Runtime,
            "torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension"
        );
    }
    let values = match args.operand(values)? {
        Operand::Tensor(values) => values.clone(),
        Operand::Scalar(value) => Tensor::scalar(value, value.dtype()).to_device(sequence.device())?,
    };
    let places = searchsorted(sequence, &values, args.bool(3)?)?;
    Ok(if args.bool(2)? { places.cast(Dtype::Int32)? } else { places }.into())
}

/// A number as a 0-d tensor beside another tensor.
fn alike(number: Operand, other: &Tensor) -> Result<Tensor> {
    let dtype = match number {
        Operand::Scalar(value) => other.dtype().promote_scalar(value),
        Operand::Tensor(tensor) => tensor.dtype(),
    };
    number.to_tensor(dtype).to_device(other.device())
}

/// Whether each of `values` is one of `chosen`. Composed.
pub fn isin(values: &Tensor, chosen: &Tensor, invert: bool) -> Result<Tensor> {
    let dtype = values.dtype().promote(chosen.dtype());
    let (values, chosen) = (values.detach().cast(dtype)?, chosen.detach().cast(dtype)?);
    if chosen.numel() == 0 {
        return values.full_like(values.shape(), Scalar::Bool(invert))?.cast(Dtype::Bool);
    }
    let (sorted, _) = sort(&reshape(&chosen, &[chosen.numel()])?, 0, false)?;
    // One that comes after all of them is none of them.
    let places = super::minimum(&searchsorted(&sorted, &values, false)?, chosen.numel() as i64 - 1)?;
    let nearest = super::take(&sorted, &places)?;
    if invert { super::ne(&nearest, &values) } else { super::eq(&nearest, &values) }
}

fn unique_row(args: &Args, consecutive: bool, [inverse, counts]: [bool; 2]) -> Result<Value> {
    let found = unique(args.tensor(0)?, consecutive)?;
    if !inverse && !counts {
        return Ok(found.values.into());
    }
    let extra = [(inverse, found.inverse), (counts, found.counts)];
    let extra = extra.into_iter().filter_map(|(wanted, tensor)| wanted.then_some(tensor));
    Ok([found.values].into_iter().chain(extra).collect::<Vec<Tensor>>().into())
}

fn no_dim(args: &Args, index: usize, name: &str) -> Result<()> {
    if args.optional_int(index)?.is_some() {
        bail!(NotImplemented, "torch.{name}: dim= is not supported here");
    }
    Ok(())
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("sort(Tensor input, int dim=-1, bool descending=False, bool stable=False) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("sort", sort(args.tensor(0)?, args.int(1)?, args.bool(2)?)?))
    })
    .doc("The values in order along dim, with their indices.")
    .method()
    .samples(|| vec![Args::new([grid().into()]), Args::new([grid().into(), 0.into(), true.into()])]),
    Operator::new("argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False) -> Tensor", |args| {
        argsort(args.tensor(0)?, args.int(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The indices that put the values in order along dim.")
    .method(),
    Operator::new("topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("topk", topk(args.tensor(0)?, args.int(1)?, args.int(2)?, args.bool(3)?)?))
    })
    .doc("The k largest values along dim, with their indices.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 2.into()])]),
    Operator::new("kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False) -> Tensor[]", |args| {
        Ok(Value::values_and_indices("kthvalue", kthvalue(args.tensor(0)?, args.int(1)?, args.int(2)?, args.bool(3)?)?))
    })
    .node("KthvalueBackward0")
    .doc("The kth smallest value along dim, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 2.into()])]),
    Operator::new("median(Tensor input, int? dim=None, bool keepdim=False) -> Tensor", |args| {
        match args.optional_int(1)? {
            None if args.bool(2)? => {
                bail!(Type, "median() missing 1 required positional arguments: \"dim\"")
            }
            None => median(args.tensor(0)?).map(Into::into),
            Some(dim) => {
                let found = median_dim(args.tensor(0)?, dim, args.bool(2)?)?;
                name_node(&found.0, "MedianBackward1");
                Ok(Value::values_and_indices("median", found))
            }
        }
    })
    .doc("The middle value, the lower of two; with dim along it, with its index.")
    .method()
    .samples(|| vec![Args::new([grid().into()]), Args::new([grid().into(), 1.into()])]),
    Operator::new(
        "unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) \
         -> Tensor",
        |args| {
            no_dim(args, 4, "unique")?;
            unique_row(args, false, [args.bool(2)?, args.bool(3)?])
        },
    )
    .doc("The different values, in order.")
    .method(),
    Operator::new(
        "unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor",
        |args| {
            no_dim(args, 3, "unique_consecutive")?;
            unique_row(args, true, [args.bool(1)?, args.bool(2)?])
        },
    )
    .doc("The values without those equal to the one before.")
    .method(),
    Operator::new(
        "searchsorted(Tensor sorted_sequence, Operand input, *, bool out_int32=False, bool right=False) -> Tensor",
        |args| searchsorted_row(args, 0, 1),
    )
    .doc("Where values would go in a sorted sequence."),
    Operator::new(
        "bucketize(Operand input, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor",
        |args| searchsorted_row(args, 1, 0),
    )
    .doc("Between which of the boundaries values lie."),
    Operator::new(
        "isin(Tensor elements, Operand test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor",
        |args| {
            let values = args.tensor(0)?;
            let chosen = match args.operand(1)? {
                Operand::Tensor(chosen) => chosen.clone(),
                number => alike(number, values)?,
            };
            isin(values, &chosen, args.bool(3)?).map(Into::into)
        },
    )
    .doc("Whether each element is one of the test elements."),
    Operator::new(
        "isin(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor",
        |args| {
            let chosen = args.tensor(1)?;
            let value = alike(Operand::Scalar(args.scalar(0)?), chosen)?;
            isin(&value, chosen, args.bool(3)?).map(Into::into)
        },
    )
    .doc("Whether each element is one of the test elements."),
];

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
