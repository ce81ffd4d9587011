//! Python's warnings, as PyTorch gives them.
//!
//! What it is not: the wording of operators' warnings, which stands in the core's table. Start reading at [`warn`].

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

/// Warns where the student's code is.
///
/// # Errors
/// Where the student made an error of warnings.
pub(super) fn warn(message: &str, vm: &VirtualMachine) -> PyResult<()> {
    vm.import("warnings", 0)?.get_attr("warn", vm)?.call((message.to_owned(),), vm)?;
    Ok(())
}
