"""Moments and spans of time: the dtypes `datetime64[D]` and `timedelta64[h]`, and their scalars.

Not arrays of them, which are `_date_arrays`'; the calendar is `_calendar`'s. Start reading at `TimeKind`.
"""

import re
from datetime import date, timedelta

from _scalars import INTS
from numpy import _calendar, _signs
from numpy._calendar import NOTHING
from numpy._numbers import generic
from numpy._types import _Kind

_FORMS = re.compile(r"[<>=|]?(?:(datetime64|M8)|(?:timedelta64|m8))(?:\[(\d*)(\w+)\])?")


class TimeKind(_Kind):
    """The dtype of moments or of spans, with its unit; None is the generic one."""

    def __new__(cls, kind, unit):
        whole = "datetime64" if kind == "M" else "timedelta64"
        made = super().__new__(cls, whole if unit is None else f"{whole}[{unit}]", kind)
        made.unit = unit
        return made

    type = property(lambda self: datetime64 if self.kind == "M" else timedelta64)
    itemsize = property(lambda self: 8)
    char = property(lambda self: self.kind)
    str = property(lambda self: f"<{self.kind}8" + ("" if self.unit is None else f"[{self.unit}]"))

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.str}')"


def time_kind(kind):
    """The dtype that a text means.

    Raises:
        TypeError: for units that numpy does not have.
    """
    found = _FORMS.fullmatch(kind)
    if found is None:
        raise TypeError(f"data type '{kind}' not understood")
    if found[2]:
        raise NotImplementedError("numpy: units of more than one, as 'datetime64[2D]', are not built into this numpy")
    return TimeKind("M" if found[1] else "m", _calendar.checked(found[3]))


class _Time(generic):
    """What moments and spans have in common: a count of a unit."""

    def __setattr__(self, name, value):
        raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")

    def _set(self, count, unit):
        object.__setattr__(self, "_count", count)
        object.__setattr__(self, "_unit", unit)
        return self

    dtype = property(lambda self: TimeKind(self._letter, self._unit))
    itemsize = nbytes = property(lambda self: 8)

    @property
    def _kindling_dtype(self):
        return self.dtype._torch

    def _array(self):
        from numpy._date_arrays import of_counts

        return of_counts(self._count, self.dtype)

    def _tensor(self):
        return self.dtype._torch

    def __getattr__(self, name):
        from numpy._date_arrays import times

        if name.startswith("_") or not hasattr(times, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        return getattr(self._array(), name)

    def astype(self, kind):
        return self._array().astype(kind)[()]

    def __hash__(self):
        return hash((self._letter, self.item(), self._count))

    def __format__(self, spec):
        try:
            return format(str(self), spec)
        except ValueError:
            raise ValueError(f"Invalid format specifier '{spec}' for object of type 'str'") from None

    def __reduce__(self):
        return type(self), (("NaT" if self._count == NOTHING else self._count), self._unit)

    def __bool__(self):
        return self._count != 0

    def __neg__(self):
        return -self._array()

    def __abs__(self):
        return abs(self._array())


class datetime64(_Time):
    """A moment, as exactly as its unit."""

    _letter = "M"

    def __new__(cls, value="NaT", unit=None):
        count, own = _read(value, "M")
        unit = _calendar.checked(unit)
        if own is None and unit is None and count != NOTHING:
            raise ValueError("Converting an integer to a NumPy datetime requires a specified unit")
        return object.__new__(cls)._set(_calendar.converted(count, own, unit), unit or own)

    def item(self):
        return _calendar.to_python(self._count, self._unit)

    tolist = item

    def __str__(self):
        return _calendar.text(self._count, self._unit)

    def __repr__(self):
        if self._count != NOTHING:
            return f"np.datetime64('{self}')"
        return f"np.datetime64('NaT','{self._unit or 'generic'}')"


class timedelta64(_Time):
    """A span of time: so many of a unit."""

    _letter = "m"

    def __new__(cls, value=0, unit=None):
        count, own = _read(value, "m")
        unit = _calendar.checked(unit)
        return object.__new__(cls)._set(_calendar.converted(count, own, unit), unit or own)

    def item(self):
        return _calendar.span_to_python(self._count, self._unit)

    tolist = item

    def __str__(self):
        if self._count == NOTHING:
            return "NaT"
        return f"{self._count} {_calendar.NAMES.get(self._unit, 'generic time units')}"

    def __repr__(self):
        shown = "'NaT'" if self._count == NOTHING else self._count
        return f"np.timedelta64({shown}" + (")" if self._unit is None else f",'{self._unit}')")

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())


def _read(value, letter):
    """The count and the unit of what a moment or a span is made of."""
    if isinstance(value, _Time):
        return value._count, value._unit
    if value is None:
        return NOTHING, None
    if isinstance(value, str):
        return _calendar.parsed(value) if letter == "M" else _span_of_text(value)
    if letter == "M" and isinstance(value, date):
        return _calendar.of_python(_without_zone(value))
    if letter == "m" and isinstance(value, timedelta):
        return _calendar.of_python(value)
    if isinstance(value, INTS) or hasattr(value, "__index__"):
        return int(value), None
    if value != value:
        return NOTHING, None
    raise ValueError(f"Could not convert object to NumPy {'datetime' if letter == 'M' else 'timedelta'}")


def _without_zone(value):
    return value.replace(tzinfo=None) if getattr(value, "tzinfo", None) is not None else value


def _span_of_text(text):
    if text.strip().lower() == "nat":
        return NOTHING, None
    try:
        return int(text), None
    except ValueError:
        raise ValueError(f"Error parsing timedelta string \"{text}\"") from None


def count_of(value, kind):
    """The count that a value has in a dtype's unit, and the unit that it has itself."""
    count, own = _read(value, kind.kind)
    return _calendar.converted(count, own, kind.unit), own


OPERATORS = ("add", "sub", "mul", "truediv", "floordiv", "mod")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")


def with_operators(kind):
    """Gives a class the operators; what they do is in `_date_arithmetic`."""
    for name in (*OPERATORS, *COMPARISONS):
        _signs.give(kind, name, _operate, name in OPERATORS)
    kind.__divmod__ = lambda self, other: (self // other, self % other)


def _operate(name, left, right):
    from numpy._date_arithmetic import operate

    return operate(name, left, right)


with_operators(_Time)
for _kind in (datetime64, timedelta64):
    _kind.__module__ = "numpy"
