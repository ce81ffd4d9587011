// Kindling as a student uses it: a cell of the page, run by a click.

import { URL_OF_PAGE } from "../../browser.mjs";
import { cell, execute, opened } from "../../page.mjs";
import { program } from "./program.mjs";

export async function openKindling(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  const open = async () => {
    await page.goto(URL_OF_PAGE);
    await opened(page);
  };
  // What a failed run leaves behind, a cell that still computes perhaps, must not meet the next.
  const run = (code) =>
    execute(cell(page, 0), code).catch(async (error) => {
      await open();
      throw error;
    });
  await open();
  return {
    page,
    run,
    measure: async (workload, device) => JSON.parse(await run(await program(workload, device))),
    close: () => page.close(),
  };
}
