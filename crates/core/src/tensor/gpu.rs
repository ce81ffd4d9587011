//! Tensors as values of the GPU and back.
//!
//! On the GPU float32 is `f32`, integers are `i32` (a value that does not fit is refused on the way there) and bools
//! are `bool`. float64 is refused, as PyTorch refuses it on MPS.

use super::{Device, Dtype, Layout, Scalar, Storage, Tensor, dtype::Kind};
use crate::{
    Result, bail,
    webgpu::{self, Expr, GpuType, GpuValue},
};

/// How a dtype is kept on the GPU. Wider floats occur only within operators, which ask for more precision than there
/// is.
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
        let name = dtype.name();
        bail!(
            Type,
            "Cannot convert a WebGPU Tensor to {name} dtype as the WebGPU framework doesn't support {name}. Please use \
             float32 instead."
        );
    }
    Ok(())
}

/// A contiguous tensor of these row-major values.
pub fn wrap(value: GpuValue, dtype: Dtype) -> Tensor {
    let layout = Layout::contiguous(&value.shape);
    Tensor::from_parts(Storage::new_on_gpu(dtype, value), layout)
}

/// As [`wrap`], in another shape of as many values.
pub fn wrap_as(value: &GpuValue, shape: &[usize], dtype: Dtype) -> Tensor {
    wrap(Expr::view(value, &Layout::contiguous(shape)), dtype)
}

/// The tensor's values; a tensor on the CPU has one, which is a number here.
///
/// # Errors
/// `RuntimeError` for a number that the GPU's integers do not hold.
pub fn expr(tensor: &Tensor) -> Result<GpuValue> {
    match tensor.storage().gpu_value() {
        Some(value) => Ok(Expr::view(&value, tensor.layout())),
        None => number(tensor.value_at(tensor.storage_offset())?, tensor.shape(), tensor.dtype()),
    }
}

fn number(value: Scalar, shape: &[usize], dtype: Dtype) -> Result<GpuValue> {
    let value = match dtype.kind() {
        Kind::Float => value.to_f64(),
        Kind::Integer => f64::from(fit(value.to_i64())?),
        Kind::Bool => f64::from(u8::from(value.to_bool())),
    };
    Ok(Expr::constant(value, shape, gpu_type(dtype)))
}

/// # Errors
/// As [`expr`].
pub fn constant(shape: &[usize], value: Scalar, dtype: Dtype) -> Result<Tensor> {
    Ok(wrap(number(value, shape, dtype)?, dtype))
}

/// As [`constant`], for a caller who may have asked for what there is not.
pub fn filled(shape: &[usize], value: Scalar, dtype: Dtype) -> Result<Tensor> {
    check_dtype(dtype)?;
    webgpu::gpu()?;
    constant(shape, value, dtype)
}

fn fit(value: i64) -> Result<i32> {
    match i32::try_from(value) {
        Ok(value) => Ok(value),
        Err(_) => bail!(Runtime, "webgpu: {value} does not fit the 32-bit integers of the GPU"),
    }
}

pub fn upload(tensor: &Tensor) -> Result<Tensor> {
    check_dtype(tensor.dtype())?;
    webgpu::gpu()?;
    let kind = gpu_type(tensor.dtype());
    if tensor.numel() == 0 {
        return constant(tensor.shape(), Scalar::Int(0), tensor.dtype());
    }
    let bytes: Vec<u8> = match kind {
        GpuType::F32 => tensor.gather::<f32>()?.iter().flat_map(|value| value.to_le_bytes()).collect(),
        _ => {
            let values = tensor.to_vec::<i64>()?.into_iter().map(fit).collect::<Result<Vec<i32>>>()?;
            values.iter().flat_map(|value| value.to_le_bytes()).collect()
        }
    };
    Ok(wrap(Expr::upload(&bytes, tensor.shape(), kind)?, tensor.dtype()))
}

pub fn download(tensor: &Tensor) -> Result<Tensor> {
    let bytes = expr(tensor)?.read()?;
    let words = bytes.chunks_exact(4).map(|word| [word[0], word[1], word[2], word[3]]);
    let shape = tensor.shape();
    match gpu_type(tensor.dtype()) {
        GpuType::F32 => Tensor::from_vec(words.map(f32::from_le_bytes).collect(), shape).cast(tensor.dtype()),
        _ => {
            let values = words.map(|word| i64::from(i32::from_le_bytes(word))).collect();
            Tensor::from_vec::<i64>(values, shape).cast(tensor.dtype())
        }
    }
}

/// Writes `source` over the tensor's values, one or both of them being on the GPU.
///
/// # Errors
/// If a device is lost, or the GPU's integers do not hold a number.
pub fn write(target: &Tensor, source: &Tensor) -> Result<()> {
    match target.device() {
        Device::Cpu => target.write(&source.to_device(Device::Cpu)?),
        Device::WebGpu => write_here(target, source),
    }
}

/// Gives a tensor on the GPU other values, of its own shape and dtype. An in-place change.
pub fn replace(target: &Tensor, value: &GpuValue) {
    let whole = Layout::contiguous(&[target.storage().len()]);
    let is_whole = target.is_contiguous() && target.numel() == target.storage().len();
    let updated = match target.storage().gpu_value() {
        Some(_) if is_whole => value.clone(),
        Some(old) => Expr::overwrite(&Expr::view(&old, &whole), value, target.layout()),
        None => return,
    };
    target.storage().set_gpu_value(updated);
}

/// New values in the same storage, which is on the GPU.
fn write_here(target: &Tensor, source: &Tensor) -> Result<()> {
    let is_number = source.ndim() == 0 && source.device() == Device::Cpu;
    let source = source.cast(target.dtype())?;
    let source = if is_number { source } else { source.to_device(Device::WebGpu)? };
    replace(target, &expr(&source.broadcast(target.shape()))?);
    Ok(())
}

/// The values as another dtype. Integers smaller than 32 bits wrap.
///
/// # Errors
/// As [`expr`].
pub fn cast(tensor: &Tensor, dtype: Dtype) -> Result<Tensor> {
    let (from, to) = (gpu_type(tensor.dtype()), gpu_type(dtype));
    let value = expr(tensor)?;
    let text = match (from, to) {
        (GpuType::Bool, GpuType::F32) => "select(0.0, 1.0, a)",
        (GpuType::Bool, GpuType::I32) => "select(0, 1, a)",
        (GpuType::F32, GpuType::Bool) => "a != 0.0",
        (GpuType::I32, GpuType::Bool) => "a != 0",
        (GpuType::I32, GpuType::F32) => "f32(a)",
        (_, GpuType::I32) => match dtype {
            Dtype::Uint8 => "i32(a) & 255",
            Dtype::Int8 => "(i32(a) << 24u) >> 24u",
            Dtype::Int16 => "(i32(a) << 16u) >> 16u",
            _ if from == to => return Ok(wrap(value, dtype)),
            _ => "i32(a)",
        },
        (GpuType::F32, GpuType::F32) | (GpuType::Bool, GpuType::Bool) => return Ok(wrap(value, dtype)),
    };
    Ok(wrap(Expr::apply(text, &[&value], tensor.shape(), to), dtype))
}

/// `index`, of which a value below `low` or not below `high` is an error for who next waits for the GPU.
///
/// # Errors
/// As [`expr`].
pub fn checked(index: &Tensor, low: i64, high: usize) -> Result<Tensor> {
    Ok(wrap(Expr::checked(&expr(index)?, low, high as i64), index.dtype()))
}

/// 0, 1, 2, … as int64.
pub fn arange(count: usize) -> Tensor {
    wrap(Expr::iota(&[count]), Dtype::Int64)
}

/// The places in storage of all elements of a layout, in row-major order, as int64.
pub fn offsets(layout: &Layout) -> Tensor {
    let last = layout.shape.iter().zip(&layout.strides).map(|(size, stride)| size.saturating_sub(1) * stride);
    let span = layout.offset + last.sum::<usize>() + 1;
    wrap(Expr::view(&Expr::iota(&[span]), layout), Dtype::Int64)
}

/// `wgsl` of the operands, brought to `dtype` and broadcast to `shape`, as a tensor of dtype `out`.
///
/// # Errors
/// As [`expr`].
pub fn apply(
    wgsl: &'static str,
    operands: &[&Tensor],
    dtype: Dtype,
    shape: &[usize],
    out: Dtype,
) -> Result<Tensor> {
    // A number on the CPU is cast there, before it becomes part of the expression.
    let values =
        operands.iter().map(|operand| expr(&operand.cast(dtype)?)).collect::<Result<Vec<GpuValue>>>()?;
    let values: Vec<&GpuValue> = values.iter().collect();
    Ok(wrap(Expr::apply(wgsl, &values, shape, gpu_type(out)), out))
}
