//! `__torch_function__`: what classes of a program's own make of the calls that their objects are given to.
//!
//! What it is not: whom to ask first, and what `torch.Tensor` answers (`torch/overrides.py`). Start reading at
//! [`by_class`].

use std::cell::Cell;

use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDictRef, PyList, PyTuple, PyTupleRef},
    class::StaticType,
    function::FuncArgs,
    types::PyTypeFlags,
};

use super::tensor::{Parameter, Tensor};

thread_local! {
    /// A class that has answered lets what it calls itself be computed.
    static ARE_OFF: Cell<bool> = const { Cell::new(false) };
}

/// What is called: a function of `torch`, or a method.
#[derive(Clone, Copy)]
pub(super) enum Called {
    Function(&'static str),
    Method(&'static str),
}

/// The answer of the class of one of the arguments; `None` where there is none.
///
/// # Errors
/// The class's own.
pub(super) fn by_class(
    called: Called,
    args: &FuncArgs,
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    if concerns(args, vm) { ask(called, args, vm) } else { Ok(None) }
}

/// As [`by_class`], of a sign's operands or a method's object.
///
/// # Errors
/// The class's own.
pub(super) fn by_operands(
    called: Called,
    operands: &[&PyObject],
    vm: &VirtualMachine,
) -> PyResult<Option<PyObjectRef>> {
    if ARE_OFF.get() || !operands.iter().any(|operand| answers(operand, vm)) {
        return Ok(None);
    }
    let args: Vec<PyObjectRef> = operands.iter().map(|&operand| operand.to_owned()).collect();
    ask(called, &args.into(), vm)
}

/// Whether a class among the arguments, or among the items of their lists, has a say.
pub(super) fn concerns(args: &FuncArgs, vm: &VirtualMachine) -> bool {
    let any = |items: &[PyObjectRef]| items.iter().any(|item| answers(item, vm));
    let holds = |value: &PyObjectRef| {
        answers(value, vm)
            || value.downcast_ref::<PyTuple>().is_some_and(|tuple| any(tuple.as_slice()))
            || value.downcast_ref::<PyList>().is_some_and(|list| any(&list.borrow_vec()))
    };
    !ARE_OFF.get() && args.args.iter().chain(args.kwargs.values()).any(holds)
}

fn ask(called: Called, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
    let (is_method, name) = match called {
        Called::Function(name) => (false, name),
        Called::Method(name) => (true, name),
    };
    let overrides = vm.import("torch.overrides", 0)?.get_attr("overrides", vm)?;
    let (positional, keywords) = as_objects(args, vm)?;
    let call = (vm.ctx.new_str(name), is_method, positional, keywords);
    let answer = vm.call_method(&overrides, "_asked", call)?;
    Ok(Some(answer).filter(|answer| !answer.is(&vm.ctx.not_implemented)))
}

/// Arguments as Python's functions about calls take them: `args` and `kwargs`.
pub(super) fn as_objects(args: &FuncArgs, vm: &VirtualMachine) -> PyResult<(PyTupleRef, PyDictRef)> {
    let keywords = vm.ctx.new_dict();
    for (keyword, value) in &args.kwargs {
        keywords.set_item(&**keyword, value.clone(), vm)?;
    }
    Ok((vm.ctx.new_tuple(args.args.clone()), keywords))
}

/// Whether the class of an object has a say. Only a program's own can; parameters are tensors like any other, and so is
/// what a complex number is computed with.
pub(super) fn answers(value: &PyObject, vm: &VirtualMachine) -> bool {
    let class = value.class();
    if class.is(vm.ctx.types.complex_type) {
        return true;
    }
    class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE)
        && !class.is(Tensor::static_type())
        && !class.fast_issubclass(Parameter::static_type())
        && class.has_attr(vm.ctx.intern_str("__torch_function__"))
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use rustpython_vm::{
        PyPayload, PyRef, PyResult, VirtualMachine, builtins::PyTypeRef, function::FuncArgs,
    };

    use super::{ARE_OFF, Tensor};

    /// _without_overrides(function, *args, **kwargs): calls it, and asks no class what it makes of that.
    #[pyfunction]
    fn _without_overrides(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let Some(function) = args.take_positional() else {
            return Err(vm.new_type_error("_without_overrides() takes a function"));
        };
        let before = ARE_OFF.replace(true);
        let result = function.call(args, vm);
        ARE_OFF.set(before);
        result
    }

    /// _as_subclass(tensor, class): the tensor as an object of a class derived from `Tensor`.
    #[pyfunction]
    fn _as_subclass(tensor: PyRef<Tensor>, class: PyTypeRef, vm: &VirtualMachine) -> PyResult {
        Tensor::new(tensor.get().clone()).into_ref_with_type(vm, class).map(Into::into)
    }
}
