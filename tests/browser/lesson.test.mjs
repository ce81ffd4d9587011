// A student opens the lesson for the first time and runs it from the first cell to the last.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cells, opened, output, runAll, trimmed } from "./page.mjs";
import { story } from "./support.mjs";

// What PyTorch 2.15 prints for the lesson's training under seed 42.
const TRAINING = [
  [0, "0.31288138031959534", "0.48106518387794495"],
  [10, "0.1976713240146637", "0.3463551998138428"],
  [20, "0.08908725529909134", "0.21729660034179688"],
  [30, "0.053148526698350906", "0.14464017748832703"],
  [40, "0.04543796554207802", "0.11360953003168106"],
  [50, "0.04167863354086876", "0.09919948130846024"],
  [60, "0.03818932920694351", "0.08886633068323135"],
  [70, "0.03476089984178543", "0.0805937647819519"],
  [80, "0.03132382780313492", "0.07232122868299484"],
  [90, "0.02788739837706089", "0.06473556160926819"],
].map(([epoch, train, test]) => `Epoch: ${epoch} | MAE Train Loss: ${train} | MAE Test Loss: ${test}`);

story("every cell of the lesson runs and prints PyTorch's numbers", async (page) => {
  const states = await runAll(page);
  const outputs = [];
  for (const cell of await cells(page).all()) outputs.push(await output(cell));

  const failed = states.flatMap((state, index) => (state === "done" ? [] : [`cell ${index}: ${outputs[index]}`]));
  assert.deepEqual(failed, [], "cells that failed");
  assert.ok(states.length >= 20, `the lesson has only ${states.length} cells`);

  const training = outputs.findIndex((text) => text.includes(TRAINING[0]));
  assert.notEqual(training, -1, "no cell prints the first epoch");
  assert.deepEqual(trimmed(outputs[training]).split("\n").filter((line) => line.startsWith("Epoch:")), TRAINING);

  const before = outputs.slice(0, training).join("\n");
  assert.match(before, /0\.3367/, "the untrained weight");
  assert.match(before, /0\.1288/, "the untrained bias");
  const afterwards = outputs.slice(training).join("\n");
  assert.match(afterwards, /0\.5784/, "the learned weight");
  assert.match(afterwards, /0\.3513/, "the learned bias");
});

/** What a lesson must print was printed by PyTorch 2.15 and stands in the deck; the page compares. */
async function runsAsItsDeckSays(page, title, checks) {
  await opened(page);
  assert.match(await page.title(), title);
  const states = await runAll(page);
  assert.deepEqual([...new Set(states)], ["done"]);
  const found = (check) => page.locator(`[data-check="${check}"]`).count();
  assert.equal(await found("differs"), 0);
  assert.ok((await found("matches")) >= checks);
}

story("the lesson on classification runs as its deck says, reached from the first one's end", async (first) => {
  const link = first.getByRole("link", { name: "two rings, told apart" });
  const [page] = await Promise.all([first.context().waitForEvent("page"), link.click()]);
  await runsAsItsDeckSays(page, /Two rings/, 11);
});

// The name of each, its title, and how many of its cells say what they print.
const LATER = [
  ["ten-digits", /Ten digits/, 17],
  ["names", /Names, letter by letter/, 19],
  ["tiny-gpt", /A tiny GPT/, 20],
];
for (const [name, title, checks] of LATER) {
  story(`the lesson ${name} runs as its deck says`, async (page) => {
    await page.goto(`${URL_OF_PAGE}?lesson=${name}`);
    await runsAsItsDeckSays(page, title, checks);
  });
}
