// A student makes the lesson a notebook of their own: cells added, moved, split, merged, deleted and had back again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { button, cell, cells, code, execute, opened, output, runAll, states, waitForKernel, waitForState, withEditor, write } from "./page.mjs";
import { PHONE, picture, pytorch, story } from "./support.mjs";

const ids = (page) => cells(page).evaluateAll((all) => all.map((each) => each.dataset.cell));
const focused = (page) => page.evaluate(() => document.activeElement?.dataset.cell);

/** Gives the focus to a cell as a whole, as Escape does from its editor. */
async function select(page, cell) {
  await withEditor(cell);
  await cell.locator(".cm-content").click();
  await page.keyboard.press("Escape");
  await page.waitForFunction((id) => document.activeElement?.dataset.cell === id, await cell.getAttribute("data-cell"));
}

/** Waits until there are so many cells. */
const count = (page, wanted) => page.waitForFunction((wanted) => document.querySelectorAll("[data-cell]").length === wanted, wanted);

/** Presses keys one after the other, waiting until `wanted` cells are there. */
async function press(page, keys, wanted) {
  for (const key of keys) await page.keyboard.press(key);
  if (wanted !== undefined) await count(page, wanted);
}

/** Chooses from the panel of a cell. */
async function choose(page, cell, id) {
  await cell.hover();
  await cell.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("dialog").locator(`[data-command="${id}"]`).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

story("a cell is added below another, runs in its place, and is there after a reload", async (page) => {
  const before = await ids(page);
  await cell(page, 0).hover();
  await page.getByRole("button", { name: "Add code below cell 1", exact: true }).click();
  await count(page, before.length + 1);
  await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
  await page.keyboard.type("mine = 6 * 7\nmine");
  assert.equal(await cell(page, 1).getAttribute("aria-label"), "Cell 2");
  assert.equal(await cell(page, 2).getAttribute("aria-label"), "Cell 3", "the cells after it are numbered anew");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 1), "done");
  assert.equal(await output(cell(page, 1)), "42");
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  const after = await ids(page);
  assert.deepEqual([after[0], ...after.slice(2)], before);
  assert.equal(await code(cell(page, 1)), "mine = 6 * 7\nmine");
  assert.equal(await output(cell(page, 1)), "42", "with what it showed");
});

story("cells are added, cut, pasted, moved, split, merged and deleted by keys, and all of it is undone", async (page) => {
  const before = await ids(page);
  const sources = await Promise.all([0, 1].map((index) => code(cell(page, index))));
  const all = before.length;
  await select(page, cell(page, 0));
  await press(page, ["b"], all + 1);
  await press(page, ["a"], all + 2);
  await press(page, ["Enter"]);
  await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
  await page.keyboard.type("one = 1\ntwo = 2");
  await press(page, ["Home", "ControlOrMeta+Shift+Minus"], all + 3);
  assert.equal(await code(cell(page, 1)), "one = 1");
  assert.equal(await code(cell(page, 2)), "two = 2");
  await select(page, cell(page, 1));
  await press(page, ["Shift+M"], all + 2);
  assert.equal(await code(cell(page, 1)), "one = 1\ntwo = 2");
  const [, mine] = await ids(page);
  await press(page, ["x"], all + 1);
  await press(page, ["v"], all + 2);
  const pasted = await focused(page);
  assert.notEqual(pasted, mine);
  assert.equal(await code(page.locator(`[data-cell="${pasted}"]`)), "one = 1\ntwo = 2");
  const at = (await ids(page)).indexOf(pasted);
  await press(page, ["ControlOrMeta+Shift+ArrowUp"]);
  await page.waitForFunction(([id, at]) => document.querySelectorAll("[data-cell]")[at]?.dataset.cell === id, [pasted, at - 1]);
  assert.equal(await focused(page), pasted, "the focus stays with it");
  await press(page, ["d", "d"], all + 1);
  for (let step = 0; step < 12 && (await ids(page)).length !== all; step += 1) await press(page, ["z"]);
  await page.waitForFunction((all) => document.querySelectorAll("[data-cell]").length === all, all);
  for (let step = 0; step < 3; step += 1) await press(page, ["z"]);
  assert.deepEqual(await ids(page), before);
  assert.deepEqual(await Promise.all([0, 1].map((index) => code(cell(page, index)))), sources);
  await press(page, ["Shift+Z"], all + 1);
});

story("several cells are taken by Shift and an arrow: run, moved, deleted and had back together", async (page) => {
  await execute(cell(page, 0), "one = 1");
  const before = await ids(page);
  await select(page, cell(page, 0));
  await press(page, ["b", "b"], before.length + 2);
  const added = (await ids(page)).slice(1, 3);
  await write(cell(page, 1), "two = one + 1\ntwo");
  await write(cell(page, 2), "two + 1");
  await select(page, cell(page, 1));
  await press(page, ["Shift+ArrowDown"]);
  const chosen = () => page.locator("[data-selected]").evaluateAll((all) => all.map((each) => each.dataset.cell));
  await page.waitForFunction(() => document.querySelectorAll("[data-selected]").length === 2);
  assert.deepEqual(await chosen(), added);
  await press(page, ["Control+Enter"]);
  await waitForState(cell(page, 2), "done");
  assert.deepEqual([await output(cell(page, 1)), await output(cell(page, 2))], ["2", "3"]);
  await press(page, ["Control+Shift+ArrowUp"]);
  await page.waitForFunction((first) => document.querySelector("[data-cell]").dataset.cell === first, added[0]);
  assert.deepEqual((await ids(page)).slice(0, 3), [...added, before[0]]);
  // A cell that was moved gets its focus back in the next frame.
  await page.waitForFunction(() => document.activeElement.closest("[data-cell]"));
  await press(page, ["Shift+m"], before.length + 1);
  assert.equal(await code(cell(page, 0)), "two = one + 1\ntwo\ntwo + 1");
  await press(page, ["z", "z"]);
  await page.waitForFunction((first) => document.querySelector("[data-cell]").dataset.cell === first, before[0]);
  await select(page, cell(page, 1));
  await press(page, ["Shift+j", "d", "d"], before.length);
  assert.deepEqual(await ids(page), before);
  await press(page, ["z"], before.length + 2);
  assert.deepEqual((await ids(page)).slice(1, 3), added);
});

story("the lesson is reset as a whole, and that can be undone", async (page) => {
  const before = await ids(page);
  const original = await code(cell(page, 0));
  await write(cell(page, 0), "changed = 1");
  await select(page, cell(page, 1));
  await press(page, ["b"], before.length + 1);
  await select(page, cell(page, 3));
  await press(page, ["d", "d"], before.length);
  await button(page, "Notebook").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset the lesson" }).click();
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("as its author has it"));
  assert.deepEqual(await ids(page), before);
  assert.equal(await code(cell(page, 0)), original);
  await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction((first) => document.querySelectorAll("[data-cell]")[2].dataset.cell !== first, before[2]);
  assert.equal(await code(cell(page, 0)), "changed = 1");
  await button(page, "Notebook").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset the lesson" }).click();
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  assert.deepEqual(await ids(page), before);
  assert.equal(await code(cell(page, 0)), original);
});

story("a text is written in Markdown, read when it is left, and becomes code and text again", async (page) => {
  const before = (await ids(page)).length;
  await cell(page, 0).hover();
  await page.getByRole("button", { name: "Add text below cell 1", exact: true }).click();
  await count(page, before + 1);
  const text = page.locator('[data-kind="markdown"]');
  await page.waitForFunction(() => document.activeElement?.closest(".text-cell .cm-content"));
  await page.keyboard.type("## My notes\n\nThe slope is $w$, **not** `b`. <img src=x onerror=\"window.ran = 1\">");
  await text.locator("h2").waitFor();
  assert.equal(await text.locator(".cm-editor").count(), 1, "it is shown below while it is written");
  await page.keyboard.press("Shift+Enter");
  await text.locator(".cm-editor").waitFor({ state: "detached" });
  assert.equal(await text.locator("strong").innerText(), "not");
  await text.locator("math").waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  await text.locator("h2").waitFor();
  await text.locator("h2").dblclick();
  await page.waitForFunction(() => document.activeElement?.closest(".text-cell .cm-content"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches(".text-cell"));
  await page.keyboard.press("y");
  await text.waitFor({ state: "detached" });
  assert.match(await code(cell(page, 1)), /^## My notes/);
  assert.equal(await cell(page, 1).getAttribute("aria-label"), "Cell 2");
  await select(page, cell(page, 1));
  await page.keyboard.press("m");
  await text.waitFor();
});

story("what is taken home has my cells and what they showed, and Jupyter's nbformat finds it valid", async (page) => {
  await waitForKernel(page, "ready");
  await cell(page, 0).hover();
  await page.getByRole("button", { name: "Add code below cell 1", exact: true }).click();
  await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
  await execute(cell(page, 1), "import torch\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('mine', torch.arange(3).sum().item())");
  const saved = async (name) => {
    await button(page, "Notebook").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog").getByRole("button", { name }).click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  const notebook = await saved(/\.ipynb/);
  assert.equal(notebook.name, "straight-line.ipynb");
  const { cells: written } = JSON.parse(await readFile(notebook.path, "utf8"));
  const mine = written.find(({ source }) => source.join("").startsWith("import torch\nimport matplotlib"));
  assert.deepEqual(mine.outputs.map(({ output_type }) => output_type), ["display_data", "stream"]);
  assert.ok(mine.outputs[0].data["image/png"]);
  assert.deepEqual(mine.outputs[1].text, ["mine 3\n"]);
  assert.equal(pytorch("import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], 4)); print('valid')", notebook.path), "valid");
  const program = await saved(/\.py/);
  assert.match(await readFile(program.path, "utf8"), /^print\('mine', torch\.arange\(3\)\.sum\(\)\.item\(\)\)$/m);
  const deck = await saved(/\.md/);
  const author = await readFile(new URL("../../www/lessons/straight-line.md", import.meta.url), "utf8");
  const text = await readFile(deck.path, "utf8");
  assert.equal(text.replace(/```python\nimport torch\nimport matplotlib[^]*?```\n\n/, "").replace(/\n{3,}/g, "\n\n"), author.replace(/\n{3,}/g, "\n\n"));
});

story("the palette finds a command, and a cell's panel has those of the cell", async (page) => {
  const before = (await ids(page)).length;
  await select(page, cell(page, 0));
  await page.keyboard.press("h");
  const panel = page.getByRole("dialog", { name: "Commands" });
  await panel.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches(".find-command"));
  assert.ok((await panel.locator("kbd").count()) > 20, "the keys are listed");
  await page.keyboard.type("dupl");
  await page.keyboard.press("Enter");
  await count(page, before + 1);
  assert.equal(await code(cell(page, 1)), await code(cell(page, 0)));
  await choose(page, cell(page, 1), "move-down");
  await choose(page, cell(page, 1), "delete");
  await count(page, before);
  await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
  await count(page, before + 1);
});

story("on a phone a cell is added and deleted with the thumb", async (page) => {
  const before = (await ids(page)).length;
  await withEditor(cell(page, 0));
  await cell(page, 0).locator(".cm-content").tap();
  await page.getByRole("button", { name: "Add code below cell 1", exact: true }).tap();
  await count(page, before + 1);
  await page.waitForFunction(() => document.activeElement?.closest(".cm-content"));
  await page.keyboard.type("1 + 1");
  await cell(page, 1).getByRole("button", { name: "Run cell 2" }).tap();
  await waitForState(cell(page, 1), "done");
  assert.equal(await output(cell(page, 1)), "2");
  await cell(page, 1).getByRole("button", { name: /^More for/ }).tap();
  await page.getByRole("dialog").locator('[data-command="delete"]').tap();
  await count(page, before);
}, { viewport: PHONE, hasTouch: true, isMobile: true });

story("all cells run in the order of the page, my own among them", async (page) => {
  const before = (await ids(page)).length;
  await select(page, cell(page, 0));
  await press(page, ["b"], before + 1);
  await write(cell(page, 1), "print('second')");
  const all = await runAll(page);
  assert.ok(all.every((state) => state === "done"), String(await states(page)));
  assert.equal(await output(cell(page, 1)), "second");
  const counts = await page.locator(".count").allTextContents();
  assert.deepEqual(counts, counts.map((_, index) => `[${index + 1}]`));
});

story("a cell is dragged beside another, and back by undo; a number makes it a heading", async (page) => {
  await waitForKernel(page, "ready");
  const ids = () => cells(page).evaluateAll((all) => all.slice(0, 3).map((each) => each.dataset.cell));
  const [first, second] = await ids();
  await withEditor(cell(page, 0));
  const { height } = await cell(page, 1).boundingBox();
  await cell(page, 0).locator(".count").dragTo(cell(page, 1), { targetPosition: { x: 200, y: height - 10 } });
  await page.waitForFunction((first) => document.querySelectorAll("[data-cell]")[1].dataset.cell === first, first);
  assert.deepEqual((await ids()).slice(0, 2), [second, first]);
  assert.equal(await page.locator("[data-drop]").count(), 0);
  await page.keyboard.press("z");
  await page.waitForFunction((first) => document.querySelectorAll("[data-cell]")[0].dataset.cell === first, first);
  await write(cell(page, 0), "Data");
  await select(page, cell(page, 0));
  await page.keyboard.press("2");
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("heading", { name: "Data", exact: true, level: 2 }).waitFor();
}, { viewport: { width: 1280, height: 1700 } });

story("what was changed stands beside the author's", async (page) => {
  const before = await code(cell(page, 0));
  await write(cell(page, 0), `${before}\nmine = 1`);
  await button(page, "Compare cell 1 with the deck's").click();
  const rows = cell(page, 0).locator("[data-compared] tbody tr");
  assert.equal(await rows.count(), before.split("\n").length + 1);
  assert.deepEqual(await rows.last().locator("td").evaluateAll((all) => all.map((each) => [each.className, each.textContent])), [["none", ""], ["other", "mine = 1"]]);
  assert.deepEqual(await rows.first().locator("td").evaluateAll((all) => all.map((each) => each.className)), ["same", "same"]);
  await picture(page, "compared");
  await button(page, "Reset cell 1 to the deck's code").click();
  await rows.first().waitFor({ state: "detached" });
});

story("code is shown with guides, and larger, and so it is at the next visit", async (page) => {
  const size = () => cell(page, 0).locator(".cm-scroller, pre").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const choose = async (words) => {
    await page.keyboard.press("F1");
    await page.getByRole("searchbox").fill(words);
    await page.keyboard.press("Enter");
  };
  const becomes = async (wanted) => {
    while (Math.abs((await size()) / wanted - 1) > 0.01) await page.waitForTimeout(100);
  };
  await write(cell(page, 0), "def f():\n    if True:\n        return 1");
  const before = await size();
  await choose("larger letters");
  await choose("larger letters");
  await choose("guides");
  await becomes(before * 1.2);
  const depths = await cell(page, 0).locator(".cm-line").evaluateAll((lines) => lines.map((line) => line.style.getPropertyValue("--indent").trim()));
  assert.deepEqual(depths, ["", "4", "8"]);
  const guided = cell(page, 0).locator(".cm-line").nth(2);
  assert.match(await guided.evaluate((line) => getComputedStyle(line).backgroundImage), /repeating-linear-gradient/);
  await picture(page, "guides");
  await page.reload();
  await opened(page);
  await becomes(before * 1.2);
});
