//! Rows that are normalised in one pass have the bits that operators give, and so have their gradients.

mod common;

use common::{bits, leaf};
use kindling_core::{Result, Tensor, backward, ops};

/// The mean, the variance and what is made of them, said in operators.
fn layer_norm_of_operators(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    let away = ops::sub(x, &ops::mean(x, &[-1], true)?)?;
    let variance = ops::mean(&ops::square(&away)?, &[-1], true)?;
    let hat = ops::mul(&away, &ops::rsqrt(&ops::add(&variance, 1e-5)?)?)?;
    ops::add(&ops::mul(&hat, weight)?, bias)
}

#[test]
fn layer_norm_in_one_pass_is_that_of_operators() {
    // Below eight values a row is added in another order.
    for width in [3, 8, 37, 256] {
        let (x, weight, bias) = (leaf(&[2, 5, width], 17), leaf(&[width], 29), leaf(&[width], 13));
        let found = ops::layer_norm(&x, &[width], [Some(&weight), Some(&bias)], 1e-5).expect("a norm");
        let expected = layer_norm_of_operators(&x, &weight, &bias).expect("a norm");
        assert_eq!(bits(&found), bits(&expected), "{width} wide");
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
