"""Rows that were there before.

What it is not: values of one column, though it serves them, too. Start reading at `repeated`.
"""

from pandas._column import is_missing


def repeated(values, keep):
    """Which values come again: all but the first, all but the last, or, with `keep=False`, all of them."""
    if keep not in ("first", "last", False):
        raise ValueError('keep must be either "first", "last" or False')
    values = [_comparable(value) for value in values]
    if keep is False:
        counts = {}
        for value in values:
            counts[value] = counts.get(value, 0) + 1
        return [counts[value] > 1 for value in values]
    seen, found = set(), []
    for value in values if keep == "first" else reversed(values):
        found.append(value in seen)
        seen.add(value)
    return found if keep == "first" else found[::-1]


def _comparable(value):
    """Nothing is the same as nothing."""
    if isinstance(value, tuple):
        return tuple(map(_comparable, value))
    return None if is_missing(value) else value
