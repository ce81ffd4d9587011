// A student or lecturer makes slides of their own in the outline, moves them and deletes them; all of it can be undone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { button, cell, execute, opened, output, waitForKernel } from "./page.mjs";
import { PHONE, story } from "./support.mjs";

/** The first slides, by the names that screen readers say. */
const slides = (page, count = 5) =>
  page.locator("section.slide").evaluateAll((all, count) => all.slice(0, count).map((slide) => slide.ariaLabel), count);

/** Waits until these are the first slides. */
const areFirst = (page, names) =>
  page.waitForFunction(
    (names) => names.every((name, at) => document.querySelectorAll("section.slide")[at]?.ariaLabel === name),
    names,
  );

/** The cell that has the focus as a whole. */
const focused = (page) => page.evaluate(() => document.activeElement.dataset.cell);

const entry = (page, title) => page.locator(".outline li:visible").filter({ hasText: title }).first();

/** Does something with a slide by the tools below its entry. */
async function act(page, title, name) {
  const here = entry(page, title);
  const tools = here.getByRole("group", { name: "What to do with the slide" });
  if (!(await tools.isVisible())) {
    await here.hover();
    await here.getByRole("button", { name: `Add, move or delete: ${title}` }).click();
  }
  await tools.getByRole("button", { name }).click();
}

const [FIRST, SECOND, THIRD, FOURTH] = ["A straight line, learned", "How to read it", "The road ahead", "1 · Data"];

story("slides are added, moved and deleted in the outline, run, are exported, kept and undone", async (page) => {
  await waitForKernel(page, "ready");
  const before = await slides(page);
  assert.deepEqual(before.slice(0, 4), [FIRST, SECOND, THIRD, FOURTH]);
  await act(page, SECOND, "Add a slide below");
  await areFirst(page, [FIRST, SECOND, "New slide", THIRD]);
  await page.waitForFunction(() => getSelection().toString() === "New slide");
  await page.keyboard.type("Mine");
  await areFirst(page, [FIRST, SECOND, "Mine", THIRD]);
  await entry(page, "Mine").waitFor();
  for (const key of ["Escape", "b"]) {
    const before = await focused(page);
    await page.keyboard.press(key);
    await page.waitForFunction((before) => ![undefined, before].includes(document.activeElement.dataset.cell), before);
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
  await page.keyboard.type("6 * 7");
  await page.keyboard.press("ControlOrMeta+Enter");
  const mine = page.locator("section.slide").nth(2).locator("[data-cell][data-state=done]");
  await mine.waitFor();
  assert.equal(await output(mine), "42");
  await act(page, "Mine", "Move the slide up");
  await areFirst(page, [FIRST, "Mine", SECOND, THIRD]);
  await act(page, "Mine", "Move the slide up");
  await areFirst(page, ["Mine", FIRST, SECOND, THIRD]);
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Move the slide up", "which can be pressed again");
  await act(page, FOURTH, "Delete the slide");
  await page.getByText("Slide 5 is deleted, with its cells.").first().waitFor();
  assert.ok(!(await slides(page)).includes(FOURTH));
  await button(page, "Undo").click();
  await areFirst(page, ["Mine", FIRST, SECOND, THIRD, FOURTH]);
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  assert.deepEqual(await slides(page), ["Mine", FIRST, SECOND, THIRD, FOURTH], "after a reload");

  await page.keyboard.press("Control+Shift+p");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").locator('[data-command="md"]').click(),
  ]);
  const deck = await readFile(await download.path(), "utf8");
  const places = ["## Mine", "# A straight line, learned", "## How to read it"].map((line) => deck.indexOf(`\n${line}\n`));
  assert.ok(places.every((place, at) => place > (places[at - 1] ?? 0)), places.join(", "));

  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  await page.keyboard.press("Home");
  const inView = () => page.locator("section.slide[data-current]").getAttribute("aria-label");
  assert.equal(await inView(), "Mine", "slide view begins with it");
  await page.keyboard.press("PageDown");
  assert.equal(await inView(), FIRST);
});

story("keys move, add and delete the slide that has the focus; the last one stays", async (page) => {
  await waitForKernel(page, "ready");
  await entry(page, THIRD).getByRole("link").click();
  await page.waitForFunction(() => document.activeElement?.matches("section.slide"));
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await areFirst(page, [FIRST, THIRD, SECOND]);
  await page.getByRole("status").filter({ hasText: "It is slide 2 now." }).waitFor({ state: "attached" });
  await entry(page, FIRST).getByRole("link").click();
  await page.waitForFunction(() => document.activeElement?.id === "slide-1");
  await page.keyboard.press("Alt+Shift+Delete");
  await areFirst(page, [THIRD, SECOND]);
  await page.keyboard.press("Alt+Shift+N");
  await areFirst(page, [THIRD, "New slide", SECOND]);
  const all = await page.locator("section.slide").count();
  await page.keyboard.press("Escape");
  for (let left = all; left > 1; left--) {
    await page.keyboard.press("Alt+Shift+Delete");
    await page.waitForFunction((left) => document.querySelectorAll("section.slide").length === left, left - 1);
  }
  await page.keyboard.press("Alt+Shift+Delete");
  await page.getByRole("status").filter({ hasText: "it stays" }).waitFor({ state: "attached" });
  assert.equal(await page.locator("section.slide").count(), 1);
});

story("a slide is dragged to another place in the outline, with what its cells have shown", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "print('kept')");
  const home = await cell(page, 0).evaluate((cell) => cell.closest("section.slide").ariaLabel);
  await entry(page, home).getByRole("link").dragTo(entry(page, FIRST), { targetPosition: { x: 40, y: 2 } });
  await areFirst(page, [home, FIRST, SECOND]);
  assert.equal(await output(cell(page, 0)), "kept");
  await page.reload();
  await opened(page);
  await areFirst(page, [home, FIRST, SECOND]);
});

story(
  "on a phone a slide is moved and written by thumbs",
  async (page) => {
    await waitForKernel(page, "ready");
    await button(page, "Outline").tap();
    const here = entry(page, THIRD);
    await here.getByRole("button", { name: `Add, move or delete: ${THIRD}` }).tap();
    const tools = here.getByRole("group", { name: "What to do with the slide" });
    for (const tool of await tools.getByRole("button").all()) {
      const { width, height } = await tool.boundingBox();
      assert.ok(width >= 44 && height >= 44, "as large as a thumb");
    }
    await tools.getByRole("button", { name: "Move the slide up" }).tap();
    await areFirst(page, [FIRST, THIRD, SECOND]);
    await tools.getByRole("button", { name: "Add a slide below" }).tap();
    await areFirst(page, [FIRST, THIRD, "New slide", SECOND]);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
    await page.keyboard.type("On my phone");
    await areFirst(page, [FIRST, THIRD, "On my phone", SECOND]);
  },
  { viewport: PHONE, hasTouch: true, isMobile: true },
);
