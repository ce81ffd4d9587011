//! `torch.Size`: a tuple of a tensor's sizes that prints as such.

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyInt, PySlice, PyTuple},
    convert::ToPyObject,
    protocol::{PyMappingMethods, PySequenceMethods},
    pyclass,
    types::{AsMapping, AsSequence, Representable},
};

/// The sizes of a tensor's dimensions.
#[pyclass(module = "torch", name = "Size", base = PyTuple)]
#[derive(Debug)]
#[repr(transparent)]
pub(super) struct Size(PyTuple);

impl Size {
    pub fn object(sizes: &[usize], vm: &VirtualMachine) -> PyObjectRef {
        Self::of(sizes.iter().map(|&size| vm.ctx.new_int(size).into()).collect(), vm)
    }

    fn of(elements: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyObjectRef {
        Size(PyTuple::new_unchecked(elements.into_boxed_slice())).into_pyobject(vm)
    }
}

#[pyclass(with(Representable, AsMapping, AsSequence), flags(BASETYPE))]
impl Size {
    /// How many elements a tensor of this size has.
    #[pymethod]
    fn numel(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<i64> {
        zelf.0.as_slice().iter().try_fold(1, |product, size| Ok(product * size.try_to_value::<i64>(vm)?))
    }
}

impl Representable for Size {
    fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
        let sizes: PyResult<Vec<String>> =
            zelf.0.as_slice().iter().map(|size| size.repr(vm).map(|text| text.to_string())).collect();
        Ok(format!("torch.Size([{}])", sizes?.join(", ")))
    }
}

impl AsMapping for Size {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, _vm| Ok(Size::mapping_downcast(mapping).0.as_slice().len())),
            subscript: Some(|mapping, needle, vm| subscript(Size::mapping_downcast(mapping), needle, vm)),
            ass_subscript: None,
        };
        &METHODS
    }
}

fn subscript(size: &Py<Size>, needle: &PyObject, vm: &VirtualMachine) -> PyResult {
    let plain = vm.ctx.new_tuple(size.0.as_slice().to_vec());
    let item = plain.as_object().get_item(needle, vm)?;
    match needle.downcast_ref::<PySlice>() {
        Some(_) => Ok(Size::of(item.try_to_value::<Vec<PyObjectRef>>(vm)?, vm)),
        None => Ok(item),
    }
}

impl AsSequence for Size {
    fn as_sequence() -> &'static PySequenceMethods {
        static METHODS: PySequenceMethods = PySequenceMethods {
            length: Some(|sequence, _vm| Ok(Size::sequence_downcast(sequence).0.as_slice().len())),
            concat: Some(|sequence, other, vm| concat(Size::sequence_downcast(sequence), other, vm)),
            ..PySequenceMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

fn concat(size: &Py<Size>, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(other) = other.downcast_ref::<PyTuple>() else {
        let name = other.class().name().to_string();
        return Err(vm.new_type_error(format!("can only concatenate tuple (not {name}) to torch.Size")));
    };
    Ok(Size::of(size.0.as_slice().iter().chain(other.as_slice()).cloned().collect(), vm))
}

/// A size given in Python: a tuple or list of ints.
pub(super) fn sizes_to_python(sizes: &[i64], vm: &VirtualMachine) -> PyObjectRef {
    vm.ctx.new_tuple(sizes.iter().map(|size| PyInt::from(*size).to_pyobject(vm)).collect()).into()
}
