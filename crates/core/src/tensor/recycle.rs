//! Vectors to use again: what tensors held and what loops need for a while. Fresh memory is slow where it comes as
//! zeros, in WebAssembly above all, and a training step wants the same sizes over and over.
//!
//! What it is not: an allocator. Small vectors, and what is more than [`CAPACITY`] in all, are freed as ever.

use std::cell::RefCell;

use super::{Element, memory, storage::Values};
use crate::Result;

/// Vectors below this many bytes cost less to allocate than to look for.
const SMALLEST: usize = 4 << 10;
/// How many bytes are kept at most, and in how many vectors.
const CAPACITY: usize = 32 << 20;
const COUNT: usize = 32;

#[derive(Default)]
struct Spares {
    /// The longest unused first.
    vectors: Vec<Values>,
    bytes: usize,
}

thread_local! {
    static SPARES: RefCell<Spares> = RefCell::default();
}

impl Spares {
    /// The vector that fits best: large enough, and not half of it wasted. Of equals the last used, which may still be
    /// in a cache.
    fn take<T: Element>(&mut self, count: usize) -> Option<Vec<T>> {
        let fits = |values: &Values| {
            let capacity = T::get(values)?.capacity();
            (capacity >= count && capacity / 2 <= count).then_some(capacity)
        };
        let places = self.vectors.iter().enumerate().rev();
        let (at, _) =
            places.filter_map(|(at, values)| Some((at, fits(values)?))).min_by_key(|(_, fit)| *fit)?;
        let mut values = self.vectors.remove(at);
        self.bytes -= values.capacity_bytes();
        T::get_mut(&mut values).map(std::mem::take)
    }

    fn give(&mut self, values: Values) {
        self.bytes += values.capacity_bytes();
        self.vectors.push(values);
        while self.bytes > CAPACITY || self.vectors.len() > COUNT {
            self.bytes -= self.vectors.remove(0).capacity_bytes();
        }
    }
}

fn take<T: Element>(count: usize) -> Option<Vec<T>> {
    if count.saturating_mul(size_of::<T>()) < SMALLEST {
        return None;
    }
    SPARES.try_with(|spares| spares.borrow_mut().take(count)).ok().flatten()
}

/// An empty vector with room for `count` values. Not inlined, as the two below: there is a loop for each operator and
/// dtype, and each would bring this along.
///
/// # Errors
/// Here and below: `RuntimeError` if there is not so much memory.
#[inline(never)]
pub fn empty<T: Element>(count: usize) -> Result<Vec<T>> {
    let mut values = match take(count) {
        Some(values) => values,
        None => memory::reserve(count)?,
    };
    values.clear();
    Ok(values)
}

/// `count` values that may be anything: for who writes them all.
#[inline(never)]
pub fn stale<T: Element>(count: usize) -> Result<Vec<T>> {
    match take(count) {
        Some(mut values) => {
            values.resize(count, T::default());
            Ok(values)
        }
        None => memory::filled(T::default(), count),
    }
}

/// `count` times `value`.
#[inline(never)]
pub fn filled<T: Element>(value: T, count: usize) -> Result<Vec<T>> {
    match take(count) {
        Some(mut values) => {
            values.clear();
            values.resize(count, value);
            Ok(values)
        }
        None => memory::filled(value, count),
    }
}

/// What `values` yields, which must be as many as it says.
#[inline(always)]
pub fn collect<T: Element>(values: impl ExactSizeIterator<Item = T>) -> Result<Vec<T>> {
    let mut out = empty(values.len())?;
    out.extend(values);
    Ok(out)
}

/// Takes a vector that is not needed any more.
pub fn give<T: Element>(values: Vec<T>) {
    give_values(T::wrap(values));
}

pub(super) fn give_values(values: Values) {
    let bytes = values.capacity_bytes();
    if (SMALLEST..=CAPACITY).contains(&bytes) {
        // At a thread's end there may be nowhere to put it.
        let _ = SPARES.try_with(|spares| spares.borrow_mut().give(values));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> (usize, usize) {
        SPARES.with_borrow(|spares| {
            let bytes = spares.vectors.iter().map(Values::capacity_bytes).sum::<usize>();
            assert_eq!(spares.bytes, bytes);
            (spares.vectors.len(), bytes)
        })
    }

    #[test]
    fn what_was_given_is_taken_again() {
        let first = filled(1.0f32, 5000).unwrap();
        let place = first.as_ptr();
        give(first);
        // Another type's, or one that would waste half of it, is another vector.
        let (other, short) = (stale::<i32>(5000).unwrap(), stale::<f32>(2000).unwrap());
        assert_ne!((other.as_ptr().cast(), short.as_ptr()), (place, place));
        let again = filled(2.0f32, 4000).unwrap();
        assert_eq!((again.as_ptr(), &again[..]), (place, &[2.0; 4000][..]));
        give(again);
        let again = stale::<f32>(5000).unwrap();
        assert_eq!((again.as_ptr(), again.len()), (place, 5000));
        assert_eq!(collect((0..5000).map(|i| i as f32)).unwrap()[4999], 4999.0);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        for size in 0..200 {
            give(vec![0u8; SMALLEST + (size << 14)]);
            let (count, bytes) = kept();
            assert!(count <= COUNT && bytes <= CAPACITY);
        }
        give(vec![0u8; CAPACITY + 1]);
        give(vec![0u8; SMALLEST - 1]);
        assert!(kept().0 <= COUNT);
    }
}
