// A lecturer prints the deck, a student keeps it as a PDF.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, cells, execute, opened, runBy, waitForState, whenAllHaveRun } from "./page.mjs";
import { story } from "./support.mjs";

const OUT = fileURLToPath(new URL("out/", import.meta.url));

/** As much time as the lesson's cells may take to be laid out on paper: 2 s when nothing else runs, several times as long
 * beside other work. */
const LONGEST = 30_000;

/** How many pages a PDF of Chromium's has. */
const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

async function pdf(page, name) {
  const began = performance.now();
  const content = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const took = performance.now() - began;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}${name}.pdf`, content);
  return { pages: pagesOf(content), took };
}

/** Lays the page out for paper, has it looked at, and puts it back. */
async function onPaper(page, look) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const found = await look();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  return found;
}

/** What of the slides is not there in full. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll("section.slide *")) {
      if (!element.checkVisibility() || element.closest(".hear, math, svg")) continue;
      const { overflowX, overflowY, contain } = getComputedStyle(element);
      const isWider = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      const isHigher = overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
      if (isWider || isHigher || /paint|content/.test(contain)) found.push(`${element.className}: ${element.textContent.slice(0, 40)}`);
    }
    return found.slice(0, 5);
  });

for (const view of ["column", "slide view"]) {
  story(
    `printed from the ${view}, each slide is a page, and nothing is cut`,
    async (page) => {
      await runBy(page, /^Run all, go on/);
      await waitForState(cells(page).last(), "done", "failed");
      await whenAllHaveRun(page);
      await execute(cell(page, 0), "import torch\nprint('\\n'.join(f'line {i} ' + 'long ' * 60 for i in range(120)))\nundefined_name" + "_and_more".repeat(30), "failed");
      if (view === "slide view") {
        await button(page, "Slides").click();
        await button(page, "Next slide").waitFor();
      }
      assert.deepEqual(await onPaper(page, () => cut(page)), []);
      const closed = () => page.locator("#deck details:not([open])").count();
      const before = await closed();
      assert.ok(before > 0 && (await onPaper(page, closed)) === 0, "answers are unfolded");
      assert.equal(await closed(), before, "and folded again");
      const slides = await page.locator("section.slide").count();
      const { pages, took } = await pdf(page, `printed from the ${view}`);
      assert.ok(took < LONGEST, `${took} ms`);
      // The first slide's 120 long lines take several; of the others few are longer than a page.
      assert.ok(pages >= slides && pages <= slides * 1.4, `${pages} pages of ${slides} slides`);
      if (view === "slide view") assert.ok(await button(page, "Next slide").isVisible(), "slide view goes on");
    },
    { colorScheme: "dark" },
  );
}

story(
  "on paper all is in light colours, whatever the theme, and figures too",
  async (page) => {
    await execute(cell(page, 0), "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('T')\nplt.show()");
    const colours = () =>
      page.evaluate(() => {
        const canvas = document.querySelector("canvas[data-figure]");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let darkest = 255;
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] > 200) darkest = Math.min(darkest, Math.max(data[at], data[at + 1], data[at + 2]));
        }
        const lightness = (colour) => Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number));
        return { ink: lightness(getComputedStyle(document.querySelector("section.slide h1")).color), figures: darkest };
      });
    const paper = await onPaper(page, colours);
    assert.ok(paper.ink < 60 && paper.figures < 60, JSON.stringify(paper));
    assert.ok((await colours()).ink > 180, "the screen stays dark");
  },
  { colorScheme: "dark" },
);

story("a handout has the notes to each slide, and several slides a page", async (page) => {
  const talk = "# Talk\n\n<!-- Say hello. -->\n\n---\n\n## Points\n\n* one\n* two\n\n---\n\n## End\n\ntext";
  await page.route("**/lessons/talk.md", (route) => route.fulfill({ body: talk, contentType: "text/plain" }));
  await page.route("**/lessons/talk.md.json", (route) => route.fulfill({ status: 404 }));
  await page.addInitScript(() => {
    globalThis.printed = [];
    globalThis.print = () => {
      dispatchEvent(new Event("beforeprint"));
      globalThis.printed.push([...document.querySelectorAll(".notes")].map((notes) => notes.textContent));
      globalThis.form = document.documentElement.dataset.printing;
    };
  });
  await page.goto(`${URL_OF_PAGE}?lesson=talk`);
  await opened(page);
  await button(page, "Print").click();
  await page.getByRole("dialog").getByRole("button", { name: /^Handout/ }).click();
  await page.waitForFunction(() => globalThis.printed.length === 1);
  assert.deepEqual(await page.evaluate(() => [globalThis.printed[0], globalThis.form]), [["Say hello."], "handout"]);
  await page.emulateMedia({ media: "print" });
  const { pages } = await pdf(page, "handout");
  assert.equal(pages, 1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction(() => !document.querySelector(".notes"));
  await button(page, "Print").click();
  await page.getByRole("dialog").getByRole("button", { name: /^Slides/ }).click();
  await page.waitForFunction(() => globalThis.printed.length === 2);
  assert.deepEqual(await page.evaluate(() => [globalThis.printed[1], globalThis.form]), [[], "slides"]);
});
