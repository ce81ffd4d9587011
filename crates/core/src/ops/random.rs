//! Random tensors: `rand`, `randn`, `randint`, `randperm`, `bernoulli`, `multinomial`, `normal`, and the methods
//! that fill a tensor in place (`uniform_`, `normal_`, …).
//!
//! What it is not: the streams themselves, which are in [`crate::random`]. Rows whose name ends in `_` write over
//! their first argument and return it.

use smallvec::smallvec;

use super::{Arg, Args, Operand, Operator, Value, add, div, finish, lt, mul};
use crate::{
    Device, Dtype, Result, Scalar, Tensor,
    autograd::{record, refuse_leaf},
    bail,
    random::{self, Generator, default_generator},
    tensor::{
        Dims,
        device::on_gpu,
        dtype::default_float,
        limits::{fill_check, integer_limits},
        memory::sizes,
    },
};

/// Calls `draw` with the generator given at `index`, or the default one.
fn with_generator<T>(args: &Args, index: usize, draw: impl FnOnce(&mut Generator) -> Result<T>) -> Result<T> {
    let generator = args.optional_generator(index)?.unwrap_or_else(default_generator);
    draw(&mut generator.borrow_mut())
}

fn floating(args: &Args, index: usize, default: Dtype, kernel: &str) -> Result<Dtype> {
    let dtype = args.optional_dtype(index)?.unwrap_or(default);
    check_float(dtype, kernel)?;
    Ok(dtype)
}

fn check_float(dtype: Dtype, kernel: &str) -> Result<()> {
    if !dtype.is_float() {
        bail!(NotImplemented, "\"{kernel}\" not implemented for '{}'", dtype.message_name());
    }
    Ok(())
}

fn rand_row(args: &Args) -> Result<Value> {
    let dtype = floating(args, 2, default_float(), "check_uniform_bounds")?;
    let shape = sizes(args.ints(0)?, dtype)?;
    finish(with_generator(args, 1, |g| random::uniform(&shape, 0.0, 1.0, dtype, g))?, args, 3)
}

fn randn_row(args: &Args) -> Result<Value> {
    let dtype = floating(args, 2, default_float(), "normal_kernel_cpu")?;
    let shape = sizes(args.ints(0)?, dtype)?;
    finish(with_generator(args, 1, |g| random::normal(&shape, 0.0, 1.0, dtype, g))?, args, 3)
}

fn rand_like_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    let dtype = floating(args, 2, x.dtype(), "check_uniform_bounds")?;
    finish(with_generator(args, 1, |g| random::uniform(x.shape(), 0.0, 1.0, dtype, g))?, args, 3)
}

fn randn_like_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    let dtype = floating(args, 2, x.dtype(), "normal_kernel_cpu")?;
    finish(with_generator(args, 1, |g| random::normal(x.shape(), 0.0, 1.0, dtype, g))?, args, 3)
}

/// `randint(low, high, size)`.
fn randint_row(args: &Args) -> Result<Value> {
    randint(args, args.int(0)?, 1)
}

/// `randint(high, size)`, from 0 on.
fn randint_from_0_row(args: &Args) -> Result<Value> {
    randint(args, 0, 0)
}

/// Integers from `low` on; `at` is the place of `high` among the arguments.
fn randint(args: &Args, low: i64, at: usize) -> Result<Value> {
    let dtype = args.optional_dtype(at + 3)?.unwrap_or(Dtype::Int64);
    let shape = sizes(args.ints(at + 1)?, dtype)?;
    finish(integers(args, at + 2, &shape, low, args.int(at)?, dtype)?, args, at + 4)
}

fn integers(
    args: &Args,
    generator: usize,
    shape: &[usize],
    low: i64,
    high: i64,
    dtype: Dtype,
) -> Result<Tensor> {
    if low >= high {
        bail!(Runtime, "random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
    }
    for (name, bound) in [("from", low), ("to - 1", high - 1)] {
        if integer_limits(dtype).is_some_and(|(min, max)| !(min..=max).contains(&bound)) {
            bail!(Runtime, "{name} is out of bounds for {}", dtype.c_name());
        }
    }
    with_generator(args, generator, |g| random::integers(shape, low, high, dtype, g))
}

fn randint_like_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    let (first, second) = (args.int(1)?, args.optional_int(2)?);
    let (low, high) = second.map_or((0, first), |high| (first, high));
    let dtype = args.optional_dtype(4)?.unwrap_or(x.dtype());
    finish(integers(args, 3, x.shape(), low, high, dtype)?, args, 5)
}

fn randperm_row(args: &Args) -> Result<Value> {
    let dtype = args.optional_dtype(2)?.unwrap_or(Dtype::Int64);
    fill_check(Scalar::Int(args.int(0)?.max(0)), dtype)?;
    let shape = sizes(&[args.int(0)?], dtype)?;
    let order = with_generator(args, 1, |g| random::permutation(shape[0], g))?;
    finish(Tensor::from_vec(order, &shape).cast(dtype)?, args, 3)
}

/// Random choices have no gradient that means something: PyTorch records zeros.
fn without_gradient(name: &'static str, x: &Tensor, output: Tensor) -> Tensor {
    record(name, &[x], &[], output, |ctx| Ok(smallvec![Some(super::zeros_like(ctx.grad())?)]))
}

fn bernoulli_row(args: &Args) -> Result<Value> {
    let x = args.tensor(0)?;
    if !x.dtype().is_float() {
        bail!(
            NotImplemented,
            "\"bernoulli_tensor_cpu_p_\" not implemented for '{}'",
            x.dtype().message_name()
        );
    }
    let output = match args.optional_float(1)? {
        Some(p) => {
            check_probability(p)?;
            with_generator(args, 2, |g| random::bernoulli(x.shape(), p, x.dtype(), g))?
                .to_device(x.device())?
        }
        None => {
            let is_probability = super::logical_and(&super::ge(x, 0)?, &super::le(x, 1)?)?;
            if !super::all(&is_probability, &[], false)?.item()?.to_bool() {
                bail!(Runtime, "Expected p_in >= 0 && p_in <= 1 to be true, but got false.");
            }
            bernoulli_each(args, 2, x)?
        }
    };
    Ok(without_gradient("BernoulliBackward0", x, output).into())
}

/// 1 with the probability that stands in the same place of `p`.
fn bernoulli_each(args: &Args, generator: usize, p: &Tensor) -> Result<Tensor> {
    on_gpu!(p.device() => {
        // The same uniforms as on the CPU, brought there.
        let draws = with_generator(args, generator, |g| random::uniform(p.shape(), 0.0, 1.0, p.dtype(), g))?;
        super::lt(&draws.to_device(p.device())?, &p.detach())?.cast(p.dtype())
    });
    with_generator(args, generator, |g| random::bernoulli_each(p, g))
}

fn check_probability(p: f64) -> Result<()> {
    if !(0.0..=1.0).contains(&p) {
        bail!(Runtime, "bernoulli_ expects p to be in [0, 1], but got p={p}");
    }
    Ok(())
}

/// Rows of weights give rows of choices; a vector gives a vector.
fn multinomial_row(args: &Args) -> Result<Value> {
    let (x, count, with_replacement) = (args.tensor(0)?, args.int(1)?, args.bool(2)?);
    if !matches!(x.ndim(), 1 | 2) {
        bail!(Runtime, "prob_dist must be 1 or 2 dim");
    }
    if !x.dtype().is_float() {
        bail!(
            Runtime,
            "multinomial only supports floating-point dtypes for input, got: {}",
            x.dtype().message_name()
        );
    }
    if count <= 0 {
        bail!(Runtime, "cannot sample n_sample <= 0 samples");
    }
    let width = x.shape()[x.ndim() - 1];
    if !with_replacement && count as usize > width {
        bail!(Runtime, "cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    }
    if width == 0 && (x.ndim() == 1 || x.shape()[0] > 0) {
        bail!(Runtime, "{NO_WEIGHT}");
    }
    on_gpu!(x.device() => gpu_multinomial(args, x, count as usize, with_replacement));
    let weights = x.to_vec::<f64>()?;
    check_weights(&weights, width)?;
    let mut chosen = Vec::new();
    for row in weights.chunks(width.max(1)) {
        // One sample is drawn the same way with and without replacement.
        chosen.extend(with_generator(args, 3, |g| {
            if with_replacement && count > 1 {
                random::choices(row, count as usize, x.dtype() == Dtype::Float64, g)
            } else {
                random::choices_without_replacement(row, count as usize, x.dtype(), g)
            }
        })?);
    }
    let mut shape: Dims = x.shape().into();
    shape[x.ndim() - 1] = count as usize;
    Ok(Tensor::from_vec(chosen, &shape).into())
}

/// As [`multinomial_row`], on the GPU, with the same random numbers brought there.
fn gpu_multinomial(args: &Args, x: &Tensor, count: usize, with_replacement: bool) -> Result<Value> {
    let width = x.shape()[x.ndim() - 1];
    let rows = x.numel() / width.max(1);
    let weights = super::reshape(&x.detach(), &[rows, width])?;
    let is_weight = super::logical_and(&super::isfinite(&weights)?, &super::ge(&weights, 0)?)?;
    if !super::all(&is_weight, &[], false)?.item()?.to_bool() {
        bail!(Runtime, "{WRONG_WEIGHT}");
    }
    let totals = super::sum(&weights, &[1], true)?;
    if !super::all(&super::gt(&totals, 0)?, &[], false)?.item()?.to_bool() {
        bail!(Runtime, "{NO_WEIGHT}");
    }
    let chosen = if with_replacement && count > 1 {
        let draws =
            with_generator(args, 3, |g| random::uniform(&[rows, count, 1], 0.0, 1.0, Dtype::Float64, g))?;
        let draws = draws.cast(x.dtype())?.to_device(x.device())?;
        let edges = super::cumsum(&weights, 1)?;
        let last = super::narrow(&edges, 1, -1, 1)?;
        let edges = super::unsqueeze(&div(&edges, &last)?, 1)?;
        let below = super::sum(&super::lt(&edges, &draws)?, &[2], false)?;
        super::clamp(&below, None, Some((width as i64 - 1).into()))?
    } else {
        let waits = with_generator(args, 3, |g| random::exponential(&[rows, width], 1.0, x.dtype(), g))?;
        let keys = div(&weights, &waits.to_device(x.device())?)?;
        super::narrow(&super::argsort(&keys, 1, true)?, 1, 0, count as i64)?.copy()?
    };
    let mut shape: Dims = x.shape().into();
    shape[x.ndim() - 1] = count;
    super::reshape(&chosen, &shape).map(Into::into)
}

const WRONG_WEIGHT: &str = "probability tensor contains either `inf`, `nan` or element < 0";
const NO_WEIGHT: &str = "invalid multinomial distribution (sum of probabilities <= 0)";

fn check_weights(weights: &[f64], width: usize) -> Result<()> {
    if weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0) {
        bail!(Runtime, "{WRONG_WEIGHT}");
    }
    if weights.chunks(width.max(1)).any(|row| row.iter().sum::<f64>() <= 0.0) {
        bail!(Runtime, "{NO_WEIGHT}");
    }
    Ok(())
}

/// `normal(mean, std, size)` of numbers.
fn normal_row(args: &Args) -> Result<Value> {
    let (mean, std) = (args.float(0)?, args.float(1)?);
    check_deviation(std)?;
    let dtype = floating(args, 4, default_float(), "normal_kernel_cpu")?;
    let shape = sizes(args.ints(2)?, dtype)?;
    finish(with_generator(args, 3, |g| random::normal(&shape, mean, std, dtype, g))?, args, 5)
}

fn check_deviation(std: f64) -> Result<()> {
    if std < 0.0 {
        bail!(Runtime, "normal expects std >= 0.0, but found std {std}");
    }
    Ok(())
}

/// `normal(mean, std)` of tensors that broadcast, or of one and a number.
fn normal_like_row(args: &Args) -> Result<Value> {
    let (mean, std) = (args.operand(0)?, args.operand(1)?);
    match std {
        Operand::Scalar(std) => check_deviation(std.to_f64())?,
        Operand::Tensor(std) => {
            if std.device() == Device::Cpu && lt(std, 0)?.to_vec::<bool>()?.contains(&true) {
                bail!(Runtime, "normal expects all elements of std >= 0.0");
            }
        }
    }
    let model = add(mean, std)?.detach();
    let standard = with_generator(args, 2, |g| random::normal(model.shape(), 0.0, 1.0, model.dtype(), g))?;
    let standard = standard.to_device(model.device())?;
    Ok(add(&mul(&standard, std)?, mean)?.detach().into())
}

/// Writes what `draw` makes for the tensor's shape and dtype over it.
fn fill(
    args: &Args,
    generator: usize,
    draw: impl FnOnce(&Tensor, &mut Generator) -> Result<Tensor>,
) -> Result<Value> {
    let x = args.tensor(0)?;
    refuse_leaf(x)?;
    let values = with_generator(args, generator, |g| draw(x, g))?;
    x.write(&values)?;
    Ok(x.clone().into())
}

fn uniform_in_place(args: &Args) -> Result<Value> {
    let (low, high) = (args.float(1)?, args.float(2)?);
    if low > high {
        bail!(Runtime, "uniform_ expects to return a [from, to) range, but found from={low} > to={high}");
    }
    check_float(args.tensor(0)?.dtype(), "check_uniform_bounds")?;
    fill(args, 3, |x, g| random::uniform(x.shape(), low, high, x.dtype(), g))
}

fn normal_in_place(args: &Args) -> Result<Value> {
    let (mean, std) = (args.float(1)?, args.float(2)?);
    check_deviation(std)?;
    check_float(args.tensor(0)?.dtype(), "normal_kernel_cpu")?;
    fill(args, 3, |x, g| random::normal(x.shape(), mean, std, x.dtype(), g))
}

fn bernoulli_in_place(args: &Args) -> Result<Value> {
    if let Arg::Tensor(p) = &args.0[1] {
        let p = super::expand(&p.detach(), args.tensor(0)?.shape())?;
        let x = args.tensor(0)?;
        refuse_leaf(x)?;
        x.write(&bernoulli_each(args, 2, &p)?)?;
        return Ok(x.clone().into());
    }
    let p = args.float(1)?;
    check_probability(p)?;
    fill(args, 2, |x, g| random::bernoulli(x.shape(), p, x.dtype(), g))
}

fn exponential_in_place(args: &Args) -> Result<Value> {
    let rate = args.float(1)?;
    if rate <= 0.0 {
        bail!(Runtime, "exponential_ expects lambda > 0.0, but found lambda={rate}");
    }
    let dtype = args.tensor(0)?.dtype();
    if !dtype.is_float() {
        bail!(
            Runtime,
            "Exponential distribution is a continuous probability distribution. dtype must be a floating point but you \
             specified {}",
            dtype.message_name()
        );
    }
    fill(args, 2, |x, g| random::exponential(x.shape(), rate, x.dtype(), g))
}

fn random_in_place(args: &Args) -> Result<Value> {
    let (low, high) = match (args.optional_int(1)?, args.optional_int(2)?) {
        (Some(low), Some(high)) => (low, high),
        (Some(high), None) | (None, Some(high)) => (0, high),
        (None, None) => {
            // Up to 2^63, which only wraps to the right range: nothing to check.
            let high = largest(args.tensor(0)?.dtype());
            return fill(args, 3, |x, g| random::integers(x.shape(), 0, high, x.dtype(), g));
        }
    };
    if low >= high {
        bail!(Runtime, "random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
    }
    fill(args, 3, |x, g| random::integers(x.shape(), low, high, x.dtype(), g))
}

/// Below what `random_()` draws, as an i64 that may wrap: one above the largest integer, for floats above the largest
/// up to which all are exact.
fn largest(dtype: Dtype) -> i64 {
    match dtype {
        Dtype::Bool => 2,
        Dtype::Uint8 => 1 << 8,
        Dtype::Int8 => 1 << 7,
        Dtype::Int16 => 1 << 15,
        Dtype::Int32 => 1 << 31,
        Dtype::Int64 => i64::MIN,
        Dtype::Float16 => (1 << 11) + 1,
        Dtype::Bfloat16 => (1 << 8) + 1,
        Dtype::Float32 => (1 << 24) + 1,
        Dtype::Float64 => (1 << 53) + 1,
    }
}

macro_rules! factory {
    ($parameters:literal) => {
        concat!(
            $parameters,
            ", *, Generator? generator=None, dtype? dtype=None, device? device=None, bool requires_grad=False) -> Tensor"
        )
    };
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(factory!("rand(int[] size"), rand_row).doc("Uniform random numbers from 0 up to 1."),
    Operator::new(factory!("randn(int[] size"), randn_row)
        .doc("Random numbers from the standard normal distribution."),
    Operator::new(factory!("rand_like(Tensor input"), rand_like_row)
        .doc("Uniform random numbers from 0 up to 1, in the shape of input."),
    Operator::new(factory!("randn_like(Tensor input"), randn_like_row)
        .doc("Random numbers from the standard normal distribution, in the shape of input."),
    Operator::new(factory!("randint(int low, int high, int[] size"), randint_row)
        .doc("Random integers from low (0 unless given) up to but without high."),
    Operator::new(factory!("randint(int high, int[] size"), randint_from_0_row)
        .doc("Random integers from 0 up to but without high."),
    Operator::new(factory!("randint_like(Tensor input, int low, int? high=None"), randint_like_row)
        .doc("Random integers in the shape of input, from low (0 unless given) up to but without high."),
    Operator::new(factory!("randperm(int n"), randperm_row).doc("The integers below n in random order."),
    Operator::new(factory!("normal(float mean, float std, int[] size"), normal_row)
        .doc("Random numbers from normal distributions with these means and standard deviations."),
    Operator::new(
        "normal(Operand mean, Tensor std, *, Generator? generator=None) -> Tensor",
        normal_like_row,
    )
    .doc("Random numbers from normal distributions with this mean and these standard deviations."),
    Operator::new(
        "normal(Tensor mean, Operand std=1.0, *, Generator? generator=None) -> Tensor",
        normal_like_row,
    )
    .doc("Random numbers from normal distributions with these means and standard deviations."),
    Operator::new("bernoulli(Tensor input, float? p=None, *, Generator? generator=None) -> Tensor", bernoulli_row)
        .doc("1 with the probability that input says in this place, else 0.")
        .method(),
    Operator::new(
        "multinomial(Tensor input, int num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor",
        multinomial_row,
    )
    .doc("Indices drawn with probability proportional to the weights in input, row by row.")
    .method(),
    Operator::new("uniform_(Tensor input, float from=0, float to=1, *, Generator? generator=None) -> Tensor", uniform_in_place)
        .doc("Fills the tensor with uniform random numbers.")
        .only_method(),
    Operator::new("normal_(Tensor input, float mean=0, float std=1, *, Generator? generator=None) -> Tensor", normal_in_place)
        .doc("Fills the tensor with normal random numbers.")
        .only_method(),
    Operator::new("bernoulli_(Tensor input, Operand p=0.5, *, Generator? generator=None) -> Tensor", bernoulli_in_place)
        .doc("Fills the tensor with 1, with probability p, and 0.")
        .only_method(),
    Operator::new("exponential_(Tensor input, float lambd=1, *, Generator? generator=None) -> Tensor", exponential_in_place)
        .doc("Fills the tensor with exponential random numbers.")
        .only_method(),
    Operator::new("random_(Tensor input, int? from=None, int? to=None, *, Generator? generator=None) -> Tensor", random_in_place)
        .doc("Fills the tensor with random integers.")
        .only_method(),
];
