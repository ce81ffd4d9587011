// The kernel in two parts: what a first visit does not run comes when it is called, or while nobody waits.

import assert from "node:assert/strict";

import { cell, execute, state, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

/** What no cell of the lesson needs. */
const SOLVES = "import torch\ntorch.linalg.solve(torch.eye(2) * 4, torch.tensor([2.0, 4.0]))";
const SOLVED = "tensor([0.5000, 1.0000])";

/** In the worker: notes how the rest is asked for, and refuses it while `globalThis.offline`. */
const WATCHED = `{
  globalThis.asked = [];
  const ask = (how, address) => {
    if (!String(address).includes("-rest.wasm")) return;
    globalThis.asked.push(how);
    if (globalThis.offline) throw new TypeError("no network");
  };
  const { fetch } = globalThis;
  globalThis.fetch = async (address) => (ask("fetched", address), fetch(address));
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...others) {
    const file = globalThis.offline ? "nowhere.wasm" : address;
    try {
      ask("waited for", address);
    } catch {
      // Asking for what is not there fails as late as without a network.
    }
    return open.call(this, method, file, ...others);
  };
}`;
/** In the worker: nothing is fetched ahead. */
const SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";

/** How the kernel asked for the rest so far. */
const asked = (page) => page.workers()[0].evaluate(() => globalThis.asked);

story(
  "the lesson runs without the kernel's rest, which comes when a cell needs it, and only once",
  async (page) => {
    for (const index of [0, 1, 2, 3]) {
      await cell(page, index).getByRole("button", { name: /^Run cell/ }).click();
      await waitForState(cell(page, index), "done");
    }
    assert.deepEqual(await asked(page), []);
    assert.equal(await execute(cell(page, 0), SOLVES), SOLVED);
    assert.equal(await execute(cell(page, 0), SOLVES.replace("* 4", "* 2")), "tensor([1., 2.])");
    assert.deepEqual(await asked(page), ["waited for"]);
  },
  { loader: WATCHED + SAVES },
);

story(
  "the rest is fetched while nobody waits",
  async (page) => {
    await waitForKernel(page, "ready");
    await page.waitForTimeout(5000);
    assert.equal(await execute(cell(page, 0), SOLVES), SOLVED);
    assert.deepEqual(await asked(page), ["fetched"]);
  },
  { loader: WATCHED },
);

story(
  "without a network the kernel says what is missing, and goes on when it is there",
  async (page) => {
    await waitForKernel(page, "ready");
    await page.workers()[0].evaluate(() => void (globalThis.offline = true));
    await write(cell(page, 0), SOLVES);
    await page.keyboard.press("ControlOrMeta+Enter");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /a part of Kindling that could not be fetched/);
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), SOLVES), SOLVED);
    assert.equal(await state(cell(page, 0)), "done");
  },
  { loader: WATCHED + SAVES, mayThrow: true },
);

/** (1 + 2^-12)² - 1 of a matrix product, which tells whether the product was rounded before the sum. */
const PRODUCT = "import torch\nx = 1 + 2**-12\n(torch.tensor([[-1.0, x, 0]] * 4) @ torch.tensor([[1.0] * 8, [x] * 8, [0.0] * 8]))[0, 0].item()";

/** The same by relaxed SIMD, in the worker: as its processor does it. */
function relaxed() {
  const numbers = (value) => [...new Uint8Array(new Float32Array(4).fill(value).buffer)];
  const constant = (value) => [0xfd, 0x0c, ...numbers(value)];
  const x = 1 + 2 ** -12;
  const body = [0, ...constant(x), ...constant(x), ...constant(-1), 0xfd, 0x85, 2, 0xfd, 0x1f, 0, 0x0b];
  const code = [1, body.length, ...body];
  const module = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, 5, 1, 0x60, 0, 1, 0x7d],
    [3, 2, 1, 0],
    [7, 5, 1, 1, 0x66, 0, 0],
    [10, code.length, ...code],
  ].flat();
  return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(module))).exports.f();
}

story("products are fused as the processor can, also when the rest has come", async (page) => {
  await waitForKernel(page, "ready");
  const expected = await page.workers()[0].evaluate(relaxed);
  assert.ok([2 ** -11, 2 ** -11 + 2 ** -24].includes(expected), String(expected));
  for (const before of ["", SOLVES]) {
    if (before) await execute(cell(page, 0), before);
    assert.equal(Number(await execute(cell(page, 0), PRODUCT)), expected);
  }
});
