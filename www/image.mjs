// Starts Python in the kernel and puts the memory as it then is into the module, in place of the memory that the
// compiler wrote: in the browser the kernel begins with Python started.
//
// Starting would take Python most of a second there, and leaves nothing but WebAssembly's memory: nothing runs yet,
// functions have the same places in every instance, and the only value of JavaScript's that it refers to is the global
// object. Start reading at `withImage`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { arch, env, execPath, platform, version } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

import { custom, leb128, moduleOf, sections, signedLeb128, unsigned } from "./sections.mjs";

const [MEMORY, DATA, DATA_COUNT] = [5, 11, 12];
const PAGE_BYTES = 65536;
/** Zeros at least that long are left out. More segments would be smaller, but not once they are compressed. */
const GAP = 4096;
const I32_CONST = 0x41;
const END = 0x0b;

/** The module, whose memory is that of an instance in which Python was started. */
async function withImage(module, glue) {
  const { memory, values } = await started(module, glue);
  const pages = memory.length / PAGE_BYTES;
  const changed = sections(module)
    .filter(({ number }) => number !== DATA_COUNT)
    .map((section) => {
      if (section.number === MEMORY) return { ...section, content: limits(section.content, pages) };
      if (section.number === DATA) return { ...section, content: segments(memory) };
      return section;
    });
  return moduleOf([...changed, custom("kindling.values", JSON.stringify(values))]);
}

/** The memory once Python has started, and what the table of JavaScript's values then holds. */
async function started(module, glue) {
  // What the glue of a worker's module looks for when it is loaded, and what the kernel fetches files with.
  globalThis.self = globalThis;
  globalThis.XMLHttpRequest = fileRequests(dirname(glue));
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

/** As much of `XMLHttpRequest` as the kernel uses, for files of a folder. */
const fileRequests = (folder) =>
  class XMLHttpRequest {
    open(method, address) {
      this.file = join(folder, address);
    }
    send() {
      const { buffer, byteOffset, byteLength } = readFileSync(this.file);
      this.response = buffer.slice(byteOffset, byteOffset + byteLength);
      this.status = 200;
    }
  };

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

/** The one memory's limits, with that many pages at first. */
function limits(content, pages) {
  const [count, flags, start] = [content[0], content[1], 2];
  if (count !== 1 || flags > 1) throw new Error("the kernel has one memory of 32 bits");
  const [, end] = unsigned(content, start);
  return Buffer.concat([content.subarray(0, start), leb128(pages), content.subarray(end)]);
}

/** The data section of a module whose memory begins as `memory`. */
function segments(memory) {
  const found = [];
  for (let start = nextByte(memory, 0); start < memory.length; ) {
    let end = start;
    let next = start;
    while (next < memory.length && next - end <= GAP) {
      end = next + 1;
      next = nextByte(memory, end);
    }
    const place = [Buffer.from([0, I32_CONST]), signedLeb128(start), Buffer.from([END])];
    found.push([...place, leb128(end - start), memory.subarray(start, end)]);
    start = next;
  }
  return Buffer.concat([leb128(found.length), ...found.flat()]);
}

/** Where the first byte from `at` on lies that is not zero. */
function nextByte(memory, at) {
  while (at < memory.length && memory[at] === 0) at++;
  return at;
}

/** A Node.js that runs the kernel, of npm's, which has one for each platform: the one that is installed may be older. */
function nodeOfNpm() {
  const { resolve } = createRequire(import.meta.url);
  for (const name of [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`]) {
    try {
      return join(dirname(resolve(`${name}/package.json`)), "bin", platform === "win32" ? "node.exe" : "node");
    } catch {
      // Not for this platform.
    }
  }
  throw new Error(`Node.js ${version} cannot run the kernel, and npm has installed no newer one: install 25 or newer`);
}

const folder = env.TRUNK_STAGING_DIR;
const file = join(folder, "kindling-kernel_bg.wasm");
const module = await readFile(file);
if (WebAssembly.validate(module)) {
  await writeFile(file, await withImage(module, join(folder, "kindling-kernel.js")));
} else {
  const node = nodeOfNpm();
  if (node === execPath) throw new Error("the kernel is no valid module");
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: "inherit" });
  if (status !== 0) throw new Error("Python could not be started in the kernel");
}
