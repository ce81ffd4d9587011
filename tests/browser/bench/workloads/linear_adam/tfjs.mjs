// The lesson's training loop through a dense layer's product and Adam.

export function prepare(tf, { lesson, fill }) {
  const { train, test } = lesson();
  const [weight, bias] = [tf.variable(fill([1, 1])), tf.variable(fill([1]))];
  const loss = ({ x, y }) => tf.fused.matMul({ a: x, b: weight, bias }).sub(y).abs().mean();
  const optimizer = tf.train.adam(0.01, 0.9, 0.999, 1e-8);
  return { step: () => [optimizer.minimize(() => loss(train), true), tf.tidy(() => loss(test))] };
}
