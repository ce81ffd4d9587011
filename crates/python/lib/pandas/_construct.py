"""What `DataFrame(…)` is given, as columns, their names and the rows' labels.

What it is not: files; those are read in `_csv`. Start reading at `read`.
"""

import _torch
import numpy as np
from pandas._column import NAN, as_given, column_of
from pandas._index import Index, RangeIndex, counting, index_of, labels_of
from pandas._multi_index import MultiIndex
from pandas._select import listed
from pandas._series import Series


def read(data, index, columns):
    """Columns, their names, and the rows' labels."""
    names = None if columns is None else labels_of(columns)
    index = labels_of(index) if type(index) is list and index else index
    if data is None:
        data = {}
    if isinstance(data, Series):
        own = 0 if data.name is None else data.name
        data, index = {own if names is None else names.tolist()[0]: data}, data.index if index is None else index
    if isinstance(data, np.ndarray) and getattr(data.dtype, "names", None):
        data = {name: data[name] for name in data.dtype.names}
    if hasattr(data, "_columns"):
        index = data.index if index is None else index
        data = {name: data._series(at) for at, name in enumerate(data.columns)}
    if isinstance(data, dict):
        return _of_dict(data, index, names)
    if type(data).__name__ == "MaskedArray":
        return _of_array(_unmasked(data), index, names)
    if isinstance(data, (np.ndarray, _torch.Tensor)):
        return _of_array(data, index, names)
    if isinstance(data, str) or not hasattr(data, "__iter__"):
        raise ValueError("DataFrame constructor not properly called!")
    rows = list(data)
    if rows and isinstance(rows[0], dict):
        keys = list(dict.fromkeys(key for row in rows for key in row))
        return _of_dict({key: [row.get(key, NAN) for row in rows] for key in keys}, index, names)
    if rows and isinstance(rows[0], Series):
        keys = list(dict.fromkeys(label for row in rows for label in row.index.tolist()))
        labels = [at if row.name is None else row.name for at, row in enumerate(rows)] if index is None else index
        return _of_dict({key: [row.get(key, NAN) for row in rows] for key in keys}, labels, names)
    return _of_rows(rows, index, names)


def _of_rows(rows, index, names):
    if rows and hasattr(rows[0], "_fields") and names is None:
        names = Index(rows[0]._fields)
    are_plain = bool(rows) and not any(isinstance(row, tuple) or listed(row) is not None for row in rows)
    rows = [listed(row) if listed(row) is not None else list(row) if isinstance(row, tuple) else [row] for row in rows]
    width = max((len(row) for row in rows), default=0 if names is None else len(names))
    if names is not None and are_plain and len(names) != 1:
        raise ValueError(f"Shape of passed values is {(len(rows), 1)}, indices imply {(len(rows), len(names))}")
    if names is not None and rows and len(names) != width:
        raise ValueError(f"{len(names)} columns passed, passed data had {width} columns")
    made = [column_of([row[at] if at < len(row) else None for row in rows]) for at in range(width)]
    return made, RangeIndex(width) if names is None else names, RangeIndex(len(rows)) if index is None else index


def _unmasked(data):
    """What is masked as missing: whole numbers become floats for it."""
    mask = data._full_mask()
    if not bool(mask.any()):
        return data.data
    made = data.data.astype(float if data.dtype.kind in "iub" else data.dtype, copy=True)
    made[mask] = NAN
    return made


def _of_array(data, index, names):
    array = np.array(data) if isinstance(data, _torch.Tensor) else data
    array = array.reshape(-1, 1) if array.ndim == 1 else array
    if array.ndim != 2:
        raise ValueError(f"Must pass 2-d input. shape={array.shape}")
    if names is not None and len(names) != array.shape[1]:
        shape = (array.shape[0], len(names))
        raise ValueError(f"Shape of passed values is {array.shape}, indices imply {shape}")
    labels = len(array) if index is None else len(listed(index) or index)
    if labels != len(array):
        raise ValueError(f"Shape of passed values is {array.shape}, indices imply {(labels, array.shape[1])}")
    made = [as_given(array[:, at]) for at in range(array.shape[1])]
    return (
        made,
        RangeIndex(array.shape[1]) if names is None else names,
        RangeIndex(len(array)) if index is None else index,
    )


def _of_dict(data, index, names):
    if names is not None:
        chosen = set(names.tolist())
        data = {key: value for key, value in data.items() if key in chosen}
        index = RangeIndex(0) if not data and index is None else index
    labelled = [value for value in data.values() if isinstance(value, Series)]
    if index is None and labelled:
        from pandas._align import union

        index = labelled[0].index
        for each in labelled[1:]:
            index = union(index, each.index)
    nested = [value for value in data.values() if isinstance(value, dict)]
    if index is None and nested:
        index = Index(list(dict.fromkeys(label for each in nested for label in each)))
    sizes = {len(value) for value in data.values() if _is_many(value) and not isinstance(value, Series)}
    if len(sizes) > 1:
        raise ValueError("All arrays must be of the same length")
    if index is None:
        if not sizes and data:
            raise ValueError("If using all scalar values, you must pass an index")
        index = RangeIndex(sizes.pop() if sizes else 0)
    index = index_of(index, len(index))
    keys = list(data) if names is None else names.tolist()
    made = [_fitted(data[key], index) if key in data else column_of([NAN] * len(index), "object") for key in keys]
    if names is None:
        is_tuples = bool(keys) and all(isinstance(key, tuple) for key in keys)
        names = MultiIndex(keys) if is_tuples else counting(keys) if keys else RangeIndex(0)
    return made, names, index


def _is_many(value):
    return hasattr(value, "__len__") and not isinstance(value, (str, dict)) and getattr(value, "ndim", 1) > 0


def _fitted(value, index):
    if isinstance(value, dict):
        return column_of([value.get(label, NAN) for label in index])
    if isinstance(value, Series):
        if value.index.equals(index):
            return value._column
        from pandas._align import places

        return value._column.take_or_missing(places(value.index, index.tolist()))
    if not _is_many(value):
        value = [value] * len(index)
    made = column_of(value)
    if len(made) != len(index):
        raise ValueError(f"Length of values ({len(made)}) does not match length of index ({len(index)})")
    return made
