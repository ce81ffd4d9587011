//! Values from places in memory and back: each start stands for `run` adjacent values.
//!
//! What it is not: shapes, devices or gradients (see `autograd::places`).

use super::gemm::Number;
use crate::{
    Result,
    tensor::{Element, recycle},
};

/// Starts, each of `run` adjacent values; all of them `times` times, `apart` from each other.
#[derive(Clone, Copy)]
pub struct Runs<'a> {
    pub starts: &'a [usize],
    pub run: usize,
    pub times: usize,
    pub apart: usize,
}

impl Runs<'_> {
    pub fn count(&self) -> usize {
        self.starts.len().saturating_mul(self.run).saturating_mul(self.times)
    }

    /// Where each time begins, and the part of `values` that belongs to it. There have to be values.
    fn parts<'a, T>(&self, values: &'a [T]) -> impl Iterator<Item = (usize, &'a [T])> {
        let apart = self.apart;
        let parts = values.chunks_exact(self.starts.len() * self.run);
        parts.enumerate().map(move |(nth, part)| (nth * apart, part))
    }
}

/// The values at the places, one run behind the other.
///
/// # Errors
/// `RuntimeError` if there is not so much memory.
pub fn take<T: Element>(values: &[T], places: Runs) -> Result<Vec<T>> {
    let mut out = recycle::empty(places.count())?;
    // Runs of nothing may begin behind the end.
    if places.count() == 0 {
        return Ok(out);
    }
    let Runs { starts, run, .. } = places;
    for nth in 0..places.times {
        let values = &values[nth * places.apart..];
        match run {
            1 => out.extend(starts.iter().map(|&at| values[at])),
            _ => starts.iter().for_each(|&at| out.extend_from_slice(&values[at..at + run])),
        }
    }
    Ok(out)
}

/// Adds the values to those at the places.
pub fn add<T: Number>(target: &mut [T], places: Runs, values: &[T]) {
    if places.count() == 0 {
        return;
    }
    let Runs { starts, run, .. } = places;
    for (begin, values) in places.parts(values) {
        let target = &mut target[begin..];
        if run == 1 {
            let pairs = starts.iter().zip(values);
            pairs.for_each(|(&at, &value)| target[at] = target[at].plus(value));
            continue;
        }
        for (&start, values) in starts.iter().zip(values.chunks_exact(run)) {
            let places = target[start..start + run].iter_mut().zip(values);
            places.for_each(|(sum, &value)| *sum = sum.plus(value));
        }
    }
}

/// Writes the values, or the one there is, at the places.
pub fn write<T: Element>(target: &mut [T], places: Runs, values: &[T]) {
    if places.count() == 0 {
        return;
    }
    let (mut from, step) = (0, usize::from(values.len() != 1));
    for nth in 0..places.times {
        for &start in places.starts {
            let start = nth * places.apart + start;
            for place in &mut target[start..start + places.run] {
                *place = values[from];
                from += step;
            }
        }
    }
}
