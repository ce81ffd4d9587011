//! How much memory the values of tensors on the CPU hold, for who shows it.
//!
//! What it is not: a limit (see [`super::memory`]), or what lies ready to be used again (see [`super::recycle`]). Start
//! reading at [`most_held`].

use std::cell::Cell;

thread_local! {
    /// In bytes: now, and at most since that was last begun anew.
    static HELD: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// So many bytes are held from now on.
#[inline]
pub(super) fn take(bytes: usize) {
    let (now, most) = HELD.get();
    let now = now.saturating_add(bytes);
    HELD.set((now, most.max(now)));
}

/// So many bytes are held no longer.
#[inline]
pub(super) fn give(bytes: usize) {
    // Tensors go when their thread ends, too, and then there may be nothing left to count in.
    let _ = HELD.try_with(|held| {
        let (now, most) = held.get();
        held.set((now.saturating_sub(bytes), most));
    });
}

/// The most bytes that tensors of this thread held at once since [`begin`].
pub fn most_held() -> usize {
    HELD.get().1
}

/// Begins that anew, from what is held now.
pub fn begin() {
    let (now, _) = HELD.get();
    HELD.set((now, now));
}

#[cfg(test)]
mod tests {
    use super::{begin, most_held};
    use crate::tensor::Storage;

    #[test]
    fn the_most_is_what_was_held_at_once() {
        begin();
        let before = most_held();
        let kept = Storage::new(vec![0_f32; 1000]);
        drop(Storage::new(vec![0_f64; 2000]));
        drop(Storage::new(vec![0_u8; 500]));
        assert_eq!(most_held() - before, 4000 + 16_000);
        begin();
        assert_eq!(most_held() - before, 4000);
        let shared = kept.clone();
        drop(kept);
        begin();
        assert_eq!(most_held() - before, 4000);
        drop(shared);
        begin();
        assert_eq!(most_held(), before);
    }
}
