// TensorFlow.js in a page of its own: starts a backend and turns a workload into `work(steps)`.
//
// Not here: the workloads. Start reading at `start`.

import * as arrays from "./values.mjs";

const PACKAGES = "../../node_modules/@tensorflow";
const BACKENDS = {
  cpu: [],
  webgl: [],
  wasm: ["tfjs-backend-wasm/dist/tf-backend-wasm.min.js"],
  webgpu: ["tfjs-backend-webgpu/dist/tf-backend-webgpu.min.js"],
};

export async function start(backend) {
  for (const script of ["tfjs/dist/tf.min.js", ...BACKENDS[backend]]) await load(`${PACKAGES}/${script}`);
  const tf = globalThis.tf;
  if (backend === "wasm") tf.wasm.setWasmPaths(address(`${PACKAGES}/tfjs-backend-wasm/dist/`));
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
  await tf.ready();
  return (workload, parameters) => worker(tf, workload.prepare(tf, data(tf), parameters));
}

const address = (path) => new URL(path, import.meta.url).href;

function load(path) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address(path) });
    script.onload = resolve;
    script.onerror = () => reject(new Error(`cannot load ${path}`));
    document.head.append(script);
  });
}

function data(tf) {
  const column = ({ x, y }) => ({ x: tf.tensor(x, [x.length, 1]), y: tf.tensor(y, [y.length, 1]) });
  return {
    values: (shape) => tf.tensor(arrays.values(shape), shape),
    fill: (shape) => tf.tensor(arrays.fill(shape), shape),
    labels: (count) => tf.tensor1d(arrays.labels(count), "int32"),
    lesson() {
      const { train, test } = arrays.lesson();
      return { train: column(train), test: column(test) };
    },
  };
}

/** Takes steps, then waits for what the last one made: its first output, or a part of that. */
const worker = (tf, { step, read = (output) => output.clone() }) =>
  async function work(steps) {
    for (let taken = 1; taken < steps; taken++) tf.dispose(step());
    const outputs = step();
    const part = read(outputs[0]);
    const [value] = await part.data();
    tf.dispose([outputs, part]);
    return value;
  };
