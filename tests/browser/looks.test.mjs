// How the page looks: a picture of every slide for people to look at, and what a machine can check.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { runAll } from "./page.mjs";
import { DESKTOP, PHONE, story } from "./support.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  for (const colorScheme of ["light", "dark"]) {
    story(
      `every slide looks right: ${size}, ${colorScheme}`,
      async (page) => {
        await runAll(page);
        await picturesOfSlides(page, `${size}-${colorScheme}`);
        assert.deepEqual(await tooWide(page), [], "nothing scrolls sideways but in boxes of its own");
        assert.deepEqual(await violations(page), [], "axe-core");
      },
      { viewport, colorScheme },
    );
  }
}

async function picturesOfSlides(page, name) {
  mkdirSync(OUT, { recursive: true });
  const slides = await page.locator("section.slide").all();
  assert.ok(slides.length >= 10, `the lesson has only ${slides.length} slides`);
  await page.screenshot({ path: `${OUT}${name}-top.png` });
  // The bar sticks to the top of the window, and so would lie over slides that are taller than it.
  await page.locator("header.bar").evaluate((bar) => { bar.style.position = "static"; });
  for (const [index, slide] of slides.entries()) {
    await slide.screenshot({ path: `${OUT}${name}-${String(index + 1).padStart(2, "0")}.png` });
  }
}

/** What sticks out of the window on the right. */
const tooWide = (page) =>
  page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...outside.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))];
  });

async function violations(page) {
  // Evaluated, not added as a script: the page's policy forbids scripts from elsewhere.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" … ")}`);
}
