// Puts the part of Python's library that the kernel carries as a section into a file of its own, and takes the names of
// functions out of the modules of an optimised build: they are a quarter of it. With KINDLING_NAMES=1 they stay, for
// profiles.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { moduleOf, sections } from "./sections.mjs";

const LIBRARY = "kindling.library";

const folder = process.env.TRUNK_STAGING_DIR;
const namesGo = process.env.TRUNK_PROFILE === "release" && !process.env.KINDLING_NAMES;
for (const name of (await readdir(folder)).filter((name) => name.endsWith(".wasm"))) {
  const all = sections(await readFile(join(folder, name)));
  const library = all.find((section) => section.name === LIBRARY);
  if (library) await writeFile(join(folder, "kindling-library.bin"), library.content);
  const stays = (section) => section.name === undefined || !(namesGo || section.name === LIBRARY);
  await writeFile(join(folder, name), moduleOf(all.filter(stays)));
}
