// What is there before the page's program: the first kernel's worker, which starts while the page itself still loads, and
// the ways to the editor, the opener and what is kept of earlier visits, which come when asked for.

// What is said before anything can be fetched, by languages; www/words.mjs puts it here.
const WORDS = "words-of-the-beginning";
let words = WORDS.en;
try {
  const chosen = localStorage.getItem("kindling/language");
  if (Object.hasOwn(WORDS, chosen)) {
    words = WORDS[chosen];
    document.documentElement.lang = chosen;
  }
} catch {
  // A browser that keeps nothing knows of no choice.
}
addEventListener("DOMContentLoaded", () => {
  for (const element of document.querySelectorAll("[data-early]")) element.textContent = words[element.dataset.early];
});

// What this browser lacks, or that the page's program does not come, is said where the lesson would be.
{
  // A function that makes a vector: `i8x16.splat`, then all is dropped.
  const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11];
  const lacks = () => {
    if (location.protocol === "file:") {
      return words["as-a-file"];
    }
    if (typeof WebAssembly !== "object") {
      return `${words["no-wasm"]} ${words.update}`;
    }
    if (!WebAssembly.validate(new Uint8Array(SIMD)) || !Promise.withResolvers) {
      return `${words["too-old"]} ${words.update}`;
    }
    return undefined;
  };
  // What is missing stays beside the page, which may be there to be read; the rest goes where the page comes after all.
  const say = (text) => {
    const loading = document.getElementById("loading");
    if (!loading || document.querySelector(".notice")) return;
    const notice = Object.assign(document.createElement("div"), { className: "notice" });
    notice.setAttribute("role", "alert");
    notice.append(Object.assign(document.createElement("p"), { textContent: text }));
    (missing ? document.body : loading).prepend(notice);
  };
  const missing = lacks();
  if (missing) document.addEventListener("DOMContentLoaded", () => say(missing));
  const failed = ({ target }) => {
    if (target === globalThis || target.localName === "script") {
      say(missing ?? words["part-missing"]);
    }
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
}

// A worker for the page's program to take over (src/browser/kernel.rs). All of them have one module, compiled here:
// the page asks for it long before a worker could.
{
  let module;
  const compiled = () => {
    module ??= compile("kindling-kernel_bg.wasm").catch((error) => {
      // The next kernel tries again.
      module = undefined;
      return error;
    });
    return module;
  };
  const spawn = () => {
    const worker = new Worker("kernel-loader.js", { type: "module" });
    worker.onerror = ({ message }) => {
      worker.failure = message || "It could not be loaded.";
    };
    compiled().then((module) => worker.postMessage(module));
    return worker;
  };
  let early = spawn();
  globalThis.kindlingKernel = () => {
    const worker = early ?? spawn();
    early = undefined;
    return worker;
  };
}

// The slides that the page itself holds are those of one lesson.
if (/[?&](lesson|own)=|#share=/.test(location.search + location.hash)) document.documentElement.dataset.opens = "another";

// A cell has its editor when it comes near to what the reader sees, and its plain text until then: editors are heavy, and
// a deck has many. Their bundle is asked for by the first. A turn of the event loop for each: the page can be scrolled
// at once.
globalThis.kindlingEditor = async (parent, ...settings) => {
  await isNear(parent);
  const { Editor } = await import("./editor.js");
  await new Promise((turn) => setTimeout(turn));
  const hadFocus = parent.contains(document.activeElement);
  parent.replaceChildren();
  const editor = new Editor(parent, ...settings);
  if (hadFocus) editor.focus();
  return editor;
};

// A lesson that was not opened when the page was built.
globalThis.kindlingOpen = async (path, text) => (await import("./opened.js")).opened(await opener(), path, text);

// Text of the student's, and the notebook in a file's format.
globalThis.kindlingMarkdown = async (markdown) => (await opener()).markdown(markdown);
globalThis.kindlingExport = async (...values) => (await opener()).exported(...values);

// A value that a cell shows in a form that is more than text.
globalThis.kindlingShow = async (output) => (await opener()).show(output);

let loaded;
function opener() {
  loaded ??= import("./kindling-opener.js").then(async (module) => {
    await module.default();
    return module;
  });
  loaded.catch(() => {
    // The next who asks tries again.
    loaded = undefined;
  });
  return loaded;
}

// What is kept for the next visit beside text and small files; `does` is what kept.js calls it.
globalThis.kindlingStore = async (does, ...values) => (await import("./kept.js"))[does](...values);

// A look into a file, and all files in one.
globalThis.kindlingPreview = async (...values) => (await import("./preview.js")).preview(...values);
globalThis.kindlingZip = async (files) => (await import("./zip.js")).zip(files);

// All commands and their keys.
globalThis.kindlingCommands = async (host, groups, choose) => (await import("./commands.js")).list(host, JSON.parse(groups), choose);

// The notebook as one page, and as a link.
globalThis.kindlingStandalone = async (...values) => (await import("./standalone.js")).save(...values);
globalThis.kindlingLink = async (...values) => (await import("./share.js")).link(...values);
globalThis.kindlingTake = async () => (await import("./share.js")).take();

// What a reader brings becomes a notebook of their own.
globalThis.kindlingBring = async (how, what) => (await import("./open.js"))[how](what);

// What the page says in another language than English.
globalThis.kindlingWords = async (language) => (await import("./words/read.js")).ofPage(language);

// A figure as a file or in the clipboard, and one in strokes.
globalThis.kindlingFigure = async (...values) => (await import("./figure.js")).take(...values);
globalThis.kindlingDrawn = async (figure, title) => (await opener()).drawn(figure, title);

// What this browser holds.
globalThis.kindlingLibrary = async (...values) => (await import("./library.js")).list(...values);

// What slide view has beyond slides. Who is told twice while it comes hears it in that order: from one promise.
let presenting;
globalThis.kindlingPresent = async (...values) => {
  presenting ??= import("./present.js");
  presenting.catch(() => {
    // The next who asks tries again.
    presenting = undefined;
  });
  (await presenting).present(...values);
};
globalThis.kindlingPresenter = async () => (await import("./present.js")).openPresenter();

// What has the page work without a network comes when Python has had nothing to do for a while: neither the first visit's
// slides nor its first result wait for it.
{
  const AT_REST = 4000;
  let timer;
  const root = document.documentElement;
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    if (root.dataset.kernel !== "ready") return;
    timer = setTimeout(async () => {
      watch.disconnect();
      if (navigator.serviceWorker) (await import("./offline.js")).start();
    }, AT_REST);
  });
  watch.observe(root, { attributeFilter: ["data-kernel"] });
}
globalThis.kindlingRenew = async () => (await import("./offline.js")).renew();

/** Compiles a module while it comes, if its host says what it is. */
async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status} ${response.statusText}`);
  const isNamed = response.headers.get("content-type") === "application/wasm";
  if (!isNamed) return WebAssembly.compile(await response.arrayBuffer());
  const module = await WebAssembly.compileStreaming(response);
  collectGarbage();
  return module;
}

/**
 * Chromium keeps what came of a module twice over until it next collects garbage, and a page that is only read may give
 * it no reason to for minutes. Asking for much memory is one, also if none of it is ever touched.
 */
function collectGarbage() {
  try {
    new ArrayBuffer(2 ** 27);
  } catch {
    // There is no such room, and so collecting has been tried.
  }
}

/** Resolved once the element is in view, or at most a screen away, or is told that it is wanted. */
function isNear(element) {
  return new Promise((resolve) => {
    element.addEventListener("wanted", resolve, { once: true });
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
