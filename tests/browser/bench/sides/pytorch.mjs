// PyTorch itself, outside the browser, on one thread as all the others.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { PYTHON } from "../harness/addresses.mjs";
import { program } from "./program.mjs";

async function python(code) {
  const { stdout } = await promisify(execFile)(PYTHON, ["-W", "ignore", "-c", code]);
  return stdout.trim();
}

export const pytorchVersion = () => python("import torch; print(torch.__version__)");

export const measurePyTorch = async (workload) =>
  JSON.parse(await python(`import torch\ntorch.set_num_threads(1)\n${await program(workload)}`));
