//! Memory for small values, of which an interpreter takes and gives back many thousands a second: the last few hundred
//! blocks of each size that were given back are taken again before the system's allocator is asked.
//!
//! What it is not: an allocator of its own; all memory is the system's. Not for threads. Start reading at [`Recent`].

use std::{
    alloc::{GlobalAlloc, Layout},
    cell::Cell,
    ptr,
};

use crate::reserve::Reserved as System;

/// Sizes are multiples of this, and so are addresses.
const GRAIN: usize = 8;
/// Of larger blocks few are taken.
const LARGEST: usize = 256;
const SIZES: usize = LARGEST / GRAIN;
/// So many blocks of a size are kept at most, that the memory of many small values can become that of a large one.
const KEPT: u32 = 256;

pub struct Recent {
    lists: [List; SIZES],
}

/// Free blocks of one size, the last one first; each says where the one before is.
struct List {
    last: Cell<*mut Block>,
    count: Cell<u32>,
}

struct Block {
    before: *mut Block,
}

// SAFETY: WebAssembly without shared memory, the only place where this is the global allocator, has one thread.
unsafe impl Sync for Recent {}

impl Recent {
    pub const fn new() -> Self {
        Self { lists: [const { List { last: Cell::new(ptr::null_mut()), count: Cell::new(0) } }; SIZES] }
    }

    /// Gives the system back all blocks that are kept.
    pub fn give_back(&self) {
        for (list, size) in self.lists.iter().zip((GRAIN..).step_by(GRAIN)) {
            while let Some(block) = list.take() {
                // SAFETY: the system gave it with this layout, see `alloc`.
                unsafe { System.dealloc(block.cast(), whole(size)) }
            }
        }
    }

    /// The list for a layout, unless it is large or aligned beyond the grain.
    #[inline]
    fn list(&self, layout: Layout) -> Option<&List> {
        let size = layout.size();
        if size == 0 || layout.align() > GRAIN {
            return None;
        }
        self.lists.get((size - 1) / GRAIN)
    }
}

impl List {
    #[inline]
    fn take(&self) -> Option<*mut Block> {
        let block = self.last.get();
        if block.is_null() {
            return None;
        }
        // SAFETY: blocks in the list are free, aligned and as long as a `Block` at least; `put` wrote one there.
        self.last.set(unsafe { (*block).before });
        self.count.set(self.count.get() - 1);
        Some(block)
    }

    /// Keeps a block; false where there are enough.
    ///
    /// # Safety
    /// The block is free, aligned to the grain, and of this list's size.
    #[inline]
    unsafe fn put(&self, block: *mut Block) -> bool {
        if self.count.get() == KEPT {
            return false;
        }
        // SAFETY: as the caller says.
        unsafe { block.write(Block { before: self.last.get() }) };
        self.last.set(block);
        self.count.set(self.count.get() + 1);
        true
    }
}

/// What the system is asked for: the whole block, of whatever part of it is used.
#[inline]
const fn whole(size: usize) -> Layout {
    // SAFETY: the grain is a power of two, and sizes that have a list do not overflow.
    unsafe { Layout::from_size_align_unchecked(size.next_multiple_of(GRAIN), GRAIN) }
}

// SAFETY: blocks come from the system or from a list, where only free blocks of that size and alignment are; each is in
// one place at a time.
unsafe impl GlobalAlloc for Recent {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match self.list(layout) {
            Some(list) => match list.take() {
                Some(block) => block.cast(),
                // SAFETY: the size is not zero.
                None => unsafe { System.alloc(whole(layout.size())) },
            },
            // SAFETY: as the caller says.
            None => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let Some(list) = self.list(layout) else {
            // SAFETY: `alloc` took it from the system with this layout.
            return unsafe { System.dealloc(block, layout) };
        };
        // SAFETY: `alloc` gave it from this list or, for it, from the system.
        unsafe {
            if !list.put(block.cast()) {
                System.dealloc(block, whole(layout.size()));
            }
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if self.list(layout).is_none() {
            // SAFETY: as the caller says. The system knows which memory is zero already.
            return unsafe { System.alloc_zeroed(layout) };
        }
        // SAFETY: as the caller says, and `alloc` gives that many bytes or null.
        unsafe {
            let block = self.alloc(layout);
            if !block.is_null() {
                block.write_bytes(0, layout.size());
            }
            block
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller has seen to it that this is a layout.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (self.list(layout), self.list(wanted)) {
            // SAFETY: as the caller says.
            (None, None) => unsafe { System.realloc(block, layout, size) },
            (Some(have), Some(want)) if ptr::eq(have, want) => block,
            // SAFETY: both blocks are at least as long as what is copied, and not the same.
            _ => unsafe {
                let moved = self.alloc(wanted);
                if !moved.is_null() {
                    ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                    self.dealloc(block, layout);
                }
                moved
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_taken_again_and_given_back() {
        let recent = Recent::new();
        let layout = Layout::from_size_align(21, 8).unwrap();
        // SAFETY: each block is given back once, with the layout that it then has.
        unsafe {
            let first = recent.alloc(layout);
            first.write_bytes(7, 21);
            recent.dealloc(first, layout);
            let zeroed = recent.alloc_zeroed(Layout::from_size_align(24, 4).unwrap());
            assert_eq!((zeroed, *zeroed), (first, 0), "the same size, rounded up");
            let grown = recent.realloc(zeroed, Layout::from_size_align(24, 4).unwrap(), 1000);
            assert_eq!(*grown.add(23), 0);
            let shrunk = recent.realloc(grown, Layout::from_size_align(1000, 4).unwrap(), 20);
            assert_eq!(shrunk, first, "small again");
            recent.dealloc(shrunk, Layout::from_size_align(20, 4).unwrap());
            let aligned = Layout::from_size_align(32, 64).unwrap();
            let block = recent.alloc(aligned);
            assert_eq!(block.addr() % 64, 0);
            recent.dealloc(block, aligned);
        }
        recent.give_back();
        assert!(recent.lists.iter().all(|list| list.last.get().is_null() && list.count.get() == 0));
    }

    #[test]
    fn only_so_many_are_kept() {
        let recent = Recent::new();
        let layout = Layout::from_size_align(40, 8).unwrap();
        // SAFETY: each block is given back once.
        unsafe {
            let blocks: Vec<_> = (0..2 * KEPT).map(|_| recent.alloc(layout)).collect();
            blocks.into_iter().for_each(|block| recent.dealloc(block, layout));
        }
        assert_eq!(recent.lists[4].count.get(), KEPT);
        recent.give_back();
    }
}
