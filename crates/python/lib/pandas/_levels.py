"""Parts of labels that are taken away from the others.

What it is not: labels themselves, which are `_index`'s. Start reading at `without_levels`.
"""

from _scalars import INTS
from pandas._index import RangeIndex
from pandas._select import listed


def without_levels(index, level):
    """The places of these parts, of all if None, in the order of the labels; and the labels that are left."""
    count = index.nlevels
    if level is None:
        return list(range(count)), RangeIndex(len(index))
    several = listed(level)
    taken = sorted(_place(index, each) for each in ([level] if several is None else several))
    rest = [at for at in range(count) if at not in taken]
    return taken, index._reordered(rest) if rest else RangeIndex(len(index))


def _place(index, level):
    if index.nlevels > 1:
        return index._level(level)
    if isinstance(level, INTS) and level not in (0, -1):
        raise IndexError(f"Too many levels: Index has only 1 level, not {level + 1}")
    if not isinstance(level, INTS) and level != index.name:
        raise KeyError(f"Requested level ({level}) does not match index name ({index.name})")
    return 0
