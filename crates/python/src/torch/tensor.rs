//! `torch.Tensor`: the Python object around a core tensor, with its attributes and Python's own protocols.
//!
//! What it is not: operators (`operators` binds the core's table), arithmetic signs (`numbers`), `x[...]`
//! (`indexing`), methods that concern the graph (`graph`) or conversion (`methods`). Start reading at [`Tensor`].

use std::cell::{OnceCell, Ref, RefCell};

use kindling_core::{
    Scalar, Tensor as Core,
    autograd::is_inference,
    tensor::{PrintOptions, dtype::default_float},
};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyFloat, PyStrRef, PyType, PyTypeRef},
    class::StaticType,
    common::hash::PyHash,
    function::{FuncArgs, OptionalArg, PySetterValue},
    protocol::PyNumberMethods,
    pyclass,
    types::{
        AsMapping, AsNumber, AsSequence, Comparable, Constructor, GetAttr, Hashable, Iterable, Representable,
        SetAttr,
    },
};

use super::{
    attributes::Attributes,
    conversions::Conversions,
    convert::{scalar_to_python, tensor_to_python, view_to_python},
    dtype::{DeviceObject, dtype_object},
    errors::OrRaise,
    graph::{self, Graph},
    methods::Methods,
    operators,
    reading::from_python,
    size::Size,
    warnings::{REVERSES, warn},
};

thread_local! {
    /// What `torch.set_printoptions` set.
    pub(super) static PRINT_OPTIONS: RefCell<PrintOptions> = RefCell::default();
}

/// A multi-dimensional array of numbers that remembers how it was computed.
// As a class made in Python, which PyTorch's is: messages say 'Tensor', and `_torch` sets its `__module__`.
#[pyclass(module = false, name = "Tensor")]
#[derive(Debug, PyPayload)]
pub(super) struct Tensor {
    core: RefCell<Core>,
    /// The object that a view was taken of, or the one that this is a view of.
    base: OnceCell<PyObjectRef>,
    attributes: Attributes,
}

impl Tensor {
    pub fn new(mut tensor: Core) -> Self {
        // In inference mode every new tensor is marked, so that it never enters a graph.
        if is_inference() && !tensor.requires_grad() {
            tensor.autograd_mut().mark_inference();
        }
        Tensor { core: RefCell::new(tensor), base: OnceCell::new(), attributes: Attributes::default() }
    }
    /// Says that the tensor is a view of `owner`, if they share their memory.
    pub fn with_base(self, owner: &Py<Tensor>) -> Self {
        if self.get().storage().is_same(owner.get().storage()) {
            let base = owner.base.get().cloned();
            let _ = self.base.set(base.unwrap_or_else(|| owner.to_owned().into()));
        }
        self
    }
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }
    /// The core tensor; its clones share storage and graph.
    pub fn get(&self) -> Ref<'_, Core> {
        self.core.borrow()
    }
    /// Makes this object another tensor: after an in-place operation, its place in the graph is another.
    pub fn set(&self, tensor: Core) {
        *self.core.borrow_mut() = tensor;
    }
    pub fn update<T>(&self, change: impl FnOnce(&mut Core) -> T) -> T {
        change(&mut self.core.borrow_mut())
    }
}

#[pyclass(
    with(
        Constructor,
        GetAttr,
        SetAttr,
        AsMapping,
        AsNumber,
        AsSequence,
        Comparable,
        Hashable,
        Iterable,
        Representable,
        Methods,
        Conversions,
        Graph
    ),
    flags(BASETYPE, HEAPTYPE)
)]
impl Tensor {
    /// The size of each dimension.
    #[pygetset]
    fn shape(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        Size::object(zelf.get().shape(), vm)
    }
    #[pygetset]
    fn dtype(zelf: &Py<Self>) -> PyObjectRef {
        dtype_object(zelf.get().dtype())
    }
    /// Where the values live.
    #[pygetset]
    fn device(zelf: &Py<Self>) -> DeviceObject {
        DeviceObject::of_tensor(zelf.get().device())
    }
    #[pygetset]
    fn layout(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        vm.import("torch", 0)?.get_attr("strided", vm)
    }
    /// How many dimensions it has.
    #[pygetset]
    fn ndim(zelf: &Py<Self>) -> usize {
        zelf.get().ndim()
    }
    /// Bytes an element takes.
    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.get().dtype().bytes()
    }
    /// Bytes its elements take together.
    #[pygetset]
    fn nbytes(zelf: &Py<Self>) -> usize {
        zelf.get().dtype().bytes() * zelf.get().numel()
    }
    /// The tensor with its dimensions reversed; for matrices, the transpose.
    #[pygetset(name = "T")]
    fn transposed(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.get().clone();
        if !matches!(tensor.ndim(), 0 | 2) {
            warn(REVERSES, vm)?;
        }
        let reversed = (0..tensor.ndim() as i64).rev().collect();
        operators::call("permute", vec![tensor.into(), kindling_core::ops::Arg::Ints(reversed)])
            .or_raise(vm)
            .map(|tensor| view_to_python(tensor, zelf, vm))
    }
    /// The tensor with its last two dimensions swapped.
    #[pygetset(name = "mT")]
    fn matrix_transposed(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.get().clone();
        if tensor.ndim() < 2 {
            return Err(vm.new_runtime_error(format!(
                "tensor.mT is only supported on matrices or batches of matrices. Got {}-D tensor.",
                tensor.ndim()
            )));
        }
        operators::call("transpose", vec![tensor.into(), (-2).into(), (-1).into()])
            .or_raise(vm)
            .map(|tensor| view_to_python(tensor, zelf, vm))
    }
    #[pygetset(name = "H")]
    fn adjoint(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.get().clone();
        operators::call("t", vec![tensor.into()]).or_raise(vm).map(|tensor| view_to_python(tensor, zelf, vm))
    }
    #[pygetset]
    fn real(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf
    }
    /// Complex tensors have one of their own.
    #[pygetset]
    fn imag(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_type_error("imag is not implemented for tensors with non-complex dtypes."))
    }
    #[pygetset]
    fn is_cpu(zelf: &Py<Self>) -> bool {
        zelf.get().device() == kindling_core::Device::Cpu
    }
    #[pygetset]
    fn is_cuda(_zelf: &Py<Self>) -> bool {
        false
    }
    #[pygetset]
    fn is_sparse(_zelf: &Py<Self>) -> bool {
        false
    }
    #[pygetset]
    fn is_quantized(_zelf: &Py<Self>) -> bool {
        false
    }
    /// The tensor that this is a view of, or None.
    #[pygetset(name = "_base")]
    fn base(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.base.get().cloned()
    }
    #[pymethod(name = "_is_view")]
    fn is_view(zelf: &Py<Self>) -> bool {
        zelf.base.get().is_some()
    }
    /// How often its values were changed in place.
    #[pygetset(name = "_version")]
    fn version(zelf: &Py<Self>) -> u32 {
        zelf.get().storage().version()
    }

    /// The values outside the graph; assigning replaces the values and keeps the place in the graph.
    #[pygetset]
    fn data(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        tensor_to_python(zelf.get().data(), vm)
    }
    #[pygetset(setter)]
    fn set_data(zelf: &Py<Self>, value: PySetterValue<PyRef<Tensor>>, vm: &VirtualMachine) -> PyResult<()> {
        let PySetterValue::Assign(value) = value else {
            return Err(vm.new_runtime_error("Deleting tensor data is not allowed. Delete tensor instead!"));
        };
        let value = value.get().clone();
        zelf.update(|tensor| tensor.set_data(&value));
        Ok(())
    }

    #[pymethod]
    fn __format__(zelf: PyRef<Self>, spec: PyStrRef, vm: &VirtualMachine) -> PyResult {
        // A 0-d tensor is formatted as its number; any other only as a whole.
        if zelf.get().ndim() == 0 {
            let value = scalar_to_python(zelf.get().item().or_raise(vm)?, vm);
            return vm.format(&value, spec).map(Into::into);
        }
        if spec.is_empty() {
            return zelf.as_object().str(vm).map(Into::into);
        }
        Err(vm.new_type_error("unsupported format string passed to Tensor.__format__"))
    }
    #[pymethod]
    fn __deepcopy__(zelf: PyRef<Self>, memo: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        graph::deep_copy(&zelf, &memo, vm)
    }
    #[pymethod]
    fn __reversed__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.get().clone();
        if tensor.ndim() == 0 {
            return Err(vm.new_type_error("iteration over a 0-d tensor"));
        }
        let rows = operators::call_many("unbind", vec![tensor.into()]).or_raise(vm)?;
        let rows = rows.into_iter().rev().map(|row| view_to_python(row, zelf, vm)).collect();
        Ok(vm.ctx.new_tuple(rows).as_object().get_iter(vm)?.into())
    }
    /// How it is pickled: as its values, for a new tensor.
    #[pymethod]
    fn __reduce_ex__(
        zelf: PyRef<Self>,
        _protocol: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        graph::reduce_tensor(zelf, vm)
    }
}

/// `bool(tensor)`.
pub(super) fn truth(tensor: &Core, vm: &VirtualMachine) -> PyResult<bool> {
    match tensor.numel() {
        1 => tensor.item().map(Scalar::to_bool).or_raise(vm),
        0 => Err(vm.new_runtime_error("Boolean value of Tensor with no values is ambiguous")),
        _ => Err(vm.new_runtime_error("Boolean value of Tensor with more than one value is ambiguous")),
    }
}

impl Constructor for Tensor {
    type Args = FuncArgs;

    /// `torch.Tensor(2, 3)` makes an uninitialised tensor, `torch.Tensor([1, 2])` one of floats.
    fn slot_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let tensor = match args.args.first() {
            Some(first) if args.args.len() == 1 => match first.downcast_ref::<Tensor>() {
                Some(tensor) => tensor.get().clone(),
                None if first.downcastable::<Size>() => sized(&vm.extract_elements_with(first, Ok)?, vm)?,
                None if matches!(first.try_index_opt(vm), Some(Ok(_))) => sized(&args.args, vm)?,
                None if first.downcastable::<PyFloat>() => {
                    return Err(vm.new_type_error("new(): data must be a sequence (got float)"));
                }
                None => from_python(first, Some(default_float()), vm)?,
            },
            _ => sized(&args.args, vm)?,
        };
        Tensor::new(tensor).into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("Tensor objects are made by slot_new"))
    }
}

/// An uninitialised tensor of these sizes; of no size, an empty one.
fn sized(sizes: &[PyObjectRef], vm: &VirtualMachine) -> PyResult<Core> {
    let sizes: PyResult<Vec<i64>> = sizes.iter().map(|size| size.try_to_value(vm)).collect();
    let sizes = sizes?;
    let shape = if sizes.is_empty() { vec![0] } else { sizes };
    operators::call("empty", vec![kindling_core::ops::Arg::Ints(shape.into_iter().collect())]).or_raise(vm)
}

impl Hashable for Tensor {
    /// By identity: equality of tensors is a tensor.
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        Ok((zelf.as_object().get_id() >> 4) as PyHash)
    }
}

impl Representable for Tensor {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let tensor = zelf.get();
        Ok(PRINT_OPTIONS.with_borrow(|options| {
            if zelf.class().is(Tensor::static_type()) {
                return tensor.to_text(options);
            }
            tensor.to_text(&PrintOptions { class: zelf.class().name().to_string().into(), ..options.clone() })
        }))
    }
}

impl Iterable for Tensor {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        let tensor = zelf.get().clone();
        if tensor.ndim() == 0 {
            return Err(vm.new_type_error("iteration over a 0-d tensor"));
        }
        let rows = operators::call_many("unbind", vec![tensor.into()]).or_raise(vm)?;
        let rows = rows.into_iter().map(|row| view_to_python(row, &zelf, vm)).collect();
        Ok(vm.ctx.new_tuple(rows).as_object().get_iter(vm)?.into())
    }
}

/// `nn.Parameter`: a tensor that modules train.
#[pyclass(module = "torch.nn.parameter", name = "Parameter", base = Tensor)]
#[derive(Debug)]
#[repr(transparent)]
pub(super) struct Parameter(Tensor);

#[pyclass(with(AsNumber, Constructor, Representable), flags(BASETYPE))]
impl Parameter {
    #[pymethod]
    fn __reduce_ex__(
        zelf: PyRef<Self>,
        _protocol: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        graph::reduce(zelf, vm)
    }
}

impl AsNumber for Parameter {
    /// A static class does not inherit what is for the right-hand side: `2 * parameter`.
    fn as_number() -> &'static PyNumberMethods {
        Tensor::as_number()
    }
}

impl Constructor for Parameter {
    type Args = FuncArgs;

    fn slot_new(class: PyTypeRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let data = args.take_positional_keyword("data").filter(|data| !vm.is_none(data));
        let requires_grad = match args.take_positional_keyword("requires_grad") {
            Some(value) => value.try_to_bool(vm)?,
            None => true,
        };
        let mut tensor = match &data {
            None => Core::from_vec::<f32>(Vec::new(), &[0]),
            Some(data) => match data.downcast_ref::<Tensor>() {
                Some(tensor) => tensor.get().detach(),
                None => {
                    let name = data.class().name().to_string();
                    return Err(vm.new_attribute_error(format!("'{name}' object has no attribute 'detach'")));
                }
            },
        };
        if requires_grad {
            graph::require_float(&tensor, vm)?;
            tensor.autograd_mut().set_requires_grad(true);
        }
        Parameter(Tensor::new(tensor)).into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("Parameter objects are made by slot_new"))
    }
}

impl Representable for Parameter {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        let text = PRINT_OPTIONS.with_borrow(|options| zelf.0.get().to_text(options));
        Ok(format!("Parameter containing:\n{text}"))
    }
}
