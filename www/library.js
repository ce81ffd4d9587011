// What this browser holds: notebooks of the student's own, and lessons that were opened, beside those of the site.
// Fetched when it is first asked for.
//
// What it is not: how notebooks are kept (src/browser/store.rs), whose keys are read here. Start reading at `list`.

import { forgetDocument } from "./kept.js";
import { words } from "./words/words.js";

const say = words("library");

const OWN = "own-";
const LESSONS = "lessons/index.json";
/** Under what the page remembers its open panel over a reload (src/panels/mod.rs): who leaves by the library has done with it. */
export const PANEL = "kindling/panel";

/** An element with these properties, and in it what follows. */
function make(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

const keysOf = (name) => Object.keys(localStorage).filter((key) => key.startsWith(`kindling/${name}/`));

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    // What another version of the page has kept may be unreadable.
    return null;
  }
}

/** The notebooks that were opened here, the last first. */
export function held() {
  const names = Object.keys(localStorage).flatMap((key) => /^kindling\/([^/]+)\/visit$/.exec(key)?.[1] ?? []);
  const visits = names.map((name) => ({ name, isOwn: name.startsWith(OWN), ...read(`kindling/${name}/visit`) }));
  return visits.filter(({ date }) => date).sort((one, other) => other.date - one.date);
}

const address = (name) => (name.startsWith(OWN) ? `?own=${name}` : `?lesson=${name}`);

/** A new notebook: an empty one, or one that has all that another has. */
export function create(title, of) {
  const name = `${OWN}${Date.now().toString(36)}`;
  if (of) {
    for (const key of keysOf(of)) localStorage.setItem(key.replace(`kindling/${of}/`, `kindling/${name}/`), localStorage.getItem(key));
  }
  const before = of ? read(`kindling/${of}/own`) : null;
  const lesson = before ? before.of : of;
  localStorage.setItem(`kindling/${name}/own`, JSON.stringify({ title, of: lesson ?? null, file: before?.file }));
  sessionStorage.removeItem(PANEL);
  location.href = address(name);
}

/** Deletes a notebook, and what it was opened from unless another one was, too. */
async function forget(name) {
  const file = read(`kindling/${name}/own`)?.file;
  keysOf(name).forEach((key) => localStorage.removeItem(key));
  const isNeeded = Object.keys(localStorage).some((key) => /^kindling\/[^/]+\/own$/.test(key) && read(key)?.file === file);
  if (file && !isNeeded) await forgetDocument(file);
}

function when(date) {
  const day = new Date(date);
  const isToday = day.toDateString() === new Date().toDateString();
  return isToday ? day.toLocaleTimeString(undefined, { timeStyle: "short" }) : day.toLocaleDateString();
}

/** How much of what the browser keeps as text is a notebook's. */
function size(name) {
  const characters = keysOf(name).reduce((sum, key) => sum + localStorage.getItem(key).length, 0);
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(characters / 1000);
  return `${number} kB`;
}

function entry(visit, again) {
  const { name, title, date, done, cells, isOwn } = visit;
  const facts = say("cells-done", { when: when(date), size: size(name), done, count: cells });
  const link = make("a", { href: address(name), onclick: () => sessionStorage.removeItem(PANEL) }, make("span", { textContent: title }), make("small", { textContent: facts }));
  const item = make("li", {}, link);
  item.dataset.notebook = name;
  if (isOwn) item.append(...tools(visit, item, again));
  return item;
}

/** Rename and delete, for notebooks of one's own. */
function tools({ name, title }, item, again) {
  const rename = make("button", { type: "button", textContent: say("rename"), ariaLabel: say("rename-it", { title }) });
  rename.onclick = () => {
    const field = make("input", { value: title, ariaLabel: say("name") });
    const keep = () => {
      const called = field.value.trim() || title;
      localStorage.setItem(`kindling/${name}/own`, JSON.stringify({ ...read(`kindling/${name}/own`), title: called }));
      localStorage.setItem(`kindling/${name}/visit`, JSON.stringify({ ...read(`kindling/${name}/visit`), title: called }));
      if (new URLSearchParams(location.search).get("own") === name) location.reload();
      else again();
    };
    field.onkeydown = (event) => event.key === "Enter" && keep();
    item.replaceChildren(field, make("button", { type: "button", textContent: say("keep"), onclick: keep }));
    field.select();
  };
  const remove = make("button", { type: "button", textContent: say("delete"), ariaLabel: say("delete-it", { title }) });
  remove.onclick = () => {
    const sure = make("button", { type: "button", className: "sure", textContent: say("delete-for-good") });
    sure.onclick = () => {
      forget(name).finally(again);
    };
    item.replaceChildren(make("span", { textContent: say("sure", { title }) }), sure, make("button", { type: "button", textContent: say("keep"), onclick: again }));
    sure.focus();
  };
  const isOpen = new URLSearchParams(location.search).get("own") === name;
  return isOpen ? [rename] : [rename, remove];
}

/** A line for an address, or for the text of a notebook itself. */
function byAddress(bring) {
  const field = make("textarea", { rows: 1, ariaLabel: say("address"), placeholder: say("address-hint"), spellcheck: false });
  const form = make("form", { className: "by-address" }, field, make("button", { type: "submit", textContent: say("open") }));
  form.onsubmit = (event) => {
    event.preventDefault();
    if (field.value.trim()) bring("fromText", field.value);
  };
  field.onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey) form.onsubmit(event);
  };
  return form;
}

async function lessonsOfSite() {
  const response = await fetch(LESSONS).catch(() => undefined);
  return response?.ok ? response.json() : [];
}

/** Fills `host` with what there is; `here` is the notebook that is open, with its title. */
export async function list(host, here, title) {
  const again = () => list(host, here, title);
  const all = held();
  const own = all.filter(({ isOwn }) => isOwn);
  const known = new Map(all.map((visit) => [visit.name, visit]));
  const lessons = await lessonsOfSite();
  const asEntry = (lesson) =>
    known.has(lesson.name)
      ? entry(known.get(lesson.name), again)
      : make("li", {}, make("a", { href: address(lesson.name), onclick: () => sessionStorage.removeItem(PANEL) }, make("span", { textContent: lesson.title }), make("small", { textContent: say("not-opened") })));
  const others = all.filter(({ name, isOwn }) => !isOwn && !lessons.some((lesson) => lesson.name === name));
  const part = (heading, items) => (items.length ? [make("h3", { textContent: heading }), make("ul", { className: "library" }, ...items)] : []);
  const choice = (name, what, act) => make("button", { type: "button", onclick: act }, make("span", { textContent: name }), make("small", { textContent: what }));
  const said = make("p", { className: "said", role: "alert" });
  const bring = async (how, what) => {
    said.textContent = "";
    await globalThis.kindlingBring(how, what).catch(({ message }) => said.replaceChildren(message));
  };
  host.replaceChildren(
    make(
      "div",
      { className: "choices" },
      choice(say("open-file"), say("open-file-what"), () => bring("choose")),
      choice(say("new"), say("new-what"), () => create(say("untitled"))),
      choice(say("duplicate"), say("duplicate-what"), () => create(say("copy-of", { title }), here)),
    ),
    byAddress(bring),
    said,
    ...part(say("yours"), own.map((visit) => entry(visit, again))),
    ...part(say("lessons"), [...lessons.map(asEntry), ...others.map((visit) => entry(visit, again))]),
  );
}
