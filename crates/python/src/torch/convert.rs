//! Values between Python and the core: numbers, results, nested lists out of tensors.
//!
//! What it is not: the arguments of operators (`arguments`) or `torch.tensor` (`data`).

use kindling_core::{Scalar, Tensor as Core, ops::Value};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    builtins::{PyFloat, PyInt},
    convert::ToPyObject,
};

use super::{dtype::dtype_object, errors::OrRaise, size::sizes_to_python, tensor::Tensor};
use crate::scalars;

/// A number, Python's or numpy's; `None` for any other object.
///
/// # Errors
/// For an int that 64 bits cannot hold.
pub(super) fn scalar_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Scalar>> {
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return Ok(Some(Scalar::Float(float.to_f64())));
    }
    let Some(int) = object.downcast_ref::<PyInt>() else { return Ok(scalars::value_of(object)) };
    if object.class().is(vm.ctx.types.bool_type) {
        return Ok(Some(Scalar::Bool(object.is(&vm.ctx.true_value))));
    }
    match int.try_to_primitive::<i64>(vm) {
        Ok(value) => Ok(Some(Scalar::Int(value))),
        Err(_) => Err(vm.new_overflow_error("int too big to convert")),
    }
}

/// What PyTorch says of an int that 64 bits cannot hold, where it wants an integer.
pub(super) const TOO_BIG: &str = "Overflow when unpacking long long";

/// The name of an object's type as PyTorch's own messages write it: `numpy.ndarray`, `int`.
pub(super) fn type_name(object: &PyObject, vm: &VirtualMachine) -> String {
    let class = object.class();
    let name = class.name().to_string();
    let module = class.as_object().get_attr("__module__", vm).ok().and_then(|module| module.str(vm).ok());
    match module.map(|module| module.to_string()) {
        Some(module) if module == "numpy" => format!("numpy.{name}"),
        Some(module) if module == "torch" && ["dtype", "device", "Size"].contains(&&*name) => {
            format!("torch.{name}")
        }
        _ => name,
    }
}

pub(super) fn scalar_to_python(value: Scalar, vm: &VirtualMachine) -> PyObjectRef {
    match value {
        Scalar::Bool(value) => value.to_pyobject(vm),
        Scalar::Int(value) => vm.ctx.new_int(value).into(),
        Scalar::Float(value) => vm.ctx.new_float(value).into(),
    }
}

pub(super) fn tensor_to_python(tensor: Core, vm: &VirtualMachine) -> PyObjectRef {
    Tensor::new(tensor.begins_history()).into_pyobject(vm)
}

/// As [`tensor_to_python`], for what may be a view of `owner`.
pub(super) fn view_to_python(tensor: Core, owner: &Py<Tensor>, vm: &VirtualMachine) -> PyObjectRef {
    Tensor::new(tensor.begins_history()).with_base(owner).into_pyobject(vm)
}

fn of_owner(tensor: Core, owner: Option<&Py<Tensor>>, vm: &VirtualMachine) -> PyObjectRef {
    match owner {
        Some(owner) => view_to_python(tensor, owner, vm),
        None => tensor_to_python(tensor, vm),
    }
}

/// What an operator returned; `owner` is its first argument, of which tensors may be views.
pub(super) fn value_to_python(value: Value, owner: Option<&Py<Tensor>>, vm: &VirtualMachine) -> PyResult {
    Ok(match value {
        Value::None => vm.ctx.none(),
        Value::Tensor(tensor) => of_owner(tensor, owner, vm),
        Value::Tensors(tensors) => {
            let tensors = tensors.into_iter().map(|tensor| of_owner(tensor, owner, vm)).collect();
            vm.ctx.new_tuple(tensors).into()
        }
        Value::Named(name, fields) => return named_to_python(name, fields, vm),
        Value::Scalar(value) => scalar_to_python(value, vm),
        Value::Ints(sizes) => sizes_to_python(&sizes, vm),
        Value::Dtype(dtype) => dtype_object(dtype),
    })
}

/// A tuple with names, of the class that `torch.return_types` makes for the operator.
fn named_to_python(name: &'static str, fields: Vec<(&'static str, Core)>, vm: &VirtualMachine) -> PyResult {
    let (names, tensors): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let names = vm.ctx.new_tuple(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect());
    let values = vm.ctx.new_tuple(tensors.into_iter().map(|tensor| tensor_to_python(tensor, vm)).collect());
    let module = vm.import("torch.return_types", 0)?.get_attr("return_types", vm)?;
    vm.call_method(&module, "make", (vm.ctx.new_str(name), names, values))
}

/// `Tensor.tolist()`: nested lists of numbers, or one number.
pub(super) fn to_list(tensor: &Core, vm: &VirtualMachine) -> PyResult {
    let values = kindling_core::dispatch!(tensor.dtype(), T => {
        use kindling_core::tensor::Element;
        let values = tensor.gather::<T>().or_raise(vm)?.into_iter().map(|value| scalar_to_python(value.to_scalar(), vm));
        values.collect::<Vec<_>>()
    });
    Ok(nest(&mut values.into_iter(), tensor.shape(), vm))
}

fn nest(values: &mut impl Iterator<Item = PyObjectRef>, shape: &[usize], vm: &VirtualMachine) -> PyObjectRef {
    match shape {
        [] => values.next().unwrap_or_else(|| vm.ctx.none()),
        [size, inner @ ..] => {
            let items = (0..*size).map(|_| nest(values, inner, vm)).collect();
            vm.ctx.new_list(items).into()
        }
    }
}
