//! Reading along one dimension by a tensor of indices: `gather`, `take_along_dim`, `index_select`, `take`.
//!
//! What it is not: writing by indices (see `scatter`), or masks (see `mask`).

use std::rc::Rc;

use super::{
    Args, Operator,
    places::{self, Places},
    reshape, where_,
};
use crate::{
    Dtype, Error, Result, Tensor, bail,
    tensor::{
        Dims, Layout, common_device,
        device::on_gpu,
        gpu,
        layout::{broadcast, shape_text, wrap_dim, wrap_own_dim},
        memory,
    },
};

/// Index tensors hold integers.
pub(super) fn integers(index: &Tensor, operator: &str) -> Result<Vec<i64>> {
    check_integers(index, operator)?;
    index.to_vec()
}

pub(super) fn check_integers(index: &Tensor, operator: &str) -> Result<()> {
    if !matches!(index.dtype(), Dtype::Int64 | Dtype::Int32) {
        bail!(Runtime, "{operator}(): Expected dtype int32/int64 for index");
    }
    Ok(())
}

pub(super) fn check_bounds(at: i64, dim: usize, size: usize) -> Result<usize> {
    if at < 0 || at >= size as i64 {
        bail!(Runtime, "index {at} is out of bounds for dimension {dim} with size {size}");
    }
    Ok(at as usize)
}

/// For each element of `index`, the place in `shape` that has its coordinates but for `dim`, where it has the index.
pub(super) fn places_along(
    shape: &[usize],
    dim: usize,
    index: &Tensor,
    operator: &str,
) -> Result<Rc<Places>> {
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
    if let Some(&at) = values.iter().find(|&&at| at < 0 || at >= shape[dim] as i64) {
        check_bounds(at, dim, shape[dim])?;
    }
    let mut starts = memory::reserve(values.len())?;
    let (size, step) = layout.row();
    for (row, values) in layout.rows().offsets().zip(values.chunks_exact(size.max(1))) {
        starts.extend(values.iter().enumerate().map(|(nth, &at)| row + nth * step + at as usize * stride));
    }
    Ok(Places::single(starts))
}

/// As [`places_along`], from indices on the GPU.
pub(super) fn gpu_places_along(
    shape: &[usize],
    dim: usize,
    index: &Tensor,
    operator: &str,
) -> Result<Rc<Places>> {
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

pub(super) fn check_index_shape(x: &Tensor, dim: usize, index: &Tensor, operator: &str) -> Result<()> {
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
    let run: usize = x.shape().iter().skip(dim + 1).product();
    let starts = rows
        .into_iter()
        .map(|at| match check_bounds(at, dim, size) {
            Ok(row) => Ok(row * run),
            // PyTorch has a way of its own for this dimension, with its own words.
            Err(_) if dim == 1 => {
                bail!(Runtime, "INDICES element is out of DATA bounds, id={at} axis_dim={size}")
            }
            Err(_) => Err(Error::Index("index out of range in self".into())),
        })
        .collect::<Result<Vec<usize>>>()?;
    let outer: usize = x.shape().iter().take(dim).product();
    let mut shape: Dims = x.shape().into();
    if let Some(size) = shape.get_mut(dim) {
        *size = starts.len();
    }
    places::take(x, &Places::repeated(starts, run, outer, size * run), &shape, "IndexSelectBackward0")
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

pub const OPERATORS: &[Operator] = &[
    Operator::new("gather(Tensor input, int dim, Tensor index) -> Tensor", |args| {
        gather(args.tensor(0)?, args.int(1)?, args.tensor(2)?).map(Into::into)
    })
    .doc("The values of input that index names along dim: out[i][j] = input[i][index[i][j]] for dim 1.")
    .method()
    .samples(|| vec![Args::new([grid().into(), 1.into(), some_places().into()])]),
    Operator::new("take_along_dim(Tensor input, Tensor indices, int? dim=None) -> Tensor", |args| {
        take_along_dim(args.tensor(0)?, args.tensor(1)?, args.optional_int(2)?).map(Into::into)
    })
    .doc("As gather, with broadcasting; flat without dim.")
    .method()
    .samples(|| vec![Args::new([grid().into(), some_places().into(), 1.into()])]),
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
];

pub(super) fn grid() -> Tensor {
    Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3])
}

pub(super) fn some_places() -> Tensor {
    Tensor::from_vec::<i64>(vec![2, 0, 1, 1], &[2, 2])
}

pub(super) fn line() -> Tensor {
    Tensor::from_vec::<i64>(vec![2, 0], &[2])
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
