// A profile of the kernel's worker while a program runs: what part of the time each function and each layer takes.
//
// Functions are counted where they ran themselves, not what they called. Names exist in a build with KINDLING_NAMES=1;
// what the compiler put inline counts for the function around it. Start reading at `profiledSteps`.

import { program } from "../sides/program.mjs";
import { WINDOW } from "./rounds.mjs";
import { workerSession } from "./worker.mjs";

const MICROSECONDS = 200;

/** The kernel's innermost loops, whose module has no names. */
export const FUSED = "kindling_core::kernels::gemm::relaxed, its module";

/** Layers by what the names of their functions contain; the first that fits counts. */
const LAYERS = [
  ["idle", /^\((idle|program|root)\)/],
  ["garbage collection of JavaScript", /^\(garbage collector\)/],
  ["memory", /malloc|dealloc|realloc|memcpy|memset|memmove|__rust_alloc|memory\.(copy|fill)/],
  ["Python's binding of torch", /kindling_python/],
  ["tensor core", /kindling_core|matrixmultiply/],
  ["Python", /rustpython|malachite|hashbrown|indexmap/],
];

/** The profile of many steps of a workload in a row. */
export async function profiledSteps(kindling, workload) {
  const once = (await program(workload)).split("\nimport json")[0];
  const seconds = (steps) => kindling.run(`import time\n_begin = time.perf_counter()\nwork(${steps})\nprint(time.perf_counter() - _begin)`);
  await kindling.run(once);
  await seconds(1);
  const steps = Math.ceil((20 * WINDOW) / Number(await seconds(1)));
  return profiled(kindling.page, () => seconds(steps));
}

/** The part of the time of each layer, and of the functions that take most. */
async function profiled(page, body) {
  const worker = await workerSession(page);
  await worker.send("Profiler.enable");
  await worker.send("Profiler.setSamplingInterval", { interval: MICROSECONDS });
  await worker.send("Profiler.start");
  await body();
  const { profile } = await worker.send("Profiler.stop");
  await worker.detach();
  const functions = selfTimes(profile);
  return { layers: shares(functions, layerOf), functions: shares(functions, (name) => name) };
}

/** Microseconds of each function's own. */
function selfTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, readable(callFrame.functionName)]));
  const times = new Map();
  samples.forEach((id, at) => times.set(names.get(id), (times.get(names.get(id)) ?? 0) + timeDeltas[at]));
  return times;
}

/** The name without the hashes of crates. One module has no names: the fused loops that the tensor core brings along. */
const readable = (name) =>
  name.replaceAll(/\[[0-9a-f]+\]/g, "").replace(/^wasm-function$/, FUSED) || "(anonymous)";

const layerOf = (name) => LAYERS.find(([, pattern]) => pattern.test(name))?.[0] ?? "the rest";

/** Parts of the whole that is not idle, largest first. */
function shares(times, keyOf) {
  const sums = new Map();
  let whole = 0;
  for (const [name, time] of times) {
    if (layerOf(name) === "idle") continue;
    sums.set(keyOf(name), (sums.get(keyOf(name)) ?? 0) + time);
    whole += time;
  }
  return [...sums].map(([name, time]) => ({ name, share: time / whole })).sort((a, b) => b.share - a.share);
}
