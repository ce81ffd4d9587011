//! Grad modes: the context managers below `torch.no_grad`, `enable_grad`, `set_grad_enabled`, `inference_mode`.

use std::cell::RefCell;

use kindling_core::autograd::{GradMode, set_mode};
use rustpython_vm::{
    Py, PyPayload, PyRef, PyResult, VirtualMachine, builtins::PyType, function::FuncArgs, pyclass,
    types::Constructor,
};

/// A mode to be in for a while: `Mode(recording, inference)`, either None to leave it as it is.
#[pyclass(module = "torch", name = "Mode")]
#[derive(Debug, PyPayload)]
pub(super) struct Mode {
    recording: Option<bool>,
    inference: Option<bool>,
    /// The modes before each `with` that is open: one object may be entered again inside itself.
    before: RefCell<Vec<GradMode>>,
}

impl Mode {
    fn of(&self, before: GradMode) -> GradMode {
        GradMode {
            recording: self.recording.unwrap_or(before.recording),
            inference: self.inference.unwrap_or(before.inference),
        }
    }
}

#[pyclass(with(Constructor), flags(BASETYPE))]
impl Mode {
    #[pymethod]
    fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
        let before = GradMode::current();
        zelf.before.borrow_mut().push(before);
        set_mode(zelf.of(before));
        zelf
    }
    #[pymethod]
    fn __exit__(zelf: &Py<Self>, _raised: FuncArgs) {
        if let Some(before) = zelf.before.borrow_mut().pop() {
            set_mode(before);
        }
    }
    /// Goes into the mode for good; a later `with` returns to the mode of now.
    #[pymethod]
    fn set(zelf: &Py<Self>) {
        set_mode(zelf.of(GradMode::current()));
    }
}

impl Constructor for Mode {
    type Args = FuncArgs;

    fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        let flag = |index: usize| match args.args.get(index) {
            Some(value) if !vm.is_none(value) => value.clone().try_to_bool(vm).map(Some),
            _ => Ok(None),
        };
        Ok(Mode { recording: flag(0)?, inference: flag(1)?, before: RefCell::default() })
    }
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::autograd;

    /// Whether operations are recorded now.
    #[pyfunction]
    fn is_grad_enabled() -> bool {
        autograd::is_grad_enabled()
    }

    /// Whether backward passes look for nan.
    #[pyfunction]
    fn _checks_nan() -> bool {
        autograd::checks_nan()
    }

    /// _set_checks_nan(checks): from now on.
    #[pyfunction]
    fn _set_checks_nan(checks: bool) {
        autograd::set_checks_nan(checks);
    }

    /// Whether inference mode is on.
    #[pyfunction]
    fn is_inference_mode_enabled() -> bool {
        autograd::is_inference()
    }
}
