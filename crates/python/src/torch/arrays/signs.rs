//! The signs of arrays and their comparisons: natively where both operands are numbers of one dtype. Start reading at
//! [`binary`].

use kindling_core::{
    Dtype, Scalar, Tensor as Core, guarded,
    ops::{self, Index, Operand},
};
use rustpython_vm::{
    Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
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

/// An operator by its name in Python, and what it is natively.
#[derive(Clone, Copy)]
pub(super) struct Named {
    name: &'static str,
    /// What numpy calls the function in its warnings, if it warns.
    told: Option<&'static str>,
    native: Native,
}

#[derive(Clone, Copy)]
enum Native {
    /// Asked of Python.
    None,
    /// Of floats of one dtype, and of integers of 64 bits.
    OfNumbers(Compute),
    OfFloats(Compute),
    /// Squares and roots, as numpy makes them of powers where it can.
    Power,
}

type Compute = fn(&Core, &Core) -> kindling_core::Result<Core>;

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const fn of_python(name: &'static str) -> Named {
    Named { name, told: None, native: Native::None }
}

const fn of_numbers(name: &'static str, told: Option<&'static str>, compute: Compute) -> Named {
    Named { name, told, native: Native::OfNumbers(compute) }
}

const ADD: Named = of_numbers("add", Some("add"), |a, b| ops::add(a, b));
const SUB: Named = of_numbers("sub", Some("subtract"), |a, b| ops::sub(a, b));
const MUL: Named = of_numbers("mul", Some("multiply"), |a, b| ops::mul(a, b));
const DIV: Named =
    Named { name: "truediv", told: Some("divide"), native: Native::OfFloats(|a, b| ops::div(a, b)) };
const POW: Named = Named { name: "pow", told: None, native: Native::Power };
const LT: Named = of_numbers("lt", None, |a, b| ops::lt(a, b));
const LE: Named = of_numbers("le", None, |a, b| ops::le(a, b));
const EQ: Named = of_numbers("eq", None, |a, b| ops::eq(a, b));
const NE: Named = of_numbers("ne", None, |a, b| ops::ne(a, b));
const GT: Named = of_numbers("gt", None, |a, b| ops::gt(a, b));
const GE: Named = of_numbers("ge", None, |a, b| ops::ge(a, b));

/// The function of numpy's of two arrays by its name; `None` for those that are more than a sign.
pub(super) fn of_numpy(name: &str) -> Option<Named> {
    Some(match name {
        "add" => ADD,
        "subtract" => SUB,
        "multiply" => MUL,
        "divide" => DIV,
        "maximum" => of_numbers("maximum", None, |a, b| ops::maximum(a, b)),
        "minimum" => of_numbers("minimum", None, |a, b| ops::minimum(a, b)),
        "less" => LT,
        "less_equal" => LE,
        "greater" => GT,
        "greater_equal" => GE,
        "equal" => EQ,
        "not_equal" => NE,
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

/// What needs no thought: numbers of one dtype. An error is left to Python, which has numpy's words.
pub(super) fn quick(
    named: Named,
    a: &PyObject,
    b: &PyObject,
    family: &Family,
    vm: &VirtualMachine,
) -> PyResult<Option<Core>> {
    if matches!(named.native, Native::None) {
        return Ok(None);
    }
    let Some((x, y)) = pair(a, b, family, vm) else { return Ok(None) };
    let is_float = is_float(&x);
    let (told, compute): (_, Compute) = match named.native {
        Native::OfNumbers(compute) if is_float || x.dtype() == Dtype::Int64 => (named.told, compute),
        Native::OfFloats(compute) if is_float => (named.told, compute),
        Native::Power => match exponent(&y) {
            Some(2.0) if is_float || x.dtype() == Dtype::Int64 => (Some("square"), |a, _| ops::mul(a, a)),
            Some(0.5) if is_float => (Some("sqrt"), |a, _| ops::sqrt(a)),
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    interrupt::poll_work(vm, x.numel().max(y.numel()))?;
    let found = guarded(named.name, || compute(&x, &y));
    let Ok(found) = found else { return Ok(None) };
    family.tell(told, &found, &[&x, &y], vm)?;
    Ok(Some(found))
}

pub(super) fn is_float(x: &Core) -> bool {
    matches!(x.dtype(), Dtype::Float64 | Dtype::Float32)
}

/// The exponent that is the same for all.
fn exponent(y: &Core) -> Option<f64> {
    if y.ndim() > 0 { None } else { y.item().ok().map(Scalar::to_f64) }
}

fn family_of_either(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<(PyRef<Family>, bool)> {
    let is_reflected = !a.class().fast_issubclass(Array::static_type());
    Family::of(if is_reflected { b } else { a }, vm).map(|family| (family, is_reflected))
}

/// A sign between two operands, of which the first or the second is an array.
fn binary(named: Named, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (family, is_reflected) = family_of_either(a, b, vm)?;
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
        let is_finite = |side: &Core| ops::all_finite(side).unwrap_or(false);
        // What became infinite on the way is told of by Python.
        if let Ok(found) = guarded("matmul", || ops::matmul(&x, &y))
            && (is_finite(&found) || !is_finite(&x) || !is_finite(&y))
        {
            return family.wrapped(found, None, vm);
        }
    }
    let (own, other) = if is_reflected { (b, a) } else { (a, b) };
    family.sign.call(("matmul".to_pyobject(vm), own.to_owned(), other.to_owned(), is_reflected), vm)
}

macro_rules! sign {
    ($named:expr) => {
        Some(|a, b, vm| binary($named, a, b, vm))
    };
}

macro_rules! in_place_sign {
    ($named:expr) => {
        Some(|a, b, vm| in_place($named, a, b, vm))
    };
}

impl AsNumber for Array {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            add: sign!(ADD),
            subtract: sign!(SUB),
            multiply: sign!(MUL),
            true_divide: sign!(DIV),
            floor_divide: sign!(of_python("floordiv")),
            remainder: sign!(of_python("mod")),
            power: Some(|a, b, _modulus, vm| binary(POW, a, b, vm)),
            and: sign!(of_python("and")),
            or: sign!(of_python("or")),
            xor: sign!(of_python("xor")),
            lshift: sign!(of_python("lshift")),
            rshift: sign!(of_python("rshift")),
            matrix_multiply: Some(matrix_product),
            inplace_add: in_place_sign!(ADD),
            inplace_subtract: in_place_sign!(SUB),
            inplace_multiply: in_place_sign!(MUL),
            inplace_true_divide: in_place_sign!(DIV),
            inplace_floor_divide: in_place_sign!(of_python("floordiv")),
            inplace_remainder: in_place_sign!(of_python("mod")),
            inplace_power: Some(|a, b, _modulus, vm| in_place(POW, a, b, vm)),
            inplace_and: in_place_sign!(of_python("and")),
            inplace_or: in_place_sign!(of_python("or")),
            inplace_xor: in_place_sign!(of_python("xor")),
            inplace_lshift: in_place_sign!(of_python("lshift")),
            inplace_rshift: in_place_sign!(of_python("rshift")),
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
            PyComparisonOp::Lt => LT,
            PyComparisonOp::Le => LE,
            PyComparisonOp::Eq => EQ,
            PyComparisonOp::Ne => NE,
            PyComparisonOp::Gt => GT,
            PyComparisonOp::Ge => GE,
        };
        let found = binary(named, own, other, vm)?;
        Ok(scalars::answer(found, vm))
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
