"""`series.rolling(window).mean()`: means, and their kin, of each value and those just before it.

What it is not: windows of time, or with weights. Start reading at `Rolling`.
"""

from pandas import _stats
from pandas._column import NAN, column_of, plain
from pandas._refuse import also


class Rolling:
    """Windows that end at each value; one that has too few values has no result."""

    @also(win_type=None, on=None, closed=None, step=None, method="single")
    def __init__(self, series, window, min_periods=None, center=False):
        if not isinstance(window, int) or window < 0:
            raise ValueError("window must be an integer 0 or greater")
        self._series, self._window, self._center = series, window, center
        self._least = window if min_periods is None else min_periods
        if self._least > window:
            raise ValueError(f"min_periods {self._least} must be <= window {window}")

    def _windows(self):
        column, shift = self._series._column, (self._window - 1) // 2 if self._center else 0
        for at in range(len(column)):
            stop = at + 1 + shift
            yield column.take(list(range(max(stop - self._window, 0), min(stop, len(column)))))

    def _each(self, function):
        found = [plain(function(part)) if len(part.known()) >= self._least else NAN for part in self._windows()]
        return self._series._like(column_of(found).astype(float))

    def apply(self, func):
        """What a function makes of each window."""
        return self._each(lambda part: func(type(self._series)._of(part, self._series.index)))


def _reduction(name):
    @also(numeric_only=False, engine=None, engine_kwargs=None)
    def method(self, **settings):
        return self._each(lambda part: _stats.reduce(name, part, **settings))

    method.__name__, method.__doc__ = name, f"The {name} of each window."
    return method


for _name in ("mean", "sum", "min", "max", "std", "var", "median", "count"):
    setattr(Rolling, _name, _reduction(_name))
