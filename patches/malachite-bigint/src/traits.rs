//! The traits of `num-traits` and `num-integer`, and order.
//!
//! What it is not: operators, see `arithmetic`. Start reading at [`Integer`]'s.

use std::cmp::Ordering;

use num_bigint::{BigUint, ParseBigIntError, Sign};
use num_integer::Integer;
use num_traits::{Num, One, Pow, Signed, Zero};

use crate::{BigInt, Form, arithmetic::Operand};

impl Ord for BigInt {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Small(a), Form::Small(b)) => a.cmp(b),
            (Form::Large(a), Form::Large(b)) => a.cmp(b),
            // What does not fit 64 bits is beyond all that do.
            (Form::Large(a), Form::Small(_)) if a.sign() == Sign::Minus => Ordering::Less,
            (Form::Large(_), Form::Small(_)) => Ordering::Greater,
            (Form::Small(_), Form::Large(_)) => other.cmp(self).reverse(),
        }
    }
}

impl PartialOrd for BigInt {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for BigInt {
    fn default() -> Self {
        Self::small(0)
    }
}

impl Zero for BigInt {
    fn zero() -> Self {
        Self::small(0)
    }

    #[inline]
    fn is_zero(&self) -> bool {
        matches!(self.0, Form::Small(0))
    }
}

impl One for BigInt {
    fn one() -> Self {
        Self::small(1)
    }

    #[inline]
    fn is_one(&self) -> bool {
        matches!(self.0, Form::Small(1))
    }
}

impl Num for BigInt {
    type FromStrRadixErr = ParseBigIntError;

    fn from_str_radix(text: &str, radix: u32) -> Result<Self, ParseBigIntError> {
        Self::of_text(text, radix)
    }
}

impl Signed for BigInt {
    fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    fn abs_sub(&self, other: &Self) -> Self {
        if self <= other { Self::zero() } else { self - other }
    }

    fn signum(&self) -> Self {
        match self.sign() {
            Sign::Minus => Self::small(-1),
            Sign::NoSign => Self::small(0),
            Sign::Plus => Self::small(1),
        }
    }

    #[inline]
    fn is_positive(&self) -> bool {
        self.sign() == Sign::Plus
    }

    #[inline]
    fn is_negative(&self) -> bool {
        self.sign() == Sign::Minus
    }
}

/// `$in_64_bits` where both fit and the divisor is neither 0 nor -1, `num-bigint`'s where not.
macro_rules! divided {
    ($a:expr, $b:expr, $in_64_bits:expr, $in_full:expr) => {
        match ($a.in_64_bits(), $b.in_64_bits()) {
            (Some(a), Some(b)) if !(-1..=0).contains(&b) => $in_64_bits(&a, &b).into(),
            _ => $in_full($a.wide().as_ref(), $b.wide().as_ref()).into(),
        }
    };
}

impl Integer for BigInt {
    fn div_floor(&self, other: &Self) -> Self {
        divided!(self, other, Integer::div_floor, Integer::div_floor)
    }

    fn mod_floor(&self, other: &Self) -> Self {
        divided!(self, other, Integer::mod_floor, Integer::mod_floor)
    }

    fn gcd(&self, other: &Self) -> Self {
        self.wide().gcd(&other.wide()).into()
    }

    fn lcm(&self, other: &Self) -> Self {
        self.wide().lcm(&other.wide()).into()
    }

    fn is_multiple_of(&self, other: &Self) -> bool {
        self.wide().is_multiple_of(&other.wide())
    }

    fn is_even(&self) -> bool {
        match &self.0 {
            Form::Small(value) => value & 1 == 0,
            Form::Large(wide) => wide.is_even(),
        }
    }

    fn is_odd(&self) -> bool {
        !self.is_even()
    }

    fn div_rem(&self, other: &Self) -> (Self, Self) {
        (self / other, self % other)
    }
}

macro_rules! powers {
    ($($exponent:ty),*) => {$(
        impl Pow<$exponent> for &BigInt {
            type Output = BigInt;

            fn pow(self, exponent: $exponent) -> BigInt {
                Pow::pow(self.wide().as_ref(), exponent).into()
            }
        }

        impl Pow<$exponent> for BigInt {
            type Output = BigInt;

            fn pow(self, exponent: $exponent) -> BigInt {
                Pow::pow(&self, exponent)
            }
        }
    )*};
}

powers!(u32, u64, usize, &BigUint);
