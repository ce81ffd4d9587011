"""Sums, means and their kin, of one column; nan is left out unless `skipna` is false.

What it is not: frames. Start reading at `reduce`.
"""

import math

import _torch
import numpy as np
from _scalars import NUMBERS
from pandas._column import NA, NAN, Column, column_of, is_missing
from pandas._quick import quick_order

_OF_NUMBERS = ("mean", "std", "var", "median", "sem", "skew")
NAMES = (*_OF_NUMBERS, "sum", "prod", "min", "max", "count", "nunique", "any", "all", "first", "last", "size")


def reduce(name, column, skipna=True, **settings):
    """One value of a column.

    Raises:
        TypeError: for a mean of texts, and so on.
    """
    if name == "size":
        return len(column)
    known = column.known()
    if name == "count":
        return np.int64(len(known))
    if hasattr(column, "nullable") and name not in ("nunique", "first", "last"):
        gone = len(known) < len(column) and not skipna
        if gone or not len(known) and name not in ("sum", "prod", "any", "all"):
            return NA
        return reduce(name, known.plain(), **settings)
    if name == "nunique":
        return len(set(known.tolist())) if settings.get("dropna", True) else len(set(map(_or_none, column.tolist())))
    if not skipna and len(known) < len(column) and name not in ("first", "last"):
        return np.float64(NAN)
    if hasattr(column, "reduced") and name in (*_OF_NUMBERS, "sum", "prod"):
        return known.reduced(name)
    if column.kind == "category":
        _check_categories(name, column)
    if name in _OF_NUMBERS:
        known = counted(known)
    if not known.is_number and name in _OF_NUMBERS:
        told = "str" if column.kind == "str" else "object"
        raise TypeError(f"Cannot perform reduction '{name}' with {'string dtype' if told == 'str' else 'object dtype'}")
    found = globals()[f"_{name}"](known, **settings)
    # Means and their kin of single numbers are single.
    return np.float32(found) if column.kind == "float32" and name in _OF_NUMBERS else found


def _check_categories(name, column):
    """Categories have no sums, and only those in order have a least one."""
    if name in (*_OF_NUMBERS, "sum", "prod"):
        raise TypeError(f"'Categorical' with dtype category does not support operation '{name}'")
    if name in ("min", "max") and not column.ordered:
        raise TypeError(
            f"Categorical is not ordered for operation {name}\n"
            "you can use .as_ordered() to change the Categorical to an ordered one\n"
        )


def as_numbers(column):
    """A column of objects that are numbers, or tensors of one, as numbers; None for other objects."""
    values = column.tolist()
    if not all(isinstance(value, (NUMBERS, np.generic, _torch.Tensor)) or is_missing(value) for value in values):
        return None
    if any(isinstance(value, _torch.Tensor) and value.numel() != 1 for value in values):
        return None
    return Column(np.array([NAN if is_missing(value) else float(value) for value in values]))


def counted(column):
    """Objects that are numbers as numbers; other columns as they are."""
    made = as_numbers(column) if column.kind == "object" else None
    return column if made is None else made


def _or_none(value):
    return None if is_missing(value) else value


def _sum(column, min_count=0):
    if not column.is_number:
        return "".join(column.tolist()) if column.kind == "str" else sum(column.tolist())
    return np.float64(NAN) if len(column) < min_count else column.array.sum()


def _prod(column):
    if column.kind == "str":
        raise TypeError("Cannot perform reduction 'prod' with string dtype")
    return column.array.prod()


def _mean(column):
    return column.array.astype(float).sum() / len(column) if len(column) else np.float64(NAN)


def _var(column, ddof=1):
    count = len(column)
    if count - ddof <= 0:
        return np.float64(NAN)
    values = column.array.astype(float)
    return ((values - values.sum() / count) ** 2).sum() / (count - ddof)


def _std(column, ddof=1):
    return np.float64(math.sqrt(_var(column, ddof)))


def _sem(column, ddof=1):
    return np.float64(math.sqrt(_var(column, ddof)) / math.sqrt(len(column))) if len(column) else np.float64(NAN)


def _skew(column):
    count = len(column)
    values = column.array.astype(float)
    off = values - values.sum() / count if count else values
    second, third = float((off**2).sum()), float((off**3).sum())
    if count < 3:
        return np.float64(NAN)
    return np.float64(count * math.sqrt(count - 1) / (count - 2) * third / second**1.5 if second else 0.0)


def _median(column):
    return np.float64(quantile(column, 0.5))


def quantile(column, share, interpolation="linear"):
    """The value below which such a share lies; between two, on the line that joins them."""
    column = column.plain() if hasattr(column, "nullable") else column
    values = sorted(column.known().array.astype(float).tolist())
    if not values:
        return NAN
    if not 0 <= share <= 1:
        raise ValueError("percentiles should all be in the interval [0, 1]")
    place = share * (len(values) - 1)
    low = math.floor(place)
    high, part = min(low + 1, len(values) - 1), place - low
    if interpolation == "linear":
        step = values[high] - values[low]
        return values[low] + step * part if part < 0.5 else values[high] - step * (1 - part)
    if interpolation == "midpoint":
        return (values[low] + values[high]) / 2 if part else values[low]
    chosen = {"lower": low, "higher": high if part else low, "nearest": round(place)}
    if interpolation not in chosen:
        raise ValueError(
            f"interpolation must be one of linear, lower, higher, midpoint, nearest, got {interpolation!r}"
        )
    return values[chosen[interpolation]]


def _extreme(choose):
    def found(column):
        if not len(column):
            return np.float64(NAN) if column.is_number else NAN
        if column.is_number:
            return getattr(column.array, choose.__name__)()
        values, ranks = column.tolist(), column.ranks()
        return values[choose(range(len(values)), key=ranks.__getitem__)]

    return found


_min, _max = _extreme(min), _extreme(max)


def _any(column):
    return np.bool_(any(column.tolist()))


def _all(column):
    return np.bool_(all(column.tolist()))


def _first(column):
    return column.at(0) if len(column) else np.float64(NAN)


def _last(column):
    return column.at(len(column) - 1) if len(column) else np.float64(NAN)


def order(column, ascending=True, na_position="last", kind="stable"):
    """The places of values in order; what is missing comes last, and equal values stay as they are, but for texts."""
    values, gone = column.ranks(), column.missing().tolist()
    known = [at for at in range(len(values)) if not gone[at]]
    try:
        if kind == "quicksort" and column.kind in ("str", "object"):
            known = [known[at] for at in quick_order([values[at] for at in known], ascending)]
        else:
            known.sort(key=values.__getitem__, reverse=not ascending)
    except TypeError:
        raise TypeError("'<' not supported between values of different types: cannot sort this column") from None
    lost = [at for at in range(len(values)) if gone[at]]
    return lost + known if na_position == "first" else known + lost


def counts(column, dropna=True):
    """The different values and how often each comes, the most frequent first."""
    found = dict.fromkeys(column.categories, 0) if column.kind == "category" else {}
    for value in column.tolist():
        if is_missing(value):
            if dropna:
                continue
            value = None
        found[value] = found.get(value, 0) + 1
    if hasattr(column, "nullable") and None in found:
        found[None] = found.pop(None)
    return {NAN if value is None else value: count for value, count in sorted(found.items(), key=lambda item: -item[1])}


def described(column, percentiles):
    """What `describe` says of one column: names and values."""
    known = column.known()
    if hasattr(column, "nullable"):
        return described(known.plain(), percentiles)
    if hasattr(column, "reduced"):
        return _described_times(known, percentiles)
    if not column.is_number or column.kind == "bool":
        often = counts(column)
        often = {value: times for value, times in often.items() if times}
        top = next(iter(often), NAN)
        return {"count": len(known), "unique": len(often), "top": top, "freq": often.get(top, NAN)}
    found = {
        "count": float(len(known)),
        "mean": float(_mean(known)),
        "std": float(_std(known)),
        "min": float(_min(known)),
    }
    for share in percentiles:
        percent = round(share * 100, 10)
        found[f"{percent:g}%"] = quantile(known, share)
    return {**found, "max": float(_max(known))}


def _described_times(known, percentiles):
    numbers = column_of(np.array(known.numbers(), dtype=np.int64))
    found = {"count": len(known), "mean": known.reduced("mean"), "min": _min(known)}
    if known.kind.startswith("timedelta"):
        found = {"count": len(known), "mean": found["mean"], "std": known.reduced("std"), "min": found["min"]}
    for share in percentiles:
        found[f"{round(share * 100, 10):g}%"] = known.of_number(quantile(numbers, share))
    return {**found, "max": _max(known)}


def running(name, column):
    """Sums, products, least or largest values up to each place; what is missing stays so and changes nothing."""
    if hasattr(column, "nullable"):
        from pandas import _nullable

        return _nullable.running(name, column)
    if not column.is_number:
        raise TypeError(f"cum{name} is not supported for {column.kind} dtype")
    step = {"sum": float.__add__, "prod": float.__mul__, "max": max, "min": min}[name]
    if not bool(column.missing().any()) and name in ("sum", "prod"):
        return Column(getattr(column.array, f"cum{name}")())
    total, found = None, []
    for value in column.tolist():
        if is_missing(value):
            found.append(NAN)
            continue
        total = value if total is None else step(total, value)
        found.append(total)
    return column_of(found)


def correlation(method):
    """What a method of correlation is called in `pair`.

    Raises:
        ValueError: for one that pandas does not have.
    """
    if method not in ("pearson", "kendall", "spearman") and not callable(method):
        raise ValueError(f"method must be either 'pearson', 'spearman', 'kendall', or a callable, '{method}' was supplied")
    return "corr" if method == "pearson" else method


# So many values are gone through one by one, as pandas does it: the last digits are pandas' then.
_FEW = 5000


def pair(method, first, second, min_periods=1, *, by_numpy=False):
    """The correlation or covariance of two columns, over the rows in which both are known; of series by numpy's functions."""
    sides = [side.plain() if hasattr(side, "nullable") else side for side in (first, second)]
    rows = np.stack([side.array.astype(np.float64) for side in sides])
    rows = rows[:, ~np.isnan(rows).any(0)]
    if rows.shape[1] < max(min_periods, 2):
        return NAN
    if callable(method):
        return 1.0 if first is second else float(method(*rows))
    if method == "kendall":
        from scipy.stats import kendalltau

        return float(kendalltau(*rows, method="asymptotic")[0])
    if method == "spearman":
        from scipy.stats import rankdata

        rows = np.stack([rankdata(row) for row in rows])
    if by_numpy:
        return float((np.cov if method == "cov" else np.corrcoef)(*rows)[0, 1])
    x, y, off = _by_steps(*rows.tolist()) if rows.shape[1] < _FEW else _at_once(*rows)
    if method == "cov":
        return off / (rows.shape[1] - 1)
    spread = math.sqrt(x * y)
    return max(-1.0, min(1.0, off / spread)) if spread else NAN


def _by_steps(xs, ys):
    """The sums of squares about the means, and of products, brought up to date with each value."""
    mean_x = mean_y = squares_x = squares_y = products = 0.0
    for count, (x, y) in enumerate(zip(xs, ys), 1):
        off_x, off_y = x - mean_x, y - mean_y
        mean_x += 1.0 / count * off_x
        mean_y += 1.0 / count * off_y
        squares_x += (x - mean_x) * off_x
        squares_y += (y - mean_y) * off_y
        products += (x - mean_x) * off_y
    return squares_x, squares_y, products


def _at_once(a, b):
    a, b = a - a.mean(), b - b.mean()
    return float((a * a).sum()), float((b * b).sum()), float((a * b).sum())
