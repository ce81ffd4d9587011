"""Moments, one by one: `Timestamp`, and how texts are read as them.

What it is not: columns of them, which are `_times`, nor spans of time (`_timedelta`). Start reading at `Timestamp`.
"""

import re
from datetime import date, datetime, timedelta, timezone

from _scalars import FLOATS, INTS, NUMBERS
from pandas._timedelta import UNITS, NaT, Timedelta, of_numpy
from pandas.errors import DateParseError

_EPOCH = datetime(1970, 1, 1)
_FIRST_DAY = _EPOCH.toordinal()


class Timestamp(datetime):
    """A moment."""

    def __new__(cls, value=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, year=None,
                unit=None, tz=None, fold=0):
        if fold:
            # The second of two readings that are alike, which Python's own replacing of parts asks for.
            whole = (value if year is None else year, month, day, hour, minute, second, microsecond, tzinfo or tz)
            return datetime.__new__(cls, *whole, fold=fold)
        if tz is not None or tzinfo is not None:
            from pandas._zoned import converted, localized

            parts = {} if month is None else {"month": month, "day": day, "hour": hour, "minute": minute, "second": second}
            made = cls(value, microsecond=microsecond, year=year, unit=unit, **parts)
            return (localized if is_gone(made) or made.tzinfo is None else converted)(made, tzinfo if tz is None else tz)
        if month is not None:
            whole = (value if year is None else year, month, 1 if day is None else day, hour, minute, second, microsecond)
            return datetime.__new__(cls, *whole)
        if value is None or (isinstance(value, FLOATS) and value != value):
            return NaT
        value = of_numpy(value, "datetime64[us]")
        if isinstance(value, str):
            value = NaT if value in ("", "NaT", "nan", "None") else now_of(value) or moment(value)
        elif isinstance(value, NUMBERS):
            value = _EPOCH + timedelta(microseconds=value * UNITS[unit or "ns"])
        elif isinstance(value, date) and not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day)
        if value is NaT:
            return NaT
        if not isinstance(value, datetime):
            raise TypeError(f"Cannot convert input [{value!r}] of type {type(value)} to Timestamp")
        return cls._of_parts(value, value.tzinfo)

    @classmethod
    def _of_parts(cls, value, zone):
        """The same reading of clock and calendar, in a zone."""
        return datetime.__new__(
            cls, value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond, zone,
            fold=value.fold,
        )

    @classmethod
    def now(cls, tz=None):
        return cls(datetime.now()) if tz is None else cls(datetime.now(timezone.utc)).tz_convert(tz)

    today = now

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        if self.tzinfo is None:
            return f"Timestamp('{self}')"
        zone = self.isoformat(" ")[-6:]
        return f"Timestamp('{self.isoformat(' ')[:-6]}{zone.replace(':', '')}', tz='{self.tzinfo}')"

    def tz_localize(self, tz, ambiguous="raise", nonexistent="raise"):
        """This reading of the clock in a zone."""
        from pandas._zoned import localized

        if isinstance(ambiguous, str) and ambiguous == "infer":
            raise ValueError("Cannot infer offset with only one time.")
        return localized(self, tz, ambiguous, nonexistent)

    def tz_convert(self, tz):
        """The same moment in another zone."""
        from pandas._zoned import converted

        return converted(self, tz)

    __hash__ = datetime.__hash__

    @staticmethod
    def _texts(values):
        """As columns show them: without the time, if all are midnights."""
        known = [value for value in values if value == value]
        whole = all(not (value.hour or value.minute or value.second or value.microsecond or value.tzinfo) for value in known)
        parts = any(value.microsecond for value in known)
        return [
            "NaT" if value != value else value.strftime("%Y-%m-%d") if whole else
            value.isoformat(" ", "microseconds" if parts else "seconds")
            for value in values
        ]  # fmt: skip

    def __add__(self, other):
        if hasattr(other, "_after"):
            return other._after(self)
        _refuse_number(other)
        if not isinstance(other, timedelta):
            return NotImplemented
        if self.tzinfo is not None:
            # By the time that passes, and not by what the clocks show.
            return Timestamp(in_utc(self) + other).tz_localize("UTC").tz_convert(self.tzinfo)
        return Timestamp(datetime.__add__(self, other))

    __radd__ = __add__

    def __sub__(self, other):
        if hasattr(other, "_after"):
            return (-other)._after(self)
        _refuse_number(other)
        if not isinstance(other, (datetime, timedelta)):
            return NotImplemented
        if self.tzinfo is not None and isinstance(other, timedelta):
            return self + -other
        if self.tzinfo is not None and other.tzinfo is not None:
            return Timedelta(microseconds(self) - microseconds(other), "us")
        found = datetime.__sub__(self, other)
        return Timedelta(found) if isinstance(found, timedelta) else Timestamp(found)

    def __rsub__(self, other):
        return Timestamp(other) - self if isinstance(other, datetime) else NotImplemented

    @property
    def value(self):
        return microseconds(self) * 1000

    nanosecond, unit = 0, "us"
    tz = property(lambda self: self.tzinfo)
    dayofweek = day_of_week = property(datetime.weekday)
    dayofyear = day_of_year = property(lambda self: self.timetuple().tm_yday)
    quarter = property(lambda self: (self.month + 2) // 3)
    days_in_month = daysinmonth = property(lambda self: days_of(self.year, self.month))
    week = weekofyear = property(lambda self: self.isocalendar()[1])
    is_month_start = property(lambda self: self.day == 1)
    is_month_end = property(lambda self: self.day == self.days_in_month)
    is_quarter_start = property(lambda self: self.day == 1 and self.month % 3 == 1)
    is_quarter_end = property(lambda self: self.is_month_end and self.month % 3 == 0)
    is_year_start = property(lambda self: self.day == self.month == 1)
    is_year_end = property(lambda self: self.month == 12 and self.day == 31)
    is_leap_year = property(lambda self: days_of(self.year, 2) == 29)

    def to_period(self, freq=None):
        """The day, the month and so on in which it lies."""
        from pandas._periods import Period

        return Period(self, freq)

    def day_name(self):
        return DAYS[self.weekday()]

    def month_name(self):
        return MONTHS[self.month - 1]

    def normalize(self):
        """Its midnight."""
        return Timestamp._of_parts(datetime(self.year, self.month, self.day), self.tzinfo)

    def to_datetime64(self):
        """As numpy's."""
        from numpy import datetime64

        return datetime64(microseconds(self), "us")

    to_numpy = to_datetime64

    def to_pydatetime(self):
        return datetime(self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)

    def floor(self, freq):
        """The last whole step of time before it."""
        return self._rounded(freq, 0)

    def ceil(self, freq):
        """The next whole step of time."""
        return self._rounded(freq, 1)

    def round(self, freq):
        """The nearest whole step of time."""
        return self._rounded(freq, 0.5)

    def _rounded(self, freq, up):
        from pandas._offsets import offset_of

        step, at = offset_of(freq).microseconds, microseconds(self)
        whole, rest = divmod(at, step)
        more = rest > 0 if up == 1 else up and (rest * 2 > step or rest * 2 == step and whole % 2)
        return from_microseconds((whole + bool(more)) * step)


DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
Timestamp.__module__ = "pandas"


def _refuse_number(other):
    if isinstance(other, INTS):
        raise TypeError(
            "Addition/subtraction of integers and integer-arrays with Timestamp is no longer supported.  Instead of "
            "adding/subtracting `n`, use `n * obj.freq`"
        )


def days_of(year, month):
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def microseconds(moment):
    """Since the first of January 1970, in UTC for what has a zone."""
    if moment.tzinfo is not None:
        moment = in_utc(moment)
    seconds = (moment.toordinal() - _FIRST_DAY) * 86400 + moment.hour * 3600 + moment.minute * 60 + moment.second
    return seconds * 10**6 + moment.microsecond


def from_microseconds(count):
    """The moment so many microseconds after the first of January 1970."""
    seconds, rest = divmod(count, 10**6)
    days, seconds = divmod(seconds, 86400)
    day = date.fromordinal(_FIRST_DAY + days)
    return Timestamp(day.year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60, rest)


_ISO = re.compile(r"(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2})(?:[ T]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?)?)?$")
_ZONE = re.compile(r"\d{1,2}:?\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})$")
_HALVED = re.compile(r"(.*?)[,\s]*\b(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?\s*([ap])\.?m\.?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?")
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)


def moment(text, dayfirst=False, yearfirst=False):
    """A text as a moment.

    Raises:
        DateParseError: for one that is none.
    """
    text = text.strip()
    if _ZONE.search(text):
        return _in_zone(text, dayfirst)
    parts = _ISO.match(text)
    if parts and not (text.isdigit() and len(text) not in (4, 6, 8)):
        year, month, day, hour, minute, second, part = parts.groups()
        try:
            return Timestamp(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
                             int((part or "0").ljust(6, "0")[:6]))
        except ValueError as error:
            told = str(error).partition(", not ")[0]
            told = "day is out of range for month" if told.startswith("day") else told
            raise DateParseError(f"{told}: {text}") from None
    halved = _HALVED.fullmatch(text)
    if halved:
        return _of_halves(text, *halved.groups(), dayfirst)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return Timestamp(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
    clock = _CLOCK.fullmatch(text)
    if clock:
        return _at(Timestamp.now().normalize(), text, *clock.groups())
    from dateutil.parser import ParserError, parse

    try:
        return Timestamp(parse(text, default=datetime(1, 1, 1), dayfirst=dayfirst, yearfirst=yearfirst))
    except ParserError as error:
        if "Unknown" not in str(error):
            raise DateParseError(str(error)) from None
    raise DateParseError(f"Unknown datetime string format, unable to parse: {text}")


def _of_halves(text, day, hour, minute, second, part, half, dayfirst):
    """A text with the hour of half a day, and maybe a day before it: without one it is today."""
    if not 1 <= int(hour) <= 12:
        raise DateParseError(f"Unknown datetime string format, unable to parse: {text}")
    hour = int(hour) % 12 + (12 if half in "pP" else 0)
    return _at(moment(day, dayfirst) if day else Timestamp.now().normalize(), text, hour, minute, second, part)


def _at(day, text, hour, minute, second, part):
    """A time of a day."""
    numbers = int(hour), int(minute or 0), int(second or 0), int((part or "0").ljust(6, "0"))
    try:
        return Timestamp(day.year, day.month, day.day, *numbers)
    except ValueError as error:
        raise DateParseError(f"{str(error).partition(', not ')[0]}: {text}") from None


def _in_zone(text, dayfirst):
    """A text that ends with how far it is from UTC."""
    end = re.search(r"\s*(Z|UTC|[+-]\d{2}:?\d{2})$", text)
    made = moment(text[: end.start()], dayfirst)
    if end[1] in ("Z", "UTC") or end[1][1:].replace(":", "") == "0000":
        return made.tz_localize("UTC")
    digits = end[1][1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return made.tz_localize(timezone(-away if end[1][0] == "-" else away))


def in_utc(moment):
    """What the clocks of UTC show at a moment that has a zone, as Python has it."""
    away = moment.tzinfo.utcoffset(moment)
    return datetime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond) - away


def now_of(text):
    """What 'now' and 'today' mean; None for other texts."""
    return datetime.now() if text in ("now", "today") else None


def is_gone(moment):
    """Whether it is NaT."""
    return moment is NaT
