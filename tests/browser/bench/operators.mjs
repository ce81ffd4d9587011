// How long does each operator, layer, loss and optimizer take in the page, beside PyTorch on one thread?
// `cargo xtask bench operators` runs it; the table is docs/operators.md.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

import { launch, URL_OF_PAGE } from "../browser.mjs";
import { cell, execute, opened, waitForKernel } from "../page.mjs";
import { PYTHON } from "./harness/addresses.mjs";
import { digits, machine, publish, shownTime, table } from "./harness/report.mjs";
import { median } from "./harness/rounds.mjs";

const PATIENCE = 600_000;
const DOCUMENT = "docs/operators.md";

const program = await readFile(new URL("workloads/operators.py", import.meta.url), "utf8");
const theirs = timed(await native());
const browser = await launch();
const ours = timed(await inPage());
const results = [...ours].filter(([name]) => theirs.has(name)).map(([name, [first, steady]]) => {
  const [theirFirst, theirSteady] = theirs.get(name);
  return { name, first, steady, theirFirst, theirSteady, ratio: steady / theirSteady, firstRatio: first / theirFirst };
});
results.sort((a, b) => b.ratio - a.ratio);
const text = `${summary()}

${table(["call", "ours", "PyTorch's", "ratio", "our first call", "PyTorch's", "ratio"], results.map(row))}`;
await publish("operators", text, { browser: browser.version(), results }, DOCUMENT);
await browser.close();

async function native() {
  const oneThread = { env: { ...process.env, OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" }, maxBuffer: 2 ** 24 };
  return (await promisify(execFile)(PYTHON, ["-W", "ignore", "-c", program], oneThread)).stdout;
}

async function inPage() {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(URL_OF_PAGE);
  await opened(page);
  await waitForKernel(page, "ready");
  return execute(cell(page, 0), program);
}

/** The first call's seconds and those of a later one, by name. */
function timed(output) {
  const lines = output.split("\n").filter((line) => line.startsWith("["));
  return new Map(lines.map((line) => JSON.parse(line)).map(([name, ...seconds]) => [name, seconds]));
}

function summary() {
  const ratios = results.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const firsts = results.map(({ firstRatio }) => firstRatio);
  const within = (limit) => `${Math.round((100 * ratios.filter((ratio) => ratio <= limit).length) / ratios.length)} %`;
  return `${results.length} calls in one run, ours in the page and PyTorch's (numpy's) in a process of its own on one thread; ${machine()};
Chromium ${browser.version()}. Later calls, the fastest of three bursts: ours take ${digits(median(ratios))} of PyTorch's time in the median,
${digits(ratios[Math.floor(0.9 * ratios.length)])} at the 90th percentile; ${within(1.2)} are within 1.2, ${within(2)} within 2 and ${within(4)} within 4 times. First calls: ${digits(median(firsts))} in the median.`;
}

function row({ name, steady, theirSteady, ratio, first, theirFirst, firstRatio }) {
  return [name, shownTime(steady), shownTime(theirSteady), digits(ratio), shownTime(first), shownTime(theirFirst), digits(firstRatio)];
}
