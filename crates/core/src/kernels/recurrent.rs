//! Steps of recurrent layers over rows of memory, all gates in one pass, and their gradients.
//!
//! What it is not: the products that the gates are made of, or the graph (`ops/recurrent.rs`). A row has its gates side by
//! side, as wide as a state each. Every loop is a plain one over adjacent values, which compilers do several at a time.
//! Start reading at [`lstm`].

use super::{
    real::Real,
    transcendental::{
        many,
        narrow::{self, InVectors},
    },
};

/// The two products of each gate added.
fn totals(sums: &mut [f32], of_input: &[f32], of_hidden: &[f32]) {
    for ((sum, a), b) in sums.iter_mut().zip(of_input).zip(of_hidden) {
        *sum = a + b;
    }
}

/// What comes back through a sigmoid, given what it gave.
#[inline(always)]
fn through_sigmoid(grad: f32, s: f32) -> f32 {
    grad * (1.0 - s) * s
}

/// What comes back through a hyperbolic tangent, given what it gave.
#[inline(always)]
fn through_tanh(grad: f32, t: f32) -> f32 {
    grad * (-t).fused(t, 1.0)
}

/// The gates of an LSTM: what to take in, what to keep, new values, what to give out.
fn lstm_gates(sums: &mut [f32], of_input: &[f32], of_hidden: &[f32], width: usize) {
    totals(sums, of_input, of_hidden);
    let (take_and_keep, rest) = sums.split_at_mut(2 * width);
    let (new, give) = rest.split_at_mut(width);
    sigmoids(take_and_keep, width);
    many::tanh(new);
    narrow::Sigmoid::over(give);
}

/// The sigmoid of gates of that width.
fn sigmoids(gates: &mut [f32], width: usize) {
    // Where a gate fills PyTorch's vectors, several are as good as one.
    if width.is_multiple_of(narrow::PAIR) {
        narrow::Sigmoid::over(gates);
    } else {
        gates.chunks_exact_mut(width.max(1)).for_each(narrow::Sigmoid::over);
    }
}

/// h = o·tanh(c) and c = f·c₀ + i·g, into `hidden` and `next`; what the gates are and tanh(c), which [`lstm_gradient`]
/// takes, into `gates` and `ends`.
pub fn lstm(
    [of_input, of_hidden, cell]: [&[f32]; 3],
    width: usize,
    [gates, ends]: [&mut [f32]; 2],
    [hidden, next]: [&mut [f32]; 2],
) {
    let products = of_input.chunks_exact(4 * width).zip(of_hidden.chunks_exact(4 * width));
    let kept = gates.chunks_exact_mut(4 * width).zip(ends.chunks_exact_mut(width));
    let states = hidden.chunks_exact_mut(width).zip(next.chunks_exact_mut(width));
    let rows = products.zip(cell.chunks_exact(width)).zip(kept).zip(states);
    for ((((of_input, of_hidden), cell), (gates, ends)), (hidden, next)) in rows {
        lstm_gates(gates, of_input, of_hidden, width);
        let (i, rest) = gates.split_at(width);
        let (f, rest) = rest.split_at(width);
        let (g, o) = rest.split_at(width);
        for at in 0..width {
            next[at] = f[at] * cell[at] + i[at] * g[at];
        }
        ends.copy_from_slice(next);
        many::tanh(ends);
        for at in 0..width {
            hidden[at] = ends[at] * o[at];
        }
    }
}

/// The gradients of the gates' sums, into `of_gates`, and of the former cell, into `of_cell`. `of_hidden_state` and
/// `of_next` are those of [`lstm`]'s results, zeros where one had no part in the loss.
pub fn lstm_gradient(
    [gates, ends, cell]: [&[f32]; 3],
    width: usize,
    [of_hidden_state, of_next]: [&[f32]; 2],
    of_gates: &mut [f32],
    of_cell: &mut [f32],
) {
    let kept = gates.chunks_exact(4 * width).zip(ends.chunks_exact(width)).zip(cell.chunks_exact(width));
    let grads = of_hidden_state.chunks_exact(width).zip(of_next.chunks_exact(width));
    let results = of_gates.chunks_exact_mut(4 * width).zip(of_cell.chunks_exact_mut(width));
    for ((((gates, ends), cell), (grad, of_next)), (of_gates, of_cell)) in kept.zip(grads).zip(results) {
        let (i, rest) = gates.split_at(width);
        let (f, rest) = rest.split_at(width);
        let (g, o) = rest.split_at(width);
        let (of_i, rest) = of_gates.split_at_mut(width);
        let (of_f, rest) = rest.split_at_mut(width);
        let (of_g, of_o) = rest.split_at_mut(width);
        for at in 0..width {
            let end = ends[at];
            of_o[at] = through_sigmoid(grad[at] * end, o[at]);
            // What reaches the new cell, which all else comes through.
            of_cell[at] = of_next[at] + through_tanh(grad[at] * o[at], end);
        }
        for at in 0..width {
            of_i[at] = through_sigmoid(of_cell[at] * g[at], i[at]);
            of_f[at] = through_sigmoid(of_cell[at] * cell[at], f[at]);
            of_g[at] = through_tanh(of_cell[at] * i[at], g[at]);
        }
        for at in 0..width {
            of_cell[at] *= f[at];
        }
    }
}

/// The gates of a GRU, and what of the state is new: for resetting and updating, and new values.
fn gru_gates(gates: &mut [f32], of_input: &[f32], of_hidden: &[f32], width: usize) {
    let (reset_and_update, new) = gates.split_at_mut(2 * width);
    totals(reset_and_update, &of_input[..2 * width], &of_hidden[..2 * width]);
    sigmoids(reset_and_update, width);
    let (new_input, new_hidden) = (&of_input[2 * width..], &of_hidden[2 * width..]);
    for at in 0..width {
        new[at] = new_input[at] + reset_and_update[at] * new_hidden[at];
    }
    many::tanh(new);
}

/// h = n + z·(h₀ - n), into `next`.
pub fn gru(of_input: &[f32], of_hidden: &[f32], hidden: &[f32], width: usize, next: &mut [f32]) {
    let mut gates = vec![0.0; 3 * width];
    let products = of_input.chunks_exact(3 * width).zip(of_hidden.chunks_exact(3 * width));
    for (((of_input, of_hidden), hidden), next) in
        products.zip(hidden.chunks_exact(width)).zip(next.chunks_exact_mut(width))
    {
        gru_gates(&mut gates, of_input, of_hidden, width);
        let (z, n) = (&gates[width..2 * width], &gates[2 * width..]);
        for at in 0..width {
            next[at] = n[at] + z[at] * (hidden[at] - n[at]);
        }
    }
}

/// The gradients of the two products and of the former state.
pub fn gru_gradient(
    [of_input, of_hidden, hidden]: [&[f32]; 3],
    width: usize,
    grad: &[f32],
    [of_input_sum, of_hidden_sum, of_state]: [&mut [f32]; 3],
) {
    let mut gates = vec![0.0; 3 * width];
    let products = of_input.chunks_exact(3 * width).zip(of_hidden.chunks_exact(3 * width));
    let results = of_input_sum.chunks_exact_mut(3 * width).zip(of_hidden_sum.chunks_exact_mut(3 * width));
    let states =
        hidden.chunks_exact(width).zip(grad.chunks_exact(width)).zip(of_state.chunks_exact_mut(width));
    for (((of_input, of_hidden), (to_input, to_hidden)), ((hidden, grad), of_state)) in
        products.zip(results).zip(states)
    {
        gru_gates(&mut gates, of_input, of_hidden, width);
        let (r, rest) = gates.split_at(width);
        let (z, n) = rest.split_at(width);
        let new_hidden = &of_hidden[2 * width..];
        let (of_r, rest) = to_input.split_at_mut(width);
        let (of_z, of_n) = rest.split_at_mut(width);
        for at in 0..width {
            of_state[at] = grad[at] * z[at];
            of_z[at] = through_sigmoid(grad[at] * (hidden[at] - n[at]), z[at]);
            of_n[at] = through_tanh(grad[at] - of_state[at], n[at]);
        }
        for at in 0..width {
            of_r[at] = through_sigmoid(of_n[at] * new_hidden[at], r[at]);
        }
        to_hidden[..width].copy_from_slice(of_r);
        to_hidden[width..2 * width].copy_from_slice(of_z);
        for at in 0..width {
            to_hidden[2 * width + at] = of_n[at] * r[at];
        }
    }
}
