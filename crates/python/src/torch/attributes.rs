//! What a student sets on a tensor beyond what tensors have: `weight.note = "first layer"`.
//!
//! What it is not: tensors' own attributes ([`super::tensor`]). The dict is made when it is first needed, as most tensors
//! live for one operation. Start reading at [`Tensor::setattro`].

use std::cell::OnceCell;

use rustpython_vm::{
    AsObject, Py, PyObject, PyRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyDict, PyStr},
    function::PySetterValue,
    types::{GetAttr, SetAttr},
};

use super::tensor::Tensor;

/// By name; none until something is set.
#[derive(Debug, Default)]
pub(super) struct Attributes(OnceCell<PyRef<PyDict>>);

impl Attributes {
    fn dict(&self, vm: &VirtualMachine) -> &Py<PyDict> {
        self.0.get_or_init(|| vm.ctx.new_dict())
    }
}

/// The class has something of that name, which stands before what is set.
fn is_of_class(object: &PyObject, name: &Py<PyStr>, vm: &VirtualMachine) -> bool {
    object.class().get_attr(vm.ctx.intern_str(name.to_string_lossy().into_owned())).is_some()
}

/// PyTorch's tensors have their attributes from a class of C++, which the message names.
fn not_writable(error: PyBaseExceptionRef, name: &Py<PyStr>, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let is_read_only = error.fast_isinstance(vm.ctx.exceptions.attribute_error)
        && error.as_object().str(vm).is_ok_and(|text| text.to_string_lossy().ends_with("is not writable"));
    if !is_read_only {
        return error;
    }
    vm.new_attribute_error(format!("attribute '{name}' of 'torch._C.TensorBase' objects is not writable"))
}

impl GetAttr for Tensor {
    fn getattro(zelf: &Py<Self>, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
        if let Some(value) = zelf.as_object().generic_getattr_opt(name, None, vm)? {
            return Ok(value);
        }
        let attributes = zelf.attributes();
        if let Some(dict) = attributes.0.get()
            && let Some(value) = dict.get_item_opt(name, vm)?
        {
            return Ok(value);
        }
        if name.as_bytes() == b"__dict__" {
            return Ok(attributes.dict(vm).to_owned().into());
        }
        zelf.as_object().generic_getattr(name, vm)
    }
}

impl SetAttr for Tensor {
    fn setattro(
        zelf: &Py<Self>,
        name: &Py<PyStr>,
        value: PySetterValue,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let has_dict = zelf.as_object().dict().is_some();
        if has_dict || is_of_class(zelf.as_object(), name, vm) {
            let set = zelf.as_object().generic_setattr(name, value, vm);
            return set.map_err(|error| not_writable(error, name, vm));
        }
        match (value, zelf.attributes().0.get()) {
            (PySetterValue::Assign(value), _) => zelf.attributes().dict(vm).set_item(name, value, vm),
            (PySetterValue::Delete, Some(dict)) if dict.contains_key(name, vm) => dict.del_item(name, vm),
            (PySetterValue::Delete, _) => zelf.as_object().generic_setattr(name, PySetterValue::Delete, vm),
        }
    }
}
