//! New tensors: `zeros`, `ones`, `full`, `arange`, `linspace`, `eye`, `tril` and their `_like` forms.

use smallvec::smallvec;

use super::{Arg, Args, Operator, Value};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::record,
    bail,
    tensor::{
        Element, Layout, default_device, dtype::default_float, limits::fill_check, memory::sizes, recycle,
    },
};

/// Zeros in the shape and dtype of `x`.
pub fn zeros_like(x: &Tensor) -> Result<Tensor> {
    x.full_like(x.shape(), Scalar::Int(0))
}

/// How many values `arange` gives.
fn arange_count(start: f64, end: f64, step: f64) -> Result<i64> {
    if step == 0.0 {
        bail!(Runtime, "step must be nonzero");
    }
    if !start.is_finite() || !end.is_finite() {
        bail!(Runtime, "unsupported range: {start} -> {end}");
    }
    if (step > 0.0 && start > end) || (step < 0.0 && start < end) {
        bail!(Runtime, "upper bound and lower bound inconsistent with step sign");
    }
    let count = ((end - start) / step).ceil();
    if count >= i64::MAX as f64 {
        bail!(Runtime, "invalid size, possible overflow?");
    }
    Ok(count as i64)
}

/// start, start + step, … below end.
///
/// Floats are computed as PyTorch's vector loop does: in pairs of vectors of 32 bytes, each from its own first
/// value, rounded to the dtype; what is left at the end one by one.
pub fn arange(start: Scalar, end: Scalar, step: Scalar, dtype: Option<Dtype>) -> Result<Tensor> {
    let is_float = [start, end, step].iter().any(|value| matches!(value, Scalar::Float(_)));
    let dtype = dtype.unwrap_or(if is_float { default_float() } else { Dtype::Int64 });
    let count = sizes(&[arange_count(start.to_f64(), end.to_f64(), step.to_f64())?], dtype)?[0];
    if !is_float {
        let (start, step) = (start.to_i64(), step.to_i64());
        let values = recycle::collect((0..count).map(|i| start.wrapping_add((i as i64).wrapping_mul(step))))?;
        return Tensor::from_vec(values, &[count]).cast(dtype);
    }
    let (start, step) = (start.to_f64(), step.to_f64());
    let lanes = 32 / dtype.bytes();
    let in_vectors = count / (2 * lanes) * (2 * lanes);
    let round = |x: f64| if dtype == Dtype::Float32 { x as f32 as f64 } else { x };
    let value = |i: usize| {
        if i >= in_vectors || !dtype.is_float() {
            return start + i as f64 * step;
        }
        let lane = i % lanes;
        round(start + (i - lane) as f64 * step) + lane as f64 * step
    };
    Tensor::from_vec(recycle::collect((0..count).map(value))?, &[count]).cast(dtype)
}

/// `steps` values evenly from start to end; from both ends to the middle, as PyTorch computes them.
pub fn linspace(start: f64, end: f64, steps: i64, dtype: Dtype) -> Result<Tensor> {
    if steps < 0 {
        bail!(Runtime, "number of steps must be non-negative");
    }
    fn fill<T: Element>(count: usize, value: impl Fn(usize) -> Scalar) -> Result<Tensor> {
        let values = recycle::collect((0..count).map(|i| T::from_scalar(value(i))))?;
        Ok(Tensor::from_vec(values, &[count]))
    }
    let count = sizes(&[steps], dtype)?[0];
    let single = dtype.compute() == Dtype::Float32;
    // float32 ranges step in float32.
    let round = |x: f64| if single { x as f32 as f64 } else { x };
    let step = if count > 1 { round((round(end) - round(start)) / (count - 1) as f64) } else { 0.0 };
    let value = |i: usize| {
        let x = if i < count / 2 || count == 1 {
            round(start) + step * i as f64
        } else {
            round(end) - step * (count - 1 - i) as f64
        };
        Scalar::Float(round(x))
    };
    crate::dispatch!(dtype, T => fill::<T>(count, value))
}

/// Ones on the diagonal.
pub fn eye(rows: usize, columns: usize, dtype: Dtype) -> Result<Tensor> {
    let out = Tensor::zeros(&[rows, columns], dtype)?;
    let diagonal = Layout { shape: smallvec![rows.min(columns)], strides: smallvec![columns + 1], offset: 0 };
    out.with_layout(diagonal).write(&Tensor::scalar(Scalar::Int(1), dtype))?;
    Ok(out)
}

/// The values on and below (`lower`) or above the diagonal of the last two dimensions, zeros elsewhere.
pub(super) fn triangle(x: &Tensor, diagonal: i64, is_lower: bool) -> Result<Tensor> {
    let &[.., rows, columns] = x.shape() else {
        bail!(
            Runtime,
            "{}: input tensor must have at least 2 dimensions",
            if is_lower { "tril" } else { "triu" }
        );
    };
    let keeps = |at: usize| {
        let (row, column) = ((at / columns) as i64, (at % columns) as i64);
        if is_lower { column - row <= diagonal } else { column - row >= diagonal }
    };
    let mask = recycle::collect((0..rows * columns).map(keeps))?;
    let mask = Tensor::from_vec(mask, &[rows, columns]).to_device(x.device())?;
    let output = super::mul_mask(&x.detach(), &mask)?;
    let name = if is_lower { "TrilBackward0" } else { "TriuBackward0" };
    Ok(record(name, &[x], &[], output, move |ctx| {
        Ok(smallvec![Some(triangle(ctx.grad(), diagonal, is_lower)?)])
    }))
}

/// A vector as a diagonal matrix, or the diagonal of a matrix.
pub fn diag(x: &Tensor, diagonal: i64) -> Result<Tensor> {
    let shift = usize::try_from(diagonal.unsigned_abs()).unwrap_or(usize::MAX);
    let (row, column) = if diagonal < 0 { (shift, 0) } else { (0, shift) };
    match *x.shape() {
        [n] => {
            let size = i64::try_from(shift).unwrap_or(i64::MAX).saturating_add(n as i64);
            let shape = sizes(&[size, size], x.dtype())?;
            let size = shape[0];
            let out = x.full_like(&shape, Scalar::Int(0))?;
            let layout =
                Layout { shape: smallvec![n], strides: smallvec![size + 1], offset: row * size + column };
            out.with_layout(layout).write(&x.detach())?;
            Ok(record("DiagEmbedBackward0", &[x], &[], out, move |ctx| {
                Ok(smallvec![Some(diag(ctx.grad(), diagonal)?)])
            }))
        }
        [rows, columns] => {
            let count = rows.saturating_sub(row).min(columns.saturating_sub(column));
            let layout = Layout {
                shape: smallvec![count],
                strides: smallvec![x.strides()[0] + x.strides()[1]],
                offset: if count == 0 {
                    0
                } else {
                    x.storage_offset() + row * x.strides()[0] + column * x.strides()[1]
                },
            };
            let out = x.with_layout(layout).copy()?;
            Ok(record("DiagonalBackward0_copy", &[x], &[], out, move |ctx| {
                let square = diag(ctx.grad(), diagonal)?;
                let back = square.full_like(&[rows, columns], Scalar::Int(0))?;
                let shared = [rows.min(square.shape()[0]), columns.min(square.shape()[1])];
                let corner = |t: &Tensor| {
                    let layout = t.layout().clone();
                    t.with_layout(Layout { shape: shared.as_slice().into(), ..layout })
                };
                corner(&back).write(&corner(&square))?;
                Ok(smallvec![Some(back)])
            }))
        }
        _ => bail!(Runtime, "diag(): Supports 1D or 2D tensors. Got {}D", x.ndim()),
    }
}

/// `dtype=` of a factory, or what the value or the default says.
fn dtype_or(args: &Args, index: usize, default: Dtype) -> Result<Dtype> {
    Ok(args.optional_dtype(index)?.unwrap_or(default))
}

/// The tensor on the device asked for (argument `options`), and a leaf of the graph if `requires_grad=True` was asked
/// for (the next one).
pub(crate) fn finish(tensor: Tensor, args: &Args, options: usize) -> Result<Value> {
    let device = args.optional_device(options)?.unwrap_or_else(|| device_of_model(args));
    let mut tensor = tensor.to_device(device)?;
    if args.bool(options + 1)? {
        if !tensor.dtype().is_float() {
            bail!(Runtime, "Only Tensors of floating point and complex dtype can require gradients");
        }
        tensor.autograd_mut().set_requires_grad(true);
    }
    Ok(tensor.into())
}

/// Without `device=`, that of the tensor whose likeness is asked for.
fn device_of_model(args: &Args) -> Device {
    match args.0.first() {
        Some(Arg::Tensor(model)) => model.device(),
        _ => default_device(),
    }
}

fn filled(args: &Args, value: i64) -> Result<Value> {
    let dtype = dtype_or(args, 1, default_float())?;
    let device = args.optional_device(2)?.unwrap_or_else(default_device);
    finish(Tensor::full_on(&sizes(args.ints(0)?, dtype)?, Scalar::Int(value), dtype, device)?, args, 2)
}

fn filled_like(args: &Args, value: Scalar, options: usize) -> Result<Value> {
    let x = args.tensor(0)?;
    let device = args.optional_device(options + 1)?.unwrap_or(x.device());
    let dtype = dtype_or(args, options, x.dtype())?;
    fill_check(value, dtype)?;
    let filled = Tensor::full_on(x.shape(), value, dtype, device)?;
    let is_here = device == Device::Cpu;
    finish(if is_here { filled.with_layout(x.layout().for_new()) } else { filled }, args, options + 1)
}

/// `arange(end)`, `arange(start, end)` and `arange(start, end, step)` are one name.
fn arange_row(args: &Args) -> Result<Value> {
    let (first, step, dtype) = (args.scalar(0)?, args.scalar(2)?, args.optional_dtype(3)?);
    let out = match args.optional_scalar(1)? {
        Some(end) => arange(first, end, step, dtype)?,
        None => arange(Scalar::Int(0), first, step, dtype)?,
    };
    finish(out, args, 4)
}

fn linspace_row(args: &Args) -> Result<Value> {
    let out = linspace(args.float(0)?, args.float(1)?, args.int(2)?, dtype_or(args, 3, default_float())?)?;
    finish(out, args, 4)
}

fn logspace_row(args: &Args) -> Result<Value> {
    let dtype = dtype_or(args, 4, default_float())?;
    let exponents = linspace(args.float(0)?, args.float(1)?, args.int(2)?, Dtype::Float64)?;
    let base = args.float(3)?;
    let values: Vec<f64> =
        exponents.to_vec::<f64>()?.into_iter().map(|exponent| base.powf(exponent)).collect();
    let count = values.len();
    finish(Tensor::from_vec(values, &[count]).cast(dtype)?, args, 5)
}

fn eye_row(args: &Args) -> Result<Value> {
    let rows = args.int(0)?;
    for (name, size) in [("n", Some(rows)), ("m", args.optional_int(1)?)] {
        if let Some(size) = size.filter(|&size| size < 0) {
            bail!(Runtime, "{name} must be greater or equal to 0, got {size}");
        }
    }
    let dtype = dtype_or(args, 2, default_float())?;
    let shape = sizes(&[rows, args.optional_int(1)?.unwrap_or(rows)], dtype)?;
    finish(eye(shape[0], shape[1], dtype)?, args, 3)
}

fn full_row(args: &Args) -> Result<Value> {
    let value = args.scalar(1)?;
    let device = args.optional_device(3)?.unwrap_or_else(default_device);
    let dtype = dtype_or(args, 2, value.dtype())?;
    fill_check(value, dtype)?;
    finish(Tensor::full_on(&sizes(args.ints(0)?, dtype)?, value, dtype, device)?, args, 3)
}

macro_rules! factory {
    ($parameters:literal) => {
        concat!(
            $parameters,
            ", *, dtype? dtype=None, device? device=None, bool requires_grad=False) -> Tensor"
        )
    };
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(factory!("zeros(int[] size"), |args| {
        if args.ints(0)?.iter().any(|&size| size < 0) {
            bail!(Runtime, "zeros: Dimension size must be non-negative.");
        }
        filled(args, 0)
    })
    .doc("A tensor of zeros."),
    Operator::new(factory!("ones(int[] size"), |args| filled(args, 1)).doc("A tensor of ones."),
    Operator::new(factory!("empty(int[] size"), |args| filled(args, 0))
        .doc("A tensor whose values do not matter; here they are zeros."),
    Operator::new(factory!("full(int[] size, Scalar fill_value"), full_row)
        .doc("A tensor filled with one value."),
    Operator::new(factory!("scalar_tensor(Scalar s"), |args| {
        let value = args.scalar(0)?;
        let dtype = dtype_or(args, 1, default_float())?;
        fill_check(value, dtype)?;
        finish(Tensor::scalar(value, dtype), args, 2)
    })
    .doc("A 0-d tensor of a number, a float unless told otherwise."),
    Operator::new(factory!("zeros_like(Tensor input"), |args| filled_like(args, Scalar::Int(0), 1))
        .doc("Zeros in the shape of input."),
    Operator::new(factory!("ones_like(Tensor input"), |args| filled_like(args, Scalar::Int(1), 1))
        .doc("Ones in the shape of input."),
    Operator::new(factory!("empty_like(Tensor input"), |args| filled_like(args, Scalar::Int(0), 1))
        .doc("A tensor in the shape of input whose values do not matter; here they are zeros."),
    Operator::new(factory!("full_like(Tensor input, Scalar fill_value"), |args| {
        filled_like(args, args.scalar(1)?, 2)
    })
    .doc("One value in the shape of input."),
    Operator::new(factory!("arange(Scalar start, Scalar? end=None, Scalar step=1"), arange_row)
        .doc("The values start, start + step, … below end."),
    Operator::new(factory!("linspace(Scalar start, Scalar end, int steps"), linspace_row)
        .doc("Values spread evenly from start to end, both included."),
    Operator::new(factory!("logspace(Scalar start, Scalar end, int steps, float base=10"), logspace_row)
        .doc("Powers of base, with exponents spread evenly from start to end."),
    Operator::new(factory!("eye(int n, int? m=None"), eye_row).doc("Ones on the diagonal, zeros elsewhere."),
    Operator::new("tril(Tensor input, int diagonal=0) -> Tensor", |args| {
        triangle(args.tensor(0)?, args.int(1)?, true).map(Into::into)
    })
    .doc("The values on and below the diagonal, zeros above.")
    .method()
    .samples(|| vec![Args::new([square_sample().into()])]),
    Operator::new("triu(Tensor input, int diagonal=0) -> Tensor", |args| {
        triangle(args.tensor(0)?, args.int(1)?, false).map(Into::into)
    })
    .doc("The values on and above the diagonal, zeros below.")
    .method()
    .samples(|| vec![Args::new([square_sample().into(), 1.into()])]),
    Operator::new("diag(Tensor input, int diagonal=0) -> Tensor", |args| {
        diag(args.tensor(0)?, args.int(1)?).map(Into::into)
    })
    .doc("A vector as a diagonal matrix, or the diagonal of a matrix.")
    .method()
    .samples(|| {
        vec![
            Args::new([square_sample().into()]),
            Args::new([Tensor::from_vec(vec![0.5, 2.0], &[2]).into(), 1.into()]),
        ]
    }),
];

fn square_sample() -> Tensor {
    Tensor::from_vec((1..=9).map(|i| i as f64 * 0.3).collect(), &[3, 3])
}
