//! Copies in the graph: `clone`, `contiguous`, and values as another dtype.
//!
//! What it is not: copies outside of it (see [`Tensor::copy`] and [`Tensor::cast`]).

use smallvec::smallvec;

use super::{Args, Operator, shape::grid};
use crate::{
    Dtype, Result, Tensor,
    autograd::record,
    tensor::{Layout, gpu},
};

/// Row-major in memory: itself, or a copy.
pub fn contiguous(x: &Tensor) -> Result<Tensor> {
    if x.is_contiguous() {
        return Ok(x.clone());
    }
    Ok(record("CloneBackward0", &[x], &[], x.copy()?, |ctx| Ok(smallvec![Some(ctx.grad().clone())])))
}

/// A copy with its own storage, in the same order in memory where that has no gaps.
pub fn clone(x: &Tensor) -> Result<Tensor> {
    Ok(record("CloneBackward0", &[x], &[], copied(x)?, |ctx| Ok(smallvec![Some(ctx.grad().clone())])))
}

fn copied(x: &Tensor) -> Result<Tensor> {
    if x.is_contiguous() || !x.layout().is_dense() || x.device() != crate::Device::Cpu {
        return x.copy();
    }
    let line = Layout { offset: x.storage_offset(), ..Layout::contiguous(&[x.numel()]) };
    Ok(x.with_layout(line).copy()?.with_layout(x.layout().at_start()))
}

/// The values as another dtype; itself where it already is.
pub fn to_dtype(x: &Tensor, dtype: Dtype) -> Result<Tensor> {
    if dtype == x.dtype() {
        return Ok(x.clone());
    }
    if x.device() == crate::Device::WebGpu {
        gpu::check_dtype(dtype)?;
    }
    let output = x.cast(dtype)?;
    if !dtype.is_float() {
        return Ok(output);
    }
    Ok(record("ToCopyBackward0", &[x], &[], output, |ctx| Ok(smallvec![Some(ctx.grad().clone())])))
}

/// The values as another dtype, outside the graph.
pub fn cast_to(x: &Tensor, dtype: Dtype) -> Result<Tensor> {
    x.cast(dtype)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("contiguous(Tensor input) -> Tensor", |args| contiguous(args.tensor(0)?).map(Into::into))
        .doc("The same values, row by row in memory.")
        .only_method(),
    Operator::new("clone(Tensor input) -> Tensor", |args| clone(args.tensor(0)?).map(Into::into))
        .doc("A copy with its own storage; gradients flow through it.")
        .method()
        .samples(|| vec![Args::new([grid().into()])]),
];
