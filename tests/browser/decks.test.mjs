// A lecturer opens decks that were made for Marp, and they look as they were meant.

import assert from "node:assert/strict";

import { openCase } from "./cases.mjs";
import { story } from "./support.mjs";

story("pictures stand beside and behind the text, headers and footers around it", async (page) => {
  await openCase(page, "decks", "d16-images.md");
  assert.equal(await page.locator("#slide-1 .columns .column").count(), 2, "the picture at the right is a column");
  assert.equal(await page.locator("#slide-1 .backdrop img").count(), 0, "as in Marp, the side holds all backgrounds");
  assert.equal(await page.locator("#slide-1 .columns .column").last().locator("img").count(), 3);
  await openCase(page, "decks", "d18-title.md");
  assert.equal(await page.locator("#slide-1 .slide-header").textContent(), "head");
  assert.equal(await page.locator("#slide-1 .slide-footer strong").textContent(), "bold");
  assert.match(await page.locator("nav.outline").first().textContent(), /This slide's only title/);
  await openCase(page, "decks", "d29-fit-bg-only.md");
  const behind = page.locator("#slide-1 .backdrop");
  const [box, slide] = [await behind.boundingBox(), await page.locator("#slide-1").boundingBox()];
  assert.ok(Math.abs(box.height - slide.height) < 4 && Math.abs(box.width - slide.width) < 4, "it fills the slide");
});

story("formulas are aligned, boxed, struck out and ruled", async (page) => {
  await openCase(page, "decks", "f01-formulas.md");
  const style = (selector, property) =>
    page.locator(`#slide-1 ${selector}`).first().evaluate((element, name) => getComputedStyle(element)[name], property);
  assert.match(await style(".menv-align mtr > mtd:nth-child(1)", "textAlign"), /right/);
  assert.equal(await style(".menv-align mtr > mtd:nth-child(2)", "textAlign"), "left");
  assert.equal(await style(".menv-cases mtr > mtd", "textAlign"), "left");
  assert.equal(await style("mrow.boxed", "borderTopStyle"), "solid");
  assert.match(await style("mrow.cancelled", "backgroundImage"), /linear-gradient/);
  assert.equal(await style(".menv-right-solid", "borderRightStyle"), "solid");
  assert.equal(await style(".menv-hline", "borderTopStyle"), "solid");
  const under = page.locator("#slide-1 munder").last();
  assert.equal(await under.locator("mi").first().textContent(), "arg\u2009min");
  assert.doesNotMatch(await page.locator("#slide-1").innerText(), /\\|\$/);
});
