// A function of a matrix, whose result moves the matrix a little. Channels come last in TensorFlow.js's convolutions, and a
// sorted row is its greatest values.

const SIZE = 256;

export function prepare(tf, { values }, { NAME }) {
  const isImages = NAME === "conv2d";
  let x = isImages ? values([8, 16, 28, 28]).transpose([0, 2, 3, 1]) : values([SIZE, SIZE]);
  const weight = values([SIZE, SIZE]).mul(0.01);
  const filters = values([16, 16, 3, 3]).mul(0.01).transpose([2, 3, 1, 0]);
  const rows = tf.tensor1d(Int32Array.from({ length: SIZE }, (_, i) => (i * 7) % SIZE), "int32");
  const apply = {
    tanh: (x) => x.tanh(),
    exp: (x) => x.exp(),
    gelu: (x) => x.mul(0.5).mul(x.mul(Math.SQRT1_2).erf().add(1)),
    softmax: (x) => x.softmax(),
    log_softmax: (x) => x.logSoftmax(),
    layer_norm(x) {
      const { mean, variance } = tf.moments(x, 1, true);
      return x.sub(mean).mul(variance.add(1e-5).rsqrt());
    },
    sum: (x) => x.sum(1, true),
    max: (x) => x.max(1, true),
    argmax: (x) => x.argMax(1).toFloat().expandDims(1),
    cumsum: (x) => x.cumsum(1),
    matmul: (x) => x.matMul(weight),
    transpose: (x) => x.transpose(),
    flip: (x) => x.reverse(1),
    sort: (x) => tf.topk(x, SIZE).values,
    index_select: (x) => tf.gather(x, rows),
    where: (x) => tf.where(x.greater(0), x, x.mul(0.1)),
    conv2d: (x) => tf.conv2d(x, filters, 1, "same"),
  }[NAME];
  const moved = () => x.mul(0.99).add(apply(x).mul(0.01));
  return {
    step() {
      const before = x;
      x = tf.tidy(moved);
      before.dispose();
      return [x.clone()];
    },
    read: (x) => x.sum(),
  };
}
