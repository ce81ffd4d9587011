//! Everything that Python can call with arguments that make no sense, made up by `fuzz/`: a call answers with a
//! value or an exception, soon. None panics, ends the process or takes long.
//!
//! `KINDLING_FUZZ_CALLS` is the number of calls (60,000 without it) and `KINDLING_FUZZ_SEED` the first seed; a call is
//! known by its seed, and is told as Python that makes it. The calls run in processes of their own, which print each
//! before they make it: this test is such a process, too, where `KINDLING_FUZZ_RANGE` says which seeds.

use std::{
    cell::Cell,
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    ops::Range,
    panic,
    path::Path,
    process::{Command, Stdio},
    rc::Rc,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use kindling_core::tensor::memory;
use kindling_plot::Figure;
use kindling_python::{Forms, Host, MemoryFiles, Outcome, Session, StreamName};
use kindling_testing::memory::Watched;

/// No call may take longer.
const LONGEST: Duration = Duration::from_secs(5);

/// A call that takes so long is stopped, as a student would: some ask for a day's work in all honesty.
const STOPPED_AFTER_MS: f64 = 2_000.0;

/// An interpreter that has not been optimised takes a while to start and to import everything.
const LONGEST_START: Duration = Duration::from_secs(120);

/// What values may take in one tensor, in bytes: large enough for what makes sense, and soon filled.
const MOST_BYTES: usize = 1 << 24;

/// A process makes so many calls, so that what earlier ones left behind does not pile up.
const CALLS_IN_A_PROCESS: u64 = 5_000;

/// After each of these the state that calls may have changed is as at first.
const CALLS_IN_A_BATCH: u64 = 500;

#[global_allocator]
static WATCHED: Watched = Watched { most: 8 * MOST_BYTES, refused: |_| () };

#[test]
fn no_arguments_make_python_panic_or_hang() {
    if let Ok(range) = env::var("KINDLING_FUZZ_RANGE") {
        let (from, to) = range.split_once("..").expect("two seeds");
        return make_calls(from.parse().expect("a seed")..to.parse().expect("a seed"));
    }
    let first = number_from("KINDLING_FUZZ_SEED", 0);
    let calls = number_from("KINDLING_FUZZ_CALLS", 60_000);
    let end = first + calls;
    let mut complaints: Vec<Complaint> = Vec::new();
    let mut next = first;
    while next < end {
        let seeds = next..end.min(next + CALLS_IN_A_PROCESS);
        next = seeds.end;
        if let Some(complaint) = complaint(seeds) {
            // The calls after it run in another process.
            next = complaint.seed + 1;
            println!("{}", complaint.text());
            complaints.push(complaint);
        }
    }
    let count = complaints.len();
    // One of each kind says enough.
    complaints.sort_by(|a, b| a.what.cmp(&b.what));
    complaints.dedup_by(|a, b| a.what == b.what);
    let texts: Vec<String> = complaints.iter().map(Complaint::text).collect();
    assert!(texts.is_empty(), "{count} of {calls} calls:\n{}", texts.join("\n"));
}

fn number_from(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// What went wrong with a call.
struct Complaint {
    what: String,
    seed: u64,
    call: String,
}

impl Complaint {
    fn text(&self) -> String {
        format!("{}\n    in {}, seed {}", self.what, self.call, self.seed)
    }
}

/// Makes calls in another process, up to the first that goes wrong.
fn complaint(seeds: Range<u64>) -> Option<Complaint> {
    let mut child = Command::new(env::current_exe().expect("this test"))
        .args(["--exact", "--nocapture", "no_arguments_make_python_panic_or_hang"])
        .env("KINDLING_FUZZ_RANGE", format!("{}..{}", seeds.start, seeds.end))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a process starts");
    let (sender, lines) = mpsc::channel();
    let stdout = BufReader::new(child.stdout.take().expect("its output"));
    let reading = thread::spawn(move || {
        stdout.split(b'\n').map_while(Result::ok).try_for_each(|line| sender.send(line)).is_ok()
    });
    let mut stderr = child.stderr.take().expect("its errors");
    let errors = thread::spawn(move || {
        let mut text = Vec::new();
        let _ = stderr.read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    });
    let (mut seed, mut call, mut what) = (seeds.start, String::new(), None);
    loop {
        let limit = if call.is_empty() { LONGEST_START } else { LONGEST };
        match lines.recv_timeout(limit) {
            Ok(line) => match Line::read(&String::from_utf8_lossy(&line)) {
                Some(Line::Call(its_seed, source)) => (seed, call) = (its_seed, source),
                Some(Line::Panic(message)) => what = Some(message),
                None => {}
            },
            Err(RecvTimeoutError::Timeout) => {
                what = Some(format!("takes more than {limit:?}"));
                let _ = child.kill();
                break;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().expect("the process ends");
    let _ = reading.join();
    let said = errors.join().unwrap_or_default();
    if what.is_none() && status.success() {
        return None;
    }
    assert!(!call.is_empty(), "no call is made: {what:?} {said}");
    let what =
        what.unwrap_or_else(|| format!("{status}: {}", said.trim().lines().last().unwrap_or_default()));
    Some(Complaint { what, seed, call })
}

/// A line that the process prints.
enum Line {
    Call(u64, String),
    Panic(String),
}

const CALL: &str = "call ";
const PANIC: &str = "panic ";

impl Line {
    fn read(line: &str) -> Option<Self> {
        if let Some((seed, source)) = line.strip_prefix(CALL).and_then(|rest| rest.split_once(' ')) {
            return Some(Line::Call(seed.parse().ok()?, source.to_owned()));
        }
        line.strip_prefix(PANIC).map(|message| Line::Panic(message.to_owned()))
    }
}

/// Makes the calls of these seeds, here.
fn make_calls(seeds: Range<u64>) {
    memory::set_most_bytes(MOST_BYTES);
    panic::set_hook(Box::new(|info| tell(&format!("{PANIC}{}\n", format!("{info}").replace('\n', " ")))));
    // Debug builds of the interpreter need more stack than a test's thread has.
    let running = thread::Builder::new().stack_size(256 << 20).spawn(move || session(seeds));
    let ended = running.expect("a thread starts").join();
    // An interpreter that a panic has run through is not safe to take down.
    std::process::exit(i32::from(ended.is_err()));
}

fn session(seeds: Range<u64>) {
    let host = Rc::new(Printer { started: Instant::now(), call_began: Cell::new(f64::INFINITY) });
    let mut session = Session::new(host, Rc::new(MemoryFiles::new(unix_ms)));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    for part in ["values.py", "targets.py", "writer.py", "fuzz.py"] {
        run(&mut session, &fs::read_to_string(folder.join(part)).expect("what makes up calls"));
    }
    for from in seeds.clone().step_by(CALLS_IN_A_BATCH as usize) {
        let to = seeds.end.min(from + CALLS_IN_A_BATCH);
        run(&mut session, &format!("make_calls({from}, {to})"));
    }
    std::mem::forget(session);
}

fn run(session: &mut Session, source: &str) {
    match session.run("<cell>", source).outcome {
        Outcome::Done { .. } => {}
        Outcome::Failed(error) if error.name == "SystemError" => std::process::exit(1),
        other => panic!("{other:?}"),
    }
}

/// Passes on what is printed, and stops calls: they print before they begin.
struct Printer {
    started: Instant,
    call_began: Cell<f64>,
}

impl Host for Printer {
    fn write(&self, stream: StreamName, text: &str) {
        if stream == StreamName::Stdout {
            tell(text);
            self.call_began.set(self.monotonic_ms());
        }
    }
    fn display(&self, _: Figure, _: Option<&str>) {}
    fn show(&self, _: &str, _: Forms, _: Option<&str>) {}
    fn clear_output(&self, _: bool) {}
    fn read_line(&self, _: &str, _: bool) -> Option<String> {
        None
    }
    fn monotonic_ms(&self) -> f64 {
        self.started.elapsed().as_secs_f64() * 1000.0
    }
    fn unix_ms(&self) -> f64 {
        unix_ms()
    }
    fn sleep_ms(&self, _: f64) {}
    fn poll_interrupt(&self) -> bool {
        let is_due = self.monotonic_ms() > self.call_began.get() + STOPPED_AFTER_MS;
        if is_due {
            self.call_began.set(f64::INFINITY);
        }
        is_due
    }
}

fn tell(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(text.as_bytes());
    let _ = stdout.flush();
}

fn unix_ms() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0
}
