//! Memory for values, asked for and never taken for granted: what cannot be had is an error in PyTorch's words, because
//! in the browser a failed allocation ends the session.
//!
//! What it is not: vectors to use again (see [`super::recycle`], which asks here). Sizes are multiplied in 128 bits:
//! WebAssembly's addresses have 32. Start reading at [`reserve`].

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Dims, Dtype};
pub use crate::layout::numel;
use crate::{Error, Result, bail, layout::ints_text};

/// What one tensor may take, in bytes. Systems that promise more memory than there is would end the process later, when
/// it is used; Rust itself gives no vector more than `isize::MAX` bytes, which is 2 GB in WebAssembly.
static MOST: AtomicUsize =
    AtomicUsize::new(if cfg!(target_pointer_width = "32") { isize::MAX as usize } else { 1 << 34 });

fn most_bytes() -> u128 {
    MOST.load(Ordering::Relaxed) as u128
}

/// Sets what one tensor may take, in bytes, for all threads.
pub fn set_most_bytes(bytes: usize) {
    MOST.store(bytes, Ordering::Relaxed);
}

/// PyTorch's error for memory that cannot be had.
#[cold]
fn refused(bytes: u128) -> Error {
    Error::Runtime(format!(
        "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate \
         {bytes} bytes. Error code 12 (Cannot allocate memory)"
    ))
}

/// An empty vector with room for `count` values.
///
/// # Errors
/// `RuntimeError` if there is not so much memory.
#[inline]
pub fn reserve<T>(count: usize) -> Result<Vec<T>> {
    let mut values = Vec::new();
    let bytes = count as u128 * size_of::<T>() as u128;
    if bytes > most_bytes() || values.try_reserve_exact(count).is_err() {
        return Err(refused(bytes));
    }
    Ok(values)
}

/// That there is room for `count` values, for who builds them in other ways.
///
/// # Errors
/// As [`reserve`].
pub fn check<T>(count: usize) -> Result<()> {
    reserve::<T>(count).map(drop)
}

/// What `values` yields, which must be as many as it says; for tables of places and the like.
///
/// # Errors
/// As [`reserve`].
pub fn collect<T>(values: impl ExactSizeIterator<Item = T>) -> Result<Vec<T>> {
    let mut out = reserve(values.len())?;
    out.extend(values);
    Ok(out)
}

/// `count` times `value`.
///
/// # Errors
/// As [`reserve`].
pub fn filled<T: Clone>(value: T, count: usize) -> Result<Vec<T>> {
    // Asked for first and then taken as `vec!` does it, which gets zeros from the system without writing them.
    check::<T>(count)?;
    Ok(vec![value; count])
}

/// Sizes from Python for a new tensor of `dtype`.
///
/// # Errors
/// `RuntimeError` for negative sizes and for more than can be had.
pub fn sizes(given: &[i64], dtype: Dtype) -> Result<Dims> {
    if let Some(size) = given.iter().find(|&&size| size < 0) {
        bail!(Runtime, "Trying to create tensor with negative dimension {size}: {}", ints_text(given));
    }
    let most = |largest: i64| {
        let whole = given.iter().map(|&size| size.max(1) as u128).try_fold(1, u128::checked_mul);
        whole.filter(|&count| count <= largest as u128)
    };
    let is_empty = given.contains(&0);
    if most(i64::MAX).is_none() && is_empty {
        bail!(Runtime, "Stride calculation overflowed");
    }
    let Some(count) = most(i64::MAX / dtype.bytes() as i64).or(is_empty.then_some(0)) else {
        bail!(Runtime, "Storage size calculation overflowed with sizes={}", ints_text(given));
    };
    let bytes = count * dtype.bytes() as u128;
    if !is_empty && bytes > most_bytes() {
        return Err(refused(bytes));
    }
    let shape: Option<Dims> = given.iter().map(|&size| usize::try_from(size).ok()).collect();
    match shape {
        Some(shape) => numel(&shape).map(|_| shape),
        None => bail!(Runtime, "numel: integer multiplication overflow"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message<T: std::fmt::Debug>(result: Result<T>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_had_is_an_error() {
        assert!(message(reserve::<f32>(usize::MAX)).contains("DefaultCPUAllocator: can't allocate memory"));
        assert!(
            message(filled(1.0f32, 10usize.pow(12))).contains("you tried to allocate 4000000000000 bytes")
        );
        assert_eq!(filled(7i64, 3), Ok(vec![7, 7, 7]));
    }

    #[test]
    fn sizes_are_multiplied_without_overflow() {
        assert_eq!(numel(&[2, 0, 3]), Ok(0));
        assert_eq!(message(numel(&[usize::MAX, 2])), "numel: integer multiplication overflow");
        assert_eq!(message(numel(&[usize::MAX, 2, 0])), "numel: integer multiplication overflow");
        let wraps = message(sizes(&[1 << 40, 1 << 40], Dtype::Float32));
        assert_eq!(wraps, "Storage size calculation overflowed with sizes=[1099511627776, 1099511627776]");
        assert_eq!(message(sizes(&[0, 1 << 40, 1 << 40], Dtype::Float32)), "Stride calculation overflowed");
        assert!(message(sizes(&[10i64.pow(12)], Dtype::Int64)).contains("8000000000000 bytes"));
        assert!(message(sizes(&[3, -2], Dtype::Int64)).ends_with("negative dimension -2: [3, -2]"));
    }
}
