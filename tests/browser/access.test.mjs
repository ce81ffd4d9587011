// Everybody can use the page: axe-core finds nothing in any view, and the focus is never lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { button, cell, execute, opened, waitForKernel } from "./page.mjs";
import { story } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SIZES = [[390, 844], [640, 800], [1280, 800]];

/** What axe-core finds, in words. */
async function violations(page) {
  // Evaluated, not added as a script: the page's policy forbids scripts from elsewhere.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => (await window.axe.run()).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 150)}`).join(" … ")}`);
}

const isOn = (locator) => locator.first().isVisible();

/** Looks at a view, closes it, and goes on. */
async function lookAt(page, found, view) {
  for (const violation of await violations(page)) found.push(`${view}: ${violation}`);
}

for (const [width, height] of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    story(
      `axe finds nothing in any view: ${width} pixels, ${colorScheme}`,
      async (page) => {
        const found = [];
        await waitForKernel(page, "ready");
        await lookAt(page, found, "the column, before a run");
        await execute(cell(page, 0), "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nprint('x' * 500)\n1 + 1");
        await execute(cell(page, 1), "import sys\nprint('\\x1b[31mred \\x1b[42mon green', file=sys.stderr)\nundefined", "failed");
        await lookAt(page, found, "the column, after runs");
        await execute(cell(page, 0), "for name in ('a.txt', 'b.csv'):\n    with open(name, 'w') as file:\n        print('1,2', file=file)");
        for (const name of ["Outline", "Files", "Print", "More ways to run", /: devices$/]) {
          const opener = page.getByRole("button", { name, exact: true });
          if (!(await isOn(opener))) continue;
          await opener.first().click();
          await page.getByRole("dialog").first().waitFor();
          await lookAt(page, found, `the panel ${name}`);
          if (name === "Outline") {
            await page.getByRole("dialog").getByRole("button", { name: /^Add, move or delete/ }).first().click();
            await page.getByRole("group", { name: "What to do with the slide" }).waitFor();
            await lookAt(page, found, "a slide's tools");
          }
          await page.keyboard.press("Escape");
          await page.getByRole("dialog").first().waitFor({ state: "hidden" });
        }
        const slides = button(page, "Slides");
        if (await isOn(slides)) {
          await slides.click();
        } else {
          await button(page, "Outline").click();
          await page.getByRole("dialog").getByRole("button", { name: "Slide view" }).click();
        }
        await button(page, "Next slide").waitFor();
        await lookAt(page, found, "slide view");
        for (const key of ["o", "?"]) {
          await page.keyboard.press(key);
          await page.locator(".overlay").waitFor();
          await lookAt(page, found, `slide view, ${key}`);
          await page.keyboard.press("Escape");
        }
        const [window] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
        await window.locator("#here").waitFor();
        await lookAt(window, found, "the presenter's window");
        assert.deepEqual(found, []);
      },
      { viewport: { width, height }, colorScheme },
    );
  }
}

story("the focus never falls to the body", async (page) => {
  await waitForKernel(page, "ready");
  // What goes away when the kernel has answered is seen to be gone a moment later.
  const place = async () => {
    await page.waitForTimeout(800);
    return page.evaluate(() => document.activeElement.tagName);
  };
  await execute(cell(page, 0), "open('a.txt', 'w').write('a')");
  await button(page, "Files").click();
  await button(page, "Delete a.txt").click();
  await page.locator('[data-file="a.txt"]').waitFor({ state: "detached" });
  assert.notEqual(await place(), "BODY", "after a file is deleted");
  await button(page, "Close Files").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.notEqual(await place(), "BODY", "after a panel is closed");
  await button(page, "Restart").click();
  await page.getByRole("alert").getByRole("button", { name: "Restart" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.notEqual(await place(), "BODY", "after a message is answered");
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  await page.waitForFunction(() => document.activeElement.tagName !== "BODY");
  await button(page, "Leave slide view").click();
  await button(page, "Next slide").waitFor({ state: "detached" });
  assert.notEqual(await place(), "BODY", "after slide view");
  await opened(page);
});
