// The presenter's window: this slide and the next, the notes, a clock and a timer, in step with a tab in slide view.
//
// What it is not: that tab's side (present.js), which tells all that is shown here. Start reading at `show`.

const [tab, language] = location.hash.slice(1).split("&").map(decodeURIComponent);
document.documentElement.lang = language;
const { words } = await import("./words/words.js");
const say = words("presenter");

document.title = say("window");
for (const element of document.querySelectorAll("[data-words]")) element.textContent = say(element.dataset.words);
for (const element of document.querySelectorAll("[data-name]")) element.ariaLabel = say(element.dataset.name);
for (const element of document.querySelectorAll("[data-hint]")) element.title = say(element.dataset.hint);

const channel = new BroadcastChannel(`kindling presenter ${tab}`);
const find = (id) => document.getElementById(id);
const ask = (wish) => channel.postMessage({ wish });

/** Keys as slide view has them. */
const KEYS = {
  ArrowRight: "forward", ArrowDown: "forward", PageDown: "forward", " ": "forward", n: "forward",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", p: "back", b: "black", ".": "black", Home: "0",
};

let slides = 1;

channel.onmessage = ({ data }) => {
  if (data.wish === undefined && data.pointer === undefined) show(data);
};
function show({ isPresenting, slide, notes, title, here, next, page, ...told }) {
  find("left").hidden = isPresenting;
  for (const element of document.querySelectorAll("[data-needs-slides]")) element.hidden = !isPresenting;
  if (!isPresenting) return;
  slides = told.slides;
  find("title").textContent = title;
  find("place").textContent = `${slide + 1} / ${slides}`;
  find("notes").textContent = notes || say("no-notes");
  picture(find("here"), here, page);
  picture(find("next"), next, page);
}

/** Puts a slide into a frame that is laid out as the class's window is, and made to fit here. */
function picture(frame, html, { attributes, styles, width, height }) {
  const { documentElement: root, head, body } = frame.contentDocument;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const [name, value] of attributes) root.setAttribute(name, value);
  // Steps to come are seen by who speaks.
  head.innerHTML = "<style></style>";
  head.firstChild.textContent = `${styles}\n:is(.steps > li, .fragment):not([data-shown]) { visibility: visible !important; opacity: 0.4; }`;
  body.innerHTML = `<div class="room"><main id="deck">${html}</main></div>`;
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
  fit(frame);
}

/** How much smaller a frame is shown than it is laid out. */
function fit(frame) {
  const { clientWidth, clientHeight } = frame.parentElement;
  const scale = Math.min(clientWidth / frame.offsetWidth, clientHeight / frame.offsetHeight);
  frame.style.transform = `scale(${scale})`;
  return scale;
}
addEventListener("resize", () => document.querySelectorAll("iframe").forEach(fit));

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wish]");
  if (button) ask(button.dataset.wish);
});
document.addEventListener("keydown", (event) => {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || (target.closest("button") && [" ", "Enter"].includes(key))) return;
  if (key.toLowerCase() === "l") togglePointer();
  const wish = key === " " && shiftKey ? "back" : key === "End" ? String(slides - 1) : KEYS[key] ?? KEYS[key.toLowerCase()];
  if (wish === undefined) return;
  event.preventDefault();
  ask(wish);
});

/** What the mouse shows on this slide, the class sees. */
function togglePointer() {
  const isOn = find("point").getAttribute("aria-pressed") !== "true";
  find("point").setAttribute("aria-pressed", isOn);
  if (!isOn) channel.postMessage({ pointer: null });
}
find("point").addEventListener("click", togglePointer);
const view = find("here").parentElement;
view.addEventListener("pointermove", ({ clientX, clientY }) => {
  if (find("point").getAttribute("aria-pressed") !== "true") return;
  const { left, top, width, height } = find("here").getBoundingClientRect();
  channel.postMessage({ pointer: [(clientX - left) / width, (clientY - top) / height] });
});
view.addEventListener("pointerleave", () => channel.postMessage({ pointer: null }));

/** Numbers that outlive a reload of this window. */
const number = (name, first) => Number(sessionStorage.getItem(name) ?? first);
const keep = (name, value) => sessionStorage.setItem(name, value);

/** When the timer would have begun had it never been paused, and since when it is. */
let began = number("began", Date.now());
let paused = number("paused", 0);
keep("began", began);

function tick() {
  const seconds = Math.floor(((paused || Date.now()) - began) / 1000);
  const two = (part) => String(part).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  find("timer").textContent = `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  find("clock").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
function setTimer(start, since) {
  [began, paused] = [start, since];
  keep("began", began);
  keep("paused", paused);
  find("pause").textContent = paused ? "▶" : "❚❚";
  find("pause").setAttribute("aria-label", say(paused ? "go-on" : "pause"));
  tick();
}
find("pause").addEventListener("click", () => setTimer(paused ? began + Date.now() - paused : began, paused ? 0 : Date.now()));
find("reset").addEventListener("click", () => setTimer(Date.now(), paused && Date.now()));
setTimer(began, paused);
setInterval(tick, 250);

let size = number("size", 1.25);
function sizeNotes(by) {
  size = Math.min(4, Math.max(0.8, size * by));
  keep("size", size);
  find("notes").style.fontSize = `${size}rem`;
}
find("smaller").addEventListener("click", () => sizeNotes(1 / 1.15));
find("larger").addEventListener("click", () => sizeNotes(1.15));
sizeNotes(1);

// Without a document type they would be laid out as pages of the nineties.
await Promise.all(
  [find("here"), find("next")].map((frame) => {
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.srcdoc = "<!doctype html>";
    return loaded;
  }),
);
ask("hello");
