// Opens one of the small decks and notebooks in tests/cases, as if it lay beside the page.
//
// Not here: what must be seen then; each story says that itself. Start reading at `openCase`.

import { readFile } from "node:fs/promises";

import { opened } from "./page.mjs";

export async function openCase(page, kind, name) {
  const body = await readFile(new URL(`../cases/${kind}/${name}`, import.meta.url));
  await page.route(`**/lessons/${name}`, (route) => route.fulfill({ body, contentType: "text/plain" }));
  await page.route(`**/lessons/${name}.json`, (route) => route.fulfill({ status: 404 }));
  await page.goto(new URL(`?lesson=${name}`, page.url()).href);
  await opened(page);
}

/** How many pixels the page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
