// What is there before the page's program: the kernel's worker, which starts while the page itself still loads and is
// taken over by it (crates/page/src/kernel.rs), and the ways to the editor and the opener, which come when asked for.
{
  const worker = new Worker("kernel-loader.js", { type: "module" });
  worker.onerror = ({ message }) => {
    worker.failure = message || "It could not be loaded.";
  };
  globalThis.kindlingEarlyKernel = worker;
}

// The slides that the page itself holds are those of one lesson.
if (new URLSearchParams(location.search).has("lesson")) document.documentElement.dataset.opens = "another";

// A cell has its editor when it comes near to what the reader sees, and its plain text until then: editors are heavy, and
// a deck has many. Their bundle is asked for by the first. A turn of the event loop for each: the page can be scrolled
// at once.
globalThis.kindlingEditor = async (parent, ...settings) => {
  await isNear(parent);
  const { Editor } = await import("./editor.js");
  await new Promise((turn) => setTimeout(turn));
  parent.replaceChildren();
  return new Editor(parent, ...settings);
};

// A lesson that was not opened when the page was built.
globalThis.kindlingOpen = async (path, text) => {
  const opener = await import("./kindling-opener.js");
  await opener.default();
  return opener.open(path, text);
};

/** Resolved once the element is in view, or at most a screen away. */
function isNear(element) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: "100%" },
    );
    observer.observe(element);
  });
}
