//! The graph that operators record, and tensors' places in it.
//!
//! What it is not: any operator's gradient, which stands beside its value in [`crate::ops`], or the pass that walks the
//! graph backwards ([`crate::backward`]). Start reading at [`record`], then [`Node`].

mod mode;
mod node;
mod origin;
pub(crate) mod places;
mod tensor;
mod views;

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

pub use mode::{GradMode, checks_nan, is_grad_enabled, is_inference, set_checks_nan, set_mode};
pub use node::edge_of;
pub use node::{Context, Edge, Gradients, Node, Save};
pub use origin::{Origin, keep_origins};
pub use views::{kept, refuse_leaf, refuse_part_of_leaf, written};

use crate::{Tensor, error::Result};
use node::Gradient;
use views::History;

/// A function called with a gradient; what it returns, if anything, replaces it.
pub type Hook = Rc<dyn Fn(&Tensor) -> Result<Option<Tensor>>>;

/// What the graph knows of a tensor. Shared by all clones of that tensor: its identity.
#[derive(Default)]
pub struct Autograd {
    requires_grad: Cell<bool>,
    retains_grad: Cell<bool>,
    /// Made in inference mode: may never enter a graph.
    inference: Cell<bool>,
    grad: RefCell<Option<Tensor>>,
    grad_fn: RefCell<Option<(Rc<Node>, usize)>>,
    /// The version of the storage's history that `grad_fn` knows of.
    seen: Cell<u32>,
    /// None for most.
    hooks: OnceCell<Rc<Hooks>>,
}

/// The hooks of a tensor, in the order they were registered, each with its key. The tensor's node has them too: they are
/// called even if the tensor is gone.
#[derive(Default)]
pub(crate) struct Hooks(RefCell<Vec<(usize, Hook)>>);

impl Hooks {
    fn add(&self, hook: Hook) -> usize {
        let mut hooks = self.0.borrow_mut();
        let key = hooks.last().map_or(0, |(key, _)| key + 1);
        hooks.push((key, hook));
        key
    }
    /// The gradient after all hooks.
    pub(crate) fn run(&self, mut grad: Tensor) -> Result<Tensor> {
        // Cloned, because a hook may add or remove hooks.
        let hooks: Vec<Hook> = self.0.borrow().iter().map(|(_, hook)| hook.clone()).collect();
        for hook in hooks {
            if let Some(replaced) = hook(&grad)? {
                grad = replaced;
            }
        }
        Ok(grad)
    }
}

impl Autograd {
    fn hooks(&self) -> &Rc<Hooks> {
        self.hooks.get_or_init(Rc::default)
    }
    pub fn requires_grad(&self) -> bool {
        self.requires_grad.get()
    }
    pub fn set_requires_grad(&self, value: bool) {
        self.requires_grad.set(value);
    }
    pub fn grad(&self) -> Option<Tensor> {
        self.grad.borrow().clone()
    }
    pub fn set_grad(&self, grad: Option<Tensor>) {
        *self.grad.borrow_mut() = grad;
    }
    pub fn grad_fn(&self) -> Option<(Rc<Node>, usize)> {
        self.grad_fn.borrow().clone()
    }
    /// `seen` is the version of the storage's history that the node comes after.
    pub(crate) fn set_grad_fn(&self, node: Rc<Node>, output: usize, seen: u32) {
        *self.grad_fn.borrow_mut() = Some((node, output));
        self.requires_grad.set(true);
        self.seen.set(seen);
    }
    pub(crate) fn seen(&self) -> u32 {
        self.seen.get()
    }
    /// Makes the tensor a leaf (`detach_`).
    pub fn clear_grad_fn(&self) {
        *self.grad_fn.borrow_mut() = None;
    }
    pub fn retain_grad(&self) {
        self.retains_grad.set(true);
    }
    pub fn retains_grad(&self) -> bool {
        self.retains_grad.get()
    }
    pub fn is_inference(&self) -> bool {
        self.inference.get()
    }
    pub fn mark_inference(&self) {
        self.inference.set(true);
    }
    /// Returns a key for [`Autograd::remove_hook`].
    pub fn add_hook(&self, hook: Hook) -> usize {
        self.hooks().add(hook)
    }
    pub fn remove_hook(&self, key: usize) {
        if let Some(hooks) = self.hooks.get() {
            hooks.0.borrow_mut().retain(|(own, _)| *own != key);
        }
    }
    /// The gradient after all hooks.
    pub fn run_hooks(&self, grad: Tensor) -> Result<Tensor> {
        self.hooks.get().map_or(Ok(grad.clone()), |hooks| hooks.run(grad))
    }
}

/// `tensor.register_hook(hook)`; returns a key for [`Autograd::remove_hook`].
pub fn register_hook(tensor: &mut Tensor, hook: Hook) -> usize {
    let key = tensor.autograd_mut().add_hook(hook);
    watch(tensor);
    key
}

/// `tensor.retain_grad()`: leaves keep their gradient anyway.
pub fn retain_grad(tensor: &mut Tensor) {
    if !tensor.is_leaf() {
        tensor.autograd_mut().retain_grad();
        watch(tensor);
    }
}

fn watch(tensor: &Tensor) {
    if let (Some((node, output)), Some(autograd)) = (tensor.grad_fn(), tensor.shared_autograd()) {
        node.watch(output, &autograd);
    }
}

/// Whether an operator on these inputs must be recorded.
pub fn is_recording(inputs: &[&Tensor]) -> bool {
    is_grad_enabled() && inputs.iter().any(|input| input.requires_grad())
}

/// Puts `output` into the graph as computed from `inputs` by `name` (as `MulBackward0`), if need be.
///
/// `save` names the tensors the gradient needs; they are checked for in-place changes and freed after the
/// backward pass. `gradient` gets the output's gradient and returns one per input (`None` where the input
/// does not need one: ask [`Context::needs`] before computing it). It must be made of differentiable
/// operators: with `create_graph` they record themselves.
///
/// A gradient that captures nothing costs no allocation.
#[inline]
pub fn record(
    name: &'static str,
    inputs: &[&Tensor],
    save: &[Save],
    output: Tensor,
    gradient: impl Fn(&Context) -> Result<Gradients> + 'static,
) -> Tensor {
    if !is_recording(inputs) {
        return output;
    }
    recorded(name, inputs, save, output, Box::new(gradient))
}

fn recorded(
    name: &'static str,
    inputs: &[&Tensor],
    save: &[Save],
    mut output: Tensor,
    gradient: Gradient,
) -> Tensor {
    let node = Node::new(name, inputs, save, &output, 1, gradient);
    let seen = History::version_of(output.storage());
    output.autograd_mut().set_grad_fn(node, 0, seen);
    output
}

/// Gives the node that has just made a tensor another name: PyTorch's, for what is made of several nodes here.
pub fn name_node(tensor: &Tensor, name: &'static str) {
    let Some(autograd) = tensor.autograd() else { return };
    // A node that others know is not this tensor's alone.
    if let Some((node, _)) = autograd.grad_fn.borrow_mut().as_mut()
        && let Some(node) = Rc::get_mut(node)
    {
        node.set_name(name);
    }
}

/// As [`record`], for operators with several outputs; `Context::grads` has a gradient for each that got one.
pub fn record_many(
    name: &'static str,
    inputs: &[&Tensor],
    save: &[Save],
    mut outputs: Vec<Tensor>,
    gradient: impl Fn(&Context) -> Result<Gradients> + 'static,
) -> Vec<Tensor> {
    if is_recording(inputs) && !outputs.is_empty() {
        let node = Node::new(name, inputs, save, &outputs[0], outputs.len(), Box::new(gradient));
        for (index, output) in outputs.iter_mut().enumerate() {
            let seen = History::version_of(output.storage());
            output.autograd_mut().set_grad_fn(node.clone(), index, seen);
        }
    }
    outputs
}
