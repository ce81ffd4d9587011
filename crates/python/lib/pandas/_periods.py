"""Periods: a day, a week, a month, a quarter, a year as one thing; columns and labels of them, `period_range`.

What it is not: moments, which are `_moments`. Start reading at `Period`.
"""

import re
from datetime import date, datetime

from _scalars import INTS
from numpy._objects import objects
from pandas._column import NAN, Column, NamedDtype, is_missing
from pandas._index import Index
from pandas._moments import Timestamp, from_microseconds, microseconds, moment
from pandas._timedelta import NaT, Timedelta
from pandas.errors import DateParseError

_FINE = {"h": 3600 * 10**6, "min": 60 * 10**6, "s": 10**6}
_UNITS = ("D", "W", "M", "Q", "Y", *_FINE)
_NAMES = {"D": "D", "W": "W-SUN", "M": "M", "Q": "Q-DEC", "Y": "Y-DEC", "h": "h", "min": "min", "s": "s"}
_OLD = {"ME": "M", "QE": "Q", "YE": "Y", "MS": "M", "QS": "Q", "YS": "Y", "A": "Y", "d": "D"}
_STEPS = {"D": "Day", "W": "Week: weekday=6", "M": "MonthEnd", "Q": "QuarterEnd: startingMonth=12", "Y": "YearEnd: month=12", "h": "Hour",
          "min": "Minute", "s": "Second"}
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_FIRST = date(1970, 1, 1).toordinal()


def unit_of(freq):
    """The kind of period that a name means.

    Raises:
        ValueError: for a name that is none.
    """
    name = str(getattr(freq, "freqstr", freq))
    head, _, anchor = name.partition("-")
    if head in ("ME", "QE", "YE"):
        raise ValueError(f"Invalid frequency: {head}. Failed to parse with error message: ValueError(\"for Period, please use "
                         f"'{_OLD[head]}' instead of '{head}'\")")
    head = _OLD.get(head, head)
    if head not in _UNITS or anchor not in ("", "DEC", "SUN"):
        raise NotImplementedError(f"Period: freq={name!r} is not built into this pandas")
    return head


class Step:
    """So many periods of one kind: what is between two of them."""

    def __init__(self, n, unit):
        self.n, self._unit = n, unit

    name = rule_code = freqstr = property(lambda self: ("" if self.n == 1 else str(self.n)) + _NAMES[self._unit])

    def __eq__(self, other):
        return isinstance(other, Step) and (self.n, self._unit) == (other.n, other._unit)

    def __hash__(self):
        return hash((self.n, self._unit))

    def __repr__(self):
        name, _, rest = _STEPS[self._unit].partition(": ")
        many = f"{self.n} * {name}s" if self.n != 1 else name
        return f"<{many}{': ' + rest if rest else ''}>"


class Period:
    """A span of the calendar, by its number since 1970."""

    def __init__(self, value=None, freq=None, ordinal=None, year=None, month=None, quarter=None, day=None):
        unit = None if freq is None else unit_of(freq)
        if ordinal is not None:
            if unit is None:
                raise ValueError("Must supply freq for ordinal value")
            self.ordinal, self._unit = ordinal, unit
            return
        if value is None and year is None:
            raise ValueError("If value is None, freq cannot be None")
        if value is None:
            month = (quarter - 1) * 3 + 1 if quarter is not None else month
            value = datetime(year, month or 1, day or 1)
        if isinstance(value, Period):
            self._unit = unit or value._unit
            self.ordinal = _ordinal(value.start_time if self._unit != value._unit else value.start_time, self._unit)
            return
        if isinstance(value, INTS):
            value = str(value)
        start, found = _read(value) if isinstance(value, str) else (Timestamp(value), None)
        if unit is None and found is None:
            raise ValueError("Must supply freq for datetime value")
        self._unit = unit or found
        self.ordinal = _ordinal(start, self._unit)

    freqstr = property(lambda self: _NAMES[self._unit])
    freq = property(lambda self: Step(1, self._unit))

    @property
    def start_time(self):
        """Its first moment."""
        if self._unit in _MONTHS:
            months = self.ordinal * _MONTHS[self._unit]
            return Timestamp(1970 + months // 12, months % 12 + 1, 1)
        if self._unit in _FINE:
            return from_microseconds(self.ordinal * _FINE[self._unit])
        days = self.ordinal if self._unit == "D" else self.ordinal * 7 - 3
        return Timestamp(datetime.fromordinal(_FIRST + days))

    @property
    def end_time(self):
        """Its last moment."""
        return (self + 1).start_time - Timedelta(1, "us")

    def to_timestamp(self, freq=None, how="S"):
        """Its first moment, or, with how="E", its last; of another kind of period, the first of its last one."""
        if how[:1].upper() == "E" or freq is None:
            return self.end_time if how[:1].upper() == "E" else self.start_time
        return self.asfreq(freq, how).start_time

    def asfreq(self, freq, how="E"):
        """The period of another kind in which it ends, or begins."""
        edge = self.start_time if how[:1].upper() == "S" else self.end_time
        return Period(ordinal=_ordinal(edge, unit_of(freq)), freq=freq)

    def strftime(self, fmt):
        """As a text; `%q` is the quarter."""
        return self.start_time.strftime(fmt.replace("%q", str(self.quarter)))

    @property
    def _named(self):
        # What is asked of a quarter or a year is asked of its last month.
        return self.end_time if self._unit in ("Q", "Y", "W") else self.start_time

    year = property(lambda self: self._named.year)
    month = property(lambda self: self._named.month)
    day = property(lambda self: self._named.day)
    quarter = property(lambda self: self._named.quarter)
    hour = property(lambda self: self.start_time.hour if self._unit in _FINE else 0)
    minute = property(lambda self: self.start_time.minute if self._unit in _FINE else 0)
    second = property(lambda self: self.start_time.second if self._unit in _FINE else 0)
    dayofweek = weekday = day_of_week = property(lambda self: self._named.dayofweek)
    days_in_month = daysinmonth = property(lambda self: self._named.days_in_month)
    is_leap_year = property(lambda self: self._named.is_leap_year)

    @classmethod
    def now(cls, freq):
        """The one that is now."""
        return cls(Timestamp.now(), freq)

    def __add__(self, other):
        if isinstance(other, Step) and other._unit == self._unit:
            other = other.n
        if isinstance(other, INTS):
            return Period(ordinal=self.ordinal + other, freq=self._unit)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, Period):
            self._check(other)
            return Step(self.ordinal - other.ordinal, self._unit)
        return self + -(other.n if isinstance(other, Step) else other) if isinstance(other, (INTS, Step)) else NotImplemented

    def _check(self, other):
        if self._unit != other._unit:
            raise ValueError(f"Input has different freq={other.freqstr} from Period(freq={self.freqstr})")

    def __eq__(self, other):
        return isinstance(other, Period) and (self.ordinal, self._unit) == (other.ordinal, other._unit)

    def __hash__(self):
        return hash((self.ordinal, self._unit))

    def __lt__(self, other):
        return self._against(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._against(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._against(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._against(other, lambda a, b: a >= b)

    def _against(self, other, compare):
        if not isinstance(other, Period):
            return NotImplemented
        self._check(other)
        return compare(self.ordinal, other.ordinal)

    def __str__(self):
        start = self.start_time
        if self._unit == "Q":
            return f"{start.year}Q{start.quarter}"
        if self._unit == "W":
            return f"{start:%Y-%m-%d}/{self.end_time:%Y-%m-%d}"
        return start.strftime({"D": "%Y-%m-%d", "M": "%Y-%m", "Y": "%Y", "h": "%Y-%m-%d %H:00", "min": "%Y-%m-%d %H:%M",
                               "s": "%Y-%m-%d %H:%M:%S"}[self._unit])

    def __repr__(self):
        return f"Period('{self}', '{self.freqstr}')"

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    @staticmethod
    def _texts(periods):
        return ["NaT" if is_missing(one) else str(one) for one in periods]


def _ordinal(when, unit):
    if unit in _MONTHS:
        return ((when.year - 1970) * 12 + when.month - 1) // _MONTHS[unit]
    if unit in _FINE:
        return microseconds(Timestamp(when)) // _FINE[unit]
    days = when.toordinal() - _FIRST
    return days if unit == "D" else (days + 3) // 7


def _is_longer(unit, other):
    """Whether a period of one kind has several of another."""
    order = ("s", "min", "h", "D", "W", "M", "Q", "Y")
    return order.index(unit) > order.index(other)


def _read(text):
    """The first moment of what a text names, and the kind of period that it is."""
    quarter = re.fullmatch(r"(\d{4})-?Q([1-4])", text.strip(), re.IGNORECASE)
    if quarter:
        return Timestamp(int(quarter[1]), 3 * int(quarter[2]) - 2, 1), "Q"
    text = text.strip().partition("/")[0]
    if re.fullmatch(r"\d{4}", text):
        return Timestamp(int(text), 1, 1), "Y"
    if re.fullmatch(r"\d{4}[-/]\d{1,2}", text):
        return moment(text), "M"
    clock = re.search(r"[ T]\d{1,2}(:\d{2})?(:\d{2})?$", text)
    return moment(text), "D" if clock is None else "s" if clock[2] else "min" if clock[1] else "h"


class PeriodDtype(NamedDtype):
    """The dtype of periods of one kind."""

    kind, type = "O", Period

    def __init__(self, freq):
        self._unit = unit_of(freq)
        self.name = f"period[{_NAMES[self._unit]}]"

    freq = property(lambda self: Step(1, self._unit))
    __repr__ = NamedDtype.__str__


class PeriodColumn(Column):
    """Periods, or `NaT`."""

    __slots__ = ("_unit",)
    is_number = False

    def __init__(self, values, freq):
        self._unit = unit_of(freq)
        values = [NaT if is_missing(one) else one if isinstance(one, Period) else Period(one, freq) for one in values]
        super().__init__(objects(values), f"period[{_NAMES[self._unit]}]")

    @property
    def dtype(self):
        return PeriodDtype(self._unit)

    def like(self, values):
        return PeriodColumn(values, self._unit)

    def take_or_missing(self, places):
        values = self.array._values
        return self.like([NaT if place is None else values[place] for place in places])

    def texts(self):
        """As they are shown."""
        return [" " + text for text in Period._texts(self.tolist())]

    def astype(self, kind):
        name = str(getattr(kind, "__name__", kind))
        if name in ("str", "string"):
            values = self.tolist()
            return Column(objects([NAN if is_missing(old) else str(old) for old in values]), "str")
        if name in ("int", "int64"):
            import numpy as np

            return Column(np.array([one.ordinal for one in self.tolist()], dtype=np.int64))
        if name.startswith("datetime64"):
            return self._as_moments()
        return self if name == self.kind else super().astype(kind)

    def _as_moments(self, how="S"):
        from pandas._times import TimeColumn

        return TimeColumn([one if is_missing(one) else one.to_timestamp(how=how) for one in self.tolist()], "datetime64[us]")


class Parts:
    """`.dt` of periods."""

    _NUMBERS = frozenset("year month day hour minute second quarter dayofweek weekday day_of_week days_in_month daysinmonth".split())

    def __init__(self, column, made):
        self._column, self._made = column, made

    freq = property(lambda self: Step(1, self._column._unit))
    start_time = property(lambda self: self._made(self._column._as_moments()))
    end_time = property(lambda self: self._made(self._column._as_moments("E")))

    def to_timestamp(self, freq=None, how="S"):
        """The first moments, or, with how="E", the last."""
        return self._made(self._column._as_moments(how))

    def asfreq(self, freq, how="E"):
        """The periods of another kind in which they end, or begin."""
        return self._made(PeriodColumn([one if is_missing(one) else one.asfreq(freq, how) for one in self._column.tolist()], freq))

    def strftime(self, date_format):
        """As texts."""
        found = [NAN if is_missing(one) else one.strftime(date_format) for one in self._column.tolist()]
        return self._made(Column(objects(found), "str"))

    def __getattr__(self, name):
        if name not in self._NUMBERS:
            raise AttributeError(f"'PeriodProperties' object has no attribute '{name}'")
        import numpy as np

        return self._made(Column(np.array([-1 if is_missing(one) else getattr(one, name) for one in self._column.tolist()])))


class PeriodIndex(Index):
    """Periods as labels."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def __init__(self, data=(), freq=None, name=None):
        Index.__init__(self, data, name=name)
        freq = freq or next((one.freqstr for one in self._labels if isinstance(one, Period)), None)
        self._labels = [one if isinstance(one, Period) or is_missing(one) else Period(one, freq) for one in self._labels]
        self._unit = unit_of(freq if freq is not None else self._labels[0].freqstr if self._labels else "D")

    freqstr = property(lambda self: _NAMES[self._unit])
    freq = property(lambda self: Step(1, self._unit))
    _column = property(lambda self: PeriodColumn(self._labels, self._unit))

    def rename(self, name):
        return PeriodIndex(self._labels, self._unit, name)

    def take(self, places):
        return PeriodIndex([self._labels[place] for place in places], self._unit, self.name)

    def _like(self, labels):
        labels = list(labels)
        if all(isinstance(one, Period) for one in labels):
            return PeriodIndex(labels, self._unit, self.name)
        return Index(labels, name=self.name)

    def places(self, label):
        if isinstance(label, str):
            try:
                start, unit = _read(label)
            except DateParseError:
                return []
            if _is_longer(unit, self._unit):
                whole = Period(start, unit)
                return [at for at, one in enumerate(self._labels) if not is_missing(one) and one.asfreq(unit) == whole]
            label = Period(label, self._unit)
        return Index.places(self, label)

    def find(self, label):
        """A text that names a longer period finds all in it."""
        found = self.places(label)
        if isinstance(label, str) and found and _is_longer(_read(label)[1], self._unit):
            return found
        return found[0] if len(found) == 1 else found

    def edge(self, label, which):
        if not isinstance(label, str):
            return label
        whole = Period(*_read(label))
        return whole.asfreq(self._unit, "E" if which else "S") if _is_longer(whole._unit, self._unit) else Period(label, self._unit)

    def to_timestamp(self, freq=None, how="S"):
        """The first moments, or the last, as labels."""
        from pandas._times import DatetimeIndex, steps_of

        made = DatetimeIndex([one if is_missing(one) else one.to_timestamp(freq, how) for one in self._labels], name=self.name)
        if how[:1].upper() == "S":
            made.freq = steps_of(made)
        return made

    def asfreq(self, freq=None, how="E"):
        """The periods of another kind in which they end, or begin."""
        return PeriodIndex([one if is_missing(one) else one.asfreq(freq, how) for one in self._labels], freq, self.name)

    def _moved(self, count):
        if isinstance(count, Step) and count._unit == self._unit:
            count = count.n
        if not isinstance(count, INTS):
            return NotImplemented
        return PeriodIndex([one if is_missing(one) else one + count for one in self._labels], self._unit, self.name)

    def __add__(self, other):
        return self._moved(other)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, Period):
            return Index([one if is_missing(one) else one - other for one in self._labels], name=self.name)
        return self._moved(Step(-other.n, other._unit) if isinstance(other, Step) else -other if isinstance(other, INTS) else other)

    def __getattr__(self, name):
        if name in ("start_time", "end_time"):
            from pandas._times import DatetimeIndex

            return DatetimeIndex([one if is_missing(one) else getattr(one, name) for one in self._labels], name=self.name)
        if name in Parts._NUMBERS or name == "strftime":
            return getattr(Parts(self._column, lambda column: Index(column.tolist(), name=self.name)), name)
        return Index.__getattr__(self, name)

    def __repr__(self):
        from pandas._format import times_text

        words = [f"'{text}'" for text in Period._texts(self._labels)]
        ending = [f"dtype='{self._column.dtype}'"] + ([] if self.name is None else [f"name={self.name!r}"])
        ending += [f"length={len(words)}"] if len(words) > 100 else []
        return times_text("PeriodIndex", words, ending)


def period_range(start=None, end=None, periods=None, freq=None, name=None):
    """Periods one after the other, two of start, end and periods given."""
    if sum(each is not None for each in (start, end, periods)) != 2:
        raise ValueError("Of the three parameters: start, end, and periods, exactly two must be specified")
    start, end = (None if each is None else Period(each, freq) for each in (start, end))
    unit = (start or end)._unit
    first = start.ordinal if start is not None else end.ordinal - periods + 1
    last = end.ordinal if end is not None else first + periods - 1
    return PeriodIndex([Period(ordinal=at, freq=unit) for at in range(first, last + 1)], unit, name)


def to_timestamp(data, freq=None, how="start", axis=0, copy=None):
    """A series or a frame whose labels are the first moments, or the last, of its periods."""
    labels = data.index if axis in (0, "index") else data.columns
    if not isinstance(labels, PeriodIndex):
        raise TypeError(f"unsupported Type {type(labels).__name__}")
    made = data.copy()
    if axis in (0, "index"):
        made.index = labels.to_timestamp(freq, how)
    else:
        made.columns = labels.to_timestamp(freq, how)
    return made
