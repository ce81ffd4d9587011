// The slides are there before the kernel is, and a run asked for early waits for it.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cell, execute, kernelState, memoryKept, opened, output, state, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

/** Holds the kernel's binary back until the returned function is called. */
async function holdKernel(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/kernel.*\.wasm/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(URL_OF_PAGE);
  await opened(page);
  return release;
}

story("slides are readable while the kernel is still loading", async (page) => {
  const release = await holdKernel(page);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  assert.equal(await kernelState(page), "starting");
  assert.ok((await page.locator("main").innerText()).length > 500, "the lesson's text is shown");
  release();
});

story("who reads on while the kernel is loading stays in place when it is there", async (page) => {
  const release = await holdKernel(page);
  const slide = page.locator("main .slide").nth(19);
  await slide.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  const top = () => slide.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  release();
  await waitForKernel(page, "ready");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.ok(Math.abs((await top()) - before) < 2, `the slide moved from ${before} to ${await top()}`);
});

story("a cell run early waits, then runs", async (page) => {
  const release = await holdKernel(page);
  await write(cell(page, 0), "print('at last')");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "queued");
  await page.waitForTimeout(500);
  assert.equal(await state(cell(page, 0)), "queued");
  release();
  await waitForState(cell(page, 0), "done");
  assert.equal(await output(cell(page, 0)), "at last");
});

story("the page stays responsive while a cell runs", async (page) => {
  await write(cell(page, 0), "import time\nstart = time.time()\nwhile time.time() - start < 3:\n    pass");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "running");
  const longest = await page.evaluate(async () => {
    let longest = 0;
    for (let last = performance.now(), end = last + 1500; last < end; ) {
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  assert.ok(longest < 1000, `the longest frame took ${longest} ms`);
  assert.equal(await state(cell(page, 0)), "running");
  await waitForState(cell(page, 0), "done");
});

story("what is printed appears while the cell still runs", async (page) => {
  await write(cell(page, 0), "import time\nprint('first')\nstart = time.time()\nwhile time.time() - start < 3:\n    pass\nprint('second')");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForFunction(() => document.querySelector("[data-cell] [data-output]")?.innerText.includes("first"));
  assert.equal(await state(cell(page, 0)), "running");
  await waitForState(cell(page, 0), "done");
  assert.equal(await output(cell(page, 0)), "first\nsecond");
});

/** How the kernel began: with memory that was kept, or anew. */
async function beginning(page) {
  await waitForKernel(page, "ready");
  return page.workers()[0].evaluate(() => performance.getEntriesByType("mark").map(({ name }) => name));
}

const PROGRAM = `import json, torch
from torch import nn
import matplotlib.pyplot as plt
torch.manual_seed(1)
layer = nn.Linear(2, 1)
layer(torch.ones(1, 2)).sum().backward()
plt.plot([1, 2])
json.dumps(layer.weight.grad.tolist())`;

story("a later visit begins with Python started, and computes the same", async (page) => {
  assert.deepEqual(await beginning(page), ["Python started"]);
  const first = await execute(cell(page, 0), PROGRAM);
  assert.equal(first, "'[[1.0, 1.0]]'");
  await memoryKept(page);
  await page.reload();
  assert.deepEqual(await beginning(page), ["Python restored"]);
  assert.equal(await execute(cell(page, 0), `assert "json" not in __import__("sys").modules\n${PROGRAM}`), first);
});

story("the memory of another build, or a damaged one, is not used", async (page) => {
  for (const change of [{ build: "another" }, { pages: 1 }]) {
    await memoryKept(page, change);
    await page.reload();
    assert.deepEqual(await beginning(page), ["Python started"]);
    assert.equal(await execute(cell(page, 0), "print(6 * 7)"), "42");
  }
});
