// How fast is what a student runs first, before the browser has optimised anything? `cargo xtask bench first-run` runs it.
//
// Every program is the first thing that its page runs, at once or some time after opening, on a first visit and a
// second one; beside PyTorch and CPython in processes of their own, and Pyodide where a program needs Python alone. A
// program says itself how long it took, without its imports.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { launchWithProfile, URL_OF_PAGE } from "../browser.mjs";
import { cell, execute, opened, waitForKernel } from "../page.mjs";
import { BENCH_URL, PYTHON } from "./harness/addresses.mjs";
import { digits, machine, publish, shownTime, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";
import { FIRST_RUNS } from "./workloads/index.mjs";

const PATIENCE = 180_000;
/** A reader has read the first slides then. */
const LATER_MS = 10_000;
/** Only some time after it was compiled is code kept for the next visit. */
const STAY_MS = 6000;
/** A browser that has just been started is still busy with itself. */
const SETTLES_MS = 2000;

/** PyTorch imports its compiler, where it has one, with the first optimizer; that is no time of training. */
const PYTORCH = `import importlib.util, torch
if importlib.util.find_spec("torch._dynamo"):
    import torch._dynamo
`;

const [OURS, PYODIDE, NATIVE] = ["Kindling", "Pyodide", "native"];
const MOMENTS = { atOnce: 0, later: LATER_MS };

let version;
const results = [];
for (const { file, name, torch } of FIRST_RUNS) {
  const program = await readFile(new URL(`workloads/first_run/${file}`, import.meta.url), "utf8");
  const sides = { [NATIVE]: () => native(torch ? PYTORCH + program : program), ...visitsOf(OURS, openKindling, program) };
  if (!torch) Object.assign(sides, visitsOf(PYODIDE, openPyodide, program));
  const measured = await inTurn(sides);
  const missing = Object.keys(sides).filter((side) => !(side in measured));
  if (missing.length) throw new Error(`${name}: no time of ${missing.join(", ")}; nothing is written`);
  const seconds = collected(measured);
  results.push({ name, seconds });
  console.log(name, JSON.stringify(Object.fromEntries(Object.entries(seconds).map(([key, all]) => [key, median(all)]))));
}
const text = `The first thing that a page runs, ${ROUNDS} times each, as median (minimum); ${machine()}; Chromium ${version}. At once is
as soon as the page can, later is ${LATER_MS / 1000} s after opening it; the second visit is another page of a browser that was on
the first for ${STAY_MS / 1000} s and more. PyTorch and CPython run in processes of their own, PyTorch on one thread. The ratios are our
median on a first visit over theirs.

${table(header(), results.map(row))}`;
await publish("first-run", text, { browser: version, results });

/** Sides that run the program at each moment of two visits. */
function visitsOf(side, open, program) {
  return Object.fromEntries(
    Object.entries(MOMENTS).map(([moment, wait]) => [`${side} ${moment}`, () => twoVisits(open, program, wait)]),
  );
}

/** What the program says on the first visit and on the second of a new browser's. */
async function twoVisits(open, program, wait) {
  const folder = await mkdtemp(join(tmpdir(), "first-run-"));
  const profile = await launchWithProfile(folder);
  version = profile.browser().version();
  try {
    const visited = async () => {
      const page = await profile.newPage();
      page.setDefaultTimeout(PATIENCE);
      const run = await open(page);
      await sleep(wait);
      const said = await run(program);
      return { page, said };
    };
    await sleep(SETTLES_MS);
    const { page, said: first } = await visited();
    await sleep(STAY_MS);
    await page.close();
    const { said: second } = await visited();
    return { first, second };
  } finally {
    await profile.close();
    await rm(folder, { recursive: true });
  }
}

async function openKindling(page) {
  await page.goto(URL_OF_PAGE);
  await opened(page);
  await waitForKernel(page, "ready");
  return (program) => execute(cell(page, 0), program);
}

async function openPyodide(page) {
  await page.goto(`${BENCH_URL}pyodide_run.html`);
  await page.waitForFunction(() => globalThis.run);
  return (program) => page.evaluate((program) => globalThis.run(program), program);
}

async function native(program) {
  const oneThread = { env: { ...process.env, OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" } };
  const { stdout } = await promisify(execFile)(PYTHON, ["-W", "ignore", "-c", program], oneThread);
  return stdout;
}

/** Seconds of each side, moment and visit; all must have computed the same. */
function collected(measured) {
  const all = Object.entries(measured).flatMap(([side, runs]) =>
    side === NATIVE
      ? [[side, runs]]
      : ["first", "second"].map((visit) => [`${side} ${visit}`, runs.map((visits) => visits[visit])]),
  );
  const [[, [reference]]] = all;
  return Object.fromEntries(all.map(([key, outputs]) => [key, outputs.map((output) => seconds(output, reference))]));
}

/** A program ends with a line of its seconds and its result. */
function seconds(output, reference) {
  const [[time, result], [, wanted]] = [output, reference].map((text) => text.trim().split("\n").at(-1).split(" ").map(Number));
  if (!(Math.abs(result - wanted) <= 1e-3 * Math.abs(wanted))) throw new Error(`computed ${result} and not ${wanted}`);
  return time;
}

function header() {
  return ["first run", "at once", "10 s later", "2nd visit: at once", "10 s later", "native", "Pyodide: at once", "10 s later", "at once to native", "later to native", "later to Pyodide"];
}

function row({ name, seconds }) {
  const keys = [`${OURS} atOnce first`, `${OURS} later first`, `${OURS} atOnce second`, `${OURS} later second`, NATIVE, `${PYODIDE} atOnce first`, `${PYODIDE} later first`];
  const ratio = (side, other) => (seconds[side] && seconds[other] ? digits(median(seconds[side]) / median(seconds[other])) : "");
  const [atOnce, later, , , , , laterOfPyodide] = keys;
  return [name, ...keys.map((key) => shown(seconds[key])), ratio(atOnce, NATIVE), ratio(later, NATIVE), ratio(later, laterOfPyodide)];
}

function shown(all) {
  return all ? `${shownTime(median(all))} (${shownTime(Math.min(...all))})` : "";
}
