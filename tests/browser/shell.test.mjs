// What students know from Jupyter: input(), rich values, outputs that replace each other, magics and shell lines.

import assert from "node:assert/strict";

import { cell, execute, output, waitForKernel, waitForState, write } from "./page.mjs";
import { story } from "./support.mjs";

const start = async (page, source) => {
  await waitForKernel(page, "ready");
  await write(cell(page, 3), source);
  await page.keyboard.press("ControlOrMeta+Enter");
};

story("input() asks below its cell, and the answer goes on in Python", async (page) => {
  await start(page, "name = input('Your name? ')\nprint('Hello', name)");
  const field = cell(page, 3).locator("[data-question] input");
  await field.waitFor();
  assert.equal((await cell(page, 3).locator("[data-question] label").innerText()).trim(), "Your name?");
  await page.waitForFunction(() => document.activeElement?.closest("[data-question]"));
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await waitForState(cell(page, 3), "done");
  assert.equal(await output(cell(page, 3)), "Your name? Ada\nHello Ada");
  assert.equal(await cell(page, 3).locator("[data-question]").count(), 0);
});

story("a password is not shown, and Stop ends the waiting", async (page) => {
  await start(page, "import getpass\nsecret = getpass.getpass()\nlen(secret)");
  const field = cell(page, 3).locator("[data-question] input");
  await field.waitFor();
  assert.equal(await field.getAttribute("type"), "password");
  await field.fill("hush");
  await field.press("Enter");
  await waitForState(cell(page, 3), "done");
  assert.doesNotMatch(await output(cell(page, 3)), /hush/);
  await start(page, "input()");
  await field.waitFor();
  await cell(page, 3).locator("button[aria-label^=Stop]").click();
  await waitForState(cell(page, 3), "failed");
  assert.match(await output(cell(page, 3)), /KeyboardInterrupt/);
  assert.equal(await field.count(), 0);
});

story("values are shown in their richest form, and nothing in them runs", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 3), "import pandas as pd\npd.DataFrame({'height': [1.5, 2.0], 'name': ['Ada', '<b>Bob</b>']})");
  const table = cell(page, 3).locator("[data-rich] table.dataframe");
  await table.waitFor();
  assert.equal(await table.locator("td").last().innerText(), "<b>Bob</b>");
  const html = "<b id=bold>bold</b><script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\">";
  await execute(cell(page, 3), `from IPython.display import *\ndisplay(HTML('${html}'), Markdown('**strong** $x^2$'))`);
  await cell(page, 3).locator("[data-rich] b").waitFor();
  await cell(page, 3).locator("[data-rich] strong").waitFor();
  await cell(page, 3).locator("[data-rich] msup").waitFor();
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

story("what a cell shows can take the place of what it has shown", async (page) => {
  await waitForKernel(page, "ready");
  const loop = [
    "import time",
    "from IPython.display import clear_output, display",
    "for step in range(5):",
    "    clear_output(wait=True)",
    "    print('step', step)",
    "    plt.plot([0, step]); plt.show()",
    "    time.sleep(0.02)",
  ];
  await execute(cell(page, 3), `import matplotlib.pyplot as plt\n${loop.join("\n")}`);
  assert.equal(await output(cell(page, 3)), "step 4");
  assert.equal(await cell(page, 3).locator(".figure canvas").count(), 1);
  const live = "fig, ax = plt.subplots()\nfor step in range(5):\n    ax.cla(); ax.plot([0, step]); plt.pause(0.02)";
  await execute(cell(page, 3), live);
  assert.equal(await cell(page, 3).locator(".figure canvas").count(), 1);
  await execute(cell(page, 3), "handle = display('one', display_id=True)\nprint('between')\nhandle.update('two')");
  assert.equal(await output(cell(page, 3)), "'two'\nbetween");
});

story("magics and shell lines work, or say what they cannot do, and the rest of the cell runs", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 3), "%%writefile helper.py\ndef double(x):\n    return 2 * x");
  assert.equal(await output(cell(page, 3)), "Writing helper.py");
  await execute(cell(page, 3), "%matplotlib inline\n!pip install -q torch\nimport helper\nfiles = !ls *.py\nhelper.double(len(files))");
  assert.equal(await output(cell(page, 3)), "2");
  await execute(cell(page, 3), "!wget http://example.org/data.zip\nprint('goes on')");
  assert.match(await output(cell(page, 3)), /a page cannot fetch that by itself[^]*goes on/);
  await execute(cell(page, 3), "async def f():\n    return 3\nawait f()");
  assert.equal(await output(cell(page, 3)), "3");
});

story("the names of characters come when one is asked for", async (page) => {
  await waitForKernel(page, "ready");
  const asked = [];
  page.on("request", (request) => request.url().includes("kindling-names") && asked.push(request.url()));
  await execute(cell(page, 3), 'print("20 \\N{DEGREE SIGN}C")');
  assert.equal(await output(cell(page, 3)), "20 °C");
  assert.equal(asked.length, 1);
});
