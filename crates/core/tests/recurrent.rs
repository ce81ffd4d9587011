//! Steps of recurrent layers in one pass compute what operators do, step by step.

mod common;

use common::{assert_near, leaf};
use kindling_core::{
    Result, Tensor, backward,
    ops::{self, add, mul, sigmoid, sub, tanh},
};

const ROWS: usize = 3;
const WIDTH: usize = 37;

fn lstm_of_operators([a, b, c]: &[Tensor; 3]) -> Result<Vec<Tensor>> {
    let gates = ops::chunk(&add(a, b)?, 4, -1)?;
    let cell = add(&mul(&sigmoid(&gates[1])?, c)?, &mul(&sigmoid(&gates[0])?, &tanh(&gates[2])?)?)?;
    Ok(vec![mul(&sigmoid(&gates[3])?, &tanh(&cell)?)?, cell])
}

fn gru_of_operators([a, b, h]: &[Tensor; 3]) -> Result<Vec<Tensor>> {
    let (x, y) = (ops::chunk(a, 3, -1)?, ops::chunk(b, 3, -1)?);
    let (reset, update) = (sigmoid(&add(&x[0], &y[0])?)?, sigmoid(&add(&x[1], &y[1])?)?);
    let new = tanh(&add(&x[2], &mul(&reset, &y[2])?)?)?;
    Ok(vec![add(&new, &mul(&update, &sub(h, &new)?)?)?])
}

fn assert_all_near(found: &[Tensor], expected: &[Tensor], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    found.iter().zip(expected).for_each(|(one, other)| assert_near(one, other, what));
}

type Step = fn(&[Tensor; 3]) -> Result<Vec<Tensor>>;

const STEPS: [(usize, Step, Step); 2] = [
    (4, |[a, b, c]| ops::lstm_step(a, b, c), lstm_of_operators),
    (3, |[a, b, h]| ops::gru_step(a, b, h).map(|next| vec![next]), gru_of_operators),
];

/// The gradients of a sum in which each result has another weight, or of the last result's alone.
fn gradients(inputs: &[Tensor; 3], outputs: &[Tensor], create_graph: bool) -> Vec<Tensor> {
    let mut loss = ops::sum(outputs.last().expect("a result"), &[], false).expect("a sum");
    if outputs.len() > 1 {
        let weighed = mul(&outputs[0], &outputs[0]).expect("a square");
        loss = add(&loss, &ops::sum(&weighed, &[], false).expect("a sum")).expect("a sum");
    }
    let found = backward::grad(&[loss], inputs, &[None], false, create_graph).expect("gradients");
    found.into_iter().map(|grad| grad.expect("every input is used")).collect()
}

#[test]
fn steps_and_gradients_in_one_pass_are_those_of_operators() {
    for (gates, step, of_operators) in STEPS {
        let inputs =
            [leaf(&[ROWS, gates * WIDTH], 17), leaf(&[ROWS, gates * WIDTH], 29), leaf(&[ROWS, WIDTH], 13)];
        let run = |step: Step| step(&inputs).expect("a step");
        assert_all_near(&run(step), &run(of_operators), &format!("{gates} gates"));
        let [quick, composed] = [false, true].map(|graph| gradients(&inputs, &run(step), graph));
        assert_all_near(&quick, &composed, &format!("{gates} gates, composed gradients"));
    }
}

#[test]
fn a_state_that_has_no_part_in_the_loss_is_no_gradient() {
    let inputs = [leaf(&[ROWS, 4 * WIDTH], 17), leaf(&[ROWS, 4 * WIDTH], 29), leaf(&[ROWS, WIDTH], 13)];
    for at in [0, 1] {
        let alone = |step: Step| gradients(&inputs, &step(&inputs).expect("a step")[at..=at], true);
        assert_all_near(&alone(STEPS[0].1), &alone(lstm_of_operators), &format!("result {at}"));
    }
}
