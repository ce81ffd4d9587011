// A student has the lesson open twice.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cell, opened, withEditor, write } from "./page.mjs";
import { story } from "./support.mjs";

story("a second tab says so, and neither overwrites the other's text in silence", async (page) => {
  const second = await page.context().newPage();
  await second.goto(URL_OF_PAGE);
  await opened(second);
  await second.getByRole("alert").getByText(/open in another tab/).waitFor();
  await write(cell(page, 0), "first = 1");
  const offer = cell(second, 0).getByText(/changed in another tab/);
  await offer.waitFor();
  await withEditor(cell(second, 0));
  assert.match(await cell(second, 0).locator(".cm-content").innerText(), /import torch/, "it keeps its own text");
  await cell(second, 0).getByRole("button", { name: "Take it" }).click();
  await offer.waitFor({ state: "detached" });
  assert.equal(await cell(second, 0).locator(".cm-content").innerText(), "first = 1");
});
