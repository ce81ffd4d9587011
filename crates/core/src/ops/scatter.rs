//! Writing along one dimension by a tensor of indices: `scatter`, `scatter_add`, `index_add`, `index_fill`, `bincount`.
//!
//! What it is not: reading by indices (see `gather`), or writing by Python's (see `index`).

use smallvec::smallvec;

use super::{
    Args, Operand, Operator,
    gather::{check_index_shape, grid, line, places_along, some_places},
    places, reshape, where_,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::record,
    bail,
    tensor::{
        Dims, common_device,
        layout::{shape_text, wrap_dim},
        memory,
    },
    webgpu::Scatter,
};

/// `x` with `src[i][j]` written to `[i][index[i][j]]`, along `dim`.
pub fn scatter(x: &Tensor, dim: i64, index: &Tensor, src: Operand) -> Result<Tensor> {
    scattered(x, dim, index, src, Scatter::Replace)
}

/// `x` with `src[i][j]` added at `[i][index[i][j]]`, along `dim`.
pub fn scatter_add(x: &Tensor, dim: i64, index: &Tensor, src: &Tensor) -> Result<Tensor> {
    scattered(x, dim, index, Operand::Tensor(src), Scatter::Add)
}

fn scattered(x: &Tensor, dim: i64, index: &Tensor, src: Operand, how: Scatter) -> Result<Tensor> {
    let dim = wrap_dim(dim, x.ndim())?;
    check_index_shape(x, dim, index, "scatter")?;
    let (src, replacing) = match src {
        Operand::Tensor(src) => (src.clone(), "ScatterBackward0"),
        Operand::Scalar(value) => (x.full_like(&[], value)?, "ScatterBackward1"),
    };
    if src.dtype() != x.dtype() {
        bail!(Runtime, "scatter(): Expected self.dtype to be equal to src.dtype");
    }
    // Of a larger source, the part that the index covers.
    let part =
        if src.ndim() == 0 { super::expand(&src, index.shape())? } else { corner(&src, index.shape())? };
    common_device(&[x, index, &part])?;
    let places = places_along(x.shape(), dim, index, "scatter")?;
    let (name, output) = match how {
        Scatter::Replace => (replacing, places::written(&x.detach(), &places, &part)?),
        Scatter::Add => ("ScatterAddBackward0", places::added(&x.detach(), &places, &part)?),
    };
    let shape: Dims = index.shape().into();
    Ok(record(name, &[x, &part], &[], output, move |ctx| {
        let old = ctx.when(0, || match how {
            Scatter::Replace => places::cleared(ctx.grad(), &places),
            Scatter::Add => Ok(ctx.grad().clone()),
        })?;
        Ok(smallvec![old, ctx.when(1, || places::take(ctx.grad(), &places, &shape, "GatherBackward0"))?])
    }))
}

/// Zeros of `shape` with `src[i][j]` written to `[i][index[i][j]]`, along `dim`.
pub(super) fn scatter_new(shape: &[usize], dim: i64, index: &Tensor, src: &Tensor) -> Result<Tensor> {
    let dim = wrap_dim(dim, shape.len())?;
    places::put(src, &places_along(shape, dim, index, "scatter")?, shape)
}

fn corner(src: &Tensor, shape: &[usize]) -> Result<Tensor> {
    if src.ndim().max(1) != shape.len().max(1) {
        bail!(Runtime, "Index tensor must have the same number of dimensions as src tensor");
    }
    // A 0-d index is one place, and takes one value.
    let mut part = match shape {
        [] if src.ndim() == 1 && src.numel() > 0 => super::select(src, 0, 0)?,
        _ => src.clone(),
    };
    if part.numel() == 0 && shape.is_empty() {
        bail!(Runtime, "Expected index [] to be no larger than src {}", shape_text(src.shape()));
    }
    for (dim, &size) in shape.iter().enumerate() {
        if part.shape().get(dim).is_none_or(|&own| own < size) {
            bail!(
                Runtime,
                "Expected index {} to be no larger than src {}",
                shape_text(shape),
                shape_text(src.shape())
            );
        }
        if part.shape()[dim] != size {
            part = super::narrow(&part, dim as i64, 0, size as i64)?;
        }
    }
    Ok(part)
}

/// `x` with `alpha` times the entries of `source` added to the entries that `index` names of dimension `dim`.
pub fn index_add(x: &Tensor, dim: i64, index: &Tensor, source: &Tensor, alpha: f64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    check_added(x, at, index, source)?;
    let source = if alpha == 1.0 { source.clone() } else { super::mul(source, alpha)? };
    if x.ndim() == 0 {
        return scatter_add(x, 0, &reshape(index, &[])?, &source);
    }
    scatter_add(x, dim, &along(index, at, source.shape())?, &source)
}

fn check_added(x: &Tensor, dim: usize, index: &Tensor, source: &Tensor) -> Result<()> {
    if index.ndim() > 1 {
        bail!(
            Index,
            "index_add_(): Index is supposed to be a vector, but got dim: {} with type: {} and size: {}",
            index.ndim(),
            index.dtype().message_name(),
            shape_text(index.shape())
        );
    }
    if !matches!(index.dtype(), Dtype::Int64 | Dtype::Int32) {
        bail!(
            Runtime,
            "index_add_(): Expected dtype int32/int64 for index but got: {}",
            index.dtype().message_name()
        );
    }
    if x.dtype() != source.dtype() {
        bail!(
            Runtime,
            "index_add_(): self ({}) and source ({}) must have the same scalar type",
            x.dtype().message_name(),
            source.dtype().message_name()
        );
    }
    let others = |shape: &[usize]| -> Dims {
        shape.iter().enumerate().filter(|(at, _)| *at != dim).map(|(_, &size)| size).collect()
    };
    if x.ndim() != source.ndim() || others(x.shape()) != others(source.shape()) {
        bail!(
            Runtime,
            "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = {} \
             source.shape = {}",
            shape_text(x.shape()),
            shape_text(source.shape())
        );
    }
    let length = source.shape().get(dim).copied().unwrap_or(1);
    if index.numel() != length {
        bail!(
            Runtime,
            "index_add_(): Number of indices ({}) should be equal to source.size(dim): ({length}), for dim: {dim}",
            index.numel()
        );
    }
    let size = x.shape().get(dim).copied().unwrap_or(1) as i64;
    if index.device() == crate::Device::Cpu && index.to_vec::<i64>()?.iter().any(|at| !(0..size).contains(at))
    {
        bail!(Index, "index out of range in self");
    }
    Ok(())
}

/// `x` with the entries that `index` names of dimension `dim` filled with a number.
pub fn index_fill(x: &Tensor, dim: i64, index: &Tensor, value: Operand) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    if let Operand::Tensor(value) = value
        && value.ndim() > 0
    {
        bail!(
            Runtime,
            "index_fill_ only supports a 0-dimensional value tensor, but got tensor with {} dimension(s).",
            value.ndim()
        );
    }
    if index.ndim() > 1 {
        bail!(Index, "index_fill_(): Index is supposed to be a vector");
    }
    if x.ndim() == 0 {
        let filled = index_fill(&reshape(x, &[1])?, 0, index, value)?;
        return reshape(&filled, &[]);
    }
    let size = x.shape()[at] as i64;
    if index.device() == crate::Device::Cpu {
        let indices = index.to_vec::<i64>()?;
        if let Some(wrong) = indices.iter().find(|&&index| !(-size..size).contains(&index)) {
            bail!(Index, "index {wrong} is out of bounds for dimension {at} with size {size}");
        }
    }
    // Negative indices count from the end, here alone.
    let index = where_(&super::lt(index, 0)?, &super::add(index, size)?, index)?;
    let mut shape: Dims = x.shape().into();
    shape[at] = index.numel();
    scatter(x, dim, &along(&index, at, &shape)?, value)
}

/// A vector of indices along `dim`, repeated over the other dimensions of `shape`.
fn along(index: &Tensor, dim: usize, shape: &[usize]) -> Result<Tensor> {
    let mut line: Dims = smallvec![1; shape.len()];
    line[dim] = index.numel();
    super::expand(&reshape(index, &line)?, shape)
}

/// How often each number below `minlength` or the largest of `x` comes in `x`; or the sum of its weights.
pub fn bincount(x: &Tensor, weights: Option<&Tensor>, minlength: i64) -> Result<Tensor> {
    if x.dtype().is_float() || x.dtype() == Dtype::Bool {
        bail!(NotImplemented, "\"bincount_cpu\" not implemented for '{}'", x.dtype().message_name());
    }
    let values = x.detach().cast(Dtype::Int64)?;
    let is_line = x.ndim() <= 1;
    // The extremes are waited for on any device: the result's size is one of them.
    let least = if is_line && x.numel() > 0 { super::min(&values)?.item()?.to_i64() } else { 0 };
    if !is_line || least < 0 {
        bail!(Runtime, "bincount only supports 1-d non-negative integral inputs.");
    }
    let largest = if x.numel() > 0 { super::max(&values)?.item()?.to_i64() } else { -1 };
    if minlength < 0 {
        bail!(Runtime, "minlength should be >= 0");
    }
    let ones = values.full_like(x.shape(), 1.into())?;
    let weights = weights.unwrap_or(&ones);
    let dtype = if weights.dtype() == Dtype::Int64 { Dtype::Int64 } else { Dtype::Float64 };
    let dtype = if weights.dtype() == Dtype::Float32 { Dtype::Float32 } else { dtype };
    let count = memory::sizes(&[largest.saturating_add(1).max(minlength)], dtype)?;
    scatter_add(
        &Tensor::full_on(&count, 0.into(), dtype, x.device())?,
        0,
        &values,
        &weights.detach().cast(dtype)?,
    )
}

fn scatter_row(args: &Args) -> Result<super::Value> {
    let (x, dim, index, src) = (args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.operand(3)?);
    match args.optional_str(4)?.as_deref() {
        None => scatter(x, dim, index, src).map(Into::into),
        Some("add") => scattered(x, dim, index, src, Scatter::Add).map(Into::into),
        Some(reduce) => {
            bail!(NotImplemented, "scatter(): reduce='{reduce}' is not supported here, only 'add' is")
        }
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "scatter(Tensor input, int dim, Tensor index, Operand src, *, str? reduce=None) -> Tensor",
        scatter_row,
    )
    .doc("input with src written to the places that index names along dim.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), 1.into(), distinct_places().into(), source().into()])]),
    Operator::new("scatter_add(Tensor input, int dim, Tensor index, Tensor src) -> Tensor", |args| {
        scatter_add(args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.tensor(3)?).map(Into::into)
    })
    .doc("input with src added at the places that index names along dim.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), 1.into(), some_places().into(), source().into()])]),
    Operator::new(
        "index_add(Tensor input, int dim, Tensor index, Tensor source, *, float alpha=1) -> Tensor",
        |args| {
            index_add(args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.tensor(3)?, args.float(4)?)
                .map(Into::into)
        },
    )
    .node("IndexAddBackward0")
    .doc("input with the entries of source added to those that index names of dimension dim.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), 1.into(), line().into(), source().into()])]),
    Operator::new("index_fill(Tensor input, int dim, Tensor index, Operand value) -> Tensor", |args| {
        index_fill(args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.operand(3)?).map(Into::into)
    })
    .node("IndexFillBackward0")
    .doc("input with the entries that index names of dimension dim filled with value.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), 1.into(), line().into(), 0.5.into()])]),
    Operator::new("bincount(Tensor input, Tensor? weights=None, int minlength=0) -> Tensor", |args| {
        bincount(args.tensor(0)?, args.optional_tensor(1)?, args.int(2)?).map(Into::into)
    })
    .doc("How often each number from 0 on comes in input.")
    .method(),
];

/// No place twice: which of two values is written last is not a slope.
fn distinct_places() -> Tensor {
    Tensor::from_vec(vec![0i64, 2, 1, 0], &[2, 2])
}

fn source() -> Tensor {
    Tensor::from_vec(vec![0.3, 0.7, -0.2, 1.1], &[2, 2])
}
