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
    notebook.shown("import itertools, time\ncount = 0\nnever = lambda: False\nleaf = lambda x: 0");
    for source in [
        "sum(map(leaf, itertools.count()))",
        "all(leaf(x) == 0 for x in iter(int, 1))",
        "class Next:\n    __iter__ = lambda self: self\n    def __next__(self): return 0\nmax(Next(), key=leaf)",
        "while True: pass",
        "while True:\n    count += 1",
        "for _ in itertools.count():\n    count += 1",
        "[0 for _ in itertools.count()]",
        "sum(0 for _ in itertools.count())",
        "{i: 0 for i in itertools.count() if never()}",
        "def forever():\n    while True:\n        time.perf_counter()\nforever()",
        "for i in range(3):\n    for j in itertools.count():\n        if j % 2: continue\n        count += 1",
        "class Body:\n    while True: pass",
        "(lambda: [0 for _ in itertools.count()])()",
        "while True:\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        count += 1",
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
    assert_eq!(notebook.shown("[name for name in dir() if 'kindling' in name]"), "[]");
}

/// Ticks make code longer, and longer ways need longer instructions.
#[test]
fn long_loops_and_their_handlers_work() {
    let many = "        total += i * 2 - i\n".repeat(200);
    let source = [
        "total, caught = 0, []",
        "for i in range(5):",
        "    try:",
        "        if i == 1: continue",
        &many,
        "        if i == 3: raise ValueError(i)",
        "    except ValueError as error:",
        "        caught.append(error.args)",
        "    finally:",
        "        total += 1",
        "while total % 10 and total:",
        "    total -= 1",
        "else:",
        "    total += 5",
        "total, caught, [[j for j in range(i) if j % 2] for i in range(4)]",
    ];
    assert_eq!(Notebook::new().shown(&source.join("\n")), "(1805, [(3,)], [[], [], [1], [1]])");
}

#[test]
fn what_code_says_of_itself_stays_true() {
    let mut notebook = Notebook::new();
    let source = [
        "import marshal, types",
        "def f(n):",
        "    for i in range(n):",
        "        if i == 2:",
        "            raise ValueError(",
        "                i)",
        "try:",
        "    f(5)",
        "except ValueError as error:",
        "    line = error.__traceback__.tb_next.tb_lineno",
        "line, sorted({line for *_, line in f.__code__.co_lines() if line})",
    ];
    assert_eq!(notebook.shown(&source.join("\n")), "(5, [2, 3, 4, 5, 6])");
    // A copy made of written code does not tick, but works.
    notebook.shown("g = types.FunctionType(marshal.loads(marshal.dumps(f.__code__)), globals())");
    assert_eq!(notebook.shown("g(2), f.__code__ == f.__code__.replace()"), "(None, True)");
    for source in
        ["x = 1\nfor i in range(3):\n    del x", "for i in range(3):\n    for j in 'ab':\n        x"]
    {
        let error = notebook.error(source);
        assert_eq!((error.value.as_str(), error.line), ("name 'x' is not defined", Some(3)));
    }
}

#[test]
fn stop_shows_the_loop() {
    let mut notebook = Notebook::new();
    notebook.host.stop_after.set(Some(notebook.host.monotonic_ms() + 50.0));
    let error = notebook.interrupted("x = 1\n\nwhile True:\n    x += 1\n    x -= 1");
    assert!(matches!(error.line, Some(3..=5)), "{error:#?}");
    assert!(!error.traceback.contains("kindling"), "{}", error.traceback);
}
