//! A cell's value in the forms that it is shown in, as Python's `_kindling_shell` makes them.
//!
//! What it is not: how a value comes to its forms (Python), or how they look (the page). Start reading at [`echo`].

use kindling_protocol::Forms;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyDictRef};

/// A value to show: its text, and richer forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    pub forms: Forms,
}

/// A cell's last value, which `Out[number]` keeps; none if what the cell shows is captured.
pub(crate) fn echo(vm: &VirtualMachine, value: PyObjectRef, number: u32) -> PyResult<Option<Shown>> {
    let shown = call(vm, "echo", (value, number))?;
    if vm.is_none(&shown) {
        return Ok(None);
    }
    let text = shown.get_item(&0, vm)?.str(vm)?.to_string();
    let dict: PyDictRef = shown.get_item(&1, vm)?.try_into_value(vm)?;
    Ok(Some(Shown { text, forms: forms(vm, &dict)? }))
}

/// Forms by MIME type.
///
/// # Errors
/// What `str` raises.
pub(crate) fn forms(vm: &VirtualMachine, dict: &PyDictRef) -> PyResult<Forms> {
    let text = |object: PyObjectRef| Ok(object.str(vm)?.to_string());
    dict.into_iter().map(|(kind, form)| Ok((text(kind)?, text(form)?))).collect()
}

/// Calls a function of the session's own module.
pub(crate) fn call(
    vm: &VirtualMachine,
    function: &str,
    arguments: impl rustpython_vm::function::IntoFuncArgs,
) -> PyResult {
    let shell = vm.sys_module.as_object().get_attr("modules", vm)?.get_item("_kindling_shell", vm)?;
    vm.call_method(&shell, function, arguments)
}
