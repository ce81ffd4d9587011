//! Loops over plain memory: what operators run on the CPU, without tensors, graph or dtypes' rules.

pub mod batch_norm;
pub mod convolve;
pub mod fused;
pub mod gemm;
pub mod lanes;
pub mod moments;
pub mod normalize;
pub mod normals;
pub mod pairwise;
pub mod places;
pub mod real;
pub mod recurrent;
#[cfg(target_arch = "wasm32")]
pub mod relaxed;
pub mod softmax;
pub mod sum;
pub mod transcendental;
