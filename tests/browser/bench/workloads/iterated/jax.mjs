// A function of a matrix, whose result moves the matrix a little; the whole step is compiled.

const SIZE = 256;

export function prepare(jax, { values }, { NAME }) {
  const { jit, lax, nn, numpy: np, tree } = jax;
  let x = values(NAME === "conv2d" ? [8, 16, 28, 28] : [SIZE, SIZE]);
  const given = {
    weight: values([SIZE, SIZE]).mul(0.01),
    filters: values([16, 16, 3, 3]).mul(0.01),
    rows: np.array(Int32Array.from({ length: SIZE }, (_, i) => (i * 7) % SIZE)),
  };
  const apply = {
    tanh: (x) => np.tanh(x),
    exp: (x) => np.exp(x),
    gelu: (x) => nn.gelu(x, { approximate: false }),
    softmax: (x) => nn.softmax(x),
    log_softmax: (x) => nn.logSoftmax(x),
    layer_norm: (x) => nn.standardize(x, 1, { epsilon: 1e-5 }),
    sum: (x) => np.sum(x, 1, { keepdims: true }),
    max: (x) => np.max(x, 1, { keepdims: true }),
    argmax: (x) => np.argmax(x, 1).astype(np.float32).reshape([SIZE, 1]),
    cumsum: (x) => np.cumsum(x, 1),
    matmul: (x, { weight }) => np.matmul(x, weight.ref),
    transpose: (x) => x.transpose(),
    flip: (x) => np.flip(x, 1),
    sort: (x) => np.flip(np.sort(x, 1), 1),
    index_select: (x, { rows }) => np.take(x, rows.ref, 0),
    where: (x) => np.where(x.ref.greater(0), x.ref, x.mul(0.1)),
    conv2d: (x, { filters }) => lax.conv(x, filters.ref, [1, 1], "SAME"),
  }[NAME];
  const moved = jit((x, given) => {
    const result = x.ref.mul(0.99).add(apply(x, given).mul(0.01));
    tree.dispose(given);
    return result;
  });
  return {
    step() {
      x = moved(x, tree.ref(given));
      return [x.ref];
    },
    read: (x) => np.sum(x.ref),
  };
}
