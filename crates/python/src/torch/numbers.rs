//! Python's signs on tensors: `+ - * / // % ** @`, their reflected and in-place forms, and comparisons.
//!
//! What it is not: what they compute (`kindling_core::ops`). Start reading at [`binary`].

use std::cell::Ref;

use kindling_core::{
    Result, Scalar, Tensor as Core, guarded,
    ops::{self, Arg, Args, Operand},
};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    function::{Either, PyComparisonValue},
    protocol::PyNumberMethods,
    types::{AsNumber, Comparable, PyComparisonOp},
};

use super::{
    autocast,
    convert::{scalar_from, tensor_to_python},
    errors::OrRaise,
    in_place::write_in_place,
    overlap,
    overrides::{self, Called},
    reading::array_tensor,
    tensor::{Tensor, truth},
    warnings::warn_of_scalar,
};
use crate::{interrupt, scalars};

/// A tensor or a number as an operator's argument; `None` for any other object.
pub(super) fn operand(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Arg>> {
    match object.downcast_ref::<Tensor>() {
        Some(tensor) => Ok(Some(Arg::Tensor(tensor.get().clone()))),
        None => Ok(scalar_from(object, vm)?.map(Arg::Scalar)),
    }
}

/// As [`operand`]; the signs take a numpy array for its tensor, too.
fn operand_or_array(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Arg>> {
    match operand(object, vm)? {
        Some(arg) => Ok(Some(arg)),
        None => Ok(array_tensor(object, vm)?.map(Arg::Tensor)),
    }
}

/// What a sign stands for. The functions themselves, not looked up by name: a training loop goes through here.
#[derive(Clone, Copy)]
struct Binary {
    name: &'static str,
    compute: fn(Operand<'_>, Operand<'_>) -> Result<Core>,
}

/// The operator of that name.
macro_rules! operator {
    ($name:ident) => {
        Binary { name: stringify!($name), compute: |a, b| ops::$name(a, b) }
    };
}

impl Binary {
    fn run(self, a: Operand<'_>, b: Operand<'_>) -> Result<Core> {
        guarded(self.name, || (self.compute)(a, b))
    }
}

/// One side of a sign, borrowed from its Python object.
enum Side<'a> {
    Tensor(Ref<'a, Core>),
    Array(Core),
    Number(Scalar),
}

impl<'a> Side<'a> {
    /// `None` for an object that is neither tensor nor array nor number.
    fn of(object: &'a PyObject, vm: &VirtualMachine) -> PyResult<Option<Self>> {
        if let Some(tensor) = object.downcast_ref::<Tensor>() {
            return Ok(Some(Side::Tensor(tensor.get())));
        }
        match scalar_from(object, vm)? {
            Some(number) => Ok(Some(Side::Number(number))),
            None => Ok(array_tensor(object, vm)?.map(Side::Array)),
        }
    }
    fn as_operand(&self) -> Operand<'_> {
        match self {
            Side::Tensor(tensor) => Operand::Tensor(tensor),
            Side::Array(tensor) => Operand::Tensor(tensor),
            Side::Number(value) => Operand::Scalar(*value),
        }
    }
    fn numel(&self) -> usize {
        match self {
            Side::Tensor(tensor) => tensor.numel(),
            Side::Array(tensor) => tensor.numel(),
            Side::Number(_) => 1,
        }
    }
}

fn binary(operator: Binary, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = by_class(operator.name, a, b, vm)? {
        return Ok(answer);
    }
    let (Some(a), Some(b)) = (Side::of(a, vm)?, Side::of(b, vm)?) else {
        return Ok(vm.ctx.not_implemented());
    };
    interrupt::poll_work(vm, a.numel().max(b.numel()))?;
    operator.run(a.as_operand(), b.as_operand()).or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

/// What the class of one side makes of it, see `overrides`.
fn by_class(
    name: &'static str,
    a: &PyObject,
    b: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    let called = if a.downcastable::<Tensor>() { Called::Method(name) } else { Called::Function(name) };
    overrides::by_operands(called, &[a, b], vm)
}

/// `a @ b`, which is not for numbers.
fn matrix_product(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if let Some(answer) = by_class("matmul", a, b, vm)? {
        return Ok(answer);
    }
    let (Some(a), Some(b)) = (a.downcast_ref::<Tensor>(), b.downcast_ref::<Tensor>()) else {
        return Ok(vm.ctx.not_implemented());
    };
    let (a, b) = (a.get(), b.get());
    interrupt::poll_work(vm, a.numel().max(b.numel()))?;
    guarded("matmul", || match autocast::dtype() {
        Some(dtype) => ops::matmul(&autocast::lowered(&a, dtype)?, &autocast::lowered(&b, dtype)?),
        None => ops::matmul(&a, &b),
    })
    .or_raise(vm)
    .map(|tensor| tensor_to_python(tensor, vm))
}

fn in_place(operator: Binary, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(target) = a.downcast_ref::<Tensor>() else { return Ok(vm.ctx.not_implemented()) };
    // Not borrowed: `x += x` writes what it reads.
    let Some(b) = operand_or_array(b, vm)? else { return Ok(vm.ctx.not_implemented()) };
    let other = match &b {
        Arg::Tensor(tensor) => Some(tensor),
        _ => None,
    };
    overlap::check(operator.name, &target.get(), other).or_raise(vm)?;
    let b = Args::new([b]);
    write_in_place(target, |tensor| operator.run(tensor.into(), b.operand(0)?)).or_raise(vm)?;
    Ok(a.to_owned())
}

fn unary(
    name: &'static str,
    compute: fn(&Core) -> Result<Core>,
    a: &PyObject,
    vm: &VirtualMachine,
) -> PyResult {
    if let Some(answer) = overrides::by_operands(Called::Method(name), &[a], vm)? {
        return Ok(answer);
    }
    let tensor = get(a, vm)?;
    guarded(name, || compute(&tensor)).or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

/// `a + b` of Python for `add` of the core.
macro_rules! sign {
    ($operator:ident) => {
        Some(|a, b, vm| binary(operator!($operator), a, b, vm))
    };
}

/// `a += b` likewise.
macro_rules! in_place_sign {
    ($operator:ident) => {
        Some(|a, b, vm| in_place(operator!($operator), a, b, vm))
    };
}

fn get(object: &PyObject, vm: &VirtualMachine) -> PyResult<Core> {
    match object.downcast_ref::<Tensor>() {
        Some(tensor) => Ok(tensor.get().clone()),
        None => Err(vm.new_type_error("expected a Tensor")),
    }
}

/// The one value, for `float()` and `int()`.
fn only_value(object: &PyObject, vm: &VirtualMachine) -> PyResult<Scalar> {
    let tensor = get(object, vm)?;
    if tensor.numel() != 1 {
        return Err(vm.new_value_error("only one element tensors can be converted to Python scalars"));
    }
    if tensor.requires_grad() {
        warn_of_scalar(vm)?;
    }
    tensor.item().or_raise(vm)
}

fn index(object: &PyObject, vm: &VirtualMachine) -> PyResult {
    let tensor = get(object, vm)?;
    if tensor.numel() != 1 || tensor.dtype().is_float() {
        return Err(
            vm.new_type_error("only integer tensors of a single element can be converted to an index")
        );
    }
    Ok(vm.ctx.new_int(tensor.item().or_raise(vm)?.to_i64()).into())
}

fn to_int(object: &PyObject, vm: &VirtualMachine) -> PyResult {
    match only_value(object, vm)? {
        Scalar::Float(value) if value.is_finite() => {
            vm.ctx.new_float(value).as_object().try_int(vm).map(Into::into)
        }
        Scalar::Float(value) if value.is_nan() => {
            Err(vm.new_value_error("cannot convert float NaN to integer"))
        }
        Scalar::Float(_) => Err(vm.new_overflow_error("cannot convert float infinity to integer")),
        value => Ok(vm.ctx.new_int(value.to_i64()).into()),
    }
}

impl AsNumber for Tensor {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            add: sign!(add),
            subtract: sign!(sub),
            multiply: sign!(mul),
            true_divide: sign!(div),
            floor_divide: sign!(floor_divide),
            remainder: sign!(remainder),
            power: Some(|a, b, _modulus, vm| binary(operator!(pow), a, b, vm)),
            matrix_multiply: Some(matrix_product),
            and: sign!(bitwise_and),
            or: sign!(bitwise_or),
            xor: sign!(bitwise_xor),
            lshift: sign!(bitwise_left_shift),
            rshift: sign!(bitwise_right_shift),
            inplace_add: in_place_sign!(add),
            inplace_subtract: in_place_sign!(sub),
            inplace_multiply: in_place_sign!(mul),
            inplace_true_divide: in_place_sign!(div),
            inplace_floor_divide: in_place_sign!(floor_divide),
            inplace_remainder: in_place_sign!(remainder),
            inplace_power: Some(|a, b, _modulus, vm| in_place(operator!(pow), a, b, vm)),
            inplace_and: in_place_sign!(bitwise_and),
            inplace_or: in_place_sign!(bitwise_or),
            inplace_xor: in_place_sign!(bitwise_xor),
            negative: Some(|a, vm| unary("neg", ops::neg, a.obj, vm)),
            positive: Some(|a, _vm| Ok(a.obj.to_owned())),
            absolute: Some(|a, vm| unary("abs", ops::abs, a.obj, vm)),
            invert: Some(|a, vm| {
                if get(a.obj, vm)?.dtype().is_float() {
                    return Err(vm.new_type_error(
                        "~ (operator.invert) is only implemented on integer and Boolean-type tensors",
                    ));
                }
                unary("bitwise_not", ops::bitwise_not, a.obj, vm)
            }),
            boolean: Some(|a, vm| truth(&get(a.obj, vm)?, vm)),
            float: Some(|a, vm| Ok(vm.ctx.new_float(only_value(a.obj, vm)?.to_f64()).into())),
            int: Some(|a, vm| to_int(a.obj, vm)),
            index: Some(|a, vm| index(a.obj, vm)),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

fn comparison(op: PyComparisonOp) -> Binary {
    match op {
        PyComparisonOp::Lt => operator!(lt),
        PyComparisonOp::Le => operator!(le),
        PyComparisonOp::Eq => operator!(eq),
        PyComparisonOp::Ne => operator!(ne),
        PyComparisonOp::Gt => operator!(gt),
        PyComparisonOp::Ge => operator!(ge),
    }
}

impl Comparable for Tensor {
    /// A tensor of bools, element by element.
    fn slot_richcompare(
        zelf: &PyObject,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
        let result = binary(comparison(op), zelf, other, vm)?;
        Ok(scalars::answer(result, vm))
    }

    fn cmp(
        _zelf: &Py<Self>,
        _other: &PyObject,
        _op: PyComparisonOp,
        _vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        Ok(PyComparisonValue::NotImplemented)
    }
}
