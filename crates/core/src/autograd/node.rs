//! A node: one application of an operator, with what its gradient needs.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use smallvec::SmallVec;

use super::{
    Autograd, Hooks, is_grad_enabled,
    origin::{self, Origin},
};
use crate::{
    Device, Dtype, Tensor, bail,
    error::Result,
    guarded,
    tensor::{Dims, layout::shape_text},
};

/// One gradient per input; `None` where the input needs none.
pub type Gradients = SmallVec<[Option<Tensor>; 2]>;

pub(super) type Gradient = Box<dyn Fn(&Context) -> Result<Gradients>>;

/// Where an input's gradient goes.
#[derive(Clone)]
pub enum Edge {
    /// The input needs no gradient.
    None,
    /// Into the `.grad` of a leaf.
    Leaf(Rc<Autograd>),
    /// To the node that computed the input, for that of its outputs.
    Node(Rc<Node>, usize),
}

/// A tensor to keep for the gradient.
pub enum Save<'a> {
    Input(&'a Tensor),
    /// An input of which PyTorch keeps the transpose: if it was changed in place, the error tells of that view.
    Transposed(&'a Tensor),
    /// An input whose values this time no gradient needs: it may be written over.
    Unread(&'a Tensor),
    /// The operator's own (first) output: kept without its node, which would keep itself alive.
    Output,
}

/// Which result of a node it is, its hooks and itself.
type Watched = (usize, Rc<Hooks>, Weak<Autograd>);

pub struct Node {
    /// As PyTorch's class of node: `MulBackward0`. Of several outputs that are those of several nodes there, the names of
    /// all, side by side.
    name: &'static str,
    pub edges: SmallVec<[Edge; 2]>,
    /// The shape, dtype and device of each input that needs a gradient: an operator may return its gradient in the
    /// broadcast shape or the promoted dtype, and the pass brings it back.
    inputs: SmallVec<[Option<(Dims, Dtype, Device)>; 2]>,
    /// How many tensors the operator returned.
    pub outputs: usize,
    /// `None` once freed.
    saved: RefCell<Option<SmallVec<[Saved; 2]>>>,
    saves_nothing: bool,
    origin: Option<Box<Origin>>,
    gradient: Gradient,
    /// Results that hooks wait for, or whose gradient is kept.
    watched: RefCell<Vec<Watched>>,
}

struct Saved {
    tensor: Tensor,
    /// `None` where the values do not matter.
    version: Option<u32>,
    is_output: bool,
    is_transposed: bool,
}

impl Node {
    pub(super) fn new(
        name: &'static str,
        inputs: &[&Tensor],
        save: &[Save],
        output: &Tensor,
        outputs: usize,
        gradient: Gradient,
    ) -> Rc<Node> {
        let saved: SmallVec<[Saved; 2]> = save.iter().map(|save| Saved::new(save, output)).collect();
        Rc::new(Node {
            name,
            edges: inputs.iter().map(|input| edge_of(input)).collect(),
            inputs: inputs.iter().map(|input| input.requires_grad().then(|| meta_of(input))).collect(),
            outputs,
            saves_nothing: saved.is_empty(),
            origin: origin::here(),
            saved: RefCell::new(Some(saved)),
            gradient,
            watched: RefCell::default(),
        })
    }

    /// PyTorch's class of the node that the `output`th result comes from there: `MulBackward0`.
    pub fn name_of(&self, output: usize) -> &'static str {
        self.name.split(' ').nth(output).or_else(|| self.name.split(' ').next()).unwrap_or_default()
    }

    pub(super) fn set_name(&mut self, name: &'static str) {
        self.name = name;
    }

    /// The line of the program that made it, where that was to be kept.
    pub fn origin(&self) -> Option<Origin> {
        self.origin.as_deref().copied()
    }

    /// Has `result`'s hooks called, and its gradient kept if it asks for that, when the gradient is known.
    pub(super) fn watch(&self, output: usize, result: &Rc<Autograd>) {
        let mut watched = self.watched.borrow_mut();
        if !watched.iter().any(|(_, _, known)| known.as_ptr() == Rc::as_ptr(result)) {
            watched.push((output, result.hooks().clone(), Rc::downgrade(result)));
        }
    }

    /// Results with hooks or with gradients to keep: which result it is, its hooks, and itself if it is still there. A
    /// hook may watch further ones.
    pub(crate) fn watched(&self) -> Vec<(usize, Rc<Hooks>, Option<Rc<Autograd>>)> {
        let watched = self.watched.borrow();
        watched.iter().map(|(output, hooks, result)| (*output, hooks.clone(), result.upgrade())).collect()
    }

    /// The shape, dtype and device of each input that needs a gradient.
    pub(crate) fn inputs(&self) -> &[Option<(Dims, Dtype, Device)>] {
        &self.inputs
    }

    /// The gradients of the inputs from those of the outputs, as the operator computes them: they may have the broadcast
    /// shape or the promoted dtype still.
    pub(crate) fn gradients(self: &Rc<Self>, grads: &[Option<Tensor>]) -> Result<Gradients> {
        let saved = self.unpack()?;
        guarded(self.name, || (self.gradient)(&Context { node: self, grads, saved }))
    }

    /// Frees what was saved: a second backward pass is an error unless the graph was retained.
    pub(crate) fn release(&self) {
        *self.saved.borrow_mut() = None;
    }

    fn unpack(self: &Rc<Self>) -> Result<SmallVec<[Tensor; 2]>> {
        let saved = self.saved.borrow();
        match &*saved {
            Some(saved) => saved.iter().map(|saved| saved.unpack(self)).collect(),
            None if self.saves_nothing => Ok(SmallVec::new()),
            None => bail!(
                Runtime,
                "Trying to backward through the graph a second time (or directly access saved tensors after they \
                 have already been freed). Saved intermediate values of the graph are freed when you call \
                 .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the \
                 graph a second time or if you need to access saved tensors after calling backward."
            ),
        }
    }
}

/// A long chain of nodes would be dropped by recursion and overflow the stack: unlink it in a loop.
impl Drop for Node {
    fn drop(&mut self) {
        let mut pending: Vec<Edge> = std::mem::take(&mut self.edges).into_iter().collect();
        while let Some(edge) = pending.pop() {
            if let Edge::Node(node, _) = edge
                && let Ok(mut node) = Rc::try_unwrap(node)
            {
                if let Some(saved) = node.saved.get_mut() {
                    pending.extend(saved.iter().filter_map(|saved| saved.tensor.grad_fn()).map(to_edge));
                }
                pending.extend(std::mem::take(&mut node.edges));
            }
        }
    }
}

fn to_edge((node, output): (Rc<Node>, usize)) -> Edge {
    Edge::Node(node, output)
}

impl Saved {
    fn new(save: &Save, output: &Tensor) -> Self {
        let (tensor, is_output) = match save {
            Save::Input(tensor) | Save::Transposed(tensor) | Save::Unread(tensor) => {
                ((*tensor).clone(), false)
            }
            Save::Output => (output.detach(), true),
        };
        let version = (!matches!(save, Save::Unread(_))).then(|| tensor.storage().version());
        Saved { version, tensor, is_output, is_transposed: matches!(save, Save::Transposed(_)) }
    }

    fn unpack(&self, node: &Rc<Node>) -> Result<Tensor> {
        let version = self.tensor.storage().version();
        if let Some(expected) = self.version.filter(|&expected| expected != version) {
            return self.was_modified(node, version, expected);
        }
        let mut tensor = self.tensor.clone();
        if self.is_output && is_grad_enabled() {
            tensor.autograd_mut().set_grad_fn(node.clone(), 0, u32::MAX);
        }
        Ok(tensor)
    }

    fn was_modified(&self, node: &Rc<Node>, version: u32, expected: u32) -> Result<Tensor> {
        let maker = if self.is_output { Some((node.clone(), 0)) } else { self.tensor.grad_fn() };
        let mut which = maker.map_or(String::new(), |(node, output)| {
            let name = node.name_of(output).trim_end_matches(char::is_numeric).trim_end_matches("Backward");
            format!(", which is output {output} of {name},")
        });
        let mut shape: Dims = self.tensor.shape().into();
        if self.is_transposed {
            shape.reverse();
            // What PyTorch makes of a view whose base was changed.
            which =
                if self.tensor.requires_grad() { ", which is output 0 of AsStrided,".into() } else { which };
        }
        bail!(
            Runtime,
            "one of the variables needed for gradient computation has been modified by an inplace operation: \
             [torch.{}Tensor {}]{which} is at version {version}; expected version {expected} instead. Hint: enable anomaly \
             detection to find the operation that failed to compute its gradient, with \
             torch.autograd.set_detect_anomaly(True, check_nan=False).",
            self.tensor.dtype().message_name(),
            shape_text(&shape)
        )
    }
}

fn meta_of(input: &Tensor) -> (Dims, Dtype, Device) {
    (Dims::from_slice(input.shape()), input.dtype(), input.device())
}

/// Where the gradient of `input` goes.
pub fn edge_of(input: &Tensor) -> Edge {
    match (input.grad_fn(), input.shared_autograd()) {
        (Some((node, output)), _) => Edge::Node(node, output),
        (None, Some(autograd)) if autograd.requires_grad() => Edge::Leaf(autograd),
        _ => Edge::None,
    }
}

/// What an operator's gradient gets to work with.
pub struct Context<'a> {
    node: &'a Rc<Node>,
    /// One per output; `None` where an output had no part in the loss.
    pub grads: &'a [Option<Tensor>],
    saved: SmallVec<[Tensor; 2]>,
}

impl Context<'_> {
    /// The gradient of a single output.
    ///
    /// # Panics
    /// Never for operators with one output: a node is only visited with a gradient.
    pub fn grad(&self) -> &Tensor {
        self.grads[0].as_ref().expect("a node is visited with a gradient")
    }
    /// The `index`th saved tensor.
    pub fn saved(&self, index: usize) -> &Tensor {
        &self.saved[index]
    }
    /// Whether the `input`th gradient will be used.
    pub fn needs(&self, input: usize) -> bool {
        !matches!(self.node.edges[input], Edge::None)
    }
    /// The `input`th gradient, computed only if it will be used.
    pub fn when(&self, input: usize, gradient: impl FnOnce() -> Result<Tensor>) -> Result<Option<Tensor>> {
        if self.needs(input) { gradient().map(Some) } else { Ok(None) }
    }
}
