//! A tensor's place in the graph: what [`Tensor`] says of gradients, from the record attached to it.
//!
//! What it is not: the tensor's values, which know nothing of a graph (see [`crate::tensor`]).

use std::rc::Rc;

use super::{
    Autograd, Node,
    views::{History, newer_source, viewed},
};
use crate::{
    Tensor,
    layout::Layout,
    tensor::{Attached, PrintOptions},
};

impl Tensor {
    #[inline]
    pub fn autograd(&self) -> Option<&Autograd> {
        self.attached().get()
    }
    /// The graph's record of this tensor, for who keeps it.
    pub fn shared_autograd(&self) -> Option<Rc<Autograd>> {
        self.attached().shared()
    }
    /// The graph's record of this tensor, made on first use.
    pub fn autograd_mut(&mut self) -> &Autograd {
        self.attached().get_or_attach()
    }
    /// Makes it a tensor that never took part in a graph.
    pub fn leave_graph(&mut self) {
        self.attach(Attached::default());
    }
    pub fn requires_grad(&self) -> bool {
        self.autograd().is_some_and(Autograd::requires_grad)
            || (self.follows_storage() && History::version_of(self.storage()) > 0)
    }
    pub fn is_leaf(&self) -> bool {
        self.grad_fn().is_none()
    }
    /// The node that computed this tensor, with which of its outputs this is.
    pub fn grad_fn(&self) -> Option<(Rc<Node>, usize)> {
        newer_source(self).or_else(|| self.autograd()?.grad_fn())
    }
    pub fn grad(&self) -> Option<Tensor> {
        self.autograd()?.grad()
    }
    pub fn set_grad(&mut self, grad: Option<Tensor>) {
        if self.autograd().is_some() || grad.is_some() {
            self.autograd_mut().set_grad(grad);
        }
    }
    /// A view: the same storage seen through another layout, still to be recorded as what it is in the graph.
    pub(crate) fn view_with(&self, layout: Layout) -> Self {
        if self.requires_grad() {
            viewed(self);
        }
        self.following(layout)
    }
    /// `repr(tensor)`.
    pub fn to_text(&self, options: &PrintOptions) -> String {
        let part = match self.grad_fn() {
            Some((node, output)) => Some(format!("grad_fn=<{}>", node.name_of(output))),
            None => self.requires_grad().then(|| "requires_grad=True".into()),
        };
        self.text_with(options, part)
    }
}
