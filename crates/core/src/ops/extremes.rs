//! Extremes: `max`, `min`, `amax`, `aminmax`, `argmax` and their kin. NaN beats everything, and the first of equals is
//! the one that is found.

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, Value, cast_to, div, eq, gather, mul, mul_mask,
    reduce::{
        MAX, MIN, cube, fold, gpu_reduce, gpu_running, reduced_dims, reduced_shape, restore, with_dims,
    },
    sum, unsqueeze,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Save, record},
    bail, dispatch_compute,
    kernels::gemm::Number,
    tensor::{Dims, device::on_gpu, gpu, layout::wrap_dim, memory},
    webgpu::{Expr, GpuType},
};

/// The numbers that extremes are looked for among.
trait Ordered: Number {
    const LOWEST: Self;
    const HIGHEST: Self;
    fn is_nan(self) -> bool;
    /// The value less itself: NaN of NaN and of infinity, else 0.
    fn less_itself(self) -> Self;
}

macro_rules! ordered {
    ($($type:ty, $lowest:expr, $highest:expr, $is_nan:expr);*) => {$(
        impl Ordered for $type {
            const LOWEST: Self = $lowest;
            const HIGHEST: Self = $highest;
            #[inline(always)]
            fn is_nan(self) -> bool {
                $is_nan(self)
            }
            #[inline(always)]
            fn less_itself(self) -> Self {
                self - self
            }
        }
    )*};
}
ordered!(
    f32, f32::NEG_INFINITY, f32::INFINITY, f32::is_nan;
    f64, f64::NEG_INFINITY, f64::INFINITY, f64::is_nan;
    i64, i64::MIN, i64::MAX, |_| false
);

/// Whether `new` replaces `old`: NaN beats everything, and the first of equals stays.
#[inline(always)]
fn is_better<T: Ordered>(new: T, old: T, is_max: bool) -> bool {
    let beats = if is_max { new > old } else { new < old };
    (beats || new.is_nan()) && !old.is_nan()
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
    let compute = x.cast(x.dtype().compute())?;
    // A cast is contiguous.
    let (lines, stride) = match compute.strides().get(dim) {
        Some(&own) if x.dtype() != compute.dtype() => {
            let mut lines = compute.layout().clone();
            lines.shape[dim] = 1;
            (lines, own)
        }
        _ => (lines, stride),
    };
    let found = dispatch_compute!(compute.dtype(), T => {
        let values = compute.storage_values::<T>()?;
        let place = |start: usize| {
            if stride == 1 || size < 2 {
                return place_in(&values[start..start + size], is_max);
            }
            let line = (0..size).map(|at| values[start + at * stride]);
            if is_max { best_place(line, |new, old| is_better(new, old, true)) } else { best_place(line, |new, old| is_better(new, old, false)) }
        };
        memory::collect(lines.offsets().map(place))?
    });
    Ok(Tensor::from_vec(found, &shape))
}

/// Where in a line the value is that no other replaces; 0 in an empty one.
#[inline(always)]
fn best_place<T: Copy>(mut line: impl Iterator<Item = T>, is_better: impl Fn(T, T) -> bool) -> i64 {
    let Some(mut best) = line.next() else { return 0 };
    let mut place = 0;
    for (at, value) in line.enumerate() {
        if is_better(value, best) {
            (best, place) = (value, at + 1);
        }
    }
    place as i64
}

/// As [`best_place`], of values next to each other: several at a time for the extreme value, and then where that is.
fn place_in<T: Ordered>(line: &[T], is_max: bool) -> i64 {
    const LANES: usize = 8;
    let Some(&first) = line.first() else { return 0 };
    let mut best = [first; LANES];
    // What a value less itself is: nothing, but for NaN and infinity, after which it is never nothing again.
    let mut doubt = [T::default(); LANES];
    let (chunks, rest) = line.as_chunks::<LANES>();
    let mut padded = [first; LANES];
    padded[..rest.len()].copy_from_slice(rest);
    for values in chunks.iter().chain([&padded]) {
        for ((best, doubt), &value) in best.iter_mut().zip(&mut doubt).zip(values) {
            let beats = if is_max { value > *best } else { value < *best };
            *best = if beats { value } else { *best };
            *doubt = doubt.plus(value.less_itself());
        }
    }
    let has_nan = || line.iter().position(|value| value.is_nan());
    let nan = if doubt == [T::default(); LANES] { None } else { has_nan() };
    let best = best.into_iter().reduce(|a, b| if is_better(b, a, is_max) { b } else { a }).unwrap_or(first);
    nan.or_else(|| line.iter().position(|value| *value == best)).unwrap_or(0) as i64
}

/// The first position that holds the extreme value: the smallest of the positions where it is.
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
        gpu_reduce(&compute, is_reduced, shape, if x.dtype().is_float() { float } else { integer })?.cast(x.dtype())
    });
    let compute = x.cast(x.dtype().compute())?;
    let values = dispatch_compute!(compute.dtype(), T => {
        let values = if is_max {
            fold(&compute, is_reduced, T::LOWEST, |a: T, b| if is_better(b, a, true) { b } else { a })
        } else {
            fold(&compute, is_reduced, T::HIGHEST, |a: T, b| if is_better(b, a, false) { b } else { a })
        };
        Tensor::from_vec(values?, shape)
    });
    values.cast(x.dtype())
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
        // Not masked: where no value is the extreme, as beside NaN, the gradient is no number.
        Ok(smallvec![Some(mul(&share, &mask)?)])
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

/// The extreme values so far along `dim`, with the last place where each is: the last so far of the places whose value
/// is the extreme one.
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

fn along(args: &Args, name: &'static str, is_max: bool) -> Result<Value> {
    let pair = extremum_dim(args.tensor(0)?, args.int(1)?, args.bool(2)?, is_max)?;
    Ok(Value::values_and_indices(name, pair))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("max(Tensor input) -> Tensor", |args| {
        extremum_all(args.tensor(0)?, true).map(Into::into)
    })
    .doc("The largest value; along dim the values with their indices; of two tensors the larger of each pair.")
    .method()
    .samples(|| vec![Args::new([cube().into()])]),
    Operator::new("max(Tensor input, Tensor other) -> Tensor", |args| {
        super::maximum(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The larger value of each pair.")
    .method()
    .samples(|| vec![Args::new([cube().into(), super::neg(&cube()).expect("numbers").into()])]),
    Operator::new("max(Tensor input, int dim, bool keepdim=False) -> Tensor[]", |args| along(args, "max", true))
        .doc("The largest values along dim, with their indices.")
        .method()
        .samples(|| vec![Args::new([cube().into(), 1.into()])]),
    Operator::new("min(Tensor input) -> Tensor", |args| {
        extremum_all(args.tensor(0)?, false).map(Into::into)
    })
    .doc("The smallest value; along dim the values with their indices; of two tensors the smaller of each pair.")
    .method()
    .samples(|| vec![Args::new([cube().into()])]),
    Operator::new("min(Tensor input, Tensor other) -> Tensor", |args| {
        super::minimum(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The smaller value of each pair.")
    .method()
    .samples(|| vec![Args::new([cube().into(), super::neg(&cube()).expect("numbers").into()])]),
    Operator::new("min(Tensor input, int dim, bool keepdim=False) -> Tensor[]", |args| along(args, "min", false))
        .doc("The smallest values along dim, with their indices.")
        .method()
        .samples(|| vec![Args::new([cube().into(), 1.into()])]),
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
    .node("AminmaxBackward0")
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
];
