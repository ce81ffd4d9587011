// A student watches a model learn: pictures that grow and move below the cell, and say in words what they show.

import assert from "node:assert/strict";

import { cell, execute } from "./page.mjs";
import { story } from "./support.mjs";

const SETUP = `
import torch, kindling
from torch import nn
torch.manual_seed(0)
X = torch.rand(40, 2)
y = (X[:, 0] > X[:, 1]).long()
model, loss_fn = nn.Linear(2, 2), nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
path = []
for epoch in range(60):
    loss = loss_fn(model(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    path.append(kindling.snapshot(model))
    kindling.watch(loss=loss, epoch=epoch, run="first")
print("trained")`;

const figures = (cell) => cell.locator("canvas[data-figure]");
const said = (cell) => figures(cell).getAttribute("aria-label");

story("a loss is watched while it falls, and runs of several cells are compared", async (page) => {
  assert.equal(await execute(cell(page, 0), SETUP), "trained");
  assert.equal(await figures(cell(page, 0)).count(), 1, "one curve, drawn again and again in one place");
  assert.match(await said(cell(page, 0)), /loss, first \(line\): 60 points, x from 0 to 59, falls/);
  await execute(cell(page, 1), 'for value in [3.0, 2.0]:\n    kindling.watch(loss=value, run="second")');
  assert.match(await said(cell(page, 1)), /loss, first .*loss, second \(line\): 2 points/);
});

story("pictures of one's own model say what they show, and move in one place", async (page) => {
  await execute(cell(page, 0), SETUP);
  const surface = await execute(cell(page, 1), "kindling.loss_surface(model, loss_fn, (X, y), path=path)");
  assert.match(surface, /^Loss surface over first direction of the path .*path of 60 points/);
  assert.equal(await figures(cell(page, 1)).count(), 1);
  await execute(cell(page, 2), "for step in range(5):\n    kindling.decision_boundary(model, X, y, live=True)");
  assert.equal(await figures(cell(page, 2)).count(), 1, "one boundary, five times");
  assert.match(await said(cell(page, 2)), /on their side\..*class 0.*class 1/);
  const saved = 'kindling.compare_learning_rates(model, loss_fn, (X, y), epochs=5).savefig("rates.svg")\nopen("rates.svg").read()[:4]';
  assert.match(await execute(cell(page, 3), saved), /<svg/);
});

story("each step of a graph leads to the line that made it", async (page) => {
  const code = "import torch, kindling\nw = torch.tensor(2.0, requires_grad=True)\nloss = (w * 3 - 1) ** 2";
  await execute(cell(page, 0), code);
  await execute(cell(page, 1), "kindling.graph(loss, w=w)");
  // The words alone give way to the list once what shows HTML is there.
  const link = cell(page, 1).getByRole("link", { name: "Cell 1, line 3" });
  await link.waitFor();
  assert.match(await cell(page, 1).innerText(), /Graph of 4 nodes, 1 of them leaves; the last operation is pow\./);
  assert.equal(await cell(page, 1).getByRole("listitem").innerText(), "Cell 1, line 3: mul, sub, pow");
  await link.click();
  await page.waitForFunction((line) => getSelection().toString() === line, code.split("\n")[2]);
  assert.equal(await page.evaluate(() => document.activeElement.closest("[data-cell]")?.dataset.cell), await cell(page, 0).getAttribute("data-cell"));
});
