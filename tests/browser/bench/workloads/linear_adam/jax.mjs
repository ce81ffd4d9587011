// The lesson's training loop through a product of matrices and Adam, compiled.

import { adam } from "../jax_optimizers.mjs";

export function prepare(jax, { lesson, fill }) {
  const { jit, numpy: np, tree } = jax;
  const { train, test } = lesson();
  const loss = ({ weight, bias }, { x, y }) => np.abs(np.matmul(x, weight).add(bias).sub(y)).mean();
  const evaluate = jit(loss);
  const optimizer = adam(jax, loss, 0.01);
  let state = optimizer.start({ weight: fill([1, 1]), bias: fill([1]) });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(train));
      state = updated;
      return [value, evaluate(tree.ref(state.parameters), tree.ref(test))];
    },
  };
}
