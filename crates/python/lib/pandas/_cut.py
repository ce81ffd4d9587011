"""Numbers in bins: `cut` and `qcut`, and the intervals that name them.

What it is not: counting, which `value_counts` does with what they give. Start reading at `cut`.
"""

import math

import numpy as np
from _scalars import INTS
from pandas._category import Categorical, CategoryColumn
from pandas._column import NAN, column_of, is_missing
from pandas._index import Index
from pandas._intervals import Interval
from pandas._series import Series


def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates="raise", ordered=True):
    """Each number's bin: of so many of one width, or between edges."""
    values = np.asarray(column_of(x).astype("float64").array)
    if isinstance(bins, INTS):
        edges = _even(values, bins, right)
    else:
        edges = np.asarray(bins.left.tolist() + bins.right.tolist()[-1:] if hasattr(bins, "left") else bins).tolist()
        if any(b < a for a, b in zip(edges, edges[1:])):
            raise ValueError("bins must increase monotonically.")
    return _binned(x, values, edges, right, labels, retbins, precision, include_lowest, duplicates, ordered)


def qcut(x, q, labels=None, retbins=False, precision=3, duplicates="raise"):
    """Each number's bin, of which all have about as many."""
    values = np.asarray(column_of(x).astype("float64").array)
    shares = np.linspace(0, 1, q + 1) if isinstance(q, INTS) else np.asarray(q)
    edges = np.quantile(values[~np.isnan(values)], shares).tolist()
    return _binned(x, values, edges, True, labels, retbins, precision, True, duplicates, True)


def _even(values, count, right):
    known = values[np.isfinite(values)]
    if count < 1:
        raise ValueError("`bins` should be a positive integer.")
    if known.size == 0:
        raise ValueError("Cannot cut empty array")
    low, high = float(known.min()), float(known.max())
    if low == high:
        low, high = (low - 0.001 * (abs(low) or 1), high + 0.001 * (abs(high) or 1))
        return np.linspace(low, high, count + 1).tolist()
    edges, room = np.linspace(low, high, count + 1).tolist(), (high - low) * 0.001
    if right:
        edges[0] -= room
    else:
        edges[-1] += room
    return edges


def _binned(x, values, edges, right, labels, retbins, precision, include_lowest, duplicates, ordered):
    if len(set(edges)) < len(edges):
        if duplicates == "raise":
            raise ValueError(f"Bin edges must be unique: {Index(edges)!r}.\n"
                             "You can drop duplicate edges by setting the 'duplicates' kwarg")
        edges = sorted(set(edges))
    places = np.searchsorted(np.asarray(edges, dtype=np.float64), values, side="left" if right else "right")
    if include_lowest:
        places[values == edges[0]] = 1
    found = [None if is_missing(value) or place in (0, len(edges)) else place - 1
             for value, place in zip(values.tolist(), places.tolist())]
    if labels is False:
        column = column_of([NAN if place is None else place for place in found])
    else:
        names = _intervals(edges, precision, right, include_lowest) if labels is None else list(labels)
        if len(names) != len(edges) - 1:
            raise ValueError("Bin labels must be one fewer than the number of bin edges")
        column = CategoryColumn([NAN if place is None else names[place] for place in found], names, ordered)
    made = _given(x, column, labels)
    return (made, np.asarray(edges)) if retbins else made


def _given(x, column, labels):
    if isinstance(x, Series):
        return x._like(column)
    return column.array if labels is False else Categorical._of(column)


def _intervals(edges, precision, right, include_lowest):
    if all(isinstance(edge, INTS) for edge in edges):
        ends = list(edges)
    else:
        digits = next((most for most in range(precision, 20) if len({_rounded(edge, most) for edge in edges}) == len(edges)),
                      precision)
        ends = [_rounded(edge, digits) for edge in edges]
        precision = digits
    if right and include_lowest:
        ends = [float(end) for end in ends]
        ends[0] -= 10.0 ** -precision
    closed = "right" if right else "left"
    return [Interval(a, b, closed) for a, b in zip(ends, ends[1:])]


def _rounded(value, precision):
    """So many digits behind the point; of numbers below one, behind the zeros."""
    value = float(value)
    if not math.isfinite(value) or value == 0:
        return value
    rest, whole = math.modf(value)
    digits = -math.floor(math.log10(abs(rest))) - 1 + precision if whole == 0 else precision
    return float(np.around(value, digits))

