// Where does the time of a training step go? `cargo xtask bench breakdown` runs it; docs/performance.md explains it.
//
// Two views: what each line of the loop adds, and which layer of the program the worker is in (by a sampling profile of
// a build that has names).

import { readFile } from "node:fs/promises";

import { launch } from "../browser.mjs";
import { profiledSteps } from "./harness/profile.mjs";
import { machine, publish, shownTime, table } from "./harness/report.mjs";
import { inTurn, ROUNDS, WINDOW } from "./harness/rounds.mjs";
import { openKindling } from "./sides/kindling.mjs";
import { program } from "./sides/program.mjs";
import { MLP_SGD, STRAIGHT_LINE } from "./workloads/index.mjs";

const FORWARD_TO_STEP = ["optimizer.zero_grad()", "loss.backward()", "optimizer.step()"];
const LOOPS = [
  {
    workload: STRAIGHT_LINE,
    lines: [
      "model.train()",
      "predictions = model(train_inputs)",
      "loss = loss_fn(predictions, train_targets)",
      ...FORWARD_TO_STEP,
      "model.eval()",
      "with torch.inference_mode(): loss_fn(model(test_inputs), test_targets)",
    ],
  },
  {
    workload: MLP_SGD,
    lines: ["predictions = model(images)", "loss = loss_fn(predictions, answers)", ...FORWARD_TO_STEP],
  },
];
const SHOWN_FUNCTIONS = 12;
const LONGEST_NAME = 90;

const stages = await readFile(new URL("workloads/stages.py", import.meta.url), "utf8");
const browser = await launch();
const kindling = await openKindling(browser);
const results = [];
for (const { workload, lines } of LOOPS) {
  results.push({ name: workload.name, lines: await costs(workload, lines), ...(await profiledSteps(kindling, workload)) });
}
const text = `${machine()}; Chromium ${browser.version()}; the fastest of ${ROUNDS} rounds.\n\n${results.map(shown).join("\n\n")}`;
await publish("breakdown", text, { browser: browser.version(), results }, "docs/performance.md");
await browser.close();

/** Seconds that each line adds to a step, by the fastest of each loop; the first is the loop's own. */
async function costs(workload, lines) {
  const given = `LINES = ${JSON.stringify(lines)}\nWINDOW = ${WINDOW}`;
  const setting = (await program(workload)).split("\ndef work(")[0];
  const { loops } = await inTurn({
    loops: async () => JSON.parse(await kindling.run([setting, given, stages].join("\n"))),
  });
  const cumulative = loops[0].map((_, nth) => Math.min(...loops.map((seconds) => seconds[nth])));
  const added = cumulative.map((seconds, nth) => seconds - (cumulative[nth - 1] ?? 0));
  return ["for _ in range(steps):", ...lines].map((line, nth) => ({ line, seconds: added[nth] }));
}

function shown({ name, lines, layers, functions }) {
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const whole = lines.reduce((sum, { seconds }) => sum + seconds, 0);
  const costs = lines.map(({ line, seconds }) => [`\`${line}\``, shownTime(Math.max(0, seconds)), percent(Math.max(0, seconds) / whole)]);
  const named = (parts) => parts.map(({ name, share }) => [`\`${name.slice(0, LONGEST_NAME)}\``, percent(share)]);
  return [
    `### ${name}: ${shownTime(whole)}`,
    table(["line", "adds", "part"], costs),
    table(["layer", "part"], layers.map(({ name, share }) => [name, percent(share)])),
    table(["function", "of its own"], named(functions.slice(0, SHOWN_FUNCTIONS))),
  ].join("\n\n");
}
