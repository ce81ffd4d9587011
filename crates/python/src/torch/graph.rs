//! Tensors in the graph: `grad`, `grad_fn`, `backward`, hooks, `requires_grad`, copies that leave it.
//!
//! What it is not: the backward pass (`kindling_core::backward`), or the modes that stop recording (`modes`).

use std::rc::Rc;

use kindling_core::{
    Result, Tensor as Core,
    autograd::{self, Autograd},
    backward,
};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    convert::ToPyObject,
    function::{FuncArgs, OptionalArg, PySetterValue},
    pyclass,
    vm::thread::with_current_vm,
};

use super::{
    arguments::sequence,
    convert::tensor_to_python,
    errors::{OrRaise, through_core},
    node::node_object,
    tensor::{Parameter, Tensor},
    warnings::{NO_LEAF, warn},
};

#[derive(FromArgs)]
pub(super) struct Flag {
    #[pyarg(any, optional)]
    requires_grad: OptionalArg<PyObjectRef>,
}

#[derive(FromArgs)]
pub(super) struct Hook {
    #[pyarg(any)]
    hook: PyObjectRef,
}

/// # Errors
/// For dtypes that have no gradients.
pub(super) fn require_float(tensor: &Core, vm: &VirtualMachine) -> PyResult<()> {
    if tensor.dtype().is_float() {
        return Ok(());
    }
    Err(vm.new_runtime_error("Only Tensors of floating point and complex dtype can require gradients"))
}

#[pyclass]
pub(super) trait Graph: PyPayload {
    fn node_of(&self) -> &Tensor;

    /// The gradient that backward passes have added up, or None.
    #[pygetset]
    fn grad(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let grad = zelf.node_of().get().grad().map(|grad| tensor_to_python(grad, vm));
        if grad.is_none() && !Self::is_leaf(zelf) && !Self::retains_grad(zelf) {
            warn(NO_LEAF, vm)?;
        }
        Ok(grad)
    }
    #[pygetset(setter)]
    fn set_grad(zelf: &Py<Self>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
        let grad = match value {
            PySetterValue::Assign(value) if !vm.is_none(&value) => {
                Some(gradient_for(zelf.node_of(), &value, vm)?)
            }
            _ => None,
        };
        zelf.node_of().update(|tensor| tensor.set_grad(grad));
        Ok(())
    }
    /// What computed the tensor: None for leaves.
    #[pygetset]
    fn grad_fn(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let node = zelf.node_of().get().grad_fn();
        node.map(|(node, output)| node_object(node, output, vm)).transpose()
    }
    /// Whether operations on the tensor are recorded.
    #[pygetset]
    fn requires_grad(zelf: &Py<Self>) -> bool {
        zelf.node_of().get().requires_grad()
    }
    #[pygetset(setter)]
    fn set_requires_grad(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        if !value.class().is(vm.ctx.types.bool_type) {
            return Err(vm.new_runtime_error("requires_grad must be a bool"));
        }
        let value = value.is(&vm.ctx.true_value);
        if value && !zelf.node_of().get().dtype().is_float() {
            return Err(vm.new_runtime_error(
                "only Tensors of floating point and complex dtype can require gradients",
            ));
        }
        set_requires_grad(zelf.node_of(), value, vm)
    }
    /// Whether the tensor was not computed by a recorded operation.
    #[pygetset]
    fn is_leaf(zelf: &Py<Self>) -> bool {
        zelf.node_of().get().is_leaf()
    }
    #[pygetset]
    fn retains_grad(zelf: &Py<Self>) -> bool {
        zelf.node_of().get().autograd().is_some_and(|autograd| autograd.retains_grad())
    }
    /// Which of its node's results the tensor is.
    #[pygetset]
    fn output_nr(zelf: &Py<Self>) -> usize {
        zelf.node_of().get().grad_fn().map_or(0, |(_, output)| output)
    }

    /// Computes the gradients of this tensor and adds them to the `.grad` of the leaves.
    #[pymethod]
    fn backward(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let gradient = args.take_positional_keyword("gradient");
        let retain = flag(args.take_positional_keyword("retain_graph"), vm)?;
        let create = flag(args.take_positional_keyword("create_graph"), vm)?.unwrap_or(false);
        let inputs = args.take_positional_keyword("inputs");
        if let Some(keyword) = args.kwargs.keys().next() {
            return Err(vm.new_type_error(format!(
                "Tensor.backward() got an unexpected keyword argument '{keyword}'"
            )));
        }
        let outputs = [zelf.node_of().get().clone()];
        let gradients = [gradient_from(gradient.as_deref(), vm)?];
        let retain = retain.unwrap_or(create);
        match inputs.filter(|inputs| !vm.is_none(inputs)) {
            None => backward::backward(&outputs, &gradients, retain, create).or_raise(vm),
            Some(inputs) => backward_into(&outputs, &gradients, &inputs, retain, create, vm),
        }
    }
    /// The same values outside the graph; memory is shared.
    #[pymethod]
    fn detach(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        tensor_to_python(zelf.node_of().get().detach(), vm)
    }
    #[pymethod]
    fn detach_(zelf: PyRef<Self>) -> PyRef<Self> {
        zelf.node_of().update(|tensor| tensor.leave_graph());
        zelf
    }
    /// Says whether operations on the tensor are to be recorded.
    #[pymethod]
    fn requires_grad_(zelf: PyRef<Self>, flag: Flag, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
        let value = match flag.requires_grad {
            OptionalArg::Present(value) if value.class().is(vm.ctx.types.bool_type) => {
                value.is(&vm.ctx.true_value)
            }
            OptionalArg::Present(value) => {
                return Err(vm.new_type_error(format!(
                    "requires_grad_(): argument 'requires_grad' (position 1) must be bool, not {}",
                    value.class().name()
                )));
            }
            OptionalArg::Missing => true,
        };
        set_requires_grad(zelf.node_of(), value, vm)?;
        Ok(zelf)
    }
    /// Keeps the gradient of a tensor that is no leaf in `.grad` too.
    #[pymethod]
    fn retain_grad(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
        if !zelf.node_of().get().requires_grad() {
            return Err(vm.new_runtime_error("can't retain_grad on Tensor that has requires_grad=False"));
        }
        zelf.node_of().update(autograd::retain_grad);
        Ok(())
    }
    /// Calls a function with the gradient once it is known; what it returns, if anything, replaces it.
    #[pymethod]
    fn register_hook(zelf: &Py<Self>, Hook { hook }: Hook, vm: &VirtualMachine) -> PyResult<HookHandle> {
        if !zelf.node_of().get().requires_grad() {
            return Err(
                vm.new_runtime_error("cannot register a hook on a tensor that doesn't require gradient")
            );
        }
        let call = move |grad: &Core| with_current_vm(|vm| call_hook(&hook, grad, vm));
        let key = zelf.node_of().update(|tensor| autograd::register_hook(tensor, Rc::new(call)));
        let autograd = zelf.node_of().get().shared_autograd();
        Ok(HookHandle { autograd, key })
    }
    /// Whether the tensor was made in inference mode.
    #[pymethod]
    fn is_inference(zelf: &Py<Self>) -> bool {
        zelf.node_of().get().autograd().is_some_and(|autograd| autograd.is_inference())
    }
}

impl Graph for Tensor {
    fn node_of(&self) -> &Tensor {
        self
    }
}

fn call_hook(hook: &PyObject, grad: &Core, vm: &VirtualMachine) -> Result<Option<Core>> {
    let result = hook.call((tensor_to_python(grad.clone(), vm),), vm).map_err(through_core)?;
    let Some(found) = result.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone()) else {
        return Ok(None);
    };
    let what = if found.shape() != grad.shape() {
        "size"
    } else if found.dtype() != grad.dtype() {
        "type"
    } else {
        return Ok(Some(found));
    };
    let name = match vm.get_attribute_opt(hook, "__name__").map_err(through_core)? {
        Some(name) => name.str(vm).map_err(through_core)?.to_string(),
        None => "<unknown>".to_owned(),
    };
    Err(through_core(vm.new_runtime_error(format!("hook '{name}' has changed the {what} of value"))))
}

fn set_requires_grad(tensor: &Tensor, value: bool, vm: &VirtualMachine) -> PyResult<()> {
    let core = tensor.get().clone();
    if !core.is_leaf() && !value {
        return Err(vm.new_runtime_error(
            "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a \
             subgraph that doesn't require differentiation use var_no_grad = var.detach().",
        ));
    }
    if value {
        if !core.dtype().is_float() {
            return Err(vm.new_runtime_error("only Tensors of floating point dtype can require gradients"));
        }
        if !autograd::is_inference() && core.autograd().is_some_and(|autograd| autograd.is_inference()) {
            return Err(vm.new_runtime_error(
                "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.",
            ));
        }
        tensor.update(|tensor| tensor.autograd_mut().set_requires_grad(true));
    } else if let Some(autograd) = core.autograd() {
        autograd.set_requires_grad(false);
    }
    Ok(())
}

fn gradient_for(tensor: &Tensor, value: &PyObject, vm: &VirtualMachine) -> PyResult<Core> {
    let Some(grad) = value.downcast_ref::<Tensor>() else {
        return Err(vm.new_type_error(format!(
            "assigned grad expected to be a Tensor or None but got grad of type {}",
            value.class().name()
        )));
    };
    let grad = grad.get().clone();
    let (expected, found) = (tensor.get().shape().to_vec(), grad.shape().to_vec());
    if expected != found {
        let text = kindling_core::tensor::layout::shape_text;
        return Err(vm.new_runtime_error(format!(
            "attempting to assign a gradient of size '{}' to a tensor of size '{}'. Please ensure that the gradient and \
             the tensor are the same size",
            text(&found),
            text(&expected)
        )));
    }
    let (expected, found) = (tensor.get().dtype(), grad.dtype());
    if expected != found {
        return Err(vm.new_runtime_error(format!(
            "attempting to assign a gradient with dtype '{}' to a tensor with grad_dtype '{}'. The gradient must match the \
             tensor's grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype attribute with a \
             specific dtype, or None to allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and \
             its gradient may break downstream systems that assume they match.",
            found.message_name().to_lowercase(),
            expected.message_name()
        )));
    }
    Ok(grad)
}

fn gradient_from(value: Option<&PyObject>, vm: &VirtualMachine) -> PyResult<Option<Core>> {
    match value {
        Some(value) if !vm.is_none(value) => match value.downcast_ref::<Tensor>() {
            Some(tensor) => Ok(Some(tensor.get().clone())),
            None => {
                let name = value.class().name().to_string();
                Err(vm.new_type_error(format!("gradients can be either Tensors or None, but got {name}")))
            }
        },
        _ => Ok(None),
    }
}

fn flag(value: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Option<bool>> {
    match value {
        Some(value) if !vm.is_none(&value) => value.try_to_bool(vm).map(Some),
        _ => Ok(None),
    }
}

/// A tensor, or the tensors of a tuple or list.
fn tensors_from(object: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<PyRef<Tensor>>> {
    match sequence(object) {
        Some(items) => items.into_iter().map(|item| item.try_into_value(vm)).collect(),
        None => Ok(vec![object.to_owned().try_into_value(vm)?]),
    }
}

/// Adds the gradients with respect to some tensors to their `.grad`, and to no others.
fn backward_into(
    outputs: &[Core],
    gradients: &[Option<Core>],
    inputs: &PyObject,
    retain: bool,
    create: bool,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let inputs = tensors_from(inputs, vm)?;
    let cores: Vec<Core> = inputs.iter().map(|input| input.get().clone()).collect();
    let found = backward::grad(outputs, &cores, gradients, retain, create).or_raise(vm)?;
    for (input, grad) in inputs.iter().zip(found) {
        let Some(grad) = grad else { continue };
        let sum = match input.get().grad() {
            Some(before) => kindling_core::ops::add(&before, &grad).or_raise(vm)?,
            None => grad,
        };
        input.update(|tensor| tensor.set_grad(Some(sum)));
    }
    Ok(())
}

/// What `register_hook` returns: `remove()` takes the hook away.
#[pyclass(module = "torch.utils.hooks", name = "RemovableHandle")]
#[derive(PyPayload)]
pub(super) struct HookHandle {
    autograd: Option<Rc<Autograd>>,
    key: usize,
}

impl std::fmt::Debug for HookHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HookHandle({})", self.key)
    }
}

#[pyclass(flags(DISALLOW_INSTANTIATION))]
impl HookHandle {
    #[pymethod]
    fn remove(zelf: &Py<Self>) {
        if let Some(autograd) = &zelf.autograd {
            autograd.remove_hook(zelf.key);
        }
    }
}

/// `copy.deepcopy(tensor)`: of leaves only, as in PyTorch.
pub(super) fn deep_copy(tensor: &PyRef<Tensor>, memo: &PyObject, vm: &VirtualMachine) -> PyResult {
    let core = tensor.get().clone();
    if !core.is_leaf() {
        return Err(vm.new_runtime_error(
            "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  \
             If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, \
             see https://github.com/pytorch/pytorch/pull/103001",
        ));
    }
    let key = vm.ctx.new_int(tensor.as_object().get_id());
    if let Ok(done) = memo.get_item(key.as_object(), vm) {
        return Ok(done);
    }
    let mut copy = core.copy().or_raise(vm)?;
    if core.requires_grad() {
        copy.autograd_mut().set_requires_grad(true);
    }
    copy.set_grad(core.grad().map(|grad| grad.copy()).transpose().or_raise(vm)?);
    let copy = Tensor::new(copy).into_ref_with_type(vm, tensor.class().to_owned())?;
    memo.set_item(key.as_object(), copy.clone().into(), vm)?;
    Ok(copy.into())
}

/// How a parameter is pickled: as its class, called with its values.
pub(super) fn reduce(parameter: PyRef<Parameter>, vm: &VirtualMachine) -> PyResult {
    let class = parameter.class().to_owned();
    let parameter: PyObjectRef = parameter.into();
    let requires_grad = parameter.get_attr("requires_grad", vm)?;
    let data = parameter.get_attr("data", vm)?;
    Ok((class, vm.new_tuple((data, requires_grad))).to_pyobject(vm))
}

/// How a tensor is pickled: as a call of `_torch._rebuild` with its values.
pub(super) fn reduce_tensor(tensor: PyRef<Tensor>, vm: &VirtualMachine) -> PyResult {
    let rebuild = vm.import("_torch", 0)?.get_attr("_rebuild", vm)?;
    let core = tensor.get().clone();
    let shape = super::size::Size::object(core.shape(), vm);
    let core = core.to_device(kindling_core::Device::Cpu).or_raise(vm)?;
    let flat = super::operators::call("flatten", vec![core.detach().into()]).or_raise(vm)?;
    let values = super::convert::to_list(&flat, vm)?;
    let arguments =
        vm.new_tuple((values, super::dtype::dtype_object(core.dtype()), shape, tensor.get().requires_grad()));
    Ok((rebuild, arguments).to_pyobject(vm))
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::{Tensor as Core, backward};
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use super::{OrRaise, gradient_from, tensor_to_python, tensors_from};

    fn cores(tensors: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<Core>> {
        Ok(tensors_from(tensors, vm)?.iter().map(|tensor| tensor.get().clone()).collect())
    }

    fn gradients(given: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Vec<Option<Core>>> {
        given.iter().map(|gradient| gradient_from(Some(gradient), vm)).collect()
    }

    /// _rebuild(values, dtype, size, requires_grad): a tensor from what it was pickled as.
    #[pyfunction]
    fn _rebuild(
        values: PyObjectRef,
        dtype: PyObjectRef,
        size: Vec<i64>,
        requires_grad: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let dtype = super::super::dtype::dtype_from(&dtype, vm);
        let tensor = super::super::reading::from_python(&values, dtype, vm)?;
        let sizes = kindling_core::ops::Arg::Ints(size.into_iter().collect());
        let mut tensor = super::super::operators::call("reshape", vec![tensor.into(), sizes]).or_raise(vm)?;
        if requires_grad {
            tensor.autograd_mut().set_requires_grad(true);
        }
        Ok(tensor_to_python(tensor, vm))
    }

    /// backward(tensors, gradients, retain_graph, create_graph): what `torch.autograd.backward` comes down to.
    #[pyfunction(name = "_backward")]
    fn backward(
        tensors: PyObjectRef,
        grad_tensors: Vec<PyObjectRef>,
        retain_graph: bool,
        create_graph: bool,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let gradients = gradients(grad_tensors, vm)?;
        backward::backward(&cores(&tensors, vm)?, &gradients, retain_graph, create_graph).or_raise(vm)
    }

    /// grad(outputs, inputs, gradients, retain_graph, create_graph): a tuple of tensors and Nones.
    #[pyfunction(name = "_grad")]
    fn grad(
        outputs: PyObjectRef,
        inputs: PyObjectRef,
        grad_outputs: Vec<PyObjectRef>,
        retain_graph: bool,
        create_graph: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let gradients = gradients(grad_outputs, vm)?;
        let (outputs, inputs) = (cores(&outputs, vm)?, cores(&inputs, vm)?);
        let found = backward::grad(&outputs, &inputs, &gradients, retain_graph, create_graph).or_raise(vm)?;
        let found = found.into_iter().map(|grad| match grad {
            Some(grad) => tensor_to_python(grad, vm),
            None => vm.ctx.none(),
        });
        Ok(vm.ctx.new_tuple(found.collect()).into())
    }
}
