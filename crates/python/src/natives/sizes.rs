//! Text, bytes and lists whose size is a multiple of what they are made of: it is known beforehand, and asked for.
//!
//! What it is not: results that a width says the size of (`widths`).

use std::sync::OnceLock;

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyByteArray, PyBytes, PyList, PyStr, PyTuple, PyType},
    function::{FuncArgs, PyMethodDef, PyNativeFn},
    protocol::PySequence,
};

use super::{Originals, has_room};

type Repeat = fn(PySequence<'_>, isize, &VirtualMachine) -> PyResult;
type Concat = fn(PySequence<'_>, &PyObject, &VirtualMachine) -> PyResult;

const COUNT: usize = 5;
static ORIGINALS: Originals<Concat, COUNT> = [const { OnceLock::new() }; COUNT];
const ASKING: [Concat; COUNT] = [concat::<0>, concat::<1>, concat::<2>, concat::<3>, concat::<4>];
static REPEATS: Originals<Repeat, COUNT> = [const { OnceLock::new() }; COUNT];
const ASKING_REPEATS: [Repeat; COUNT] = [repeat::<0>, repeat::<1>, repeat::<2>, repeat::<3>, repeat::<4>];

/// A part of text that is an object of its own takes about so many bytes besides.
const OBJECT: u128 = 64;

/// What a method needs, in bytes; it may put arguments that can be read once only into such that can be read again.
pub(super) type Needs = fn(&PyObject, &mut FuncArgs, &VirtualMachine) -> PyResult<u128>;

const METHODS: [(&str, Needs); 6] = [
    ("join", joined),
    ("replace", replaced),
    ("expandtabs", expanded),
    ("split", split),
    ("rsplit", split),
    ("splitlines", split_lines),
];

pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    let text = [types.str_type, types.bytes_type, types.bytearray_type];
    let all = [text[0], text[1], text[2], types.list_type, types.tuple_type];
    for ((class, original), asking) in all.iter().zip(&ORIGINALS).zip(ASKING) {
        if let Some(own) = class.slots.as_sequence.concat.load() {
            original.get_or_init(|| own);
            class.slots.as_sequence.concat.store(Some(asking));
        }
    }
    for ((class, original), asking) in all.iter().zip(&REPEATS).zip(ASKING_REPEATS) {
        if let Some(own) = class.slots.as_sequence.repeat.load() {
            original.get_or_init(|| own);
            class.slots.as_sequence.repeat.store(Some(asking));
        }
    }
    for class in text {
        for (name, needs) in METHODS {
            ask_in(class, name, needs, vm);
        }
    }
}

fn concat<const AT: usize>(left: PySequence<'_>, right: &PyObject, vm: &VirtualMachine) -> PyResult {
    has_room(bytes_of(left.obj) + bytes_of(right), vm)?;
    ORIGINALS[AT].get().expect("set before the slot is")(left, right, vm)
}

fn repeat<const AT: usize>(part: PySequence<'_>, times: isize, vm: &VirtualMachine) -> PyResult {
    has_room(bytes_of(part.obj) * u128::try_from(times).unwrap_or(0), vm)?;
    REPEATS[AT].get().expect("set before the slot is")(part, times, vm)
}

/// Puts a method in place of a type's own that asks for memory before.
pub(super) fn ask_in(class: &'static Py<PyType>, name: &'static str, needs: Needs, vm: &VirtualMachine) {
    let Some(own) = class.slots.methods.iter().find(|method| method.name == name) else { return };
    let original: &'static dyn PyNativeFn = own.func;
    let asking = move |vm: &VirtualMachine, mut args: FuncArgs, callee| {
        if let Some(this) = args.args.first().cloned() {
            has_room(needs(&this, &mut args, vm)?, vm)?;
        }
        original(vm, args, callee)
    };
    let method = PyMethodDef { func: Box::leak(Box::new(asking)), ..own.clone() };
    let method: &'static PyMethodDef = Box::leak(Box::new(method));
    class.set_attr(vm.ctx.intern_str(name), method.build_method(&vm.ctx, class).into());
}

fn bytes_of(object: &PyObject) -> u128 {
    let objects = |count: usize| count * size_of::<PyObjectRef>();
    let bytes = if let Some(text) = object.downcast_ref::<PyStr>() {
        text.as_bytes().len()
    } else if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        bytes.as_bytes().len()
    } else if let Some(bytes) = object.downcast_ref::<PyByteArray>() {
        bytes.borrow_buf().len()
    } else if let Some(list) = object.downcast_ref::<PyList>() {
        objects(list.borrow_vec().len())
    } else if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        objects(tuple.as_slice().len())
    } else {
        0
    };
    bytes as u128
}

fn joined(separator: &PyObject, args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<u128> {
    let [_, parts] = args.args.as_mut_slice() else { return Ok(0) };
    let sum = |parts: &[PyObjectRef]| {
        bytes_of(separator) * parts.len() as u128 + parts.iter().map(|part| bytes_of(part)).sum::<u128>()
    };
    if let Some(tuple) = parts.downcast_ref::<PyTuple>() {
        return Ok(sum(tuple.as_slice()));
    }
    if parts.downcast_ref::<PyList>().is_none() {
        // What cannot be gone through is the method's to complain of.
        let Ok(iterator) = parts.clone().get_iter(vm) else { return Ok(0) };
        *parts = vm.ctx.types.list_type.as_object().call((PyObjectRef::from(iterator),), vm)?;
    }
    Ok(parts.downcast_ref::<PyList>().map_or(0, |list| sum(&list.borrow_vec())))
}

fn replaced(this: &PyObject, args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<u128> {
    let [_, old, new, ..] = args.args.as_slice() else { return Ok(0) };
    let (size, longer) = (bytes_of(this), bytes_of(new));
    // Most calls need no counting.
    if size * longer.max(1) < super::ASK_FROM {
        return Ok(0);
    }
    Ok(size + occurrences(this, old, vm) * longer)
}

fn expanded(this: &PyObject, args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<u128> {
    let given = args.args.get(1).cloned().or_else(|| args.kwargs.get("tabsize").cloned());
    let width: usize = given.and_then(|width| width.try_into_value(vm).ok()).unwrap_or(8);
    if bytes_of(this).saturating_mul(width as u128) < super::ASK_FROM {
        return Ok(0);
    }
    let tabs = text_of(this, |text| text.iter().filter(|&&byte| byte == b'\t').count());
    Ok(bytes_of(this) + tabs * width as u128)
}

fn split(this: &PyObject, args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<u128> {
    let size = bytes_of(this);
    if size < super::ASK_FROM {
        return Ok(0);
    }
    let separator = args.args.get(1).cloned().or_else(|| args.kwargs.get("sep").cloned());
    let parts = match separator.filter(|separator| !vm.is_none(separator)) {
        Some(separator) => occurrences(this, &separator, vm),
        None => text_of(this, |text| text.iter().filter(|byte| byte.is_ascii_whitespace()).count()),
    };
    Ok(size + (parts + 1) * OBJECT)
}

fn split_lines(this: &PyObject, _: &mut FuncArgs, _: &VirtualMachine) -> PyResult<u128> {
    let lines = text_of(this, |text| text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count());
    Ok(bytes_of(this) + (lines + 1) * OBJECT)
}

/// How often `part` is in text or bytes; none if it cannot be.
fn occurrences(this: &PyObject, part: &PyObject, vm: &VirtualMachine) -> u128 {
    let count =
        vm.call_method(this, "count", (part.to_owned(),)).and_then(|count| count.try_into_value::<usize>(vm));
    count.unwrap_or(0) as u128
}

fn text_of(this: &PyObject, count: impl Fn(&[u8]) -> usize) -> u128 {
    let found = if let Some(text) = this.downcast_ref::<PyStr>() {
        count(text.as_bytes())
    } else if let Some(bytes) = this.downcast_ref::<PyBytes>() {
        count(bytes.as_bytes())
    } else if let Some(bytes) = this.downcast_ref::<PyByteArray>() {
        count(&bytes.borrow_buf())
    } else {
        0
    };
    found as u128
}
