//! Every update rule on the GPU against the CPU.

use kindling_core::{
    Device, Dtype, Result, Tensor,
    optim::{Adadelta, Adagrad, Adam, Adamax, Moments, NAdam, RAdam, RmsProp, Sgd},
};

/// A parameter with what rules keep for it.
struct Slot {
    p: Tensor,
    state: [Tensor; 3],
    step: Tensor,
    momentum: Option<Tensor>,
    product: Tensor,
}

impl Slot {
    fn moments(&self) -> Moments<'_> {
        Moments { step: &self.step, exp_avg: &self.state[0], exp_avg_sq: &self.state[1] }
    }
}

type Step = Box<dyn Fn(&mut Slot, &Tensor) -> Result<()>>;

fn run(step: &Step, device: Device) -> Vec<f64> {
    let start: Vec<f32> = (0..300).map(|i| (i % 17) as f32 * 0.1 - 0.8).collect();
    let p = Tensor::from_vec(start, &[20, 15]).to_device(device).unwrap();
    let zeros = || p.full_like(&[20, 15], 0.into()).unwrap();
    let count = || Tensor::scalar(0.into(), Dtype::Float32);
    let mut slot = Slot {
        state: [zeros(), zeros(), zeros()],
        step: count(),
        momentum: None,
        product: Tensor::scalar(1.into(), Dtype::Float32),
        p: p.clone(),
    };
    for nth in 0..8 {
        let g: Vec<f32> = (0..300).map(|i| ((i * 7 + nth * 3) % 23) as f32 * 0.05 - 0.5).collect();
        step(&mut slot, &Tensor::from_vec(g, &[20, 15]).to_device(device).unwrap()).unwrap();
    }
    slot.p.to_device(Device::Cpu).unwrap().to_vec().unwrap()
}

fn check(name: &str, step: Step) {
    let (here, there) = (run(&step, Device::Cpu), run(&step, Device::WebGpu));
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 2e-5 * a.abs().max(1.0);
    assert!(here.iter().zip(&there).all(near), "{name}: {:?} is not {:?}", &there[..8], &here[..8]);
}

#[test]
fn sgd_and_its_momenta() {
    for (momentum, nesterov, maximize) in [(0.0, false, true), (0.9, false, false), (0.9, true, false)] {
        let sgd = Sgd { lr: 0.1, momentum, dampening: 0.0, weight_decay: 0.01, nesterov, maximize };
        check("sgd", Box::new(move |slot, g| sgd.step(&slot.p, g, &mut slot.momentum)));
    }
}

#[test]
fn adam_and_its_kin() {
    let (lr, betas, eps, weight_decay, maximize) = (0.01, (0.9, 0.999), 1e-8, 0.01, false);
    for decoupled_weight_decay in [false, true] {
        let adam = Adam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize };
        check("adam", Box::new(move |slot, g| adam.step(&slot.p, g, slot.moments(), None)));
        check(
            "amsgrad",
            Box::new(move |slot, g| adam.step(&slot.p, g, slot.moments(), Some(&slot.state[2]))),
        );
        let momentum_decay = 0.004;
        let nadam = NAdam { lr, betas, eps, weight_decay, momentum_decay, decoupled_weight_decay, maximize };
        check("nadam", Box::new(move |slot, g| nadam.step(&slot.p, g, slot.moments(), &slot.product)));
        let radam = RAdam { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize };
        check("radam", Box::new(move |slot, g| radam.step(&slot.p, g, slot.moments())));
    }
    let adamax = Adamax { lr, betas, eps, weight_decay, maximize };
    check(
        "adamax",
        Box::new(move |slot, g| adamax.step(&slot.p, g, &slot.step, &slot.state[0], &slot.state[1])),
    );
}

#[test]
fn rules_that_divide_by_the_gradients_size() {
    let (lr, eps, weight_decay, maximize) = (0.01, 1e-6, 0.01, false);
    let adagrad = Adagrad { lr, lr_decay: 0.1, weight_decay, eps, maximize };
    check("adagrad", Box::new(move |slot, g| adagrad.step(&slot.p, g, &slot.step, &slot.state[0])));
    let adadelta = Adadelta { lr, rho: 0.9, eps, weight_decay, maximize };
    check(
        "adadelta",
        Box::new(move |slot, g| adadelta.step(&slot.p, g, &slot.step, &slot.state[0], &slot.state[1])),
    );
    for (momentum, centered) in [(0.0, false), (0.9, false), (0.0, true), (0.9, true)] {
        let rmsprop = RmsProp { lr, alpha: 0.99, eps, weight_decay, momentum, centered, maximize };
        let [mean, buffer] = [1, 2];
        check(
            "rmsprop",
            Box::new(move |slot, g| {
                let [square, ..] = &slot.state;
                rmsprop.step(
                    &slot.p,
                    g,
                    &slot.step,
                    square,
                    Some(&slot.state[mean]),
                    Some(&slot.state[buffer]),
                )
            }),
        );
    }
}
