"""Values and those before them: `rolling` windows, `expanding` ones, and `ewm`, which forgets slowly.

What it is not: windows with weights. Start reading at `Rolling`.
"""

from datetime import timedelta

import numpy as np
from _scalars import INTS
from pandas import _stats
from pandas._column import NAN, Column, column_of, plain
from pandas._refuse import also

# Windows are laid out as a table of so many values at most; longer data go by parts.
_MOST = 2_000_000


def rolling(data, window, **settings):
    """Each value and those just before it."""
    if isinstance(window, (str, timedelta)) and type(data.index).__name__ == "DatetimeIndex":
        return TimeRolling(data, window, **settings)
    return Rolling(data, window, **settings)


def expanding(data, min_periods=1, method="single"):
    """Each value and all before it."""
    if method != "single":
        raise NotImplementedError(f"expanding: method={method!r} is not built into this pandas")
    return Expanding(data, min_periods)


def ewm(data, com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, **settings):
    """All values so far, each with less weight the longer ago it is."""
    said = {"com": com, "span": span, "halflife": halflife, "alpha": alpha}
    return ExponentialMovingWindow(data, _alpha(**said), min_periods, adjust, said, **settings)


def windows_text(windows, **said):
    """Windows as they are shown, with what is said of them."""
    settings = {**said, "method": "single"}
    return f"{type(windows).__name__} [{','.join(f'{name}={value}' for name, value in settings.items() if value is not None)}]"


class Windows:
    """Windows of a series, or of each column of a frame."""

    _numeric_only = False
    # What is said of the windows where they are shown.
    _said = {}

    def __repr__(self):
        return windows_text(self, **self._said)

    def __getitem__(self, name):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, _data=self._data[name])
        return made

    def _by_column(self, function):
        if self._data.ndim == 1:
            return self._data._like(function(self._data._column))
        part = self._data._numbers(True)
        if self._numeric_only:
            kept = [at for at, column in enumerate(part._columns) if column.is_number]
            part = part._only(kept)
        return part._like([function(column) for column in part._columns])

    def _reduced(self, name, **settings):
        def one(column):
            values = column.array.astype(np.float64)
            known = ~np.isnan(values)
            return Column(self._found(name, values, known, **settings))

        return self._by_column(one)

    def agg(self, func):
        """By a name or a function; by several, a column each."""
        if isinstance(func, (list, tuple)):
            from pandas._frame import DataFrame

            names = [each if isinstance(each, str) else each.__name__ for each in func]
            return DataFrame({name: self.agg(each) for name, each in zip(names, func)}, index=self._data.index)
        return getattr(self, func)() if isinstance(func, str) else self.apply(func)

    aggregate = agg

    @also(engine=None, engine_kwargs=None, args=None, kwargs=None)
    def apply(self, func, raw=False):
        """What a function makes of each window, as a series or, with `raw`, as an array."""
        def one(column):
            found = []
            for start, stop in self._bounds(len(column)):
                part = column.take(list(range(start, stop)))
                enough = len(part.known()) >= self._least and stop > start
                given = part.array if raw else _labelled(part, self._data.index.take(range(start, stop)))
                found.append(plain(func(given)) if enough else NAN)
            return column_of(found).astype("float64")

        return self._by_column(one)


def _labelled(column, index):
    from pandas._series import Series

    return Series._of(column, index)


class TimeRolling(Windows):
    """Windows of a span of time that end at each label, which belongs to them, as their beginning does not."""

    @also(center=False, win_type=None, on=None, closed=None, step=None, method="single", axis=0)
    def __init__(self, data, window, min_periods=None):
        from pandas._timedelta import Timedelta
        from pandas._offsets import offset_of

        span = Timedelta(offset_of(window).microseconds, "us")
        labels = data.index.tolist()
        self._data, self._least = data, 1 if min_periods is None else min_periods
        self._starts, start = [], 0
        for label in labels:
            while labels[start] <= label - span:
                start += 1
            self._starts.append(start)

    def _bounds(self, count):
        return ((start, at + 1) for at, start in enumerate(self._starts))

    def _found(self, name, values, known, **settings):
        found = []
        for start, stop in self._bounds(len(values)):
            part = values[start:stop][known[start:stop]]
            enough = len(part) >= self._least
            found.append(float(_stats.reduce(name, Column(part), **settings)) if enough else NAN)
        return np.array(found)


class Rolling(Windows):
    """Windows that end at each value; one that has too few values has no result."""

    @also(win_type=None, on=None, closed=None, step=None, method="single", axis=0)
    def __init__(self, data, window, min_periods=None, center=False):
        if not isinstance(window, INTS) or window < 0:
            raise ValueError("window must be an integer 0 or greater")
        self._data, self._window, self._shift = data, window, (window - 1) // 2 if center else 0
        self._least = window if min_periods is None else min_periods
        self._said = {"window": window, "min_periods": min_periods, "center": center}
        if self._least > window:
            raise ValueError(f"min_periods {self._least} must be <= window {window}")

    def _bounds(self, count):
        for at in range(count):
            stop = at + 1 + self._shift
            yield max(stop - self._window, 0), min(stop, count)

    def _found(self, name, values, known, **settings):
        count, width = len(values), max(self._window, 1)
        padded = np.concatenate([np.full(width - 1, NAN), values, np.full(self._shift, NAN)])[self._shift:]
        step, parts = max(_MOST // width, 1), []
        for start in range(0, count, step):
            places = np.arange(start, min(start + step, count)).reshape(-1, 1) + np.arange(width)
            parts.append(_of_rows(name, padded[places], self._least, **settings))
        return np.concatenate(parts) if parts else np.zeros(0)


def _of_rows(name, rows, least, ddof=1, q=0.5, **settings):
    """One value of each row; nan is left out, and rows with too few values have none."""
    if settings:
        raise NotImplementedError(f"rolling: {next(iter(settings))} is not built into this pandas")
    gone = np.isnan(rows)
    count = rows.shape[1] - gone.sum(1)
    filled = np.where(gone, 0.0, rows)
    total = filled.sum(1)
    if name == "count":
        found = count.astype(np.float64)
    elif name == "sum":
        found = total
    elif name in ("min", "max"):
        worst = np.inf if name == "min" else -np.inf
        found = getattr(np.where(gone, worst, rows), name)(1)
    elif name in ("median", "quantile"):
        found = np.array([_middle(row[~lost], q) for row, lost in zip(rows, gone)])
    else:
        found = _spread(name, filled, gone, total, count, ddof)
    least = 0 if name == "count" and least is None else least
    return np.where(count >= max(least, 0 if name in ("count", "sum") else 1), found, NAN)


def _middle(values, q):
    return float(np.quantile(values, q)) if len(values) else NAN


def _spread(name, filled, gone, total, count, ddof):
    mean = total / np.maximum(count, 1)
    if name == "mean":
        return mean
    off = np.where(gone, 0.0, filled - mean.reshape(-1, 1))
    free = count - ddof
    variance = np.where(free > 0, (off**2).sum(1) / np.maximum(free, 1), NAN)
    return variance if name == "var" else np.sqrt(variance) if name == "std" else np.sqrt(variance / np.maximum(count, 1))


class Expanding(Windows):
    """Windows from the first value to each."""

    def __init__(self, data, min_periods):
        self._data, self._least = data, min_periods
        self._said = {"min_periods": min_periods}

    def _bounds(self, count):
        return ((0, at + 1) for at in range(count))

    def _found(self, name, values, known, **settings):
        count = known.cumsum()
        if name in ("sum", "mean", "count"):
            total = np.where(known, values, 0.0).cumsum()
            found = {"sum": total, "mean": total / np.maximum(count, 1), "count": count.astype(np.float64)}[name]
        elif name in ("min", "max"):
            found = np.array(_stats.running(name, Column(np.where(known, values, np.inf if name == "min" else -np.inf))).tolist())
        else:
            found = np.array([float(_of_rows(name, values[: at + 1].reshape(1, -1), 1, **settings)[0]) for at in range(len(values))])
        return np.where(count >= max(self._least, 0 if name in ("count", "sum") else 1), found, NAN)


def _alpha(com, span, halflife, alpha):
    given = {name: value for name, value in (("com", com), ("span", span), ("halflife", halflife), ("alpha", alpha)) if value is not None}
    if len(given) > 1:
        raise ValueError("comass, span, halflife, and alpha are mutually exclusive")
    if not given:
        raise ValueError("Must pass one of comass, span, halflife, or alpha")
    for name, value, least in (("comass", com, 0), ("span", span, 1)):
        if value is not None and value < least:
            raise ValueError(f"{name} must satisfy: {name} >= {least}")
    if alpha is not None:
        if not 0 < alpha <= 1:
            raise ValueError("alpha must satisfy: 0 < alpha <= 1")
        return alpha
    if halflife is not None:
        return 1 - 0.5 ** (1 / halflife)
    return 1 / (1 + com) if com is not None else 2 / (span + 1)


class ExponentialMovingWindow(Windows):
    """Sums with weights that shrink by the same factor at each step."""

    @also(ignore_na=False, times=None, method="single", axis=0)
    def __init__(self, data, alpha, min_periods, adjust, said=None):
        self._data, self._alpha, self._least, self._adjust = data, alpha, max(min_periods or 0, 1), adjust
        self._said = {**(said or {}), "min_periods": self._least, "adjust": adjust, "ignore_na": False}

    def _bounds(self, count):
        raise NotImplementedError("ewm: apply is not built into this pandas")

    def _found(self, name, values, known, **settings):
        if name != "mean" or settings:
            raise NotImplementedError(f"ewm: {name} is not built into this pandas; mean is")
        keep, new = 1 - self._alpha, 1.0 if self._adjust else self._alpha
        mean, weight, seen, found = NAN, 1.0, 0, []
        for value, is_known in zip(values.tolist(), known.tolist()):
            if seen:
                weight *= keep
            if is_known:
                if not seen:
                    mean, weight = value, 1.0
                else:
                    mean = (weight * mean + new * value) / (weight + new) if mean != value else mean
                    weight = weight + new if self._adjust else 1.0
                seen += 1
            found.append(mean if seen >= self._least else NAN)
        return np.array(found, dtype=np.float64)


def _reduction(name):
    @also(engine=None, engine_kwargs=None)
    def method(self, numeric_only=False, **settings):
        if numeric_only and not self._numeric_only and self._data.ndim == 2:
            made = type(self).__new__(type(self))
            made.__dict__.update(self.__dict__, _numeric_only=True)
            return getattr(made, name)(**settings)
        return self._reduced(name, **settings)

    method.__name__, method.__doc__ = name, f"The {name} of each window."
    return method


for _name in ("mean", "sum", "min", "max", "std", "var", "median", "count", "sem"):
    setattr(Windows, _name, _reduction(_name))


def _quantile(self, q, interpolation="linear"):
    """The value in each window below which such a share lies."""
    if interpolation != "linear":
        raise NotImplementedError(f"quantile: interpolation={interpolation!r} is not built into this pandas")
    return self._reduced("quantile", q=q)


Windows.quantile = _quantile


for _kind in (Rolling, Expanding, ExponentialMovingWindow):
    _kind.__module__ = "pandas.api.typing"
