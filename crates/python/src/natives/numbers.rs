//! Arithmetic with integers of millions of digits, in steps between which Stop is heard.
//!
//! What it is not: arithmetic with smaller ones, which is RustPython's. Start reading at [`product`].

use std::sync::OnceLock;

use malachite_bigint::{BigInt, Sign};
use rustpython_vm::{
    PyObject, PyResult, VirtualMachine,
    builtins::PyInt,
    protocol::{PyNumberBinaryFunc, PyNumberTernaryFunc},
};

use super::{Originals, has_room};
use crate::interrupt;

/// Two factors, the smaller of which has fewer bits, are multiplied in one step.
const STEP_BITS: u64 = 1 << 19;
/// A division whose quotient and divisor have fewer bits, multiplied, is made in one step.
const STEP_OF_DIVISION: u64 = 1 << 36;
/// A power whose result has fewer bits is computed at once.
const SMALL_POWER: u64 = 1 << 20;
/// So is one modulo a number where this many bits are worked through, times those of the modulus.
const SMALL_MODULAR_POWER: u64 = 1 << 36;

static BINARY: Originals<PyNumberBinaryFunc, 4> = [const { OnceLock::new() }; 4];
static POWER: OnceLock<PyNumberTernaryFunc> = OnceLock::new();

pub(super) fn install(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.int_type.slots.as_number;
    let wrapped: [(_, PyNumberBinaryFunc); 4] = [
        (&slots.multiply, multiply),
        (&slots.floor_divide, floor_divide),
        (&slots.remainder, remainder),
        (&slots.divmod, divmod),
    ];
    for ((slot, stoppable), original) in wrapped.into_iter().zip(&BINARY) {
        if let Some(own) = slot.load() {
            original.get_or_init(|| own);
            slot.store(Some(stoppable));
        }
    }
    if let Some(own) = slots.power.load() {
        POWER.get_or_init(|| own);
        slots.power.store(Some(power));
    }
}

fn original(at: usize) -> PyNumberBinaryFunc {
    *BINARY[at].get().expect("set before the slot is")
}

fn big(value: &PyObject) -> Option<&BigInt> {
    value.downcast_ref::<PyInt>().map(|value| value.as_bigint())
}

fn multiply(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    match (big(a), big(b)) {
        (Some(x), Some(y)) if x.bits().min(y.bits()) > STEP_BITS => {
            Ok(vm.ctx.new_int(product(x, y, vm)?).into())
        }
        _ => original(0)(a, b, vm),
    }
}

fn floor_divide(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    match in_steps(a, b, vm)? {
        Some((quotient, _)) => Ok(vm.ctx.new_int(quotient).into()),
        None => original(1)(a, b, vm),
    }
}

fn remainder(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    match in_steps(a, b, vm)? {
        Some((_, rest)) => Ok(vm.ctx.new_int(rest).into()),
        None => original(2)(a, b, vm),
    }
}

fn divmod(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    match in_steps(a, b, vm)? {
        Some((quotient, rest)) => {
            let both = vec![vm.ctx.new_int(quotient).into(), vm.ctx.new_int(rest).into()];
            Ok(vm.ctx.new_tuple(both).into())
        }
        None => original(3)(a, b, vm),
    }
}

/// Quotient and rest where dividing takes long.
fn in_steps(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<Option<(BigInt, BigInt)>> {
    let (Some(a), Some(b)) = (big(a), big(b)) else { return Ok(None) };
    if a.bits().saturating_sub(b.bits()).saturating_mul(b.bits()) < STEP_OF_DIVISION {
        return Ok(None);
    }
    division(a, b, vm).map(Some)
}

fn power(base: &PyObject, exponent: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    let result = match (big(base), big(exponent), big(modulus)) {
        (Some(base), Some(exponent), None) if vm.is_none(modulus) => large_power(base, exponent, vm)?,
        (Some(base), Some(exponent), Some(modulus)) => large_modular_power(base, exponent, modulus, vm)?,
        _ => None,
    };
    match result {
        Some(result) => Ok(vm.ctx.new_int(result).into()),
        None => POWER.get().expect("set before the slot is")(base, exponent, modulus, vm),
    }
}

fn large_power(base: &BigInt, exponent: &BigInt, vm: &VirtualMachine) -> PyResult<Option<BigInt>> {
    let Ok(times) = u64::try_from(exponent) else { return Ok(None) };
    let bits = base.bits().saturating_mul(times);
    if bits < SMALL_POWER {
        return Ok(None);
    }
    if base.trailing_zeros() == Some(base.bits() - 1) {
        return power_of_two(base, times, vm).map(Some);
    }
    has_room(u128::from(bits) / 4, vm)?;
    let mut result = BigInt::from(1);
    for bit in (0..64 - times.leading_zeros()).rev() {
        result = product(&result, &result, vm)?;
        if times >> bit & 1 == 1 {
            result = product(&result, base, vm)?;
        }
    }
    Ok(Some(result))
}

/// A power of what is a power of two but for its sign.
fn power_of_two(base: &BigInt, times: u64, vm: &VirtualMachine) -> PyResult<BigInt> {
    let bits = (base.bits() - 1).saturating_mul(times);
    has_room(u128::from(bits) / 4, vm)?;
    let result = BigInt::from(1) << bits;
    Ok(if base.sign() == Sign::Minus && times % 2 == 1 { -result } else { result })
}

fn large_modular_power(
    base: &BigInt,
    exponent: &BigInt,
    modulus: &BigInt,
    vm: &VirtualMachine,
) -> PyResult<Option<BigInt>> {
    let work = exponent.bits().saturating_mul(modulus.bits()).saturating_mul(modulus.bits() / 64 + 1);
    if work < SMALL_MODULAR_POWER || exponent.sign() == Sign::Minus {
        return Ok(None);
    }
    let base = division(base, modulus, vm)?.1;
    let mut result = division(&BigInt::from(1), modulus, vm)?.1;
    for bit in (0..exponent.bits()).rev() {
        result = division(&product(&result, &result, vm)?, modulus, vm)?.1;
        if exponent.magnitude().bit(bit) {
            result = division(&product(&result, &base, vm)?, modulus, vm)?.1;
        }
    }
    Ok(Some(result))
}

/// A product, by Karatsuba's way down to factors that are multiplied in one step.
///
/// # Errors
/// `KeyboardInterrupt` when the student asked to stop, `MemoryError`.
pub(crate) fn product(a: &BigInt, b: &BigInt, vm: &VirtualMachine) -> PyResult<BigInt> {
    let (small, large) = if a.bits() < b.bits() { (a, b) } else { (b, a) };
    interrupt::poll_work(
        vm,
        usize::try_from(small.bits() / 64 * (large.bits() / 4096 + 1)).unwrap_or(usize::MAX),
    )?;
    if small.bits() <= STEP_BITS && large.bits() <= 64 * STEP_BITS {
        return Ok(a * b);
    }
    has_room(u128::from(a.bits() + b.bits()) / 2, vm)?;
    let half = large.bits().div_ceil(2);
    let (high, low) = halves(large, half);
    if small.bits() <= half {
        return Ok((product(&high, small, vm)? << half) + product(&low, small, vm)?);
    }
    let (small_high, small_low) = halves(small, half);
    let (highs, lows) = (product(&high, &small_high, vm)?, product(&low, &small_low, vm)?);
    let middle = product(&(high + low), &(small_high + small_low), vm)? - &highs - &lows;
    Ok((highs << (2 * half)) + (middle << half) + lows)
}

/// `value` is the first times two to the power of `bits`, plus the second, which has its sign.
fn halves(value: &BigInt, bits: u64) -> (BigInt, BigInt) {
    let high = BigInt::from_biguint(value.sign(), value.magnitude().as_ref() >> bits);
    let low = value - (&high << bits);
    (high, low)
}

fn magnitude(value: &BigInt) -> BigInt {
    BigInt::from_biguint(Sign::Plus, value.magnitude().into_owned())
}

/// Floored quotient and rest, by the school's way: some digits of the dividend at a time.
fn division(a: &BigInt, b: &BigInt, vm: &VirtualMachine) -> PyResult<(BigInt, BigInt)> {
    if b.sign() == Sign::NoSign {
        return Err(vm.new_zero_division_error("division by zero"));
    }
    let divisor = magnitude(b);
    let digits = (STEP_OF_DIVISION / divisor.bits()).max(64);
    let mut at = a.bits().saturating_sub(1) / digits * digits;
    let (mut rest, mut left) = halves(&magnitude(a), at);
    let mut quotient = &rest / &divisor;
    rest -= &quotient * &divisor;
    while at > 0 {
        interrupt::poll_work(vm, usize::try_from(STEP_OF_DIVISION >> 12).unwrap_or(usize::MAX))?;
        at -= digits;
        let (next, lower) = halves(&left, at);
        left = lower;
        rest = (rest << digits) + next;
        let part = &rest / &divisor;
        rest -= &part * &divisor;
        quotient = (quotient << digits) + part;
    }
    // Python rounds down, and the rest has the divisor's sign.
    if a.sign() != b.sign() && a.sign() != Sign::NoSign {
        quotient = -quotient;
        if rest.sign() != Sign::NoSign {
            quotient -= 1;
            rest = divisor - rest;
        }
    }
    Ok((quotient, if b.sign() == Sign::Minus { -rest } else { rest }))
}

/// A quotient, rounded down.
///
/// # Errors
/// As [`product`].
pub(crate) fn quotient(a: &BigInt, b: &BigInt, vm: &VirtualMachine) -> PyResult<BigInt> {
    Ok(division(a, b, vm)?.0)
}

/// The product of all integers from `first` to `last`, both included.
///
/// # Errors
/// As [`product`].
pub(crate) fn range_product(first: u64, last: u64, vm: &VirtualMachine) -> PyResult<BigInt> {
    if first > last {
        return Ok(BigInt::from(1));
    }
    if last - first < 16 {
        return Ok((first..=last).map(BigInt::from).product());
    }
    let middle = first + (last - first) / 2;
    product(&range_product(first, middle, vm)?, &range_product(middle + 1, last, vm)?, vm)
}
