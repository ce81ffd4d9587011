// How fast are single operators on the device "webgpu"? `cargo xtask bench webgpu-operators` runs it.

import { measureOnGpu } from "./harness/on_gpu.mjs";
import { ITERATED } from "./workloads/index.mjs";

await measureOnGpu("webgpu-operators", ITERATED, "docs/operators.md");
