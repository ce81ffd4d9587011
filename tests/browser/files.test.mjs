// A student's files: large ones are kept too, a mistake is undone, and one sees what is in them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { button, cell, execute, opened, output, waitForKernel } from "./page.mjs";
import { story } from "./support.mjs";

const file = (page, name) => page.locator(`[data-file="${name}"]`);

story("files of many megabytes are kept for the next visit, beside small ones", async (page) => {
  const write = "for name in ('a.bin', 'b.bin', 'c.bin'):\n    open(name, 'wb').write(name.encode() * 1_000_000)\nopen('small.txt', 'w').write('small')";
  await execute(cell(page, 0), write);
  await button(page, "Files").click();
  await file(page, "c.bin").waitFor();
  assert.equal(await page.getByText(/only until you leave/).count(), 0);
  await page.locator("[data-room]").getByText(/[\d.]+ [kM]B used in this browser, [\d.]+ [MG]B left/).waitFor();
  await page.waitForTimeout(1000);
  await page.reload();
  await opened(page);
  await file(page, "c.bin").waitFor();
  const read = "[open(name, 'rb').read() == name.encode() * 1_000_000 for name in ('a.bin', 'b.bin', 'c.bin')], open('small.txt').read()";
  assert.equal(await execute(cell(page, 0), read), "([True, True, True], 'small')");
  await button(page, "Delete a.bin").click();
  await file(page, "a.bin").waitFor({ state: "detached" });
  await page.waitForTimeout(500);
  await page.reload();
  await opened(page);
  await file(page, "b.bin").waitFor();
  assert.equal(await file(page, "a.bin").count(), 0, "what was deleted does not come back");
});

story("a browser that keeps nothing says so, and not that there is no room", async (page) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(globalThis, "localStorage", { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
  await page.reload();
  await opened(page);
  await execute(cell(page, 0), "open('a.txt', 'w').write('a')");
  await button(page, "Files").click();
  await file(page, "a.txt").getByText("this browser keeps nothing").waitFor();
});

story("a deleted file comes back by Undo, and the message is above the drawer", async (page) => {
  await execute(cell(page, 0), "open('note.txt', 'w').write('hello')");
  await button(page, "Files").click();
  await button(page, "Delete note.txt").click();
  await file(page, "note.txt").waitFor({ state: "detached" });
  const undo = page.getByRole("alert").getByRole("button", { name: "Undo" });
  const box = await undo.boundingBox();
  const isSeen = await undo.evaluate((button, [x, y]) => button.contains(document.elementFromPoint(x, y)), [box.x + box.width / 2, box.y + box.height / 2]);
  assert.ok(isSeen, "nothing lies over it");
  await undo.click();
  await file(page, "note.txt").waitFor();
  assert.equal(await execute(cell(page, 0), "open('note.txt').read()"), "'hello'");
});

story("a cell says which files it has written, and leads to them", async (page) => {
  const foot = (index) => cell(page, index).locator(".wrote");
  await execute(cell(page, 0), "open('one.txt', 'w').write('1')");
  assert.equal(await foot(0).innerText(), "saved one.txt");
  await execute(cell(page, 1), "1 + 1");
  assert.equal(await foot(1).count(), 0, "another cell has written nothing");
  await execute(cell(page, 1), "for name in 'abc':\n    open(name, 'w').write(name)");
  assert.equal(await foot(1).innerText(), "saved 3 files");
  await foot(0).click();
  await file(page, "one.txt").waitFor();
});

story("files that are dropped anywhere on the page are taken", async (page) => {
  await waitForKernel(page, "ready");
  await page.locator("section.slide").first().evaluate((slide) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["a,b\n1,2\n"], "dropped.csv"));
    slide.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.getByRole("alert").getByText("dropped.csv is among the files now").waitFor();
  assert.equal(await execute(cell(page, 0), "open('dropped.csv').read()"), String.raw`'a,b\n1,2\n'`);
});

const MAKES_FILES = `
import torch
from torch import nn
torch.save(nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4)).state_dict(), "model.pth")
open("data.csv", "w").write('name,value\\n"a, b",2\\n')
open("text.txt", "w").write("first\\nsecond")
open("bytes.bin", "wb").write(bytes(range(32)) * 4)
open("dot.svg", "w").write('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle r="5"/></svg>')
import json, struct
head = json.dumps({"w": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]}}).encode()
open("w.safetensors", "wb").write(struct.pack("<Q", len(head)) + head + bytes(16))
print("made")`;

story("one sees what is in a file: text, a table, a picture, and the tensors of a model", async (page) => {
  assert.equal(await execute(cell(page, 0), MAKES_FILES), "made");
  await button(page, "Files").click();
  const look = async (name) => {
    await file(page, name).getByRole("button", { name: new RegExp(`^${name}`) }).click();
    const shown = file(page, name).locator("[data-preview] > *");
    await shown.waitFor();
    return shown;
  };
  assert.equal(await (await look("text.txt")).textContent(), "first\nsecond");
  const cells = async (name) => (await look(name)).locator("tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(" | ")));
  assert.deepEqual(await cells("data.csv"), ["name | value", "a, b | 2"]);
  assert.deepEqual(await cells("w.safetensors"), ["name | shape | dtype", "w | (2, 2) | F32"]);
  assert.deepEqual(await cells("model.pth"), [
    "name | shape | dtype",
    "0.weight | (4, 3) | float32",
    "0.bias | (4) | float32",
    "1.weight | (4) | float32",
    "1.bias | (4) | float32",
    "1.running_mean | (4) | float32",
    "1.running_var | (4) | float32",
    "1.num_batches_tracked | () | int64",
  ]);
  const picture = await look("dot.svg");
  await picture.evaluate((image) => image.decode());
  assert.equal(await picture.evaluate((image) => image.naturalWidth), 20);
  assert.match(await (await look("bytes.bin")).textContent(), /nothing to show/);
});

story("all files are downloaded as one archive", async (page) => {
  await execute(cell(page, 0), "import os\nos.makedirs('models', exist_ok=True)\nopen('models/ä.bin', 'wb').write(bytes(range(256)) * 10)\nopen('b.txt', 'w').write('b')");
  await button(page, "Files").click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download all").click()]);
  assert.equal(download.suggestedFilename(), "files.zip");
  const path = join(mkdtempSync(join(tmpdir(), "kindling-zip-")), "files.zip");
  await download.saveAs(path);
  assert.ok(readFileSync(path).length > 2500);
  const program = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), sorted(z.namelist()), z.read('models/ä.bin') == bytes(range(256)) * 10)";
  const read = execFileSync(process.env.KINDLING_PYTHON ?? "python3", ["-c", program, path], { encoding: "utf8" });
  assert.equal(read.trim(), "None ['b.txt', 'models/ä.bin'] True");
  assert.equal(await output(cell(page, 0)), "1");
});
