//! Five steps of every optimizer on a line through noise-free points, against what PyTorch 2.15 prints.

use kindling_core::{
    Dtype, Result, Tensor, backward, ops,
    optim::{Adadelta, Adagrad, Adam, Adamax, Moments, NAdam, RAdam, RmsProp, Sgd},
    random::{self, Generator},
};

const STEPS: usize = 5;
const BETAS: (f64, f64) = (0.9, 0.999);

/// `nn.Linear(2, 1)` after seed 0, and eight points of y = 2·x₀ - x₁ + 0.5.
struct Problem {
    parameters: [Tensor; 2],
    x: Tensor,
    y: Tensor,
}

impl Problem {
    fn new() -> Self {
        let mut generator = Generator::new(0);
        let bound = 1.0 / 2.0_f64.sqrt();
        let mut initial =
            |shape: &[usize]| random::uniform(shape, -bound, bound, Dtype::Float32, &mut generator).unwrap();
        let mut parameters = [initial(&[1, 2]), initial(&[1])];
        parameters.iter_mut().for_each(|parameter| parameter.autograd_mut().set_requires_grad(true));
        let x = random::normal(&[8, 2], 0.0, 1.0, Dtype::Float32, &mut generator).unwrap();
        let line = Tensor::from_vec::<f32>(vec![2.0, -1.0], &[2, 1]);
        let y = ops::add(&ops::matmul(&x, &line).unwrap(), 0.5).unwrap();
        Problem { parameters, x, y }
    }

    /// The loss, and the gradients in the parameters' order.
    fn gradients(&self) -> (f64, Vec<Tensor>) {
        let [weight, bias] = &self.parameters;
        let predicted = ops::linear(&self.x, weight, Some(bias)).unwrap();
        let loss = ops::mse_loss(&predicted, &self.y, ops::Reduction::Mean).unwrap();
        let value = loss.item().unwrap().to_f64();
        let gradients = backward::grad(&[loss], &self.parameters, &[None], false, false).unwrap();
        (value, gradients.into_iter().flatten().collect())
    }
}

/// State tensors: three of the parameter's shape, and two numbers that start at 0 and 1.
struct State {
    slots: [Tensor; 3],
    step: Tensor,
    product: Tensor,
    buffer: Option<Tensor>,
}

impl State {
    fn new(parameter: &Tensor) -> Self {
        let zeros = || Tensor::zeros(parameter.shape(), Dtype::Float32).unwrap();
        let number = |value: i64| Tensor::scalar(value.into(), Dtype::Float32);
        State { slots: [zeros(), zeros(), zeros()], step: number(0), product: number(1), buffer: None }
    }
    fn moments(&self) -> Moments<'_> {
        Moments { step: &self.step, exp_avg: &self.slots[0], exp_avg_sq: &self.slots[1] }
    }
}

/// Weights, bias and last loss, rounded to five places, are those that PyTorch prints.
fn check(name: &str, expected: [f64; 4], mut step: impl FnMut(&Tensor, &Tensor, &mut State) -> Result<()>) {
    let problem = Problem::new();
    let mut states: Vec<State> = problem.parameters.iter().map(State::new).collect();
    let mut loss = 0.0;
    for _ in 0..STEPS {
        let (value, gradients) = problem.gradients();
        loss = value;
        for ((parameter, gradient), state) in problem.parameters.iter().zip(&gradients).zip(&mut states) {
            step(&parameter.detach(), gradient, state).unwrap();
        }
    }
    let mut got: Vec<f64> =
        problem.parameters.iter().flat_map(|x: &Tensor| x.to_vec::<f64>().unwrap()).collect();
    got.push(loss);
    let rounded: Vec<f64> = got.iter().map(|value| (value * 1e5).round() / 1e5).collect();
    assert_eq!(rounded, expected, "{name}");
}

fn sgd() -> Sgd {
    Sgd { lr: 0.1, momentum: 0.0, dampening: 0.0, weight_decay: 0.0, nesterov: false, maximize: false }
}

#[test]
fn gradient_descent() {
    let momentum = Sgd { momentum: 0.9, ..sgd() };
    let cases = [
        ("plain", sgd(), [1.21983, 0.08422, -0.18577, 1.32707]),
        ("momentum", momentum, [2.85783, -0.432, 0.44906, 0.65507]),
        ("nesterov", Sgd { nesterov: true, ..momentum }, [2.57571, -0.69645, 0.57551, 0.44148]),
        ("weight decay", Sgd { weight_decay: 0.1, ..sgd() }, [1.19849, 0.07322, -0.1732, 1.33372]),
        ("dampening", Sgd { dampening: 0.5, ..momentum }, [2.33516, -0.11736, 0.12848, 0.59132]),
        ("maximize", Sgd { lr: 0.01, maximize: true, ..sgd() }, [-0.19739, 0.4028, -0.62518, 5.11835]),
    ];
    for (name, rule, expected) in cases {
        check(name, expected, |p, g, state| rule.step(p, g, &mut state.buffer));
    }
}

#[test]
fn adam_and_its_kin() {
    let adam = Adam {
        lr: 0.1,
        betas: BETAS,
        eps: 1e-8,
        weight_decay: 0.0,
        decoupled_weight_decay: false,
        maximize: false,
    };
    check("Adam", [0.49225, -0.11521, -0.09623, 2.74506], |p, g, state| {
        adam.step(p, g, state.moments(), None)
    });
    check("amsgrad", [0.49225, -0.11521, -0.09623, 2.74506], |p, g, state| {
        adam.step(p, g, state.moments(), Some(&state.slots[2]))
    });
    let decaying = Adam { weight_decay: 0.1, ..adam };
    check("decay", [0.49205, -0.11376, -0.09659, 2.74566], |p, g, state| {
        decaying.step(p, g, state.moments(), None)
    });
    let decoupled = Adam { weight_decay: 0.01, decoupled_weight_decay: true, ..adam };
    check("AdamW", [0.49129, -0.11609, -0.0945, 2.74588], |p, g, state| {
        decoupled.step(p, g, state.moments(), None)
    });
    let adamax = Adamax { lr: 0.1, betas: BETAS, eps: 1e-8, weight_decay: 0.0, maximize: false };
    check("Adamax", [0.47229, -0.07984, -0.15298, 2.80418], |p, g, state| {
        adamax.step(p, g, &state.step, &state.slots[0], &state.slots[1])
    });
    let nadam = NAdam {
        lr: 0.1,
        betas: BETAS,
        eps: 1e-8,
        weight_decay: 0.0,
        momentum_decay: 0.004,
        decoupled_weight_decay: false,
        maximize: false,
    };
    check("NAdam", [0.38801, -0.00345, -0.21846, 3.04805], |p, g, state| {
        nadam.step(p, g, state.moments(), &state.product)
    });
    let radam = RAdam {
        lr: 0.1,
        betas: BETAS,
        eps: 1e-8,
        weight_decay: 0.0,
        decoupled_weight_decay: false,
        maximize: false,
    };
    check("RAdam", [1.45228, 0.10002, -0.16489, 1.11629], |p, g, state| radam.step(p, g, state.moments()));
}

#[test]
fn rules_that_adapt() {
    let rmsprop = RmsProp {
        lr: 0.1,
        alpha: 0.99,
        eps: 1e-8,
        weight_decay: 0.0,
        momentum: 0.0,
        centered: false,
        maximize: false,
    };
    check("RMSprop", [1.9072, -0.71929, 0.64339, 0.15997], |p, g, state| {
        rmsprop.step(p, g, &state.step, &state.slots[0], None, None)
    });
    let centered = RmsProp { lr: 0.01, momentum: 0.9, centered: true, ..rmsprop };
    check("centred RMSprop with momentum", [0.91875, -0.50891, 0.23619, 1.80424], |p, g, state| {
        centered.step(p, g, &state.step, &state.slots[0], Some(&state.slots[1]), Some(&state.slots[2]))
    });
    let adagrad = Adagrad { lr: 0.1, lr_decay: 0.0, weight_decay: 0.0, eps: 1e-10, maximize: false };
    check("Adagrad", [0.30924, 0.0724, -0.2888, 3.25321], |p, g, state| {
        adagrad.step(p, g, &state.step, &state.slots[0])
    });
    let adadelta = Adadelta { lr: 1.0, rho: 0.9, eps: 1e-6, weight_decay: 0.0, maximize: false };
    check("Adadelta", [0.01111, 0.36294, -0.56564, 4.42982], |p, g, state| {
        adadelta.step(p, g, &state.step, &state.slots[0], &state.slots[1])
    });
}
