//! Tensors that compute and differentiate as PyTorch does, bit for bit where PyTorch promises bits.
//!
//! What it is not: Python. Nothing here knows an interpreter; `kindling-python` turns the table
//! [`ops::operators`] into functions and methods.
//!
//! In reading order: [`layout`] (shapes and strides), [`tensor`] (dtypes, storage, printing), [`ops`] (one file per
//! operator family: value, gradient, signature, doc), [`autograd`] (the graph), [`mod@backward`] (the pass
//! that walks it), [`random`] (the generator and its distributions), [`optim`] (update rules), `checkpoint` (`.pth`
//! files), `webgpu` (the GPU, with the feature of that name: tensors' values there, and the kernels made of operators'
//! WGSL). Each knows only those below it, an order that `tests/layers.rs` lists and holds.

pub mod autograd;
pub mod backward;
pub mod checkpoint;
mod error;
mod kernels;
pub mod layout;
pub mod ops;
pub mod optim;
pub mod random;
pub mod tensor;
pub mod webgpu;

pub use error::{Error, Foreign, Result};
/// For [`dispatch!`] in other crates.
#[doc(hidden)]
pub use half;
#[cfg(target_arch = "wasm32")]
pub use kernels::relaxed::load as fuse_products;
pub use tensor::{Device, Dtype, Scalar, Tensor, common_device, default_device, guarded, set_default_device};
