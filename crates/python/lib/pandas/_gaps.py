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


def _across(data, axis, function):
    """What a function makes of a series, or of a frame's rows as if they were its columns."""
    if data.ndim == 1 or axis in (None, 0, "index", "rows"):
        return function(data)
    return function(data.T).T


@also(limit_area=None)
def ffill(data, axis=None, inplace=False, limit=None):
    """The last value before each gap."""
    made = _across(data, axis, lambda each: _each(each, lambda column: _carried(column, limit, False)))
    return data._replaced(made, inplace)


@also(limit_area=None)
def bfill(data, axis=None, inplace=False, limit=None):
    """The first value behind each gap."""
    made = _across(data, axis, lambda each: _each(each, lambda column: _carried(column, limit, True)))
    return data._replaced(made, inplace)


def _carried(column, limit, backward):
    order = range(len(column))
    places, last, since = [None] * len(column), None, 0
    gone = column.missing().tolist()
    for place in reversed(order) if backward else order:
        last, since = (last, since + 1) if gone[place] else (place, 0)
        places[place] = last if limit is None or since <= limit else place
    return column.take([place if last is None else last for place, last in enumerate(places)])


# Curves that `scipy.interpolate` lays through the points.
_CURVES = ("nearest", "nearest-up", "zero", "slinear", "quadratic", "cubic", "polynomial", "spline", "cubicspline", "pchip", "akima")
_LINES = ("linear", "time", "index", "values")
_SIDES = ("forward", "backward", "both")


def interpolate(data, method="linear", axis=0, limit=None, inplace=False, limit_direction=None, limit_area=None, order=None):
    """Numbers on straight lines, or on curves, across gaps; behind the last one it stays."""
    if method not in _LINES + _CURVES:
        raise ValueError(f"Can not interpolate with method={method}.")
    if limit_direction is not None and limit_direction.lower() not in _SIDES:
        raise ValueError(f"Invalid limit_direction: expecting one of {list(_SIDES)}, got '{limit_direction}'.")
    if method in ("spline", "polynomial") and order is None:
        raise ValueError("You must specify the order of the spline or polynomial.")

    def made(each):
        at = _positions(each.index, method)
        return _each(each, lambda column: _between(column, at, method, order, limit, (limit_direction or "forward").lower(), limit_area))

    return data._replaced(_across(data, axis, made), inplace)


def _positions(index, method):
    """Where the rows lie: evenly, or at their labels."""
    if method == "linear":
        return np.arange(len(index))
    column = index._column
    if column.kind.startswith(("datetime", "timedelta")):
        return np.array(column.numbers(), dtype=np.float64)
    if method == "time":
        raise ValueError("time-weighted interpolation only works on Series or DataFrames with a DatetimeIndex")
    if not column.is_number:
        raise ValueError(f"Index column must be numeric or datetime type when using {method} method other than linear. "
                         "Try setting a numeric or datetime index column before interpolating.")
    return np.asarray(index.tolist(), dtype=np.float64)


def _between(column, at, method, order, limit, direction, area):
    if column.kind in ("str", "object"):
        raise TypeError(f"Cannot interpolate with {column.kind} dtype")
    if not column.kind.startswith("float"):
        return column
    gone = np.isnan(column.array)
    if bool(gone.all()) or not bool(gone.any()):
        return column
    if method in _LINES:
        found = np.interp(at, at[~gone], column.array[~gone])
    else:
        found = column.array.copy()
        found[gone] = _on_curve(at[~gone], column.array[~gone], at[gone], method, order)
    found[np.array(_left_open(gone.tolist(), limit, direction, area))] = NAN
    return Column(found)


def _on_curve(at, values, wanted, method, order):
    from scipy import interpolate as curves

    if method == "spline":
        return curves.UnivariateSpline(at, values, k=order)(wanted)
    if method in ("cubicspline", "pchip", "akima"):
        made = {"cubicspline": "CubicSpline", "pchip": "PchipInterpolator", "akima": "Akima1DInterpolator"}[method]
        return getattr(curves, made)(at, values)(wanted)
    return curves.interp1d(at, values, kind=order if method == "polynomial" else method, bounds_error=False)(wanted)


def _left_open(gone, limit, direction, area):
    """Which gaps stay: before the first number or behind the last, and those too far from one."""
    count = len(gone)
    first, last = gone.index(False), count - 1 - gone[::-1].index(False)
    before = [0] * count
    behind = [0] * count
    for at in range(count):
        before[at] = before[at - 1] + 1 if gone[at] and at else int(gone[at])
    for at in reversed(range(count)):
        behind[at] = behind[at + 1] + 1 if gone[at] and at + 1 < count else int(gone[at])
    stays = []
    for at in range(count):
        is_near = {
            "forward": at > first and (limit is None or before[at] <= limit),
            "backward": at < last and (limit is None or behind[at] <= limit),
        }
        is_filled = any(is_near.values()) if direction == "both" else is_near[direction]
        if area is not None:
            is_filled = is_filled and (first < at < last) == (area == "inside")
        stays.append(gone[at] and not is_filled)
    return stays


_METHODS = ("average", "min", "max", "first", "dense")


def rank(data, axis=0, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
    """Each value's place in the order, from 1; equal ones share theirs."""
    if method not in _METHODS:
        raise KeyError(method)
    if na_option != "keep":
        raise NotImplementedError(f"rank: na_option={na_option!r} is not built into this pandas")
    if data.ndim == 2 and numeric_only:
        data = data.select_dtypes("number")
    return _across(data, axis, lambda each: _each(each, lambda column: _ranked(column, method, ascending, pct)))


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
