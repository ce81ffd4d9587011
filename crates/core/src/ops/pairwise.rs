//! `_sum_in_pairs`: sums in the order in which numpy adds, so that their last digits are numpy's.
//!
//! What it is not: `sum`, which adds in PyTorch's order. Along memory numpy adds in pairs
//! ([`crate::kernels::pairwise`]), across memory row by row. Start reading at [`sum_in_pairs`].

use std::ops::Add;

use smallvec::SmallVec;

use super::{
    Operator,
    reduce::{reduced_dims, reduced_shape},
};
use crate::{
    Dtype, Result, Tensor, bail,
    kernels::pairwise,
    tensor::{Element, Layout, memory, recycle},
};

/// The sum over `dims` (all if empty) of float32 or float64 values, in memory of the CPU. Outside of the graph, as numpy's
/// arrays are.
///
/// # Errors
/// `RuntimeError` for another dtype, or a dimension that there is not or that is named twice.
pub fn sum_in_pairs(x: &Tensor, dims: &[i64], keepdim: bool) -> Result<Tensor> {
    let is_reduced = reduced_dims(x, dims)?;
    let shape = reduced_shape(x.shape(), &is_reduced, keepdim);
    match x.dtype() {
        Dtype::Float32 => Ok(Tensor::from_vec(sums::<f32>(x, &is_reduced)?, &shape)),
        Dtype::Float64 => Ok(Tensor::from_vec(sums::<f64>(x, &is_reduced)?, &shape)),
        other => bail!(Runtime, "_sum_in_pairs(): expected float32 or float64, but got {}", other.name()),
    }
}

/// Reduced dimensions: those that lie along memory as one, how often and how far apart; and the others, the slowest first.
struct Walk {
    count: usize,
    stride: usize,
    across: Layout,
}

impl Walk {
    fn of(layout: &Layout, is_reduced: &[bool]) -> Self {
        let mut dims: SmallVec<[usize; 4]> =
            (0..layout.shape.len()).filter(|&dim| layout.shape[dim] != 1).collect();
        dims.sort_by_key(|&dim| std::cmp::Reverse(layout.strides[dim]));
        let (mut count, mut stride) = (1, 1);
        while let Some(&dim) = dims.last() {
            let goes_on = count == 1 || layout.strides[dim] == count * stride;
            if !(is_reduced[dim] && goes_on) {
                break;
            }
            if count == 1 {
                stride = layout.strides[dim];
            }
            count *= layout.shape[dim];
            dims.pop();
        }
        dims.retain(|dim| is_reduced[*dim]);
        let across = Layout {
            shape: dims.iter().map(|&dim| layout.shape[dim]).collect(),
            strides: dims.iter().map(|&dim| layout.strides[dim]).collect(),
            offset: 0,
        };
        Self { count, stride, across }
    }
}

fn sums<T: Element + Add<Output = T>>(x: &Tensor, is_reduced: &[bool]) -> Result<Vec<T>> {
    let layout = x.layout();
    let kept = || (0..x.ndim()).filter(|&dim| !is_reduced[dim]);
    let targets = Layout {
        shape: kept().map(|dim| layout.shape[dim]).collect(),
        strides: kept().map(|dim| layout.strides[dim]).collect(),
        offset: layout.offset,
    };
    let mut out = recycle::filled(T::default(), memory::numel(&targets.shape)?)?;
    if x.numel() == 0 {
        return Ok(out);
    }
    let walk = Walk::of(layout, is_reduced);
    let values = x.storage_values::<T>()?;
    let (size, step) = targets.row();
    for (round, offset) in walk.across.offsets().enumerate() {
        let rows = targets.rows();
        for (row, place) in out.chunks_exact_mut(size).zip(rows.offsets()) {
            for (at, sum) in row.iter_mut().enumerate() {
                let start = offset + place + at * step;
                let part = if walk.count == 1 {
                    values[start]
                } else {
                    pairwise::sum_in_pairs(&values, start, walk.count, walk.stride)
                };
                *sum = if round == 0 { part } else { *sum + part };
            }
        }
    }
    Ok(out)
}

pub const OPERATORS: &[Operator] =
    &[Operator::new("_sum_in_pairs(Tensor input, int[]? dim=None, bool keepdim=False) -> Tensor", |args| {
        sum_in_pairs(args.tensor(0)?, args.ints(1)?, args.bool(2)?).map(Into::into)
    })
    .doc("The sum along dim, in the order in which numpy adds.")];
