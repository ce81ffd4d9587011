//! `softmax`, `log_softmax` and `softmin`: a line of numbers as probabilities.
//!
//! Each line is computed from its largest value down, exp(x - max), so that nothing overflows; float32's exponentials are
//! summed and divided in float64 and rounded once. The logarithm's sum is rounded in between, as PyTorch's is.

use std::cell::RefCell;

use smallvec::smallvec;

use super::{
    Args, Operator, Value,
    elementwise::{in_compute, in_dtype},
    exp, mul, neg, sub, sum, to_dtype,
};
use crate::{
    Dtype, Result, Tensor,
    autograd::{Save, record},
    bail,
    kernels::{real::Real, transcendental::narrow},
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

/// The floats that lines are computed of: their exponentials, which are summed in float64.
trait Exponent: Real {
    fn exp_wide(self) -> f64;
    fn wide(self) -> f64;
}

impl Exponent for f32 {
    #[inline(always)]
    fn exp_wide(self) -> f64 {
        narrow::exp_wide(self)
    }
    #[inline(always)]
    fn wide(self) -> f64 {
        self as f64
    }
}

impl Exponent for f64 {
    #[inline(always)]
    fn exp_wide(self) -> f64 {
        self.exp()
    }
    #[inline(always)]
    fn wide(self) -> f64 {
        self
    }
}

/// The largest value, eight at a time; NaN is passed over.
fn largest<T: Exponent>(line: &[T]) -> T {
    let larger = |a: T, b: T| if b > a { b } else { a };
    let mut lanes = [T::of(f64::NEG_INFINITY); 8];
    let (eights, rest) = line.as_chunks::<8>();
    for eight in eights {
        lanes.iter_mut().zip(eight).for_each(|(lane, &value)| *lane = larger(*lane, value));
    }
    lanes.into_iter().chain(rest.iter().copied()).fold(T::of(f64::NEG_INFINITY), larger)
}

/// e to the power of each value less the largest, into `powers`; their sum.
fn exponentials<T: Exponent>(line: &[T], max: T, powers: &mut Vec<f64>) -> f64 {
    powers.clear();
    powers.extend(line.iter().map(|&value| (value - max).exp_wide()));
    let (fours, rest) = powers.as_chunks::<4>();
    let mut lanes = [0.0; 4];
    for four in fours {
        lanes.iter_mut().zip(four).for_each(|(lane, power)| *lane += power);
    }
    lanes.iter().chain(rest).sum()
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
    let lines = if values.dtype() == Dtype::Float64 { softmax_lines::<f64> } else { softmax_lines::<f32> };
    in_dtype(lines(&values, dim)?, x.dtype())
}

fn softmax_lines<T: Exponent>(x: &Tensor, dim: usize) -> Result<Tensor> {
    let powers = RefCell::default();
    map_lines(x, dim, |line: &mut [T]| {
        let mut powers = powers.borrow_mut();
        let share = 1.0 / exponentials(line, largest(line), &mut powers);
        line.iter_mut().zip(&*powers).for_each(|(value, power)| *value = T::of(power * share));
    })
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
    let lines =
        if values.dtype() == Dtype::Float64 { log_softmax_lines::<f64> } else { log_softmax_lines::<f32> };
    in_dtype(lines(&values, dim)?, x.dtype())
}

fn log_softmax_lines<T: Exponent>(x: &Tensor, dim: usize) -> Result<Tensor> {
    let powers = RefCell::default();
    map_lines(x, dim, |line: &mut [T]| {
        let max = largest(line);
        // As PyTorch, whose steps are of float32 each: the sum loses there what is far below 1.
        let total = T::of(exponentials(line, max, &mut powers.borrow_mut()));
        let shift = T::of(total.wide().ln()).wide();
        line.iter_mut().for_each(|value| *value = T::of((value.wide() - max.wide()) - shift));
    })
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
