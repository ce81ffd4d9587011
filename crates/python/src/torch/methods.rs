//! Methods of `Tensor` that tell about it or fill it, beside the operators of the table.

use kindling_core::{
    Result, Scalar, Tensor as Core, layout,
    ops::{Arg, Operand},
};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    function::{FuncArgs, OptionalArg},
    pyclass,
};

use super::{
    conversions::moved,
    convert::{scalar_to_python, to_list, type_name},
    data::Options,
    dtype::{DeviceObject, dtype_from_type_name, tensor_type_name},
    errors::OrRaise,
    in_place::{check_shape, check_writable},
    numbers::operand,
    overlap,
    reading::from_python,
    size::{Size, sizes_to_python},
    tensor::Tensor,
};

#[derive(FromArgs)]
pub(super) struct Dimension {
    #[pyarg(any, optional)]
    dim: OptionalArg<Option<i64>>,
}

#[derive(FromArgs)]
pub(super) struct Filling {
    #[pyarg(any)]
    value: PyObjectRef,
}

/// One size, or all as a `torch.Size` or tuple.
fn one_or_all(
    all: Vec<i64>,
    dim: OptionalArg<Option<i64>>,
    vm: &VirtualMachine,
    wrap: impl Fn(&[i64]) -> PyObjectRef,
) -> PyResult {
    let Some(dim) = dim.flatten() else { return Ok(wrap(&all)) };
    let dim = kindling_core::tensor::layout::wrap_dim(dim, all.len()).or_raise(vm)?;
    match all.get(dim) {
        Some(size) => Ok(vm.ctx.new_int(*size).into()),
        None => Err(vm.new_index_error("Dimension specified as 0 but tensor has no dimensions")),
    }
}

fn ints(values: &[usize]) -> Vec<i64> {
    values.iter().map(|value| *value as i64).collect()
}

#[pyclass]
pub(super) trait Methods: PyPayload {
    fn tensor(&self) -> &Tensor;

    fn core(&self) -> Core {
        self.tensor().get().clone()
    }

    /// The one value as a Python number.
    #[pymethod]
    fn item(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.tensor().get().item().or_raise(vm).map(|value| scalar_to_python(value, vm))
    }
    /// The values as nested lists of Python numbers.
    #[pymethod]
    fn tolist(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.core().to_device(kindling_core::Device::Cpu).or_raise(vm)?;
        to_list(&tensor, vm)
    }
    /// The sizes of all dimensions, or of one.
    #[pymethod]
    fn size(zelf: &Py<Self>, of: Dimension, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.core();
        one_or_all(ints(tensor.shape()), of.dim, vm, |_| Size::object(tensor.shape(), vm))
    }
    /// How far apart neighbours of a dimension lie in storage, in elements.
    #[pymethod]
    fn stride(zelf: &Py<Self>, of: Dimension, vm: &VirtualMachine) -> PyResult {
        one_or_all(ints(zelf.core().strides()), of.dim, vm, |strides| sizes_to_python(strides, vm))
    }
    /// How many dimensions there are.
    #[pymethod]
    fn dim(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().ndim()
    }
    #[pymethod]
    fn ndimension(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().ndim()
    }
    /// How many elements there are.
    #[pymethod]
    fn numel(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().numel()
    }
    #[pymethod]
    fn nelement(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().numel()
    }
    /// Bytes an element takes.
    #[pymethod]
    fn element_size(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().dtype().bytes()
    }
    /// Where in its storage the tensor begins, in elements.
    #[pymethod]
    fn storage_offset(zelf: &Py<Self>) -> usize {
        zelf.tensor().get().storage_offset()
    }
    #[pymethod]
    fn is_contiguous(zelf: &Py<Self>) -> bool {
        zelf.tensor().get().is_contiguous()
    }
    /// A number that names the place of the first element.
    #[pymethod]
    fn data_ptr(zelf: &Py<Self>) -> usize {
        let tensor = zelf.tensor().get();
        tensor.storage().address() + tensor.storage_offset() * tensor.dtype().bytes()
    }
    /// The memory behind the tensor, which views share.
    #[pymethod]
    fn untyped_storage(zelf: &Py<Self>) -> StorageObject {
        StorageObject(zelf.core())
    }
    #[pymethod]
    fn is_floating_point(zelf: &Py<Self>) -> bool {
        zelf.tensor().get().dtype().is_float()
    }
    #[pymethod]
    fn is_complex(_zelf: &Py<Self>) -> bool {
        false
    }
    #[pymethod]
    fn is_signed(zelf: &Py<Self>) -> bool {
        !matches!(zelf.tensor().get().dtype(), kindling_core::Dtype::Uint8 | kindling_core::Dtype::Bool)
    }
    /// Whether both have the same sizes.
    #[pymethod]
    fn is_same_size(zelf: &Py<Self>, other: PyRef<Tensor>) -> bool {
        zelf.tensor().get().shape() == other.get().shape()
    }
    /// Whether both are views that begin at the same place of the same memory.
    #[pymethod]
    fn is_set_to(zelf: &Py<Self>, other: PyRef<Tensor>) -> bool {
        zelf.tensor().get().is_same_view(&other.get())
    }
    /// Writes the values of another tensor over this one's.
    #[pymethod]
    fn copy_(
        zelf: PyRef<Self>,
        source: PyObjectRef,
        _non_blocking: OptionalArg<bool>,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<Self>> {
        let source = match operand(&source, vm)? {
            Some(Arg::Tensor(tensor)) => tensor,
            Some(Arg::Scalar(value)) => Core::scalar(value, value.dtype()),
            _ => {
                let name = type_name(&source, vm);
                return Err(vm.new_type_error(format!(
                    "copy_(): argument 'other' (position 1) must be Tensor, not {name}"
                )));
            }
        };
        let device = zelf.core().device();
        let source = if source.device() == device { source } else { moved(&source, device).or_raise(vm)? };
        let target = zelf.core();
        let shape = layout::broadcast(target.shape(), source.shape()).or_raise(vm)?;
        check_shape(target.shape(), &shape).or_raise(vm)?;
        overlap::check("copy_", &target, [&source]).or_raise(vm)?;
        overwrite(zelf.tensor(), source).or_raise(vm)?;
        Ok(zelf)
    }
    /// Fills with one value.
    #[pymethod]
    fn fill_(zelf: PyRef<Self>, with: Filling, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let value = match operand(&with.value, vm)? {
            Some(Arg::Tensor(tensor)) if tensor.ndim() > 0 => {
                return Err(vm.new_runtime_error(format!(
                    "fill_ only supports 0-dimension value tensor but got tensor with {} dimensions.",
                    tensor.ndim()
                )));
            }
            Some(Arg::Tensor(tensor)) => tensor,
            Some(Arg::Scalar(value)) => {
                let dtype = zelf.tensor().get().dtype();
                kindling_core::tensor::limits::fill_check(value, dtype).or_raise(vm)?;
                Core::scalar(value, dtype)
            }
            _ => {
                let name = with.value.class().name().to_string();
                let invalid = format!(
                    "      didn't match because some of the arguments have invalid types: (!{name}!)\n"
                );
                return Err(vm.new_type_error(format!(
                    "fill_() received an invalid combination of arguments - got ({name}), but expected one of:\n * \
                     (Tensor value)\n{invalid} * (Number value)\n{invalid}"
                )));
            }
        };
        overwrite(zelf.tensor(), value).or_raise(vm)?;
        Ok(zelf)
    }
    /// Fills with zeros.
    #[pymethod]
    fn zero_(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let zero = Core::scalar(Scalar::Int(0), zelf.tensor().get().dtype());
        overwrite(zelf.tensor(), zero).or_raise(vm)?;
        Ok(zelf)
    }

    /// A tensor of these values in this tensor's dtype.
    #[pymethod]
    fn new_tensor(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let (values, mut options) = Options::take_with(args, "new_tensor", 1, vm)?;
        let like = zelf.core();
        let dtype = options.dtype.unwrap_or(like.dtype());
        options.device.get_or_insert(like.device());
        let tensor = from_python(&values, Some(dtype), vm)?;
        options.finish(tensor, vm)
    }
    /// Zeros of the given sizes in this tensor's dtype.
    #[pymethod]
    fn new_zeros(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        new_like("zeros", zelf.core(), args, vm)
    }
    /// Ones of the given sizes in this tensor's dtype.
    #[pymethod]
    fn new_ones(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        new_like("ones", zelf.core(), args, vm)
    }
    #[pymethod]
    fn new_empty(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        new_like("empty", zelf.core(), args, vm)
    }
    /// One value in the given sizes and this tensor's dtype.
    #[pymethod]
    fn new_full(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        new_like("full", zelf.core(), args, vm)
    }

    /// The name of its type, as `'torch.FloatTensor'`; or the tensor in another dtype.
    #[pymethod(name = "type")]
    fn type_(zelf: PyRef<Self>, dtype: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        let OptionalArg::Present(dtype) = dtype else {
            return Ok(vm.ctx.new_str(tensor_type_name(zelf.tensor().get().dtype())).into());
        };
        let wanted = match dtype.downcast_ref::<rustpython_vm::builtins::PyStr>() {
            Some(name) => dtype_from_type_name(&name.to_owned()),
            None => super::dtype::dtype_from(&dtype, vm),
        };
        match wanted {
            Some(wanted) => super::conversions::cast(zelf.into(), wanted, false, vm),
            None => {
                let text = dtype.str(vm)?;
                Err(vm.new_value_error(format!("invalid type: '{text}'")))
            }
        }
    }
}

impl Methods for Tensor {
    fn tensor(&self) -> &Tensor {
        self
    }
}

/// `target[...] = value`: in a graph, the gradient goes to the value.
fn overwrite(target: &Tensor, value: Core) -> Result<()> {
    let mut tensor = target.get().clone();
    check_writable(&tensor)?;
    kindling_core::ops::index_assign(
        &mut tensor,
        &[kindling_core::ops::Index::Ellipsis],
        Operand::Tensor(&value),
    )?;
    target.set(tensor);
    Ok(())
}

/// A factory's call with this tensor's dtype and device unless others are asked for.
fn new_like(factory: &str, like: Core, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let of_like = [
        ("dtype", super::dtype::dtype_object(like.dtype())),
        ("device", DeviceObject::of_tensor(like.device()).into_pyobject(vm)),
    ];
    for (name, value) in of_like {
        if args.kwargs.get(name).is_none_or(|given| vm.is_none(given)) {
            args.kwargs.insert(name.into(), value);
        }
    }
    let function = vm.import("_torch", 0)?.get_attr(vm.ctx.intern_str(factory), vm)?;
    function.call_with_args(args, vm)
}

/// The memory behind a tensor.
#[pyclass(module = "torch", name = "UntypedStorage")]
#[derive(Debug, PyPayload)]
pub(super) struct StorageObject(Core);

#[pyclass(flags(DISALLOW_INSTANTIATION))]
impl StorageObject {
    #[pymethod]
    fn data_ptr(zelf: &Py<Self>) -> usize {
        zelf.0.storage().address()
    }
    /// Its size in bytes.
    #[pymethod]
    fn nbytes(zelf: &Py<Self>) -> usize {
        zelf.0.storage().len() * zelf.0.dtype().bytes()
    }
    #[pymethod]
    fn size(zelf: &Py<Self>) -> usize {
        Self::nbytes(zelf)
    }
}
