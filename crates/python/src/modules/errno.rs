//! `errno`: the names of error numbers, the same in the page and in the terminal.

#[rustpython_vm::pymodule(name = "errno")]
pub(crate) mod decl {
    use rustpython_vm::{
        AsObject, Py, PyResult, VirtualMachine,
        builtins::{PyDictRef, PyModule},
    };

    use crate::files::errno::TABLE;

    #[pyattr]
    fn errorcode(vm: &VirtualMachine) -> PyDictRef {
        let names = vm.ctx.new_dict();
        for (name, number, _) in TABLE {
            let number = vm.ctx.new_int(*number);
            names
                .set_item(number.as_object(), vm.ctx.new_str(*name).into(), vm)
                .expect("numbers can be keys");
        }
        names
    }

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        for (name, number, _) in TABLE {
            module.set_attr(*name, vm.ctx.new_int(*number), vm)?;
        }
        Ok(())
    }
}
