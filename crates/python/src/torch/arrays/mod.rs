//! Numpy's arrays: what holds the tensor of an `ndarray`, and what arrays do natively because loops do it most.
//!
//! All else is asked of Python, by the [`Family`] that the class `ndarray` carries: other dtypes, subclasses, warnings,
//! and errors, which are numpy's own. What it is not: the numbers (`scalars`), or what is computed
//! (`kindling_core::ops`). In reading order: [`signs`], [`keys`], [`universal`],
//! [`reductions`], [`looks`], [`joins`].

pub(super) mod joins;
mod keys;
mod looks;
mod reductions;
mod signs;
mod universal;

use std::cell::{Cell, RefCell};

use kindling_core::{Tensor as Core, ops};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyType, PyTypeRef},
    convert::ToPyObject,
    function::FuncArgs,
    pyclass,
    types::{AsMapping, AsNumber, Comparable, Constructor, Initializer, Iterable},
};

use reductions::Reduction;
pub(super) use universal::Universal;

use super::{convert::tensor_to_python, errors::OrRaise, tensor::Tensor};
use crate::scalars;

/// The base of `ndarray`. Kinds of arrays that keep their values otherwise leave it empty.
#[pyclass(module = "_torch", name = "_Array")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct Array {
    tensor: RefCell<Option<PyObjectRef>>,
    backward: RefCell<Option<PyObjectRef>>,
    base: RefCell<Option<PyObjectRef>>,
    /// Whether its values are only to be read, as those of all that shows its memory.
    is_locked: Cell<bool>,
}

/// What the class `ndarray` carries by the name [`FAMILY`]: itself, the classes of its numbers, and what Python is asked.
#[pyclass(module = "_torch", name = "_Arrays")]
#[derive(Debug, PyPayload)]
pub(crate) struct Family {
    class: PyTypeRef,
    numbers: scalars::Classes,
    /// `sign(name, own, other, is_reflected)`, comparisons too.
    sign: PyObjectRef,
    /// `in_place(name, own, other)`.
    in_place: PyObjectRef,
    /// `item(own, key)`.
    item: PyObjectRef,
    /// `set_item(own, key, value)`.
    set_item: PyObjectRef,
    /// `checked(name, found, *operands)`, which tells what went wrong in numpy's function of that name.
    checked: PyObjectRef,
}

const FAMILY: &str = "_arrays";

impl Constructor for Family {
    type Args =
        (PyTypeRef, scalars::Classes, PyObjectRef, PyObjectRef, PyObjectRef, PyObjectRef, PyObjectRef);

    fn py_new(
        _class: &Py<PyType>,
        (class, numbers, sign, in_place, item, set_item, checked): Self::Args,
        _vm: &VirtualMachine,
    ) -> PyResult<Self> {
        Ok(Self { class, numbers, sign, in_place, item, set_item, checked })
    }
}

#[pyclass(with(Constructor))]
impl Family {}

impl Family {
    fn of(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        scalars::carried(object, FAMILY, vm).ok_or_else(|| vm.new_type_error("an array without numpy"))
    }

    /// The tensor of an array that is an `ndarray` itself.
    fn plain(&self, object: &PyObject) -> Option<Core> {
        let array = object.class().is(&self.class).then(|| object.downcast_ref::<Array>())??;
        array.core()
    }

    /// Tells of a result that is not finite, where numpy's function of that name does.
    ///
    /// # Errors
    /// `FloatingPointError` where the settings say so.
    fn tell(
        &self,
        name: Option<&str>,
        found: &Core,
        operands: &[&Core],
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(name) = name else { return Ok(()) };
        if ops::all_finite(found).or_raise(vm)? {
            return Ok(());
        }
        let tensors = [found].into_iter().chain(operands.iter().copied());
        let tensors = tensors.map(|tensor| tensor_to_python(tensor.clone(), vm));
        let args: Vec<PyObjectRef> = [name.to_pyobject(vm)].into_iter().chain(tensors).collect();
        self.checked.call(args, vm).map(|_| ())
    }

    /// A result: an array, with what it shows memory of, or a number if it has no dimensions.
    fn wrapped(&self, found: Core, base: Option<&PyObject>, vm: &VirtualMachine) -> PyResult {
        if found.ndim() == 0 {
            let value = found.item().or_raise(vm)?;
            return self.numbers.made(value, found.dtype(), vm);
        }
        let array = Array::default();
        array.tensor.replace(Some(tensor_to_python(found, vm)));
        array.rest_on(base);
        Ok(array.into_ref_with_type(vm, self.class.clone())?.into())
    }
}

impl Array {
    fn core(&self) -> Option<Core> {
        let tensor = self.tensor.borrow();
        Some(tensor.as_ref()?.downcast_ref::<Tensor>()?.get().clone())
    }

    /// Tells whose memory it shows, which may be only to be read.
    fn rest_on(&self, base: Option<&PyObject>) {
        self.base.replace(base.map(PyObject::to_owned));
        let owner = base.and_then(|base| base.downcast_ref::<Self>());
        self.is_locked.set(owner.is_some_and(|owner| owner.is_locked.get()));
    }

    fn check_writing(&self, what: &str, vm: &VirtualMachine) -> PyResult<()> {
        if self.is_locked.get() { Err(vm.new_value_error(format!("{what} is read-only"))) } else { Ok(()) }
    }

    fn got(field: &RefCell<Option<PyObjectRef>>, vm: &VirtualMachine) -> PyObjectRef {
        field.borrow().clone().unwrap_or_else(|| vm.ctx.none())
    }

    fn put(field: &RefCell<Option<PyObjectRef>>, value: PyObjectRef, vm: &VirtualMachine) {
        field.replace(if vm.is_none(&value) { None } else { Some(value) });
    }
}

#[pyclass(with(Constructor, Initializer, AsNumber, AsMapping, Comparable, Iterable), flags(BASETYPE))]
impl Array {
    #[pygetset]
    fn _kindling_tensor(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        zelf.tensor.borrow().clone().ok_or_else(|| vm.new_attribute_error("_kindling_tensor"))
    }
    #[pygetset(setter)]
    fn set__kindling_tensor(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) {
        Self::put(&zelf.tensor, value, vm);
    }
    /// Of a copy that shows an array backward: the tensor it was made of, and the dimensions that are turned.
    #[pygetset]
    fn _backward(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        Self::got(&zelf.backward, vm)
    }
    #[pygetset(setter)]
    fn set__backward(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) {
        Self::put(&zelf.backward, value, vm);
    }
    #[pygetset]
    fn _is_locked(zelf: &Py<Self>) -> bool {
        zelf.is_locked.get()
    }
    #[pygetset(setter)]
    fn set__is_locked(zelf: &Py<Self>, value: bool) {
        zelf.is_locked.set(value);
    }
    /// The array whose memory it shows.
    #[pygetset]
    fn _base(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        Self::got(&zelf.base, vm)
    }
    #[pygetset(setter)]
    fn set__base(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) {
        Self::put(&zelf.base, value, vm);
    }

    #[pygetset]
    fn shape(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        looks::shape(zelf, vm)
    }
    #[pygetset(setter)]
    fn set_shape(zelf: &Py<Self>, sizes: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        vm.call_method(zelf.as_object(), "_take_shape", (sizes,)).map(|_| ())
    }
    #[pygetset]
    fn ndim(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        looks::ndim(zelf, vm)
    }
    #[pygetset]
    fn size(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
        looks::size(zelf, vm)
    }
    #[pygetset(name = "T")]
    fn turned(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        looks::transposed(zelf, vm)
    }
    #[pymethod]
    fn reshape(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        looks::reshape(zelf, args, vm)
    }
    #[pymethod]
    fn sum(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Sum, zelf, args, vm)
    }
    #[pymethod]
    fn mean(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Mean, zelf, args, vm)
    }
    #[pymethod]
    fn max(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Max, zelf, args, vm)
    }
    #[pymethod]
    fn min(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Min, zelf, args, vm)
    }
    #[pymethod]
    fn std(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Std, zelf, args, vm)
    }
    #[pymethod]
    fn var(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::Var, zelf, args, vm)
    }
    #[pymethod]
    fn argmax(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::ArgMax, zelf, args, vm)
    }
    #[pymethod]
    fn argmin(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        reductions::reduced(Reduction::ArgMin, zelf, args, vm)
    }
}

impl Constructor for Array {
    type Args = FuncArgs;

    /// An empty one; `__init__`, which kinds of arrays have their own of, fills it.
    fn slot_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::default().into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::default())
    }
}

impl Initializer for Array {
    type Args = FuncArgs;

    /// `Array(tensor, backward=None, base=None)`. Other arguments are for numpy's own `ndarray(shape, dtype)`, or for the
    /// `__new__` of a program's class, which has filled it by then.
    fn init(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let [first, rest @ ..] = &args.args[..] else { return Ok(()) };
        if first.downcastable::<Tensor>() {
            zelf.tensor.replace(Some(first.clone()));
            let given = |at: usize| rest.get(at).filter(|value| !vm.is_none(value));
            zelf.backward.replace(given(0).cloned());
            zelf.rest_on(given(1).map(|base| &**base));
        } else if zelf.tensor.borrow().is_none() {
            let made = vm.import("numpy", 0)?.get_attr("empty", vm)?.call(args, vm)?;
            zelf.tensor.replace(made.downcast_ref::<Self>().and_then(|made| made.tensor.borrow().clone()));
        }
        Ok(())
    }
}
