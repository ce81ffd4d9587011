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

// Both files at once: the one that is imported would ask for the other only when it is here.
const binary = fetch(new URL("kindling-kernel_bg.wasm", import.meta.url));
const kernel = await import("./kindling-kernel.js");
await kernel.default({ module_or_path: binary });
kernel.listen(canSuspend ? kernel.work : kernel.work_without_suspending, canSuspend);
removeEventListener("message", keep);
for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
