//! Stands in for `malachite-q`: a fraction of whole numbers, as far as Python's `int / int` and
//! `float.as_integer_ratio` use it.

use std::cmp::Ordering;

use malachite_base::{num::conversion::traits::RoundingInto, rounding_modes::RoundingMode};
use malachite_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

/// The place of the last bit of the smallest float: floats are whole multiples of 2 to this power.
const LOWEST: i64 = -1074;
/// Above this the least number with all digits is beyond the largest float.
const HIGHEST: i64 = 971;
/// Bits of a float's significand.
const DIGITS: i64 = 53;

/// A fraction; the sign is the numerator's.
pub struct Rational {
    sign: Sign,
    numerator: BigUint,
    denominator: BigUint,
}

impl Rational {
    /// `numerator / denominator`; the denominator is not zero.
    pub fn from_integers_ref(numerator: &BigInt, denominator: &BigInt) -> Self {
        Rational {
            sign: numerator.sign() * denominator.sign(),
            numerator: numerator.magnitude().into_owned(),
            denominator: denominator.magnitude().into_owned(),
        }
    }

    /// Both without a sign.
    pub fn into_numerator_and_denominator(self) -> (BigUint, BigUint) {
        (self.numerator, self.denominator)
    }
}

/// The value was an infinity or no number.
#[derive(Debug)]
pub struct NotFinite;

impl TryFrom<f64> for Rational {
    type Error = NotFinite;

    /// The float's exact value in lowest terms.
    fn try_from(value: f64) -> Result<Self, NotFinite> {
        if !value.is_finite() {
            return Err(NotFinite);
        }
        let (significand, exponent, _) = num_traits::float::FloatCore::integer_decode(value);
        let zeros = if significand == 0 { 0 } else { significand.trailing_zeros() as i64 };
        let (odd, exponent) = (BigUint::from(significand >> zeros), exponent as i64 + zeros);
        let sign = if significand == 0 {
            Sign::NoSign
        } else if value < 0.0 {
            Sign::Minus
        } else {
            Sign::Plus
        };
        Ok(Rational {
            sign,
            numerator: odd << exponent.max(0),
            denominator: BigUint::from(1u32) << (-exponent).max(0),
        })
    }
}

impl RoundingInto<f64> for Rational {
    /// The nearest float, an infinity beyond the largest.
    ///
    /// The quotient is taken in whole multiples of the last bit that a float of its size has; what remains decides
    /// whether it is one more.
    fn rounding_into(self, RoundingMode::Nearest: RoundingMode) -> (f64, Ordering) {
        let Rational { sign, numerator, denominator } = self;
        let mut last = (numerator.bits() as i64 - denominator.bits() as i64 - DIGITS).max(LOWEST);
        let (mut quotient, mut rest) = divided(&numerator, &denominator, last);
        if quotient.bits() as i64 > DIGITS {
            last += 1;
            (quotient, rest) = divided(&numerator, &denominator, last);
        }
        let rounds_up = match rest {
            Rest::BelowHalf(_) => false,
            Rest::Half => quotient.is_odd(),
            Rest::AboveHalf => true,
        };
        let whole = quotient.to_u64().unwrap_or(u64::MAX) + u64::from(rounds_up);
        let magnitude = if last > HIGHEST { f64::INFINITY } else { whole as f64 * power_of_two(last) };
        let ordering = match rest {
            Rest::BelowHalf(true) => Ordering::Equal,
            _ if rounds_up => Ordering::Greater,
            _ => Ordering::Less,
        };
        if sign == Sign::Minus { (-magnitude, ordering.reverse()) } else { (magnitude, ordering) }
    }
}

/// What a division leaves, beside the divisor.
enum Rest {
    /// With whether it is nothing.
    BelowHalf(bool),
    Half,
    AboveHalf,
}

/// `numerator / (denominator * 2^last)`.
fn divided(numerator: &BigUint, denominator: &BigUint, last: i64) -> (BigUint, Rest) {
    let divisor = denominator << last.max(0);
    let (quotient, rest) = (numerator << (-last).max(0)).div_rem(&divisor);
    let rest = match (&rest << 1u32).cmp(&divisor) {
        Ordering::Less => Rest::BelowHalf(rest.is_zero()),
        Ordering::Equal => Rest::Half,
        Ordering::Greater => Rest::AboveHalf,
    };
    (quotient, rest)
}

/// For exponents from [`LOWEST`] to 1023, by the float's bits: its exponent is stored with 1023 added, and below -1022
/// the significand's bits are all that is left.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(if exponent < -1022 { 1 << (exponent - LOWEST) } else { ((exponent + 1023) as u64) << 52 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotient(numerator: &BigInt, denominator: &BigInt) -> f64 {
        Rational::from_integers_ref(numerator, denominator).rounding_into(RoundingMode::Nearest).0
    }

    #[test]
    fn quotients_of_exact_floats_are_rounded_as_the_processor_does() {
        let mut state = 1u64;
        for _ in 0..10_000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let (a, b) = ((state >> 12) as i64 >> (state % 40), ((state << 20) >> 12) as i64 + 1);
            assert_eq!(quotient(&a.into(), &b.into()), a as f64 / b as f64, "{a} / {b}");
        }
    }

    #[test]
    fn extremes() {
        let power = |exponent: u32| BigInt::from(1) << exponent;
        let one = BigInt::from(1);
        assert_eq!(quotient(&one, &power(1074)), f64::from_bits(1));
        assert_eq!(quotient(&one, &power(1075)), 0.0);
        assert_eq!(quotient(&BigInt::from(-3), &power(1075)), -f64::from_bits(2));
        assert_eq!(quotient(&(power(1024) - power(970)), &one), f64::INFINITY);
        assert_eq!(quotient(&(power(1024) - power(970) - 1), &one), f64::MAX);
        assert_eq!(quotient(&BigInt::from(0), &one), 0.0);
    }

    #[test]
    fn floats_in_lowest_terms() {
        let terms = |value: f64| Rational::try_from(value).unwrap().into_numerator_and_denominator();
        assert_eq!(terms(-0.75), (3u32.into(), 4u32.into()));
        assert_eq!(terms(96.0), (96u32.into(), 1u32.into()));
        assert!(Rational::try_from(f64::NAN).is_err());
    }
}
