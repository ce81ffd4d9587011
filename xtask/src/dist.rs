//! The optimised page: Trunk's build, then wasm-opt, then Brotli.
//!
//! What it is not: a bundler. What goes into the page is said in `index.html` and `Trunk.toml`. Start reading at
//! [`run`].
//!
//! wasm-opt takes minutes, so the results of the slow steps are kept in the cache by the hash of what went in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::{
    bench, tools,
    workspace::{Workspace, run as run_command},
};

/// How much wasm-opt tries, and the proposals it may use: those that the compiler was given or that every browser
/// with JSPI has. `--all-features` would write compact imports, which Chromium refuses.
const WASM_OPT: [&str; 12] = [
    "-Oz",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-extended-const",
    "--enable-call-indirect-overlong",
    "--enable-exception-handling",
];

/// What is worth compressing; everything else is small or compressed already.
const COMPRESSIBLE: [&str; 8] = ["wasm", "js", "css", "html", "json", "svg", "md", "webmanifest"];

/// How many results of each slow step the cache keeps.
const KEPT: usize = 12;

/// Builds the page and prints its sizes.
pub fn run(workspace: &Workspace) -> Result<()> {
    build(workspace)?;
    bench::print_sizes(workspace)
}

/// Builds the page into `dist/`, each compressible file with its Brotli form beside it.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::for_page(workspace)?;
    // Without integrity hashes: they are of the binaries as they were before wasm-opt.
    let mut trunk = workspace.command(workspace.tools_bin().join("trunk"));
    trunk.args(["build", "--release", "--no-sri=true"]).env_remove("NO_COLOR");
    run_command(trunk)?;
    for file in files(&workspace.dist())? {
        if has_extension(&file, &["wasm"]) {
            optimise(workspace, &file)?;
        }
        if has_extension(&file, &COMPRESSIBLE) {
            compress(workspace, &file)?;
        }
    }
    Ok(())
}

/// Every file below `directory`, sorted.
pub fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Where the Brotli form of a file of the page lies.
pub fn compressed(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn optimise(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let optimised = cached(workspace, "wasm-opt", wasm, &WASM_OPT, |output| {
        let mut command = workspace.command("node");
        command.arg("node_modules/binaryen/bin/wasm-opt").args(WASM_OPT).arg(wasm).arg("-o").arg(output);
        run_command(command)
    })?;
    fs::copy(optimised, wasm)?;
    Ok(())
}

fn compress(workspace: &Workspace, file: &Path) -> Result<()> {
    let brotli = cached(workspace, "brotli", file, &[], |output| {
        let mut command = workspace.command("node");
        command.arg("xtask/brotli.mjs").arg(file).arg(output);
        run_command(command)
    })?;
    fs::copy(brotli, compressed(file))?;
    Ok(())
}

/// The cached result of `step` on the content of `input` with these `flags`, made now if it is not there.
fn cached(
    workspace: &Workspace,
    step: &str,
    input: &Path,
    flags: &[&str],
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let mut hash = Sha256::new();
    hash.update(flags.join(" "));
    hash.update(fs::read(input)?);
    let directory = workspace.cache.join(step);
    let result = directory.join(format!("{:x}", hash.finalize()));
    if !result.exists() {
        fs::create_dir_all(&directory)?;
        // Made under another name, so that an interrupted step leaves no half result behind.
        let unfinished = directory.join(format!("unfinished-{}", std::process::id()));
        make(&unfinished)?;
        ensure!(fs::metadata(&unfinished)?.len() > 0, "{step} wrote nothing");
        fs::rename(unfinished, &result)?;
        forget_oldest(&directory)?;
    }
    Ok(result)
}

fn forget_oldest(directory: &Path) -> Result<()> {
    let mut results = files(directory)?;
    results.sort_by_key(|path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok());
    for path in results.iter().rev().skip(KEPT) {
        fs::remove_file(path)?;
    }
    Ok(())
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known))
}
