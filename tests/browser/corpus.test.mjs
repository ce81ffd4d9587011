// Whatever a lecturer opens is readable on a screen and on a phone, and none of it runs by itself.
//
// Not here: what each of the decks and notebooks in tests/cases shows (crates/notebook/tests). Each is opened in a wide
// window, which then becomes a phone's.

import assert from "node:assert/strict";
import { mkdir, readdir } from "node:fs/promises";

import { openCase, overflow } from "./cases.mjs";
import { DESKTOP, PHONE, story } from "./support.mjs";

const PICTURES = new URL("out/", import.meta.url);
/** So many are opened by one story. */
const SHARE = 12;
/** A web page under a notebook's name: it is refused. */
const REFUSED = "n22-html.ipynb";
/** Of these, pictures are kept to be looked at. */
const LOOKED_AT = new Set([
  "d10-list.md", "d15-html.md", "d16-images.md", "d17-text.md", "d18-title.md", "d29-fit-bg-only.md", "d31-nested-div.md",
  "k10-fragments.md", "k11-backgrounds.md", "s01-style.md", "s03-gaia.md", "n01-outputs.ipynb", "n14-slides.ipynb",
]);

const casesOf = async (kind, ending) => {
  const names = await readdir(new URL(`../cases/${kind}/`, import.meta.url));
  return names.filter((name) => ending.test(name) && name !== REFUSED).sort().map((name) => [kind, name]);
};
const cases = [...(await casesOf("decks", /\.(md|qmd)$/)), ...(await casesOf("notebooks", /\.ipynb$/))];

/** Elements of the deck that would run or fetch something. */
const running = (page) =>
  page.locator("#deck :is(script, iframe, object, embed, style, link, form, svg:not(button svg, .next svg))").count();

/** What is cut off at the right, or sticks out there, and cannot be scrolled to. */
const cutOff = (page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll("#deck .prose :is(p, h1, h2, h3, li, td, th, blockquote)")];
    const isCut = (element) =>
      element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, pre, .backdrop, .logo");
    return texts.filter(isCut).map((element) => element.textContent.slice(0, 40));
  });

for (let first = 0; first < cases.length; first += SHARE) {
  const share = cases.slice(first, first + SHARE);
  story(`from ${share[0][1]} on, all is in view and nothing runs`, async (page) => {
    await mkdir(PICTURES, { recursive: true });
    page.on("dialog", () => assert.fail("a deck has opened a dialog"));
    for (const [kind, name] of share) {
      await page.setViewportSize(DESKTOP);
      await openCase(page, kind, name);
      for (const size of [DESKTOP, PHONE]) {
        await page.setViewportSize(size);
        assert.ok((await overflow(page)) <= 0, `${name} at ${size.width}`);
        assert.deepEqual(await cutOff(page), [], `${name} at ${size.width}`);
        if (LOOKED_AT.has(name)) {
          await page.screenshot({ path: new URL(`${name}-${size.width}.png`, PICTURES).pathname, fullPage: true });
        }
      }
      assert.equal(await running(page), 0, name);
      assert.notEqual(await page.title(), "x", `${name} ran a script`);
    }
  });
}
