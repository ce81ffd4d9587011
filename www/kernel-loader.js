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

// Both files at once: the glue would ask for the binary only when it is here.
const binary = compiled(new URL("kindling-kernel_bg.wasm", import.meta.url));
const kernel = await import("./kindling-kernel.js");
const module = await binary;
const { __wbindgen_externrefs: values } = await kernel.default({ module_or_path: module });
giveBack(values, WebAssembly.Module.customSections(module, "kindling.values")[0]);
kernel.listen(canSuspend ? kernel.work : kernel.work_without_suspending, canSuspend);
removeEventListener("message", keep);
for (const data of early) dispatchEvent(new MessageEvent("message", { data }));

/** Compiles while the file comes, if its host says what it is. */
async function compiled(address) {
  const response = await fetch(address);
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Has the table of JavaScript's values hold what Python refers to, which was started by the build (www/image.mjs). */
function giveBack(values, section) {
  const { length, globals } = JSON.parse(new TextDecoder().decode(section));
  values.grow(length - values.length, null);
  for (const index of globals) values.set(index, globalThis);
}
