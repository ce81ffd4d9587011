// WebAssembly traps in the kernel: Python starts again, says what happened, and offers to run again what had run.

import assert from "node:assert/strict";

import { button, cell, code, execute, kernelState, output, restart, state, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

const [UNREACHABLE, CALL_ITSELF] = [[0x00], [0x10, 0x00]];

/** In the worker: the kernel's next look at the clock, below all that the cell is in, is a trap of `globalThis.trap`'s. */
const CAN_TRAP = `{
  const now = performance.now.bind(performance);
  performance.now = () => {
    if (globalThis.trap) {
      const body = [...globalThis.trap, 0x0b];
      // A module with one function, which has that body and is exported as "f".
      const module = new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0,
        10, body.length + 3, 1, body.length + 1, 0, ...body,
      ]);
      new WebAssembly.Instance(new WebAssembly.Module(module)).exports.f();
    }
    return now();
  };
}`;
const TRAPS_ALWAYS = `${CAN_TRAP}; globalThis.trap = [0x00];`;

const alert = (page) => page.getByRole("alert");
const OFFER = "Run those cells again";

/** Runs a cell that never ends by itself, and has it trap. */
async function trapIn(page, index, body) {
  await write(cell(page, index), "never = 1\nwhile True:\n    never += 1");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, index), "running");
  await page.waitForTimeout(200);
  await page.workers()[0].evaluate((body) => void (globalThis.trap = body), body);
  await alert(page).waitFor();
}

for (const [what, body, told] of [
  ["memory that ends", UNREACHABLE, /it needed more memory than this tab may have/],
  ["a stack that ends", CALL_ITSELF, /it went deeper, one call inside the other/],
]) {
  story(
    `after ${what} Python starts again by itself, says so, and the cells that had run run again`,
    async (page) => {
      await execute(cell(page, 0), "first = 3\nprint('first')\nwith open('kept.txt', 'w') as file:\n    file.write('kept')");
      await execute(cell(page, 1), "second = first * 2\nprint(second)\nraise ValueError", "failed");
      await trapIn(page, 2, body);
      const words = await alert(page).innerText();
      assert.match(words, /Cell 3 ended Python/);
      assert.match(words, told);
      assert.match(words, /its variables are gone; your text, the outputs and the files of earlier cells are still here/);
      assert.match(words, /2 cells had run before/);
      await waitForKernel(page, "ready");
      assert.equal(await output(cell(page, 0)), "first");
      assert.match(await output(cell(page, 2)), /The run ended here, because Python was stopped/);
      assert.match(await code(cell(page, 2)), /never \+= 1/);
      assert.equal(await execute(cell(page, 3), "'first' in globals(), open('kept.txt').read()"), "(False, 'kept')");

      await alert(page).getByRole("button", { name: OFFER }).click();
      await waitForState(cell(page, 1), "failed");
      assert.equal(await state(cell(page, 0)), "done");
      assert.equal(await state(cell(page, 2)), "new");
      assert.equal(await alert(page).count(), 0);
      assert.equal(await execute(cell(page, 3), "first, second, 'never' in globals()"), "(3, 6, False)");
    },
    { mayThrow: true, loader: CAN_TRAP },
  );
}

story(
  "a kernel that traps again and again waits for the student",
  async (page) => {
    await waitForKernel(page, "dead");
    await page.waitForTimeout(1000);
    assert.equal(await kernelState(page), "dead");
    assert.match(await alert(page).innerText(), /Python has stopped working\. Your text, outputs and files are safe/);
    await button(page, "Run cell 1").click();
    await waitForState(cell(page, 0), "queued");
    // What waits runs in the next kernel, ends it, and the one after that, which nobody gave anything to do, ends itself.
    await alert(page).getByRole("button", { name: "Restart" }).click();
    await alert(page).getByText("Cell 1 ended Python").waitFor();
    await waitForKernel(page, "dead");
    await page.waitForTimeout(1000);
    assert.equal(await kernelState(page), "dead");
  },
  { mayThrow: true, loader: TRAPS_ALWAYS },
);

story("who restarts Python while a cell runs is offered to run the others again", async (page) => {
  await execute(cell(page, 0), "first = 3");
  await write(cell(page, 1), "while True: pass");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 1), "running");
  await restart(page);
  await alert(page).getByText("Cell 2 was ended").waitFor();
  await alert(page).getByRole("button", { name: OFFER }).click();
  await waitForState(cell(page, 0), "done");
  assert.equal(await execute(cell(page, 2), "first"), "3");
});
