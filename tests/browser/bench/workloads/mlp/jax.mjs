// A perceptron 784-128-10; the whole step is compiled.

import { adam, sgd } from "../jax_optimizers.mjs";

export function prepare(jax, { values, fill, labels }, { OPTIMIZER }) {
  const { nn, numpy: np, tree } = jax;
  const data = { images: values([64, 784]), answers: nn.oneHot(labels(64), 10) };
  const loss = ({ w1, b1, w2, b2 }, { images, answers }) => {
    const hidden = nn.relu(np.matmul(images, w1).add(b1));
    return nn.logSoftmax(np.matmul(hidden, w2).add(b2)).mul(answers).sum().div(-64);
  };
  const optimizer = OPTIMIZER === "SGD" ? sgd(jax, loss, 0.001) : adam(jax, loss, 0.001);
  let state = optimizer.start({
    w1: fill([128, 784]).transpose(),
    b1: fill([128]),
    w2: fill([10, 128]).transpose(),
    b2: fill([10]),
  });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(data));
      state = updated;
      return [value];
    },
  };
}
