"""Dates along an axis: days as numbers, where ticks stand, and what they say.

What it is not: what makes an axis one of dates, which is `Axes._positions`. Start reading at `AutoDateLocator`.
"""

import datetime

from ._data import Day  # noqa: F401

from _scalars import INTS, NUMBERS

_EPOCH = datetime.datetime(1970, 1, 1)


def date2num(d):
    """Days since 1970, of a date or of several."""
    from . import _data

    found = _data.plain(d)
    return _array(found) if isinstance(found, list) else float(found)


def _array(values):
    import numpy as np

    return np.array([float(value) for value in values])


def datestr2num(d, default=None):
    """Days since 1970, of a text as 2024-01-31."""
    del default
    if not isinstance(d, str):
        return _array([datestr2num(each) for each in d])
    return date2num(datetime.datetime.fromisoformat(d))


def num2date(x, tz=None):
    """The other way round."""
    if hasattr(x, "__len__"):
        return [num2date(each, tz) for each in x]
    found = _EPOCH + datetime.timedelta(seconds=round(float(x) * 86400, 5))
    return found.replace(tzinfo=tz or datetime.timezone.utc)


def _moment(x):
    return num2date(x).replace(tzinfo=None)


_UNITS = ("year", "month", "day", "hour", "minute", "second")
# How many of each lie between two ticks, and at how many ticks most.
_EVERY = {
    "year": (1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000), "month": (1, 2, 3, 4, 6), "day": (1, 2, 3, 7, 14, 21),
    "hour": (1, 2, 3, 4, 6, 12), "minute": (1, 5, 10, 15, 30), "second": (1, 5, 10, 15, 30),
}  # fmt: skip
_MOST = {"year": 11, "month": 12, "day": 11, "hour": 12, "minute": 11, "second": 11}
_LEAST = 5
_LENGTHS = {"year": 365.25, "month": 30.4375, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}


def _stepped(low, high, unit, interval):
    """All moments between two at which a unit is a multiple of so many; of days, counted from the first of a month."""
    at, end, found = _floor(_moment(low), unit), _moment(high), []
    while at <= end and len(found) < 1000:
        if _fits(at, unit, interval):
            found.append(float(date2num(at)))
        at = _next(at, unit)
    return [each for each in found if each >= low - 1e-9]


def _floor(moment, unit):
    fields = {"year": 1, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}
    kept = _UNITS[: _UNITS.index(unit) + 1]
    return moment.replace(microsecond=0, **{name: first for name, first in fields.items() if name not in kept})


def _next(moment, unit):
    if unit == "year":
        return moment.replace(year=moment.year + 1)
    if unit == "month":
        return moment.replace(year=moment.year + moment.month // 12, month=moment.month % 12 + 1)
    return moment + datetime.timedelta(**{unit + "s": 1})


def _fits(moment, unit, interval):
    if unit == "day":
        # The last days of a month would stand too near the first of the next.
        return (moment.day - 1) % interval == 0 and (interval < 3 or moment.day + interval // 2 <= 31)
    value = moment.month - 1 if unit == "month" else getattr(moment, unit)
    return value % interval == 0


class _EveryUnit:
    """Ticks at each so manieth of a unit."""

    _unit = "day"

    def __init__(self, interval=1, **kwargs):
        from ._style import untold

        if kwargs:
            untold(f"dates.{type(self).__name__}({next(iter(kwargs))}=...)")
        self._interval = int(interval) if isinstance(interval, NUMBERS) else 1

    def tick_values(self, vmin, vmax):
        return _array(_stepped(vmin, vmax, self._unit, self._interval))


class YearLocator(_EveryUnit):
    _unit = "year"

    def __init__(self, base=1, month=1, day=1, tz=None):
        del month, day, tz
        _EveryUnit.__init__(self, base)


class MonthLocator(_EveryUnit):
    _unit = "month"

    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        del bymonthday, tz
        self._months = None if bymonth is None else [bymonth] if isinstance(bymonth, INTS) else list(bymonth)
        _EveryUnit.__init__(self, interval)

    def tick_values(self, vmin, vmax):
        found = _EveryUnit.tick_values(self, vmin, vmax).tolist()
        return _array([each for each in found if self._months is None or _moment(each).month in self._months])


class DayLocator(_EveryUnit):
    def __init__(self, bymonthday=None, interval=1, tz=None):
        del bymonthday, tz
        _EveryUnit.__init__(self, interval)


class WeekdayLocator(_EveryUnit):
    def __init__(self, byweekday=1, interval=1, tz=None):
        del tz
        self._weekday = byweekday if isinstance(byweekday, INTS) else 1
        _EveryUnit.__init__(self, interval)

    def tick_values(self, vmin, vmax):
        days = [each for each in _stepped(vmin, vmax, "day", 1) if _moment(each).weekday() == self._weekday]
        return _array(days[:: self._interval])


class HourLocator(_EveryUnit):
    _unit = "hour"

    def __init__(self, byhour=None, interval=1, tz=None):
        del byhour, tz
        _EveryUnit.__init__(self, interval)


class MinuteLocator(_EveryUnit):
    _unit = "minute"

    def __init__(self, byminute=None, interval=1, tz=None):
        del byminute, tz
        _EveryUnit.__init__(self, interval)


class AutoDateLocator:
    """Ticks at whole years, months, days, hours, minutes or seconds: at five of them at least, where there are so many."""

    def __init__(self, tz=None, minticks=_LEAST, maxticks=None, interval_multiples=True):
        del tz, maxticks, interval_multiples
        self._least = minticks

    def unit(self, vmin, vmax):
        """The unit that ticks count, and how many of it lie between two."""
        for unit in _UNITS:
            count = (vmax - vmin) / _LENGTHS[unit]
            if count >= self._least:
                break
        fitting = (each for each in _EVERY[unit] if count <= each * (_MOST[unit] - 1))
        return unit, next(fitting, _EVERY[unit][-1])

    def tick_values(self, vmin, vmax):
        return _array(_stepped(vmin, vmax, *self.unit(vmin, vmax)))


class DateFormatter:
    """A tick's moment in words, by strftime's letters."""

    def __init__(self, fmt, tz=None, *, usetex=None):
        del usetex
        self.fmt, self._tz = fmt, tz

    def __call__(self, x, pos=None):
        del pos
        return num2date(x, self._tz).strftime(self.fmt)


class AutoDateFormatter:
    """As much of a moment as ticks need to differ."""

    def __init__(self, locator=None, tz=None, defaultfmt="%Y-%m-%d", *, usetex=None):
        del locator, tz, usetex
        self._format = defaultfmt

    def set_locs(self, locs):
        step = min((b - a for a, b in zip(locs, locs[1:])), default=1.0)
        forms = ((365, "%Y"), (28, "%Y-%m"), (1, "%Y-%m-%d"), (1 / 24, "%m-%d %H"), (1 / 1440, "%d %H:%M"), (0, "%H:%M:%S"))
        self._format = next(form for length, form in forms if step >= length - 1e-9)

    def __call__(self, x, pos=None):
        del pos
        return num2date(x).strftime(self._format)


ConciseDateFormatter = AutoDateFormatter
MO, TU, WE, TH, FR, SA, SU = range(7)
