// A GPT of letters. Letters are embedded by a product, as the backend for WebAssembly cannot scatter gradients.

const [LETTERS, HEADS, EPS] = [65, 4, 1e-5];

export function prepare(tf, { fill }, { LAYERS, WIDTH, TOKENS, BATCH }) {
  const size = BATCH * TOKENS;
  const letters = Int32Array.from({ length: size }, (_, i) => (i * 31) % 64);
  const text = tf.oneHot(tf.tensor1d(letters, "int32"), LETTERS).toFloat();
  const answers = tf.oneHot(tf.tensor1d(letters.map((letter) => (letter + 1) % LETTERS), "int32"), LETTERS);
  const mask = tf.tensor(
    Float32Array.from({ length: TOKENS * TOKENS }, (_, i) => (i % TOKENS > i / TOKENS ? -1e9 : 0)),
    [TOKENS, TOKENS],
  );
  const made = (shape) => tf.variable(fill(shape));
  const dense = (from, to) => ({ weight: tf.variable(fill([to, from]).transpose()), bias: made([to]) });
  const norm = () => ({ scale: made([WIDTH]), shift: made([WIDTH]) });
  const [tokens, positions, last, head] = [made([LETTERS, WIDTH]), made([TOKENS, WIDTH]), norm(), dense(WIDTH, LETTERS)];
  const blocks = Array.from({ length: LAYERS }, () => ({
    norm1: norm(),
    norm2: norm(),
    qkv: dense(WIDTH, 3 * WIDTH),
    out: dense(WIDTH, WIDTH),
    up: dense(WIDTH, 4 * WIDTH),
    down: dense(4 * WIDTH, WIDTH),
  }));

  const through = (x, { weight, bias }, activation) => tf.fused.matMul({ a: x, b: weight, bias, activation });
  const normed = (x, { scale, shift }) => {
    const { mean, variance } = tf.moments(x, -1, true);
    return x.sub(mean).mul(variance.add(EPS).rsqrt()).mul(scale).add(shift);
  };
  const attention = (x, { qkv, out }) => {
    const heads = (part) => part.reshape([BATCH, TOKENS, HEADS, WIDTH / HEADS]).transpose([0, 2, 1, 3]);
    const [q, k, v] = tf.split(through(x, qkv), 3, 1).map(heads);
    const weights = tf.matMul(q, k, false, true).mul((WIDTH / HEADS) ** -0.5).add(mask).softmax();
    return through(tf.matMul(weights, v).transpose([0, 2, 1, 3]).reshape([size, WIDTH]), out);
  };
  const loss = () => {
    const given = tf.matMul(text, tokens).reshape([BATCH, TOKENS, WIDTH]).add(positions);
    let x = given.reshape([size, WIDTH]);
    for (const block of blocks) {
      x = x.add(attention(normed(x, block.norm1), block));
      x = x.add(through(through(normed(x, block.norm2), block.up, "relu"), block.down));
    }
    return tf.losses.softmaxCrossEntropy(answers, through(normed(x, last), head));
  };
  const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-8);
  return { step: () => [optimizer.minimize(loss, true)] };
}
