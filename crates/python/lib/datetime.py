"""`datetime`: Python's own module, whose refusals to compare are told as in C.

What it is not: dates and times; those are `_pydatetime`. Start reading at `_told_as`.
"""

import functools

from _pydatetime import *

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")


def _told_as(method, meant):
    """The method, whose TypeErrors say what is meant."""

    @functools.wraps(method)
    def told(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except TypeError:
            raise TypeError(meant) from None

    return told


def _not_to_dates(method):
    """The comparison, which refuses dates that have no time."""

    @functools.wraps(method)
    def compare(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return method(self, other)

    return compare


datetime._cmp = _told_as(datetime._cmp, "can't compare offset-naive and offset-aware datetimes")
datetime.__sub__ = _told_as(datetime.__sub__, "can't subtract offset-naive and offset-aware datetimes")
time._cmp = _told_as(time._cmp, "can't compare offset-naive and offset-aware times")
for _name in ("__lt__", "__le__", "__gt__", "__ge__"):
    setattr(datetime, _name, _not_to_dates(getattr(datetime, _name)))


# What a span is made of, in the order in which it is told.
_PARTS = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")
_made = timedelta.__new__


def _new(cls, *args, **kwargs):
    try:
        return _made(cls, *args, **kwargs)
    except TypeError as error:
        start, _, _ = str(error).rpartition(": ")
        if not start.startswith("unsupported type for timedelta"):
            raise
    part = start.split()[-2]
    kind = type((dict(zip(_PARTS, args)) | kwargs).get(part))
    home = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    raise TypeError(f"{start}: {home}{kind.__qualname__}")


timedelta.__new__ = _new
