// The list of all commands: found by a word, chosen by a press. Fetched when it is first asked for.
//
// What it is not: the commands, which are src/views/commands.rs. Start reading at `list`.

import { words } from "./words/words.js";

const say = words("commands");

/** An element with these properties, and in it what follows. */
function make(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

function row({ id, name, keys, enabled }, choose) {
  const presses = keys.flatMap((key, index) => [...(index ? [` ${say("or")} `] : []), ...key.split(" ").map((press) => make("kbd", { textContent: press }))]);
  const button = make("button", { type: "button", disabled: !enabled, onclick: () => choose(id) }, make("span", { textContent: name }), ...presses);
  button.dataset.command = id;
  return make("li", {}, button);
}

/** Fills `host` with a field and the groups of commands, each `{title, commands}`; `choose` hears which is wanted. */
export function list(host, groups, choose) {
  const field = make("input", { className: "find-command", type: "search", placeholder: say("find"), ariaLabel: say("find") });
  const lists = make("div", { className: "commands" });
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    const fits = ({ name }) => words.every((word) => name.toLowerCase().includes(word));
    const found = groups.map(({ title, commands }) => ({ title, commands: commands.filter(fits) }));
    lists.replaceChildren(
      ...found.filter(({ commands }) => commands.length > 0).flatMap(({ title, commands }) => [
        make("h3", { textContent: title }),
        make("ul", {}, ...commands.map((command) => row(command, choose))),
      ]),
    );
  };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const first = lists.querySelector("button:enabled");
    if (event.key !== "Enter" || !first) return;
    event.preventDefault();
    first.click();
  });
  show();
  host.replaceChildren(field, lists);
  // On a phone a keyboard would cover the list.
  if (!matchMedia("(hover: none)").matches) field.focus();
}
