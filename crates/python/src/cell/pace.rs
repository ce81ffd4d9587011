//! What a student's code is given so that it can be stopped and is fast: a tick wherever it jumps back, and global
//! variables that are found without looking twice.
//!
//! A tick is `if TICK: breathe()`, where `TICK` counts when it is asked whether it is true ([`Tick`]). It is true now
//! and then, to let the running frame call a function of Python's: the interpreter leaves a frame for that and enters it
//! anew, whereupon a browser has it go on in the optimised code that may be there by then. A loop in a frame that is
//! entered once would stay in the first, slow code to its end. Functions that call others tick when they are called, too, as
//! what calls itself without a loop may take as long; and so do the loops of our own library and of Python's, but without
//! breathing.
//!
//! What it is not: the asking whether to stop (`interrupt`). Start reading at [`paced`].

use rustpython_vm::{
    PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyCode, PyInt},
    bytecode::Opcode,
    class::PyClassImpl,
    protocol::PyNumberMethods,
    pyclass,
    types::AsNumber,
};

use super::assembly::{Assembly, Step};
use crate::interrupt;

/// The builtin that loops call now and then; its name is not one that a student would choose.
pub(crate) const BREATHE: &str = "__kindling_breathe__";
/// It does nothing. What counts is that it is a function of Python's.
pub(crate) const BREATHE_SOURCE: &str = "def __kindling_breathe__(): pass";

/// The constant that ticks ask for its truth. A number, as the constants of code are compared and written to files:
/// read from there it is an ordinary 0, and the code does not tick.
#[pyclass(module = false, name = "tick", base = PyInt)]
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct Tick(PyInt);

#[pyclass(with(AsNumber))]
impl Tick {
    pub(crate) fn object(vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let class = Self::make_static_type();
        Ok(PyInt::from(0).into_ref_with_type(vm, class)?.into())
    }
}

impl AsNumber for Tick {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            boolean: Some(|_, vm| interrupt::tick_of_loop(vm)),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

/// Whose code it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// A cell's own, whose variables are the global ones.
    Cell,
    /// A function's, a class's or a generator expression's in it.
    Inner,
    /// That of a module that students import.
    Library,
}

/// A module's code with ticks in its loops.
pub(crate) fn paced_library(vm: &VirtualMachine, code: &PyCode) -> PyResult<PyRef<PyCode>> {
    Ok(paced(vm, code, &Tick::object(vm)?, Scope::Library))
}

/// The same code, and all code in it, with ticks and, in a cell, fast globals.
pub(super) fn paced(vm: &VirtualMachine, code: &PyCode, tick: &PyObjectRef, scope: Scope) -> PyRef<PyCode> {
    let mut object = code.code.clone();
    let inner = if scope == Scope::Library { scope } else { Scope::Inner };
    object.constants = code
        .constants
        .iter()
        .map(|constant| PyObjectRef::from(constant.clone()))
        .map(|constant| match constant.downcast_ref::<PyCode>() {
            Some(code) => PyObjectRef::from(paced(vm, code, tick, inner)).into(),
            None => constant.into(),
        })
        .collect();
    let mut assembly = Assembly::read(&code.code);
    if scope == Scope::Cell {
        use_globals(&mut assembly);
    }
    let calls = scope == Scope::Inner && may_call(&assembly, code.code.obj_name.as_str());
    let places = [object.constants.len(), object.names.len()].map(index);
    if put_ticks(&mut assembly, scope, calls, places) {
        object.constants = object.constants.iter().cloned().chain([tick.clone().into()]).collect();
        object.names = object.names.iter().copied().chain([vm.ctx.intern_str(BREATHE)]).collect();
        // A tick has at most two values on the stack: the function and the place of a method's object.
        object.max_stackdepth += 2;
    } else if scope != Scope::Cell {
        return PyCode::new_ref_with_bag(vm, object);
    }
    assembly.write(&mut object);
    if code.code.linetable.is_empty() {
        // Lines that were left out, to be light, stay so.
        object.linetable = Box::default();
    }
    PyCode::new_ref_with_bag(vm, object)
}

fn index(position: usize) -> u32 {
    u32::try_from(position).expect("code is short")
}

/// In a cell, local names are global ones. Looked up as such they are found by their place in the dictionary, and names
/// of builtins without a `KeyError` before.
fn use_globals(assembly: &mut Assembly) {
    for step in &mut assembly.steps {
        match step.op {
            // The lowest bit says that an empty place for a method's object follows, which `PushNull` makes here.
            Opcode::LoadName => (step.op, step.arg) = (Opcode::LoadGlobal, step.arg << 1),
            Opcode::StoreName => step.op = Opcode::StoreGlobal,
            _ => {}
        }
    }
}

/// Whether a function may be a part of what calls itself: it calls something, or is what Python calls by itself for
/// signs and the like. Making an object is a call.
fn may_call(assembly: &Assembly, name: &str) -> bool {
    let is_special = name.starts_with("__") && name.ends_with("__") && name != "__init__";
    let calls = |op| matches!(op, Opcode::Call | Opcode::CallKw | Opcode::CallFunctionEx);
    is_special || assembly.steps.iter().any(|step| calls(step.op))
}

/// Puts a tick before each jump back, and at the head of a function that `calls`; false where there is neither. Where Stop
/// meets a loop, the traceback then shows the loop's head. `tick` and `breathe` are the places of the constant and the name.
fn put_ticks(assembly: &mut Assembly, scope: Scope, calls: bool, [tick, breathe]: [u32; 2]) -> bool {
    let places: Vec<_> = assembly.steps.iter().map(|step| step.place).collect();
    assembly.put_before(|index, step| {
        let (place, breathes) = match (step.op, step.target) {
            (Opcode::JumpBackward, Some(head)) => (places[head], scope != Scope::Library),
            (Opcode::Resume, _) if calls && step.arg & AFTER_YIELD == 0 => (step.place, false),
            _ => return Vec::new(),
        };
        let put = |op, arg| Step { op, arg, target: None, place };
        let asks = vec![put(Opcode::LoadConst, tick), put(Opcode::ToBool, 0)];
        let then = if breathes {
            vec![
                Step { target: Some(index), ..put(Opcode::PopJumpIfFalse, 0) },
                // With an empty place for a method's object, as the lowest bit says.
                put(Opcode::LoadGlobal, breathe << 1 | 1),
                put(Opcode::Call, 0),
                put(Opcode::PopTop, 0),
            ]
        } else {
            vec![put(Opcode::PopTop, 0)]
        };
        [asks, then].concat()
    });
    assembly.steps.len() > places.len()
}

/// The bits of `Resume` that say that it is not the head of a function.
const AFTER_YIELD: u32 = 3;
