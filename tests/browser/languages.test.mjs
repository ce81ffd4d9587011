// A student reads the page's own words in another language: by choice, or because the deck is in it. Nothing is lost.

import assert from "node:assert/strict";

import { button, cell, execute, opened, output, states, waitForKernel } from "./page.mjs";
import { picture, PHONE, story } from "./support.mjs";
import { URL_OF_PAGE } from "./browser.mjs";

const language = (page) => page.evaluate(() => document.documentElement.lang);
const waitFor = (page, lang) => page.waitForFunction((lang) => document.documentElement.lang === lang, lang);

/** Names of buttons and what the page shows outside the lesson and its cells' text. */
const wordsOf = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("button, dialog h2, [role=progressbar], .foot, .notice")];
    const said = (element) => [element.textContent, element.title, element.ariaLabel, element.ariaValueText].filter(Boolean);
    return [...new Set(all.filter((element) => !element.closest(".prose, .cm-content")).flatMap(said).map((text) => text.trim()))];
  });

async function chooseFromCommands(page, name) {
  await page.keyboard.press("F1");
  await page.getByRole("searchbox").fill(name);
  await page.keyboard.press("Enter");
}

story("the page speaks German when its reader wants it, goes on where it was, and does so at the next visit", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "x = 20 + 22\nx");
  const before = await states(page);
  await chooseFromCommands(page, "Deutsch");
  await waitFor(page, "de");
  await button(page, "Alle ausführen").waitFor();
  assert.deepEqual(await states(page), before);
  assert.equal(await output(cell(page, 0)), "42");
  await execute(cell(page, 1), "x + 1");
  assert.equal(await output(cell(page, 1)), "43");
  await picture(page, "german");
  assert.equal(await page.locator(".prose").first().getAttribute("lang"), "en", "the lesson is what it was");
  await page.reload();
  await opened(page);
  assert.equal(await language(page), "de");
  await chooseFromCommands(page, "English");
  await button(page, "Run all").waitFor();
  assert.equal(await language(page), "en");
});

story("no English is left among the German", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), "1 / 0", "failed");
  const english = await wordsOf(page);
  await chooseFromCommands(page, "Deutsch");
  await waitFor(page, "de");
  await button(page, "Alle ausführen").waitFor();
  const german = await wordsOf(page);
  // Names, numbers and signs are the same in both.
  const same = german.filter((text) => english.includes(text) && /[a-z]{3}/.test(text));
  const known = /^(Notebook|Python|Variablen?|Code|Text|Tab|Kindling|Name|Link|· ?CPU.*|.*\.(py|md|ipynb|html)\)?)$/;
  const titles = await page.evaluate(() => [...document.querySelectorAll("section.slide")].map((slide) => slide.ariaLabel));
  assert.deepEqual(same.filter((text) => !known.test(text) && !titles.some((title) => text.includes(title))), []);
});

story("a deck in German has the page speak German, unless its reader chose otherwise", async (page) => {
  const deck = "---\nmarp: true\nlang: de-AT\n---\n\n# Eine Gerade\n\n```python\nprint('Servus')\n```\n";
  await page.route(/lessons\/gerade\.md$/, (route) => route.fulfill({ body: deck, contentType: "text/markdown" }));
  await page.goto(new URL("?lesson=gerade", URL_OF_PAGE).href);
  await opened(page);
  assert.equal(await language(page), "de");
  await button(page, "Alle ausführen").waitFor();
  assert.equal(await page.locator(".prose").first().getAttribute("lang"), "de-AT");
  await chooseFromCommands(page, "English");
  await button(page, "Run all").waitFor();
  await page.reload();
  await opened(page);
  assert.equal(await language(page), "en");
});

story("on a phone German has room, in every panel and in slide view", async (page) => {
  await waitForKernel(page, "ready");
  await button(page, "Outline").click();
  await page.getByRole("button", { name: "Notebook" }).last().click();
  await page.locator("dialog[open]").getByRole("button", { name: /Deutsch/ }).click();
  await waitFor(page, "de");
  for (const name of ["Gliederung", "Dateien", "Variablen", "Notebook", "Bibliothek"]) {
    if (!["Gliederung", "Dateien"].includes(name)) await button(page, "Gliederung").click();
    await button(page, name).last().click();
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    await picture(page, `german-phone-${name}`);
    const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
    await page.keyboard.press("Escape");
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
}, { viewport: PHONE, hasTouch: true });

story("what slide view lays over a slide, and the presenter's window, are in the page's language", async (page) => {
  await waitForKernel(page, "ready");
  await chooseFromCommands(page, "Deutsch");
  await waitFor(page, "de");
  await button(page, "Folien").click();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Tasten" }).waitFor();
  await picture(page, "german-keys");
  await page.keyboard.press("Escape");
  const opening = page.waitForEvent("popup");
  await page.keyboard.press("s");
  const window = await opening;
  await window.getByRole("heading", { name: "Diese Folie" }).waitFor();
  assert.equal(await window.title(), "Vortrag · Kindling");
  await picture(window, "german-presenter");
});
