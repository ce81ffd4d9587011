//! The numbers that the README and docs/performance.md state, each measured anew.
//!
//! What it is not: the measuring, which the scripts of `tests/browser/bench` do, a question each. Start reading at
//! [`run`].

use std::{fs, path::PathBuf};

use anyhow::{Result, bail};

use crate::{
    dist, serve, tools,
    workspace::{Workspace, run as run_command},
};

/// The folder of the scripts; served, so that the libraries beside ours come from here too.
const SCRIPTS: &str = "tests/browser/bench";

/// What is measured when nothing is named.
const USUAL: [&str; 6] = ["size", "first-result", "first-run", "training", "kernels", "memory"];
/// What is measured only when named.
const NAMED: [&str; 5] = ["operators", "webgpu", "webgpu-operators", "breakdown", "threads"];

/// Measures the named parts, or the usual ones; with `--quick`, one short round to see that they run.
pub fn run(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let (flags, mut parts): (Vec<&str>, Vec<&str>) =
        arguments.iter().copied().partition(|argument| argument.starts_with("--"));
    if let Some(unknown) = flags.iter().find(|flag| **flag != "--quick") {
        bail!("`bench` does not know `{unknown}`");
    }
    if let Some(unknown) = parts.iter().find(|part| !USUAL.contains(part) && !NAMED.contains(part)) {
        bail!("`bench` has no part `{unknown}`; it has {} and {}", USUAL.join(", "), NAMED.join(", "));
    }
    if parts.is_empty() {
        parts = USUAL.to_vec();
    }
    dist::build(workspace)?;
    peers(workspace)?;
    for part in parts {
        measure(workspace, part, !flags.is_empty())?;
    }
    Ok(())
}

/// Runs a part's script, with all that it needs served.
fn measure(workspace: &Workspace, part: &str, quick: bool) -> Result<()> {
    let page = match part {
        "breakdown" | "threads" => page_with_names(workspace)?,
        _ => workspace.dist(),
    };
    if part == "kernels" {
        roofline(workspace)?;
    }
    let mut command = workspace.command("node");
    command
        .arg(format!("{SCRIPTS}/{}.mjs", part.replace('-', "_")))
        .env("KINDLING_URL", serve::start(page, 0)?.0)
        .env("KINDLING_BENCH_URL", serve::start(workspace.root.join(SCRIPTS), 0)?.0)
        .env("KINDLING_DIST", workspace.dist())
        .env("KINDLING_BENCH_RESULTS", workspace.target.join("bench"))
        .env("KINDLING_CHROMIUM", tools::chromium_and_npm(workspace)?);
    if ["first-run", "operators", "training", "kernels"].contains(&part) {
        command.env("KINDLING_PYTHON", tools::python_with_torch(workspace)?);
    }
    if quick {
        command.env("KINDLING_BENCH_QUICK", "1");
    }
    run_command(command)
}

/// The page with the names of its functions, which profiles show.
fn page_with_names(workspace: &Workspace) -> Result<PathBuf> {
    let directory = workspace.target.join("bench/page");
    fs::create_dir_all(&directory)?;
    let mut trunk = workspace.command(workspace.tools_bin().join("trunk"));
    trunk
        .args(["build", "--release", "--no-sri=true", "--dist"])
        .arg(&directory)
        .env("KINDLING_NAMES", "1")
        .env_remove("NO_COLOR");
    run_command(trunk)?;
    Ok(directory)
}

/// Installs the libraries that the page is measured beside, and compresses Pyodide as its hosts do.
fn peers(workspace: &Workspace) -> Result<()> {
    let directory = workspace.root.join(SCRIPTS);
    tools::npm_ci(workspace, &directory)?;
    for file in ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json"] {
        dist::compress(workspace, &directory.join("node_modules/pyodide").join(file))?;
    }
    Ok(())
}

/// Compiles what measures the machine itself (`crates/bench`), for a page to load.
fn roofline(workspace: &Workspace) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let package = ["build", "--release", "--package", "kindling-bench", "--lib", "--target", TARGET];
    run_command(workspace.cargo(package))?;
    let mut bindgen = workspace.command(workspace.tools_bin().join("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(workspace.root.join(SCRIPTS).join("roofline"))
        .arg(workspace.target.join(TARGET).join("release/kindling_bench.wasm"));
    run_command(bindgen)
}

/// Prints the sizes of the page as it lies in `dist/`.
pub fn print_sizes(workspace: &Workspace) -> Result<()> {
    let directory = workspace.dist();
    let (mut raw_total, mut sent_total) = (0, 0);
    println!("\n{:>12} {:>12}", "raw", "as sent");
    for file in dist::files(&directory)? {
        if file.extension().is_some_and(|extension| extension == "br") {
            continue;
        }
        let raw = fs::metadata(&file)?.len();
        let sent = fs::metadata(dist::compressed(&file)).map_or(raw, |metadata| metadata.len());
        println!("{raw:>12} {sent:>12}  {}", file.strip_prefix(&directory)?.display());
        raw_total += raw;
        sent_total += sent;
    }
    println!("{raw_total:>12} {sent_total:>12}  bytes in all, {:.2} MB as sent", megabytes(sent_total));
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
