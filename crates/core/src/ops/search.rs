//! Values found among others: `unique`, `unique_consecutive`, `searchsorted`, `bucketize`, `isin`.
//!
//! What it is not: the order that some of it stands on (see [`super::sort`]).

use super::{
    Args, Operand, Operator, Value, reshape,
    sort::{order, sort},
    sorted::sorted,
    sum,
};
use crate::{
    Dtype, Result, Scalar, Tensor, bail, dispatch,
    tensor::{common_device, device::on_gpu, gpu, layout::shape_text, memory},
};

/// What [`unique`] finds.
pub struct Unique {
    /// The different values, ascending.
    pub values: Tensor,
    /// For each value of the input, which of the different ones it is, where that was asked for.
    pub inverse: Option<Tensor>,
    /// How often each comes.
    pub counts: Tensor,
}

/// The different values of a tensor, and where each of them went if `inverse` says so; with `consecutive` only neighbours
/// are compared, and nothing is sorted.
pub fn unique(x: &Tensor, consecutive: bool, inverse: bool) -> Result<Unique> {
    on_gpu!(x.device() => gpu_unique(x, consecutive));
    if !consecutive && let Some(found) = counted(x, inverse)? {
        return Ok(found);
    }
    let count = x.numel();
    let flat = x.copy()?.with_layout(crate::tensor::Layout::contiguous(&[count]));
    if !consecutive && !inverse && matches!(x.dtype(), Dtype::Float32 | Dtype::Float64 | Dtype::Int64) {
        return different(&sorted(&flat)?);
    }
    if consecutive {
        let found = different(&flat)?;
        let places = inverse.then(|| (0..count as i64).collect());
        return with_inverse(found, places, x);
    }
    let places = order(&flat, 0, false, count)?;
    let found = different(&super::gather(&flat, 0, &places)?)?;
    with_inverse(found, Some(places.to_vec()?), x)
}

/// The values of a line that differ from the one before, and how many are alike.
fn different(line: &Tensor) -> Result<Unique> {
    let mut counts: Vec<i64> = Vec::new();
    let values = dispatch!(line.dtype(), T => {
        let mut different: Vec<T> = Vec::new();
        for &value in line.contiguous_values::<T>()?.iter() {
            match counts.last_mut() {
                Some(count) if different.last() == Some(&value) => *count += 1,
                _ => {
                    different.push(value);
                    counts.push(1);
                }
            }
        }
        let found = different.len();
        Tensor::from_vec(different, &[found])
    });
    let found = counts.len();
    Ok(Unique { values, inverse: None, counts: Tensor::from_vec(counts, &[found]) })
}

/// `found` in a line whose values were in these places of `x`.
fn with_inverse(found: Unique, places: Option<Vec<i64>>, x: &Tensor) -> Result<Unique> {
    let Some(places) = places else { return Ok(found) };
    let mut inverse = memory::filled(0i64, places.len())?;
    let mut places = places.into_iter();
    for (nth, count) in found.counts.to_vec::<i64>()?.into_iter().enumerate() {
        places.by_ref().take(count as usize).for_each(|at| inverse[at as usize] = nth as i64);
    }
    Ok(Unique { inverse: Some(Tensor::from_vec(inverse, x.shape())), ..found })
}

/// [`unique`] of integers that lie close together, without sorting: by how often each comes.
fn counted(x: &Tensor, inverse: bool) -> Result<Option<Unique>> {
    if x.dtype().is_float() || x.numel() == 0 {
        return Ok(None);
    }
    let values = x.cast(Dtype::Int64)?.to_contiguous()?;
    let values = values.contiguous_values::<i64>()?;
    let (low, high) =
        values.iter().fold((i64::MAX, i64::MIN), |(low, high), &at| (low.min(at), high.max(at)));
    let span = high.abs_diff(low);
    if span >= values.len() as u64 * 4 {
        return Ok(None);
    }
    let place = |value: i64| value.wrapping_sub(low) as usize;
    let mut table = memory::filled(0i64, span as usize + 1)?;
    values.iter().for_each(|&value| table[place(value)] += 1);
    let (mut different, mut counts) = (Vec::new(), Vec::new());
    for (value, entry) in (low..=high).zip(&mut table) {
        if *entry > 0 {
            counts.push(*entry);
            // From here on the table says which of the different ones a value is.
            *entry = different.len() as i64;
            different.push(value);
        }
    }
    let found = counts.len();
    let inverse = match inverse {
        true => Some(Tensor::from_vec(
            memory::collect(values.iter().map(|&value| table[place(value)]))?,
            x.shape(),
        )),
        false => None,
    };
    Ok(Some(Unique {
        values: Tensor::from_vec(different, &[found]).cast(x.dtype())?,
        inverse,
        counts: Tensor::from_vec(counts, &[found]),
    }))
}

/// As [`unique`], on the GPU: where a value differs from the one before it, a new one starts. How many do is waited for:
/// it is the result's size.
fn gpu_unique(x: &Tensor, consecutive: bool) -> Result<Unique> {
    let count = x.numel();
    let flat = reshape(&x.detach(), &[count])?;
    let order = if consecutive { gpu::arange(count) } else { order(&flat, 0, false, count)? };
    let line = super::gather(&flat, 0, &order)?;
    let rest = (count as i64 - 1).max(0);
    let changes =
        super::ne(&super::narrow(&line, 0, count.min(1) as i64, rest)?, &super::narrow(&line, 0, 0, rest)?)?;
    let first = changes.full_like(&[count.min(1)], true.into())?;
    let is_new = super::cat(&[first, changes], 0)?;
    let starts = super::select(&super::nonzero(&is_new)?, 1, 0)?.copy()?;
    let end = starts.full_like(&[starts.numel().min(1)], (count as i64).into())?;
    let ends = super::cat(
        &[super::narrow(&starts, 0, end.numel() as i64, (starts.numel() - end.numel()) as i64)?, end],
        0,
    )?;
    let nth = super::sub(&super::cumsum(&is_new, 0)?, 1)?;
    let inverse = super::scatter(&nth.full_like(&[count], 0.into())?, 0, &order, (&nth).into())?;
    Ok(Unique {
        values: super::gather(&line, 0, &starts)?,
        inverse: Some(reshape(&inverse, x.shape())?),
        counts: super::sub(&ends, &starts)?,
    })
}

/// Where each of `values` would go in the ascending `sequence`: before equal ones, or after with `right`.
pub fn searchsorted(sequence: &Tensor, values: &Tensor, right: bool) -> Result<Tensor> {
    let lines = sequence.ndim().saturating_sub(1);
    let is_row_by_row =
        sequence.ndim() == values.ndim() && sequence.shape()[..lines] == values.shape()[..lines];
    if sequence.ndim() != 1 && !is_row_by_row {
        bail!(
            Runtime,
            "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries \
             tensor and input value tensor must match, but we got boundaries tensor {} and input value tensor {}",
            shape_text(sequence.shape()),
            shape_text(values.shape())
        );
    }
    on_gpu!(common_device(&[sequence, values])? => gpu_searchsorted(sequence, values, right));
    let places = if sequence.dtype().is_float() || values.dtype().is_float() {
        places_in_order(&sequence.to_vec::<f64>()?, &values.to_vec::<f64>()?, sequence, values, right)
    } else {
        places_in_order(&sequence.to_vec::<i64>()?, &values.to_vec::<i64>()?, sequence, values, right)
    };
    Ok(Tensor::from_vec(places, values.shape()))
}

fn places_in_order<T: PartialOrd + Copy>(
    sorted: &[T],
    wanted: &[T],
    sequence: &Tensor,
    values: &Tensor,
    right: bool,
) -> Vec<i64> {
    let length = sequence.shape()[sequence.ndim() - 1];
    // How many values go with each line of the sequence.
    let width = if sequence.ndim() == 1 { wanted.len() } else { values.shape()[values.ndim() - 1] };
    let place = |(nth, value): (usize, &T)| {
        let line = &sorted[nth / width.max(1) * length..][..length];
        line.partition_point(|own| if right { own <= value } else { own < value }) as i64
    };
    wanted.iter().enumerate().map(place).collect()
}

/// As [`searchsorted`], on the GPU: how many of the sequence come before the value.
fn gpu_searchsorted(sequence: &Tensor, values: &Tensor, right: bool) -> Result<Tensor> {
    let column = super::unsqueeze(&values.detach(), -1)?;
    let sequence =
        if sequence.ndim() > 1 { super::unsqueeze(&sequence.detach(), -2)? } else { sequence.detach() };
    let sequence = &sequence;
    let before = if right { super::le(sequence, &column)? } else { super::lt(sequence, &column)? };
    sum(&before, &[-1], false)
}

fn searchsorted_row(args: &Args, sequence: usize, values: usize) -> Result<Value> {
    let sequence = args.tensor(sequence)?;
    if sequence.ndim() == 0 {
        bail!(
            Runtime,
            "torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension"
        );
    }
    let values = match args.operand(values)? {
        Operand::Tensor(values) => values.clone(),
        Operand::Scalar(value) => Tensor::scalar(value, value.dtype()).to_device(sequence.device())?,
    };
    let places = searchsorted(sequence, &values, args.bool(3)?)?;
    Ok(if args.bool(2)? { places.cast(Dtype::Int32)? } else { places }.into())
}

/// A number as a 0-d tensor beside another tensor.
fn alike(number: Operand, other: &Tensor) -> Result<Tensor> {
    let dtype = match number {
        Operand::Scalar(value) => other.dtype().promote_scalar(value),
        Operand::Tensor(tensor) => tensor.dtype(),
    };
    number.to_tensor(dtype).to_device(other.device())
}

/// Whether each of `values` is one of `chosen`. Composed.
pub fn isin(values: &Tensor, chosen: &Tensor, invert: bool) -> Result<Tensor> {
    let dtype = values.dtype().promote(chosen.dtype());
    let (values, chosen) = (values.detach().cast(dtype)?, chosen.detach().cast(dtype)?);
    if chosen.numel() == 0 {
        return values.full_like(values.shape(), Scalar::Bool(invert))?.cast(Dtype::Bool);
    }
    let (sorted, _) = sort(&reshape(&chosen, &[chosen.numel()])?, 0, false)?;
    // One that comes after all of them is none of them.
    let places = super::minimum(&searchsorted(&sorted, &values, false)?, chosen.numel() as i64 - 1)?;
    let nearest = super::take(&sorted, &places)?;
    if invert { super::ne(&nearest, &values) } else { super::eq(&nearest, &values) }
}

fn unique_row(args: &Args, consecutive: bool, [inverse, counts]: [bool; 2]) -> Result<Value> {
    let found = unique(args.tensor(0)?, consecutive, inverse)?;
    if !inverse && !counts {
        return Ok(found.values.into());
    }
    let extra = [found.inverse.filter(|_| inverse), counts.then_some(found.counts)].into_iter().flatten();
    Ok([found.values].into_iter().chain(extra).collect::<Vec<Tensor>>().into())
}

fn no_dim(args: &Args, index: usize, name: &str) -> Result<()> {
    if args.optional_int(index)?.is_some() {
        bail!(NotImplemented, "torch.{name}: dim= is not supported here");
    }
    Ok(())
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) \
         -> Tensor",
        |args| {
            no_dim(args, 4, "unique")?;
            unique_row(args, false, [args.bool(2)?, args.bool(3)?])
        },
    )
    .doc("The different values, in order.")
    .method(),
    Operator::new(
        "unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> Tensor",
        |args| {
            no_dim(args, 3, "unique_consecutive")?;
            unique_row(args, true, [args.bool(1)?, args.bool(2)?])
        },
    )
    .doc("The values without those equal to the one before.")
    .method(),
    Operator::new(
        "searchsorted(Tensor sorted_sequence, Operand input, *, bool out_int32=False, bool right=False) -> Tensor",
        |args| searchsorted_row(args, 0, 1),
    )
    .doc("Where values would go in a sorted sequence."),
    Operator::new(
        "bucketize(Operand input, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor",
        |args| searchsorted_row(args, 1, 0),
    )
    .doc("Between which of the boundaries values lie."),
    Operator::new(
        "isin(Tensor elements, Operand test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor",
        |args| {
            let values = args.tensor(0)?;
            let chosen = match args.operand(1)? {
                Operand::Tensor(chosen) => chosen.clone(),
                number => alike(number, values)?,
            };
            isin(values, &chosen, args.bool(3)?).map(Into::into)
        },
    )
    .doc("Whether each element is one of the test elements."),
    Operator::new(
        "isin(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor",
        |args| {
            let chosen = args.tensor(1)?;
            let value = alike(Operand::Scalar(args.scalar(0)?), chosen)?;
            isin(&value, chosen, args.bool(3)?).map(Into::into)
        },
    )
    .doc("Whether each element is one of the test elements."),
];
