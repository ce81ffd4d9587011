//! Commands: recorded one after the other, submitted together, and the one thing that waits, reading.
//!
//! What is made once is kept here: pipelines by their text, bind groups by their buffers, buffers by their size.

use std::{
    cell::{Cell, RefCell, RefMut},
    collections::HashMap,
    rc::Rc,
};

use super::{
    block::block_on,
    buffer::{GpuBuffer, Pool, size_class},
    gpu::{Gpu, Memory},
    pipeline::Pipeline,
};
use crate::{
    Error, Result,
    webgpu::kernel::{BLOCK, Call},
};

/// Commands are submitted when a value is read, or when so many wait.
const MOST_PENDING: usize = 512;
/// Free memory beyond what is used and this is given back.
const MOST_FREE: u64 = 1 << 29;
pub(super) const BLOCK_BYTES: usize = BLOCK * 4;
const FAULT_BYTES: usize = 12;

pub(super) struct Queue {
    raw: wgpu::Queue,
    pub(super) pipelines: RefCell<HashMap<String, Rc<Pipeline>>>,
    pool: RefCell<Pool>,
    recording: RefCell<Recording>,
    /// Where kernels find their numbers: one block each, written when the commands are submitted.
    pub(super) numbers: wgpu::Buffer,
    /// Buffers through which values are read.
    staging: RefCell<Vec<wgpu::Buffer>>,
    /// Where kernels note an index out of bounds: whether, which, and the size.
    faults: RefCell<Option<Rc<GpuBuffer>>>,
    /// Whether something may have been noted there since it was read.
    has_checks: Cell<bool>,
    submission: Cell<u64>,
}

/// What is recorded and not submitted. The pass ends before its encoder does.
#[derive(Default)]
struct Recording {
    pass: Option<wgpu::ComputePass<'static>>,
    encoder: Option<wgpu::CommandEncoder>,
    dispatches: usize,
    numbers: Vec<u8>,
}

impl Recording {
    fn encoder(&mut self, device: &wgpu::Device) -> &mut wgpu::CommandEncoder {
        self.pass = None;
        self.encoder.get_or_insert_with(|| device.create_command_encoder(&Default::default()))
    }
    fn pass(&mut self, device: &wgpu::Device) -> &mut wgpu::ComputePass<'static> {
        let encoder = self.encoder.get_or_insert_with(|| device.create_command_encoder(&Default::default()));
        self.pass.get_or_insert_with(|| encoder.begin_compute_pass(&Default::default()).forget_lifetime())
    }
}

impl Queue {
    pub fn new(device: &wgpu::Device, raw: wgpu::Queue) -> Self {
        let numbers = device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: (MOST_PENDING * BLOCK_BYTES) as u64,
            usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        Queue {
            raw,
            pipelines: Default::default(),
            pool: Default::default(),
            recording: Default::default(),
            numbers,
            staging: Default::default(),
            faults: Default::default(),
            has_checks: Default::default(),
            submission: Cell::new(1),
        }
    }

    pub fn memory(&self) -> Memory {
        let pool = self.pool.borrow();
        Memory { used: pool.used, allocated: pool.allocated }
    }
}

impl Gpu {
    fn recording(&self) -> RefMut<'_, Recording> {
        self.queue.recording.borrow_mut()
    }

    /// A buffer to be written by a kernel.
    pub(in crate::webgpu) fn allocate(&self, values: usize) -> Result<Rc<GpuBuffer>> {
        self.buffer(values as u64 * 4, None)
    }

    fn buffer(&self, bytes: u64, before: Option<u64>) -> Result<Rc<GpuBuffer>> {
        self.check()?;
        let most = self.limits.max_storage_buffer_binding_size.min(self.limits.max_buffer_size);
        if bytes > most {
            let most_megabytes = most >> 20;
            return Err(Error::Runtime(format!(
                "webgpu: out of memory: a tensor of {bytes} bytes does not fit a buffer of this device (at most \
                 {most_megabytes} MiB)"
            )));
        }
        self.trim();
        use wgpu::BufferUsages as Usage;
        let create = |size| {
            self.device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size,
                usage: Usage::STORAGE | Usage::COPY_SRC | Usage::COPY_DST,
                mapped_at_creation: false,
            })
        };
        let (buffer, is_new) = self.queue.pool.borrow_mut().take(bytes, before, self.generation, create);
        self.count(|stats| stats.buffers_created += is_new as u64);
        Ok(buffer)
    }

    fn trim(&self) {
        let Memory { used, allocated } = self.queue.memory();
        if allocated - used > MOST_FREE.max(used) {
            self.release_free();
        }
    }

    /// Destroys what is free, with the bind groups that name it.
    pub(super) fn release_free(&self) {
        self.submit();
        self.queue.pipelines.borrow().values().for_each(|pipeline| pipeline.groups.borrow_mut().clear());
        self.queue.pool.borrow_mut().clear();
        self.queue.staging.borrow_mut().drain(..).for_each(|staging| staging.destroy());
    }

    pub(super) fn recycle(&self, raw: &wgpu::Buffer, id: u64, last_used: u64, generation: u32) {
        if generation == self.generation {
            self.queue.pool.borrow_mut().put(raw, id, last_used);
        }
    }

    /// A buffer with these bytes, a whole number of 4-byte values.
    pub(in crate::webgpu) fn upload(&self, bytes: &[u8]) -> Result<Rc<GpuBuffer>> {
        let buffer = self.buffer(bytes.len() as u64, Some(self.queue.submission.get()))?;
        self.queue.raw.write_buffer(&buffer.raw, 0, bytes);
        self.count(|stats| stats.bytes_uploaded += bytes.len() as u64);
        Ok(buffer)
    }

    /// Where a kernel that is being made notes indices out of bounds.
    pub(in crate::webgpu) fn faults(&self) -> Result<Rc<GpuBuffer>> {
        self.queue.has_checks.set(true);
        if let Some(faults) = &*self.queue.faults.borrow() {
            return Ok(faults.clone());
        }
        let faults = self.upload(&[0; FAULT_BYTES])?;
        Ok(self.queue.faults.borrow_mut().insert(faults).clone())
    }

    /// What was noted, from the bytes of the buffer of faults, which is cleared.
    fn check_faults(&self, noted: &[u8]) -> Result<()> {
        let word = |at: usize| u32::from_le_bytes([noted[at], noted[at + 1], noted[at + 2], noted[at + 3]]);
        if word(0) == 0 {
            return Ok(());
        }
        if let Some(faults) = &*self.queue.faults.borrow() {
            self.queue.raw.write_buffer(&faults.raw, 0, &[0; FAULT_BYTES]);
        }
        let (index, size) = (word(4) as i32, word(8));
        Err(Error::Index(format!(
            "index {index} is out of bounds for dimension with size {size} (found on the GPU, in an operation before this \
             one)"
        )))
    }

    /// Records one kernel.
    pub(in crate::webgpu) fn dispatch(&self, call: Call) -> Result<()> {
        self.check()?;
        for (buffer, _) in call.buffers {
            self.check_generation(buffer.generation)?;
        }
        let pipeline = self.pipeline(&call);
        let group = self.group(&pipeline, &call);
        let mut recording = self.recording();
        let offset = recording.numbers.len() as u32;
        if !call.numbers.is_empty() {
            recording.numbers.extend(call.numbers.iter().flat_map(|number| number.to_le_bytes()));
            recording.numbers.resize(offset as usize + BLOCK_BYTES, 0);
        }
        let pass = recording.pass(&self.device);
        pass.set_pipeline(&pipeline.raw);
        pass.set_bind_group(
            0,
            &group,
            if call.numbers.is_empty() { &[] } else { std::slice::from_ref(&offset) },
        );
        pass.dispatch_workgroups(call.groups[0], call.groups[1], call.groups[2]);
        recording.dispatches += 1;
        let is_full = recording.dispatches >= MOST_PENDING;
        drop(recording);
        for (buffer, _) in call.buffers {
            buffer.last_used.set(self.queue.submission.get());
        }
        self.count(|stats| stats.dispatches += 1);
        if is_full {
            self.submit();
        }
        Ok(())
    }

    /// Records a copy of the first `values` of a buffer.
    pub(in crate::webgpu) fn copy(&self, from: &GpuBuffer, to: &GpuBuffer, values: usize) -> Result<()> {
        self.check_generation(from.generation)?;
        self.recording().encoder(&self.device).copy_buffer_to_buffer(
            &from.raw,
            0,
            &to.raw,
            0,
            values as u64 * 4,
        );
        for buffer in [from, to] {
            buffer.last_used.set(self.queue.submission.get());
        }
        Ok(())
    }

    /// Hands the recorded commands to the GPU.
    pub(super) fn submit(&self) {
        let recording = std::mem::take(&mut *self.recording());
        let Recording { pass, encoder, numbers, .. } = recording;
        drop(pass);
        if let Some(encoder) = encoder {
            // Uploads overtake recorded commands, and these are the ones that read the numbers.
            self.queue.raw.write_buffer(&self.queue.numbers, 0, &numbers);
            self.queue.raw.submit([encoder.finish()]);
            self.queue.submission.set(self.queue.submission.get() + 1);
            self.count(|stats| stats.submissions += 1);
        }
    }

    /// Submits what is recorded and waits until it is done: by reading a few bytes, which come last.
    pub(super) fn finish(&self) -> Result<()> {
        let buffer = self.allocate(1)?;
        self.read(&buffer, 4).map(drop)
    }

    /// The buffer's first `bytes`, once all that was recorded has run. Waits.
    pub(in crate::webgpu) fn read(&self, buffer: &GpuBuffer, bytes: usize) -> Result<Vec<u8>> {
        self.check()?;
        self.check_generation(buffer.generation)?;
        let size = bytes as u64;
        let staging = self.staging(size + FAULT_BYTES as u64);
        self.recording().encoder(&self.device).copy_buffer_to_buffer(&buffer.raw, 0, &staging, 0, size);
        let faults = self.queue.faults.borrow().clone().filter(|_| self.queue.has_checks.replace(false));
        if let Some(faults) = &faults {
            let length = FAULT_BYTES as u64;
            self.recording().encoder(&self.device).copy_buffer_to_buffer(
                &faults.raw,
                0,
                &staging,
                size,
                length,
            );
        }
        self.submit();
        self.wait_until_mapped(&staging)?;
        self.check()?;
        let view = staging.slice(..).get_mapped_range().map_err(|error| Error::Device(error.to_string()))?;
        let mut values = view[..bytes + FAULT_BYTES].to_vec();
        drop(view);
        staging.unmap();
        self.queue.staging.borrow_mut().push(staging);
        self.count(|stats| stats.bytes_read += size);
        if faults.is_some() {
            self.check_faults(&values[bytes..])?;
        }
        values.truncate(bytes);
        Ok(values)
    }

    fn staging(&self, bytes: u64) -> wgpu::Buffer {
        let size = size_class(bytes);
        let mut free = self.queue.staging.borrow_mut();
        if let Some(at) = free.iter().position(|staging| staging.size() == size) {
            return free.swap_remove(at);
        }
        self.count(|stats| stats.buffers_created += 1);
        self.device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size,
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        })
    }

    /// No borrow of shared state may be held here: while a worker waits, its other tasks run.
    fn wait_until_mapped(&self, staging: &wgpu::Buffer) -> Result<()> {
        let (send, receive) = futures_channel::oneshot::channel();
        staging.slice(..).map_async(wgpu::MapMode::Read, |result| {
            send.send(result).ok();
        });
        #[cfg(not(target_arch = "wasm32"))]
        self.device
            .poll(wgpu::PollType::wait_indefinitely())
            .map_err(|error| Error::Device(error.to_string()))?;
        #[cfg(target_arch = "wasm32")]
        let receive = super::nudge::nudged(self.queue.raw.clone(), receive);
        match block_on(receive).map_err(Error::Device)? {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => self.check().and(Err(Error::Device(error.to_string()))),
            Err(_) => self.check().and(Err(Error::Device("the WebGPU device was lost".into()))),
        }
    }
}
