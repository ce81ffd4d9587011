//! Stop ends a running cell with `KeyboardInterrupt`, wherever it loops, and keeps the variables.

mod common;

use std::time::Instant;

use common::Notebook;
use kindling_python::Host;

/// Runs a cell that never ends by itself; it is stopped soon.
fn stopped(notebook: &mut Notebook, source: &str) {
    notebook.host.stop_after.set(Some(notebook.host.monotonic_ms() + 100.0));
    let began = Instant::now();
    let error = notebook.interrupted(source);
    assert_eq!(error.name, "KeyboardInterrupt", "{source}: {error:#?}");
    assert!(began.elapsed().as_secs() < 5, "{source} took {:?} to stop", began.elapsed());
}

#[test]
fn every_kind_of_loop_can_be_stopped() {
    let mut notebook = Notebook::new();
    notebook.shown("import itertools, time\ncount = 0\nnever = lambda: False");
    for source in [
        "while True: pass",
        "while True:\n    count += 1",
        "for _ in itertools.count():\n    count += 1",
        "[0 for _ in itertools.count()]",
        "sum(0 for _ in itertools.count())",
        "{i: 0 for i in itertools.count() if never()}",
        "def forever():\n    while True:\n        time.perf_counter()\nforever()",
        "time.sleep(3600)",
    ] {
        stopped(&mut notebook, source);
    }
    assert_eq!(notebook.shown("count > 0"), "True");
}

#[test]
fn a_program_may_catch_it() {
    let mut notebook = Notebook::new();
    notebook.host.stop_after.set(Some(notebook.host.monotonic_ms() + 50.0));
    let source = "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')";
    assert_eq!(notebook.shown(source), "caught\n");
}

#[test]
fn ticks_change_nothing_that_a_program_sees() {
    let mut notebook = Notebook::new();
    let source = "evens = [(i, j) for i in range(4) if i % 2 == 0 for j in range(i)]\n\
                  total = 0\nfor i in range(5):\n    if i == 2: continue\n    total += i\nelse:\n    total += 100\n\
                  evens, total, {i % 3 for i in range(9)}, dict(zip('ab', (n for n in (1, 2))))";
    let expected = "([(2, 0), (2, 1)], 108, {0, 1, 2}, {'a': 1, 'b': 2})";
    assert_eq!(notebook.shown(source), expected);
    assert_eq!(notebook.shown("[name for name in dir() if 'tick' in name]"), "[]");
}
