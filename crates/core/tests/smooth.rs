//! Curved activations in one pass compute what operators do, step by step.

mod common;

use common::{assert_near, learning};
use kindling_core::{Result, Tensor, backward, ops};

type Function = fn(&Tensor) -> Result<Tensor>;

const FUNCTIONS: [(&str, Function); 10] = [
    ("leaky_relu", |x| ops::leaky_relu(x, 0.3)),
    ("elu", |x| ops::elu(x, 1.3)),
    ("selu", ops::selu),
    ("celu", |x| ops::celu(x, 0.7)),
    ("gelu", ops::gelu),
    ("gelu_tanh", ops::gelu_tanh),
    ("silu", ops::silu),
    ("mish", ops::mish),
    ("softplus", |x| ops::softplus(x, 1.5, 20.0)),
    ("logsigmoid", ops::logsigmoid),
];

/// A gradient that is to have a gradient itself is composed of operators.
#[test]
fn gradients_in_one_pass_are_those_of_operators() {
    let mut values: Vec<f32> = (-400_i16..400).map(|at| f32::from(at) * 0.037).collect();
    values.extend([0.0, -0.0, f32::MIN_POSITIVE, 90.0, -90.0]);
    for (name, function) in FUNCTIONS {
        let gradient = |create_graph: bool| {
            let x = learning(values.clone(), &[values.len()]);
            let sum = ops::sum(&function(&x).expect(name), &[], false).expect("a sum");
            let found = backward::grad(&[sum], &[x], &[None], false, create_graph).expect("a gradient");
            found[0].clone().expect("x is used")
        };
        assert_near(&gradient(false), &gradient(true), name);
    }
}

/// float64 values are composed of operators; rounded, they are near those in one pass.
#[test]
fn values_in_one_pass_are_near_those_in_float64() {
    let values: Vec<f32> = (-400_i16..400).map(|at| f32::from(at) * 0.037).collect();
    let x = Tensor::from_vec(values.clone(), &[values.len()]);
    let wide =
        Tensor::from_vec(values.iter().map(|&value| f64::from(value)).collect::<Vec<_>>(), &[values.len()]);
    for (name, function) in FUNCTIONS {
        let found = function(&x).expect(name).to_vec::<f32>().expect("float32");
        let exact = function(&wide).expect(name).to_vec::<f64>().expect("float64");
        for ((&found, exact), at) in found.iter().zip(exact).zip(&values) {
            // Near 0, sums of terms that cancel lose digits that are small beside the terms.
            let allowed = 4e-7 * exact.abs() + 3e-7;
            assert!((f64::from(found) - exact).abs() <= allowed, "{name} at {at}: {found}, and not {exact}");
        }
    }
}
