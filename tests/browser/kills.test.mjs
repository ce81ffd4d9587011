// Python's worker, the page and the browser's own process for it end at any moment, and no text and no file is lost.
//
// `KINDLING_KILLS=1000 node --test tests/browser/kills.test.mjs` kills that often; each run of a seed does the same things.
// Each kill takes one to three seconds: among the other stories there are a hundred.

import assert from "node:assert/strict";

import { button, cell, cells, code, kernelState, opened, state, waitForKernel, waitForState, write } from "./page.mjs";
import { URL_OF_PAGE } from "./browser.mjs";
import { story } from "./support.mjs";

const KILLS = Number(process.env.KINDLING_KILLS ?? 100);
const SEED = Number(process.env.KINDLING_SEED ?? 7);
/** Typing is kept once it pauses for 400 ms (src/views/cell.rs); a busy machine takes longer. */
const KEPT_AFTER = 1000;
const NAME = "own-kills";

/** Random numbers below 1, the same for a seed (mulberry32). */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const open = async (page) => {
  await page.goto(new URL(`?own=${NAME}`, URL_OF_PAGE).href);
  await opened(page);
};

/** All code of the notebook, as the page shows it. */
async function texts(page) {
  const count = await cells(page).count();
  const all = [];
  for (let index = 0; index < count; index++) all.push(await code(cell(page, index)));
  return all;
}

/** What a student does; each returns the code that the notebook has then. */
const ACTS = {
  async write(page, before, number, random) {
    const at = Math.floor(random() * before.length);
    await write(cell(page, at), `value_${number} = ${number}`);
    return before.with(at, `value_${number} = ${number}`);
  },
  async add(page, before) {
    await cell(page, before.length - 1).focus();
    await page.keyboard.press("b");
    await cells(page).nth(before.length).waitFor();
    return [...before, ""];
  },
  async remove(page, before, number, random) {
    if (before.length < 4) return ACTS.add(page, before);
    const at = Math.floor(random() * before.length);
    await cell(page, at).focus();
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await cells(page).nth(before.length - 1).waitFor({ state: "detached" });
    return before.toSpliced(at, 1);
  },
  async save(page, before, number) {
    const source = `open("kept.txt", "w").write("${number}")`;
    // A kernel that ends a second time before it has run anything waits to be started.
    if ((await kernelState(page)) === "dead") await button(page, "Restart").first().click();
    await waitForKernel(page, "ready");
    await write(cell(page, 0), source);
    await page.keyboard.press("ControlOrMeta+Enter");
    await waitForState(cell(page, 0), "queued", "running", "done");
    await waitForState(cell(page, 0), "done");
    return before.with(0, source);
  },
};

/** How it ends; each returns the page that the student sees then. */
const ENDS = {
  async worker(page) {
    await page.workers()[0]?.evaluate(() => setTimeout(() => { throw new Error("killed"); }));
    await page.waitForFunction(() => document.documentElement.dataset.kernel !== "busy");
    return page;
  },
  async page(page) {
    const visit = page.context();
    const next = await visit.newPage();
    await page.close({ runBeforeUnload: false });
    await open(next);
    return next;
  },
  async process(page) {
    const visit = page.context();
    const next = await visit.newPage();
    const crashed = page.waitForEvent("crash");
    page.goto("chrome://crash").catch(() => {});
    await crashed;
    await page.close();
    await open(next);
    return next;
  },
};

const pick = (names, random) => names[Math.floor(random() * names.length)];

/** What the notebook's file holds, as the browser keeps it. */
const keptFile = (page) =>
  page.evaluate((name) => {
    const kept = localStorage.getItem(`kindling/${name}/file/kept.txt`);
    return kept && atob(kept.split(" ")[1]);
  }, NAME);

story(`nothing is lost over ${KILLS} kills`, async (page, context) => {
  const random = randomNumbers(SEED);
  await page.evaluate((name) => localStorage.setItem(`kindling/${name}/own`, JSON.stringify({ title: "Kills", of: null })), NAME);
  await open(page);
  let [now, file] = [await texts(page), null];
  const ends = {};
  for (let number = 0; number < KILLS; number++) {
    const before = now;
    const act = pick(Object.keys(ACTS), random);
    const after = await ACTS[act](page, before, number, random);
    if (act === "save") file = String(number);
    const pause = random() < 0.5 ? 0 : KEPT_AFTER * random() * 1.5;
    await page.waitForTimeout(pause);
    const end = pick(Object.keys(ENDS), random);
    ends[end] = (ends[end] ?? 0) + 1;
    page = await ENDS[end](page);
    now = await texts(page);
    const told = `kill ${number} of seed ${SEED}: ${act}, ${Math.round(pause)} ms, ${end}`;
    // Cells and files are kept at once, typing when it pauses.
    const isKept = end === "worker" || pause >= KEPT_AFTER || act === "add" || act === "remove";
    const allowed = isKept ? [after] : [after, before];
    assert.ok(allowed.some((texts) => JSON.stringify(texts) === JSON.stringify(now)), `${told}: ${JSON.stringify({ before, after, now })}`);
    assert.equal(await keptFile(page), file, told);
    assert.notEqual(await state(cell(page, 0)), null);
  }
  context.diagnostic(JSON.stringify(ends));
}, { mayThrow: true, patience: KILLS * 6000 });
