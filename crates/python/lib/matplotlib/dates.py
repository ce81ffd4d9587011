"""Dates along an axis: locators and formatters by their names, and days as numbers.

What it is not: ticks at whole months or years, which are not drawn. Start reading at `date2num`.
"""

from ._style import untold
from .ticker import AutoLocator


def date2num(d):
    """Days since 1970, of a datetime or of several."""
    import datetime

    if hasattr(d, "__len__"):
        return [date2num(each) for each in d]
    if not isinstance(d, datetime.datetime):
        d = datetime.datetime(d.year, d.month, d.day)
    return (d - datetime.datetime(1970, 1, 1, tzinfo=d.tzinfo)) / datetime.timedelta(days=1)


def num2date(x, tz=None):
    """The other way round."""
    import datetime

    if hasattr(x, "__len__"):
        return [num2date(each, tz) for each in x]
    return datetime.datetime(1970, 1, 1, tzinfo=tz or datetime.timezone.utc) + datetime.timedelta(days=float(x))


class _DateLocator(AutoLocator):
    """Ticks stand where numbers would have them."""

    def __init__(self, *args, **kwargs):
        del args, kwargs
        untold(f"dates.{type(self).__name__}")
        AutoLocator.__init__(self)


class AutoDateLocator(_DateLocator):
    pass


class YearLocator(_DateLocator):
    pass


class MonthLocator(_DateLocator):
    pass


class WeekdayLocator(_DateLocator):
    pass


class DayLocator(_DateLocator):
    pass


class HourLocator(_DateLocator):
    pass


class DateFormatter:
    """A tick's day in words, by strftime's letters."""

    def __init__(self, fmt, tz=None, *, usetex=None):
        del usetex
        self.fmt, self._tz = fmt, tz

    def __call__(self, x, pos=None):
        del pos
        return num2date(x, self._tz).strftime(self.fmt)


class AutoDateFormatter(DateFormatter):
    def __init__(self, locator, tz=None, defaultfmt="%Y-%m-%d"):
        del locator
        DateFormatter.__init__(self, defaultfmt, tz)


ConciseDateFormatter = AutoDateFormatter
