// The kernel warms itself up while nobody waits for it, and nobody notices.

import assert from "node:assert/strict";

import { cell, execute, waitForKernel } from "./page.mjs";
import { story } from "./support.mjs";

/** In the worker: notes how long each timer's call takes, in milliseconds. */
const NOTE_SLICES = `{
  const { setTimeout } = globalThis;
  globalThis.slices = [];
  globalThis.setTimeout = (call, wait) => setTimeout(() => {
    const began = performance.now();
    call();
    globalThis.slices.push(performance.now() - began);
  }, wait);
}`;
const SAVE_DATA = `Object.defineProperty(navigator, "connection", { value: { saveData: true } });`;

const slices = (page) => page.workers()[0].evaluate(() => globalThis.slices);

/** Waits until there are more slices than that, or none come for some time; true if there are more. */
async function more(page, count, patience = 4000) {
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(50)) {
    if ((await slices(page)).length > count) return true;
  }
  return false;
}

story("the kernel warms up for two seconds at most, in slices", async (page) => {
  await waitForKernel(page, "ready");
  assert.ok(await more(page, 0), "it begins");
  assert.equal(await execute(cell(page, 0), "[name for name in globals() if not name.startswith('__')]"), "[]");
  assert.match(await cell(page, 0).innerText(), /\[1\]/, "it is the first cell that was run");
  assert.ok(await more(page, (await slices(page)).length), "it goes on after a run");
  let count = 0;
  while (await more(page, count)) count = (await slices(page)).length;
  const taken = await slices(page);
  const sum = taken.reduce((sum, slice) => sum + slice, 0);
  assert.ok(taken.length > 5, `${taken.length} slices`);
  assert.ok(sum <= 2000 + Math.max(...taken), `${sum} ms`);
}, { loader: NOTE_SLICES });

story("the kernel does not warm up where the browser is to save data", async (page) => {
  await waitForKernel(page, "ready");
  assert.equal(await execute(cell(page, 0), "1 + 1"), "2");
  assert.equal(await more(page, 0), false);
}, { loader: NOTE_SLICES + SAVE_DATA });
