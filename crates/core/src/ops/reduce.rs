//! Reductions: `sum`, `mean`, `prod`, `max`, `min`, `argmax`, `argmin`, `all`, `any`, `var`, `std`, `norm`,
//! `cumsum`, `cumprod`, `logsumexp`.
//!
//! float32 and float64 sums add in PyTorch's order ([`crate::kernels::sum`]); `mean` is that sum divided by the
//! count. Other reductions walk each line once, in order.

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, Value, add, cast_to, div, eq, exp, expand, gather, mul, mul_mask, sqrt, sub, unsqueeze,
};
#[cfg(feature = "webgpu")]
use crate::{
    Device,
    tensor::gpu,
    webgpu::{self, Expr, GpuType, Reduction, reduce},
};
use crate::{
    Dtype, Error, Result, Scalar, Tensor,
    autograd::{Save, record},
    bail,
    kernels::sum::{Plane, Summable, sum_2d},
    tensor::{Dims, Element, Layout, device::on_gpu, layout::wrap_dim, memory, recycle},
};

/// Which dimensions are reduced: none named means all.
fn reduced_dims(x: &Tensor, dims: &[i64]) -> Result<SmallVec<[bool; 4]>> {
    let mut is_reduced = SmallVec::from_elem(dims.is_empty(), x.ndim());
    for &dim in dims {
        let dim = wrap_dim(dim, x.ndim())?;
        if x.ndim() > 0 {
            if is_reduced[dim] {
                bail!(Runtime, "dim {dim} appears multiple times in the list of dims");
            }
            is_reduced[dim] = true;
        }
    }
    Ok(is_reduced)
}

fn reduced_shape(shape: &[usize], is_reduced: &[bool], keepdim: bool) -> Dims {
    let sizes = shape.iter().zip(is_reduced);
    if keepdim {
        sizes.map(|(&size, &reduced)| if reduced { 1 } else { size }).collect()
    } else {
        sizes.filter(|(_, reduced)| !**reduced).map(|(&size, _)| size).collect()
    }
}

// --- sums ----------------------------------------------------------------------------------------------

#[derive(Clone, Copy)]
struct Dim {
    size: usize,
    stride: usize,
    /// 0 where the dimension is reduced.
    out_stride: usize,
}

/// Dimensions in the order in which PyTorch walks them: reduced ones first, each group by stride, merged where
/// they lie in memory like one.
fn walk_order(layout: &Layout, is_reduced: &[bool]) -> SmallVec<[Dim; 4]> {
    let mut out_stride = 1;
    let mut dims: SmallVec<[(bool, Dim); 4]> = SmallVec::new();
    for (dim, &reduced) in is_reduced.iter().enumerate().rev() {
        let (size, stride) = (layout.shape[dim], layout.strides[dim]);
        if size != 1 {
            dims.push((!reduced, Dim { size, stride, out_stride: if reduced { 0 } else { out_stride } }));
        }
        out_stride *= if reduced { 1 } else { size };
    }
    dims.sort_by_key(|(kept, dim)| (*kept, dim.stride));
    let mut merged: SmallVec<[Dim; 4]> = SmallVec::new();
    for (_, dim) in dims {
        match merged.last_mut() {
            Some(last)
                if last.size * last.stride == dim.stride && last.size * last.out_stride == dim.out_stride =>
            {
                last.size *= dim.size;
            }
            _ => merged.push(dim),
        }
    }
    merged
}

fn sum_values<T: Element + Summable, const L: usize>(x: &Tensor, is_reduced: &[bool]) -> Result<Vec<T>> {
    let count = memory::numel(&reduced_shape(x.shape(), is_reduced, false))?;
    let mut out = recycle::filled(T::default(), count)?;
    if x.numel() == 0 {
        return Ok(out);
    }
    let unit = Dim { size: 1, stride: 0, out_stride: 0 };
    let mut dims = walk_order(x.layout(), is_reduced);
    // A kept dimension in front means that nothing is reduced: one-row planes.
    if dims.first().is_none_or(|dim| dim.out_stride != 0) {
        dims.insert(0, unit);
    }
    if dims.len() == 1 {
        dims.push(unit);
    }
    let values = x.storage_values::<T>();
    let outer = |stride: fn(&Dim) -> usize, offset: usize| {
        // Row-major order of the reversed dimensions: the nearest one runs fastest.
        let dims = || dims[2..].iter().rev();
        Layout { shape: dims().map(|dim| dim.size).collect(), strides: dims().map(stride).collect(), offset }
    };
    let places = outer(|dim| dim.stride, x.storage_offset());
    let targets = outer(|dim| dim.out_stride, 0);
    for (offset, out_offset) in places.offsets().zip(targets.offsets()) {
        let plane = Plane {
            offset,
            sizes: [dims[0].size, dims[1].size],
            strides: [dims[0].stride, dims[1].stride],
            out_offset,
            out_stride: dims[1].out_stride,
        };
        sum_2d::<T, L>(&values, plane, &mut out);
    }
    Ok(out)
}

/// The sum over `dims` (all if empty); integers and bools add up as int64.
fn sum_plain(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let compute = x.cast(x.dtype().compute())?;
    on_gpu!(x.device() => {
        let dtype = if x.dtype().is_float() { x.dtype() } else { Dtype::Int64 };
        Ok(gpu_reduce(&compute, &is_reduced, &shape, SUM)?.cast(dtype)?)
    });
    let out = match compute.dtype() {
        Dtype::Float32 => Tensor::from_vec(sum_values::<f32, 8>(&compute, &is_reduced)?, &shape),
        Dtype::Float64 => Tensor::from_vec(sum_values::<f64, 4>(&compute, &is_reduced)?, &shape),
        _ => Tensor::from_vec(fold(&compute, &is_reduced, 0i64, |sum, x: i64| sum.wrapping_add(x))?, &shape),
    };
    Ok(if x.dtype().is_float() { out.cast(x.dtype())? } else { out })
}

#[cfg(feature = "webgpu")]
const SUM: Reduction = Reduction { wgsl: "a + b", start: 0.0 };
#[cfg(feature = "webgpu")]
const PRODUCT: Reduction = Reduction { wgsl: "a * b", start: 1.0 };
#[cfg(feature = "webgpu")]
const MAX: [Reduction; 2] = [
    Reduction { wgsl: "larger(a, b)", start: f64::NEG_INFINITY },
    Reduction { wgsl: "max(a, b)", start: f64::NEG_INFINITY },
];
#[cfg(feature = "webgpu")]
const MIN: [Reduction; 2] = [
    Reduction { wgsl: "smaller(a, b)", start: f64::INFINITY },
    Reduction { wgsl: "min(a, b)", start: f64::INFINITY },
];

/// A reduction on the GPU: the kept dimensions in front, the reduced ones behind, line by line.
#[cfg(feature = "webgpu")]
fn gpu_reduce(x: &Tensor, is_reduced: &[bool], shape: &[usize], reduction: Reduction) -> Result<Tensor> {
    let order = |reduced: bool| (0..x.ndim()).filter(move |&dim| is_reduced[dim] == reduced);
    let dims: SmallVec<[i64; 4]> = order(false).chain(order(true)).map(|dim| dim as i64).collect();
    let lines = super::permute(&x.detach(), &dims)?;
    let rows: usize = shape.iter().product();
    let length =
        x.shape().iter().zip(is_reduced).map(|(size, reduced)| if *reduced { *size } else { 1 }).product();
    Ok(gpu::wrap_as(&reduce(&gpu::expr(&lines)?, rows, length, reduction)?, shape, x.dtype()))
}

/// `f` folded over the reduced dimensions, in row-major order, for each kept place.
fn fold<T: Element, A: Copy>(
    x: &Tensor,
    is_reduced: &[bool],
    start: A,
    f: impl Fn(A, T) -> A,
) -> Result<Vec<A>> {
    let mut out = memory::filled(start, memory::numel(&reduced_shape(x.shape(), is_reduced, false))?)?;
    let mut out_stride = 1;
    let mut strides: Dims = smallvec![0; x.ndim()];
    for dim in (0..x.ndim()).rev().filter(|&dim| !is_reduced[dim]) {
        strides[dim] = out_stride;
        out_stride *= x.shape()[dim];
    }
    let targets = Layout { shape: x.shape().into(), strides, offset: 0 };
    let values = x.storage_values::<T>();
    for (from, to) in x.layout().offsets().zip(targets.offsets()) {
        out[to] = f(out[to], values[from]);
    }
    Ok(out)
}

/// Brings a reduced result back to the shape it was reduced from, by repeating.
fn restore(reduced: &Tensor, shape: &[usize], is_reduced: &[bool], keepdim: bool) -> Result<Tensor> {
    if keepdim {
        return expand(reduced, shape);
    }
    let mut sizes: Dims = Dims::new();
    for (&size, &reduced) in shape.iter().zip(is_reduced) {
        sizes.push(if reduced { 1 } else { size });
    }
    expand(&super::reshape(reduced, &sizes)?, shape)
}

/// The sum over `dims` (all if none are named).
pub fn sum(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    let out = sum_plain(x, dims, keepdim)?;
    let (shape, is_reduced): (Dims, _) = (x.shape().into(), reduced_dims(x, dims)?);
    let name = if dims.is_empty() { "SumBackward0" } else { "SumBackward1" };
    Ok(record(name, &[x], &[], out, move |ctx| {
        Ok(smallvec![Some(restore(ctx.grad(), &shape, &is_reduced, keepdim)?)])
    }))
}

/// The sum over `dims` divided by how many values each result is made of; floats only.
pub fn mean(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    if !x.dtype().is_float() {
        bail!(
            NotImplemented,
            "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. \
             Got: {}",
            x.dtype().message_name()
        );
    }
    let total = sum_plain(x, dims, keepdim)?;
    let count = x.numel() as f64 / total.numel() as f64;
    let out = div(&total, count)?;
    let (shape, is_reduced): (Dims, _) = (x.shape().into(), reduced_dims(x, dims)?);
    let name = if dims.is_empty() { "MeanBackward0" } else { "MeanBackward1" };
    Ok(record(name, &[x], &[], out, move |ctx| {
        let spread = restore(ctx.grad(), &shape, &is_reduced, keepdim)?;
        Ok(smallvec![Some(div(&spread, count)?)])
    }))
}

/// The sum of `x` down to `shape`, which broadcasts to its shape: what broadcasting's gradient is.
pub fn sum_to(x: &Tensor, shape: &[usize]) -> Result<Tensor> {
    if x.ndim() < shape.len() {
        // A value that lost leading sizes of 1 on its way, as assigning does.
        let lead = std::iter::repeat_n(1, shape.len() - x.ndim());
        let raised: Dims = lead.chain(x.shape().iter().copied()).collect();
        return sum_to(&super::reshape(x, &raised)?, shape);
    }
    let lead = x.ndim() - shape.len();
    let dims: SmallVec<[i64; 4]> = (0..x.ndim())
        .filter(|&dim| dim < lead || (shape[dim - lead] == 1 && x.shape()[dim] != 1))
        .map(|dim| dim as i64)
        .collect();
    let out = if dims.is_empty() { x.clone() } else { sum(x, &dims, true)? };
    super::reshape(&out, shape)
}

// --- products, truth -----------------------------------------------------------------------------------

fn product_plain(x: &Tensor, is_reduced: &[bool], shape: &[usize]) -> Result<Tensor> {
    let compute = x.cast(x.dtype().compute())?;
    on_gpu!(x.device() => gpu_reduce(&compute, is_reduced, shape, PRODUCT));
    let out = match compute.dtype() {
        Dtype::Float32 => Tensor::from_vec(fold(&compute, is_reduced, 1.0, |p, x: f32| p * x)?, shape),
        Dtype::Float64 => Tensor::from_vec(fold(&compute, is_reduced, 1.0, |p, x: f64| p * x)?, shape),
        _ => Tensor::from_vec(fold(&compute, is_reduced, 1i64, |p, x: i64| p.wrapping_mul(x))?, shape),
    };
    Ok(if x.dtype().is_float() { out.cast(x.dtype())? } else { out })
}

/// The product of all values, or along one dimension.
pub fn prod(x: &Tensor, dim: Option<i64>, keepdim: bool) -> Result<Tensor> {
    let dims: SmallVec<[i64; 1]> = dim.into_iter().collect();
    let is_reduced = reduced_dims(x, &dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let out = product_plain(x, &is_reduced, &shape)?;
    let at = dim.map(|dim| wrap_dim(dim, x.ndim())).transpose()?;
    Ok(record("ProdBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        let spread = |t: &Tensor| restore(t, x.shape(), &is_reduced, keepdim);
        if !has_zero(x)? {
            return Ok(smallvec![Some(div(&spread(&mul(ctx.grad(), ctx.saved(1))?)?, x)?)]);
        }
        let others = match at {
            Some(at) if x.ndim() > 0 => product_of_others(x, at)?,
            _ => super::reshape(&product_of_others(&super::reshape(x, &[x.numel()])?, 0)?, x.shape())?,
        };
        Ok(smallvec![Some(mul(&spread(ctx.grad())?, &others)?)])
    }))
}

/// Whether a value is zero, which nothing can be divided by. Waited for on any device.
fn has_zero(x: &Tensor) -> Result<bool> {
    Ok(any(&eq(&x.detach(), 0)?, &[], false)?.item()?.to_bool())
}

/// For each value the product of the others along `dim`: of those before it and of those behind it.
fn product_of_others(x: &Tensor, dim: usize) -> Result<Tensor> {
    let (at, size) = (dim as i64, x.shape()[dim] as i64);
    let before = |x: &Tensor| -> Result<Tensor> {
        let one = super::narrow(x, at, 0, 1)?.detach();
        let products = cumprod(&super::narrow(x, at, 0, size - 1)?, at)?;
        super::cat(&[one.full_like(one.shape(), 1.into())?, products], at)
    };
    let behind = super::flip(&before(&super::flip(x, &[at])?)?, &[at])?;
    mul(&before(x)?, &behind)
}

fn truth(x: &Tensor, dims: &[i64], keepdim: bool, start: bool, f: fn(bool, bool) -> bool) -> Result<Tensor> {
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    on_gpu!(x.device() => {
        let (wgsl, start) = if start { ("a && b", 1.0) } else { ("a || b", 0.0) };
        gpu_reduce(&x.cast(Dtype::Bool)?, &is_reduced, &shape, Reduction { wgsl, start })
    });
    Ok(Tensor::from_vec(fold(&x.cast(Dtype::Bool)?, &is_reduced, start, f)?, &shape))
}

/// Whether all values are true.
pub fn all(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    truth(x, dims, keepdim, true, |a, b| a && b)
}

/// Whether any value is true.
pub fn any(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    truth(x, dims, keepdim, false, |a, b| a || b)
}

// --- extrema -------------------------------------------------------------------------------------------

/// Whether `new` replaces `old`: NaN beats everything, and the first of equals stays.
fn is_better(new: Scalar, old: Scalar, is_max: bool) -> bool {
    match (new, old) {
        (Scalar::Float(_), Scalar::Float(old)) if old.is_nan() => false,
        (Scalar::Float(new), Scalar::Float(_)) if new.is_nan() => true,
        (Scalar::Float(new), Scalar::Float(old)) => {
            if is_max {
                new > old
            } else {
                new < old
            }
        }
        (new, old) => {
            if is_max {
                new.to_i64() > old.to_i64()
            } else {
                new.to_i64() < old.to_i64()
            }
        }
    }
}

/// The positions, along `dim`, of the extreme values.
fn arg_extremum(x: &Tensor, dim: usize, keepdim: bool, is_max: bool) -> Result<Tensor> {
    let mut is_reduced: SmallVec<[bool; 4]> = SmallVec::from_elem(false, x.ndim());
    if x.ndim() > 0 {
        is_reduced[dim] = true;
    }
    on_gpu!(x.device() => gpu_arg_extremum(x, dim, &is_reduced, keepdim, is_max));
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let stride = x.strides().get(dim).copied().unwrap_or(0);
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let mut lines = x.layout().clone();
    if x.ndim() > 0 {
        lines.shape[dim] = 1;
    }
    let best = lines.offsets().map(|start| {
        let mut best = 0;
        for i in 1..size {
            if is_better(x.value_at(start + i * stride), x.value_at(start + best * stride), is_max) {
                best = i;
            }
        }
        best as i64
    });
    Ok(Tensor::from_vec(memory::collect(best)?, &shape))
}

/// The first position that holds the extreme value: the smallest of the positions where it is.
#[cfg(feature = "webgpu")]
fn gpu_arg_extremum(
    x: &Tensor,
    dim: usize,
    is_reduced: &[bool],
    keepdim: bool,
    is_max: bool,
) -> Result<Tensor> {
    let x = x.cast(x.dtype().compute())?;
    let best = extremes(&x, is_reduced, &reduced_shape(x.shape(), is_reduced, true), is_max)?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let mut line: Dims = smallvec![1; x.ndim()];
    if x.ndim() > 0 {
        line[dim] = size;
    }
    let equals = if x.dtype().is_float() { "a == b || (is_nan(a) && is_nan(b))" } else { "a == b" };
    let equal = Expr::apply(equals, &[&gpu::expr(&x)?, &gpu::expr(&best)?], x.shape(), GpuType::Bool);
    let far = Expr::constant(size as f64, &[], GpuType::I32);
    let places = Expr::apply("select(c, b, a)", &[&equal, &Expr::iota(&line), &far], x.shape(), GpuType::I32);
    let shape = reduced_shape(x.shape(), is_reduced, keepdim);
    gpu_reduce(&gpu::wrap(places, Dtype::Int64), is_reduced, &shape, MIN[1])
}

/// Extreme values along `dim` with their positions.
fn extremum_dim(x: &Tensor, dim: i64, keepdim: bool, is_max: bool) -> Result<(Tensor, Tensor)> {
    let (name, function) = if is_max { ("MaxBackward0", "max") } else { ("MinBackward0", "min") };
    let at = wrap_dim(dim, x.ndim())?;
    if x.shape().get(at) == Some(&0) {
        bail!(Index, "{function}(): Expected reduction dim {at} to have non-zero size.");
    }
    let indices = arg_extremum(x, at, true, is_max)?;
    let values = if x.ndim() == 0 { x.copy()? } else { gather(&x.detach(), at as i64, &indices)? };
    let finish = |t: Tensor| if keepdim || x.ndim() == 0 { Ok(t) } else { super::squeeze(&t, &[at as i64]) };
    let (out, positions) = (finish(values)?, finish(indices.clone())?);
    let shape: Dims = x.shape().into();
    let saved = positions.clone();
    let out = record(name, &[x], &[], out, move |ctx| {
        let restore =
            |t: &Tensor| if keepdim || shape.is_empty() { Ok(t.clone()) } else { unsqueeze(t, at as i64) };
        Ok(smallvec![Some(super::scatter_new(&shape, at as i64, &restore(&saved)?, &restore(ctx.grad())?)?)])
    });
    Ok((out, positions))
}

/// The extreme value of all; equal values share the gradient.
fn extremum_all(x: &Tensor, is_max: bool) -> Result<Tensor> {
    let (name, function) = if is_max { ("MaxBackward1", "max") } else { ("MinBackward1", "min") };
    if x.numel() == 0 {
        bail!(
            Runtime,
            "{function}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim \
             with the 'dim' argument."
        );
    }
    let out = extremes(x, &reduced_dims(x, &[])?, &[], is_max)?;
    Ok(record(name, &[x], &[Save::Input(x), Save::Output], out, |ctx| {
        Ok(smallvec![Some(shared_by_equals(ctx.grad(), ctx.saved(0), ctx.saved(1))?)])
    }))
}

/// The gradient of one value of all, shared by those that are equal to it; NaN is equal to NaN here.
pub(super) fn shared_by_equals(grad: &Tensor, x: &Tensor, value: &Tensor) -> Result<Tensor> {
    let mask = eq(x, value)?;
    let mask = if x.dtype().is_float() {
        let both = super::logical_and(&super::isnan(x)?, &super::isnan(value)?)?;
        super::logical_or(&mask, &both)?
    } else {
        mask
    };
    let share = div(grad, &cast_to(&sum(&mask, &[], false)?, grad.dtype())?)?;
    mul_mask(&share, &mask)
}

/// The largest value of all.
pub fn max(x: &Tensor) -> Result<Tensor> {
    extremum_all(x, true)
}
/// The smallest value of all.
pub fn min(x: &Tensor) -> Result<Tensor> {
    extremum_all(x, false)
}

fn extremes(x: &Tensor, is_reduced: &[bool], shape: &[usize], is_max: bool) -> Result<Tensor> {
    on_gpu!(x.device() => {
        let [float, integer] = if is_max { MAX } else { MIN };
        let compute = x.cast(x.dtype().compute())?;
        Ok(gpu_reduce(&compute, is_reduced, shape, if x.dtype().is_float() { float } else { integer })?.cast(x.dtype())?)
    });
    if !x.dtype().is_float() {
        let start = if is_max { i64::MIN } else { i64::MAX };
        let pick = |a: i64, b: i64| if is_max { a.max(b) } else { a.min(b) };
        return Tensor::from_vec(fold(&x.cast(Dtype::Int64)?, is_reduced, start, pick)?, shape)
            .cast(x.dtype());
    }
    let start = if is_max { f64::NEG_INFINITY } else { f64::INFINITY };
    let pick = |a: f64, b: f64| if is_better(Scalar::Float(b), Scalar::Float(a), is_max) { b } else { a };
    Tensor::from_vec(fold(&x.cast(Dtype::Float64)?, is_reduced, start, pick)?, shape).cast(x.dtype())
}

/// The extreme values over several dimensions at once; equal values share the gradient.
pub(super) fn amax_amin(x: &Tensor, dims: &[i64], keepdim: bool, is_max: bool) -> Result<Tensor> {
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    let (name, function) = if is_max { ("AmaxBackward0", "amax") } else { ("AminBackward0", "amin") };
    if x.numel() == 0 {
        if dims.is_empty() {
            bail!(
                Runtime,
                "{function}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim \
                 with the 'dim' argument."
            );
        }
        if let Some(at) = (0..x.ndim()).find(|&at| is_reduced[at] && x.shape()[at] == 0) {
            bail!(Index, "{function}(): Expected reduction dim {at} to have non-zero size.");
        }
    }
    let out = extremes(x, &is_reduced, &shape, is_max)?;
    Ok(record(name, &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        let mask = eq(x, &restore(ctx.saved(1), x.shape(), &is_reduced, keepdim)?)?;
        let dims: SmallVec<[i64; 4]> = (0..x.ndim() as i64).filter(|&dim| is_reduced[dim as usize]).collect();
        let count = cast_to(&sum(&mask, &dims, keepdim)?, ctx.grad().dtype())?;
        let share = restore(&div(ctx.grad(), &count)?, x.shape(), &is_reduced, keepdim)?;
        Ok(smallvec![Some(mul_mask(&share, &mask)?)])
    }))
}

fn argm(x: &Tensor, dim: Option<i64>, keepdim: bool, is_max: bool) -> Result<Tensor> {
    let function = if is_max { "argmax" } else { "argmin" };
    if x.numel() == 0 {
        match dim.map(|dim| wrap_dim(dim, x.ndim())).transpose()? {
            None => {
                bail!(Index, "{function}(): Expected reduction dim to be specified for input.numel() == 0.")
            }
            Some(at) if x.shape()[at] == 0 => {
                bail!(Index, "{function}(): Expected reduction dim {at} to have non-zero size.")
            }
            Some(_) => {}
        }
    }
    match dim {
        Some(dim) => arg_extremum(x, wrap_dim(dim, x.ndim())?, keepdim, is_max),
        None => {
            let best = arg_extremum(&super::reshape(&x.detach(), &[x.numel()])?, 0, false, is_max)?;
            let shape: Dims = if keepdim { smallvec![1; x.ndim()] } else { Dims::new() };
            super::reshape(&best, &shape)
        }
    }
}

/// The positions of the largest values, along `dim` or in the flattened tensor.
pub fn argmax(x: &Tensor, dim: Option<i64>, keepdim: bool) -> Result<Tensor> {
    argm(x, dim, keepdim, true)
}
/// The positions of the smallest values, likewise.
pub fn argmin(x: &Tensor, dim: Option<i64>, keepdim: bool) -> Result<Tensor> {
    argm(x, dim, keepdim, false)
}

/// The largest values along `dim`, with their positions.
pub fn max_dim(x: &Tensor, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    extremum_dim(x, dim, keepdim, true)
}
/// The smallest values along `dim`, with their positions.
pub fn min_dim(x: &Tensor, dim: i64, keepdim: bool) -> Result<(Tensor, Tensor)> {
    extremum_dim(x, dim, keepdim, false)
}

// --- spread and size -----------------------------------------------------------------------------------

/// The variance over `dims`, divided by n - correction; two passes in float64, as PyTorch accumulates.
pub fn var(x: &Tensor, dims: &[i64], correction: f64, keepdim: bool) -> Result<Tensor> {
    if !x.dtype().is_float() {
        bail!(Runtime, "std and var only support floating point and complex dtypes");
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
            2.0 => (x.clone(), div(ctx.grad(), norm)?),
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

// --- running totals ------------------------------------------------------------------------------------

fn running<T: Element>(x: &Tensor, dim: usize, f: impl Fn(T, T) -> T) -> Result<Tensor> {
    let mut out = x.gather::<T>()?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    for at in 0..out.len() {
        if !(at / inner.max(1)).is_multiple_of(size.max(1)) {
            out[at] = f(out[at - inner], out[at]);
        }
    }
    Ok(Tensor::from_vec(out, x.shape()))
}

/// As [`running`], on the GPU: a thread per line.
#[cfg(feature = "webgpu")]
fn gpu_running(x: &Tensor, dim: usize, reduction: Reduction) -> Result<Tensor> {
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    Ok(gpu::wrap_as(&webgpu::running(&gpu::expr(x)?, size, inner, reduction)?, x.shape(), x.dtype()))
}

/// The extreme values so far along `dim`, with the last place where each is: the last so far of the places whose value
/// is the extreme one.
#[cfg(feature = "webgpu")]
pub(super) fn gpu_running_extremes(x: &Tensor, dim: usize, is_max: bool) -> Result<(Tensor, Tensor)> {
    let compute = x.cast(x.dtype().compute())?;
    let [float, integer] = if is_max { MAX } else { MIN };
    let best = gpu_running(&compute, dim, if x.dtype().is_float() { float } else { integer })?;
    let mut line: Dims = smallvec![1; x.ndim()];
    if x.ndim() > 0 {
        line[dim] = x.shape()[dim];
    }
    let equals = if x.dtype().is_float() { "a == b || (is_nan(a) && is_nan(b))" } else { "a == b" };
    let equal = Expr::apply(equals, &[&gpu::expr(&compute)?, &gpu::expr(&best)?], x.shape(), GpuType::Bool);
    let places = Expr::apply("select(0, b, a)", &[&equal, &Expr::iota(&line)], x.shape(), GpuType::I32);
    Ok((best.cast(x.dtype())?, gpu_running(&gpu::wrap(places, Dtype::Int64), dim, MAX[1])?))
}

/// The running sum along `dim`.
pub fn cumsum(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let compute = x.cast(x.dtype().compute())?;
    let out = match compute.dtype() {
        #[cfg(feature = "webgpu")]
        _ if x.device() == Device::WebGpu => gpu_running(&compute, at, SUM)?,
        Dtype::Float32 => running(&compute, at, |a: f32, b| a + b)?,
        Dtype::Float64 => running(&compute, at, |a: f64, b| a + b)?,
        _ => running(&compute, at, |a: i64, b| a.wrapping_add(b))?,
    };
    let out = if x.dtype().is_float() { out.cast(x.dtype())? } else { out };
    Ok(record("CumsumBackward0", &[x], &[], out, move |ctx| {
        let reversed = super::flip(ctx.grad(), &[at as i64])?;
        Ok(smallvec![Some(super::flip(&cumsum(&reversed, at as i64)?, &[at as i64])?)])
    }))
}

/// The running product along `dim`.
pub fn cumprod(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let compute = x.cast(x.dtype().compute())?;
    let out = match compute.dtype() {
        #[cfg(feature = "webgpu")]
        _ if x.device() == Device::WebGpu => gpu_running(&compute, at, PRODUCT)?,
        Dtype::Float32 => running(&compute, at, |a: f32, b| a * b)?,
        Dtype::Float64 => running(&compute, at, |a: f64, b| a * b)?,
        _ => running(&compute, at, |a: i64, b| a.wrapping_mul(b))?,
    };
    let out = if x.dtype().is_float() { out.cast(x.dtype())? } else { out };
    Ok(record("CumprodBackward0", &[x], &[Save::Input(x), Save::Output], out, move |ctx| {
        let x = ctx.saved(0);
        if x.ndim() > 0 && has_zero(x)? {
            return Ok(smallvec![Some(cumprod_gradient(ctx.grad(), x, at)?)]);
        }
        // Σ over later places of grad·out, divided by the value: right wherever it is not zero.
        let weighted = super::flip(&mul(ctx.grad(), ctx.saved(1))?, &[at as i64])?;
        let later = super::flip(&cumsum(&weighted, at as i64)?, &[at as i64])?;
        Ok(smallvec![Some(div(&later, ctx.saved(0))?)])
    }))
}

/// The gradient of [`cumprod`] where values may be zero: for each place, the running products with a 1 in that place,
/// from there on, times the gradient.
fn cumprod_gradient(grad: &Tensor, x: &Tensor, dim: usize) -> Result<Tensor> {
    let (at, size) = (dim as i64, x.shape()[dim] as i64);
    let column = |place: i64| -> Result<Tensor> {
        let one = super::narrow(x, at, place, 1)?.detach();
        let parts = [
            super::narrow(x, at, 0, place)?,
            one.full_like(one.shape(), 1.into())?,
            super::narrow(x, at, place + 1, size - place - 1)?,
        ];
        let products = cumprod(&super::cat(&parts, at)?, at)?;
        let later = |t: &Tensor| super::narrow(t, at, place, size - place);
        sum(&mul(&later(&products)?, &later(grad)?)?, &[at], true)
    };
    super::cat(&(0..size).map(column).collect::<Result<Vec<_>>>()?, at)
}

// --- rows ----------------------------------------------------------------------------------------------

/// The input in the dtype asked for by `dtype=`, if any.
fn input(args: &Args, dtype: usize) -> Result<Tensor> {
    let x = args.tensor(0)?;
    match args.optional_dtype(dtype)? {
        Some(dtype) => super::to_dtype(x, dtype),
        None => Ok(x.clone()),
    }
}

/// `max(x)`, `max(x, dim)` and `max(x, other)` are one name in Python.
fn overloaded(args: &Args, is_max: bool) -> Result<Value> {
    let x = args.tensor(0)?;
    let keepdim = args.bool(2)?;
    match &args.0[1] {
        super::Arg::None => extremum_all(x, is_max).map(Into::into),
        super::Arg::Tensor(other) if is_max => super::maximum(x, other).map(Into::into),
        super::Arg::Tensor(other) => super::minimum(x, other).map(Into::into),
        super::Arg::Scalar(dim) => {
            let pair = extremum_dim(x, dim.to_i64(), keepdim, is_max)?;
            Ok(Value::values_and_indices(if is_max { "max" } else { "min" }, pair))
        }
        _ => Err(Error::Type("dim must be an int or a tensor".into())),
    }
}

/// `correction=` wins over `unbiased=`; both default to n - 1.
pub(super) fn correction(args: &Args) -> Result<f64> {
    Ok(match (args.optional_float(3)?, args.bool(2)?) {
        (Some(correction), _) => correction,
        (None, unbiased) => unbiased as u8 as f64,
    })
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("sum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor", |args| {
        sum(&input(args, 3)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The sum of all values, or along dim.")
    .method()
    .samples(|| with_dims(&[&[], &[0], &[1], &[0, 2]])),
    Operator::new("mean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor", |args| {
        mean(&input(args, 3)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The mean of all values, or along dim.")
    .method()
    .samples(|| with_dims(&[&[], &[0], &[1], &[0, 2]])),
    Operator::new("prod(Tensor input, int? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor", |args| {
        prod(&input(args, 3)?, args.optional_int(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The product of all values, or along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into()]), Args::new([cube().into(), 1.into()])]),
    Operator::new("max(Tensor input, Operand? dim=None, bool keepdim=False) -> Tensor", |args| overloaded(args, true))
        .doc("The largest value; along dim the values with their indices; of two tensors the larger of each pair.")
        .method()
        .samples(|| vec![Args::new([cube().into()])]),
    Operator::new("min(Tensor input, Operand? dim=None, bool keepdim=False) -> Tensor", |args| overloaded(args, false))
        .doc("The smallest value; along dim the values with their indices; of two tensors the smaller of each pair.")
        .method()
        .samples(|| vec![Args::new([cube().into()])]),
    Operator::new("amax(Tensor input, int[] dim=[], bool keepdim=False) -> Tensor", |args| {
        amax_amin(args.tensor(0)?, args.ints(1)?, args.bool(2)?, true).map(Into::into)
    })
    .doc("The largest values along dim.")
    .method()
    .samples(|| with_dims(&[&[0], &[1, 2]])),
    Operator::new("amin(Tensor input, int[] dim=[], bool keepdim=False) -> Tensor", |args| {
        amax_amin(args.tensor(0)?, args.ints(1)?, args.bool(2)?, false).map(Into::into)
    })
    .doc("The smallest values along dim.")
    .method()
    .samples(|| with_dims(&[&[0], &[1, 2]])),
    Operator::new("aminmax(Tensor input, *, int? dim=None, bool keepdim=False) -> Tensor", |args| {
        let (x, dim) = (args.tensor(0)?, args.optional_int(1)?);
        if x.numel() == 0 {
            match dim.map(|dim| wrap_dim(dim, x.ndim())).transpose()? {
                None => bail!(
                    Runtime,
                    "aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity."
                ),
                Some(at) if x.shape()[at] == 0 => {
                    bail!(Index, "aminmax: Expected reduction dim {at} to have non-zero size.")
                }
                Some(_) => {}
            }
        }
        let both = |is_max| amax_amin(x, dim.as_slice(), args.bool(2)?, is_max);
        Ok(Value::Named("aminmax", vec![("min", both(false)?), ("max", both(true)?)]))
    })
    .doc("The smallest and the largest values.")
    .method()
    .samples(|| vec![Args::new([cube().into()]), Args::new([cube().into(), 1.into()])]),
    Operator::new("argmax(Tensor input, int? dim=None, bool keepdim=False) -> Tensor", |args| {
        argmax(args.tensor(0)?, args.optional_int(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The index of the largest value, or of the largest along dim.")
    .method(),
    Operator::new("argmin(Tensor input, int? dim=None, bool keepdim=False) -> Tensor", |args| {
        argmin(args.tensor(0)?, args.optional_int(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The index of the smallest value, or of the smallest along dim.")
    .method(),
    Operator::new("all(Tensor input, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        all(args.tensor(0)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("Whether all values are true.")
    .method(),
    Operator::new("any(Tensor input, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        any(args.tensor(0)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("Whether any value is true.")
    .method(),
    Operator::new(
        "var(Tensor input, int[]? dim=None, bool unbiased=True, *, float? correction=None, bool keepdim=False) -> Tensor",
        |args| var(args.tensor(0)?, args.ints(1)?, correction(args)?, args.bool(4)?).map(Into::into),
    )
    .doc("The variance, divided by n - correction.")
    .method()
    .samples(|| with_dims(&[&[], &[0], &[1, 2]])),
    Operator::new(
        "std(Tensor input, int[]? dim=None, bool unbiased=True, *, float? correction=None, bool keepdim=False) -> Tensor",
        |args| std(args.tensor(0)?, args.ints(1)?, correction(args)?, args.bool(4)?).map(Into::into),
    )
    .doc("The standard deviation, from the variance divided by n - correction.")
    .method()
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
    Operator::new("cumsum(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        cumsum(&input(args, 2)?, args.int(1)?).map(Into::into)
    })
    .doc("The running sum along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into(), 1.into()])]),
    Operator::new("cumprod(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        cumprod(&input(args, 2)?, args.int(1)?).map(Into::into)
    })
    .doc("The running product along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into(), 1.into()])]),
];

/// Distinct values, so that extrema have one gradient.
fn cube() -> Tensor {
    let values = (0..12).map(|i| 0.5 + ((i * 7) % 12) as f64 * 0.3).collect();
    Tensor::from_vec(values, &[2, 3, 2])
}

fn with_dims(choices: &[&[i64]]) -> Vec<Args> {
    choices.iter().map(|dims| Args::new([cube().into(), super::Arg::Ints((*dims).into())])).collect()
}
