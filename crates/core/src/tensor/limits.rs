//! What numbers a dtype can hold, and the refusal of others.

use super::{Dtype, Scalar};
use crate::{Error, Result};

/// The largest number of a float dtype.
pub fn largest_float(dtype: Dtype) -> Option<f64> {
    match dtype {
        Dtype::Float64 => Some(f64::MAX),
        Dtype::Float32 => Some(f32::MAX.into()),
        Dtype::Float16 => Some(half::f16::MAX.into()),
        Dtype::Bfloat16 => Some(half::bf16::MAX.into()),
        _ => None,
    }
}

/// That a dtype, which messages call `name`, can hold a number; bools hold any, negative integers wrap in unsigned ones.
///
/// # Errors
/// If it cannot.
pub fn range_check(value: Scalar, dtype: Dtype, name: &str) -> Result<()> {
    let (min, max) = match integer_limits(dtype) {
        Some(limits) => limits,
        None => return Ok(()),
    };
    let fits = match value {
        Scalar::Bool(_) => true,
        Scalar::Int(value) if dtype == Dtype::Uint8 => value <= max && value >= -max,
        Scalar::Int(value) => (min..=max).contains(&value),
        // 2^63 itself, as a float, is beyond the largest integer.
        Scalar::Float(value) => value >= min as f64 && value < max as f64 + 1.0,
    };
    if fits {
        return Ok(());
    }
    Err(Error::Runtime(format!("value cannot be converted to type {name} without overflow")))
}

/// The smallest and the largest integer of a dtype; `None` for floats and bools.
pub fn integer_limits(dtype: Dtype) -> Option<(i64, i64)> {
    match dtype {
        Dtype::Int64 => Some((i64::MIN, i64::MAX)),
        Dtype::Int32 => Some((i32::MIN.into(), i32::MAX.into())),
        Dtype::Int16 => Some((i16::MIN.into(), i16::MAX.into())),
        Dtype::Int8 => Some((i8::MIN.into(), i8::MAX.into())),
        Dtype::Uint8 => Some((0, u8::MAX.into())),
        _ => None,
    }
}

/// [`range_check`] where a tensor that is there is filled: floats, too, refuse what would become infinite.
///
/// # Errors
/// If the dtype cannot hold the number.
pub fn fill_check(value: Scalar, dtype: Dtype) -> Result<()> {
    let name = match dtype {
        Dtype::Float32 => "float",
        Dtype::Float16 => "c10::Half",
        Dtype::Bfloat16 => "c10::BFloat16",
        Dtype::Int64 => "int64_t",
        Dtype::Int32 => "int",
        Dtype::Int16 => "int16_t",
        Dtype::Int8 => "int8_t",
        Dtype::Uint8 => "uint8_t",
        Dtype::Float64 | Dtype::Bool => return Ok(()),
    };
    match (value, largest_float(dtype)) {
        (Scalar::Float(number), Some(largest)) if number.is_finite() && number.abs() > largest => {
            Err(Error::Runtime(format!("value cannot be converted to type {name} without overflow")))
        }
        _ => range_check(value, dtype, name),
    }
}
