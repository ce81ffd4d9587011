//! Nodes of the graph as Python sees them: `tensor.grad_fn` and its `next_functions`.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use kindling_core::autograd::{Autograd, Edge, Node, Origin};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::PyType,
    class::StaticType,
    class_or_notimplemented,
    common::hash::PyHash,
    convert::ToPyObject,
    function::PyComparisonValue,
    pyclass,
    types::{Comparable, Hashable, PyComparisonOp, PyTypeSlots, Representable},
    vm::thread::with_current_vm,
};

/// A node of the graph, as the maker of one of its results: `tensor.grad_fn`; or the place where a leaf's gradient ends up.
#[pyclass(module = false, name = "Node")]
#[derive(PyPayload)]
pub(super) struct NodeObject(Place);

enum Place {
    Made(Rc<Node>, usize),
    Leaf(Rc<Autograd>),
}

impl Place {
    fn name(&self) -> &'static str {
        match self {
            Place::Made(node, output) => node.name_of(*output),
            Place::Leaf(_) => "AccumulateGrad",
        }
    }
    /// What tells it from others.
    fn key(&self) -> (*const (), &'static str) {
        match self {
            Place::Made(node, _) => (Rc::as_ptr(node).cast(), self.name()),
            Place::Leaf(autograd) => (Rc::as_ptr(autograd).cast(), self.name()),
        }
    }
}

impl std::fmt::Debug for NodeObject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name())
    }
}

#[pyclass(with(Representable, Comparable, Hashable), flags(BASETYPE, DISALLOW_INSTANTIATION))]
impl NodeObject {
    /// The nodes that get this one's gradients, each with the number of their result.
    #[pygetset]
    fn next_functions(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let Place::Made(node, _) = &zelf.0 else { return Ok(vm.ctx.new_tuple(Vec::new()).into()) };
        let next: PyResult<Vec<PyObjectRef>> = node.edges.iter().map(|edge| edge_object(edge, vm)).collect();
        Ok(vm.ctx.new_tuple(next?).into())
    }
    /// The name of its class, as `'MulBackward0'`; a leaf's is PyTorch's C++ one.
    #[pymethod]
    fn name(zelf: &Py<Self>) -> &'static str {
        match &zelf.0 {
            Place::Made(..) => zelf.0.name(),
            Place::Leaf(_) => "torch::autograd::AccumulateGrad",
        }
    }
    /// The cell and its line that made it, as `('<cell 3>', 2)`; None where that was not kept (`_keep_lines`).
    #[pygetset]
    fn _line(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        let origin = match &zelf.0 {
            Place::Made(node, _) => node.origin(),
            Place::Leaf(_) => None,
        };
        match origin {
            Some(Origin { file, line }) => (file.to_owned(), line).to_pyobject(vm),
            None => vm.ctx.none(),
        }
    }
}

/// The line of a cell that runs, called what it calls.
pub(super) fn running_line() -> Option<Origin> {
    with_current_vm(|vm| {
        let mut frame = vm.current_frame();
        while let Some(now) = frame {
            let file = now.iframe().code().source_path().as_str();
            if file.starts_with("<cell ") {
                return Some(Origin { file, line: usize::try_from(now.lineno()).ok()? });
            }
            frame = now.f_back(vm);
        }
        None
    })
}

impl Representable for NodeObject {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        // PyTorch's own nodes are numbered; those of a student's Function are Python's.
        let module = if zelf.class().name().ends_with("Backward") { "torch.autograd.function." } else { "" };
        Ok(format!("<{module}{} object at {:#x}>", zelf.class().name(), zelf.as_object().get_id()))
    }
}

impl Comparable for NodeObject {
    /// Objects of one node are equal, as in PyTorch, where they are one object.
    fn cmp(
        zelf: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        _vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        op.eq_only(|| {
            let other = class_or_notimplemented!(Self, other);
            Ok((zelf.0.key() == other.0.key()).into())
        })
    }
}

impl Hashable for NodeObject {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        Ok((zelf.0.key().0 as usize >> 4) as PyHash)
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
    object(Place::Made(node, output), vm)
}

fn object(place: Place, vm: &VirtualMachine) -> PyResult {
    let class = node_class(place.name(), vm).to_owned();
    NodeObject(place).into_ref_with_type(vm, class).map(Into::into)
}

/// Where a gradient goes, with the number of the result there.
fn edge_object(edge: &Edge, vm: &VirtualMachine) -> PyResult {
    let (node, output) = match edge {
        Edge::None => (vm.ctx.none(), 0),
        Edge::Leaf(autograd) => (object(Place::Leaf(autograd.clone()), vm)?, 0),
        Edge::Node(node, output) => (node_object(node.clone(), *output, vm)?, *output),
    };
    Ok(vm.new_tuple((node, output)).into())
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::autograd::{edge_of, keep_origins};
    use rustpython_vm::{PyRef, PyResult, VirtualMachine};

    use super::{super::tensor::Tensor, edge_object, running_line};

    /// _keep_lines(): from now on each node knows the line of the cell that made it.
    #[pyfunction]
    fn _keep_lines() {
        keep_origins(running_line);
    }

    /// _gradient_edge(tensor): the node that its gradient goes to, and the number of the result there.
    #[pyfunction]
    fn _gradient_edge(tensor: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult {
        edge_object(&edge_of(&tensor.get()), vm)
    }
}
