//! Reductions: `sum`, `mean`, `all`, `any`, `cumsum`, and what other reductions are made of (`products`, `extremes`,
//! `spread`).
//!
//! float32 and float64 sums add in PyTorch's order ([`crate::kernels::sum`]); `mean` is that sum divided by the
//! count. Other reductions walk each line once, in order.

use smallvec::{SmallVec, smallvec};

use super::{Args, Operator, div, expand};
use crate::{
    Device, Dtype, Result, Tensor,
    autograd::record,
    bail,
    kernels::sum::{Plane, Summable, sum_2d},
    tensor::{Dims, Element, Layout, device::on_gpu, gpu, layout::wrap_dim, memory, recycle},
    webgpu::{self, Fold, reduce},
};

/// Which dimensions are reduced: none named means all.
pub(super) fn reduced_dims(x: &Tensor, dims: &[i64]) -> Result<SmallVec<[bool; 4]>> {
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

pub(super) fn reduced_shape(shape: &[usize], is_reduced: &[bool], keepdim: bool) -> Dims {
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
    let values = x.storage_values::<T>()?;
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
        gpu_reduce(&compute, &is_reduced, &shape, SUM)?.cast(dtype)
    });
    let out = match compute.dtype() {
        Dtype::Float32 => Tensor::from_vec(sum_values::<f32, 8>(&compute, &is_reduced)?, &shape),
        Dtype::Float64 => Tensor::from_vec(sum_values::<f64, 4>(&compute, &is_reduced)?, &shape),
        _ => Tensor::from_vec(fold(&compute, &is_reduced, 0i64, |sum, x: i64| sum.wrapping_add(x))?, &shape),
    };
    Ok(if x.dtype().is_float() { out.cast(x.dtype())? } else { out })
}

const SUM: Fold = Fold { wgsl: "a + b", start: 0.0 };
pub(super) const PRODUCT: Fold = Fold { wgsl: "a * b", start: 1.0 };
pub(super) const MAX: [Fold; 2] = [
    Fold { wgsl: "larger(a, b)", start: f64::NEG_INFINITY },
    Fold { wgsl: "max(a, b)", start: f64::NEG_INFINITY },
];
pub(super) const MIN: [Fold; 2] =
    [Fold { wgsl: "smaller(a, b)", start: f64::INFINITY }, Fold { wgsl: "min(a, b)", start: f64::INFINITY }];

/// A reduction on the GPU: the kept dimensions in front, the reduced ones behind, line by line.
pub(super) fn gpu_reduce(x: &Tensor, is_reduced: &[bool], shape: &[usize], fold: Fold) -> Result<Tensor> {
    let order = |reduced: bool| (0..x.ndim()).filter(move |&dim| is_reduced[dim] == reduced);
    let dims: SmallVec<[i64; 4]> = order(false).chain(order(true)).map(|dim| dim as i64).collect();
    let lines = super::permute(&x.detach(), &dims)?;
    let rows: usize = shape.iter().product();
    let length =
        x.shape().iter().zip(is_reduced).map(|(size, reduced)| if *reduced { *size } else { 1 }).product();
    Ok(gpu::wrap_as(&reduce(&gpu::expr(&lines)?, rows, length, fold)?, shape, x.dtype()))
}

/// `f` folded over the reduced dimensions, in row-major order, for each kept place.
pub(super) fn fold<T: Element, A: Copy>(
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
    let values = x.storage_values::<T>()?;
    let ((size, step), (_, out_step)) = (x.layout().row(), targets.row());
    for (from, to) in x.layout().rows().offsets().zip(targets.rows().offsets()) {
        let row = (0..size).map(|at| values[from + at * step]);
        if out_step == 0 {
            out[to] = row.fold(out[to], &f);
        } else {
            row.enumerate()
                .for_each(|(at, value)| out[to + at * out_step] = f(out[to + at * out_step], value));
        }
    }
    Ok(out)
}

/// Brings a reduced result back to the shape it was reduced from, by repeating.
pub(super) fn restore(
    reduced: &Tensor,
    shape: &[usize],
    is_reduced: &[bool],
    keepdim: bool,
) -> Result<Tensor> {
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
        let share = div(ctx.grad(), count)?;
        let spread = restore(&share, &shape, &is_reduced, keepdim)?;
        Ok(smallvec![Some(super::contiguous(&spread)?)])
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

// --- truth ---------------------------------------------------------------------------------------------

fn truth(x: &Tensor, dims: &[i64], keepdim: bool, start: bool, f: fn(bool, bool) -> bool) -> Result<Tensor> {
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    on_gpu!(x.device() => {
        let (wgsl, start) = if start { ("a && b", 1.0) } else { ("a || b", 0.0) };
        gpu_reduce(&x.cast(Dtype::Bool)?, &is_reduced, &shape, Fold { wgsl, start })
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

// --- running totals ------------------------------------------------------------------------------------

pub(super) fn running<T: Element>(x: &Tensor, dim: usize, f: impl Fn(T, T) -> T) -> Result<Tensor> {
    let mut out = x.gather::<T>()?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    for block in out.chunks_exact_mut((size * inner).max(1)) {
        if inner == 1 {
            let mut total = block[0];
            for value in &mut block[1..] {
                total = f(total, *value);
                *value = total;
            }
        } else {
            for row in 1..size {
                let (before, rest) = block.split_at_mut(row * inner);
                let totals = &before[(row - 1) * inner..];
                rest[..inner].iter_mut().zip(totals).for_each(|(value, total)| *value = f(*total, *value));
            }
        }
    }
    Ok(Tensor::from_vec(out, x.shape()))
}

/// As [`running`], on the GPU: a thread per line.
pub(super) fn gpu_running(x: &Tensor, dim: usize, fold: Fold) -> Result<Tensor> {
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    Ok(gpu::wrap_as(&webgpu::running(&gpu::expr(x)?, size, inner, fold)?, x.shape(), x.dtype()))
}

/// The running sum along `dim`.
pub fn cumsum(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let compute = x.cast(x.dtype().compute())?;
    let out = match compute.dtype() {
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

// --- rows ----------------------------------------------------------------------------------------------

/// The input in the dtype asked for by `dtype=`, if any.
pub(super) fn input(args: &Args, dtype: usize) -> Result<Tensor> {
    let x = args.tensor(0)?;
    match args.optional_dtype(dtype)? {
        Some(dtype) => super::to_dtype(x, dtype),
        None => Ok(x.clone()),
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "sum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor",
        |args| sum(&input(args, 3)?, args.ints(1)?, args.bool(2)?).map(Into::into),
    )
    .doc("The sum of all values, or along dim.")
    .method()
    .samples(|| with_dims(&[&[], &[0], &[1], &[0, 2]])),
    Operator::new(
        "mean(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None) -> Tensor",
        |args| mean(&input(args, 3)?, args.ints(1)?, args.bool(2)?).map(Into::into),
    )
    .doc("The mean of all values, or along dim.")
    .method()
    .samples(|| with_dims(&[&[], &[0], &[1], &[0, 2]])),
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
    Operator::new("cumsum(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        cumsum(&input(args, 2)?, args.int(1)?).map(Into::into)
    })
    .doc("The running sum along dim.")
    .method()
    .samples(|| vec![Args::new([cube().into(), 1.into()])]),
];

/// Distinct values, so that extrema have one gradient.
pub(super) fn cube() -> Tensor {
    let values = (0..12).map(|i| 0.5 + ((i * 7) % 12) as f64 * 0.3).collect();
    Tensor::from_vec(values, &[2, 3, 2])
}

pub(super) fn with_dims(choices: &[&[i64]]) -> Vec<Args> {
    choices.iter().map(|dims| Args::new([cube().into(), super::Arg::Ints((*dims).into())])).collect()
}
