// How fast is the device "webgpu", beside the GPU backends of other libraries and our own CPU, on the same adapter?
// `cargo xtask bench webgpu` runs it.
//
// Each time is from the first step's call until the last step's result was read. With "every loss read" each step's
// result is read before the next step, which costs every side a round trip to the GPU a step.

import { launch } from "../browser.mjs";
import { compare } from "./harness/compared.mjs";
import { digits, publish, shownTime, table } from "./harness/report.mjs";
import { ROUNDS } from "./harness/rounds.mjs";
import { openKindling } from "./sides/kindling.mjs";
import { openPeer } from "./sides/peer.mjs";
import { GPT, MLP_SGD, product, readEachStep, STRAIGHT_LINE } from "./workloads/index.mjs";

const OURS = "Kindling webgpu";
const CPU = "Kindling cpu";
const PEERS = [
  ["tfjs", "webgpu"],
  ["jax-js", "webgpu"],
];
const WORKLOADS = [
  ...[256, 512, 1024, 2048].map(product),
  MLP_SGD,
  readEachStep(MLP_SGD),
  STRAIGHT_LINE,
  readEachStep(STRAIGHT_LINE),
  // On a processor that plays the GPU a step takes seconds.
  { ...GPT, checked: 2 },
];

const browser = await launch();
const sides = await openSides();
const results = [];
for (const workload of WORKLOADS) {
  const { seconds } = await compare(workload, sides);
  console.log(workload.name, Object.entries(seconds).map(([side, time]) => `${side} ${shownTime(time)}`).join(", "));
  results.push({ name: workload.name, seconds });
}
const names = Object.keys(sides);
const header = ["", ...names, ...names.filter((side) => side !== OURS).map((side) => `to ${side}`)];
const adapter = await adapterName();
const text = `Time per step until a burst's last result is read, in the fastest of many bursts, the median of ${ROUNDS} such rounds; WebGPU on ${adapter}, Chromium
${browser.version()}. The last columns are our time on the GPU over theirs.

${table(header, results.map(row))}`;
await publish("webgpu", text, { browser: browser.version(), adapter, results });
await browser.close();

async function openSides() {
  const [kindling, ...peers] = [await openKindling(browser)];
  for (const [library, backend] of PEERS) peers.push([`${library} ${backend}`, await openPeer(browser, library, backend)]);
  return {
    [OURS]: (workload) => kindling.measure(workload, "webgpu"),
    [CPU]: (workload) => kindling.measure(workload),
    ...Object.fromEntries(peers.map(([name, { measure }]) => [name, measure])),
  };
}

function row({ name, seconds }) {
  const times = names.map((side) => shownTime(seconds[side]) || "cannot");
  const ratios = names.filter((side) => side !== OURS).map((side) => seconds[side] && digits(seconds[OURS] / seconds[side]));
  return [name, ...times, ...ratios];
}

/** What the browser says the adapter is. */
async function adapterName() {
  const kindling = await openKindling(browser);
  const name = await kindling.page.evaluate(async () => {
    const { vendor, architecture, device, description } = (await navigator.gpu.requestAdapter()).info;
    return [vendor, architecture, device, description].filter(Boolean).join(" ");
  });
  await kindling.close();
  return name || "an adapter without a name";
}
