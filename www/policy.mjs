// Names the hashes of the page's inline scripts in its content security policy, so that no other can ever run.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const file = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = await readFile(file, "utf8");
const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
const hashes = inline.map(([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
if (!html.includes("'inline-script-hashes'")) throw new Error("index.html has no place for the hashes of its scripts");
await writeFile(file, html.replace("'inline-script-hashes'", hashes.join(" ")));
