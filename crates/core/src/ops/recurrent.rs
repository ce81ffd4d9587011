//! `_lstm_step` and `_gru_step`: a step of a recurrent layer, from the products of its input and of its state.
//!
//! What it is not: the layers, which are Python (`torch/nn/modules/rnn.py`). In float32 on the CPU all gates are computed
//! in one pass ([`crate::kernels::recurrent`]) and recorded as one node; anything else, and gradients that are to have
//! gradients, is composed of operators. Start reading at [`lstm_step`].

use smallvec::smallvec;

use super::{
    Args, Operator, add, cat, chunk, contiguous, elementwise::is_plain, mul, sigmoid, square, sub, tanh,
    zeros_like,
};
use crate::{
    Error, Result, Tensor,
    autograd::{Save, is_recording, record, record_many},
    kernels::recurrent,
    tensor::recycle,
};

/// Whether a step can be taken in one pass: plain values, with so many gates to each value of a state.
fn is_one_pass(products: [&Tensor; 2], state: &Tensor, gates: usize) -> bool {
    let [rows, width] = *state.shape() else { return false };
    let sizes = [rows, gates * width];
    width > 0 && is_plain(state) && products.iter().all(|x| is_plain(x) && x.shape() == sizes.as_slice())
}

/// The tensors outside the graph, their values side by side.
fn contiguous_all<const N: usize>(tensors: [&Tensor; N]) -> Result<[Tensor; N]> {
    let all: Vec<Tensor> = tensors.iter().map(|x| contiguous(&x.detach())).collect::<Result<_>>()?;
    Ok(all.try_into().expect("as many as were given"))
}

/// What a step of an LSTM in one pass leaves for its gradient: what its gates are, (rows, 4·width), and the hyperbolic tangent
/// of its new cell, (rows, width).
pub(super) struct LstmKept {
    gates: Tensor,
    ends: Tensor,
}

/// The state and the cell after a step of an LSTM (Hochreiter and Schmidhuber, 1997): c = f·c₀ + i·g and h = o·tanh(c), with
/// the gates i, f, g, o side by side in the products, (rows, 4·width); the cell is (rows, width).
///
/// # Errors
/// As of the operators: sizes that do not fit.
pub fn lstm_step(of_input: &Tensor, of_hidden: &Tensor, cell: &Tensor) -> Result<Vec<Tensor>> {
    let inputs = [of_input, of_hidden, cell];
    let (outputs, kept) = lstm_kept(inputs)?;
    if kept.is_none() {
        return Ok(outputs);
    }
    Ok(record_many("MulBackward0 AddBackward0", &inputs, &inputs.map(Save::Input), outputs, move |ctx| {
        let inputs = [ctx.saved(0), ctx.saved(1), ctx.saved(2)];
        let grad = |at: usize| ctx.grads[at].clone().map_or_else(|| zeros_like(inputs[2]), Ok);
        let [of_gates, of_cell] = lstm_step_gradient(inputs, kept.as_ref(), [&grad(0)?, &grad(1)?])?;
        Ok(smallvec![Some(of_gates.clone()), Some(of_gates), Some(of_cell)])
    }))
}

/// As [`lstm_step`]; what one pass leaves stands outside of the graph, what is composed of operators in it.
pub(super) fn lstm_kept(inputs: [&Tensor; 3]) -> Result<(Vec<Tensor>, Option<LstmKept>)> {
    let [of_input, of_hidden, cell] = inputs;
    if !is_one_pass([of_input, of_hidden], cell, 4) {
        let gates = lstm_gates(of_input, of_hidden, cell)?;
        return Ok((vec![mul(&gates.o, &gates.end)?, gates.cell], None));
    }
    let empty = |like: &Tensor| recycle::filled(0.0, like.numel());
    let (mut gates, [mut ends, mut hidden, mut next]) =
        (empty(of_input)?, [empty(cell)?, empty(cell)?, empty(cell)?]);
    {
        let [a, b, c] = contiguous_all(inputs)?;
        recurrent::lstm(
            [&a.contiguous_values()?, &b.contiguous_values()?, &c.contiguous_values()?],
            cell.shape()[1],
            [&mut gates, &mut ends],
            [&mut hidden, &mut next],
        );
    }
    let of_cell = |values| Tensor::from_vec(values, cell.shape());
    let kept = LstmKept { gates: Tensor::from_vec(gates, of_input.shape()), ends: of_cell(ends) };
    Ok((vec![of_cell(hidden), of_cell(next)], Some(kept)))
}

/// The gradients of either product and of the former cell, of those of the state and of the cell after the step.
pub(super) fn lstm_step_gradient(
    inputs: [&Tensor; 3],
    kept: Option<&LstmKept>,
    grads: [&Tensor; 2],
) -> Result<[Tensor; 2]> {
    let ([a, b, c], [of_hidden, of_next]) = (inputs, grads);
    let Some(kept) = kept.filter(|_| !is_recording(&[a, b, c, of_hidden, of_next])) else {
        return lstm_gradient(inputs, grads);
    };
    let mut of_gates = recycle::filled(0.0, a.numel())?;
    let mut of_cell = recycle::filled(0.0, c.numel())?;
    {
        let [gates, ends, c, of_hidden, of_next] =
            contiguous_all([&kept.gates, &kept.ends, c, of_hidden, of_next])?;
        recurrent::lstm_gradient(
            [&gates.contiguous_values()?, &ends.contiguous_values()?, &c.contiguous_values()?],
            c.shape()[1],
            [&of_hidden.contiguous_values()?, &of_next.contiguous_values()?],
            &mut of_gates,
            &mut of_cell,
        );
    }
    Ok([Tensor::from_vec(of_gates, a.shape()), Tensor::from_vec(of_cell, c.shape())])
}

/// What lies side by side.
fn parts<const N: usize>(gates: &Tensor) -> Result<[Tensor; N]> {
    let parts = chunk(gates, N as i64, -1)?;
    let wrong = |parts: Vec<Tensor>| {
        Error::Runtime(format!("expected {N} gates side by side, but got {}", parts.len()))
    };
    parts.try_into().map_err(wrong)
}

struct LstmGates {
    i: Tensor,
    f: Tensor,
    g: Tensor,
    o: Tensor,
    cell: Tensor,
    /// The hyperbolic tangent of the cell.
    end: Tensor,
}

fn lstm_gates(of_input: &Tensor, of_hidden: &Tensor, cell: &Tensor) -> Result<LstmGates> {
    let [i, f, g, o] = parts(&add(of_input, of_hidden)?)?;
    let (i, f, g, o) = (sigmoid(&i)?, sigmoid(&f)?, tanh(&g)?, sigmoid(&o)?);
    let cell = add(&mul(&f, cell)?, &mul(&i, &g)?)?;
    let end = tanh(&cell)?;
    Ok(LstmGates { i, f, g, o, cell, end })
}

fn through_sigmoid(grad: &Tensor, s: &Tensor) -> Result<Tensor> {
    mul(grad, &mul(s, &sub(1.0, s)?)?)
}

fn through_tanh(grad: &Tensor, t: &Tensor) -> Result<Tensor> {
    mul(grad, &sub(1.0, &square(t)?)?)
}

fn lstm_gradient(
    [of_input, of_hidden, cell]: [&Tensor; 3],
    [grad, of_next]: [&Tensor; 2],
) -> Result<[Tensor; 2]> {
    let LstmGates { i, f, g, o, end, .. } = lstm_gates(of_input, of_hidden, cell)?;
    let of_cell = add(of_next, &through_tanh(&mul(grad, &o)?, &end)?)?;
    let of_gates = cat(
        &[
            through_sigmoid(&mul(&of_cell, &g)?, &i)?,
            through_sigmoid(&mul(&of_cell, cell)?, &f)?,
            through_tanh(&mul(&of_cell, &i)?, &g)?,
            through_sigmoid(&mul(grad, &end)?, &o)?,
        ],
        -1,
    )?;
    Ok([of_gates, mul(&of_cell, &f)?])
}

/// The state after a step of a GRU (Cho et al., 2014), in PyTorch's form: h = n + z·(h₀ - n) with n = tanh(xₙ + r·hₙ); the
/// gates r, z and the new values lie side by side in the products, (rows, 3·width).
///
/// # Errors
/// As of the operators: sizes that do not fit.
pub fn gru_step(of_input: &Tensor, of_hidden: &Tensor, hidden: &Tensor) -> Result<Tensor> {
    if !is_one_pass([of_input, of_hidden], hidden, 3) {
        let GruGates { z, n, .. } = gru_gates(of_input, of_hidden)?;
        return add(&n, &mul(&z, &sub(hidden, &n)?)?);
    }
    let inputs = [of_input, of_hidden, hidden];
    let output = {
        let mut next = recycle::filled(0.0, hidden.numel())?;
        let [a, b, c] = contiguous_all(inputs)?;
        let (a, b, c) = (a.contiguous_values()?, b.contiguous_values()?, c.contiguous_values()?);
        recurrent::gru(&a, &b, &c, hidden.shape()[1], &mut next);
        Tensor::from_vec(next, hidden.shape())
    };
    Ok(record("AddBackward0", &inputs, &inputs.map(Save::Input), output, |ctx| {
        let gradients = gru_step_gradient([ctx.saved(0), ctx.saved(1), ctx.saved(2)], ctx.grad())?;
        Ok(gradients.map(Some).into_iter().collect())
    }))
}

/// The gradients of the products of the input and of the state, and of the former state beside its product.
pub(super) fn gru_step_gradient(inputs: [&Tensor; 3], grad: &Tensor) -> Result<[Tensor; 3]> {
    let [a, b, c] = inputs;
    if is_recording(&[a, b, c, grad]) || !is_one_pass([a, b], c, 3) {
        return gru_gradient(inputs, grad);
    }
    let mut of_input = recycle::filled(0.0, a.numel())?;
    let mut of_hidden = recycle::filled(0.0, a.numel())?;
    let mut of_state = recycle::filled(0.0, c.numel())?;
    {
        let [a, b, c, grad] = contiguous_all([a, b, c, grad])?;
        recurrent::gru_gradient(
            [&a.contiguous_values()?, &b.contiguous_values()?, &c.contiguous_values()?],
            c.shape()[1],
            &grad.contiguous_values()?,
            [&mut of_input, &mut of_hidden, &mut of_state],
        );
    }
    let shaped = |values, like: &Tensor| Tensor::from_vec(values, like.shape());
    Ok([shaped(of_input, a), shaped(of_hidden, a), shaped(of_state, c)])
}

struct GruGates {
    r: Tensor,
    z: Tensor,
    n: Tensor,
    /// What of the new values comes from the state, before it is reset.
    new_hidden: Tensor,
}

fn gru_gates(of_input: &Tensor, of_hidden: &Tensor) -> Result<GruGates> {
    let [reset, update, new] = parts(of_input)?;
    let [reset_hidden, update_hidden, new_hidden] = parts(of_hidden)?;
    let (r, z) = (sigmoid(&add(&reset, &reset_hidden)?)?, sigmoid(&add(&update, &update_hidden)?)?);
    let n = tanh(&add(&new, &mul(&r, &new_hidden)?)?)?;
    Ok(GruGates { r, z, n, new_hidden })
}

fn gru_gradient([of_input, of_hidden, hidden]: [&Tensor; 3], grad: &Tensor) -> Result<[Tensor; 3]> {
    let GruGates { r, z, n, new_hidden } = gru_gates(of_input, of_hidden)?;
    let of_state = mul(grad, &z)?;
    let of_z = through_sigmoid(&mul(grad, &sub(hidden, &n)?)?, &z)?;
    let of_n = through_tanh(&sub(grad, &of_state)?, &n)?;
    let of_r = through_sigmoid(&mul(&of_n, &new_hidden)?, &r)?;
    let to_input = cat(&[of_r.clone(), of_z.clone(), of_n.clone()], -1)?;
    let to_hidden = cat(&[of_r, of_z, mul(&of_n, &r)?], -1)?;
    Ok([to_input, to_hidden, of_state])
}

/// Two rows of states two wide, and products for so many gates.
fn sample(gates: usize) -> Vec<Args> {
    let rows = |width: usize, step: usize| filled(&[2, width], step).into();
    vec![Args::new([rows(2 * gates, 3), rows(2 * gates, 7), rows(2, 5)])]
}

/// Different values between -1 and 1.1, in an order that `step` makes.
pub(super) fn filled(shape: &[usize], step: usize) -> Tensor {
    let values = (0..shape.iter().product()).map(|at| ((at * step) % 11) as f64 * 0.21 - 1.0).collect();
    Tensor::from_vec(values, shape)
}

pub const OPERATORS: &[Operator] = &[
    Operator::new("_lstm_step(Tensor of_input, Tensor of_hidden, Tensor cell) -> Tensor[]", |args| {
        lstm_step(args.tensor(0)?, args.tensor(1)?, args.tensor(2)?).map(Into::into)
    })
    .doc("The state and the cell after a step of an LSTM.")
    .samples(|| sample(4)),
    Operator::new("_gru_step(Tensor of_input, Tensor of_hidden, Tensor hidden) -> Tensor", |args| {
        gru_step(args.tensor(0)?, args.tensor(1)?, args.tensor(2)?).map(Into::into)
    })
    .doc("The state after a step of a GRU.")
    .samples(|| sample(3)),
];
