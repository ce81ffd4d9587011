// A small convolutional net; the whole step is compiled.

import { sgd } from "../jax_optimizers.mjs";

export function prepare(jax, { values, fill, labels }) {
  const { lax, nn, numpy: np, tree } = jax;
  const data = { images: values([32, 1, 28, 28]), answers: nn.oneHot(labels(32), 10) };
  const block = (x, filter, bias) => {
    const features = nn.relu(lax.conv(x, filter, [1, 1], "VALID").add(bias.reshape([-1, 1, 1])));
    return lax.reduceWindow(features, np.max, [2, 2], [2, 2]);
  };
  const loss = ({ f1, b1, f2, b2, w, b }, { images, answers }) => {
    const features = block(block(images, f1, b1), f2, b2).reshape([32, 400]);
    return nn.logSoftmax(np.matmul(features, w).add(b)).mul(answers).sum().div(-32);
  };
  const optimizer = sgd(jax, loss, 0.1);
  let state = optimizer.start({
    f1: fill([8, 1, 3, 3]),
    b1: fill([8]),
    f2: fill([16, 8, 3, 3]),
    b2: fill([16]),
    w: fill([10, 400]).transpose(),
    b: fill([10]),
  });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(data));
      state = updated;
      return [value];
    },
  };
}
