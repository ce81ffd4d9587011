//! The order that sets of numbers have in CPython, which prints and walks them by their places in a table of hashes: `{3, 1, 2}`
//! is shown as `{1, 2, 3}`. Students see it wherever labels are counted.
//!
//! What it is not: the sets, which RustPython keeps in the order of insertion. Texts stay in that order, as CPython's own
//! is another in each run. After CPython's `Objects/setobject.c`. Start reading at [`ordered`].

use std::{cell::Cell, sync::OnceLock};

use crate::scalars;
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyFloat, PyFrozenSet, PyInt, PySet, PyStr, PyTuple, PyTypeRef},
    class::PyClassImpl,
    common::hash::PyHash,
    function::{FuncArgs, PyMethodDef},
    protocol::PyIterReturn,
    pyclass,
    types::{IterNext, Iterable, SelfIter},
};

use super::Originals;

type Iter = fn(PyObjectRef, &VirtualMachine) -> PyResult;
type Repr = fn(&PyObject, &VirtualMachine) -> PyResult<PyRef<PyStr>>;

type Call = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;
type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

static ITERS: Originals<Iter, 2> = [const { OnceLock::new() }; 2];
static REPRS: Originals<Repr, 2> = [const { OnceLock::new() }; 2];
static LIST: OnceLock<Call> = OnceLock::new();
static TUPLE: OnceLock<New> = OnceLock::new();
const ITERATING: [Iter; 2] = [iterated::<0>, iterated::<1>];
const SHOWING: [Repr; 2] = [shown::<0>, shown::<1>];

pub(super) fn install(vm: &VirtualMachine) {
    let _ = Ordered::make_static_type();
    let classes = [vm.ctx.types.set_type, vm.ctx.types.frozenset_type];
    for (at, class) in classes.into_iter().enumerate() {
        if let (Some(iter), Some(repr)) = (class.slots.iter.load(), class.slots.repr.load()) {
            ITERS[at].get_or_init(|| iter);
            REPRS[at].get_or_init(|| repr);
            class.slots.iter.store(Some(ITERATING[at]));
            class.slots.repr.store(Some(SHOWING[at]));
        }
    }
    let [list, tuple] = [vm.ctx.types.list_type, vm.ctx.types.tuple_type];
    if let (Some(call), Some(new)) = (list.slots.vectorcall.load(), tuple.slots.new.load()) {
        LIST.get_or_init(|| call);
        TUPLE.get_or_init(|| new);
        list.slots.vectorcall.store(Some(listed));
        tuple.slots.new.store(Some(tupled));
    }
    give_pop(vm);
}

/// `list(set)`, which asks no iterator.
fn listed(
    class: &PyObject,
    mut args: Vec<PyObjectRef>,
    positional: usize,
    keywords: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    in_order(args.first_mut(), vm);
    LIST.get().expect("set before the slot is")(class, args, positional, keywords, vm)
}

/// `tuple(set)` likewise.
fn tupled(class: PyTypeRef, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    in_order(args.args.first_mut(), vm);
    TUPLE.get().expect("set before the slot is")(class, args, vm)
}

/// A list in the place of a set whose order is another.
fn in_order(argument: Option<&mut PyObjectRef>, vm: &VirtualMachine) {
    if let Some(argument) = argument
        && let Some(items) = ordered(argument, vm)
    {
        *argument = vm.ctx.new_list(items).into();
    }
}

/// `set.pop()` takes what is first.
fn give_pop(vm: &VirtualMachine) {
    let class = vm.ctx.types.set_type;
    let Some(own) = class.slots.methods.iter().find(|method| method.name == "pop") else { return };
    let original = own.func;
    let taking = move |vm: &VirtualMachine, args: FuncArgs, callee| {
        let first = args.args.first().and_then(|set| {
            let (items, order) = known(set, vm)?;
            Some((set.clone(), items[*order.first()?].clone()))
        });
        let Some((set, first)) = first else { return original(vm, args, callee) };
        vm.call_method(&set, "discard", (first.clone(),))?;
        Ok(first)
    };
    let method: &'static PyMethodDef =
        Box::leak(Box::new(PyMethodDef { func: Box::leak(Box::new(taking)), ..own.clone() }));
    class.set_attr(vm.ctx.intern_str("pop"), method.build_method(&vm.ctx, class).into());
}

fn iterated<const AT: usize>(set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match ordered(&set, vm) {
        Some(items) => Ok(Ordered { set, items, at: Cell::new(0) }.into_pyobject(vm)),
        None => ITERS[AT].get().expect("set before the slot is")(set, vm),
    }
}

fn shown<const AT: usize>(set: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let Some(items) = ordered(set, vm) else {
        return REPRS[AT].get().expect("set before the slot is")(set, vm);
    };
    let plain = REPRS[0].get().expect("set before the slot is");
    let text = plain(&*vm.ctx.types.set_type.as_object().call((vm.ctx.new_list(items),), vm)?, vm)?;
    if set.class().is(vm.ctx.types.set_type) {
        return Ok(text);
    }
    Ok(vm.ctx.new_str(format!("{}({})", set.class().name(), text.to_string_lossy())))
}

/// The items in CPython's order, where that is known and another than theirs.
fn ordered(set: &PyObject, vm: &VirtualMachine) -> Option<Vec<PyObjectRef>> {
    let (items, order) = known(set, vm)?;
    let is_theirs = order.iter().enumerate().all(|(at, place)| at == *place);
    (!is_theirs).then(|| order.into_iter().map(|place| items[place].clone()).collect())
}

/// The items, and their numbers in CPython's order, where that is known.
fn known(set: &PyObject, vm: &VirtualMachine) -> Option<(Vec<PyObjectRef>, Vec<usize>)> {
    let items = match set.downcast_ref::<PySet>() {
        Some(set) => set.elements(),
        None => set.downcast_ref::<PyFrozenSet>()?.elements(),
    };
    let hashes: Option<Vec<PyHash>> = items.iter().map(|item| hash_of(item, vm)).collect();
    let order = Table::of(&hashes?);
    Some((items, order))
}

/// The hash of numbers and tuples of such, which is the same in each run.
fn hash_of(item: &PyObject, vm: &VirtualMachine) -> Option<PyHash> {
    let is_number = |item: &PyObject| {
        item.downcastable::<PyInt>() || item.downcastable::<PyFloat>() || scalars::value_of(item).is_some()
    };
    let is_known = match item.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice().iter().all(|inner| is_number(inner)),
        None => is_number(item),
    };
    if is_known { item.hash(vm).ok() } else { None }
}

/// CPython's table: places for items, which are known by their number.
struct Table {
    places: Vec<Option<usize>>,
}

impl Table {
    /// How many places there are at least.
    const SMALLEST: usize = 8;
    /// How many places next to each other are tried before others are.
    const NEIGHBOURS: usize = 9;
    const PERTURB_SHIFT: u32 = 5;
    /// From so many items on a table grows more slowly.
    const MANY: usize = 50_000;

    /// The numbers of items with these hashes, added one after the other, in the order of their places.
    fn of(hashes: &[PyHash]) -> Vec<usize> {
        let mut table = Self { places: vec![None; Self::SMALLEST] };
        for item in 0..hashes.len() {
            table.put(item, hashes);
            let used = item + 1;
            if used * 5 >= (table.places.len() - 1) * 3 {
                let least = if used > Self::MANY { used * 2 } else { used * 4 };
                table.grow(least, hashes);
            }
        }
        table.places.into_iter().flatten().collect()
    }

    fn put(&mut self, item: usize, hashes: &[PyHash]) {
        let mask = self.places.len() - 1;
        let mut perturb = hashes[item] as u64;
        let mut start = (perturb & mask as u64) as usize;
        loop {
            let more = if start + Self::NEIGHBOURS <= mask { Self::NEIGHBOURS } else { 0 };
            if let Some(free) = (start..=start + more).find(|place| self.places[*place].is_none()) {
                self.places[free] = Some(item);
                return;
            }
            perturb >>= Self::PERTURB_SHIFT;
            let next = (start as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(perturb);
            start = (next & mask as u64) as usize;
        }
    }

    fn grow(&mut self, least: usize, hashes: &[PyHash]) {
        let size = (least + 1).next_power_of_two().max(Self::SMALLEST);
        let before = std::mem::replace(&mut self.places, vec![None; size]);
        before.into_iter().flatten().for_each(|item| self.put(item, hashes));
    }
}

/// Goes through a set in that order.
#[pyclass(module = false, name = "set_iterator")]
#[derive(Debug, PyPayload)]
struct Ordered {
    set: PyObjectRef,
    items: Vec<PyObjectRef>,
    at: Cell<usize>,
}

#[pyclass(with(IterNext, Iterable), flags(DISALLOW_INSTANTIATION))]
impl Ordered {
    #[pymethod]
    fn __length_hint__(zelf: &Py<Self>) -> usize {
        zelf.items.len() - zelf.at.get()
    }
}

impl SelfIter for Ordered {}

impl IterNext for Ordered {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let at = zelf.at.get();
        let Some(item) = zelf.items.get(at) else { return Ok(PyIterReturn::StopIteration(None)) };
        if zelf.set.length(vm)? != zelf.items.len() {
            return Err(vm.new_runtime_error("Set changed size during iteration"));
        }
        zelf.at.set(at + 1);
        Ok(PyIterReturn::Return(item.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers in the order in which CPython 3.13 printed sets of them, made of lists.
    #[test]
    fn numbers_come_as_in_cpython() {
        for (given, printed) in [
            (&[3, 1, 2][..], &[1, 2, 3][..]),
            (&[5, 3, 9, 1], &[9, 3, 5, 1]),
            (&[10, 3, 7], &[10, 3, 7]),
            (&[1000, 1, 50, 33], &[1000, 1, 50, 33]),
            (&[20, 17, 14, 11, 8, 5, 2], &[2, 5, 8, 11, 14, 17, 20]),
            (&[0, 1, 4, 9, 16, 25, 36, 49, 64, 81], &[0, 1, 64, 4, 36, 9, 16, 49, 81, 25]),
        ] {
            let order = Table::of(given);
            assert_eq!(order.into_iter().map(|place| given[place]).collect::<Vec<PyHash>>(), printed);
        }
    }
}
