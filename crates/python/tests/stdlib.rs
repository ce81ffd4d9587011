//! Python's own library as far as lessons need it. The values here are CPython's.

mod common;

use common::Notebook;

/// Runs each source in one session; its echo must be as given.
fn check(setup: &str, echoes: &[(&str, &str)]) {
    let mut notebook = Notebook::new();
    notebook.shown(setup);
    for (source, expected) in echoes {
        assert_eq!(notebook.shown(source), *expected, "{source}");
    }
}

#[test]
fn what_lessons_import_is_there() {
    let mut notebook = Notebook::new();
    for module in "math random time collections itertools functools operator pathlib os sys io copy json re typing \
        dataclasses enum string types contextlib abc datetime statistics textwrap warnings timeit pprint pickle \
        struct tempfile shutil zipfile csv inspect traceback glob base64 heapq bisect decimal fractions calendar \
        threading queue colorsys difflib array asyncio zoneinfo hashlib cmath logging.config xml.etree.ElementTree"
        .split_whitespace()
    {
        notebook.shown(&format!("import {module}"));
    }
}

/// It is in the memory that the kernel comes to the browser with, and is fetched before the first result.
#[test]
fn what_every_lesson_begins_with_brings_no_numpy() {
    let mut notebook = Notebook::new();
    notebook.shown("import sys, torch, matplotlib.pyplot");
    let named = "[name for name in sys.modules if name.split('.')[0] in ('numpy', 'inspect', 'traceback')]";
    assert_eq!(notebook.shown(named), "[]");
}

#[test]
fn random_draws_what_cpython_draws() {
    check(
        "import random\nrandom.seed(42)",
        &[
            ("random.random()", "0.6394267984578837"),
            ("random.randint(1, 100)", "4"),
            ("random.gauss(0, 1)", "-0.039773455257050304"),
            ("x = list(range(5)); random.shuffle(x); x", "[4, 3, 2, 0, 1]"),
            ("random.choices('abc', k=3)", "['b', 'a', 'a']"),
            (
                "state = random.getstate(); a = random.random(); random.setstate(state); a == random.random()",
                "True",
            ),
            ("random.seed('abc'); random.random()", "0.7720246314157545"),
        ],
    );
}

#[test]
fn math_is_cpythons() {
    check(
        "import math",
        &[
            (
                "math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2)",
                "(1.4142135623730951, 2.718281828459045, 2.302585092994046, 3.0)",
            ),
            ("math.floor(-2.5), math.ceil(2.1), math.trunc(-2.5)", "(-3, 3, -2)"),
            (
                "math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.gcd(12, 18), math.isqrt(17)",
                "(2432902008176640000, 10, 20, 6, 4)",
            ),
            (
                "math.prod([1, 2, 3.5]), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (1, 1))",
                "(7.0, 1.0, 5.0, 1.4142135623730951)",
            ),
            (
                "math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.inf > 1, math.copysign(1, -0.0)",
                "(True, True, True, -1.0)",
            ),
            ("math.log2(2 ** 1000), math.log10(10 ** 30), math.tau == 2 * math.pi", "(1000.0, 30.0, True)"),
        ],
    );
    assert_eq!(Notebook::new().error("import math\nmath.sqrt(-1)").name, "ValueError");
}

#[test]
fn data_travels_through_text_and_bytes() {
    check(
        "import json, pickle, struct, csv, io, base64, copy",
        &[
            (
                "json.loads(json.dumps({'a': [1, 2.5, None, True], 'b': {'c': 'ü'}}))",
                "{'a': [1, 2.5, None, True], 'b': {'c': 'ü'}}",
            ),
            ("pickle.loads(pickle.dumps({'a': (1, 2.5, b'x', {3})}))", "{'a': (1, 2.5, b'x', {3})}"),
            (
                "struct.pack('<if', 1, 2.0), struct.unpack('>H', b'\\x01\\x02')",
                "(b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00@', (258,))",
            ),
            (
                "out = io.StringIO(); csv.writer(out).writerow(['a,b', 1, 2.5, 'say \"x\"', None]); out.getvalue()",
                "'\"a,b\",1,2.5,\"say \"\"x\"\"\",\\r\\n'",
            ),
            ("list(csv.reader(['a,\"b,c\",\"d\"\"e\"', '1,,3']))", "[['a', 'b,c', 'd\"e'], ['1', '', '3']]"),
            (
                "base64.b64decode(base64.b64encode(b'kindling')), base64.b64encode(b'ab')",
                "(b'kindling', b'YWI=')",
            ),
            ("copy.deepcopy([1, [2, {3: 4}]])", "[1, [2, {3: 4}]]"),
        ],
    );
}

#[test]
fn time_goes_on_and_dates_add_up() {
    check(
        "import time, datetime",
        &[
            ("a = time.perf_counter(); time.sleep(0.02); 0.015 < time.perf_counter() - a < 2", "True"),
            ("time.time() > 1.7e9, time.strftime('%Y-%m-%d', time.gmtime(0))", "(True, '1970-01-01')"),
            ("str(datetime.date(2024, 2, 28) + datetime.timedelta(days=2))", "'2024-03-01'"),
            ("datetime.datetime(2024, 1, 2, 3, 4).strftime('%d.%m.%Y %H:%M')", "'02.01.2024 03:04'"),
        ],
    );
}

#[test]
fn classes_of_the_library_print_as_in_cpython() {
    check(
        "from collections import *\nfrom dataclasses import dataclass\nfrom enum import Enum\nimport statistics",
        &[
            (
                "Counter('hello').most_common(1), OrderedDict(a=1), deque([1, 2], maxlen=2)",
                "([('l', 2)], OrderedDict([('a', 1)]), deque([1, 2], maxlen=2))",
            ),
            ("@dataclass\nclass P:\n    x: int\n    y: float = 2.0\nP(1)", "P(x=1, y=2.0)"),
            ("class Colour(Enum):\n    RED = 1\nColour.RED, Colour(1).name", "(<Colour.RED: 1>, 'RED')"),
            ("namedtuple('Point', 'x y')(1, 2)", "Point(x=1, y=2)"),
            (
                "statistics.mean([1, 2, 4]), statistics.stdev([1, 2, 3, 4]), statistics.median([3, 1, 2])",
                "(2.3333333333333335, 1.2909944487358056, 2)",
            ),
        ],
    );
}

#[test]
fn bytes_are_compressed_summed_up_and_read_again() {
    check(
        "import zlib, gzip, hashlib, io\ndata = b'hello ' * 20000",
        &[
            (
                "zlib.decompress(zlib.compress(data)) == data, zlib.crc32(b'a'), zlib.adler32(b'a')",
                "(True, 3904355907, 6422626)",
            ),
            (
                "f = gzip.open('d.gz', 'wb'); f.write(data); f.close()\ngzip.open('d.gz').read() == data",
                "True",
            ),
            ("[len(line) for line in gzip.open('d.gz', 'rt')] == [120000]", "True"),
            (
                "d = zlib.decompressobj(-15)\nd.decompress(gzip.compress(data)[10:], 5), len(d.unconsumed_tail) > 0",
                "(b'hello', True)",
            ),
            (
                "hashlib.sha256(b'a').hexdigest()[:8], hashlib.new('md5', b'a').hexdigest()[:8]",
                "('ca978112', '0cc175b9')",
            ),
        ],
    );
    let error = Notebook::new().error("import zlib\nzlib.decompress(b'abc')");
    assert_eq!(error.name, "zlib.error");
}

#[test]
fn characters_are_told_of() {
    check(
        "import unicodedata",
        &[
            (
                "''.join(c for c in unicodedata.normalize('NFD', 'Ślusàrski') if unicodedata.category(c) != 'Mn')",
                "'Slusarski'",
            ),
            (
                "unicodedata.name('é'), unicodedata.lookup('DEGREE SIGN'), unicodedata.decimal('٣')",
                "('LATIN SMALL LETTER E WITH ACUTE', '°', 3)",
            ),
        ],
    );
}
