"""`pd.offsets`: steps of time to go from a moment, as the end of its month or so many working days.

What it is not: the names of steps, which are `_offsets`'. Start reading at `_Step`.
"""

from pandas._moments import Timestamp
from pandas._timedelta import NaT
from pandas._offsets import DateOffset, Offset, offset_of

__all__ = ["DateOffset"]


class _Step(Offset):
    """So many steps of one kind; from between two of its moments, the first step ends at the nearest."""

    # The name of its steps, and its own.
    _steps, _title = "D", "Day"

    def __init__(self, n=1, normalize=False):
        if normalize:
            raise NotImplementedError(f"{type(self).__name__}: normalize is not built into this pandas")
        kind = offset_of(self._steps)
        Offset.__init__(self, n, kind._unit, kind._anchor)

    def is_on_offset(self, dt):
        """Whether a moment is one of its own."""
        return self.is_fixed or self.first(Timestamp(dt).normalize()) == Timestamp(dt).normalize()

    def _after(self, moment):
        if moment is NaT:
            return NaT
        if self.is_fixed:
            return self.next(moment)
        steps, one = self.n, type(self)(1)
        clock = moment - moment.normalize()
        day = moment.normalize()
        if not self.is_on_offset(day):
            day = one.first(day) if steps > 0 else one.next(one.first(day), -1)
            steps -= 1 if steps > 0 else -1
        return one.next(day, steps) + clock if steps else day + clock

    def rollforward(self, dt):
        """The first of its moments that is not before this one."""
        return Timestamp(dt) if self.is_on_offset(dt) else type(self)(1)._after(Timestamp(dt))

    def rollback(self, dt):
        """The last of its moments that is not after this one."""
        return Timestamp(dt) if self.is_on_offset(dt) else type(self)(-1)._after(Timestamp(dt))

    def __add__(self, other):
        return other + self

    __radd__ = __add__

    def __neg__(self):
        return type(self)(-self.n)

    def __mul__(self, count):
        return type(self)(self.n * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Offset) and other.freqstr == self.freqstr

    def __hash__(self):
        return hash(self.freqstr)

    def __repr__(self):
        title = self._title if self.n == 1 else f"{self.n} * {self._title}s"
        return f"<{title}>"


def _kind(name, steps):
    made = type(name, (_Step,), {"_steps": steps, "_title": name})
    made.__module__ = "pandas.tseries.offsets"
    globals()[name] = made
    __all__.append(name)


for _name, _steps in {
    "MonthEnd": "ME", "MonthBegin": "MS", "QuarterEnd": "QE", "QuarterBegin": "QS", "YearEnd": "YE", "YearBegin": "YS",
    "Day": "D", "Hour": "h", "Minute": "min", "Second": "s",
}.items():  # fmt: skip
    _kind(_name, _steps)
_kind("BusinessDay", "B")
BDay = globals()["BusinessDay"]


class Week(DateOffset):
    """Seven days."""

    def __init__(self, n=1, normalize=False, weekday=None):
        if normalize or weekday is not None:
            raise NotImplementedError("Week: normalize and weekday are not built into this pandas")
        DateOffset.__init__(self, n, weeks=1)

    def __repr__(self):
        count = self.kwds["weeks"]
        return "<Week: weekday=None>" if count == 1 else f"<{count} * Weeks: weekday=None>"
