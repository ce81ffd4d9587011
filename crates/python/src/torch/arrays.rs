//! Numpy's arrays: what holds the tensor of an `ndarray`, and what arrays do natively because loops do it most: signs and
//! comparisons on numbers of one dtype, places and lines of an array, functions value by value (`np.exp`).
//!
//! All else is asked of Python, by the [`Family`] that the class `ndarray` carries: other dtypes, subclasses, warnings,
//! and errors, which are numpy's own. What it is not: the numbers (`scalars`), or what is computed
//! (`kindling_core::ops`). Start reading at [`binary`].

use std::cell::{Cell, RefCell};

use kindling_core::{
    Dtype, Scalar, Tensor as Core, guarded,
    ops::{self, Arg, Index, Operand},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PySequenceIterator, PySlice, PyStrRef, PyTuple, PyType, PyTypeRef},
    class::StaticType,
    convert::ToPyObject,
    function::{Either, FuncArgs, PyComparisonValue},
    protocol::{PyMappingMethods, PyNumberMethods},
    pyclass,
    types::{AsMapping, AsNumber, Callable, Comparable, Constructor, Initializer, Iterable, PyComparisonOp},
};

use super::{
    convert::tensor_to_python,
    errors::OrRaise,
    indexing::{indices, set_item},
    operators,
    tensor::Tensor,
};
use crate::{
    interrupt,
    scalars::{self, Number},
};

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
}

const FAMILY: &str = "_arrays";

impl Constructor for Family {
    type Args = (PyTypeRef, scalars::Classes, PyObjectRef, PyObjectRef, PyObjectRef, PyObjectRef);

    fn py_new(
        _class: &Py<PyType>,
        (class, numbers, sign, in_place, item, set_item): Self::Args,
        _vm: &VirtualMachine,
    ) -> PyResult<Self> {
        Ok(Self { class, numbers, sign, in_place, item, set_item })
    }
}

#[pyclass(with(Constructor))]
impl Family {}

impl Family {
    fn of(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        scalars::carried(object, FAMILY, vm).ok_or_else(|| vm.new_type_error("an array without numpy"))
    }

    /// The tensor of an array that is an `ndarray` itself, and no copy that has to be written back.
    fn plain(&self, object: &PyObject) -> Option<Core> {
        let array = object.class().is(&self.class).then(|| object.downcast_ref::<Array>())??;
        array.core()
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

/// The names of the operators, as Python has them and as the core.
#[derive(Clone, Copy)]
struct Named {
    name: &'static str,
    /// What it is of floats of one dtype, and whether of integers of 64 bits as well.
    compute: Option<(fn(Operand<'_>, Operand<'_>) -> kindling_core::Result<Core>, bool)>,
}

macro_rules! named {
    ($name:literal) => {
        Named { name: $name, compute: None }
    };
    ($name:literal, $operator:ident, $is_of_whole:literal) => {
        Named { name: $name, compute: Some((|a, b| ops::$operator(a, b), $is_of_whole)) }
    };
}

/// A number as a tensor of the dtype of the array that it meets; `None` where it would make the array another.
fn beside(number: Number, dtype: Dtype) -> Option<Core> {
    let value = match (dtype, number) {
        (Dtype::Float64 | Dtype::Float32 | Dtype::Int64, Number::Int(value)) => Scalar::Int(value),
        (Dtype::Float64 | Dtype::Float32, Number::Float(value)) => Scalar::Float(value),
        (Dtype::Float64, Number::Double(value) | Number::Point(value, _)) => Scalar::Float(value),
        (Dtype::Float32, Number::Point(value, Dtype::Float32)) => Scalar::Float(value),
        (Dtype::Float64 | Dtype::Int64, Number::Whole(value, _)) => Scalar::Int(value),
        _ => return None,
    };
    Some(Core::scalar(value, dtype))
}

/// Two operands as tensors of one dtype; `None` where that needs a thought.
fn pair(a: &PyObject, b: &PyObject, family: &Family, vm: &VirtualMachine) -> Option<(Core, Core)> {
    let (x, y) = match (family.plain(a), family.plain(b)) {
        (Some(x), Some(y)) => (x, y),
        (Some(x), None) => {
            let y = beside(scalars::read(b, vm)?, x.dtype())?;
            (x, y)
        }
        (None, Some(y)) => (beside(scalars::read(a, vm)?, y.dtype())?, y),
        (None, None) => return None,
    };
    (x.dtype() == y.dtype()).then_some((x, y))
}

/// What needs no thought: numbers of one dtype, a result that is finite. An error is left to Python, which has numpy's words.
fn quick(
    named: Named,
    a: &PyObject,
    b: &PyObject,
    family: &Family,
    vm: &VirtualMachine,
) -> PyResult<Option<Core>> {
    let Some((compute, is_of_whole)) = named.compute else { return Ok(None) };
    let Some((x, y)) = pair(a, b, family, vm) else { return Ok(None) };
    let is_float = matches!(x.dtype(), Dtype::Float64 | Dtype::Float32);
    if !is_float && !(is_of_whole && x.dtype() == Dtype::Int64) {
        return Ok(None);
    }
    interrupt::poll_work(vm, x.numel().max(y.numel()))?;
    let found = guarded(named.name, || compute(Operand::Tensor(&x), Operand::Tensor(&y)));
    Ok(found.ok().filter(|found| found.ndim() > 0 && ops::all_finite(found).unwrap_or(false)))
}

fn family_of_either(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<(PyRef<Family>, bool)> {
    let is_reflected = !a.class().fast_issubclass(Array::static_type());
    Family::of(if is_reflected { b } else { a }, vm).map(|family| (family, is_reflected))
}

/// Whether the second operand is of a kind of arrays, of the first's kind too, that has an answer of its own: it is asked
/// first.
fn answers_itself(name: &str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> bool {
    let (one, other) = (a.class(), b.class());
    if one.is(other) || !other.fast_issubclass(one) {
        return false;
    }
    let reflected = vm.ctx.intern_str(format!("__r{name}__"));
    match (one.get_attr(reflected), other.get_attr(reflected)) {
        (Some(one), Some(other)) => !one.is(&other),
        _ => false,
    }
}

/// A sign between two operands, of which the first or the second is an array.
fn binary(named: Named, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (family, is_reflected) = family_of_either(a, b, vm)?;
    if !is_reflected && answers_itself(named.name, a, b, vm) {
        return Ok(vm.ctx.not_implemented());
    }
    if let Some(found) = quick(named, a, b, &family, vm)? {
        return family.wrapped(found, None, vm);
    }
    let (own, other) = if is_reflected { (b, a) } else { (a, b) };
    let name = named.name.to_pyobject(vm);
    family.sign.call((name, own.to_owned(), other.to_owned(), is_reflected), vm)
}

fn in_place(named: Named, own: &PyObject, other: &PyObject, vm: &VirtualMachine) -> PyResult {
    let family = Family::of(own, vm)?;
    if let Some(array) = own.downcast_ref::<Array>() {
        array.check_writing("output array", vm)?;
    }
    if let Some(array) = own.downcast_ref::<Array>()
        && array.backward.borrow().is_none()
        && let Some(mut core) = family.plain(own)
        && let Some(found) = quick(named, own, other, &family, vm)?
        && (found.shape(), found.dtype()) == (core.shape(), core.dtype())
        && ops::index_assign(&mut core, &[Index::Ellipsis], Operand::Tensor(&found)).is_ok()
    {
        return Ok(own.to_owned());
    }
    family.in_place.call((named.name.to_pyobject(vm), own.to_owned(), other.to_owned()), vm)
}

/// `a @ b` of matrices and vectors that are of one dtype and fit.
fn matrix_product(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (family, is_reflected) = family_of_either(a, b, vm)?;
    if let (Some(x), Some(y)) = (family.plain(a), family.plain(b))
        && x.dtype() == y.dtype()
        && x.dtype().is_float()
        && [&x, &y].iter().all(|side| (1..=2).contains(&side.ndim()))
        && x.shape().last() == y.shape().first()
    {
        interrupt::poll_work(vm, x.numel().saturating_mul(y.shape().last().copied().unwrap_or(1)))?;
        if let Ok(found) = guarded("matmul", || ops::matmul(&x, &y))
            && ops::all_finite(&found).unwrap_or(false)
        {
            return family.wrapped(found, None, vm);
        }
    }
    let (own, other) = if is_reflected { (b, a) } else { (a, b) };
    family.sign.call(("matmul".to_pyobject(vm), own.to_owned(), other.to_owned(), is_reflected), vm)
}

macro_rules! sign {
    ($($named:tt)*) => {
        Some(|a, b, vm| binary(named!($($named)*), a, b, vm))
    };
}

macro_rules! in_place_sign {
    ($($named:tt)*) => {
        Some(|a, b, vm| in_place(named!($($named)*), a, b, vm))
    };
}

impl AsNumber for Array {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            add: sign!("add", add, true),
            subtract: sign!("sub", sub, true),
            multiply: sign!("mul", mul, true),
            true_divide: sign!("truediv", div, false),
            floor_divide: sign!("floordiv"),
            remainder: sign!("mod"),
            power: Some(|a, b, _modulus, vm| binary(named!("pow"), a, b, vm)),
            and: sign!("and"),
            or: sign!("or"),
            xor: sign!("xor"),
            lshift: sign!("lshift"),
            rshift: sign!("rshift"),
            matrix_multiply: Some(matrix_product),
            inplace_add: in_place_sign!("add", add, true),
            inplace_subtract: in_place_sign!("sub", sub, true),
            inplace_multiply: in_place_sign!("mul", mul, true),
            inplace_true_divide: in_place_sign!("truediv", div, false),
            inplace_floor_divide: in_place_sign!("floordiv"),
            inplace_remainder: in_place_sign!("mod"),
            inplace_power: Some(|a, b, _modulus, vm| in_place(named!("pow"), a, b, vm)),
            inplace_and: in_place_sign!("and"),
            inplace_or: in_place_sign!("or"),
            inplace_xor: in_place_sign!("xor"),
            inplace_lshift: in_place_sign!("lshift"),
            inplace_rshift: in_place_sign!("rshift"),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

impl Comparable for Array {
    fn slot_richcompare(
        own: &PyObject,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
        let named = match op {
            PyComparisonOp::Lt => named!("lt", lt, true),
            PyComparisonOp::Le => named!("le", le, true),
            PyComparisonOp::Eq => named!("eq", eq, true),
            PyComparisonOp::Ne => named!("ne", ne, true),
            PyComparisonOp::Gt => named!("gt", gt, true),
            PyComparisonOp::Ge => named!("ge", ge, true),
        };
        let found = binary(named, own, other, vm)?;
        Ok(if found.is(&vm.ctx.not_implemented) {
            Either::B(PyComparisonValue::NotImplemented)
        } else {
            Either::A(found)
        })
    }

    fn cmp(
        _own: &Py<Self>,
        _other: &PyObject,
        _op: PyComparisonOp,
        _vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        Ok(PyComparisonValue::NotImplemented)
    }
}

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
    if let Some(array) = own.downcast_ref::<Array>()
        && array.backward.borrow().is_none()
        && let Some(core) = family.plain(own)
        && let Some(number) = scalars::read(&value, vm)
        && takes(core.dtype(), number)
        && parts(key, is_place, vm).is_some()
        && let Some(tensor) =
            array.tensor.borrow().as_ref().and_then(|tensor| tensor.downcast_ref::<Tensor>())
        && set_item(tensor, key, Some(value.clone()), vm).is_ok()
    {
        return Ok(());
    }
    family.set_item.call((own.to_owned(), key.to_owned(), value), vm).map(|_| ())
}

impl AsMapping for Array {
    fn as_mapping() -> &'static PyMappingMethods {
        static METHODS: PyMappingMethods = PyMappingMethods {
            length: None,
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

/// The base of `ufunc`: functions that work value by value.
#[pyclass(module = "_torch", name = "_Universal")]
#[derive(Debug, Default, PyPayload)]
pub(crate) struct Universal {
    /// The core's function of one array of floats that it is, if it is one, and whether Python's whole numbers count as such.
    of_one: RefCell<Option<(String, bool)>>,
    /// Or the sign that it is of two.
    of_two: RefCell<Option<Named>>,
}

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

#[pyclass(with(Constructor, Callable), flags(BASETYPE, HAS_DICT))]
impl Universal {
    /// Tells what it is natively: the core's function of one array, by name.
    #[pymethod]
    fn _is_of_one(zelf: &Py<Self>, name: PyStrRef, takes_whole: bool) {
        zelf.of_one.replace(Some((name.to_string(), takes_whole)));
    }
    /// Tells what it is natively: a function of two arrays of one dtype.
    #[pymethod]
    fn _is_of_two(zelf: &Py<Self>, name: PyStrRef) {
        let named = match &*name.to_string() {
            "add" => named!("add", add, true),
            "subtract" => named!("sub", sub, true),
            "multiply" => named!("mul", mul, true),
            "divide" => named!("truediv", div, false),
            "maximum" => named!("maximum", maximum, true),
            "minimum" => named!("minimum", minimum, true),
            "less" => named!("lt", lt, true),
            "less_equal" => named!("le", le, true),
            "greater" => named!("gt", gt, true),
            "greater_equal" => named!("ge", ge, true),
            "equal" => named!("eq", eq, true),
            "not_equal" => named!("ne", ne, true),
            _ => return,
        };
        zelf.of_two.replace(Some(named));
    }
}

impl Constructor for Universal {
    type Args = FuncArgs;

    fn slot_new(class: PyTypeRef, _args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Self::default().into_ref_with_type(vm, class).map(Into::into)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self::default())
    }
}

impl Universal {
    fn quick(&self, args: &FuncArgs, family: &Family, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let found = match &args.args[..] {
            [x] => self.of_number_or_array(x, family, vm)?,
            [a, b] => {
                let Some(named) = *self.of_two.borrow() else { return Ok(None) };
                quick(named, a, b, family, vm)?
            }
            _ => None,
        };
        found.map(|found| family.wrapped(found, None, vm)).transpose()
    }

    fn of_number_or_array(
        &self,
        x: &PyObject,
        family: &Family,
        vm: &VirtualMachine,
    ) -> PyResult<Option<Core>> {
        let name = self.of_one.borrow();
        let Some((name, takes_whole)) = &*name else { return Ok(None) };
        let given = match family.plain(x) {
            Some(core) => core,
            None => match scalars::read(x, vm) {
                Some(Number::Float(value) | Number::Double(value)) => {
                    Core::scalar(Scalar::Float(value), Dtype::Float64)
                }
                Some(Number::Int(value)) if *takes_whole => Core::scalar(Scalar::Int(value), Dtype::Float64),
                _ => return Ok(None),
            },
        };
        if !matches!(given.dtype(), Dtype::Float64 | Dtype::Float32) {
            return Ok(None);
        }
        interrupt::poll_work(vm, given.numel())?;
        let found = guarded("a function of numpy", || operators::call(name, vec![Arg::Tensor(given)]));
        Ok(found.ok().filter(|found| ops::all_finite(found).unwrap_or(false)))
    }
}

impl Callable for Universal {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        if args.kwargs.is_empty()
            && let Some(family) = scalars::carried::<Family>(zelf.as_object(), FAMILY, vm)
            && let Some(found) = zelf.quick(&args, &family, vm)?
        {
            return Ok(found);
        }
        vm.call_method(zelf.as_object(), "_call", args)
    }
}
