//! `_lstm_sequence`, `_gru_sequence` and `_rnn_sequence`: all steps of one direction of one recurrent layer, as one node of the graph.
//!
//! What it is not: a step (`recurrent`), or layers of several directions, projections and packed sequences, which are
//! Python's (`torch/nn/modules/rnn.py`). The products of the whole input come in, (steps, rows, gates·width); those of the
//! state are made step by step. Start reading at [`sequence`].

use smallvec::SmallVec;

use super::{
    Args, Operator, Value, add, cat, linear, matmul,
    pointwise::relu_gradient,
    recurrent::{LstmKept, filled, gru_step, gru_step_gradient, lstm_kept, lstm_step, lstm_step_gradient},
    relu, select, stack, sum, t, tanh,
    transcendental::tanh_gradient,
    zeros_like,
};
use crate::{
    Result, Tensor,
    autograd::{Gradients, Save, is_recording, record_many},
};

/// Which layer it is.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Lstm,
    Gru,
    /// tanh of the sum of both products, or relu.
    Tanh,
    Relu,
}

impl Cell {
    /// The state after a step of a layer without gates.
    fn plain_step(self, of_input: &Tensor, products: &Tensor) -> Result<Tensor> {
        let total = add(of_input, products)?;
        if self == Cell::Relu { relu(&total) } else { tanh(&total) }
    }

    /// The gradient of that sum, of that of the state.
    fn plain_gradient(self, of_input: &Tensor, products: &Tensor, grad: &Tensor) -> Result<Tensor> {
        let shown = self.plain_step(of_input, products)?;
        if self == Cell::Relu { relu_gradient(grad, &shown) } else { tanh_gradient(grad, &shown) }
    }
}

/// What a direction of a layer computes with. The states are one tensor, or of an LSTM two: what it shows, and its cell.
#[derive(Clone)]
struct Direction {
    cell: Cell,
    /// From the last step to the first.
    backward: bool,
    of_input: Tensor,
    weight: Tensor,
    bias: Option<Tensor>,
    states: Vec<Tensor>,
}

/// Per step, in the order in which they are taken: the products of the state, the states before it, and what an LSTM keeps.
#[derive(Default)]
struct Trace {
    products: Vec<Tensor>,
    before: Vec<Vec<Tensor>>,
    kept: Vec<Option<LstmKept>>,
}

impl Direction {
    fn tensors(&self) -> SmallVec<[&Tensor; 5]> {
        let own = [&self.of_input, &self.weight];
        own.into_iter().chain(&self.bias).chain(&self.states).collect()
    }

    /// The same, computing with other tensors, which come in the order of [`Direction::tensors`].
    fn with(&self, tensors: &[Tensor]) -> Self {
        let mut rest = tensors.iter().cloned();
        let mut next = || rest.next().expect("as many tensors as before");
        let (of_input, weight) = (next(), next());
        let bias = self.bias.as_ref().map(|_| next());
        let states = self.states.iter().map(|_| next()).collect();
        Direction { of_input, weight, bias, states, ..*self }
    }

    /// The steps in the order in which they are taken.
    fn order(&self) -> Vec<usize> {
        let steps = self.of_input.shape().first().copied().unwrap_or(0);
        if self.backward { (0..steps).rev().collect() } else { (0..steps).collect() }
    }

    /// As they were taken, by where they stand in the input.
    fn in_place(&self, mut taken: Vec<Tensor>) -> Result<Tensor> {
        if self.backward {
            taken.reverse();
        }
        stack(&taken, 0)
    }

    fn products(&self, step: usize) -> Result<Tensor> {
        select(&self.of_input, 0, step as i64)
    }

    /// What all steps show, and the last states.
    fn run(&self, mut trace: Option<&mut Trace>) -> Result<Vec<Tensor>> {
        let (mut states, mut shown) = (self.states.clone(), Vec::new());
        for step in self.order() {
            let products = linear(&states[0], &self.weight, self.bias.as_ref())?;
            let of_input = self.products(step)?;
            let (next, kept) = match self.cell {
                Cell::Lstm => lstm(&of_input, &products, &states[1])?,
                Cell::Gru => (vec![gru_step(&of_input, &products, &states[0])?], None),
                plain => (vec![plain.plain_step(&of_input, &products)?], None),
            };
            shown.push(next[0].clone());
            let before = std::mem::replace(&mut states, next);
            if let Some(trace) = &mut trace {
                trace.products.push(products);
                trace.before.push(before);
                trace.kept.push(kept);
            }
        }
        Ok([self.in_place(shown)?].into_iter().chain(states).collect())
    }

    /// Gradients of all tensors, of those of what [`Direction::run`] gave.
    fn gradient(&self, trace: &Trace, grads: &[Option<Tensor>]) -> Result<Vec<Tensor>> {
        let or_zeros =
            |grad: &Option<Tensor>, like: &Tensor| grad.clone().map_or_else(|| zeros_like(like), Ok);
        // The parts of what reaches the state, beside what the step shows, and what reaches an LSTM's cell.
        let mut parts = vec![or_zeros(&grads[1], &self.states[0])?];
        let mut cell = self.states.get(1).map(|cell| or_zeros(&grads[2], cell)).transpose()?;
        let mut at_weights = AtWeights::of(self);
        let mut of_inputs = Vec::new();
        for (at, step) in self.order().into_iter().enumerate().rev() {
            let shown = grads[0].as_ref().map(|shown| select(shown, 0, step as i64)).transpose()?;
            let grad = added(shown.into_iter().chain(parts))?;
            let (products, before) = (&trace.products[at], &trace.before[at]);
            let of_input = self.products(step)?;
            let (to_input, to_hidden);
            (to_input, to_hidden, parts, cell) = match (self.cell, cell) {
                (Cell::Lstm, Some(cell)) => {
                    let [gates, of_cell] = lstm_step_gradient(
                        [&of_input, products, &before[1]],
                        trace.kept[at].as_ref(),
                        [&grad, &cell],
                    )?;
                    (gates.clone(), gates, Vec::new(), Some(of_cell))
                }
                (Cell::Gru, _) => {
                    let [to_input, to_hidden, of_state] =
                        gru_step_gradient([&of_input, products, &before[0]], &grad)?;
                    (to_input, to_hidden, vec![of_state], None)
                }
                (plain, _) => {
                    let of_sum = plain.plain_gradient(&of_input, products, &grad)?;
                    (of_sum.clone(), of_sum, Vec::new(), None)
                }
            };
            parts.push(matmul(&to_hidden, &self.weight)?);
            of_inputs.push(to_input);
            at_weights.add(to_hidden, &before[0])?;
        }
        of_inputs.reverse();
        let weights = at_weights.finish()?;
        let of_state = added(parts.into_iter())?;
        Ok([self.in_place(of_inputs)?].into_iter().chain(weights).chain([of_state]).chain(cell).collect())
    }
}

/// A step, and what it keeps; nothing where the step stands in the graph itself.
fn lstm(of_input: &Tensor, products: &Tensor, cell: &Tensor) -> Result<(Vec<Tensor>, Option<LstmKept>)> {
    if is_recording(&[of_input, products, cell]) {
        return Ok((lstm_step(of_input, products, cell)?, None));
    }
    lstm_kept([of_input, products, cell])
}

/// In their order, which is that in which PyTorch's graph of single steps adds them.
fn added(mut parts: impl Iterator<Item = Tensor>) -> Result<Tensor> {
    let first = parts.next().expect("at least one gradient reaches a state");
    parts.try_fold(first, |sum, part| add(&sum, &part))
}

/// The gradients of weight and bias. Those of others than an LSTM are added step by step, as PyTorch's graph of single steps
/// does; an LSTM is one layer of oneDNN there, and one product for all steps is quicker.
struct AtWeights<'a> {
    direction: &'a Direction,
    /// Gradients of the products, and what was multiplied, where all come in one product.
    waiting: [Vec<Tensor>; 2],
    sums: Vec<Tensor>,
}

impl<'a> AtWeights<'a> {
    fn of(direction: &'a Direction) -> Self {
        AtWeights { direction, waiting: Default::default(), sums: Vec::new() }
    }

    fn add(&mut self, of_products: Tensor, state: &Tensor) -> Result<()> {
        if self.direction.cell == Cell::Lstm {
            self.waiting[0].push(of_products);
            self.waiting[1].push(state.clone());
            return Ok(());
        }
        let found = self.gradients(&of_products, state)?;
        self.sums = match self.sums.is_empty() {
            true => found,
            false => {
                self.sums.iter().zip(&found).map(|(sum, found)| add(sum, found)).collect::<Result<_>>()?
            }
        };
        Ok(())
    }

    fn gradients(&self, of_products: &Tensor, states: &Tensor) -> Result<Vec<Tensor>> {
        if self.direction.bias.is_none() {
            // A product by a transposed view has the gradient of that view.
            return Ok(vec![t(&matmul(&t(states)?, of_products)?)?]);
        }
        Ok(vec![matmul(&t(of_products)?, states)?, sum(of_products, &[0], false)?])
    }

    fn finish(self) -> Result<Vec<Tensor>> {
        let [of_products, states] = &self.waiting;
        if of_products.is_empty() {
            return Ok(self.sums);
        }
        self.gradients(&cat(of_products, 0)?, &cat(states, 0)?)
    }
}

/// What all steps show, (steps, rows, width), and the last states.
///
/// # Errors
/// As of the operators: sizes that do not fit.
fn sequence(direction: Direction) -> Result<Vec<Tensor>> {
    let inside = direction.with(&direction.tensors().into_iter().map(Tensor::detach).collect::<Vec<_>>());
    let inputs = direction.tensors();
    if !is_recording(&inputs) {
        return inside.run(None);
    }
    let mut trace = Trace::default();
    let outputs = inside.run(Some(&mut trace))?;
    let name = match direction.cell {
        Cell::Lstm => "StackBackward0 MulBackward0 AddBackward0",
        Cell::Gru => "StackBackward0 AddBackward0",
        Cell::Tanh => "StackBackward0 TanhBackward0",
        Cell::Relu => "StackBackward0 ReluBackward0",
    };
    let save: Vec<Save> = inputs.iter().map(|input| Save::Input(input)).collect();
    Ok(record_many(name, &inputs, &save, outputs, move |ctx| {
        let saved: Vec<Tensor> = (0..inside.tensors().len()).map(|at| ctx.saved(at).clone()).collect();
        let all: Vec<&Tensor> = saved.iter().chain(ctx.grads.iter().flatten()).collect();
        let gradients = if is_recording(&all) {
            // Gradients that are to have gradients themselves need the steps in the graph.
            let (again, mut trace) = (inside.with(&saved), Trace::default());
            again.run(Some(&mut trace))?;
            again.gradient(&trace, ctx.grads)?
        } else {
            inside.gradient(&trace, ctx.grads)?
        };
        Ok(gradients.into_iter().map(Some).collect::<Gradients>())
    }))
}

/// A row's arguments: the products, the weight, the bias, the states, the direction.
fn row(args: &Args, cell: Cell) -> Result<Value> {
    let states = if cell == Cell::Lstm { 2 } else { 1 };
    sequence(Direction {
        cell,
        backward: args.bool(3 + states)?,
        of_input: args.tensor(0)?.clone(),
        weight: args.tensor(1)?.clone(),
        bias: args.optional_tensor(2)?.cloned(),
        states: (3..3 + states).map(|at| args.tensor(at).cloned()).collect::<Result<_>>()?,
    })
    .map(Into::into)
}

/// Three steps of two rows of states two wide, with so many gates, from the first and from the last.
fn samples(gates: usize, states: usize) -> Vec<Args> {
    let sample = |backward: bool| {
        let mut args = vec![
            filled(&[3, 2, 2 * gates], 3).into(),
            filled(&[2 * gates, 2], 7).into(),
            filled(&[2 * gates], 5).into(),
        ];
        args.extend((0..states).map(|at| filled(&[2, 2], 4 + at).into()));
        args.push(backward.into());
        Args::new(args)
    };
    vec![sample(false), sample(true)]
}

pub const OPERATORS: &[Operator] = &[
    Operator::new(
        "_lstm_sequence(Tensor of_input, Tensor weight, Tensor? bias, Tensor hidden, Tensor cell, bool backward) -> Tensor[]",
        |args| row(args, Cell::Lstm),
    )
    .doc("What all steps of an LSTM show, and its last state and cell.")
    .samples(|| samples(4, 2)),
    Operator::new(
        "_gru_sequence(Tensor of_input, Tensor weight, Tensor? bias, Tensor hidden, bool backward) -> Tensor[]",
        |args| row(args, Cell::Gru),
    )
    .doc("What all steps of a GRU show, and its last state.")
    .samples(|| samples(3, 1)),
    Operator::new(
        "_rnn_sequence(Tensor of_input, Tensor weight, Tensor? bias, Tensor hidden, bool backward, bool relu) -> Tensor[]",
        |args| row(args, if args.bool(5)? { Cell::Relu } else { Cell::Tanh }),
    )
    .doc("What all steps of a layer without gates show, and its last state.")
    .samples(|| {
        let with = |relu: bool| move |mut args: Args| {
            args.0.push(relu.into());
            args
        };
        samples(1, 1).into_iter().map(with(false)).chain(samples(1, 1).into_iter().map(with(true))).collect()
    }),
];
