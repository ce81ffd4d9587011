//! Convolutions with stride 1 on the CPU, where nobody differentiates what is computed: sample by sample and group by
//! group, without columns.
//!
//! What it is not: the loops (see [`crate::kernels::convolve`]) or any other case (see `conv`).

use smallvec::smallvec;

use super::{conv::Convolution, unfold::Windows};
use crate::{
    Result, Tensor,
    autograd::is_recording,
    dispatch_compute,
    kernels::convolve::Plan,
    tensor::{Device, Dims, recycle},
};

impl Convolution {
    pub(super) fn is_direct(&self, tensors: &[&Tensor]) -> bool {
        let is_here = tensors.iter().all(|x| x.device() == Device::Cpu && x.numel() > 0);
        is_here && !is_recording(tensors) && self.windows.stride.iter().all(|&stride| stride == 1)
    }

    /// The geometry of one group: `channels` of `size`, `filters` filters.
    fn plan(&self, [channels, filters]: [usize; 2], size: &[usize]) -> Result<Plan> {
        let Windows { kernel, padding, dilation, .. } = &self.windows;
        self.windows.counts(size)?;
        Ok(Plan::new([channels / self.groups, filters / self.groups], size, padding, kernel, dilation))
    }

    pub(super) fn direct_forward(
        &self,
        x: &Tensor,
        weight: &Tensor,
        bias: Option<&Tensor>,
    ) -> Result<Tensor> {
        let (channels, filters, size) = (x.shape()[1], weight.shape()[0], &x.shape()[2..]);
        let plan = self.plan([channels, filters], size)?;
        let mut shape: Dims = smallvec![x.shape()[0], filters];
        shape.extend(self.windows.counts(size)?);
        let dtype = x.dtype();
        let (x, weight) = (on_hand(x)?, on_hand(weight)?);
        let bias = bias.map(on_hand).transpose()?;
        let output = dispatch_compute!(x.dtype(), T => {
            let (values, weights) = (x.contiguous_values::<T>()?, plan.ordered(&weight.contiguous_values::<T>()?));
            let bias = bias.as_ref().map(Tensor::contiguous_values::<T>).transpose()?;
            let mut out = recycle::stale::<T>(shape.iter().product())?;
            let parts = shape[0] * self.groups;
            let samples = values.chunks_exact(values.len() / parts).zip(split(&mut out, parts));
            for (nth, (x, out)) in samples.enumerate() {
                let weight = share(&weights, nth, self.groups);
                plan.forward(x, weight, bias.as_ref().map(|bias| share(bias, nth, self.groups)), out)?;
            }
            Tensor::from_vec(out, &shape)
        });
        output.cast(dtype)
    }

    pub(super) fn direct_transposed(&self, x: &Tensor, weight: &Tensor, size: &[usize]) -> Result<Tensor> {
        let channels = weight.shape()[1] * self.groups;
        let plan = self.plan([channels, x.shape()[1]], size)?;
        let mut shape: Dims = smallvec![x.shape()[0], channels];
        shape.extend_from_slice(size);
        let dtype = x.dtype();
        let (x, weight) = (on_hand(x)?, on_hand(weight)?);
        let output = dispatch_compute!(x.dtype(), T => {
            let (values, weights) = (x.contiguous_values::<T>()?, weight.contiguous_values::<T>()?);
            let mut out = recycle::stale::<T>(shape.iter().product())?;
            let parts = shape[0] * self.groups;
            let samples = values.chunks_exact(values.len() / parts).zip(split(&mut out, parts));
            for (nth, (x, out)) in samples.enumerate() {
                plan.input_gradient(x, share(&weights, nth, self.groups), out)?;
            }
            Tensor::from_vec(out, &shape)
        });
        output.cast(dtype)
    }

    pub(super) fn direct_weight_gradient(
        &self,
        over: &Tensor,
        at: &Tensor,
        shape: &[usize],
    ) -> Result<Tensor> {
        let plan = self.plan([over.shape()[1], at.shape()[1]], &over.shape()[2..])?;
        let dtype = over.dtype();
        let (over, at) = (on_hand(over)?, on_hand(at)?);
        let output = dispatch_compute!(over.dtype(), T => {
            let (values, gradients) = (over.contiguous_values::<T>()?, at.contiguous_values::<T>()?);
            let mut out = recycle::filled(T::default(), shape.iter().product())?;
            let parts = over.shape()[0] * self.groups;
            let gradients = gradients.chunks_exact(gradients.len() / parts);
            let part = out.len() / self.groups;
            for (nth, (x, gradient)) in values.chunks_exact(values.len() / parts).zip(gradients).enumerate() {
                plan.weight_gradient(x, gradient, &mut out[nth % self.groups * part..][..part])?;
            }
            Tensor::from_vec(out, shape)
        });
        output.cast(dtype)
    }
}

/// As kernels want it: dense, in the dtype that they compute in.
fn on_hand(x: &Tensor) -> Result<Tensor> {
    x.cast(x.dtype().compute())?.to_contiguous()
}

fn split<T>(values: &mut [T], parts: usize) -> std::slice::ChunksExactMut<'_, T> {
    let length = values.len() / parts;
    values.chunks_exact_mut(length)
}

/// What belongs to a group, of which there is one for each `nth`, round and round.
fn share<T>(values: &[T], nth: usize, groups: usize) -> &[T] {
    let length = values.len() / groups;
    &values[nth % groups * length..][..length]
}
