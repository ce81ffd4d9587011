//! Fuzzing what reads files: libFuzzer's targets in `tests/fuzz`, built with the stable compiler.
//!
//! What it is not: the fuzz of operators and of Python's functions, which are ordinary tests. Start reading at [`run`].

use std::{
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    tally::Tally,
    tools,
    workspace::{Workspace, output_of, run as run_command},
};

/// How long each target runs where nobody says: enough to see that it runs, and to try the corpus.
const SECONDS: u64 = 5;

/// libFuzzer's counters at each branch and comparison; `cargo fuzz` asks the compiler for the same.
const COUNTERS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// `cargo xtask fuzz [--seconds N] [TARGET...]`.
pub fn run(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let (seconds, targets) = match arguments {
        ["--seconds", seconds, targets @ ..] => {
            (seconds.parse().with_context(|| format!("`{seconds}` is no number of seconds"))?, targets)
        }
        targets => (SECONDS, targets),
    };
    let tally = fuzz(workspace, seconds, targets)?;
    ensure!(tally.failed == 0, "a target failed; what it was given lies in tests/fuzz/artifacts");
    Ok(())
}

/// Each target for a short while, as a part of the tests.
pub fn short(workspace: &Workspace) -> Result<Tally> {
    fuzz(workspace, SECONDS, &[])
}

fn fuzz(workspace: &Workspace, seconds: u64, names: &[&str]) -> Result<Tally> {
    let targets = targets(workspace)?;
    if let Some(unknown) = names.iter().find(|name| !targets.iter().any(|target| target == *name)) {
        bail!("there is no target `{unknown}`; there are {}", targets.join(", "));
    }
    let programs = build(workspace)?;
    let mut tally = Tally::default();
    for target in targets.iter().filter(|target| names.is_empty() || names.contains(&target.as_str())) {
        let held = one(workspace, &programs, target, seconds);
        println!("{} {target}", if held.is_ok() { "ok" } else { "FAILED" });
        tally.add(&Tally::one(held.is_ok()));
    }
    Ok(tally)
}

/// A target is a file of `tests/fuzz/targets`.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let files = fs::read_dir(workspace.root.join("tests/fuzz/targets"))?;
    let names =
        files.map(|file| Ok(file?.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<String>>>()?;
    names.sort();
    Ok(names)
}

/// Builds all targets; the folder of their programs. Their dependencies are compiled apart from all others.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    tools::cpp_compiler(workspace)?;
    let folder = workspace.target.join("fuzz");
    let host = host(workspace)?;
    let mut command = workspace.cargo(["build", "--release", "--manifest-path", "tests/fuzz/Cargo.toml"]);
    // With the target named, the counters are not put into build scripts, which have no fuzzer to count for.
    command.args(["--target", &host]).env("RUSTFLAGS", COUNTERS).env("CARGO_TARGET_DIR", &folder);
    run_command(command)?;
    Ok(folder.join(host).join("release"))
}

/// The compiler's name for this machine.
fn host(workspace: &Workspace) -> Result<String> {
    let mut rustc = workspace.command("rustc");
    rustc.arg("-vV");
    let printed = output_of(rustc).context("rustc says nothing of itself")?;
    let host = printed.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not name its host")?.to_owned())
}

/// Runs a target: what it finds worth keeping goes to the target folder, what fails to `tests/fuzz/artifacts`.
fn one(workspace: &Workspace, programs: &Path, target: &str, seconds: u64) -> Result<()> {
    let found = workspace.target.join("fuzz/corpus").join(target);
    let failures = workspace.root.join("tests/fuzz/artifacts").join(target);
    fs::create_dir_all(&found)?;
    fs::create_dir_all(&failures)?;
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % 1_000_000;
    let mut command = workspace.command(programs.join(target));
    command.arg(found).arg(workspace.root.join("tests/fuzz/corpus").join(target));
    command.arg(format!("-artifact_prefix={}/", failures.display()));
    command.args([format!("-max_total_time={seconds}"), format!("-seed={seed}")]);
    // An input of some kilobytes that takes longer than 5 seconds, or 2 GB, is a failure.
    command.args([
        "-timeout=5",
        "-rss_limit_mb=2048",
        "-malloc_limit_mb=1024",
        "-verbosity=0",
        "-print_final_stats=1",
    ]);
    run_command(command)
}
