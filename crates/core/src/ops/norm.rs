//! Normalisations: values brought to mean 0 and variance 1 over some dimensions, then scaled and shifted.
//!
//! `layer_norm` takes each sample over its last dimensions (Ba et al., 2016), `group_norm` each sample's groups of channels
//! (Wu and He, 2018), `instance_norm` each channel of each sample; `batch_norm` has a file of its own.

use std::cell::Ref;

use smallvec::smallvec;

use super::{
    Args, Operator, add,
    batch_norm::{Running, batch_norm},
    elementwise::is_plain,
    mean, mul, reshape, rsqrt, square, sub,
};
use crate::{
    Error, Result, Tensor,
    autograd::{Context, Gradients, Save, is_recording, record},
    bail,
    kernels::normalize,
    tensor::{Dims, layout::shape_text, memory, recycle},
};

/// How values are grouped: the input seen as `view`, with the dimensions `dims` of that normalised together, and with
/// weight and bias seen as `affine`.
pub(super) struct Grouping {
    pub view: Dims,
    pub dims: Vec<i64>,
    pub affine: Dims,
}

/// The mean and one over the standard deviation of each group, in the view's shape with sizes of 1.
fn statistics(x: &Tensor, dims: &[i64], eps: f64) -> Result<(Tensor, Tensor)> {
    let center = mean(x, dims, true)?;
    let variance = mean(&square(&sub(x, &center)?)?, dims, true)?;
    Ok((center, rsqrt(&add(&variance, eps)?)?))
}

/// How wide the groups are where they lie as rows of adjacent float32 values, which are normalised in one pass. The same
/// bits come of operators, which gradients that are to have gradients need.
fn row_width(x: &Tensor, dims: &[i64]) -> Option<usize> {
    let inner = x.ndim() - dims.len();
    let is_behind = dims.iter().enumerate().all(|(at, &dim)| dim == (inner + at) as i64);
    let width = x.shape()[inner..].iter().product();
    (is_adjacent(x) && is_behind && width >= normalize::SHORTEST).then_some(width)
}

/// The values at mean 0 and variance 1, and one over the standard deviation of each group.
fn normal(x: &Tensor, dims: &[i64], eps: f64) -> Result<(Tensor, Tensor)> {
    let Some(width) = row_width(x, dims).filter(|_| !is_recording(&[x])) else {
        let (center, scale) = statistics(x, dims, eps)?;
        return Ok((mul(&sub(x, &center)?, &scale)?, scale));
    };
    let mut hat = recycle::filled(0.0, x.numel())?;
    let mut scales = recycle::filled(0.0, x.numel() / width)?;
    normalize::rows(&x.contiguous_values()?, width, eps as f32, &mut hat, &mut scales);
    let sizes: Dims =
        (0..x.ndim()).map(|dim| if dims.contains(&(dim as i64)) { 1 } else { x.shape()[dim] }).collect();
    Ok((Tensor::from_vec(hat, x.shape()), Tensor::from_vec(scales, &sizes)))
}

/// The gradient of x̂ = (x - μ)/σ: (g - mean(g) - x̂·mean(g·x̂))/σ.
fn normal_gradient(grad: &Tensor, hat: &Tensor, scale: &Tensor, dims: &[i64]) -> Result<Tensor> {
    let width = row_width(grad, dims).filter(|_| row_width(hat, dims).is_some());
    let Some(width) = width.filter(|_| !is_recording(&[grad, hat, scale])) else {
        let along = mul(hat, &mean(&mul(grad, hat)?, dims, true)?)?;
        let rest = sub(&sub(grad, &mean(grad, dims, true)?)?, &along)?;
        return mul(&rest, scale);
    };
    let mut out = recycle::filled(0.0, grad.numel())?;
    normalize::rows_gradient(
        &grad.contiguous_values()?,
        &hat.contiguous_values()?,
        &scale.contiguous_values()?,
        width,
        &mut out,
    );
    Ok(Tensor::from_vec(out, grad.shape()))
}

pub(super) fn affine(
    x: &Tensor,
    weight: Option<&Tensor>,
    bias: Option<&Tensor>,
    shape: &[usize],
) -> Result<Tensor> {
    let mut out = x.clone();
    if let Some(weight) = weight {
        out = mul(&out, &reshape(weight, shape)?)?;
    }
    if let Some(bias) = bias {
        out = add(&out, &reshape(bias, shape)?)?;
    }
    Ok(out)
}

/// The values of two tensors, of which there may be less.
type Pair<'a> = [Option<Ref<'a, [f32]>>; 2];

/// Values of tensors that one pass may run over; `None` where one of them is not float32, adjacent and on the CPU.
pub(super) fn plain_values(tensors: [Option<&Tensor>; 2]) -> Result<Option<Pair<'_>>> {
    if !tensors.iter().flatten().all(|tensor| is_adjacent(tensor)) {
        return Ok(None);
    }
    let [first, second] = tensors.map(|tensor| tensor.map(Tensor::contiguous_values).transpose());
    Ok(Some([first?, second?]))
}

pub(super) fn is_adjacent(x: &Tensor) -> bool {
    is_plain(x) && x.is_contiguous() && x.numel() > 0
}

/// Normalises by the groups' own statistics; `quick` is the result where a pass of its own has made it.
pub(super) fn normalize_groups(
    name: &'static str,
    x: &Tensor,
    [weight, bias]: [Option<&Tensor>; 2],
    grouping: Grouping,
    eps: f64,
    quick: Option<Tensor>,
) -> Result<Tensor> {
    let output = match quick {
        Some(output) => output,
        None => {
            let (hat, _) = normal(&reshape(&x.detach(), &grouping.view)?, &grouping.dims, eps)?;
            let (own_weight, own_bias) = (weight.map(Tensor::detach), bias.map(Tensor::detach));
            let output = affine(&hat, own_weight.as_ref(), own_bias.as_ref(), &grouping.affine)?;
            reshape(&output, x.shape())?.copy()?
        }
    };
    Ok(recorded(name, x, [weight, bias], grouping, eps, output, |_| Ok(None)))
}

/// The result with its place in the graph; `quick` gives the gradients where a pass of its own can.
pub(super) fn recorded(
    name: &'static str,
    x: &Tensor,
    [weight, bias]: [Option<&Tensor>; 2],
    grouping: Grouping,
    eps: f64,
    output: Tensor,
    quick: impl Fn(&Context) -> Result<Option<Gradients>> + 'static,
) -> Tensor {
    let inputs: Vec<&Tensor> = [x].into_iter().chain(weight).chain(bias).collect();
    let save: Vec<Save> = [x].into_iter().chain(weight).map(Save::Input).collect();
    let has = [weight.is_some(), bias.is_some()];
    record(name, &inputs, &save, output, move |ctx| match quick(ctx)? {
        Some(gradients) => Ok(gradients),
        None => gradients(ctx, &grouping, eps, has),
    })
}

/// The gradients of values, weight and bias, by operators that have gradients themselves.
fn gradients(
    ctx: &Context,
    Grouping { view, dims, affine }: &Grouping,
    eps: f64,
    [has_weight, has_bias]: [bool; 2],
) -> Result<Gradients> {
    let (hat, scale) = normal(&reshape(ctx.saved(0), view)?, dims, eps)?;
    let grad = reshape(ctx.grad(), view)?;
    let first = ctx.when(0, || {
        let grad = if has_weight { mul(&grad, &reshape(ctx.saved(1), affine)?)? } else { grad.clone() };
        reshape(&normal_gradient(&grad, &hat, &scale, dims)?, ctx.grad().shape())
    })?;
    let mut gradients: Gradients = smallvec![first];
    if has_weight {
        let shape = ctx.saved(1).shape();
        gradients.push(ctx.when(1, || folded(&mul(&grad, &hat)?, affine, shape))?);
    }
    if has_bias {
        let count = gradients.len();
        let shape: Dims = smallvec![affine.iter().product()];
        let shape = if has_weight { ctx.saved(1).shape() } else { &shape };
        gradients.push(ctx.when(count, || folded(&grad, affine, shape))?);
    }
    Ok(gradients)
}

/// A gradient summed to where weight or bias was broadcast from, in its own shape.
pub(super) fn folded(grad: &Tensor, affine: &[usize], shape: &[usize]) -> Result<Tensor> {
    reshape(&super::sum_to(grad, affine)?, shape)
}

pub(super) fn check_affine(weight: Option<&Tensor>, channels: usize, name: &str) -> Result<()> {
    let Some(weight) = weight else { return Ok(()) };
    if weight.numel() != channels {
        bail!(Runtime, "{name} should contain {channels} elements not {}", weight.numel());
    }
    if weight.ndim() != 1 {
        bail!(Runtime, "TensorAccessor expected 1 dims but tensor has {}", weight.ndim());
    }
    Ok(())
}

pub(super) fn check_float(x: &Tensor, kernel: &str) -> Result<()> {
    if !x.dtype().is_float() {
        bail!(NotImplemented, "\"{kernel}\" not implemented for '{}'", x.dtype().message_name());
    }
    Ok(())
}

/// What a pass over plain values makes of them, weight and bias; `None` where they do not lie plainly.
pub(super) fn made_plainly(
    x: &Tensor,
    affine: [Option<&Tensor>; 2],
    pass: impl FnOnce(&[f32], [Option<&[f32]>; 2], &mut [f32]),
) -> Result<Option<Tensor>> {
    let Some(affine) = plain_values(affine)?.filter(|_| is_adjacent(x)) else { return Ok(None) };
    let mut out = recycle::filled(0.0, x.numel())?;
    pass(&x.contiguous_values()?, [affine[0].as_deref(), affine[1].as_deref()], &mut out);
    Ok(Some(Tensor::from_vec(out, x.shape())))
}

/// Each sample normalised over its last dimensions, which have the shape `shape`.
pub fn layer_norm(x: &Tensor, shape: &[usize], affine: [Option<&Tensor>; 2], eps: f64) -> Result<Tensor> {
    if shape.is_empty() {
        bail!(
            Runtime,
            "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got \
             normalized_shape = []"
        );
    }
    if !x.shape().ends_with(shape) {
        let expected: Vec<String> = shape.iter().map(usize::to_string).collect();
        bail!(
            Runtime,
            "Given normalized_shape={}, expected input with shape [*, {}], but got input of size{}",
            shape_text(shape),
            expected.join(", "),
            shape_text(x.shape())
        );
    }
    check_float(x, "LayerNormKernelImpl")?;
    for (name, tensor) in [("weight", affine[0]), ("bias", affine[1])] {
        if let Some(tensor) = tensor
            && tensor.shape() != shape
        {
            bail!(
                Runtime,
                "Expected {name} to be of same shape as normalized_shape, but got {name} of shape {} and \
                 normalized_shape = {}",
                shape_text(tensor.shape()),
                shape_text(shape)
            );
        }
    }
    let dims = (x.ndim() - shape.len()..x.ndim()).map(|dim| dim as i64).collect();
    let grouping = Grouping { view: x.shape().into(), dims, affine: shape.into() };
    let quick = made_plainly(x, affine, |values, affine, out| {
        normalize::layers(values, shape.iter().product(), affine, eps as f32, out);
    })?;
    normalize_groups("NativeLayerNormBackward0", x, affine, grouping, eps, quick)
}

/// Each sample's channels in `groups`, each group normalised.
pub fn group_norm(x: &Tensor, groups: i64, affine: [Option<&Tensor>; 2], eps: f64) -> Result<Tensor> {
    if x.ndim() < 2 {
        bail!(Runtime, "Expected at least 2 dimensions for input tensor but received {}", x.ndim());
    }
    let channels = x.shape()[1];
    if groups <= 0 {
        bail!(Runtime, "Expected num groups to be greater than 0, got {groups}");
    }
    let groups = usize::try_from(groups).unwrap_or(usize::MAX);
    if !channels.is_multiple_of(groups) {
        bail!(
            Runtime,
            "Expected number of channels in input to be divisible by num_groups, but got input of shape {} and \
             num_groups={groups}",
            shape_text(x.shape())
        );
    }
    check_float(x, "GroupNormKernelImpl")?;
    for (name, tensor) in [("weight", affine[0]), ("bias", affine[1])] {
        if let Some(tensor) = tensor
            && tensor.shape() != [channels]
        {
            bail!(
                Runtime,
                "Expected {name} to be a vector of size equal to the number of channels in input, but got {name} of \
                 shape {} and input of shape {}",
                shape_text(tensor.shape()),
                shape_text(x.shape())
            );
        }
    }
    let inner: usize = x.shape()[2..].iter().product();
    let grouping = Grouping {
        view: smallvec![x.shape()[0], groups, channels / groups, inner],
        dims: vec![2, 3],
        affine: smallvec![1, groups, channels / groups, 1],
    };
    memory::numel(&grouping.view)?;
    let quick = made_plainly(x, affine, |values, affine, out| {
        normalize::groups(values, (channels / groups * inner, inner, channels), affine, eps, out);
    })?;
    normalize_groups("NativeGroupNormBackward0", x, affine, grouping, eps, quick)
}

/// Each channel of each sample normalised: a group norm with as many groups as channels. The mean statistics of the
/// samples go into the running ones; or, unless `by_input`, it is normalised by those.
pub fn instance_norm(
    x: &Tensor,
    running: Running,
    affine: [Option<&Tensor>; 2],
    by_input: bool,
    eps: f64,
) -> Result<Tensor> {
    let too_small = || {
        let told = shape_text(x.shape());
        Error::Value(format!(
            "Expected more than 1 spatial element when training, got input size torch.Size({told})"
        ))
    };
    let &[samples, channels, ref spatial @ ..] = x.shape() else { return Err(too_small()) };
    if by_input && spatial.iter().product::<usize>() == 1 {
        return Err(too_small());
    }
    let names = ["running_mean", "running_var", "weight", "bias"];
    for (name, tensor) in names.iter().zip([running.mean, running.var, affine[0], affine[1]]) {
        if let Some(short) = tensor.filter(|tensor| tensor.numel() != channels) {
            let (wanted, given) = (samples.saturating_mul(channels), samples.saturating_mul(short.numel()));
            bail!(Runtime, "{name} should contain {wanted} elements not {given}");
        }
        check_affine(tensor, channels, name)?;
    }
    if !by_input {
        if running.mean.is_none() || running.var.is_none() {
            bail!(
                Runtime,
                "Expected running_mean and running_var to be defined when use_input_stats is false"
            );
        }
        return batch_norm(x, running, affine, false, eps);
    }
    let output = group_norm(x, channels as i64, affine, eps)?;
    let (x, inner) = (x.detach(), (2..x.ndim() as i64).collect::<Vec<_>>());
    running.blend(
        || mean(&mean(&x, &inner, false)?, &[0], false),
        || mean(&super::var(&x, &inner, 1.0, false)?, &[0], false),
    )?;
    Ok(output)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) \
         -> Tensor",
        |args| {
            let shape = memory::sizes(args.ints(1)?, args.tensor(0)?.dtype())?;
            let affine = [args.optional_tensor(2)?, args.optional_tensor(3)?];
            layer_norm(args.tensor(0)?, &shape, affine, args.float(4)?).map(Into::into)
        },
    )
    .doc("Each sample brought to mean 0 and variance 1 over its last dimensions, then scaled and shifted.")
    .also_functional()
    .samples(|| {
        let [weight, bias] = affine_sample();
        let x = || super::transpose(&x(), 1, 2).and_then(|x| x.copy()).expect("three dimensions");
        vec![Args::new([x().into(), [2].into(), weight.into(), bias.into()]), Args::new([x().into(), [3, 2].into()])]
    }),
    Operator::new(
        "group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor",
        |args| {
            let affine = [args.optional_tensor(2)?, args.optional_tensor(3)?];
            group_norm(args.tensor(0)?, args.int(1)?, affine, args.float(4)?).map(Into::into)
        },
    )
    .doc("Each sample's groups of channels brought to mean 0 and variance 1, then scaled and shifted.")
    .also_functional()
    .samples(|| {
        let [weight, bias] = affine_sample();
        vec![Args::new([x().into(), 2.into(), weight.into(), bias.into()])]
    }),
    Operator::new(
        "instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, \
         Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-05) -> Tensor",
        |args| {
            let running =
                Running { mean: args.optional_tensor(1)?, var: args.optional_tensor(2)?, momentum: args.float(6)? };
            let affine = [args.optional_tensor(3)?, args.optional_tensor(4)?];
            instance_norm(args.tensor(0)?, running, affine, args.bool(5)?, args.float(7)?).map(Into::into)
        },
    )
    .node("ViewBackward0")
    .doc("Each channel of each sample brought to mean 0 and variance 1, then scaled and shifted.")
    .functional()
    .samples(|| vec![Args::new([x().into()])]),
];

/// `[2, 2, 3]`.
pub(super) fn x() -> Tensor {
    Tensor::from_vec((0..12).map(|i| ((i * 5 + 2) % 13) as f64 * 0.3 - 1.5).collect(), &[2, 2, 3])
}
pub(super) fn affine_sample() -> [Tensor; 2] {
    [Tensor::from_vec(vec![1.5, 0.5], &[2]), Tensor::from_vec(vec![0.2, -0.3], &[2])]
}
