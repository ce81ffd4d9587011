// What a student does and sees on the page, by the names that screen readers say and the page's data attributes.
//
// Not here: what is asserted about a story; each says that itself. Start reading at `execute`.

import assert from "node:assert/strict";

export const cells = (page) => page.locator("[data-cell]");
export const cell = (page, index) => cells(page).nth(index);

/** Waits until the lesson is there to be read and run; the kernel may still be starting. */
export const opened = (page) => page.locator("#deck[data-whole]").waitFor();

/** Waits until a cell has its editor, which comes when the cell is near. */
export async function withEditor(cell) {
  await cell.scrollIntoViewIfNeeded();
  await cell.locator(".cm-line").first().waitFor();
}

/** The cells' states, in the order of the lesson. */
export const states = (page) =>
  cells(page).evaluateAll((all) => all.map((each) => each.dataset.state));

export const state = (cell) => cell.getAttribute("data-state");

/** Waits until a cell has one of the states. */
export async function waitForState(cell, ...wanted) {
  const element = await cell.elementHandle();
  await cell.page().waitForFunction(([element, wanted]) => wanted.includes(element.dataset.state), [element, wanted]);
}

export const kernelState = (page) => page.evaluate(() => document.documentElement.dataset.kernel);

export const waitForKernel = (page, wanted) =>
  page.waitForFunction((wanted) => document.documentElement.dataset.kernel === wanted, wanted);

/** What a cell printed, echoed and complained, line ends trimmed. */
export async function output(cell) {
  const texts = await cell.locator("[data-output] pre").allTextContents();
  return texts.map(trimmed).join("\n");
}

export const trimmed = (text) => text.split("\n").map((line) => line.trimEnd()).join("\n").trim();

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Presses "Run all" and waits until nothing is left to run; returns the cells' states. */
export async function runAll(page) {
  await button(page, "Run all").click();
  return whenAllHaveRun(page);
}

/** Runs by one of the ways beside "Run all". */
export async function runBy(page, way) {
  await button(page, "More ways to run").click();
  await page.getByRole("dialog").getByRole("button", { name: way }).click();
}

/** Waits until the kernel is ready and no cell waits; returns the cells' states. */
export async function whenAllHaveRun(page) {
  await page.waitForFunction(() => {
    const states = [...document.querySelectorAll("[data-cell]")].map((each) => each.dataset.state);
    const isAtRest = document.documentElement.dataset.kernel === "ready";
    return isAtRest && states.length > 0 && states.every((state) => state !== "queued" && state !== "running");
  });
  return states(page);
}

/** Presses "Restart", and says yes where variables are lost. */
export async function restart(page) {
  await button(page, "Restart").click();
  const sure = page.getByRole("alert").getByRole("button", { name: "Restart" });
  if (await sure.count()) await sure.click();
}

/** Replaces a cell's code by pasting, as a student would. */
export async function write(cell, code) {
  await withEditor(cell);
  const editor = cell.locator(".cm-content");
  await editor.click();
  await cell.page().keyboard.press("ControlOrMeta+a");
  await editor.evaluate((element, code) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", code);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, code);
}

/** A cell's code as the editor shows it. */
export async function code(cell) {
  await withEditor(cell);
  return cell.locator(".cm-line").evaluateAll((lines) => lines.map((line) => line.textContent).join("\n"));
}

/** Replaces a cell's code, runs it and returns what it shows; its state must then be `expected`. */
export async function execute(cell, code, expected = "done") {
  await write(cell, code);
  await cell.page().keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell, "queued", "running", "done", "failed");
  await waitForState(cell, "done", "failed");
  assert.equal(await state(cell), expected, await output(cell));
  return output(cell);
}
