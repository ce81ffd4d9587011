//! Training steps of the models in `tests/browser/bench/workloads`, without Python: milliseconds a step.

use kindling_core::{
    Result, Tensor,
    backward::backward,
    ops::{self, Arg, Args, CrossEntropy, Reduction, Signature, Value},
    optim::{Adam, Moments, Sgd},
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

use crate::{best, kernels::values};

/// Milliseconds a step of a perceptron 784-128-10 on batches of 64 takes, with SGD.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn mlp_sgd_step() -> f64 {
    step_time(perceptron(), &values(&[64, 784]), descend)
}

/// The same with Adam.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn mlp_adam_step() -> f64 {
    let model = perceptron();
    let state: Vec<[Tensor; 3]> = model
        .parameters
        .iter()
        .map(|p| {
            [
                p.full_like(&[], 0.into()).unwrap(),
                p.full_like(p.shape(), 0.into()).unwrap(),
                p.full_like(p.shape(), 0.into()).unwrap(),
            ]
        })
        .collect();
    step_time(model, &values(&[64, 784]), |nth, parameter, gradient| {
        let [step, exp_avg, exp_avg_sq] = &state[nth];
        ADAM.step(parameter, gradient, Moments { step, exp_avg, exp_avg_sq }, None)
    })
}

/// Milliseconds a step of the small convolutional net on batches of 32 images of 28x28 takes, with SGD.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn cnn_step() -> f64 {
    let shapes: [&[usize]; 6] = [&[8, 1, 3, 3], &[8], &[16, 8, 3, 3], &[16], &[10, 400], &[10]];
    let model = Model { parameters: shapes.map(parameter).into(), forward: convolutional };
    step_time(model, &values(&[32, 1, 28, 28]), descend)
}

struct Model {
    parameters: Vec<Tensor>,
    forward: fn(&[Tensor], &Tensor) -> Result<Tensor>,
}

const SGD: Sgd =
    Sgd { lr: 0.01, momentum: 0.0, dampening: 0.0, weight_decay: 0.0, nesterov: false, maximize: false };
const ADAM: Adam = Adam {
    lr: 0.001,
    betas: (0.9, 0.999),
    eps: 1e-8,
    weight_decay: 0.0,
    decoupled_weight_decay: false,
    maximize: false,
};

fn parameter(shape: &[usize]) -> Tensor {
    let mut weight = ops::mul(&values(shape), 0.1).expect("a number");
    weight.autograd_mut().set_requires_grad(true);
    weight
}

fn perceptron() -> Model {
    let shapes: [&[usize]; 4] = [&[128, 784], &[128], &[10, 128], &[10]];
    Model {
        parameters: shapes.map(parameter).into(),
        forward: |p, x| {
            let hidden = ops::relu(&ops::linear(x, &p[0], Some(&p[1]))?)?;
            ops::linear(&hidden, &p[2], Some(&p[3]))
        },
    }
}

fn convolutional(p: &[Tensor], x: &Tensor) -> Result<Tensor> {
    let mut x = x.clone();
    for [weight, bias] in [[&p[0], &p[1]], [&p[2], &p[3]]] {
        let [input, weight, bias] = [&x, weight, bias].map(|tensor| Arg::from(tensor.clone()));
        let features = ops::relu(&call("conv2d", [input, weight, bias])?)?;
        x = call("max_pool2d", [features.into(), [2].into()])?;
    }
    ops::linear(&ops::flatten(&x, 1, -1)?, &p[4], Some(&p[5]))
}

/// The operator of that name, with defaults for what is not given.
fn call(name: &str, args: impl IntoIterator<Item = Arg>) -> Result<Tensor> {
    let operator = ops::operators().find(|operator| operator.name() == name).expect("a known operator");
    match operator.run(&Args::new(args).with_defaults(&Signature::parse(operator.signature)))? {
        Value::Tensor(tensor) => Ok(tensor),
        other => panic!("a tensor, not {other:?}"),
    }
}

fn descend(_: usize, parameter: &Tensor, gradient: &Tensor) -> Result<()> {
    SGD.step(parameter, gradient, &mut None)
}

/// Milliseconds of forward, cross-entropy, backward and `update` (which gets the parameter's number).
fn step_time(mut model: Model, x: &Tensor, update: impl Fn(usize, &Tensor, &Tensor) -> Result<()>) -> f64 {
    let count = x.shape()[0];
    let labels = Tensor::from_vec((0..count as i64).map(|i| i * 7 % 10).collect(), &[count]);
    let options =
        CrossEntropy { weight: None, ignore_index: -100, reduction: Reduction::Mean, label_smoothing: 0.0 };
    let mut step = || -> Result<()> {
        let loss = ops::cross_entropy(&(model.forward)(&model.parameters, x)?, &labels, &options)?;
        model.parameters.iter_mut().for_each(|parameter| parameter.set_grad(None));
        backward(&[loss], &[None], false, false)?;
        for (nth, parameter) in model.parameters.iter().enumerate() {
            update(nth, parameter, &parameter.grad().expect("a gradient for each parameter"))?;
        }
        Ok(())
    };
    best(|| step().expect("a step")) * 1000.0
}
