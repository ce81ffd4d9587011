// Something goes wrong: in a cell, or in the whole kernel.

import assert from "node:assert/strict";

import { button, cell, execute, kernelState, output, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

story("an error shows its traceback and the next cell still runs", async (page) => {
  const shown = await execute(cell(page, 0), "kept = 1\ndef half(x):\n    return x / nothing\nhalf(2)", "failed");
  assert.match(shown, /line 3/, "the line of the error");
  assert.match(shown, /line 4/, "the line of the call");
  assert.match(shown, /return x \/ nothing/, "the text of the line");
  assert.match(shown, /NameError: name 'nothing' is not defined/);
  assert.equal(await execute(cell(page, 1), "print('still here', kept)"), "still here 1");
});

story("endless recursion is an error, also through what is native, and variables live on", async (page) => {
  const recursions = [
    "def f(x):\n    return f(x)\nf(0)",
    "def f(x):\n    return sorted([1, 2], key=f)\nf(0)",
    "def f(x):\n    return list(map(f, [x]))\nf(0)",
    "class A:\n    def __repr__(self):\n        return repr([self])\nrepr(A())",
    "class A:\n    def __add__(self, other):\n        return self + other\nA() + 1",
    "def f(x):\n    return eval('f(x)', {'f': f, 'x': x})\nf(0)",
    "from torch import nn\nclass A(nn.Module):\n    def forward(self, x):\n        return self(x)\nA()(0)",
  ];
  await execute(cell(page, 0), "kept = 1");
  for (const recursion of recursions) {
    assert.match(await execute(cell(page, 1), recursion, "failed"), /RecursionError/, recursion);
    assert.equal(await execute(cell(page, 2), "kept"), "1", recursion);
  }
});

story("a syntax error is told as Python tells it", async (page) => {
  const shown = await execute(cell(page, 0), "print('a')\nfor i in range(3)\n    print(i)", "failed");
  assert.match(shown, /SyntaxError/);
  assert.match(shown, /line 2/);
});

story("memory that runs out is an error like others", async (page) => {
  await execute(cell(page, 0), "kept = 1");
  const shown = await execute(cell(page, 1), "hoard = []\nwhile True:\n    hoard.append(bytearray(1 << 28))", "failed");
  assert.match(shown, /MemoryError/);
  assert.equal(await execute(cell(page, 2), "del hoard\nprint(kept)"), "1");
});

story("Stop ends a loop without end and keeps the variables", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 0), "count = 0\nwhile True:\n    count += 1");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "running");
  await page.waitForTimeout(300);
  assert.equal(await kernelState(page), "busy");
  await button(page, "Stop").click();
  await waitForState(cell(page, 0), "failed");
  assert.match(await output(cell(page, 0)), /KeyboardInterrupt/);
  assert.equal(await execute(cell(page, 1), "print(count > 0)"), "True");
});

story("Stop says at once that it is stopping", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 0), "import time\nwhile True:\n    time.sleep(0.3)");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "running");
  // In one turn of the page's event loop: before the kernel can have answered.
  const said = await page.evaluate(async () => {
    [...document.querySelectorAll("header button")].find((button) => button.textContent.includes("Stop")).click();
    await Promise.resolve();
    return new Promise((resolve) => requestAnimationFrame(() => resolve(document.querySelector("[data-cell]").innerText)));
  });
  assert.match(said, /stopping/);
  await waitForState(cell(page, 0), "failed");
  assert.doesNotMatch(await cell(page, 0).innerText(), /stopping/);
});
