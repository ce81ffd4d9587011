//! The GPU against the CPU: every operator's values and gradients, training steps, memory, and the loss of the device.
//!
//! Runs on any Vulkan driver; Mesa's Lavapipe needs no GPU.

#[path = "webgpu/device.rs"]
mod device;
#[path = "webgpu/models.rs"]
mod models;
#[path = "webgpu/operators.rs"]
mod operators;
#[path = "webgpu/optimizers.rs"]
mod optimizers;
#[path = "webgpu/random.rs"]
mod random;
#[path = "webgpu/training.rs"]
mod training;
