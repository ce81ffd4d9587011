// What every story needs: a fresh profile with the lesson open, and a real PyTorch to compare with.
//
// Not here: what a student does on the page (page.mjs). Start reading at `story`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch, URL_OF_PAGE } from "./browser.mjs";
import { opened } from "./page.mjs";

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** How long the slowest thing on the page may take on a busy machine. */
const PATIENCE = 90_000;

/** Browsers by how they are launched, for all stories of the process. */
const browsers = new Map();
after(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

function launched(launch) {
  if (!browsers.has(launch)) browsers.set(launch, launch());
  return browsers.get(launch);
}

/** Has the kernel's worker run `text` before its loader. */
const prefixLoader = (visit, text) =>
  visit.route(/kernel-loader\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: text + (await response.text()) });
  });

/**
 * A test in a fresh profile (of these options of Playwright's contexts), with the lesson open.
 * No service worker answers, so that stories may do so themselves, unless the profile allows it.
 * An exception that nobody catches on the page fails it, unless `mayThrow`. `browser` launches another browser,
 * `loader` is run in the kernel's worker before its loader, `patience` is how many milliseconds it may all take.
 */
export function story(name, body, { mayThrow = false, browser = launch, loader = "", patience = 3 * PATIENCE, ...profile } = {}) {
  test(name, { timeout: patience }, async (context) => {
    const visit = await (await launched(browser)).newContext({ viewport: DESKTOP, colorScheme: "light", serviceWorkers: "block", ...profile });
    if (loader) await prefixLoader(visit, loader);
    const page = await visit.newPage();
    page.setDefaultTimeout(PATIENCE);
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(String(error)));
    try {
      await page.goto(URL_OF_PAGE);
      await opened(page);
      await body(page, context);
    } finally {
      await visit.close();
    }
    if (!mayThrow) assert.deepEqual(thrown, [], "exceptions on the page");
  });
}

/** Leaves a picture of what a page shows, for who looks. */
export async function picture(page, name) {
  const folder = fileURLToPath(new URL("out/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Runs a program in the Python that has PyTorch, in a directory of its own; returns what it printed. */
export function pytorch(program, ...paths) {
  const directory = mkdtempSync(join(tmpdir(), "kindling-torch-"));
  const python = process.env.KINDLING_PYTHON ?? "/usr/bin/python3";
  return execFileSync(python, ["-c", program, ...paths], { cwd: directory, encoding: "utf8" }).trim();
}
