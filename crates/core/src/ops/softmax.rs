//! `softmax`, `log_softmax` and `softmin`: a line of numbers as probabilities.
//!
//! Each line is computed from its largest value down, exp(x - max), so that nothing overflows; in float32 with PyTorch's
//! bits (`kernels/softmax.rs`).

use std::cell::RefCell;

use smallvec::smallvec;

use super::{
    Args, Operator, Value,
    elementwise::{in_compute, in_dtype, is_plain},
    exp, mul, neg, sub, sum, to_dtype, transpose,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Context, Save, is_recording, record},
    bail,
    kernels::softmax as kernel,
    tensor::{Element, device::on_gpu, layout::wrap_dim},
};

/// `f` applied to every line along `dim`.
fn map_lines<T: Element>(x: &Tensor, dim: usize, f: impl Fn(&mut [T])) -> Result<Tensor> {
    let size = x.shape().get(dim).copied().unwrap_or(1);
    let inner: usize = x.shape().iter().skip(dim + 1).product();
    let mut values = x.gather::<T>()?;
    if inner == 1 {
        values.chunks_exact_mut(size.max(1)).for_each(&f);
        return Ok(Tensor::from_vec(values, x.shape()));
    }
    let mut line = vec![T::default(); size];
    for block in values.chunks_exact_mut((size * inner).max(1)) {
        for start in 0..inner {
            line.iter_mut().enumerate().for_each(|(at, value)| *value = block[start + at * inner]);
            f(&mut line);
            line.iter().enumerate().for_each(|(at, &value)| block[start + at * inner] = value);
        }
    }
    Ok(Tensor::from_vec(values, x.shape()))
}

/// As [`map_lines`], over lines of gradients with the results' lines beside them.
fn map_gradients(
    grad: &Tensor,
    output: &Tensor,
    dim: usize,
    f: impl Fn(&mut [f32], &[f32]),
) -> Result<Tensor> {
    let last = |x: &Tensor| transpose(x, dim as i64, -1)?.to_contiguous();
    let (lines, outputs) = (last(grad)?, last(output)?);
    let (mut values, outputs) = (lines.to_vec::<f32>()?, outputs.contiguous_values::<f32>()?);
    let size = lines.shape().last().copied().unwrap_or(1).max(1);
    values.chunks_exact_mut(size).zip(outputs.chunks_exact(size)).for_each(|(grad, output)| f(grad, output));
    transpose(&Tensor::from_vec(values, lines.shape()), dim as i64, -1)?.to_contiguous()
}

/// Whether one pass may make a gradient: of float32 on the CPU, where nothing asks for the gradient's own.
fn is_quick(ctx: &Context) -> bool {
    let tensors = [ctx.grad(), ctx.saved(0)];
    tensors.iter().all(|x| is_plain(x) && x.ndim() > 0) && !is_recording(&tensors)
}

/// The largest value; NaN is passed over.
fn largest(line: &[f64]) -> f64 {
    line.iter().copied().fold(f64::NEG_INFINITY, |a, b| if b > a { b } else { a })
}

/// e to the power of each value less the largest, over the line; their sum.
fn exponentials(line: &mut [f64], max: f64) -> f64 {
    line.iter_mut().for_each(|value| *value = (*value - max).exp());
    line.iter().sum()
}

fn check_float(x: &Tensor, kernel: &str) -> Result<()> {
    if !x.dtype().is_float() {
        bail!(NotImplemented, "\"{kernel}\" not implemented for '{}'", x.dtype().message_name());
    }
    Ok(())
}

/// exp(x)/Σ exp(x) along `dim`.
pub fn softmax(x: &Tensor, dim: i64) -> Result<Tensor> {
    check_float(x, "softmax_lastdim_kernel_impl")?;
    let dim = wrap_dim(dim, x.ndim())?;
    let output = softmax_values(x, dim)?;
    Ok(record("SoftmaxBackward0", &[x], &[Save::Output], output, move |ctx| {
        if is_quick(ctx) {
            let grad = map_gradients(ctx.grad(), ctx.saved(0), dim, kernel::softmax_gradient)?;
            return Ok(smallvec![Some(grad)]);
        }
        let weighted = mul(ctx.grad(), ctx.saved(0))?;
        let total = sum(&weighted, &[dim as i64], true)?;
        Ok(smallvec![Some(sub(&weighted, &mul(ctx.saved(0), &total)?)?)])
    }))
}

fn softmax_values(x: &Tensor, dim: usize) -> Result<Tensor> {
    on_gpu!(x.device() => {
        let powers = exp(&shifted(x, dim)?)?;
        super::div(&powers, &sum(&powers, &[dim as i64], true)?)
    });
    let values = in_compute(x, x.dtype())?;
    let output = match values.dtype() {
        Dtype::Float64 => map_lines(&values, dim, |line: &mut [f64]| {
            let share = 1.0 / exponentials(line, largest(line));
            line.iter_mut().for_each(|value| *value *= share);
        }),
        _ => map_lines(&values, dim, kernel::softmax),
    };
    in_dtype(output?, x.dtype())
}

/// Lines along `dim` without their largest value.
fn shifted(x: &Tensor, dim: usize) -> Result<Tensor> {
    let x = x.detach();
    sub(&x, &super::amax_amin(&x, &[dim as i64], true, true)?)
}

/// log(softmax(x)) along `dim`, exact where softmax is near 0.
pub fn log_softmax(x: &Tensor, dim: i64) -> Result<Tensor> {
    check_float(x, "log_softmax_lastdim_kernel_impl")?;
    let dim = wrap_dim(dim, x.ndim())?;
    let output = log_softmax_values(x, dim)?;
    Ok(record("LogSoftmaxBackward0", &[x], &[Save::Output], output, move |ctx| {
        if is_quick(ctx) {
            let grad = map_gradients(ctx.grad(), ctx.saved(0), dim, kernel::log_softmax_gradient)?;
            return Ok(smallvec![Some(grad)]);
        }
        let total = sum(ctx.grad(), &[dim as i64], true)?;
        Ok(smallvec![Some(sub(ctx.grad(), &mul(&exp(ctx.saved(0))?, &total)?)?)])
    }))
}

fn log_softmax_values(x: &Tensor, dim: usize) -> Result<Tensor> {
    on_gpu!(x.device() => {
        let line = shifted(x, dim)?;
        sub(&line, &super::log(&sum(&exp(&line)?, &[dim as i64], true)?)?)
    });
    let values = in_compute(x, x.dtype())?;
    let output = match values.dtype() {
        Dtype::Float64 => map_lines(&values, dim, |line: &mut [f64]| {
            let max = largest(line);
            let mut powers = line.to_vec();
            let shift = exponentials(&mut powers, max).ln();
            line.iter_mut().for_each(|value| *value = (*value - max) - shift);
        }),
        _ => {
            let powers = RefCell::default();
            map_lines(&values, dim, |line: &mut [f32]| kernel::log_softmax(line, &mut powers.borrow_mut()))
        }
    };
    in_dtype(output?, x.dtype())
}

/// The dimension PyTorch takes where none is named.
fn dim_or_implicit(x: &Tensor, dim: Option<i64>) -> i64 {
    dim.unwrap_or(if matches!(x.ndim(), 0 | 1 | 3) { 0 } else { 1 })
}

fn implicit_dim(name: &str, args: &Args) -> Option<String> {
    args.optional_int(1).ok()?.is_none().then(|| {
        format!(
            "Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an argument."
        )
    })
}

fn row(args: &Args, f: fn(&Tensor, i64) -> Result<Tensor>) -> Result<Value> {
    let x = args.tensor(0)?;
    let dim = dim_or_implicit(x, args.optional_int(1)?);
    let dtype: Option<Dtype> = args.optional_dtype(3)?;
    f(&dtype.map_or(Ok(x.clone()), |dtype| to_dtype(x, dtype))?, dim).map(Into::into)
}

/// In `torch`, where the dimension must be named.
fn of_dim(args: &Args, f: fn(&Tensor, i64) -> Result<Tensor>) -> Result<Value> {
    let x = args.tensor(0)?;
    let x = args.optional_dtype(2)?.map_or(Ok(x.clone()), |dtype| to_dtype(x, dtype))?;
    f(&x, args.int(1)?).map(Into::into)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "softmax(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None) -> Tensor",
        |args| row(args, softmax),
    )
    .doc("exp(x) divided by its sum along dim: numbers as probabilities.")
    .functional()
    .warns(|args| implicit_dim("softmax", args))
    .samples(samples),
    Operator::new("softmax(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        of_dim(args, softmax)
    })
    .doc("exp(x) divided by its sum along dim: numbers as probabilities.")
    .method()
    .samples(samples),
    Operator::new(
        "log_softmax(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None) -> Tensor",
        |args| row(args, log_softmax),
    )
    .doc("The logarithm of softmax.")
    .functional()
    .warns(|args| implicit_dim("log_softmax", args))
    .samples(samples),
    Operator::new("log_softmax(Tensor input, int dim, *, dtype? dtype=None) -> Tensor", |args| {
        of_dim(args, log_softmax)
    })
    .doc("The logarithm of softmax.")
    .method()
    .samples(samples),
    Operator::new(
        "softmin(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None) -> Tensor",
        |args| row(args, |x, dim| softmax(&neg(x)?, dim)),
    )
    .doc("softmax of -x.")
    .functional()
    .warns(|args| implicit_dim("softmin", args))
    .samples(samples),
];

fn samples() -> Vec<Args> {
    let x = || Tensor::from_vec(vec![0.5, -1.0, 2.0, 0.1, 1.4, -0.7], &[2, 3]);
    vec![Args::new([x().into(), 1.into()]), Args::new([x().into(), 0.into()])]
}
