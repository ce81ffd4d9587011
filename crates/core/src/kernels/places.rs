//! Values from places in memory and back: each start stands for `run` adjacent values.
//!
//! What it is not: shapes, devices or gradients (see `autograd::places`).

use super::gemm::Number;
use crate::{
    Result,
    tensor::{Element, recycle},
};

/// The values at the places, one run behind the other.
///
/// # Errors
/// `RuntimeError` if there is not so much memory.
pub fn take<T: Element>(values: &[T], starts: &[usize], run: usize) -> Result<Vec<T>> {
    if run == 1 {
        return recycle::collect(starts.iter().map(|&at| values[at]));
    }
    let mut out = recycle::empty(starts.len() * run)?;
    // Runs of nothing may begin behind the end.
    if run == 0 {
        return Ok(out);
    }
    starts.iter().for_each(|&at| out.extend_from_slice(&values[at..at + run]));
    Ok(out)
}

/// Adds the values to those at the places.
pub fn add<T: Number>(target: &mut [T], starts: &[usize], run: usize, values: &[T]) {
    if run == 1 {
        let pairs = starts.iter().zip(values);
        return pairs.for_each(|(&at, &value)| target[at] = target[at].plus(value));
    }
    if run == 0 {
        return;
    }
    for (&start, values) in starts.iter().zip(values.chunks_exact(run)) {
        let places = target[start..start + run].iter_mut().zip(values);
        places.for_each(|(sum, &value)| *sum = sum.plus(value));
    }
}

/// Writes the values, or the one there is, at the places.
pub fn write<T: Element>(target: &mut [T], starts: &[usize], run: usize, values: &[T]) {
    for (nth, &start) in starts.iter().enumerate() {
        for at in 0..run {
            let from = if values.len() == 1 { 0 } else { nth * run + at };
            target[start + at] = values[from];
        }
    }
}
