// Starts the kernel's worker while the page itself still loads; the page takes it over (crates/page/src/kernel.rs).
{
  const worker = new Worker("kernel-loader.js", { type: "module" });
  worker.onerror = ({ message }) => {
    worker.failure = message || "It could not be loaded.";
  };
  globalThis.kindlingEarlyKernel = worker;
}
