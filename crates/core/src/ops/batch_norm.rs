//! `batch_norm`: each channel over the batch brought to mean 0 and variance 1 (Ioffe and Szegedy, 2015).
//!
//! What it is not: the loops over plain float32 values (`kernels/batch_norm.rs`). Start reading at [`batch_norm`].

use smallvec::smallvec;

use super::{
    Args, Operator, add, contiguous, mean, mul,
    norm::{
        Grouping, affine, affine_sample, check_affine, check_float, is_adjacent, normalize_groups,
        plain_values, recorded, x,
    },
    reshape, rsqrt, sub,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Context, Gradients, is_recording},
    bail,
    kernels::{batch_norm as kernel, normalize::given, real::Real},
    tensor::{Dims, layout::shape_text, recycle},
};

/// Each channel (dimension 1) over all else.
fn channels_of(x: &Tensor) -> Grouping {
    let mut affine: Dims = smallvec![1; x.ndim()];
    affine[1] = x.shape()[1];
    let dims = (0..x.ndim() as i64).filter(|&dim| dim != 1).collect();
    Grouping { view: x.shape().into(), dims, affine }
}

/// What `batch_norm` keeps from batch to batch.
#[derive(Clone, Copy)]
pub struct Running<'a> {
    pub mean: Option<&'a Tensor>,
    pub var: Option<&'a Tensor>,
    /// How much of a new batch goes into it.
    pub momentum: f64,
}

/// Each channel normalised over the batch, whose statistics go into the running ones; or, unless `training`,
/// normalised by the running ones.
pub fn batch_norm(
    x: &Tensor,
    running: Running,
    [weight, bias]: [Option<&Tensor>; 2],
    training: bool,
    eps: f64,
) -> Result<Tensor> {
    if x.ndim() < 2 {
        bail!(Value, "expected 2D or 3D input (got {}D input)", x.ndim());
    }
    check_float(x, "batch_norm")?;
    let channels = x.shape()[1];
    for (name, tensor) in
        [("running_mean", running.mean), ("running_var", running.var), ("weight", weight), ("bias", bias)]
    {
        check_affine(tensor, channels, name)?;
    }
    if training {
        if x.numel() == channels {
            bail!(
                Value,
                "Expected more than 1 value per channel when training, got input size torch.Size({})",
                shape_text(x.shape())
            );
        }
        return by_batch(x, running, [weight, bias], eps);
    }
    let (Some(center), Some(variance)) = (running.mean, running.var) else {
        let missing = if running.mean.is_none() { "running_mean" } else { "running_var" };
        bail!(Runtime, "{missing} must be defined in evaluation mode");
    };
    if let Some(output) = by_running_plainly(x, [center, variance], [weight, bias], eps)? {
        return Ok(output);
    }
    let grouping = channels_of(x);
    let scale = rsqrt(&add(&reshape(&variance.detach(), &grouping.affine)?, eps)?)?;
    let hat = mul(&sub(x, &reshape(&center.detach(), &grouping.affine)?)?, &scale)?;
    affine(&hat, weight, bias, &grouping.affine)
}

/// Normalised by the batch's own statistics, which go into the running ones.
fn by_batch(x: &Tensor, running: Running, affine: [Option<&Tensor>; 2], eps: f64) -> Result<Tensor> {
    const NAME: &str = "NativeBatchNormBackward0";
    let grouping = channels_of(x);
    let Some(weights) = plain_values(affine)?.filter(|_| is_adjacent(x)) else {
        let (values, dims) = (x.detach(), &grouping.dims);
        running.blend(|| mean(&values, dims, false), || super::var(&values, dims, 1.0, false))?;
        return normalize_groups(NAME, x, affine, grouping, eps, None);
    };
    let sizes = sizes_of(x);
    let (means, squares) = kernel::statistics(&x.contiguous_values()?, sizes);
    let scales: Vec<f32> = squares.iter().map(|&sum| kernel::scale(sum, sizes.count(), eps)).collect();
    running.blend_plainly(&means, &squares, sizes)?;
    let output = linear(x, sizes, &means, &scales, weights.each_ref().map(Option::as_deref))?;
    let has = affine.map(|tensor| tensor.is_some());
    Ok(recorded(NAME, x, affine, grouping, eps, output, move |ctx| {
        quick_gradients(ctx, &means, &scales, has)
    }))
}

/// Writes a function of its place and value over each.
fn replace(own: &Tensor, new: impl Fn(usize, f32) -> f32) -> Result<()> {
    let values = own.detach().cast(Dtype::Float32)?.to_vec::<f32>()?;
    let values: Vec<f32> = values.into_iter().enumerate().map(|(at, value)| new(at, value)).collect();
    own.write(&Tensor::from_vec(values, own.shape()))
}

fn sizes_of(x: &Tensor) -> kernel::Sizes {
    kernel::Sizes { samples: x.shape()[0], channels: x.shape()[1], inner: x.shape()[2..].iter().product() }
}

/// (x - mean)·scale·weight + bias as one product and one sum for each value.
fn linear(
    x: &Tensor,
    sizes: kernel::Sizes,
    means: &[f32],
    scales: &[f32],
    [weight, bias]: [Option<&[f32]>; 2],
) -> Result<Tensor> {
    let factor = |(at, scale): (usize, &f32)| scale * given(weight, at, 1.0);
    let factors: Vec<f32> = scales.iter().enumerate().map(factor).collect();
    let term = |(at, mean): (usize, &f32)| (-mean).fused(factors[at], given(bias, at, 0.0));
    let terms: Vec<f32> = means.iter().enumerate().map(term).collect();
    let mut out = recycle::filled(0.0, x.numel())?;
    kernel::apply(&x.contiguous_values()?, sizes, &factors, &terms, &mut out);
    Ok(Tensor::from_vec(out, x.shape()))
}

/// Normalised by the running statistics in one pass, where nothing asks for a gradient.
fn by_running_plainly(
    x: &Tensor,
    running: [&Tensor; 2],
    affine: [Option<&Tensor>; 2],
    eps: f64,
) -> Result<Option<Tensor>> {
    let inputs: Vec<&Tensor> = [x].into_iter().chain(affine.into_iter().flatten()).collect();
    let (Some(weights), Some([Some(means), Some(variances)])) =
        (plain_values(affine)?, plain_values(running.map(Some))?)
    else {
        return Ok(None);
    };
    if !is_adjacent(x) || is_recording(&inputs) {
        return Ok(None);
    }
    let scales: Vec<f32> = variances.iter().map(|variance| 1.0 / (variance + eps as f32).sqrt()).collect();
    linear(x, sizes_of(x), &means, &scales, weights.each_ref().map(Option::as_deref)).map(Some)
}

/// The gradients of values, weight and bias in two passes; `None` where they are to have gradients, or values do not lie
/// plainly.
fn quick_gradients(
    ctx: &Context,
    means: &[f32],
    scales: &[f32],
    [has_weight, has_bias]: [bool; 2],
) -> Result<Option<Gradients>> {
    let x = ctx.saved(0);
    let grad = contiguous(ctx.grad())?;
    let weights = plain_values([has_weight.then(|| ctx.saved(1)), None])?;
    let (Some(weights), false) = (weights, is_recording(&[x, &grad])) else { return Ok(None) };
    if !is_adjacent(x) || !is_adjacent(&grad) {
        return Ok(None);
    }
    let (values, slopes, sizes) = (x.contiguous_values()?, grad.contiguous_values()?, sizes_of(x));
    let saved = kernel::Saved { values: &values, grad: &slopes, means, scales };
    let (sums, products) = kernel::gradient_sums(saved, sizes);
    let first = ctx.when(0, || {
        let mut out = recycle::filled(0.0, x.numel())?;
        kernel::gradient(saved, sizes, (&sums, &products), weights[0].as_deref(), &mut out);
        Ok(Tensor::from_vec(out, x.shape()))
    })?;
    let of_channels = |values: Vec<f32>| Ok(Tensor::from_vec(values, &[sizes.channels]));
    let mut gradients: Gradients = smallvec![first];
    if has_weight {
        let of_weight = products.iter().zip(scales).map(|(sum, &scale)| (sum * scale as f64) as f32);
        gradients.push(ctx.when(1, || of_channels(of_weight.collect()))?);
    }
    if has_bias {
        let count = gradients.len();
        gradients.push(ctx.when(count, || of_channels(sums.iter().map(|&sum| sum as f32).collect()))?);
    }
    Ok(Some(gradients))
}

impl Running<'_> {
    /// As [`Running::blend`], with PyTorch's rounding: that of the variance's new part is the sum's.
    fn blend_plainly(&self, means: &[f32], squares: &[f32], sizes: kernel::Sizes) -> Result<()> {
        let (part, rest) = (self.momentum as f32, (1.0 - self.momentum) as f32);
        let unbiased = sizes.count() - 1.0;
        if let Some(own) = self.mean {
            replace(own, |at, value| part * means[at] + rest * value)?;
        }
        if let Some(own) = self.var {
            replace(own, |at, value| part.fused(squares[at] / unbiased, rest * value))?;
        }
        Ok(())
    }

    /// Lets the statistics of a new batch go in.
    pub(super) fn blend(
        &self,
        new_mean: impl FnOnce() -> Result<Tensor>,
        new_var: impl FnOnce() -> Result<Tensor>,
    ) -> Result<()> {
        let blend = |own: &Tensor, new: &Tensor| {
            let kept = mul(&own.detach(), 1.0 - self.momentum)?;
            own.write(&add(&kept, &mul(&new.cast(own.dtype())?, self.momentum)?)?)
        };
        if let Some(own) = self.mean {
            blend(own, &new_mean()?)?;
        }
        if let Some(own) = self.var {
            blend(own, &new_var()?)?;
        }
        Ok(())
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, \
         bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor",
        |args| {
            let running =
                Running { mean: args.optional_tensor(1)?, var: args.optional_tensor(2)?, momentum: args.float(6)? };
            let affine = [args.optional_tensor(3)?, args.optional_tensor(4)?];
            batch_norm(args.tensor(0)?, running, affine, args.bool(5)?, args.float(7)?).map(Into::into)
        },
    )
    .doc("Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted.")
    .functional()
    .samples(|| {
        // float32, because running statistics have no gradient.
        let running = || [0.3_f32, 0.9].map(|value| Tensor::from_vec(vec![value; 2], &[2]).into());
        let [weight, bias] = affine_sample();
        let none = || [super::Arg::None, super::Arg::None];
        let trained = [x().into()].into_iter().chain(none()).chain([weight.into(), bias.into(), true.into()]);
        vec![Args::new(trained), Args::new([x().into()].into_iter().chain(running()))]
    }),
];
