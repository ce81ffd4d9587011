// Opens the lessons of the built page, and puts the first slides into it (crates/opener/src/folder.rs).
import { spawnSync } from "node:child_process";

const cargo = ["run", "--quiet", "--package", "kindling-opener", "--", process.env.TRUNK_STAGING_DIR];
const { status, error } = spawnSync("cargo", cargo, { stdio: "inherit" });
if (status !== 0) throw error ?? new Error("the lessons could not be opened");
