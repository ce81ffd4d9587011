// A small convolutional net. Channels come last, which is the only order of TensorFlow.js's convolutions.

export function prepare(tf, { values, fill, labels }) {
  const images = values([32, 1, 28, 28]).transpose([0, 2, 3, 1]);
  const answers = tf.oneHot(labels(32), 10);
  const filters = [[8, 1, 3, 3], [16, 8, 3, 3]].map((shape) =>
    tf.variable(fill(shape).transpose([2, 3, 1, 0])),
  );
  const biases = [8, 16, 10].map((count) => tf.variable(fill([count])));
  const weight = tf.variable(fill([10, 400]).reshape([10, 16, 5, 5]).transpose([2, 3, 1, 0]).reshape([400, 10]));
  const optimizer = tf.train.sgd(0.1);
  const block = (x, nth) =>
    tf.maxPool(tf.conv2d(x, filters[nth], 1, "valid").add(biases[nth]).relu(), 2, 2, "valid");
  const loss = () => {
    const features = block(block(images, 0), 1).reshape([32, 400]);
    return tf.losses.softmaxCrossEntropy(answers, tf.fused.matMul({ a: features, b: weight, bias: biases[2] }));
  };
  return { step: () => [optimizer.minimize(loss, true)] };
}
