// The ways through the lesson that every reader takes, in Firefox.

import assert from "node:assert/strict";
import { after } from "node:test";

import { startHost } from "../browser/host.mjs";
import { execute, open, output, press, reload, run, states, story, until, waitForKernel, waitForState, write } from "./page.mjs";

story("all cells of the lesson run in order, and draw", async (page) => {
  await waitForKernel(page, "ready");
  await press(page, "Run all");
  await until(page, () => {
    const states = [...document.querySelectorAll("[data-cell]")].map((each) => each.dataset.state);
    return document.documentElement.dataset.kernel === "ready" && states.every((state) => ["done", "failed"].includes(state));
  });
  assert.deepEqual([...new Set(await states(page))], ["done"]);
  assert.ok((await page.$$("[data-output] canvas, [data-cell] canvas")).length > 3, "figures are there");
});

story("Stop ends a cell, variables stay", async (page) => {
  await waitForKernel(page, "ready");
  await execute(page, 0, "kept = 41");
  await write(page, 0, "while True: kept + 1");
  await run(page, 0);
  await waitForState(page, 0, "running");
  await press(page, "Stop");
  await until(page, () => document.documentElement.dataset.kernel === "ready");
  const canInterrupt = await page.evaluate(() => typeof WebAssembly.Suspending === "function");
  const shown = await execute(page, 1, "kept + 1");
  if (canInterrupt) assert.equal(shown, "42");
  else assert.match(shown, /NameError/, "without promises in WebAssembly Python starts again");
});

story("files and code outlive a reload, and outputs are there again", async (page) => {
  await waitForKernel(page, "ready");
  await execute(page, 0, "print('written', open('note.txt', 'w').write('by hand'))");
  await until(page, () => Object.keys(localStorage).length > 0);
  await new Promise((turn) => setTimeout(turn, 1000));
  await reload(page);
  await waitForKernel(page, "ready");
  assert.match(await output(page, 0), /written/);
  assert.equal(await execute(page, 1, "print(open('note.txt').read())"), "by hand");
});

story("slide view turns slides by keys, and ends with Escape", async (page) => {
  await press(page, "Slides");
  const current = () => page.evaluate(() => document.querySelector("section.slide[data-current]")?.id);
  await page.waitForSelector("section.slide[data-current]");
  assert.equal(await current(), "slide-1");
  await page.keyboard.press("ArrowRight");
  await until(page, () => document.querySelector("section.slide[data-current]").id === "slide-2");
  await page.keyboard.press("Escape");
  await until(page, () => document.documentElement.dataset.view !== "slides");
});

let host;
after(() => host?.stop());

story(
  "after one visit the lesson works without a network",
  async (page) => {
    await open(page, (host = await startHost()).url);
    const files = Object.keys(await host.files()).length;
    await until(
      page,
      async (files) => {
        const names = (await caches.keys()).filter((name) => !name.endsWith(" seen"));
        const kept = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
        return kept.reduce((sum, count) => sum + count, 0) >= files;
      },
      files,
    );
    host.stop();
    await reload(page);
    await waitForKernel(page, "ready");
    assert.equal(await execute(page, 0, "import statistics; print(statistics.median([1, 3, 2]))"), "2");
  },
);
