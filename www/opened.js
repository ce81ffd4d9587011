// A lesson that the opener opened, or in the reader's language why it did not. Fetched when one is opened.
//
// What it is not: what reads the formats, which is the opener.

import { words } from "./words/words.js";

const say = words("opened");

/** The lesson at `path` as JSON. Throws a text where it is none. */
export function opened(opener, path, text) {
  try {
    return opener.open(path, text);
  } catch (refusal) {
    if (typeof refusal !== "string") throw refusal;
    const { kind, detail } = JSON.parse(refusal);
    throw say(kind, { detail });
  }
}
