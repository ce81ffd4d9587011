"""`%time` and `%timeit`: how long code takes, told in IPython's words.

What it is not: a profiler; none is here. Start reading at `timed` and `timeit`.
"""

import math
import time


def clocks():
    """Now, on the wall and of the processor."""
    return time.perf_counter(), time.process_time()


def print_times(start):
    """How long it has been since then."""
    wall, processor = (now - then for now, then in zip(clocks(), start))
    spent = duration(processor)
    print(f"CPU times: user {spent}, sys: 0 ns, total: {spent}\nWall time: {duration(wall)}")


def duration(seconds):
    """As IPython writes it: three digits and a unit; minutes and hours from a minute on."""
    if seconds >= 60:
        minutes, rest = divmod(int(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return (f"{hours}h " if hours else "") + f"{minutes}min {rest}s"
    for unit, size in (("s", 1), ("ms", 1e-3), ("μs", 1e-6), ("ns", 1e-9)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return "0 ns"


def timed(source, names, local):
    """Runs a statement, or gives an expression's value, and prints how long that took."""
    start = clocks()
    try:
        code = compile(source, "<magic>", "eval")
    except SyntaxError:
        exec(compile(source, "<magic>", "exec"), names, local)
        value = None
    else:
        value = eval(code, names, local)
    print_times(start)
    return value


class TimeitResult:
    """What `%timeit -o` gives."""

    def __init__(self, loops, repeat, all_runs, compile_time, precision):
        self.loops, self.repeat, self.all_runs = loops, repeat, all_runs
        self.compile_time, self._precision = compile_time, precision
        self.timings = [run / loops for run in all_runs]
        self.best, self.worst = min(all_runs) / loops, max(all_runs) / loops

    @property
    def average(self):
        return math.fsum(self.timings) / len(self.timings)

    @property
    def stdev(self):
        mean = self.average
        return (math.fsum((each - mean) ** 2 for each in self.timings) / len(self.timings)) ** 0.5

    def __str__(self):
        runs, loops = f"run{'s' * (self.repeat != 1)}", f"loop{'s' * (self.loops != 1)}"
        return (f"{duration(self.average)} ± {duration(self.stdev)} per loop (mean ± std. dev. of "
                f"{self.repeat} {runs}, {self.loops:,} {loops} each)")

    def _repr_pretty_(self, p, cycle):
        p.text(f"<TimeitResult : {self}>")


TimeitResult.__module__ = "IPython.core.magics.execution"


def timeit(rest, body, names, local):
    """Several runs, each of so many loops that it takes a fifth of a second; before a cell's, its own line is run."""
    options, statement = _options(rest)
    if body:
        exec(compile(statement, "<timeit>", "exec"), names, local)
    if not (body or statement).strip():
        return None
    start = time.perf_counter()
    code = compile(body or statement, "<timeit>", "exec")
    compile_time = time.perf_counter() - start
    loops = int(options.get("n", 0)) or _loops(code, names, local)
    runs = [_run_time(code, loops, names, local) for _ in range(int(options.get("r", 7)))]
    result = TimeitResult(loops, len(runs), runs, compile_time, int(options.get("p", 3)))
    if "q" not in options:
        print(result)
    return result if "o" in options else None


def _options(rest):
    """The options, and what follows them as it is written."""
    options = {}
    while rest.startswith("-") and rest[1:2] in _OPTIONS:
        name, rest = rest[1], rest[2:]
        value = ""
        if _OPTIONS[name]:
            value, _, rest = rest.lstrip().partition(" ")
        options[name] = value
        rest = rest.lstrip()
    return options, rest


# Those of `%timeit`, and whether they have a value.
_OPTIONS = {"n": True, "r": True, "p": True, "t": False, "c": False, "q": False, "o": False}


def _loops(code, names, local):
    loops = 1
    while loops < 10**9 and _run_time(code, loops, names, local) < 0.2:
        loops *= 10
    return loops


def _run_time(code, loops, names, local):
    run = exec
    start = time.perf_counter()
    for _ in range(loops):
        run(code, names, local)
    return time.perf_counter() - start


class Timed:
    """`%%time`: how long what runs in a `with` of it takes, also if it fails."""

    def __enter__(self):
        self._start = clocks()

    def __exit__(self, *error):
        print_times(self._start)
