// The next letter from the three before. Letters are embedded by a product, as the backend for WebAssembly cannot
// scatter gradients.

const [BATCH, CONTEXT, LETTERS] = [32, 3, 27];

export function prepare(tf, { fill, labels }) {
  const letters = Int32Array.from({ length: BATCH * CONTEXT }, (_, i) => (i * 5) % LETTERS);
  const contexts = tf.oneHot(tf.tensor1d(letters, "int32"), LETTERS).toFloat();
  const answers = tf.oneHot(labels(BATCH), LETTERS);
  const [embedding, w1, b1, w2, b2] = [[LETTERS, 10], [30, 200], [200], [200, LETTERS], [LETTERS]].map((shape) =>
    tf.variable(fill(shape)),
  );
  const optimizer = tf.train.sgd(0.1);
  const loss = () => {
    const given = tf.matMul(contexts, embedding).reshape([BATCH, 30]);
    const hidden = tf.fused.matMul({ a: given, b: w1, bias: b1 }).tanh();
    return tf.losses.softmaxCrossEntropy(answers, tf.fused.matMul({ a: hidden, b: w2, bias: b2 }));
  };
  return { step: () => [optimizer.minimize(loss, true)] };
}
