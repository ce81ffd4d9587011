//! Ticks in the iterators that natives go through, as `sum(range(10**10))` does: an item is a tick.
//!
//! Loops of Python's own are not slowed down: the interpreter goes through ranges, lists and tuples without asking them.

use std::sync::OnceLock;

use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine, builtins::PyType,
    protocol::PyIterReturn,
};

use super::Originals;
use crate::interrupt;

type Next = fn(&PyObject, &VirtualMachine) -> PyResult<PyIterReturn>;

/// How many types there are.
const COUNT: usize = 20;
static ORIGINALS: Originals<Next, COUNT> = [const { OnceLock::new() }; COUNT];

/// Iterators of itertools that go on for long by themselves.
const ITERTOOLS: [&str; 9] = [
    "chain",
    "count",
    "cycle",
    "repeat",
    "product",
    "permutations",
    "combinations",
    "combinations_with_replacement",
    "starmap",
];

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let types = &vm.ctx.types;
    let builtin = [
        types.range_iterator_type,
        types.long_range_iterator_type,
        types.list_iterator_type,
        types.list_reverseiterator_type,
        types.tuple_iterator_type,
        types.str_iterator_type,
        types.bytes_iterator_type,
        types.bytearray_iterator_type,
        types.iter_type,
        types.reverse_iter_type,
    ];
    let mut all: Vec<PyRef<PyType>> = builtin.into_iter().map(|class| class.to_owned()).collect();
    // `iter(function, sentinel)`, whose type has no name.
    let until = vm.builtins.get_attr("iter", vm)?.call((types.object_type.to_owned(), vm.ctx.none()), vm)?;
    all.push(until.class().to_owned());
    let itertools = vm.import("itertools", 0)?;
    for name in ITERTOOLS {
        all.push(downcast(itertools.get_attr(name, vm)?, vm)?);
    }
    for ((class, original), next) in all.iter().zip(&ORIGINALS).zip(TICKING) {
        if let Some(own) = class.slots.iternext.load() {
            original.get_or_init(|| own);
            class.slots.iternext.store(Some(next));
        }
    }
    Ok(())
}

fn downcast(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyType>> {
    class.downcast().map_err(|_| vm.new_type_error("no type"))
}

fn ticking<const AT: usize>(iterator: &PyObject, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
    interrupt::poll(vm)?;
    ORIGINALS[AT].get().expect("set before the slot is")(iterator, vm)
}

macro_rules! ticking {
    ($($at:literal)*) => { [$(ticking::<$at>),*] };
}
const TICKING: [Next; COUNT] = ticking!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19);
