//! The numbers that the README states: sizes, time to the first result, time per training step.
//!
//! What it is not: a bench of the tensor core. Start reading at [`size`] and [`on_page`].

use std::{fs, process::Command};

use anyhow::Result;

use crate::{
    dist, serve, tools,
    workspace::{Workspace, run},
};

/// Builds the page and prints what a reader downloads.
pub fn size(workspace: &Workspace) -> Result<()> {
    dist::build(workspace)?;
    print_sizes(workspace)
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

/// Builds the page and measures it in Chromium, cold and warm.
pub fn first_result(workspace: &Workspace) -> Result<()> {
    on_page(workspace, "first_result.mjs", |_| {})
}

/// Builds the page and measures training steps in Chromium and with PyTorch.
pub fn training(workspace: &Workspace) -> Result<()> {
    let python = tools::python_with_torch(workspace)?;
    on_page(workspace, "training.mjs", |command| {
        command.env("KINDLING_PYTHON", python);
    })
}

/// Builds the page, serves it, and runs a script of `tests/browser/bench` on it.
fn on_page(workspace: &Workspace, script: &str, configure: impl FnOnce(&mut Command)) -> Result<()> {
    let chromium = tools::chromium_and_npm(workspace)?;
    dist::build(workspace)?;
    let (url, _threads) = serve::start(workspace.dist(), 0)?;
    let mut command = workspace.command("node");
    command
        .arg(format!("tests/browser/bench/{script}"))
        .env("KINDLING_URL", url)
        .env("KINDLING_CHROMIUM", chromium);
    configure(&mut command);
    run(command)
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
