// A student runs a cell and sees what comes of it, wherever on the page it comes, and however much.

import assert from "node:assert/strict";

import { button, cell, cells, execute, output, waitForKernel, waitForState, withEditor, write } from "./page.mjs";
import { PHONE, story } from "./support.mjs";

/** Waits until the page has come to rest. */
const rest = (page) =>
  page.evaluate(async () => {
    for (let still = 0, last = [NaN, NaN]; still < 20; ) {
      await new Promise(requestAnimationFrame);
      const now = [scrollY, document.documentElement.scrollHeight];
      still = now.every((value, index) => value === last[index]) ? still + 1 : 0;
      last = now;
    }
  });

/** Where a cell's output is in the window, which it may be taller than: what is hidden above and below, in pixels. */
const hidden = (cell) =>
  cell.evaluate((element) => {
    const bar = document.querySelector(".bar");
    const top = bar.checkVisibility() ? bar.getBoundingClientRect().bottom : 0;
    const next = document.querySelector("button.next");
    const bottom = next?.checkVisibility() ? next.getBoundingClientRect().top : innerHeight;
    const place = element.querySelector("[data-output]").getBoundingClientRect();
    const tall = place.height > bottom - top;
    return { above: Math.max(0, top - place.top), below: tall ? Math.max(0, place.top - top - 40) : Math.max(0, place.bottom - bottom) };
  });

const IN_VIEW = { above: 0, below: 0 };
const LINES = "for i in range(12): print(i)";
const scrolled = (page) => page.evaluate(() => scrollY);

/** Puts a cell's code at the foot of the window: its output would come below. */
const atTheFoot = (cell) => cell.locator(".code").evaluate((code) => code.scrollIntoView({ block: "end", behavior: "instant" }));

story("after Shift+Enter the output is in view, and the focus is in the next cell", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 3), LINES);
  await atTheFoot(cell(page, 3));
  await page.keyboard.press("Shift+Enter");
  await waitForState(cell(page, 3), "done");
  await rest(page);
  assert.deepEqual(await hidden(cell(page, 3)), IN_VIEW);
  const focused = await page.evaluate(() => document.activeElement.closest("[data-cell]")?.dataset.cell);
  assert.equal(focused, await cell(page, 4).getAttribute("data-cell"));
});

story("the page scrolls no further than needed", async (page) => {
  await waitForKernel(page, "ready");
  await withEditor(cell(page, 3));
  await cell(page, 3).locator(".code").evaluate((code) => code.scrollIntoView({ block: "center", behavior: "instant" }));
  const before = await scrolled(page);
  await execute(cell(page, 3), "print('one line')");
  await rest(page);
  assert.equal(await scrolled(page), before);
});

story("who scrolls away while a cell runs stays there", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 3), `import time\ntime.sleep(1)\n${LINES}`);
  await atTheFoot(cell(page, 3));
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 3), "running");
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, -300);
  await rest(page);
  const before = await scrolled(page);
  await waitForState(cell(page, 3), "done");
  await rest(page);
  assert.equal(await scrolled(page), before);
});

story(
  "on a phone every output of Run next is in view",
  async (page) => {
    await waitForKernel(page, "ready");
    const count = Math.min(13, await cells(page).count());
    for (let index = 0; index < count; index++) {
      await button(page, "Run next").click();
      await waitForState(cell(page, index), "done");
      await rest(page);
      if (await cell(page, index).locator("[data-output]").isVisible()) {
        assert.deepEqual(await hidden(cell(page, index)), IN_VIEW, `cell ${index + 1}`);
      }
    }
  },
  { viewport: PHONE },
);

story("in slide view Shift+Enter runs and stays, and the next press goes on", async (page) => {
  const shown = () =>
    page.locator("section.slide").evaluateAll((all) => all.findIndex((slide) => slide.checkVisibility()));
  await waitForKernel(page, "ready");
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  while (!(await cell(page, 0).isVisible())) await page.keyboard.press("ArrowRight");
  const slide = await shown();
  const here = await page.locator("section.slide").nth(slide).locator("[data-cell]").count();
  for (let index = 0; index < here; index++) {
    await page.keyboard.press("Shift+Enter");
    await waitForState(cell(page, index), "done");
    assert.equal(await shown(), slide);
  }
  await page.keyboard.press("Shift+Enter");
  assert.equal(await shown(), slide + 1);
  await page.keyboard.press("ArrowLeft");
  // From the editor of the slide's last cell it is the same.
  const last = cell(page, here - 1);
  await withEditor(last);
  await last.locator(".cm-content").click();
  await page.keyboard.press("Shift+Enter");
  await waitForState(last, "done");
  assert.equal(await shown(), slide);
  await page.keyboard.press("Shift+Enter");
  assert.equal(await shown(), slide + 1);
});

/** The longest time in which the page did nothing else, from now until the cell has ended. */
async function longestGap(page, run) {
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    const beat = () => {
      globalThis.longest = Math.max(globalThis.longest, performance.now() - last);
      last = performance.now();
      setTimeout(() => port2.postMessage(0), 4);
    };
    port1.onmessage = beat;
    beat();
  });
  await run();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  return page.evaluate(() => globalThis.longest);
}

const nodes = (cell) => cell.locator("[data-output]").evaluate((element) => element.querySelectorAll("*").length);

const MUCH = {
  "100,000 lines": ["for i in range(100_000): print('line', i)", /^line 0\n[^]*… \d+,\d{3} lines are not shown …\n[^]*line 99999$/],
  "one string of 50 MB": ["print('y' * 50_000_000)", /^y+[^]*… 49,\d{3},\d{3} characters are not shown …\ny+$/],
  "an echo of 50 MB": ["'y' * 50_000_000", /^'y+\n… 49,\d{3},\d{3} characters are not shown …\ny+'$/],
  "an echo of a million numbers": ["list(range(1_000_000))", /^\[0,\n 1,\n[^]* 999,\n \.\.\.\]$/],
  "an error of 50 MB": ["raise ValueError('y' * 50_000_000)", /characters are not shown …/],
};

for (const [what, [source, expected]] of Object.entries(MUCH)) {
  story(`of too much the first and the last are shown: ${what}`, async (page) => {
    await waitForKernel(page, "ready");
    await write(cell(page, 0), source);
    // What else the machine does may hold up the page, too: once in three runs it does not.
    let gap = Infinity;
    for (let tries = 0; gap >= 100 && tries < 3; tries++) {
      const run = async () => {
        await page.keyboard.press("ControlOrMeta+Enter");
        await waitForState(cell(page, 0), "queued", "running", "done", "failed");
        await waitForState(cell(page, 0), "done", "failed");
      };
      gap = Math.min(gap, await longestGap(page, run));
    }
    assert.ok(gap < 100, `nothing else happened for ${gap} ms`);
    const shown = await output(cell(page, 0));
    assert.ok(shown.length < 200_000, `${shown.length} characters`);
    assert.ok(expected.test(shown), `${shown.slice(0, 200)} … ${shown.slice(-200)}`);
  });
}

story("streams that take turns are a few boxes, in their order", async (page) => {
  await waitForKernel(page, "ready");
  const shown = await execute(
    cell(page, 0),
    "import sys\nfor i in range(3000):\n    print('out', i)\n    print('err', i, file=sys.stderr)",
  );
  assert.match(shown, /out 0\nerr 0\nout 1\nerr 1\n/);
  assert.match(shown, /out 2999\nerr 2999$/);
  assert.ok((await nodes(cell(page, 0))) < 100, `${await nodes(cell(page, 0))} nodes`);
});

story("what streams is followed to its end, unless the reader scrolls up", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 0), "import time\nfor i in range(400):\n    print('step', i)\n    time.sleep(0.01)");
  await page.keyboard.press("ControlOrMeta+Enter");
  const box = cell(page, 0).locator("pre[data-stream]");
  const toTheEnd = () => box.evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
  await box.getByText("step 120").waitFor();
  // Between a line and the next frame the box may be short of its end.
  await page.waitForFunction(() => {
    const box = document.querySelector("pre[data-stream]");
    return box.scrollTop > 0 && box.scrollHeight - box.clientHeight - box.scrollTop < 60;
  });
  await box.hover();
  await page.mouse.wheel(0, -400);
  await page.waitForTimeout(200);
  const top = () => box.evaluate((box) => box.scrollTop);
  const before = await top();
  await waitForState(cell(page, 0), "done");
  assert.equal(await top(), before);
  assert.ok((await toTheEnd()) > 400);
});

story("the colours of terminals are colours", async (page) => {
  await waitForKernel(page, "ready");
  const shown = await execute(cell(page, 0), String.raw`print("\x1b[31mred\x1b[0m and \x1b[1;32mgreen\x1b[0m <b>")`);
  assert.equal(shown, "red and green <b>");
  const colours = await cell(page, 0).locator("pre .ansi").evaluateAll((all) => all.map((each) => getComputedStyle(each).color));
  assert.equal(new Set(colours).size, 2);
});
