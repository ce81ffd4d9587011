//! The slots of numpy's numbers: signs, comparisons, conversions to Python's numbers, hashes.
//!
//! What it is not: the computing (`arithmetic`). Start reading at [`binary`].

use std::cmp::Ordering;

use kindling_core::{Dtype, Scalar};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    convert::ToPyObject,
    function::{Either, PyComparisonValue},
    protocol::PyNumberMethods,
    pyclass,
    types::{AsNumber, Comparable, Constructor, Hashable, PyComparisonOp},
};

use super::{
    Double, Family, Point, Truth, Whole,
    arithmetic::{self, Number, Sign},
    is_ours, read,
};

/// A sign between two operands, of which the first or the second is one of numpy's numbers.
fn binary(sign: Sign, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if let (Some(x), Some(y)) = (read(a, vm), read(b, vm))
        && let Some(found) = arithmetic::computed(sign, x, y)
    {
        return made(found, if is_ours(a) { a } else { b }, vm);
    }
    general(name(sign), a, b, vm)
}

/// A result as one of numpy's numbers, like one of the operands.
fn made(found: Number, own: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (value, dtype) = match found {
        Number::Whole(value, dtype) => (Scalar::Int(value), dtype),
        Number::Point(value, dtype) => (Scalar::Float(value), dtype),
        Number::Double(value) | Number::Float(value) => (Scalar::Float(value), Dtype::Float64),
        Number::Truth(value) => (Scalar::Bool(value), Dtype::Bool),
        Number::Int(value) => (Scalar::Int(value), Dtype::Int64),
    };
    let family = Family::of(own, vm).ok_or_else(|| vm.new_type_error("a number of numpy without numpy"))?;
    family.numbers.made(value, dtype, vm)
}

fn name(sign: Sign) -> &'static str {
    match sign {
        Sign::Add => "add",
        Sign::Sub => "sub",
        Sign::Mul => "mul",
        Sign::TrueDiv => "truediv",
        Sign::FloorDiv => "floordiv",
        Sign::Mod => "mod",
        Sign::Pow => "pow",
        Sign::And => "and",
        Sign::Or => "or",
        Sign::Xor => "xor",
        Sign::LeftShift => "lshift",
        Sign::RightShift => "rshift",
    }
}

/// What Python makes of it: `general(name, self, other, is_reflected)`.
fn general(name: &str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let is_reflected = !is_ours(a);
    let (own, other) = if is_reflected { (b, a) } else { (a, b) };
    let Some(family) = Family::of(own, vm) else { return Ok(vm.ctx.not_implemented()) };
    family.general.call((name.to_pyobject(vm), own.to_owned(), other.to_owned(), is_reflected), vm)
}

fn unary(name: &str, compute: fn(Number) -> Option<Number>, a: &PyObject, vm: &VirtualMachine) -> PyResult {
    match read(a, vm).and_then(compute) {
        Some(found) => made(found, a, vm),
        None => general(name, a, vm.ctx.none.as_object(), vm),
    }
}

macro_rules! sign {
    ($sign:ident) => {
        Some(|a, b, vm| binary(Sign::$sign, a, b, vm))
    };
}

/// The signs, which all of them have.
const SIGNS: PyNumberMethods =
    PyNumberMethods {
        add: sign!(Add),
        subtract: sign!(Sub),
        multiply: sign!(Mul),
        true_divide: sign!(TrueDiv),
        floor_divide: sign!(FloorDiv),
        remainder: sign!(Mod),
        power: Some(|a, b, modulus, vm| {
            if vm.is_none(modulus) { binary(Sign::Pow, a, b, vm) } else { Ok(vm.ctx.not_implemented()) }
        }),
        and: sign!(And),
        or: sign!(Or),
        xor: sign!(Xor),
        lshift: sign!(LeftShift),
        rshift: sign!(RightShift),
        negative: Some(|a, vm| unary("neg", arithmetic::negative, a.obj, vm)),
        positive: Some(|a, vm| unary("pos", Some, a.obj, vm)),
        absolute: Some(|a, vm| unary("abs", arithmetic::absolute, a.obj, vm)),
        invert: Some(|a, vm| unary("invert", arithmetic::inverted, a.obj, vm)),
        ..PyNumberMethods::NOT_IMPLEMENTED
    };

/// With what makes them numbers of Python's.
const CONVERTED: PyNumberMethods = PyNumberMethods {
    boolean: Some(|a, vm| Ok(truth(a.obj, vm))),
    int: Some(|a, vm| to_int(a.obj, vm)),
    float: Some(|a, vm| Ok(vm.ctx.new_float(to_float(a.obj, vm)).into())),
    ..SIGNS
};

fn truth(object: &PyObject, vm: &VirtualMachine) -> bool {
    match read(object, vm) {
        Some(Number::Truth(value)) => value,
        Some(Number::Whole(value, _)) => value != 0,
        _ => to_float(object, vm) != 0.0,
    }
}

fn to_float(object: &PyObject, vm: &VirtualMachine) -> f64 {
    match read(object, vm) {
        Some(Number::Int(value) | Number::Whole(value, _)) => value as f64,
        Some(Number::Float(value) | Number::Point(value, _) | Number::Double(value)) => value,
        Some(Number::Truth(value)) => f64::from(u8::from(value)),
        None => f64::NAN,
    }
}

fn to_int(object: &PyObject, vm: &VirtualMachine) -> PyResult {
    match read(object, vm) {
        Some(Number::Whole(value, _)) => Ok(value.to_pyobject(vm)),
        Some(Number::Truth(value)) => Ok(i32::from(value).to_pyobject(vm)),
        _ => vm.ctx.new_float(to_float(object, vm)).as_object().try_int(vm).map(Into::into),
    }
}

fn richly_compared(
    own: &PyObject,
    other: &PyObject,
    op: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    if let (Some(x), Some(y)) = (read(own, vm), read(other, vm))
        && let Some(order) = arithmetic::compared(x, y)
    {
        let found = match op {
            PyComparisonOp::Lt => order == Some(Ordering::Less),
            PyComparisonOp::Gt => order == Some(Ordering::Greater),
            PyComparisonOp::Eq => order == Some(Ordering::Equal),
            PyComparisonOp::Ne => order != Some(Ordering::Equal),
            PyComparisonOp::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            PyComparisonOp::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        };
        return made(Number::Truth(found), own, vm).map(Either::A);
    }
    let name = match op {
        PyComparisonOp::Lt => "lt",
        PyComparisonOp::Le => "le",
        PyComparisonOp::Eq => "eq",
        PyComparisonOp::Ne => "ne",
        PyComparisonOp::Gt => "gt",
        PyComparisonOp::Ge => "ge",
    };
    let found = general(name, own, other, vm)?;
    Ok(answer(found, vm))
}

/// What a comparison answers: any object, or that it has no answer.
pub(crate) fn answer(found: PyObjectRef, vm: &VirtualMachine) -> Either<PyObjectRef, PyComparisonValue> {
    if found.is(&vm.ctx.not_implemented) {
        Either::B(PyComparisonValue::NotImplemented)
    } else {
        Either::A(found)
    }
}

macro_rules! number {
    ($class:ident, $methods:expr) => {
        impl AsNumber for $class {
            fn as_number() -> &'static PyNumberMethods {
                static METHODS: PyNumberMethods = $methods;
                &METHODS
            }
        }

        impl Comparable for $class {
            fn slot_richcompare(
                own: &PyObject,
                other: &PyObject,
                op: PyComparisonOp,
                vm: &VirtualMachine,
            ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
                richly_compared(own, other, op, vm)
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
    };
}

number!(Whole, PyNumberMethods { index: Some(|a, vm| to_int(a.obj, vm)), ..CONVERTED });
number!(Point, CONVERTED);
number!(Truth, CONVERTED);
number!(Double, SIGNS);

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Whole {}

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Point {}

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Truth {}

#[pyclass(with(AsNumber, Comparable), flags(BASETYPE))]
impl Double {}

/// Numbers that are equal have equal hashes, Python's too.
macro_rules! hashed {
    ($class:ident, |$own:ident, $vm:ident| $python:expr) => {
        impl Hashable for $class {
            fn hash($own: &Py<Self>, $vm: &VirtualMachine) -> PyResult<rustpython_vm::common::hash::PyHash> {
                let python: PyObjectRef = $python;
                python.hash($vm)
            }
        }
    };
}

hashed!(Whole, |own, vm| own.value.to_pyobject(vm));
hashed!(Point, |own, vm| own.value.to_pyobject(vm));
hashed!(Truth, |own, vm| i32::from(own.0).to_pyobject(vm));
