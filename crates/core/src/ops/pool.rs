//! Pooling: the largest value or the mean of each window, per channel.
//!
//! Inputs are `[batch, channels, ...]` or without the batch; only the last dimensions are pooled. The largest values
//! are taken by their place, so that gradients go where they came from; means are sums of columns (see `conv`).

use smallvec::smallvec;

use super::{
    Args, Operator, Value, div,
    elementwise::is_plain,
    expand, matmul, mean,
    places::{self, Places},
    reshape, sum, transpose,
    unfold::{Windows, fold, per_dim, unfold},
    unsqueeze,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{name_node, record},
    bail, dispatch_compute,
    tensor::{Dims, Element, Layout, device::on_gpu, gpu, layout::shape_text, memory, recycle},
};

/// A dimension's windows: which of its places each one covers.
type Cover = Vec<Vec<usize>>;

/// The windows of pooling, dimension by dimension; with `ceil_mode` one more where part of a window is left.
fn covers(size: &[usize], windows: &Windows, ceil_mode: bool) -> Result<Vec<Cover>> {
    let mut all = Vec::new();
    for (dim, &size) in size.iter().enumerate() {
        let [kernel, stride] = [windows.kernel[dim], windows.stride[dim]];
        let [padding, dilation] = [windows.padding[dim], windows.dilation[dim]];
        let reach = dilation * (kernel - 1) + 1;
        let Some(room) = (size + 2 * padding).checked_sub(reach) else {
            bail!(Runtime, "Given input size per channel {size}, the calculated output size is too small");
        };
        let mut count = room / stride + 1;
        // A window may hang over the end but not begin in the padding there.
        if ceil_mode && room % stride != 0 && count * stride < size + padding {
            count += 1;
        }
        let places = |start: usize| {
            let own = (0..kernel).filter_map(move |at| (start + at * dilation).checked_sub(padding));
            own.filter(|&at| at < size).collect()
        };
        memory::check::<usize>(count.saturating_mul(kernel.min(size)))?;
        all.push((0..count).map(|nth| places(nth * stride)).collect());
    }
    Ok(all)
}

/// The windows that share `size` out among `out` results: each from ⌊i·size/out⌋ to ⌈(i+1)·size/out⌉.
fn adaptive_covers(size: &[usize], out: &[usize]) -> Result<Vec<Cover>> {
    // A window is a vector of its own; there may be many along one dimension and none along another.
    for &count in out {
        memory::check::<Vec<usize>>(count)?;
    }
    let cover = |(&size, &out): (&usize, &usize)| {
        (0..out).map(|nth| (nth * size / out..((nth + 1) * size).div_ceil(out)).collect()).collect()
    };
    Ok(size.iter().zip(out).map(cover).collect())
}

/// Where the window's largest value is, within its channel: the first of equals; NaN counts as largest.
#[inline]
fn largest<T: Element>(channel: &[T], window: &[usize]) -> usize {
    let (mut best, mut most) = match window.first() {
        Some(&first) => (first, channel[first]),
        None => return 0,
    };
    for &at in &window[1..] {
        let value = channel[at];
        let is_nan = |x: T| x.partial_cmp(&x).is_none();
        if value > most || (is_nan(value) && !is_nan(most)) {
            (best, most) = (at, value);
        }
    }
    best
}

/// The places of each window within its channel.
fn window_places(size: &[usize], covers: &[Cover]) -> Vec<Vec<usize>> {
    let strides = Layout::contiguous(size).strides;
    let mut windows: Vec<Vec<usize>> = vec![vec![0]];
    for (cover, stride) in covers.iter().zip(strides) {
        let spread = |places: &Vec<usize>| {
            let own = |covered: &Vec<usize>| {
                places.iter().flat_map(|at| covered.iter().map(move |inner| at + inner * stride)).collect()
            };
            cover.iter().map(own).collect::<Vec<Vec<usize>>>()
        };
        windows = windows.iter().flat_map(spread).collect();
    }
    windows
}

/// The largest value of each window, with where it is within its channel.
fn max_pool(x: &Tensor, covers: &[Cover], name: &'static str) -> Result<(Tensor, Tensor)> {
    let lead = x.ndim() - covers.len();
    let size = &x.shape()[lead..];
    let mut shape: Dims = x.shape()[..lead].into();
    shape.extend(covers.iter().map(Vec::len));
    let windows = window_places(size, covers);
    on_gpu!(x.device() => gpu_max_pool(x, &windows, &shape, name));
    let width = size.iter().product::<usize>().max(1);
    let count = memory::numel(&shape)?;
    let (mut starts, mut indices) = (memory::reserve(count)?, recycle::empty(count)?);
    let dense = x.cast(x.dtype().compute())?.to_contiguous()?;
    dispatch_compute!(dense.dtype(), T => {
        for (number, channel) in dense.contiguous_values::<T>()?.chunks(width).enumerate() {
            for window in &windows {
                let at = largest(channel, window);
                starts.push(number * width + at);
                indices.push(at as i64);
            }
        }
    });
    Ok((places::take(x, &Places::single(starts), &shape, name)?, Tensor::from_vec(indices, &shape)))
}

/// As [`max_pool`], on the GPU: the windows' values side by side, of which the largest is found as along any dimension.
fn gpu_max_pool(
    x: &Tensor,
    windows: &[Vec<usize>],
    shape: &[usize],
    name: &'static str,
) -> Result<(Tensor, Tensor)> {
    let longest = windows.iter().map(Vec::len).max().unwrap_or(0);
    let count = windows.len();
    let channels = shape.iter().product::<usize>() / count.max(1);
    let width = x.numel() / channels.max(1);
    // A shorter window is filled up with its first place, which changes nothing.
    let filled = |window: &Vec<usize>| {
        let first = window.first().copied().unwrap_or(0);
        let places = window.iter().copied().chain(std::iter::repeat(first)).take(longest);
        places.map(|at| at as i64).collect::<Vec<_>>()
    };
    let table: Vec<i64> = windows.iter().flat_map(filled).collect();
    let table = Tensor::from_vec(table, &[count * longest]).to_device(x.device())?;
    let rows = reshape(&x.detach(), &[channels, width])?;
    let side_by_side = reshape(&super::index_select(&rows, 1, &table)?, &[channels, count, longest])?;
    let best = super::argmax(&side_by_side, Some(2), false)?;
    let starts = reshape(&super::mul(&gpu::arange(count), longest as i64)?, &[1, count])?;
    let indices = super::take(&table, &super::add(&best, &starts)?)?;
    let channel_starts = reshape(&super::mul(&gpu::arange(channels), width as i64)?, &[channels, 1])?;
    let places = Places::on_gpu(super::add(&indices, &channel_starts)?, 1);
    Ok((places::take(x, &places, shape, name)?, reshape(&indices, shape)?))
}

/// The mean of each window; padding counts as zeros, or not at all.
fn avg_pool(x: &Tensor, windows: &Windows, count_padding: bool, divisor: Option<f64>) -> Result<Tensor> {
    let lead = x.ndim() - windows.kernel.len();
    let size: Dims = x.shape()[lead..].into();
    let counts = windows.counts(&size)?;
    // Every channel as a batch of its own.
    let mut single: Dims = smallvec![x.shape()[..lead].iter().product(), 1];
    single.extend_from_slice(&size);
    let kernel: usize = windows.kernel.iter().product();
    let divisors = match divisor {
        Some(divisor) => Tensor::scalar(divisor.into(), x.dtype()),
        None if count_padding => Tensor::scalar((kernel as i64).into(), x.dtype()),
        None => {
            let mut ones: Dims = smallvec![1, 1];
            ones.extend_from_slice(&size);
            sum(&unfold(&x.full_like(&ones, 1.into())?, windows)?, &[1], false)?
        }
    };
    let columns = unfold(&reshape(&x.detach(), &single)?, windows)?;
    let mut shape: Dims = x.shape()[..lead].into();
    shape.extend(counts);
    let output = reshape(&div(&in_turn(&columns)?, &divisors)?, &shape)?;
    let (name, windows, old): (_, _, Dims) = (node_name(AVG_NODES, &size), windows.clone(), x.shape().into());
    let columns_shape: Dims = columns.shape().into();
    Ok(record(name, &[x], &[], output, move |ctx| {
        let flat = reshape(ctx.grad(), &[columns_shape[0], columns_shape[2]])?;
        let spread = expand(&unsqueeze(&div(&flat, &divisors)?, 1)?, &columns_shape)?;
        Ok(smallvec![Some(reshape(&fold(&spread, &size, &windows)?, &old)?)])
    }))
}

/// The sums along dimension 1, place after place, as PyTorch goes through a window.
fn in_turn(columns: &Tensor) -> Result<Tensor> {
    if !is_plain(columns) {
        return sum(columns, &[1], false);
    }
    let [batch, places, count] = *columns.shape() else { return sum(columns, &[1], false) };
    let values = columns.gather::<f32>()?;
    let mut sums = memory::filled(0.0_f32, batch * count)?;
    if places * count > 0 {
        let windows = values.chunks_exact(places * count).zip(sums.chunks_exact_mut(count));
        for (places, sums) in windows {
            for values in places.chunks_exact(count) {
                sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            }
        }
    }
    Ok(Tensor::from_vec(sums, &[batch, count]))
}

const AVG_NODES: [&str; 3] = ["SqueezeBackward1", "AvgPool2DBackward0", "AvgPool3DBackward0"];
const MAX_NODES: [&str; 3] =
    ["SqueezeBackward1", "MaxPool2DWithIndicesBackward0", "MaxPool3DWithIndicesBackward0"];

fn node_name(names: [&'static str; 3], size: &[usize]) -> &'static str {
    names[size.len() - 1]
}

/// The mean of each of `out` equal shares of the last dimensions. Composed of products with averaging matrices.
fn adaptive_avg_pool(x: &Tensor, out: &[usize]) -> Result<Tensor> {
    let lead = x.ndim() - out.len();
    if out.iter().all(|&size| size == 1) {
        let dims: Vec<i64> = (lead as i64..x.ndim() as i64).collect();
        return mean(x, &dims, true);
    }
    let covers = adaptive_covers(&x.shape()[lead..], out)?;
    let mut result = x.clone();
    for (nth, cover) in covers.iter().enumerate() {
        let (dim, size) = ((lead + nth) as i64, x.shape()[lead + nth]);
        let mut weights = memory::filled(0.0, size.saturating_mul(cover.len()))?;
        for (column, places) in cover.iter().enumerate() {
            places.iter().for_each(|&at| weights[at * cover.len() + column] = 1.0 / places.len() as f64);
        }
        let weights =
            Tensor::from_vec::<f64>(weights, &[size, cover.len()]).cast(x.dtype())?.to_device(x.device())?;
        result = transpose(&matmul(&transpose(&result, dim, -1)?, &weights)?, dim, -1)?;
    }
    Ok(result)
}

fn check_input(x: &Tensor, dims: usize, name: &str) -> Result<()> {
    if x.ndim() != dims + 1 && x.ndim() != dims + 2 {
        if name == "max_pool" && dims > 1 {
            bail!(Runtime, "non-empty {}D or {}D (batch mode) tensor expected for input", dims + 1, dims + 2);
        }
        if name == "max_pool" {
            bail!(
                Runtime,
                "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:{}",
                shape_text(x.shape())
            );
        }
        bail!(
            Runtime,
            "{name}{dims}d() Expected {}D or {}D input tensor, but got {}",
            dims + 1,
            dims + 2,
            shape_text(x.shape())
        );
    }
    if !name.starts_with("adaptive") && x.shape()[x.ndim() - dims - 1..].contains(&0) {
        bail!(
            Runtime,
            "Expected {}D or {}D (batch mode) tensor with optional 0 dim batch size for input, but got:{}",
            dims + 1,
            dims + 2,
            shape_text(x.shape())
        );
    }
    if x.dtype() == Dtype::Bool {
        bail!(NotImplemented, "\"{name}{dims}d\" not implemented for 'Bool'");
    }
    Ok(())
}

/// That each setting is one number, or one for each dimension, and that numbers of one dimension make sense.
fn check_settings(name: &str, dims: usize, settings: [(&str, &[i64]); 4]) -> Result<()> {
    const COUNTS: [&str; 3] = ["one", "two", "three"];
    for (setting, given) in settings {
        if given.len() > 1 && given.len() != dims {
            let count = COUNTS[dims - 1];
            let either = if setting == "stride" { "be omitted, " } else { "be " };
            bail!(
                Runtime,
                "{name}{dims}d: {setting} must either {either}a single int, or a tuple of {count} ints"
            );
        }
        if name == "max_pool"
            && dims == 1
            && setting != "padding"
            && given.first().is_some_and(|&given| given <= 0)
        {
            bail!(Runtime, "max_pool1d() {setting} must be greater than zero, but got {}", given[0]);
        }
    }
    Ok(())
}

/// That there is a window at all in each dimension.
fn check_windows(x: &Tensor, dims: usize, name: &str, windows: &Windows) -> Result<()> {
    let size = &x.shape()[x.ndim() - dims..];
    if windows.counts(size).is_err() {
        if (name, dims) == ("max_pool", 1) {
            bail!(Runtime, "max_pool1d() Invalid computed output size: 0");
        }
        // A batch of lines is seen as one image.
        let lead =
            if dims == 1 { &x.shape()[..x.ndim() - 1] } else { &x.shape()[x.ndim() - dims - 1..][..1] };
        let text = |last: &[usize]| {
            let all = lead.iter().chain(last).map(usize::to_string);
            all.collect::<Vec<_>>().join("x")
        };
        let none = vec![0; dims];
        bail!(
            Runtime,
            "Given input size: ({}). Calculated output size: ({}). Output size is too small",
            text(size),
            text(&none)
        );
    }
    Ok(())
}

/// The windows that a row describes; the stride is the kernel's size unless given.
fn windows(args: &Args, dims: usize, dilation: &[i64], name: &str) -> Result<Windows> {
    let kernel = args.ints(1)?;
    let stride = match args.optional_ints(2)? {
        None | Some([]) => kernel,
        Some(stride) => stride,
    };
    let settings =
        [("kernel_size", kernel), ("stride", stride), ("padding", args.ints(3)?), ("dilation", dilation)];
    check_settings(name, dims, settings)?;
    if stride.contains(&0) {
        bail!(Runtime, "stride should not be zero");
    }
    if dims > 1 && dilation.iter().any(|&step| step <= 0) {
        let names = &["T", "H", "W"][3 - dims..];
        let step = |at: usize| dilation[if dilation.len() == 1 { 0 } else { at }];
        let told: Vec<String> = (0..dims).map(|at| format!("dilation{}: {}", names[at], step(at))).collect();
        bail!(Runtime, "dilation should be greater than zero, but got {}", told.join(" "));
    }
    let windows = Windows {
        kernel: per_dim(kernel, dims, "kernel size", 1)?,
        stride: per_dim(stride, dims, "stride", 1)?,
        padding: per_dim(args.ints(3)?, dims, "padding", 0)?,
        dilation: per_dim(dilation, dims, "dilation", 1)?,
    };
    for dim in 0..dims {
        let [padding, kernel, dilation] = [windows.padding[dim], windows.kernel[dim], windows.dilation[dim]];
        if padding > kernel / 2 {
            bail!(
                Runtime,
                "pad should be at most half of effective kernel size, but got pad={padding}, kernel_size={kernel} and \
                 dilation={dilation}"
            );
        }
    }
    Ok(windows)
}

fn max_row(args: &Args, dims: usize) -> Result<Value> {
    let x = args.tensor(0)?;
    check_input(x, dims, "max_pool")?;
    let windows = windows(args, dims, args.ints(4)?, "max_pool")?;
    if !args.bool(5)? {
        check_windows(x, dims, "max_pool", &windows)?;
    }
    let size = &x.shape()[x.ndim() - dims..];
    let covers = covers(size, &windows, args.bool(5)?)?;
    with_indices(max_pool(x, &covers, node_name(MAX_NODES, size))?, args.bool(6)?)
}

fn with_indices((values, indices): (Tensor, Tensor), wanted: bool) -> Result<Value> {
    Ok(if wanted { vec![values, indices].into() } else { values.into() })
}

fn avg_row(args: &Args, dims: usize) -> Result<Value> {
    let x = args.tensor(0)?;
    check_input(x, dims, "avg_pool")?;
    if args.bool(4)? {
        bail!(NotImplemented, "avg_pool{dims}d: ceil_mode=True is not supported here");
    }
    let divisor = if dims == 1 { None } else { args.optional_float(6)? };
    let windows = windows(args, dims, &[1], "avg_pool")?;
    check_windows(x, dims, "avg_pool", &windows)?;
    avg_pool(x, &windows, args.bool(5)?, divisor).map(Into::into)
}

fn adaptive_row(args: &Args, dims: usize, is_max: bool) -> Result<Value> {
    let x = args.tensor(0)?;
    let name = if is_max { "adaptive_max_pool" } else { "adaptive_avg_pool" };
    check_input(x, dims, name)?;
    if let Some(empty) = (x.ndim() - dims..x.ndim()).find(|&dim| x.shape()[dim] == 0) {
        bail!(
            Runtime,
            "{name}{dims}d(): Expected input to have non-zero size for non-batch dimensions, but input has sizes {} with \
             dimension {empty} being empty",
            shape_text(x.shape())
        );
    }
    let out = per_dim(args.ints(1)?, dims, "output_size", 0)?;
    let whole = [&x.shape()[..x.ndim() - dims], &out].concat();
    let whole: Vec<i64> = whole.into_iter().map(|size| size as i64).collect();
    memory::sizes(&whole, x.dtype())?;
    if !is_max {
        let output = adaptive_avg_pool(x, &out)?;
        let names = ["SqueezeBackward1", "AdaptiveAvgPool2DBackward0", "AdaptiveAvgPool3DBackward0"];
        // To one value each, it is a mean in PyTorch, too.
        if out.iter().any(|size| *size != 1) {
            name_node(&output, names[dims - 1]);
        }
        return Ok(output.into());
    }
    let covers = adaptive_covers(&x.shape()[x.ndim() - dims..], &out)?;
    let names = ["SqueezeBackward1", "AdaptiveMaxPool2DBackward0", "AdaptiveMaxPool3DBackward0"];
    with_indices(max_pool(x, &covers, names[dims - 1])?, args.bool(2)?)
}

macro_rules! pools {
    ($($dims:literal: $max:literal, $avg:literal, $adaptive_max:literal, $adaptive_avg:literal, $divisor:literal;)+) => {
        &[$(
            Operator::new(
                concat!(
                    $max,
                    "(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=[0], int[] dilation=[1], \
                     bool ceil_mode=False, bool return_indices=False) -> Tensor"
                ),
                |args| max_row(args, $dims),
            )
            .doc("The largest value of each window.")
            .also_functional()
            .samples(|| pool_samples($dims)),
            Operator::new(
                concat!(
                    $avg,
                    "(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=[0], bool ceil_mode=False, \
                     bool count_include_pad=True",
                    $divisor,
                    ") -> Tensor"
                ),
                |args| avg_row(args, $dims),
            )
            .doc("The mean of each window.")
            .also_functional()
            .samples(|| pool_samples($dims)),
            Operator::new(
                concat!($adaptive_max, "(Tensor input, int[] output_size, bool return_indices=False) -> Tensor"),
                |args| adaptive_row(args, $dims, true),
            )
            .doc("The largest value of each of so many shares.")
            .also_functional()
            .samples(|| adaptive_samples($dims)),
            Operator::new(concat!($adaptive_avg, "(Tensor input, int[] output_size) -> Tensor"), |args| {
                adaptive_row(args, $dims, false)
            })
            .doc("The mean of each of so many shares.")
            .also_functional()
            .samples(|| adaptive_samples($dims)),
        )+]
    };
}

pub const OPERATORS: &[Operator] = pools!(
    1: "max_pool1d", "avg_pool1d", "adaptive_max_pool1d", "adaptive_avg_pool1d", "";
    2: "max_pool2d", "avg_pool2d", "adaptive_max_pool2d", "adaptive_avg_pool2d", ", int? divisor_override=None";
    3: "max_pool3d", "avg_pool3d", "adaptive_max_pool3d", "adaptive_avg_pool3d", ", int? divisor_override=None";
);

/// Values all different, so that the largest does not change hands within the check's step.
fn sample(dims: usize, size: usize) -> Tensor {
    let shape = [&[1, 2][..], &vec![size; dims]].concat();
    let count = shape.iter().product::<usize>();
    Tensor::from_vec((0..count).map(|i| ((i * 37 + 11) % 97) as f64 * 0.07 - 2.0).collect(), &shape)
}

fn pool_samples(dims: usize) -> Vec<Args> {
    let plain = Args::new([sample(dims, 4).into(), [2].into()]);
    let overlapping = Args::new([sample(dims, 3).into(), [2].into(), [1].into(), [1].into()]);
    vec![plain, overlapping]
}

fn adaptive_samples(dims: usize) -> Vec<Args> {
    vec![Args::new([sample(dims, 4).into(), [3].into()]), Args::new([sample(dims, 3).into(), [1].into()])]
}
