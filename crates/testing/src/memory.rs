//! An allocator that tells of memory taken without asking.

use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, which has no more than `most` bytes for anything: values are asked for through
/// `tensor::memory`, and what is not ends a session where there is no memory. Here it ends the process, after `refused`
/// was told how many bytes were wanted.
pub struct Watched {
    pub most: usize,
    pub refused: fn(usize),
}

// SAFETY: everything is the system's allocator, or null, which says that there is no memory.
unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.size() > self.most {
            (self.refused)(layout.size());
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}
