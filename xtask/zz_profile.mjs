// experiment: node profile.mjs DIST OUTPUT PROGRAM...
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { becomeWorker, nodeFor } from "../www/node.mjs";

const [dist, output, ...programs] = argv.slice(2).map((path) => resolve(path));
const bytes = readFileSync(join(dist, "kindling-kernel_bg.wasm"));
const node = nodeFor(bytes);
if (node !== execPath) {
  const { status } = spawnSync(node, ["--stack-size=4000", fileURLToPath(import.meta.url), ...argv.slice(2)], { stdio: "inherit" });
  exit(status ?? 1);
}
const kernel = await start(await WebAssembly.compile(bytes));
Object.defineProperty(navigator, "gpu", { value: undefined, configurable: true });
const told = kernel.next("Accelerator");
kernel.send({ Start: { files: [] } });
await told;
await new Promise((resolve) => setTimeout(resolve, 3000));
for (const file of programs) {
  const began = Date.now();
  const { status } = await run(readFileSync(file, "utf8"));
  console.log(file.split("/").slice(-2).join("/"), status, Date.now() - began);
}
const glue = await import(pathToFileURL(join(dist, "kindling-kernel.js")));
if (glue.profile) writeFileSync(output, glue.profile());
exit();

async function run(source) {
  const finished = kernel.next("Finished");
  kernel.send({ Run: { cell: "cell", source } });
  return await finished;
}
async function start(module) {
  becomeWorker(dist);
  const mail = new EventTarget();
  for (const name of ["removeEventListener", "dispatchEvent"]) globalThis[name] = mail[name].bind(mail);
  const listens = Promise.withResolvers();
  globalThis.addEventListener = (...listener) => {
    mail.addEventListener(...listener);
    listens.resolve();
  };
  globalThis.fetch = async (address) => new Response(readFileSync(String(address).startsWith("file:") ? new URL(address) : join(dist, String(address))));
  const waiting = new Map();
  globalThis.postMessage = (event) => {
    if (event.Stream && process.env.SHOW) process.stdout.write(event.Stream.text);
    if (event.StreamEnd && process.env.SHOW) process.stdout.write(event.StreamEnd.end.text);
    if (event.Error && process.env.SHOW) console.log(JSON.stringify(event.Error).slice(0, 600));
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
