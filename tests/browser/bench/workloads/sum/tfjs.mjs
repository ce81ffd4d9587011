// The sum of a million values.

export function prepare(tf, { values }) {
  const x = values([1_000_000]).add(1);
  return { step: () => [x.sum()] };
}
