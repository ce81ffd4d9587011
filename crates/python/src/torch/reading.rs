//! Python's numbers and nested sequences as tensors: their sizes, the dtype they ask for, their values.
//!
//! What it is not: the functions that Python calls (`data`). Start reading at [`from_python`].

use kindling_core::{
    Device, Dtype, Scalar, Tensor as Core, dispatch,
    tensor::{Dims, Element, dtype::default_float},
};
use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBytes, PyDict, PyFloat, PyInt, PyStr},
};

use super::{arguments::sequence, convert::TOO_BIG, dtype::DtypeObject, errors::OrRaise, tensor::Tensor};
use crate::scalars;

/// Values of a number, a tensor or nested sequences; `dtype` or what the values ask for.
///
/// # Errors
/// `ValueError` where lists of a level differ in length, `TypeError` where something is no number, `RuntimeError` for
/// numbers that the dtype cannot hold.
pub(super) fn from_python(object: &PyObject, dtype: Option<Dtype>, vm: &VirtualMachine) -> PyResult<Core> {
    let given = match object.downcast_ref::<Tensor>() {
        Some(tensor) => Some(tensor.get().clone()),
        None => whole_array(object, vm)?,
    };
    if let Some(tensor) = given {
        return tensor.copy().and_then(|copy| copy.cast(dtype.unwrap_or(tensor.dtype()))).or_raise(vm);
    }
    refuse_text(object, vm)?;
    let shape = sizes(object, vm)?;
    let dtype = match dtype {
        Some(dtype) => dtype,
        None => asked_for(object, 0, vm)?,
    };
    let mut reading = Reading { values: Vec::new(), shape, dtype, vm };
    if reading.shape.iter().all(|size| *size > 0) {
        reading.read(object, 0)?;
    }
    Ok(dispatch!(dtype, T => {
        let values: Vec<T> = reading.values.iter().map(|value| T::from_scalar(*value)).collect();
        Core::from_vec(values, &reading.shape)
    }))
}

/// Whether it is a number of Python's or numpy's.
fn is_number(object: &PyObject) -> bool {
    object.downcastable::<PyFloat>() || object.downcastable::<PyInt>() || scalars::value_of(object).is_some()
}

/// The tensor behind a numpy array.
pub(super) fn array_tensor(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Core>> {
    if is_number(object) {
        return Ok(None);
    }
    let Some(inner) = vm.get_attribute_opt(object, "_kindling_tensor")? else { return Ok(None) };
    Ok(inner.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone()))
}

/// Whether it is an array itself, and not only something with the values of one.
pub(super) fn is_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    vm.get_attribute_opt(object, "_backward").map(|found| found.is_some())
}

/// As [`array_tensor`], of an array that is to become a tensor itself.
///
/// # Errors
/// `ValueError` for arrays that run backward, and for tables, whose items PyTorch looks for by number.
pub(super) fn whole_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Core>> {
    let tensor = array_tensor(object, vm)?;
    if tensor.is_none() {
        return Ok(None);
    }
    let Some(turned) = vm.get_attribute_opt(object, "_backward")? else {
        check_items(object, vm)?;
        return Ok(tensor);
    };
    if !vm.is_none(&turned) {
        return Err(vm.new_value_error(
            "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently \
             supported. (You can probably work around this by making a copy of your array  with array.copy().) ",
        ));
    }
    Ok(tensor)
}

/// That what is no array, but has the values of one, has a length and an item 0, as a `Series` with the label 0 has.
fn check_items(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let name = object.class().name().to_string();
    if !is_sequence(object, vm) {
        return Err(vm.new_runtime_error(format!("Could not infer dtype of {name}")));
    }
    object.length(vm)?;
    let is_frame = vm.get_attribute_opt(object, "columns")?.is_some();
    if is_frame || object.get_item(&0, vm).is_err() {
        return Err(vm.new_value_error(format!("could not determine the shape of object type '{name}'")));
    }
    Ok(())
}

fn refuse_text(object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if object.downcastable::<PyStr>() || object.downcastable::<PyBytes>() {
        let name = object.class().name().to_string();
        return Err(vm.new_type_error(format!("new(): invalid data type '{name}'")));
    }
    Ok(())
}

/// The items of a list, a tuple, a range, the rows of an array; `None` for other objects.
fn items(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<PyObjectRef>>> {
    if let Some(items) = sequence(object) {
        return Ok(Some(items));
    }
    if object.downcastable::<rustpython_vm::builtins::PyRange>() {
        return object.try_to_value(vm).map(Some);
    }
    match array_tensor(object, vm)? {
        Some(tensor) if tensor.ndim() == 0 => Err(vm.new_type_error("len() of unsized object")),
        Some(_) => vm.extract_elements_with(object, Ok).map(Some),
        None if is_sequence(object, vm) => vm.extract_elements_with(object, Ok).map(Some),
        None => Ok(None),
    }
}

/// Whether it has a length and items by number, as `deque` and a program's own sequences have.
fn is_sequence(object: &PyObject, vm: &VirtualMachine) -> bool {
    let has = |name: &'static str| object.class().has_attr(vm.ctx.intern_str(name));
    let is_other =
        object.downcastable::<PyDict>() || object.downcastable::<PyStr>() || object.downcastable::<PyBytes>();
    !is_other && has("__len__") && has("__getitem__")
}

/// The sizes as the first items tell them; the reading checks that the others agree.
fn sizes(object: &PyObject, vm: &VirtualMachine) -> PyResult<Dims> {
    let mut shape = Dims::new();
    let mut object = object.to_owned();
    while !object.downcastable::<Tensor>() {
        if object.downcastable::<PyStr>() && shape.len() == 1 {
            return Err(vm.new_value_error("too many dimensions 'str'"));
        }
        let Some(items) = items(&object, vm)? else { break };
        check_depth(shape.len(), &object, vm)?;
        shape.push(items.len());
        match items.into_iter().next() {
            Some(first) => object = first,
            None => break,
        }
    }
    Ok(shape)
}

/// PyTorch's tensors have no more dimensions; a list that contains itself has no end of them.
const MOST_DIMENSIONS: usize = 128;

fn check_depth(depth: usize, object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    if depth >= MOST_DIMENSIONS {
        return Err(vm.new_value_error(format!("too many dimensions '{}'", object.class().name())));
    }
    Ok(())
}

/// The lowest dtype that holds everything, so many lists deep.
fn asked_for(object: &PyObject, depth: usize, vm: &VirtualMachine) -> PyResult<Dtype> {
    if let Some(dtype) = own_dtype(object, vm)? {
        return Ok(dtype);
    }
    refuse_text(object, vm)?;
    let Some(items) = items(object, vm)? else {
        let name = object.class().name().to_string();
        return Err(vm.new_runtime_error(format!("Could not infer dtype of {name}")));
    };
    check_depth(depth, object, vm)?;
    let mut highest = None;
    for item in items {
        let dtype = asked_for(&item, depth + 1, vm)?;
        highest = Some(highest.map_or(dtype, |highest: Dtype| highest.promote(dtype)));
    }
    Ok(highest.unwrap_or_else(default_float))
}

/// The dtype of a number, a tensor or an array.
fn own_dtype(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Dtype>> {
    if let Some(tensor) = object.downcast_ref::<Tensor>() {
        return Ok(Some(tensor.get().dtype()));
    }
    let types = &vm.ctx.types;
    let class = object.class();
    for (python, dtype) in
        [(types.float_type, default_float()), (types.int_type, Dtype::Int64), (types.bool_type, Dtype::Bool)]
    {
        if class.is(python) {
            return Ok(Some(dtype));
        }
    }
    if let Some(tensor) = array_tensor(object, vm)? {
        return Ok(Some(tensor.dtype()));
    }
    // The scalars of numpy say it themselves; other classes derived from Python's numbers count as those.
    if let Some(kind) = vm.get_attribute_opt(object, "_kindling_dtype")? {
        return Ok(kind.downcast_ref::<DtypeObject>().map(|kind| kind.0));
    }
    let is_float = object.downcastable::<PyFloat>().then(default_float);
    Ok(is_float.or(object.downcastable::<PyInt>().then_some(Dtype::Int64)))
}

/// A walk through nested sequences of a known shape.
struct Reading<'a> {
    values: Vec<Scalar>,
    shape: Dims,
    dtype: Dtype,
    vm: &'a VirtualMachine,
}

impl Reading<'_> {
    fn read(&mut self, object: &PyObject, dim: usize) -> PyResult<()> {
        let vm = self.vm;
        if dim == self.shape.len() {
            let value = self.number(object)?;
            self.values.push(value);
            return Ok(());
        }
        let tensor = match object.downcast_ref::<Tensor>() {
            Some(tensor) => Some(tensor.get().clone()),
            None => array_tensor(object, vm)?,
        };
        if let Some(tensor) = tensor {
            return self.read_tensor(&tensor, dim);
        }
        let Some(items) = items(object, vm)? else { return Err(vm.new_type_error("not a sequence")) };
        self.check_length(items.len(), dim)?;
        items.iter().try_for_each(|item| self.read(item, dim + 1))
    }

    fn check_length(&self, length: usize, dim: usize) -> PyResult<()> {
        if length == self.shape[dim] {
            return Ok(());
        }
        Err(self.vm.new_value_error(format!(
            "expected sequence of length {} at dim {dim} (got {length})",
            self.shape[dim]
        )))
    }

    /// The values of a tensor that stands for the sequences from `dim` on.
    fn read_tensor(&mut self, tensor: &Core, dim: usize) -> PyResult<()> {
        let tensor = tensor.to_device(Device::Cpu).or_raise(self.vm)?;
        for (at, size) in tensor.shape().iter().enumerate().take(self.shape.len() - dim) {
            self.check_length(*size, dim + at)?;
        }
        if tensor.ndim() != self.shape.len() - dim {
            return Err(self
                .vm
                .new_value_error("only one element tensors can be converted to Python scalars"));
        }
        dispatch!(tensor.dtype(), T => {
            self.values.extend(tensor.gather::<T>().or_raise(self.vm)?.into_iter().map(Element::to_scalar));
        });
        Ok(())
    }

    fn number(&self, object: &PyObject) -> PyResult<Scalar> {
        let vm = self.vm;
        if let Some(tensor) = object.downcast_ref::<Tensor>() {
            let tensor = tensor.get();
            if tensor.numel() != 1 {
                return Err(vm.new_value_error("only one element tensors can be converted to Python scalars"));
            }
            return tensor.item().or_raise(vm);
        }
        if self.dtype == Dtype::Bool {
            return Ok(Scalar::Bool(object.to_owned().try_to_bool(vm)?));
        }
        let name = object.class().name().to_string();
        if self.dtype.is_float() {
            let is_number = is_number(object);
            return match object.try_float_opt(vm) {
                Some(value) if is_number => Ok(Scalar::Float(value?.to_f64())),
                _ => Err(vm.new_type_error(format!("must be real number, not {name}"))),
            };
        }
        let value = if let Some(float) = object.downcast_ref::<PyFloat>() {
            Scalar::Float(float.to_f64())
        } else if let Some(int) = object.downcast_ref::<PyInt>() {
            match int.try_to_primitive::<i64>(vm) {
                Ok(value) => Scalar::Int(value),
                Err(_) => return Err(vm.new_value_error(TOO_BIG)),
            }
        } else if let Some(value) = scalars::value_of(object) {
            value
        } else {
            return Err(vm.new_type_error(format!("'{name}' object cannot be interpreted as an integer")));
        };
        kindling_core::tensor::limits::range_check(value, self.dtype, self.dtype.name()).or_raise(vm)?;
        Ok(value)
    }
}
