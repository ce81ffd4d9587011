// Starts the kernel in its worker. Not a place for messages' meaning: those are the kernel's and the page's.
//
// Mail that comes while the kernel still loads is kept and handed over. A trap inside a promise (out of memory, a
// panic) is thrown again as an error of the worker: only that reaches the page.

const early = [];
const keep = ({ data }) => early.push(data);
addEventListener("message", keep);
addEventListener("unhandledrejection", ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

const canSuspend = "Suspending" in WebAssembly && "promising" in WebAssembly;
if (!canSuspend) {
  // The kernel's glue wraps functions with these as it loads, also where nothing will ever be suspended.
  WebAssembly.Suspending = function (wrapped) {
    return wrapped;
  };
  WebAssembly.promising = (wrapped) => wrapped;
}

// All files at once: what is imported would ask for the others only when it is here.
const binary = compiled(new URL("kindling-kernel_bg.wasm", import.meta.url));
const imported = [import("./kindling-kernel.js"), import("./kernel-memory.js")];
const [kernel, memory] = await Promise.all(imported);
const kept = memory.kept();
addEventListener("error", memory.forget);
const module = await binary;
const instance = await kernel.default({ module_or_path: module });
const build = memory.buildOf(module);
const values = instance.__wbindgen_externrefs.length;
if (memory.restore(instance, build, await kept)) {
  performance.mark("Python restored");
} else {
  kernel.prepare();
  memory.keep(instance, build, values);
  performance.mark("Python started");
}
kernel.listen(canSuspend ? kernel.work : kernel.work_without_suspending, canSuspend);
removeEventListener("message", keep);
for (const data of early) dispatchEvent(new MessageEvent("message", { data }));

/** Compiles while the file comes, if its host says what it is. */
async function compiled(address) {
  const response = await fetch(address);
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
