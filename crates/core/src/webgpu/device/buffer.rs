//! GPU memory: buffers that go back to a pool when the last tensor lets go of them.

use std::{cell::Cell, collections::HashMap, rc::Rc};

use super::gpu::with_gpu;

/// A buffer of whole 4-byte values. What one kernel has written, only an update in place or the next owner after the
/// pool writes again.
#[derive(Debug)]
pub struct GpuBuffer {
    pub(super) raw: wgpu::Buffer,
    /// Names the buffer in the cache of bind groups.
    pub(super) id: u64,
    /// The submission in which it was last used: a later one may overwrite it by an upload.
    pub(super) last_used: Cell<u64>,
    /// Of which device it is, of those that came one after the other.
    pub(super) generation: u32,
}

impl Drop for GpuBuffer {
    fn drop(&mut self) {
        with_gpu(|gpu| gpu.recycle(&self.raw, self.id, self.last_used.get(), self.generation));
    }
}

/// Free buffers by size class.
#[derive(Default)]
pub(super) struct Pool {
    free: HashMap<u64, Vec<Free>>,
    next_id: u64,
    /// Bytes of all buffers that live, used or free.
    pub(super) allocated: u64,
    /// Bytes of those in use.
    pub(super) used: u64,
}

struct Free {
    raw: wgpu::Buffer,
    id: u64,
    last_used: u64,
}

impl Pool {
    /// A buffer of at least `bytes`, and whether it is new. One for an upload must not be used by commands not yet
    /// submitted, because uploads overtake them: `before` is the submission now being recorded.
    pub(super) fn take(
        &mut self,
        bytes: u64,
        before: Option<u64>,
        generation: u32,
        create: impl FnOnce(u64) -> wgpu::Buffer,
    ) -> (Rc<GpuBuffer>, bool) {
        let size = size_class(bytes);
        self.used += size;
        let free = self.free.entry(size).or_default();
        let found = match before {
            None => free.pop(),
            Some(submission) => {
                free.iter().position(|free| free.last_used < submission).map(|at| free.swap_remove(at))
            }
        };
        let is_new = found.is_none();
        let Free { raw, id, last_used } = found.unwrap_or_else(|| {
            self.next_id += 1;
            self.allocated += size;
            Free { raw: create(size), id: self.next_id, last_used: 0 }
        });
        (Rc::new(GpuBuffer { raw, id, last_used: Cell::new(last_used), generation }), is_new)
    }

    pub(super) fn put(&mut self, raw: &wgpu::Buffer, id: u64, last_used: u64) {
        self.used -= raw.size();
        self.free.entry(raw.size()).or_default().push(Free { raw: raw.clone(), id, last_used });
    }

    /// Destroys all free buffers. No command that is not submitted yet may use them.
    pub(super) fn clear(&mut self) {
        for free in self.free.drain().flat_map(|(_, buffers)| buffers) {
            self.allocated -= free.raw.size();
            free.raw.destroy();
        }
    }
}

/// Powers of two up to 1 MiB, then steps of an eighth of the next power: few classes, little waste.
pub(super) fn size_class(bytes: u64) -> u64 {
    let power = bytes.max(16).next_power_of_two();
    if power <= 1 << 20 { power } else { bytes.next_multiple_of(power / 8) }
}
