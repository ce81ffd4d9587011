//! Lines of float32 as probabilities and their logarithms, and what comes back through that: PyTorch's bits where the
//! line lies in memory value by value.
//!
//! What it is not: tensors, or float64 (`ops/softmax.rs`). Start reading at [`softmax`].

use super::{
    lanes::fold,
    real::Real,
    transcendental::{many, narrow},
};

const LANES: usize = 16;

/// The largest value; NaN is passed over.
fn largest(line: &[f32]) -> f32 {
    let larger = |a: f32, b: f32| if b > a { b } else { a };
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let (whole, rest) = line.as_chunks::<LANES>();
    for values in whole {
        lanes.iter_mut().zip(values).for_each(|(lane, &value)| *lane = larger(*lane, value));
    }
    lanes.into_iter().chain(rest.iter().copied()).fold(f32::NEG_INFINITY, larger)
}

fn sum(line: &[f32]) -> f32 {
    fold::<LANES>(line.len(), |at| line[at], |at, sum| sum + line[at])
}

/// exp(x - max)/Σ exp(x - max), in place.
pub fn softmax(line: &mut [f32]) {
    let max = largest(line);
    line.iter_mut().for_each(|value| *value -= max);
    many::exp_in_vectors(line);
    let share = 1.0 / sum(line);
    line.iter_mut().for_each(|value| *value *= share);
}

/// x - max - log Σ exp(x - max), in place; `powers` is room to work in.
pub fn log_softmax(line: &mut [f32], powers: &mut Vec<f32>) {
    let max = largest(line);
    powers.clear();
    powers.extend(line.iter().map(|&value| value - max));
    many::exp_in_vectors(powers);
    let total = sum(powers);
    let shift = if total.is_normal() { narrow::ln_in_vectors(total) } else { narrow::ln(total) };
    line.iter_mut().for_each(|value| *value = (*value - max) - shift);
}

/// (g - Σ g·p)·p, over the line of gradients.
pub fn softmax_gradient(grad: &mut [f32], output: &[f32]) {
    let total =
        fold::<LANES>(grad.len(), |at| grad[at] * output[at], |at, sum| grad[at].fused(output[at], sum));
    grad.iter_mut().zip(output).for_each(|(grad, output)| *grad = (*grad - total) * output);
}

/// g - exp(log p)·Σ g, over the line of gradients.
pub fn log_softmax_gradient(grad: &mut [f32], output: &[f32]) {
    let total = sum(grad);
    many::by(
        grad,
        output,
        |x| x,
        many::exp_in_vectors,
        |grad, _, power| *grad = (-power).fused(total, *grad),
    );
}
