"""Spans of time as labels: `TimedeltaIndex` and `timedelta_range`.

What it is not: columns of them, which are `_times`'. Start reading at `TimedeltaIndex`.
"""

from pandas._column import is_missing
from pandas._index import Index
from pandas._timedelta import NaT, Timedelta


class TimedeltaIndex(Index):
    """Spans of time as labels."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, data=(), freq=None, name=None):
        Index.__init__(self, data, name=name)
        self._labels = [NaT if is_missing(one) else one if type(one) is Timedelta else Timedelta(one) for one in self._labels]
        self.freq = freq

    def _like(self, labels):
        labels = list(labels)
        return TimedeltaIndex(labels, self.freq if labels == self._labels else None, self.name)

    @property
    def _column(self):
        from pandas._times import TimeColumn

        return TimeColumn(self._labels, "timedelta64[us]")

    @property
    def freqstr(self):
        return None if self.freq is None else self.freq.freqstr

    def __getattr__(self, name):
        if name in ("days", "seconds", "microseconds", "total_seconds"):
            from pandas._dt import Spans

            return getattr(Spans(self._column, lambda column: Index(column.tolist(), name=self.name)), name)
        return Index.__getattr__(self, name)

    def __repr__(self):
        from pandas._format import words_text

        words = [f"'{text}'" for text in Timedelta._texts(self._labels)]
        ending = ["dtype='timedelta64[us]'"] + ([] if self.name is None else [f"name={self.name!r}"])
        ending += [f"length={len(words)}"] if len(words) > 100 else []
        ending.append(f"freq={self.freqstr!r}")
        lines = words_text(words, "TimedeltaIndex([", "],", False).split("\n")
        for part in (*(f" {part}," for part in ending[:-1]), f" {ending[-1]})"):
            if len(lines[-1]) + len(part) > 81:
                lines.append(" " * 14)
            lines[-1] += part
        return "\n".join(lines)


def timedelta_range(start=None, end=None, periods=None, freq=None, name=None, closed=None):
    """Spans in even steps, three of start, end, periods and freq given."""
    from pandas._offsets import offset_of

    if closed is not None or start is None:
        raise NotImplementedError("timedelta_range: without a start, and with closed, it is not built into this pandas")
    first, offset = Timedelta(start), offset_of("D" if freq is None else freq)
    step = Timedelta(offset.microseconds, "us")
    if periods is None:
        periods = (Timedelta(end) - first) // step + 1
    return TimedeltaIndex([first + step * at for at in range(periods)], offset, name)


TimedeltaIndex.__module__ = "pandas"
