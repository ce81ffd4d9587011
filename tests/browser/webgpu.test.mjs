// The GPU: the lesson and the goldens on the device "webgpu", the device menu, a lost device, and none at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { launchWithoutGpu } from "./browser.mjs";
import { cell, cells, execute, output, runAll, waitForKernel } from "./page.mjs";
import { story } from "./support.mjs";

const GOLDENS = new URL("../goldens/", import.meta.url);

const listed = (name) =>
  readFileSync(new URL(name, GOLDENS), "utf8").split("\n").map((line) => line.split("#")[0].trim()).filter(Boolean);

const golden = (name) => ({
  program: readFileSync(new URL(`${name}.py`, GOLDENS), "utf8"),
  expected: readFileSync(new URL(`${name}.out`, GOLDENS), "utf8"),
});

const NUMBER = /-?\d+\.?\d*(?:e[+-]?\d+)?/g;

/** The text around the numbers, without where tensors are and how wide they are printed; and the numbers. */
function read(text) {
  const plain = text.replaceAll(/,\s*device='webgpu:0'/g, "").replaceAll(/\s+/g, " ").trim();
  const numbers = (plain.match(NUMBER) ?? []).map(Number);
  return { words: plain.replaceAll(NUMBER, "#").replaceAll(" ", ""), numbers };
}

/** Numbers agree to five digits; those near zero to six places. */
const near = (a, b) => Math.abs(a - b) <= Math.max(1e-5 * Math.abs(a), 1e-6);

function assertAlike(name, printed, expected) {
  const [ours, theirs] = [read(printed), read(expected)];
  assert.equal(ours.words, theirs.words, `${name}: the words`);
  const wrong = ours.numbers.flatMap((number, at) => (near(theirs.numbers[at], number) ? [] : [[number, theirs.numbers[at]]]));
  assert.deepEqual(wrong, [], `${name}: the numbers`);
}

/** As the programs were recorded: `python -W ignore`. */
const onGpu = (program) =>
  `import warnings\nwarnings.simplefilter("ignore")\nimport torch\ntorch.set_default_device("webgpu")\n${program}`;

const deviceMenu = (page) => page.getByRole("dialog", { name: "Devices" });

async function openDeviceMenu(page) {
  await waitForKernel(page, "ready");
  await page.getByRole("button", { name: /: devices$/ }).click();
  return deviceMenu(page).locator('[data-device="webgpu"]');
}

const closeDeviceMenu = (page) => page.getByRole("button", { name: "Close devices" }).click();

story("the lesson's last section trains on the GPU, with the expected output", async (page) => {
  const states = await runAll(page);
  const outputs = await Promise.all((await cells(page).all()).map(output));
  const device = outputs.findIndex((text) => text.includes("running on:"));
  assert.match(outputs[device], /running on: webgpu/);
  assert.ok(states.slice(device).every((state) => state === "done"), "every cell after it is done");
  const differing = await page.locator("[data-cell] [data-check='differs']").count();
  assert.equal(differing, 0, "outputs that differ from the expected ones");
  assert.match(outputs.slice(device).join("\n"), /webgpu:0 webgpu:0/, "model and data are there");
});

/** Programs that one page runs, one after the other: each page takes as long to open as several of them to run. */
const TOGETHER = 8;

const names = listed("webgpu.txt");
for (let first = 0; first < names.length; first += TOGETHER) {
  const some = names.slice(first, first + TOGETHER);
  story(`on the GPU ${some.join(", ")} print what PyTorch prints on the CPU`, async (page, context) => {
    for (const name of some) {
      await context.test(name, async () => {
        const { program, expected } = golden(name);
        assertAlike(name, await execute(cell(page, 0), onGpu(program)), expected);
      });
    }
  });
}

/** A small GPT of the bench's: what it learns in so many steps, and what a warm step asks of the GPU. */
const gptOn = (device) => `
LAYERS, WIDTH, TOKENS, BATCH, DEVICE = 1, 32, 16, 4, "${device}"
${["prelude.py", "gpt/program.py"].map((file) => readFileSync(new URL(`bench/workloads/${file}`, import.meta.url), "utf8")).join("\n")}
import _torch, json

losses = [work(1) for _ in range(200)]
work(10)
before = _torch._webgpu_stats()
work(10)
after = _torch._webgpu_stats()
print(json.dumps({"losses": losses, **{name: after[name] - before[name] for name in after}}))
`;

story("a GPT learns on the GPU as on the CPU; its steps are one submission each and make no buffer", async (page) => {
  const run = async (device) => JSON.parse(await execute(cell(page, 0), gptOn(device)));
  const [there, here] = [await run("webgpu"), await run("cpu")];
  const apart = here.losses.map((loss, step) => Math.abs(there.losses[step] - loss) / loss);
  assert.ok(Math.max(...apart) < 1e-3, `losses lie ${Math.max(...apart)} apart`);
  assert.ok(here.losses.at(-1) < 0.5 * here.losses[0], "it learns");
  assert.ok(there.submissions <= 10, `${there.submissions} submissions in 10 steps`);
  assert.deepEqual([there.buffers_created, there.pipelines_compiled], [0, 0]);
});

story("the device menu shows the GPU and what it holds", async (page) => {
  const card = await openDeviceMenu(page);
  await card.and(page.locator('[data-state="available"]')).waitFor();
  assert.match(await card.innerText(), /holds no tensors now/);
  await closeDeviceMenu(page);
  await execute(cell(page, 0), "import torch\nx = torch.rand(1000, 1000, device='webgpu')");
  await openDeviceMenu(page);
  await page.waitForFunction(() => /holds [\d.]+ MB/.test(document.querySelector('[data-device="webgpu"]').innerText));
});

/** Remembers the devices that the kernel starts. */
const REMEMBER_DEVICES = `
const { requestDevice } = GPUAdapter.prototype;
globalThis.devices = [];
GPUAdapter.prototype.requestDevice = async function (...options) {
  const device = await requestDevice.apply(this, options);
  globalThis.devices.push(device);
  return device;
};
`;

/** Destroys the kernel's device behind its back, as a driver's reset does. */
const loseDevice = (page) =>
  page.workers()[0].evaluate(async () => {
    globalThis.devices.forEach((device) => device.destroy());
    await Promise.all(globalThis.devices.map((device) => device.lost));
  });

story(
  "a lost device is told, CPU work goes on, and a new one is had without a reload",
  async (page) => {
    await execute(cell(page, 0), "import torch\nhere = torch.arange(3.)\nthere = here.to('webgpu') * 2\nprint(there.sum().item())");
    await loseDevice(page);
    const shown = await execute(cell(page, 1), "print(there.sum().item())", "failed");
    assert.match(shown, /RuntimeError: the WebGPU device was lost/);
    assert.equal(await execute(cell(page, 2), "print(here.sum().item())"), "3.0", "the CPU is not concerned");
    assert.equal(await execute(cell(page, 3), "print((here.to('webgpu') + 1).sum().item())"), "6.0", "a new device");
    assert.match(await execute(cell(page, 4), "print(there.sum().item())", "failed"), /was lost/, "old tensors stay lost");
  },
  { loader: REMEMBER_DEVICES },
);

story("mixed devices and float64 are refused in PyTorch's words", async (page) => {
  const mixed = await execute(cell(page, 0), "import torch\ntorch.ones(2) + torch.ones(2, device='webgpu')", "failed");
  assert.match(mixed, /Expected all tensors to be on the same device, but found at least two devices/);
  const double = await execute(cell(page, 1), "torch.ones(2, dtype=torch.float64).to('webgpu')", "failed");
  assert.match(double, /TypeError: Cannot convert a WebGPU Tensor to float64 dtype/);
});

story("training takes no more memory from step to step", async (page) => {
  const program = `
import torch
from torch import nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 4)).to("webgpu")
optimizer = torch.optim.Adam(model.parameters())
X, y = torch.randn(64, 16).to("webgpu"), torch.randint(4, (64,)).to("webgpu")
def train(steps):
    for _ in range(steps):
        loss = nn.functional.cross_entropy(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item(), torch.webgpu.memory_stats(), torch.webgpu.memory_reserved()
first, before, held = train(20)
last, after, held_after = train(200)
made = {name: after[name] - before[name] for name in ("buffers_created", "pipelines_compiled", "submissions")}
print(last < first, held_after == held, made["buffers_created"], made["pipelines_compiled"], made["submissions"] <= 200)
`;
  assert.equal(await execute(cell(page, 0), program), "True True 0 0 True");
});

story(
  "without an adapter the device is absent and says why",
  async (page) => {
    const card = await openDeviceMenu(page);
    await card.and(page.locator('[data-state="unavailable"]')).waitFor();
    assert.match(await card.innerText(), /no GPU adapter/);
    await closeDeviceMenu(page);
    const program = "import torch\nprint(torch.accelerator.is_available(), torch.webgpu.is_available(), torch.cuda.is_available())";
    assert.equal(await execute(cell(page, 0), program), "False False False");
    assert.match(await execute(cell(page, 1), "torch.ones(2, device='webgpu')", "failed"), /webgpu is not available: no GPU adapter/);
    assert.equal(await execute(cell(page, 2), "print(torch.accelerator.current_accelerator())"), "None");
  },
  { browser: launchWithoutGpu },
);

story(
  "without JSPI the device is absent and says why",
  async (page) => {
    const card = await openDeviceMenu(page);
    await card.and(page.locator('[data-state="unavailable"]')).waitFor();
    assert.match(await card.innerText(), /JavaScript Promise Integration/);
    await closeDeviceMenu(page);
    assert.match(await execute(cell(page, 0), "import torch\ntorch.ones(2, device='webgpu')", "failed"), /JSPI/);
    assert.equal(await execute(cell(page, 1), "print(torch.ones(2).sum())"), "tensor(2.)");
  },
  { loader: "delete WebAssembly.Suspending;\n" },
);
