// A chain of elementwise operations on a million values, and their sum, compiled into one kernel.

export function prepare({ jit, nn }, { values }) {
  const x = values([1_000_000]);
  const chain = jit((x) => nn.relu(x.ref.mul(2).add(1)).mul(x).sum());
  return { step: () => [chain(x.ref)] };
}
