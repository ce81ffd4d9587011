//! Repeating and turning: `repeat_interleave`, `rot90`.

use super::{Args, Operator, Value, flip, index_select, reshape, transpose};
use crate::{
    Dtype, Result, Tensor, bail,
    tensor::{
        layout::{wrap_dim, wrap_own_dim},
        memory, recycle,
    },
};

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
    match args.optional_int(2)? {
        Some(dim) => repeat_interleave(x, &repeats, dim),
        None => repeat_interleave(&reshape(x, &[x.numel()])?, &repeats, 0),
    }
    .map(Into::into)
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
    .doc("Turned by 90 degrees so many times.")
    .method()
    .samples(|| vec![Args::new([sample().into()]), Args::new([sample().into(), 3.into()])]),
];

fn sample() -> Tensor {
    Tensor::from_vec(vec![0.4, -1.2, 0.7, 2.1, -0.3, 1.5], &[2, 3])
}
