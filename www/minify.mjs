// Makes the scripts of an optimised build small.
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR;
if (process.env.TRUNK_PROFILE === "release") {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith(".js")).map((name) => join(folder, name));
  const inPlace = { entryPoints: scripts, outdir: folder, allowOverwrite: true };
  await build({ ...inPlace, minify: true, format: "esm", target: "esnext" });
}
