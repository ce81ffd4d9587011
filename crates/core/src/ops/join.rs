//! Joining and splitting: `cat`, `stack`, `hstack`, `vstack`, `split`, `chunk`, `unbind`.

use smallvec::SmallVec;

use super::{Args, Operator, Value, narrow, reshape, select};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::{Context, Gradients, record, record_many},
    bail,
    tensor::{
        Dims, Element, Layout, common_device,
        device::on_gpu,
        gpu,
        layout::{shape_text, wrap_dim},
        recycle,
    },
    webgpu,
};

/// The tensors one after the other along `dim`, which they may differ in.
pub fn cat(tensors: &[Tensor], dim: i64) -> Result<Tensor> {
    let Some(first) = tensors.first() else {
        bail!(Value, "torch.cat(): expected a non-empty list of Tensors");
    };
    if let Some(at) = tensors.iter().position(|tensor| tensor.ndim() == 0) {
        bail!(Runtime, "zero-dimensional tensor (at position {at}) cannot be concatenated");
    }
    // PyTorch ignores tensors of shape [0], whatever the other shapes are.
    let model = tensors.iter().find(|tensor| tensor.shape() != [0]).unwrap_or(first);
    let dim = wrap_dim(dim, model.ndim())?;
    for (number, tensor) in tensors.iter().enumerate().filter(|(_, tensor)| tensor.shape() != [0]) {
        check_joinable(model, tensor, number, dim)?;
    }
    let dtype = tensors.iter().map(Tensor::dtype).reduce(Dtype::promote).unwrap_or(first.dtype());
    let joined = tensors.iter().filter(|tensor| tensor.shape() != [0]);
    let parts = joined.map(|part| part.cast(dtype)).collect::<Result<Vec<Tensor>>>()?;
    let mut shape: Dims = model.shape().into();
    shape[dim] = parts.iter().map(|part| part.shape()[dim]).sum();
    let output = joined_values(&parts, dim, dtype, &shape)?;
    let size = |part: &Tensor| if part.shape() == [0] { None } else { Some(part.shape()[dim]) };
    let sizes: Vec<Option<usize>> = tensors.iter().map(size).collect();
    let inputs: SmallVec<[&Tensor; 4]> = tensors.iter().collect();
    Ok(record("CatBackward0", &inputs, &[], output, move |ctx| cat_gradient(ctx, dim, &sizes)))
}

/// Each part's own piece of the gradient; `None` marks a part that was ignored.
fn cat_gradient(ctx: &Context, dim: usize, sizes: &[Option<usize>]) -> Result<Gradients> {
    let mut start = 0;
    let piece = |(number, size): (usize, &Option<usize>)| {
        let (from, length) = (start, size.unwrap_or(0) as i64);
        start += length;
        ctx.when(number, || match size {
            Some(_) => narrow(ctx.grad(), dim as i64, from, length),
            None => ctx.grad().full_like(&[0], Scalar::Int(0)),
        })
    };
    sizes.iter().enumerate().map(piece).collect()
}

fn check_joinable(model: &Tensor, tensor: &Tensor, number: usize, dim: usize) -> Result<()> {
    if tensor.ndim() != model.ndim() {
        bail!(
            Runtime,
            "Tensors must have same number of dimensions: got {} and {}",
            model.ndim(),
            tensor.ndim()
        );
    }
    for (at, (&expected, &got)) in model.shape().iter().zip(tensor.shape()).enumerate() {
        if at != dim && expected != got {
            bail!(
                Runtime,
                "Sizes of tensors must match except in dimension {dim}. Expected size {expected} but got size {got} for \
                 tensor number {number} in the list."
            );
        }
    }
    Ok(())
}

fn joined_values(parts: &[Tensor], dim: usize, dtype: Dtype, shape: &[usize]) -> Result<Tensor> {
    on_gpu!(common_device(&parts.iter().collect::<Vec<_>>())? => {
        let whole = Layout::contiguous(shape);
        let mut start = 0;
        let places = parts
            .iter()
            .map(|part| {
                let layout = Layout {
                    shape: part.shape().into(),
                    strides: whole.strides.clone(),
                    offset: start * whole.strides[dim],
                };
                start += part.shape()[dim];
                Ok((gpu::expr(part)?, layout))
            })
            .collect::<Result<Vec<(webgpu::GpuValue, Layout)>>>()?;
        Ok(gpu::wrap(webgpu::assemble(&places, shape, gpu::gpu_type(dtype))?, dtype))
    });
    Ok(crate::dispatch!(dtype, T => Tensor::from_vec(interleave::<T>(parts, dim)?, shape)))
}

/// The parts' rows in turn: a row is what lies together from `dim` on.
fn interleave<T: Element>(parts: &[Tensor], dim: usize) -> Result<Vec<T>> {
    let parts = parts.iter().map(Tensor::to_contiguous).collect::<Result<Vec<Tensor>>>()?;
    let stored = parts.iter().map(Tensor::storage_values::<T>).collect::<Result<Vec<_>>>()?;
    let values: Vec<&[T]> =
        parts.iter().zip(&stored).map(|(part, values)| &values[part.layout().span()]).collect();
    let rows: Vec<usize> = parts.iter().map(|part| part.shape()[dim..].iter().product()).collect();
    let outer: usize = parts.first().map_or(0, |part| part.shape()[..dim].iter().product());
    let mut out = recycle::empty(outer * rows.iter().sum::<usize>())?;
    for at in 0..outer {
        for (values, row) in values.iter().zip(&rows) {
            out.extend_from_slice(&values[at * row..][..*row]);
        }
    }
    Ok(out)
}

/// Tensors of one shape along a new dimension.
pub fn stack(tensors: &[Tensor], dim: i64) -> Result<Tensor> {
    let Some(first) = tensors.first() else {
        bail!(Runtime, "stack expects a non-empty TensorList");
    };
    for (number, tensor) in tensors.iter().enumerate() {
        if tensor.shape() != first.shape() {
            bail!(
                Runtime,
                "stack expects each tensor to be equal size, but got {} at entry 0 and {} at entry {number}",
                shape_text(first.shape()),
                shape_text(tensor.shape())
            );
        }
    }
    let dim = wrap_dim(dim, first.ndim() + 1)?;
    let mut shape: Dims = first.shape().into();
    shape.insert(dim, 1);
    let flat: Vec<Tensor> =
        tensors.iter().map(|tensor| reshape(&tensor.detach(), &shape)).collect::<Result<_>>()?;
    let output = cat(&flat, dim as i64)?;
    let inputs: SmallVec<[&Tensor; 4]> = tensors.iter().collect();
    let count = tensors.len();
    Ok(record("StackBackward0", &inputs, &[], output, move |ctx| {
        (0..count).map(|at| ctx.when(at, || select(ctx.grad(), dim as i64, at as i64))).collect()
    }))
}

/// Views of the given sizes along `dim`.
pub fn split_sizes(x: &Tensor, sizes: &[i64], dim: i64) -> Result<Vec<Tensor>> {
    let at = wrap_dim(dim, x.ndim())?;
    let total = x.shape().get(at).copied().unwrap_or(1);
    if sizes.iter().map(|&size| size as i128).sum::<i128>() != total as i128
        || sizes.iter().any(|&size| size < 0)
    {
        bail!(
            Runtime,
            "split_with_sizes expects split_sizes to sum exactly to {total} (input tensor's size at dimension {dim}), but \
             got split_sizes={sizes:?}"
        );
    }
    split_views(x, sizes, at, "SplitWithSizesBackward0")
}

/// Views of `size` along `dim`, the last one smaller if it does not come out even.
pub fn split(x: &Tensor, size: i64, dim: i64) -> Result<Vec<Tensor>> {
    if x.ndim() == 0 {
        bail!(Runtime, "split expects at least a 1-dimensional tensor");
    }
    if size < 0 {
        bail!(Runtime, "split expects split_size be non-negative, but got split_size={size}");
    }
    let at = wrap_dim(dim, x.ndim())?;
    let total = x.shape()[at] as i64;
    if size == 0 && total > 0 {
        bail!(Runtime, "split_size can only be 0 if dimension size is 0, but got dimension size of {total}");
    }
    let count = if size == 0 { 1 } else { (total as u64).div_ceil(size as u64).max(1) as i64 };
    let sizes: Vec<i64> = (0..count).map(|nth| size.min(total - nth * size)).collect();
    split_views(x, &sizes, at, "SplitBackward0")
}

fn split_views(x: &Tensor, sizes: &[i64], dim: usize, name: &'static str) -> Result<Vec<Tensor>> {
    let mut start = 0;
    let mut views = Vec::with_capacity(sizes.len());
    for &size in sizes {
        views.push(x.view_with(narrow(&x.detach(), dim as i64, start, size)?.layout().clone()));
        start += size;
    }
    let shapes: Vec<Dims> = views.iter().map(|view| view.shape().into()).collect();
    Ok(record_many(name, &[x], &[], views, move |ctx| joined(ctx, &shapes, |parts| cat(parts, dim as i64))))
}

/// The gradients of all outputs joined again; zeros for outputs that had no part.
fn joined(ctx: &Context, shapes: &[Dims], join: impl Fn(&[Tensor]) -> Result<Tensor>) -> Result<Gradients> {
    let zero = Tensor::zeros(&[], Dtype::Float32)?;
    let model = ctx.grads.iter().flatten().next().unwrap_or(&zero);
    let part = |(grad, shape): (&Option<Tensor>, &Dims)| match grad {
        Some(grad) => Ok(grad.clone()),
        None => model.full_like(shape, Scalar::Int(0)),
    };
    let parts = ctx.grads.iter().zip(shapes).map(part).collect::<Result<Vec<Tensor>>>()?;
    Ok([Some(join(&parts)?)].into_iter().collect())
}

/// `chunks` views along `dim`, as equal as can be; fewer where the size does not suffice.
pub fn chunk(x: &Tensor, chunks: i64, dim: i64) -> Result<Vec<Tensor>> {
    if x.ndim() == 0 {
        bail!(Runtime, "chunk expects at least a 1-dimensional tensor");
    }
    if chunks <= 0 {
        bail!(Runtime, "chunk expects `chunks` to be greater than 0, got: {chunks}");
    }
    let size = x.shape()[wrap_dim(dim, x.ndim())?] as u64;
    split(x, size.div_ceil(chunks as u64).max(1) as i64, dim)
}

/// The views at each index of `dim`.
pub fn unbind(x: &Tensor, dim: i64) -> Result<Vec<Tensor>> {
    let at = wrap_dim(dim, x.ndim())?;
    if x.ndim() == 0 {
        bail!(Index, "Dimension specified as {dim} but tensor has no dimensions");
    }
    let view = |nth| Ok(x.view_with(select(&x.detach(), at as i64, nth as i64)?.layout().clone()));
    let views = (0..x.shape()[at]).map(view).collect::<Result<Vec<Tensor>>>()?;
    let shapes: Vec<Dims> = views.iter().map(|view| view.shape().into()).collect();
    Ok(record_many("UnbindBackward0", &[x], &[], views, move |ctx| {
        joined(ctx, &shapes, |parts| stack(parts, at as i64))
    }))
}

/// Tensors with at least `ndim` dimensions, by sizes of 1 in front.
fn raised(tensors: &[Tensor], ndim: usize) -> Result<Vec<Tensor>> {
    let raise = |tensor: &Tensor| {
        let mut shape: Dims = tensor.shape().into();
        while shape.len() < ndim {
            shape.insert(0, 1);
        }
        reshape(tensor, &shape)
    };
    tensors.iter().map(raise).collect()
}

fn split_row(args: &Args) -> Result<Value> {
    let (x, sizes, dim) = (args.tensor(0)?, args.ints(1)?, args.int(2)?);
    match sizes {
        [size] => split(x, *size, dim).map(Into::into),
        _ => split_sizes(x, sizes, dim).map(Into::into),
    }
}

fn hstack_row(args: &Args) -> Result<Value> {
    let parts = raised(args.tensors(0)?, 1)?;
    let dim = if parts.first().is_some_and(|part| part.ndim() > 1) { 1 } else { 0 };
    cat(&parts, dim).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("cat(Tensor[] tensors, int dim=0) -> Tensor", |args| {
        cat(args.tensors(0)?, args.int(1)?).map(Into::into)
    })
    .doc("The tensors one after the other along dim.")
    .samples(|| vec![Args::new([parts().into(), 1.into()])]),
    Operator::new("concat(Tensor[] tensors, int dim=0) -> Tensor", |args| {
        cat(args.tensors(0)?, args.int(1)?).map(Into::into)
    })
    .doc("Another name of cat."),
    Operator::new("stack(Tensor[] tensors, int dim=0) -> Tensor", |args| {
        stack(args.tensors(0)?, args.int(1)?).map(Into::into)
    })
    .doc("Tensors of one shape along a new dimension.")
    .samples(|| vec![Args::new([parts().into(), 1.into()])]),
    Operator::new("hstack(Tensor[] tensors) -> Tensor", hstack_row)
        .doc("The tensors side by side: along the second dimension, vectors along the first.")
        .samples(|| vec![Args::new([parts().into()])]),
    Operator::new("vstack(Tensor[] tensors) -> Tensor", |args| {
        cat(&raised(args.tensors(0)?, 2)?, 0).map(Into::into)
    })
    .doc("The tensors below each other; vectors are rows.")
    .samples(|| vec![Args::new([parts().into()])]),
    Operator::new("column_stack(Tensor[] tensors) -> Tensor", |args| {
        let columns = args
            .tensors(0)?
            .iter()
            .map(|part| if part.ndim() < 2 { reshape(part, &[part.numel(), 1]) } else { Ok(part.clone()) });
        cat(&columns.collect::<Result<Vec<_>>>()?, 1).map(Into::into)
    })
    .doc("The tensors side by side; vectors are columns."),
    Operator::new("split(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]", split_row)
        .doc("Views along dim, all of one size or of the sizes given.")
        .method()
        .samples(|| vec![Args::new([grid().into(), [2].into(), 1.into()])]),
    Operator::new("chunk(Tensor input, int chunks, int dim=0) -> Tensor[]", |args| {
        chunk(args.tensor(0)?, args.int(1)?, args.int(2)?).map(Into::into)
    })
    .doc("So many views along dim, as equal as can be.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 2.into(), 1.into()])]),
    Operator::new("unbind(Tensor input, int dim=0) -> Tensor[]", |args| {
        unbind(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("The views at each index of dim.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into()])]),
];

fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}
fn parts() -> Vec<Tensor> {
    vec![grid(), Tensor::from_vec(vec![1.5, 1.0, -2.0, 0.2, 0.4, 0.7], &[2, 3])]
}
