//! Reading and writing along one dimension by a tensor of indices (`gather`, `scatter`, `index_select`, …) or by a
//! mask (`masked_select`, `masked_fill`, `nonzero`).

use std::rc::Rc;

use smallvec::smallvec;

use super::{
    Args, Operand, Operator,
    places::{self, Places},
    reshape, where_,
};
use crate::{
    Dtype, Error, Result, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{
        Dims, Layout, common_device,
        device::on_gpu,
        gpu,
        layout::{broadcast, shape_text, wrap_dim, wrap_own_dim},
        memory,
    },
    webgpu::Scatter,
};

/// Index tensors hold integers.
fn integers(index: &Tensor, operator: &str) -> Result<Vec<i64>> {
    check_integers(index, operator)?;
    index.to_vec()
}

fn check_integers(index: &Tensor, operator: &str) -> Result<()> {
    if !matches!(index.dtype(), Dtype::Int64 | Dtype::Int32) {
        bail!(Runtime, "{operator}(): Expected dtype int32/int64 for index");
    }
    Ok(())
}

fn check_bounds(at: i64, dim: usize, size: usize) -> Result<usize> {
    if at < 0 || at >= size as i64 {
        bail!(Runtime, "index {at} is out of bounds for dimension {dim} with size {size}");
    }
    Ok(at as usize)
}

/// For each element of `index`, the place in `shape` that has its coordinates but for `dim`, where it has the index.
fn places_along(shape: &[usize], dim: usize, index: &Tensor, operator: &str) -> Result<Rc<Places>> {
    on_gpu!(index.device() => gpu_places_along(shape, dim, index, operator));
    let values = integers(index, operator)?;
    if shape.is_empty() {
        let starts = values.into_iter().map(|at| check_bounds(at, dim, 1)).collect::<Result<_>>()?;
        return Ok(Places::single(starts));
    }
    let mut layout = Layout::contiguous(shape);
    let stride = layout.strides[dim];
    layout.strides[dim] = 0;
    layout.shape = index.shape().into();
    let starts = values
        .into_iter()
        .zip(layout.offsets())
        .map(|(at, place)| Ok(place + check_bounds(at, dim, shape[dim])? * stride));
    Ok(Places::single(starts.collect::<Result<_>>()?))
}

/// As [`places_along`], from indices on the GPU.
fn gpu_places_along(shape: &[usize], dim: usize, index: &Tensor, operator: &str) -> Result<Rc<Places>> {
    check_integers(index, operator)?;
    let index = gpu::checked(index, 0, shape.get(dim).copied().unwrap_or(1))?;
    if shape.is_empty() {
        return Ok(Places::on_gpu(index, 1));
    }
    let mut layout = Layout::contiguous(shape);
    let stride = std::mem::take(&mut layout.strides[dim]);
    layout.shape = index.shape().into();
    Ok(Places::on_gpu(super::add(&gpu::offsets(&layout), &super::mul(&index, stride as i64)?)?, 1))
}

fn check_index_shape(x: &Tensor, dim: usize, index: &Tensor, operator: &str) -> Result<()> {
    if index.ndim().max(1) != x.ndim().max(1) {
        let target = if operator == "gather" { "input" } else { "self" };
        bail!(Runtime, "Index tensor must have the same number of dimensions as {target} tensor");
    }
    let fits = |at: usize| at == dim || index.shape()[at] <= x.shape()[at];
    if !(0..index.ndim().min(x.ndim())).all(fits) {
        let place = match operator {
            "gather" => {
                let at = (0..index.ndim()).find(|&at| !fits(at)).unwrap_or(0);
                format!("Size does not match at dimension {at} expected")
            }
            _ => "Expected".into(),
        };
        bail!(
            Runtime,
            "{place} index {} to be no larger than self {} apart from dimension {dim}",
            shape_text(index.shape()),
            shape_text(x.shape())
        );
    }
    Ok(())
}

/// `out[i][j] = x[i][index[i][j]]`, along `dim`.
pub fn gather(x: &Tensor, dim: i64, index: &Tensor) -> Result<Tensor> {
    gather_named(x, dim, index, "GatherBackward0")
}

/// As [`gather`], for operators that find their indices themselves and have their own name in the graph.
pub(super) fn gather_named(x: &Tensor, dim: i64, index: &Tensor, name: &'static str) -> Result<Tensor> {
    let dim = wrap_dim(dim, x.ndim())?;
    check_index_shape(x, dim, index, "gather")?;
    common_device(&[x, index])?;
    let places = places_along(x.shape(), dim, index, "gather")?;
    places::take(x, &places, index.shape(), name)
}

/// As [`gather`], with `x` and `index` broadcast to each other in the other dimensions; flat without `dim`.
pub fn take_along_dim(x: &Tensor, index: &Tensor, dim: Option<i64>) -> Result<Tensor> {
    let Some(dim) = dim else {
        return gather(&reshape(x, &[x.numel()])?, 0, &reshape(index, &[index.numel()])?);
    };
    if x.ndim() != index.ndim() {
        bail!(
            Runtime,
            "torch.take_along_dim(): input and indices should have the same number of dimensions, but got {} dimensions \
             for input, and {} dimensions for indices",
            x.ndim(),
            index.ndim()
        );
    }
    let at = wrap_own_dim(dim, x.ndim())?;
    let other = |shape: &[usize]| -> Dims {
        shape.iter().enumerate().map(|(i, &n)| if i == at { 1 } else { n }).collect()
    };
    let common = broadcast(&other(x.shape()), &other(index.shape()))?;
    let with = |size: usize| -> Dims {
        common.iter().enumerate().map(|(i, &n)| if i == at { size } else { n }).collect()
    };
    gather(&super::expand(x, &with(x.shape()[at]))?, dim, &super::expand(index, &with(index.shape()[at]))?)
}

/// The entries `index` names of dimension `dim`, in that order.
pub fn index_select(x: &Tensor, dim: i64, index: &Tensor) -> Result<Tensor> {
    if index.ndim() > 1 {
        bail!(Index, "index_select(): Index is supposed to be a vector");
    }
    if x.ndim() == 0 && index.numel() != 1 {
        bail!(
            Runtime,
            "index_select(): Index to scalar can have only 1 value, got {} value(s)",
            index.numel()
        );
    }
    let dim = wrap_dim(dim, x.ndim())?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    on_gpu!(common_device(&[x, index])? => gpu_index_select(x, dim, index));
    let rows = integers(index, "index_select")?;
    let rows = rows
        .into_iter()
        .map(|at| check_bounds(at, dim, size).map_err(|_| Error::Index("index out of range in self".into())))
        .collect::<Result<Vec<usize>>>()?;
    let run: usize = x.shape().iter().skip(dim + 1).product();
    let outer: usize = x.shape().iter().take(dim).product();
    let mut starts = memory::reserve(outer.saturating_mul(rows.len()))?;
    starts.extend((0..outer).flat_map(|at| rows.iter().map(move |row| (at * size + row) * run)));
    let mut shape: Dims = x.shape().into();
    if let Some(size) = shape.get_mut(dim) {
        *size = rows.len();
    }
    places::take(x, &Places::runs(starts, run), &shape, "IndexSelectBackward0")
}

fn gpu_index_select(x: &Tensor, dim: usize, index: &Tensor) -> Result<Tensor> {
    check_integers(index, "index_select")?;
    let index = index.to_device(x.device())?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let run: usize = x.shape().iter().skip(dim + 1).product();
    let outer: usize = x.shape().iter().take(dim).product();
    let blocks = reshape(&super::mul(&gpu::arange(outer), (size * run) as i64)?, &[outer, 1])?;
    let rows = reshape(&super::mul(&gpu::checked(&index, 0, size)?, run as i64)?, &[1, index.numel()])?;
    let mut shape: Dims = x.shape().into();
    if let Some(size) = shape.get_mut(dim) {
        *size = index.numel();
    }
    let places = Places::on_gpu(super::add(&blocks, &rows)?, run);
    places::take(x, &places, &shape, "IndexSelectBackward0")
}

/// The values at places of the flattened tensor.
pub fn take(x: &Tensor, index: &Tensor) -> Result<Tensor> {
    let count = x.numel() as i64;
    on_gpu!(common_device(&[x, index])? => {
        check_integers(index, "take")?;
        let index = &gpu::checked(index, -count, count as usize)?;
        let starts = where_(&super::lt(index, 0)?, &super::add(index, count)?, index)?;
        places::take(x, &Places::on_gpu(starts, 1), index.shape(), "TakeBackward0")
    });
    let starts = integers(index, "take")?
        .into_iter()
        .map(|at| {
            if at < -count || at >= count {
                bail!(Index, "out of range: tried to access index {at} on a tensor of {count} elements.");
            }
            Ok(at.rem_euclid(count) as usize)
        })
        .collect::<Result<_>>()?;
    places::take(x, &Places::single(starts), index.shape(), "TakeBackward0")
}

/// The coordinates of all values that are not zero, one row each.
pub fn nonzero(x: &Tensor) -> Result<Tensor> {
    on_gpu!(x.device() => gpu_nonzero(x));
    let shape = x.shape();
    let mut rows = Vec::new();
    let mut count = 0;
    for (at, _) in x.to_vec::<bool>()?.into_iter().enumerate().filter(|(_, holds)| *holds) {
        let mut inner = x.numel();
        let mut rest = at;
        for &size in shape {
            inner /= size;
            rows.push((rest / inner) as i64);
            rest %= inner;
        }
        count += 1;
    }
    Ok(Tensor::from_vec(rows, &[count, shape.len()]))
}

/// As [`nonzero`], on the GPU.
fn gpu_nonzero(x: &Tensor) -> Result<Tensor> {
    let found = gpu_places_of_true(&x.cast(Dtype::Bool)?)?;
    let strides = Layout::contiguous(x.shape()).strides;
    let coordinate = |dim: usize| {
        super::remainder(&super::floor_divide(&found, strides[dim] as i64)?, x.shape()[dim] as i64)
    };
    let columns = (0..x.ndim()).map(coordinate).collect::<Result<Vec<_>>>()?;
    if columns.is_empty() {
        return found.full_like(&[found.numel(), 0], 0.into());
    }
    super::stack(&columns, 1)
}

/// Where a mask holds, in row-major order. How often it does is waited for: it is the result's size.
fn gpu_places_of_true(mask: &Tensor) -> Result<Tensor> {
    let mask = reshape(&mask.detach(), &[mask.numel()])?;
    let numbers = gpu::arange(mask.numel());
    if mask.numel() == 0 {
        return Ok(numbers);
    }
    let nth = super::cumsum(&mask, 0)?;
    let count = super::select(&nth, 0, -1)?.item()?.to_i64();
    // A place past the end is not written to.
    let targets = Places::on_gpu(where_(&mask, &super::sub(&nth, 1)?, count)?, 1);
    places::written(&numbers.full_like(&[count as usize], 0.into())?, &targets, &numbers)
}

/// The coordinates of all values that are not zero, one vector per dimension.
pub fn nonzero_tuple(x: &Tensor) -> Result<Vec<Tensor>> {
    let x = if x.ndim() == 0 { reshape(&x.detach(), &[1])? } else { x.detach() };
    let rows = nonzero(&x)?;
    (0..x.ndim()).map(|dim| super::select(&rows, 1, dim as i64)?.copy()).collect()
}

/// The values where `mask` holds, in order.
pub fn masked_select(x: &Tensor, mask: &Tensor) -> Result<Tensor> {
    if mask.dtype() != Dtype::Bool {
        bail!(Runtime, "masked_select: expected BoolTensor for mask");
    }
    let shape = broadcast(x.shape(), mask.shape())?;
    let x = super::expand(x, &shape)?;
    on_gpu!(common_device(&[&x, mask])? => {
        let found = gpu_places_of_true(&super::expand(mask, &shape)?)?;
        let count = found.numel();
        places::take(&x, &Places::on_gpu(found, 1), &[count], "MaskedSelectBackward0")
    });
    let holds = super::expand(mask, &shape)?.to_vec::<bool>()?;
    let starts: Vec<usize> = (0..holds.len()).filter(|&at| holds[at]).collect();
    let count = starts.len();
    places::take(&x, &Places::single(starts), &[count], "MaskedSelectBackward0")
}

/// `value` where `mask` holds, else `x`.
pub fn masked_fill(x: &Tensor, mask: &Tensor, value: Operand) -> Result<Tensor> {
    if mask.dtype() != Dtype::Bool {
        bail!(
            Runtime,
            "masked_fill_ only supports boolean masks, but got mask with dtype {}",
            mask.dtype().c_name()
        );
    }
    let value = value.to_tensor(x.dtype());
    if value.ndim() > 0 {
        bail!(
            Runtime,
            "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {} dimension(s).",
            value.ndim()
        );
    }
    let output = where_(mask, &value.detach().cast(x.dtype())?, &x.detach())?;
    Ok(record("MaskedFillBackward0", &[x, &value], &[Save::Input(mask)], output, |ctx| {
        let mask = ctx.saved(0);
        let x = ctx.when(0, || where_(mask, 0.0, ctx.grad()))?;
        Ok(smallvec![x, ctx.when(1, || super::mul_mask(ctx.grad(), mask))?])
    }))
}

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
    let src = match src {
        Operand::Tensor(src) => src.clone(),
        Operand::Scalar(value) => x.full_like(&[], value)?,
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
        Scatter::Replace => ("ScatterBackward0", places::written(&x.detach(), &places, &part)?),
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
    let values = x.detach().cast(Dtype::Int64)?;
    let is_line = x.ndim() <= 1 && !x.dtype().is_float();
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
    Operator::new("gather(Tensor input, int dim, Tensor index) -> Tensor", |args| {
        gather(args.tensor(0)?, args.int(1)?, args.tensor(2)?).map(Into::into)
    })
    .doc("The values of input that index names along dim: out[i][j] = input[i][index[i][j]] for dim 1.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into(), places().into()])]),
    Operator::new("take_along_dim(Tensor input, Tensor indices, int? dim=None) -> Tensor", |args| {
        take_along_dim(args.tensor(0)?, args.tensor(1)?, args.optional_int(2)?).map(Into::into)
    })
    .doc("As gather, with broadcasting; flat without dim.")
    .method()
    .samples(|| vec![Args::new([grid().into(), places().into(), 1.into()])]),
    Operator::new("index_select(Tensor input, int dim, Tensor index) -> Tensor", |args| {
        index_select(args.tensor(0)?, args.int(1)?, args.tensor(2)?).map(Into::into)
    })
    .doc("The entries of dimension dim that index names, in its order.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into(), line().into()])]),
    Operator::new("take(Tensor input, Tensor index) -> Tensor", |args| {
        take(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The values at places of the flattened input.")
    .method()
    .samples(|| vec![Args::new([grid().into(), line().into()])]),
    Operator::new("nonzero(Tensor input, *, bool as_tuple=False) -> Tensor", |args| {
        let x = args.tensor(0)?;
        if args.bool(1)? { nonzero_tuple(x).map(Into::into) } else { nonzero(x).map(Into::into) }
    })
    .doc("The coordinates of all values that are not zero, one row each; as_tuple: one vector per dimension.")
    .method(),
    Operator::new("argwhere(Tensor input) -> Tensor", |args| nonzero(args.tensor(0)?).map(Into::into))
        .doc("The coordinates of all values that are not zero, one row each.")
        .method(),
    Operator::new("masked_select(Tensor input, Tensor mask) -> Tensor", |args| {
        masked_select(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The values where mask holds, as a vector.")
    .method()
    .samples(|| vec![Args::new([grid().into(), mask().into()])]),
    Operator::new("masked_fill(Tensor input, Tensor mask, Operand value) -> Tensor", |args| {
        masked_fill(args.tensor(0)?, args.tensor(1)?, args.operand(2)?).map(Into::into)
    })
    .doc("input with value where mask holds.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), mask().into(), 0.5.into()])]),
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
    .samples(|| vec![Args::new([grid().into(), 1.into(), places().into(), source().into()])]),
    Operator::new(
        "index_add(Tensor input, int dim, Tensor index, Tensor source, *, float alpha=1) -> Tensor",
        |args| {
            index_add(args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.tensor(3)?, args.float(4)?)
                .map(Into::into)
        },
    )
    .doc("input with the entries of source added to those that index names of dimension dim.")
    .method()
    .in_place()
    .samples(|| vec![Args::new([grid().into(), 1.into(), line().into(), source().into()])]),
    Operator::new("index_fill(Tensor input, int dim, Tensor index, Operand value) -> Tensor", |args| {
        index_fill(args.tensor(0)?, args.int(1)?, args.tensor(2)?, args.operand(3)?).map(Into::into)
    })
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

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
/// No place twice: which of two values is written last is not a slope.
fn distinct_places() -> Tensor {
    Tensor::from_vec(vec![0i64, 2, 1, 0], &[2, 2])
}

fn places() -> Tensor {
    Tensor::from_vec::<i64>(vec![2, 0, 1, 1], &[2, 2])
}
fn line() -> Tensor {
    Tensor::from_vec::<i64>(vec![2, 0], &[2])
}
fn source() -> Tensor {
    Tensor::from_vec(vec![0.3, 0.7, -0.2, 1.1], &[2, 2])
}
fn mask() -> Tensor {
    Tensor::from_vec(vec![true, false, true, false, true, false], &[2, 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_used_twice_adds_up_in_the_gradient() {
        let mut x = grid();
        x.autograd_mut().set_requires_grad(true);
        let twice = index_select(&x, 1, &Tensor::from_vec::<i64>(vec![0, 0], &[2])).unwrap();
        let total = crate::ops::sum(&twice, &[], false).unwrap();
        crate::backward::backward(&[total], &[None], false, false).unwrap();
        assert_eq!(x.grad().unwrap().to_vec::<f64>().unwrap(), [2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
    }
}
