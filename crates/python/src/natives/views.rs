//! The views of ordered dictionaries as Python shows them: RustPython has no words for them.

use rustpython_vm::{
    AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
    builtins::{PyStr, PyTypeRef},
};

pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let module = vm.import("_collections", 0)?;
    for name in ["odict_keys", "odict_values", "odict_items"] {
        let class: PyTypeRef = module.get_attr(name, vm)?.try_into_value(vm)?;
        class.slots.repr.store(Some(shown));
    }
    Ok(())
}

fn shown(view: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    let items: Vec<PyObjectRef> = vm.extract_elements_with(view, Ok)?;
    let listed = vm.ctx.new_list(items).as_object().repr(vm)?;
    Ok(vm.ctx.new_str(format!("{}({listed})", view.class().name())))
}
