//! `torch.tensor`: numbers and nested lists of Python as tensors.
//!
//! What it is not: the factories of the table (`zeros`, `arange`). Start reading at [`from_python`].

use kindling_core::{
    Device, Dtype, Scalar, Tensor as Core, default_device, dispatch,
    tensor::{Dims, Element},
};
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyStr, function::FuncArgs};

use super::{
    arguments::sequence,
    convert::{scalar_from, tensor_to_python},
    dtype::{device_from, dtype_from},
    errors::OrRaise,
    graph::require_float,
    tensor::Tensor,
};

/// Values of a number, a tensor or nested sequences; `dtype` or what the values ask for.
///
/// # Errors
/// `ValueError` where lists of a level differ in length, `TypeError` where something is no number.
pub(super) fn from_python(object: &PyObject, dtype: Option<Dtype>, vm: &VirtualMachine) -> PyResult<Core> {
    if let Some(tensor) = object.downcast_ref::<Tensor>() {
        let tensor = tensor.get().clone();
        return tensor.copy().and_then(|copy| copy.cast(dtype.unwrap_or(tensor.dtype()))).or_raise(vm);
    }
    if let Some(tensor) = array_tensor(object, vm)? {
        return tensor.copy().and_then(|copy| copy.cast(dtype.unwrap_or(tensor.dtype()))).or_raise(vm);
    }
    if object.downcastable::<PyStr>() {
        return Err(vm.new_type_error("new(): invalid data type 'str'"));
    }
    let mut reading = Reading { shape: shape_of(object, vm)?, values: Vec::new(), highest: None, vm };
    reading.read(object, 0)?;
    let found = reading.highest.unwrap_or(Dtype::Float32);
    Ok(from_scalars(&reading.values, &reading.shape, dtype.unwrap_or(found)))
}

fn from_scalars(values: &[Scalar], shape: &[usize], dtype: Dtype) -> Core {
    dispatch!(dtype, T => {
        let values: Vec<T> = values.iter().map(|value| T::from_scalar(*value)).collect();
        Core::from_vec(values, shape)
    })
}

/// The tensor behind a numpy array.
pub(super) fn array_tensor(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Core>> {
    let Some(inner) = vm.get_attribute_opt(object, "_kindling_tensor")? else { return Ok(None) };
    Ok(inner.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone()))
}

/// The sizes as the first items tell them; the reading checks that the others agree.
fn shape_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Dims> {
    let mut shape = Dims::new();
    let mut object = object.to_owned();
    loop {
        if let Some(tensor) = object.downcast_ref::<Tensor>() {
            shape.extend(tensor.get().shape().iter().copied());
            return Ok(shape);
        }
        if let Some(tensor) = array_tensor(&object, vm)? {
            shape.extend(tensor.shape().iter().copied());
            return Ok(shape);
        }
        let Some(items) = items(&object, vm)? else { return Ok(shape) };
        shape.push(items.len());
        match items.into_iter().next() {
            Some(first) => object = first,
            None => return Ok(shape),
        }
    }
}

/// The items of a list, a tuple, a range; `None` for other objects.
fn items(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<PyObjectRef>>> {
    if let Some(items) = sequence(object) {
        return Ok(Some(items));
    }
    if object.downcastable::<rustpython_vm::builtins::PyRange>() {
        return object.try_to_value(vm).map(Some);
    }
    Ok(None)
}

/// A walk through nested sequences of a known shape.
struct Reading<'a> {
    shape: Dims,
    values: Vec<Scalar>,
    highest: Option<Dtype>,
    vm: &'a VirtualMachine,
}

impl Reading<'_> {
    fn read(&mut self, object: &PyObject, dim: usize) -> PyResult<()> {
        let vm = self.vm;
        if let Some(tensor) = object.downcast_ref::<Tensor>() {
            let tensor = tensor.get().clone();
            return self.read_tensor(&tensor);
        }
        if let Some(tensor) = array_tensor(object, vm)? {
            return self.read_tensor(&tensor);
        }
        if dim == self.shape.len() {
            return self.read_number(object);
        }
        let Some(items) = items(object, vm)? else {
            return Err(vm.new_type_error(format!("object of type '{}' has no len()", object.class().name())));
        };
        if items.len() != self.shape[dim] {
            return Err(vm.new_value_error(format!(
                "expected sequence of length {} at dim {dim} (got {})",
                self.shape[dim],
                items.len()
            )));
        }
        items.iter().try_for_each(|item| self.read(item, dim + 1))
    }

    fn read_tensor(&mut self, tensor: &Core) -> PyResult<()> {
        let tensor = tensor.to_device(Device::Cpu).or_raise(self.vm)?;
        self.saw(tensor.dtype());
        dispatch!(tensor.dtype(), T => {
            self.values.extend(tensor.gather::<T>().or_raise(self.vm)?.into_iter().map(Element::to_scalar));
        });
        Ok(())
    }

    fn read_number(&mut self, object: &PyObject) -> PyResult<()> {
        let vm = self.vm;
        if let Some(value) = scalar_from(object, vm)? {
            self.saw(value.dtype());
            self.values.push(value);
            return Ok(());
        }
        let name = object.class().name().to_string();
        if object.downcastable::<PyStr>() {
            return Err(vm.new_value_error("too many dimensions 'str'"));
        }
        if sequence(object).is_some() {
            return Err(vm.new_type_error(format!("must be real number, not {name}")));
        }
        Err(vm.new_runtime_error(format!("Could not infer dtype of {name}")))
    }

    fn saw(&mut self, dtype: Dtype) {
        self.highest = Some(self.highest.map_or(dtype, |highest| highest.promote(dtype)));
    }
}

/// The keywords that every factory takes.
#[derive(Default)]
pub(super) struct Options {
    pub dtype: Option<Dtype>,
    pub device: Option<Device>,
    requires_grad: bool,
}

impl Options {
    /// The first argument (by position or as `name`) and the options.
    ///
    /// # Errors
    /// For other arguments, and options of a wrong type.
    pub fn take_with(mut args: FuncArgs, name: &str, vm: &VirtualMachine) -> PyResult<(PyObjectRef, Self)> {
        let Some(first) = args.take_positional_keyword(name) else {
            return Err(
                vm.new_type_error(format!("tensor() missing 1 required positional arguments: \"{name}\""))
            );
        };
        let mut options = Options::default();
        let wrong = |keyword: &str, kind: &str, given: &PyObject| {
            vm.new_type_error(format!(
                "tensor(): argument '{keyword}' must be {kind}, not {}",
                given.class().name()
            ))
        };
        // as_tensor takes dtype and device by position too.
        let dtype = args.take_positional_keyword("dtype");
        if let Some(given) = dtype.filter(|given| !vm.is_none(given)) {
            let dtype = dtype_from(&given, vm).ok_or_else(|| wrong("dtype", "torch.dtype", &given))?;
            options.dtype = Some(dtype);
        }
        if let Some(given) = args.take_positional_keyword("device").filter(|given| !vm.is_none(given)) {
            let device = device_from(&given, vm)?.ok_or_else(|| wrong("device", "torch.device", &given))?;
            options.device = Some(device);
        }
        if let Some(given) = args.take_keyword("requires_grad") {
            options.requires_grad = given.try_to_bool(vm)?;
        }
        for ignored in ["pin_memory", "copy"] {
            args.take_keyword(ignored);
        }
        match args.check_kwargs_empty(vm) {
            Some(error) => Err(error),
            None => Ok((first, options)),
        }
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
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, function::FuncArgs};

    use super::{
        super::{
            dtype::{DeviceObject, dtype_object},
            errors::OrRaise,
        },
        Options, Tensor, array_tensor, from_python, tensor_to_python,
    };

    /// A new tensor of the given numbers: a number, nested lists, another tensor or a numpy array.
    #[pyfunction]
    fn tensor(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (values, options) = Options::take_with(args, "data", vm)?;
        let tensor = from_python(&values, options.dtype, vm)?;
        options.finish(tensor, vm)
    }

    /// As `tensor`, but without a copy where the data already is a tensor or a numpy array.
    #[pyfunction]
    fn as_tensor(args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (values, options) = Options::take_with(args, "data", vm)?;
        if let Some(tensor) = values.downcast_ref::<Tensor>() {
            let core = tensor.get().clone();
            let (dtype, device) =
                (options.dtype.unwrap_or(core.dtype()), options.device.unwrap_or(core.device()));
            return vm.call_method(&values, "to", (DeviceObject::of_kind(device), dtype_object(dtype)));
        }
        if let Some(tensor) = array_tensor(&values, vm)? {
            let dtype = options.dtype.unwrap_or(tensor.dtype());
            return options.finish(tensor.cast(dtype).or_raise(vm)?, vm);
        }
        let tensor = from_python(&values, options.dtype, vm)?;
        options.finish(tensor, vm)
    }

    /// A tensor that shares a numpy array's memory.
    #[pyfunction]
    fn from_numpy(array: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        match array_tensor(&array, vm)? {
            Some(tensor) => Ok(tensor_to_python(tensor, vm)),
            None => {
                let name = array.class().name().to_string();
                Err(vm.new_type_error(format!("expected np.ndarray (got {name})")))
            }
        }
    }

    /// Whether the object is a tensor.
    #[pyfunction]
    fn is_tensor(object: PyObjectRef) -> bool {
        object.downcastable::<Tensor>()
    }
}
