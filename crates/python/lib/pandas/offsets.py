"""`pd.offsets`: steps of time to go from a moment, as the end of its month or so many working days.

What it is not: the names of steps, which are `_offsets`'. Start reading at `_Step`.
"""

from copy import copy
from datetime import date

from pandas._moments import Timestamp
from pandas._timedelta import NaT, Timedelta
from pandas._offsets import _NAMED, _WEEKDAYS, _days_later, DateOffset, Offset, offset_of

__all__ = ["DateOffset"]


def _ticks(microseconds):
    """Steps of the longest kind, up to hours, that are together so long."""
    for name in ("Hour", "Minute", "Second", "Milli", "Micro"):
        long = globals()[name]().microseconds
        if microseconds % long == 0:
            return globals()[name](microseconds // long)
    return None


class _Step(Offset):
    """So many steps of one kind; from between two of its moments, the first step ends at the nearest."""

    # The name of its steps, and its own.
    _steps, _title = "D", "Day"

    def __init__(self, n=1, normalize=False, startingMonth=None, month=None):
        kind = offset_of(self._steps)
        anchor, given = kind._anchor, {"Q": startingMonth, "Y": month}.get(kind._unit[0])
        for name, value in (("startingMonth", startingMonth), ("month", month)):
            if value is not None and given is not value:
                raise TypeError(f"__init__() got an unexpected keyword argument '{name}'")
        if given is not None:
            anchor = _NAMED[given - 1]
        elif kind._unit[0] == "Q":
            anchor = "MAR"
        Offset.__init__(self, n, kind._unit, anchor)
        self.normalize = normalize

    def _counting(self, count):
        """The same steps in another number."""
        made = copy(self)
        made.n = count
        return made

    def is_on_offset(self, dt):
        """Whether a moment is one of its own."""
        return self.is_fixed or self.first(Timestamp(dt).normalize()) == Timestamp(dt).normalize()

    def _after(self, moment):
        if moment is NaT:
            return NaT
        if self.is_fixed:
            return self.next(moment)
        steps, one = self.n, self._counting(1)
        clock = moment - (moment if self.normalize else moment.normalize())
        day = moment.normalize()
        if not self.is_on_offset(day):
            day = one.first(day) if steps > 0 else one.next(one.first(day), -1)
            steps -= 1 if steps > 0 else -1
        return one.next(day, steps) + clock if steps else day + clock

    def rollforward(self, dt):
        """The first of its moments that is not before this one."""
        return Timestamp(dt) if self.is_on_offset(dt) else self._counting(1)._after(Timestamp(dt))

    def rollback(self, dt):
        """The last of its moments that is not after this one."""
        return Timestamp(dt) if self.is_on_offset(dt) else self._counting(-1)._after(Timestamp(dt))

    def __add__(self, other):
        if isinstance(other, _Step):
            if not (self.is_fixed and other.is_fixed):
                return NotImplemented
            if type(other) is type(self):
                return self._counting(self.n + other.n)
            together = self.microseconds + other.microseconds
            # Days may be longer than 24 hours where clocks are put back: they are no ticks.
            return Timedelta(together, "us") if "Day" in (self._title, other._title) else _ticks(together)
        if isinstance(other, date) and not isinstance(other, Timestamp):
            return Timestamp(other) + self
        return type(other).__add__(other, self) if hasattr(type(other), "__add__") else NotImplemented

    __radd__ = __add__

    def __rsub__(self, other):
        return -self + other

    @property
    def nanos(self):
        """How long the steps are together, in billionths of a second."""
        return self.microseconds * 1000

    def __truediv__(self, other):
        return self.microseconds / other.microseconds if isinstance(other, _Step) else NotImplemented

    def __sub__(self, other):
        if isinstance(other, date):
            raise TypeError("Cannot subtract datetime from offset.")
        return self + -other

    def __neg__(self):
        return self._counting(-self.n)

    def __mul__(self, count):
        return self._counting(self.n * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Offset) and other.freqstr == self.freqstr

    def __hash__(self):
        return hash(self.freqstr)

    def __repr__(self):
        title = self._title if self.n == 1 else f"{self.n} * {self._title}s"
        name = {"Q": "startingMonth", "Y": "month"}.get(self._unit[0])
        return f"<{title}>" if name is None or self._anchor is None else f"<{title}: {name}={_NAMED.index(self._anchor) + 1}>"


def _kind(name, steps):
    made = type(name, (_Step,), {"_steps": steps, "_title": name})
    made.__module__ = "pandas.tseries.offsets"
    globals()[name] = made
    __all__.append(name)


for _name, _steps in {
    "MonthEnd": "ME", "MonthBegin": "MS", "QuarterEnd": "QE", "QuarterBegin": "QS", "YearEnd": "YE", "YearBegin": "YS",
    "Day": "D", "Hour": "h", "Minute": "min", "Second": "s", "Milli": "ms", "Micro": "us",
}.items():  # fmt: skip
    _kind(_name, _steps)
_kind("BusinessDay", "B")
BDay = globals()["BusinessDay"]


class _DayStep(_Step):
    """Steps from one day of a kind to the next, found by going through the days."""

    is_walked = True

    def __init__(self, n=1, normalize=False):
        Offset.__init__(self, n, self._steps, None)
        self.normalize = normalize

    def _is_one(self, day):
        raise NotImplementedError

    def first(self, moment):
        while not self._is_one(moment):
            moment = _days_later(moment, 1)
        return moment

    def next(self, moment, steps=1):
        count = self.n * steps
        for _ in range(abs(count)):
            moment = _days_later(moment, 1 if count > 0 else -1)
            while not self._is_one(moment):
                moment = _days_later(moment, 1 if count > 0 else -1)
        return moment


class Week(_DayStep):
    """Seven days, or to the next such day of the week."""

    _steps, _title = "W", "Week"

    def __init__(self, n=1, normalize=False, weekday=None):
        _DayStep.__init__(self, n, normalize)
        self.weekday = weekday
        self._anchor = None if weekday is None else _WEEKDAYS[weekday]

    def _is_one(self, day):
        return self.weekday is None or day.weekday() == self.weekday

    def next(self, moment, steps=1):
        return _days_later(moment, 7 * self.n * steps)

    def __repr__(self):
        title = "Week" if self.n == 1 else f"{self.n} * Weeks"
        return f"<{title}: weekday={self.weekday}>"


def _is_working(day):
    return day.weekday() < 5


class CustomBusinessDay(_DayStep):
    """Days of work, by the days of the week and holidays."""

    _steps, _title = "C", "CustomBusinessDay"

    def __init__(self, n=1, normalize=False, weekmask="Mon Tue Wed Thu Fri", holidays=None, calendar=None):
        _DayStep.__init__(self, n, normalize)
        names = [name.capitalize() for name in _WEEKDAYS]
        if set(weekmask) <= set("01"):
            self._working = [at for at, sign in enumerate(weekmask) if sign == "1"]
        else:
            self._working = [names.index(name) for name in weekmask.split()]
        found = calendar.holidays() if hasattr(calendar, "holidays") else []
        self.weekmask, self.calendar = weekmask, calendar
        self._free = {Timestamp(day).toordinal() for day in [*found, *(holidays or ())]}

    def _is_one(self, day):
        return day.weekday() in self._working and day.toordinal() not in self._free


class _WorkingEnd(_DayStep):
    """The last day of work, or the first, of each month, quarter or year."""

    _every, _is_end, _month = 1, True, 12

    def __init__(self, n=1, normalize=False, startingMonth=None, month=None):
        _DayStep.__init__(self, n, normalize)
        for name, value, every in (("startingMonth", startingMonth, 3), ("month", month, 12)):
            if value is not None and every != self._every:
                raise TypeError(f"__init__() got an unexpected keyword argument '{name}'")
        self._month = startingMonth or month or self._month
        self._anchor = None if self._every == 1 else _NAMED[self._month - 1]

    def _is_one(self, day):
        if not _is_working(day) or (day.month - self._month) % self._every:
            return False
        near = _days_later(day, 1 if self._is_end else -1)
        while not _is_working(near):
            near = _days_later(near, 1 if self._is_end else -1)
        return near.month != day.month

    def __repr__(self):
        title = self._title if self.n == 1 else f"{self.n} * {self._title}s"
        name = {3: "startingMonth", 12: "month"}.get(self._every)
        return f"<{title}>" if name is None else f"<{title}: {name}={self._month}>"


def _working_kind(name, short, steps, title, every, is_end, month):
    parts = {"_steps": steps, "_title": title, "_every": every, "_is_end": is_end, "_month": month}
    made = type(name, (_WorkingEnd,), parts)
    globals()[name] = globals()[short] = made


for _row in (
    ("BusinessMonthEnd", "BMonthEnd", "BME", "BusinessMonthEnd", 1, True, 12),
    ("BusinessMonthBegin", "BMonthBegin", "BMS", "BusinessMonthBegin", 1, False, 1),
    ("BusinessQuarterEnd", "BQuarterEnd", "BQE", "BusinessQuarterEnd", 3, True, 3),
    ("BusinessQuarterBegin", "BQuarterBegin", "BQS", "BusinessQuarterBegin", 3, False, 3),
    ("BusinessYearEnd", "BYearEnd", "BYE", "BYearEnd", 12, True, 12),
    ("BusinessYearBegin", "BYearBegin", "BYS", "BYearBegin", 12, False, 1),
):
    _working_kind(*_row)


class Easter(_DayStep):
    """From one Easter to the next."""

    _steps, _title = "Easter", "Easter"

    def _is_one(self, day):
        from dateutil.easter import easter

        return day.month in (3, 4) and easter(day.year).toordinal() == day.toordinal()


CDay = CustomBusinessDay
for _made in (Week, CustomBusinessDay, Easter):
    _made.__module__ = "pandas.tseries.offsets"
__all__ += ["Week", "BDay", "CDay", "CustomBusinessDay", "Easter", *(_row[at] for _row in (
    ("BMonthEnd", "BusinessMonthEnd"), ("BMonthBegin", "BusinessMonthBegin"), ("BQuarterEnd",), ("BQuarterBegin",), ("BYearEnd",),
    ("BYearBegin",)) for at in range(len(_row)))]  # fmt: skip

# Steps by their names in `freq`, for those that are found by going through the days.
BY_NAME = {"C": CustomBusinessDay, "BME": globals()["BMonthEnd"], "BMS": globals()["BMonthBegin"], "BQE": globals()["BQuarterEnd"],
           "BQS": globals()["BQuarterBegin"], "BYE": globals()["BYearEnd"], "BYS": globals()["BYearBegin"]}


def by_name(count, unit, anchor):
    """A number of such steps; of quarters and years from a month on."""
    kind, month = BY_NAME[unit], None if anchor is None else _NAMED.index(anchor) + 1
    name = {3: "startingMonth", 12: "month"}.get(getattr(kind, "_every", 1))
    default = 12 if unit == "BQE" else 1 if unit == "BQS" else None
    return kind(count) if name is None else kind(count, **{name: month or default})
