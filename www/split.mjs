// A hook that Trunk runs after each build. It puts the part of Python's library that the kernel carries as a section
// into a file of its own, and takes the names of functions out of the modules of an optimised build: they are a quarter
// of it. With KINDLING_NAMES=1 they stay, for profiles. The kernel gets a name for its build, the hash of all else in it.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { sections, without, withSection } from "./sections.mjs";

const LIBRARY = "kindling.library";

const folder = process.env.TRUNK_STAGING_DIR;
const namesGo = process.env.TRUNK_PROFILE === "release" && !process.env.KINDLING_NAMES;
for (const name of (await readdir(folder)).filter((name) => name.endsWith(".wasm"))) {
  const module = await readFile(join(folder, name));
  const library = sections(module).find((section) => section.name === LIBRARY);
  let rest = without(module, (section) => section === LIBRARY || namesGo);
  if (library) {
    await writeFile(join(folder, "kindling-library.bin"), library.content);
    rest = withSection(rest, "kindling.build", createHash("sha256").update(rest).digest("hex"));
  }
  await writeFile(join(folder, name), rest);
}
