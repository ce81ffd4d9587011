"""Values and those before them: `rolling` windows, `expanding` ones, and `ewm`, which forgets slowly.

What it is not: windows with weights, which are `_weighted`'. Start reading at `Rolling`.
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
    on = settings.pop("on", None)
    if on is not None:
        index = data.index
        found = rolling(data.set_index(on), window, **settings)
        return _Labelled(found, index)
    if isinstance(window, (str, timedelta)) and type(data.index).__name__ == "DatetimeIndex":
        return TimeRolling(data, window, **settings)
    if settings.get("win_type") is not None:
        from pandas._weighted import Window

        return Window(data, window, **settings)
    return Rolling(data, window, **settings)


class _Labelled:
    """Windows by the moments of a column, whose results keep the rows' own labels."""

    def __init__(self, windows, index):
        self._windows, self._labels = windows, index

    def __getitem__(self, name):
        return _Labelled(self._windows[name], self._labels)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        method = getattr(self._windows, name)

        def call(*args, **settings):
            made = method(*args, **settings)
            if made.ndim == 2:
                # The column of moments is shown with the rest.
                return made.reset_index().set_axis(self._labels)
            return made.set_axis(self._labels)

        return call


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

    def _of_numbers(self, numeric_only):
        """The windows, or where that is asked for those of the columns of numbers alone."""
        if not numeric_only or self._data.ndim == 1:
            return self
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__, _numeric_only=True)
        return made

    def _by_column(self, function):
        if getattr(self, "_step", None) is not None:
            made = type(self).__new__(type(self))
            made.__dict__.update(self.__dict__, _step=None)
            return made._by_column(function).iloc[:: self._step]
        if self._data.ndim == 1:
            return self._data._like(function(self._data._column))
        part = self._data._numbers(True)
        if self._numeric_only:
            kept = [at for at, column in enumerate(part._columns) if column.is_number]
            part = part._only(kept)
        return part._like([function(column) for column in part._columns])

    def _each(self, function, *others):
        """What a function makes of the values of each window that are there, and of those of other columns beside them."""
        def one(column):
            sides = [each.array.astype(np.float64) for each in (column, *others)]
            known, found = ~np.isnan(sum(sides)), []
            for start, stop in self._bounds(len(column)):
                kept = known[start:stop]
                parts = [side[start:stop][kept] for side in sides]
                found.append(function(*parts) if len(parts[0]) >= max(self._least, 1) else NAN)
            return Column(np.array(found, dtype=np.float64))

        return self._by_column(one)

    def skew(self, numeric_only=False):
        """How lopsided each window is."""
        return self._of_numbers(numeric_only)._each(_skewed)

    def kurt(self, numeric_only=False):
        """How heavy the tails of each window are."""
        return self._of_numbers(numeric_only)._each(_tailed)

    def first(self, numeric_only=False):
        """The first value of each window."""
        return self._of_numbers(numeric_only)._each(lambda values: values[0])

    def last(self, numeric_only=False):
        """The last value of each window."""
        return self._of_numbers(numeric_only)._each(lambda values: values[-1])

    def nunique(self, numeric_only=False):
        """How many different values each window has."""
        return self._of_numbers(numeric_only)._each(lambda values: len(np.unique(values)))

    @also(pairwise=None)
    def cov(self, other=None, ddof=1, numeric_only=False):
        """How the windows of two series vary together."""
        return self._with(other, "cov", lambda a, b: _together(a, b, ddof))

    @also(pairwise=None)
    def corr(self, other=None, ddof=1, numeric_only=False):
        """How closely the windows of two series go together."""
        def shared(a, b):
            spread = np.sqrt(_together(a, a, ddof) * _together(b, b, ddof))
            return _together(a, b, ddof) / spread if spread > 0 else NAN

        return self._with(other, "corr", shared)

    def _with(self, other, name, function):
        if self._data.ndim == 2 or other is not None and getattr(other, "ndim", 1) == 2:
            raise NotImplementedError(f"{name}: of windows of frames is not built into this pandas; choose a column")
        other = self._data if other is None else other
        if not other.index.equals(self._data.index):
            other = other.reindex(self._data.index)
        return self._each(function, other._column)

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
        if isinstance(func, dict):
            from pandas._merge import concat

            if self._data.ndim == 1:
                return concat([self.agg(each) for each in func.values()], axis=1, keys=list(func))
            made = [self[name].agg(each) for name, each in func.items()]
            if any(each.ndim == 2 for each in made):
                return concat(made, axis=1, keys=list(func))
            return concat(made, axis=1)
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


def _together(a, b, ddof):
    count = len(a)
    return ((a - a.mean()) * (b - b.mean())).sum() / (count - ddof) if count > ddof else NAN


def _skewed(values):
    count = len(values)
    if count < 3:
        return NAN
    off = values - values.mean()
    square = (off**2).mean()
    return 0.0 if square <= 1e-14 else np.sqrt(count * (count - 1)) / (count - 2) * (off**3).mean() / square**1.5


def _tailed(values):
    count = len(values)
    if count < 4:
        return NAN
    off = values - values.mean()
    square = (off**2).mean()
    if square <= 1e-14:
        return -3.0
    return ((count**2 - 1) * (off**4).mean() / square**2 - 3 * (count - 1) ** 2) / ((count - 2) * (count - 3))


def _sides(closed):
    """Whether a window has one value more before it, and whether it ends before its own."""
    if closed not in (None, "right", "left", "both", "neither"):
        raise ValueError("closed must be 'right', 'left', 'both' or 'neither'")
    return int(closed in ("left", "both")), int(closed in ("left", "neither"))


class TimeRolling(Windows):
    """Windows of a span of time that end at each label, which belongs to them, as their beginning does not."""

    @also(center=False, win_type=None, step=None, method="single", axis=0)
    def __init__(self, data, window, min_periods=None, closed=None):
        from pandas._timedelta import Timedelta
        from pandas._offsets import offset_of

        span = Timedelta(offset_of(window).microseconds, "us")
        labels = data.index.tolist()
        self._data, self._least = data, 1 if min_periods is None else min_periods
        before, after = _sides(closed)
        self._edges, start = [], 0
        for at, label in enumerate(labels):
            while labels[start] < label - span or not before and labels[start] == label - span:
                start += 1
            self._edges.append((start, at + 1 - after))

    def _bounds(self, count):
        return iter(self._edges)

    def _found(self, name, values, known, **settings):
        found = []
        for start, stop in self._bounds(len(values)):
            part = values[start:stop][known[start:stop]]
            enough = len(part) >= self._least
            found.append(float(_stats.reduce(name, Column(part), **settings)) if enough else NAN)
        return np.array(found)


class Rolling(Windows):
    """Windows that end at each value; one that has too few values has no result."""

    @also(win_type=None, method="single", axis=0)
    def __init__(self, data, window, min_periods=None, center=False, closed=None, step=None):
        if not isinstance(window, INTS) or window < 0:
            raise ValueError("window must be an integer 0 or greater")
        self._data, self._window, self._shift = data, window, (window - 1) // 2 if center else 0
        self._least = window if min_periods is None else min_periods
        self._said = {"window": window, "min_periods": min_periods, "center": center}
        self._before, self._after = _sides(closed)
        if closed is not None:
            self._said["closed"] = closed
        if step is not None:
            self._said["step"], self._step = step, step
        if self._least > window:
            raise ValueError(f"min_periods {self._least} must be <= window {window}")

    def _bounds(self, count):
        for at in range(count):
            stop = at + 1 + self._shift
            yield max(stop - self._window - self._before, 0), min(stop - self._after, count)

    def _found(self, name, values, known, **settings):
        count, width = len(values), max(self._window, 1)
        padded = np.concatenate([np.full(width - 1 + self._before, NAN), values, np.full(self._shift, NAN)])[self._shift:]
        width += self._before - self._after
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
        if name in ("var", "std"):
            found = self._spread(values, known, **settings)
            return found if name == "var" else np.sqrt(found)
        if name != "mean" or settings:
            raise NotImplementedError(f"ewm: {name} is not built into this pandas; mean, var and std are")
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


    def _spread(self, values, known, bias=False, ddof=1):
        """Variances so far; without `bias`, by how much the weights count."""
        keep, new = 1 - self._alpha, 1.0 if self._adjust else self._alpha
        mean, spread, total, squares, weight, seen, found = NAN, 0.0, 1.0, 1.0, 1.0, 0, []
        for value, is_known in zip(values.tolist(), known.tolist()):
            if seen:
                total, squares, weight = total * keep, squares * keep**2, weight * keep
            if is_known and not seen:
                mean, seen = value, 1
            elif is_known:
                former, whole = mean, weight + new
                mean = (weight * former + new * value) / whole if former != value else former
                spread = (weight * (spread + (former - mean) ** 2) + new * (value - mean) ** 2) / whole
                total, squares, weight, seen = total + new, squares + new**2, whole, seen + 1
                if not self._adjust:
                    total, squares, weight = total / weight, squares / weight**2, 1.0
            rest = total**2 - squares
            enough = seen >= self._least and (bias or rest > 0)
            found.append(NAN if not enough else spread if bias else total**2 / rest * spread)
        return np.array(found, dtype=np.float64)


def _reduction(name):
    @also(engine=None, engine_kwargs=None)
    def method(self, numeric_only=False, **settings):
        return self._of_numbers(numeric_only)._reduced(name, **settings)

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
