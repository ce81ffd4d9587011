// The product of two square matrices.

export function prepare({ numpy: np }, { values }, { N }) {
  const [a, b] = [values([N, N]), values([N, N])];
  return {
    step: () => [np.matmul(a.ref, b.ref)],
    read: (product) => product.ref.slice(N - 1, N - 1),
  };
}
