// What would threads give? `cargo xtask bench threads` measures it; docs/performance.md says what follows.
//
// Nothing of the page runs in threads. Measured are the kernel's own innermost loop of products, in workers that share a
// memory, and which part of a training step that loop is, and all of the tensor core: from both follows how much faster
// a step could be at most if only the products, or every loop there is, were shared. Start reading at `results`.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { launchWith } from "../browser.mjs";
import { moduleOf, sections } from "../../../www/sections.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { FUSED, profiledSteps } from "./harness/profile.mjs";
import { digits, machine, publish, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";
import { openKindling } from "./sides/kindling.mjs";
import { CNN, GPT } from "./workloads/index.mjs";

const WORKERS = [1, 2, 4];
/** Each step, and a product that is typical for it. */
const STEPS = [
  { workload: CNN, product: [16, 72, 3872] },
  { workload: GPT, product: [2048, 128, 512] },
];
const CORE = ["tensor core", "memory"];

const browser = await launchWith(["--enable-features=SharedArrayBuffer"]);
const module = sharing(await loopsOfKernel());
const page = await browser.newPage();
await page.goto(`${BENCH_URL}lab.html`);
const kindling = await openKindling(browser);
const results = [];
for (const { workload, product } of STEPS) {
  const { layers, functions } = await profiledSteps(kindling, workload);
  const partOf = (parts, names) => parts.filter(({ name }) => names.includes(name)).reduce((sum, { share }) => sum + share, 0);
  const faster = await speeds(product);
  results.push({ name: workload.name, products: partOf(functions, [FUSED]), core: partOf(layers, CORE), faster });
}
await publish("threads", text(), { browser: browser.version(), results }, "docs/performance.md");
await browser.close();

/** How many times as fast the product is with so many workers as with one. */
async function speeds(product) {
  const sides = WORKERS.map((count) => [count, () => secondsIn(product, count)]);
  const seconds = await inTurn(Object.fromEntries(sides));
  return Object.fromEntries(WORKERS.map((count) => [count, median(seconds[1]) / median(seconds[count])]));
}

function secondsIn(product, count) {
  const given = [product, count, [...module]];
  return page.evaluate(async (given) => (await import("./threads/in_page.mjs")).secondsOf(...given), given);
}

/** The module with the kernel's loops, as it lies in the memory that the kernel starts with. */
async function loopsOfKernel() {
  const image = await readFile(join(process.env.KINDLING_DIST, "kindling-kernel.bin"));
  const start = image.indexOf(Buffer.from("\0asm\x01\0\0\0", "latin1"));
  if (start < 0) throw new Error("the kernel's memory holds no module");
  const CODE = 10;
  return sections(image.subarray(start), CODE);
}

/** The same module for a memory that is shared, which its import has to say, and how large it is at most. */
function sharing(all) {
  const [IMPORT, UNSHARED, SHARED] = [2, 0, 3];
  const [MINIMUM, MAXIMUM] = [[0], [0x80, 0x80, 0x04]];
  const shared = (content) => {
    if (content.at(-2) !== UNSHARED) throw new Error("the loops import one memory, without a limit");
    return Buffer.concat([content.subarray(0, -2), Buffer.from([SHARED, ...MINIMUM, ...MAXIMUM])]);
  };
  return moduleOf(all.map((section) => (section.number === IMPORT ? { ...section, content: shared(section.content) } : section)));
}

function text() {
  const [, ...several] = WORKERS;
  const header = ["step", "products", "all loops", ...several.flatMap((count) => [
    `a product on ${count}`, `the step on ${count}, products shared`, `all loops shared`,
  ])];
  const percent = (share) => `${(100 * share).toFixed(0)} %`;
  const rows = results.map(({ name, products, core, faster }) => [
    name, percent(products), percent(core),
    ...several.flatMap((count) => [faster[count], whole(products, faster[count]), whole(core, faster[count])].map(digits)),
  ]);
  return `${machine()}; Chromium ${browser.version()}; medians of ${ROUNDS} rounds. The first columns are parts of a step's time, the others how many
times as fast.

${table(header, rows)}`;
}

/** How many times as fast a whole is of which a part is `faster` (Amdahl's law). */
function whole(part, faster) {
  return 1 / (1 - part + part / faster);
}
