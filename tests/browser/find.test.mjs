// A student finds words in the cells and in what they have shown, goes there, and puts others in their place.

import assert from "node:assert/strict";

import { button, cell, code, execute, waitForKernel } from "./page.mjs";
import { picture, PHONE, story } from "./support.mjs";

const panel = (page) => page.getByRole("dialog", { name: "Find" });
const count = (page, words) => page.waitForFunction((words) => document.querySelector("#find .count")?.textContent === words, words);

story("words are found in code and output, gone to, replaced, and had back", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "rate_of_change = 3\nprint('Rate_of_change', rate_of_change)");
  await execute(cell(page, 1), "rate_of_change + 1");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+f");
  await panel(page).getByRole("textbox", { name: "Find" }).fill("rate_of_change");
  await count(page, "5 places");
  await picture(page, "find");
  await panel(page).getByRole("checkbox", { name: "Match case" }).check();
  await count(page, "3 places");
  await panel(page).locator(".there").nth(2).click();
  await page.waitForFunction(() => getSelection().toString() === "rate_of_change" || document.activeElement?.closest("[data-cell]") === document.querySelectorAll("[data-cell]")[1]);
  await panel(page).getByRole("textbox", { name: "Replace by" }).fill("slope");
  await panel(page).getByRole("button", { name: "Replace", exact: true }).last().click();
  await count(page, "2 places");
  assert.equal(await code(cell(page, 1)), "slope + 1");
  await panel(page).getByRole("button", { name: "Replace all" }).click();
  await count(page, "Nothing like that is in the cells or in what they have shown.");
  assert.equal(await code(cell(page, 0)), "slope = 3\nprint('Rate_of_change', slope)");
  await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
  await count(page, "2 places");
  assert.equal(await code(cell(page, 0)), "rate_of_change = 3\nprint('Rate_of_change', rate_of_change)");
});

story("on a phone words are found from the list of commands", async (page) => {
  await waitForKernel(page, "ready");
  await cell(page, 0).scrollIntoViewIfNeeded();
  await cell(page, 0).getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("dialog", { name: "Commands" }).locator('[data-command="find"]').click();
  await panel(page).getByRole("textbox", { name: "Find" }).fill("import torch");
  await panel(page).locator(".there").first().waitFor();
  await picture(page, "find-phone");
  await button(page, "Close Find").click();
}, { viewport: PHONE, hasTouch: true });
