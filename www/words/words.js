// The page's words for its scripts, in the language that the page speaks.
//
// What it is not: the words, which are the files beside this one, how they are fetched (read.js), or the choice of a
// language, which is the page's (src/browser/language.rs). Fetched when a script first needs some. Start reading at `words`.

import { filled } from "./format.js";
import { partsOf } from "./read.js";

const root = document.documentElement;

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

/** What a script says: `say(name, values)` is a text of its part in the language that the page speaks by then. */
export const words = (part) => (name, values) => filled(spoken[part], name, values);
