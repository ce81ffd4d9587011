// The files of words, each fetched once; and what the page's program says where it speaks another language than English.

import { parts } from "./format.js";

const read = new Map();

/** The parts of a language's file. */
export function partsOf(language) {
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

/** All that the page's program says in a language, in the order of the lines. */
export const ofPage = async (language) => Object.values((await partsOf(language)).page);
