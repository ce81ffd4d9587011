"""Sums, means and spreads of groups: value after value, as pandas takes them there.

What it is not: those of a whole column, which are numpy's and differ in the last digits (`_stats`). Start reading at `way`.
"""

import math

from pandas._column import NAN, plain


def running(values):
    """The sum up to each value, with what rounding took from it given back to the next (Kahan, 1965)."""
    total, lost, sums = 0.0, 0.0, []
    for value in values:
        given = value - lost
        new = total + given
        lost = new - total - given
        if lost != lost:
            # Beyond all numbers nothing is lost.
            lost = 0.0
        total = new
        sums.append(total)
    return sums


def _squares(values):
    """The sum of the squares of the distances from the mean (Welford, 1962)."""
    mean = squares = 0.0
    for count, value in enumerate(values, 1):
        before = mean
        mean += (value - before) / count
        squares += (value - mean) * (value - before)
    return squares


def _sum(values, min_count=0):
    return NAN if len(values) < min_count else running(values)[-1] if values else 0.0


def _mean(values):
    return running(values)[-1] / len(values) if values else NAN


def _var(values, ddof=1):
    return NAN if len(values) <= ddof else _squares(values) / (len(values) - ddof)


def _std(values, ddof=1):
    return math.sqrt(_var(values, ddof))


def _sem(values, ddof=1):
    return math.sqrt(_var(values, ddof) / len(values)) if values else NAN


_HOW = {"sum": _sum, "mean": _mean, "var": _var, "std": _std, "sem": _sem}


def _of_row(part, how, min_count=0):
    """The sum or mean of rows beside each other: the first, and the sum of all others."""
    values = part.array
    if len(values) < max(min_count, 1):
        return _HOW[how]([], **({"min_count": min_count} if how == "sum" else {}))
    total = values[0] + values[1:].sum()
    return plain(total if how == "sum" else total / len(values))


def are_in_order(groups, count):
    """Whether the rows of each group of so many rows come right after those of the one before."""
    after = None
    for places in groups:
        if not places:
            continue
        if after is not None and places[0] != after or places[-1] - places[0] != len(places) - 1:
            return False
        after = places[-1] + 1
    return after == count


def way(groups, column, how, skipna=True, **settings):
    """What makes one value of a group's part of a column; None if that is no sum that hangs on the order.

    Rows that lie in the order of the groups pandas adds as a whole; sums and means of whole numbers are the same in any order.
    """
    is_float = column.kind == "float64" or column.kind == "float32" and how in ("sum", "mean")
    if how not in _HOW or not skipna or type(column).__name__ != "Column":
        return None
    if not is_float and not (how in ("var", "std", "sem") and column.kind.startswith(("int", "uint"))):
        return None
    if how in ("sum", "mean") and not column.missing().any() and are_in_order(groups, len(column)):
        return None if column.kind == "float32" else lambda part: _of_row(part, how, **settings)
    is_single = column.kind == "float32"

    def reduced(part):
        known = part.known()
        return plain(_HOW[how](list(known.array) if is_single else known.tolist(), **settings))

    return reduced
