//! The device: how it starts, its buffers, its compiled kernels, its commands, and waiting for it.
//!
//! What it is not: what kernels compute (see [`super::kernel`]). `absent.rs` stands in for it where the program is built
//! without the feature `webgpu`. Start reading at [`Gpu`], then `queue`.

mod block;
mod buffer;
mod gpu;
#[cfg(target_arch = "wasm32")]
mod nudge;
mod pipeline;
mod queue;

pub use block::set_can_wait;
pub(super) use buffer::GpuBuffer;
pub(super) use gpu::Gpu;
pub(crate) use gpu::gpu;
pub use gpu::{
    Memory, Stats, Status, destroy, device_name, empty_cache, is_available, memory, probe, stats, status,
    synchronize, treat_as_hardware, unavailable_reason,
};
