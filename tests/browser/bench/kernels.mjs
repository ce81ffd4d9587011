// How near do matrix products and loops over memory come to what the machine can do in the browser?
// `cargo xtask bench kernels` runs it.
//
// Ours are measured from Python, as a student calls them. What the machine can do comes from `crates/bench`, compiled
// to roofline/: multiplications and additions in registers alone, and copying.

import { launch } from "../browser.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { compare } from "./harness/compared.mjs";
import { digits, machine, publish, table } from "./harness/report.mjs";
import { median, ROUNDS } from "./harness/rounds.mjs";
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
const lab = await openLab();
const peaks = { simd_peak: lab("simd_peak"), relaxed_peak: lab("relaxed_peak") };
const bandwidths = { copying: lab("copy_bandwidth", MILLION), memory: lab("copy_bandwidth", MANY) };
const products = [];
for (const size of SIZES) products.push({ size, ...(await compare(product(size), sides, peaks)) });
const loops = [];
for (const loop of LOOPS) loops.push({ ...loop, ...(await compare(loop, sides, bandwidths)) });

const text = `GFLOP/s of matrix products, medians of ${ROUNDS} rounds; ${machine()}; Chromium ${browser.version()}; PyTorch ${version} on one
thread. SIMD in the browser multiplies and adds in registers at ${most(products, "simd_peak")} GFLOP/s${relaxed()}; the last column is our
part of that, fused where the browser can.

${table(["size", ...names, "of the peak"], products.map(productRow))}

GB/s over a million values, counted as if each operator read and wrote all of them; the last columns are our part of
what copying does in the browser: as many values, which a cache may hold, ${most(loops, "copying")} GB/s; ${MANY / MILLION} million, ${most(loops, "memory")} GB/s.
What the machine can do is measured in turn with the sides, for each row anew.

${table(["loop", ...names, "of copying", "of memory"], loops.map(loopRow))}`;
await publish("kernels", text, { pytorch: version, browser: browser.version(), products, loops });
await browser.close();

/** A page that measures what the machine can do; returns functions that do, by the name in `crates/bench`. */
async function openLab() {
  const page = await browser.newPage();
  await page.goto(`${BENCH_URL}lab.html`);
  return (name, ...args) =>
    () =>
      page.evaluate(
        async ([name, args]) => {
          const module = await import("./roofline/kindling_bench.js");
          await module.default();
          return module[name](...args);
        },
        [name, args],
      );
}

/** What the machine can do, over all rows. */
function most(rows, name) {
  return digits(median(rows.map(({ limits }) => limits[name])));
}

function relaxed() {
  return products[0].limits.relaxed_peak ? `, and fused at ${most(products, "relaxed_peak")}` : "";
}

function productRow({ size, seconds, limits }) {
  const rate = (side) => seconds[side] && (2 * size ** 3) / seconds[side] / 1e9;
  const peak = limits.relaxed_peak || limits.simd_peak;
  return [size, ...names.map((side) => digits(rate(side))), percent(rate(OURS) / peak)];
}

function loopRow({ name, bytes, seconds, limits }) {
  const rate = (side) => seconds[side] && bytes / seconds[side] / 1e9;
  const parts = [limits.copying, limits.memory].map((bandwidth) => percent(rate(OURS) / bandwidth));
  return [name, ...names.map((side) => digits(rate(side))), ...parts];
}

function percent(part) {
  return Number.isNaN(part) ? "" : `${Math.round(100 * part)} %`;
}
