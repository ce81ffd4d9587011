//! The backward pass: every node once, after all nodes that use its outputs.
//!
//! What it is not: the graph that it walks (see [`crate::autograd`]), or any operator's gradient (see [`crate::ops`]).
//! Start reading at [`backward`] and [`Pass::run`].

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

use crate::{
    Scalar, Tensor,
    autograd::{Autograd, Edge, GradMode, Gradients, Node, checks_nan, edge_of, set_mode},
    bail,
    error::Result,
    layout::shape_text,
    ops,
};

/// `tensors[i].backward(gradients[i])`: accumulates into the `.grad` of the leaves.
pub fn backward(
    tensors: &[Tensor],
    gradients: &[Option<Tensor>],
    retain_graph: bool,
    create_graph: bool,
) -> Result<()> {
    let mut pass = Pass::new(create_graph, retain_graph);
    pass.seed(tensors, gradients)?;
    pass.run()
}

/// `torch.autograd.grad`: the gradients of `outputs` with respect to `inputs`, accumulating nowhere.
/// `None` for an input that the outputs do not depend on.
pub fn grad(
    outputs: &[Tensor],
    inputs: &[Tensor],
    gradients: &[Option<Tensor>],
    retain_graph: bool,
    create_graph: bool,
) -> Result<Vec<Option<Tensor>>> {
    let mut pass = Pass::new(create_graph, retain_graph);
    pass.captured = Some(inputs.iter().map(|input| (target_of(input), None)).collect());
    pass.seed(outputs, gradients)?;
    pass.run()?;
    Ok(pass.captured.take().unwrap_or_default().into_iter().map(|(_, grad)| grad).collect())
}

/// What is looked for by `grad`: a leaf, or one output of a node.
enum Target {
    Leaf(*const Autograd),
    Output(*const Node, usize),
    Nothing,
}

fn target_of(input: &Tensor) -> Target {
    match (input.grad_fn(), input.shared_autograd()) {
        (Some((node, output)), _) => Target::Output(Rc::as_ptr(&node), output),
        (None, Some(autograd)) => Target::Leaf(Rc::as_ptr(&autograd)),
        (None, None) => Target::Nothing,
    }
}

struct Pass {
    create_graph: bool,
    retain_graph: bool,
    /// How many edges into a node have not been followed yet.
    dependencies: FxHashMap<*const Node, usize>,
    /// Gradients that arrived at nodes, one per output.
    arrived: FxHashMap<*const Node, SmallVec<[Option<Tensor>; 1]>>,
    ready: Vec<Rc<Node>>,
    /// For `grad`: where gradients are kept instead of in leaves.
    captured: Option<Vec<(Target, Option<Tensor>)>>,
    /// The mode to restore.
    before: GradMode,
}

impl Pass {
    fn new(create_graph: bool, retain_graph: bool) -> Self {
        let before = set_mode(GradMode { recording: create_graph, inference: false });
        Pass {
            create_graph,
            retain_graph,
            dependencies: FxHashMap::default(),
            arrived: FxHashMap::default(),
            ready: Vec::new(),
            captured: None,
            before,
        }
    }

    fn seed(&mut self, tensors: &[Tensor], gradients: &[Option<Tensor>]) -> Result<()> {
        let roots: Vec<Rc<Node>> = tensors.iter().filter_map(Tensor::grad_fn).map(|(node, _)| node).collect();
        self.count_dependencies(roots.clone());
        for (index, tensor) in tensors.iter().enumerate() {
            if !tensor.requires_grad() {
                bail!(
                    Runtime,
                    "element {index} of tensors does not require grad and does not have a grad_fn"
                );
            }
            let gradient = initial_gradient(tensor, gradients.get(index).and_then(Option::as_ref))?;
            self.deliver(&edge_of(tensor), gradient)?;
        }
        let mut seen: Vec<*const Node> = Vec::new();
        for root in roots {
            let key = Rc::as_ptr(&root);
            if self.dependencies.get(&key).copied().unwrap_or(0) == 0 && !seen.contains(&key) {
                seen.push(key);
                self.ready.push(root);
            }
        }
        Ok(())
    }

    fn count_dependencies(&mut self, roots: Vec<Rc<Node>>) {
        let mut visited: FxHashSet<*const Node> = roots.iter().map(Rc::as_ptr).collect();
        let mut pending = roots;
        while let Some(node) = pending.pop() {
            for edge in &node.edges {
                if let Edge::Node(next, _) = edge {
                    *self.dependencies.entry(Rc::as_ptr(next)).or_default() += 1;
                    if visited.insert(Rc::as_ptr(next)) {
                        pending.push(next.clone());
                    }
                }
            }
        }
    }

    fn run(&mut self) -> Result<()> {
        while let Some(node) = self.ready.pop() {
            let mut grads = self.arrived.remove(&Rc::as_ptr(&node)).unwrap_or_default();
            notify(&node, &mut grads)?;
            self.capture_outputs(&node, &grads);
            // A node whose outputs all have no gradient passes none on, but still counts as followed.
            let gradients = if grads.iter().any(Option::is_some) {
                fitted(&node, node.gradients(&grads)?)?
            } else {
                smallvec![None; node.edges.len()]
            };
            if checks_nan() {
                refuse_nan(node.name_of(0), &gradients)?;
            }
            if !self.retain_graph {
                node.release();
            }
            for (edge, gradient) in node.edges.iter().zip(gradients) {
                if let Some(gradient) = gradient {
                    self.deliver(edge, gradient)?;
                }
                self.follow(edge);
            }
        }
        Ok(())
    }

    fn capture_outputs(&mut self, node: &Rc<Node>, grads: &[Option<Tensor>]) {
        for (target, slot) in self.captured.iter_mut().flatten() {
            if let Target::Output(wanted, output) = target
                && *wanted == Rc::as_ptr(node)
            {
                *slot = grads.get(*output).cloned().flatten();
            }
        }
    }

    /// One edge into a node was followed: the node is ready after the last.
    fn follow(&mut self, edge: &Edge) {
        if let Edge::Node(node, _) = edge
            && let Some(left) = self.dependencies.get_mut(&Rc::as_ptr(node))
        {
            *left -= 1;
            if *left == 0 {
                self.ready.push(node.clone());
            }
        }
    }

    fn deliver(&mut self, edge: &Edge, gradient: Tensor) -> Result<()> {
        match edge {
            Edge::None => Ok(()),
            Edge::Leaf(leaf) => self.deliver_to_leaf(leaf, gradient),
            Edge::Node(node, output) => {
                let slots =
                    self.arrived.entry(Rc::as_ptr(node)).or_insert_with(|| smallvec![None; node.outputs]);
                slots[*output] = Some(match slots[*output].take() {
                    Some(sum) => ops::add(&sum, &gradient)?,
                    None => gradient,
                });
                Ok(())
            }
        }
    }

    fn deliver_to_leaf(&mut self, leaf: &Rc<Autograd>, gradient: Tensor) -> Result<()> {
        let gradient = leaf.run_hooks(gradient)?;
        if let Some(captured) = &mut self.captured {
            for (target, slot) in captured {
                if matches!(target, Target::Leaf(wanted) if *wanted == Rc::as_ptr(leaf)) {
                    *slot = Some(match slot.take() {
                        Some(sum) => ops::add(&sum, &gradient)?,
                        None => gradient.clone(),
                    });
                }
            }
            return Ok(());
        }
        accumulate(leaf, gradient, self.create_graph)
    }
}

/// The gradients of the node's outputs after the hooks of the results.
fn notify(node: &Node, grads: &mut [Option<Tensor>]) -> Result<()> {
    for (output, hooks, result) in node.watched() {
        let Some(grad) = grads.get_mut(output).and_then(Option::as_mut) else { continue };
        *grad = hooks.run(grad.clone())?;
        if let Some(result) = result.filter(|result| result.retains_grad()) {
            let sum = result.grad().map_or(Ok(grad.clone()), |sum| ops::add(&sum, &*grad))?;
            result.set_grad(Some(sum));
        }
    }
    Ok(())
}

/// The gradients in the shapes and dtypes, and on the devices, of the node's inputs.
fn fitted(node: &Node, mut gradients: Gradients) -> Result<Gradients> {
    for (index, (gradient, input)) in gradients.iter_mut().zip(node.inputs()).enumerate() {
        if let (Some(tensor), Some((shape, dtype, device))) = (gradient.as_mut(), input) {
            if tensor.shape() != &shape[..] {
                check_shape(node, index, tensor.shape(), shape)?;
                *tensor = ops::sum_to(tensor, shape)?;
            }
            if tensor.dtype() != *dtype {
                *tensor = ops::to_dtype(tensor, *dtype)?;
            }
            // Only a 0-d tensor on the CPU goes with tensors on the GPU: one number travels.
            if tensor.device() != *device {
                *tensor = tensor.to_device(*device)?;
            }
        }
    }
    Ok(gradients)
}

/// That a gradient can be summed up to the input's shape; not where the input was given other data meanwhile.
fn check_shape(node: &Node, index: usize, got: &[usize], wanted: &[usize]) -> Result<()> {
    let lead = got.len().saturating_sub(wanted.len());
    let missing = wanted.len().saturating_sub(got.len());
    let pairs = wanted[missing..].iter().zip(&got[lead..]);
    if wanted[..missing].iter().any(|&size| size != 1)
        || pairs.into_iter().any(|(&own, &size)| own != 1 && own != size)
    {
        bail!(
            Runtime,
            "Function {} returned an invalid gradient at index {index} - got {} but expected shape compatible with {}",
            node.name_of(0),
            shape_text(got),
            shape_text(wanted)
        );
    }
    Ok(())
}

fn refuse_nan(name: &str, gradients: &[Option<Tensor>]) -> Result<()> {
    for (index, gradient) in gradients.iter().enumerate() {
        let Some(gradient) = gradient else { continue };
        let is_nan = ops::any(&ops::isnan(gradient)?, &[], false)?;
        if is_nan.item()?.to_bool() {
            bail!(Runtime, "Function '{name}' returned nan values in its {index}th output.");
        }
    }
    Ok(())
}

impl Drop for Pass {
    fn drop(&mut self) {
        set_mode(self.before);
    }
}

/// Adds into `.grad`: in place, so that whoever holds the gradient sees it, unless it is part of a graph.
fn accumulate(leaf: &Rc<Autograd>, gradient: Tensor, create_graph: bool) -> Result<()> {
    let grad = match leaf.grad() {
        None if create_graph => gradient,
        // A copy unless nobody else holds this storage: gradients must not share with each other.
        None if gradient.is_alone() => gradient.detach(),
        None => gradient.copy()?,
        Some(sum) if sum.shape() != gradient.shape() => bail!(
            Runtime,
            "output with shape {} doesn't match the broadcast shape {}",
            shape_text(sum.shape()),
            shape_text(gradient.shape())
        ),
        Some(sum) if create_graph => ops::add(&sum, &gradient)?,
        Some(sum) => {
            sum.write(&ops::add(&sum.detach(), &gradient.detach())?)?;
            sum
        }
    };
    leaf.set_grad(Some(grad));
    Ok(())
}

fn initial_gradient(tensor: &Tensor, given: Option<&Tensor>) -> Result<Tensor> {
    match given {
        Some(gradient) if gradient.shape() != tensor.shape() => bail!(
            Runtime,
            "Mismatch in shape: grad_output[0] has a shape of torch.Size({}) and output[0] has a shape of \
             torch.Size({}).",
            shape_text(gradient.shape()),
            shape_text(tensor.shape())
        ),
        Some(gradient) => Ok(gradient.clone()),
        None if tensor.numel() != 1 => {
            bail!(Runtime, "grad can be implicitly created only for scalar outputs")
        }
        None => Ok(tensor.full_like(tensor.shape(), Scalar::Int(1))?),
    }
}
