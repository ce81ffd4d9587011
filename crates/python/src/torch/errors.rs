//! Core errors as Python exceptions: the one place where that happens.
//!
//! What it is not: the wording, which stands where the error arises. Start reading at [`OrRaise`].

use kindling_core::{Error, Foreign};
use rustpython_vm::{PyResult, VirtualMachine, builtins::PyBaseExceptionRef};

/// Turns a core result into a Python one.
pub(super) trait OrRaise<T> {
    fn or_raise(self, vm: &VirtualMachine) -> PyResult<T>;
}

impl<T> OrRaise<T> for kindling_core::Result<T> {
    fn or_raise(self, vm: &VirtualMachine) -> PyResult<T> {
        self.map_err(|error| to_exception(error, vm))
    }
}

pub(super) fn to_exception(error: Error, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = error.to_string();
    match error {
        Error::Foreign(foreign) => match foreign.get::<PyBaseExceptionRef>() {
            Some(exception) => exception.clone(),
            None => vm.new_runtime_error(text),
        },
        Error::Runtime(_) | Error::Device(_) => vm.new_runtime_error(text),
        Error::Value(_) => vm.new_value_error(text),
        Error::Type(_) => vm.new_type_error(text),
        Error::Index(_) => vm.new_index_error(text),
        Error::NotImplemented(_) | Error::NotOnCpu => vm.new_not_implemented_error(text),
        Error::LinAlg(_) => lin_alg_error(text, vm),
    }
}

fn lin_alg_error(text: String, vm: &VirtualMachine) -> PyBaseExceptionRef {
    match vm.try_class("_torch", "_LinAlgError") {
        Ok(class) => vm.new_exception_msg(class, text.into()),
        Err(error) => error,
    }
}

/// The exception of a Python function that the core called (a hook, a custom gradient), on its way through the core to
/// [`to_exception`].
pub(super) fn through_core(exception: PyBaseExceptionRef) -> Error {
    Error::Foreign(Foreign::new(exception))
}
