// The slides are there before the kernel is, and a run asked for early waits for it.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cell, kernelState, opened, output, state, waitForKernel, waitForState, write } from "./page.mjs";
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
