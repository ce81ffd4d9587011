"""Spans of time, one by one: `Timedelta`, how texts are read as them, and `NaT`.

What it is not: columns of them, which are `_spans`, nor moments (`_moments`). Start reading at `Timedelta`.
"""

import re
from datetime import datetime, timedelta

from _scalars import FLOATS

UNITS = {
    "W": 7 * 86400 * 10**6, "D": 86400 * 10**6, "d": 86400 * 10**6, "day": 86400 * 10**6, "days": 86400 * 10**6,
    "h": 3600 * 10**6, "hr": 3600 * 10**6, "hour": 3600 * 10**6, "hours": 3600 * 10**6,
    "m": 60 * 10**6, "min": 60 * 10**6, "minute": 60 * 10**6, "minutes": 60 * 10**6,
    "s": 10**6, "sec": 10**6, "second": 10**6, "seconds": 10**6, "ms": 1000, "us": 1, "ns": 0.001,
}  # fmt: skip


class NaTType(float):
    """No moment: missing, as nan is among numbers."""

    def __repr__(self):
        return "NaT"

    __str__ = __repr__

    def isoformat(self):
        return "NaT"

    def _nothing(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _nothing

    floor = ceil = round = normalize = to_period = tz_localize = tz_convert = _nothing

    def __getattr__(self, name):
        if name in ("year", "month", "day", "hour", "minute", "second", "days", "dayofweek", "quarter"):
            return float("nan")
        raise AttributeError(f"'NaTType' object has no attribute '{name}'")


NaT = NaTType("nan")


def of_numpy(value, kind):
    """A moment or a span of numpy as Python has it; others as they are."""
    if not hasattr(value, "_letter"):
        return value
    found = value.astype(kind).item()
    return NaT if found is None else found


class Timedelta(timedelta):
    """A span of time."""

    def __new__(cls, value=0, unit=None, **parts):
        if isinstance(value, FLOATS) and value != value:
            return NaT
        value = of_numpy(value, "timedelta64[us]")
        if value is NaT:
            return NaT
        if isinstance(value, timedelta):
            return timedelta.__new__(cls, value.days, value.seconds, value.microseconds)
        if parts:
            return timedelta.__new__(cls, **parts)
        if isinstance(value, str):
            return timedelta.__new__(cls, microseconds=_span(value))
        if unit is not None and unit not in UNITS:
            raise ValueError(f"invalid unit abbreviation: {unit}")
        return timedelta.__new__(cls, microseconds=value * UNITS[unit or "ns"])

    def __str__(self):
        hours, rest = divmod(self.seconds, 3600)
        text = f"{self.days} days {hours:02d}:{rest // 60:02d}:{rest % 60:02d}"
        text = text.replace(" days ", " days +") if self.days < 0 else text
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")

    def __repr__(self):
        return f"Timedelta('{self}')"

    __hash__ = timedelta.__hash__

    def to_timedelta64(self):
        """As numpy's."""
        from numpy import timedelta64

        return timedelta64(self // timedelta(microseconds=1), "us")

    to_numpy = to_timedelta64

    def to_pytimedelta(self):
        return timedelta(self.days, self.seconds, self.microseconds)

    @staticmethod
    def _texts(values):
        """As columns show them: whole days without the time."""
        whole = all(not (value.seconds or value.microseconds) for value in values if value == value)
        return [str(value) if value != value else f"{value.days} days" if whole else str(value) for value in values]

    def _made(name):
        def method(self, *others):
            found = getattr(timedelta, name)(self, *others)
            return Timedelta(found) if isinstance(found, timedelta) else found

        return method

    __mul__, __rmul__, __neg__, __abs__, __floordiv__ = map(
        _made, ("__mul__", "__rmul__", "__neg__", "__abs__", "__floordiv__")
    )
    __truediv__, __mod__ = map(_made, ("__truediv__", "__mod__"))
    del _made

    def __add__(self, other):
        if isinstance(other, datetime):
            from pandas._moments import Timestamp

            return Timestamp(other) + self
        found = timedelta.__add__(self, other)
        return found if found is NotImplemented else Timedelta(found)

    def __sub__(self, other):
        found = timedelta.__sub__(self, other)
        return found if found is NotImplemented else Timedelta(found)

    def __rsub__(self, other):
        if isinstance(other, datetime):
            from pandas._moments import Timestamp

            return Timestamp(other) - self
        return Timedelta(timedelta.__rsub__(self, other))

    __radd__ = __add__


Timedelta.__module__ = "pandas"
_SPAN = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*([A-Za-z]+)")
_CLOCK = re.compile(r"(-?)(\d+):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$")


def _span(text):
    """The microseconds that a text as '1 days 2 hours' or '01:30:00' means."""
    whole, rest = 0, text.strip()
    for number, unit in _SPAN.findall(rest):
        if unit not in UNITS:
            raise ValueError(f"invalid unit abbreviation: {unit}")
        whole += float(number) * UNITS[unit]
    rest = _SPAN.sub("", rest).strip(" ,+")
    clock = _CLOCK.match(rest)
    if clock:
        sign, hours, minutes, seconds, part = clock.groups()
        time = (int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)) * 10**6 + int((part or "0").ljust(6, "0")[:6])
        return whole + (-time if sign else time)
    if rest or not text.strip():
        raise ValueError("unit abbreviation w/o a number" if not any(map(str.isdigit, text)) else "have leftover units")
    return whole
