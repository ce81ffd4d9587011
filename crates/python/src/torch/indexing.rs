//! `x[...]`: Python's keys as the core's indices, `len`, iteration and `in`.
//!
//! What it is not: what an index selects (`kindling_core::ops::Index`). Start reading at [`indices`].

use kindling_core::{
    Dtype, Scalar, Tensor as Core,
    ops::{self, Arg, Index, Operand},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBytes, PyInt, PyList, PyRange, PySlice, PyStr, PyTuple},
    protocol::{PyMappingMethods, PySequenceMethods},
    types::{AsMapping, AsSequence, PyComparisonOp},
};

use super::{
    arguments::sequence,
    convert::{TOO_BIG, type_name, view_to_python},
    dtype::tensor_type_name,
    errors::OrRaise,
    in_place::check_mode,
    numbers::operand,
    overrides::{self, Called, answers},
    reading::{array_tensor, from_python},
    tensor::{Tensor, truth},
};
use crate::scalars;

/// The parts of a key: a tuple's items, those of a list that stands for one, or the key itself.
pub(super) fn indices(key: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<Index>> {
    if let Some(parts) = key.downcast_ref::<PyTuple>() {
        return parts.as_slice().iter().map(|part| index(part, vm)).collect();
    }
    match key.downcast_ref::<PyList>() {
        Some(parts) if stands_for_tuple(&parts.borrow_vec(), vm) => {
            let parts = parts.borrow_vec().to_vec();
            parts.iter().map(|part| index(part, vm)).collect()
        }
        _ => Ok(vec![index(key, vm)?]),
    }
}

/// As numpy used to: a short list that holds anything but numbers is read as a tuple.
fn stands_for_tuple(parts: &[PyObjectRef], vm: &VirtualMachine) -> bool {
    parts.len() < 32
        && parts.iter().any(|part| {
            vm.is_none(part)
                || part.is(&vm.ctx.ellipsis)
                || part.downcastable::<PySlice>()
                || part.downcastable::<Tensor>()
                || sequence(part).is_some()
        })
}

fn index(part: &PyObject, vm: &VirtualMachine) -> PyResult<Index> {
    if vm.is_none(part) {
        return Ok(Index::None);
    }
    if part.is(&vm.ctx.ellipsis) {
        return Ok(Index::Ellipsis);
    }
    if part.class().is(vm.ctx.types.bool_type) {
        return Ok(Index::Tensor(Core::scalar(part.is(&vm.ctx.true_value).into(), Dtype::Bool)));
    }
    if let Some(int) = part.downcast_ref::<PyInt>() {
        return match int.try_to_primitive(vm) {
            Ok(int) => Ok(Index::Int(int)),
            Err(_) => Err(vm.new_value_error(TOO_BIG)),
        };
    }
    match scalars::value_of(part) {
        Some(Scalar::Int(int)) => return Ok(Index::Int(int)),
        Some(truth @ Scalar::Bool(_)) => return Ok(Index::Tensor(Core::scalar(truth, Dtype::Bool))),
        _ => {}
    }
    if let Some(slice) = part.downcast_ref::<PySlice>() {
        return Ok(Index::Slice {
            start: bound(slice.start.as_ref(), vm)?,
            stop: bound(Some(&slice.stop), vm)?,
            step: bound(slice.step.as_ref(), vm)?,
        });
    }
    if let Some(tensor) = part.downcast_ref::<Tensor>() {
        let tensor = tensor.get().clone();
        // A number of integer dtype selects as an int does; a 0-d bool is a mask.
        if tensor.ndim() == 0 && !tensor.dtype().is_float() && tensor.dtype() != Dtype::Bool {
            return Ok(Index::Int(tensor.item().or_raise(vm)?.to_i64()));
        }
        return Ok(Index::Tensor(tensor));
    }
    if let Some(tensor) = array_tensor(part, vm)? {
        return Ok(Index::Tensor(tensor));
    }
    if sequence(part).is_some()
        || part.downcastable::<PyRange>()
        || part.downcastable::<PyStr>()
        || part.downcastable::<PyBytes>()
    {
        let tensor = from_python(part, None, vm)?;
        // An empty list selects nothing.
        let tensor = if tensor.numel() == 0 { tensor.cast(Dtype::Int64).or_raise(vm)? } else { tensor };
        return Ok(Index::Tensor(tensor));
    }
    match part.try_index_opt(vm) {
        Some(int) => int?.try_to_primitive(vm).map(Index::Int),
        None => Err(vm.new_index_error(format!(
            "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got {})",
            part.class().name()
        ))),
    }
}

fn bound(object: Option<&PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<i64>> {
    match object {
        Some(object) if !vm.is_none(object) => match object.try_index_opt(vm) {
            Some(int) => int?.try_to_primitive(vm).map(Some),
            None => {
                Err(vm.new_type_error("slice indices must be integers or None or have an __index__ method"))
            }
        },
        _ => Ok(None),
    }
}

fn get_item(tensor: &Py<Tensor>, key: &PyObject, vm: &VirtualMachine) -> PyResult {
    if answers(tensor.as_object(), vm)
        && let Some(answer) =
            overrides::by_operands(Called::Method("__getitem__"), &[tensor.as_object(), key], vm)?
    {
        return Ok(answer);
    }
    let indices = indices(key, vm)?;
    let core = tensor.get().clone();
    ops::index(&core, &indices).or_raise(vm).map(|found| view_to_python(found, tensor, vm))
}

pub(super) fn set_item(
    tensor: &Py<Tensor>,
    key: &PyObject,
    value: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(value) = value else {
        return Err(vm.new_type_error("Tensor does not support deleting items"));
    };
    let indices = indices(key, vm)?;
    let dtype = tensor.get().dtype();
    let given = operand(&value, vm)?;
    let value = match &given {
        Some(Arg::Scalar(value)) => {
            kindling_core::tensor::limits::fill_check(*value, dtype).or_raise(vm)?;
            Operand::Scalar(*value)
        }
        Some(Arg::Tensor(value)) => Operand::Tensor(value),
        _ => {
            let name = type_name(&value, vm);
            return Err(vm.new_type_error(format!("can't assign a {name} to a {}", tensor_type_name(dtype))));
        }
    };
    let mut target = tensor.get().clone();
    check_mode(&target).or_raise(vm)?;
    ops::index_assign(&mut target, &indices, value).or_raise(vm)?;
    tensor.set(target);
    Ok(())
}

fn length(tensor: &Py<Tensor>, vm: &VirtualMachine) -> PyResult<usize> {
    match tensor.get().shape().first() {
        Some(size) => Ok(*size),
        None => Err(vm.new_type_error("len() of a 0-d tensor")),
    }
}

impl AsMapping for Tensor {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| length(Tensor::mapping_downcast(mapping), vm)),
            subscript: Some(|mapping, key, vm| get_item(Tensor::mapping_downcast(mapping), key, vm)),
            ass_subscript: Some(|mapping, key, value, vm| {
                set_item(Tensor::mapping_downcast(mapping), key, value, vm)
            }),
        };
        &METHODS
    }
}

/// `value in tensor`: whether any element is equal.
fn contains(tensor: &PyObject, value: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let equal = tensor.to_owned().rich_compare(value.to_owned(), PyComparisonOp::Eq, vm)?;
    match equal.downcast_ref::<Tensor>() {
        Some(equal) => {
            let any = ops::any(&equal.get(), &[], false).or_raise(vm)?;
            truth(&any, vm)
        }
        None => Err(vm.new_runtime_error(format!(
            "Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class '{}'>.",
            type_name(value, vm)
        ))),
    }
}

impl AsSequence for Tensor {
    fn as_sequence() -> &'static PySequenceMethods {
        static METHODS: PySequenceMethods = PySequenceMethods {
            length: Some(|sequence, vm| length(Tensor::sequence_downcast(sequence), vm)),
            contains: Some(|sequence, value, vm| {
                contains(Tensor::sequence_downcast(sequence).as_object(), value, vm)
            }),
            ..PySequenceMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}
