// The page's words for its scripts, and for its program where it speaks another language than English.
//
// What it is not: the words, which are the files beside this one, or the choice of a language, which is the page's
// (src/browser/language.rs). Fetched when somebody first needs some. Start reading at `words`.

import { filled, parts } from "./format.js";

const root = document.documentElement;
const read = new Map();

function partsOf(language) {
  if (!read.has(language)) {
    const fetched = fetch(new URL(`${language}.txt`, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`the words did not come: ${response.status}`);
      return response.text();
    });
    // The next who asks tries again.
    fetched.catch(() => read.delete(language));
    read.set(language, fetched.then(parts));
  }
  return read.get(language);
}

/** The parts in the language of the page. */
let spoken = {};
async function speak() {
  try {
    spoken = await partsOf(root.lang);
  } catch {
    // Without a network the words before stay; where there were none, their names.
  }
}
await speak();
new MutationObserver(speak).observe(root, { attributeFilter: ["lang"] });

/** All that the page's program says in a language, in the order of the lines. */
export const ofPage = async (language) => Object.values((await partsOf(language)).page);

/** What a script says: `say(name, values)` is a text of its part in the language that the page speaks by then. */
export const words = (part) => (name, values) => filled(spoken[part], name, values);
