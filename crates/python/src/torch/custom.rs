//! `torch.autograd.Function`: operations whose gradient is Python.

use std::{cell::RefCell, collections::HashSet};

use kindling_core::{
    Dtype, Tensor as Core,
    autograd::{Context, GradMode, Gradients, record_many, set_mode},
    guarded,
    ops::{self, sum_to},
    tensor::layout::shape_text,
};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyTuple, vm::thread::with_current_vm,
};

use super::{
    arguments::sequence,
    convert::tensor_to_python,
    errors::{OrRaise, through_core},
    tensor::Tensor,
};

/// Names of nodes, kept for good: there are as many as classes that students write.
fn interned(name: String) -> &'static str {
    thread_local! {
        static NAMES: RefCell<HashSet<&'static str>> = RefCell::default();
    }
    NAMES.with_borrow_mut(|names| match names.get(name.as_str()) {
        Some(known) => known,
        None => {
            let kept: &'static str = Box::leak(name.into_boxed_str());
            names.insert(kept);
            kept
        }
    })
}

/// Restores the mode also when `forward` raises.
struct Paused(GradMode);

impl Drop for Paused {
    fn drop(&mut self) {
        set_mode(self.0);
    }
}

/// A subclass of `Function` at work.
struct Custom {
    /// Of its node: `DoubleBackward`.
    name: String,
    forward: PyObjectRef,
    backward: PyObjectRef,
    ctx: PyObjectRef,
}

/// What the gradient of an argument is like.
struct Expected {
    shape: Vec<usize>,
    dtype: Dtype,
}

impl Expected {
    fn of(tensor: &Core) -> Self {
        Expected { shape: tensor.shape().to_vec(), dtype: tensor.dtype() }
    }
}

/// Runs `forward` unrecorded, and records the whole as one node whose gradient calls `backward`. What `forward` returns
/// beside tensors stays as it is.
fn apply(custom: Custom, args: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let mut with_ctx = vec![custom.ctx.clone()];
    with_ctx.extend(args.iter().cloned());
    let result = {
        let _paused = Paused(set_mode(GradMode { recording: false, inference: false }));
        custom.forward.call(with_ctx, vm)?
    };
    let is_tuple = result.downcastable::<PyTuple>();
    let items = if is_tuple { sequence(&result).unwrap_or_default() } else { vec![result] };
    let inputs: Vec<Core> = args
        .iter()
        .map(|arg| arg.downcast_ref::<Tensor>().map_or_else(none, |tensor| tensor.get().clone()))
        .collect();
    let unrecorded = non_differentiable(&custom.ctx, vm)?;
    let is_recorded = |item: &PyObjectRef| {
        item.downcastable::<Tensor>() && !unrecorded.iter().any(|tensor| tensor.is(item))
    };
    let outputs: Vec<Core> = items
        .iter()
        .filter(|item| is_recorded(item))
        .filter_map(|item| item.downcast_ref::<Tensor>().map(|tensor| tensor.get().detach()))
        .collect();
    let refs: Vec<&Core> = inputs.iter().collect();
    let results: Vec<Expected> = outputs.iter().map(Expected::of).collect();
    let expected: Vec<Option<Expected>> = args
        .iter()
        .map(|arg| arg.downcast_ref::<Tensor>().map(|tensor| Expected::of(&tensor.get())))
        .collect();
    let node = interned(custom.name.clone());
    let recorded = record_many(node, &refs, &[], outputs, move |context| {
        with_current_vm(|vm| gradients(&custom, &expected, &results, context, vm)).map_err(through_core)
    });
    let mut recorded = recorded.into_iter();
    let made: Vec<PyObjectRef> = items
        .iter()
        .map(|item| {
            let tensor = if is_recorded(item) { recorded.next() } else { None };
            match (tensor, item.downcast_ref::<Tensor>()) {
                (Some(tensor), _) => tensor_to_python(tensor, vm),
                (None, Some(tensor)) => tensor_to_python(tensor.get().detach(), vm),
                (None, None) => item.clone(),
            }
        })
        .collect();
    match is_tuple {
        true => Ok(vm.ctx.new_tuple(made).into()),
        false => Ok(made.into_iter().next().unwrap_or_else(|| vm.ctx.none())),
    }
}

/// What `ctx.mark_non_differentiable` was told.
fn non_differentiable(ctx: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
    let listed = ctx.get_attr("_non_differentiable", vm)?;
    Ok(sequence(&listed).unwrap_or_default())
}

/// Stands for an argument that is no tensor, so that gradients and arguments correspond.
fn none() -> Core {
    Core::from_vec::<f32>(Vec::new(), &[0])
}

fn gradients(
    custom: &Custom,
    inputs: &[Option<Expected>],
    results: &[Expected],
    context: &Context,
    vm: &VirtualMachine,
) -> PyResult<Gradients> {
    let materialize = custom.ctx.get_attr("_materialize_grads", vm)?.try_to_bool(vm)?;
    let mut args = vec![custom.ctx.clone()];
    for (grad, result) in context.grads.iter().zip(results) {
        args.push(match grad {
            Some(grad) => tensor_to_python(grad.clone(), vm),
            None if materialize => {
                tensor_to_python(Core::zeros(&result.shape, result.dtype).or_raise(vm)?, vm)
            }
            None => vm.ctx.none(),
        });
    }
    let result = custom.backward.call(args, vm)?;
    let mut items = sequence(&result).unwrap_or_else(|| vec![result]);
    // More gradients than arguments are fine as long as they are None.
    while items.len() > inputs.len() && items.last().is_some_and(|item| vm.is_none(item)) {
        items.pop();
    }
    if items.len() != inputs.len() {
        return Err(vm.new_runtime_error(format!(
            "function {} returned an incorrect number of gradients (expected {}, got {})",
            custom.name,
            inputs.len(),
            items.len()
        )));
    }
    items
        .iter()
        .zip(inputs)
        .enumerate()
        .map(|(index, (item, input))| {
            if vm.is_none(item) {
                return Ok(None);
            }
            let Some(grad) = item.downcast_ref::<Tensor>() else {
                let name = item.class().name().to_string();
                return Err(vm.new_runtime_error(format!("expected Variable or None (got {name})")));
            };
            let grad = grad.get().clone();
            match input {
                Some(input) => fitted(&custom.name, index, grad, input, vm).map(Some),
                None => Ok(None),
            }
        })
        .collect()
}

/// A gradient in its input's shape and dtype; what the input could be stretched to is summed up.
fn fitted(name: &str, index: usize, grad: Core, input: &Expected, vm: &VirtualMachine) -> PyResult<Core> {
    let (given, wanted) = (grad.shape().to_vec(), &input.shape);
    let stretches = given.len() >= wanted.len()
        && given.iter().rev().zip(wanted.iter().rev()).all(|(given, wanted)| given == wanted || *wanted == 1);
    if !stretches {
        return Err(vm.new_runtime_error(format!(
            "Function {name} returned an invalid gradient at index {index} - got {} but expected shape compatible with {}",
            shape_text(&given),
            shape_text(wanted)
        )));
    }
    let grad = if given == *wanted { grad } else { sum_to(&grad, wanted).or_raise(vm)? };
    if grad.dtype() == input.dtype {
        return Ok(grad);
    }
    guarded("to", || ops::to_dtype(&grad, input.dtype)).or_raise(vm)
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyStrRef};

    /// _apply_function(name, forward, backward, ctx, args): what `Function.apply` comes down to.
    #[pyfunction]
    fn _apply_function(
        name: PyStrRef,
        forward: PyObjectRef,
        backward: PyObjectRef,
        ctx: PyObjectRef,
        args: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        super::apply(super::Custom { name: name.to_string(), forward, backward, ctx }, args, vm)
    }
}
