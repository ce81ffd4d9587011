"""Moments as counts of a unit since 1970: units, how texts are read and written, and one unit in another.

Not the arrays and the scalars, which are `_dates`'. Start reading at `converted`.
"""

import re
from datetime import date, datetime, timedelta
from math import gcd

# What stands for no moment, as processors have the least whole number.
NOTHING = -(2**63)
# From coarse to fine; the months' units have no fixed length in days.
UNITS = ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as")
_IN_A_DAY = {"D": 1, "h": 24, "m": 1440, "s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9,
             "ps": 86400 * 10**12, "fs": 86400 * 10**15, "as": 86400 * 10**18}  # fmt: skip
NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "h": "hours", "m": "minutes", "s": "seconds",
         "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds", "ps": "picoseconds", "fs": "femtoseconds",
         "as": "attoseconds"}  # fmt: skip
_EPOCH = date(1970, 1, 1).toordinal()


def by_months(unit):
    """Whether a unit is of months."""
    return unit in ("Y", "M")


def checked(unit):
    """A unit as numpy writes it, None for the generic one."""
    if unit is None or unit == "generic":
        return None
    if unit == "μs":
        return "us"
    if unit not in UNITS:
        raise TypeError(f'Invalid datetime unit "{unit}" in metadata')
    return unit


def finest(units):
    """The finest of units; None where none is given."""
    known = [unit for unit in units if unit is not None]
    return max(known, key=UNITS.index) if known else None


def days_of_month(months):
    """The day, counted from 1970, at which a month begins that is counted from then."""
    year, month = divmod(months, 12)
    return _day_number(1970 + year, month + 1)


def _day_number(year, month):
    # The calendar repeats itself after 400 years.
    turns, within = divmod(year - 1, 400)
    return date(within + 1, month, 1).toordinal() - _EPOCH + turns * 146097


def civil(days):
    """Year, month and day of a day that is counted from 1970."""
    turns, within = divmod(days + _EPOCH - 1, 146097)
    found = date.fromordinal(within + 1)
    return found.year + 400 * turns, found.month, found.day


def ratio(unit, target):
    """How many of the target one unit is: a fraction, as two whole numbers."""
    of, into = ((1, 7) if each == "W" else (_IN_A_DAY[each], 1) for each in (unit, target))
    above, below = into[0] * of[1], of[0] * into[1]
    common = gcd(above, below)
    return above // common, below // common


def converted(count, unit, target):
    """The count of a moment in another unit; finer parts are lost."""
    if count == NOTHING or unit == target or unit is None or target is None:
        return count
    if by_months(unit):
        months = count * 12 if unit == "Y" else count
        if by_months(target):
            return months // 12 if target == "Y" else months
        return converted(days_of_month(months), "D", target)
    if by_months(target):
        year, month, _ = civil(converted(count, unit, "D"))
        return year - 1970 if target == "Y" else (year - 1970) * 12 + month - 1
    above, below = ratio(unit, target)
    return count * above // below


_TEXT = re.compile(
    r"([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,18}))?)?)?)?)?)?Z?"
)


def parsed(text):
    """The count and the unit of a text.

    Raises:
        ValueError: for one that is no moment.
    """
    if text.strip().lower() in ("", "nat"):
        return NOTHING, None
    if text in ("today", "now"):
        now = datetime.now()
        return of_python(now.date() if text == "today" else now.replace(microsecond=0), "D" if text == "today" else "s")
    found = _TEXT.match(text)
    if found is None or found.end() != len(text):
        raise ValueError(f'Error parsing datetime string "{text}" at position {0 if found is None else found.end()}')
    year, month, day, hour, minute, second, rest = found.groups()
    months = (int(year) - 1970) * 12 + _within(month, 1, 12, "Month", text) - 1
    if day is None:
        return (months, "M") if month is not None else (int(year) - 1970, "Y")
    start = days_of_month(months)
    days = start + _within(day, 1, days_of_month(months + 1) - start, "Day", text) - 1
    if hour is None:
        return days, "D"
    hours = days * 24 + _within(hour, 0, 23, "Hours", text)
    if minute is None:
        return hours, "h"
    minutes = hours * 60 + _within(minute, 0, 59, "Minutes", text)
    if second is None:
        return minutes, "m"
    seconds = minutes * 60 + _within(second, 0, 59, "Seconds", text)
    if rest is None:
        return seconds, "s"
    digits = -(-len(rest) // 3) * 3
    return seconds * 10**digits + int(rest.ljust(digits, "0")), UNITS[UNITS.index("s") + digits // 3]


def _within(text, low, high, name, whole):
    value = low if text is None else int(text)
    if not low <= value <= high:
        raise ValueError(f'{name} out of range in datetime string "{whole}"')
    return value


def of_python(value, unit=None):
    """The count and the unit of a date, of a moment, or of a span of Python's."""
    if isinstance(value, timedelta):
        return value // timedelta(microseconds=1), "us"
    days = value.toordinal() - _EPOCH
    if not isinstance(value, datetime):
        return days, "D"
    seconds = days * 86400 + value.hour * 3600 + value.minute * 60 + value.second
    return (seconds, "s") if unit == "s" else (seconds * 10**6 + value.microsecond, "us")


def to_python(count, unit):
    """A moment as Python has it: a date, a datetime, or the count where those are too coarse."""
    if count == NOTHING:
        return None
    if unit is None or UNITS.index(unit) > UNITS.index("us"):
        return count
    if UNITS.index(unit) <= UNITS.index("D"):
        return date.fromordinal(converted(count, unit, "D") + _EPOCH)
    return datetime(1970, 1, 1) + timedelta(microseconds=converted(count, unit, "us"))


def span_to_python(count, unit):
    """A span as Python has it: a timedelta, or the count where there is none."""
    if count == NOTHING:
        return None
    if unit is None or by_months(unit) or UNITS.index(unit) > UNITS.index("us"):
        return count
    return timedelta(microseconds=converted(count, unit, "us"))


def text(count, unit):
    """A moment as numpy writes it, as far as its unit goes."""
    if count == NOTHING:
        return "NaT"
    if unit == "Y":
        return f"{1970 + count:04d}"
    if unit == "M":
        return f"{1970 + count // 12:04d}-{count % 12 + 1:02d}"
    days = converted(count, unit, "D")
    year, month, day = civil(days)
    shown = f"{year:04d}-{month:02d}-{day:02d}"
    if unit in ("W", "D"):
        return shown
    within = count - converted(days, "D", unit)
    per_second = max(_IN_A_DAY[unit] // 86400, 1)
    seconds, rest = within // per_second, within % per_second
    seconds *= {"h": 3600, "m": 60}.get(unit, 1)
    shown += f"T{seconds // 3600:02d}"
    if unit != "h":
        shown += f":{seconds // 60 % 60:02d}"
    if unit not in ("h", "m"):
        shown += f":{seconds % 60:02d}"
    return shown + (f".{rest:0{len(str(per_second)) - 1}d}" if per_second > 1 else "")
