//! The memory of `torch.save` and `torch.load`: Python's flat list of objects as the core's checkpoint and back.
//!
//! What it is not: the file's format (`kindling_core::checkpoint`) or the walk over Python objects
//! (`lib/torch/serialization.py`, which says what the tuples hold). Start reading at [`functions`].

use kindling_core::{
    Dtype, Scalar, Tensor as Core,
    checkpoint::{Checkpoint, CheckpointError, Object, ObjectId, SavedStorage, TensorSpec},
    tensor::{Layout, Storage},
};
use rustpython_vm::{
    PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyBytes, PyStr, PyTuple, PyTypeRef},
    convert::ToPyObject,
};

use super::{
    convert::tensor_to_python,
    dtype::{DtypeObject, dtype_object},
    errors::OrRaise,
    tensor::Tensor,
};

fn to_exception(error: CheckpointError, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = error.to_string();
    match error {
        CheckpointError::Empty => vm.new_exception_msg(vm.ctx.exceptions.eof_error.to_owned(), text.into()),
        CheckpointError::Archive(_) => vm.new_runtime_error(text),
        CheckpointError::TooDeep => vm.new_recursion_error(text),
        CheckpointError::Refused(_) | CheckpointError::Malformed(_) => match unpickling_error(vm) {
            Ok(class) => vm.new_exception_msg(class, text.into()),
            Err(error) => error,
        },
    }
}

/// The class is Python's: `torch.serialization` defines it before anything can be loaded.
fn unpickling_error(vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    modules.get_item("torch.serialization", vm)?.get_attr("UnpicklingError", vm)?.try_into_value(vm)
}

/// Storages met so far, so that tensors which share one go on sharing it.
#[derive(Default)]
struct Writer {
    checkpoint: Checkpoint,
    seen: Vec<Storage>,
}

impl Writer {
    fn tensor(&mut self, tensor: &Core, parameter: bool, vm: &VirtualMachine) -> PyResult<Object> {
        let here = tensor.to_device(kindling_core::Device::Cpu).or_raise(vm)?;
        let storage = here.storage();
        let at = match self.seen.iter().position(|seen| seen.is_same(storage)) {
            Some(known) => known,
            None => {
                let bytes = storage.to_le_bytes().or_raise(vm)?;
                self.checkpoint.storages.push(SavedStorage {
                    dtype: here.dtype(),
                    location: "cpu".into(),
                    bytes,
                });
                self.seen.push(storage.clone());
                self.seen.len() - 1
            }
        };
        Ok(Object::Tensor(TensorSpec {
            storage: at,
            offset: here.storage_offset(),
            shape: here.shape().to_vec(),
            strides: here.strides().to_vec(),
            requires_grad: tensor.requires_grad(),
            parameter,
        }))
    }

    fn object(&mut self, item: &PyObject, vm: &VirtualMachine) -> PyResult<Object> {
        let malformed = || vm.new_type_error("not an object of a checkpoint");
        let parts = item.downcast_ref::<PyTuple>().ok_or_else(malformed)?.as_slice();
        let (tag, rest) = parts.split_first().ok_or_else(malformed)?;
        let tag = tag.downcast_ref::<PyStr>().ok_or_else(malformed)?.to_string();
        let Some(value) = rest.first() else { return Ok(Object::None) };
        let ids = || value.try_to_value::<Vec<ObjectId>>(vm);
        Ok(match tag.as_str() {
            "bool" => Object::Bool(value.clone().try_to_bool(vm)?),
            "int" => Object::Int(value.try_to_value(vm)?),
            "bigint" => Object::BigInt(bytes_of(value, vm)?),
            "float" => Object::Float(value.try_float(vm)?.to_f64()),
            "text" => Object::Text(value.try_to_value(vm)?),
            "bytes" => Object::Bytes(bytes_of(value, vm)?),
            "list" => Object::List(ids()?),
            "tuple" => Object::Tuple(ids()?),
            "set" => Object::Set(ids()?),
            "size" => Object::Size(value.try_to_value(vm)?),
            "device" => Object::Device(value.try_to_value(vm)?),
            "dict" => Object::Dict(pairs(value, vm)?),
            "ordered" => {
                let attributes = rest.get(1).filter(|attributes| !vm.is_none(attributes));
                let attributes = attributes.map(|id| id.try_to_value(vm)).transpose()?;
                Object::OrderedDict { items: pairs(value, vm)?, attributes }
            }
            "dtype" => Object::Dtype(value.downcast_ref::<DtypeObject>().ok_or_else(malformed)?.0),
            "tensor" => {
                let parameter = rest.get(1).ok_or_else(malformed)?.clone().try_to_bool(vm)?;
                let tensor = value.downcast_ref::<Tensor>().ok_or_else(malformed)?.get().clone();
                self.tensor(&tensor, parameter, vm)?
            }
            _ => return Err(malformed()),
        })
    }
}

fn bytes_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
    object.try_bytes_like(vm, <[u8]>::to_vec)
}

/// `[key, value, key, value, …]` as pairs.
fn pairs(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<(ObjectId, ObjectId)>> {
    let flat = object.try_to_value::<Vec<ObjectId>>(vm)?;
    Ok(flat.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect())
}

/// An object as Python's tuple.
fn to_python(object: Object, storages: &[Storage], vm: &VirtualMachine) -> PyResult {
    let text = |text: &str| -> PyObjectRef { vm.ctx.new_str(text).into() };
    let ids = |ids: Vec<ObjectId>| -> PyObjectRef {
        vm.ctx.new_list(ids.into_iter().map(|id| vm.ctx.new_int(id).into()).collect()).into()
    };
    let flat = |items: Vec<(ObjectId, ObjectId)>| {
        ids(items.into_iter().flat_map(|(key, value)| [key, value]).collect())
    };
    let parts: Vec<PyObjectRef> = match object {
        Object::None => vec![text("none")],
        Object::Bool(value) => vec![text("bool"), vm.ctx.new_bool(value).into()],
        Object::Int(value) => vec![text("int"), vm.ctx.new_int(value).into()],
        Object::BigInt(bytes) => vec![text("bigint"), PyBytes::from(bytes).to_pyobject(vm)],
        Object::Float(value) => vec![text("float"), vm.ctx.new_float(value).into()],
        Object::Text(value) => vec![text("text"), vm.ctx.new_str(value).into()],
        Object::Bytes(bytes) => vec![text("bytes"), PyBytes::from(bytes).to_pyobject(vm)],
        Object::List(items) => vec![text("list"), ids(items)],
        Object::Tuple(items) => vec![text("tuple"), ids(items)],
        Object::Set(items) => vec![text("set"), ids(items)],
        Object::Dict(items) => vec![text("dict"), flat(items)],
        Object::OrderedDict { items, attributes } => {
            let attributes = attributes.map_or(vm.ctx.none(), |id| vm.ctx.new_int(id).into());
            vec![text("ordered"), flat(items), attributes]
        }
        Object::Size(sizes) => {
            let sizes = sizes.into_iter().map(|size| vm.ctx.new_int(size).into()).collect();
            vec![text("size"), vm.ctx.new_list(sizes).into()]
        }
        Object::Dtype(dtype) => vec![text("dtype"), dtype_object(dtype)],
        Object::Device(name) => vec![text("device"), text(&name)],
        Object::Tensor(spec) => {
            let parameter = vm.ctx.new_bool(spec.parameter).into();
            vec![text("tensor"), tensor_to_python(tensor_of(spec, storages), vm), parameter]
        }
    };
    Ok(vm.ctx.new_tuple(parts).into())
}

fn tensor_of(spec: TensorSpec, storages: &[Storage]) -> Core {
    let layout = Layout {
        shape: spec.shape.as_slice().into(),
        strides: spec.strides.as_slice().into(),
        offset: spec.offset,
    };
    let mut tensor = match storages.get(spec.storage) {
        Some(storage) => Core::from_parts(storage.clone(), layout),
        None => Core::scalar(Scalar::Int(0), Dtype::Float32),
    };
    if spec.requires_grad {
        tensor.autograd_mut().set_requires_grad(true);
    }
    tensor
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::{checkpoint::Checkpoint, tensor::Storage};
    use rustpython_vm::{
        PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyBytes, PyStrRef},
        convert::ToPyObject,
    };

    use super::{Writer, bytes_of, to_exception, to_python};

    /// checkpoint_write(objects, root, name) -> bytes: a `.pth` file of the objects.
    #[pyfunction]
    fn checkpoint_write(
        objects: Vec<PyObjectRef>,
        root: usize,
        name: PyStrRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let mut writer = Writer::default();
        for item in &objects {
            let object = writer.object(item, vm)?;
            writer.checkpoint.push(object);
        }
        writer.checkpoint.root = root;
        let bytes = writer.checkpoint.write(name.as_ref()).map_err(|error| to_exception(error, vm))?;
        Ok(PyBytes::from(bytes).to_pyobject(vm))
    }

    /// checkpoint_read(bytes) -> (objects, root): what a `.pth` file holds.
    #[pyfunction]
    fn checkpoint_read(file: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let file = bytes_of(&file, vm)?;
        let checkpoint = Checkpoint::read(&file).map_err(|error| to_exception(error, vm))?;
        let storages: Vec<Storage> = checkpoint
            .storages
            .iter()
            .map(|saved| Storage::from_le_bytes(saved.dtype, &saved.bytes))
            .collect();
        let objects: PyResult<Vec<_>> =
            checkpoint.objects.into_iter().map(|object| to_python(object, &storages, vm)).collect();
        let root = vm.ctx.new_int(checkpoint.root).into();
        Ok(vm.ctx.new_tuple(vec![vm.ctx.new_list(objects?).into(), root]).into())
    }
}
