// Puts what the kernel carries as sections of ours, a part of Python's library and the names of characters, into files of
// their own, and takes the names of functions out of the modules of an optimised build: they are a quarter of it. With KINDLING_NAMES=1 they stay, for
// profiles.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { moduleOf, sections } from "./sections.mjs";

const OURS = "kindling.";

const folder = process.env.TRUNK_STAGING_DIR;
const namesGo = process.env.TRUNK_PROFILE === "release" && !process.env.KINDLING_NAMES;
for (const name of (await readdir(folder)).filter((name) => name.endsWith(".wasm"))) {
  const all = sections(await readFile(join(folder, name)));
  const isOurs = (section) => section.name?.startsWith(OURS);
  for (const { name, content } of all.filter(isOurs)) {
    await writeFile(join(folder, `kindling-${name.slice(OURS.length)}.bin`), content);
  }
  const stays = (section) => section.name === undefined || !(namesGo || isOurs(section));
  await writeFile(join(folder, name), moduleOf(all.filter(stays)));
}
