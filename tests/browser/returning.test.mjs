// A student reloads the page, or comes back to it: everything is where it was.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, execute, opened, output, state, waitForKernel } from "./page.mjs";
import { story } from "./support.mjs";

const hash = (page) => page.evaluate(() => location.hash);
const topOf = (page, slide) => page.evaluate((slide) => document.getElementById(`slide-${slide}`).getBoundingClientRect().top, slide);

async function reload(page) {
  await page.reload();
  await opened(page);
  await page.waitForTimeout(500);
}

story("a reload keeps the place, and the address follows the slide", async (page) => {
  await page.evaluate(() => document.getElementById("slide-20").scrollIntoView({ behavior: "instant" }));
  await page.mouse.wheel(0, 37);
  await page.waitForFunction(() => location.hash === "#slide-20");
  const before = await topOf(page, 20);
  await reload(page);
  assert.equal(await hash(page), "#slide-20");
  assert.ok(Math.abs((await topOf(page, 20)) - before) < 3, `the slide moved from ${before} to ${await topOf(page, 20)}`);
  const here = page.getByRole("navigation", { name: "Outline" }).locator("[aria-current]");
  assert.equal(await here.getAttribute("href"), "#slide-20");
});

story("an address opens its slide, by number and by title", async (page) => {
  for (const name of ["#slide-12", "#two-knobs"]) {
    await page.goto("about:blank");
    await page.goto(URL_OF_PAGE + name);
    await opened(page);
    await page.waitForFunction(() => scrollY > 100);
    const here = page.locator(".outline [aria-current]");
    const slide = page.locator(`section${await here.getAttribute("href")}`);
    const top = await slide.evaluate((slide) => slide.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 150, `${name} is at ${top}`);
    if (name === "#two-knobs") assert.match(await here.innerText(), /Two knobs/);
  }
});

story("slide view is still there after a reload", async (page) => {
  await button(page, "Slides").click();
  for (const key of ["3", "Enter"]) await page.keyboard.press(key);
  await page.waitForFunction(() => location.hash === "#slide-3");
  await reload(page);
  await button(page, "Next slide").waitFor();
  assert.equal(await page.locator("section.slide[data-current]").getAttribute("id"), "slide-3");
});

story("outputs are kept, figures too, and marked as from an earlier visit", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "import matplotlib.pyplot as plt\nprint('printed')\nplt.plot([1, 2])\nplt.show()\n6 * 7");
  await execute(cell(page, 1), "1 / 0", "failed");
  await page.waitForTimeout(300);
  await reload(page);
  await cell(page, 0).locator("canvas").waitFor();
  assert.equal(await output(cell(page, 0)), "printed\n42");
  assert.match(await output(cell(page, 1)), /ZeroDivisionError/);
  assert.match(await cell(page, 0).innerText(), /from an earlier visit/);
  assert.equal(await state(cell(page, 0)), "new");
  await execute(cell(page, 0), "print('now')");
  assert.equal(await output(cell(page, 0)), "now");
  assert.doesNotMatch(await cell(page, 0).innerText(), /from an earlier visit/);
});

story("an open drawer is open again", async (page) => {
  await button(page, "Files").click();
  await reload(page);
  await page.getByRole("dialog", { name: "Files" }).waitFor();
});
