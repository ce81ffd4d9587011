"""Two series, or two frames, row beside row by their labels.

What it is not: joins of frames by columns, which are in `_merge`. Start reading at `aligned`.
"""

from _scalars import INTS
from bisect import bisect_left, bisect_right

from pandas._column import column_of


def aligned(a, b):
    """Two series' columns in one order of labels, and these labels: those of either, in order, if they differ."""
    if a.index.equals(b.index):
        return a._column, b._column, a.index
    index = union(a.index, b.index)
    return a._column.take_or_missing(places(a.index, index)), b._column.take_or_missing(places(b.index, index)), index


def union(a, b):
    """The labels of both, in order where they can be ordered."""
    if a.equals(b):
        return a
    labels = list(dict.fromkeys([*a.tolist(), *b.tolist()]))
    try:
        labels.sort()
    except TypeError:
        pass
    return a._like(labels)


def by_level(other, index, level):
    """What has a row for each label of one part of the labels, with a row for each of these labels."""
    names = index.names
    if level not in names and not isinstance(level, INTS):
        raise KeyError(f"Level {level} not found")
    at = names.index(level) if level in names else level
    labels = [label[at] for label in index.tolist()] if index.has_parts else index.tolist()
    found = places(other.index, labels)
    columns = [column.take_or_missing(found) for column in (other._columns if other.ndim == 2 else [other._column])]
    return type(other)._of(columns, index, other.columns) if other.ndim == 2 else type(other)._of(columns[0], index, other.name)


def filled(left, right, fill):
    """Two columns with a value where one of them has nothing; where neither has anything, nothing is."""
    if fill is None:
        return left, right
    gone = [column.missing().tolist() if hasattr(column, "missing") else [False] * len(left) for column in (left, right)]
    made = []
    for column, own, others in ((left, *gone), (right, *reversed(gone))):
        if any(is_gone and not is_other for is_gone, is_other in zip(own, others)):
            values = zip(column.tolist(), own, others)
            values = [fill if is_gone and not is_other else value for value, is_gone, is_other in values]
            # What had nothing was of floats.
            column = column_of(values, column.kind) if column.is_number else column_of(values)
        made.append(column)
    return made


def places_near(index, labels, method, limit=None):
    """Where an index has each label, or else the one before it ("ffill") or after it ("bfill"), or the nearest of both.

    At most `limit` labels in turn take the same other one.

    Raises:
        ValueError: for another method, and labels in no order.
    """
    if limit is not None and method == "nearest":
        raise NotImplementedError(f"reindex: limit={limit!r} with method='nearest' is not built into this pandas")
    names = {"pad": "ffill", "ffill": "ffill", "backfill": "bfill", "bfill": "bfill", "nearest": "nearest"}
    if method not in names:
        raise ValueError(
            f"Invalid fill method. Expecting pad (ffill), backfill (bfill) or nearest. Got {method}"
        )
    own, method = index.tolist(), names[method]
    is_falling = index.is_monotonic_decreasing and not index.is_monotonic_increasing
    if not is_falling and not index.is_monotonic_increasing:
        raise ValueError("index must be monotonic increasing or decreasing")
    own = own[::-1] if is_falling else own
    found = []
    for label in labels:
        before, after = bisect_right(own, label) - 1, bisect_left(own, label)
        if method == "nearest" and own:
            is_before = after == len(own) or before >= 0 and label - own[before] < own[after] - label
            place = before if is_before else after
        else:
            place = before if method == "ffill" else after
        place = place if 0 <= place < len(own) else None
        found.append(len(own) - 1 - place if is_falling and place is not None else place)
    return found if limit is None else _limited(found, index.tolist(), labels, method == "ffill", limit)


def _limited(found, own, labels, is_forward, limit):
    """The same places, but no more than so many in turn for labels that are not there themselves."""
    before, count = None, 0
    for at in range(len(found)) if is_forward else reversed(range(len(found))):
        place = found[at]
        count = count if place == before else 0
        before = place
        if place is not None and own[place] != labels[at]:
            count += 1
            found[at] = place if count <= limit else None
    return found


def places(index, labels):
    """Where an index has each label; None where it has not.

    Raises:
        ValueError: for labels that are there more than once.
    """
    if not index.is_unique:
        raise ValueError("cannot reindex on an axis with duplicate labels")
    return [(index.places(label) or [None])[0] for label in labels]
