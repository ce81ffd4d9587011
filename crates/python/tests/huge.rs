//! Values of Python's own that are too large, or take too long: errors as in CPython, or Stop ends them. What only the
//! browser's memory shows is in `tests/browser/huge.test.mjs`.

mod common;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    time::{Duration, Instant},
};

use common::Notebook;
use kindling_core::tensor::memory;
use kindling_python::Host;

/// What one value may take: larger ones have to be asked for, and then are refused.
const MOST_BYTES: usize = 1 << 28;

/// Memory that is not asked for ends the process, as in the browser.
struct Scarce;

// SAFETY: everything is the system's allocator, or null, which says that there is no memory.
unsafe impl GlobalAlloc for Scarce {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.size() > 4 * MOST_BYTES {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static SCARCE: Scarce = Scarce;

#[test]
fn what_is_too_large_is_refused() {
    memory::set_most_bytes(MOST_BYTES);
    let mut notebook = Notebook::new();
    for (source, expected) in [
        ("[0] * 10**10", "MemoryError"),
        ("[0] * 10**20", "OverflowError"),
        ("'x' * 10**20", "OverflowError"),
        ("'x' * 10**10", "MemoryError"),
        ("b'x' * 10**10", "MemoryError"),
        ("bytearray(10**10)", "MemoryError"),
        ("1 << 10**11", "MemoryError"),
        ("2 ** 10**11", "MemoryError"),
        ("list(range(10**10))", "MemoryError"),
        ("big = 'x' * (200 << 20)\nbig + big", "MemoryError"),
        ("big = b'x' * (200 << 20)\nbig + big", "MemoryError"),
        ("big = [0] * (20 << 20)\nbig + big", "MemoryError"),
        ("' '.join(['x' * 10**6] * 10**4)", "MemoryError"),
        ("' '.join('x' * 10**6 for _ in range(500))", "MemoryError"),
        ("b' '.join([b'x' * 10**6] * 10**4)", "MemoryError"),
        ("('x' * 10**6).replace('x', 'y' * 10**5)", "MemoryError"),
        ("(b'x' * 10**6).replace(b'x', b'y' * 10**5)", "MemoryError"),
        ("('x ' * 10**7).split()", "MemoryError"),
        ("('\\n' * 10**7).splitlines()", "MemoryError"),
        ("('\\t' * 10**6).expandtabs(10**6)", "MemoryError"),
        ("'%*d' % (10**20, 1)", "OverflowError"),
        ("'x'.zfill(10**20)", "OverflowError"),
        ("'x'.zfill(10**10)", "MemoryError"),
        ("'{:>99999999999999999999}'.format(1)", "ValueError"),
        ("int('9' * 10**7)", "ValueError"),
        ("str(7 ** 10**6)", "ValueError"),
        ("eval('-' * 300_000 + '1')", "RecursionError"),
        ("eval('(' * 300_000)", "SyntaxError"),
        ("'x'.center(10**9)", "MemoryError"),
        ("b'x'.zfill(10**9)", "MemoryError"),
        ("'%(a)1000000000d' % {'a': 1}", "MemoryError"),
        ("b'%.1000000000d' % 1", "MemoryError"),
        ("'%*d' % (10**9, 1)", "MemoryError"),
        ("'{:>1000000000}'.format(1)", "MemoryError"),
        ("f'{1.5:1000000000}'", "MemoryError"),
        ("exec('+'.join(['1'] * 300_000))", "RecursionError"),
        ("compile(b'a' + b'.b' * 300_000, '', 'exec')", "RecursionError"),
    ] {
        let error = notebook.error(source);
        assert_eq!(error.name, expected, "{source}: {error:#?}");
    }
    let nested = format!("x = {}1", "-".repeat(300_000));
    assert_eq!(notebook.error(&nested).name, "RecursionError");
}

#[test]
fn what_takes_long_is_stopped() {
    let mut notebook = Notebook::new();
    notebook.shown("import itertools, collections, math");
    for source in [
        "7 ** 10**8",
        "pow(3, 10**20000, 10**20000 + 1)",
        "math.factorial(10**8)",
        "math.comb(10**10, 10**9)",
        "sum(range(10**12))",
        "max(range(10**12))",
        "sorted(itertools.count(), key=lambda n: -n)",
        "10**12 in iter(range(10**12))",
        "any(map(bool, itertools.repeat(0)))",
        "all(iter(str, 1))  or sum(iter(int, 1))",
        "sum(itertools.count())",
        "any(itertools.chain.from_iterable([[0] * 1000] * 10**7))",
        "collections.deque(itertools.product(range(1000), repeat=9), 1)",
        "''.join(map(str, itertools.cycle('')) ) or ','.join(itertools.cycle('ab'))",
        "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(100)",
        "class Forever:\n    def __iter__(self): return self\n    def __next__(self): return 1\nsum(Forever())",
    ] {
        notebook.host.stop_after.set(Some(notebook.host.monotonic_ms() + 100.0));
        let began = Instant::now();
        let error = notebook.interrupted(source);
        assert_eq!(error.name, "KeyboardInterrupt", "{source}: {error:#?}");
        assert!(began.elapsed() < Duration::from_secs(3), "{source} took {:?}", began.elapsed());
    }
}

#[test]
fn arithmetic_in_steps_is_right() {
    let mut notebook = Notebook::new();
    let source = "
def check(a, b):
    q, r = divmod(a, b)
    assert q * b + r == a and (0 <= r < b or b < r <= 0)
    assert (a // b, a % b) == (q, r)
a, b = 3 ** 400_000, 7 ** 200_000
assert a % (2**61 - 1) == pow(3, 400_000, 2**61 - 1)
product = a * (a + 1)
assert product % 1_000_003 == a % 1_000_003 * ((a + 1) % 1_000_003) % 1_000_003
assert a * -b == -(b * a) and a * b > 0
for x in (a, -a):
    for y in (b, -b):
        check(x, y)
        check(x * y, y)
assert pow(3, 10**2000, 10**2000 + 1) == pow(pow(3, 10**1000, 10**2000 + 1), 10**1000, 10**2000 + 1)
assert (-2) ** 3_000_001 == -(1 << 3_000_001) and 1 ** 10**30 == 1 and (-1) ** (2**63 + 1) == -1
import math
assert math.factorial(2000) == math.prod(range(1, 2001))
assert math.comb(6000, 3000) == math.factorial(6000) // math.factorial(3000) ** 2
assert math.perm(3000, 1500) == math.factorial(3000) // math.factorial(1500)
";
    notebook.shown(source);
}

#[test]
fn what_is_asked_before_is_as_before() {
    let mut notebook = Notebook::new();
    for (source, shown) in [
        ("','.join('abc'), b','.join([b'a', bytearray(b'b')]), ''.join(())", "('a,b,c', b'a,b', '')"),
        (
            "'aXbX'.replace('X', '--'), 'aXbX'.replace('X', '', 1), 'ab'.replace('', '.')",
            "('a--b--', 'abX', '.a.b.')",
        ),
        (
            "'a\\tb'.expandtabs(4), ' a  b '.split(), 'a,b'.split(',', 1), 'a\\nb'.splitlines(True)",
            "('a   b', ['a', 'b'], ['a', 'b'], ['a\\n', 'b'])",
        ),
        ("eval('1 + 1', {}), eval(compile('2', '', 'eval')), exec('x = 5'), x", "(2, 2, None, 5)"),
        (
            "str.join(',', ['a']), 'x'.join.__name__, sum(iter([1, 2])), list(zip(range(2), 'ab'))",
            "('a', 'join', 3, [(0, 'a'), (1, 'b')])",
        ),
    ] {
        assert_eq!(notebook.shown(source), shown, "{source}");
    }
    let spared = "'1000000000 %d%% %5s' % (3, 'a'), '{:>4}|{:05.1f}'.format('x', 2.25), 'ab'.center(6, '*'), '-3'.zfill(5)";
    assert_eq!(notebook.shown(spared), "('1000000000 3%     a', '   x|002.2', '**ab**', '-0003')");
    for (source, message) in [
        ("','.join(5)", "can only join an iterable"),
        ("','.join([1])", "sequence item 0: expected str instance, int found"),
        ("'a' + 1", "can only concatenate str (not \"int\") to str"),
        ("eval()", "eval expected at least 1 argument, got 0"),
    ] {
        assert_eq!(notebook.error(source).value, message, "{source}");
    }
}
