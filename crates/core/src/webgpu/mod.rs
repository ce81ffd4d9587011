//! The WebGPU device: buffers, compiled kernels, lazily fused expressions and readback.
//!
//! What it is not: any operator's arithmetic; operators bring their WGSL. Start reading at [`Expr`], which is what
//! a tensor on this device holds until its values are needed, then [`Context`].

mod block;
mod buffer;
mod context;
mod expr;
mod kernel;
mod matmul;
mod reduce;
mod text;

pub use buffer::GpuBuffer;
pub use context::{Context, Stats, context, unavailable_reason};
pub use expr::{Expr, GpuType, Value};
pub use matmul::matmul;
pub use reduce::{Reduction, reduce};
