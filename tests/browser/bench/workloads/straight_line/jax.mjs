// The lesson's training loop: a compiled step and a compiled test, as in JAX.

export function prepare({ jit, numpy: np, tree, valueAndGrad }, { lesson, fill }) {
  const { train, test } = lesson();
  const loss = ({ weight, bias }, { x, y }) => np.abs(weight.mul(x).add(bias).sub(y)).mean();
  const evaluate = jit(loss);
  const update = jit((parameters, data) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters), data);
    return [value, tree.map((p, gradient) => p.sub(gradient.mul(0.01)), parameters, gradients)];
  });
  let parameters = { weight: fill([1]), bias: fill([1]) };
  return {
    step() {
      const [value, updated] = update(parameters, tree.ref(train));
      parameters = updated;
      return [value, evaluate(tree.ref(parameters), tree.ref(test))];
    },
  };
}
