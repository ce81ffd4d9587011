// What slide view has beyond slides: the presenter's window hears where the class is, the pointer there is shown here, and
// the screen stays awake.
//
// What it is not: the window (presenter.html), or what its wishes do (src/views/presenter.rs). Fetched when slide view is
// first entered. Start reading at `present`.

import { lay } from "./overlay.js";

/** Outputs that grow are told of so often. */
const EVERY = 200;
/** The tab's own name, which it keeps over reloads: its window listens to no other tab. */
const tab = (window.name ||= `kindling-${Math.random()}`);
const channel = new BroadcastChannel(`kindling presenter ${tab}`);

let now = { isPresenting: false };
let doAsAsked;
let timer;
let awake;

const dot = Object.assign(document.createElement("div"), { className: "pointer", hidden: true });
document.body.append(dot);

channel.onmessage = ({ data: { wish, pointer } }) => {
  if (wish === "hello") tell();
  else if (wish !== undefined) doAsAsked?.(wish);
  else point(pointer);
};

const changes = new MutationObserver(() => {
  timer ??= setTimeout(tell, EVERY);
});

/** Says where the class is, what lies over the slide, and with what wishes are to be called. */
export function present(isPresenting, slide, notes, over, wish) {
  now = { isPresenting, slide, notes };
  doAsAsked = wish;
  lay(over, slide, wish);
  point();
  keepAwake();
  tell();
  changes.disconnect();
  if (!isPresenting) return;
  for (const element of [slideOf(slide), slideOf(slide + 1), document.documentElement]) {
    const isSlide = element?.matches(".slide");
    if (element) changes.observe(element, { attributes: true, childList: isSlide, characterData: isSlide, subtree: isSlide });
  }
}

/** Opens the window, or brings it to the front; false if the browser does not. */
export const openPresenter = () => Boolean(open(`presenter.html#${tab}&${document.documentElement.lang}`, `${tab} presenter`, "popup,width=1100,height=720"));

function tell() {
  clearTimeout(timer);
  timer = undefined;
  const { isPresenting, slide, notes } = now;
  if (!isPresenting) return channel.postMessage({ isPresenting });
  const attributes = [...document.documentElement.attributes].map(({ name, value }) => [name, value]);
  channel.postMessage({
    isPresenting,
    slide,
    notes,
    slides: document.querySelectorAll("section.slide").length,
    title: document.title,
    here: picture(slide),
    next: picture(slide + 1),
    page: { attributes, styles: styles(), width: innerWidth, height: innerHeight },
  });
}

const slideOf = (index) => document.getElementById(`slide-${index + 1}`);

/** A slide as HTML that shows the same without the page: its figures are pictures. */
function picture(index) {
  const slide = slideOf(index);
  if (!slide) return "";
  const copy = slide.cloneNode(true);
  copy.dataset.current = "";
  const drawn = slide.querySelectorAll("canvas");
  copy.querySelectorAll("canvas").forEach((canvas, at) => {
    const image = Object.assign(new Image(), { src: drawn[at].toDataURL(), alt: "" });
    image.style.width = `${drawn[at].clientWidth}px`;
    canvas.replaceWith(image);
  });
  return copy.outerHTML;
}

/** All styles of the page, those of its editors too. */
const styles = () =>
  [...document.styleSheets, ...document.adoptedStyleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .map(({ cssText }) => cssText)
    .join("\n");

/** Shows the pointer of the presenter's window, at shares of the page's width and height; without them hides it. */
function point(place) {
  dot.hidden = !place;
  if (place) Object.assign(dot.style, { left: `${place[0] * 100}%`, top: `${place[1] * 100}%` });
}

/** The screen stays awake in slide view. The browser lets go of it whenever the page is hidden. */
async function keepAwake() {
  if (!now.isPresenting || document.hidden) {
    awake?.release();
    awake = undefined;
    return;
  }
  try {
    if (!awake || awake.released) awake = await navigator.wakeLock?.request("screen");
  } catch {
    // A low battery may forbid it.
  }
}
document.addEventListener("visibilitychange", keepAwake);

// What is asked for while the page is not there would be lost: its window is told so, also when the tab is closed.
addEventListener("pagehide", () => channel.postMessage({ isPresenting: false }));
addEventListener("pageshow", tell);
