//! The device with what is made once: pipelines, bind groups, buffers, and the commands not yet submitted.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use super::{
    block::block_on,
    buffer::{GpuBuffer, Pool},
    kernel::BLOCK,
};
use crate::{Error, Result};

/// Commands are submitted when a value is read, or when so many wait.
const MOST_PENDING: usize = 512;
/// Bind groups kept per pipeline.
const MOST_GROUPS_KEPT: usize = 256;

/// What was done so far: tests hold steps to it, `torch.webgpu` shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    pub dispatches: u64,
    pub submissions: u64,
    pub buffers_created: u64,
    pub pipelines_compiled: u64,
    pub bytes_uploaded: u64,
    pub bytes_read: u64,
}

pub struct Context {
    device: wgpu::Device,
    queue: wgpu::Queue,
    pub name: String,
    pub limits: wgpu::Limits,
    pipelines: RefCell<HashMap<String, Rc<Pipeline>>>,
    pool: RefCell<Pool>,
    pending: RefCell<Pending>,
    /// Where kernels find their numbers: one block each, written when the commands are submitted.
    numbers: wgpu::Buffer,
    submission: Cell<u64>,
    stats: Cell<Stats>,
    lost: Rc<RefCell<Option<String>>>,
    generation: u32,
}

#[derive(Default)]
struct Pending {
    encoder: Option<wgpu::CommandEncoder>,
    dispatches: usize,
    numbers: Vec<u8>,
}

struct Pipeline {
    raw: wgpu::ComputePipeline,
    layout: wgpu::BindGroupLayout,
    groups: RefCell<HashMap<Vec<u64>, wgpu::BindGroup>>,
}

const BLOCK_BYTES: usize = BLOCK * 4;

enum State {
    Untried,
    Ready(Rc<Context>),
    Unavailable(String),
}

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State::Untried) };
    static GENERATION: Cell<u32> = const { Cell::new(0) };
}

/// The device, started on first use. A lost device is replaced by a new one, once the old has been reported.
pub fn context() -> Result<Rc<Context>> {
    let known = STATE.with_borrow(|state| match state {
        State::Ready(context) => Some(Ok(context.clone())),
        State::Unavailable(why) => Some(Err(Error::Runtime(format!("webgpu is not available: {why}")))),
        State::Untried => None,
    });
    match known {
        Some(Ok(context)) if context.lost.borrow().is_some() => restart(),
        Some(known) => known,
        None => restart(),
    }
}

/// Why there is no device, if there is none.
pub fn unavailable_reason() -> Option<String> {
    context().err().map(|error| error.to_string())
}

/// Runs `f` if a device is there: buffers are dropped after the device may be gone.
pub(super) fn with_context(f: impl FnOnce(&Context)) {
    STATE
        .try_with(|state| {
            if let Ok(state) = state.try_borrow()
                && let State::Ready(context) = &*state
            {
                f(context);
            }
        })
        .ok();
}

fn restart() -> Result<Rc<Context>> {
    let started = block_on(start()).and_then(|started| started);
    let (state, result) = match started {
        Ok(context) => {
            let context = Rc::new(context);
            (State::Ready(context.clone()), Ok(context))
        }
        Err(why) => {
            let error = Error::Runtime(format!("webgpu is not available: {why}"));
            (State::Unavailable(why), Err(error))
        }
    };
    // Swapped out before it drops: the old context's buffers look the state up.
    let old = STATE.with_borrow_mut(|current| std::mem::replace(current, state));
    drop(old);
    result
}

async fn start() -> Result<Context, String> {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
    let options = wgpu::RequestAdapterOptions {
        power_preference: wgpu::PowerPreference::HighPerformance,
        ..Default::default()
    };
    let adapter = instance
        .request_adapter(&options)
        .await
        .map_err(|_| "this browser offers no GPU adapter".to_owned())?;
    let limits = adapter.limits();
    let descriptor = wgpu::DeviceDescriptor { required_limits: limits.clone(), ..Default::default() };
    let (device, queue) = adapter.request_device(&descriptor).await.map_err(|error| error.to_string())?;
    let lost = Rc::new(RefCell::new(None));
    watch_loss(&device, &lost);
    let info = adapter.get_info();
    let numbers = device.create_buffer(&wgpu::BufferDescriptor {
        label: None,
        size: (MOST_PENDING * BLOCK_BYTES) as u64,
        usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    });
    Ok(Context {
        device,
        queue,
        name: if info.name.is_empty() { "WebGPU adapter".into() } else { info.name },
        limits,
        pipelines: Default::default(),
        pool: Default::default(),
        pending: Default::default(),
        numbers,
        submission: Cell::new(1),
        stats: Cell::default(),
        lost,
        generation: GENERATION.replace(GENERATION.get() + 1),
    })
}

fn watch_loss(device: &wgpu::Device, lost: &Rc<RefCell<Option<String>>>) {
    let lost = send_wrapper::SendWrapper::new(lost.clone());
    device.set_device_lost_callback(move |_, message| *lost.borrow_mut() = Some(message));
}

impl Context {
    pub fn stats(&self) -> Stats {
        self.stats.get()
    }
    fn count(&self, change: impl FnOnce(&mut Stats)) {
        let mut stats = self.stats.get();
        change(&mut stats);
        self.stats.set(stats);
    }
    /// Bytes in use and bytes held in all, free ones included.
    pub fn memory(&self) -> (u64, u64) {
        let pool = self.pool.borrow();
        (pool.used, pool.allocated)
    }
    pub fn empty_cache(&self) {
        self.pool.borrow_mut().clear();
    }

    fn check(&self) -> Result<()> {
        match &*self.lost.borrow() {
            Some(why) => Err(Error::Device(format!(
                "the WebGPU device was lost ({why}): tensors on it are gone. Run the cells that made them again; the \
                 next use of \"webgpu\" starts a new device"
            ))),
            None => Ok(()),
        }
    }

    /// A buffer to be written by a kernel.
    pub fn allocate(&self, values: usize) -> Result<Rc<GpuBuffer>> {
        self.buffer(values as u64 * 4, None)
    }

    fn buffer(&self, bytes: u64, before: Option<u64>) -> Result<Rc<GpuBuffer>> {
        self.check()?;
        if bytes > self.limits.max_storage_buffer_binding_size {
            return Err(Error::Runtime(format!(
                "webgpu: a tensor of {bytes} bytes does not fit a buffer of this device (at most {} bytes)",
                self.limits.max_storage_buffer_binding_size
            )));
        }
        use wgpu::BufferUsages as Usage;
        let create = |size| {
            self.device.create_buffer(&wgpu::BufferDescriptor {
                label: None,
                size,
                usage: Usage::STORAGE | Usage::COPY_SRC | Usage::COPY_DST,
                mapped_at_creation: false,
            })
        };
        let (buffer, is_new) = self.pool.borrow_mut().take(bytes, before, self.generation, create);
        self.count(|stats| stats.buffers_created += is_new as u64);
        Ok(buffer)
    }

    pub(super) fn recycle(&self, raw: &wgpu::Buffer, id: u64, last_used: u64, generation: u32) {
        if generation == self.generation {
            self.pool.borrow_mut().put(raw, id, last_used);
        }
    }

    /// A buffer with these bytes, a whole number of 4-byte values.
    pub fn upload(&self, bytes: &[u8]) -> Result<Rc<GpuBuffer>> {
        let buffer = self.buffer(bytes.len() as u64, Some(self.submission.get()))?;
        self.queue.write_buffer(&buffer.raw, 0, bytes);
        self.count(|stats| stats.bytes_uploaded += bytes.len() as u64);
        Ok(buffer)
    }

    /// Records one kernel. `wgsl` has an entry point `main` and binds `buffers` (with whether it writes them) in
    /// this order in group 0, then its block of `numbers` if there are any.
    pub fn dispatch(
        &self,
        wgsl: String,
        buffers: &[(&GpuBuffer, bool)],
        numbers: &[f32],
        groups: [u32; 3],
    ) -> Result<()> {
        self.check()?;
        let pipeline = self.pipeline(wgsl, buffers, !numbers.is_empty());
        let group = self.group(&pipeline, buffers, !numbers.is_empty());
        let mut pending = self.pending.borrow_mut();
        let offset = pending.numbers.len() as u32;
        if !numbers.is_empty() {
            pending.numbers.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
            pending.numbers.resize(offset as usize + BLOCK_BYTES, 0);
        }
        let encoder =
            pending.encoder.get_or_insert_with(|| self.device.create_command_encoder(&Default::default()));
        let mut pass = encoder.begin_compute_pass(&Default::default());
        pass.set_pipeline(&pipeline.raw);
        pass.set_bind_group(0, &group, if numbers.is_empty() { &[] } else { std::slice::from_ref(&offset) });
        pass.dispatch_workgroups(groups[0], groups[1], groups[2]);
        drop(pass);
        pending.dispatches += 1;
        let is_full = pending.dispatches >= MOST_PENDING;
        drop(pending);
        for (buffer, _) in buffers {
            buffer.last_used.set(self.submission.get());
        }
        self.count(|stats| stats.dispatches += 1);
        if is_full {
            self.submit();
        }
        Ok(())
    }

    fn pipeline(&self, wgsl: String, buffers: &[(&GpuBuffer, bool)], has_numbers: bool) -> Rc<Pipeline> {
        if let Some(pipeline) = self.pipelines.borrow().get(&wgsl) {
            return pipeline.clone();
        }
        let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: None,
            source: wgpu::ShaderSource::Wgsl(wgsl.as_str().into()),
        });
        let layout = self.group_layout(buffers, has_numbers);
        let pipeline_layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
            label: None,
            bind_group_layouts: &[Some(&layout)],
            ..Default::default()
        });
        let raw = self.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
            label: None,
            layout: Some(&pipeline_layout),
            module: &module,
            entry_point: Some("main"),
            compilation_options: Default::default(),
            cache: None,
        });
        let pipeline = Rc::new(Pipeline { raw, layout, groups: Default::default() });
        self.pipelines.borrow_mut().insert(wgsl, pipeline.clone());
        self.count(|stats| stats.pipelines_compiled += 1);
        pipeline
    }

    fn group_layout(&self, buffers: &[(&GpuBuffer, bool)], has_numbers: bool) -> wgpu::BindGroupLayout {
        let entry = |binding, ty, has_dynamic_offset| wgpu::BindGroupLayoutEntry {
            binding,
            visibility: wgpu::ShaderStages::COMPUTE,
            ty: wgpu::BindingType::Buffer { ty, has_dynamic_offset, min_binding_size: None },
            count: None,
        };
        let mut entries: Vec<wgpu::BindGroupLayoutEntry> = (0..)
            .zip(buffers)
            .map(|(at, (_, written))| {
                entry(at, wgpu::BufferBindingType::Storage { read_only: !written }, false)
            })
            .collect();
        if has_numbers {
            entries.push(entry(buffers.len() as u32, wgpu::BufferBindingType::Uniform, true));
        }
        self.device
            .create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor { label: None, entries: &entries })
    }

    /// A bind group for these buffers. Pooled buffers come back in the same roles step after step, so it is kept.
    fn group(
        &self,
        pipeline: &Pipeline,
        buffers: &[(&GpuBuffer, bool)],
        has_numbers: bool,
    ) -> wgpu::BindGroup {
        let key: Vec<u64> = buffers.iter().map(|(buffer, _)| buffer.id).collect();
        let mut known = pipeline.groups.borrow_mut();
        if known.len() > MOST_GROUPS_KEPT {
            known.clear();
        }
        known.entry(key).or_insert_with(|| self.bind(&pipeline.layout, buffers, has_numbers)).clone()
    }

    fn bind(
        &self,
        layout: &wgpu::BindGroupLayout,
        buffers: &[(&GpuBuffer, bool)],
        has_numbers: bool,
    ) -> wgpu::BindGroup {
        let mut entries: Vec<wgpu::BindGroupEntry> = (0..)
            .zip(buffers)
            .map(|(binding, (buffer, _))| wgpu::BindGroupEntry {
                binding,
                resource: buffer.raw.as_entire_binding(),
            })
            .collect();
        if has_numbers {
            let block = wgpu::BufferBinding {
                buffer: &self.numbers,
                offset: 0,
                size: std::num::NonZero::new(BLOCK_BYTES as u64),
            };
            let binding = buffers.len() as u32;
            entries.push(wgpu::BindGroupEntry { binding, resource: wgpu::BindingResource::Buffer(block) });
        }
        self.device.create_bind_group(&wgpu::BindGroupDescriptor { label: None, layout, entries: &entries })
    }

    /// Hands the recorded commands to the GPU.
    pub fn submit(&self) {
        let Pending { encoder, numbers, .. } = std::mem::take(&mut *self.pending.borrow_mut());
        if let Some(encoder) = encoder {
            // Uploads overtake recorded commands, and these are the ones that read the numbers.
            self.queue.write_buffer(&self.numbers, 0, &numbers);
            self.queue.submit([encoder.finish()]);
            self.submission.set(self.submission.get() + 1);
            self.count(|stats| stats.submissions += 1);
        }
    }

    /// The buffer's first `bytes`, once all that was recorded has run. Waits.
    pub fn read(&self, buffer: &GpuBuffer, bytes: usize) -> Result<Vec<u8>> {
        self.check()?;
        let staging = self.device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: bytes as u64,
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        self.pending
            .borrow_mut()
            .encoder
            .get_or_insert_with(|| self.device.create_command_encoder(&Default::default()))
            .copy_buffer_to_buffer(&buffer.raw, 0, &staging, 0, bytes as u64);
        self.submit();
        self.wait_until_mapped(&staging)?;
        let view = staging.slice(..).get_mapped_range().map_err(|error| Error::Device(error.to_string()))?;
        let values = view.to_vec();
        drop(view);
        staging.unmap();
        self.count(|stats| stats.bytes_read += bytes as u64);
        Ok(values)
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
        let mapped = block_on(receive).map_err(Error::Device)?;
        match mapped {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => self.check().and(Err(Error::Device(error.to_string()))),
            Err(_) => self.check().and(Err(Error::Device("the WebGPU device was lost".into()))),
        }
    }

    /// Loses the device as a driver reset would: for tests.
    pub fn destroy(&self) {
        self.device.destroy();
        *self.lost.borrow_mut() = Some("destroyed".into());
    }
}
