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

    import numpy as np

    if isinstance(d, str):
        raise ValueError(f"could not convert string to float: {d!r}")
    found = _data.plain(d)
    return _array(found) if isinstance(found, list) else np.float64(found)


def _array(values):
    import numpy as np

    return np.array([float(value) for value in values])


def datestr2num(d, default=None):
    """Days since 1970, of a text as 2024-01-31."""
    del default
    if not isinstance(d, str):
        return _array([datestr2num(each) for each in d])
    return date2num(datetime.datetime.fromisoformat(d))


def drange(dstart, dend, delta):
    """Days since 1970 from a moment up to before another, in equal steps."""
    import numpy as np

    first, step = float(date2num(dstart)), delta.total_seconds() / 86400
    count = int(np.ceil((float(date2num(dend)) - first) / step))
    last = dstart + count * delta
    if last >= dend:
        last -= delta
        count -= 1
    return np.linspace(first, float(date2num(last)), count + 1)


def get_epoch():
    return "1970-01-01T00:00:00"


def num2timedelta(x):
    """So many days as a timedelta."""
    return [num2timedelta(each) for each in x] if hasattr(x, "__len__") else datetime.timedelta(days=float(x))


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
    "year": (1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000), "month": (1, 2, 3, 4, 6), "day": (1, 2, 4, 7, 14),
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


def _whole(first, last, unit):
    """How many whole units lie between two moments."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if (last.day, last.time()) < (first.day, first.time()):
        months -= 1
    if unit in ("year", "month"):
        return months // 12 if unit == "year" else months
    return int((last - first).total_seconds() // (_LENGTHS[unit] * 86400) + 1e-9)


def _counted(low, high, unit, interval):
    """All moments between two at every so manieth of a unit, counted from as long before them as they span."""
    first, last = _moment(low), _moment(high)
    if unit in ("year", "month"):
        months = _whole(first, last, "month")
        number = first.year * 12 + first.month - 1 - months
        start = datetime.datetime(number // 12, number % 12 + 1, 1)
        start = start.replace(month=1) if unit == "year" else start
    else:
        start = _floor(first - (last - first), unit)
    at, found = start, []
    while at <= last and len(found) < 1000:
        if at >= first:
            found.append(float(date2num(at)))
        if unit in ("year", "month"):
            number = at.year * 12 + at.month - 1 + interval * (12 if unit == "year" else 1)
            at = at.replace(year=number // 12, month=number % 12 + 1)
        else:
            at = at + datetime.timedelta(**{unit + "s": interval})
    return found


class _EveryUnit:
    """Ticks at each so manieth of a unit."""

    axis = None

    _unit = "day"

    def __init__(self, interval=1, **kwargs):
        from ._style import untold

        if kwargs:
            untold(f"dates.{type(self).__name__}({next(iter(kwargs))}=...)")
        self._interval = int(interval) if isinstance(interval, NUMBERS) else 1

    def tick_values(self, vmin, vmax):
        return _array(_counted(vmin, vmax, self._unit, self._interval))

    def set_axis(self, axis):
        self.axis = axis

    def __call__(self):
        return self.tick_values(*sorted(map(float, self.axis.get_view_interval())))


class YearLocator(_EveryUnit):
    _unit = "year"

    def __init__(self, base=1, month=1, day=1, tz=None):
        del month, day, tz
        _EveryUnit.__init__(self, base)

    def tick_values(self, vmin, vmax):
        return _array(_stepped(vmin, vmax, self._unit, self._interval))


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


class AutoDateLocator(_EveryUnit):
    """Ticks at whole years, months, days, hours, minutes or seconds: at five of them at least, where there are so many."""

    def __init__(self, tz=None, minticks=_LEAST, maxticks=None, interval_multiples=True):
        del tz, maxticks, interval_multiples
        self._least = minticks

    def unit(self, vmin, vmax):
        """The unit that ticks count, and how many of it lie between two."""
        for unit in _UNITS:
            count = _whole(_moment(vmin), _moment(vmax), unit)
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


class ConciseDateFormatter(AutoDateFormatter):
    """As little of each moment as tells it from the others; what all have in common stands beside the axis."""

    _FORMATS = ("%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f")
    _ZEROS = ("", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M")
    _OFFSETS = ("", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M")

    def __init__(self, locator=None, tz=None, formats=None, offset_formats=None, zero_formats=None, show_offset=True, *, usetex=None):
        del locator, tz, usetex
        self.formats, self.offset_formats = list(formats or self._FORMATS), list(offset_formats or self._OFFSETS)
        self.zero_formats = list(zero_formats or (self._ZEROS if formats is None else ["", *self.formats[:-1]]))
        self.show_offset, self.offset_string = show_offset, ""

    def format_ticks(self, values):
        moments = [num2date(value) for value in values]
        parts = [moment.timetuple()[:6] for moment in moments]
        # The finest unit in which they differ.
        level = next((at for at in range(5, -1, -1) if len({part[at] for part in parts}) > 1), 5)
        beside = self.show_offset and level > 0
        zeros = (0, 1, 1, 0, 0, 0)
        if level <= 1 and any(part[1] == 1 for part in parts):
            beside = False if level == 1 else beside
        texts = []
        for moment, part in zip(moments, parts):
            is_first = part[level] == zeros[level] if level < 5 else moment.second == moment.microsecond == 0
            form = (self.zero_formats if is_first else self.formats)[level] or self.formats[level]
            text = moment.strftime(form)
            texts.append(text.rstrip("0").rstrip(".") if "." in text and level == 5 and not is_first else text)
        self.offset_string = moments[-1].strftime(self.offset_formats[level]) if beside and moments else ""
        return texts

    def set_locs(self, locs):
        """All of them are needed at once, which `format_ticks` is given."""

    def __call__(self, x, pos=None):
        del pos
        return num2date(x).strftime(self.formats[3])

    def get_offset(self):
        return self.offset_string


MO, TU, WE, TH, FR, SA, SU = range(7)
