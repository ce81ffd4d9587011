// A student opens the lesson in class and goes on in the train; the lecturer puts a new version online meanwhile.

import assert from "node:assert/strict";

import { startHost } from "./host.mjs";
import { button, cell, cells, execute, opened, restart, waitForKernel, waitForState, withEditor } from "./page.mjs";
import { story } from "./support.mjs";

const ALLOWED = { serviceWorkers: "allow" };

/** The library, and the kernel's second part. */
const LIBRARY = ["import statistics\nprint(statistics.median([1, 3, 2]))", "2"];
const REST = ["import torch\ntorch.linalg.solve(torch.eye(2) * 4, torch.tensor([2.0, 4.0]))", "tensor([0.5000, 1.0000])"];

/** The addresses that the service worker keeps. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.endsWith(" seen"));
    const keys = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
    return keys.map(({ url }) => url.slice(location.href.replace(/[?#].*/, "").length).replace(/\?.*/, ""));
  });

/** Waits until all of a build is kept, but for what is not `wanted`. */
async function waitUntilKept(page, host, wanted = () => true) {
  const files = Object.keys(await host.files()).filter(wanted).length;
  while ((await kept(page)).length < files) await page.waitForTimeout(200);
}

async function visit(page, host) {
  await page.goto(host.url);
  await opened(page);
}

async function works(page) {
  await opened(page);
  await waitForKernel(page, "ready");
  for (const [program, shown] of [LIBRARY, REST]) assert.equal(await execute(cell(page, 0), program), shown);
  await restart(page);
  await waitForKernel(page, "starting");
  await waitForKernel(page, "ready");
  assert.equal(await execute(cells(page).last(), "1 + 1"), "2");
}

story(
  "after one visit all of the lesson works without a network, in that visit and in the next",
  async (page) => {
    const host = await startHost();
    await visit(page, host);
    await waitUntilKept(page, host);
    host.stop();
    await works(page);
    await page.reload();
    await works(page);
    await page.goto(`${host.url}?lesson=straight-line#slide-3`);
    await opened(page);
    await withEditor(cell(page, 5));
  },
  ALLOWED,
);

story(
  "what works without a network is fetched after the first result, and what few need not where that costs money",
  async (page) => {
    const host = await startHost();
    const worker = await host.text("service-worker.js");
    const end = worker.indexOf("\n") + 1;
    const saves = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });\n";
    host.change("service-worker.js", worker.slice(0, end) + saves + worker.slice(end));
    await visit(page, host);
    await cell(page, 0).getByRole("button", { name: /^Run cell/ }).click();
    await waitForState(cell(page, 0), "done");
    const early = ["offline.js", "service-worker.js", "kindling-library.bin", "kindling-opener.js"];
    assert.deepEqual(host.asked.filter((address) => early.includes(address)), []);
    const isLate = (address) => /^kindling-(library|kernel-rest|opener)/.test(address);
    await waitUntilKept(page, host, (address) => !isLate(address));
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.waitForTimeout(1000);
    assert.deepEqual((await kept(page)).filter((address) => /^kindling-(library|opener)/.test(address)), []);
    await page.reload();
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), LIBRARY[0]), LIBRARY[1]);
    host.stop();
    await page.reload();
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), LIBRARY[0]), LIBRARY[1], "what was used once is kept");
  },
  ALLOWED,
);

story(
  "a lesson that was put beside the page later is there without a network once it was seen",
  async (page) => {
    const host = await startHost();
    host.change("lessons/late.md", "# Late\n\n```python\nprint('late')\n```\n");
    await page.goto(`${host.url}?lesson=late`);
    await opened(page);
    await waitUntilKept(page, host);
    host.stop();
    await page.reload();
    await opened(page);
    await waitForKernel(page, "ready");
    await cells(page).last().getByRole("button", { name: /^Run cell/ }).click();
    await waitForState(cells(page).last(), "done");
  },
  ALLOWED,
);

const LESSON = "lessons/straight-line.md.json";
const LOADER = "kernel-loader.js";

/** The files of a later build: its first heading and its kernel's loader are other ones. */
async function nextBuild(host) {
  const lesson = (await host.text(LESSON)).replaceAll("A straight line, learned", "A crooked line, learned");
  const page = (await host.text("index.html")).replaceAll("A straight line, learned", "A crooked line, learned");
  return { [LESSON]: lesson, [LOADER]: `globalThis.isNext = true;\n${await host.text(LOADER)}`, "./": page };
}

const heading = (page) => page.locator("#deck h1").first().innerText();
const isNext = (page) => page.workers()[0].evaluate(() => Boolean(globalThis.isNext));

/** Asks for a new version, and waits until it is there or has been refused. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    while (registration.installing) await new Promise((next) => setTimeout(next, 100));
    return Boolean(registration.waiting);
  });

async function restarted(page) {
  await restart(page);
  await waitForKernel(page, "starting");
  await waitForKernel(page, "ready");
}

story(
  "a new version is offered and never forced, and an old page has no file of it",
  async (page) => {
    const host = await startHost();
    await visit(page, host);
    await waitUntilKept(page, host);
    await page.reload();
    await waitForKernel(page, "ready");
    const next = await nextBuild(host);
    for (const [address, content] of Object.entries(next)) host.change(address === "./" ? "index.html" : address, content);
    await host.name("next", next);
    assert.equal(await update(page), true);
    const offer = page.getByRole("alert");
    await page.reload();
    await offer.getByText(/A new version of Kindling is there/).waitFor();
    assert.equal(await heading(page), "A straight line, learned");
    await restarted(page);
    assert.equal(await isNext(page), false, "the old page starts the old kernel");

    const second = await page.context().newPage();
    await second.goto(host.url);
    await opened(second);
    assert.equal(await heading(second), "A straight line, learned");
    await page.reload();
    // It is offered when there is nothing else to say.
    await offer.getByText(/open in another tab/).waitFor();
    await button(page, "Close message").click();
    await offer.getByRole("button", { name: "Use it now" }).click();
    await offer.getByText(/other tabs have the old one open/).waitFor();
    assert.equal(await heading(page), "A straight line, learned");
    await second.close();
    await Promise.all([page.waitForEvent("load"), offer.getByRole("button", { name: "Use it now" }).click()]);
    await opened(page);
    assert.equal(await heading(page), "A crooked line, learned");
    await waitForKernel(page, "ready");
    assert.equal(await isNext(page), true);
    assert.equal((await kept(page)).length, Object.keys(await host.files()).length, "what only the old one had is gone");
    host.stop();
    await page.reload();
    await opened(page);
    assert.equal(await heading(page), "A crooked line, learned");
  },
  ALLOWED,
);

story(
  "a version of which a part is missing is not offered",
  async (page) => {
    const host = await startHost();
    await visit(page, host);
    await waitUntilKept(page, host);
    const next = await nextBuild(host);
    host.change(LESSON, next[LESSON]);
    await host.name("next", next);
    assert.equal(await update(page), false);
    await page.reload();
    await opened(page);
    assert.equal(await heading(page), "A straight line, learned");
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), "1 + 1"), "2");
  },
  ALLOWED,
);

story("the page can be installed: its manifest and its icons are there", async (page) => {
  const address = await page.locator('link[rel="manifest"]').evaluate(({ href }) => href);
  const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), address);
  assert.equal(new URL(manifest.start_url, address).href, new URL(".", address).href);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, address).href);
    assert.equal(size, sizes);
  }
});
