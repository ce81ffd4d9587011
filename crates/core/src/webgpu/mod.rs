//! The WebGPU device: buffers, compiled kernels, lazily fused expressions and readback.
//!
//! What it is not: any operator's arithmetic; operators bring their WGSL. Start reading at [`Expr`], which is what
//! a tensor on this device holds until its values are needed, then `device`.

#[cfg_attr(not(feature = "webgpu"), path = "absent.rs")]
mod device;
mod eliminate;
mod expr;
mod kernel;
mod library;
mod matmul;
mod reduce;
mod scatter;
mod text;
mod update;

pub(crate) use device::gpu;
#[cfg(feature = "webgpu")]
pub use device::{
    Memory, Stats, Status, destroy, device_name, empty_cache, is_available, memory, probe, set_can_wait,
    stats, status, synchronize, treat_as_hardware, unavailable_reason,
};
pub(crate) use eliminate::{Eliminated, eliminate};
pub(crate) use expr::{Expr, GpuType, GpuValue};
pub(crate) use matmul::matmul;
pub(crate) use reduce::{Fold, reduce, running};
pub(crate) use scatter::{Scatter, assemble, scatter};
pub(crate) use update::update;
