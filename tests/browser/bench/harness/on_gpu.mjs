// Workloads on the device "webgpu", beside the GPU backends of other libraries and our own CPU, on the same adapter.
//
// Each time is from the first step's call until the last step's result was read. Not here: which workloads. Start reading
// at `measureOnGpu`.

import { launch } from "../../browser.mjs";
import { openKindling } from "../sides/kindling.mjs";
import { openPeer } from "../sides/peer.mjs";
import { compare } from "./compared.mjs";
import { digits, publish, shownTime, table } from "./report.mjs";
import { ROUNDS } from "./rounds.mjs";

const OURS = "Kindling webgpu";
const CPU = "Kindling cpu";
const PEERS = [
  ["tfjs", "webgpu"],
  ["jax-js", "webgpu"],
];

/** Measures the workloads on every side and publishes the part into the document. */
export async function measureOnGpu(part, workloads, document) {
  const browser = await launch();
  const sides = await openSides(browser);
  const results = [];
  for (const workload of workloads) {
    const { seconds } = await compare(workload, sides);
    console.log(workload.name, Object.entries(seconds).map(([side, time]) => `${side} ${shownTime(time)}`).join(", "));
    results.push({ name: workload.name, seconds });
  }
  const others = Object.keys(sides).filter((side) => side !== OURS);
  const header = ["", ...Object.keys(sides), ...others.map((side) => `to ${side}`)];
  const row = ({ name, seconds }) => [
    name,
    ...Object.keys(sides).map((side) => shownTime(seconds[side]) || "cannot"),
    ...others.map((side) => seconds[side] && digits(seconds[OURS] / seconds[side])),
  ];
  const adapter = await adapterName(browser);
  const text = `Time per step until a burst's last result is read, in the fastest of many bursts, the median of ${ROUNDS} such rounds; WebGPU on ${adapter}, Chromium
${browser.version()}. The last columns are our time on the GPU over theirs.

${table(header, results.map(row))}`;
  await publish(part, text, { browser: browser.version(), adapter, results }, document);
  await browser.close();
}

async function openSides(browser) {
  const [kindling, ...peers] = [await openKindling(browser)];
  for (const [library, backend] of PEERS) peers.push([`${library} ${backend}`, await openPeer(browser, library, backend)]);
  return {
    [OURS]: (workload) => kindling.measure(workload, "webgpu"),
    [CPU]: (workload) => kindling.measure(workload),
    ...Object.fromEntries(peers.map(([name, { measure }]) => [name, measure])),
  };
}

/** What the browser says the adapter is. */
async function adapterName(browser) {
  const kindling = await openKindling(browser);
  const name = await kindling.page.evaluate(async () => {
    const { vendor, architecture, device, description } = (await navigator.gpu.requestAdapter()).info;
    return [vendor, architecture, device, description].filter(Boolean).join(" ");
  });
  await kindling.close();
  return name || "an adapter without a name";
}
