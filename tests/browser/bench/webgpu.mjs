// How fast is the device "webgpu", beside the GPU backends of other libraries and our own CPU, on the same adapter?
// `cargo xtask bench webgpu` runs it.
//
// With "every loss read" each step's result is read before the next step, which costs every side a round trip to the GPU
// a step.

import { measureOnGpu } from "./harness/on_gpu.mjs";
import { GPT, MLP_SGD, product, readEachStep, STRAIGHT_LINE } from "./workloads/index.mjs";

await measureOnGpu("webgpu", [
  ...[256, 512, 1024, 2048].map(product),
  MLP_SGD,
  readEachStep(MLP_SGD),
  STRAIGHT_LINE,
  readEachStep(STRAIGHT_LINE),
  // On a processor that plays the GPU a step takes seconds.
  { ...GPT, checked: 2 },
]);
