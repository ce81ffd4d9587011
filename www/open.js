// Opens what a reader brings, a file, an address or a text, as a notebook of their own. Nothing of it runs by itself, and the
// same thing brought twice is one notebook. Fetched when something is brought.
//
// What it is not: what reads the formats, which is the opener. Start reading at `bring`.

import { keepDocument } from "./kept.js";
import { PANEL } from "./library.js";
import { nameOf } from "./share.js";
import { words } from "./words/words.js";

const say = words("open");

/** The formats that the opener reads, by their extensions (`Format::of` of kindling-notebook). */
const EXTENSIONS = ["ipynb", "md", "markdown", "qmd", "py"];
const EXTENSION = new RegExp(`\\.(${EXTENSIONS.join("|")})$`, "i");

/** Pages that show a file, and where the file itself is. */
const RAW = [
  [/^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/, "https://raw.githubusercontent.com/$1/$2"],
  [/^https:\/\/(?:colab\.research\.google\.com|nbviewer\.org|nbviewer\.jupyter\.org)\/github\/([^/]+\/[^/]+)\/blob\/(.+)$/, "https://raw.githubusercontent.com/$1/$2"],
  [/^https:\/\/gist\.github\.com\/([^/]+\/[0-9a-f]+)\/?$/, "https://gist.githubusercontent.com/$1/raw"],
  [/^(https:\/\/[^/]+\/.+\/-\/)blob\/(.+)$/, "$1raw/$2"],
  [/^(https:\/\/huggingface\.co\/.+\/)blob\/(.+)$/, "$1resolve/$2"],
];

/** The address of the file that an address shows; a mark within a page (`#…`) is none of it. */
export function rawAddress(address) {
  const plain = address.trim().replace(/#.*$/, "");
  const [page, raw] = RAW.find(([page]) => page.test(plain)) ?? [];
  return page ? plain.replace(page, raw) : plain;
}

/** Text as its author wrote it: UTF-16 says so at its head, and what is no UTF-8 is taken for the Western alphabet. */
function decoded(buffer) {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A name with the extension that a text looks like, where its own says nothing. */
function named(name, text) {
  if (EXTENSION.test(name)) return name;
  const stem = name || "notebook";
  if (/^\s*\{/.test(text) && /"(cells|worksheets)"\s*:/.test(text)) return `${stem}.ipynb`;
  return /^# ?%%/m.test(text) && !/^(---|#+ |```)/m.test(text.replace(/^# ?%%.*$/gm, "")) ? `${stem}.py` : `${stem}.md`;
}

async function opened(path, text) {
  try {
    return JSON.parse(await globalThis.kindlingOpen(path, text));
  } catch (reason) {
    // The opener says in words what is wrong with a file.
    if (typeof reason === "string") throw new Error(say("does-not-open", { file: path.split("/").at(-1), reason }), { cause: reason });
    throw new Error(say("opener-missing"), { cause: reason });
  }
}

/** Keeps a text under `path` as a notebook of the reader's own, and goes there. */
async function bring(path, text) {
  const { title } = await opened(path, text);
  const name = await nameOf(`${path}\n${text}`);
  try {
    await keepDocument(name, { path, text });
    const own = `kindling/${name}/own`;
    if (!localStorage.getItem(own)) localStorage.setItem(own, JSON.stringify({ title, of: null, file: name }));
  } catch (error) {
    throw new Error(say("keeps-nothing"), { cause: error });
  }
  sessionStorage.removeItem(PANEL);
  location.replace(`${location.pathname}?own=${name}`);
}

export async function fromFile(file) {
  const text = decoded(await file.arrayBuffer());
  await bring(named(file.name, text), text);
}

export async function fromAddress(address) {
  const raw = rawAddress(address);
  let response;
  try {
    response = await fetch(raw);
  } catch (error) {
    throw new Error(say("cannot-be-read", { address: raw }), { cause: error });
  }
  if (!response.ok) throw new Error(say("no-file", { address: raw, status: response.status }));
  const text = decoded(await response.arrayBuffer());
  const url = new URL(raw, location.href);
  const folder = url.href.slice(0, url.href.length - url.search.length).replace(/[^/]*$/, "");
  const file = decodeURIComponent(url.pathname.split("/").at(-1));
  await bring(folder + named(file, text), text);
}

/** An address, or the text of a notebook itself. */
export async function fromText(text) {
  const isAddress = /^\s*(https?:\/\/|\.{0,2}\/|[\w.-]+\/)\S+\s*$/.test(text);
  await (isAddress ? fromAddress(text) : bring(named("", text), text));
}

/** Has the reader choose a file. */
export function choose() {
  return new Promise((resolve, reject) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: EXTENSIONS.map((extension) => `.${extension}`).join(",") });
    input.onchange = () => fromFile(input.files[0]).then(resolve, reject);
    input.oncancel = () => resolve();
    input.click();
  });
}
