// A workload as a Python program: what the page's cells and PyTorch itself both run.

import { readFile } from "node:fs/promises";

import { WINDOW } from "../harness/rounds.mjs";

const file = (name) => readFile(new URL(`../workloads/${name}`, import.meta.url), "utf8");

/** The program, with its parameters set before it; it prints what was measured as JSON. */
export async function program({ folder, parameters, checked, eachStep = false }, device = "cpu") {
  const given = { ...parameters, DEVICE: device, WINDOW, CHECKED: checked, EACH_STEP: Number(eachStep) };
  const settings = Object.entries(given).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const parts = ["prelude.py", `${folder}/program.py`, "measure.py"];
  return [...settings, ...(await Promise.all(parts.map(file)))].join("\n");
}
