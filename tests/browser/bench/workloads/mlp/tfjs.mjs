// A perceptron 784-128-10, with the fused product that tf.layers.dense uses.

export function prepare(tf, { values, fill, labels }, { OPTIMIZER }) {
  const [images, answers] = [values([64, 784]), tf.oneHot(labels(64), 10)];
  const [w1, w2] = [[128, 784], [10, 128]].map((shape) => tf.variable(fill(shape).transpose()));
  const [b1, b2] = [tf.variable(fill([128])), tf.variable(fill([10]))];
  const optimizer =
    OPTIMIZER === "SGD" ? tf.train.sgd(0.001) : tf.train.adam(0.001, 0.9, 0.999, 1e-8);
  const loss = () => {
    const hidden = tf.fused.matMul({ a: images, b: w1, bias: b1, activation: "relu" });
    return tf.losses.softmaxCrossEntropy(answers, tf.fused.matMul({ a: hidden, b: w2, bias: b2 }));
  };
  return { step: () => [optimizer.minimize(loss, true)] };
}
