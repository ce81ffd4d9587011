"""Rarer sums and functions of columns: kurtosis, modes, products, covariances, values by functions.

What it is not: the common ones, which are `_stats`. Each is a function of a series or a frame. Start reading at `transform`.
"""

import numpy as np
from pandas import _stats
from pandas._column import NAN, column_of, is_missing
from pandas._index import Index
from pandas._refuse import also


def _by_column(data, function, numeric_only=False):
    """A value of a series, or a series of one a column."""
    if data.ndim == 1:
        return function(data._column)
    from pandas._series import Series

    part = data._numbers(numeric_only)
    return Series([function(column) for column in part._columns], index=part.columns)


@also(axis=0)
def transform(data, func, *args, **kwargs):
    """What a function, or one by its name, makes of the values; as many as there are."""
    if isinstance(func, (list, tuple, dict)):
        raise NotImplementedError("transform by several functions is not built into this pandas")

    def changed(series):
        made = getattr(series, func)(*args, **kwargs) if isinstance(func, str) else func(series, *args, **kwargs)
        if not hasattr(made, "_column") or len(made) != len(series):
            raise ValueError("Function did not transform")
        return made

    if data.ndim == 1:
        try:
            return changed(data)
        except (AttributeError, TypeError, ValueError):
            if isinstance(func, str):
                raise
            return data.apply(func, args=args, **kwargs)
    return data._by_column(changed)


@also(axis=0, skipna=True)
def kurt(data, numeric_only=False):
    """How heavy the tails are, against a normal distribution's."""
    return _by_column(data, _kurtosis, numeric_only)


kurtosis = kurt


def _kurtosis(column):
    values = column.known().array.astype(float)
    count = len(values)
    if count < 4:
        return np.float64(NAN)
    off = values - values.sum() / count
    second, fourth = float((off**2).sum()), float((off**4).sum())
    if not second:
        return np.float64(0.0)
    adjust = 3 * (count - 1) ** 2 / ((count - 2) * (count - 3))
    whole = count * (count + 1) * (count - 1) * fourth / ((count - 2) * (count - 3) * second**2)
    return (np.float32 if column.kind == "float32" else np.float64)(whole - adjust)


@also(axis=0, level=None)
def product(data, skipna=True, numeric_only=False):
    """The values multiplied."""
    return data.prod(skipna=skipna, **({} if data.ndim == 1 else {"numeric_only": numeric_only}))


@also(axis=0)
def mode(frame, numeric_only=False, dropna=True):
    """The most frequent values of each column, in order."""
    part = frame._numbers(numeric_only)
    found = [series.mode(dropna).tolist() for _, series in part.items()]
    longest = max(map(len, found), default=0)
    columns = [values if len(values) == longest else values + [NAN] * (longest - len(values)) for values in found]
    return type(frame)(dict(zip(part.columns.tolist(), columns)))


def cov(data, other=None, min_periods=1, ddof=1, numeric_only=False):
    """How two series, or the columns, vary together."""
    if ddof != 1:
        raise NotImplementedError(f"cov: ddof={ddof!r} is not built into this pandas")
    if data.ndim == 1:
        both = dict(other.items())
        matched = column_of([both.get(label, NAN) for label in data.index.tolist()])
        return np.float64(_stats.pair("cov", data._column, matched, min_periods or 1))
    part = data._numbers(numeric_only)
    made = [column_of([_stats.pair("cov", a, b, min_periods or 1) for b in part._columns]) for a in part._columns]
    return part._of(made, part.columns, part.columns)


@also(axis=0, drop=False, method="pearson", min_periods=None)
def corrwith(frame, other, numeric_only=False):
    """How each column goes together with a series, or with the other frame's column of its name."""
    from pandas._series import Series

    part = frame._numbers(numeric_only)
    values = [series.corr(other if other.ndim == 1 else other[name]) for name, series in part.items()]
    return Series(values, index=part.columns)


def autocorr(series, lag=1):
    """How the values go together with those so many places before."""
    return series.corr(series.shift(lag))


def dot(data, other):
    """The matrix product."""
    from pandas._series import Series

    own = data.columns if data.ndim == 2 else data.index
    if hasattr(other, "iloc"):
        if len(own) != len(other.index) or set(own.tolist()) != set(other.index.tolist()):
            raise ValueError("matrices are not aligned")
        other = other if own.equals(other.index) else other.reindex(own.tolist())
    right = other.to_numpy() if hasattr(other, "to_numpy") else np.asarray(other)
    if data.shape[-1] != right.shape[0]:
        raise ValueError(f"Dot product shape mismatch, {data.shape} vs {right.shape}")
    found = data.to_numpy() @ right
    if data.ndim == 1:
        has_columns = hasattr(other, "columns")
        return Series(found, index=other.columns, name=data.name) if has_columns else found
    if found.ndim == 1:
        return Series(found, index=data.index)
    return type(data)(found, index=data.index, columns=getattr(other, "columns", None))


def factorize(series, sort=False, use_na_sentinel=True):
    """Values as numbers, and the values that they stand for."""
    from pandas._reshape import factorize

    return factorize(series, sort, use_na_sentinel)


@also(sorter=None)
def searchsorted(series, value, side="left"):
    """Where values would be put among those in order."""
    return np.searchsorted(series.to_numpy(), value, side)


@also(axis=None)
def repeat(series, repeats):
    """Each value several times."""
    counts = list(repeats) if hasattr(repeats, "__iter__") else [repeats] * len(series)
    return series._take([at for at, count in enumerate(counts) for _ in range(count)])


def is_monotonic_decreasing(series):
    values = series.tolist()
    return all(a >= b for a, b in zip(values, values[1:]))


def is_monotonic_increasing(series):
    values = series.tolist()
    return all(a <= b for a, b in zip(values, values[1:]))


def eval(frame, expr, inplace=False):
    """What a formula of columns, written as text, makes: a series, or of lines `name = …` a frame with such columns."""
    from pandas._query import of_columns

    return of_columns(frame, expr, inplace, 3)


@also(keep_shape=False, align_axis=1, result_names=("self", "other"))
def compare(frame, other, keep_equal=False):
    """The rows and columns in which two frames differ, side by side."""
    if keep_equal:
        raise NotImplementedError("compare: keep_equal=True is not built into this pandas")
    from pandas._multi_index import MultiIndex

    columns, titles, rows = [], [], [False] * len(frame)
    for (name, mine), (_, theirs) in zip(frame.items(), other.items()):
        differ = [not (a == b or is_missing(a) and is_missing(b)) for a, b in zip(mine.tolist(), theirs.tolist())]
        if any(differ):
            rows = [a or b for a, b in zip(rows, differ)]
            for title, side in (("self", mine), ("other", theirs)):
                masked = column_of([value if is_other else NAN for value, is_other in zip(side.tolist(), differ)])
                # Numbers of which some are not shown are floats.
                columns.append(masked.astype("float64").tolist() if side._column.is_number and not all(differ) else masked.tolist())
                titles.append((name, title))
    places = [at for at, is_other in enumerate(rows) if is_other]
    made = [column_of([column[at] for at in places]) for column in columns]
    return frame._of(made, frame.index.take(places), MultiIndex(titles) if titles else Index([]))


def _pair_wise(name):
    def method(data, other, *args, **settings):
        order = ("level", "fill_value", "axis") if data.ndim == 1 else ("axis", "level", "fill_value")
        return _swapped(data, name, other, **dict(zip(order, args)), **settings)

    method.__name__ = f"r{name}"
    return method


def _swapped(data, name, other, axis=None, level=None, fill_value=None):
    if level is not None:
        from pandas._align import by_level

        other = by_level(other, data.index, level)
    if data.ndim == 2 and hasattr(other, "_column"):
        if fill_value is not None:
            raise NotImplementedError(f"fill_value {fill_value} not supported.")
        if axis in (0, "index"):
            return data._by_column(lambda series: series._operated(name, other, True))
    return data._operated(name, other, True, fill_value)


radd, rsub, rmul, rdiv, rfloordiv, rmod, rpow = map(_pair_wise, ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"))
rtruediv = rdiv


def case_when(series, caselist):
    """The first value whose condition holds, else that of the series."""
    found, decided = series.tolist(), [False] * len(series)
    for condition, replacement in caselist:
        wanted = list(condition(series) if callable(condition) else condition)
        values = replacement.tolist() if hasattr(replacement, "tolist") else [replacement] * len(found)
        found = [new if is_wanted and not done else old for old, new, is_wanted, done in zip(found, values, wanted, decided)]
        decided = [done or bool(is_wanted) for done, is_wanted in zip(decided, wanted)]
    return series._like(column_of(found))


def infer_objects(data, copy=None):
    """Columns of objects as the kinds that hold them."""
    del copy
    if data.ndim == 1:
        return data._like(column_of(data.tolist()) if data._column.kind == "object" else data._column)
    return data._like([column_of(column.tolist()) if column.kind == "object" else column for column in data._columns])


def nbytes(series):
    return series.memory_usage(index=False)


def axes(series):
    return [series.index]
