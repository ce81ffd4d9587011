//! Losses of classes: `nll_loss` (negative log-likelihood) and `cross_entropy`.
//!
//! Inputs are `[classes]`, `[batch, classes]` or `[batch, classes, ...]`; targets are class numbers in the shape
//! without the classes, or (for `cross_entropy`) probabilities in the input's shape. Sums over the batch are cascades
//! with eight levels, PyTorch's order.

use std::rc::Rc;

use smallvec::smallvec;

use super::{
    Args, Operator, Value, add, div, log_softmax,
    loss::Reduction,
    masked_fill, mul, ne, neg,
    places::{self, Places},
    reshape, squeeze, sum, unsqueeze, where_,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::record,
    bail, dispatch_compute,
    kernels::gemm::Number,
    tensor::{Dims, common_device, device::on_gpu, gpu, layout::shape_text},
};

/// Where a batch's classes lie: `[batch, classes, inner]`.
struct Classes {
    count: usize,
    inner: usize,
}

impl Classes {
    fn of(input: &Tensor) -> Self {
        let dim = class_dim(input);
        Classes { count: input.shape()[dim], inner: input.shape()[dim + 1..].iter().product() }
    }

    /// The place of each target's class in the input; `None` for targets to ignore.
    fn places(&self, targets: &[i64], ignore_index: i64) -> Result<Vec<Option<(usize, usize)>>> {
        let place = |(at, &target): (usize, &i64)| {
            if target == ignore_index {
                return Ok(None);
            }
            if target < 0 || target >= self.count as i64 {
                bail!(Index, "Target {target} is out of bounds.");
            }
            let class = target as usize;
            Ok(Some((((at / self.inner) * self.count + class) * self.inner + at % self.inner, class)))
        };
        targets.iter().enumerate().map(place).collect()
    }
}

fn class_dim(input: &Tensor) -> usize {
    usize::from(input.ndim() > 1)
}

/// The target of an input without a batch as the one class that it is.
fn one_class(input: &Tensor, target: &Tensor) -> Result<Tensor> {
    if input.ndim() != 1 || target.ndim() != 1 || target.dtype().is_float() {
        return Ok(target.clone());
    }
    if target.numel() != 1 {
        let size = target.numel();
        bail!(Value, "For 1D input, 1D target must have size 1, but got target size: {size}");
    }
    reshape(target, &[])
}

fn check(input: &Tensor, target: &Tensor, weight: Option<&Tensor>) -> Result<()> {
    if input.ndim() == 0 {
        bail!(Value, "Expected 1 or more dimensions (got 0)");
    }
    // A target without dimensions counts as no batch.
    let batch = target.shape().first().copied().unwrap_or(0);
    if input.ndim() > 1 && input.shape()[0] != batch {
        bail!(
            Value,
            "Expected input batch_size ({}) to match target batch_size ({batch}).",
            input.shape()[0]
        );
    }
    let dim = class_dim(input);
    let mut expected: Dims = input.shape().into();
    expected.remove(dim);
    if target.shape() != &expected[..] {
        if input.ndim() <= 2 {
            bail!(Runtime, "0D or 1D target tensor expected, multi-target not supported");
        }
        bail!(Runtime, "Expected target size {}, got {}", shape_text(&expected), shape_text(target.shape()));
    }
    if !matches!(target.dtype(), Dtype::Int64 | Dtype::Uint8) {
        bail!(Runtime, "expected target dtype to be Long or Byte, but got {}", target.dtype().message_name());
    }
    let classes = input.shape()[dim];
    if let Some(weight) = weight
        && weight.shape() != [classes]
    {
        bail!(
            Runtime,
            "weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of \
             shape: {}",
            shape_text(weight.shape())
        );
    }
    if let Some(weight) = weight
        && weight.dtype() != input.dtype()
    {
        let (expected, found) = (input.dtype().message_name(), weight.dtype().message_name());
        bail!(Runtime, "expected scalar type {expected} but found {found}");
    }
    Ok(())
}

/// The sum of `values` in PyTorch's order for this loss: eight levels, each taking up sixteen or more of the one below.
fn cascade<T: Number>(values: impl ExactSizeIterator<Item = T>) -> T {
    const LEVELS: usize = 8;
    let count = values.len().max(1);
    let power = (count.next_power_of_two().trailing_zeros() as usize / LEVELS).max(4);
    let mask = (1 << power) - 1;
    let mut sums = [T::default(); LEVELS];
    for (at, value) in values.enumerate() {
        sums[0] = sums[0].plus(value);
        for level in 0..LEVELS - 1 {
            if at & (mask << (level * power)) != 0 {
                break;
            }
            sums[level + 1] = sums[level + 1].plus(sums[level]);
            sums[level] = T::default();
        }
    }
    sums.into_iter().fold(T::default(), T::plus)
}

fn cascade_of(x: &Tensor) -> Result<Tensor> {
    on_gpu!(x.device() => sum(x, &[], false));
    let whole = x.cast(x.dtype().compute())?.to_contiguous()?;
    dispatch_compute!(whole.dtype(), T => {
        let total = cascade(whole.contiguous_values::<T>()?.iter().copied());
        Tensor::from_vec(vec![total], &[]).cast(x.dtype())
    })
}

/// The cost of each target's class: minus its weight, 0 where it is ignored.
fn factors(
    places: &[Option<(usize, usize)>],
    weight: Option<&Tensor>,
    shape: &[usize],
    dtype: Dtype,
) -> Result<Tensor> {
    let weights = weight.map(Tensor::to_vec::<f64>).transpose()?;
    let factor = |place: &Option<(usize, usize)>| match place {
        Some((_, class)) => -weights.as_ref().map_or(1.0, |weights| weights[*class]),
        None => 0.0,
    };
    Tensor::from_vec::<f64>(places.iter().map(factor).collect(), shape).cast(dtype)
}

/// -weight·input at the target's class. The mean divides by the sum of the weights, not by the count.
pub fn nll_loss(
    input: &Tensor,
    target: &Tensor,
    weight: Option<&Tensor>,
    ignore_index: i64,
    reduction: Reduction,
) -> Result<Tensor> {
    let target = &one_class(input, target)?;
    check(input, target, weight)?;
    on_gpu!(common_device(&[input, target])? => gpu_nll_loss(input, target, weight, ignore_index, reduction));
    let found = Classes::of(input).places(&target.to_vec::<i64>()?, ignore_index)?;
    let starts = found.iter().map(|place| place.map_or(0, |(at, _)| at)).collect();
    let places = Places::single(starts);
    let chosen = places::take(&input.detach(), &places, target.shape(), "NllLossBackward0")?;
    let (output, slope) = if weight.is_none() && found.iter().all(Option::is_some) {
        let factors = Tensor::full(target.shape(), Scalar::Int(-1), input.dtype())?;
        let total = || Ok(Tensor::scalar(Scalar::Int(found.len() as i64), input.dtype()));
        reduced(neg(&chosen)?, factors, reduction, total)?
    } else {
        let factors = factors(&found, weight, target.shape(), input.dtype())?;
        weighted(&chosen, factors, reduction)?
    };
    let shape: Dims = input.shape().into();
    Ok(recorded(input, output, slope, places, shape))
}

/// What each value's logarithm adds to the loss: its factor, divided by the total of a mean.
struct Slope {
    factors: Tensor,
    total: Option<Tensor>,
}

impl Slope {
    /// Of the loss's gradient, which is divided first, as PyTorch does.
    fn times(&self, grad: &Tensor) -> Result<Tensor> {
        match &self.total {
            Some(total) => mul(&div(grad, total)?, &self.factors),
            None => mul(grad, &self.factors),
        }
    }
}

/// The logarithms times their factors, brought together.
fn weighted(chosen: &Tensor, factors: Tensor, reduction: Reduction) -> Result<(Tensor, Slope)> {
    // An ignored target's factor is 0, but what it points at may be infinite.
    let values = where_(&ne(&factors, 0)?, &mul(chosen, &factors)?, 0.0)?;
    let sum = factors.clone();
    reduced(values, factors, reduction, || neg(&cascade_of(&sum)?))
}

/// The values brought together, with their slopes; `total` is what a mean divides by.
fn reduced(
    values: Tensor,
    factors: Tensor,
    reduction: Reduction,
    total: impl FnOnce() -> Result<Tensor>,
) -> Result<(Tensor, Slope)> {
    Ok(match reduction {
        Reduction::None => (values, Slope { factors, total: None }),
        Reduction::Sum => (cascade_of(&values)?, Slope { factors, total: None }),
        Reduction::Mean => {
            let total = total()?;
            (div(&cascade_of(&values)?, &total)?, Slope { factors, total: Some(total) })
        }
    })
}

/// As [`nll_loss`], on the GPU: the target's class is found by comparing, so that the gradient is written without
/// adding to places.
fn gpu_nll_loss(
    input: &Tensor,
    target: &Tensor,
    weight: Option<&Tensor>,
    ignore_index: i64,
    reduction: Reduction,
) -> Result<Tensor> {
    let dim = class_dim(input) as i64;
    let factors = gpu_factors(target, weight, ignore_index, input.dtype())?;
    // An ignored target's class is none: its place is anywhere, and its factor is 0.
    let classes = where_(&ne(target, ignore_index)?, target, 0)?;
    let at = unsqueeze(&classes, dim)?;
    let chosen = squeeze(&super::gather(&input.detach(), dim, &at)?, &[dim])?;
    let (output, Slope { factors, total }) = weighted(&chosen, factors, reduction)?;
    // Divided once: on the GPU a division in each backward pass would be one more program to start.
    let share = total.map_or(Ok(factors.clone()), |total| div(&factors, &total))?;
    let mut line: Dims = smallvec![1; input.ndim()];
    line[dim as usize] = input.shape()[dim as usize];
    let numbers = reshape(&gpu::arange(line[dim as usize]), &line)?;
    Ok(record("NllLossBackward0", &[input], &[], output, move |ctx| {
        let hits = super::eq(&at, &numbers)?;
        let slopes = unsqueeze(&mul(ctx.grad(), &share)?, dim)?;
        Ok(smallvec![Some(super::mul_mask(&super::expand(&slopes, hits.shape())?, &hits)?)])
    }))
}

fn gpu_factors(target: &Tensor, weight: Option<&Tensor>, ignore_index: i64, dtype: Dtype) -> Result<Tensor> {
    let counts = ne(target, ignore_index)?;
    let factors = match weight {
        None => target.full_like(target.shape(), Scalar::Int(-1))?.cast(dtype)?,
        Some(weight) => {
            common_device(&[target, weight])?;
            let classes = where_(&counts, target, 0)?;
            neg(&super::take(&weight.detach(), &classes.cast(Dtype::Int64)?)?)?.cast(dtype)?
        }
    };
    where_(&counts, &factors, 0.0)
}

fn recorded(input: &Tensor, output: Tensor, slope: Slope, places: Rc<Places>, shape: Dims) -> Tensor {
    record("NllLossBackward0", &[input], &[], output, move |ctx| {
        Ok(smallvec![Some(places::put(&slope.times(ctx.grad())?, &places, &shape)?)])
    })
}

/// What [`cross_entropy`] may be told besides its inputs.
pub struct CrossEntropy<'a> {
    pub weight: Option<&'a Tensor>,
    pub ignore_index: i64,
    pub reduction: Reduction,
    pub label_smoothing: f64,
}

/// The negative logarithm of softmax(input) at the target's class, or its mean under the target's probabilities.
pub fn cross_entropy(input: &Tensor, target: &Tensor, options: &CrossEntropy) -> Result<Tensor> {
    if input.ndim() == 0 {
        bail!(Value, "Expected 1 or more dimensions (got 0)");
    }
    if !(0.0..=1.0).contains(&options.label_smoothing) {
        bail!(Runtime, "label_smoothing must be between 0.0 and 1.0. Got: {}", options.label_smoothing);
    }
    let logs = |input: &Tensor| log_softmax(input, class_dim(input) as i64);
    if input.shape() == target.shape() {
        if target.dtype().is_float() {
            return of_probabilities(&logs(input)?, target, options);
        }
        let kind = target.dtype().message_name();
        bail!(Runtime, "Expected floating point type for target with class probabilities, got {kind}");
    }
    let target = &one_class(input, target)?;
    check(input, target, options.weight)?;
    let logs = logs(input)?;
    let likely = nll_loss(&logs, target, options.weight, options.ignore_index, options.reduction)?;
    if options.label_smoothing == 0.0 {
        return Ok(likely);
    }
    let classes = input.shape()[class_dim(input)] as f64;
    let even = even_loss(&logs, target, options)?;
    add(&mul(&likely, 1.0 - options.label_smoothing)?, &mul(&even, options.label_smoothing / classes)?)
}

/// The weights in the shape in which they multiply the input.
fn class_weights(input: &Tensor, weight: &Tensor) -> Result<Tensor> {
    let mut shape: Dims = smallvec![1; input.ndim()];
    shape[class_dim(input)] = weight.numel();
    reshape(weight, &shape)
}

/// The loss if every class were the target: what label smoothing mixes in.
fn even_loss(logs: &Tensor, target: &Tensor, options: &CrossEntropy) -> Result<Tensor> {
    let weighted = match options.weight {
        Some(weight) => mul(logs, &class_weights(logs, weight)?)?,
        None => logs.clone(),
    };
    let values = neg(&sum(&weighted, &[class_dim(logs) as i64], false)?)?;
    let ignored = super::eq(target, options.ignore_index)?;
    let values = masked_fill(&values, &ignored, Scalar::Float(0.0).into())?;
    match options.reduction {
        Reduction::None => Ok(values),
        Reduction::Sum => sum(&values, &[], false),
        Reduction::Mean => {
            on_gpu!(logs.device() => {
                let factors = gpu_factors(target, options.weight, options.ignore_index, logs.dtype())?;
                div(&sum(&values, &[], false)?, &neg(&sum(&factors, &[], false)?)?)
            });
            let found = Classes::of(logs).places(&target.to_vec::<i64>()?, options.ignore_index)?;
            let factors = factors(&found, options.weight, target.shape(), logs.dtype())?;
            let total = neg(&sum(&factors, &[], false)?)?;
            div(&sum(&values, &[], false)?, &total)
        }
    }
}

fn of_probabilities(logs: &Tensor, target: &Tensor, options: &CrossEntropy) -> Result<Tensor> {
    let dim = class_dim(logs);
    let classes = logs.shape()[dim];
    let mut target = target.clone();
    if options.label_smoothing > 0.0 {
        let even = options.label_smoothing / classes as f64;
        target = add(&mul(&target, 1.0 - options.label_smoothing)?, even)?;
    }
    let mut product = mul(logs, &target)?;
    if let Some(weight) = options.weight {
        product = mul(&product, &class_weights(logs, weight)?)?;
    }
    match options.reduction {
        Reduction::None => neg(&sum(&product, &[dim as i64], false)?),
        Reduction::Sum => neg(&sum(&product, &[], false)?),
        Reduction::Mean => {
            let count = logs.numel().checked_div(classes).unwrap_or(0);
            div(&neg(&sum(&product, &[], false)?)?, count as i64)
        }
    }
}

fn cross_entropy_row(args: &Args) -> Result<Value> {
    let options = CrossEntropy {
        weight: args.optional_tensor(2)?,
        ignore_index: args.int(4)?,
        reduction: Reduction::from_name(&args.str(6)?)?,
        label_smoothing: args.float(7)?,
    };
    cross_entropy(args.tensor(0)?, args.tensor(1)?, &options).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "nll_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, \
         bool? reduce=None, str reduction='mean') -> Tensor",
        |args| {
            let reduction = Reduction::from_name(&args.str(6)?)?;
            let (weight, ignored) = (args.optional_tensor(2)?, args.int(4)?);
            nll_loss(args.tensor(0)?, args.tensor(1)?, weight, ignored, reduction).map(Into::into)
        },
    )
    .doc("Minus the log-probability at the target's class.")
    .functional()
    .samples(samples),
    Operator::new(
        "cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, \
         int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0) -> Tensor",
        cross_entropy_row,
    )
    .doc("The negative logarithm of softmax(input) at the target: a class, or a probability for each class.")
    .functional()
    .samples(samples),
];

fn samples() -> Vec<Args> {
    let scores = || Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3]);
    let classes = || Tensor::from_vec::<i64>(vec![2, 0], &[2]);
    let weights = Tensor::from_vec(vec![1.0, 2.0, 0.5], &[3]);
    vec![
        Args::new([scores().into(), classes().into()]),
        Args::new([scores().into(), classes().into(), weights.into()]),
    ]
}
