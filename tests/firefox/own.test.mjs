// The way of a student's own notebook, in Firefox: opened, added to, completed, run, kept over a reload, and taken home.

import assert from "node:assert/strict";

import { execute, output, press, reload, states, story, until, waitForKernel, write } from "./page.mjs";

const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { colab: { provenance: [] } },
  cells: [
    { cell_type: "markdown", id: "a1", metadata: {}, source: "# Brought" },
    { cell_type: "code", id: "a2", metadata: {}, execution_count: 3, source: "import torch", outputs: [{ output_type: "stream", name: "stdout", text: "as before\n" }] },
  ],
});

const drop = (page, name, text) =>
  page.evaluate((name, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, name, text);

const cellCount = (page, wanted) => until(page, (wanted) => document.querySelectorAll("[data-cell]").length === wanted, wanted);

story("a notebook is opened, added to, completed, run, kept, and taken home", async (page) => {
  await waitForKernel(page, "ready");
  await drop(page, "mine.ipynb", NOTEBOOK);
  await press(page, "Open it");
  await until(page, () => location.search.startsWith("?own=") && document.querySelector("#deck[data-whole]") !== null);
  await waitForKernel(page, "ready");
  assert.equal(await output(page, 0), "as before");
  await execute(page, 0, "import torch");
  await press(page, "Add code below cell 1");
  await cellCount(page, 2);
  await until(page, () => Boolean(document.activeElement?.closest(".cm-content")));
  await page.keyboard.type("torch.one");
  await page.waitForSelector(".cm-tooltip-autocomplete");
  await page.keyboard.press("Tab");
  await page.keyboard.type("(2)");
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await until(page, () => document.querySelectorAll("[data-cell]")[1].dataset.state === "done");
  assert.equal(await output(page, 1), "tensor([1., 1.])");
  await new Promise((turn) => setTimeout(turn, 1000));
  await reload(page);
  assert.equal(await output(page, 1), "tensor([1., 1.])");
  await waitForKernel(page, "ready");
  await write(page, 0, "import torch  # mine");
  // What the browser is given to save is looked at before it takes it.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => (window.saved = text));
      return make.call(URL, blob);
    };
  });
  await press(page, "Notebook");
  await page.evaluate(() => [...document.querySelectorAll("dialog[open] button")].find((button) => button.textContent.startsWith("Notebook (.ipynb)")).click());
  await until(page, () => Boolean(window.saved));
  const saved = JSON.parse(await page.evaluate(() => window.saved));
  assert.deepEqual(saved.metadata.colab, { provenance: [] });
  assert.deepEqual(saved.cells.map((cell) => [cell.cell_type, [cell.source].flat().join("")]), [["markdown", "# Brought"], ["code", "import torch  # mine"], ["code", "torch.ones(2)"]]);
  assert.equal((await states(page)).length, 2);
});
