// Time from opening the page to readable slides, a ready kernel, and the first cell's result; cold and warm.
// `cargo xtask bench first-result` runs it; the README's numbers come from here.

import { launch, URL_OF_PAGE } from "../browser.mjs";
import { cell, waitForState, write } from "../page.mjs";

const ROUNDS = 5;

/** Milliseconds since the page was opened, until the run of a cell is done. */
async function visit(profile) {
  const page = await profile.newPage();
  page.setDefaultTimeout(180_000);
  const start = performance.now();
  const since = () => performance.now() - start;
  await page.goto(URL_OF_PAGE, { waitUntil: "commit" });
  await page.locator("section.slide").first().waitFor();
  const slides = since();
  await write(cell(page, 0), "import torch\nprint(torch.arange(3.0).mean())");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "done");
  const result = since();
  await page.close();
  return { slides, result };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const report = (name, visits) =>
  console.log(
    `${name}: slides after ${Math.round(median(visits.map(({ slides }) => slides)))} ms, ` +
      `first result after ${Math.round(median(visits.map(({ result }) => result)))} ms (median of ${visits.length})`,
  );

const browser = await launch();
const [cold, warm] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  const profile = await browser.newContext();
  cold.push(await visit(profile));
  warm.push(await visit(profile));
  await profile.close();
}
report("first visit", cold);
report("second visit", warm);
await browser.close();
