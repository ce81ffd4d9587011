//! `_kindling`: what Python code of ours needs from the host.

#[rustpython_vm::pymodule]
pub(crate) mod _kindling {
    use kindling_plot::Figure;
    use rustpython_vm::{
        PyObjectRef, PyRef, PyResult, VirtualMachine,
        builtins::{PyCode, PyStrRef},
        py_serde,
    };

    use crate::{cell, host, library};

    /// library_is_package(name): whether a module that comes on demand is a package; None for any other module.
    #[pyfunction]
    fn library_is_package(name: PyStrRef) -> Option<bool> {
        library::is_package(&name.to_string_lossy())
    }

    /// library_code(name): the code of a module that comes on demand.
    #[pyfunction]
    fn library_code(name: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
        library::code(&name.to_string_lossy(), vm)
    }

    /// module_code(source, file): the code of a module of the student's.
    #[pyfunction]
    fn module_code(source: PyStrRef, file: PyStrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
        cell::compile_module(vm, &file.to_string_lossy(), &source.to_string_lossy())
    }

    /// display(figure): shows a figure given as dicts, lists, numbers and strings in the form of
    /// `kindling_plot::Figure`.
    #[pyfunction]
    fn display(figure: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let value = py_serde::serialize(vm, &figure, serde_json::value::Serializer)
            .map_err(|error| vm.new_type_error(format!("not a figure: {error}")))?;
        let figure: Figure = serde_json::from_value(value)
            .map_err(|error| vm.new_value_error(format!("not a figure: {error}")))?;
        if let Some(current) = host::current() {
            current.host.display(figure);
        }
        Ok(())
    }
}
