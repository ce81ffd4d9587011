//! Running typical code while nobody waits, so that the browser optimises the interpreter before a student's first run.
//!
//! What it is not: a cell. It has a namespace of its own, is not counted, and shows nothing; `warm_up.py` says what it
//! runs. Start reading at [`WarmUp::go_on`].

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, protocol::PyIterReturn};

use crate::cell;

const SOURCE: &str = include_str!("warm_up.py");
const NAME: &str = "<warm-up>";

/// Pieces of work, which come without end.
pub(crate) struct WarmUp {
    pieces: PyObjectRef,
}

impl WarmUp {
    pub fn new(vm: &VirtualMachine) -> PyResult<Self> {
        let scope = vm.new_scope_with_builtins();
        let compiled = cell::compile(vm, NAME, SOURCE, false)?;
        vm.run_code_obj(compiled.body, scope.clone())?;
        let pieces = scope.globals.get_item("pieces", vm)?.call((), vm)?;
        Ok(Self { pieces })
    }

    /// Does some pieces: as many as `has_time` allows, which is asked before each.
    pub fn go_on(&self, vm: &VirtualMachine, has_time: impl Fn() -> bool) -> PyResult<()> {
        let pieces = self.pieces.get_iter(vm)?;
        while has_time() {
            if let PyIterReturn::StopIteration(_) = pieces.next(vm)? {
                break;
            }
        }
        Ok(())
    }
}
