// Python's memory as it is once Python has started, kept by the browser: a later visit begins with it.
//
// Starting takes Python most of a second, and leaves nothing but WebAssembly's memory: nothing runs yet, the only value
// of JavaScript's that it refers to is the global object, and functions have the same places in every instance. What is
// kept belongs to one build of the kernel, named by a section that the build adds (www/split.mjs). Start reading at
// `restore`.

const STORE = "kindling-kernel-memory";
/** One for each folder that a kernel lies in. */
const ADDRESS = new URL("kernel-memory", import.meta.url);
/** Once a first visit has other things to do no more. */
const KEEP_AFTER_MS = 3000;
const PAGE_BYTES = 65536;

export function buildOf(module) {
  const [section] = WebAssembly.Module.customSections(module, "kindling.build");
  return section && new TextDecoder().decode(section);
}

/** What an earlier visit kept; undefined where there is nothing, or the browser keeps nothing. */
export async function kept() {
  try {
    const found = await (await caches.open(STORE)).match(ADDRESS);
    return found && { ...JSON.parse(found.headers.get("x-kept")), bytes: new Uint8Array(await found.arrayBuffer()) };
  } catch {
    return undefined;
  }
}

/** Gives a fresh instance the memory that was kept of the same build; says whether there was one. */
export function restore({ memory, __wbindgen_externrefs: values }, build, kept) {
  if (!build || kept?.build !== build || kept.bytes.length !== kept.pages * PAGE_BYTES) return false;
  memory.grow(kept.pages - memory.buffer.byteLength / PAGE_BYTES);
  new Uint8Array(memory.buffer).set(kept.bytes);
  if (kept.values > values.length) values.grow(kept.values - values.length, null);
  for (const index of kept.globals) values.set(index, globalThis);
  return true;
}

/** Keeps the memory as it is now for later visits. `fresh` is how many values the instance began with. */
export function keep({ memory, __wbindgen_externrefs: values }, build, fresh) {
  const globals = [];
  for (let index = fresh; index < values.length; index++) {
    const value = values.get(index);
    if (value === globalThis) globals.push(index);
    else if (value !== null && value !== undefined) return;
  }
  if (!build || !("caches" in globalThis)) return;
  const bytes = new Uint8Array(memory.buffer).slice();
  const about = { build, pages: bytes.length / PAGE_BYTES, values: values.length, globals };
  setTimeout(async () => {
    try {
      await (await caches.open(STORE)).put(ADDRESS, new Response(bytes, { headers: { "x-kept": JSON.stringify(about) } }));
    } catch {
      // There is no room: the next visit starts Python anew.
    }
  }, KEEP_AFTER_MS);
}

/** After a failure the next kernel trusts nothing that was kept. */
export const forget = () => globalThis.caches?.delete(STORE).catch(() => {});
