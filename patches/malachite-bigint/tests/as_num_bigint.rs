//! Everything gives what `num-bigint` gives, around the bounds of 64 bits above all.

use malachite_bigint::{BigInt, Sign};
use num_bigint::BigInt as Wide;
use num_integer::Integer;
use num_traits::{FromPrimitive, Num, Pow, Signed, ToPrimitive, Zero};

/// Integers near every power of two up to 2^130, both signs, and zero.
fn integers() -> Vec<Wide> {
    let mut found = Vec::new();
    for power in [0u32, 1, 2, 7, 29, 31, 32, 33, 52, 61, 62, 63, 64, 65, 96, 127, 128, 130] {
        for near in -2..=2 {
            let value: Wide = (Wide::from(1) << power) + near;
            found.extend([-value.clone(), value]);
        }
    }
    found.push(Wide::zero());
    found.sort();
    found.dedup();
    found
}

fn ours(wide: &Wide) -> BigInt {
    BigInt::from_signed_bytes_le(&wide.to_signed_bytes_le())
}

/// The same value, in the one form that the value has.
#[track_caller]
fn same(ours_is: &BigInt, expected: &Wide) {
    assert_eq!(ours_is.to_signed_bytes_be(), expected.to_signed_bytes_be(), "{ours_is} is not {expected}");
    assert_eq!(*ours_is, ours(expected), "{expected} has two forms");
}

#[test]
fn two_integers() {
    for (a, b) in integers().iter().flat_map(|a| integers().into_iter().map(move |b| (a.clone(), b))) {
        let (x, y) = (ours(&a), ours(&b));
        same(&(&x + &y), &(&a + &b));
        same(&(&x - &y), &(&a - &b));
        same(&(x.clone() * y.clone()), &(&a * &b));
        same(&(&x & &y), &(&a & &b));
        same(&(&x | y.clone()), &(&a | &b));
        same(&(x.clone() ^ &y), &(&a ^ &b));
        assert_eq!(x.cmp(&y), a.cmp(&b), "{a} and {b}");
        same(&x.gcd(&y), &a.gcd(&b));
        same(&x.lcm(&y), &a.lcm(&b));
        if b.is_zero() {
            continue;
        }
        same(&(&x / &y), &(&a / &b));
        same(&(&x % &y), &(&a % &b));
        same(&x.div_floor(&y), &a.div_floor(&b));
        same(&x.mod_floor(&y), &a.mod_floor(&b));
        same(&x.modpow(&y.abs(), &BigInt::from(1_000_003)), &a.modpow(&b.abs(), &Wide::from(1_000_003)));
        assert_eq!(x.is_multiple_of(&y), a.is_multiple_of(&b));
    }
}

#[test]
fn one_integer() {
    for a in integers() {
        let x = ours(&a);
        same(&-&x, &-&a);
        same(&!&x, &!&a);
        same(&x.abs(), &a.abs());
        same(&x.signum(), &a.signum());
        same(&BigInt::pow(&x, 3), &Wide::pow(&a, 3));
        same(&Pow::pow(&x, 2u64), &Wide::pow(&a, 2));
        same(&x.abs().sqrt(), &a.abs().sqrt());
        same(&(&x * 3 - 7 + 1u64), &(&a * 3 - 7 + 1u64));
        assert_eq!((x.sign(), x.bits(), x.trailing_zeros()), (a.sign(), a.bits(), a.trailing_zeros()));
        assert!(
            x.iter_u64_digits().eq(a.iter_u64_digits()) && x.iter_u32_digits().eq(a.iter_u32_digits()),
            "{a}"
        );
        assert_eq!(
            (x.magnitude().as_ref(), x.is_even(), x.is_odd()),
            (a.magnitude(), a.is_even(), a.is_odd())
        );
        for places in [0u32, 1, 31, 62, 63, 64, 100] {
            same(&(&x << places), &(&a << places));
            same(&(&x >> places), &(&a >> places));
        }
    }
}

#[test]
fn to_and_from_numbers_bytes_and_text() {
    for a in integers() {
        let x = ours(&a);
        assert_eq!((x.to_i64(), x.to_u64(), x.to_i128()), (a.to_i64(), a.to_u64(), a.to_i128()));
        assert_eq!((x.to_u8(), x.to_i32(), x.to_usize()), (a.to_u8(), a.to_i32(), a.to_usize()));
        assert_eq!(x.to_f64(), a.to_f64());
        assert_eq!(i64::try_from(&x).ok(), a.to_i64());
        assert_eq!(
            BigInt::from_f64(a.to_f64().unwrap()),
            Wide::from_f64(a.to_f64().unwrap()).map(|wide| ours(&wide))
        );
        assert_eq!((x.to_bytes_be(), x.to_bytes_le()), (a.to_bytes_be(), a.to_bytes_le()));
        assert_eq!(x.clone().into_parts(), a.clone().into_parts());
        same(&BigInt::from_biguint(x.sign(), x.magnitude().into_owned()), &a);
        for radix in [2, 10, 16, 36] {
            assert_eq!(x.to_str_radix(radix), a.to_str_radix(radix));
            same(&BigInt::from_str_radix(&a.to_str_radix(radix), radix).unwrap(), &a);
        }
        let shown = |f: &dyn Fn(&BigInt) -> String, g: &dyn Fn(&Wide) -> String| assert_eq!(f(&x), g(&a));
        shown(&|x| format!("{x} {x:?} {x:>40} {x:+}"), &|a| format!("{a} {a:?} {a:>40} {a:+}"));
        shown(&|x| format!("{x:x} {x:#X} {x:o} {x:#b}"), &|a| format!("{a:x} {a:#X} {a:o} {a:#b}"));
    }
    assert!("12x".parse::<BigInt>().is_err() && BigInt::from_f64(f64::NAN).is_none());
    same(&BigInt::new(Sign::Minus, vec![0, 0, 1]), &-(Wide::from(1) << 64u32));
    assert_eq!([1, 2, 3].into_iter().sum::<BigInt>(), BigInt::from(6));
}
