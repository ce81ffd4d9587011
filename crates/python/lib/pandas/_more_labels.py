"""Rarer requests to labels. Each is a function of an index.

What it is not: looking labels up, which is `_index`. Start reading at `insert`.
"""

import numpy as np
from pandas._column import flags, is_missing
from pandas._index import Index
from pandas._refuse import also


def droplevel(index, level=0):
    """Labels of one part have none that could go."""
    levels = level if isinstance(level, (list, tuple)) else [level]
    if levels:
        raise ValueError(f"Cannot remove {len(levels)} levels from an index with 1 levels: at least one level must be left.")
    return index


def insert(index, loc, item):
    """The labels with one more at a place."""
    labels = index.tolist()
    labels.insert(loc, item)
    return index._like(labels)


def delete(index, loc):
    """The labels without those at a place, or at several."""
    gone = {place % len(index) for place in (loc if hasattr(loc, "__iter__") else [loc])}
    return index.take([at for at in range(len(index)) if at not in gone])


def append(index, other):
    """These labels and, below them, those of another index or of several."""
    parts = other if isinstance(other, (list, tuple)) else [other]
    return index._like([*index.tolist(), *(label for part in parts for label in part.tolist())])


def repeat(index, repeats):
    """Each label several times."""
    return index._like([label for label in index.tolist() for _ in range(repeats)])


def _order(index):
    labels = index.tolist()
    return sorted(range(len(labels)), key=labels.__getitem__)


@also(key=None, na_position="last")
def sort_values(index, return_indexer=False, ascending=True):
    """The labels in order."""
    places = _order(index) if ascending else _order(index)[::-1]
    made = index.take(places)
    return (made, np.array(places)) if return_indexer else made


def argsort(index):
    """The places of the labels in order."""
    return np.array(_order(index))


def argmax(index):
    return max(range(len(index)), key=index.tolist().__getitem__)


def argmin(index):
    return min(range(len(index)), key=index.tolist().__getitem__)


@also(method=None, limit=None, tolerance=None)
def get_indexer(index, target):
    """Where each of other labels is; -1 where it is not."""
    return np.array([(index.places(label) or [-1])[0] for label in target])


def get_level_values(index, level):
    """The labels themselves: they have one part."""
    if level not in (0, -1, index.name):
        raise KeyError(f"Requested level ({level}) does not match index name ({index.name})")
    return index


@also(copy=True)
def astype(index, dtype):
    """The labels as another kind."""
    column = index._column.astype(dtype)
    made = Index(column.tolist(), name=index.name)
    made._kind = column.kind if column.is_number else None
    return made


def duplicated(index, keep="first"):
    """Which labels came before."""
    from pandas._rows import repeated

    return flags(repeated(index.tolist(), keep))


def drop_duplicates(index, keep="first"):
    """The labels that did not come before."""
    return index.take([at for at, again in enumerate(duplicated(index, keep).tolist()) if not again])


def has_duplicates(index):
    return not index.is_unique


def is_monotonic_increasing(index):
    labels = index.tolist()
    return all(a <= b for a, b in zip(labels, labels[1:]))


def is_monotonic_decreasing(index):
    labels = index.tolist()
    return all(a >= b for a, b in zip(labels, labels[1:]))


def isna(index):
    """Where no label is."""
    return flags([is_missing(label) for label in index.tolist()])


def notna(index):
    """Where a label is."""
    return ~isna(index)


isnull, notnull = isna, notna


def hasnans(index):
    return bool(isna(index).any())


@also(how="any")
def dropna(index):
    """The labels that are there."""
    return index.take([at for at, label in enumerate(index.tolist()) if not is_missing(label)])


def fillna(index, value):
    """The labels, with one where none is."""
    return index._like([value if is_missing(label) else label for label in index.tolist()])


def value_counts(index, **settings):
    """How often each label comes."""
    from pandas._series import Series

    return Series(index.tolist(), name=index.name).value_counts(**settings)


@also(index=True)
def to_frame(index, name=None):
    """The labels as a column."""
    from pandas._frame import DataFrame

    title = name or (0 if index.name is None else index.name)
    return DataFrame({title: index.tolist()}, index=index)


def to_flat_index(index):
    """The labels as they are."""
    return Index(index.tolist()) if index.nlevels == 1 else index


@also(result_name=None, sort=None)
def symmetric_difference(index, other):
    """The labels that only one of two has, in order."""
    return index._like(sorted(set(index.tolist()) ^ set(other.tolist() if hasattr(other, "tolist") else other)))


@also(level=None, inplace=False)
def set_names(index, names):
    """The same labels by other names."""
    made = index._like(index.tolist()) if index.nlevels > 1 else index.rename(names[0] if isinstance(names, list) else names)
    if index.nlevels > 1:
        made.names = names
    return made


def searchsorted(index, value, side="left"):
    """Where a label would be put among those in order."""
    return np.searchsorted(index.to_numpy(), value, side)


def shift(index, periods=1, freq=None):
    """Moments so many steps later."""
    from pandas._offsets import offset_of

    offset = getattr(index, "freq", None) if freq is None else offset_of(freq)
    if offset is None:
        raise ValueError("Cannot shift with no freq")
    made = index._like([offset.next(label, periods) for label in index.tolist()])
    made.freq = index.freq
    return made


def round(index, decimals=0):
    """The labels, rounded."""
    return index._like([np.float64(label).round(decimals).item() for label in index.tolist()])


def where(index, cond, other=float("nan")):
    """The labels where a condition holds, another elsewhere."""
    return index._like([label if is_kept else other for label, is_kept in zip(index.tolist(), list(cond))])


def inferred_type(index):
    kinds = {type(label).__name__ for label in index.tolist()}
    known = {"int": "integer", "float": "floating", "str": "string", "bool": "boolean", "Timestamp": "datetime64"}
    return known.get(kinds.pop(), "mixed") if len(kinds) == 1 else "empty" if not kinds else "mixed"
