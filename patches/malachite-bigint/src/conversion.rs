//! To and from Rust's own numbers, bytes and unsigned integers.
//!
//! What it is not: text, see `text`. Start reading at [`ToBigInt`].

use std::fmt::{self, Display, Formatter};

use num_bigint::{BigInt as Wide, BigUint, Sign};
use num_traits::{FromPrimitive, ToPrimitive};

use crate::{BigInt, Form};

/// What may be an integer of any size.
pub trait ToBigInt {
    /// Nothing for a float that is an infinity or no number; of others the whole part.
    fn to_bigint(&self) -> Option<BigInt>;
}

/// The integer is out of the range of the type asked for. Holds the integer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromBigIntError<T>(T);

impl<T> Display for TryFromBigIntError<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("out of range conversion regarding big integer attempted")
    }
}

impl<T: fmt::Debug> std::error::Error for TryFromBigIntError<T> {}

macro_rules! rusts_own {
    ($($integer:ty: $to:ident),*) => {$(
        impl From<$integer> for BigInt {
            #[inline]
            fn from(value: $integer) -> Self {
                match i64::try_from(value) {
                    Ok(small) => Self::small(small),
                    Err(_) => Wide::from(value).into(),
                }
            }
        }

        impl TryFrom<&BigInt> for $integer {
            type Error = TryFromBigIntError<()>;

            #[inline]
            fn try_from(integer: &BigInt) -> Result<Self, Self::Error> {
                integer.$to().ok_or(TryFromBigIntError(()))
            }
        }

        impl TryFrom<BigInt> for $integer {
            type Error = TryFromBigIntError<BigInt>;

            #[inline]
            fn try_from(integer: BigInt) -> Result<Self, Self::Error> {
                integer.$to().ok_or(TryFromBigIntError(integer))
            }
        }

        impl ToBigInt for $integer {
            fn to_bigint(&self) -> Option<BigInt> {
                Some((*self).into())
            }
        }
    )*};
}

rusts_own!(
    i8: to_i8, i16: to_i16, i32: to_i32, i64: to_i64, i128: to_i128, isize: to_isize,
    u8: to_u8, u16: to_u16, u32: to_u32, u64: to_u64, u128: to_u128, usize: to_usize
);

impl ToBigInt for f32 {
    fn to_bigint(&self) -> Option<BigInt> {
        BigInt::from_f32(*self)
    }
}

impl ToBigInt for f64 {
    fn to_bigint(&self) -> Option<BigInt> {
        BigInt::from_f64(*self)
    }
}

impl ToBigInt for BigInt {
    fn to_bigint(&self) -> Option<BigInt> {
        Some(self.clone())
    }
}

impl ToBigInt for BigUint {
    fn to_bigint(&self) -> Option<BigInt> {
        Some(self.clone().into())
    }
}

impl From<bool> for BigInt {
    fn from(value: bool) -> Self {
        Self::small(value.into())
    }
}

impl From<BigUint> for BigInt {
    fn from(magnitude: BigUint) -> Self {
        Wide::from(magnitude).into()
    }
}

impl BigInt {
    /// Of the absolute value's bytes, the highest first.
    pub fn from_bytes_be(sign: Sign, bytes: &[u8]) -> Self {
        Wide::from_bytes_be(sign, bytes).into()
    }

    /// Of the absolute value's bytes, the lowest first.
    pub fn from_bytes_le(sign: Sign, bytes: &[u8]) -> Self {
        Wide::from_bytes_le(sign, bytes).into()
    }

    /// Of the two's complement, the highest byte first.
    pub fn from_signed_bytes_be(bytes: &[u8]) -> Self {
        Wide::from_signed_bytes_be(bytes).into()
    }

    /// Of the two's complement, the lowest byte first.
    pub fn from_signed_bytes_le(bytes: &[u8]) -> Self {
        Wide::from_signed_bytes_le(bytes).into()
    }

    /// The sign, and the absolute value's bytes, the highest first.
    pub fn to_bytes_be(&self) -> (Sign, Vec<u8>) {
        self.wide().to_bytes_be()
    }

    /// The sign, and the absolute value's bytes, the lowest first.
    pub fn to_bytes_le(&self) -> (Sign, Vec<u8>) {
        self.wide().to_bytes_le()
    }

    /// The two's complement, the highest byte first.
    pub fn to_signed_bytes_be(&self) -> Vec<u8> {
        self.wide().to_signed_bytes_be()
    }

    /// The two's complement, the lowest byte first.
    pub fn to_signed_bytes_le(&self) -> Vec<u8> {
        self.wide().to_signed_bytes_le()
    }

    /// The same integer without its sign; nothing for a negative one.
    pub fn to_biguint(&self) -> Option<BigUint> {
        self.wide().to_biguint()
    }
}

impl ToPrimitive for BigInt {
    #[inline]
    fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(value) => Some(*value),
            Form::Large(_) => None,
        }
    }

    #[inline]
    fn to_u64(&self) -> Option<u64> {
        match &self.0 {
            Form::Small(value) => u64::try_from(*value).ok(),
            Form::Large(wide) => wide.to_u64(),
        }
    }

    fn to_i128(&self) -> Option<i128> {
        match &self.0 {
            Form::Small(value) => Some(i128::from(*value)),
            Form::Large(wide) => wide.to_i128(),
        }
    }

    fn to_u128(&self) -> Option<u128> {
        match &self.0 {
            Form::Small(value) => u128::try_from(*value).ok(),
            Form::Large(wide) => wide.to_u128(),
        }
    }

    #[inline]
    fn to_f64(&self) -> Option<f64> {
        match &self.0 {
            Form::Small(value) => Some(*value as f64),
            Form::Large(wide) => wide.to_f64(),
        }
    }

    fn to_f32(&self) -> Option<f32> {
        match &self.0 {
            Form::Small(value) => Some(*value as f32),
            Form::Large(wide) => wide.to_f32(),
        }
    }
}

impl FromPrimitive for BigInt {
    fn from_i64(value: i64) -> Option<Self> {
        Some(value.into())
    }

    fn from_u64(value: u64) -> Option<Self> {
        Some(value.into())
    }

    fn from_i128(value: i128) -> Option<Self> {
        Some(value.into())
    }

    fn from_u128(value: u128) -> Option<Self> {
        Some(value.into())
    }

    fn from_f64(value: f64) -> Option<Self> {
        Wide::from_f64(value).map(Self::from)
    }
}
