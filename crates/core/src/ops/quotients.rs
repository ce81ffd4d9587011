//! Whole quotients and what they leave: `floor_divide`, `remainder`, `fmod`, and division with a rounding mode.
//!
//! `floor_divide` and `remainder` round towards minus infinity, `fmod` towards zero.

use smallvec::smallvec;

use super::{
    Operator,
    arithmetic::{DIV, arithmetic, pairs, promoted},
    cast_to, div,
    elementwise::{Operand, Zip, of_operands, result_type, wgsl_fn, zip},
    mul, neg,
};
use crate::{Device, Dtype, Result, Scalar, Tensor, bail, tensor::Element};

wgsl_fn! { floor_quotient, "fn floor_quotient(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return a / b; }
  let rest = a % b;
  let quotient = (a - rest) / b;
  return round(select(quotient, quotient - 1.0, rest != 0.0 && (rest < 0.0) != (b < 0.0)));
}" }

wgsl_fn! { integer_quotient, "fn integer_quotient(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  let quotient = a / b;
  return select(quotient, quotient - 1, a % b != 0 && (a < 0) != (b < 0));
}" }

wgsl_fn! { float_modulus, "fn float_modulus(a: f32, b: f32) -> f32 {
  let rest = a - b * trunc(a / b);
  return select(rest, rest + b, rest != 0.0 && (rest < 0.0) != (b < 0.0));
}" }

static FLOOR_DIVIDE: Zip = zip! {
    "floor_quotient(a, b)" [floor_quotient] / "integer_quotient(a, b)" [integer_quotient],
    float |a, b| floor_quotient(a, b),
    int |a, b| floor_quotient_int(a, b)
};

static REMAINDER: Zip = zip! {
    "float_modulus(a, b)" [float_modulus] / "a - integer_quotient(a, b) * b" [integer_quotient],
    float |a, b| {
        let r = a % b;
        if r != 0.0 && (r < 0.0) != (b < 0.0) { r + b } else { r }
    },
    int |a, b| a.wrapping_sub(floor_quotient_int(a, b).wrapping_mul(b))
};

static FMOD: Zip = zip! {
    "a - b * trunc(a / b)" / "select(a % b, 0, b == 0)",
    float |a, b| a % b,
    int |a, b| a.checked_rem(b).unwrap_or(0)
};

/// Python's `//` on floats, exact where the quotient is near an integer.
fn floor_quotient<T: Element>(a: T, b: T) -> T {
    T::from_scalar(Scalar::Float(floor_quotient_wide(a.to_scalar().to_f64(), b.to_scalar().to_f64())))
}

fn floor_quotient_wide(a: f64, b: f64) -> f64 {
    if b == 0.0 {
        return a / b;
    }
    let remainder = a % b;
    let quotient = (a - remainder) / b;
    let quotient = if remainder != 0.0 && (b < 0.0) != (remainder < 0.0) { quotient - 1.0 } else { quotient };
    let floor = quotient.floor();
    match quotient {
        0.0 => 0.0_f64.copysign(a / b),
        _ if quotient - floor > 0.5 => floor + 1.0,
        _ => floor,
    }
}

fn floor_quotient_int(a: i64, b: i64) -> i64 {
    let Some(quotient) = a.checked_div(b) else { return if b == 0 { 0 } else { a.wrapping_neg() } };
    if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }
}

of_operands! {
    /// The largest integer not above a / b.
    floor_divide(a, b) {
        let operands = promoted(a, b);
        refuse_integer_zero(&operands)?;
        let output = FLOOR_DIVIDE.apply(&operands.0, &operands.1, operands.2)?;
        output.cast(operands.2)
    }
}

fn refuse_integer_zero((_, b, dtype): &(Tensor, Tensor, Dtype)) -> Result<()> {
    // A value on the GPU is not looked at: division by it gives 0.
    if !dtype.is_float() && b.device() == Device::Cpu && b.to_vec::<i64>()?.contains(&0) {
        bail!(Runtime, "ZeroDivisionError");
    }
    Ok(())
}

of_operands! {
    /// a - b·⌊a/b⌋: the sign of the divisor, as Python's `%`.
    remainder(a, b) {
        let operands = promoted(a, b);
        refuse_integer_zero(&operands)?;
        arithmetic(&REMAINDER, "RemainderBackward0", operands, true, |ctx| {
            let b = ctx.when(1, || mul(&neg(ctx.grad())?, &floor_divide(ctx.saved(0), ctx.saved(1))?))?;
            Ok(smallvec![Some(ctx.grad().clone()), b])
        })
    }
}

of_operands! {
    /// The remainder with the sign of the dividend, as C's `fmod`.
    fmod(a, b) {
        let operands = promoted(a, b);
        refuse_integer_zero(&operands)?;
        arithmetic(&FMOD, "FmodBackward0", operands, true, |ctx| {
            let quotient = || super::trunc(&div(ctx.saved(0), ctx.saved(1))?);
            let b = ctx.when(1, || mul(&neg(ctx.grad())?, &quotient()?))?;
            Ok(smallvec![Some(ctx.grad().clone()), b])
        })
    }
}

/// a / b rounded as asked: `None`, `floor` or `trunc`.
pub fn div_mode(a: Operand, b: Operand, rounding_mode: Option<&str>) -> Result<Tensor> {
    match rounding_mode {
        None => div(a, b),
        Some("floor") => floor_divide(a, b),
        Some("trunc") => {
            let dtype = result_type(a, b);
            if dtype.is_float() {
                return super::trunc(&div(a, b)?);
            }
            let operands = promoted(a, b);
            refuse_integer_zero(&operands)?;
            cast_to(&DIV.apply(&operands.0, &operands.1, dtype)?, dtype)
        }
        Some(mode) => bail!(
            Runtime,
            "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{mode}'"
        ),
    }
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("floor_divide(Operand input, Operand other) -> Tensor", |args| {
        floor_divide(args.operand(0)?, args.operand(1)?).map(Into::into)
    })
    .doc("The largest integer not above input / other.")
    .method()
    .in_place(),
    Operator::new("remainder(Operand input, Operand other) -> Tensor", |args| {
        remainder(args.operand(0)?, args.operand(1)?).map(Into::into)
    })
    .doc("Python's modulus: the result has the sign of other.")
    .method()
    .in_place()
    .samples(pairs),
    Operator::new("fmod(Operand input, Operand other) -> Tensor", |args| {
        fmod(args.operand(0)?, args.operand(1)?).map(Into::into)
    })
    .doc("C's modulus: the result has the sign of input.")
    .method()
    .in_place()
    .samples(pairs),
];
