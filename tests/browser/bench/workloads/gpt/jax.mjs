// A GPT of letters; the whole step is compiled. Letters are embedded by a product, as no compiled step can scatter gradients.

import { adam } from "../jax_optimizers.mjs";

const [LETTERS, HEADS, EPS] = [65, 4, 1e-5];

export function prepare(jax, { fill }, { LAYERS, WIDTH, TOKENS, BATCH }) {
  const { nn, numpy: np, tree } = jax;
  const size = BATCH * TOKENS;
  const letters = Int32Array.from({ length: size }, (_, i) => (i * 31) % 64);
  const data = {
    text: nn.oneHot(np.array(letters), LETTERS),
    answers: nn.oneHot(np.array(letters.map((letter) => (letter + 1) % LETTERS)), LETTERS),
    mask: np.array(Float32Array.from({ length: TOKENS ** 2 }, (_, i) => (i % TOKENS > i / TOKENS ? -1e9 : 0))).reshape([TOKENS, TOKENS]),
  };
  const dense = (from, to) => ({ weight: fill([to, from]).transpose(), bias: fill([to]) });
  const norm = () => ({ scale: fill([WIDTH]), shift: fill([WIDTH]) });
  const block = () => ({
    norm1: norm(),
    norm2: norm(),
    qkv: dense(WIDTH, 3 * WIDTH),
    out: dense(WIDTH, WIDTH),
    up: dense(WIDTH, 4 * WIDTH),
    down: dense(4 * WIDTH, WIDTH),
  });

  const through = (x, { weight, bias }) => np.matmul(x, weight).add(bias);
  const normed = (x, { scale, shift }) => nn.standardize(x, -1, { epsilon: EPS }).mul(scale).add(shift);
  const attention = (x, { qkv, out }, mask) => {
    const heads = (part) => part.reshape([BATCH, TOKENS, HEADS, WIDTH / HEADS]).transpose([0, 2, 1, 3]);
    const [q, k, v] = np.split(through(x, qkv), 3, 1).map(heads);
    const weights = np.matmul(q, k.transpose([0, 1, 3, 2])).mul((WIDTH / HEADS) ** -0.5).add(mask);
    return through(np.matmul(nn.softmax(weights), v).transpose([0, 2, 1, 3]).reshape([size, WIDTH]), out);
  };
  const loss = ({ tokens, positions, blocks, last, head }, { text, answers, mask }) => {
    const given = np.matmul(text, tokens).reshape([BATCH, TOKENS, WIDTH]).add(positions);
    let x = given.reshape([size, WIDTH]);
    for (const { norm1, norm2, up, down, ...rest } of blocks) {
      x = x.ref.add(attention(normed(x, norm1), rest, mask.ref));
      x = x.ref.add(through(nn.relu(through(normed(x, norm2), up)), down));
    }
    mask.dispose();
    return nn.logSoftmax(through(normed(x, last), head)).mul(answers).sum().div(-size);
  };
  const optimizer = adam(jax, loss, 0.001);
  let state = optimizer.start({
    tokens: fill([LETTERS, WIDTH]),
    positions: fill([TOKENS, WIDTH]),
    blocks: Array.from({ length: LAYERS }, block),
    last: norm(),
    head: dense(WIDTH, LETTERS),
  });
  return {
    step() {
      const [value, updated] = optimizer.update(state, tree.ref(data));
      state = updated;
      return [value];
    },
  };
}
