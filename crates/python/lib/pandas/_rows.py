"""Rows that were there before.

What it is not: values of one column, though it serves them, too. Start reading at `repeated`.
"""

from pandas._column import is_missing


# Types of which no value is nothing.
_NEVER_MISSING = frozenset((int, str, bool))


def repeated(values, keep):
    """Which values come again: all but the first, all but the last, or, with `keep=False`, all of them."""
    if keep not in ("first", "last", False):
        raise ValueError('keep must be either "first", "last" or False')
    if not _NEVER_MISSING.issuperset(map(type, values)):
        values = [_comparable(value) for value in values]
    if keep is False:
        counts = {}
        for value in values:
            counts[value] = counts.get(value, 0) + 1
        return [counts[value] > 1 for value in values]
    count = len(values)
    # Of what comes again the last place stays.
    once = set(dict(zip(reversed(values), range(count - 1, -1, -1)) if keep == "first" else zip(values, range(count))).values())
    return [at not in once for at in range(count)]


def _comparable(value):
    """Nothing is the same as nothing."""
    if isinstance(value, tuple):
        return tuple(map(_comparable, value))
    return None if is_missing(value) else value
