//! Operations that write over a tensor, and what the graph makes of them.
//!
//! What it is not: what it means for other views of the storage (`kindling_core::autograd`). Start reading at
//! [`write_in_place`].

use kindling_core::{
    Dtype, Error, Result, Tensor as Core,
    autograd::{is_grad_enabled, is_inference, kept, refuse_leaf, written},
    bail, guarded,
    ops::{self, as_strided},
    tensor::{dtype::Kind, layout::shape_text},
};
use rustpython_vm::Py;

use super::{
    operators,
    overlap::{is_folded, turns},
    tensor::Tensor,
};

/// Computes a tensor from `target` and writes it over `target`, which then stands where the result stood in the
/// graph.
///
/// # Errors
/// What `compute` gives, and PyTorch's rules: not on leaves that require grad, not to another shape or a lower
/// kind of dtype.
pub(super) fn write_in_place(target: &Py<Tensor>, compute: impl Fn(&Core) -> Result<Core>) -> Result<()> {
    let before = target.get().clone();
    check_writable(&before)?;
    let records = is_grad_enabled();
    // What a gradient saves of the input must be the values before the change.
    let result = if records { compute(&kept(&before)?)? } else { compute(&before)? };
    check_fits(&before, &result)?;
    if is_folded(&before) && !result.requires_grad() {
        return write_in_turns(&before, result, compute);
    }
    guarded("copy_", || before.write(&result.detach()))?;
    if records && result.requires_grad() {
        let result = match result.dtype() == before.dtype() {
            true => result,
            false => guarded("to", || ops::to_dtype(&result, before.dtype()))?,
        };
        let mut tensor = before;
        written(&mut tensor, &result)?;
        target.set(tensor);
    }
    Ok(())
}

/// Writes over elements that lie on one another, one after the other: each is computed from what the one before has left.
fn write_in_turns(target: &Core, first: Core, compute: impl Fn(&Core) -> Result<Core>) -> Result<()> {
    let turns = turns(target);
    let (count, offsets) = (turns.iter().max().map_or(0, |last| last + 1), target.layout().offsets());
    let places: Vec<(usize, usize)> = turns.into_iter().zip(offsets).collect();
    for turn in 0..count {
        let result = if turn == 0 { first.clone() } else { compute(target)? };
        let values = operators::call("flatten", vec![result.into()])?;
        for (at, (_, offset)) in places.iter().enumerate().filter(|(_, (own, _))| *own == turn) {
            let value = element(&values, values.storage_offset() + at)?;
            element(target, *offset)?.write(&value)?;
        }
    }
    Ok(())
}

/// The element at a place of the storage, as a view.
fn element(tensor: &Core, place: usize) -> Result<Core> {
    as_strided(tensor, &[], &[], Some(place as i64))
}

/// # Errors
/// For a leaf that requires grad, and for a tensor of inference mode outside it.
pub(super) fn check_writable(tensor: &Core) -> Result<()> {
    refuse_leaf(tensor)?;
    check_mode(tensor)
}

/// # Errors
/// For a tensor of inference mode outside it.
pub(super) fn check_mode(tensor: &Core) -> Result<()> {
    if !is_inference() && tensor.autograd().is_some_and(|autograd| autograd.is_inference()) {
        bail!(
            Runtime,
            "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a \
             normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details."
        );
    }
    Ok(())
}

fn check_fits(target: &Core, result: &Core) -> Result<()> {
    check_shape(target.shape(), result.shape())?;
    check_castable(result.dtype(), target.dtype())
}

/// That nothing has become larger by broadcasting than what it is written over.
pub(super) fn check_shape(target: &[usize], broadcast: &[usize]) -> Result<()> {
    if target != broadcast {
        let (own, both) = (shape_text(target), shape_text(broadcast));
        bail!(Runtime, "output with shape {own} doesn't match the broadcast shape {both}");
    }
    Ok(())
}

/// `torch.can_cast`, as an error.
pub(super) fn check_castable(from: Dtype, to: Dtype) -> Result<()> {
    if can_cast(from, to) {
        return Ok(());
    }
    Err(Error::Runtime(format!(
        "result type {} can't be cast to the desired output type {}",
        from.message_name(),
        to.message_name()
    )))
}

/// Never to a lower kind: floats to integers, numbers to bools.
pub(super) fn can_cast(from: Dtype, to: Dtype) -> bool {
    from.kind() <= to.kind() && !(to.kind() == Kind::Bool && from.kind() != Kind::Bool)
}
