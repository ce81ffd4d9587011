"""`torch.utils.benchmark`: how long a statement takes, with what it was called beside it, and many such as a table.

What it is not: counts of instructions, or inputs made at random. Start reading at `Timer` and `Compare`.
"""

import enum
import math
import time

_UNITS = ((1, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns"))
# No time is known better than that, in seconds, nor shown with more figures.
_FINEST, _MOST_FIGURES = 25e-9, 5
_ENGLISH = {"ns": "nanosecond", "us": "microsecond", "ms": "millisecond", "s": "second"}


def select_unit(t):
    """The unit to show a time in, and how long that is."""
    size, unit = next((each for each in _UNITS if t >= each[0]), _UNITS[-1])
    return unit, size


def unit_to_english(u):
    return _ENGLISH[u]


def trim_sigfig(x, n):
    """A number with no more than n figures that count."""
    if n != int(n):
        raise AssertionError("Number of significant figures must be an integer")
    magnitude = math.ceil(math.log10(abs(x)))
    scale = 10.0 ** (magnitude - n)
    return float(round(x / scale) * scale)


class TaskSpec:
    """What is measured: the statement and what it is called by."""

    def __init__(self, stmt, setup, global_setup="", label=None, sub_label=None, description=None, env=None, num_threads=1):
        self.stmt, self.setup, self.global_setup = stmt, setup, global_setup
        self.label, self.sub_label, self.description = label, sub_label, description
        self.env, self.num_threads = env, num_threads

    @property
    def title(self):
        """What the statement is called, or itself."""
        if self.label is not None:
            return self.label + (f": {self.sub_label}" if self.sub_label else "")
        if "\n" not in self.stmt:
            return self.stmt + (f": {self.sub_label}" if self.sub_label else "")
        return f"stmt:{f' ({self.sub_label})' if self.sub_label else ''}\n" + _indented(self.stmt)

    def setup_str(self):
        if self.setup == "pass" or not self.setup:
            return ""
        return f"setup:\n{_indented(self.setup)}" if "\n" in self.setup else f"setup: {self.setup}"

    def summarize(self):
        """Title, description and setup, a line each."""
        parts = [self.title, self.description or "", self.setup_str()]
        return "\n".join(f"{each}\n" if "\n" in each else each for each in parts if each)

    def _key(self):
        return (
            self.stmt, self.setup, self.global_setup, self.label, self.sub_label, self.description, self.env, self.num_threads
        )  # fmt: skip

    def __eq__(self, other):
        return isinstance(other, TaskSpec) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


def _indented(text):
    return "".join(f"  {line}" for line in text.splitlines(True))


def _share(ordered, share):
    """What that share of the values lies below, between two of them by a straight line."""
    place = share * (len(ordered) - 1)
    at = int(place)
    later = ordered[min(at + 1, len(ordered) - 1)]
    return ordered[at] + (later - ordered[at]) * (place - at)


class Measurement:
    """Several blocks of runs of one statement, in seconds."""

    def __init__(self, number_per_run, raw_times, task_spec, metadata=None):
        self.number_per_run, self.raw_times = number_per_run, raw_times
        self.task_spec, self.metadata = task_spec, metadata

    def __getattr__(self, name):
        if name != "task_spec" and hasattr(TaskSpec, name) or name in vars(self.__dict__.get("task_spec", self)):
            return getattr(self.task_spec, name)
        raise AttributeError(f"'Measurement' object has no attribute '{name}'")

    @property
    def times(self):
        return [each / self.number_per_run for each in self.raw_times]

    @property
    def mean(self):
        return sum(self.times) / len(self.times)

    @property
    def median(self):
        return _share(sorted(self.times), 0.5)

    @property
    def iqr(self):
        """How far apart a quarter and three quarters of the times are."""
        ordered = sorted(self.times)
        return _share(ordered, 0.75) - _share(ordered, 0.25)

    @property
    def significant_figures(self):
        """How many figures of the median are likely to count."""
        ordered, count = sorted(self.times), len(self.raw_times)
        middle = ordered[count // 4 : math.ceil(3 * count / 4)]
        mean = sum(middle) / len(middle)
        spread = math.sqrt(sum((each - mean) ** 2 for each in middle) / len(middle))
        likely = max(1.645 * spread / math.sqrt(len(middle)), _FINEST)
        return min(max(math.floor(math.log10(self.median / likely)), 1), _MOST_FIGURES)

    @property
    def has_warnings(self):
        return not self.meets_confidence()

    def meets_confidence(self, threshold=0.1):
        """Whether the times are close to one another."""
        return self.iqr / self.median < threshold

    @property
    def title(self):
        return self.task_spec.title

    @property
    def as_row_name(self):
        return self.task_spec.sub_label or self.task_spec.stmt or "[Unknown]"

    @staticmethod
    def merge(measurements):
        """Those of one statement put together."""
        found = {}
        for each in measurements:
            found.setdefault(each.task_spec, []).append(each)
        return [
            Measurement(
                group[0].number_per_run if len(group) == 1 else 1,
                group[0].raw_times if len(group) == 1 else [one for each in group for one in each.times],
                spec,
            )
            for spec, group in found.items()
        ]

    def __repr__(self):
        unit, size = select_unit(self.median)
        count, spec = len(self.times), self.task_spec
        lines = [f"<torch.utils.benchmark.utils.common.Measurement object at {id(self):#x}>", spec.summarize()]
        many = count > 1
        lines.append(f"  {'Median: ' if many else ''}{self.median / size:.2f} {unit}")
        if count > 3:
            low, high = (_share(sorted(self.times), share) / size for share in (0.25, 0.75))
            lines.append(f"  IQR:    {self.iqr / size:.2f} {unit} ({low:.2f} to {high:.2f})")
        threads = f"{spec.num_threads} thread{'s' if spec.num_threads > 1 else ''}"
        plural, runs = "s" if many else "", f"{self.number_per_run} runs {'per measurement, ' if many else ', '}"
        lines.append(f"  {count} measurement{plural}, {runs}{threads}")
        if self.has_warnings:
            share = self.iqr / self.median * 100
            lines.append(f"  WARNING: Interquartile range is {share:.1f}% of the median measurement.")
            is_gross = not self.meets_confidence(0.25)
            told = "suggests significant environmental influence" if is_gross else "could indicate system fluctuation"
            lines.append(f"           This {told}.")
        return "\n".join(lines)


Measurement.__module__ = "torch.utils.benchmark.utils.common"


class Timer:
    """Times a statement, with names that it knows; `torch` is one of them."""

    def __init__(self, stmt="pass", setup="pass", global_setup="", timer=time.perf_counter, globals=None, label=None,
                 sub_label=None, description=None, env=None, num_threads=1, language="python"):
        if global_setup or str(language).lower().endswith(("cpp", "c++")):
            raise NotImplementedError("torch.utils.benchmark.Timer: only Python's statements are built into this torch")
        import torch

        self._names = {"torch": torch, **(globals or {})}
        self._spec = TaskSpec(
            _unindented(stmt), _unindented(setup), "", label, sub_label, description, env, num_threads
        )
        self._statement = compile(self._spec.stmt or "pass", "<timeit-src>", "exec")
        self._setup, self._timer = self._spec.setup or "pass", timer

    def _run(self, number):
        names = dict(self._names)
        exec(self._setup, names)
        start = self._timer()
        for _ in range(number):
            exec(self._statement, names)
        return self._timer() - start

    def _measured(self, number, times):
        return Measurement(number, times, self._spec)

    def timeit(self, number=1000000):
        """One block of that many runs."""
        self._run(max(number // 100, 2))
        return self._measured(number, [self._run(number)])

    def _block_of(self, min_run_time):
        """How many runs make a block that takes long enough to be measured."""
        number = 1
        while (taken := self._run(number)) < min_run_time / 1000:
            number *= 10
        return number, taken

    def blocked_autorange(self, callback=None, min_run_time=0.2):
        """Blocks of runs, until they have taken that many seconds."""
        number, _ = self._block_of(min_run_time)
        times = []
        while sum(times) < min_run_time:
            times.append(self._run(number))
            if callback is not None:
                callback(number, times[-1])
        return self._measured(number, times)

    def adaptive_autorange(self, threshold=0.1, *, min_run_time=0.01, max_run_time=10.0, callback=None):
        """Blocks of runs, until their times are close to one another."""
        number, _ = self._block_of(min_run_time)
        times = []
        while True:
            times.append(self._run(number))
            if callback is not None:
                callback(number, times[-1])
            total, made = sum(times), self._measured(number, times)
            is_close = len(times) > 3 and made.meets_confidence(threshold)
            if total >= min_run_time and is_close or total >= max_run_time:
                return made

    def collect_callgrind(self, *args, **kwargs):
        raise NotImplementedError("torch.utils.benchmark.Timer.collect_callgrind is not built into this torch")


def _unindented(text):
    import textwrap

    return textwrap.dedent(text).strip()


class Colorize(enum.Enum):
    """Whose best time stands out in a table: nobody's, each column's, each row's."""

    NONE = "none"
    COLUMNWISE = "columnwise"
    ROWWISE = "rowwise"


_END, _BOLD = "\033[0m", "\033[1m"


def _coloured(text, value, best):
    if value <= best * 1.01 or value <= best + 100e-9:
        return f"\033[92m{_BOLD}{text}{_END}{_END}"
    if value <= best * 1.1:
        return f"\033[34m{_BOLD}{text}{_END}{_END}"
    if value >= best * 5:
        return f"\033[31m{_BOLD}{text}{_END}{_END}"
    return f"\033[2m\033[91m{text}{_END}{_END}" if value >= best * 2 else text


class Compare:
    """Measurements as tables, one for each label: a row for each statement, a column for each description."""

    def __init__(self, results):
        self._results = []
        self.extend_results(results)
        self._trims, self._colorize, self._warns = False, Colorize.NONE, False

    def extend_results(self, results):
        """Adds measurements."""
        for each in results:
            if not isinstance(each, Measurement):
                raise ValueError(f"Expected an instance of `Measurement`, got {type(each)} instead.")
        self._results.extend(results)

    def trim_significant_figures(self):
        """Shows only figures that count."""
        self._trims = True

    def colorize(self, rowwise=False):
        """Has the best of each column, or row, stand out."""
        self._colorize = Colorize.ROWWISE if rowwise else Colorize.COLUMNWISE

    def highlight_warnings(self):
        """Shows where the times are far from one another."""
        self._warns = True

    def print(self):
        print(str(self))

    def __str__(self):
        groups = {}
        for each in Measurement.merge(self._results):
            groups.setdefault(each.task_spec.label, []).append(each)
        return "\n".join(map(self._table, groups.values()))

    def _table(self, results):
        unit, size = select_unit(min(each.median for each in results))
        keys = list(dict.fromkeys((each.task_spec.num_threads, each.env, each.as_row_name) for each in results))
        keys.sort(key=lambda key: (key[0], key[1] or ""))
        titles = list(dict.fromkeys(each.task_spec.description for each in results))
        cells = {
            ((each.task_spec.num_threads, each.env, each.as_row_name), each.task_spec.description): each for each in results
        }
        columns = [[cells.get((key, title)) for key in keys] for title in titles]
        shown = [self._column(column, size) for column in columns]
        names = self._names(keys, results)
        heads = ["", *(title or "" for title in titles)]
        widths = [max(map(len, [head, *texts])) for head, texts in zip(heads, [names, *shown])]
        lines = ["  |  ".join(head.center(width) for head, width in zip(heads, widths))]
        overall, threads = len(lines[0]), None
        for at, key in enumerate(keys):
            if key[0] != threads:
                threads = key[0]
                lines.append(f"{threads} threads: ".ljust(overall, "-"))
            row = [names[at].ljust(widths[0])]
            for column, texts, width in zip(columns, shown, widths[1:]):
                row.append(self._cell(texts[at].center(width), column[at], column, keys, at, columns))
            lines.append("  |  ".join(row))
        head = f"[{f' {results[0].task_spec.label or str()} '.center(overall - 2, '-')}]"
        has_warnings = self._warns and any(each.has_warnings for each in results)
        told = "(! XX%) Measurement has high variance, where XX is the IQR / median * 100.\n" if has_warnings else ""
        return "\n".join([head, *lines, "", f"Times are in {unit_to_english(unit)}s ({unit}).", told])

    @staticmethod
    def _names(keys, results):
        """What stands before each row; where statements ran in several settings, those too."""
        settings = {each.env for each in results}
        width = max(len(each or "") for each in settings) if len(settings) > 1 else 0
        names, before = [], None
        for threads, env, name in keys:
            is_new = width and (threads, env) != before
            names.append("  " + (f"({env})" if is_new else "").ljust(width + 4) + name)
            before = threads, env
        return names

    def _column(self, column, size):
        """The times of a column as texts of one length."""
        there = [each for each in column if each is not None]
        digits = [math.ceil(math.log10(each.median / size)) for each in there]
        after = 1
        if self._trims:
            after = min(max(each.significant_figures - whole, 0) for each, whole in zip(there, digits))
        warns = self._warns and any(each.has_warnings for each in there)
        length = max(digits) + after + (1 if after else 0)

        def text(each):
            value = 1 if each is None else each.median / size
            figures = 1 if each is None else each.significant_figures
            value = trim_sigfig(value, figures) if self._trims and value != 1 else value
            spread = f" (! {each.iqr / each.median * 100:.0f}%)" if warns and each is not None and each.has_warnings else ""
            found = f"{value:>{length}.{after}f}{spread:>{7 if warns else 0}}"
            return found if each is not None else " " * len(found)

        return list(map(text, column))

    def _cell(self, text, each, column, keys, at, columns):
        if each is None or self._colorize is Colorize.NONE:
            return text
        if self._colorize is Colorize.ROWWISE:
            rivals = [other[at] for other in columns]
        else:
            rivals = [other for key, other in zip(keys, column) if key[0] == keys[at][0]]
        return _coloured(text, each.median, min(other.median for other in rivals if other is not None))


# What PyTorch has besides, and this has not.
_MISSING = "CallgrindStats CopyIfCallgrind FunctionCount FunctionCounts FuzzedParameter FuzzedSparseTensor FuzzedTensor Fuzzer ParameterAlias"


def __getattr__(name):
    if name in _MISSING.split():
        from _kindling_absent import Absent

        return Absent(f"torch.utils.benchmark.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.utils.benchmark' has no attribute '{name}'")
