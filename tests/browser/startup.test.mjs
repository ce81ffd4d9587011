// The slides are there before the kernel is, and a run asked for early waits for it.

import assert from "node:assert/strict";
import { statSync } from "node:fs";

import { URL_OF_PAGE } from "./browser.mjs";
import { button, cell, cells, execute, kernelState, opened, output, restart, state, waitForKernel, waitForState, write } from "./page.mjs";
import { DESKTOP, PHONE, story } from "./support.mjs";

/** Holds back what has such an address until the returned function is called. */
async function hold(page, address) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens the lesson without the kernel's binary, which comes when the returned function is called. */
async function holdKernel(page) {
  const release = await hold(page, /kernel.*\.wasm/);
  await page.goto(URL_OF_PAGE);
  await opened(page);
  return release;
}

story("slides are readable while the kernel is still loading", async (page) => {
  const release = await holdKernel(page);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  assert.equal(await kernelState(page), "starting");
  assert.ok((await page.locator("main").innerText()).length > 500, "the lesson's text is shown");
  release();
});

story("who reads on while the kernel is loading stays in place when it is there", async (page) => {
  const release = await holdKernel(page);
  const slide = page.locator("main .slide").nth(19);
  await slide.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  const top = () => slide.evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  release();
  await waitForKernel(page, "ready");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.ok(Math.abs((await top()) - before) < 2, `the slide moved from ${before} to ${await top()}`);
});

story("a cell run early waits, then runs", async (page) => {
  const release = await holdKernel(page);
  await write(cell(page, 0), "print('at last')");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "queued");
  await page.waitForTimeout(500);
  assert.equal(await state(cell(page, 0)), "queued");
  release();
  await waitForState(cell(page, 0), "done");
  assert.equal(await output(cell(page, 0)), "at last");
});

story("cells that wait follow one another without the page's timers, which are late where a tab is in the background", async (page) => {
  await waitForKernel(page, "ready");
  await page.evaluate(() => {
    globalThis.setTimeout = () => 0;
  });
  for (const number of [1, 2]) await button(page, `Run cell ${number}`).click();
  for (const index of [0, 1]) await waitForState(cell(page, index), "done");
  assert.match(await output(cell(page, 1)), /^tensor\(/m);
});

story("the page stays responsive while a cell runs", async (page) => {
  await write(cell(page, 0), "import time\nstart = time.time()\nwhile time.time() - start < 3:\n    pass");
  await page.keyboard.press("ControlOrMeta+Enter");
  await waitForState(cell(page, 0), "running");
  const longest = await page.evaluate(async () => {
    let longest = 0;
    for (let last = performance.now(), end = last + 1500; last < end; ) {
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  assert.ok(longest < 1000, `the longest frame took ${longest} ms`);
  assert.equal(await state(cell(page, 0)), "running");
  await waitForState(cell(page, 0), "done");
});

story("what is printed appears while the cell still runs", async (page) => {
  await write(cell(page, 0), "import time\nprint('first')\nstart = time.time()\nwhile time.time() - start < 3:\n    pass\nprint('second')");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForFunction(() => document.querySelector("[data-cell] [data-output]")?.innerText.includes("first"));
  assert.equal(await state(cell(page, 0)), "running");
  await waitForState(cell(page, 0), "done");
  assert.equal(await output(cell(page, 0)), "first\nsecond");
});

story(
  "a kernel that does not come whole, or is of two builds, is told of, and Restart tries again",
  async (page) => {
    const bytes = (response) => response.body().then((body) => Buffer.from(body));
    const failures = {
      "kindling-kernel_bg.wasm": { 503: () => ({ status: 503, body: "" }) },
      "kindling-kernel.bin": {
        "did not come whole": async (response) => ({ body: (await bytes(response)).subarray(0, 100_000) }),
        "just been renewed": async (response) => {
          const body = await bytes(response);
          body.write("0".repeat(16), body.indexOf('"build":"') + '"build":"'.length);
          return { body };
        },
      },
    };
    for (const [file, ways] of Object.entries(failures)) {
      for (const [told, changed] of Object.entries(ways)) {
        await page.route(`**/${file}`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, ...(await changed(response)) });
        });
        await page.reload();
        await waitForKernel(page, "dead");
        await page.getByText(told).first().waitFor();
        await page.unroute(`**/${file}`);
        await page.getByRole("alert").getByRole("button", { name: "Restart" }).click();
        assert.equal(await execute(cell(page, 0), "1 + 1"), "2");
      }
    }
  },
  { mayThrow: true },
);

story("each kernel begins with Python as it was when it was built, and computes the same", async (page) => {
  const program = `import json, torch
from torch import nn
import matplotlib.pyplot as plt
torch.manual_seed(1)
layer = nn.Linear(2, 1)
layer(torch.ones(1, 2)).sum().backward()
plt.plot([1, 2])
json.dumps(layer.weight.grad.tolist())`;
  const loaded = "import sys\nsorted({'json', 'torch', 'matplotlib.pyplot'} & set(sys.modules))";
  const again = () => Promise.all([restart(page), waitForKernel(page, "starting")]);
  for (const start of [() => {}, again]) {
    await start();
    await waitForKernel(page, "ready");
    assert.equal(await execute(cell(page, 0), loaded), "['matplotlib.pyplot', 'torch']");
    assert.equal(await execute(cell(page, 0), program), "'[[1.0, 1.0]]'");
  }
});

story("what comes when it is asked for is there: layers, schedules, the library, numpy, a module imported anew", async (page) => {
  const program = `import sys, torch
from torch import nn, optim
optimizer = optim.SGD([torch.ones(1, requires_grad=True)], lr=1.0)
schedule = optim.lr_scheduler.StepLR(optimizer, step_size=1)
print(nn.LSTM(2, 3)(torch.ones(4, 2))[0].shape, optim.LBFGS.__name__, schedule.get_last_lr())
del sys.modules["torch.nn.init"]
from collections import Counter
import importlib
print(Counter("hello").most_common(1), importlib.import_module("torch.nn.init").zeros_(torch.ones(2)))
import codecs
print(importlib.reload(codecs).BOM_UTF8)
import numpy as np
print(np.arange(3) / 2, torch.ones(2).numpy())`;
  const shown = "torch.Size([4, 3]) LBFGS [1.0]\n[('l', 2)] tensor([0., 0.])\nb'\\xef\\xbb\\xbf'\n[0.  0.5 1. ] [1. 1.]";
  assert.equal(await execute(cell(page, 0), program), shown);
});

story("names in other letters are one in all their forms", async (page) => {
  assert.equal(await execute(cell(page, 0), "\u{fb01}t = 1\ncafe\u{301} = 2\nprint(fit, caf\u{e9})"), "1 2");
});

story(
  "the clock is the reader's own",
  async (page) => {
    const program = `import datetime, time
for moment in (0, 1753000000):
    print(datetime.datetime.fromtimestamp(moment), time.localtime(moment).tm_hour)
print(time.mktime(time.localtime(1753000000)))
print(time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(0).tm_wday, time.gmtime(0).tm_wday)
print(datetime.datetime.strptime("3 Mar 2021", "%d %b %Y"), time.strptime("12:30", "%H:%M").tm_hour)`;
    const shown = `1969-12-31 19:00:00 19
2025-07-20 04:26:40 4
1753000000.0
('EST', 'EDT') 18000 14400 1 2 3
2021-03-03 00:00:00 12`;
    assert.equal(await execute(cell(page, 0), program), shown);
  },
  { timezoneId: "America/New_York" },
);

/** Where headings, text and code of the first slides stand. */
const places = (page) =>
  page.locator("#deck .slide").evaluateAll((slides) =>
    slides.slice(0, 4).flatMap((slide) =>
      [slide, ...slide.querySelectorAll("h1, h2, p, li, td, img, pre")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y, width, height].map((value) => (value > 0 ? Math.round(value) : value));
      }),
    ),
  );

for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  story(
    `the first slides are read before the page's program is there, and then stay where they are: ${device}`,
    async (page) => {
      const release = await hold(page, /kindling-page.*\.wasm/);
      await page.goto(URL_OF_PAGE, { waitUntil: "commit" });
      await page.locator("#first-slides img").first().evaluate((image) => image.decode());
      assert.match(await page.locator("#first-slides h1").first().innerText(), /A straight line, learned/);
      const before = await places(page);
      assert.ok(before.length > 20, "four slides");
      release();
      await opened(page);
      assert.equal(await page.locator("#first-slides").count(), 0);
      await page.locator("#deck img").first().evaluate((image) => image.decode());
      assert.deepEqual(await places(page), before);
    },
    { viewport },
  );
}

story("a lesson that was put beside the page later is opened in the browser", async (page) => {
  const deck = "---\ntitle: Late\n---\n\n# Late <script>alert(1)</script>\n\n```python\nprint('late', 1 < 2)\n```\n";
  await page.route(/lessons\/late\.md$/, (route) => route.fulfill({ body: deck, contentType: "text/markdown" }));
  await page.goto(`${URL_OF_PAGE}?lesson=late`);
  await opened(page);
  assert.equal(await page.title(), "Late · Kindling");
  const last = cells(page).last();
  await last.getByRole("button", { name: /^Run cell/ }).click();
  await waitForState(last, "done");
  assert.equal(await output(last), "late True");
  assert.equal(await page.locator("#deck script").count(), 0);
  await page.goto(`${URL_OF_PAGE}?lesson=never`);
  assert.match(await page.getByRole("alert").innerText(), /There is no lesson “never” here/);
});

/** What a first visit may weigh to the first result, in bytes as sent (Brotli). */
const BUDGET = 3_000_000;

story("a first visit is light: all that comes before the first result", async (page) => {
  const fresh = await page.context().browser().newContext({ serviceWorkers: "block" });
  try {
    const sizes = new Map();
    fresh.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== new URL(URL_OF_PAGE).origin) return;
      const name = pathname.endsWith("/") ? "index.html" : pathname.slice(1);
      const sent = ["", ".br"].map((end) => statSync(new URL(`../../dist/${name}${end}`, import.meta.url), { throwIfNoEntry: false })?.size);
      if (sent[0] !== undefined) sizes.set(name, sent[1] ?? sent[0]);
    });
    const visit = await fresh.newPage();
    visit.setDefaultTimeout(90_000);
    await visit.goto(URL_OF_PAGE);
    await opened(visit);
    await cell(visit, 0).getByRole("button", { name: /^Run cell/ }).click();
    await waitForState(cell(visit, 0), "done");
    const sum = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    console.log(`a first visit: ${(sum / 1e6).toFixed(3)} MB`);
    assert.ok([...sizes.keys()].some((name) => name.endsWith("_bg.wasm")), "what is fetched is seen");
    assert.ok(sum <= BUDGET, [...sizes].map(([name, size]) => `${name} ${size}`).join(", "));
  } finally {
    await fresh.close();
  }
});
