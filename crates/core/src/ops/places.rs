//! Taking values from computed places and putting them back: what indexing, `gather`, `sort` and embeddings are
//! made of.
//!
//! [`take`] and [`put`] are each other's gradient, so everything built from them can be differentiated any number
//! of times. Places count in row-major order; `run` adjacent values move as one.

use std::rc::Rc;

use smallvec::smallvec;

use crate::{
    Dtype, Result, Tensor,
    autograd::record,
    kernels::gemm::Number,
    tensor::{Dims, Element},
};

/// Where values come from or go to: each start stands for `run` adjacent values.
#[derive(Debug)]
pub(super) struct Places {
    pub starts: Vec<usize>,
    pub run: usize,
}

impl Places {
    pub fn single(starts: Vec<usize>) -> Rc<Self> {
        Rc::new(Places { starts, run: 1 })
    }
}

/// The values of `x` at `places`, in the shape `shape`. Gradient: [`put`].
pub(super) fn take(x: &Tensor, places: &Rc<Places>, shape: &[usize], name: &'static str) -> Result<Tensor> {
    let whole = x.to_contiguous();
    let output = crate::dispatch!(x.dtype(), T => {
        Tensor::from_vec(take_values::<T>(&whole.contiguous_values::<T>(), places), shape)
    });
    let (places, from): (_, Dims) = (places.clone(), x.shape().into());
    Ok(record(name, &[x], &[], output, move |ctx| Ok(smallvec![Some(put(ctx.grad(), &places, &from)?)])))
}

fn take_values<T: Element>(values: &[T], places: &Places) -> Vec<T> {
    if places.run == 1 {
        return places.starts.iter().map(|&at| values[at]).collect();
    }
    let mut out = Vec::with_capacity(places.starts.len() * places.run);
    places.starts.iter().for_each(|&at| out.extend_from_slice(&values[at..at + places.run]));
    out
}

/// Zeros of `shape` with the values of `x` added at `places`. Gradient: [`take`].
pub(super) fn put(x: &Tensor, places: &Rc<Places>, shape: &[usize]) -> Result<Tensor> {
    let output = added(&Tensor::zeros(shape, x.dtype()), places, x);
    let (places, from): (_, Dims) = (places.clone(), x.shape().into());
    Ok(record("IndexPutBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(take(ctx.grad(), &places, &from, "IndexBackward0")?)])
    }))
}

/// A copy of `base` with the values of `x` added at `places`; nothing is recorded.
pub(super) fn added(base: &Tensor, places: &Places, x: &Tensor) -> Tensor {
    let compute: Dtype = base.dtype().compute();
    let sum = base.cast(compute).copy();
    let x = x.cast(compute).to_contiguous();
    crate::dispatch_compute!(compute, T => {
        let values = x.contiguous_values::<T>();
        add_values(&mut sum.storage_values_mut::<T>(), places, &values);
    });
    sum.cast(base.dtype())
}

fn add_values<T: Number>(target: &mut [T], places: &Places, values: &[T]) {
    for (&start, values) in places.starts.iter().zip(values.chunks_exact(places.run.max(1))) {
        target[start..start + places.run]
            .iter_mut()
            .zip(values)
            .for_each(|(sum, &value)| *sum = sum.plus(value));
    }
}

/// A copy of `base` with the values of `x` (one, or one per place) written at `places`; nothing is recorded.
pub(super) fn written(base: &Tensor, places: &Places, x: &Tensor) -> Tensor {
    let out = base.copy();
    let x = x.cast(base.dtype()).to_contiguous();
    crate::dispatch!(base.dtype(), T => {
        let values = x.contiguous_values::<T>();
        let mut target = out.storage_values_mut::<T>();
        for (nth, &start) in places.starts.iter().enumerate() {
            for at in 0..places.run {
                let from = if values.len() == 1 { 0 } else { nth * places.run + at };
                target[start + at] = values[from];
            }
        }
    });
    out
}

/// `x` with zeros at `places`: what is left of a gradient where values were overwritten.
pub(super) fn cleared(x: &Tensor, places: &Rc<Places>) -> Result<Tensor> {
    let output = written(&x.detach(), places, &Tensor::zeros(&[], x.dtype()));
    let places = places.clone();
    Ok(record("IndexPutBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(cleared(ctx.grad(), &places)?)])
    }))
}
