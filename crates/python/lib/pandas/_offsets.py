"""Steps of time by their names: 'D', '15min', 'W', 'ME', 'QS'; and `date_range`, `DateOffset`.

What it is not: periods. Start reading at `offset_of`.
"""

import re
from datetime import timedelta

from pandas._moments import Timestamp, days_of, from_microseconds, microseconds
from pandas._timedelta import NaT

_FIXED = {"D": 86400 * 10**6, "h": 3600 * 10**6, "min": 60 * 10**6, "s": 10**6, "ms": 1000, "us": 1}
_MONTHLY = {"ME": 1, "MS": 1, "QE": 3, "QS": 3, "YE": 12, "YS": 12}
_NAMED = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
_TITLES = {
    "D": "Day", "h": "Hour", "min": "Minute", "s": "Second", "ms": "Milli", "us": "Micro", "W": "Week", "B": "BusinessDay",
    "ME": "MonthEnd", "MS": "MonthBegin", "QE": "QuarterEnd", "QS": "QuarterBegin", "YE": "YearEnd", "YS": "YearBegin",
}  # fmt: skip
_RENAMED = {"M": "ME", "Q": "QE", "Y": "YE", "A": "YE", "H": "h", "T": "min", "S": "s", "L": "ms", "U": "us"}


class Offset:
    """A number of steps of one kind."""

    # Whether its moments are found from each to the next one only.
    is_walked = False

    def __init__(self, count, unit, anchor):
        self.n, self._unit, self._anchor = count, unit, anchor

    @property
    def freqstr(self):
        anchor = "" if self._anchor is None else "-" + self._anchor
        return ("" if self.n == 1 else str(self.n)) + self._unit + anchor

    name = rule_code = freqstr

    def __repr__(self):
        title = _TITLES[self._unit]
        title = title if self.n == 1 else f"{self.n} * {title}s"
        if self._unit == "W":
            return f"<{title}: weekday={_WEEKDAYS.index(self._anchor)}>"
        name = {"Q": "startingMonth", "Y": "month"}.get(self._unit[0])
        return f"<{title}>" if name is None else f"<{title}: {name}={_NAMED.index(self._anchor) + 1}>"

    @property
    def microseconds(self):
        """How long a step is.

        Raises:
            ValueError: for steps that are not all as long.
        """
        if self._unit not in _FIXED:
            raise ValueError(f"{self!r} is a non-fixed frequency")
        return self.n * _FIXED[self._unit]

    @property
    def is_fixed(self):
        return self._unit in _FIXED

    @property
    def period_name(self):
        """What periods are called that are as long as a step."""
        return self._unit[0] if self._unit in _MONTHLY else self._unit

    @property
    def ends(self):
        """Whether its moments are the ends of what they name."""
        return self._unit in ("W", "ME", "QE", "YE")

    def first(self, moment):
        """The first of its moments that is not before this one."""
        if self.is_fixed:
            return moment
        if self._unit == "W":
            return _days_later(moment, (_WEEKDAYS.index(self._anchor) - moment.weekday()) % 7)
        if self._unit == "B":
            return _days_later(moment, max(7 - moment.weekday(), 0) if moment.weekday() > 4 else 0)
        anchor, every = 1 if self._anchor is None else _NAMED.index(self._anchor) + 1, _MONTHLY[self._unit]
        months = (anchor - moment.month) % every
        if self._unit.endswith("E"):
            return with_months(moment, months, True)
        months += every if months == 0 and moment.day > 1 else 0
        return with_months(Timestamp(moment.replace(day=1)), months)

    def next(self, moment, steps=1):
        """Its moment so many steps after one of them."""
        count = self.n * steps
        if self.is_fixed:
            if moment.tzinfo is not None:
                return moment + timedelta(microseconds=count * _FIXED[self._unit])
            return from_microseconds(microseconds(moment) + count * _FIXED[self._unit])
        if self._unit == "W":
            return _days_later(moment, 7 * count)
        if self._unit == "B":
            weeks, rest = divmod(moment.weekday() + count, 5)
            return _days_later(moment, 7 * weeks + rest - moment.weekday())
        return with_months(moment, count * _MONTHLY[self._unit], self._unit.endswith("E"))

    def last(self, moment):
        """The last of its moments that is not after this one; of fixed steps, counted from the day's beginning."""
        if not self.is_fixed:
            found = self.first(moment.normalize())
            return found if found <= moment else self.next(found, -1)
        if moment.tzinfo is not None:
            return self.last(moment.tz_localize(None)).tz_localize(moment.tzinfo)
        day = microseconds(moment.normalize())
        return from_microseconds(day + (microseconds(moment) - day) // self.microseconds * self.microseconds)


def _days_later(moment, days):
    if moment.tzinfo is not None:
        return _days_later(moment.tz_localize(None), days).tz_localize(moment.tzinfo)
    return from_microseconds(microseconds(moment) + days * _FIXED["D"])


def with_months(moment, months, to_end=False):
    """The same day so many months later, or the month's last."""
    if moment.tzinfo is not None:
        return with_months(moment.tz_localize(None), months, to_end).tz_localize(moment.tzinfo)
    whole = moment.year * 12 + moment.month - 1 + months
    year, month = whole // 12, whole % 12 + 1
    most = days_of(year, month)
    day = most if to_end else min(moment.day, most)
    return Timestamp(year, month, day, moment.hour, moment.minute, moment.second, moment.microsecond)


def offset_of(freq):
    """A name, as '2D' or 'W-MON', as an offset.

    Raises:
        ValueError: for a name that is none.
    """
    if isinstance(freq, Offset):
        return freq
    if isinstance(freq, DateOffset):
        return _Stepped(freq)
    if isinstance(freq, timedelta):
        return Offset(int(freq.total_seconds() * 10**6), "us", None)
    several = re.findall(r"(\d+)([A-Za-z]+)", freq)
    if len(several) > 1 and "".join(map("".join, several)) == freq and all(unit in _FIXED for _, unit in several):
        # In steps of the smallest unit.
        size = min(_FIXED[unit] for _, unit in several)
        count = sum(int(count) * _FIXED[unit] for count, unit in several) // size
        return Offset(count, next(unit for unit, length in _FIXED.items() if length == size), None)
    parts = re.match(r"(-?\d*)([A-Za-z]+)(?:-([A-Z]{3}))?$", freq)
    count, unit, anchor = parts.groups() if parts else ("", freq, None)
    if unit in _RENAMED and unit not in _FIXED:
        told = f"'{unit}' is no longer supported for offsets. Please use '{_RENAMED[unit]}' instead."
        raise ValueError(f"Invalid frequency: {freq}. Failed to parse with error message: ValueError({told!r})")
    if unit in ("C", "BME", "BMS", "BQE", "BQS", "BYE", "BYS"):
        from pandas.offsets import by_name

        return by_name(int(count or 1), unit, anchor)
    unit = {"d": "D", "b": "B", "w": "W", "Min": "min"}.get(unit, unit)
    if unit not in _FIXED and unit not in _MONTHLY and unit not in ("W", "B"):
        told = f"Invalid frequency: {freq}. Failed to parse with error message: KeyError({freq!r})."
        raise ValueError(f"Invalid frequency: {freq}. Failed to parse with error message: ValueError({told!r})")
    if anchor is None:
        anchor = {"W": "SUN", "QE": "DEC", "YE": "DEC", "QS": "JAN", "YS": "JAN"}.get(unit)
    return Offset(int(count or 1), unit, anchor)


def date_range(start=None, end=None, periods=None, freq=None, tz=None, normalize=False, name=None, inclusive="both", *, unit=None):
    """Moments in even steps, three of start, end, periods and freq given."""
    from pandas._times import DatetimeIndex

    if unit not in (None, "us", "ns", "s", "ms"):
        raise NotImplementedError(f"date_range: unit={unit!r} is not built into this pandas")
    if tz is not None:
        made = date_range(start, end, periods, freq, None, normalize, name, inclusive)
        return made.tz_localize(tz)
    if inclusive not in ("both", "neither", "left", "right"):
        raise ValueError("Inclusive has to be either 'both', 'neither', 'left' or 'right'")
    if freq is None and None not in (start, end, periods):
        found = _evenly(Timestamp(start), Timestamp(end), periods)
        return DatetimeIndex(_without_ends(found, None, None, inclusive), name=name)
    if sum(each is not None for each in (start, end, periods)) < 2 or None not in (start, end, periods, freq):
        raise ValueError("Of the four parameters: start, end, periods, and freq, exactly three must be specified")
    offset = offset_of("D" if freq is None else freq)
    start, end = (None if each is None else Timestamp(each) for each in (start, end))
    if normalize:
        start, end = (None if each is None else each.normalize() for each in (start, end))
    found = _counted(start, end, periods, offset)
    return DatetimeIndex(_without_ends(found, start, end, inclusive), freq=offset, name=name)


def _without_ends(found, start, end, inclusive):
    """Without the ends that shall not be part of it; an end that was not given is the last moment itself."""
    if inclusive in ("neither", "right") and found and start in (None, found[0]):
        found = found[1:]
    if inclusive in ("neither", "left") and found and end in (None, found[-1]):
        found = found[:-1]
    return found


def _evenly(start, end, periods):
    low, span = microseconds(start), microseconds(end) - microseconds(start)
    return [from_microseconds(low + round(span * at / max(periods - 1, 1))) for at in range(periods)]


def _counted(start, end, periods, offset):
    if start is None:
        last = offset.last(end) if not offset.is_fixed else end
        return [offset.next(last, at - periods + 1) for at in range(periods)]
    first, found = offset.first(start), []
    if offset.is_walked:
        # From each to the next one.
        moment = first
        while len(found) < periods if periods is not None else moment <= end:
            found.append(moment)
            moment = offset.next(moment)
        return found
    if periods is not None:
        return [offset.next(first, at) for at in range(periods)]
    moment = first
    while moment <= end:
        found.append(moment)
        moment = offset.next(first, len(found))
    return found


def bdate_range(start=None, end=None, periods=None, freq="B", **settings):
    """As `date_range`, of the days that are no weekends."""
    return date_range(start, end, periods, freq, **settings)


class DateOffset:
    """Years, months, weeks, days and times to go from a moment, each as long as it is there."""

    _PARTS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "microseconds")
    _PLACES = ("year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")

    def __init__(self, n=1, normalize=False, **parts):
        unknown = [name for name in parts if name not in self._PARTS and name not in self._PLACES]
        if unknown or normalize:
            raise NotImplementedError(f"DateOffset: {(unknown or ['normalize'])[0]} is not built into this pandas")
        parts = parts or {"days": 1}
        self.kwds = {name: value * n if name in self._PARTS else value for name, value in parts.items()}

    def __repr__(self):
        return f"<DateOffset: {', '.join(f'{name}={value}' for name, value in sorted(self.kwds.items()))}>"

    def __neg__(self):
        return DateOffset(**{name: -value if name in self._PARTS else value for name, value in self.kwds.items()})

    def __mul__(self, count):
        return DateOffset(count, **self.kwds)

    __rmul__ = __mul__

    def _after(self, moment):
        if moment is NaT:
            return NaT
        if any(name in self.kwds for name in self._PLACES):
            from dateutil.relativedelta import relativedelta

            return Timestamp(moment + relativedelta(**self.kwds))
        rest = dict(self.kwds)
        months = rest.pop("years", 0) * 12 + rest.pop("months", 0)
        return with_months(moment, months) + timedelta(**rest)

    def __radd__(self, other):
        return other + self

    def __add__(self, other):
        return other + self


class _Stepped(Offset):
    """Steps as long as a `DateOffset`, for labels in even steps."""

    def __init__(self, step):
        Offset.__init__(self, 1, "D", None)
        self._step = step

    is_fixed, is_walked = False, True

    @property
    def freqstr(self):
        return repr(self._step)

    def __repr__(self):
        return repr(self._step)

    def first(self, moment):
        return moment

    def next(self, moment, steps=1):
        return (self._step * steps)._after(moment) if steps else moment
