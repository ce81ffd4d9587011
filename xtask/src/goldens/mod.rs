//! Runs the programs of `tests/goldens` in the native CLI and compares with what PyTorch printed.
//!
//! What it is not: the maker of the expected output; that was printed by PyTorch itself. Start reading at
//! [`compare`].
//!
//! `passing.txt` lists the programs that must print every line. The others wait for what they need to be written;
//! one that starts to pass must be listed, so that it stays that way. `digits.txt` lists those whose last digits depend on
//! the processor in PyTorch itself.

mod lines;

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use lines::{Precision, first_difference};

use crate::{
    dist,
    tally::Tally,
    workspace::{Workspace, run as run_command},
};

const TIME_LIMIT: Duration = Duration::from_secs(120);

/// A program, and why it did not print what PyTorch printed, if so.
struct Outcome {
    name: String,
    difference: Option<String>,
}

/// Builds the CLI and compares the goldens whose name contains `filter`.
pub fn run(workspace: &Workspace, filter: &str) -> Result<()> {
    build_cli(workspace)?;
    let tally = compare(workspace, filter)?;
    ensure!(tally.failed == 0, "{tally}");
    Ok(())
}

/// Builds the native CLI, with the whole workspace's choice of features: the tests have compiled its dependencies so.
pub fn build_cli(workspace: &Workspace) -> Result<()> {
    run_command(workspace.cargo(["build", "--workspace", "--bin", "kindling"]))
}

/// The native CLI, as `cargo build` leaves it.
pub fn cli(workspace: &Workspace) -> PathBuf {
    workspace.target.join("debug").join(if cfg!(windows) { "kindling.exe" } else { "kindling" })
}

/// Runs the goldens whose name contains `filter`, with the CLI that is built already.
pub fn compare(workspace: &Workspace, filter: &str) -> Result<Tally> {
    let directory = workspace.root.join("tests/goldens");
    let listed = listed(&directory, "passing.txt")?;
    let outcomes = outcomes(workspace, &directory, filter)?;
    let mut tally = Tally::default();
    let mut waiting = Vec::new();
    for Outcome { name, difference } in &outcomes {
        match (listed.contains(name.as_str()), difference) {
            (true, None) => tally.passed += 1,
            (true, Some(difference)) => {
                tally.failed += 1;
                println!("FAILED {name}\n{difference}");
            }
            (false, None) => {
                tally.failed += 1;
                println!("FAILED {name}: it passes now, list it in tests/goldens/passing.txt");
            }
            (false, Some(difference)) => {
                waiting.push(name.as_str());
                if !filter.is_empty() {
                    println!("waiting {name}\n{difference}");
                }
            }
        }
    }
    for name in listed.iter().filter(|name| !directory.join(format!("{name}.py")).exists()) {
        tally.failed += 1;
        println!("FAILED {name}: listed, but there is no such program");
    }
    println!("goldens: {tally}, {} waiting: {}", waiting.len(), waiting.join(" "));
    Ok(tally)
}

/// The names in one of the lists.
fn listed(directory: &Path, list: &str) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(directory.join(list)).with_context(|| format!("tests/goldens/{list}"))?;
    let names = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    Ok(names.filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn outcomes(workspace: &Workspace, directory: &Path, filter: &str) -> Result<Vec<Outcome>> {
    let mut programs = dist::files(directory)?;
    // What lies beside the areas is for programs to import.
    programs.retain(|path| {
        path.extension().is_some_and(|extension| extension == "py")
            && path.parent() != Some(directory)
            && name_of(directory, path).contains(filter)
    });
    let in_digits = listed(directory, "digits.txt")?;
    let waiting = Mutex::new(programs.into_iter());
    let done = Mutex::new(Vec::new());
    let next = || waiting.lock().ok().and_then(|mut programs| programs.next());
    let work = || -> Result<()> {
        while let Some(program) = next() {
            let name = name_of(directory, &program);
            let precision = if in_digits.contains(&name) { Precision::Digits } else { Precision::Exact };
            let difference = difference(workspace, directory, &name, &program, precision)?;
            if let Ok(mut done) = done.lock() {
                done.push(Outcome { name, difference });
            }
        }
        Ok(())
    };
    thread::scope(|scope| -> Result<()> {
        let workers: Vec<_> =
            (0..thread::available_parallelism().map_or(1, usize::from)).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().expect("a worker does not panic")?;
        }
        Ok(())
    })?;
    let mut outcomes = done.into_inner().expect("no worker panicked");
    outcomes.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(outcomes)
}

fn name_of(directory: &Path, program: &Path) -> String {
    let relative = program.strip_prefix(directory).unwrap_or(program).with_extension("");
    relative.to_string_lossy().replace('\\', "/")
}

/// What programs with many small questions import.
const SHARED: &str = "each_line.py";

/// Runs one program in a directory of its own; `None` if it printed what is expected.
fn difference(
    workspace: &Workspace,
    goldens: &Path,
    name: &str,
    program: &Path,
    precision: Precision,
) -> Result<Option<String>> {
    let expected =
        fs::read_to_string(program.with_extension("out")).with_context(|| format!("{name}.out"))?;
    let directory =
        env::temp_dir().join(format!("kindling-golden-{}-{}", std::process::id(), name.replace('/', "-")));
    fs::create_dir_all(&directory)?;
    fs::copy(goldens.join(SHARED), directory.join(SHARED))?;
    let mut command = workspace.command(cli(workspace));
    command.arg("run").arg(program).current_dir(&directory);
    let printed = printed_within_limit(command, &directory);
    fs::remove_dir_all(&directory)?;
    let (printed, complaint) = printed?;
    let mut difference = first_difference(&expected, &printed, precision);
    if let (Some(difference), Some(complaint)) = (&mut difference, complaint) {
        difference.push_str(&format!("\n  {complaint}"));
    }
    Ok(difference)
}

/// What a program printed, and the last line it wrote to standard error if it failed.
fn printed_within_limit(mut command: Command, directory: &Path) -> Result<(String, Option<String>)> {
    let (stdout, stderr) = (directory.join(".stdout"), directory.join(".stderr"));
    command.stdin(Stdio::null()).stdout(fs::File::create(&stdout)?).stderr(fs::File::create(&stderr)?);
    let mut child = command.spawn().context("cannot start the CLI")?;
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > TIME_LIMIT {
            child.kill()?;
            break child.wait()?;
        }
        thread::sleep(Duration::from_millis(10));
    };
    let printed = String::from_utf8_lossy(&fs::read(stdout)?).into_owned();
    let complaints = String::from_utf8_lossy(&fs::read(stderr)?).into_owned();
    let complaint = complaints.lines().last().unwrap_or("it ended without a word").to_owned();
    Ok((printed, (!status.success()).then_some(complaint)))
}
