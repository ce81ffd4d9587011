//! Optimizer steps: one native call updates all parameters of a group.
//!
//! What it is not: the rules (`kindling_core::optim`) or the optimizers (`lib/torch/optim`). Each function takes
//! the group's parameters, the optimizer's `state` and the group's settings. Start reading at [`each`].

use std::cell::OnceCell;

use kindling_core::{Dtype, Result, Scalar, Tensor as Core, guarded};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyDictRef},
};

use super::{
    convert::tensor_to_python,
    errors::{OrRaise, through_core},
    tensor::Tensor,
};
use crate::interrupt;

/// The settings of a parameter group.
struct Settings<'a> {
    group: PyDictRef,
    vm: &'a VirtualMachine,
}

impl Settings<'_> {
    fn get(&self, name: &str) -> PyResult {
        self.group.get_item(name, self.vm)
    }
    fn float(&self, name: &str) -> PyResult<f64> {
        Ok(self.get(name)?.try_float(self.vm)?.to_f64())
    }
    fn flag(&self, name: &str) -> PyResult<bool> {
        self.get(name)?.try_to_bool(self.vm)
    }
    /// A flag that older checkpoints may lack.
    fn flag_or_false(&self, name: &str) -> PyResult<bool> {
        match self.group.get_item_opt(name, self.vm)? {
            Some(value) => value.try_to_bool(self.vm),
            None => Ok(false),
        }
    }
    fn pair(&self, name: &str) -> PyResult<(f64, f64)> {
        let pair: Vec<PyObjectRef> = self.get(name)?.try_to_value(self.vm)?;
        match &pair[..] {
            [first, second] => Ok((first.try_float(self.vm)?.to_f64(), second.try_float(self.vm)?.to_f64())),
            _ => Err(self.vm.new_value_error(format!("{name} must be a pair of numbers"))),
        }
    }
}

/// The state of one parameter, in the optimizer's own dict; there is none for a rule that keeps nothing.
struct Slots<'a> {
    states: &'a PyDictRef,
    of: &'a PyObjectRef,
    like: &'a Core,
    found: OnceCell<PyDictRef>,
    vm: &'a VirtualMachine,
}

impl Slots<'_> {
    fn state(&self) -> PyResult<&PyDictRef> {
        if let Some(state) = self.found.get() {
            return Ok(state);
        }
        let state = match self.states.get_item_opt(self.of.as_object(), self.vm)? {
            Some(state) => state.try_into_value(self.vm)?,
            None => {
                let state = self.vm.ctx.new_dict();
                self.states.set_item(self.of.as_object(), state.clone().into(), self.vm)?;
                state
            }
        };
        Ok(self.found.get_or_init(|| state))
    }
    fn existing(&self, name: &str) -> PyResult<Option<Core>> {
        let value = self.state()?.get_item_opt(name, self.vm)?;
        Ok(value.and_then(|value| value.downcast_ref::<Tensor>().map(|tensor| tensor.get().clone())))
    }
    fn keep(&self, name: &str, tensor: Core) -> PyResult<()> {
        self.state()?.set_item(name, tensor_to_python(tensor, self.vm), self.vm)
    }
    fn get_or(&self, name: &str, make: impl FnOnce() -> Result<Core>) -> PyResult<Core> {
        if let Some(tensor) = self.existing(name)? {
            return Ok(tensor);
        }
        let tensor = make().or_raise(self.vm)?;
        self.keep(name, tensor.clone())?;
        Ok(tensor)
    }
    /// A value for each value of the parameter, `start` at first.
    fn filled(&self, name: &str, start: f64) -> PyResult<Core> {
        let make = || self.like.full_like(self.like.shape(), Scalar::Float(start));
        self.get_or(name, make)
    }
    fn zeros(&self, name: &str) -> PyResult<Core> {
        self.filled(name, 0.0)
    }
    fn step(&self) -> PyResult<Core> {
        self.get_or("step", || Ok(Core::scalar(Scalar::Float(0.0), Dtype::Float32)))
    }
}

/// Reads the group's rule once, and calls `update` with it for each parameter that has a gradient, with both outside
/// the graph.
fn each<R>(
    group: PyDictRef,
    state: PyDictRef,
    vm: &VirtualMachine,
    rule: impl FnOnce(&Settings) -> PyResult<R>,
    update: impl Fn(&R, &Core, &Core, &Slots) -> PyResult<Result<()>>,
) -> PyResult<()> {
    let parameters: Vec<PyObjectRef> = group.get_item("params", vm)?.try_to_value(vm)?;
    let rule = rule(&Settings { group, vm })?;
    for of in &parameters {
        let Some(parameter) = of.downcast_ref::<Tensor>() else { return Err(no_parameter(of, vm)) };
        let Some(gradient) = parameter.get().grad() else { continue };
        let parameter = parameter.get().detach();
        interrupt::poll_work(vm, parameter.numel())?;
        let slots = Slots { states: &state, of, like: &parameter, found: OnceCell::new(), vm };
        let done = guarded("an optimizer's step", || {
            update(&rule, &parameter, &gradient.detach(), &slots)
                .unwrap_or_else(|exception| Err(through_core(exception)))
        });
        done.or_raise(vm)?;
    }
    Ok(())
}

fn no_parameter(object: &PyObjectRef, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_type_error(format!("a parameter group holds a {}, which is no Tensor", object.class().name()))
}

#[rustpython_vm::pymodule(sub, name = "_torch")]
pub(super) mod functions {
    use kindling_core::optim;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine, builtins::PyDictRef};

    use super::{Tensor, each, no_parameter};

    /// The parameters have no gradient afterwards.
    #[pyfunction]
    fn _forget_gradients(parameters: Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
        for object in &parameters {
            let Some(parameter) = object.downcast_ref::<Tensor>() else {
                return Err(no_parameter(object, vm));
            };
            parameter.update(|tensor| tensor.set_grad(None));
        }
        Ok(())
    }

    #[pyfunction]
    fn _sgd(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::Sgd {
                    lr: group.float("lr")?,
                    momentum: group.float("momentum")?,
                    dampening: group.float("dampening")?,
                    weight_decay: group.float("weight_decay")?,
                    nesterov: group.flag("nesterov")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                let mut buffer =
                    if rule.momentum == 0.0 { None } else { slots.existing("momentum_buffer")? };
                let is_first = buffer.is_none();
                let done = rule.step(p, g, &mut buffer);
                if let (true, Some(buffer)) = (is_first, buffer) {
                    slots.keep("momentum_buffer", buffer)?;
                }
                Ok(done)
            },
        )
    }

    #[pyfunction]
    fn _adam(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                let rule = optim::Adam {
                    lr: group.float("lr")?,
                    betas: group.pair("betas")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    decoupled_weight_decay: group.flag_or_false("decoupled_weight_decay")?,
                    maximize: group.flag("maximize")?,
                };
                Ok((rule, group.flag("amsgrad")?))
            },
            |(rule, amsgrad), p, g, slots| {
                let (step, exp_avg, exp_avg_sq) =
                    (slots.step()?, slots.zeros("exp_avg")?, slots.zeros("exp_avg_sq")?);
                let largest = if *amsgrad { Some(slots.zeros("max_exp_avg_sq")?) } else { None };
                let moments = optim::Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq };
                Ok(rule.step(p, g, moments, largest.as_ref()))
            },
        )
    }

    #[pyfunction]
    fn _adamax(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::Adamax {
                    lr: group.float("lr")?,
                    betas: group.pair("betas")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                Ok(rule.step(p, g, &slots.step()?, &slots.zeros("exp_avg")?, &slots.zeros("exp_inf")?))
            },
        )
    }

    #[pyfunction]
    fn _nadam(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::NAdam {
                    lr: group.float("lr")?,
                    betas: group.pair("betas")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    momentum_decay: group.float("momentum_decay")?,
                    decoupled_weight_decay: group.flag("decoupled_weight_decay")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                let step = slots.step()?;
                let product = slots.get_or("mu_product", || {
                    Ok(kindling_core::Tensor::scalar(1.0.into(), kindling_core::Dtype::Float32))
                })?;
                let (exp_avg, exp_avg_sq) = (slots.zeros("exp_avg")?, slots.zeros("exp_avg_sq")?);
                let moments = optim::Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq };
                Ok(rule.step(p, g, moments, &product))
            },
        )
    }

    #[pyfunction]
    fn _radam(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::RAdam {
                    lr: group.float("lr")?,
                    betas: group.pair("betas")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    decoupled_weight_decay: group.flag("decoupled_weight_decay")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                let (step, exp_avg, exp_avg_sq) =
                    (slots.step()?, slots.zeros("exp_avg")?, slots.zeros("exp_avg_sq")?);
                Ok(rule.step(
                    p,
                    g,
                    optim::Moments { step: &step, exp_avg: &exp_avg, exp_avg_sq: &exp_avg_sq },
                ))
            },
        )
    }

    #[pyfunction]
    fn _rmsprop(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::RmsProp {
                    lr: group.float("lr")?,
                    alpha: group.float("alpha")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    momentum: group.float("momentum")?,
                    centered: group.flag("centered")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                let (step, square_avg) = (slots.step()?, slots.zeros("square_avg")?);
                let buffer = if rule.momentum > 0.0 { Some(slots.zeros("momentum_buffer")?) } else { None };
                let mean = if rule.centered { Some(slots.zeros("grad_avg")?) } else { None };
                Ok(rule.step(p, g, &step, &square_avg, mean.as_ref(), buffer.as_ref()))
            },
        )
    }

    #[pyfunction]
    fn _adagrad(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                let rule = optim::Adagrad {
                    lr: group.float("lr")?,
                    lr_decay: group.float("lr_decay")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    maximize: group.flag("maximize")?,
                };
                Ok((rule, group.float("initial_accumulator_value")?))
            },
            |(rule, start), p, g, slots| {
                let sum = slots.filled("sum", *start)?;
                Ok(rule.step(p, g, &slots.step()?, &sum))
            },
        )
    }

    #[pyfunction]
    fn _adadelta(group: PyDictRef, state: PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        each(
            group,
            state,
            vm,
            |group| {
                Ok(optim::Adadelta {
                    lr: group.float("lr")?,
                    rho: group.float("rho")?,
                    eps: group.float("eps")?,
                    weight_decay: group.float("weight_decay")?,
                    maximize: group.flag("maximize")?,
                })
            },
            |rule, p, g, slots| {
                Ok(rule.step(p, g, &slots.step()?, &slots.zeros("square_avg")?, &slots.zeros("acc_delta")?))
            },
        )
    }
}
