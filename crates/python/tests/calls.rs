//! Small calls against what PyTorch and numpy answer: `calls/*.tsv`, one call a line.
//!
//! A line is statements separated by ` ;; `, a tab, and what is shown: printed text, then the `repr` of a last
//! expression or the exception as `Type: message`. In both, `\n` is a line's end. What ends with a colon is only how it
//! begins: an exception's type. Each call runs in a fresh namespace, seeded with 0. `calls/waiting.txt` lists the calls
//! that differ still; one that comes right must be taken off. `calls/record.py` asks PyTorch; the tables named `sweep_…` are
//! written by `calls/sweep/sweep.py`. With `CALLS=text`, only calls that contain the text run, and those that wait tell what
//! they showed. Start reading at [`compare`].

mod common;

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use common::Notebook;
use kindling_python::{Host, Outcome};

/// Undoes what a call may have changed beyond its own names.
const RESET: &str = "
import _kindling_pretty
_kindling_pretty.text_of = repr
for _name in list(globals()):
    if not _name.startswith('__'):
        del globals()[_name]
import torch, numpy as np; from torch import nn; import torch.nn.functional as F
torch.manual_seed(0)
torch.set_default_dtype(torch.float32)
torch.set_grad_enabled(True)
torch.autograd.set_detect_anomaly(False)
torch.set_printoptions(profile='default')
";

/// A call that takes longer is stopped.
const LIMIT_MS: f64 = 20_000.0;

struct Call {
    source: String,
    expected: String,
}

#[test]
fn calls_show_what_pytorch_and_numpy_show() {
    let report = compare(env::var("CALLS").ok().as_deref());
    assert!(report.is_empty(), "{report}");
}

/// Runs the calls that contain `filter` and tells what is not as it should be.
fn compare(filter: Option<&str>) -> String {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calls");
    let waiting = fs::read_to_string(directory.join("waiting.txt")).expect("the list of those that wait");
    let mut waiting: BTreeSet<&str> = entries(&waiting).collect();
    let calls = calls(&directory);
    let stale: Vec<&str> =
        waiting.iter().copied().filter(|listed| calls.iter().all(|call| call.source != *listed)).collect();
    let is_chosen = |call: &Call| filter.is_none_or(|text| call.source.contains(text));
    let chosen: Vec<Call> = calls.into_iter().filter(is_chosen).collect();
    let mut report = String::new();
    for (call, shown) in chosen.iter().zip(shown_by(&chosen)) {
        let right = agrees(&shown, &call.expected);
        let difference = format!("{}\n  should show {}\n  but shows   {shown}", call.source, call.expected);
        match waiting.remove(call.source.as_str()) {
            true if right => {
                let _ = writeln!(report, "it is right now, take it off waiting.txt: {}", call.source);
            }
            true if filter.is_some() => println!("waiting: {difference}"),
            false if !right => {
                let _ = writeln!(report, "{difference}");
            }
            _ => {}
        }
    }
    for listed in stale {
        let _ = writeln!(report, "no call is what waiting.txt lists: {listed}");
    }
    report
}

/// Whether a call shows what it should, or begins so where only the beginning is known.
fn agrees(shown: &str, expected: &str) -> bool {
    shown == expected || (expected.ends_with(':') && shown.starts_with(expected))
}

fn calls(directory: &Path) -> Vec<Call> {
    let listing = fs::read_dir(directory).expect("the calls' folder");
    let mut files: Vec<PathBuf> = listing.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let mut calls = Vec::new();
    let mut known = BTreeSet::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a file of calls");
        for line in entries(&text) {
            let (source, expected) =
                line.split_once('\t').unwrap_or_else(|| panic!("{}: no tab in {line}", path.display()));
            assert!(known.insert(source.to_owned()), "{}: twice: {source}", path.display());
            calls.push(Call { source: source.to_owned(), expected: expected.to_owned() });
        }
    }
    calls
}

fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What each call shows. A panic ends its session's thread; the calls after it run in another.
fn shown_by(calls: &[Call]) -> Vec<String> {
    let mut shown = Vec::new();
    while shown.len() < calls.len() {
        let left: Vec<String> = calls[shown.len()..].iter().map(|call| call.source.clone()).collect();
        // Debug builds of the interpreter need more stack than a test's thread has.
        let running = std::thread::Builder::new().stack_size(256 << 20).spawn(move || session(&left));
        shown.extend(running.expect("a thread starts").join().expect("a session survives its calls"));
    }
    shown
}

/// Runs calls up to the first that panics.
fn session(calls: &[String]) -> Vec<String> {
    let mut notebook = Notebook::new();
    let mut shown = Vec::new();
    for call in calls {
        notebook.shown(RESET);
        let host = notebook.host.clone();
        host.stop_after.set(Some(host.monotonic_ms() + LIMIT_MS));
        let source = call.replace(" ;; ", "\n").replace("\\n", "\n");
        let outcome = notebook.session.run("<cell>", &source).outcome;
        host.stop_after.set(None);
        shown.push(text(host.stdout.take(), &outcome));
        if matches!(&outcome, Outcome::Failed(error) if error.name == "SystemError") {
            // An interpreter that a panic has run through is not safe to take down.
            std::mem::forget(notebook);
            return shown;
        }
    }
    shown
}

/// What a call printed and then its last expression or exception, on one line.
fn text(mut printed: String, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done { echo: None } => {}
        Outcome::Done { echo: Some(echo) } => {
            let _ = writeln!(printed, "{}", echo.text);
        }
        Outcome::Failed(error) | Outcome::Interrupted(error) => {
            let name = error.name.rsplit('.').next().unwrap_or_default();
            let _ = writeln!(printed, "{name}: {}", error.value);
        }
        Outcome::Exited { code, .. } => {
            let _ = write!(printed, "left with status {code}");
        }
    }
    printed.strip_suffix('\n').unwrap_or(&printed).replace('\\', "\\\\").replace('\n', "\\n")
}
