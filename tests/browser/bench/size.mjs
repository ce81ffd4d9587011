// What does a reader download? `cargo xtask bench size` runs it, on the page as it lies in dist/.
//
// Beside it Pyodide: Python alone, without PyTorch or a page.

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { publish, table } from "./harness/report.mjs";

const DIST = process.env.KINDLING_DIST ?? "dist";
const PYODIDE = fileURLToPath(new URL("node_modules/pyodide/", import.meta.url));
const PYODIDE_FILES = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"];

/** Which part of the page a file belongs to. */
function partOf(name) {
  if (name === "kindling-library.bin") return "Python's library, on demand";
  if (name === "kindling-names.bin") return "the names of characters, on demand";
  if (name.startsWith("kindling-opener")) return "opener of other lessons, on demand";
  if (name.startsWith("kindling-kernel-rest")) return "the kernel's rest, on demand";
  if (name.startsWith("kindling-kernel")) return "kernel (Python and torch)";
  if (name.startsWith("editor")) return "editor";
  if (/^(kept|offline|overlay|present|preview|service-worker|zip)/.test(name)) return "slide view, files, no network: on demand";
  return "page and lesson";
}

const bytes = (file) => stat(file).then(({ size }) => size, () => undefined);

async function weighed(file) {
  const raw = await bytes(file);
  return { raw, sent: (await bytes(`${file}.br`)) ?? raw };
}

const parts = new Map();
async function add(part, file) {
  const [sum, { raw, sent }] = [parts.get(part) ?? { raw: 0, sent: 0 }, await weighed(file)];
  parts.set(part, { raw: sum.raw + raw, sent: sum.sent + sent });
}

const found = await readdir(DIST, { recursive: true, withFileTypes: true });
const shipped = found.filter((entry) => entry.isFile() && !entry.name.endsWith(".br"));
for (const { name, parentPath } of shipped) {
  for (const part of [partOf(name), "in all"]) await add(part, join(parentPath, name));
}
for (const name of PYODIDE_FILES) await add("Pyodide (Python alone)", join(PYODIDE, name));

const megabytes = (count) => `${(count / 1e6).toFixed(2)} MB`;
const last = ["in all", "Pyodide (Python alone)"];
const order = [...[...parts.keys()].filter((part) => !last.includes(part)).sort(), ...last];
const rows = order.map((part) => [part, megabytes(parts.get(part).sent), megabytes(parts.get(part).raw)]);
const text = table(["file", "as sent, Brotli at its best", "raw"], rows);
await publish("size", text, { parts: Object.fromEntries(parts) });
