// A lecturer stands in front of a class: every slide fits, and the keys are those of other programs for slides.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { openCase } from "./cases.mjs";
import { button, cell, cells, runBy, waitForKernel, waitForState, whenAllHaveRun, withEditor } from "./page.mjs";
import { story } from "./support.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));
const SIZES = [[1024, 768], [1280, 720], [1920, 1080], [3840, 2160]];
/** Of the window's height. */
const SMALLEST = 0.022;

const shown = (page) => page.locator("section.slide").evaluateAll((all) => all.findIndex((slide) => slide.checkVisibility()));

const rest = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 60))));

async function present(page) {
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  await rest(page);
}

/** What is wrong with the slide in view, in words, once it has had time to be laid out. */
async function faults(page, smallest) {
  let found;
  for (let tries = 0; tries < 20 && found?.length !== 0; tries++) {
    await rest(page);
    found = await faultsNow(page, smallest);
  }
  return found;
}

const faultsNow = (page, smallest) =>
  page.evaluate((smallest) => {
    const slide = document.querySelector("section.slide[data-current]");
    const place = slide.getBoundingClientRect();
    const strip = document.querySelector(".present-controls").getBoundingClientRect();
    const found = [];
    if (place.top < 0 || place.bottom > strip.top + 1 || place.right > innerWidth) found.push("it is not inside the window");
    if (slide.scrollTop !== 0) found.push("it does not open at its top");
    if (slide.scrollWidth > slide.clientWidth + 1) found.push("it is too wide");
    const isLong = slide.scrollHeight > slide.clientHeight + 1;
    if (isLong !== slide.hasAttribute("data-overflows")) found.push("it is long, and does not say so");
    for (const canvas of slide.querySelectorAll("canvas")) {
      if (canvas.getBoundingClientRect().height > slide.clientHeight) found.push("a figure is higher than the slide");
    }
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (text.data.trim() === "" || !parent.checkVisibility() || parent.closest("math, sub, sup, svg, .hear")) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize) / innerHeight;
      if (size < smallest - 1e-4) found.push(`“${text.data.trim().slice(0, 30)}” is ${(size * 100).toFixed(2)} % of the height`);
    }
    return found.slice(0, 3);
  }, smallest);

/** The lesson, and a deck as lecturers bring them: columns, wide tables, long cells and figures. */
const DECKS = [["of the lesson", undefined], ["of a lecturer's deck", "c01-lecture.md"]];

for (const [of, deck] of DECKS) for (const [width, height] of SIZES) {
  story(
    `every slide ${of} fits ${width} × ${height}, before and after running`,
    async (page) => {
      mkdirSync(OUT, { recursive: true });
      if (deck) await openCase(page, "decks", deck);
      await waitForKernel(page, "ready");
      for (const when of ["before", "after"]) {
        await present(page);
        const count = await page.locator("section.slide").count();
        await page.keyboard.press("Home");
        const found = [];
        let long = 0;
        for (let index = 0; index < count; index++) {
          for (const fault of await faults(page, SMALLEST)) found.push(`${index + 1}: ${fault}`);
          long += await page.locator("section.slide[data-current][data-overflows]").count();
          if (width === 1280) await page.screenshot({ path: `${OUT}slides-${deck ?? ""}${when}-${String(index + 1).padStart(2, "0")}.png` });
          await page.keyboard.press("PageDown");
        }
        assert.deepEqual(found, [], `${when} running`);
        // Of the lesson's own, a few scroll inside where there is little width, elsewhere none.
        const most = width / height < 1.5 ? 5 : 0;
        assert.ok(deck || long <= most, `${long} of ${count} slides are too long ${when} running`);
        await page.keyboard.press("Escape");
        if (when === "before") {
          await runBy(page, /^Run all, go on/);
          await waitForState(cells(page).last(), "done", "failed");
          await whenAllHaveRun(page);
        }
      }
    },
    { viewport: { width, height } },
  );
}

story("a slide turned to opens at its top", async (page) => {
  await waitForKernel(page, "ready");
  await present(page);
  await page.keyboard.press("ArrowRight");
  const slide = page.locator("section.slide[data-current]");
  await slide.evaluate((slide) => {
    slide.querySelector(".sheet").append(Object.assign(document.createElement("div"), { style: "height: 3000px" }));
  });
  await page.locator("section.slide[data-current][data-overflows]").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("[data-current]").scrollTop > 0);
  assert.equal(await shown(page), 1, "a long slide is scrolled first");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await rest(page);
  assert.equal(await slide.evaluate((slide) => slide.scrollTop), 0);
});

story("the keys are those of Marp and reveal.js", async (page) => {
  await present(page);
  const last = (await page.locator("section.slide").count()) - 1;
  for (const [keys, slide] of [
    ["Space", 1], ["n", 2], ["PageDown", 3], ["ArrowDown", 4], ["ArrowRight", 5], ["Shift+Space", 4], ["p", 3], ["PageUp", 2], ["ArrowUp", 1],
    ["End", last], ["ArrowRight", last], ["Home", 0], ["1 2 Enter", 11], ["9 9 9 Enter", last], ["0 Enter", 0],
  ]) {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    assert.equal(await shown(page), slide, keys);
  }
});

story("what lies over a slide comes and goes by its key, and Escape leaves one thing after the other", async (page) => {
  await waitForKernel(page, "ready");
  await present(page);
  const overview = page.getByRole("dialog", { name: "All slides" });
  const help = page.getByRole("dialog", { name: "Keys" });
  const black = page.locator(".overlay.black");
  for (const [key, over] of [["o", overview], ["?", help], ["b", black], [".", black]]) {
    await page.keyboard.press(key);
    await over.waitFor();
    await page.keyboard.press(key);
    await over.waitFor({ state: "detached" });
  }
  await page.keyboard.press("o");
  await overview.locator("li button").nth(5).click();
  await overview.waitFor({ state: "detached" });
  assert.equal(await shown(page), 5);
  while (!(await cell(page, 0).isVisible())) await page.keyboard.press("ArrowRight");
  const slide = await shown(page);
  await withEditor(cell(page, 0));
  await cell(page, 0).locator(".cm-content").click();
  await page.keyboard.press("ArrowRight");
  assert.equal(await shown(page), slide, "the editor has its keys");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches("section.slide"));
  await page.keyboard.press("o");
  await overview.waitFor();
  await page.keyboard.press("Escape");
  await overview.waitFor({ state: "detached" });
  assert.equal(await shown(page), slide);
  await page.keyboard.press("Escape");
  await button(page, "Next slide").waitFor({ state: "detached" });
});

story("a click at an edge turns the slide; controls hide, and hide nothing", async (page) => {
  await present(page);
  const { width, height } = page.viewportSize();
  await page.mouse.click(width - 10, height / 2);
  await page.mouse.click(width - 10, height / 2);
  assert.equal(await shown(page), 2);
  await page.mouse.click(10, height / 2);
  assert.equal(await shown(page), 1);
  await page.mouse.click(width / 2, 30);
  assert.equal(await shown(page), 1);
  const seen = () => button(page, "Leave slide view").evaluate((button) => Number(getComputedStyle(button).opacity));
  await page.waitForFunction(() => document.querySelector(".present-controls[data-idle]"));
  await page.waitForTimeout(400);
  assert.equal(await seen(), 0);
  await page.mouse.move(300, 300);
  await page.waitForTimeout(400);
  assert.equal(await seen(), 1);
});

story("a lecturer runs all, sees what runs, stops it, and finds the files without leaving slide view", async (page) => {
  await waitForKernel(page, "ready");
  await present(page);
  await button(page, "Run all").click();
  await page.locator(".present-controls .runs").getByText(/^Cell \d+ runs$/).waitFor();
  await button(page, "Stop").click();
  await page.waitForFunction(() => document.documentElement.dataset.kernel === "ready");
  await button(page, "Files").click();
  await page.getByRole("dialog", { name: "Files" }).waitFor();
});
