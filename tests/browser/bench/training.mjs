// How long does a training step take, beside the other libraries of the browser and PyTorch on one thread?
// `cargo xtask bench training` runs it.

import { launch } from "../browser.mjs";
import { compare } from "./harness/compared.mjs";
import { digits, machine, publish, shownTime, table } from "./harness/report.mjs";
import { ROUNDS } from "./harness/rounds.mjs";
import { fastestPeer, openSides, OURS, PYTORCH, withPyTorch } from "./harness/sides.mjs";
import { TRAINING } from "./workloads/index.mjs";

const PEERS = [
  ["tfjs", "cpu"],
  ["tfjs", "wasm"],
  ["tfjs", "webgl"],
  ["jax-js", "wasm"],
];

const browser = await launch();
const [sides, version] = await withPyTorch(await openSides(browser, PEERS));
const results = [];
for (const workload of TRAINING) {
  const { seconds } = await compare(workload, sides);
  console.log(workload.name, Object.entries(seconds).map(([side, time]) => `${side} ${shownTime(time)}`).join(", "));
  results.push({ name: workload.name, seconds });
}
const text = `Time per step in the fastest of many bursts, the median of ${ROUNDS} such rounds; ${machine()}; Chromium ${browser.version()}, whose WebGL is software here;
PyTorch ${version} on one thread. The last columns are our time over that of the fastest other library in the browser,
and over PyTorch's.

${table(header(), results.map(row))}`;
await publish("training", text, { pytorch: version, browser: browser.version(), results });
await browser.close();

function header() {
  return ["step", ...Object.keys(sides), "to the fastest", "to PyTorch"];
}

function row({ name, seconds }) {
  const times = Object.keys(sides).map((side) => shownTime(seconds[side]) || "cannot");
  const [, fastest] = fastestPeer(seconds) ?? [];
  return [name, ...times, digits(seconds[OURS] / fastest), digits(seconds[OURS] / seconds[PYTORCH])];
}
