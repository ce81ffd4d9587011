// A student finds the way: slide view with the arrow keys, the outline, the keyboard, a phone.

import assert from "node:assert/strict";

import { button, cell, cells, runAll, waitForState, withEditor } from "./page.mjs";
import { PHONE, story } from "./support.mjs";

const visibleSlides = (page) =>
  page.locator("section.slide").evaluateAll((all) =>
    all.flatMap((slide, index) => (slide.checkVisibility() && slide.getBoundingClientRect().height > 0 ? [index] : [])),
  );

story("in slide view the arrow keys turn the slides and Escape leaves", async (page) => {
  const all = (await visibleSlides(page)).length;
  assert.ok(all > 1);
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  assert.deepEqual(await visibleSlides(page), [0]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await visibleSlides(page), [2]);
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await visibleSlides(page), [1]);
  await page.keyboard.press("Escape");
  await button(page, "Next slide").waitFor({ state: "detached" });
  assert.equal((await visibleSlides(page)).length, all);
});

story("the outline says how far the lesson is", async (page) => {
  const progress = page.getByRole("progressbar").first();
  assert.equal(await progress.getAttribute("aria-valuenow"), "0");
  await withEditor(cell(page, 0));
  await cell(page, 0).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "done");
  assert.equal(await progress.getAttribute("aria-valuenow"), "1");
  await runAll(page);
  assert.equal(await progress.getAttribute("aria-valuenow"), String(await cells(page).count()));
});

story(
  "a phone has everything within reach",
  async (page) => {
    await button(page, "Run next").click();
    await cell(page, 0).and(page.locator('[data-state="done"]')).waitFor();
    await button(page, "Outline").click();
    const entries = page.getByRole("dialog").getByRole("link");
    await entries.nth(3).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.waitForFunction(() => {
      const slide = document.querySelectorAll("section.slide")[3].getBoundingClientRect();
      return slide.top < innerHeight / 2 && slide.bottom > 0;
    });
  },
  { viewport: PHONE },
);
