// A student gives a notebook away: as a page that needs nothing, as a link that holds it, and a figure as a picture.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, code, execute, opened, states, waitForKernel, write } from "./page.mjs";
import { story } from "./support.mjs";

const DRAWS = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('mine', 6 * 7)";

const choose = async (page, name) => {
  await button(page, "Notebook").click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
};

story("the page that is taken home shows text, code, outputs and figures, and runs nothing", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), DRAWS);
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, /^Page/)]);
  assert.equal(download.suggestedFilename(), "straight-line.html");
  const html = await readFile(await download.path(), "utf8");
  assert.doesNotMatch(html, /<script|<button|src="lessons/);
  const alone = await page.context().newPage();
  await alone.setContent(html);
  assert.equal(await alone.title(), "A straight line, learned");
  const first = alone.locator("section.cell").first();
  assert.match(await first.locator("pre").first().innerText(), /^import matplotlib\.pyplot as plt\nplt\.plot/);
  assert.ok((await first.locator(".tok-keyword").count()) > 0, "in colours");
  assert.ok((await first.locator("img").evaluate((picture) => picture.naturalWidth)) > 100, "with its figure");
  assert.match(await first.innerText(), /mine 42/);
  assert.ok((await alone.locator("math").count()) > 0);
});

story("a link holds the notebook with my cells; who opens it gets a copy, and nothing runs", async (page, context) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await write(cell(page, 0), "print('from a friend')");
  await choose(page, /^Link/);
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("link is copied"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.length < 1000, `${link.length} characters for one cell`);
  const other = await page.context().browser().newContext({ serviceWorkers: "block" });
  try {
    const friend = await other.newPage();
    await friend.goto(link);
    await friend.waitForURL(/[?]own=/);
    await opened(friend);
    assert.equal(await friend.locator(".bar .title").innerText(), "A straight line, learned (from a link)");
    assert.equal(await code(cell(friend, 0)), "print('from a friend')");
    await waitForKernel(friend, "ready");
    assert.ok((await states(friend)).every((state) => state === "new"), "nothing has run");
    await write(cell(friend, 0), "mine = 1");
    await friend.waitForTimeout(800);
    await friend.goto("about:blank");
    await friend.goto(link);
    await friend.waitForURL(/[?]own=/);
    await opened(friend);
    assert.equal(await code(cell(friend, 0)), "mine = 1", "the same link leads to the same notebook");
  } finally {
    await other.close();
  }
  context.diagnostic(`${link.length} characters`);
});

story("what is too long for a link is said to be", async (page) => {
  await write(cell(page, 0), Array.from({ length: 4000 }, (_, index) => `x${index} = ${Math.sin(index)}`).join("\n"));
  await choose(page, /^Link/);
  await page.getByText("too long for a link").waitFor();
});

story("a damaged link says so, and leaves nothing behind", async (page) => {
  await page.goto("about:blank");
  await page.goto(`${URL_OF_PAGE}#share=AAAA`);
  await page.getByText("This link is damaged").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("own-"))), []);
});

story("a figure is saved as dots, as strokes, and copied", async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), DRAWS);
  await cell(page, 0).locator("canvas").hover();
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).first().click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const dots = await saved("Save the figure as PNG");
  assert.equal(dots.name, "figure.png");
  assert.equal(dots.bytes.subarray(1, 4).toString(), "PNG");
  const strokes = await saved("Save the figure as SVG");
  assert.equal(strokes.name, "figure.svg");
  assert.match(strokes.bytes.toString(), /^<svg [^]*<(polyline|path|line)[^]*<\/svg>\s*$/);
  await button(page, "Copy the figure").first().click();
  await page.getByText("The figure is copied.").waitFor({ state: "attached" });
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  assert.deepEqual(types, ["image/png"]);
});
