"""Recording how long named blocks and calls of modules take, and tables of it.

What it is not: the profiler with its steps (`torch.profiler`). Start reading at `Recorder`.
"""

import time

from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook

# Who records now; one in another as profilers are.
_recorders = []


def _now():
    return time.perf_counter_ns() / 1000


class Event:
    """Something that took time: when it began and how long it went on, in microseconds, and how long without its parts."""

    def __init__(self, key):
        self.key = self.name = key
        self.start = _now()
        self.duration = self._of_parts = 0.0

    count = 1
    cpu_time_total = cpu_time = property(lambda self: self.duration)
    self_cpu_time_total = property(lambda self: self.duration - self._of_parts)


class Recorder:
    """Takes down events while it is on."""

    def __init__(self):
        self.events = []
        self.is_on = False
        self._open = []

    def start(self):
        self.is_on = True
        _recorders.append(self)
        self._handles = (
            register_module_forward_pre_hook(lambda module, args: self.begin(f"nn.{type(module).__name__}")),
            register_module_forward_hook(lambda module, args, output: self.end()),
        )

    def stop(self):
        self.is_on = False
        _recorders.remove(self)
        for handle in self._handles:
            handle.remove()
        while self._open:
            self.end()

    def begin(self, key):
        self._open.append(Event(key))
        self.events.append(self._open[-1])

    def end(self):
        event = self._open.pop()
        event.duration = _now() - event.start
        if self._open:
            self._open[-1]._of_parts += event.duration


class record_function:
    """Names a block of the program, in a with statement or as a decorator, for whoever records."""

    def __init__(self, name, args=None):
        self.name = name

    def __enter__(self):
        self._told = list(_recorders)
        for recorder in self._told:
            recorder.begin(self.name)
        return self

    def __exit__(self, *raised):
        for recorder in self._told:
            if recorder.is_on:
                recorder.end()

    def __call__(self, function):
        def named(*args, **kwargs):
            with record_function(self.name):
                return function(*args, **kwargs)

        named.__name__ = function.__name__
        return named


class FunctionEventAvg:
    """All events of a name together."""

    def __init__(self, key):
        self.key = key
        self.count = 0
        self.cpu_time_total = self.self_cpu_time_total = 0.0
        self.device_time_total = self.self_device_time_total = 0.0

    def add(self, event):
        self.count += event.count
        self.cpu_time_total += event.cpu_time_total
        self.self_cpu_time_total += event.self_cpu_time_total
        return self

    cpu_time = property(lambda self: self.cpu_time_total / self.count if self.count else 0.0)


class EventList(list):
    """Events, or their sums, and tables of them."""

    def key_averages(self, *_given, **_settings):
        """The sums by name."""
        found = {}
        for event in self:
            found.setdefault(event.key, FunctionEventAvg(event.key)).add(event)
        return EventList(found.values())

    def total_average(self):
        """The sum of all."""
        total = FunctionEventAvg("Total")
        for event in self:
            total.add(event)
        return total

    @property
    def self_cpu_time_total(self):
        return sum(event.self_cpu_time_total for event in self)

    def table(self, sort_by=None, row_limit=100, max_src_column_width=75, max_name_column_width=55,
              max_shapes_column_width=80, header=None, top_level_events_only=False, time_unit=None):
        """The events as a text, the one that comes first by `sort_by` above."""
        events = list(self)
        if sort_by is not None:
            named = sort_by.replace("cuda", "device")
            events.sort(key=lambda event: getattr(event, named), reverse=True)
        total = self.self_cpu_time_total
        rows = [_TITLES]
        for event in events[: row_limit if row_limit >= 0 else None]:
            rows.append((
                _shortened(event.key, max_name_column_width), _share(event.self_cpu_time_total, total),
                _timed(event.self_cpu_time_total), _share(event.cpu_time_total, total), _timed(event.cpu_time_total),
                _timed(event.cpu_time), str(event.count),
            ))  # fmt: skip
        return _ruled(rows, header) + f"Self CPU time total: {_timed(total)}\n"

    def __str__(self):
        return self.table()


_TITLES = ("Name", "Self CPU %", "Self CPU", "CPU total %", "CPU total", "CPU time avg", "# of Calls")


def _shortened(text, width):
    return text if len(text) <= width else text[: width - 3] + "..."


def _share(part, total):
    return f"{100 * part / total:.2f}%" if total else "NaN"


def _timed(microseconds):
    for unit, size in (("s", 1e6), ("ms", 1e3)):
        if microseconds >= size:
            return f"{microseconds / size:.3f}{unit}"
    return f"{microseconds:.3f}us"


def _ruled(rows, header):
    """Rows of texts as a table, the first above a line."""
    widths = [max(len(row[at]) for row in rows) + 2 for at in range(len(rows[0]))]
    line = "  ".join("-" * width for width in widths) + "  \n"
    lines = ["  ".join(text.rjust(width) for text, width in zip(row, widths)) + "  \n" for row in rows]
    title = "" if header is None else "=" * (len(line) - 1) + f"\n{header}\n"
    return title + line + lines[0] + line + "".join(lines[1:]) + line


class profile:
    """The former profiler: records what runs inside a with statement."""

    def __init__(self, enabled=True, **settings):
        self._recorder = Recorder()
        self._is_enabled = enabled

    def __enter__(self):
        if self._is_enabled:
            self._recorder.start()
        return self

    def __exit__(self, *raised):
        if self._is_enabled:
            self._recorder.stop()
        return False

    @property
    def function_events(self):
        return EventList(self._recorder.events)

    def key_averages(self, *_given, **_settings):
        return self.function_events.key_averages()

    def table(self, *args, **kwargs):
        return self.function_events.table(*args, **kwargs)

    def total_average(self):
        return self.function_events.total_average()

    self_cpu_time_total = property(lambda self: self.function_events.self_cpu_time_total)

    def __str__(self):
        return self.table()
