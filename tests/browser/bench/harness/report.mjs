// Where results go: to the terminal, to a JSON file a part, and into a document between two comments.
//
// Not here: what is measured. Start reading at `publish`.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";

import { RESULTS } from "./addresses.mjs";
import { QUICK } from "./rounds.mjs";

/** Prints the part's text, keeps its data, and replaces the part in `document`; a quick run leaves that alone. */
export async function publish(part, text, data, document = "README.md") {
  console.log(`\n${text}\n`);
  await mkdir(RESULTS, { recursive: true });
  const kept = { part, quick: QUICK, date: new Date().toISOString(), machine: machine(), ...data };
  await writeFile(join(RESULTS, `${part}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  if (QUICK) return;
  await writeFile(document, replaced(await readFile(document, "utf8"), part, text));
}

const opening = (part) => `<!-- cargo xtask bench ${part} -->`;
const CLOSING = "<!-- end -->";

function replaced(document, part, text) {
  const [before, rest] = document.split(opening(part));
  const end = rest?.indexOf(CLOSING) ?? -1;
  if (end < 0) throw new Error(`the document has no place for the part ${part}`);
  return `${before}${opening(part)}\n${text}\n${rest.slice(end)}`;
}

/** The processor, as its maker calls it, and how many of its threads there are. */
export const machine = () => `${cpus()[0].model.trim()}, ${cpus().length} threads`;

/** A table in Markdown. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Seconds, with two digits that count. */
export function shownTime(seconds) {
  if (seconds === undefined) return "";
  const [factor, unit] = seconds < 1e-3 ? [1e6, "us"] : seconds < 1 ? [1e3, "ms"] : [1, "s"];
  return `${digits(seconds * factor)} ${unit}`;
}

/** Two digits that count, and no exponent. */
export const digits = (number) =>
  number === undefined ? "" : number >= 10 ? number.toFixed(0) : number.toPrecision(2);
