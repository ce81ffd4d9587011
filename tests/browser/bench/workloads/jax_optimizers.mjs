// SGD and Adam for jax-js, whose package has no optimizers: a step is compiled as a whole, gradients included.
//
// `start(parameters)` makes a state and `update(state, data)` returns the loss and the next state.

export function sgd({ jit, tree, valueAndGrad }, loss, lr) {
  const update = jit(({ parameters }, data) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters), data);
    return [value, { parameters: tree.map((p, g) => p.sub(g.mul(lr)), parameters, gradients) }];
  });
  return { start: (parameters) => ({ parameters }), update };
}

const [BETA1, BETA2, EPS] = [0.9, 0.999, 1e-8];

export function adam({ jit, numpy: np, tree, valueAndGrad }, loss, lr) {
  const decayed = (moment, gradient, beta) => moment.mul(beta).add(gradient.mul(1 - beta));
  const update = jit(({ parameters, m, v, power1, power2 }, data) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters), data);
    power1 = power1.mul(BETA1);
    power2 = power2.mul(BETA2);
    m = tree.map((moment, g) => decayed(moment, g.ref, BETA1), m, gradients);
    v = tree.map((moment, g) => decayed(moment, np.square(g), BETA2), v, gradients);
    const moved = (p, m, v) => {
      const scale = np.sqrt(v.div(power2.ref.neg().add(1))).add(EPS);
      return p.sub(m.div(power1.ref.neg().add(1)).mul(lr).div(scale));
    };
    parameters = tree.map(moved, parameters, tree.ref(m), tree.ref(v));
    return [value, { parameters, m, v, power1, power2 }];
  });
  const zeros = (parameters) => tree.map((p) => np.zeros(p.shape), parameters);
  const start = (parameters) => ({
    parameters,
    m: zeros(parameters),
    v: zeros(parameters),
    power1: np.array(1),
    power2: np.array(1),
  });
  return { start, update };
}
