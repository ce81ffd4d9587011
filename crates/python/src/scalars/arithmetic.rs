//! What two numbers make, as numpy computes it; `None` for what needs a warning, an error, or a thought about dtypes.
//!
//! Dtypes follow NEP 50: Python's numbers take the dtype of numpy's that they meet, as far as their kind allows.
//! What it is not: objects of Python (`signs`). Start reading at [`computed`].

use kindling_core::Dtype;
use kindling_core::half::f16;

/// An operand, or a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    /// Python's own.
    Int(i64),
    Float(f64),
    /// Numpy's: of whole numbers, of `float32` and `float16`, of `float64`, of `bool`.
    Whole(i64, Dtype),
    Point(f64, Dtype),
    Double(f64),
    Truth(bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    And,
    Or,
    Xor,
    LeftShift,
    RightShift,
}

/// The value of a dtype of floats that is next to this one.
pub(super) fn rounded(value: f64, dtype: Dtype) -> f64 {
    match dtype {
        Dtype::Float32 => f64::from(value as f32),
        Dtype::Float16 => f16::from_f64(value).to_f64(),
        _ => value,
    }
}

/// Two operands in the kind that they are computed in.
enum Pair {
    Wholes(i64, i64, Dtype),
    Points(f64, f64, Dtype),
    Doubles(f64, f64),
    Truths(bool, bool),
}

fn pair(a: Number, b: Number) -> Option<Pair> {
    use Number::{Double, Float, Int, Point, Truth, Whole};
    Some(match (a, b) {
        (Whole(x, dtype), Whole(y, other)) if dtype == other => Pair::Wholes(x, y, dtype),
        (Whole(_, dtype), Int(y)) | (Int(y), Whole(_, dtype)) if !fits(y, dtype) => return None,
        (Whole(x, dtype), Int(y)) => Pair::Wholes(x, y, dtype),
        (Int(x), Whole(y, dtype)) => Pair::Wholes(x, y, dtype),
        (Point(x, dtype), Point(y, other)) if dtype == other => Pair::Points(x, y, dtype),
        (Point(x, dtype), Int(_) | Float(_)) => Pair::Points(x, rounded(as_double(b)?, dtype), dtype),
        (Int(_) | Float(_), Point(y, dtype)) => Pair::Points(rounded(as_double(a)?, dtype), y, dtype),
        (Truth(x), Truth(y)) => Pair::Truths(x, y),
        (Double(_), _) | (_, Double(_)) | (Whole(..), Float(_)) | (Float(_), Whole(..)) => {
            Pair::Doubles(as_double(a)?, as_double(b)?)
        }
        _ => return None,
    })
}

fn as_double(number: Number) -> Option<f64> {
    match number {
        Number::Int(value) | Number::Whole(value, _) => Some(value as f64),
        Number::Float(value) | Number::Point(value, _) | Number::Double(value) => Some(value),
        Number::Truth(_) => None,
    }
}

/// Whether a dtype of whole numbers holds the value.
fn fits(value: i64, dtype: Dtype) -> bool {
    match dtype {
        Dtype::Int8 => i8::try_from(value).is_ok(),
        Dtype::Int16 => i16::try_from(value).is_ok(),
        Dtype::Int32 => i32::try_from(value).is_ok(),
        Dtype::Uint8 => u8::try_from(value).is_ok(),
        _ => true,
    }
}

/// `a + b` and so on.
pub(super) fn computed(sign: Sign, a: Number, b: Number) -> Option<Number> {
    match pair(a, b)? {
        Pair::Wholes(x, y, _) if sign == Sign::TrueDiv => {
            (y != 0).then(|| Number::Double(x as f64 / y as f64))
        }
        Pair::Wholes(x, y, dtype) => {
            of_wholes(sign, x, y).filter(|&found| fits(found, dtype)).map(|found| Number::Whole(found, dtype))
        }
        Pair::Doubles(x, y) => of_floats(sign, x, y).map(Number::Double),
        // Rounded twice, by 64 bits first, these four are what rounding once gives; others are not.
        Pair::Points(x, y, dtype) if matches!(sign, Sign::Add | Sign::Sub | Sign::Mul | Sign::TrueDiv) => {
            let found = rounded(of_floats(sign, x, y)?, dtype);
            found.is_finite().then_some(Number::Point(found, dtype))
        }
        Pair::Points(..) => None,
        Pair::Truths(x, y) => match sign {
            Sign::And => Some(Number::Truth(x & y)),
            Sign::Or => Some(Number::Truth(x | y)),
            Sign::Xor => Some(Number::Truth(x ^ y)),
            _ => None,
        },
    }
}

fn of_wholes(sign: Sign, x: i64, y: i64) -> Option<i64> {
    match sign {
        Sign::Add => x.checked_add(y),
        Sign::Sub => x.checked_sub(y),
        Sign::Mul => x.checked_mul(y),
        Sign::FloorDiv => {
            let down = x.checked_div(y)?;
            Some(down - i64::from(x % y != 0 && (x < 0) != (y < 0)))
        }
        Sign::Mod => {
            let rest = x.checked_rem(y)?;
            Some(if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest })
        }
        Sign::Pow => x.checked_pow(u32::try_from(y).ok()?),
        Sign::And => Some(x & y),
        Sign::Or => Some(x | y),
        Sign::Xor => Some(x ^ y),
        Sign::LeftShift => {
            x.checked_mul(1_i64.checked_shl(u32::try_from(y).ok()?).filter(|&factor| factor > 0)?)
        }
        Sign::RightShift => x.checked_shr(u32::try_from(y).ok()?),
        Sign::TrueDiv => None,
    }
}

/// A result that is finite; numpy warns of others.
fn of_floats(sign: Sign, x: f64, y: f64) -> Option<f64> {
    let found = match sign {
        Sign::Add => x + y,
        Sign::Sub => x - y,
        Sign::Mul => x * y,
        Sign::TrueDiv => x / y,
        Sign::FloorDiv => divided(x, y).0,
        Sign::Mod => divided(x, y).1,
        Sign::Pow => x.powf(y),
        _ => return None,
    };
    found.is_finite().then_some(found)
}

/// The quotient, rounded down, and the rest, which has the divisor's sign: as CPython and numpy's `npy_divmod` have it.
fn divided(x: f64, y: f64) -> (f64, f64) {
    if y == 0.0 {
        return (f64::NAN, f64::NAN);
    }
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = rest.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(x / y), rest);
    }
    let down = quotient.floor();
    (if quotient - down > 0.5 { down + 1.0 } else { down }, rest)
}

/// How two numbers compare; `Some(None)` beside a NaN.
pub(super) fn compared(a: Number, b: Number) -> Option<Option<std::cmp::Ordering>> {
    Some(match pair(a, b)? {
        Pair::Wholes(x, y, _) => Some(x.cmp(&y)),
        Pair::Points(x, y, _) | Pair::Doubles(x, y) => x.partial_cmp(&y),
        Pair::Truths(x, y) => Some(x.cmp(&y)),
    })
}

/// `-a`; whole numbers that have none are told of.
pub(super) fn negative(a: Number) -> Option<Number> {
    match a {
        Number::Whole(value, dtype) => {
            value.checked_neg().filter(|&found| fits(found, dtype)).map(|found| Number::Whole(found, dtype))
        }
        Number::Point(value, dtype) => Some(Number::Point(-value, dtype)),
        Number::Double(value) => Some(Number::Double(-value)),
        _ => None,
    }
}

/// `abs(a)`.
pub(super) fn absolute(a: Number) -> Option<Number> {
    match a {
        Number::Whole(value, _) if value < 0 => negative(a),
        Number::Point(value, dtype) => Some(Number::Point(value.abs(), dtype)),
        Number::Double(value) => Some(Number::Double(value.abs())),
        _ => Some(a),
    }
}

/// `~a`.
pub(super) fn inverted(a: Number) -> Option<Number> {
    match a {
        Number::Whole(value, Dtype::Uint8) => Some(Number::Whole(255 - value, Dtype::Uint8)),
        Number::Whole(value, dtype) => Some(Number::Whole(!value, dtype)),
        Number::Truth(value) => Some(Number::Truth(!value)),
        _ => None,
    }
}
