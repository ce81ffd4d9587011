//! Python's warnings, as PyTorch gives them.
//!
//! What it is not: the wording of operators' warnings, which stands in the core's table. Start reading at [`warn`].

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

/// Of `x.T`.
pub(super) const REVERSES: &str = "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error \
     in a future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, \
     -1))` to reverse the dimensions of a tensor.";
/// Of `x.grad`.
pub(super) const NO_LEAF: &str = "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated \
     during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use \
     .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf \
     Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.";
/// Of `torch.tensor(x)`.
pub(super) const COPIES: &str = "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or \
     sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).";

/// Of `float(x)` of what requires grad.
const SCALAR: &str = "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\n\
     Consider using tensor.detach() first.";

/// Warns of a number made of what requires grad; once, as PyTorch does.
///
/// # Errors
/// As [`warn`].
pub(super) fn warn_of_scalar(vm: &VirtualMachine) -> PyResult<()> {
    thread_local! {
        static HAS_WARNED: Cell<bool> = const { Cell::new(false) };
    }
    if HAS_WARNED.replace(true) { Ok(()) } else { warn(SCALAR, vm) }
}

/// Warns where the student's code is.
///
/// # Errors
/// Where the student made an error of warnings.
pub(super) fn warn(message: &str, vm: &VirtualMachine) -> PyResult<()> {
    vm.import("warnings", 0)?.get_attr("warn", vm)?.call((message.to_owned(),), vm)?;
    Ok(())
}
