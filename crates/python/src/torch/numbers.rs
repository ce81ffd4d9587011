//! Python's signs on tensors: `+ - * / // % ** @`, their reflected and in-place forms, and comparisons.
//!
//! What it is not: what they compute (`kindling_core::ops`). Start reading at [`binary`].

use kindling_core::{Scalar, Tensor as Core, ops::Arg};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    function::{Either, PyComparisonValue},
    protocol::PyNumberMethods,
    types::{AsNumber, Comparable, PyComparisonOp},
};

use super::{
    convert::{scalar_from, tensor_to_python},
    errors::OrRaise,
    in_place::write_in_place,
    operators,
    tensor::{Tensor, truth},
};
use crate::interrupt;

/// A tensor or a number as an operator's argument; `None` for any other object.
pub(super) fn operand(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Arg>> {
    match object.downcast_ref::<Tensor>() {
        Some(tensor) => Ok(Some(Arg::Tensor(tensor.get().clone()))),
        None => Ok(scalar_from(object, vm)?.map(Arg::Scalar)),
    }
}

/// What an operator costs, for Stop: as many elements as its larger operand has.
fn elements(args: &[Arg]) -> usize {
    args.iter().map(|arg| if let Arg::Tensor(tensor) = arg { tensor.numel() } else { 1 }).max().unwrap_or(1)
}

fn binary(name: &'static str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let (Some(a), Some(b)) = (operand(a, vm)?, operand(b, vm)?) else { return Ok(vm.ctx.not_implemented()) };
    let args = vec![a, b];
    interrupt::poll_work(vm, elements(&args))?;
    operators::call(name, args).or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

/// `a @ b`, which is not for numbers.
fn matrix_product(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if [a, b].iter().any(|operand| operand.downcast_ref::<Tensor>().is_none()) {
        return Ok(vm.ctx.not_implemented());
    }
    binary("matmul", a, b, vm)
}

fn in_place(name: &'static str, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(target) = a.downcast_ref::<Tensor>() else { return Ok(vm.ctx.not_implemented()) };
    let Some(b) = operand(b, vm)? else { return Ok(vm.ctx.not_implemented()) };
    write_in_place(target, |tensor| operators::call(name, vec![tensor.clone().into(), b])).or_raise(vm)?;
    Ok(a.to_owned())
}

fn unary(name: &'static str, a: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(tensor) = a.downcast_ref::<Tensor>() else { return Ok(vm.ctx.not_implemented()) };
    let tensor = tensor.get().clone();
    operators::call(name, vec![tensor.into()]).or_raise(vm).map(|tensor| tensor_to_python(tensor, vm))
}

fn get(object: &PyObject, vm: &VirtualMachine) -> PyResult<Core> {
    match object.downcast_ref::<Tensor>() {
        Some(tensor) => Ok(tensor.get().clone()),
        None => Err(vm.new_type_error("expected a Tensor")),
    }
}

/// The one value, for `float()`, `int()` and as an index.
fn only_value(object: &PyObject, vm: &VirtualMachine) -> PyResult<Scalar> {
    let tensor = get(object, vm)?;
    if tensor.numel() != 1 {
        return Err(vm.new_value_error("only one element tensors can be converted to Python scalars"));
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
            add: Some(|a, b, vm| binary("add", a, b, vm)),
            subtract: Some(|a, b, vm| binary("sub", a, b, vm)),
            multiply: Some(|a, b, vm| binary("mul", a, b, vm)),
            true_divide: Some(|a, b, vm| binary("div", a, b, vm)),
            floor_divide: Some(|a, b, vm| binary("floor_divide", a, b, vm)),
            remainder: Some(|a, b, vm| binary("remainder", a, b, vm)),
            power: Some(|a, b, _modulus, vm| binary("pow", a, b, vm)),
            matrix_multiply: Some(matrix_product),
            and: Some(|a, b, vm| binary("bitwise_and", a, b, vm)),
            or: Some(|a, b, vm| binary("bitwise_or", a, b, vm)),
            xor: Some(|a, b, vm| binary("bitwise_xor", a, b, vm)),
            lshift: Some(|a, b, vm| binary("bitwise_left_shift", a, b, vm)),
            rshift: Some(|a, b, vm| binary("bitwise_right_shift", a, b, vm)),
            inplace_add: Some(|a, b, vm| in_place("add", a, b, vm)),
            inplace_subtract: Some(|a, b, vm| in_place("sub", a, b, vm)),
            inplace_multiply: Some(|a, b, vm| in_place("mul", a, b, vm)),
            inplace_true_divide: Some(|a, b, vm| in_place("div", a, b, vm)),
            inplace_floor_divide: Some(|a, b, vm| in_place("floor_divide", a, b, vm)),
            inplace_remainder: Some(|a, b, vm| in_place("remainder", a, b, vm)),
            inplace_power: Some(|a, b, _modulus, vm| in_place("pow", a, b, vm)),
            inplace_and: Some(|a, b, vm| in_place("bitwise_and", a, b, vm)),
            inplace_or: Some(|a, b, vm| in_place("bitwise_or", a, b, vm)),
            inplace_xor: Some(|a, b, vm| in_place("bitwise_xor", a, b, vm)),
            negative: Some(|a, vm| unary("neg", a.obj, vm)),
            positive: Some(|a, _vm| Ok(a.obj.to_owned())),
            absolute: Some(|a, vm| unary("abs", a.obj, vm)),
            invert: Some(|a, vm| unary("bitwise_not", a.obj, vm)),
            boolean: Some(|a, vm| truth(&get(a.obj, vm)?, vm)),
            float: Some(|a, vm| Ok(vm.ctx.new_float(only_value(a.obj, vm)?.to_f64()).into())),
            int: Some(|a, vm| to_int(a.obj, vm)),
            index: Some(|a, vm| index(a.obj, vm)),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

fn comparison_name(op: PyComparisonOp) -> &'static str {
    match op {
        PyComparisonOp::Lt => "lt",
        PyComparisonOp::Le => "le",
        PyComparisonOp::Eq => "eq",
        PyComparisonOp::Ne => "ne",
        PyComparisonOp::Gt => "gt",
        PyComparisonOp::Ge => "ge",
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
        let result = binary(comparison_name(op), zelf, other, vm)?;
        if result.is(&vm.ctx.not_implemented) {
            return Ok(Either::B(PyComparisonValue::NotImplemented));
        }
        Ok(Either::A(result))
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

/// Whether an operator row of this name exists: [`binary`] and its kin look names up as they run.
#[cfg(test)]
mod tests {
    use kindling_core::ops;

    #[test]
    fn every_sign_has_an_operator() {
        let signs = [
            "add",
            "sub",
            "mul",
            "div",
            "floor_divide",
            "remainder",
            "pow",
            "matmul",
            "bitwise_and",
            "bitwise_or",
            "bitwise_xor",
            "bitwise_left_shift",
            "bitwise_right_shift",
            "neg",
            "abs",
            "bitwise_not",
            "lt",
            "le",
            "eq",
            "ne",
            "gt",
            "ge",
            "permute",
            "transpose",
            "unbind",
            "flip",
        ];
        let missing: Vec<_> =
            signs.into_iter().filter(|sign| !ops::operators().any(|row| row.name() == *sign)).collect();
        assert!(missing.is_empty(), "no operator for {missing:?}");
    }
}
