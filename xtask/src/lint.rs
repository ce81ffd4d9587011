//! What can be said of the code without running it: its form, clippy's opinion, its spelling, its dependencies' terms.
//!
//! What it is not: the tests ([`crate::test`]). Words that are right for us are in `_typos.toml`, licences and sources in
//! `deny.toml`. Start reading at [`run`].

use std::process::Command;

use anyhow::Result;

use crate::{
    dist,
    tally::Tally,
    tools,
    workspace::{Workspace, run_watching},
};

/// The packages that have code for the browser only.
const IN_THE_BROWSER: [&str; 4] = ["kindling-page", "kindling-kernel", "kindling-opener", "kindling-bench"];

const WARNINGS_ARE_ERRORS: [&str; 3] = ["--", "-D", "warnings"];

/// Every check of the code as text; each counts as one.
pub fn run(workspace: &Workspace) -> Result<Tally> {
    tools::wasm_target(workspace)?;
    tools::for_lint(workspace)?;
    let mut native = workspace.cargo(["clippy", "--workspace", "--all-targets"]);
    native.args(WARNINGS_ARE_ERRORS);
    let mut wasm = workspace.cargo(["clippy", "--target", "wasm32-unknown-unknown"]);
    wasm.args(IN_THE_BROWSER.iter().flat_map(|package| ["-p", package])).args(WARNINGS_ARE_ERRORS);
    let mut form = format(workspace)?;
    form.arg("--check");
    let mut spelling = workspace.command(workspace.tools_bin().join("typos"));
    spelling.args(["--format", "brief"]);
    let mut terms = workspace.command(workspace.tools_bin().join("cargo-deny"));
    terms.args(["--workspace", "check", "bans", "licenses", "sources"]);
    let mut tally = Tally::default();
    for command in [form, spelling, terms, native, wasm] {
        tally.add(&Tally::one(run_watching(command, |_| {})?));
    }
    Ok(tally)
}

/// rustfmt for everything. It finds no modules in macros, so the panels are named to it.
pub fn format(workspace: &Workspace) -> Result<Command> {
    let mut command = workspace.cargo(["fmt", "--all", "--"]);
    command.args(dist::files(&workspace.root.join("src/panels"))?);
    Ok(command)
}
