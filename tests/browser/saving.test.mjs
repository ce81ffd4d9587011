// A student saves a model, comes back the next day, and takes the weights along to real PyTorch.

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { button, cell, execute } from "./page.mjs";
import { pytorch, story } from "./support.mjs";

const SAVE = `
import torch
from torch import nn
from pathlib import Path
torch.manual_seed(42)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
Path("models").mkdir(parents=True, exist_ok=True)
torch.save(obj=model.state_dict(), f=Path("models") / "mine.pth")
x = torch.arange(6.0).reshape(2, 3)
with torch.inference_mode():
    print(model(x).tolist())`;

const LOAD = `
import torch
from torch import nn
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
model.load_state_dict(torch.load("models/mine.pth"))
x = torch.arange(6.0).reshape(2, 3)
with torch.inference_mode():
    print(model(x).tolist())`;

// Prints each name with its values, exactly; in Kindling and in PyTorch alike.
const values = (path) => `
import torch
for name, value in torch.load(${path}).items():
    print(name, tuple(value.shape), str(value.dtype), value.flatten().tolist())`;

async function openFiles(page) {
  await button(page, "Files").click();
}

story("a saved model is still there after a reload and predicts the same", async (page) => {
  const predicted = await execute(cell(page, 0), SAVE);
  await page.reload();
  await openFiles(page);
  await page.locator('[data-file="models/mine.pth"]').waitFor();
  await openFiles(page);
  assert.equal(await execute(cell(page, 0), LOAD), predicted);
});

story("real PyTorch loads the downloaded file with the same values", async (page) => {
  await execute(cell(page, 0), SAVE);
  const ours = await execute(cell(page, 1), values('"models/mine.pth"'));
  await openFiles(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Download models/mine.pth").click(),
  ]);
  assert.equal(download.suggestedFilename(), "mine.pth");
  const path = join(mkdtempSync(join(tmpdir(), "kindling-download-")), "mine.pth");
  await download.saveAs(path);
  assert.equal(pytorch(`import sys\n${values("sys.argv[1]")}`, path), ours);
});

story("a file written by real PyTorch loads here", async (page) => {
  const path = join(mkdtempSync(join(tmpdir(), "kindling-upload-")), "theirs.pth");
  const theirs = pytorch(
    `import sys, torch
from torch import nn
torch.manual_seed(7)
torch.save({**nn.Linear(2, 3).state_dict(), "count": torch.tensor([1, 2**40])}, sys.argv[1])
${values("sys.argv[1]")}`,
    path,
  );
  await openFiles(page);
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await page.locator('[data-file="theirs.pth"]').waitFor();
  await openFiles(page);
  assert.equal(await execute(cell(page, 0), values('"theirs.pth"')), theirs);
});

story("a deleted file is gone", async (page) => {
  await execute(cell(page, 0), "open('note.txt', 'w').write('hello')");
  await openFiles(page);
  await button(page, "Delete note.txt").click();
  await page.locator('[data-file="note.txt"]').waitFor({ state: "detached" });
  await openFiles(page);
  assert.equal(await execute(cell(page, 1), "import os\nprint(os.path.exists('note.txt'))"), "False");
});
