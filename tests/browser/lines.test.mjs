// Long lines: a student reads the end of a message and of code, in columns and on a phone.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { cell, cells, execute, opened, withEditor } from "./page.mjs";
import { PHONE, story } from "./support.mjs";

const LONG = "x".repeat(300);

/** How many pixels of an element are beyond its box. */
const beyond = (locator) => locator.evaluate((element) => element.scrollWidth - element.clientWidth);

for (const [device, profile] of Object.entries({ "a desktop": {}, "a phone": { viewport: PHONE } })) {
  story(
    `tracebacks and printed lines go on below on ${device}`,
    async (page) => {
      await execute(cell(page, 0), `print("${LONG}")\nprint("word " * 100)\nraise ValueError("${LONG} the end")`, "failed");
      for (const shown of ["[data-stream]", "[data-error] pre"]) {
        const box = cell(page, 0).locator(shown);
        assert.ok((await beyond(box)) <= 1, shown);
      }
      assert.match(await cell(page, 0).locator("[data-error] pre").innerText(), /the end$/);
    },
    profile,
  );
}

story("code in columns has a switch that wraps its lines, and is remembered", async (page) => {
  const column = (code) => `<div>\n\n\`\`\`python\n${code}\n\`\`\`\n\n</div>`;
  const deck = `# Columns\n\n---\n\n<div class="columns">\n\n${column(`a = "${LONG}"`)}\n\n${column("b = 2")}\n\n</div>\n\n---\n\n\`\`\`python\nc = "${LONG}"\n\`\`\`\n`;
  await page.route("**/lessons/columns.md", (route) => route.fulfill({ body: deck, contentType: "text/plain" }));
  await page.route("**/lessons/columns.md.json", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${URL_OF_PAGE}?lesson=columns`);
  await opened(page);
  const wide = cells(page).filter({ has: page.getByRole("button", { name: /^Wrap long lines/ }) }).first();
  const scroller = wide.locator(".cm-scroller");
  await withEditor(wide);
  assert.ok((await beyond(scroller)) > 50, "it scrolls sideways first");
  const pressed = wide.getByRole("button", { name: /^Wrap long lines/ });
  await pressed.click();
  assert.equal(await pressed.getAttribute("aria-pressed"), "true");
  assert.ok((await beyond(scroller)) <= 1);
  await page.reload();
  await opened(page);
  await withEditor(wide);
  assert.ok((await beyond(scroller)) <= 1, "after a reload too");
  await wide.getByRole("button", { name: /^Wrap long lines/ }).click();
  assert.ok((await beyond(scroller)) > 50);
});
