//! `torch.autograd.Function`: operations whose gradient is Python.

use std::{cell::RefCell, collections::HashSet, rc::Rc};

use kindling_core::{
    Tensor as Core,
    autograd::{Context, GradMode, Gradients, record_many, set_mode},
};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyTuple, vm::thread::with_current_vm,
};

use super::{arguments::sequence, convert::tensor_to_python, errors::through_core, tensor::Tensor};

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

/// Runs `forward` unrecorded, and records the whole as one node whose gradient calls `backward`.
fn apply(
    name: String,
    forward: PyObjectRef,
    backward: PyObjectRef,
    ctx: PyObjectRef,
    args: Vec<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult {
    let mut with_ctx = vec![ctx.clone()];
    with_ctx.extend(args.iter().cloned());
    let result = {
        let _paused = Paused(set_mode(GradMode { recording: false, inference: false }));
        forward.call(with_ctx, vm)?
    };
    let is_tuple = result.downcastable::<PyTuple>();
    let items = if is_tuple { sequence(&result).unwrap_or_default() } else { vec![result] };
    let inputs: Vec<Core> = args
        .iter()
        .map(|arg| arg.downcast_ref::<Tensor>().map_or_else(none, |tensor| tensor.get().clone()))
        .collect();
    let outputs: PyResult<Vec<Core>> = items
        .iter()
        .map(|item| match item.downcast_ref::<Tensor>() {
            Some(tensor) => Ok(tensor.get().detach()),
            None => Err(vm.new_type_error(format!(
                "{}.forward: expected Tensor or tuple of Tensor (got {}) for return value",
                name.trim_end_matches("Backward"),
                item.class().name()
            ))),
        })
        .collect();
    let refs: Vec<&Core> = inputs.iter().collect();
    let backward = Rc::new((backward, ctx));
    let recorded = record_many(interned(name), &refs, &[], outputs?, move |context| {
        with_current_vm(|vm| gradients(&backward.0, &backward.1, context, vm)).map_err(through_core)
    });
    let mut made = recorded.into_iter().map(|tensor| tensor_to_python(tensor, vm));
    match is_tuple {
        true => Ok(vm.ctx.new_tuple(made.collect()).into()),
        false => Ok(made.next().unwrap_or_else(|| vm.ctx.none())),
    }
}

/// Stands for an argument that is no tensor, so that gradients and arguments correspond.
fn none() -> Core {
    Core::from_vec::<f32>(Vec::new(), &[0])
}

fn gradients(
    backward: &PyObjectRef,
    ctx: &PyObjectRef,
    context: &Context,
    vm: &VirtualMachine,
) -> PyResult<Gradients> {
    let mut args = vec![ctx.clone()];
    for grad in context.grads {
        args.push(grad.as_ref().map_or_else(|| vm.ctx.none(), |grad| tensor_to_python(grad.clone(), vm)));
    }
    let result = backward.call(args, vm)?;
    let items = sequence(&result).unwrap_or_else(|| vec![result]);
    Ok(items.iter().map(|item| item.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone())).collect())
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
        super::apply(name.to_string(), forward, backward, ctx, args, vm)
    }
}
