//! The signs of arrays and their comparisons: natively where both operands are numbers of one dtype. Start reading at
//! [`binary`].

use kindling_core::{
    Dtype, Scalar, Tensor as Core, guarded,
    ops::{self, Index, Operand},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
    class::StaticType,
    convert::ToPyObject,
    function::{Either, PyComparisonValue},
    protocol::PyNumberMethods,
    types::{AsNumber, Comparable, PyComparisonOp},
};

use super::{Array, Family};
use crate::{
    interrupt,
    scalars::{self, Number},
};

type Compute = fn(Operand<'_>, Operand<'_>) -> kindling_core::Result<Core>;

/// The names of the operators, as Python has them and as the core.
#[derive(Clone, Copy)]
pub(super) struct Named {
    name: &'static str,
    /// What it is of floats of one dtype, and whether of integers of 64 bits as well.
    compute: Option<(Compute, bool)>,
}

macro_rules! named {
    ($name:literal) => {
        Named { name: $name, compute: None }
    };
    ($name:literal, $operator:ident, $is_of_whole:literal) => {
        Named { name: $name, compute: Some((|a, b| ops::$operator(a, b), $is_of_whole)) }
    };
}

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The function of numpy's of two arrays by its name; `None` for those that are more than a sign.
pub(super) fn of_numpy(name: &str) -> Option<Named> {
    Some(match name {
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
        _ => return None,
    })
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
pub(super) fn quick(
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

/// `a ** b`, of which numpy makes squares and roots where it can.
fn power(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if a.class().fast_issubclass(Array::static_type())
        && let Some(Number::Int(_) | Number::Float(_)) = scalars::read(b, vm)
        && let Some(found) = square_or_root(a, b, vm)?
    {
        return Ok(found);
    }
    binary(named!("pow"), a, b, vm)
}

fn square_or_root(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let family = Family::of(a, vm)?;
    let Some(x) = family.plain(a) else { return Ok(None) };
    let is_float = matches!(x.dtype(), Dtype::Float64 | Dtype::Float32);
    interrupt::poll_work(vm, x.numel())?;
    let found = match scalars::read(b, vm) {
        Some(Number::Int(2)) if is_float || x.dtype() == Dtype::Int64 => {
            guarded("square", || ops::mul(&x, &x))
        }
        Some(Number::Float(2.0)) if is_float => guarded("square", || ops::mul(&x, &x)),
        Some(Number::Float(0.5)) if is_float => guarded("sqrt", || ops::sqrt(&x)),
        _ => return Ok(None),
    };
    let found = found.ok().filter(|found| found.ndim() > 0 && ops::all_finite(found).unwrap_or(false));
    found.map(|found| family.wrapped(found, None, vm)).transpose()
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
            power: Some(|a, b, _modulus, vm| power(a, b, vm)),
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
