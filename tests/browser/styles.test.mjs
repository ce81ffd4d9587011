// A lecturer's deck has its own clothes: themes, styles, columns. They stay on its slides.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";

import { openCase, overflow } from "./cases.mjs";
import { button, cell, waitForState } from "./page.mjs";
import { DESKTOP, PHONE, story } from "./support.mjs";

const PICTURES = new URL("out/", import.meta.url);

const css = (locator, property) => locator.evaluate((element, property) => getComputedStyle(element)[property], property);
const top = async (locator) => (await locator.boundingBox()).y;

async function picture(page, name) {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname, fullPage: true });
}

for (const [theme, paper] of [["default", "rgb(255, 255, 255)"], ["gaia", "rgb(255, 248, 225)"], ["uncover", "rgb(253, 252, 255)"]]) {
  story(`${theme} is known by its paper, by day and by night`, async (page) => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await openCase(page, "decks", `s03-${theme}.md`);
      assert.equal(await css(page.locator("#slide-2"), "backgroundColor"), paper);
      assert.notEqual(await css(page.locator("#slide-3"), "backgroundColor"), paper, "inverted");
      await picture(page, `theme-${theme}-${colorScheme}`);
    }
  });
}

story("a style lays out columns, colours slides and moves no button", async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).hostname));
  await openCase(page, "decks", "s01-style.md");
  await picture(page, "style");
  const [left, right] = [page.getByText("Left, without"), page.getByText("Right, without")];
  assert.ok(Math.abs((await top(left)) - (await top(right))) < 2, "side by side");
  assert.equal(await css(page.locator("#slide-1 h1"), "color"), "rgb(170, 0, 0)");
  assert.equal(await css(page.locator("#slide-2"), "backgroundColor"), "rgb(17, 34, 51)");
  assert.equal(await css(page.getByText("blue stuck"), "color"), "rgb(0, 0, 255)");
  assert.notEqual(await css(page.getByText("not blue"), "color"), "rgb(0, 0, 255)", "scoped to a slide");
  assert.notEqual(await css(page.getByText("stuck", { exact: true }), "position"), "fixed");
  assert.ok(await page.locator("header.bar").isVisible(), "the bar is no element of the deck's");
  const code = cell(page, 0);
  const columns = page.locator("#slide-2 .columns");
  const widths = await columns.locator("> .column").evaluateAll((all) => all.map((each) => each.offsetWidth));
  assert.ok(Math.abs(widths[0] / widths[1] - 2) < 0.1, `two to one: ${widths}`);
  await code.getByRole("button", { name: "Run cell 1" }).click();
  await waitForState(code, "done");
  assert.ok(!asked.includes("example.org"), "nothing is fetched from elsewhere");
});

story("pictures beside and behind the text have the room that their author gave them", async (page) => {
  await openCase(page, "decks", "s02-split.md");
  const widths = await page.locator("#slide-1 .column").evaluateAll((all) => all.map((each) => each.offsetWidth));
  assert.ok(Math.abs(widths[0] / widths[1] - 3) < 0.2, `three to one: ${widths}`);
  const [first, second] = await page.locator("#slide-2 .backdrop img").all();
  const [one, two] = [await first.boundingBox(), await second.boundingBox()];
  assert.ok(one.x + one.width <= two.x + 1 && Math.abs(one.height - two.height) < 2, "side by side");
  assert.equal(await css(second, "objectFit"), "contain");
  assert.equal(await page.locator("#slide-3 .backdrop img").count(), 1);
  assert.equal(await css(page.locator("#slide-3 h2"), "color"), "rgb(255, 255, 255)");
});

story("an unknown theme is told once, on the author's own computer", async (page) => {
  await openCase(page, "decks", "s04-unknown-theme.md");
  assert.match(await page.locator(".notice").textContent(), /no theme “beamerish”/);
  await openCase(page, "decks", "s04-unknown-theme.md");
  assert.equal(await page.locator(".notice").count(), 0);
});

story("on a phone columns lie below each other", async (page) => {
  for (const name of ["s01-style.md", "s02-split.md", "s03-default.md", "s03-gaia.md", "s03-uncover.md"]) {
    await openCase(page, "decks", name);
    assert.ok((await overflow(page)) <= 0, name);
    await picture(page, `${name}-phone`);
  }
  await openCase(page, "decks", "s01-style.md");
  assert.ok((await top(page.getByText("Right, without"))) > (await top(page.getByText("Left, without"))) + 10);
}, { viewport: PHONE });

story("slide view has the deck's clothes", async (page) => {
  await openCase(page, "decks", "s01-style.md");
  await button(page, "Slides").click();
  await button(page, "Next slide").waitFor();
  const beside = await page.locator("#slide-1").boundingBox();
  const message = await page.getByRole("alert").boundingBox();
  assert.ok(beside.y + beside.height <= message.y, "a message covers nothing of the slide");
  await button(page, "Close message").click();
  await page.screenshot({ path: new URL("style-slides.png", PICTURES).pathname });
  await page.keyboard.press("ArrowRight");
  await page.locator("#slide-2[data-current]").waitFor();
  await page.screenshot({ path: new URL("style-slides-2.png", PICTURES).pathname });
  const { y, height } = await page.locator("#slide-2").boundingBox();
  assert.ok(y === 0 && height > DESKTOP.height * 0.9, `it is as high as the window: ${y}, ${height}`);
  assert.equal(await css(page.locator("#slide-2"), "backgroundColor"), "rgb(17, 34, 51)");
}, { viewport: DESKTOP });

story("pictures of other sites are fetched for a reader who wants them, and not before", async (page) => {
  const asked = [];
  await page.route("https://pictures.test/**", (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: "<svg xmlns='http://www.w3.org/2000/svg'/>", contentType: "image/svg+xml" });
  });
  await openCase(page, "decks", "f02-elsewhere.md");
  const picture = () => page.locator("#slide-1").evaluate((slide) => getComputedStyle(slide).backgroundImage);
  const notice = page.getByRole("alert");
  assert.match(await notice.textContent(), /pictures from pictures\.test/);
  assert.equal(await picture(), "none");
  assert.deepEqual(asked, []);
  await notice.getByRole("button", { name: "Show them" }).click();
  await page.waitForFunction(() => getComputedStyle(document.querySelector("#slide-1")).backgroundImage !== "none");
  await notice.waitFor({ state: "detached" });
  await openCase(page, "decks", "f02-elsewhere.md");
  assert.match(await picture(), /pictures\.test\/paper\.svg/, "the answer is remembered");
  assert.equal(await notice.count(), 0);
});
