//! Messages that RustPython words otherwise than CPython does, as CPython words them when they are shown.
//!
//! What it is not: what is raised, or when. The arguments of the exception stay RustPython's. Start reading at
//! [`reworded`].

use std::sync::OnceLock;

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
    builtins::{PyStr, PyTuple, PyType},
    function::{Callee, FuncArgs, PyMethodDef, PyMethodFlags},
    protocol::PyNumberTernaryFunc,
};

use super::Originals;

/// How an exception is shown as Python.
type Stringify = fn(&PyObject, &VirtualMachine) -> PyResult<PyRef<PyStr>>;

const TYPES: usize = 4;
static REPR: Originals<Stringify, TYPES> = [const { OnceLock::new() }; TYPES];

pub(super) fn install(vm: &VirtualMachine) {
    for (at, class) in classes(vm).into_iter().enumerate() {
        let shown = move |vm: &VirtualMachine, args: FuncArgs, _: Callee| {
            let (exception,): (PyObjectRef,) = args.bind(vm)?;
            shown_str(at, &exception, vm)
        };
        let func = Box::leak(Box::new(shown));
        let method = PyMethodDef { name: "__str__", func, flags: PyMethodFlags::METHOD, doc: None };
        let method: &'static PyMethodDef = Box::leak(Box::new(method));
        class.set_attr(vm.ctx.intern_str("__str__"), method.build_method(&vm.ctx, class).into());
        if let Some(own) = class.slots.repr.load() {
            REPR[at].get_or_init(|| own);
            class.slots.repr.store(Some(REPR_SLOTS[at]));
        }
    }
    let power = &vm.ctx.types.float_type.slots.as_number.power;
    if let Some(own) = power.load() {
        POWER.get_or_init(|| own);
        power.store(Some(float_power));
    }
}

static POWER: OnceLock<PyNumberTernaryFunc> = OnceLock::new();

/// A power that is too large is told of as C tells of it.
fn float_power(a: &PyObject, b: &PyObject, c: &PyObject, vm: &VirtualMachine) -> PyResult {
    const ERANGE: i32 = 34;
    let result = POWER.get().expect("set before the slot is")(a, b, c, vm);
    result.map_err(|error| {
        let overflow = vm.ctx.exceptions.overflow_error;
        if !error.class().is(overflow) {
            return error;
        }
        let arguments =
            vec![vm.ctx.new_int(ERANGE).into(), vm.ctx.new_str("Numerical result out of range").into()];
        vm.new_exception(overflow.to_owned(), arguments)
    })
}

/// Those whose messages are looked at.
fn classes(vm: &VirtualMachine) -> [&'static Py<PyType>; TYPES] {
    let exceptions = &vm.ctx.exceptions;
    [
        exceptions.recursion_error,
        exceptions.unbound_local_error,
        exceptions.type_error,
        exceptions.value_error,
    ]
}

const REPR_SLOTS: [Stringify; TYPES] = [shown_repr::<0>, shown_repr::<1>, shown_repr::<2>, shown_repr::<3>];

fn shown_str(class: usize, exception: &PyObject, vm: &VirtualMachine) -> PyResult {
    match message(exception, vm).and_then(|message| reworded(class, &message)) {
        Some(words) => Ok(vm.ctx.new_str(words).into()),
        None => {
            let base = vm.ctx.exceptions.base_exception_type.as_object().get_attr("__str__", vm)?;
            base.call((exception.to_owned(),), vm)
        }
    }
}

fn shown_repr<const AT: usize>(exception: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    match message(exception, vm).and_then(|message| reworded(AT, &message)) {
        Some(words) => {
            let words = vm.ctx.new_str(words).as_object().repr(vm)?;
            let name = exception.class().name().to_string();
            Ok(vm.ctx.new_str(format!("{name}({})", words.to_string_lossy())))
        }
        None => REPR[AT].get().expect("set before the slot is")(exception, vm),
    }
}

/// The one argument of an exception, if it is text.
fn message(exception: &PyObject, vm: &VirtualMachine) -> Option<String> {
    let arguments = exception.get_attr("args", vm).ok()?;
    match arguments.downcast_ref::<PyTuple>()?.as_slice() {
        [only] if only.class().is(vm.ctx.types.str_type) => {
            Some(only.downcast_ref::<PyStr>()?.to_string_lossy().into_owned())
        }
        _ => None,
    }
}

/// CPython's words for a message of the class at that place, where they differ.
fn reworded(class: usize, message: &str) -> Option<String> {
    match class {
        0 => message.strip_suffix(' ').map(str::to_owned),
        1 => {
            let name =
                message.strip_prefix("local variable '")?.strip_suffix("' referenced before assignment")?;
            Some(format!("cannot access local variable '{name}' where it is not associated with a value"))
        }
        2 => {
            if message.starts_with("class ")
                && message.contains(" without an implementation for abstract method")
            {
                return Some(format!("Can't instantiate abstract {message}"));
            }
            concatenation(message).or_else(|| miscounted(message)).or_else(|| other_kind(message))
        }
        _ => {
            let value = message.strip_prefix('\'')?.strip_suffix("' is not in list")?;
            Some(format!("{value} is not in list"))
        }
    }
}

/// Of a sequence and what is none, or another.
fn concatenation(message: &str) -> Option<String> {
    let (own, other) = match message.strip_prefix("can only concatenate tuple (not '") {
        Some(rest) => ("tuple", rest.strip_suffix("') to tuple")?),
        None => message.strip_prefix("Cannot add ")?.split_once(" and ")?,
    };
    Some(format!("can only concatenate {own} (not \"{other}\") to {own}"))
}

/// Functions of one argument that CPython counts in other words.
const OF_ONE: [&str; 12] =
    ["abs", "all", "any", "bin", "callable", "chr", "hash", "hex", "id", "len", "oct", "ord"];

fn miscounted(message: &str) -> Option<String> {
    let (name, count) = message.split_once(" expected 1 argument, got ")?;
    OF_ONE.contains(&name).then(|| format!("{name}() takes exactly one argument ({count} given)"))
}

fn other_kind(message: &str) -> Option<String> {
    if message.starts_with("exceptions must be classes or instances deriving from BaseException") {
        return Some("exceptions must derive from BaseException".to_owned());
    }
    let kind = message.strip_prefix("expected string got ")?;
    Some(format!("expected string or bytes-like object, got {kind}"))
}
