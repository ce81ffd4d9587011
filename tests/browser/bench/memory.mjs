// How much memory does the lesson take at most, run whole? `cargo xtask bench memory` runs it, on Linux.
//
// Counted is what all renderer processes hold, less what they hold for an empty page; heap, WebAssembly, pictures and
// the browser's own structures are all in it.

import { launch, URL_OF_PAGE } from "../browser.mjs";
import { opened, runAll } from "../page.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { peakWeight } from "./harness/processes.mjs";
import { publish, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";

const SIDES = {
  "an empty page": (page) => page.goto(`${BENCH_URL}lab.html`),
  "the lesson, run whole": async (page) => {
    await page.goto(URL_OF_PAGE);
    await opened(page);
    await runAll(page);
  },
  "Pyodide, printing 2": async (page) => {
    await page.goto(`${BENCH_URL}pyodide.html`);
    await page.getByText("2", { exact: true }).waitFor();
  },
};

const weighings = Object.entries(SIDES).map(([name, use]) => [name, () => weighed(use)]);
const bytes = await inTurn(Object.fromEntries(weighings));
const [empty, ...others] = Object.entries(bytes).map(([name, all]) => ({ name, bytes: median(all) }));
const rows = others.map(({ name, bytes }) => [name, `${Math.round((bytes - empty.bytes) / 1e6)} MB`]);
const text = `The most memory that the page's process held, less that of an empty page; medians of ${ROUNDS}.

${table(["", "memory"], rows)}`;
await publish("memory", text, { bytes });

/** The peak in a fresh browser: processes are reused otherwise, and keep what they took. */
async function weighed(use) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(180_000);
    return await peakWeight(browser, () => use(page));
  } finally {
    await browser.close();
  }
}
