//! Windows over samples, their values as columns ([`unfold`]) and columns added back ([`fold`]): each other's gradient,
//! and what convolutions and average pools are made of.

use std::rc::Rc;

use smallvec::smallvec;

use super::{
    Args, Operator, Value,
    conv::sample,
    places::{self, Places},
    squeeze, unsqueeze,
};
use crate::{
    Result, Tensor,
    autograd::record,
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
    memory::check::<Dims>(memory::numel(sizes)?)?;
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
    let output = if table.channel == 0 {
        // Windows over nothing but padding.
        Tensor::zeros(&shape, dtype)?
    } else {
        dispatch_compute!(whole.dtype(), T => {
            Tensor::from_vec(table.gather(&whole.contiguous_values::<T>()?)?, &shape).cast(dtype)?
        })
    };
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
struct Padded {
    shape: Dims,
    /// Where the input is in it.
    inside: Layout,
    /// Where the columns' values are, `[batch, channels, ...kernel, ...windows]`.
    columns: Layout,
}

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
        Tensor::from_vec(table.scatter(&whole.contiguous_values::<T>()?)?, &shape).cast(dtype)?
    });
    let (windows, table) = (windows.clone(), table.clone());
    Ok(record("Col2ImBackward0", &[columns], &[], output, move |ctx| {
        Ok(smallvec![Some(unfold_with(ctx.grad(), &windows, &table)?)])
    }))
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

/// `kernel_height: 0 kernel_width: 3`, as PyTorch writes settings in messages.
pub(super) fn axes_text(name: &str, sizes: impl ExactSizeIterator<Item = impl std::fmt::Display>) -> String {
    let names = ["depth", "height", "width"];
    let names = &names[names.len().saturating_sub(sizes.len())..];
    let texts: Vec<String> = sizes.zip(names).map(|(size, axis)| format!("{name}_{axis}: {size}")).collect();
    texts.join(" ")
}

pub const OPERATORS: &[Operator] = &[
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
