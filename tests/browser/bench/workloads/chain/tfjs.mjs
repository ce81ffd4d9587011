// A chain of elementwise operations on a million values, and their sum.

export function prepare(tf, { values }) {
  const x = values([1_000_000]);
  return { step: () => [tf.tidy(() => x.mul(2).add(1).relu().mul(x).sum())] };
}
