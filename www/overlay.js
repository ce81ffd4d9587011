// What lies over a slide when a key asks for it: all slides, the keys, or nothing but black.
//
// What it is not: the keys (src/views/keys.rs). Fetched when slide view is first entered. Start reading at `lay`.

/** What help shows. */
const KEYS = [
  ["→  Space  Page Down  N", "the next slide, or the next of its steps"],
  ["←  Shift + Space  Page Up  P", "the slide before"],
  ["a tap at the right or left edge", "the next slide, the one before"],
  ["↓  ↑", "down and up a slide that is long, then on"],
  ["Home  End", "the first slide, the last"],
  ["a number, Enter", "that slide"],
  ["Shift + Enter", "run the slide's next cell; then go on"],
  ["Ctrl + Enter", "run the cell that you type in"],
  ["O", "all slides"],
  ["B  .", "a black screen"],
  ["S", "the presenter's window: notes, the next slide, a clock"],
  ["L", "a pointer that the class sees, or none"],
  ["F", "full screen, or no longer"],
  ["?", "these keys"],
  ["Esc", "leave the editor, then what lies over the slide, then slide view"],
];

/** What there is, by the names that src/views/presenter.rs has for it. */
const MADE = {
  black: (ask) => made("div", { className: "overlay black", role: "img", ariaLabel: "A black screen; any key brings the slide back", onclick: () => ask("close") }),
  overview: (ask) => dialog("All slides", ask, overview(ask)),
  help: (ask) => dialog("Keys", ask, help()),
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
  const close = made("button", { type: "button", ariaLabel: `Close ${name.toLowerCase()}`, onclick: () => ask("close") }, "✕");
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
  const rows = KEYS.map(([keys, what]) => made("tr", {}, made("th", { scope: "row", textContent: keys }), made("td", { textContent: what })));
  return made("table", { className: "keys" }, made("tbody", {}, ...rows));
}
