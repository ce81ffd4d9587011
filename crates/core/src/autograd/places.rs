//! Taking values from computed places and putting them back: what views in the graph, indexing, `gather`, `sort` and
//! embeddings are made of.
//!
//! [`take`] and [`put`] are each other's gradient, so everything built from them can be differentiated any number
//! of times. Places count in row-major order; `run` adjacent values move as one. What it is not: how an index, a window
//! or a layout becomes places.

use std::rc::Rc;

use smallvec::smallvec;

use super::record;
use crate::{
    Device, Result, Tensor,
    kernels::places::{self as loops, Runs},
    layout::Layout,
    tensor::{Dims, common_device, device::on_gpu, gpu, memory},
    webgpu::{self, Expr, GpuValue, Scatter},
};

/// Where values come from or go to: each start stands for `run` adjacent values, and all of them are there `times` times,
/// `apart` from each other.
#[derive(Debug)]
pub(crate) struct Places {
    starts: Vec<usize>,
    run: usize,
    times: usize,
    apart: usize,
    /// The starts as int32, where they were computed on the GPU or are used there.
    on_gpu: std::cell::OnceCell<Tensor>,
}

impl Places {
    pub fn runs(starts: Vec<usize>, run: usize) -> Rc<Self> {
        Places::repeated(starts, run, 1, 0)
    }
    pub fn repeated(starts: Vec<usize>, run: usize, times: usize, apart: usize) -> Rc<Self> {
        Rc::new(Places { starts, run, times, apart, on_gpu: Default::default() })
    }
    pub fn single(starts: Vec<usize>) -> Rc<Self> {
        Places::runs(starts, 1)
    }
    /// The places in storage that a layout shows, in row-major order.
    pub fn of_layout(layout: &Layout) -> Result<Rc<Self>> {
        Ok(Places::single(memory::collect(layout.offsets())?))
    }
    /// Places that are known on the GPU alone.
    pub fn on_gpu(starts: Tensor, run: usize) -> Rc<Self> {
        Rc::new(Places { starts: Vec::new(), run, times: 1, apart: 0, on_gpu: starts.detach().into() })
    }
    fn as_runs(&self) -> Runs<'_> {
        Runs { starts: &self.starts, run: self.run, times: self.times, apart: self.apart }
    }

    /// The starts on the GPU, brought there when first asked for.
    fn gpu_starts(&self) -> Result<GpuValue> {
        if let Some(known) = self.on_gpu.get() {
            return gpu::expr(known);
        }
        let all = (0..self.times).flat_map(|nth| self.starts.iter().map(move |at| nth * self.apart + at));
        let starts: Vec<i64> = all.map(|at| at as i64).collect();
        let count = starts.len();
        let brought = Tensor::from_vec(starts, &[count]).to_device(Device::WebGpu)?;
        gpu::expr(self.on_gpu.get_or_init(|| brought))
    }

    fn gpu_take(&self, x: &Tensor, shape: &[usize]) -> Result<Tensor> {
        let taken = Expr::take(&gpu::expr(x)?, &self.gpu_starts()?, self.run, shape);
        Ok(gpu::wrap(taken, x.dtype()))
    }

    /// A copy of `base` with `x` added or written here.
    fn gpu_scatter(&self, base: &Tensor, x: &Tensor, how: Scatter) -> Result<Tensor> {
        // A number, repeated or not, may be on the CPU.
        if x.storage().len() > 1 {
            common_device(&[base, x])?;
        }
        let starts = self.gpu_starts()?;
        let x = x.cast(base.dtype())?;
        let whole = if x.numel() == 1 {
            gpu::expr(&x.broadcast(&[starts.numel() * self.run]))?
        } else {
            gpu::expr(&x)?
        };
        Ok(gpu::wrap(webgpu::scatter(&gpu::expr(base)?, &starts, self.run, &whole, how)?, base.dtype()))
    }
}

/// Refuses places known on the GPU for values on the CPU.
fn check_device(x: &Tensor, places: &Places) -> Result<()> {
    if places.starts.is_empty()
        && let Some(starts) = places.on_gpu.get()
    {
        common_device(&[starts, x])?;
    }
    Ok(())
}

/// The values of `x` at `places`, in the shape `shape`. Gradient: [`put`].
pub(crate) fn take(x: &Tensor, places: &Rc<Places>, shape: &[usize], name: &'static str) -> Result<Tensor> {
    let output = taken(x, places, shape)?;
    let (places, from): (_, Dims) = (places.clone(), x.shape().into());
    Ok(record(name, &[x], &[], output, move |ctx| Ok(smallvec![Some(put(ctx.grad(), &places, &from)?)])))
}

fn taken(x: &Tensor, places: &Places, shape: &[usize]) -> Result<Tensor> {
    on_gpu!(x.device() => places.gpu_take(x, shape));
    check_device(x, places)?;
    let whole = x.to_contiguous()?;
    Ok(crate::dispatch!(x.dtype(), T => {
        Tensor::from_vec(loops::take::<T>(&whole.contiguous_values::<T>()?, places.as_runs())?, shape)
    }))
}

/// Zeros of `shape` with the values of `x` added at `places`. Gradient: [`take`].
pub(crate) fn put(x: &Tensor, places: &Rc<Places>, shape: &[usize]) -> Result<Tensor> {
    let output = put_values(x, places, shape)?;
    let (places, from): (_, Dims) = (places.clone(), x.shape().into());
    Ok(record("IndexPutBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(take(ctx.grad(), &places, &from, "IndexBackward0")?)])
    }))
}

fn put_values(x: &Tensor, places: &Places, shape: &[usize]) -> Result<Tensor> {
    on_gpu!(x.device() => places.gpu_scatter(&x.full_like(shape, 0.into())?, x, Scatter::Add));
    check_device(x, places)?;
    let sum = Tensor::zeros(shape, x.dtype().compute())?;
    add_onto(&sum, places, x)?;
    sum.cast(x.dtype())
}

/// A copy of `base` with the values of `x` added at `places`; nothing is recorded.
pub(crate) fn added(base: &Tensor, places: &Places, x: &Tensor) -> Result<Tensor> {
    on_gpu!(base.device() => places.gpu_scatter(base, x, Scatter::Add));
    check_device(base, places)?;
    let sum = base.cast(base.dtype().compute())?.copy()?;
    add_onto(&sum, places, x)?;
    sum.cast(base.dtype())
}

/// Adds the values of `x` to those of a dense `sum`, which has a dtype that kernels compute in.
fn add_onto(sum: &Tensor, places: &Places, x: &Tensor) -> Result<()> {
    let x = x.cast(sum.dtype())?.to_contiguous()?;
    crate::dispatch_compute!(sum.dtype(), T => {
        let values = x.contiguous_values::<T>()?;
        loops::add(&mut sum.storage_values_mut::<T>()?, places.as_runs(), &values);
    });
    Ok(())
}

/// A copy of `base` with the values of `x` (one, or one per place) written at `places`; nothing is recorded.
pub(crate) fn written(base: &Tensor, places: &Places, x: &Tensor) -> Result<Tensor> {
    on_gpu!(base.device() => places.gpu_scatter(base, x, Scatter::Replace));
    check_device(base, places)?;
    let out = base.copy()?;
    let x = x.cast(base.dtype())?.to_contiguous()?;
    crate::dispatch!(base.dtype(), T => {
        let values = x.contiguous_values::<T>()?;
        loops::write(&mut out.storage_values_mut::<T>()?, places.as_runs(), &values);
    });
    Ok(out)
}

/// `x` with zeros at `places`: what is left of a gradient where values were overwritten.
pub(crate) fn cleared(x: &Tensor, places: &Rc<Places>) -> Result<Tensor> {
    let output = written(&x.detach(), places, &Tensor::zeros(&[], x.dtype())?)?;
    let places = places.clone();
    Ok(record("IndexPutBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(cleared(ctx.grad(), &places)?)])
    }))
}
