//! What is normalised in one pass is what the formulas say, and its gradients are those that operators give.

mod common;

use common::{bits, leaf};
use kindling_core::{Dtype, Result, Tensor, backward, ops};

/// The mean, the variance and what is made of them, said in operators.
fn layer_norm_of_operators(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    let away = ops::sub(x, &ops::mean(x, &[-1], true)?)?;
    let variance = ops::mean(&ops::square(&away)?, &[-1], true)?;
    let hat = ops::mul(&away, &ops::rsqrt(&ops::add(&variance, 1e-5)?)?)?;
    ops::add(&ops::mul(&hat, weight)?, bias)
}

/// Whether float32 results are those of a computation in float64, as near as float32 is.
fn assert_near(found: &Tensor, expected: &Tensor, what: &str) {
    let values = |tensor: &Tensor| tensor.detach().to_vec::<f64>().expect("values");
    for (one, other) in values(found).into_iter().zip(values(expected)) {
        assert!((one - other).abs() <= 2e-5 * other.abs().max(1.0), "{what}: {one} for {other}");
    }
}

/// The same values in float64.
fn wide(tensor: &Tensor) -> Tensor {
    let mut wide = tensor.detach().cast(Dtype::Float64).expect("a cast");
    wide.autograd_mut().set_requires_grad(true);
    wide
}

// Their bits are those of PyTorch, which the golden nn_modules/norm_bits holds.
#[test]
fn layer_norm_is_what_its_formula_says() {
    for width in [3, 8, 37, 256, 700] {
        let (x, weight, bias) = (leaf(&[2, 5, width], 17), leaf(&[width], 29), leaf(&[width], 13));
        let found = ops::layer_norm(&x, &[width], [Some(&weight), Some(&bias)], 1e-5).expect("a norm");
        let expected = layer_norm_of_operators(&wide(&x), &wide(&weight), &wide(&bias)).expect("a norm");
        assert_near(&found, &expected, &format!("{width} wide"));
    }
}

#[test]
fn batch_norm_in_passes_is_that_of_operators() {
    for shape in [&[6, 11][..], &[3, 4, 5], &[2, 3, 7, 7], &[4, 2, 1, 1]] {
        let inputs = [leaf(shape, 17), leaf(&shape[1..2], 29), leaf(&shape[1..2], 13)];
        let results = |inputs: &[Tensor; 3]| {
            let [x, weight, bias] = inputs;
            let running = ops::Running { mean: None, var: None, momentum: 0.1 };
            let output = ops::batch_norm(x, running, [Some(weight), Some(bias)], true, 1e-5).expect("a norm");
            let cubes = ops::pow(&output, 3.0).expect("cubes");
            let loss = ops::sum(&cubes, &[], false).expect("a sum");
            let grads = backward::grad(&[loss], inputs, &[None], false, false).expect("gradients");
            [Some(output)].into_iter().chain(grads).map(|each| each.expect("used")).collect::<Vec<_>>()
        };
        for (found, expected) in results(&inputs).iter().zip(results(&inputs.each_ref().map(wide))) {
            assert_near(found, &expected, &format!("{shape:?}"));
        }
    }
}

#[test]
fn gradients_in_one_pass_are_those_that_have_gradients() {
    type Norm = fn(&Tensor, &Tensor, &Tensor) -> Result<Tensor>;
    let norms: [(Norm, usize); 2] = [
        (|x, weight, bias| ops::layer_norm(x, &[24], [Some(weight), Some(bias)], 1e-5), 24),
        (|x, weight, bias| ops::group_norm(x, 3, [Some(weight), Some(bias)], 1e-5), 6),
    ];
    for (norm, channels) in norms {
        let inputs = [leaf(&[4, 6, 24], 17), leaf(&[channels], 29), leaf(&[channels], 13)];
        let gradients = |create_graph: bool| {
            let [x, weight, bias] = &inputs;
            let output = norm(x, weight, bias).expect("a norm");
            let loss = ops::sum(&ops::mul(&output, &output).expect("squares"), &[], false).expect("a sum");
            let found = backward::grad(&[loss], &inputs, &[None], false, create_graph).expect("gradients");
            found.iter().map(|grad| bits(grad.as_ref().expect("used"))).collect::<Vec<_>>()
        };
        assert_eq!(gradients(false), gradients(true));
    }
}
