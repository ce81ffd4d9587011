//! The random generator and its distributions, equal to PyTorch's on the CPU bit for bit.
//!
//! What it is not: arguments and their checks (see `ops::random`, which binds these to Python).
//! Start reading at [`Generator`], then [`uniform`] and [`normal`]; `normal.rs` has the vectorised normals.

mod generator;
mod mt19937;
mod normal;
pub mod polar;

pub use generator::{Generator, SharedGenerator, default_generator};
pub use mt19937::{Mt19937, SIZE as MT19937_WORDS};

use generator::{unit32, unit64};

use crate::{
    Dtype, Result, Scalar, Tensor,
    kernels::real::Real,
    tensor::{Element, memory, recycle},
};

/// A new tensor of values drawn in row-major order.
fn draw<T: Element>(shape: &[usize], mut value: impl FnMut() -> T) -> Result<Tensor> {
    let values = recycle::collect((0..memory::numel(shape)?).map(|_| value()))?;
    Ok(Tensor::from_vec(values, shape))
}

/// A new tensor of values made of so many draws each, many at a time.
fn draw_many<T: Element, const DRAWS: usize>(
    shape: &[usize],
    generator: &mut Generator,
    of: impl Fn([u32; DRAWS]) -> T,
) -> Result<Tensor> {
    let mut values = recycle::stale(memory::numel(shape)?)?;
    generator.fill(&mut values, of);
    Ok(Tensor::from_vec(values, shape))
}

/// A new tensor of `f64` values cast to `dtype`.
fn draw_cast(shape: &[usize], dtype: Dtype, mut value: impl FnMut() -> f64) -> Result<Tensor> {
    crate::dispatch!(dtype, T => draw(shape, || T::from_scalar(Scalar::Float(value()))))
}

/// Uniform in [low, high): u·(high - low) + low, rounded once; half floats are drawn as float32.
pub fn uniform(
    shape: &[usize],
    low: f64,
    high: f64,
    dtype: Dtype,
    generator: &mut Generator,
) -> Result<Tensor> {
    match dtype {
        Dtype::Float64 => draw_many(shape, generator, |words| unit64(words).fused(high - low, low)),
        _ => {
            let (low, high) = (low as f32, high as f32);
            let drawn = draw_many(shape, generator, |words| unit32(words).fused(high - low, low))?;
            if dtype == Dtype::Float32 { Ok(drawn) } else { below(&drawn.cast(dtype)?, low, high) }
        }
    }
}

/// What was rounded up to `high` is `low`, as in PyTorch.
fn below(x: &Tensor, low: f32, high: f32) -> Result<Tensor> {
    let brought =
        x.to_vec::<f32>()?.into_iter().map(|value| if value == high { low } else { value }).collect();
    Tensor::from_vec::<f32>(brought, x.shape()).cast(x.dtype())
}

/// Normal with this mean and standard deviation. Below sixteen values they are drawn in pairs as float64, from
/// sixteen on in blocks: two different streams, as in PyTorch.
pub fn normal(
    shape: &[usize],
    mean: f64,
    std: f64,
    dtype: Dtype,
    generator: &mut Generator,
) -> Result<Tensor> {
    let count = memory::numel(shape)?;
    if count < normal::BLOCK {
        return draw_cast(shape, dtype, || generator.normal64() * std + mean);
    }
    if dtype == Dtype::Float64 {
        let mut values = recycle::stale(count)?;
        normal::fill64(&mut values, mean, std, generator);
        return Ok(Tensor::from_vec(values, shape));
    }
    let mut values = recycle::stale(count)?;
    normal::fill32(&mut values, mean as f32, std as f32, generator);
    Tensor::from_vec(values, shape).cast(dtype)
}

/// Integers in [low, high), one draw each; two where the range needs more than 32 bits.
///
/// # Panics
/// If the range is empty: callers check.
pub fn integers(
    shape: &[usize],
    low: i64,
    high: i64,
    dtype: Dtype,
    generator: &mut Generator,
) -> Result<Tensor> {
    let range = high.wrapping_sub(low) as u64;
    let mut value = || {
        let bits = if range >= 1 << 32 { generator.bits64() } else { generator.bits32() as u64 };
        low.wrapping_add((bits % range) as i64)
    };
    crate::dispatch!(dtype, T => draw(shape, || T::from_scalar(Scalar::Int(value()))))
}

/// The numbers below `count` in random order, by swapping each place with one not before it.
///
/// # Errors
/// `RuntimeError` if there is not so much memory.
pub fn permutation(count: usize, generator: &mut Generator) -> Result<Vec<i64>> {
    let mut order = recycle::collect((0..count).map(|at| at as i64))?;
    for at in 0..count.saturating_sub(1) {
        order.swap(at, at + generator.bits32() as usize % (count - at));
    }
    Ok(order)
}

/// 1 with probability `p`, else 0.
pub fn bernoulli(shape: &[usize], p: f64, dtype: Dtype, generator: &mut Generator) -> Result<Tensor> {
    crate::dispatch!(dtype, T => {
        let (no, yes) = (T::from_scalar(Scalar::Bool(false)), T::from_scalar(Scalar::Bool(true)));
        draw_many(shape, generator, |words| if unit64(words) < p { yes } else { no })
    })
}

/// 1 with the probability that stands in the same place of `p`, else 0. The uniforms have `p`'s precision.
pub fn bernoulli_each(p: &Tensor, generator: &mut Generator) -> Result<Tensor> {
    let is_double = p.dtype() == Dtype::Float64;
    let mut uniform = || if is_double { generator.uniform64() } else { generator.uniform32() as f64 };
    let values = p.to_vec::<f64>()?.into_iter().map(|p| (uniform() < p) as u8).collect();
    Tensor::from_vec::<u8>(values, p.shape()).cast(p.dtype())
}

/// Exponential with this rate.
pub fn exponential(shape: &[usize], rate: f64, dtype: Dtype, generator: &mut Generator) -> Result<Tensor> {
    draw_cast(shape, dtype, || -1.0 / rate * (-generator.uniform64()).ln_1p())
}

/// `count` places drawn with probability proportional to `weights` (not all zero), each as often as it comes.
/// The cumulative weights are of float32, as are most tensors of weights.
///
/// # Errors
/// Here and below: `RuntimeError` if there is not so much memory.
pub fn choices(
    weights: &[f64],
    count: usize,
    is_double: bool,
    generator: &mut Generator,
) -> Result<Vec<i64>> {
    let round = |value: f64| if is_double { value } else { value as f32 as f64 };
    let mut sum = 0.0;
    let cumulative: Vec<f64> = weights
        .iter()
        .map(|weight| {
            sum = round(sum + weight);
            sum
        })
        .collect();
    let below = |u: f64| cumulative.partition_point(|&edge| round(edge / sum) < u);
    let last = weights.len().saturating_sub(1);
    memory::collect((0..count).map(|_| below(generator.uniform64()).min(last) as i64))
}

/// `count` different places drawn with probability proportional to `weights`: those with the largest
/// weight/exponential, largest first (Efraimidis and Spirakis, 2006).
pub fn choices_without_replacement(
    weights: &[f64],
    count: usize,
    dtype: Dtype,
    generator: &mut Generator,
) -> Result<Vec<i64>> {
    let waits = exponential(&[weights.len()], 1.0, dtype, generator)?.to_vec::<f64>()?;
    let keys: Vec<f64> = weights.iter().zip(waits).map(|(weight, wait)| weight / wait).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| keys[b].total_cmp(&keys[a]));
    Ok(order.into_iter().take(count).map(|at| at as i64).collect())
}
