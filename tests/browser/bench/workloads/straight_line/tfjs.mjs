// The lesson's training loop with TensorFlow.js's core API, as its own guide fits a curve.

export function prepare(tf, { tensor, lesson, fill }) {
  const { train, test } = lesson();
  const [weight, bias] = [tf.variable(fill([1])), tf.variable(fill([1]))];
  const loss = ({ x, y }) => weight.mul(x).add(bias).sub(y).abs().mean();
  const optimizer = tf.train.sgd(0.01);
  return { step: () => [optimizer.minimize(() => loss(train), true), tf.tidy(() => loss(test))] };
}
