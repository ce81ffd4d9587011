//! The devices: their names, moving tensors between them, and the guard against operators that know the CPU alone.

use std::cell::Cell;

use super::{Dtype, Layout, Scalar, Tensor};
use crate::{Error, Result, bail};

/// Where values live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Device {
    #[default]
    Cpu,
    WebGpu,
}

impl Device {
    /// The device that a string such as `cpu`, `webgpu` or `webgpu:0` names.
    pub fn from_name(name: &str) -> Option<Device> {
        match name.strip_suffix(":0").unwrap_or(name) {
            "cpu" => Some(Device::Cpu),
            "webgpu" => Some(Device::WebGpu),
            _ => None,
        }
    }
    /// Its kind, as `torch.device.type` says it.
    pub fn kind(self) -> &'static str {
        match self {
            Device::Cpu => "cpu",
            Device::WebGpu => "webgpu",
        }
    }
}

impl std::fmt::Display for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Device::Cpu => f.write_str("cpu"),
            Device::WebGpu => f.write_str("webgpu:0"),
        }
    }
}

thread_local! {
    static DEFAULT: Cell<Device> = const { Cell::new(Device::Cpu) };
}

/// Where factories put tensors unless told otherwise.
pub fn default_device() -> Device {
    DEFAULT.get()
}

/// `torch.set_default_device`.
pub fn set_default_device(device: Device) {
    DEFAULT.set(device);
}

/// `on_gpu!(device => expression)` returns the expression from the function if the device is the GPU.
macro_rules! on_gpu {
    ($device:expr => $body:expr) => {
        if $device == $crate::Device::WebGpu {
            return $body;
        }
    };
}
pub(crate) use on_gpu;

impl Tensor {
    /// The values on `device`, outside the graph; shares storage where they already are.
    ///
    /// # Errors
    /// If there is no such device, it was lost, or it cannot hold the values.
    pub fn to_device(&self, device: Device) -> Result<Tensor> {
        if device == self.device() {
            return Ok(self.detach());
        }
        match device {
            Device::Cpu => super::gpu::download(self),
            Device::WebGpu => super::gpu::upload(self),
        }
    }

    /// One value at every place, on `device`.
    ///
    /// # Errors
    /// If there is no such device, or it cannot hold the dtype.
    pub fn full_on(shape: &[usize], value: Scalar, dtype: Dtype, device: Device) -> Result<Tensor> {
        on_gpu!(device => super::gpu::filled(shape, value, dtype));
        Tensor::full(shape, value, dtype)?.to_device(device)
    }

    /// One value at every place of `shape`, with the dtype and on the device of this tensor.
    ///
    /// # Errors
    /// If there is not so much memory, or the device cannot hold the value.
    pub fn full_like(&self, shape: &[usize], value: Scalar) -> Result<Tensor> {
        on_gpu!(self.device() => super::gpu::constant(shape, value, self.dtype()));
        Tensor::full(shape, value, self.dtype())
    }

    /// The tensor seen as broadcast to `shape`, outside the graph.
    pub fn broadcast(&self, shape: &[usize]) -> Tensor {
        self.with_layout(Layout::expand(self.layout(), shape))
    }
}

/// The device that operands share. A 0-d tensor on the CPU goes with any device, as in PyTorch.
///
/// # Errors
/// PyTorch's, where they are on several.
pub fn common_device(tensors: &[&Tensor]) -> Result<Device> {
    if let Some(on_gpu) = tensors.iter().find(|tensor| tensor.device() == Device::WebGpu) {
        let stays = |tensor: &&&Tensor| tensor.device() == Device::Cpu && tensor.ndim() > 0;
        if let Some(other) = tensors.iter().find(stays) {
            let (first, second) = (on_gpu.device(), other.device());
            bail!(
                Runtime,
                "Expected all tensors to be on the same device, but found at least two devices, {first} and {second}!"
            );
        }
        return Ok(Device::WebGpu);
    }
    Ok(Device::Cpu)
}

/// Runs `call`, which does what `name` says. If it asks on the CPU for values that are on the GPU, it is an operator that
/// has no kernel there (yet).
///
/// # Errors
/// The call's, or that the operator is not implemented.
#[inline]
pub fn guarded<T>(name: &str, call: impl FnOnce() -> Result<T>) -> Result<T> {
    call().map_err(|error| if error == Error::NotOnCpu { not_on_gpu(name) } else { error })
}

/// The error for an operator without a kernel for the GPU.
pub(crate) fn not_on_gpu(name: &str) -> Error {
    Error::NotImplemented(format!(
        "The operator '{name}' is not currently implemented for the WebGPU device. Move its tensors to the CPU first: \
         x.cpu()"
    ))
}
