// The product of two square matrices.

export function prepare(tf, { values }, { N }) {
  const [a, b] = [values([N, N]), values([N, N])];
  return {
    step: () => [tf.matMul(a, b)],
    read: (product) => tf.tidy(() => product.slice([N - 1, N - 1], [1, 1])),
  };
}
