// A student has notebooks of their own beside the lessons: new ones, copies, earlier versions, all in this browser.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, cells, code, execute, opened, waitForKernel, withEditor, write } from "./page.mjs";
import { story } from "./support.mjs";

const library = async (page) => {
  const panel = page.getByRole("dialog", { name: "Library" });
  // A reload shows the panel that was open.
  if (!(await panel.isVisible())) await button(page, "Library").click();
  await panel.locator(".library").first().waitFor();
  return panel;
};

/** Presses what opens another notebook, and waits for that. */
async function leaveBy(page, way) {
  await Promise.all([page.waitForURL(/[?]own=/), way.click()]);
  await opened(page);
}

story("a new notebook begins with an empty cell, grows as it is run, and is in the library with its name", async (page) => {
  await leaveBy(page, (await library(page)).getByRole("button", { name: /^New notebook/ }));
  assert.equal(await cells(page).count(), 1);
  await waitForKernel(page, "ready");
  await withEditor(cell(page, 0));
  await cell(page, 0).locator(".cm-content").click();
  await page.keyboard.type("a = 20");
  await page.waitForTimeout(800);
  await page.reload();
  await opened(page);
  assert.equal(await code(cell(page, 0)), "a = 20", "what is typed into the first cell is kept");
  await waitForKernel(page, "ready");
  await cell(page, 0).locator(".cm-content").click();
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction(() => document.querySelectorAll("[data-cell]").length === 2);
  await page.waitForFunction(() => document.activeElement?.closest("[data-cell]") === document.querySelectorAll("[data-cell]")[1]);
  assert.equal(await execute(cell(page, 1), "a + 1"), "21");
  await page.waitForTimeout(800);
  const panel = await library(page);
  await panel.getByRole("button", { name: "Rename Untitled" }).click();
  await panel.getByRole("textbox", { name: "Name" }).fill("My first steps");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await opened(page);
  assert.equal(await page.locator(".bar .title").innerText(), "My first steps");
  assert.equal(await code(cell(page, 1)), "a + 1");
  await page.goto(URL_OF_PAGE);
  await opened(page);
  const entry = (await library(page)).locator("li", { hasText: "My first steps" });
  assert.match(await entry.innerText(), /2 of 2 cells done/);
  await leaveBy(page, entry.getByRole("link"));
  assert.equal(await code(cell(page, 0)), "a = 20");
});

story("a copy of a lesson has what I did, and the lesson stays as it is", async (page) => {
  const all = await cells(page).count();
  await write(cell(page, 0), "mine = 1");
  await page.waitForTimeout(800);
  await leaveBy(page, (await library(page)).getByRole("button", { name: /^Duplicate this one/ }));
  assert.equal(await page.locator(".bar .title").innerText(), "A straight line, learned (copy)");
  assert.equal(await cells(page).count(), all);
  assert.equal(await code(cell(page, 0)), "mine = 1");
  await write(cell(page, 0), "mine = 2");
  await page.waitForTimeout(800);
  const panel = await library(page);
  await panel.getByRole("link", { name: /^A straight line, learned \d|^A straight line, learned(?! \(copy)/ }).first().click();
  await page.waitForURL(/[?]lesson=straight-line/);
  await opened(page);
  assert.equal(await code(cell(page, 0)), "mine = 1");
  const copy = (await library(page)).locator("li", { hasText: "(copy)" });
  await copy.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await copy.waitFor({ state: "detached" });
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/own-"))), []);
});

story("an earlier version is had again, and that is undone", async (page) => {
  const original = await code(cell(page, 0));
  await write(cell(page, 0), "first = 1");
  await page.waitForTimeout(800);
  await button(page, "Notebook").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset the lesson" }).click();
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("as its author has it"));
  assert.equal(await code(cell(page, 0)), original);
  await page.reload();
  await opened(page);
  await button(page, "Notebook").click();
  await page.getByText("Earlier versions").click();
  await page.getByRole("button", { name: /^As of/ }).first().click();
  await page.waitForFunction(() => document.querySelector(".notice")?.textContent.includes("as it was then"));
  assert.equal(await code(cell(page, 0)), "first = 1");
  await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => !document.querySelector("[data-cell] .cm-content").textContent.includes("first = 1"));
  assert.equal(await code(cell(page, 0)), original);
});

story("a notebook that this browser does not hold says so", async (page) => {
  await page.goto(`${URL_OF_PAGE}?own=own-nothing`);
  await page.getByText("This browser does not hold that notebook").waitFor();
});
