//! One float32 as a formula's [`Number`]; compilers make several of it.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::formulas::{Number, ROUND};
use crate::kernels::real::Real;

/// A float32 whose fused products come by `$fused`.
macro_rules! lane {
    ($(#[$doc:meta])* $name:ident, |$a:ident, $b:ident, $c:ident| $fused:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name(pub f32);

        lane!($name: Add add +, Sub sub -, Mul mul *, Div div /);

        impl Neg for $name {
            type Output = Self;
            #[inline(always)]
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Number for $name {
            type Mask = bool;

            #[inline(always)]
            fn of(value: f32) -> Self {
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
                Self(f32::abs(self.0))
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
                Self(power(whole(self.0)))
            }
            #[inline(always)]
            fn times_power_of_2(self, rounded: Self) -> Self {
                let whole = whole(rounded.0);
                let half = whole >> 1;
                Self(self.0 * power(half) * power(whole.wrapping_sub(half)))
            }
            #[inline(always)]
            fn is_odd(self) -> bool {
                self.0.to_bits() & 1 != 0
            }
            #[inline(always)]
            fn turned(self, rounded: Self) -> Self {
                Self(f32::from_bits(self.0.to_bits() ^ (rounded.0.to_bits() & 2) << 30))
            }
            #[inline(always)]
            fn split(self) -> (Self, Self) {
                let exponent = ((self.0 * (1.0 / 0.75)).to_bits() >> 23) as i32 - 127;
                let m = f32::from_bits(self.0.to_bits().wrapping_sub((exponent << 23) as u32));
                (Self(m), Self(exponent as f32))
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
    Exact,
    |a, b, c| a.fused(b, c)
);

#[cfg(target_arch = "x86_64")]
lane!(
    /// Within functions that are compiled for processors with fused products.
    Fused,
    |a, b, c| a.mul_add(b, c)
);

/// The integer in the last bits of a number that [`ROUND`] was added to.
#[inline(always)]
fn whole(rounded: f32) -> i32 {
    rounded.to_bits().wrapping_sub(ROUND.to_bits()) as i32
}

/// 2 to the power of an integer, for what float32 can hold.
#[inline(always)]
fn power(exponent: i32) -> f32 {
    f32::from_bits((exponent.wrapping_add(127) << 23) as u32)
}
