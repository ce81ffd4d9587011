// node reached.mjs COUNTED DIST OUTPUT: which functions a first visit runs, by their numbers among the module's own.
//
// COUNTED is the kernel of the page in DIST, made to tell. It runs the cells of the first lesson and what a student's
// first tries meet. What it is not: a measurement of time. Start reading at `run`.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

import { becomeWorker, nodeFor } from "../www/node.mjs";

const LESSON = "lessons/straight-line.md.json";
const TRIES = ["print(y)", "def f(x):\n    return x / 0\n\nf(1)", "for i in range(3)\n    print(i)", "1 + 1", "help"];

const [counted, dist, output] = argv.slice(2).map((path) => resolve(path));
const bytes = readFileSync(counted);
const node = nodeFor(bytes);
if (node !== execPath) {
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url), counted, dist, output], { stdio: "inherit" });
  exit(status ?? 1);
}

/** A browser with a GPU, with none, and of those that know of none: which it is, is asked for at each start. */
const GPUS = [
  { requestAdapter: async () => ({ features: new Set(), info: INFO, limits: LIMITS }) },
  { requestAdapter: async () => null },
  undefined,
];
const LIMITS = new Proxy({}, { get: () => 2 ** 28 });
const INFO = { vendor: "a", architecture: "b", device: "c", description: "d", subgroupMaxSize: 32 };
/** How long the kernel may warm itself up for, in milliseconds. */
const WARM_UP = 7000;

const ran = new Set();
const kernel = await start(await WebAssembly.compile(bytes));
for (const gpu of GPUS) {
  Object.defineProperty(navigator, "gpu", { value: gpu, configurable: true });
  const told = kernel.next("Accelerator");
  kernel.send({ Start: { files: [] } });
  await told;
}
await new Promise((resolve) => setTimeout(resolve, WARM_UP));
const cells = JSON.parse(readFileSync(join(dist, LESSON))).cells.map(({ source }) => source);
for (const source of cells) {
  if ((await run(source)) !== "Ok") throw new Error(`a cell of ${LESSON} failed:\n${source}`);
}
for (const source of TRIES) await run(source);
writeFileSync(output, [...ran].join("\n"));
exit();

/** Runs a cell to its end and gives its status. */
async function run(source) {
  const finished = kernel.next("Finished");
  kernel.send({ Run: { cell: "cell", source } });
  return (await finished).status;
}

/** Loads the kernel as its worker does. */
async function start(module) {
  becomeWorker(dist);
  const mail = new EventTarget();
  for (const name of ["removeEventListener", "dispatchEvent"]) globalThis[name] = mail[name].bind(mail);
  const listens = Promise.withResolvers();
  globalThis.addEventListener = (...listener) => {
    mail.addEventListener(...listener);
    listens.resolve();
  };
  globalThis.fetch = async (address) => new Response(readFileSync(address));
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (module, { kindling, ...imports }) =>
    instantiate(module, { ...imports, kindling: { ...kindling, ran: (number) => ran.add(number) } });

  const waiting = new Map();
  globalThis.postMessage = (event) => {
    for (const [name, told] of waiting) if (name in event) told(event[name]);
  };
  const send = (data) => dispatchEvent(new MessageEvent("message", { data }));
  const next = (name) => new Promise((resolve) => waiting.set(name, resolve));
  const loaded = import(pathToFileURL(join(dist, "kernel-loader.js")));
  await listens.promise;
  send(module);
  await loaded;
  return { send, next };
}
