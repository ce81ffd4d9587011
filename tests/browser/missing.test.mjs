// What a browser lacks, or what does not come, is said in a student's words.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { launchWithoutGpu, URL_OF_PAGE } from "./browser.mjs";
import { button, cell, execute, opened, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

const alert = (page) => page.getByRole("alert");
/** What no student should read. */
const JARGON = /JsValue|unreachable|noop|undefined|compiled in|TypeError/;

async function said(page, words) {
  await alert(page).first().waitFor();
  const text = await alert(page).first().innerText();
  assert.match(text, words);
  assert.doesNotMatch(text, JARGON);
}

story(
  "a page that was opened as a file says how to serve it, and can be read",
  async (page) => {
    await page.goto(pathToFileURL(resolve(process.env.KINDLING_DIST ?? "dist", "index.html")).href);
    await said(page, /opened as a file.*http\.server/);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  },
  { mayThrow: true },
);

for (const [what, lacking, words] of [
  ["without WebAssembly", "delete globalThis.WebAssembly", /runs no WebAssembly.*Update it/],
  ["without SIMD", "WebAssembly.validate = () => false", /too old to run Python.*Update it/],
  ["that is old", "delete Promise.withResolvers", /too old to run Python.*Update it/],
]) {
  story(
    `a browser ${what} is told what to do, and shows the first slides`,
    async (page) => {
      await page.addInitScript(lacking);
      await page.reload();
      await said(page, words);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    },
    { mayThrow: true },
  );
}

for (const file of ["*.wasm", "*.js"]) {
  story(
    `when the page's own program does not come (${file}), the page says so`,
    async (page) => {
      await page.route(`**/kindling-page-${file}`, (route) => route.abort());
      await page.reload();
      await said(page, /did not come.*online.*reload/);
    },
    { mayThrow: true },
  );
}

story(
  "a kernel that cannot be loaded says so in plain words, and Restart has it come",
  async (page) => {
    await page.route("**/kindling-kernel*", (route) => route.abort());
    await page.reload();
    await waitForKernel(page, "dead");
    await said(page, /could not be loaded.*online/);
    await page.unroute("**/kindling-kernel*");
    await alert(page).getByRole("button", { name: "Restart" }).click();
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), "1 + 1"), "2");
  },
  { mayThrow: true },
);

story(
  "where Stop restarts Python, that is known before",
  async (page) => {
    await page.addInitScript("delete WebAssembly.Suspending; delete WebAssembly.promising");
    await page.reload();
    await opened(page);
    await waitForKernel(page, "ready");
    await page.getByRole("button", { name: /: devices$/ }).click();
    await page.locator("[data-stop]").getByText(/Stop restarts Python in this browser/).waitFor();
    await page.getByRole("button", { name: "Close devices" }).click();
    await write(cell(page, 0), "while True:\n    pass");
    await page.keyboard.press("ControlOrMeta+Enter");
    await waitForState(cell(page, 0), "running");
    await cell(page, 0).getByText("running; in this browser, Stop restarts Python").waitFor();
    assert.match(await button(page, "Stop").first().getAttribute("title"), /variables are lost/);
    await button(page, "Stop").first().click();
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), "1 + 1"), "2");
  },
  { loader: "delete WebAssembly.Suspending; delete WebAssembly.promising;\n" },
);

story(
  "without a GPU the lesson's device is the CPU, and the menu says so in plain words",
  async (page) => {
    await waitForKernel(page, "ready");
    await page.getByRole("button", { name: /: devices$/ }).click();
    const card = page.locator('[data-device="webgpu"][data-state="unavailable"]');
    await card.waitFor();
    assert.match(await card.innerText(), /This browser gives pages no GPU|no GPU adapter/);
    assert.doesNotMatch(await card.innerText(), JARGON);
  },
  { browser: launchWithoutGpu },
);
