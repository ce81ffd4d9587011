// A student looks at what the variables hold.

import assert from "node:assert/strict";

import { button, cell, execute, restart, waitForKernel } from "./page.mjs";
import { PHONE, picture, story } from "./support.mjs";

const PROGRAM = `import torch
w = torch.randn(64, 32, requires_grad=True)
digits = torch.rand(1, 28, 28)
epochs = 3
net = torch.nn.Linear(3, 2)`;

/** On a phone it is in the sheet of what the bar has no room for. */
async function openVariables(page) {
  const isNarrow = page.viewportSize().width < 600;
  if (isNarrow) await button(page, "Outline").click();
  await (isNarrow ? page.getByRole("dialog") : page.locator(".bar")).getByRole("button", { name: "Variables", exact: true }).click();
}

const row = (page, name) => page.locator(`[data-variable="${name}"]`);

for (const [name, profile] of [["a laptop", {}], ["a phone in the dark", { viewport: PHONE, colorScheme: "dark" }]]) {
  story(
    `variables are listed after each cell, and one is looked into, on ${name}`,
    async (page) => {
      await waitForKernel(page, "ready");
      await execute(cell(page, 0), PROGRAM);
      await openVariables(page);
      await row(page, "w").getByText("Tensor (64, 32) float32, requires grad").waitFor();
      await row(page, "net").getByText("8 parameters").waitFor();
      await row(page, "w").getByRole("button").click();
      await row(page, "w").getByText("Spread").waitFor();
      assert.ok(await row(page, "w").locator("canvas").isVisible());
      await page.waitForTimeout(300);
      await picture(page, `variables on ${name}`);
      await page.getByPlaceholder("Filter").fill("tens");
      assert.equal(await page.locator("[data-variable]").count(), 2);
    },
    profile,
  );
}

story("what a cell changes shows at once, and Restart empties the list", async (page) => {
  await waitForKernel(page, "ready");
  await openVariables(page);
  await page.getByText("There are none yet").waitFor();
  await execute(cell(page, 0), "epochs = 3");
  await row(page, "epochs").getByText("3").waitFor();
  await execute(cell(page, 0), "epochs = 10");
  await row(page, "epochs").getByText("10").waitFor();
  await restart(page);
  await page.getByText("There are none yet").waitFor();
});

story("a model opens as the tree of its layers, with weights and gradients, and a loader as its first batch", async (page) => {
  await waitForKernel(page, "ready");
  await execute(cell(page, 0), `import torch
from torch.utils.data import DataLoader, TensorDataset
net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 1))
net[0].requires_grad_(False)
net(torch.ones(2, 3)).sum().backward()
loader = DataLoader(TensorDataset(torch.rand(20, 1, 8, 8), torch.arange(20)), batch_size=8)`);
  await openVariables(page);
  await row(page, "net").getByRole("button").click();
  await row(page, "net").getByText("Frozen", { exact: true }).waitFor();
  assert.match(await row(page, "net").locator("pre").innerText(), /^Sequential\n {4}0: Linear\(.*\) {2}16 parameters: weight 4 × 3, bias 4 {2}\(frozen\)\n/);
  assert.ok(await row(page, "net").locator("canvas").isVisible());
  await picture(page, "model");
  await row(page, "net").getByRole("button").click();
  await row(page, "loader").getByRole("button").click();
  await row(page, "loader").getByText("Batch size", { exact: true }).waitFor();
  assert.match(await row(page, "loader").locator("pre").innerText(), /\(8, 1, 8, 8\) torch\.float32/);
});
