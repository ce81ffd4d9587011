//! Text that is padded to a width: the width says how large it is, and is asked for before.

use std::sync::OnceLock;

use rustpython_vm::{
    PyObject, PyResult, VirtualMachine,
    builtins::{PyBytes, PyStr, PyTuple},
    function::FuncArgs,
    protocol::PyNumberBinaryFunc,
};

use super::{
    Originals, has_room,
    sizes::{Needs, ask_in},
};

const PADDING: [(&str, Needs); 4] =
    [("center", padded), ("ljust", padded), ("rjust", padded), ("zfill", padded)];

static ORIGINALS: Originals<PyNumberBinaryFunc, 2> = [const { OnceLock::new() }; 2];
const ASKING: [PyNumberBinaryFunc; 2] = [formatted::<0>, formatted::<1>];

pub(super) fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    for ((class, original), asking) in [types.str_type, types.bytes_type].iter().zip(&ORIGINALS).zip(ASKING) {
        if let Some(own) = class.slots.as_number.remainder.load() {
            original.get_or_init(|| own);
            class.slots.as_number.remainder.store(Some(asking));
        }
    }
    for class in [types.str_type, types.bytes_type, types.bytearray_type] {
        for (name, needs) in PADDING {
            ask_in(class, name, needs, vm);
        }
    }
    for class in [types.str_type, types.int_type, types.float_type] {
        ask_in(class, "__format__", specified, vm);
    }
}

fn padded(_: &PyObject, args: &mut FuncArgs, _: &VirtualMachine) -> PyResult<u128> {
    Ok(args.args.get(1).map_or(0, |width| width_of(width)))
}

/// A width as argument; none where it is for the method to refuse.
fn width_of(width: &PyObject) -> u128 {
    let width = width.downcast_ref::<rustpython_vm::builtins::PyInt>();
    width.and_then(|width| i32::try_from(width.as_bigint()).ok()).map_or(0, |width| width.max(0) as u128)
}

fn specified(_: &PyObject, args: &mut FuncArgs, _: &VirtualMachine) -> PyResult<u128> {
    let specification = args.args.get(1).and_then(|text| text.downcast_ref::<PyStr>());
    Ok(specification.map_or(0, |text| widest(text.as_bytes())))
}

/// `format % values`.
fn formatted<const AT: usize>(format: &PyObject, values: &PyObject, vm: &VirtualMachine) -> PyResult {
    let text = match (format.downcast_ref::<PyStr>(), format.downcast_ref::<PyBytes>()) {
        (Some(text), _) => text.as_bytes(),
        (_, Some(bytes)) => bytes.as_bytes(),
        _ => &[],
    };
    for directive in text.split(|&byte| byte == b'%').skip(1) {
        // After the name of a value, if there is one.
        let name = directive.iter().position(|&byte| byte == b')').filter(|_| directive.starts_with(b"("));
        let rest = &directive[name.map_or(0, |end| end + 1)..];
        let end = rest.iter().position(|byte| !b"#- +.*0123456789".contains(byte)).unwrap_or(rest.len());
        has_room(widest(&rest[..end]), vm)?;
        if let (true, Some(values)) = (rest[..end].contains(&b'*'), values.downcast_ref::<PyTuple>()) {
            has_room(values.as_slice().iter().map(|value| width_of(value)).max().unwrap_or(0), vm)?;
        }
    }
    ORIGINALS[AT].get().expect("set before the slot is")(format, values, vm)
}

/// The largest number in a specification; none that the interpreter refuses by itself.
fn widest(text: &[u8]) -> u128 {
    let numbers = text.split(|byte| !byte.is_ascii_digit());
    let parsed = numbers.filter_map(|digits| std::str::from_utf8(digits).ok()?.parse::<i32>().ok());
    parsed.max().map_or(0, |width| width as u128)
}
