// What a student does and sees on the page, driven through WebDriver BiDi.
//
// What it is not: the same for Chromium (tests/browser/page.mjs), which another library drives. Start reading at `story`.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import puppeteer from "puppeteer-core";

const URL_OF_PAGE = process.env.KINDLING_URL ?? "http://localhost:8000/";
const EXECUTABLE = process.env.KINDLING_FIREFOX ?? "/usr/bin/firefox-esr";
/** How long the slowest thing on the page may take on a busy machine. */
const PATIENCE = 90_000;

let browser;
after(() => browser?.close());

/** A test in a fresh profile with the lesson open, at the address of another host where there is one. */
export function story(name, body, address = () => URL_OF_PAGE) {
  test(name, { timeout: 3 * PATIENCE }, async () => {
    browser ??= await puppeteer.launch({
      browser: "firefox",
      executablePath: EXECUTABLE,
      headless: true,
      // The window's own size: to set a page's, newer versions of the library ask what older Firefoxes do not know.
      defaultViewport: null,
      args: ["--width=1280", "--height=885"],
    });
    const profile = await browser.createBrowserContext();
    const page = await profile.newPage();
    page.setDefaultTimeout(PATIENCE);
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(String(error)));
    try {
      await open(page, address());
      await body(page);
    } finally {
      await profile.close();
    }
    assert.deepEqual(thrown, [], "exceptions on the page");
  });
}

export async function open(page, address) {
  await page.goto(address);
  await page.waitForSelector("#deck[data-whole]");
}

export async function reload(page) {
  await page.reload();
  await page.waitForSelector("#deck[data-whole]");
}

/**
 * Waits until a function of the page says so. The library's own waiting compiles code in the page, which the page's rules of
 * safety forbid, and older Firefoxes keep them there too.
 */
export async function until(page, says, ...values) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((turn) => setTimeout(turn, 50))) {
    // While another page comes there is none to ask.
    if (await page.evaluate(says, ...values).catch(() => false)) return;
  }
  throw new Error(`in vain: ${says}`);
}

export const waitForKernel = (page, wanted) =>
  until(page, (wanted) => document.documentElement.dataset.kernel === wanted, wanted);

/** Waits until a cell, counted from 0, has one of the states. */
export async function waitForState(page, index, ...wanted) {
  const is = (index, wanted) => wanted.includes(document.querySelectorAll("[data-cell]")[index].dataset.state);
  await until(page, is, index, wanted);
}

export const states = (page) => page.$$eval("[data-cell]", (all) => all.map((each) => each.dataset.state));

/** Presses the button of that name. */
export const press = (page, name) =>
  page.$$eval(
    "button",
    (all, name) => all.find((each) => (each.ariaLabel ?? each.textContent.trim()) === name && each.checkVisibility()).click(),
    name,
  );

const nth = async (page, index) => (await page.$$("[data-cell]"))[index];

/** Replaces a cell's code by a line. */
export async function write(page, index, code) {
  const cell = await nth(page, index);
  await cell.evaluate((cell) => cell.scrollIntoView({ block: "center" }));
  const editor = await cell.waitForSelector(".cm-content");
  await editor.click();
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.evaluate((code) => document.execCommand("insertText", false, code), code);
}

export async function run(page, index) {
  const editor = await (await nth(page, index)).waitForSelector(".cm-content");
  await editor.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
}

export const output = async (page, index) =>
  (await nth(page, index)).$$eval("[data-output] pre", (all) => all.map((each) => each.textContent.trim()).join("\n"));

/** Replaces a cell's code, runs it and returns what it shows. */
export async function execute(page, index, code) {
  await write(page, index, code);
  await run(page, index);
  await waitForState(page, index, "queued", "running", "done", "failed");
  await waitForState(page, index, "done", "failed");
  return output(page, index);
}
