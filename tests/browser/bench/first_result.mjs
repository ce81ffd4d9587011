// How long after opening the page can the slides be read, and is the first result there? How much was sent until then?
// `cargo xtask bench first-result` runs it.
//
// First visits and second ones, on a fast line and a slow one, and with a slow processor; beside Pyodide, which is
// Python without PyTorch, printing 2.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { launchWithProfile, URL_OF_PAGE } from "../browser.mjs";
import { BENCH_URL } from "./harness/addresses.mjs";
import { FULL_SPEED, startLink, TEN_MEGABITS } from "./harness/network.mjs";
import { slowed } from "./harness/processes.mjs";
import { digits, machine, publish, table } from "./harness/report.mjs";
import { inTurn, median, ROUNDS } from "./harness/rounds.mjs";

const PATIENCE = 300_000;
/** The first visit goes on for some time after its result: only then browsers keep compiled code. */
const STAY_MS = 6000;
/** A browser that has just been started is still busy with itself. */
const SETTLES_MS = 2000;
const CONDITIONS = [
  { link: FULL_SPEED, slowdown: 1 },
  { link: TEN_MEGABITS, slowdown: 1 },
  { link: TEN_MEGABITS, slowdown: 4 },
];

let version;
const results = [];
for (const { link, slowdown } of CONDITIONS) {
  const name = slowdown === 1 ? link.name : `${link.name}, ${slowdown} times slower`;
  const visits = await inTurn({
    Kindling: () => twoVisits(URL_OF_PAGE, link, slowdown, learner),
    Pyodide: () => twoVisits(BENCH_URL, link, slowdown, printer),
  });
  for (const [side, pairs] of Object.entries(visits)) results.push({ name, side, ...medians(pairs) });
}
const text = `Seconds from opening the page, medians of ${ROUNDS}; ${machine()}; Chromium ${version}. The slow line
delays and limits every connection, also the worker's; the slow processor stops every thread of the page for three
quarters of the time. The first result is what the lesson's second cell prints, a tensor; both are run as soon as they
can be; slides and result count when they are painted. Every first visit is a new browser's; it goes on for
${STAY_MS / 1000} s after its result, and the second is another page of that browser's. Sent is all that came down the line until
the first result.

${table(["", "side", "first paint", "slides", "first result", "sent", "second visit: slides", "first result"], results.map(row))}`;
await publish("first-result", text, { browser: version, results });

/** A first and a second visit to what is served at `url`, over a link of its own, in a browser of its own. */
async function twoVisits(url, conditions, slowdown, visit) {
  const link = await startLink(url, conditions);
  const folder = await mkdtemp(join(tmpdir(), "visits-"));
  const profile = await launchWithProfile(folder);
  version = profile.browser().version();
  try {
    const visited = async () => {
      const page = await profile.newPage();
      page.setDefaultTimeout(PATIENCE);
      const before = link.received();
      const times = await slowed(profile.browser(), slowdown, () => visit(page, link.url));
      const sent = link.received() - before;
      return { page, times: { ...times, sent } };
    };
    await sleep(SETTLES_MS);
    const cold = await visited();
    await sleep(STAY_MS);
    await cold.page.close();
    const warm = await visited();
    return { cold: cold.times, warm: warm.times };
  } finally {
    await profile.close();
    link.close();
    await rm(folder, { recursive: true });
  }
}

/** Opens the lesson, where `pressRun` runs its first two cells, imports and a tensor. */
async function learner(page, url) {
  await page.addInitScript(pressRun);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.seen.result);
  return { paint: await firstPaint(page), ...(await page.evaluate(() => globalThis.seen)) };
}

/** In the page: presses Run as soon as it can be, and notes when slides and result are painted, in seconds. */
function pressRun() {
  const seen = (globalThis.seen = {});
  const look = {
    slides: () => document.querySelector("#deck .slide h1"),
    first: () => document.querySelector('[aria-label="Run cell 1"]'),
    second: () => document.querySelector('[aria-label="Run cell 2"]'),
    result: () => [...document.querySelectorAll("[data-output] pre")].find((pre) => pre.textContent.includes("tensor(")),
  };
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) seen[identifier] = renderTime / 1000;
  }).observe({ type: "element", buffered: true });
  new MutationObserver(() => {
    for (const [name, find] of Object.entries(look)) {
      const found = find();
      if (!found) continue;
      delete look[name];
      if (found instanceof HTMLButtonElement) {
        found.click();
        continue;
      }
      // What was painted already is not told of; the slides may have been. Then this is late by a little.
      if (name === "slides") seen.slides = performance.now() / 1000;
      found.setAttribute("elementtiming", name);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Starts Pyodide and waits for what it prints. */
async function printer(page, url) {
  const since = stopwatch();
  await page.goto(`${url}pyodide.html`, { waitUntil: "commit" });
  await page.getByText("2", { exact: true }).waitFor();
  return { result: since() };
}

function stopwatch() {
  const begin = performance.now();
  return () => (performance.now() - begin) / 1000;
}

function firstPaint(page) {
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime / 1000);
}

function medians(pairs) {
  const visit = (which) =>
    Object.fromEntries(Object.keys(pairs[0][which]).map((key) => [key, median(pairs.map((pair) => pair[which][key]))]));
  return { cold: visit("cold"), warm: visit("warm") };
}

function row({ name, side, cold, warm }) {
  const times = [cold.paint, cold.slides, cold.result].map(seconds);
  return [name, side, ...times, `${(cold.sent / 1e6).toFixed(2)} MB`, seconds(warm.slides), seconds(warm.result)];
}

function seconds(value) {
  return value === undefined ? "" : `${digits(value)} s`;
}
