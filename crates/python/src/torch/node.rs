//! Nodes of the graph as Python sees them: `tensor.grad_fn` and its `next_functions`.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use kindling_core::autograd::{Edge, Node};
use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::PyType,
    class::StaticType,
    pyclass,
    types::{PyTypeSlots, Representable},
};

/// A node of the graph, and as the maker of which of its results it is seen: `tensor.grad_fn`.
#[pyclass(module = false, name = "Node")]
#[derive(PyPayload)]
pub(super) struct NodeObject(Rc<Node>, usize);

impl std::fmt::Debug for NodeObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name_of(self.1))
    }
}

#[pyclass(with(Representable), flags(BASETYPE, DISALLOW_INSTANTIATION))]
impl NodeObject {
    /// The nodes that get this one's gradients, each with the number of their result.
    #[pygetset]
    fn next_functions(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let next = zelf.0.edges.iter().map(|edge| {
            let (node, output) = match edge {
                Edge::None => (vm.ctx.none(), 0),
                Edge::Leaf(_) => (leaf_object(vm)?, 0),
                Edge::Node(node, output) => (node_object(node.clone(), *output, vm)?, *output),
            };
            Ok(vm.new_tuple((node, output)).into())
        });
        let next: PyResult<Vec<PyObjectRef>> = next.collect();
        Ok(vm.ctx.new_tuple(next?).into())
    }
    /// The name of its class, as `'MulBackward0'`.
    #[pymethod]
    fn name(zelf: &Py<Self>) -> &'static str {
        zelf.0.name_of(zelf.1)
    }
}

impl Representable for NodeObject {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<{} object at {:#x}>", zelf.class().name(), zelf.as_object().get_id()))
    }
}

thread_local! {
    /// A class for each kind of node, made when first seen and kept for good.
    static CLASSES: RefCell<HashMap<&'static str, &'static Py<PyType>>> = RefCell::default();
}

fn node_class(name: &'static str, vm: &VirtualMachine) -> &'static Py<PyType> {
    CLASSES.with_borrow_mut(|classes| {
        *classes.entry(name).or_insert_with(|| {
            let base = NodeObject::static_type().to_owned();
            PyRef::leak(vm.ctx.new_class(None, name, base, PyTypeSlots::heap_default()))
        })
    })
}

/// The node that a result comes from, of which it is the `output`th.
pub(super) fn node_object(node: Rc<Node>, output: usize, vm: &VirtualMachine) -> PyResult {
    let class = node_class(node.name_of(output), vm).to_owned();
    NodeObject(node, output).into_ref_with_type(vm, class).map(Into::into)
}

/// Where the gradient of a leaf ends up.
fn leaf_object(vm: &VirtualMachine) -> PyResult {
    let class = node_class("AccumulateGrad", vm).to_owned();
    Ok(vm.ctx.new_base_object(class, None))
}
