"""The bytes that columns and labels take, as a Python of 64 bits keeps them.

What it is not: what this program takes, which keeps them otherwise. Start reading at `memory_usage`.
"""

import math

from _scalars import FLOATS, INTS
from pandas._column import column_of

# Texts whose letters are all below a code: the bytes of such a text without letters, and of a letter.
_TEXTS = ((128, 49, 1), (256, 73, 1), (65536, 74, 2), (0x110000, 76, 4))


def memory_usage(data, index=True, deep=False):
    """The bytes of the columns' values; texts and objects count as the places where they are, unless it is deep."""
    if data.ndim == 1:
        return _bytes(data._column, deep) + (_index_bytes(data, deep) if index else 0)
    from pandas._series import Series

    sizes = [_bytes(column, deep) for column in data._columns]
    names = data.columns.tolist()
    return Series([_index_bytes(data, deep), *sizes] if index else sizes, index=["Index", *names] if index else names)


def _index_bytes(data, deep):
    from pandas._index import RangeIndex

    return 132 if isinstance(data.index, RangeIndex) else _bytes(data.index._column, deep)


def _bytes(column, deep):
    if column.kind == "category":
        return len(column) + _bytes(column_of(column.categories), deep)
    if hasattr(column, "nullable"):
        # A byte for each says whether a value is there; texts have none.
        return (8 if column.kind == "string" else column.dtype.numpy_dtype.itemsize + 1) * len(column)
    places = (getattr(column.array, "itemsize", 8) if column.is_number else 8) * len(column)
    return places + sum(map(_object_bytes, column.tolist())) if deep and column.kind in ("str", "object") else places


def _object_bytes(value):
    """The bytes of an object by itself."""
    if isinstance(value, str):
        most = max(map(ord, value), default=0)
        head, letter = next(sizes for limit, *sizes in _TEXTS if most < limit)
        return head + letter * len(value)
    if isinstance(value, INTS):
        return 24 + 4 * math.ceil(abs(int(value)).bit_length() / 30)
    if value is None:
        return 16
    if isinstance(value, (list, tuple)):
        return (56 if isinstance(value, list) else 40) + 8 * len(value)
    if isinstance(value, FLOATS):
        return 24
    raise NotImplementedError(f"memory_usage: deep=True of {type(value).__name__} is not built into this pandas")
