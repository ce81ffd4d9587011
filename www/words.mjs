// Puts into the page what is said before anything can be fetched: each language's part `early` for its first script, and
// the English of it, which stands there until that script runs.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { parts } from "./words/format.js";

const WORDS = "www/words";
const PLACE = '"words-of-the-beginning"';
const NO_SCRIPT = "<!-- no-script -->";

const files = (await readdir(WORDS)).filter((name) => name.endsWith(".txt")).sort();
const languages = {};
for (const name of files) languages[name.replace(".txt", "")] = parts(await readFile(join(WORDS, name), "utf8")).early;

const page = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = await readFile(page, "utf8");
for (const place of [PLACE, NO_SCRIPT]) if (!html.includes(place)) throw new Error(`index.html has no place for words: ${place}`);
const noScript = Object.entries(languages).map(([language, texts]) => `<p lang="${language}">${texts["no-script"]}</p>`);
await writeFile(
  page,
  html
    .replace(PLACE, () => JSON.stringify(languages))
    .replace(NO_SCRIPT, () => noScript.join(""))
    .replace(/data-early="([\w-]+)">/g, (tag, name) => tag + languages.en[name]),
);
