//! The Rust types behind the dtypes, and the macro that turns a dtype into its type.

use half::{bf16, f16};

use super::{Dtype, Scalar};

/// A value that a storage can hold.
pub trait Element:
    super::storage::StoredAs + Copy + PartialEq + PartialOrd + Default + std::fmt::Debug + 'static
{
    const DTYPE: Dtype;
    /// Converts as a cast between dtypes does: floats truncate towards zero, integers wrap. What an integer cannot hold, NaN
    /// too, becomes what x86 gives, as PyTorch has it there: the least int64, or what is left of the least int32.
    fn from_scalar(value: Scalar) -> Self;
    fn to_scalar(self) -> Scalar;
}

/// Towards zero; the least value for what is out of range or no number.
macro_rules! truncated {
    ($value:expr, $type:ty) => {{
        let value: f64 = $value;
        // The bounds are powers of two, which float64 holds exactly.
        let (least, beyond) = (<$type>::MIN as f64, -(<$type>::MIN as f64));
        if value > least - 1.0 && value < beyond { value as $type } else { <$type>::MIN }
    }};
}

macro_rules! integer_element {
    ($($type:ty => $dtype:ident by $wide:ty),*) => {$(
        impl Element for $type {
            const DTYPE: Dtype = Dtype::$dtype;
            #[inline(always)]
            fn from_scalar(value: Scalar) -> Self {
                match value {
                    Scalar::Float(value) => truncated!(value, $wide) as $type,
                    Scalar::Int(_) | Scalar::Bool(_) => value.to_i64() as $type,
                }
            }
            #[inline(always)]
            fn to_scalar(self) -> Scalar {
                Scalar::Int(self as i64)
            }
        }
    )*};
}
integer_element!(u8 => Uint8 by i32, i8 => Int8 by i32, i16 => Int16 by i32, i32 => Int32 by i32, i64 => Int64 by i64);

macro_rules! float_element {
    ($($type:ty => $dtype:ident, $from:expr, $to:expr);*) => {$(
        impl Element for $type {
            const DTYPE: Dtype = Dtype::$dtype;
            #[inline(always)]
            fn from_scalar(value: Scalar) -> Self {
                $from(value.to_f64())
            }
            #[inline(always)]
            fn to_scalar(self) -> Scalar {
                Scalar::Float($to(self))
            }
        }
    )*};
}
float_element!(
    f32 => Float32, |x| x as f32, |x| x as f64;
    f64 => Float64, |x| x, |x| x;
    f16 => Float16, f16::from_f64, f16::to_f64;
    bf16 => Bfloat16, bf16::from_f64, bf16::to_f64
);

impl Element for bool {
    const DTYPE: Dtype = Dtype::Bool;
    #[inline(always)]
    fn from_scalar(value: Scalar) -> Self {
        value.to_bool()
    }
    #[inline(always)]
    fn to_scalar(self) -> Scalar {
        Scalar::Bool(self)
    }
}

/// `dispatch!(dtype, T => expression)`: the expression with `T` the type of that dtype.
#[macro_export]
macro_rules! dispatch {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::Dtype::Bool => {
                type $T = bool;
                $body
            }
            $crate::Dtype::Uint8 => {
                type $T = u8;
                $body
            }
            $crate::Dtype::Int8 => {
                type $T = i8;
                $body
            }
            $crate::Dtype::Int16 => {
                type $T = i16;
                $body
            }
            $crate::Dtype::Int32 => {
                type $T = i32;
                $body
            }
            $crate::Dtype::Int64 => {
                type $T = i64;
                $body
            }
            $crate::Dtype::Float16 => {
                type $T = $crate::half::f16;
                $body
            }
            $crate::Dtype::Bfloat16 => {
                type $T = $crate::half::bf16;
                $body
            }
            $crate::Dtype::Float32 => {
                type $T = f32;
                $body
            }
            $crate::Dtype::Float64 => {
                type $T = f64;
                $body
            }
        }
    };
}

/// As [`dispatch!`], but only over the dtypes that kernels compute in ([`Dtype::compute`]).
#[macro_export]
macro_rules! dispatch_compute {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::Dtype::Float32 => {
                type $T = f32;
                $body
            }
            $crate::Dtype::Float64 => {
                type $T = f64;
                $body
            }
            $crate::Dtype::Int64 => {
                type $T = i64;
                $body
            }
            other => unreachable!("{other} is computed in another dtype"),
        }
    };
}
