// Every plot of the lesson shows its points in their colours, at any sharpness and in both themes.

import assert from "node:assert/strict";

import { cell, execute, runAll } from "./page.mjs";
import { story } from "./support.mjs";

const PLOT = `
import matplotlib.pyplot as plt
plt.figure(figsize=(6, 4))
plt.scatter([0, 1, 2], [0, 1, 4], c="#d000d0", s=40, label="points")
plt.plot([0, 1, 2], [0, 1, 2], color="#00a0a0", linewidth=3, label="line")
plt.title("Two series")
plt.legend()
plt.show()`;

/** How many pixels of a canvas are of nearly this colour. */
const pixels = (canvas, [red, green, blue]) =>
  canvas.evaluate(
    (element, [red, green, blue]) => {
      const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const distance = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue);
        if (distance < 30 && data[at + 3] > 200) count += 1;
      }
      return count;
    },
    [red, green, blue],
  );

/** How many clearly coloured (not grey) pixels a canvas has. */
const coloured = (canvas) =>
  canvas.evaluate((element) => {
    const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at], data[at + 1], data[at + 2]];
      if (data[at + 3] > 200 && Math.max(...channels) - Math.min(...channels) > 60) count += 1;
    }
    return count;
  });

for (const [colorScheme, deviceScaleFactor] of [["light", 1], ["light", 2], ["dark", 1.5]]) {
  story(
    `a plot shows its series in their colours (${colorScheme}, ${deviceScaleFactor} dots a pixel)`,
    async (page) => {
      await execute(cell(page, 0), PLOT);
      const canvas = cell(page, 0).locator("canvas[data-figure]");
      assert.equal(await canvas.count(), 1);
      assert.ok((await pixels(canvas, [0xd0, 0x00, 0xd0])) > 60, "three points");
      assert.ok((await pixels(canvas, [0x00, 0xa0, 0xa0])) > 200, "a line");
      const [shown, drawn] = await canvas.evaluate((element) => [element.clientWidth, element.width]);
      assert.equal(drawn, Math.round(shown * deviceScaleFactor), "one dot a device pixel");
      assert.match(await canvas.getAttribute("aria-label"), /Two series/);
    },
    { colorScheme, deviceScaleFactor },
  );
}

story(
  "on a dark page a figure brings a light ground: colours that were chosen for one stay apart",
  async (page) => {
    await execute(cell(page, 0), PLOT.replace("#d000d0", "navy").replace("#00a0a0", "purple"));
    const canvas = cell(page, 0).locator("canvas[data-figure]");
    const corner = await canvas.evaluate((element) => [...element.getContext("2d").getImageData(2, 2, 1, 1).data]);
    assert.ok(Math.min(...corner) > 240, `the ground is ${corner}`);
    assert.ok((await pixels(canvas, [0x00, 0x00, 0x80])) > 60, "three points");
    assert.ok((await pixels(canvas, [0x80, 0x00, 0x80])) > 200, "a line");
  },
  { colorScheme: "dark" },
);

story("every plot of the lesson has something in colour", async (page) => {
  await runAll(page);
  const canvases = await page.locator("canvas[data-figure]").all();
  assert.ok(canvases.length >= 4, `the lesson has only ${canvases.length} plots`);
  for (const canvas of canvases) {
    const label = await canvas.getAttribute("aria-label");
    assert.ok(label, "a text for screen readers");
    assert.ok((await coloured(canvas)) > 100, `${label} is empty`);
  }
});
