// A student opens a notebook that was run elsewhere, and sees at once what it showed there.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";

import { openCase } from "./cases.mjs";
import { button, cell, waitForState } from "./page.mjs";
import { story } from "./support.mjs";

const PICTURES = new URL("out/", import.meta.url);

story("stored outputs and attachments are there before anything has run", async (page) => {
  await openCase(page, "notebooks", "n01-outputs.ipynb");
  const first = cell(page, 0);
  const stored = first.locator("[data-stored]");
  await stored.first().waitFor();
  assert.equal(await first.locator(".ansi-1").first().textContent(), "NameError");
  assert.equal(await stored.locator("table td").first().textContent(), "1");
  const picture = stored.locator("img").first();
  assert.deepEqual(await picture.evaluate((image) => [image.naturalWidth, image.width, image.height]), [1, 300, 200]);
  assert.equal(await page.locator(".prose img").first().evaluate((image) => image.naturalWidth), 1);
  assert.match(await first.locator(".progress-word").textContent(), /as the file has it/);
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: new URL("stored-outputs.png", PICTURES).pathname, fullPage: true });
});

story("a run takes the place of what was stored", async (page) => {
  await openCase(page, "notebooks", "n06-v3.ipynb");
  const first = cell(page, 0);
  assert.match(await page.getByText("Opened with care").textContent(), /nbformat 3/);
  assert.equal(await first.locator("[data-stored]").count(), 2);
  await first.getByRole("button", { name: "Run cell 1" }).click();
  await waitForState(first, "done");
  assert.equal(await first.locator("[data-stored]").count(), 0);
  assert.equal(await first.locator("[data-output] pre").textContent(), "1");
});

story("fragments of text and of code appear one by one", async (page) => {
  await openCase(page, "notebooks", "k01-slide-types.ipynb");
  const fragments = page.locator("#slide-2 .fragment");
  const seen = () =>
    fragments.evaluateAll((all) => all.map((fragment) => fragment.checkVisibility({ visibilityProperty: true })));
  assert.deepEqual(await seen(), [true, true], "in the column all is there");
  await button(page, "Slides").click();
  await button(page, "Next slide").click();
  assert.deepEqual(await seen(), [false, false]);
  await page.keyboard.press("ArrowRight");
  await page.locator("#slide-2 .fragment[data-shown] [data-cell]").waitFor();
  assert.deepEqual(await seen(), [true, false]);
  await page.keyboard.press("ArrowRight");
  await fragments.nth(1).and(page.locator("[data-shown]")).waitFor();
  assert.deepEqual(await seen(), [true, true]);
});
