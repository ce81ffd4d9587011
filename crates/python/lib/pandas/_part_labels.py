"""Selecting by parts of labels: a first part alone, a list of them, a slice, `(slice(None), 2)`.

What it is not: whole labels, which `_select` looks up. Start reading at `by_parts`.
"""

from pandas._column import is_missing
from pandas.errors import UnsortedIndexError

_ALL = slice(None)


def by_parts(key, index):
    """Places of the labels that have these parts; None where the key is a whole label, or the first parts of one.

    Raises:
        KeyError: for parts that are nowhere, and slices of labels in no order.
    """
    if isinstance(key, slice):
        return _sliced(key, index)
    if isinstance(key, tuple):
        return _fitting(key, index) if any(map(_is_many, key)) else None
    labels = list(key) if hasattr(key, "__iter__") and not isinstance(key, str) else None
    if not labels or all(isinstance(label, tuple) for label in labels):
        return None
    found = {}
    for at, label in enumerate(index.tolist()):
        found.setdefault(label[0], []).append(at)
    missing = [label for label in labels if label not in found]
    if missing:
        raise KeyError(f"{missing} not in index")
    return [place for label in labels for place in found[label]]


def parts_left(index, key, is_series):
    """Which parts labels still need once they are found by a key."""
    count = index.nlevels
    if not isinstance(key, tuple):
        return list(range(1, count))
    if not any(map(_is_many, key)):
        return list(range(len(key), count))
    slices = [part for part in key if isinstance(part, slice)]
    if slices and not is_series or any(part != _ALL for part in slices):
        return list(range(count))
    return [at for at in range(count) if at >= len(key) or _is_many(key[at])]


def _is_many(part):
    return isinstance(part, (slice, list)) or hasattr(part, "tolist") and getattr(part, "ndim", 0) > 0


def _sliced(key, index):
    count = len(index)
    start = 0 if key.start is None else _edge(key.start, index, False)
    stop = count if key.stop is None else _edge(key.stop, index, True)
    return list(range(count))[start : stop : key.step]


def _edge(label, index, is_end):
    """Where labels begin that are no less than one, or greater: by as many parts as it has."""
    label = label if isinstance(label, tuple) else (label,)
    depth = _depth(index)
    if len(label) > depth:
        raise UnsortedIndexError(f"Key length ({len(label)}) was greater than MultiIndex lexsort depth ({depth})")
    ranks = _ranks(index, len(label))
    wanted = [_rank(index._order(at), part) for at, part in enumerate(label)]
    return sum(rank <= wanted if is_end else rank < wanted for rank in ranks)


def _rank(order, part):
    """A value's place among those of its part; between two of them for one that is not there."""
    if part in order:
        return order.index(part)
    return sum(each < part for each in order) - 0.5


def _ranks(index, count):
    """The labels' first parts, each as its place among the values of the part."""
    orders = [{value: rank for rank, value in enumerate(index._order(at))} for at in range(count)]
    return [[order.get(part, -1) for order, part in zip(orders, label)] for label in index.tolist()]


def _depth(index):
    """By how many parts, from the first, the labels are in order."""
    ranks = _ranks(index, index.nlevels)
    for depth in range(index.nlevels, 0, -1):
        if all(a[:depth] <= b[:depth] for a, b in zip(ranks, ranks[1:])):
            return depth
    return 0


def _fitting(key, index):
    """Places of the labels that fit a value, a list of values, or a slice, for each part."""
    slices = [at for at, part in enumerate(key) if isinstance(part, slice) and part != _ALL]
    if slices and slices[-1] >= _depth(index):
        raise UnsortedIndexError(
            f"MultiIndex slicing requires the index to be lexsorted: slicing on levels {slices}, "
            f"lexsort depth {_depth(index)}"
        )
    places = range(len(index))
    labels = index.tolist()
    for at, part in enumerate(key):
        if part is None or isinstance(part, slice) and part == _ALL:
            continue
        order = index._order(at)
        if isinstance(part, slice):
            low = float("-inf") if part.start is None else _rank(order, part.start)
            high = float("inf") if part.stop is None else _rank(order, part.stop)
            wanted = {value for rank, value in enumerate(order) if low <= rank <= high}
        else:
            wanted = set(part) if _is_many(part) else {part}
            missing = [value for value in wanted if value not in order and not is_missing(value)]
            if missing:
                raise KeyError(missing[0])
        places = [place for place in places if labels[place][at] in wanted]
    return list(places)
