//! Convolutions of any number of dimensions, and their transposes.
//!
//! A window's values become a column (`unfold`), so that a convolution is a matrix product; with the matrix product's
//! the gradients of convolutions need nothing else. On the CPU a convolution with stride 1 that nobody differentiates
//! goes without columns (`conv_direct`).

use smallvec::smallvec;

use super::{
    Args, Operator, Value, add, matmul, reshape, squeeze, sum, transpose,
    unfold::{Windows, axes_text, fold, per_dim, unfold},
    unsqueeze,
};
use crate::{
    Result, Tensor,
    autograd::{Save, record},
    bail,
    tensor::{Dims, layout::shape_text},
};

/// What a convolution is told besides its tensors.
#[derive(Debug, Clone)]
pub struct Convolution {
    pub windows: Windows,
    pub groups: usize,
    /// For transposes: by how much the output is longer at its ends.
    pub output_padding: Dims,
}

impl Convolution {
    /// `[batch, groups·n, ...]` as `[batch, groups, n, values]`.
    fn grouped(&self, x: &Tensor) -> Result<Tensor> {
        let channels = x.shape()[1] / self.groups;
        reshape(x, &[x.shape()[0], self.groups, channels, x.shape()[2..].iter().product()])
    }
    fn grouped_columns(&self, columns: &Tensor) -> Result<Tensor> {
        let [batch, rows, windows] = [0, 1, 2].map(|dim| columns.shape()[dim]);
        reshape(columns, &[batch, self.groups, rows / self.groups, windows])
    }
    /// Weights as `[groups, n, the rest]`, n being a group's share of the first dimension.
    fn grouped_weight(&self, weight: &Tensor) -> Result<Tensor> {
        let rows = weight.shape()[0] / self.groups;
        reshape(weight, &[self.groups, rows, weight.shape()[1..].iter().product()])
    }

    /// `[batch, in, ...]` with weights `[out, in/groups, ...kernel]`; nothing is checked.
    fn forward(&self, x: &Tensor, weight: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
        if self.is_direct(&[x, weight]) {
            return self.direct_forward(x, weight, bias);
        }
        let columns = self.grouped_columns(&unfold(x, &self.windows)?)?;
        let product = matmul(&self.grouped_weight(weight)?, &columns)?;
        let mut shape: Dims = smallvec![x.shape()[0], weight.shape()[0]];
        shape.extend(self.windows.counts(&x.shape()[2..])?);
        with_bias(&reshape(&product, &shape)?, bias)
    }

    /// `[batch, in, ...]` with weights `[in, out/groups, ...kernel]` to an output of `size`; nothing is checked.
    fn transposed(&self, x: &Tensor, weight: &Tensor, size: &[usize]) -> Result<Tensor> {
        // With output_padding there may be more windows than values: `fold` says so.
        if self.is_direct(&[x, weight]) && self.windows.counts(size)?[..] == x.shape()[2..] {
            return self.direct_transposed(x, weight, size);
        }
        let weight = transpose(&self.grouped_weight(weight)?, 1, 2)?;
        let columns = matmul(&weight, &self.grouped(x)?)?;
        let rows = columns.shape()[1] * columns.shape()[2];
        fold(&reshape(&columns, &[x.shape()[0], rows, columns.shape()[3]])?, size, &self.windows)
    }

    /// The weights' gradient, from what the kernel was laid over and what came out there (or, for a transpose, the
    /// other way round).
    fn weight_gradient(&self, over: &Tensor, at: &Tensor, shape: &[usize]) -> Result<Tensor> {
        if self.is_direct(&[over, at]) {
            return self.direct_weight_gradient(over, at, shape);
        }
        let columns = self.grouped_columns(&unfold(over, &self.windows)?)?;
        let product = matmul(&self.grouped(at)?, &transpose(&columns, -2, -1)?)?;
        reshape(&sum(&product, &[0], false)?, shape)
    }

    /// The transpose's output size.
    fn transposed_size(&self, input: &[usize]) -> Result<Dims> {
        let windows = &self.windows;
        (0..input.len())
            .map(|dim| {
                let reach = (input[dim].max(1) - 1)
                    .saturating_mul(windows.stride[dim])
                    .saturating_add(windows.dilation[dim].saturating_mul(windows.kernel[dim] - 1))
                    .saturating_add(1);
                match reach.saturating_add(self.output_padding[dim]).checked_sub(2 * windows.padding[dim]) {
                    Some(size) if size > 0 => Ok(size),
                    _ => bail!(
                        Runtime,
                        "the output of this transposed convolution would be empty: padding is too large"
                    ),
                }
            })
            .collect()
    }
}

/// The bias's gradient: the sum over all but the channels.
fn bias_gradient(grad: &Tensor) -> Result<Tensor> {
    let dims: Vec<i64> = (0..grad.ndim() as i64).filter(|&dim| dim != 1).collect();
    sum(grad, &dims, false)
}

fn with_bias(output: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
    let Some(bias) = bias else { return Ok(output.clone()) };
    let mut shape: Dims = smallvec![1; output.ndim()];
    shape[1] = bias.numel();
    add(output, &reshape(&bias.detach(), &shape)?)
}

/// The convolution of `[batch, in, ...]` with `[out, in/groups, ...kernel]`.
pub fn conv(x: &Tensor, weight: &Tensor, bias: Option<&Tensor>, how: &Convolution) -> Result<Tensor> {
    check(x, weight, bias, how, false)?;
    let output = how.forward(&x.detach(), &weight.detach(), bias.map(Tensor::detach).as_ref())?;
    let inputs: Vec<&Tensor> = [x, weight].into_iter().chain(bias).collect();
    let (how, has_bias) = (how.clone(), bias.is_some());
    Ok(record("ConvolutionBackward0", &inputs, &[Save::Input(x), Save::Input(weight)], output, move |ctx| {
        let (grad, x, weight) = (ctx.grad(), ctx.saved(0), ctx.saved(1));
        let first = ctx.when(0, || how.transposed(grad, weight, &x.shape()[2..]))?;
        let second = ctx.when(1, || how.weight_gradient(x, grad, weight.shape()))?;
        let mut gradients = smallvec![first, second];
        if has_bias {
            gradients.push(ctx.when(2, || bias_gradient(grad))?);
        }
        Ok(gradients)
    }))
}

/// The transposed convolution of `[batch, in, ...]` with `[in, out/groups, ...kernel]`: the gradient of a convolution
/// with respect to its input.
pub fn conv_transpose(
    x: &Tensor,
    weight: &Tensor,
    bias: Option<&Tensor>,
    how: &Convolution,
) -> Result<Tensor> {
    check(x, weight, bias, how, true)?;
    let size = how.transposed_size(&x.shape()[2..])?;
    let output = with_bias(&how.transposed(&x.detach(), &weight.detach(), &size)?, bias)?;
    let inputs: Vec<&Tensor> = [x, weight].into_iter().chain(bias).collect();
    let (how, has_bias) = (how.clone(), bias.is_some());
    Ok(record("ConvolutionBackward0", &inputs, &[Save::Input(x), Save::Input(weight)], output, move |ctx| {
        let (grad, x, weight) = (ctx.grad(), ctx.saved(0), ctx.saved(1));
        let first = ctx.when(0, || how.forward(grad, weight, None))?;
        let second = ctx.when(1, || how.weight_gradient(grad, x, weight.shape()))?;
        let mut gradients = smallvec![first, second];
        if has_bias {
            gradients.push(ctx.when(2, || bias_gradient(grad))?);
        }
        Ok(gradients)
    }))
}

fn check(
    x: &Tensor,
    weight: &Tensor,
    bias: Option<&Tensor>,
    how: &Convolution,
    is_transposed: bool,
) -> Result<()> {
    check_weight(weight, how)?;
    if let Some(bias) = bias {
        let filters = if is_transposed { weight.shape()[1] * how.groups } else { weight.shape()[0] };
        check_bias(bias, filters, weight, is_transposed)?;
    }
    let channels = if is_transposed { weight.shape()[0] } else { weight.shape()[1] * how.groups };
    if x.shape()[1] != channels {
        bail!(
            Runtime,
            "Given {}groups={}, weight of size {}, expected input{} to have {channels} channels, but got {} channels \
             instead",
            if is_transposed { "transposed=1, " } else { "" },
            how.groups,
            shape_text(weight.shape()),
            shape_text(x.shape()),
            x.shape()[1]
        );
    }
    // The bias is looked at first.
    let others = [("bias", bias), ("weight", Some(weight))];
    for (name, other) in others.into_iter().filter_map(|(name, other)| Some((name, other?))) {
        if !x.dtype().is_float() && other.dtype().is_float() && (is_transposed || bias.is_none()) {
            let (given, expected) = (other.dtype().message_name(), x.dtype().message_name());
            bail!(Runtime, "expected scalar type {expected} but found {given}");
        }
        if x.dtype() != other.dtype() {
            bail!(
                Runtime,
                "Input type ({}) and {name} type ({}) should be the same",
                x.dtype().c_name(),
                other.dtype().c_name()
            );
        }
    }
    Ok(())
}

fn check_weight(weight: &Tensor, how: &Convolution) -> Result<()> {
    let (groups, filters) = (how.groups, weight.shape()[0]);
    if filters < groups {
        bail!(
            Runtime,
            "Given groups={groups}, expected weight to be at least {groups} at dimension 0, but got weight of size {} \
             instead",
            shape_text(weight.shape())
        );
    }
    if !filters.is_multiple_of(groups) {
        bail!(
            Runtime,
            "Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size \
             [{}] instead",
            shape_text(weight.shape())
        );
    }
    if how.windows.kernel.contains(&0) {
        bail!(
            Runtime,
            "kernel size should be greater than zero, but got {}",
            axes_text("kernel", how.windows.kernel.iter())
        );
    }
    Ok(())
}

fn check_bias(bias: &Tensor, filters: usize, weight: &Tensor, is_transposed: bool) -> Result<()> {
    if bias.shape() != [filters] {
        bail!(
            Runtime,
            "Given {}weight of size {}, expected bias to be 1-dimensional with {filters} elements, but got bias of size \
             {} instead",
            if is_transposed { "transposed=1, " } else { "" },
            shape_text(weight.shape()),
            shape_text(bias.shape())
        );
    }
    Ok(())
}

/// The rows' arguments: input, weight, bias, stride, padding, then for a convolution dilation and groups, for a
/// transpose output_padding, groups and dilation.
fn row(args: &Args, dims: usize, is_transposed: bool) -> Result<Value> {
    let (x, weight, bias) = (args.tensor(0)?, args.tensor(1)?, args.optional_tensor(2)?);
    let name = if is_transposed { "conv_transpose" } else { "conv" };
    if x.ndim() != dims + 1 && x.ndim() != dims + 2 {
        bail!(
            Runtime,
            "Expected {}D (unbatched) or {}D (batched) input to {name}{dims}d, but got input of size: {}",
            dims + 1,
            dims + 2,
            shape_text(x.shape())
        );
    }
    if weight.ndim() != dims + 2 {
        bail!(
            Runtime,
            "Expected {}D weight for {name}{dims}d, but got {}",
            dims + 2,
            shape_text(weight.shape())
        );
    }
    let [dilation, groups] = if is_transposed { [7, 6] } else { [5, 6] };
    let Some(groups) = usize::try_from(args.int(groups)?).ok().filter(|&groups| groups > 0) else {
        bail!(Runtime, "non-positive groups is not supported");
    };
    let how = Convolution {
        windows: Windows {
            kernel: weight.shape()[2..].into(),
            stride: per_dim(args.ints(3)?, dims, "stride", 1)?,
            padding: per_dim(args.ints(4)?, dims, "padding", 0)?,
            dilation: per_dim(args.ints(dilation)?, dims, "dilation", 1)?,
        },
        groups,
        output_padding: if is_transposed {
            per_dim(args.ints(5)?, dims, "output_padding", 0)?
        } else {
            smallvec![0; dims]
        },
    };
    check_output_padding(&how)?;
    let call = if is_transposed { conv_transpose } else { conv };
    if x.ndim() == dims + 2 {
        return call(x, weight, bias, &how).map(Into::into);
    }
    squeeze(&call(&unsqueeze(x, 0)?, weight, bias, &how)?, &[0]).map(Into::into)
}

fn check_output_padding(how: &Convolution) -> Result<()> {
    let Windows { stride, dilation, .. } = &how.windows;
    let padding = &how.output_padding;
    if (0..padding.len()).any(|dim| padding[dim] > 0 && padding[dim] >= stride[dim].max(dilation[dim])) {
        bail!(
            Runtime,
            "output padding must be smaller than either stride or dilation, but got {} {} {}",
            axes_text("output_padding", padding.iter()),
            axes_text("stride", stride.iter()),
            axes_text("dilation", dilation.iter())
        );
    }
    Ok(())
}

macro_rules! conv_row {
    ($name:literal, $dims:literal) => {
        Operator::new(
            concat!(
                $name,
                "(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=[1], int[] padding=[0], int[] dilation=[1], \
                 int groups=1) -> Tensor"
            ),
            |args| row(args, $dims, false),
        )
        .doc("The sum of products of weight and input at each place where weight is laid over input.")
        .also_functional()
        .samples(|| conv_samples($dims, false))
    };
}

macro_rules! transpose_row {
    ($name:literal, $dims:literal) => {
        Operator::new(
            concat!(
                $name,
                "(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=[1], int[] padding=[0], \
                 int[] output_padding=[0], int groups=1, int[] dilation=[1]) -> Tensor"
            ),
            |args| row(args, $dims, true),
        )
        .doc(
            "The transposed convolution: each value of input lays weight, multiplied by it, over the output.",
        )
        .also_functional()
        .samples(|| conv_samples($dims, true))
    };
}

pub const OPERATORS: &[Operator] = &[
    conv_row!("conv1d", 1),
    conv_row!("conv2d", 2),
    conv_row!("conv3d", 3),
    transpose_row!("conv_transpose1d", 1),
    transpose_row!("conv_transpose2d", 2),
    transpose_row!("conv_transpose3d", 3),
];

/// A plain one, and one with everything: bias, stride 2, padding 1, two groups.
fn conv_samples(dims: usize, is_transposed: bool) -> Vec<Args> {
    let shape = |front: [usize; 2], size: usize| -> Vec<usize> { [&front[..], &vec![size; dims]].concat() };
    let (size, kernel) = if dims == 3 { (3, 2) } else { (4, 3) };
    let plain = Args::new([sample(&shape([2, 2], size)).into(), sample(&shape([2, 2], kernel)).into()]);
    let weight = sample(&shape(if is_transposed { [4, 1] } else { [2, 2] }, kernel));
    let x = sample(&shape([1, 4], size));
    // Behind padding comes dilation or, for a transpose, output_padding: 1 does for both.
    let numbers: [super::Arg; 4] = [[2].into(), [1].into(), [1].into(), 2.into()];
    vec![plain, Args::new([x.into(), weight.into(), sample(&[2]).into()].into_iter().chain(numbers))]
}

pub(super) fn sample(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * i + 3 * i + 1) % 7) as f64 * 0.3 - 0.8).collect(), shape)
}
