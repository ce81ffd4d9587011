// A student opens what they have: a notebook's file, one that is dropped, an address, a pasted text. It is kept, and leaves.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, cells, code, execute, opened, output, waitForKernel, write } from "./page.mjs";
import { picture, PHONE, pytorch, story } from "./support.mjs";

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "python3", display_name: "Python 3", language: "python" }, colab: { provenance: [] } },
  cells: [
    { cell_type: "markdown", id: "a1", metadata: {}, source: "# My first network\n\nSome words." },
    { cell_type: "code", id: "a2", metadata: { tags: ["keep"] }, execution_count: 3, source: "1 + 1", outputs: [{ output_type: "execute_result", execution_count: 3, metadata: {}, data: { "text/plain": "2" } }] },
    { cell_type: "code", id: "a3", metadata: {}, execution_count: null, source: "import torch\ntorch.ones(2)", outputs: [] },
  ],
});
const DECK = "---\nmarp: true\ntitle: Brought\n---\n\n# Brought\n\n```python\nprint('from a deck')\n```\n";

const library = async (page) => {
  const panel = page.getByRole("dialog", { name: "Library" });
  if (!(await panel.isVisible())) await button(page, "Library").click();
  await panel.locator(".library").first().waitFor();
  return panel;
};

/** Does what opens a notebook, and waits for it. */
async function arrive(page, act) {
  await Promise.all([page.waitForURL(/[?]own=/), act()]);
  await opened(page);
}

const title = (page) => page.locator(".bar .title").innerText();

const drop = (page, name, text) =>
  page.evaluate(([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);

/** Chooses a file from the library, as from the computer. */
async function choose(page, name, text) {
  const panel = await library(page);
  const chosen = page.waitForEvent("filechooser");
  await panel.getByRole("button", { name: /^Open a file/ }).click();
  await (await chosen).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

story("a notebook's file opens, shows what it held, is edited, outlives a reload and goes home unharmed", async (page) => {
  await arrive(page, () => choose(page, "first.ipynb", NOTEBOOK));
  assert.equal(await title(page), "My first network");
  assert.equal(await cells(page).count(), 2);
  assert.equal(await output(cell(page, 0)), "2", "as the file has it");
  await waitForKernel(page, "ready");
  assert.equal(await execute(cell(page, 1), "import torch\ntorch.ones(2)"), "tensor([1., 1.])");
  await write(cell(page, 1), "torch.zeros(3)");
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  assert.equal(await code(cell(page, 1)), "torch.zeros(3)");
  await picture(page, "brought");
  await button(page, "Notebook").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("dialog").getByRole("button", { name: /^Notebook/ }).click()]);
  const path = await download.path();
  const saved = JSON.parse(await readFile(path, "utf8"));
  assert.deepEqual(saved.metadata.colab, { provenance: [] });
  assert.deepEqual([saved.cells[1].metadata.tags, saved.cells[1].id], [["keep"], "a2"]);
  assert.equal([saved.cells[2].source].flat().join(""), "torch.zeros(3)");
  assert.equal(pytorch("import nbformat, sys\nnbformat.validate(nbformat.read(sys.argv[1], 4))\nprint('valid')", path), "valid");
});

story("the same file leads to the same notebook, and a copy of it stands by itself", async (page) => {
  await arrive(page, () => choose(page, "deck.md", DECK));
  const address = page.url();
  await write(cell(page, 0), "mine = 1");
  await page.waitForTimeout(800);
  await page.goto(URL_OF_PAGE);
  await opened(page);
  await arrive(page, () => choose(page, "deck.md", DECK));
  assert.equal(page.url(), address);
  assert.equal(await code(cell(page, 0)), "mine = 1");
  const panel = await library(page);
  await Promise.all([page.waitForURL((url) => url.href !== address), panel.getByRole("button", { name: /^Duplicate/ }).click()]);
  await opened(page);
  assert.equal(await code(cell(page, 0)), "mine = 1");
  await (await library(page)).getByRole("button", { name: "Delete Brought" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await page.getByRole("button", { name: "Delete Brought" }).waitFor({ state: "detached" });
  await page.reload();
  await opened(page);
  assert.equal(await code(cell(page, 0)), "mine = 1", "what both were opened from is kept for the copy");
});

story("a file that is dropped is opened, or put among the files, as the student says", async (page) => {
  await waitForKernel(page, "ready");
  await drop(page, "data.md", DECK);
  await page.getByRole("alert").getByRole("button", { name: "Put it among the files" }).click();
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("data.md is among the files now."));
  assert.equal(await execute(cell(page, 0), "import os; print(os.listdir())"), "['data.md']");
  await drop(page, "first.ipynb", NOTEBOOK);
  await arrive(page, () => page.getByRole("alert").getByRole("button", { name: "Open it" }).click());
  assert.equal(await title(page), "My first network");
});

story("an address opens what lies there, GitHub's pages too", async (page) => {
  await page.route("https://raw.githubusercontent.com/**", (route) =>
    route.fulfill({ body: route.request().url().endsWith("/someone/course/main/week%201/first.ipynb") ? NOTEBOOK : "", headers: { "access-control-allow-origin": "*" } }));
  const there = "https://github.com/someone/course/blob/main/week%201/first.ipynb";
  await arrive(page, () => page.goto(`${URL_OF_PAGE}?open=${encodeURIComponent(there)}`));
  assert.equal(await title(page), "My first network");
  await page.goto(`${URL_OF_PAGE}?open=${encodeURIComponent("nowhere/deck.md")}`);
  const said = page.getByRole("alert");
  await said.waitFor();
  assert.match(await said.innerText(), /There is no file at nowhere\/deck\.md: the server answered 404/);
});

story("a text is pasted and opened; what is none says so, and nothing is lost", async (page) => {
  const panel = await library(page);
  const field = panel.getByRole("textbox", { name: "Address or text of a notebook" });
  await field.fill('{"cells": [');
  await panel.getByRole("button", { name: "Open", exact: true }).click();
  await panel.locator(".said:not(:empty)").waitFor();
  assert.match(await panel.locator(".said").innerText(), /does not open/);
  await field.fill(NOTEBOOK);
  await arrive(page, () => panel.getByRole("button", { name: "Open", exact: true }).click());
  assert.equal(await title(page), "My first network");
});

story("on a phone a file is opened from the outline's library", async (page) => {
  await button(page, "Outline").click();
  await page.getByRole("dialog").getByRole("button", { name: "Library" }).click();
  const panel = page.getByRole("dialog", { name: "Library" });
  await panel.locator(".library").first().waitFor();
  await picture(page, "library-phone");
  const chosen = page.waitForEvent("filechooser");
  await arrive(page, async () => {
    await panel.getByRole("button", { name: /^Open a file/ }).click();
    await (await chosen).setFiles({ name: "first.ipynb", mimeType: "text/plain", buffer: Buffer.from(NOTEBOOK) });
  });
  assert.equal(await title(page), "My first network");
}, { viewport: PHONE, hasTouch: true });

story("a link to what was opened holds the file, too", async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await arrive(page, () => choose(page, "first.ipynb", NOTEBOOK));
  await write(cell(page, 0), "print('changed')");
  await button(page, "Notebook").click();
  await page.getByRole("dialog").getByRole("button", { name: /^Link/ }).click();
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("link is copied"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await page.context().browser().newContext({ serviceWorkers: "block" });
  try {
    const friend = await other.newPage();
    await arrive(friend, () => friend.goto(link));
    assert.equal(await title(friend), "My first network (from a link)");
    assert.deepEqual([await code(cell(friend, 0)), await code(cell(friend, 1))], ["print('changed')", "import torch\ntorch.ones(2)"]);
  } finally {
    await other.close();
  }
});
