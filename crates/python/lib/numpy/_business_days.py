"""Working days, and what else is asked of arrays of moments: which are none, their texts, their unit.

Not their arithmetic. Start reading at `busday_count`.
"""

import numpy
from numpy._calendar import converted, text
from numpy._dates import TimeKind, _Time, time_kind
from numpy._types import dtype as dtype_of, text_kind

_DAYS = TimeKind("M", "D")
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def isnat(x):
    """Where an array of moments or spans has none."""
    x = x if isinstance(x, _Time) else numpy.asarray(x)
    if x.dtype.kind not in "mM":
        raise TypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.")
    return numpy.isnan(x)


class _Week:
    """Which days are worked on."""

    def __init__(self, weekmask, holidays):
        self.free = set(() if holidays is None else numpy.asarray(holidays, dtype=_DAYS).astype(int).ravel().tolist())
        self.works = _weekmask(weekmask)

    def has(self, day):
        # The first day of 1970 was a Thursday.
        return self.works[(day + 3) % 7] and day not in self.free

    def rolled(self, day, step):
        while not self.has(day):
            day += step
        return day


def _weekmask(given):
    if isinstance(given, str) and set(given) <= set("01"):
        given = [letter == "1" for letter in given]
    elif isinstance(given, str):
        names = given.split() if " " in given else [given[at : at + 3] for at in range(0, len(given), 3)]
        given = [name in names for name in _NAMES]
    if len(given) != 7 or not any(given):
        raise ValueError("A business day weekmask array must have length 7")
    return [bool(each) for each in given]


def _of_days(function, result, *arrays):
    """A function of days, one by one, of arrays that are stretched to one shape."""
    spread = numpy.broadcast_arrays(*arrays)
    rows = zip(*(each.ravel().tolist() for each in spread))
    found = numpy.array([function(*row) for row in rows], dtype=result).reshape(spread[0].shape)
    return found if found.ndim else found[()]


def _days(value):
    return numpy.asarray(value, dtype=_DAYS).astype(int)


def is_busday(dates, weekmask="1111100", holidays=None, busdaycal=None, out=None):
    """Which days are worked on."""
    _refuse("is_busday", busdaycal, out)
    return _of_days(_Week(weekmask, holidays).has, bool, _days(dates))


def busday_count(begindates, enddates, weekmask="1111100", holidays=(), busdaycal=None, out=None):
    """How many days are worked on from a first day until before a last."""
    _refuse("busday_count", busdaycal, out)
    week = _Week(weekmask, holidays)

    def count(first, last):
        if first > last:
            return -sum(week.has(day) for day in range(last + 1, first + 1))
        return sum(week.has(day) for day in range(first, last))

    return _of_days(count, int, _days(begindates), _days(enddates))


def busday_offset(dates, offsets, roll="raise", weekmask="1111100", holidays=None, busdaycal=None, out=None):
    """The day so many working days later."""
    _refuse("busday_offset", busdaycal, out)
    if roll in ("nat", "modifiedfollowing", "modifiedpreceding"):
        raise NotImplementedError(f"numpy.busday_offset: roll={roll!r} is not built into this numpy")
    if roll not in ("raise", "forward", "following", "backward", "preceding"):
        raise ValueError(f'Invalid business day roll parameter "{roll}"')
    week = _Week(weekmask, holidays)

    def moved(day, count):
        if not week.has(day):
            if roll == "raise":
                raise ValueError("Non-business day date in busday_offset")
            day = week.rolled(day, 1 if roll in ("forward", "following") else -1)
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            day = week.rolled(day + step, step)
        return day

    found = numpy.asarray(_of_days(moved, int, _days(dates), numpy.asarray(offsets))).astype(_DAYS)
    return found if found.ndim else found[()]


def _refuse(name, busdaycal, out):
    if busdaycal is not None or out is not None:
        raise NotImplementedError(f"numpy.{name}: busdaycal and out are not built into this numpy")


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    """Moments as texts, in a unit."""
    if timezone != "naive" or casting != "same_kind":
        raise NotImplementedError("numpy.datetime_as_string: timezone and casting are not built into this numpy")
    array = numpy.asarray(arr)
    own = array.dtype.unit
    target = own if unit in (None, "auto") else unit
    counts = array.astype(int).ravel().tolist()
    made = [text(converted(count, own, target), target) for count in counts]
    found = numpy.array(made, dtype=text_kind(28)).reshape(array.shape)
    return found if found.ndim else found[()]


def datetime_data(dtype, /):
    """A dtype's unit, and how many of it are one step."""
    kind = time_kind(dtype) if isinstance(dtype, str) else dtype_of(dtype)
    return (kind.unit or "generic"), 1
