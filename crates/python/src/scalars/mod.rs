//! The numbers of numpy: `_scalars`, the native module below `numpy.float64`, `numpy.int64`, `numpy.bool` and their kin.
//!
//! They keep a value and a dtype, and compute by themselves what needs no thought: operands of one kind, or one of
//! Python's beside one of numpy's, with a result that is finite and fits ([`arithmetic`]). All else, warnings and errors
//! among it, is asked of Python (`numpy/_ufunc.py`), by the [`Family`] that numpy's classes carry. Of Python's own
//! numbers only `float` is a base, of `float64`, as in numpy.
//!
//! What it is not: their texts and the rest of their methods (`numpy/_numbers.py`). Start reading at [`signs`].

mod arithmetic;
mod classes;
mod signs;

use kindling_core::{Dtype, Scalar};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyFloat, PyInt, PyType},
    class::StaticType,
    pyclass,
    types::Constructor,
};

pub(crate) use arithmetic::Number;
pub(crate) use classes::Classes;
pub(crate) use signs::answer;

/// The base of `int64` and its kin.
#[pyclass(module = "_scalars", name = "Whole")]
#[derive(Debug, PyPayload)]
pub(crate) struct Whole {
    value: i64,
    dtype: Dtype,
}

/// The base of `float32` and `float16`: a value that has been rounded to the dtype.
#[pyclass(module = "_scalars", name = "Point")]
#[derive(Debug, PyPayload)]
pub(crate) struct Point {
    value: f64,
    dtype: Dtype,
}

/// The base of `bool`.
#[pyclass(module = "_scalars", name = "Truth")]
#[derive(Debug, PyPayload)]
pub(crate) struct Truth(bool);

/// A base of `float64`, which is one of Python's floats.
#[pyclass(module = "_scalars", name = "Double", base = PyFloat)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct Double(PyFloat);

/// What numpy's classes know of each other. They carry it by the name [`FAMILY`], so that every session has its own.
#[pyclass(module = "_scalars", name = "Family")]
#[derive(Debug, PyPayload)]
struct Family {
    numbers: Classes,
    /// `general(name, a, b, is_reflected)`, for what is not computed here.
    general: PyObjectRef,
}

/// The attribute of numpy's classes that holds their [`Family`].
const FAMILY: &str = "_family";

impl Constructor for Family {
    type Args = (Classes, PyObjectRef);

    fn py_new(_class: &Py<PyType>, (numbers, general): Self::Args, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self { numbers, general })
    }
}

#[pyclass(with(Constructor))]
impl Family {}

impl Family {
    fn of(object: &PyObject, vm: &VirtualMachine) -> Option<PyRef<Self>> {
        carried(object, FAMILY, vm)
    }
}

/// What an object's class carries by a name.
pub(crate) fn carried<T: PyPayload>(
    object: &PyObject,
    name: &'static str,
    vm: &VirtualMachine,
) -> Option<PyRef<T>> {
    object.class().get_attr(vm.ctx.intern_str(name))?.downcast().ok()
}

/// The value of one of numpy's numbers; `None` for any other object. Those of `float64` are Python's floats as well.
pub(crate) fn value_of(object: &PyObject) -> Option<Scalar> {
    if let Some(whole) = object.downcast_ref::<Whole>() {
        return Some(Scalar::Int(whole.value));
    }
    if let Some(point) = object.downcast_ref::<Point>() {
        return Some(Scalar::Float(point.value));
    }
    object.downcast_ref::<Truth>().map(|truth| Scalar::Bool(truth.0))
}

/// What an object is as an operand; `None` for those that are asked of Python.
pub(crate) fn read(object: &PyObject, vm: &VirtualMachine) -> Option<Number> {
    let (class, types) = (object.class(), &vm.ctx.types);
    if class.is(types.float_type) {
        return object.downcast_ref::<PyFloat>().map(|float| Number::Float(float.to_f64()));
    }
    if class.is(types.int_type) {
        let int = object.downcast_ref::<PyInt>()?;
        return int.try_to_primitive(vm).ok().map(Number::Int);
    }
    if let Some(whole) = object.downcast_ref::<Whole>() {
        return Some(Number::Whole(whole.value, whole.dtype));
    }
    if let Some(point) = object.downcast_ref::<Point>() {
        return Some(Number::Point(point.value, point.dtype));
    }
    if let Some(truth) = object.downcast_ref::<Truth>() {
        return Some(Number::Truth(truth.0));
    }
    let float = object.downcast_ref::<PyFloat>()?;
    class.fast_issubclass(Double::static_type()).then(|| Number::Double(float.to_f64()))
}

/// Whether the object is one of numpy's numbers.
fn is_ours(object: &PyObject) -> bool {
    value_of(object).is_some() || object.class().fast_issubclass(Double::static_type())
}

fn dtype_named(class: &Py<PyType>) -> Dtype {
    Dtype::all().find(|dtype| dtype.name() == &*class.name()).unwrap_or(Dtype::Int64)
}

impl Constructor for Whole {
    type Args = (i64,);

    /// A value that the class's dtype can hold.
    fn py_new(class: &Py<PyType>, (value,): Self::Args, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self { value, dtype: dtype_named(class) })
    }
}

impl Constructor for Point {
    type Args = (f64,);

    /// The value that the class's dtype has next to this one.
    fn py_new(class: &Py<PyType>, (value,): Self::Args, _vm: &VirtualMachine) -> PyResult<Self> {
        let dtype = dtype_named(class);
        Ok(Self { value: arithmetic::rounded(value, dtype), dtype })
    }
}

impl Constructor for Truth {
    type Args = (bool,);

    fn py_new(_class: &Py<PyType>, (value,): Self::Args, _vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self(value))
    }
}

#[rustpython_vm::pymodule]
pub(crate) mod _scalars {
    use rustpython_vm::{
        Py, PyResult, VirtualMachine,
        builtins::{PyModule, PyTypeRef},
        class::PyClassImpl,
    };

    use super::{Double, Family, Point, Truth, Whole};

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let (whole, point, truth) =
            (Whole::make_static_type(), Point::make_static_type(), Truth::make_static_type());
        let (int, float) = (vm.ctx.types.int_type.to_owned(), vm.ctx.types.float_type.to_owned());
        // For `isinstance`: Python's numbers and numpy's.
        for (name, classes) in [
            ("INTS", vec![int.clone(), whole.clone()]),
            ("FLOATS", vec![float.clone(), point.clone()]),
            ("NUMBERS", vec![int, float, whole.clone(), point.clone(), truth.clone()]),
        ] {
            let classes = classes.into_iter().map(|class: PyTypeRef| class.into()).collect();
            module.set_attr(vm.ctx.intern_str(name), vm.ctx.new_tuple(classes), vm)?;
        }
        for (name, class) in [
            ("Whole", whole),
            ("Point", point),
            ("Truth", truth),
            ("Double", Double::make_static_type()),
            ("Family", Family::make_static_type()),
        ] {
            module.set_attr(vm.ctx.intern_str(name), class, vm)?;
        }
        Ok(())
    }
}
