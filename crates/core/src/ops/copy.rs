//! Copies in the graph: `clone`, `contiguous`, and values as another dtype.
//!
//! What it is not: copies outside of it (see [`Tensor::copy`] and [`Tensor::cast`]).

use smallvec::smallvec;

use super::{Args, Operator, shape::grid};
use crate::{
    Dtype, Result, Tensor,
    autograd::record,
    bail,
    tensor::{Dims, Layout, Storage, gpu},
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

/// The same bytes read as another dtype, outside the graph; sizes and strides count along the last dimension. Memory has a
/// type here, so that it is a copy where PyTorch's shares the memory.
///
/// # Errors
/// PyTorch's, where the bytes of a row do not make whole values.
pub fn view_as_dtype(x: &Tensor, dtype: Dtype) -> Result<Tensor> {
    let (from, to) = (x.dtype().bytes(), dtype.bytes());
    check_bytes(x, dtype)?;
    let device = x.device();
    let rows = x.detach().to_device(crate::Device::Cpu)?.copy()?;
    let storage = Storage::from_le_bytes(dtype, &rows.storage().to_le_bytes()?);
    let mut shape: Dims = x.shape().into();
    if let Some(last) = shape.last_mut() {
        *last = *last * from / to;
    }
    Tensor::from_parts(storage, Layout::contiguous(&shape)).to_device(device)
}

fn check_bytes(x: &Tensor, dtype: Dtype) -> Result<()> {
    let (from, to) = (x.dtype().bytes(), dtype.bytes());
    if from == to {
        return Ok(());
    }
    let how =
        format!("to view {} as {} (different element sizes)", x.dtype().message_name(), dtype.message_name());
    let (Some(&last), Some(&stride)) = (x.shape().last(), x.strides().last()) else {
        bail!(Runtime, "self.dim() cannot be 0 {how}");
    };
    if stride != 1 {
        bail!(Runtime, "self.stride(-1) must be 1 {how}, but got {stride}");
    }
    let ratio = (to / from).max(1);
    for (what, value) in [("size(-1)", last), ("storage_offset()", x.storage_offset())] {
        if !value.is_multiple_of(ratio) {
            bail!(Runtime, "self.{what} must be divisible by {ratio} {how}, but got {value}");
        }
    }
    Ok(())
}

/// The values as another dtype, outside the graph.
pub fn cast_to(x: &Tensor, dtype: Dtype) -> Result<Tensor> {
    x.cast(dtype)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("contiguous(Tensor input) -> Tensor", |args| contiguous(args.tensor(0)?).map(Into::into))
        .doc("The same values, row by row in memory.")
        .only_method(),
    Operator::new("view(Tensor input, dtype dtype) -> Tensor", |args| {
        view_as_dtype(args.tensor(0)?, args.dtype(1)?).map(Into::into)
    })
    .doc("The same bytes read as another dtype; a copy.")
    .only_method(),
    Operator::new("clone(Tensor input) -> Tensor", |args| clone(args.tensor(0)?).map(Into::into))
        .doc("A copy with its own storage; gradients flow through it.")
        .method()
        .samples(|| vec![Args::new([grid().into()])]),
];
