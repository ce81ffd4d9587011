// The next letter from the three before; the whole step is compiled. Letters are embedded by a product, as no compiled
// step can scatter gradients.

import { sgd } from "../jax_optimizers.mjs";

const [BATCH, CONTEXT, LETTERS] = [32, 3, 27];

export function prepare(jax, { fill, labels }) {
  const { nn, numpy: np, tree } = jax;
  const letters = Int32Array.from({ length: BATCH * CONTEXT }, (_, i) => (i * 5) % LETTERS);
  const data = { contexts: nn.oneHot(np.array(letters), LETTERS), answers: nn.oneHot(labels(BATCH), LETTERS) };
  const loss = ({ embedding, w1, b1, w2, b2 }, { contexts, answers }) => {
    const given = np.matmul(contexts, embedding).reshape([BATCH, 30]);
    const hidden = np.tanh(np.matmul(given, w1).add(b1));
    return nn.logSoftmax(np.matmul(hidden, w2).add(b2)).mul(answers).sum().div(-BATCH);
  };
  const optimizer = sgd(jax, loss, 0.1);
  let state = optimizer.start({
    embedding: fill([LETTERS, 10]),
    w1: fill([30, 200]),
    b1: fill([200]),
    w2: fill([200, LETTERS]),
    b2: fill([LETTERS]),
  });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(data));
      state = updated;
      return [value];
    },
  };
}
