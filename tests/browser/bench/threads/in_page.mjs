// Workers with a shared memory, and what they measure. Runs in a page that may share memory.

/** Bytes of a page of WebAssembly's memory, and how many there are. */
const PAGES = 1024;

/** Seconds that the product `[m, k, n]` takes `count` workers; `module` is the loop's, as bytes. */
export async function secondsOf(product, count, module) {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  const compiled = await WebAssembly.compile(Uint8Array.from(module));
  const workers = Array.from({ length: count }, () => new Worker(new URL("worker.mjs", import.meta.url), { type: "module" }));
  const seconds = await new Promise((resolve, reject) => {
    workers[0].onmessage = ({ data }) => resolve(data);
    for (const worker of workers) worker.onerror = ({ message }) => reject(new Error(message));
    // The first gives the word: it is told last.
    workers.forEach((_, i) => {
      const nth = count - 1 - i;
      workers[nth].postMessage({ nth, count, memory, module: compiled, product });
    });
  });
  workers.forEach((worker) => worker.terminate());
  return seconds;
}
