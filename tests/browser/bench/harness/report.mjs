// Where results go: to the terminal, to a JSON file a part, and into the README between two comments.
//
// Not here: what is measured. Start reading at `publish`.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";

import { RESULTS } from "./addresses.mjs";
import { QUICK } from "./rounds.mjs";

const README = "README.md";

/** Prints the part's text, keeps its data, and replaces the part in the README; a quick run leaves that alone. */
export async function publish(part, text, data) {
  console.log(`\n${text}\n`);
  await mkdir(RESULTS, { recursive: true });
  const kept = { part, quick: QUICK, date: new Date().toISOString(), machine: machine(), ...data };
  await writeFile(join(RESULTS, `${part}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  if (QUICK) return;
  const readme = await readFile(README, "utf8");
  if (readme.includes(opening(part))) await writeFile(README, replaced(readme, part, text));
}

const opening = (part) => `<!-- cargo xtask bench ${part} -->`;
const CLOSING = "<!-- end -->";

function replaced(readme, part, text) {
  const start = readme.indexOf(opening(part)) + opening(part).length;
  const end = readme.indexOf(CLOSING, start);
  if (end < 0) throw new Error(`nothing ends the part ${part} of the README`);
  return `${readme.slice(0, start)}\n${text}\n${readme.slice(end)}`;
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
