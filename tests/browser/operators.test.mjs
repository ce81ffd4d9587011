// Every operator on the browser's GPU against the CPU, values and gradients: the native tests' comparison in a worker.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { story } from "./support.mjs";

const MODULE = process.env.KINDLING_AGREEMENT;
const WORKER = `
import init, { check } from "./agreement.js";
await init();
check().then(() => postMessage("agrees"), (error) => postMessage(String(error)));
`;

const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/** Serves the compiled comparison beside the page, whose policy then lets it run. */
const serve = (page) =>
  page.context().route("**/agreement/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    const body = name === "worker.js" ? WORKER : readFileSync(join(MODULE, name));
    return route.fulfill({ body, contentType: TYPES[name.split(".").at(-1)] });
  });

story("every operator agrees with the CPU, forward and backward", async (page) => {
  await serve(page);
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker("agreement/worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => resolve(`the worker failed: ${message}`);
      }),
  );
  assert.equal(answer, "agrees");
});
