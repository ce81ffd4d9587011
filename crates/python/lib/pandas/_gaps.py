"""What fills gaps between values, and ranks them. Each is a function of a series or a frame.

What it is not: `fillna` and `dropna`, which are their own. Start reading at `ffill`.
"""

import numpy as np
from pandas._column import NAN, Column, column_of, is_missing
from pandas._refuse import also


def _each(data, function):
    """The function's column of a series, or of each column of a frame."""
    if data.ndim == 1:
        return data._like(function(data._column))
    return data._like([function(column) for column in data._columns])


@also(axis=None, limit_area=None)
def ffill(data, limit=None, inplace=False):
    """The last value before each gap."""
    return data._replaced(_each(data, lambda column: _carried(column, limit, False)), inplace)


@also(axis=None, limit_area=None)
def bfill(data, limit=None, inplace=False):
    """The first value behind each gap."""
    return data._replaced(_each(data, lambda column: _carried(column, limit, True)), inplace)


def _carried(column, limit, backward):
    order = range(len(column))
    places, last, since = [None] * len(column), None, 0
    gone = column.missing().tolist()
    for place in reversed(order) if backward else order:
        last, since = (last, since + 1) if gone[place] else (place, 0)
        places[place] = last if limit is None or since <= limit else place
    return column.take([place if last is None else last for place, last in enumerate(places)])


@also(axis=0, limit_area=None)
def interpolate(data, method="linear", limit=None, inplace=False, limit_direction=None):
    """Numbers on straight lines across gaps; behind the last one it stays."""
    if method not in ("linear", "index", "values") or limit is not None or limit_direction not in (None, "forward"):
        raise NotImplementedError(
            f"interpolate: method={method!r}, limit={limit!r}, limit_direction={limit_direction!r} is not built into this pandas"
        )
    at = np.arange(len(data)) if method == "linear" else np.asarray(data.index.tolist(), dtype=np.float64)
    return data._replaced(_each(data, lambda column: _between(column, at)), inplace)


def _between(column, at):
    if column.kind in ("str", "object"):
        raise TypeError(f"Cannot interpolate with {column.kind} dtype")
    if not column.kind.startswith("float"):
        return column
    gone = np.isnan(column.array)
    if bool(gone.all()):
        return column
    found = np.interp(at, at[~gone], column.array[~gone])
    found[:int(np.argmax(~gone))] = NAN
    return Column(found)


_METHODS = ("average", "min", "max", "first", "dense")


@also(axis=0)
def rank(data, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
    """Each value's place in the order, from 1; equal ones share theirs."""
    if method not in _METHODS:
        raise KeyError(method)
    if na_option != "keep":
        raise NotImplementedError(f"rank: na_option={na_option!r} is not built into this pandas")
    if data.ndim == 2 and numeric_only:
        data = data.select_dtypes("number")
    return _each(data, lambda column: _ranked(column, method, ascending, pct))


def _ranked(column, method, ascending, pct):
    values, gone = column.ranks(), column.missing().tolist()
    known = sorted((at for at in range(len(values)) if not gone[at]), key=values.__getitem__, reverse=not ascending)
    found, start, groups = [NAN] * len(values), 0, 0
    while start < len(known):
        end = start
        while end < len(known) and values[known[end]] == values[known[start]]:
            end += 1
        groups += 1
        for place in range(start, end):
            found[known[place]] = {"average": (start + end + 1) / 2, "min": start + 1.0, "max": float(end),
                                   "first": place + 1.0, "dense": float(groups)}[method]
        start = end
    if pct:
        whole = groups if method == "dense" else len(known)
        found = [value if is_missing(value) else value / whole for value in found]
    return column_of(found).astype("float64")
