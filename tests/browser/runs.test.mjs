// A student runs many cells at once, and starts anew.

import assert from "node:assert/strict";

import { button, cell, cells, execute, kernelState, output, restart, runAll, runBy, waitForKernel, waitForState, whenAllHaveRun, write } from "./page.mjs";
import { story } from "./support.mjs";

const alert = (page) => page.getByRole("alert");

/** Has two cells fail. */
async function spoil(page) {
  await write(cell(page, 2), "raise ValueError('on purpose')");
  await write(cell(page, 4), "print(never_made)");
}

const failures = (states) => states.flatMap((state, index) => (state === "failed" ? [index] : []));

story("Run all stops at the first error, says so, and leads there; the rest can be run", async (page) => {
  await spoil(page);
  const states = await runAll(page);
  assert.deepEqual(states.slice(0, 5), ["done", "done", "failed", "new", "new"]);
  assert.ok(states.slice(3).every((state) => state === "new"));
  const left = states.length - 3;
  assert.match(await alert(page).innerText(), new RegExp(`Cell 3 ended with an error \\(ValueError\\)\\. The ${left} cells after it were not run`));
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await alert(page).getByRole("button", { name: "Go to cell 3" }).click();
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector("[data-error]").getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  await alert(page).getByRole("button", { name: "Run the rest" }).click();
  await waitForState(cell(page, 4), "failed");
  assert.ok(failures(await whenAllHaveRun(page)).includes(4));
});

story("Run all, go on runs every cell and names those that failed", async (page) => {
  await spoil(page);
  await runBy(page, /^Run all, go on/);
  await waitForState(cells(page).last(), "done", "failed");
  const states = await whenAllHaveRun(page);
  const failed = failures(states);
  assert.deepEqual(failed.slice(0, 2), [2, 4]);
  assert.ok(!states.includes("new"));
  assert.match(await alert(page).innerText(), new RegExp(`${states.length - failed.length} of ${states.length} cells are done; cells 3.* ended with an error`));
  assert.equal(await alert(page).getByRole("button", { name: /^Go to cell/ }).count(), Math.min(4, failed.length));
});

story("cells above and below the one that the student is in can be run", async (page) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 2), "print('here')");
  await runBy(page, "Run above cell 3");
  await waitForState(cell(page, 1), "done");
  assert.deepEqual((await whenAllHaveRun(page)).slice(0, 4), ["done", "done", "new", "new"]);
  await runBy(page, "Run cell 3 and below");
  await waitForState(cells(page).last(), "done");
  assert.equal(await output(cell(page, 2)), "here");
});

story("Restart asks where variables would be lost, and not before", async (page) => {
  await waitForKernel(page, "ready");
  await Promise.all([button(page, "Restart").click(), waitForKernel(page, "starting")]);
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "kept = 5");
  await button(page, "Restart").click();
  assert.match(await alert(page).innerText(), /Restart Python\? Its variables are gone then/);
  assert.equal(await kernelState(page), "ready");
  await button(page, "Close message").click();
  assert.equal(await execute(cell(page, 1), "kept"), "5");
  await restart(page);
  await waitForKernel(page, "ready");
  assert.match(await execute(cell(page, 1), "kept", "failed"), /NameError/);
});

story("Restart and run all runs from a fresh start", async (page) => {
  const last = cells(page).last();
  await execute(last, "print('mine' in globals())\nmine = 1");
  await runBy(page, /^Restart and run all/);
  await alert(page).getByRole("button", { name: "Restart and run all" }).click();
  await waitForState(cell(page, 0), "done");
  assert.ok((await whenAllHaveRun(page)).every((state) => state === "done"));
  assert.equal(await output(last), "False");
});
