// How near do matrix products and loops over memory come to what the machine can do in the browser?
// `cargo xtask bench kernels` runs it.
//
// Ours are measured from Python, as a student calls them. What the machine can do comes from `crates/bench`, compiled
// to roofline/: multiplications and additions in registers alone, and copying.

import { launch } from "../browser.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { compare } from "./harness/compared.mjs";
import { digits, machine, publish, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";
import { openSides, OURS, withPyTorch } from "./harness/sides.mjs";
import { CHAIN, product, SUM } from "./workloads/index.mjs";

const PEERS = [
  ["tfjs", "wasm"],
  ["jax-js", "wasm"],
];
const SIZES = [64, 128, 256, 512, 1024];
const MILLION = 1_000_000;
/** More values than caches hold. */
const MANY = 32 * MILLION;
/** Bytes that the operators read and write, one after the other: what a library that fuses them saves. */
const LOOPS = [
  { ...CHAIN, bytes: 40 * MILLION },
  { ...SUM, bytes: 4 * MILLION },
];

const browser = await launch();
const [sides, version] = await withPyTorch(await openSides(browser, PEERS));
const names = Object.keys(sides);
const peak = await roofline();
const products = [];
for (const size of SIZES) products.push({ size, seconds: await compare(product(size), sides) });
const loops = [];
for (const loop of LOOPS) loops.push({ ...loop, seconds: await compare(loop, sides) });

const text = `GFLOP/s of matrix products, medians of ${ROUNDS} rounds; ${machine()}; Chromium ${browser.version()}; PyTorch ${version} on one
thread. SIMD in the browser multiplies and adds in registers at ${digits(peak.simd_peak)} GFLOP/s${relaxed()}; the last column is our
part of that, fused where the browser can.

${table(["size", ...names, "of the peak"], products.map(productRow))}

GB/s over a million values, counted as if each operator read and wrote all of them; the last columns are our part of
what copying does in the browser: as many values, which a cache may hold, ${digits(peak.copy_bandwidth)} GB/s; ${MANY / MILLION} million, ${digits(peak.memory_bandwidth)} GB/s.

${table(["loop", ...names, "of copying", "of memory"], loops.map(loopRow))}`;
await publish("kernels", text, { pytorch: version, browser: browser.version(), peak, products, loops });
await browser.close();

/** What the machine can do, by the name of the function that measures it. */
async function roofline() {
  const page = await browser.newPage();
  await page.goto(`${BENCH_URL}lab.html`);
  const measure = (name, ...args) => () =>
    page.evaluate(
      async ([name, args]) => {
        const module = await import("./roofline/kindling_bench.js");
        await module.default();
        return module[name](...args);
      },
      [name, args],
    );
  const measured = await inTurn({
    simd_peak: measure("simd_peak"),
    relaxed_peak: measure("relaxed_peak"),
    copy_bandwidth: measure("copy_bandwidth", MILLION),
    memory_bandwidth: measure("copy_bandwidth", MANY),
  });
  await page.close();
  return Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]));
}

function relaxed() {
  return peak.relaxed_peak ? `, and fused at ${digits(peak.relaxed_peak)}` : "";
}

function productRow({ size, seconds }) {
  const rate = (side) => seconds[side] && (2 * size ** 3) / seconds[side] / 1e9;
  return [size, ...names.map((side) => digits(rate(side))), percent(rate(OURS) / (peak.relaxed_peak || peak.simd_peak))];
}

function loopRow({ name, bytes, seconds }) {
  const rate = (side) => seconds[side] && bytes / seconds[side] / 1e9;
  const parts = [peak.copy_bandwidth, peak.memory_bandwidth].map((bandwidth) => percent(rate(OURS) / bandwidth));
  return [name, ...names.map((side) => digits(rate(side))), ...parts];
}

function percent(part) {
  return Number.isNaN(part) ? "" : `${Math.round(100 * part)} %`;
}
