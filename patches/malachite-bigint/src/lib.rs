//! Stands in for `malachite-bigint`, Python's integers, which has the interface of `num-bigint`.
//!
//! The original multiplies numbers of millions of digits by fast Fourier transforms, whose code and tables every first
//! visit would fetch; `num-bigint` computes here instead. And nearly all integers of a program are small: an integer
//! that fits 64 bits is held in place, where `num-bigint` asks for memory for each. Start reading at [`BigInt`].

mod arithmetic;
mod conversion;
mod text;
mod traits;

use std::borrow::Cow;

use num_bigint::BigInt as Wide;
pub use num_bigint::{BigUint, ParseBigIntError, Sign};

pub use conversion::{ToBigInt, TryFromBigIntError};

/// A signed integer of any size.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BigInt(Form);

/// Each integer has one form only, so that equal ones have equal forms.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Small(i64),
    /// One that does not fit 64 bits.
    Large(Box<Wide>),
}

impl BigInt {
    /// The integer of these digits of 32 bits each, the lowest first.
    pub fn new(sign: Sign, digits: Vec<u32>) -> Self {
        Wide::new(sign, digits).into()
    }

    pub fn from_biguint(sign: Sign, magnitude: BigUint) -> Self {
        Wide::from_biguint(sign, magnitude).into()
    }

    #[inline]
    fn small(value: i64) -> Self {
        Self(Form::Small(value))
    }

    /// The same integer as `num-bigint` has it.
    #[inline]
    fn wide(&self) -> Cow<'_, Wide> {
        match &self.0 {
            Form::Small(value) => Cow::Owned(Wide::from(*value)),
            Form::Large(wide) => Cow::Borrowed(wide),
        }
    }

    #[inline]
    fn into_wide(self) -> Wide {
        match self.0 {
            Form::Small(value) => Wide::from(value),
            Form::Large(wide) => *wide,
        }
    }

    #[inline]
    pub fn sign(&self) -> Sign {
        match &self.0 {
            Form::Small(0) => Sign::NoSign,
            Form::Small(value) if *value < 0 => Sign::Minus,
            Form::Small(_) => Sign::Plus,
            Form::Large(wide) => wide.sign(),
        }
    }

    /// The absolute value.
    pub fn magnitude(&self) -> Cow<'_, BigUint> {
        match &self.0 {
            Form::Small(value) => Cow::Owned(BigUint::from(value.unsigned_abs())),
            Form::Large(wide) => Cow::Borrowed(wide.magnitude()),
        }
    }

    pub fn into_parts(self) -> (Sign, BigUint) {
        self.into_wide().into_parts()
    }

    /// How many bits the absolute value has.
    #[inline]
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Form::Small(value) => u64::from(u64::BITS - value.unsigned_abs().leading_zeros()),
            Form::Large(wide) => wide.bits(),
        }
    }

    /// Zero bits below the lowest one; none for zero.
    pub fn trailing_zeros(&self) -> Option<u64> {
        match &self.0 {
            Form::Small(0) => None,
            Form::Small(value) => Some(u64::from(value.trailing_zeros())),
            Form::Large(wide) => wide.trailing_zeros(),
        }
    }

    /// The absolute value's digits of 64 bits each, the lowest first; zero has none.
    #[inline]
    pub fn iter_u64_digits(&self) -> impl Iterator<Item = u64> {
        let (first, rest) = match &self.0 {
            Form::Small(value) => (Some(value.unsigned_abs()).filter(|digit| *digit != 0), None),
            Form::Large(wide) => (None, Some(wide.iter_u64_digits())),
        };
        first.into_iter().chain(rest.into_iter().flatten())
    }

    /// The absolute value's digits of 32 bits each, the lowest first; zero has none.
    pub fn iter_u32_digits(&self) -> impl Iterator<Item = u32> {
        let (first, rest) = match &self.0 {
            Form::Small(value) => {
                let (low, high) = (value.unsigned_abs() as u32, (value.unsigned_abs() >> 32) as u32);
                ([(*value != 0).then_some(low), Some(high).filter(|high| *high != 0)], None)
            }
            Form::Large(wide) => ([None, None], Some(wide.iter_u32_digits())),
        };
        first.into_iter().flatten().chain(rest.into_iter().flatten())
    }

    pub fn pow(&self, exponent: u32) -> Self {
        match &self.0 {
            Form::Small(value) => match value.checked_pow(exponent) {
                Some(power) => Self::small(power),
                None => Wide::from(*value).pow(exponent).into(),
            },
            Form::Large(wide) => wide.pow(exponent).into(),
        }
    }

    /// `self` to `exponent` modulo `modulus`, with the sign of `modulus`; the exponent is not negative.
    pub fn modpow(&self, exponent: &Self, modulus: &Self) -> Self {
        self.wide().modpow(&exponent.wide(), &modulus.wide()).into()
    }

    /// The whole part of the square root; not of a negative number.
    pub fn sqrt(&self) -> Self {
        self.wide().sqrt().into()
    }
}

impl From<Wide> for BigInt {
    #[inline]
    fn from(wide: Wide) -> Self {
        match i64::try_from(&wide) {
            Ok(value) => Self::small(value),
            Err(_) => Self(Form::Large(Box::new(wide))),
        }
    }
}

impl From<&BigInt> for Wide {
    fn from(integer: &BigInt) -> Self {
        integer.wide().into_owned()
    }
}
