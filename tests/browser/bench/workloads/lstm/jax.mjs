// An LSTM, step by step; the whole training step is compiled.

import { sgd } from "../jax_optimizers.mjs";

const [BATCH, STEPS, SIZE, UNITS, CLASSES] = [16, 25, 8, 32, 10];

export function prepare(jax, { values, fill, labels }) {
  const { nn, numpy: np, tree } = jax;
  const data = { sequences: values([BATCH, STEPS, SIZE]), answers: nn.oneHot(labels(BATCH), CLASSES) };
  const loss = ({ inputs, hidden, inputBias, hiddenBias, weight, bias }, { sequences, answers }) => {
    const given = np.matmul(sequences, inputs).add(inputBias);
    let [h, c] = [np.zeros([BATCH, UNITS]), np.zeros([BATCH, UNITS])];
    for (const x of np.unstack(given, 1)) {
      const gates = np.matmul(h, hidden.ref).add(hiddenBias.ref).add(x);
      const [input, forget, cell, output] = np.split(gates, 4, 1);
      c = nn.sigmoid(forget).mul(c).add(nn.sigmoid(input).mul(np.tanh(cell)));
      h = nn.sigmoid(output).mul(np.tanh(c.ref));
    }
    hidden.dispose();
    hiddenBias.dispose();
    c.dispose();
    return nn.logSoftmax(np.matmul(h, weight).add(bias)).mul(answers).sum().div(-BATCH);
  };
  const optimizer = sgd(jax, loss, 0.1);
  let state = optimizer.start({
    inputs: fill([4 * UNITS, SIZE]).transpose(),
    hidden: fill([4 * UNITS, UNITS]).transpose(),
    inputBias: fill([4 * UNITS]),
    hiddenBias: fill([4 * UNITS]),
    weight: fill([CLASSES, UNITS]).transpose(),
    bias: fill([CLASSES]),
  });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(data));
      state = updated;
      return [value];
    },
  };
}
