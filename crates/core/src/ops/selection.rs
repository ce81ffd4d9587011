//! The places that index tensors and masks select, and the shape of what they give: they broadcast together, and the
//! dimensions they select stand where the indexed ones stood if those are adjacent, else in front (numpy's rules).
//!
//! What it is not: how an index is read (see `index`). Start reading at [`Selection::new`].

use std::rc::Rc;

use smallvec::SmallVec;

use super::{add, lt, mul, places::Places, reshape, where_};
use crate::{
    Device, Dtype, Error, Result, Scalar, Tensor, bail,
    tensor::{
        Dims, Layout,
        device::on_gpu,
        gpu,
        layout::{broadcast, shape_text},
        memory,
    },
};

pub(super) fn wrap_index(index: i64, size: usize, dim: usize) -> Result<usize> {
    let wrapped = if index < 0 { index + size as i64 } else { index };
    if wrapped < 0 || wrapped >= size as i64 {
        bail!(Index, "index {index} is out of bounds for dimension {dim} with size {size}");
    }
    Ok(wrapped as usize)
}

pub(super) fn is_mask(tensor: &Tensor) -> bool {
    matches!(tensor.dtype(), Dtype::Bool | Dtype::Uint8)
}

/// The places that index tensors select, and the shape of what they give.
pub(super) struct Selection {
    pub places: Rc<Places>,
    pub shape: Dims,
}

impl Selection {
    /// As [`Selection::new`], for a mask of the first dimensions, on the CPU as `x` is.
    pub fn by_mask(x: &Tensor, mask: &Tensor) -> Result<Self> {
        let rest = &x.shape()[mask.ndim()..];
        let run: usize = rest.iter().product();
        let mut starts = super::mask::places_of_true(&mask.detach())?;
        starts.iter_mut().for_each(|start| *start *= run);
        let shape = [starts.len()].iter().chain(rest).copied().collect();
        Ok(Selection { places: Places::runs(starts, run), shape })
    }

    pub fn new(x: &Tensor, tensors: &[Option<Tensor>]) -> Result<Self> {
        let indexed: SmallVec<[usize; 4]> = (0..x.ndim()).filter(|&dim| tensors[dim].is_some()).collect();
        let common = common_shape(tensors)?;
        on_gpu!(x.device() => Selection::on_gpu(x, tensors, &indexed, &common));
        if tensors.iter().flatten().any(|tensor| tensor.device() != Device::Cpu) {
            bail!(
                Runtime,
                "indices should be either on cpu or on the same device as the indexed tensor (cpu)"
            );
        }
        let whole = Layout::contiguous(x.shape());
        let mut starts = memory::filled(0, memory::numel(&common)?)?;
        for &dim in &indexed {
            let tensor = tensors[dim].as_ref().expect("an indexed dimension");
            let layout = tensor.layout().expand(&common);
            let values = tensor.storage_values::<i64>()?;
            for (start, at) in starts.iter_mut().zip(layout.offsets()) {
                *start += wrap_index(values[at], x.shape()[dim], dim)? * whole.strides[dim];
            }
        }
        let (before, after) = sides(&whole, &indexed);
        let shape = joined_shape(&before, &common, &after);
        memory::numel(&shape)?;
        Ok(Selection { places: combine(&before, &starts, &after)?, shape })
    }

    /// As [`Selection::new`], on the GPU.
    fn on_gpu(x: &Tensor, tensors: &[Option<Tensor>], indexed: &[usize], common: &[usize]) -> Result<Self> {
        let whole = Layout::contiguous(x.shape());
        let mut starts = gpu::constant(common, Scalar::Int(0), Dtype::Int64)?;
        for &dim in indexed {
            let Some(tensor) = &tensors[dim] else { continue };
            let size = x.shape()[dim];
            let at = gpu::checked(&tensor.to_device(Device::WebGpu)?, -(size as i64), size)?;
            let at = where_(&lt(&at, 0)?, &add(&at, size as i64)?, &at)?;
            starts = add(&starts, &mul(&at, whole.strides[dim] as i64)?)?;
        }
        let (before, after) = sides(&whole, indexed);
        let shape = joined_shape(&before, common, &after);
        let run = if after.is_contiguous() { after.numel() } else { 1 };
        let rest = if run == after.numel() { gpu::arange(1) } else { gpu::offsets(&after) };
        let sizes = [before.numel(), starts.numel(), rest.numel()];
        let outer = reshape(&gpu::offsets(&before), &[sizes[0], 1, 1])?;
        let middle = reshape(&starts, &[1, sizes[1], 1])?;
        let all = add(&add(&outer, &middle)?, &reshape(&rest, &[1, 1, sizes[2]])?)?;
        Ok(Selection { places: Places::on_gpu(all, run), shape })
    }
}

/// The dimensions in front of the indexed ones and behind them; all behind if the indexed ones are not adjacent.
fn sides(whole: &Layout, indexed: &[usize]) -> (Layout, Layout) {
    let (first, last) = (indexed[0], indexed[indexed.len() - 1]);
    let front = if last - first + 1 == indexed.len() { first } else { 0 };
    let before: Vec<usize> = (0..front).collect();
    let after: Vec<usize> = (front..whole.shape.len()).filter(|dim| !indexed.contains(dim)).collect();
    (kept(whole, &before), kept(whole, &after))
}

fn joined_shape(before: &Layout, common: &[usize], after: &Layout) -> Dims {
    before.shape.iter().chain(common).chain(&after.shape).copied().collect()
}

fn common_shape(tensors: &[Option<Tensor>]) -> Result<Dims> {
    let mut common = Dims::new();
    for tensor in tensors.iter().flatten() {
        common = broadcast(&common, tensor.shape()).map_err(|_| {
            let shapes: Vec<String> =
                tensors.iter().flatten().map(|tensor| shape_text(tensor.shape())).collect();
            let shapes = shapes.join(", ");
            Error::Index(format!(
                "shape mismatch: indexing tensors could not be broadcast together with shapes {shapes}"
            ))
        })?;
    }
    Ok(common)
}

fn kept(whole: &Layout, dims: &[usize]) -> Layout {
    Layout {
        shape: dims.iter().map(|&dim| whole.shape[dim]).collect(),
        strides: dims.iter().map(|&dim| whole.strides[dim]).collect(),
        offset: 0,
    }
}

/// All sums of a place before, a start and a place after, in this order; adjacent ones as runs.
fn combine(before: &Layout, starts: &[usize], after: &Layout) -> Result<Rc<Places>> {
    let run = if after.is_contiguous() { after.numel() } else { 1 };
    let rest = if run == after.numel() { vec![0] } else { memory::collect(after.offsets())? };
    let mut all = memory::reserve(before.numel() * starts.len() * rest.len())?;
    for outer in before.offsets() {
        for start in starts {
            all.extend(rest.iter().map(|inner| outer + start + inner));
        }
    }
    Ok(Places::runs(all, run))
}
