//! What keys select in arrays: places, lines and parts of them natively. Start reading at [`item`].

use kindling_core::{
    Dtype,
    ops::{self, Index},
};
use rustpython_vm::{
    PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PySequenceIterator, PySlice, PyTuple},
    protocol::PyMappingMethods,
    types::{AsMapping, Iterable},
};

use super::{
    super::{
        indexing::{indices, set_item},
        tensor::Tensor,
    },
    Array, Family, looks,
};
use crate::scalars::{self, Number};

/// Whether a part of a key is a place, a part of a line without steps, or a new axis.
fn is_easy(part: &PyObject, vm: &VirtualMachine) -> bool {
    match part.downcast_ref::<PySlice>() {
        Some(slice) => slice.step.as_ref().is_none_or(|step| vm.is_none(step)),
        None => vm.is_none(part) || is_place(part, vm),
    }
}

fn is_place(part: &PyObject, vm: &VirtualMachine) -> bool {
    matches!(scalars::read(part, vm), Some(Number::Int(_) | Number::Whole(..)))
}

/// A key whose parts are all of a kind; `None` for others.
fn parts(
    key: &PyObject,
    is: fn(&PyObject, &VirtualMachine) -> bool,
    vm: &VirtualMachine,
) -> Option<Vec<Index>> {
    let are_all = match key.downcast_ref_if_exact::<PyTuple>(vm) {
        Some(parts) => parts.as_slice().iter().all(|part| is(part, vm)),
        None => is(key, vm),
    };
    are_all.then(|| indices(key, vm).ok())?
}

fn item(own: &PyObject, key: &PyObject, vm: &VirtualMachine) -> PyResult {
    let family = Family::of(own, vm)?;
    if let Some(core) = family.plain(own)
        && let Some(parts) = parts(key, is_easy, vm)
        && let Ok(found) = ops::index(&core, &parts)
    {
        return family.wrapped(found, Some(own), vm);
    }
    family.item.call((own.to_owned(), key.to_owned()), vm)
}

/// Whether a dtype takes the number as it is.
fn takes(dtype: Dtype, number: Number) -> bool {
    match number {
        Number::Int(_) | Number::Whole(..) => matches!(dtype, Dtype::Float64 | Dtype::Float32 | Dtype::Int64),
        Number::Float(_) | Number::Double(_) => matches!(dtype, Dtype::Float64 | Dtype::Float32),
        _ => false,
    }
}

fn put_item(own: &PyObject, key: &PyObject, value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
    let Some(value) = value else { return Err(vm.new_value_error("cannot delete array elements")) };
    let family = Family::of(own, vm)?;
    if let Some(array) = own.downcast_ref::<Array>() {
        array.check_writing("assignment destination", vm)?;
    }
    // Not borrowed while Python may run.
    let held = own.downcast_ref::<Array>().and_then(|array| array.tensor.borrow().clone());
    if let Some(array) = own.downcast_ref::<Array>()
        && array.backward.borrow().is_none()
        && let Some(core) = family.plain(own)
        && let Some(number) = scalars::read(&value, vm)
        && takes(core.dtype(), number)
        && parts(key, is_place, vm).is_some()
        && let Some(tensor) = held.as_ref().and_then(|tensor| tensor.downcast_ref::<Tensor>())
        && set_item(tensor, key, Some(value.clone()), vm).is_ok()
    {
        return Ok(());
    }
    family.set_item.call((own.to_owned(), key.to_owned(), value), vm).map(|_| ())
}

impl AsMapping for Array {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| match mapping.obj.downcast_ref::<Array>() {
                Some(own) => looks::len(own, vm),
                None => Err(vm.new_type_error("len() of what is no array")),
            }),
            subscript: Some(|mapping, key, vm| item(mapping.obj, key, vm)),
            ass_subscript: Some(|mapping, key, value, vm| put_item(mapping.obj, key, value, vm)),
        };
        &METHODS
    }
}

impl Iterable for Array {
    fn slot_iter(own: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let dims = own.downcast_ref::<Self>().and_then(|array| array.core()).map(|core| core.ndim());
        if dims == Some(0) {
            return Err(vm.new_type_error("iteration over a 0-d array"));
        }
        Ok(PySequenceIterator::new(own, vm)?.into_pyobject(vm))
    }

    fn iter(_own: PyRef<Self>, _vm: &VirtualMachine) -> PyResult {
        unreachable!("slot_iter answers")
    }
}
