//! Repeating and turning, which copies: `repeat`, `repeat_interleave`, `flip`, `roll`, `rot90`.
//!
//! What it is not: other shapes and orders of dimensions of the same values (see `shape`).

use smallvec::{SmallVec, smallvec};

use super::{
    Args, Operator, Value, expand, index_select, reshape,
    shape::{dims_row, grid},
    transpose,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{name_node, record},
    bail,
    tensor::{
        Dims, Element, Layout,
        device::on_gpu,
        gpu,
        layout::{self, wrap_dim, wrap_own_dim},
        memory, recycle,
    },
};

/// Reversed along the dimensions; a copy.
pub fn flip(x: &Tensor, dims: &[i64]) -> Result<Tensor> {
    let wrapped = dims.iter().map(|&dim| wrap_dim(dim, x.ndim())).collect::<Result<Dims>>()?;
    if let Some(twice) = (0..wrapped.len()).find(|&at| wrapped[..at].contains(&wrapped[at])) {
        bail!(Runtime, "dim {} appears multiple times in the list of dims", wrapped[twice]);
    }
    on_gpu!(x.device() => gpu_flip(x, &wrapped));
    let output = crate::dispatch!(x.dtype(), T => {
        let values = x.gather::<T>()?;
        Tensor::from_vec(flipped(&values, x.shape(), &wrapped)?, x.shape())
    });
    let dims: SmallVec<[i64; 4]> = dims.into();
    Ok(record("FlipBackward0", &[x], &[], output, move |ctx| Ok(smallvec![Some(flip(ctx.grad(), &dims)?)])))
}

/// Values in row-major order, with the rows and what is in them turned along `dims`.
fn flipped<T: Element>(values: &[T], shape: &[usize], dims: &[usize]) -> Result<Vec<T>> {
    let mut out = recycle::empty(values.len())?;
    let Some((&size, outer)) = shape.split_last().filter(|_| !values.is_empty()) else {
        out.extend_from_slice(values);
        return Ok(out);
    };
    let rows = Layout::contiguous(outer);
    let turned: usize = (0..outer.len())
        .filter(|dim| dims.contains(dim))
        .map(|dim| (outer[dim] - 1) * rows.strides[dim])
        .sum();
    let turns = |row: usize| {
        // A turned dimension's share of the row's number counts down instead of up.
        let share = |dim: usize| row / rows.strides[dim] % outer[dim] * rows.strides[dim];
        let own: usize = (0..outer.len()).filter(|dim| dims.contains(dim)).map(share).sum();
        row + turned - 2 * own
    };
    let is_turned = dims.contains(&outer.len());
    for row in 0..values.len() / size {
        let row = &values[turns(row) * size..][..size];
        if is_turned {
            out.extend(row.iter().rev());
        } else {
            out.extend_from_slice(row);
        }
    }
    Ok(out)
}

fn gpu_flip(x: &Tensor, dims: &[usize]) -> Result<Tensor> {
    let mut out = x.clone();
    for &dim in dims.iter().filter(|&&dim| dim < x.ndim()) {
        let last = x.shape()[dim] as i64 - 1;
        out = super::index_select(&out, dim as i64, &super::sub(last, &gpu::arange(x.shape()[dim]))?)?;
    }
    Ok(out)
}

/// The whole tensor laid side by side, so many times along each dimension.
pub fn repeat(x: &Tensor, times: &[i64]) -> Result<Tensor> {
    if times.len() < x.ndim() {
        bail!(
            Runtime,
            "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor"
        );
    }
    // [2, 3] repeated (4, 5) is [1, 2, 1, 3] expanded to [4, 2, 5, 3].
    let lead = times.len() - x.ndim();
    let (mut split, mut spread, mut merged) = (Dims::new(), Dims::new(), Vec::new());
    for (dim, &count) in times.iter().enumerate() {
        let size = dim.checked_sub(lead).map_or(1, |dim| x.shape()[dim]);
        split.extend([1, size]);
        spread.extend([count.max(0) as usize, size]);
        merged.push(count.saturating_mul(size as i64));
    }
    let merged = memory::sizes(&merged, x.dtype())?;
    let spread = expand(&reshape(&x.detach(), &split)?, &spread)?;
    let output = spread.copy()?.with_layout(Layout::contiguous(&merged));
    let (old, split_back): (Dims, Dims) = (x.shape().into(), spread.shape().into());
    Ok(record("RepeatBackward0", &[x], &[], output, move |ctx| {
        let grad = reshape(ctx.grad(), &split_back)?;
        let copies: SmallVec<[i64; 4]> = (0..split_back.len() as i64).step_by(2).collect();
        Ok(smallvec![Some(reshape(&super::sum(&grad, &copies, false)?, &old)?)])
    }))
}

/// Rolled along `dims` by `shifts`, what leaves at the end coming in at the front; flattened where no dims are named.
pub fn roll(x: &Tensor, shifts: &[i64], dims: &[i64]) -> Result<Tensor> {
    if dims.is_empty() && shifts.len() == 1 {
        let flat = roll(&reshape(x, &[x.numel()])?, shifts, &[0])?;
        return reshape(&flat, x.shape());
    }
    if shifts.len() != dims.len() {
        bail!(Runtime, "shifts and dimensions must align. shifts: {}, dims:{}", shifts.len(), dims.len());
    }
    let mut out = x.clone();
    for (&shift, &dim) in shifts.iter().zip(dims) {
        let size = out.shape()[layout::wrap_own_dim(dim, out.ndim())?] as i64;
        if size > 0 {
            let cut = size - shift.rem_euclid(size);
            let parts = [super::narrow(&out, dim, cut, size - cut)?, super::narrow(&out, dim, 0, cut)?];
            out = super::cat(&parts, dim)?;
        }
    }
    Ok(out)
}

/// Each entry along `dim` as often as `repeats` says, one number for all or one each.
pub fn repeat_interleave(x: &Tensor, repeats: &[i64], dim: i64) -> Result<Tensor> {
    let size = x.shape()[wrap_own_dim(dim, x.ndim())?];
    if repeats.len() != 1 && repeats.len() != size {
        bail!(
            Runtime,
            "repeats must have the same size as input along dim, but got repeats.size(0) = {} and input.size({dim}) = \
             {size}",
            repeats.len()
        );
    }
    if repeats.iter().any(|&count| count < 0) {
        bail!(Runtime, "repeats can not be negative");
    }
    let count = |at: usize| repeats[if repeats.len() == 1 { 0 } else { at }] as usize;
    let length = (0..size).map(|at| count(at) as i64).fold(0, i64::saturating_add);
    let length = memory::sizes(&[length], Dtype::Int64)?[0];
    let mut places = recycle::empty(length)?;
    places.extend((0..size).flat_map(|at| std::iter::repeat_n(at as i64, count(at))));
    index_select(x, dim, &Tensor::from_vec(places, &[length]).to_device(x.device())?)
}

fn repeat_interleave_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    let repeats: Vec<i64> = match args.operand(1)? {
        super::Operand::Scalar(count) => vec![count.to_i64()],
        super::Operand::Tensor(counts) => counts.to_vec()?,
    };
    let output = match args.optional_int(2)? {
        Some(dim) => repeat_interleave(x, &repeats, dim),
        None => repeat_interleave(&reshape(x, &[x.numel()])?, &repeats, 0),
    }?;
    if matches!(args.operand(1)?, super::Operand::Scalar(_)) {
        name_node(&output, "ViewBackward0");
    }
    Ok(output.into())
}

/// Turned by 90 degrees `times` times, from the first of `dims` towards the second.
pub fn rot90(x: &Tensor, times: i64, dims: &[i64]) -> Result<Tensor> {
    let &[from, to] = dims else {
        bail!(Runtime, "expected total rotation dims == 2, but got dims = {}", dims.len());
    };
    if wrap_dim(from, x.ndim())? == wrap_dim(to, x.ndim())? {
        bail!(Runtime, "expected rotation dims to be different, but got dim0 = {from} and dim1 = {to}");
    }
    match times.rem_euclid(4) {
        0 => super::clone(x),
        1 => transpose(&flip(x, &[to])?, from, to),
        2 => flip(x, dims),
        _ => flip(&transpose(x, from, to)?, &[to]),
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("flip(Tensor input, int[] dims) -> Tensor", |args| dims_row(args, flip))
        .doc("A copy reversed along dims.")
        .method()
        .samples(|| vec![Args::new([grid().into(), [1].into()])]),
    Operator::new("repeat(Tensor input, int[] repeats) -> Tensor", |args| dims_row(args, repeat))
        .doc("A copy laid side by side, so many times along each dimension.")
        .only_method()
        .samples(|| vec![Args::new([grid().into(), [2, 1, 2].into()])]),
    Operator::new("tile(Tensor input, int[] dims) -> Tensor", |args| {
        let (x, times) = (args.tensor(0)?, args.ints(1)?);
        let lead = x.ndim().saturating_sub(times.len());
        let times: SmallVec<[i64; 4]> = std::iter::repeat_n(1, lead).chain(times.iter().copied()).collect();
        repeat(x, &times).map(Into::into)
    })
    .doc("A copy laid side by side, as numpy's tile.")
    .method(),
    Operator::new("roll(Tensor input, int[] shifts, int[] dims=[]) -> Tensor", |args| {
        roll(args.tensor(0)?, args.ints(1)?, args.ints(2)?).map(Into::into)
    })
    .node("RollBackward0")
    .doc("A copy rolled along dims; what leaves at the end comes in at the front.")
    .method()
    .samples(|| vec![Args::new([grid().into(), [1].into(), [1].into()])]),
    Operator::new(
        "repeat_interleave(Tensor input, Operand repeats, int? dim=None) -> Tensor",
        repeat_interleave_row,
    )
    .doc("Each entry so often in a row; without dim, of all values in one row.")
    .method()
    .samples(|| {
        vec![Args::new([sample().into(), 2.into()]), Args::new([sample().into(), 2.into(), 1.into()])]
    }),
    Operator::new("rot90(Tensor input, int k=1, int[] dims=[0, 1]) -> Tensor", |args| {
        rot90(args.tensor(0)?, args.int(1)?, args.ints(2)?).map(Into::into)
    })
    .node("Rot90Backward0")
    .doc("Turned by 90 degrees so many times.")
    .method()
    .samples(|| vec![Args::new([sample().into()]), Args::new([sample().into(), 3.into()])]),
];

fn sample() -> Tensor {
    Tensor::from_vec(vec![0.4, -1.2, 0.7, 2.1, -0.3, 1.5], &[2, 3])
}
