// Starts Python in the kernel and writes the memory as it then is into a file of its own, in place of the data that the
// compiler put into the module: in the browser the kernel begins with Python started.
//
// Starting would take Python most of a second there, and leaves nothing but WebAssembly's memory: nothing runs yet,
// functions have the same places in every instance, and the only value of JavaScript's that it refers to is the global
// object. Outside of the module, as browsers hold a module's bytes several times over, and of this file none: the loader
// (kernel-loader.js) reads it right into the memory. Start reading at `split`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env, execPath } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

import { becomeWorker, nodeFor } from "./node.mjs";
import { custom, leb128, moduleOf, sections, unsigned } from "./sections.mjs";

const [IMPORT, MEMORY, DATA, DATA_COUNT] = [2, 5, 11, 12];
/** Under which name a module asks for its memory. */
const MEMORY_FROM = ["kindling", "memory"];
const IS_MEMORY = 2;
/** Zeros at least that long are left out. */
const GAP = 4096;

/** The module without data, and the file that holds the memory of an instance in which Python was started. */
async function split(module, glue) {
  const { memory, values } = await started(module, glue);
  const pieces = piecesOf(memory);
  const content = Buffer.concat(pieces.map(({ start, end }) => memory.subarray(start, end)));
  const build = createHash("sha256").update(module).update(content).digest("hex");
  const places = pieces.map(({ start, end }) => [start, end - start]);
  const head = Buffer.from(JSON.stringify({ build, bytes: memory.length, places, values }));
  const length = new Uint8Array(new Uint32Array([head.length]).buffer);
  return {
    module: moduleOf([...withoutMemory(sections(module)), custom("kindling.build", build)]),
    image: Buffer.concat([length, head, content]),
  };
}

/** The memory once Python has started, and what the table of JavaScript's values then holds. */
async function started(module, glue) {
  becomeWorker(dirname(glue));
  // The same kernel has the same memory, whenever and wherever it is built.
  Date.now = performance.now = () => 0;
  crypto.getRandomValues = (bytes) => bytes.fill(0);
  WebAssembly.Suspending ??= class {};
  WebAssembly.promising ??= (wrapped) => wrapped;
  const kernel = await import(pathToFileURL(glue));
  const { memory, __wbindgen_externrefs: table } = kernel.initSync({ module });
  const [stack, fresh] = [nextByte(Buffer.from(memory.buffer), 0), table.length];
  kernel.prepare();
  // Below the data that the compiler wrote lies the stack, on which nothing is now.
  const image = Buffer.from(memory.buffer).fill(0, 0, stack);
  return { memory: image, values: { length: table.length, globals: globals(table, fresh) } };
}

/** The places from `fresh` on that hold the global object. Nothing else can be made again. */
function globals(table, fresh) {
  const found = [];
  for (let index = fresh; index < table.length; index++) {
    const value = table.get(index);
    if (value === globalThis) found.push(index);
    else if (value !== null && value !== undefined) throw new Error(`Python holds a value of JavaScript's: ${value}`);
  }
  return found;
}

/**
 * The sections of a module that is given its memory, with what is in it. The linker's `--import-memory` makes modules
 * that empty a part of it when they start.
 */
function withoutMemory(all) {
  const { content: own } = all.find(({ number }) => number === MEMORY);
  const [count, flags] = own;
  if (count !== 1 || flags > 1) throw new Error("the kernel has one memory of 32 bits");
  const names = MEMORY_FROM.flatMap((name) => [leb128(name.length), Buffer.from(name)]);
  const added = Buffer.concat([...names, Buffer.from([IS_MEMORY]), own.subarray(1)]);
  return all
    .filter(({ number }) => ![MEMORY, DATA, DATA_COUNT].includes(number))
    .map((section) => (section.number === IMPORT ? { ...section, content: withImport(section.content, added) } : section));
}

function withImport(content, added) {
  const [count, start] = unsigned(content, 0);
  return Buffer.concat([leb128(count + 1), content.subarray(start), added]);
}

/** Where the memory holds something. */
function piecesOf(memory) {
  const found = [];
  for (let start = nextByte(memory, 0); start < memory.length; ) {
    let end = start;
    let next = start;
    while (next < memory.length && next - end <= GAP) {
      end = next + 1;
      next = nextByte(memory, end);
    }
    found.push({ start, end });
    start = next;
  }
  return found;
}

/** Where the first byte from `at` on lies that is not zero. */
function nextByte(memory, at) {
  while (at < memory.length && memory[at] === 0) at++;
  return at;
}

const folder = env.TRUNK_STAGING_DIR;
const file = join(folder, "kindling-kernel_bg.wasm");
const whole = await readFile(file);
const node = nodeFor(whole);
if (node === execPath) {
  const { module, image } = await split(whole, join(folder, "kindling-kernel.js"));
  await writeFile(file, module);
  await writeFile(join(folder, "kindling-kernel.bin"), image);
} else {
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: "inherit" });
  if (status !== 0) throw new Error("Python could not be started in the kernel");
}
