"""Rows by the time of their labels: between two times of day, moved by steps, as periods; how labels follow each other.

What it is not: groups by time, which are `_resample`'s. Start reading at `between_time`.
"""

from datetime import time

from pandas._moments import moment
from pandas._timedelta import Timedelta
from pandas._offsets import offset_of


def _moments(data):
    if type(data.index).__name__ != "DatetimeIndex":
        raise TypeError("Index must be DatetimeIndex")
    return data.index.tolist()


def _time(given):
    return given if isinstance(given, time) else moment(f"2000-01-01 {given}").time()


def between_time(data, start_time, end_time, inclusive="both", axis=None):
    """The rows between two times of the day."""
    start, end = _time(start_time), _time(end_time)
    with_start, with_end = inclusive in ("both", "left"), inclusive in ("both", "right")

    def lies(one):
        after = start <= one if with_start else start < one
        before = one <= end if with_end else one < end
        return after and before if start <= end else after or before

    return data._take([at for at, one in enumerate(_moments(data)) if lies(one.time())])


def at_time(data, time, asof=False, axis=None):
    """The rows at one time of the day."""
    wanted = _time(time)
    return data._take([at for at, one in enumerate(_moments(data)) if one.time() == wanted])


def to_period(data, freq=None, axis=0, copy=None):
    """The labels as periods."""
    made = data.copy()
    made.index = data.index.to_period(freq)
    return made


def shifted(data, periods, freq):
    """The labels moved by steps of time."""
    offset = offset_of(freq)
    made = data.copy()
    index = data.index
    moved = [offset.next(one, periods) if offset.is_fixed else offset.next(offset.first(one), periods) for one in index.tolist()]
    made.index = type(index)(moved, index.freq, index.name)
    return made


def infer_freq(index):
    """The name of the steps in which labels follow each other; None if there is none."""
    labels = index.tolist()
    if len(labels) < 3:
        raise ValueError("Need at least 3 dates to infer frequency")
    steps = {after - before for before, after in zip(labels, labels[1:])}
    if len(steps) == 1:
        return _fixed(steps.pop(), labels[0])
    for name in ("ME", "MS", "QE", "QS", "YE", "YS", "B"):
        offset = offset_of(name)
        days = [one.normalize() for one in labels]
        if len({one - day for one, day in zip(labels, days)}) > 1:
            return None
        if all(offset.next(before) == after for before, after in zip(days, days[1:])) and offset.first(days[0]) == days[0]:
            return offset.freqstr
    return None


def _fixed(step, first):
    """The name of steps that are all alike; those of weeks name the day on which they end."""
    weeks, rest = divmod(step, Timedelta(days=7))
    if not rest:
        return f"{weeks if weeks != 1 else ''}W-{first.day_name()[:3].upper()}"
    for name in ("D", "h", "min", "s", "ms", "us"):
        count, rest = divmod(step, Timedelta(offset_of(name).microseconds, "us"))
        if not rest:
            return name if count == 1 else f"{count}{name}"
    return None
