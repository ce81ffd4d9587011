//! Convolutions of any number of dimensions, and their transposes.
//!
//! A window's values become a column ([`unfold`]), so that a convolution is a matrix product; [`fold`] adds columns
//! back to where they came from. The two are each other's gradient, and with the matrix product's the gradients of
//! convolutions need nothing else. On the CPU a convolution with stride 1 that nobody differentiates goes without
//! columns (`conv_direct`).

use std::rc::Rc;

use smallvec::smallvec;

#[cfg(feature = "webgpu")]
use super::places::{self, Places};
use super::{Args, Operator, Value, add, matmul, reshape, squeeze, sum, transpose, unsqueeze};
use crate::{
    Result, Tensor,
    autograd::{Save, record},
    bail, dispatch_compute,
    kernels::gemm::Number,
    tensor::{
        Dims, Layout,
        device::on_gpu,
        layout::{ints_text, shape_text, wrap_dim},
        memory, recycle,
    },
};

/// How windows lie in a sample, dimension by dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Windows {
    pub kernel: Dims,
    pub stride: Dims,
    pub padding: Dims,
    pub dilation: Dims,
}

impl Windows {
    /// How many windows fit into `size`, dimension by dimension.
    pub fn counts(&self, size: &[usize]) -> Result<Dims> {
        // Settings are 32-bit numbers: nothing overflows where addresses have 64 bits, and elsewhere it is kept from it.
        let reach =
            |dim: usize| self.dilation[dim].saturating_mul(self.kernel[dim].max(1) - 1).saturating_add(1);
        let padded: Dims =
            size.iter().zip(&self.padding).map(|(size, padding)| size.saturating_add(2 * padding)).collect();
        if (0..size.len()).any(|dim| padded[dim] < reach(dim)) {
            let text = |sizes: &[usize]| sizes.iter().map(usize::to_string).collect::<Vec<_>>().join(" x ");
            bail!(
                Runtime,
                "Calculated padded input size per channel: ({}). Kernel size: ({}). Kernel size can't be greater than \
                 actual input size",
                text(&padded),
                text(&self.kernel)
            );
        }
        Ok((0..size.len()).map(|dim| (padded[dim] - reach(dim)) / self.stride[dim] + 1).collect())
    }

    /// That there is a window at all.
    fn check_blocks(&self, size: &[usize]) -> Result<()> {
        if self.counts(size).is_err() {
            bail!(
                Runtime,
                "Given input with spatial size {}, {}, calculated shape of the array of sliding blocks as {}, but its \
                 components must be at least one.",
                tuple_text(size),
                self.text(),
                tuple_text(&vec![0; size.len()])
            );
        }
        Ok(())
    }

    fn text(&self) -> String {
        let [kernel, dilation, padding] =
            [&self.kernel, &self.dilation, &self.padding].map(|x| tuple_text(x));
        format!("kernel_size={kernel}, dilation={dilation}, padding={padding}")
    }

    /// For each place in the kernel and each window, the place in a channel of `size`; `None` in the padding.
    fn table(&self, size: &[usize]) -> Result<Table> {
        let counts = self.counts(size)?;
        let kernel: Vec<Dims> = coordinates(&self.kernel)?;
        let windows: Vec<Dims> = coordinates(&counts)?;
        let strides = Layout::contiguous(size).strides;
        let place = |inside: &Dims, window: &Dims| {
            let mut at = 0;
            for dim in 0..size.len() {
                let from_start = window[dim] * self.stride[dim] + inside[dim] * self.dilation[dim];
                let own = from_start.checked_sub(self.padding[dim]).filter(|&own| own < size[dim])?;
                at += own * strides[dim];
            }
            Some(at)
        };
        let places = kernel.iter().flat_map(|inside| windows.iter().map(move |window| place(inside, window)));
        let mut all = memory::reserve(kernel.len().saturating_mul(windows.len()))?;
        all.extend(places);
        Ok(Table {
            places: all,
            kernel: kernel.len(),
            windows: windows.len(),
            channel: size.iter().product(),
        })
    }
}

/// `(2, 3)`, as Python writes a tuple.
fn tuple_text(sizes: &[usize]) -> String {
    shape_text(sizes).replace('[', "(").replace(']', ")")
}

/// All coordinates within `sizes`, row by row.
fn coordinates(sizes: &[usize]) -> Result<Vec<Dims>> {
    drop(memory::reserve::<Dims>(memory::numel(sizes)?)?);
    let mut all: Vec<Dims> = vec![Dims::new()];
    for &size in sizes {
        let longer = |front: Dims| {
            (0..size).map(move |at| {
                let mut own = front.clone();
                own.push(at);
                own
            })
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    Ok(all)
}

/// See [`Windows::table`].
struct Table {
    places: Vec<Option<usize>>,
    kernel: usize,
    windows: usize,
    channel: usize,
}

impl Table {
    fn gather<T: Number>(&self, channels: &[T]) -> Result<Vec<T>> {
        let mut out = recycle::empty(channels.len() / self.channel.max(1) * self.places.len())?;
        for channel in channels.chunks_exact(self.channel.max(1)) {
            out.extend(self.places.iter().map(|place| place.map_or(T::default(), |at| channel[at])));
        }
        Ok(out)
    }

    fn scatter<T: Number>(&self, columns: &[T]) -> Result<Vec<T>> {
        let count = columns.len() / self.places.len().max(1);
        let mut out = recycle::filled(T::default(), count * self.channel)?;
        for (channel, columns) in
            out.chunks_exact_mut(self.channel.max(1)).zip(columns.chunks_exact(self.places.len().max(1)))
        {
            for (place, &value) in self.places.iter().zip(columns) {
                if let Some(at) = *place {
                    channel[at] = channel[at].plus(value);
                }
            }
        }
        Ok(out)
    }
}

/// `[batch, channels, ...]` to columns `[batch, channels·kernel, windows]`. Gradient: [`fold`].
pub fn unfold(x: &Tensor, windows: &Windows) -> Result<Tensor> {
    windows.check_blocks(&x.shape()[2..])?;
    on_gpu!(x.device() => gpu_unfold(x, windows));
    unfold_with(x, windows, &Rc::new(windows.table(&x.shape()[2..])?))
}

fn unfold_with(x: &Tensor, windows: &Windows, table: &Rc<Table>) -> Result<Tensor> {
    let (dtype, whole) = (x.dtype(), x.cast(x.dtype().compute())?.to_contiguous()?);
    let shape = [x.shape()[0], x.shape()[1] * table.kernel, table.windows];
    let output = dispatch_compute!(whole.dtype(), T => {
        Tensor::from_vec(table.gather(&whole.contiguous_values::<T>())?, &shape).cast(dtype)?
    });
    let (windows, table, size): (_, _, Dims) = (windows.clone(), table.clone(), x.shape()[2..].into());
    Ok(record("Im2ColBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(fold_with(ctx.grad(), &size, &windows, &table)?)])
    }))
}

/// Columns `[batch, channels·kernel, windows]` added up to `[batch, channels, ...size]`. Gradient: [`unfold`].
pub fn fold(columns: &Tensor, size: &[usize], windows: &Windows) -> Result<Tensor> {
    let kernel = memory::numel(&windows.kernel)?;
    if !columns.shape()[1].is_multiple_of(kernel) {
        bail!(
            Runtime,
            "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got \
             input.size(1)={} and kernel_size={}.",
            columns.shape()[1],
            tuple_text(&windows.kernel)
        );
    }
    let counts: Dims = windows.counts(size).unwrap_or_else(|_| smallvec![0; size.len()]);
    let count = memory::numel(&counts)?;
    if columns.shape()[2] != count || count == 0 {
        let product: Vec<String> = counts.iter().map(usize::to_string).collect();
        bail!(
            Runtime,
            "Given output_size={}, {}, stride={}, expected size of input's dimension 2 to match the calculated number \
             of sliding blocks {} = {count}, but got input.size(2)={}.",
            tuple_text(size),
            windows.text(),
            tuple_text(&windows.stride),
            product.join(" * "),
            columns.shape()[2]
        );
    }
    on_gpu!(columns.device() => gpu_fold(columns, size, windows));
    fold_with(columns, size, windows, &Rc::new(windows.table(size)?))
}

/// On the GPU: the padded input, of which the columns are a view.
#[cfg(feature = "webgpu")]
struct Padded {
    shape: Dims,
    /// Where the input is in it.
    inside: Layout,
    /// Where the columns' values are, `[batch, channels, ...kernel, ...windows]`.
    columns: Layout,
}

#[cfg(feature = "webgpu")]
impl Padded {
    fn new(lead: [usize; 2], size: &[usize], windows: &Windows) -> Result<Self> {
        let padded = size.iter().zip(&windows.padding).map(|(size, padding)| size + 2 * padding);
        let shape: Dims = lead.into_iter().chain(padded).collect();
        let mut inside = Layout::contiguous(&shape);
        let strides = inside.strides.clone();
        inside.shape = lead.iter().chain(size).copied().collect();
        inside.offset =
            windows.padding.iter().zip(&strides[2..]).map(|(padding, stride)| padding * stride).sum();
        let along = |steps: &Dims| -> Dims { steps.iter().zip(&strides[2..]).map(|(a, b)| a * b).collect() };
        let (inner, outer) = (along(&windows.dilation), along(&windows.stride));
        let counts = windows.counts(size)?;
        let columns = Layout {
            shape: lead.iter().chain(&windows.kernel).chain(&counts).copied().collect(),
            strides: strides[..2].iter().chain(&inner).chain(&outer).copied().collect(),
            offset: 0,
        };
        Ok(Padded { shape, inside, columns })
    }
}

#[cfg(feature = "webgpu")]
fn gpu_unfold(x: &Tensor, windows: &Windows) -> Result<Tensor> {
    let size: Dims = x.shape()[2..].into();
    let padded = Padded::new([x.shape()[0], x.shape()[1]], &size, windows)?;
    let whole = if &padded.shape[..] == x.shape() {
        x.copy()?
    } else {
        let zeros = x.full_like(&padded.shape, crate::Scalar::Int(0))?;
        zeros.with_layout(padded.inside).write(&x.detach())?;
        zeros
    };
    let [kernel, count] =
        [&windows.kernel, &windows.counts(&size)?].map(|sizes| sizes.iter().product::<usize>());
    let columns = whole.with_layout(padded.columns).copy()?;
    let output = columns.with_layout(Layout::contiguous(&[x.shape()[0], x.shape()[1] * kernel, count]));
    let windows = windows.clone();
    Ok(record("Im2ColBackward0", &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(gpu_fold(ctx.grad(), &size, &windows)?)])
    }))
}

#[cfg(feature = "webgpu")]
fn gpu_fold(columns: &Tensor, size: &[usize], windows: &Windows) -> Result<Tensor> {
    let kernel: usize = windows.kernel.iter().product();
    let lead = [columns.shape()[0], columns.shape()[1] / kernel.max(1)];
    let padded = Padded::new(lead, size, windows)?;
    let zeros = columns.full_like(&padded.shape, crate::Scalar::Int(0))?;
    let places = Places::on_gpu(crate::tensor::gpu::offsets(&padded.columns), 1);
    let sums = places::added(&zeros, &places, &columns.detach())?;
    let output = sums.with_layout(padded.inside).copy()?;
    let windows = windows.clone();
    Ok(record("Col2ImBackward0", &[columns], &[], output, move |ctx| {
        Ok(smallvec![Some(gpu_unfold(ctx.grad(), &windows)?)])
    }))
}

fn fold_with(columns: &Tensor, size: &[usize], windows: &Windows, table: &Rc<Table>) -> Result<Tensor> {
    let (dtype, whole) = (columns.dtype(), columns.cast(columns.dtype().compute())?.to_contiguous()?);
    let mut shape: Dims = smallvec![columns.shape()[0], columns.shape()[1] / table.kernel];
    shape.extend_from_slice(size);
    let output = dispatch_compute!(whole.dtype(), T => {
        Tensor::from_vec(table.scatter(&whole.contiguous_values::<T>())?, &shape).cast(dtype)?
    });
    let (windows, table) = (windows.clone(), table.clone());
    Ok(record("Col2ImBackward0", &[columns], &[], output, move |ctx| {
        Ok(smallvec![Some(unfold_with(ctx.grad(), &windows, &table)?)])
    }))
}

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
    let others = [("weight", Some(weight)), ("bias", bias)];
    for (name, other) in others.into_iter().filter_map(|(name, other)| Some((name, other?))) {
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

/// `kernel_height: 0 kernel_width: 3`, as PyTorch writes settings in messages.
fn axes_text(name: &str, sizes: impl ExactSizeIterator<Item = impl std::fmt::Display>) -> String {
    let names = ["depth", "height", "width"];
    let names = &names[names.len().saturating_sub(sizes.len())..];
    let texts: Vec<String> = sizes.zip(names).map(|(size, axis)| format!("{name}_{axis}: {size}")).collect();
    texts.join(" ")
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

/// One number for all dimensions, or one each; at least `least`.
pub(super) fn per_dim(given: &[i64], dims: usize, name: &str, least: i64) -> Result<Dims> {
    match given {
        _ if given.iter().any(|&value| value < least) => match name {
            "stride" => bail!(Runtime, "non-positive stride is not supported"),
            "dilation" => {
                let all: Dims = smallvec![0; dims];
                let all = if given.iter().all(|&value| value == 0) {
                    format!(", but got {}", shape_text(&all))
                } else {
                    String::new()
                };
                bail!(Runtime, "dilation should be greater than zero{all}")
            }
            _ if least > 0 => {
                bail!(Runtime, "{name} should be greater than zero, but got {}", ints_text(given))
            }
            _ => bail!(Runtime, "negative {name} is not supported"),
        },
        _ if given.iter().any(|&value| value > i32::MAX as i64) => {
            bail!(Runtime, "value cannot be converted to type int without overflow")
        }
        [one] => Ok(smallvec![*one as usize; dims]),
        _ if given.len() == dims => Ok(given.iter().map(|&value| value as usize).collect()),
        _ => bail!(
            Runtime,
            "expected {name} to be a single integer value or a list of {dims} values to match the convolution \
             dimensions, but got {name}={given:?}"
        ),
    }
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
    Operator::new(
        "unfold(Tensor input, int[] kernel_size, int[] dilation=[1], int[] padding=[0], int[] stride=[1]) -> Tensor",
        unfold_row,
    )
    .doc("Each window's values as a column.")
    .functional()
    .samples(|| vec![Args::new([sample(&[1, 2, 3, 3]).into(), [2].into()])]),
    Operator::new(
        "fold(Tensor input, int[] output_size, int[] kernel_size, int[] dilation=[1], int[] padding=[0], int[] stride=[1]) \
         -> Tensor",
        |args| {
            let size = per_dim(args.ints(1)?, 2, "output_size", 0)?;
            let (x, windows) = (args.tensor(0)?, windows_of(args, [2, 3, 4, 5])?);
            if !matches!(x.ndim(), 2 | 3) || x.shape()[x.ndim() - 2..].contains(&0) {
                bail!(
                    Runtime,
                    "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions \
                     for input, but got: {}",
                    shape_text(x.shape())
                );
            }
            in_batch(x, 3, |x| fold(x, &size, &windows)).map(Into::into)
        },
    )
    .doc("Columns added up to where unfold took them from.")
    .functional()
    .samples(|| vec![Args::new([sample(&[1, 8, 4]).into(), [3].into(), [2].into()])]),
];

fn unfold_row(args: &Args) -> Result<Value> {
    let (x, windows) = (args.tensor(0)?, windows_of(args, [1, 2, 3, 4])?);
    if x.ndim() < 3 {
        // What PyTorch says of the dimension that it looks for.
        wrap_dim(x.ndim().max(1) as i64, x.ndim())?;
    }
    if !matches!(x.ndim(), 3 | 4) || x.shape()[x.ndim() - 3..].contains(&0) {
        bail!(
            Runtime,
            "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but \
             got: {}",
            shape_text(x.shape())
        );
    }
    if !x.dtype().is_float() {
        bail!(NotImplemented, "\"im2col_out_cpu\" not implemented for '{}'", x.dtype().message_name());
    }
    in_batch(x, 4, |x| unfold(x, &windows)).map(Into::into)
}

/// `f` of `x`, which is one sample if it has fewer dimensions than a batch.
fn in_batch(x: &Tensor, batched: usize, f: impl Fn(&Tensor) -> Result<Tensor>) -> Result<Tensor> {
    if x.ndim() == batched { f(x) } else { squeeze(&f(&unsqueeze(x, 0)?)?, &[0]) }
}

/// Two-dimensional windows from a row's kernel_size, dilation, padding and stride.
fn windows_of(args: &Args, [kernel, dilation, padding, stride]: [usize; 4]) -> Result<Windows> {
    let axes = |name: &str, at: usize| -> Result<Dims> {
        let given = args.ints(at)?;
        if given.iter().any(|&value| value <= 0) {
            let both = [given[0], given[given.len() - 1]];
            let words = name.replace('_', " ");
            let prefix = name.trim_end_matches("_size");
            bail!(Runtime, "{words} should be greater than zero, but got {}", axes_text(prefix, both.iter()));
        }
        per_dim(given, 2, name, 1)
    };
    Ok(Windows {
        kernel: axes("kernel_size", kernel)?,
        stride: axes("stride", stride)?,
        padding: per_dim(args.ints(padding)?, 2, "padding", 0)?,
        dilation: axes("dilation", dilation)?,
    })
}

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

fn sample(shape: &[usize]) -> Tensor {
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * i + 3 * i + 1) % 7) as f64 * 0.3 - 0.8).collect(), shape)
}
