// Long cells and long notebooks: typing and scrolling stay quick.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cell, cells, opened, waitForKernel, withEditor } from "./page.mjs";
import { story } from "./support.mjs";

/** Replaces the text of the editor with the focus. */
async function paste(page, text) {
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** From each key to the picture that shows it, in milliseconds, in order of size. */
async function typed(page, text) {
  await page.evaluate(() => {
    window.taken = [];
    addEventListener("keydown", () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.taken.push(performance.now() - start);
        port2.postMessage(0);
      });
    }, true);
  });
  for (const key of text) {
    await page.keyboard.press(key === "\n" ? "Enter" : key);
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => window.taken.sort((a, b) => a - b));
}

story("a cell of 2,000 lines is typed into as into a short one", async (page) => {
  await waitForKernel(page, "ready");
  const lines = (count) => Array.from({ length: count }, (_, line) => `value_${line} = compute(${line}, "text") + other[${line}]`).join("\n");
  const medians = [];
  for (const count of [10, 2000]) {
    await withEditor(cell(page, 0));
    await cell(page, 0).locator(".cm-content").click();
    await paste(page, lines(count));
    await page.waitForTimeout(1000);
    const taken = await typed(page, "\nabc = 12 + some_name\nfor i in range(10):\n");
    medians.push(taken[taken.length >> 1]);
  }
  assert.ok(await cell(page, 0).locator(".cm-line").count() < 400, "only what is seen is laid out");
  const [short, long] = medians;
  assert.ok(long < Math.max(50, 3 * short), `${long.toFixed(0)} ms a key, ${short.toFixed(0)} in a short cell`);
});

/** How long half of the frames take at most while the page scrolls, some 6,000 pixels a second, in milliseconds. */
const scrolled = (page) =>
  page.evaluate(async () => {
    const taken = [];
    for (let step = 0; step < 120; step += 1) {
      const start = performance.now();
      scrollBy(0, 100);
      await new Promise(requestAnimationFrame);
      taken.push(performance.now() - start);
    }
    return taken.sort((a, b) => a - b)[60];
  });

story("a notebook of 500 cells scrolls as one of 20 does", async (page) => {
  const slide = (number) => `## Slide ${number}\n\nSome words.\n\n\`\`\`python\nx = ${number}\n\`\`\`\n`;
  const deck = (count) => Array.from({ length: count }, (_, number) => slide(number)).join("\n---\n\n");
  const medians = [];
  for (const count of [20, 500]) {
    await page.route(`**/lessons/long-${count}.md`, (route) => route.fulfill({ body: deck(count) }));
    await page.goto(`${URL_OF_PAGE}?lesson=long-${count}`);
    await opened(page);
    await waitForKernel(page, "ready");
    assert.equal(await cells(page).count(), count);
    medians.push(await scrolled(page));
  }
  const [short, long] = medians;
  assert.ok(long < 20 + 2 * short, `${long.toFixed(0)} ms a frame, ${short.toFixed(0)} with 20 cells`);
});
