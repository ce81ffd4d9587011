//! `torch.tensor` and its kin, and the keywords that factories share.
//!
//! What it is not: the reading of Python's numbers (`reading`) or the factories of the table (`zeros`, `arange`). Start
//! reading at [`Options`].

use kindling_core::{Device, Dtype, Tensor as Core, default_device, layout::Layout, tensor::Storage};
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, function::FuncArgs,
};

use super::{
    convert::tensor_to_python,
    dtype::{DeviceObject, device_from, dtype_from, dtype_object},
    errors::OrRaise,
    graph::require_float,
    overrides::{self, Called},
    reading::{from_python, is_array, whole_array},
    tensor::Tensor,
    warnings::{COPIES, warn},
};

/// What the reading of a complex number ends with.
const NO_COMPLEX: &str = "Could not infer dtype of complex";

/// The keywords that every factory takes.
#[derive(Default)]
pub(super) struct Options {
    pub dtype: Option<Dtype>,
    pub device: Option<Device>,
    requires_grad: bool,
    copy: bool,
}

impl Options {
    /// The data of a call of `function` and the options; `by_position` of these may come without their names.
    ///
    /// # Errors
    /// For other arguments, and options of a wrong type.
    pub fn take_with(
        mut args: FuncArgs,
        function: &str,
        by_position: usize,
        vm: &VirtualMachine,
    ) -> PyResult<(PyObjectRef, Self)> {
        let given = args.args.len();
        if given > by_position {
            let plural = if by_position == 1 { "" } else { "s" };
            return Err(vm.new_type_error(format!(
                "{function}() takes {by_position} positional argument{plural} but {given} were given"
            )));
        }
        let name = if function == "asarray" { "obj" } else { "data" };
        let Some(first) = args.take_positional_keyword(name) else {
            return Err(vm.new_type_error(format!(
                "{function}() missing 1 required positional arguments: \"{name}\""
            )));
        };
        let mut options = Options::default();
        let wrong = |keyword: &str, kind: &str, given: &PyObject| {
            vm.new_type_error(format!(
                "{function}(): argument '{keyword}' must be {kind}, not {}",
                given.class().name()
            ))
        };
        let dtype = args.take_positional_keyword("dtype");
        if let Some(given) = dtype.filter(|given| !vm.is_none(given)) {
            let dtype = dtype_from(&given, vm).ok_or_else(|| wrong("dtype", "torch.dtype", &given))?;
            options.dtype = Some(dtype);
        }
        if let Some(given) = args.take_positional_keyword("device").filter(|given| !vm.is_none(given)) {
            let device = device_from(&given, vm)?.ok_or_else(|| wrong("device", "torch.device", &given))?;
            options.device = Some(device);
        }
        let mut flag = |keyword: &str| match args.take_keyword(keyword) {
            Some(given) if given.class().is(vm.ctx.types.bool_type) => Ok(given.is(&vm.ctx.true_value)),
            Some(given) if !(keyword == "copy" && vm.is_none(&given)) => Err(wrong(keyword, "bool", &given)),
            _ => Ok(false),
        };
        options.requires_grad = flag("requires_grad")?;
        if function == "asarray" {
            options.copy = flag("copy")?;
        } else {
            // Memory of one kind is all there is, so that pinning it changes nothing.
            flag("pin_memory")?;
        }
        match args.kwargs.keys().next() {
            Some(keyword) => {
                Err(vm.new_type_error(format!("{function}() got an unexpected keyword argument '{keyword}'")))
            }
            None => Ok((first, options)),
        }
    }

    /// The very tensor, or the array's, where nothing has to change.
    ///
    /// # Errors
    /// As the reading of the values.
    fn shared(self, values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if let Some(tensor) = values.downcast_ref::<Tensor>() {
            let core = tensor.get().clone();
            let dtype = self.dtype.unwrap_or(core.dtype());
            let device = self.device.unwrap_or(core.device());
            let target = (DeviceObject::of_kind(device), dtype_object(dtype));
            return vm.call_method(&values, "to", target);
        }
        if let Some(tensor) = whole_array(&values, vm)? {
            let dtype = self.dtype.unwrap_or(tensor.dtype());
            return self.finish(tensor.cast(dtype).or_raise(vm)?, vm);
        }
        let tensor = from_python(&values, self.dtype, vm)?;
        self.finish(tensor, vm)
    }

    /// Of complex numbers, which are two tensors that Python keeps together.
    ///
    /// # Errors
    /// As the reading of the values.
    fn complex(self, values: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let device = DeviceObject::of_tensor(self.device.unwrap_or_else(default_device));
        let mut args = FuncArgs::from(vec![values]);
        args.kwargs.insert("device".into(), device.into_pyobject(vm));
        args.kwargs.insert("requires_grad".into(), vm.ctx.new_bool(self.requires_grad).into());
        vm.import("torch._complex", 0)?;
        let module = vm.import("torch", 0)?.get_attr("_complex", vm)?;
        module.get_attr("tensor", vm)?.call(args, vm)
    }

    pub fn finish(self, tensor: Core, vm: &VirtualMachine) -> PyResult {
        let device = self.device.unwrap_or_else(default_device);
        let mut tensor = tensor.to_device(device).or_raise(vm)?;
        if self.requires_grad {
            require_float(&tensor, vm)?;
            tensor.autograd_mut().set_requires_grad(true);
        }
        Ok(tensor_to_python(tensor, vm))
    }
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use rustpython_vm::{
        AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
        builtins::{PyBytes, PyStrRef},
        function::FuncArgs,
    };

    use super::{
        COPIES, Called, Core, Device, Layout, NO_COMPLEX, Options, OrRaise, Storage, Tensor, dtype_from,
        from_python, is_array, overrides, tensor_to_python, warn, whole_array,
    };

    /// A new tensor of the given numbers: a number, nested lists, another tensor or a numpy array.
    #[pyfunction]
    fn tensor(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = overrides::by_class(Called::Function("tensor"), &args, vm)? {
            return Ok(answer);
        }
        let (values, options) = Options::take_with(args, "tensor", 1, vm)?;
        if values.downcastable::<Tensor>() {
            warn(COPIES, vm)?;
        }
        match from_python(&values, options.dtype, vm) {
            Ok(tensor) => options.finish(tensor, vm),
            Err(error)
                if options.dtype.is_none() && error.as_object().str(vm)?.to_string_lossy() == NO_COMPLEX =>
            {
                options.complex(values, vm)
            }
            Err(error) => Err(error),
        }
    }

    /// As `tensor`, but without a copy where the data already is a tensor or a numpy array.
    #[pyfunction]
    fn as_tensor(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if let Some(answer) = overrides::by_class(Called::Function("as_tensor"), &args, vm)? {
            return Ok(answer);
        }
        let (values, options) = Options::take_with(args, "as_tensor", 3, vm)?;
        options.shared(values, vm)
    }

    /// As `as_tensor`, with a copy where one is asked for.
    #[pyfunction]
    fn asarray(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (values, options) = Options::take_with(args, "asarray", 1, vm)?;
        if options.copy {
            let tensor = from_python(&values, options.dtype, vm)?;
            return options.finish(tensor, vm);
        }
        options.shared(values, vm)
    }

    /// Warns of `message` where the student's code is.
    #[pyfunction]
    fn _warn(message: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        warn(&message.to_string_lossy(), vm)
    }

    /// A tensor that shares a numpy array's memory.
    #[pyfunction]
    fn from_numpy(array: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let found = if is_array(&array, vm)? { whole_array(&array, vm)? } else { None };
        match found {
            Some(tensor) => Ok(tensor_to_python(tensor, vm)),
            None => {
                let name = super::super::convert::type_name(&array, vm);
                Err(vm.new_type_error(format!("expected np.ndarray (got {name})")))
            }
        }
    }

    /// The values that lie in bytes, the lowest byte of each first, as a tensor of one dimension.
    #[pyfunction]
    fn _from_bytes(bytes: PyObjectRef, dtype: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let dtype = dtype_from(&dtype, vm).ok_or_else(|| vm.new_type_error("not a dtype"))?;
        let storage = bytes.try_bytes_like(vm, |bytes| Storage::from_le_bytes(dtype, bytes))?;
        let layout = Layout::contiguous(&[storage.len()]);
        Ok(tensor_to_python(Core::from_parts(storage, layout), vm))
    }

    /// The bytes of a tensor's values, as they lie one after the other.
    #[pyfunction]
    fn _to_bytes(tensor: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult<PyBytes> {
        let here = tensor.get().to_device(Device::Cpu).and_then(|tensor| tensor.copy()).or_raise(vm)?;
        here.storage().to_le_bytes().map(PyBytes::from).or_raise(vm)
    }

    /// Whether the object is a tensor.
    #[pyfunction]
    fn is_tensor(object: PyObjectRef) -> bool {
        object.downcastable::<Tensor>()
    }
}
