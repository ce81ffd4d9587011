// A lecturer opens decks that were made for Marp, and they look as they were meant.

import assert from "node:assert/strict";

import { openCase } from "./cases.mjs";
import { story } from "./support.mjs";

story("pictures stand beside and behind the text, headers and footers around it", async (page) => {
  await openCase(page, "decks", "d16-images.md");
  assert.equal(await page.locator("#slide-1 .columns .column").count(), 2, "the picture at the right is a column");
  assert.equal(await page.locator("#slide-1 .backdrop img").count(), 2, "two pictures behind the text");
  await openCase(page, "decks", "d18-title.md");
  assert.equal(await page.locator("#slide-1 .slide-header").textContent(), "head");
  assert.equal(await page.locator("#slide-1 .slide-footer strong").textContent(), "bold");
  assert.match(await page.locator("nav.outline").first().textContent(), /This slide's only title/);
  await openCase(page, "decks", "d29-fit-bg-only.md");
  const behind = page.locator("#slide-1 .backdrop");
  const [box, slide] = [await behind.boundingBox(), await page.locator("#slide-1").boundingBox()];
  assert.ok(Math.abs(box.height - slide.height) < 4 && Math.abs(box.width - slide.width) < 4, "it fills the slide");
});
