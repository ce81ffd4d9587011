//! The optimised page: Trunk's build and its Brotli form.
//!
//! What it is not: a bundler. What goes into the page is said in `index.html` and `Trunk.toml`. Start reading at
//! [`run`].
//!
//! Brotli at its best takes minutes for the kernel, so what it made is kept in the cache by the hash of what went in.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{
    bench, offline, tools, wasm,
    workspace::{Workspace, run as run_command},
};

/// What is worth compressing; everything else is small or compressed already.
const COMPRESSIBLE: [&str; 10] =
    ["wasm", "bin", "js", "css", "html", "json", "svg", "md", "txt", "webmanifest"];

/// How many results of a kind the cache keeps: some builds' worth.
const KEPT: usize = 200;

/// Builds the page and prints its sizes.
pub fn run(workspace: &Workspace) -> Result<()> {
    build(workspace)?;
    bench::print_sizes(workspace)
}

/// Builds the page into `dist/`, each compressible file with its Brotli form beside it.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::for_page(workspace)?;
    // Without integrity hashes: they are of the binaries before the hooks.
    let mut trunk = workspace.command(workspace.tools_bin().join("trunk"));
    trunk.args(["build", "--release", "--no-sri=true"]).env_remove("NO_COLOR");
    run_command(trunk)?;
    // With names, which www/split.mjs then keeps, it is a build for profiles.
    let for_profiles = env::var_os("KINDLING_NAMES").is_some();
    if !for_profiles {
        part_kernel(workspace)?;
    }
    for file in files(&workspace.dist())? {
        if has_extension(&file, &["wasm"]) && !for_profiles {
            wasm::order::order(&file)?;
        }
    }
    offline::name_build(&workspace.dist())?;
    for file in files(&workspace.dist())? {
        if has_extension(&file, &COMPRESSIBLE) {
            compress(workspace, &file)?;
        }
    }
    Ok(())
}

/// Leaves in the kernel's module what a first visit runs, and puts the rest into a file of its own.
fn part_kernel(workspace: &Workspace) -> Result<()> {
    let dist = workspace.dist();
    let file = dist.join("kindling-kernel_bg.wasm");
    let module = fs::read(&file)?;
    let parts = wasm::part::part(&module, &numbers_in(&reached(workspace, &module)?)?)?;
    fs::write(dist.join("kindling-kernel-rest.wasm"), parts.rest)?;
    Ok(fs::write(file, parts.first)?)
}

/// The file that has the numbers of the kernel's functions that a first visit runs. What warms up runs by the clock: asked
/// anew, the same kernel would be parted a little differently.
fn reached(workspace: &Workspace, module: &[u8]) -> Result<PathBuf> {
    const SCRIPT: &str = "xtask/reached.mjs";
    let dist = workspace.dist();
    let (lesson, script) = (dist.join("lessons/straight-line.md.json"), workspace.root.join(SCRIPT));
    let decides = [module, &fs::read(lesson)?, &fs::read(script)?].concat();
    made_once(workspace, "reached", &decides, |output| {
        let counted = workspace.target.join("counted.wasm");
        fs::write(&counted, wasm::counted(module)?)?;
        let mut command = workspace.command("node");
        command.arg(SCRIPT).args([&counted, &dist]).arg(output);
        run_command(command)
    })
}

/// The numbers in a file that has one a line.
fn numbers_in(file: &Path) -> Result<BTreeSet<usize>> {
    fs::read_to_string(file)?.lines().map(|number| Ok(number.parse()?)).collect()
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

/// Writes the Brotli form of a file beside it, from the cache if this content was compressed before.
pub fn compress(workspace: &Workspace, file: &Path) -> Result<()> {
    let known = made_once(workspace, "brotli", &fs::read(file)?, |output| {
        let mut command = workspace.command("node");
        command.arg("xtask/brotli.mjs").arg(file).arg(output);
        run_command(command)
    })?;
    fs::copy(known, compressed(file))?;
    Ok(())
}

/// The file in a folder of the cache that `make` writes of `content`, made only if it is not there.
fn made_once(
    workspace: &Workspace,
    folder: &str,
    content: &[u8],
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let directory = workspace.cache.join(folder);
    let known = directory.join(format!("{:x}", Sha256::digest(content)));
    if !known.exists() {
        fs::create_dir_all(&directory)?;
        // Made under another name, so that an interrupted step leaves no half result behind.
        let unfinished = directory.join(format!("unfinished-{}", std::process::id()));
        make(&unfinished)?;
        fs::rename(unfinished, &known)?;
        forget_oldest(&directory)?;
    }
    Ok(known)
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
