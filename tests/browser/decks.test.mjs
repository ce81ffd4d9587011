// A lecturer opens decks that were made for Marp, and they look as they were meant.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";

import { openCase, overflow } from "./cases.mjs";
import { DESKTOP, PHONE, story } from "./support.mjs";

const PICTURES = new URL("out/", import.meta.url);
const DECKS = [
  "d05-rulers.md", "d09-fences.md", "d10-list.md", "d11-div-noblank.md", "d15-html.md", "d16-images.md", "d17-text.md",
  "d18-title.md", "d29-fit-bg-only.md", "d31-nested-div.md", "d32-mystnb.md", "d34-quarto.qmd",
];

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

for (const size of [DESKTOP, PHONE]) {
  story(`no deck is wider than a page of ${size.width}, and none runs a script`, async (page) => {
    await mkdir(PICTURES, { recursive: true });
    for (const name of DECKS) {
      await openCase(page, "decks", name);
      assert.ok((await overflow(page)) <= 0, name);
      assert.notEqual(await page.title(), "x", `${name} ran a script`);
      assert.equal(await page.locator("#deck :is(script, iframe, style, svg:not(button svg, .next svg))").count(), 0, name);
      await page.screenshot({ path: new URL(`${name}-${size.width}.png`, PICTURES).pathname, fullPage: true });
    }
  }, { viewport: size });
}
