//! The device: how it starts, how it is lost and replaced, and what may be asked of it from outside.
//!
//! What it is not: commands and buffers in use; those are in `queue`.

use std::{
    cell::{Cell, RefCell},
    mem::ManuallyDrop,
    rc::Rc,
    sync::{Arc, Mutex},
};

use super::{
    block::{block_on, check_can_wait},
    queue::Queue,
};
use crate::{Error, Result, webgpu::update};

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

/// Bytes of GPU memory: in tensors, and in all with what is kept for later ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    pub used: u64,
    pub allocated: u64,
}

/// A started device.
pub struct Gpu {
    pub(super) device: wgpu::Device,
    pub(super) queue: Queue,
    pub(super) limits: wgpu::Limits,
    name: String,
    /// Whether the adapter is a program on the processor: barriers are dear there, and caches are deep.
    is_software: bool,
    stats: Cell<Stats>,
    trouble: Arc<Trouble>,
    pub(super) generation: u32,
}

/// What the driver reported. Its callbacks may come from other threads.
#[derive(Default)]
struct Trouble {
    loss: Mutex<Option<String>>,
    fault: Mutex<Option<String>>,
}

enum Start {
    Untried,
    Ready(Rc<Gpu>),
    Unavailable(String),
}

thread_local! {
    /// Never dropped with its thread: the driver's own thread-locals may be gone before.
    static START: ManuallyDrop<RefCell<Start>> = const { ManuallyDrop::new(RefCell::new(Start::Untried)) };
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    static TREATS_AS_HARDWARE: Cell<bool> = const { Cell::new(false) };
}

/// The device, started on first use. A lost device is replaced by a new one.
///
/// # Errors
/// If this machine or browser has none.
pub(crate) fn gpu() -> Result<Rc<Gpu>> {
    let known = START.with(|state| match &*state.borrow() {
        Start::Ready(gpu) if gpu.loss().is_none() => Some(Ok(gpu.clone())),
        Start::Unavailable(why) => Some(Err(unavailable(why))),
        Start::Ready(_) | Start::Untried => None,
    });
    known.unwrap_or_else(restart)
}

fn unavailable(why: &str) -> Error {
    Error::Runtime(format!("webgpu is not available: {why}"))
}

/// Runs `f` if a device is there: buffers are dropped after the device may be gone.
pub(super) fn with_gpu<T>(f: impl FnOnce(&Gpu) -> T) -> Option<T> {
    let ready = START.try_with(|state| match state.try_borrow().as_deref() {
        Ok(Start::Ready(gpu)) => Some(gpu.clone()),
        _ => None,
    });
    ready.ok().flatten().map(|gpu| f(&gpu))
}

fn restart() -> Result<Rc<Gpu>> {
    let (state, result) = match block_on(start()).and_then(|started| started) {
        Ok(gpu) => {
            let gpu = Rc::new(gpu);
            (Start::Ready(gpu.clone()), Ok(gpu))
        }
        // Where there was a device there may be one again: the next use tries.
        Err(why) if with_gpu(|_| ()).is_some() => return Err(unavailable(&why)),
        Err(why) => {
            let error = unavailable(&why);
            (Start::Unavailable(why), Err(error))
        }
    };
    // Swapped out before it drops: the old device's buffers look the state up.
    let old = START.with(|current| current.replace(state));
    drop(old);
    result
}

async fn adapter() -> Result<wgpu::Adapter, String> {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
    let options = wgpu::RequestAdapterOptions {
        power_preference: wgpu::PowerPreference::HighPerformance,
        ..Default::default()
    };
    instance.request_adapter(&options).await.map_err(|error| no_adapter(&error.to_string()))
}

/// In a browser, what the library says of a missing adapter is for those who made it.
fn no_adapter(error: &str) -> String {
    if cfg!(target_arch = "wasm32") {
        "no GPU adapter: this browser gives pages no GPU".into()
    } else {
        format!("no GPU adapter ({error})")
    }
}

fn name_of(adapter: &wgpu::Adapter) -> String {
    let name = adapter.get_info().name;
    if name.is_empty() { "WebGPU adapter".into() } else { name }
}

async fn start() -> Result<Gpu, String> {
    let adapter = adapter().await?;
    let limits = adapter.limits();
    let descriptor = wgpu::DeviceDescriptor { required_limits: limits.clone(), ..Default::default() };
    let (device, queue) = adapter.request_device(&descriptor).await.map_err(|error| error.to_string())?;
    let is_software = adapter.get_info().device_type == wgpu::DeviceType::Cpu && !TREATS_AS_HARDWARE.get();
    Ok(Gpu {
        trouble: watch(&device),
        queue: Queue::new(&device, queue),
        device,
        limits,
        name: name_of(&adapter),
        is_software,
        stats: Cell::default(),
        generation: GENERATION.replace(GENERATION.get() + 1),
    })
}

fn watch(device: &wgpu::Device) -> Arc<Trouble> {
    let trouble = Arc::new(Trouble::default());
    let lost = trouble.clone();
    device.set_device_lost_callback(move |_, message| {
        if let Ok(mut loss) = lost.loss.lock() {
            *loss = Some(if message.is_empty() { "no reason given".into() } else { message });
        }
    });
    let faulty = trouble.clone();
    device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
        if let Ok(mut fault) = faulty.fault.lock() {
            fault.get_or_insert_with(|| error.to_string());
        }
    }));
    trouble
}

impl Gpu {
    pub(in crate::webgpu) fn is_software(&self) -> bool {
        self.is_software
    }
    /// How many buffers a kernel may bind.
    pub(in crate::webgpu) fn most_buffers(&self) -> usize {
        self.limits.max_storage_buffers_per_shader_stage as usize
    }

    pub(super) fn count(&self, change: impl FnOnce(&mut Stats)) {
        let mut stats = self.stats.get();
        change(&mut stats);
        self.stats.set(stats);
    }

    fn loss(&self) -> Option<String> {
        self.trouble.loss.lock().ok().and_then(|loss| loss.clone())
    }

    /// # Errors
    /// If the device is lost, or the driver refused something since the last time.
    pub(super) fn check(&self) -> Result<()> {
        if let Some(why) = self.loss() {
            return Err(lost(&why));
        }
        match self.trouble.fault.lock().ok().and_then(|mut fault| fault.take()) {
            Some(fault) => Err(Error::Device(format!("webgpu: {fault}"))),
            None => Ok(()),
        }
    }

    /// # Errors
    /// If the buffer went with a device that is no more.
    pub(super) fn check_generation(&self, generation: u32) -> Result<()> {
        if generation == self.generation { Ok(()) } else { Err(lost("a new one has been started")) }
    }
}

fn lost(why: &str) -> Error {
    Error::Device(format!(
        "the WebGPU device was lost ({why}): the tensors on it are gone. Make them again; the next use of \"webgpu\" \
         starts a new device"
    ))
}

/// Whether there is a device; starts it.
pub fn is_available() -> bool {
    gpu().is_ok()
}

/// Why there is no device, if there is none; starts it if there is one.
pub fn unavailable_reason() -> Option<String> {
    gpu().err().map(|error| error.to_string())
}

/// The adapter's name.
///
/// # Errors
/// If there is no device.
pub fn device_name() -> Result<String> {
    Ok(gpu()?.name.clone())
}

/// What is known of the device, for who shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// There is an adapter of this name, and how much memory tensors take on it.
    Available { name: String, used: u64 },
    /// There is none, or it was lost; why.
    Unavailable(String),
}

/// Looks for an adapter, without starting a device.
pub async fn probe() -> Status {
    if let Err(why) = check_can_wait() {
        return Status::Unavailable(why);
    }
    match adapter().await {
        Ok(adapter) => Status::Available { name: name_of(&adapter), used: 0 },
        Err(why) => Status::Unavailable(why),
    }
}

/// What is known by now; `None` before anything asked for the device.
pub fn status() -> Option<Status> {
    START.with(|state| match &*state.borrow() {
        Start::Untried => None,
        Start::Unavailable(why) => Some(Status::Unavailable(why.clone())),
        Start::Ready(gpu) => Some(match gpu.loss() {
            None => Status::Available { name: gpu.name.clone(), used: gpu.queue.memory().used },
            Some(why) => {
                Status::Unavailable(format!("it was lost ({why}); the next use of \"webgpu\" starts it anew"))
            }
        }),
    })
}

/// What was done since the device started; zeros before.
pub fn stats() -> Stats {
    with_gpu(|gpu| gpu.stats.get()).unwrap_or_default()
}

/// How much memory is used and held.
pub fn memory() -> Memory {
    with_gpu(|gpu| gpu.queue.memory()).unwrap_or_default()
}

/// Gives the memory that no tensor uses back to the system.
pub fn empty_cache() {
    with_gpu(Gpu::release_free);
}

/// Waits until all that was asked for is done.
///
/// # Errors
/// If the device is lost, or refused something.
pub fn synchronize() -> Result<()> {
    update::flush()?;
    with_gpu(Gpu::finish).unwrap_or(Ok(()))
}

/// Has an adapter that is a program run the kernels for GPUs, from the next device on, so that tests reach them.
pub fn treat_as_hardware() {
    TREATS_AS_HARDWARE.set(true);
}

/// Loses the device as a driver's reset would.
pub fn destroy() {
    with_gpu(|gpu| {
        gpu.device.destroy();
        if let Ok(mut loss) = gpu.trouble.loss.lock() {
            loss.get_or_insert_with(|| "it was destroyed".into());
        }
    });
}
