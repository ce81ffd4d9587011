// jax-js in a page of its own: starts a device and turns a workload into `work(steps)`.
//
// Not here: the workloads. Start reading at `start`.

import * as arrays from "./values.mjs";

/** jax-js computes nothing before it is asked for, and advises to ask now and then. */
const HELD = 16;

export async function start(device) {
  const jax = await import("../../node_modules/@jax-js/jax/dist/index.js");
  const available = await jax.init(device);
  if (!available.includes(device)) throw new Error(`jax-js has no device ${device} here`);
  jax.defaultDevice(device);
  return (workload, parameters) => worker(jax, workload.prepare(jax, data(jax.numpy), parameters));
}

function data(np) {
  const column = ({ x, y }) => ({ x: np.array(x).reshape([-1, 1]), y: np.array(y).reshape([-1, 1]) });
  return {
    values: (shape) => np.array(arrays.values(shape)).reshape(shape),
    fill: (shape) => np.array(arrays.fill(shape)).reshape(shape),
    labels: (count) => np.array(arrays.labels(count)),
    lesson() {
      const { train, test } = arrays.lesson();
      return { train: column(train), test: column(test) };
    },
  };
}

/** Takes steps, then waits for what the last one made: its first output, or a part of that. */
const worker = (jax, { step, read = (output) => output.ref }) =>
  async function work(steps) {
    let held = [];
    for (let taken = 1; taken < steps; taken++) {
      held.push(step());
      if (held.length === HELD) held = await computed(jax, held);
    }
    const last = step();
    const [value] = await read(last[0]).data();
    held = await computed(jax, [...held, last]);
    return value;
  };

async function computed(jax, outputs) {
  await jax.blockUntilReady(outputs);
  jax.tree.dispose(outputs);
  return [];
}
