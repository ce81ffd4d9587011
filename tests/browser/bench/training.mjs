// Time per step of the same programs on the page and with PyTorch on one thread, in turn; medians and their ratio.
// `cargo xtask bench training` runs it; the README's numbers come from here.
//
// Each program in workloads/ defines `work()`, which takes `STEPS` steps.

import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";

import { launch, URL_OF_PAGE } from "../browser.mjs";
import { cell, execute, opened } from "../page.mjs";

const ROUNDS = 5;
const WORKLOADS = new URL("workloads/", import.meta.url);

// Once to warm up, once by the clock.
const TIMED = `
import time

work()
_begin = time.perf_counter()
work()
print((time.perf_counter() - _begin) / STEPS * 1e6)
`;

const onOneThread = (program) => `import torch\ntorch.set_num_threads(1)\n${program}`;

/** Microseconds a step takes on the page. */
const onPage = async (page, program) => Number(await execute(cell(page, 0), program));

/** Microseconds a step takes with PyTorch itself. */
async function withPyTorch(program) {
  const { stdout } = await promisify(execFile)(process.env.KINDLING_PYTHON, ["-c", onOneThread(program)]);
  return Number(stdout);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (microseconds) => `${microseconds.toPrecision(3).padStart(9)} us`;

const { stdout: version } = await promisify(execFile)(process.env.KINDLING_PYTHON, [
  "-c",
  "import torch; print(torch.__version__)",
]);
const browser = await launch();
const page = await browser.newPage();
page.setDefaultTimeout(180_000);
await page.goto(URL_OF_PAGE);
await opened(page);
console.log(`time per step, medians of ${ROUNDS}; PyTorch ${version.trim()} on one thread`);
for (const file of (await readdir(WORKLOADS)).sort()) {
  const program = (await readFile(new URL(file, WORKLOADS), "utf8")) + TIMED;
  const [ours, theirs] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await onPage(page, program));
    theirs.push(await withPyTorch(program));
  }
  const ratio = median(ours) / median(theirs);
  const name = file.replace(".py", "").padEnd(16);
  console.log(`${name} page ${shown(median(ours))}   PyTorch ${shown(median(theirs))}   ratio ${ratio.toFixed(2)}`);
}
await browser.close();
