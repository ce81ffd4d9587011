//! Arithmetic of two operands: `add`, `sub`, `mul`, `div`, `pow`, `maximum` and their kin.
//!
//! Values follow the C operators on the promoted dtype; integers wrap. Division is true division, as in Python; what it
//! is not: whole quotients and remainders (see `quotients`).

use smallvec::smallvec;

use super::{
    Args, Operator, abs,
    elementwise::{
        Operand, Zip, in_dtype, lies_within, of_operands, result_type, wgsl, wgsl_fn, zip, zip_loop,
    },
    eq, ge, gt, log, lt, mul_mask, neg,
    transcendental::{arc_tangent, arc_tangent_2},
    where_,
};
use crate::{
    Dtype, Result, Scalar, Tensor,
    autograd::{Context, Gradients, Save, record},
    bail,
    kernels::transcendental::narrow,
    tensor::{dtype::Kind, layout},
};

wgsl_fn! { power, "fn power(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return 1.0; }
  if (a > 0.0 || is_nan(a) || is_nan(b)) { return pow(a, b); }
  if (a == 0.0) { return select(infinity(), 0.0, b > 0.0); }
  let size = pow(-a, b);
  if (floor(b) != b) { return bitcast<f32>(bitcast<u32>(infinity()) | 0x400000u); }
  return select(size, -size, abs(b) % 2.0 == 1.0);
}" }

wgsl_fn! { integer_power, "fn integer_power(a: i32, b: i32) -> i32 {
  if (b < 0) { return select(select(0, select(1, -1, (b & 1) != 0), a == -1), 1, a == 1); }
  var result = 1;
  var base = a;
  for (var left = b; left > 0; left >>= 1u) {
    if ((left & 1) != 0) { result *= base; }
    base *= base;
  }
  return result;
}" }

static ADD: Zip = zip! { "a + b", float |a, b| a + b, int |a, b| a.wrapping_add(b) };

static SUB: Zip = zip! { "a - b", float |a, b| a - b, int |a, b| a.wrapping_sub(b) };

static MUL: Zip = zip! { "a * b", float |a, b| a * b, int |a, b| a.wrapping_mul(b) };

pub(super) static DIV: Zip = zip! {
    "a / b" / "select(a / b, 0, b == 0)",
    float |a, b| a / b,
    int |a, b| a.checked_div(b).unwrap_or(0)
};

static POW: Zip = Zip {
    wgsl: wgsl!("power(a, b)"[power] / "integer_power(a, b)"[integer_power]),
    cpu: |a, b, shape| match a.dtype() {
        Dtype::Float32
            if lies_within(a, 0.0, f32::INFINITY)? && lies_within(b, f32::NEG_INFINITY, f32::INFINITY)? =>
        {
            zip_loop(a, b, shape, narrow::pow)
        }
        Dtype::Float32 => zip_loop(a, b, shape, f32::powf),
        Dtype::Float64 => zip_loop(a, b, shape, f64::powf),
        _ => zip_loop(a, b, shape, int_pow),
    },
};

static MAXIMUM: Zip = zip! {
    "larger(a, b)" / "max(a, b)",
    float |a, b| if a.is_nan() || a > b { a } else { b },
    int |a, b| a.max(b)
};

static MINIMUM: Zip = zip! {
    "smaller(a, b)" / "min(a, b)",
    float |a, b| if a.is_nan() || a < b { a } else { b },
    int |a, b| a.min(b)
};

static ATAN2: Zip = zip! {
    "arc_tangent_2(a, b)" [arc_tangent, arc_tangent_2] / "a",
    float |a, b| a.atan2(b),
    int |a, _b| a
};

/// Squaring and multiplying; a negative exponent gives 0 unless the base is 1 or -1, as in C++.
fn int_pow(base: i64, exponent: i64) -> i64 {
    match (base, exponent) {
        (_, 0..) => base.wrapping_pow(exponent.min(u32::MAX as i64) as u32),
        (1, _) => 1,
        (-1, _) => {
            if exponent % 2 == 0 {
                1
            } else {
                -1
            }
        }
        _ => 0,
    }
}

/// Two operands as tensors, with the dtype of their result.
pub(super) fn promoted(a: Operand, b: Operand) -> (Tensor, Tensor, Dtype) {
    let dtype = result_type(a, b);
    (a.to_tensor(dtype), b.to_tensor(dtype), dtype)
}

pub(super) fn arithmetic(
    zip: &Zip,
    name: &'static str,
    (a, b, dtype): (Tensor, Tensor, Dtype),
    saves_inputs: bool,
    gradient: impl Fn(&Context) -> Result<Gradients> + 'static,
) -> Result<Tensor> {
    let output = in_dtype(zip.apply(&a, &b, dtype)?, dtype)?;
    // The slope for b is made of a, which is read only if b wants one; that for a is made of b, and but for a product that
    // for b is, too.
    let own_slope = b.requires_grad() && !std::ptr::eq(zip, &MUL);
    let first = if b.requires_grad() { Save::Input(&a) } else { Save::Unread(&a) };
    let second = if a.requires_grad() || own_slope { Save::Input(&b) } else { Save::Unread(&b) };
    let save = [first, second];
    Ok(record(name, &[&a, &b], if saves_inputs { &save } else { &[] }, output, gradient))
}

of_operands! {
    /// a + b.
    add(a, b) {
        arithmetic(&ADD, "AddBackward0", promoted(a, b), false, |ctx| {
            Ok(smallvec![Some(ctx.grad().clone()), Some(ctx.grad().clone())])
        })
    }
}

of_operands! {
    /// a - b; not defined on bools.
    sub(a, b) {
        let operands = promoted(a, b);
        if operands.0.dtype() == Dtype::Bool && operands.1.dtype() == Dtype::Bool {
            bail!(
                NotImplemented,
                "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` \
                 operator instead."
            );
        }
        if [a, b].iter().any(Operand::is_bool_tensor) {
            bail!(
                NotImplemented,
                "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, \
                 use the `~` or `logical_not()` operator instead."
            );
        }
        let name = if matches!(a, Operand::Scalar(_)) { "RsubBackward1" } else { "SubBackward0" };
        arithmetic(&SUB, name, operands, false, |ctx| {
            Ok(smallvec![Some(ctx.grad().clone()), ctx.when(1, || neg(ctx.grad()))?])
        })
    }
}

of_operands! {
    /// a · b.
    mul(a, b) {
        arithmetic(&MUL, "MulBackward0", promoted(a, b), true, |ctx| {
            let a = ctx.when(0, || mul(ctx.grad(), ctx.saved(1)))?;
            Ok(smallvec![a, ctx.when(1, || mul(ctx.grad(), ctx.saved(0)))?])
        })
    }
}

of_operands! {
    /// a / b, always a float.
    div(a, b) {
        // A number is not brought into the integers' dtype first, which may not hold it.
        let dtype = result_type(a, b).to_float();
        // PyTorch multiplies a number by the reciprocal.
        let name = if matches!(a, Operand::Scalar(_)) { "MulBackward0" } else { "DivBackward0" };
        arithmetic(&DIV, name, (a.to_tensor(dtype), b.to_tensor(dtype), dtype), true, |ctx| {
            let a = ctx.when(0, || div(ctx.grad(), ctx.saved(1)))?;
            // d(a/b)/db = -(a/b)/b
            let b =
                ctx.when(1, || mul(&neg(ctx.grad())?, &div(&div(ctx.saved(0), ctx.saved(1))?, ctx.saved(1))?))?;
            Ok(smallvec![a, b])
        })
    }
}

of_operands! {
    /// a to the power of b.
    pow(a, b) {
        let (base, exponent, dtype) = promoted(a, b);
        if let (Operand::Tensor(x), Operand::Scalar(exponent)) = (a, b) {
            return pow_scalar(x, exponent, dtype);
        }
        let name = if matches!(a, Operand::Scalar(_)) { "PowBackward2" } else { "PowBackward1" };
        arithmetic(&POW, name, (base, exponent, dtype), true, |ctx| {
            let (base, exponent) = (ctx.saved(0), ctx.saved(1));
            let a = ctx.when(0, || mul(ctx.grad(), &mul(exponent, &pow(base, &sub(exponent, 1)?)?)?))?;
            // x^y·ln x, and 0 where x is 0 and y is not negative, as the limit is.
            let b = ctx.when(1, || {
                let slope = mul(&pow(base, exponent)?, &log(base)?)?;
                let flat = super::logical_and(&eq(base, 0)?, &ge(exponent, 0)?)?;
                mul(ctx.grad(), &where_(&flat, 0.0, &slope)?)
            })?;
            Ok(smallvec![a, b])
        })
    }
}

/// A power by a number. Squares, cubes and roots are computed as such: PyTorch does, and the bits differ.
fn pow_scalar(x: &Tensor, exponent: Scalar, dtype: Dtype) -> Result<Tensor> {
    if dtype.kind() == Kind::Integer && exponent.to_f64() < 0.0 {
        bail!(Runtime, "Integers to negative integer powers are not allowed.");
    }
    let base = x.detach().cast(dtype)?;
    let output = match exponent.to_f64() {
        1.0 => base.copy()?,
        2.0 => MUL.apply(&base, &base, dtype)?,
        3.0 => MUL.apply(&MUL.apply(&base, &base, dtype)?, &base, dtype)?,
        0.5 => super::sqrt(&base)?,
        -0.5 => super::rsqrt(&base)?,
        -1.0 => super::reciprocal(&base)?,
        -2.0 => super::reciprocal(&MUL.apply(&base, &base, dtype)?)?,
        _ => POW.apply(&base, &Tensor::scalar(exponent, dtype), dtype)?,
    };
    Ok(record("PowBackward0", &[x], &[Save::Input(x)], output.cast(dtype)?, move |ctx| {
        let exponent = exponent.to_f64();
        let gradient = if exponent == 0.0 {
            super::zeros_like(ctx.saved(0))?
        } else {
            mul(ctx.grad(), &mul(&pow(ctx.saved(0), exponent - 1.0)?, exponent)?)?
        };
        Ok(smallvec![Some(gradient)])
    }))
}

of_operands! {
    /// The larger of a and b; equal values share the gradient.
    maximum(a, b) {
        arithmetic(&MAXIMUM, "MaximumBackward0", promoted(a, b), true, |ctx| extremum(ctx, true))
    }
}

of_operands! {
    /// The smaller of a and b; equal values share the gradient.
    minimum(a, b) {
        arithmetic(&MINIMUM, "MinimumBackward0", promoted(a, b), true, |ctx| extremum(ctx, false))
    }
}

fn extremum(ctx: &Context, is_max: bool) -> Result<Gradients> {
    let (a, b) = (ctx.saved(0), ctx.saved(1));
    let halves = where_(&eq(a, b)?, &div(ctx.grad(), 2)?, ctx.grad())?;
    let loses = |x: &Tensor, y: &Tensor| if is_max { lt(x, y) } else { gt(x, y) };
    let share = |x, y| mul_mask(&halves, &super::logical_not(&loses(x, y)?)?);
    let first = ctx.when(0, || share(a, b))?;
    Ok(smallvec![first, ctx.when(1, || share(b, a))?])
}

of_operands! {
    /// The angle of the point (b, a), in radians.
    atan2(a, b) {
        let (a, b, dtype) = promoted(a, b);
        arithmetic(&ATAN2, "Atan2Backward0", (a, b, dtype.to_float()), true, |ctx| {
            let (y, x) = (ctx.saved(0), ctx.saved(1));
            let scaled = div(ctx.grad(), &add(&mul(x, x)?, &mul(y, y)?)?)?;
            let first = ctx.when(0, || mul(&scaled, x))?;
            Ok(smallvec![first, ctx.when(1, || neg(&mul(&scaled, y)?))?])
        })
    }
}

/// start + weight·(end - start), from the nearer end as PyTorch computes it.
pub fn lerp<'a>(start: &'a Tensor, end: &'a Tensor, weight: impl Into<Operand<'a>>) -> Result<Tensor> {
    let weight = weight.into();
    // The message names the sizes in this order.
    layout::broadcast(start.shape(), end.shape())?;
    let difference = sub(end, start)?;
    match weight {
        Operand::Scalar(value) if value.to_f64().abs() < 0.5 => add(start, &mul(&difference, weight)?),
        Operand::Scalar(value) => sub(end, &mul(&difference, 1.0 - value.to_f64())?),
        Operand::Tensor(tensor) => {
            let far = lt(&abs(tensor)?, 0.5)?;
            let near_start = add(start, &mul(&difference, tensor)?)?;
            where_(&far, &near_start, &sub(end, &mul(&difference, &sub(1.0, tensor)?)?)?)
        }
    }
}

/// `input + value·tensor1·tensor2`.
pub fn addcmul(input: &Tensor, tensor1: &Tensor, tensor2: &Tensor, value: Scalar) -> Result<Tensor> {
    layout::broadcast(input.shape(), tensor1.shape())?;
    add(input, &mul(&mul(tensor1, value)?, tensor2)?)
}

/// `input + value·tensor1/tensor2`.
pub fn addcdiv(input: &Tensor, tensor1: &Tensor, tensor2: &Tensor, value: Scalar) -> Result<Tensor> {
    layout::broadcast(input.shape(), tensor1.shape())?;
    add(input, &div(&mul(tensor1, value)?, tensor2)?)
}

fn scaled(args: &Args, index: usize) -> Result<Option<Tensor>> {
    let alpha = args.scalar(2)?;
    let dtype = result_type(args.operand(0)?, args.operand(1)?);
    if !dtype.is_float() && matches!(alpha, Scalar::Float(_)) {
        bail!(Runtime, "For integral input tensors, argument alpha must not be a floating point number.");
    }
    if dtype != Dtype::Bool && matches!(alpha, Scalar::Bool(_)) {
        bail!(Runtime, "Boolean alpha only supported for Boolean results.");
    }
    if alpha.to_f64() == 1.0 {
        return Ok(None);
    }
    Ok(Some(match args.operand(index)? {
        Operand::Tensor(tensor) => mul(tensor, alpha)?,
        // In the dtype of the result, so that it promotes nothing.
        Operand::Scalar(value) => mul(&Tensor::scalar(value, dtype), alpha)?,
    }))
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("add(Operand input, Operand other, *, Scalar alpha=1) -> Tensor", |args| {
        match scaled(args, 1)? {
            Some(other) => add(args.operand(0)?, &other).map(Into::into),
            None => add(args.operand(0)?, args.operand(1)?).map(Into::into),
        }
    })
    .doc("input + alpha * other, element by element, with broadcasting.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("sub(Operand input, Operand other, *, Scalar alpha=1) -> Tensor", |args| {
        match scaled(args, 1)? {
            Some(other) => sub(args.operand(0)?, &other).map(Into::into),
            None => sub(args.operand(0)?, args.operand(1)?).map(Into::into),
        }
    })
    .doc("input - alpha * other, element by element, with broadcasting.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("mul(Operand input, Operand other) -> Tensor", |args| {
        mul(args.operand(0)?, args.operand(1)?).map(Into::into)
    })
    .doc("input * other, element by element, with broadcasting.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("div(Operand input, Operand other, *, str? rounding_mode=None) -> Tensor", |args| {
        super::div_mode(args.operand(0)?, args.operand(1)?, args.optional_str(2)?.as_deref()).map(Into::into)
    })
    .doc("input / other, element by element; rounding_mode 'trunc' or 'floor' rounds the quotient.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("pow(Operand input, Operand exponent) -> Tensor", |args| {
        pow(args.operand(0)?, args.operand(1)?).map(Into::into)
    })
    .doc("input to the power of exponent.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("maximum(Tensor input, Tensor other) -> Tensor", |args| {
        maximum(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The larger of both, element by element.")
    .method()
    .samples(pairs),
    Operator::new("minimum(Tensor input, Tensor other) -> Tensor", |args| {
        minimum(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The smaller of both, element by element.")
    .method()
    .samples(pairs),
    Operator::new("atan2(Tensor input, Tensor other) -> Tensor", |args| {
        atan2(args.tensor(0)?, args.tensor(1)?).map(Into::into)
    })
    .doc("The angle of the point (other, input), in radians.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("lerp(Tensor input, Tensor end, Operand weight) -> Tensor", |args| {
        lerp(args.tensor(0)?, args.tensor(1)?, args.operand(2)?).map(Into::into)
    })
    .node("LerpBackward0")
    .doc("input + weight * (end - input).")
    .method()
    .in_place(),
    Operator::new(
        "addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor",
        |args| addcmul(args.tensor(0)?, args.tensor(1)?, args.tensor(2)?, args.scalar(3)?).map(Into::into),
    )
    .node("AddcmulBackward0")
    .doc("input + value * tensor1 * tensor2.")
    .method()
    .in_place(),
    Operator::new(
        "addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor",
        |args| addcdiv(args.tensor(0)?, args.tensor(1)?, args.tensor(2)?, args.scalar(3)?).map(Into::into),
    )
    .node("AddcdivBackward0")
    .doc("input + value * tensor1 / tensor2.")
    .method()
    .in_place(),
];

/// Two tensors that broadcast, positive and apart from each other, for the gradient checks.
pub(super) fn pairs() -> Vec<Args> {
    let a = Tensor::from_vec(vec![0.6, 1.3, 2.1, 0.9, 1.7, 2.4], &[2, 3]);
    let b = Tensor::from_vec(vec![1.1, 0.7, 1.9], &[3]);
    vec![Args::new([a.into(), b.into()])]
}
