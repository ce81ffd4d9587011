//! Arrays one after the other: natively those that are plain and of one dtype. Start reading at [`functions::_joined`].

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(in super::super) mod functions {
    use kindling_core::{Tensor as Core, guarded, ops};
    use rustpython_vm::{PyResult, VirtualMachine, builtins::PyListRef};

    use super::super::Family;
    use crate::interrupt;

    /// Arrays along an axis, or along a new one; None where that needs a thought, and where it fails, which Python tells of in
    /// numpy's words.
    #[pyfunction]
    fn _joined(arrays: PyListRef, axis: i64, is_new: bool, vm: &VirtualMachine) -> PyResult {
        let none = || Ok(vm.ctx.none());
        let arrays = arrays.borrow_vec().to_vec();
        let Some(first) = arrays.first() else { return none() };
        let Ok(family) = Family::of(first, vm) else { return none() };
        let Some(cores) = arrays.iter().map(|array| family.plain(array)).collect::<Option<Vec<Core>>>()
        else {
            return none();
        };
        // Empty vectors go with tensors of any shape, and with no arrays but vectors.
        let is_easy = |core: &Core| core.dtype() == cores[0].dtype() && core.numel() > 0;
        if !cores.iter().all(is_easy) {
            return none();
        }
        interrupt::poll_work(vm, cores.iter().map(Core::numel).sum())?;
        let found = guarded("arrays that are joined", || {
            if is_new { ops::stack(&cores, axis) } else { ops::cat(&cores, axis) }
        });
        found.map_or_else(|_| none(), |found| family.wrapped(found, None, vm))
    }
}
