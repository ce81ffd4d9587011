// Calls with arguments that make no sense, made up by crates/python/tests/fuzz, in the browser: none ends the
// kernel, none takes long. `KINDLING_FUZZ_BROWSER_CALLS` is their number and `KINDLING_FUZZ_SEED` the first seed; a call is
// known by its seed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { kernelIn } from "./kernel.mjs";
import { story } from "./support.mjs";

const FIRST = Number(process.env.KINDLING_FUZZ_SEED ?? 0);
const CALLS = Number(process.env.KINDLING_FUZZ_BROWSER_CALLS ?? 20_000);
/** A kernel makes so many calls, so that what earlier ones left behind does not pile up. */
const CALLS_OF_A_KERNEL = 2500;
const KERNELS_AT_ONCE = 2;
/** No call may take longer; one that takes half as long is stopped, as a student would. */
const LONGEST_MS = 5000;

const read = (part) => readFileSync(new URL(`../../crates/python/tests/fuzz/${part}.py`, import.meta.url), "utf8");
const PARTS = ["values", "targets", "writer", "fuzz"].map(read);

const STEP = CALLS_OF_A_KERNEL * KERNELS_AT_ONCE;
for (let from = FIRST; from < FIRST + CALLS; from += STEP) {
  const to = Math.min(from + STEP, FIRST + CALLS);
  story(`no arguments end the kernel or make it hang: the calls of seeds ${from} to ${to - 1}`, async (page) => {
    await kernelIn(page);
    const parts = [];
    for (let at = from; at < to; at += CALLS_OF_A_KERNEL) parts.push([at, Math.min(at + CALLS_OF_A_KERNEL, to)]);
    const settings = { sources: PARTS, longest: LONGEST_MS };
    const found = await Promise.all(parts.map((part) => page.evaluate(makeCalls, { ...settings, part })));
    assert.deepEqual(found.flat(), []);
  });
}

/** In the page: makes the calls of these seeds; what went wrong, in words. */
async function makeCalls({ sources, longest, part: [from, to] }) {
  const CALLS_OF_A_CELL = 100;
  const complaints = [];
  let kernel;
  // Calls that the kernel was asked to make, and those that it says it made.
  let [asked, made] = [0, 0];
  const started = async () => {
    kernel?.end();
    kernel = new TestKernel();
    asked = 0;
    for (const source of sources) await kernel.run(source);
  };

  /** Makes some calls in one cell; the seed and the words of what ends them early. */
  const make = async (first, end) => {
    let [last, heard, stopped] = [`call ${first}`, performance.now(), false];
    kernel.onprint = (text) => {
      last = text.trimEnd().split("\n").findLast((line) => line.startsWith("call ")) ?? last;
      made = Number(/so far .*'all': (\d+)/.exec(text)?.[1] ?? made);
      [heard, stopped] = [performance.now(), false];
    };
    let watch;
    const silence = new Promise((resolve) => {
      watch = setInterval(() => {
        const silent = performance.now() - heard;
        if (silent > longest) resolve({ status: "Hangs", value: `takes more than ${longest} ms` });
        else if (silent > longest / 2 && !stopped) kernel.stop();
        stopped ||= silent > longest / 2;
      }, 100);
    });
    const { status, name = "", value } = await Promise.race([kernel.run(`make_calls(${first}, ${end})`), silence]);
    clearInterval(watch);
    asked += end - first;
    if (status === "Ok" && made === asked) return undefined;
    const [, seed, call] = /^call (\d+) ?(.*)$/s.exec(last);
    return { seed: Number(seed), what: `${status} ${name} ${value} in ${call}, seed ${seed}` };
  };

  await started();
  for (let at = from; at < to; ) {
    const end = Math.min(at + CALLS_OF_A_CELL, to);
    const first = await make(at, end);
    if (!first) {
      at = end;
      continue;
    }
    // What was printed last may not have come: the calls from there on are made one by one.
    await started();
    let found;
    for (at = first.seed; at < end && !found; at++) found = await make(at, at + 1);
    complaints.push((found ?? first).what);
    await started();
  }
  kernel.end();
  return complaints;
}
