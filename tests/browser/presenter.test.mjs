// A lecturer speaks: list items appear one by one, and the presenter's window shows what the class does not see.

import assert from "node:assert/strict";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, opened, waitForKernel, waitForState } from "./page.mjs";
import { picture, story } from "./support.mjs";

const TALK = `# Talk

<!-- Say hello. -->

---

## Points

* one
* two

1) three

- at once

<!-- Wait after each. -->

---

## Code

\`\`\`python
import torch
print(6 * 7)
\`\`\`
`;

async function openTalk(page) {
  await page.context().route("**/lessons/talk.md", (route) => route.fulfill({ body: TALK, contentType: "text/plain" }));
  await page.context().route("**/lessons/talk.md.json", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${URL_OF_PAGE}?lesson=talk`);
  await opened(page);
  await waitForKernel(page, "ready");
}

async function present(page) {
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
}

const slide = (page) => page.evaluate(() => [...document.querySelectorAll("section.slide")].findIndex((slide) => "current" in slide.dataset));

/** The list items that are seen. */
const seen = (page) =>
  page.locator("#slide-2 li").evaluateAll((all) =>
    all.filter((item) => item.checkVisibility({ visibilityProperty: true })).map((item) => item.textContent.trim()),
  );

story("list items appear one by one in slide view, and are all there in the column", async (page) => {
  await openTalk(page);
  assert.deepEqual(await seen(page), ["one", "two", "three", "at once"]);
  await present(page);
  await page.keyboard.press("ArrowRight");
  for (const [key, items] of [
    ["", ["at once"]],
    ["ArrowRight", ["one", "at once"]],
    ["Space", ["one", "two", "at once"]],
    ["ArrowLeft", ["one", "at once"]],
    ["n", ["one", "two", "at once"]],
    ["PageDown", ["one", "two", "three", "at once"]],
  ]) {
    if (key) await page.keyboard.press(key);
    assert.deepEqual(await seen(page), items, key);
    assert.equal(await slide(page), 1);
  }
  await page.keyboard.press("ArrowRight");
  assert.equal(await slide(page), 2);
  assert.equal(await button(page, "Next slide").isDisabled(), true);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await seen(page)).length, 4, "going back, all is there");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  assert.deepEqual(await seen(page), ["at once"]);
  await page.keyboard.press("Escape");
  await button(page, "Next slide").waitFor({ state: "detached" });
  assert.equal((await seen(page)).length, 4);
});

story("the presenter's window shows notes and what comes next, and both turn slides, after reloads too", async (page) => {
  await openTalk(page);
  await present(page);
  const [window] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
  const place = window.locator("#place");
  const isAt = (shown) => window.waitForFunction((shown) => document.getElementById("place").textContent === shown, shown);
  await window.getByText("Say hello.").waitFor();
  await isAt("1 / 3");
  await window.frameLocator("#here").getByRole("heading", { name: "Talk" }).waitFor();
  await window.frameLocator("#next").getByRole("heading", { name: "Points" }).waitFor();
  await button(window, "Forward").click();
  await isAt("2 / 3");
  assert.equal(await slide(page), 1);
  await window.getByText("Wait after each.").waitFor();
  await window.keyboard.press("ArrowRight");
  await page.locator("#slide-2 li[data-shown]").first().waitFor();
  assert.deepEqual(await seen(page), ["one", "at once"]);
  await picture(window, "presenter");
  await window.reload();
  await window.getByText("Wait after each.").waitFor();
  await window.keyboard.press("End");
  await isAt("3 / 3");
  assert.equal(await slide(page), 2);
  await page.bringToFront();
  await page.keyboard.press("Shift+Enter");
  await waitForState(cell(page, 0), "done");
  await window.frameLocator("#here").getByText("42").waitFor();
  await page.reload();
  await opened(page);
  await button(page, "Next slide").waitFor();
  // Until the page is there again, the window offers nothing that it could not do.
  await window.locator("#here").waitFor();
  await isAt("3 / 3");
  await button(window, "Back").click();
  await isAt("2 / 3");
  assert.equal(await slide(page), 1);
  await button(page, "Leave slide view").click();
  await window.getByRole("button", { name: "Show them" }).click();
  await button(page, "Next slide").waitFor();
  assert.ok(await place.isVisible());
});

story("the timer outlives a reload, and can be paused and set to zero", async (page) => {
  await openTalk(page);
  await present(page);
  const [window] = await Promise.all([page.waitForEvent("popup"), button(page, "Presenter").click()]);
  const timer = window.locator("#timer");
  await window.waitForFunction(() => document.getElementById("timer").textContent === "0:02");
  await window.reload();
  await window.waitForFunction(() => /^0:0[2-9]$/.test(document.getElementById("timer").textContent));
  await button(window, "Pause the timer").click();
  const paused = await timer.innerText();
  await window.waitForTimeout(1500);
  assert.equal(await timer.innerText(), paused);
  await button(window, "Reset").click();
  assert.equal(await timer.innerText(), "0:00");
  assert.match(await window.locator("#clock").innerText(), /\d\d:\d\d/);
});

story("the class sees the pointer of the presenter's window, and the screen stays awake", async (page) => {
  await page.addInitScript(() => {
    globalThis.awake = 0;
    const lock = { released: false, release: () => void (globalThis.awake -= 1) };
    const request = async () => ((globalThis.awake += 1), lock);
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  await openTalk(page);
  const awake = (wanted) => page.waitForFunction((wanted) => globalThis.awake === wanted, wanted);
  await present(page);
  await awake(1);
  const [window] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
  await window.getByText("Say hello.").waitFor();
  const pointer = page.locator(".pointer");
  const view = await window.locator("#here").boundingBox();
  await window.mouse.move(view.x + view.width / 4, view.y + view.height / 2);
  assert.equal(await pointer.isVisible(), false, "not unless it is asked for");
  await window.keyboard.press("l");
  await window.mouse.move(view.x + view.width / 2, view.y + view.height / 2);
  await pointer.waitFor();
  const dot = await pointer.boundingBox();
  const { width, height } = page.viewportSize();
  assert.ok(Math.abs(dot.x + dot.width / 2 - width / 2) < 5 && Math.abs(dot.y + dot.height / 2 - height / 2) < 5, JSON.stringify(dot));
  await window.keyboard.press("l");
  await pointer.waitFor({ state: "hidden" });
  await page.bringToFront();
  await page.keyboard.press("l");
  const cursor = () => page.locator("#slide-1 h1").evaluate((heading) => getComputedStyle(heading).cursor);
  assert.match(await cursor(), /^url\(/);
  await button(page, "Leave slide view").click();
  await awake(0);
});
