"""Columns of arrays of rows: added, dropped, called otherwise, and made a plain array's.

What it is not: joins of tables by keys. Start reading at `append_fields`.
"""

import numpy
from numpy._records import records
from numpy.rec import recarray


def _rows(names, columns, is_record=False):
    return (recarray if is_record else records)(list(names), list(columns))


def _unmasked(name, usemask):
    if usemask:
        raise NotImplementedError(f"numpy.lib.recfunctions.{name}: usemask=True is not built into this numpy; pass usemask=False")


def append_fields(base, names, data, dtypes=None, fill_value=-1, usemask=True, asrecarray=False):
    """With more columns."""
    _unmasked("append_fields", usemask)
    is_one = isinstance(names, str)
    names, data = ([names], [data]) if is_one else (list(names), list(data))
    if len(names) != len(data):
        raise ValueError("The number of arrays does not match the number of names")
    kinds = [None] * len(names) if dtypes is None else [dtypes] * len(names) if not isinstance(dtypes, (list, tuple)) else dtypes
    columns = [numpy.asarray(each, kind) for each, kind in zip(data, kinds)]
    base = numpy.asarray(base)
    size = max([len(base), *map(len, columns)])
    columns = [_longer(each, size, fill_value) for each in (*base._columns, *columns)]
    return _rows([*base._names, *names], columns, asrecarray)


def _longer(column, size, fill):
    if len(column) == size:
        return column
    rest = numpy.full(size - len(column), fill, dtype=column.dtype) if column.dtype.kind not in "U" else numpy.full(size - len(column), "N/A")
    return numpy.concatenate([column, rest])


def rec_append_fields(base, names, data, dtypes=None):
    """As `append_fields`, whose columns are attributes, too."""
    return append_fields(base, names, data, dtypes, usemask=False, asrecarray=True)


def drop_fields(base, drop_names, usemask=True, asrecarray=False):
    """Without some columns."""
    gone = {drop_names} if isinstance(drop_names, str) else set(drop_names)
    kept = [(name, column) for name, column in zip(base._names, base._columns) if name not in gone]
    return _rows(*zip(*kept), asrecarray)


def rename_fields(base, namemapper):
    """The same columns by other names."""
    return base._with(base._columns) if not namemapper else _rows([namemapper.get(name, name) for name in base._names], base._columns)


def get_names(adtype):
    return adtype.names


get_names_flat = get_names


def structured_to_unstructured(arr, dtype=None, copy=False, casting="unsafe"):
    """Columns of numbers as the last axis of a plain array."""
    kind = numpy.result_type(*(column.dtype for column in arr._columns)) if dtype is None else dtype
    return numpy.stack([column.astype(kind) for column in arr._columns], -1)


def unstructured_to_structured(arr, dtype=None, names=None, align=False, copy=False, casting="unsafe"):
    """The last axis of a plain array as columns."""
    arr = numpy.asarray(arr)
    if dtype is not None:
        kind = numpy.dtype(dtype)
        return _rows(kind.names, [arr[..., at].astype(kind[at]) for at in range(len(kind.names))])
    names = [f"f{at}" for at in range(arr.shape[-1])] if names is None else names
    return _rows(names, [arr[..., at].copy() for at in range(arr.shape[-1])])


def merge_arrays(seqarrays, fill_value=-1, flatten=False, usemask=False, asrecarray=False):
    """Arrays beside each other, as columns."""
    _unmasked("merge_arrays", usemask)
    names, columns = [], []
    for at, each in enumerate(seqarrays):
        each = numpy.asarray(each)
        is_rows = isinstance(each, records)
        if is_rows and not flatten:
            raise NotImplementedError("numpy.lib.recfunctions.merge_arrays: flatten=False of rows is not built into this numpy")
        names += each._names if is_rows else [f"f{at}"]
        columns += each._columns if is_rows else [each]
    size = max(map(len, columns))
    return _rows(names, [_longer(column, size, fill_value) for column in columns], asrecarray)


def repack_fields(a, align=False, recurse=False):
    """The columns beside each other in memory."""
    return a._with([column.copy() for column in a._columns])


def require_fields(array, required_dtype):
    """The columns of a dtype, in its order."""
    kind = numpy.dtype(required_dtype)
    return _rows(kind.names, [array[name].astype(kind[name]) for name in kind.names])
