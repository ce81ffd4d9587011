//! Operators: in 64 bits where both integers and the result fit, by `num-bigint` where not.
//!
//! What it is not: an algorithm for large integers. Start reading at [`Operand`].

use std::{
    borrow::Cow,
    iter::{Product, Sum},
    ops::{
        Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign, Mul,
        MulAssign, Neg, Not, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign,
    },
};

use num_bigint::BigInt as Wide;

use crate::{BigInt, Form};

/// What may stand beside a [`BigInt`] in an operator: one, a reference to one, and Rust's own integers.
pub trait Operand {
    fn in_64_bits(&self) -> Option<i64>;
    fn in_full(&self) -> Cow<'_, Wide>;
}

impl Operand for BigInt {
    #[inline]
    fn in_64_bits(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(value) => Some(*value),
            Form::Large(_) => None,
        }
    }

    fn in_full(&self) -> Cow<'_, Wide> {
        self.wide()
    }
}

impl Operand for &BigInt {
    #[inline]
    fn in_64_bits(&self) -> Option<i64> {
        (**self).in_64_bits()
    }

    fn in_full(&self) -> Cow<'_, Wide> {
        self.wide()
    }
}

macro_rules! rusts_own {
    ($($integer:ty),*) => {$(
        impl Operand for $integer {
            #[inline]
            fn in_64_bits(&self) -> Option<i64> {
                i64::try_from(*self).ok()
            }

            fn in_full(&self) -> Cow<'_, Wide> {
                Cow::Owned(Wide::from(*self))
            }
        }
    )*};
}

rusts_own!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);

/// An operator of two integers, whose form in 64 bits gives nothing where the result does not fit.
macro_rules! binary {
    ($($operator:ident $method:ident, $assign:ident $assign_method:ident, $in_64_bits:expr;)*) => {$(
        impl<T: Operand> $operator<T> for &BigInt {
            type Output = BigInt;

            #[inline]
            fn $method(self, other: T) -> BigInt {
                if let (Some(a), Some(b)) = (self.in_64_bits(), other.in_64_bits()) {
                    let result: Option<i64> = $in_64_bits(a, b);
                    if let Some(result) = result {
                        return BigInt::small(result);
                    }
                }
                $operator::$method(self.in_full().as_ref(), other.in_full().as_ref()).into()
            }
        }

        impl<T: Operand> $operator<T> for BigInt {
            type Output = BigInt;

            #[inline]
            fn $method(self, other: T) -> BigInt {
                $operator::$method(&self, other)
            }
        }

        impl<T: Operand> $assign<T> for BigInt {
            #[inline]
            fn $assign_method(&mut self, other: T) {
                *self = $operator::$method(&*self, other);
            }
        }
    )*};
}

binary! {
    Add add, AddAssign add_assign, i64::checked_add;
    Sub sub, SubAssign sub_assign, i64::checked_sub;
    Mul mul, MulAssign mul_assign, i64::checked_mul;
    // Towards zero, as Rust's; a division by zero is left to num-bigint, which panics.
    Div div, DivAssign div_assign, i64::checked_div;
    Rem rem, RemAssign rem_assign, i64::checked_rem;
    BitAnd bitand, BitAndAssign bitand_assign, |a, b| Some(a & b);
    BitOr bitor, BitOrAssign bitor_assign, |a, b| Some(a | b);
    BitXor bitxor, BitXorAssign bitxor_assign, |a, b| Some(a ^ b);
}

/// Shifts by `places`, to the right towards minus infinity.
macro_rules! shifts {
    ($($places:ty),*) => {$(
        impl Shl<$places> for &BigInt {
            type Output = BigInt;

            fn shl(self, places: $places) -> BigInt {
                match self.in_64_bits() {
                    Some(0) => BigInt::small(0),
                    Some(value) if (places as u64) < u64::from(value.unsigned_abs().leading_zeros()) => {
                        BigInt::small(value << places)
                    }
                    _ => (self.wide().as_ref() << places).into(),
                }
            }
        }

        impl Shr<$places> for &BigInt {
            type Output = BigInt;

            fn shr(self, places: $places) -> BigInt {
                match &self.0 {
                    Form::Small(value) => BigInt::small(value >> (places as u64).min(63)),
                    Form::Large(wide) => (wide.as_ref() >> places).into(),
                }
            }
        }

        impl Shl<$places> for BigInt {
            type Output = BigInt;

            fn shl(self, places: $places) -> BigInt {
                &self << places
            }
        }

        impl Shr<$places> for BigInt {
            type Output = BigInt;

            fn shr(self, places: $places) -> BigInt {
                &self >> places
            }
        }

        impl ShlAssign<$places> for BigInt {
            fn shl_assign(&mut self, places: $places) {
                *self = &*self << places;
            }
        }

        impl ShrAssign<$places> for BigInt {
            fn shr_assign(&mut self, places: $places) {
                *self = &*self >> places;
            }
        }
    )*};
}

shifts!(i32, u32, u64, usize);

impl Neg for &BigInt {
    type Output = BigInt;

    #[inline]
    fn neg(self) -> BigInt {
        match self.in_64_bits().and_then(i64::checked_neg) {
            Some(negative) => BigInt::small(negative),
            None => (-self.wide().as_ref()).into(),
        }
    }
}

impl Neg for BigInt {
    type Output = BigInt;

    fn neg(self) -> BigInt {
        -&self
    }
}

impl Not for &BigInt {
    type Output = BigInt;

    fn not(self) -> BigInt {
        match &self.0 {
            Form::Small(value) => BigInt::small(!value),
            Form::Large(wide) => (!wide.as_ref()).into(),
        }
    }
}

impl Not for BigInt {
    type Output = BigInt;

    fn not(self) -> BigInt {
        !&self
    }
}

impl<T: Operand> Sum<T> for BigInt {
    fn sum<I: Iterator<Item = T>>(integers: I) -> Self {
        integers.fold(Self::small(0), |sum, integer| sum + integer)
    }
}

impl<T: Operand> Product<T> for BigInt {
    fn product<I: Iterator<Item = T>>(integers: I) -> Self {
        integers.fold(Self::small(1), |product, integer| product * integer)
    }
}
