//! One float32 or float64 as a formula's [`Number`]; compilers make several of it.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::number::Number;
use crate::kernels::real::Real;

/// A float, of so many bits as the integers, whose fused products come by `$fused`.
macro_rules! lane {
    (
        $(#[$doc:meta])* $name:ident($float:ident, $bits:ident, $int:ident),
        |$a:ident, $b:ident, $c:ident| $fused:expr
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name(pub $float);

        lane!($name: Add add +, Sub sub -, Mul mul *, Div div /);

        impl Neg for $name {
            type Output = Self;
            #[inline(always)]
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl $name {
            /// Where the exponent begins, and what it is of 1.
            const EXPONENT: u32 = $float::MANTISSA_DIGITS - 1;
            const BIAS: $int = $float::MAX_EXP as $int - 1;

            /// The integer in the last bits of a number that [`Number::ROUND`] was added to.
            #[inline(always)]
            fn whole(self) -> $int {
                self.0.to_bits().wrapping_sub(Self::ROUND.to_bits()) as $int
            }
            /// 2 to the power of an integer, for what is a normal number.
            #[inline(always)]
            fn power(exponent: $int) -> $float {
                $float::from_bits((exponent.wrapping_add(Self::BIAS) << Self::EXPONENT) as $bits)
            }
        }

        impl Number for $name {
            type Value = $float;
            type Mask = bool;
            const ROUND: $float = (3_u64 << (Self::EXPONENT - 1)) as $float;

            #[inline(always)]
            fn of(value: $float) -> Self {
                Self(value)
            }
            #[inline(always)]
            fn fused(self, b: Self, c: Self) -> Self {
                let ($a, $b, $c) = (self.0, b.0, c.0);
                Self($fused)
            }
            #[inline(always)]
            fn less_product(self, a: Self, b: Self) -> Self {
                (-a).fused(b, self)
            }
            #[inline(always)]
            fn abs(self) -> Self {
                Self(self.0.abs())
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                Self(self.0.sqrt())
            }
            #[inline(always)]
            fn with_sign(self, of: Self) -> Self {
                Self(self.0.copysign(of.0))
            }
            #[inline(always)]
            fn at_least(self, bound: Self) -> Self {
                if self.0 < bound.0 { bound } else { self }
            }
            #[inline(always)]
            fn at_most(self, bound: Self) -> Self {
                if bound.0 < self.0 { bound } else { self }
            }
            #[inline(always)]
            fn is_below(self, other: Self) -> bool {
                self.0 < other.0
            }
            #[inline(always)]
            fn select(mask: bool, yes: Self, no: Self) -> Self {
                if mask { yes } else { no }
            }
            #[inline(always)]
            fn power_of_2(self) -> Self {
                Self(Self::power(self.whole()))
            }
            #[inline(always)]
            fn times_power_of_2(self, rounded: Self) -> Self {
                let whole = rounded.whole();
                let half = whole >> 1;
                Self(self.0 * Self::power(half) * Self::power(whole.wrapping_sub(half)))
            }
            #[inline(always)]
            fn is_odd(self) -> bool {
                self.0.to_bits() & 1 != 0
            }
            #[inline(always)]
            fn turned(self, rounded: Self) -> Self {
                Self($float::from_bits(self.0.to_bits() ^ (rounded.0.to_bits() & 2) << ($bits::BITS - 2)))
            }
            #[inline(always)]
            fn split(self) -> (Self, Self) {
                let field = (self.0 * (1.0 / 0.75)).to_bits() >> Self::EXPONENT;
                let shifted = field.wrapping_sub(Self::BIAS as $bits) << Self::EXPONENT;
                let m = $float::from_bits(self.0.to_bits().wrapping_sub(shifted));
                // An integer in the last bits of a number whose last bit is worth 1 is that number more.
                let one = (1_u64 << Self::EXPONENT) as $float;
                let exponent = $float::from_bits(field | one.to_bits()) - (one + Self::BIAS as $float);
                (Self(m), Self(exponent))
            }
        }
    };
    ($name:ident: $($trait:ident $method:ident $sign:tt),+) => {
        $(impl $trait for $name {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(self.0 $sign other.0)
            }
        })+
    };
}

lane!(
    /// Where there is no instruction for fused products, or it is not known: by way of float64.
    Exact(f32, u32, i32),
    |a, b, c| a.fused(b, c)
);
lane!(
    /// Likewise of float64, where products and sums are rounded each.
    Double(f64, u64, i64),
    |a, b, c| a * b + c
);

#[cfg(target_arch = "x86_64")]
lane!(
    /// Within functions that are compiled for processors with fused products.
    Fused(f32, u32, i32),
    |a, b, c| a.mul_add(b, c)
);
#[cfg(target_arch = "x86_64")]
lane!(
    /// Likewise of float64.
    FusedDouble(f64, u64, i64),
    |a, b, c| a.mul_add(b, c)
);
