//! `Tensor.to` and its kin: other dtypes, other devices, numpy.

use kindling_core::{Device, Dtype, Tensor as Core, guarded, ops};
use rustpython_vm::{
    AsObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    function::{FuncArgs, OptionalArg},
    pyclass,
};

use super::{
    convert::tensor_to_python,
    dtype::{device_from, dtype_from},
    errors::OrRaise,
    overrides::{self, Called, answers, concerns},
    tensor::Tensor,
};

/// The tensor in another dtype; the very object where nothing changes and no copy is asked for.
pub(super) fn cast(tensor: PyObjectRef, dtype: Dtype, copy: bool, vm: &VirtualMachine) -> PyResult {
    let core = tensor.try_to_ref::<Tensor>(vm)?.get().clone();
    if core.dtype() == dtype && !copy {
        return Ok(tensor);
    }
    let cast =
        guarded("to", || if core.dtype() == dtype { ops::clone(&core) } else { ops::to_dtype(&core, dtype) });
    cast.or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

fn move_to(tensor: PyObjectRef, device: Device, vm: &VirtualMachine) -> PyResult {
    let core = tensor.try_to_ref::<Tensor>(vm)?.get().clone();
    if core.device() == device {
        return Ok(tensor);
    }
    moved(&core, device).or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

/// A copy on another device, in the graph: its gradient travels back.
pub(super) fn moved(tensor: &Core, device: Device) -> kindling_core::Result<Core> {
    let from = tensor.device();
    let output = tensor.to_device(device)?;
    Ok(kindling_core::autograd::record("ToCopyBackward0", &[tensor], &[], output, move |ctx| {
        Ok([Some(moved(ctx.grad(), from)?)].into_iter().collect())
    }))
}

/// What `Tensor.to` and `Module.to` are asked for.
#[derive(Default)]
pub(super) struct Target {
    pub dtype: Option<Dtype>,
    pub device: Option<Device>,
    pub copy: bool,
}

impl Target {
    /// Reads `(dtype)`, `(device, dtype)`, `(other)` and their keywords.
    ///
    /// # Errors
    /// For anything else.
    pub fn take(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let mut target = Target::default();
        if let Some(copy) = args.take_keyword("copy") {
            target.copy = copy.try_to_bool(vm)?;
        }
        for ignored in ["non_blocking", "memory_format"] {
            args.take_keyword(ignored);
        }
        let named = ["dtype", "device", "other", "tensor"].map(|name| args.take_keyword(name));
        for given in args.args.iter().chain(named.iter().flatten()) {
            target.read(given, vm)?;
        }
        match args.kwargs.into_iter().next() {
            Some((name, _)) => {
                Err(vm.new_type_error(format!("to() got an unexpected keyword argument '{name}'")))
            }
            None => Ok(target),
        }
    }

    fn read(&mut self, given: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        if let Some(other) = given.downcast_ref::<Tensor>() {
            self.dtype = Some(other.get().dtype());
            self.device = Some(other.get().device());
        } else if let Some(dtype) = dtype_from(given, vm) {
            self.dtype = Some(dtype);
        } else if let Some(device) = device_from(given, vm)? {
            self.device = Some(device);
        } else if given.class().is(vm.ctx.types.bool_type) {
            // non_blocking and copy, given by position: nothing here waits for a device.
        } else if !vm.is_none(given) {
            let name = given.class().name().to_string();
            return Err(vm.new_type_error(format!(
                "to() received an invalid combination of arguments - got ({name}), but expected a dtype, a device or \
                 a Tensor"
            )));
        }
        Ok(())
    }
}

#[pyclass]
pub(super) trait Conversions: PyPayload {
    /// The tensor in another dtype or on another device: to(dtype), to(device, dtype), to(other).
    #[pymethod]
    fn to(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if answers(zelf.as_object(), vm) || concerns(&args, vm) {
            let mut call = args.clone();
            call.prepend_arg(zelf.clone().into());
            if let Some(answer) = overrides::by_class(Called::Method("to"), &call, vm)? {
                return Ok(answer);
            }
        }
        let Target { dtype, device, copy } = Target::take(args, vm)?;
        let given: PyObjectRef = zelf.into();
        let (from, on) = {
            let core = given.try_to_ref::<Tensor>(vm)?.get();
            (core.dtype(), core.device())
        };
        let (dtype, device) = (dtype.unwrap_or(from), device.unwrap_or(on));
        // Where the GPU is the target it takes the values in the dtype asked for, which may be the only one it can.
        let tensor = match device {
            Device::Cpu => cast(move_to(given.clone(), device, vm)?, dtype, false, vm)?,
            Device::WebGpu => move_to(cast(given.clone(), dtype, false, vm)?, device, vm)?,
        };
        if copy && tensor.is(&given) { cast(tensor, dtype, true, vm) } else { Ok(tensor) }
    }
    /// The tensor in the dtype of another.
    #[pymethod]
    fn type_as(zelf: PyRef<Self>, other: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult {
        let dtype = other.get().dtype();
        cast(zelf.into(), dtype, false, vm)
    }
    #[pymethod]
    fn float(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Float32, false, vm)
    }
    #[pymethod]
    fn double(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Float64, false, vm)
    }
    #[pymethod]
    fn half(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Float16, false, vm)
    }
    #[pymethod]
    fn bfloat16(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Bfloat16, false, vm)
    }
    #[pymethod]
    fn long(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Int64, false, vm)
    }
    #[pymethod]
    fn int(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Int32, false, vm)
    }
    #[pymethod]
    fn short(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Int16, false, vm)
    }
    #[pymethod]
    fn char(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Int8, false, vm)
    }
    #[pymethod]
    fn byte(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Uint8, false, vm)
    }
    #[pymethod]
    fn bool(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        cast(zelf.into(), Dtype::Bool, false, vm)
    }
    /// The tensor on the CPU.
    #[pymethod]
    fn cpu(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        move_to(zelf.into(), Device::Cpu, vm)
    }
    #[pymethod]
    fn cuda(zelf: PyRef<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        // Which of several, and whether to wait for it, is nothing to ask where there is none.
        args.take_positional_keyword("device");
        args.take_positional_keyword("non_blocking");
        args.take_keyword("memory_format");
        if let Some(unknown) = args.kwargs.keys().next() {
            let unknown = unknown.to_string_lossy();
            return Err(vm.new_type_error(format!("cuda() got an unexpected keyword argument '{unknown}'")));
        }
        let name = vm.ctx.new_str("cuda");
        device_from(name.as_object(), vm)?;
        Ok(zelf.into())
    }
    #[pymethod]
    fn pin_memory(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }
    #[pymethod]
    fn share_memory_(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }
    /// The values as a numpy array that shares the tensor's memory.
    #[pymethod]
    fn numpy(zelf: PyRef<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let tensor: PyObjectRef = zelf.into();
        let force = args.get_optional_kwarg("force").is_some_and(|force| force.is(&vm.ctx.true_value));
        let core = tensor.try_to_ref::<Tensor>(vm)?.get().clone();
        if core.requires_grad() && !force {
            return Err(vm.new_runtime_error(
                "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
            ));
        }
        if core.device() != Device::Cpu && !force {
            return Err(vm.new_type_error(format!(
                "can't convert {} device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory \
                 first.",
                core.device()
            )));
        }
        if core.dtype() == Dtype::Bfloat16 {
            return Err(vm.new_type_error("Got unsupported ScalarType BFloat16"));
        }
        let values = tensor_to_python(core.to_device(Device::Cpu).or_raise(vm)?, vm);
        let numpy = vm.import("numpy", 0)?;
        vm.call_method(&numpy, "_from_tensor", (values,))
    }
    #[pymethod]
    fn __array__(zelf: PyRef<Self>, dtype: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let array = Self::numpy(zelf, FuncArgs::default(), vm)?;
        match dtype {
            OptionalArg::Present(dtype) if !vm.is_none(&dtype) => vm.call_method(&array, "astype", (dtype,)),
            _ => Ok(array),
        }
    }
}

impl Conversions for Tensor {}
