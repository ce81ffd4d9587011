//! What `torch.webgpu` and `torch.accelerator` ask of the GPU.
//!
//! What it is not: the device (`kindling_core::webgpu`) or the modules' own text (`lib/torch/webgpu.py`).

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::webgpu;
    use rustpython_vm::{PyResult, VirtualMachine, builtins::PyDictRef};

    use super::super::errors::OrRaise;

    /// Why there is no GPU to compute on, or None; asking starts it.
    #[pyfunction]
    fn _webgpu_unavailable_reason() -> Option<String> {
        webgpu::unavailable_reason()
    }

    /// The adapter's name.
    #[pyfunction]
    fn _webgpu_device_name(vm: &VirtualMachine) -> PyResult<String> {
        webgpu::device_name().or_raise(vm)
    }

    /// Waits until all that was asked of the GPU is done.
    #[pyfunction]
    fn _webgpu_synchronize(vm: &VirtualMachine) -> PyResult<()> {
        webgpu::synchronize().or_raise(vm)
    }

    /// Gives the memory that no tensor uses back to the system.
    #[pyfunction]
    fn _webgpu_empty_cache() {
        webgpu::empty_cache();
    }

    /// Bytes in tensors, and in all with what is kept for later ones.
    #[pyfunction]
    fn _webgpu_memory() -> (u64, u64) {
        let memory = webgpu::memory();
        (memory.used, memory.allocated)
    }

    /// What the GPU was asked to do since it started, counted.
    #[pyfunction]
    fn _webgpu_stats(vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let stats = webgpu::stats();
        let counted = vm.ctx.new_dict();
        for (name, count) in [
            ("dispatches", stats.dispatches),
            ("submissions", stats.submissions),
            ("buffers_created", stats.buffers_created),
            ("pipelines_compiled", stats.pipelines_compiled),
            ("bytes_uploaded", stats.bytes_uploaded),
            ("bytes_read", stats.bytes_read),
        ] {
            counted.set_item(name, vm.ctx.new_int(count).into(), vm)?;
        }
        Ok(counted)
    }
}
