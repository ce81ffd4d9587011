// What is there before the page's program: the kernel's worker, which starts while the page itself still loads and is
// taken over by it (crates/page/src/kernel.rs), and the way to the editor.
{
  const worker = new Worker("kernel-loader.js", { type: "module" });
  worker.onerror = ({ message }) => {
    worker.failure = message || "It could not be loaded.";
  };
  globalThis.kindlingEarlyKernel = worker;
}

// The editor's bundle is asked for when the slides are there. A turn of the event loop for each editor: a deck of fifty
// cells is shown and can be scrolled at once.
globalThis.kindlingEditor = async (parent, ...settings) => {
  const { Editor } = await import("./editor.js");
  await new Promise((turn) => setTimeout(turn));
  parent.replaceChildren();
  return new Editor(parent, ...settings);
};
