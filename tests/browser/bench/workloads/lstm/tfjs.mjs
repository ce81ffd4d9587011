// An LSTM, step by step; the inputs' part of all steps is one product.

const [BATCH, STEPS, SIZE, UNITS, CLASSES] = [16, 25, 8, 32, 10];

export function prepare(tf, { values, fill, labels }) {
  const sequences = values([BATCH, STEPS, SIZE]).reshape([BATCH * STEPS, SIZE]);
  const answers = tf.oneHot(labels(BATCH), CLASSES);
  const [inputs, hidden] = [SIZE, UNITS].map((size) => tf.variable(fill([4 * UNITS, size]).transpose()));
  const [inputBias, hiddenBias] = [0, 1].map(() => tf.variable(fill([4 * UNITS])));
  const [weight, bias] = [tf.variable(fill([CLASSES, UNITS]).transpose()), tf.variable(fill([CLASSES]))];
  const optimizer = tf.train.sgd(0.1);
  const loss = () => {
    const given = tf.fused.matMul({ a: sequences, b: inputs, bias: inputBias }).reshape([BATCH, STEPS, 4 * UNITS]);
    let [h, c] = [tf.zeros([BATCH, UNITS]), tf.zeros([BATCH, UNITS])];
    for (const x of tf.unstack(given, 1)) {
      const gates = tf.fused.matMul({ a: h, b: hidden, bias: hiddenBias }).add(x);
      const [input, forget, cell, output] = tf.split(gates, 4, 1);
      c = forget.sigmoid().mul(c).add(input.sigmoid().mul(cell.tanh()));
      h = output.sigmoid().mul(c.tanh());
    }
    return tf.losses.softmaxCrossEntropy(answers, tf.fused.matMul({ a: h, b: weight, bias }));
  };
  return { step: () => [optimizer.minimize(loss, true)] };
}
