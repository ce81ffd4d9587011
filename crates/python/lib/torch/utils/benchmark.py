"""`torch.utils.benchmark`: how long a statement takes, with what it was called beside it.

What it is not: counts of instructions. Start reading at `Timer`.
"""

import time


class Measurement:
    """Several blocks of runs of one statement, in seconds."""

    def __init__(self, number_per_run, raw_times, title):
        self.number_per_run, self.raw_times, self._title = number_per_run, raw_times, title
        self.times = [each / number_per_run for each in raw_times]

    @property
    def mean(self):
        return sum(self.times) / len(self.times)

    @property
    def median(self):
        ordered, middle = sorted(self.times), len(self.times) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

    def __repr__(self):
        size, unit = next(
            ((size, unit) for size, unit in ((1.0, "s"), (1e-3, "ms"), (1e-6, "us")) if self.median >= size), (1e-9, "ns")
        )
        plural = "s" if len(self.times) > 1 else ""
        return (
            f"<torch.utils.benchmark.utils.common.Measurement object at {id(self):#x}>\n{self._title}\n"
            f"  {'Median: ' if plural else ''}{self.median / size:.2f} {unit}\n"
            f"  {len(self.times)} measurement{plural}, {self.number_per_run} runs {'per measurement, ' if plural else ', '}"
            "1 thread"
        )


class Timer:
    """Times a statement, with names that it knows."""

    def __init__(self, stmt="pass", setup="pass", global_setup="", timer=time.perf_counter, globals=None, label=None,
                 sub_label=None, description=None, env=None, num_threads=1, language="python"):
        if global_setup or str(language).lower().endswith("cpp"):
            raise NotImplementedError("torch.utils.benchmark.Timer: only Python's statements are built into this torch")
        self._names = dict(globals or {})
        self._statement = compile(_unindented(stmt), "<timeit-src>", "exec")
        self._setup, self._timer = _unindented(setup), timer
        self._title = ": ".join(each for each in (label or stmt, sub_label, description) if each)

    def _run(self, number):
        names = dict(self._names)
        exec(self._setup, names)
        start = self._timer()
        for _ in range(number):
            exec(self._statement, names)
        return self._timer() - start

    def timeit(self, number=1000000):
        """One block of that many runs."""
        self._run(max(number // 100, 1))
        return Measurement(number, [self._run(number)], self._title)

    def blocked_autorange(self, callback=None, min_run_time=0.2):
        """Blocks of runs, until they have taken that many seconds."""
        number = 1
        while self._run(number) < min_run_time / 1000:
            number *= 10
        times = []
        while sum(times) < min_run_time:
            times.append(self._run(number))
        return Measurement(number, times, self._title)

    def adaptive_autorange(self, threshold=0.1, *, min_run_time=0.01, max_run_time=10.0, callback=None):
        """As `blocked_autorange`, for the shortest time that is enough."""
        return self.blocked_autorange(callback, min_run_time)


def _unindented(text):
    import textwrap

    return textwrap.dedent(text).strip() or "pass"
