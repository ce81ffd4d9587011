// A student changes code and works with the keyboard.

import assert from "node:assert/strict";

import { cell, code, execute, opened, output, restart, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

const MINE = "answer = 6 * 7\nanswer";

story("edited code survives a reload", async (page) => {
  const original = await code(cell(page, 1));
  await write(cell(page, 0), MINE);
  await page.waitForTimeout(1000);
  await page.reload();
  await opened(page);
  assert.equal(await code(cell(page, 0)), MINE);
  assert.equal(await code(cell(page, 1)), original, "a cell that was not edited is as the lesson has it");
});

story("Ctrl+Enter runs and stays, Shift+Enter runs and moves on", async (page) => {
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest("[data-cell]")?.dataset.cell ?? null);
  const id = (index) => cell(page, index).getAttribute("data-cell");

  assert.equal(await execute(cell(page, 0), MINE), "42");
  assert.equal(await focused(), await id(0));

  await write(cell(page, 1), "print(answer + 1)");
  await page.keyboard.press("Shift+Enter");
  await waitForState(cell(page, 1), "done");
  assert.equal(await output(cell(page, 1)), "43");
  assert.equal(await focused(), await id(2));
});

story("what is echoed is what Jupyter echoes", async (page) => {
  assert.equal(await execute(cell(page, 0), "'text'"), "'text'");
  assert.equal(await execute(cell(page, 0), "None"), "");
  assert.equal(await execute(cell(page, 0), "'text';"), "");
  assert.equal(await execute(cell(page, 0), "print(1)\n2"), "1\n2");
});

story("Restart forgets the variables and keeps the text", async (page) => {
  await execute(cell(page, 0), MINE);
  await restart(page);
  await page.waitForFunction(() => document.documentElement.dataset.kernel === "ready");
  assert.equal(await code(cell(page, 0)), MINE);
  assert.match(await execute(cell(page, 1), "answer", "failed"), /NameError: name 'answer' is not defined/);
});

story("Python's indentation is kept by Enter", async (page) => {
  await write(cell(page, 0), "");
  await page.keyboard.type("for i in range(2):\nprint(i)");
  assert.equal(await code(cell(page, 0)), "for i in range(2):\n    print(i)");
});
