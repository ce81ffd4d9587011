"""`series.dt`: the parts of moments, and of spans of time.

What it is not: what is reckoned with them. Start reading at `Moments`.
"""

import numpy as np
from numpy._objects import objects
from pandas._column import NA, NAN, Column, column_of, flags, is_missing
from pandas._times import TimeColumn

_PARTS = ("year month day hour minute second microsecond dayofweek day_of_week dayofyear day_of_year quarter "
          "days_in_month daysinmonth").split()
_FLAGS = ("is_month_start is_month_end is_quarter_start is_quarter_end is_year_start is_year_end is_leap_year").split()
_OF_WEEKS = ("year", "week", "day")
_MOMENTS = ("normalize", "floor", "ceil", "round")
_TEXTS = ("day_name", "month_name", "strftime")
_NOT_BUILT = frozenset(
    "as_unit components freq nanosecond nanoseconds timetz to_pytimedelta unit".split()
)
NAMES = frozenset((*_PARTS, *_FLAGS, *_MOMENTS, *_TEXTS, "weekday", "date", "time", "isocalendar", "to_period", "to_pydatetime"))


class Moments:
    """The parts of a column of moments; `made` says what becomes of each."""

    def __init__(self, column, made):
        self._column, self._made = column, made

    def _whole(self, function, kind="int32"):
        values = [NAN if is_missing(one) else function(one) for one in self._column.tolist()]
        gone = any(is_missing(value) for value in values)
        return self._made(Column(np.array(values, dtype="float64" if gone else kind)))

    def _texts(self, function):
        return self._made(Column(objects([NAN if is_missing(one) else function(one) for one in self._column.tolist()]), "str"))

    @property
    def weekday(self):
        return self._whole(lambda one: one.weekday())

    @property
    def date(self):
        return self._made(Column(objects([one if is_missing(one) else one.date() for one in self._column.tolist()]), "object"))

    @property
    def time(self):
        return self._made(Column(objects([one if is_missing(one) else one.time() for one in self._column.tolist()]), "object"))

    def strftime(self, date_format):
        return self._texts(lambda one: one.strftime(date_format))

    def day_name(self, locale=None):
        return self._named("day_name", locale)

    def month_name(self, locale=None):
        return self._named("month_name", locale)

    def _named(self, name, locale):
        if locale is not None:
            raise NotImplementedError(f"{name}: locale={locale!r} is not built into this pandas")
        return self._texts(lambda one: getattr(one, name)())

    def isocalendar(self):
        """Year, week and day as ISO counts them."""
        from pandas._frame import DataFrame
        from pandas._nullable import as_nullable

        rows = [[NA] * 3 if is_missing(one) else one.isocalendar() for one in self._column.tolist()]
        index = getattr(self._made(self._column), "index", None)
        columns = {name: as_nullable(column_of([row[at] for row in rows]), "UInt32") for at, name in enumerate(_OF_WEEKS)}
        return DataFrame(columns, index=index)

    def to_period(self, freq=None):
        """The days, months and so on in which they lie."""
        from pandas._periods import PeriodColumn, PeriodIndex

        if freq is None:
            raise ValueError("You must pass a freq argument as current index has none.")
        made = self._made(self._column)
        column = PeriodColumn(self._column.tolist(), freq)
        return self._made(column) if hasattr(made, "index") else PeriodIndex(column.tolist(), freq, made.name)

    @property
    def tz(self):
        from pandas._zones import zone_name, zone_of

        return zone_of(zone_name(self._column.kind))

    def tz_localize(self, tz, ambiguous="raise", nonexistent="raise"):
        """These readings of the clock in a zone."""
        from pandas._zoned import localized_column

        return self._made(localized_column(self._column, tz, ambiguous, nonexistent))

    def tz_convert(self, tz):
        """The same moments in another zone."""
        from pandas._zoned import converted_column

        return self._made(converted_column(self._column, tz))

    def to_pydatetime(self):
        return objects([one.to_pydatetime() for one in self._column.tolist()])

    def __getattr__(self, name):
        if name in _PARTS:
            return self._whole(lambda one: getattr(one, name))
        if name in _FLAGS:
            return self._made(Column(flags([not is_missing(one) and getattr(one, name) for one in self._column.tolist()])))
        if name in _MOMENTS:
            return lambda *args: self._made(self._column.like([getattr(one, name)(*args) for one in self._column.tolist()]))
        raise _refused(name, "DatetimeProperties")


class Spans(Moments):
    """The parts of a column of spans."""

    @property
    def days(self):
        return self._whole(lambda one: one.days, "int64")

    @property
    def seconds(self):
        return self._whole(lambda one: one.seconds)

    @property
    def microseconds(self):
        return self._whole(lambda one: one.microseconds)

    def total_seconds(self):
        return self._made(column_of([NAN if is_missing(one) else one.total_seconds() for one in self._column.tolist()]))

    def __getattr__(self, name):
        raise _refused(name, "TimedeltaProperties")


def _refused(name, kind):
    if name in _NOT_BUILT:
        return NotImplementedError(f"dt.{name} is not built into this pandas")
    return AttributeError(f"'{kind}' object has no attribute '{name}'")


def accessor(series):
    """`.dt` of a series.

    Raises:
        AttributeError: if it has no moments.
    """
    column = series._column
    if column.kind.startswith("period"):
        from pandas._periods import Parts

        return Parts(column, series._like)
    if not isinstance(column, TimeColumn):
        raise AttributeError("Can only use .dt accessor with datetimelike values")
    return (Moments if column.kind.startswith("date") else Spans)(column, series._like)
