"""`relativedelta`: years, months, days and times to go from a day, and parts to put in the place of its own.

What it is not: spans of a fixed length, which are `datetime.timedelta`. Start reading at `relativedelta`.
"""

import calendar
import datetime
from math import copysign

from dateutil._weekdays import FR, MO, SA, SU, TH, TU, WE, WEEKDAYS

__all__ = ["relativedelta", "MO", "TU", "WE", "TH", "FR", "SA", "SU"]

_STEPS = ("years", "months", "days", "leapdays", "hours", "minutes", "seconds", "microseconds")
_PLACES = ("year", "month", "day", "weekday", "hour", "minute", "second", "microsecond")
# What is carried over to what, and when.
_CARRIED = (("microseconds", "seconds", 10**6), ("seconds", "minutes", 60), ("minutes", "hours", 60), ("hours", "days", 24),
            ("months", "years", 12))
# A year without a leap day: the last day of each month.
_ENDS = (31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 366)


class relativedelta:
    """Names in the plural are steps, those in the singular take the place of what was there."""

    def __init__(self, dt1=None, dt2=None, years=0, months=0, days=0, leapdays=0, weeks=0, hours=0, minutes=0, seconds=0,
                 microseconds=0, year=None, month=None, day=None, weekday=None, yearday=None, nlyearday=None, hour=None,
                 minute=None, second=None, microsecond=None):
        if dt1 and dt2:
            self._between(dt1, dt2)
            return
        if any(each is not None and each != int(each) for each in (years, months)):
            raise ValueError("Non-integer years and months are ambiguous and not currently supported.")
        self.years, self.months, self.days, self.leapdays = int(years), int(months), days + weeks * 7, leapdays
        self.hours, self.minutes, self.seconds, self.microseconds = hours, minutes, seconds, microseconds
        self.year, self.month, self.day, self.hour = year, month, day, hour
        self.minute, self.second, self.microsecond = minute, second, microsecond
        self.weekday = WEEKDAYS[weekday] if isinstance(weekday, int) else weekday
        if nlyearday or yearday:
            self._of_year(nlyearday or yearday)
            if not nlyearday and yearday > 59:
                self.leapdays = -1
        self._fix()

    def _of_year(self, count):
        for at, end in enumerate(_ENDS):
            if count <= end:
                self.month, self.day = at + 1, count - (_ENDS[at - 1] if at else 0)
                return
        raise ValueError(f"invalid year day ({count})")

    def _between(self, a, b):
        """From `b` to `a`: as many whole months as there are, and the rest."""
        if not (isinstance(a, datetime.date) and isinstance(b, datetime.date)):
            raise TypeError("relativedelta only diffs datetime/date")
        if isinstance(a, datetime.datetime) != isinstance(b, datetime.datetime):
            a, b = (each if isinstance(each, datetime.datetime) else datetime.datetime.fromordinal(each.toordinal()) for each in (a, b))
        for name in _STEPS:
            setattr(self, name, 0)
        for name in _PLACES:
            setattr(self, name, None)
        months = (a.year - b.year) * 12 + a.month - b.month
        self._set_months(months)
        met, step = self + b, 1 if a < b else -1
        while met > a if step < 0 else met < a:
            months += step
            self._set_months(months)
            met = self + b
        rest = a - met
        self.seconds, self.microseconds = rest.seconds + rest.days * 86400, rest.microseconds
        self._fix()

    def _set_months(self, months):
        self.years, self.months = 0, months
        self._fix()

    def _fix(self):
        """Carries what is too much of one part to the next."""
        for name, above, most in _CARRIED:
            count = getattr(self, name)
            if abs(count) >= most:
                sign = int(copysign(1, count))
                more, rest = divmod(count * sign, most)
                setattr(self, name, rest * sign)
                setattr(self, above, getattr(self, above) + more * sign)

    @property
    def weeks(self):
        return int(self.days / 7.0)

    @weeks.setter
    def weeks(self, value):
        self.days = self.days - self.weeks * 7 + value * 7

    @property
    def _has_time(self):
        times = ("hours", "minutes", "seconds", "microseconds")
        return any(getattr(self, name) for name in times) or any(getattr(self, name[:-1]) is not None for name in times)

    def normalized(self):
        """The same with whole numbers only."""
        days = int(self.days)
        hours = round(self.hours + 24 * (self.days - days), 11)
        minutes = round(self.minutes + 60 * (hours - int(hours)), 10)
        seconds = round(self.seconds + 60 * (minutes - int(minutes)), 8)
        microseconds = round(self.microseconds + 1e6 * (seconds - int(seconds)))
        return self._with(days=days, hours=int(hours), minutes=int(minutes), seconds=int(seconds), microseconds=microseconds)

    def _with(self, **parts):
        return type(self)(**{**{name: getattr(self, name) for name in (*_STEPS, *_PLACES)}, **parts})

    def _by_step(self, function):
        return self._with(**{name: function(getattr(self, name)) for name in _STEPS if name != "leapdays"})

    def __add__(self, other):
        if isinstance(other, relativedelta):
            places = {name: getattr(other, name) for name in _PLACES if getattr(other, name) is not None}
            steps = {name: getattr(other, name) + getattr(self, name) for name in _STEPS if name != "leapdays"}
            return self._with(**steps, **places, leapdays=other.leapdays or self.leapdays)
        if isinstance(other, datetime.timedelta):
            return self._with(days=self.days + other.days, seconds=self.seconds + other.seconds,
                              microseconds=self.microseconds + other.microseconds)
        if not isinstance(other, datetime.date):
            return NotImplemented
        if self._has_time and not isinstance(other, datetime.datetime):
            other = datetime.datetime.fromordinal(other.toordinal())
        year = (self.year or other.year) + self.years
        more, month = divmod((self.month or other.month) - 1 + self.months, 12)
        year, month = year + more, month + 1
        parts = {name: getattr(self, name) for name in ("hour", "minute", "second", "microsecond") if getattr(self, name) is not None}
        day = min(calendar.monthrange(year, month)[1], self.day or other.day)
        leap = self.leapdays if self.leapdays and month > 2 and calendar.isleap(year) else 0
        made = other.replace(year=year, month=month, day=day, **parts) + datetime.timedelta(
            days=self.days + leap, hours=self.hours, minutes=self.minutes, seconds=self.seconds, microseconds=self.microseconds
        )
        return made if not self.weekday else made + datetime.timedelta(days=_days_to(self.weekday, made))

    __radd__ = __add__

    def __rsub__(self, other):
        return -self + other

    def __sub__(self, other):
        return self + -other if isinstance(other, relativedelta) else NotImplemented

    def __neg__(self):
        return self._by_step(lambda count: -count)

    def __abs__(self):
        return self._by_step(abs)

    def __mul__(self, other):
        return self._by_step(lambda count: int(count * float(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (1 / float(other))

    def __bool__(self):
        return any(getattr(self, name) for name in _STEPS) or any(getattr(self, name) is not None for name in _PLACES)

    def _whole(self):
        return tuple(getattr(self, name) for name in (*_STEPS, *_PLACES))

    def __eq__(self, other):
        return self._whole() == other._whole() if isinstance(other, relativedelta) else NotImplemented

    def __hash__(self):
        return hash(self._whole())

    def __repr__(self):
        said = [f"{name}={getattr(self, name):+g}" for name in _STEPS if getattr(self, name)]
        said += [f"{name}={getattr(self, name)!r}" for name in _PLACES if getattr(self, name) is not None]
        return f"relativedelta({', '.join(said)})"


def _days_to(day, moment):
    """How many days it is to the so-manieth such day of the week; this day itself is the first."""
    count = day.n or 1
    if count > 0:
        return (abs(count) - 1) * 7 + (day.weekday - moment.weekday()) % 7
    return -((abs(count) - 1) * 7 + (moment.weekday() - day.weekday) % 7)
