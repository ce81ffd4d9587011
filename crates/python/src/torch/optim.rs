//! Optimizer steps: one native call updates a whole parameter group.
//!
//! What it is not: the formulas (`kindling_core::optim`) or the protocol of optimizers (`lib/torch/optim`). Each
//! function takes a group (a dict of `params` and settings) and the optimizer's state, a dict by parameter.

use kindling_core::{Dtype, Result as CoreResult, Scalar, Tensor as Core};
use rustpython_vm::{
    PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDict, PyDictRef, PyList, PyTuple},
};

use super::{convert::tensor_to_python, errors::OrRaise, tensor::Tensor};

/// A parameter group's settings.
struct Group<'a> {
    dict: &'a PyDictRef,
    vm: &'a VirtualMachine,
}

impl Group<'_> {
    fn get(&self, name: &'static str) -> PyResult {
        self.dict.get_item(name, self.vm)
    }
    /// A number, or a 0-d tensor that holds one.
    fn number(&self, name: &'static str) -> PyResult<f64> {
        let value = self.get(name)?;
        match value.downcast_ref::<Tensor>() {
            Some(tensor) => tensor.get().item().map(Scalar::to_f64).or_raise(self.vm),
            None => value.try_float(self.vm).map(|float| float.to_f64()),
        }
    }
    fn flag(&self, name: &'static str) -> PyResult<bool> {
        self.get(name)?.try_to_bool(self.vm)
    }
    fn pair(&self, name: &'static str) -> PyResult<(f64, f64)> {
        let value = self.get(name)?;
        let Some([first, second]) = value.downcast_ref::<PyTuple>().map(|tuple| tuple.as_slice()) else {
            return Err(self.vm.new_value_error(format!("{name} must be a tuple of two numbers")));
        };
        Ok((first.try_float(self.vm)?.to_f64(), second.try_float(self.vm)?.to_f64()))
    }
}

/// What an optimizer keeps for one parameter.
struct State<'a> {
    dict: PyDictRef,
    parameter: &'a Core,
    vm: &'a VirtualMachine,
}

impl State<'_> {
    fn find(&self, name: &'static str) -> PyResult<Option<Core>> {
        let found = self.dict.get_item_opt(name, self.vm)?;
        Ok(found.and_then(|value| value.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone())))
    }
    fn keep(&self, name: &'static str, tensor: Core) -> PyResult<Core> {
        self.dict.set_item(name, tensor_to_python(tensor.clone(), self.vm), self.vm)?;
        Ok(tensor)
    }
    /// A tensor of the parameter's shape, zeros at first.
    fn zeros(&self, name: &'static str) -> PyResult<Core> {
        self.full(name, 0.0)
    }
    fn full(&self, name: &'static str, value: f64) -> PyResult<Core> {
        match self.find(name)? {
            Some(tensor) => Ok(tensor),
            None => {
                let (shape, dtype) = (self.parameter.shape(), self.parameter.dtype());
                let new = Core::full(shape, Scalar::Float(value), dtype).to_device(self.parameter.device());
                self.keep(name, new.or_raise(self.vm)?)
            }
        }
    }
    /// A 0-d float32 tensor that starts at `value`.
    fn counter(&self, name: &'static str, value: f64) -> PyResult<Core> {
        match self.find(name)? {
            Some(tensor) => Ok(tensor),
            None => self.keep(name, Core::scalar(Scalar::Float(value), Dtype::Float32)),
        }
    }
}

/// Calls `update` for each parameter of the group that has a gradient.
fn each(
    group: &PyDictRef,
    state: &PyDictRef,
    vm: &VirtualMachine,
    update: impl Fn(&Core, &Core, &State) -> PyResult<CoreResult<()>>,
) -> PyResult<()> {
    let parameters = group.get_item("params", vm)?;
    let parameters: Vec<PyObjectRef> = match parameters.downcast_ref::<PyList>() {
        Some(list) => list.borrow_vec().to_vec(),
        None => return Err(vm.new_type_error("a parameter group's params must be a list")),
    };
    for parameter in parameters {
        let Some(tensor) = parameter.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone()) else {
            return Err(vm.new_type_error("a parameter group's params must be tensors"));
        };
        if let Some(gradient) = tensor.grad() {
            let dict = state_of(state, &parameter, vm)?;
            let values = tensor.detach();
            update(&values, &gradient.detach(), &State { dict, parameter: &values, vm })?.or_raise(vm)?;
        }
    }
    Ok(())
}

fn state_of(state: &PyDictRef, parameter: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyDictRef> {
    if let Some(found) = state.get_item_opt(&**parameter, vm)?
        && let Ok(dict) = found.downcast::<PyDict>()
    {
        return Ok(dict);
    }
    let dict = vm.ctx.new_dict();
    state.set_item(&**parameter, dict.clone().into(), vm)?;
    Ok(dict)
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::optim::{Adadelta, Adagrad, Adam, Adamax, Moments, NAdam, RAdam, RmsProp, Sgd};
    use rustpython_vm::{PyResult, VirtualMachine, builtins::PyDictRef};

    use super::{Group, each};

    #[pyfunction]
    fn sgd_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = Sgd {
            lr: settings.number("lr")?,
            momentum: settings.number("momentum")?,
            dampening: settings.number("dampening")?,
            weight_decay: settings.number("weight_decay")?,
            nesterov: settings.flag("nesterov")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let mut buffer = own.find("momentum_buffer")?;
            let is_first = buffer.is_none();
            let done = rule.step(p, g, &mut buffer);
            if let (true, Some(buffer)) = (is_first, buffer) {
                own.keep("momentum_buffer", buffer)?;
            }
            Ok(done)
        })
    }

    #[pyfunction]
    fn adam_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = Adam {
            lr: settings.number("lr")?,
            betas: settings.pair("betas")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            decoupled_weight_decay: settings.flag("decoupled_weight_decay")?,
            maximize: settings.flag("maximize")?,
        };
        let amsgrad = settings.flag("amsgrad")?;
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            let (exp_avg, exp_avg_sq) = (own.zeros("exp_avg")?, own.zeros("exp_avg_sq")?);
            let max = if amsgrad { Some(own.zeros("max_exp_avg_sq")?) } else { None };
            let moments = Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq };
            Ok(rule.step(p, g, moments, max.as_ref()))
        })
    }

    #[pyfunction]
    fn adamax_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = Adamax {
            lr: settings.number("lr")?,
            betas: settings.pair("betas")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            Ok(rule.step(p, g, &step, &own.zeros("exp_avg")?, &own.zeros("exp_inf")?))
        })
    }

    #[pyfunction]
    fn nadam_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = NAdam {
            lr: settings.number("lr")?,
            betas: settings.pair("betas")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            momentum_decay: settings.number("momentum_decay")?,
            decoupled_weight_decay: settings.flag("decoupled_weight_decay")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            let product = own.counter("mu_product", 1.0)?;
            let (exp_avg, exp_avg_sq) = (own.zeros("exp_avg")?, own.zeros("exp_avg_sq")?);
            let moments = Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq };
            Ok(rule.step(p, g, moments, &product))
        })
    }

    #[pyfunction]
    fn radam_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = RAdam {
            lr: settings.number("lr")?,
            betas: settings.pair("betas")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            decoupled_weight_decay: settings.flag("decoupled_weight_decay")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            let (exp_avg, exp_avg_sq) = (own.zeros("exp_avg")?, own.zeros("exp_avg_sq")?);
            Ok(rule.step(p, g, Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq }))
        })
    }

    #[pyfunction]
    fn rmsprop_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = RmsProp {
            lr: settings.number("lr")?,
            alpha: settings.number("alpha")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            momentum: settings.number("momentum")?,
            centered: settings.flag("centered")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            let square_avg = own.zeros("square_avg")?;
            let mean = if rule.centered { Some(own.zeros("grad_avg")?) } else { None };
            let buffer = if rule.momentum > 0.0 { Some(own.zeros("momentum_buffer")?) } else { None };
            Ok(rule.step(p, g, &step, &square_avg, mean.as_ref(), buffer.as_ref()))
        })
    }

    #[pyfunction]
    fn adagrad_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = Adagrad {
            lr: settings.number("lr")?,
            lr_decay: settings.number("lr_decay")?,
            weight_decay: settings.number("weight_decay")?,
            eps: settings.number("eps")?,
            maximize: settings.flag("maximize")?,
        };
        let start = settings.number("initial_accumulator_value")?;
        each(&group, &state, vm, |p, g, own| {
            Ok(rule.step(p, g, &own.counter("step", 0.0)?, &own.full("sum", start)?))
        })
    }

    #[pyfunction]
    fn adadelta_step(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        let settings = Group { dict: &group, vm };
        let rule = Adadelta {
            lr: settings.number("lr")?,
            rho: settings.number("rho")?,
            eps: settings.number("eps")?,
            weight_decay: settings.number("weight_decay")?,
            maximize: settings.flag("maximize")?,
        };
        each(&group, &state, vm, |p, g, own| {
            let step = own.counter("step", 0.0)?;
            Ok(rule.step(p, g, &step, &own.zeros("square_avg")?, &own.zeros("acc_delta")?))
        })
    }
}
