// How much memory does the lesson take at most, run whole? `cargo xtask bench memory` runs it, on Linux.
//
// Counted is what all processes with pages hold, less what they hold for an empty page; heap, WebAssembly, pictures and
// the browser's own structures are all in it.

import { launch, URL_OF_PAGE } from "../browser.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { peakWeight } from "./harness/processes.mjs";
import { publish, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";
import { openUnwatched } from "./harness/unwatched.mjs";

const RAN = `[...document.querySelectorAll("[data-cell]")].every(({ dataset }) => dataset.state === "done")`;

const SIDES = {
  "an empty page": async (browser) => {
    const page = await openUnwatched(browser, `${BENCH_URL}lab.html`);
    await page.until(`document.readyState === "complete"`);
  },
  "the lesson, run whole": async (browser) => {
    const page = await openUnwatched(browser, URL_OF_PAGE);
    await page.until(`document.querySelector("#deck[data-whole]")`);
    await page.click("header .go");
    await page.until(RAN);
  },
  "Pyodide, printing 2": async (browser) => {
    const page = await openUnwatched(browser, `${BENCH_URL}pyodide.html`);
    await page.until(`document.body?.textContent.trim() === "2"`);
  },
};

const weighings = Object.entries(SIDES).map(([name, use]) => [name, () => weighed(use)]);
const bytes = await inTurn(Object.fromEntries(weighings));
const [empty, ...others] = Object.entries(bytes).map(([name, all]) => ({ name, bytes: median(all) }));
const rows = others.map(({ name, bytes }) => [name, `${Math.round((bytes - empty.bytes) / 1e6)} MB`]);
const text = `The most memory that the page's process held, less that of an empty page; medians of ${ROUNDS}. No debugger is
attached but to ask whether the cells are done.

${table(["", "memory"], rows)}`;
await publish("memory", text, { bytes });

/** The peak in a fresh browser: processes are reused otherwise, and keep what they took. */
async function weighed(use) {
  const browser = await launch();
  try {
    return await peakWeight(browser, () => use(browser));
  } finally {
    await browser.close();
  }
}
