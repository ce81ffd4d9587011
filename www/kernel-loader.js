// Starts the kernel in its worker. Not a place for messages' meaning: those are the kernel's and the page's.
//
// The module comes from the page, compiled (early.js). Mail that comes while the kernel still loads is kept and handed
// over. A trap inside a promise (out of memory, a panic) is thrown again as an error of the worker: only that reaches
// the page.

const compiled = Promise.withResolvers();
const early = [];
function keep({ data }) {
  if (data instanceof WebAssembly.Module) compiled.resolve(data);
  else if (data instanceof Error) compiled.reject(data);
  else early.push(data);
}
addEventListener("message", keep);
addEventListener("unhandledrejection", ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

/** What the build found no use for in a first visit (xtask's part.rs), and after how many milliseconds it is fetched. */
const [REST, FETCHED_AFTER] = ["kindling-kernel-rest.wasm", 3000];
let restModule;
let restIsThere = false;

const canSuspend = "Suspending" in WebAssembly && "promising" in WebAssembly;
if (!canSuspend) {
  // The kernel's glue wraps functions with these as it loads, also where nothing will ever be suspended.
  WebAssembly.Suspending = function (wrapped) {
    return wrapped;
  };
  WebAssembly.promising = (wrapped) => wrapped;
}

const remembered = remember(new URL("kindling-kernel.bin", import.meta.url));
const kernel = await import("./kindling-kernel.js");
const [{ memory, build, values }, module] = await Promise.all([remembered, compiled.promise]);
checkBuild(module);
// The glue knows nothing of a memory that comes from elsewhere, and of a second part.
const { instantiate } = WebAssembly;
WebAssembly.instantiate = (module, imports) => instantiate(module, { ...imports, kindling: { memory, rest } });
const first = await kernel.default({ module_or_path: module });
WebAssembly.instantiate = instantiate;
const { __wbindgen_externrefs: table } = first;
table.grow(values.length - table.length, null);
for (const index of values.globals) table.set(index, globalThis);
const warmsUp = !navigator.connection?.saveData;
kernel.listen(canSuspend ? kernel.work : kernel.work_without_suspending, canSuspend, warmsUp);
removeEventListener("message", keep);
for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
if (warmsUp && WebAssembly.Module.imports(module).some(({ name }) => name === "rest")) setTimeout(fetchRest, FETCHED_AFTER);

/** Fetches the rest before it is called. If that fails, the call tries again. */
async function fetchRest() {
  restModule ??= await WebAssembly.compileStreaming(fetch(REST)).catch(() => undefined);
}

/** A module of another build than the memory would read it wrongly. */
function checkBuild(module) {
  if (new TextDecoder().decode(WebAssembly.Module.customSections(module, "kindling.build")[0]) !== build) {
    throw new Error("Kindling has just been renewed. Reload the page.");
  }
}

/** Puts the functions in their places that a first visit does not need; called by the first that is. */
function rest() {
  if (restIsThere) return;
  restModule ??= new WebAssembly.Module(wholeFile(REST));
  checkBuild(restModule);
  new WebAssembly.Instance(restModule, { first, kindling: { memory } });
  restIsThere = true;
}

/** A file, waited for: the kernel is in the middle of a call. */
function wholeFile(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    // Without a network; the status says so.
  }
  if (request.status !== 200) throw new Error(`A part of Kindling could not be fetched: ${address} ${request.status}`);
  return request.response;
}

/** The memory with Python started, as the build left it (image.mjs), filled while the file comes. */
async function remember(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status} ${response.statusText}`);
  const fill = filler(response.body.getReader());
  const [length] = new Uint32Array((await fill(new Uint8Array(4))).buffer);
  const head = await fill(new Uint8Array(length));
  const { build, bytes, places, values } = JSON.parse(new TextDecoder().decode(head));
  const memory = new WebAssembly.Memory({ initial: bytes / 65536 });
  for (const [start, length] of places) await fill(new Uint8Array(memory.buffer, start, length));
  return { memory, build, values };
}

/** Fills byte arrays with what comes, one after the other. */
function filler(reader) {
  let chunk = new Uint8Array();
  return async (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      if (chunk.length === 0) ({ value: chunk } = await reader.read());
      if (!chunk) throw new Error("The kernel's memory did not come whole.");
      const part = chunk.subarray(0, bytes.length - at);
      bytes.set(part, at);
      at += part.length;
      chunk = chunk.subarray(part.length);
    }
    return bytes;
  };
}
