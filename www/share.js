// A notebook as a link: what the student changed, compressed in the part of the address that no server hears of. Who opens
// it gets a notebook of their own with that; nothing of it runs by itself. Fetched when a link is made or opened.
//
// What it is not: how notebooks are kept (src/browser/store.rs), whose keys are written here. Start reading at `link`
// and `take`.

import { documentOf, keepDocument } from "./kept.js";
import { words } from "./words/words.js";

const say = words("share");

const MARK = "#share=";
/** Longer addresses are cut off by some browsers and by what they are sent with. */
const LONGEST = 30_000;

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/** Copies a link to what `notebook`, which is JSON, says; in words, what came of it. */
export async function link(name, notebook) {
  const own = JSON.parse(localStorage.getItem(`kindling/${name}/own`));
  const shared = { ...JSON.parse(notebook), of: own ? own.of : name, file: own?.file && (await documentOf(own.file)) };
  const bytes = await through(new TextEncoder().encode(JSON.stringify(shared)), new CompressionStream("deflate-raw"));
  const address = `${location.origin}${location.pathname}${MARK}${encode(bytes)}`;
  if (address.length > LONGEST) return say("too-long");
  try {
    await navigator.clipboard.writeText(address);
    return say("copied");
  } catch {
    return say("not-copied", { address });
  }
}

/** A short name that is always the same for a text. */
export async function nameOf(text) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `own-${Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Opens the notebook that the address holds, as one of the reader's own: once, if it is opened again. */
export async function take() {
  const text = location.hash.slice(MARK.length);
  const { of, title, changes, texts, file } = JSON.parse(new TextDecoder().decode(await through(decode(text), new DecompressionStream("deflate-raw"))));
  const name = await nameOf(text);
  const key = (what) => `kindling/${name}/${what}`;
  if (!localStorage.getItem(key("own"))) {
    if (file) await keepDocument(name, file);
    localStorage.setItem(key("own"), JSON.stringify({ title: say("from-link", { title }), of, file: file && name }));
    localStorage.setItem(key("changes"), JSON.stringify(changes));
    for (const [cell, source] of Object.entries(texts)) localStorage.setItem(key(`cell/${cell}`), source);
  }
  location.replace(`${location.pathname}?own=${name}`);
}
