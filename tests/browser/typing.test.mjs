// A student types: the page knows what may follow, what a call takes, and what there is to read on a name.

import assert from "node:assert/strict";

import { cell, execute, waitForKernel, waitForState, withEditor } from "./page.mjs";
import { picture, story } from "./support.mjs";

/** How long a list may take to come, with as many names in the session as a long lesson has; twice that beside other work. */
const LONGEST = 100;

const editor = (page, index) => cell(page, index).locator(".cm-content");
const list = (page) => page.locator(".cm-tooltip-autocomplete");
const option = (page, text) => list(page).getByRole("option", { name: text });

/** Empties a cell's editor, and types. */
async function type(page, index, text) {
  await editor(page, index).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text, { delay: 30 });
}

const code = (page, index) => editor(page, index).innerText();

story("names of the session and attributes come as one types, and Tab takes the first", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "import torch\nlearning_rate = 0.1\nmodel = torch.nn.Linear(3, 2)");
  await type(page, 0, "learn");
  await option(page, /learning_rate/).waitFor();
  await page.keyboard.press("Tab");
  assert.equal((await code(page, 0)).trim(), "learning_rate");
  await type(page, 0, "model.we");
  await option(page, /weight/).waitFor();
  await picture(page, "completion");
  await page.keyboard.press("Tab");
  assert.equal((await code(page, 0)).trim(), "model.weight");
  await type(page, 0, "torch.nn.Linear(3, 2, bi");
  await option(page, /bias=/).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await list(page).count(), 0);
});

story("Enter ends the line, whatever the list offers", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "xs = [1, 2]\nx_long = 3");
  await type(page, 0, "x");
  await option(page, /xs/).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("y = 1");
  assert.match(await code(page, 0), /^x\n+y = 1/);
});

story("a call shows what it takes, with the argument that is being written", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), 'def train(model, epochs=3, rate=0.1):\n    """Fits a line. Slowly."""');
  await type(page, 0, "train(");
  const call = page.locator(".cm-call");
  await call.getByText("Fits a line.").waitFor();
  assert.equal(await call.locator("b").innerText(), "model");
  await page.keyboard.type("m, ");
  await page.waitForFunction(() => document.querySelector(".cm-call b")?.textContent === "epochs=3");
  await picture(page, "signature");
  await page.keyboard.press("Escape");
  await call.waitFor({ state: "detached" });
  await type(page, 0, "train");
  await page.keyboard.press("Shift+Tab");
  await page.locator(".cm-documentation").getByText("Fits a line. Slowly.").waitFor();
  await page.keyboard.press("Escape");
  await execute(cell(page, 0), "from torch import nn");
  await type(page, 0, "nn.Linear");
  await page.keyboard.press("Shift+Tab");
  const address = page.locator(".cm-documentation a");
  await address.waitFor();
  assert.equal(await address.getAttribute("href"), "https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html");
  await picture(page, "documentation");
});

story("while a cell runs, words of the cell and the names of before are offered, and nothing waits", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 1), "learned_before = 1");
  await type(page, 0, "lear");
  await option(page, /^learned_before/).waitFor();
  await page.waitForTimeout(500);
  await type(page, 0, "import time\nwhile True: time.sleep(0.01)");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await waitForState(cell(page, 0), "running");
  await editor(page, 0).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nti");
  await option(page, /^time/).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.type("\nlearned_be");
  await option(page, /^learned_before/).waitFor();
});

story("a list of 500 names comes at once", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "for i in range(500):\n    globals()[f'name_{i}'] = i");
  await type(page, 0, "name");
  await option(page, /name_0/).waitFor();
  const times = [];
  for (let round = 0; round < 12; round++) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Backspace");
    await list(page).waitFor({ state: "detached" });
    times.push(
      await page.evaluate(async () => {
        const began = performance.now();
        const shown = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector(".cm-tooltip-autocomplete")) return;
            observer.disconnect();
            resolve();
          }).observe(document.body, { childList: true, subtree: true });
        });
        document.execCommand("insertText", false, "e");
        await shown;
        return performance.now() - began;
      }),
    );
  }
  const median = times.toSorted((a, b) => a - b)[times.length >> 1];
  console.log(`a list of 500 names: ${median.toFixed(0)} ms in the median, of ${times.map((time) => time.toFixed(0)).join(", ")}`);
  // CodeMirror itself waits 100 ms for more letters.
  assert.ok(median < 100 + LONGEST, `${median} ms`);
});

story("what Python cannot read is underlined before it runs, once the line is left, and so is what is hardly meant", async (page) => {
  await waitForKernel(page, "ready");
  await withEditor(cell(page, 0));
  await type(page, 0, "for i in range(3)");
  await page.waitForTimeout(1500);
  assert.equal(await page.locator(".cm-problem").count(), 0, "the line is still being written");
  await page.keyboard.press("Enter");
  const problem = page.locator(".cm-problem");
  await problem.waitFor();
  assert.equal(await problem.getAttribute("title"), "SyntaxError: expected ':'");
  await picture(page, "problem");
  await type(page, 0, "while True:\nloss.backward()\noptimizer.step()");
  const hint = page.locator(".cm-hint");
  await hint.waitFor();
  assert.equal(await hint.textContent(), "loss.backward()");
  assert.match(await hint.getAttribute("title"), /^Gradients add up from step to step/);
  await problem.waitFor({ state: "detached" });
  await type(page, 0, "rate_here = 1\nprint(rate_nowhere, sum, len)\nweight");
  assert.equal(await hint.textContent(), "rate_nowhere", "what other cells name may be theirs");
  assert.match(await hint.getAttribute("title"), /^No cell makes rate_nowhere/);
  await type(page, 0, "%timeit 1\n!ls\nx = 1");
  await hint.waitFor({ state: "detached" });
  await page.waitForTimeout(1000);
  assert.equal(await problem.count(), 0, "lines of IPython's own are no errors");
});
