//! Update rules: what `optimizer.step()` does to the values of parameters.
//!
//! What it is not: parameter groups, learning-rate schedules or `state_dict` (Python's business) or anything
//! differentiable. Each rule is a formula for one value in one pass over memory, with the roundings of PyTorch's
//! single-tensor implementation: sums with a factor (`alpha`, `value`) and `lerp` are fused multiply-adds there.
//!
//! Start reading at [`Rule`] and [`Sgd`]. Callers hand over parameters that have a gradient, with state tensors of
//! their shape (zeros at first).

mod adam;
mod adaptive;
mod sgd;

pub use adam::{Adam, Adamax, Moments, NAdam, RAdam};
pub use adaptive::{Adadelta, Adagrad, RmsProp};
pub use sgd::Sgd;

use smallvec::SmallVec;

use crate::{
    Device, Dtype, Result, Tensor, bail,
    kernels::real::Real,
    tensor::{device::on_gpu, layout::shape_text},
};
use crate::{tensor::gpu, webgpu};

/// How one value of a parameter changes; `N` is how many values of state it has.
trait Rule<const N: usize> {
    /// The new value of a parameter from its value `p`, its gradient `g` and its state, which changes too.
    fn update<T: Real>(&self, p: T, g: T, state: &mut [T; N]) -> T;
    /// The same as WGSL: it changes `p` and the state `s0`, `s1`, … by the gradient `g`, with the
    /// numbers given here as `number(0)`, `number(1)`, ….
    fn wgsl(&self) -> UpdateWgsl;
}

/// A rule's text, and its numbers.
struct UpdateWgsl {
    text: &'static str,
    numbers: Vec<f64>,
}

/// Applies the rule to every value of `parameter`, in place.
///
/// # Errors
/// If gradient or state do not have the parameter's shape.
fn apply<const N: usize>(
    rule: &impl Rule<N>,
    parameter: &Tensor,
    gradient: &Tensor,
    state: [&Tensor; N],
) -> Result<()> {
    for tensor in state.iter().chain([&gradient]) {
        if tensor.shape() != parameter.shape() {
            bail!(
                Runtime,
                "The size of the parameter {} must match the size of its gradient and state {}",
                shape_text(parameter.shape()),
                shape_text(tensor.shape())
            );
        }
    }
    on_gpu!(parameter.device() => update_on_gpu(rule, parameter, gradient, &state));
    match parameter.dtype().compute() {
        Dtype::Float64 => {
            with_slices::<f64>(parameter, gradient, &state, &mut |p, g, state| each(rule, p, g, state))
        }
        _ => with_slices::<f32>(parameter, gradient, &state, &mut |p, g, state| each(rule, p, g, state)),
    }
}

/// The same on the GPU, where updates wait for each other to be computed together.
fn update_on_gpu<const N: usize>(
    rule: &impl Rule<N>,
    parameter: &Tensor,
    gradient: &Tensor,
    state: &[&Tensor],
) -> Result<()> {
    let UpdateWgsl { text, numbers } = rule.wgsl();
    let targets: Vec<&Tensor> = [&parameter].into_iter().chain(state).copied().collect();
    for target in targets.iter().chain([&gradient]) {
        crate::common_device(&[parameter, target])?;
    }
    let old = targets.iter().map(|target| gpu::expr(target)).collect::<Result<_>>()?;
    let updated = webgpu::update(text, &numbers, gpu::expr(gradient)?, old)?;
    for (target, value) in targets.into_iter().zip(&updated) {
        gpu::replace(target, value);
    }
    Ok(())
}

/// Applies the rule to each value; all slices are of one length.
///
/// A function of its own: only of arguments is it known that they do not overlap, and without that the rule's numbers
/// are read anew for each value, and the loop is not turned into SIMD.
#[inline(never)]
fn each<T: Real, const N: usize>(rule: &impl Rule<N>, p: &mut [T], g: &[T], state: SmallVec<[&mut [T]; 4]>) {
    let count = p.len();
    let mut slices = state.into_iter();
    // Sliced to one length in sight of the loop, which then needs no checks and becomes SIMD.
    let g = &g[..count];
    let state: [&mut [T]; N] = std::array::from_fn(|_| &mut slices.next().expect("N states")[..count]);
    for at in 0..count {
        let mut own: [T; N] = std::array::from_fn(|slot| state[slot][at]);
        p[at] = rule.update(p[at], g[at], &mut own);
        for (slot, new) in own.into_iter().enumerate() {
            state[slot][at] = new;
        }
    }
}

/// What changes a parameter's values by the gradient's, with those of the state.
type Update<'a, T> = &'a mut dyn FnMut(&mut [T], &[T], SmallVec<[&mut [T]; 4]>);

/// Calls `update` with all values in `T`, row by row, and puts the new ones where they belong. Compiled once for all
/// rules.
fn with_slices<T: Real>(
    parameter: &Tensor,
    gradient: &Tensor,
    state: &[&Tensor],
    update: Update<T>,
) -> Result<()> {
    let (p, g) = (on_hand::<T>(parameter)?, on_hand::<T>(gradient)?);
    // A gradient may share storage with what is written.
    let g = if g.storage().is_same(p.storage()) { g.copy()? } else { g };
    let held = state.iter().map(|tensor| on_hand::<T>(tensor)).collect::<Result<SmallVec<[Tensor; 4]>>>()?;
    {
        let gradients = g.contiguous_values::<T>()?;
        let count = gradients.len();
        let mut values = p.storage_values_mut::<T>()?;
        let states = held.iter().map(|slot| slot.storage_values_mut::<T>());
        let mut states = states.collect::<Result<SmallVec<[_; 4]>>>()?;
        let slices = states.iter_mut().zip(&held);
        let slices = slices.map(|(values, slot)| &mut values[slot.storage_offset()..][..count]).collect();
        update(&mut values[p.storage_offset()..][..count], &gradients, slices);
    }
    for (tensor, held) in state.iter().zip(&held).chain([(&parameter, &p)]) {
        put_back(tensor, held)?;
    }
    Ok(())
}

/// The tensor itself if it lies row by row on the CPU in `T`, else a copy that does.
fn on_hand<T: Real>(tensor: &Tensor) -> Result<Tensor> {
    tensor.to_device(Device::Cpu)?.cast(T::DTYPE)?.to_contiguous()
}

fn put_back(tensor: &Tensor, held: &Tensor) -> Result<()> {
    if tensor.storage().is_same(held.storage()) {
        tensor.storage().bump_version();
    } else {
        tensor.write(&held.cast(tensor.dtype())?.to_device(tensor.device())?)?;
    }
    Ok(())
}

/// start + weight·(end - start), fused, from the nearer end: `start.lerp_(end, weight)`.
#[inline(always)]
fn lerp<T: Real>(start: T, end: T, weight: f64) -> T {
    if weight.abs() < 0.5 {
        T::of(weight).fused(end - start, start)
    } else {
        (-(end - start)).fused(T::of(1.0) - T::of(weight), end)
    }
}

/// a + value·b·c as `a.addcmul_(b, c, value=value)` rounds it.
#[inline(always)]
fn addcmul<T: Real>(a: T, b: T, c: T, value: f64) -> T {
    (T::of(value) * b).fused(c, a)
}

/// a + value·b/c as `a.addcdiv_(b, c, value=value)` rounds it.
#[inline(always)]
fn addcdiv<T: Real>(a: T, b: T, c: T, value: f64) -> T {
    a + T::of(value) * b / c
}

/// a + alpha·b as `a.add_(b, alpha=alpha)` rounds it.
#[inline(always)]
fn add_scaled<T: Real>(a: T, b: T, alpha: f64) -> T {
    T::of(alpha).fused(b, a)
}

/// The gradient to descend: turned round to maximise, with weight decay added.
#[inline(always)]
fn descent<T: Real>(p: T, g: T, maximize: bool, weight_decay: f64) -> T {
    let g = if maximize { -g } else { g };
    if weight_decay == 0.0 { g } else { add_scaled(g, p, weight_decay) }
}

/// By what WGSL multiplies the gradient: it is turned round to maximise.
fn sign(maximize: bool) -> f64 {
    if maximize { -1.0 } else { 1.0 }
}

/// Counts a step in the 0-d tensor that holds the count, and returns the new count.
fn count_step(step: &Tensor) -> Result<f64> {
    let count = step.item()?.to_f64() + 1.0;
    step.write(&Tensor::scalar(count.into(), step.dtype()))?;
    Ok(count)
}
