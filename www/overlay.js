// What lies over a slide when a key asks for it: all slides, the keys, or nothing but black.
//
// What it is not: the keys (src/views/keys.rs). Fetched when slide view is first entered. Start reading at `lay`.

import { words } from "./words/words.js";

const say = words("overlay");

/** What help shows: keys, which some are called by words, and what they do. */
const KEYS = [
  ["→  Space  Page Down  N", "keys-forward"],
  ["←  Shift + Space  Page Up  P", "keys-back"],
  [() => say("tap"), "keys-tap"],
  ["↓  ↑", "keys-scroll"],
  ["Home  End", "keys-ends"],
  [() => say("number"), "keys-number"],
  ["Shift + Enter", "keys-run-next"],
  ["Ctrl + Enter", "keys-run"],
  ["O", "keys-overview"],
  ["B  .", "keys-black"],
  ["S", "keys-presenter"],
  ["L", "keys-pointer"],
  ["F", "keys-full"],
  ["?", "keys-help"],
  ["Esc", "keys-leave"],
];

/** What there is, by the names that src/views/presenter.rs has for it. */
const MADE = {
  black: (ask) => made("div", { className: "overlay black", role: "img", ariaLabel: say("black"), onclick: () => ask("close") }),
  overview: (ask) => dialog(say("overview"), ask, overview(ask)),
  help: (ask) => dialog(say("help"), ask, help()),
};

let shown = { name: "" };

/** Lays what has this name over the slide, or nothing; `slide` is the one in view, and `ask` takes wishes. */
export function lay(name, slide, ask) {
  if (shown.name !== name) {
    shown.element?.remove();
    shown = { name, element: MADE[name]?.(ask) };
    if (shown.element) document.getElementById("deck").append(shown.element);
  }
  const entries = shown.element?.querySelectorAll(".overview button") ?? [];
  for (const [index, entry] of [...entries].entries()) entry.ariaCurrent = index === slide ? "true" : null;
  entries[slide]?.scrollIntoView({ block: "nearest" });
}

function made(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function dialog(name, ask, content) {
  const close = made("button", { type: "button", ariaLabel: say("close", { name }), onclick: () => ask("close") }, "✕");
  const head = made("div", { className: "sheet-head" }, made("h2", { textContent: name }), close);
  return made("div", { className: "overlay", role: "dialog", tabIndex: -1, ariaLabel: name }, head, content);
}

/** The arrow keys turn slides here, too; the one in view is marked. */
function overview(ask) {
  const entries = [...document.querySelectorAll("section.slide")].map((slide, index) => {
    const number = made("span", { className: "number", textContent: `${index + 1} ` });
    const title = made("span", { textContent: slide.getAttribute("aria-label") });
    return made("li", {}, made("button", { type: "button", onclick: () => ask(String(index)) }, number, title));
  });
  return made("ol", { className: "overview" }, ...entries);
}

function help() {
  const rows = KEYS.map(([keys, what]) => {
    const head = made("th", { scope: "row", textContent: typeof keys === "function" ? keys() : keys });
    return made("tr", {}, head, made("td", { textContent: say(what) }));
  });
  return made("table", { className: "keys" }, made("tbody", {}, ...rows));
}
