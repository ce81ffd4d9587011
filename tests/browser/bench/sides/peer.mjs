// A library beside ours, in a page of its own: "tfjs wasm", "jax-js webgpu", …
//
// Not here: what happens in that page (in_page/). Start reading at `openPeer`.

import { BENCH_URL } from "../harness/addresses.mjs";
import { WINDOW } from "../harness/rounds.mjs";

const MODULES = { tfjs: "tfjs.mjs", "jax-js": "jax.mjs" };

/** A page in which the library runs on that backend. */
export async function openPeer(browser, library, backend) {
  const page = await browser.newPage();
  page.setDefaultTimeout(180_000);
  await page.goto(`${BENCH_URL}lab.html`);
  await page.evaluate(
    async ([module, backend]) => {
      const { start } = await import(`./sides/in_page/${module}`);
      globalThis.prepare = await start(backend);
    },
    [MODULES[library], backend],
  );
  return { measure: (workload) => measure(page, MODULES[library], workload), close: () => page.close() };
}

function measure(page, module, { folder, parameters, checked, eachStep = false }) {
  return page.evaluate(
    async ({ path, parameters, options }) => {
      const [{ measure }, workload] = await Promise.all([import("./sides/in_page/measure.mjs"), import(path)]);
      return measure(globalThis.prepare(workload, parameters), options);
    },
    { path: `./workloads/${folder}/${module}`, parameters, options: { window: WINDOW, checked, eachStep } },
  );
}
