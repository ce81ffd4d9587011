//! Moving tensors between devices, and what operators need to know of where their tensors are.
//!
//! On the GPU float32 is `f32`, integers are `i32` (a value that does not fit is refused on the way there) and bools
//! are `bool`. float64 is refused, as PyTorch refuses it on MPS.

use super::{Device, Tensor};
use crate::{Result, bail};

impl Tensor {
    /// The values on `device`, outside the graph; shares storage where they already are.
    ///
    /// # Errors
    /// If there is no such device, it was lost, or it cannot hold the values.
    pub fn to_device(&self, device: Device) -> Result<Tensor> {
        match (self.device(), device) {
            (from, to) if from == to => Ok(self.detach()),
            #[cfg(feature = "webgpu")]
            (_, Device::Webgpu) => gpu::upload(self),
            #[cfg(feature = "webgpu")]
            (_, Device::Cpu) => gpu::download(self),
            #[cfg(not(feature = "webgpu"))]
            _ => bail!(Runtime, "webgpu is not available: this build of Kindling has no GPU support"),
        }
    }
}

/// The device that operands share. A 0-d tensor on the CPU goes with any device, as in PyTorch.
///
/// # Errors
/// PyTorch's, where they are on several.
pub fn common_device<'a>(tensors: impl IntoIterator<Item = &'a Tensor> + Clone) -> Result<Device> {
    let counts = |tensor: &&Tensor| tensor.ndim() > 0 || tensor.device() != Device::Cpu;
    let Some(first) = tensors.clone().into_iter().find(counts) else { return Ok(Device::Cpu) };
    match tensors.into_iter().filter(counts).find(|tensor| tensor.device() != first.device()) {
        None => Ok(first.device()),
        Some(other) => bail!(
            Runtime,
            "Expected all tensors to be on the same device, but found at least two devices, {} and {}!",
            first.device(),
            other.device()
        ),
    }
}

#[cfg(feature = "webgpu")]
pub(crate) mod gpu {
    //! Tensors as expressions of the GPU and back.

    use crate::{
        Dtype, Result, Tensor, bail,
        tensor::{Layout, Storage, dtype::Kind},
        webgpu::{Expr, GpuType, Value},
    };

    /// How a dtype is kept on the GPU. Wider floats occur only within operators, which ask for more precision than
    /// there is.
    pub fn gpu_type(dtype: Dtype) -> GpuType {
        match dtype.kind() {
            Kind::Float => GpuType::F32,
            Kind::Integer => GpuType::I32,
            Kind::Bool => GpuType::Bool,
        }
    }

    /// # Errors
    /// For floats other than float32: tensors of theirs cannot be on the GPU.
    pub fn check_dtype(dtype: Dtype) -> Result<()> {
        if dtype.is_float() && dtype != Dtype::Float32 {
            bail!(
                Type,
                "Cannot convert a webgpu Tensor to {} dtype as the webgpu device doesn't support {}. Please use \
                 float32 instead.",
                dtype.name(),
                dtype.name()
            );
        }
        Ok(())
    }

    /// A contiguous tensor of these row-major values.
    pub fn wrap(value: Value, dtype: Dtype) -> Tensor {
        let layout = Layout::contiguous(&value.shape);
        Tensor::from_parts(Storage::on_gpu(dtype, value), layout)
    }

    /// The tensor's values as an expression; a 0-d CPU tensor is a number in it.
    pub fn expr(tensor: &Tensor) -> Value {
        match tensor.storage().gpu_value() {
            Some(value) => Expr::view(&value, tensor.layout()),
            None => {
                let number = tensor.value_at(tensor.storage_offset()).to_f64();
                Expr::constant(number, tensor.shape(), gpu_type(tensor.dtype()))
            }
        }
    }

    pub fn upload(tensor: &Tensor) -> Result<Tensor> {
        check_dtype(tensor.dtype())?;
        let kind = gpu_type(tensor.dtype());
        let bytes: Vec<u8> = match kind {
            GpuType::F32 => tensor.gather::<f32>().iter().flat_map(|value| value.to_le_bytes()).collect(),
            _ => integers(tensor)?.iter().flat_map(|value| value.to_le_bytes()).collect(),
        };
        Ok(wrap(Expr::upload(&bytes, tensor.shape(), kind)?, tensor.dtype()))
    }

    fn integers(tensor: &Tensor) -> Result<Vec<i32>> {
        let fit = |value: i64| match i32::try_from(value) {
            Ok(value) => Ok(value),
            Err(_) => bail!(Runtime, "webgpu: {value} does not fit the 32-bit integers of the GPU"),
        };
        tensor.to_vec::<i64>().into_iter().map(fit).collect()
    }

    pub fn download(tensor: &Tensor) -> Result<Tensor> {
        let bytes = expr(tensor).read()?;
        let words = bytes.chunks_exact(4).map(|word| [word[0], word[1], word[2], word[3]]);
        let shape = tensor.shape();
        Ok(match gpu_type(tensor.dtype()) {
            GpuType::F32 => Tensor::from_vec(words.map(f32::from_le_bytes).collect(), shape),
            _ => Tensor::from_vec(words.map(|word| i32::from_le_bytes(word) as i64).collect(), shape)
                .cast(tensor.dtype()),
        })
    }

    /// Writes `source` over the tensor's values: a new buffer in the same storage.
    pub fn write(target: &Tensor, source: &Tensor) {
        let whole = Layout::contiguous(&[target.storage().len()]);
        let value = expr(&source.cast(target.dtype()).with_expanded(target.shape()));
        let is_whole = target.is_contiguous() && target.numel() == target.storage().len();
        let updated = if is_whole {
            Expr::view(&value, &whole)
        } else {
            let old = target.storage().gpu_value().map(|old| Expr::view(&old, &whole));
            old.map_or(value.clone(), |old| Expr::overwrite(&old, &value, target.layout()))
        };
        target.storage().set_gpu_value(updated);
    }

    /// The values as another dtype.
    pub fn cast(tensor: &Tensor, dtype: Dtype) -> Tensor {
        let (from, to) = (gpu_type(tensor.dtype()), gpu_type(dtype));
        let value = expr(tensor);
        let text = match (from, to) {
            (from, to) if from == to => return wrap(value, dtype),
            (GpuType::Bool, GpuType::F32) => "select(0.0, 1.0, a)",
            (GpuType::Bool, _) => "select(0, 1, a)",
            (GpuType::F32, GpuType::Bool) => "a != 0.0",
            (_, GpuType::Bool) => "a != 0",
            (_, GpuType::F32) => "f32(a)",
            (_, GpuType::I32) => "i32(a)",
        };
        wrap(Expr::apply(text, &[&value], tensor.shape(), to), dtype)
    }

    /// `wgsl` of the operands, brought to `dtype` and broadcast to `shape`, as a tensor of dtype `out`.
    pub fn apply(
        wgsl: &'static str,
        operands: &[&Tensor],
        dtype: Dtype,
        shape: &[usize],
        out: Dtype,
    ) -> Tensor {
        // A number on the CPU is cast there, before it becomes part of the expression.
        let values: Vec<Value> = operands.iter().map(|operand| expr(&operand.cast(dtype))).collect();
        let values: Vec<&Value> = values.iter().collect();
        wrap(Expr::apply(wgsl, &values, shape, gpu_type(out)), out)
    }
}
