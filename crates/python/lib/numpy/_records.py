"""Arrays of rows with named columns, as `genfromtxt(names=True)` makes them.

Not frames: those are pandas'. Start reading at `records`.
"""

import _torch
from numpy._array import ndarray
from numpy._make import asarray
from numpy._types import _Kind, dtype


class _RowKind(_Kind):
    """The dtype of such rows: the names and dtypes of the columns."""

    def __new__(cls, names, kinds):
        made = super().__new__(cls, "void", "V")
        made.names, made._kinds = tuple(names), list(kinds)
        return made

    type = property(lambda self: void)
    itemsize = property(lambda self: sum(kind.itemsize for kind in self._kinds))

    @property
    def fields(self):
        """Each column's dtype, and where it begins in a row."""
        found, start = {}, 0
        for name, kind in zip(self.names, self._kinds):
            found[name] = (kind, start)
            start += kind.itemsize
        return found

    def __getitem__(self, name):
        if name not in self.names:
            raise KeyError(f"Field named {name!r} not found.")
        return self._kinds[self.names.index(name)]

    def __eq__(self, other):
        other = row_kind(other) if isinstance(other, list) else other
        return isinstance(other, _RowKind) and (other.names, other._kinds) == (self.names, self._kinds)

    def __hash__(self):
        return hash(self.names)

    def __repr__(self):
        pairs = ", ".join(f"('{name}', '{_short(kind)}')" for name, kind in zip(self.names, self._kinds))
        return f"dtype([{pairs}])"

    def __str__(self):
        return repr(self)[len("dtype(") : -1].replace("'|", "'")


def row_kind(fields):
    """The dtype of rows, of pairs of names and dtypes."""
    for field in fields:
        if not isinstance(field, tuple) or len(field) < 2:
            raise TypeError("Field elements must be 2- or 3-tuples, got '{!r}'".format(field))
        if len(field) > 2:
            raise NotImplementedError("numpy: columns of arrays within rows are not built into this numpy")
    return _RowKind([field[0] for field in fields], [dtype(field[1]) for field in fields])


def _short(kind):
    return str(kind) if isinstance(kind, _Kind) else kind.str


class void(tuple):
    """One row; `source` and `place` are the array that it is of, and where."""

    def __new__(cls, names, values, source=None, place=None):
        made = super().__new__(cls, values)
        made._names, made._source, made._place = tuple(names), source, place
        return made

    @property
    def dtype(self):
        return self._source.dtype

    def __setitem__(self, key, value):
        name = key if isinstance(key, str) else self._names[key]
        self._source[name][self._place] = value

    def __repr__(self):
        return f"np.void({self}, dtype={self.dtype})" if self._source is not None else str(self)

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            key = self._names.index(key)
        return super().__getitem__(key)

    def __str__(self):
        return "(" + ", ".join(_words(list(self))) + ("," if len(self) == 1 else "") + ")"

    def item(self):
        return tuple(value.item() if hasattr(value, "item") else value for value in self)


def _words(values):
    return [repr(str(value)) if isinstance(value, str) else str(value) for value in values]


class records(ndarray):
    """The columns by name."""

    __slots__ = ("_names", "_columns")

    def __init__(self, names, columns):
        self._names, self._columns, self._backward = list(names), list(columns), None

    @property
    def _kindling_tensor(self):
        raise TypeError(
            "can't convert np.ndarray of type numpy.void. The only supported types are: float64, float32, float16, "
            "complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool."
        )

    shape = property(lambda self: self._columns[0].shape)
    ndim = property(lambda self: self._columns[0].ndim)
    size = property(lambda self: self._columns[0].size)
    dtype = property(lambda self: _RowKind(self._names, [column.dtype for column in self._columns]))

    def __len__(self):
        return len(self._columns[0])

    def __iter__(self):
        return (self[at] for at in range(len(self)))

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            return self._columns[self._names.index(key)]
        if isinstance(key, list) and key and isinstance(key[0], str):
            return records(key, [self[name] for name in key])
        parts = [column[key] for column in self._columns]
        return records(self._names, parts) if isinstance(parts[0], ndarray) else void(self._names, parts, self, key)

    def __setitem__(self, key, value):
        if isinstance(key, str):
            self[key][...] = value
            return
        rows = value._columns if isinstance(value, records) else zip(*value) if isinstance(value, list) else value
        if not isinstance(value, (records, list, tuple)):
            rows = [value] * len(self._columns)
        for column, part in zip(self._columns, rows):
            column[key] = list(part) if isinstance(value, list) else part

    def tolist(self):
        return [row.item() if isinstance(row, void) else row.tolist() for row in self]

    def copy(self, order="C"):
        return type(self)(self._names, [column.copy() for column in self._columns])

    def reshape(self, *shape, order="C", copy=None):
        return type(self)(self._names, [column.reshape(*shape) for column in self._columns])

    def argsort(self, axis=-1, kind=None, order=None):
        names = [order] if isinstance(order, str) else self._names if order is None else list(order)
        columns = [self[name].tolist() for name in names]
        return ndarray(_torch.tensor(sorted(range(self.size), key=lambda at: [column[at] for column in columns])))

    def sort(self, axis=-1, kind=None, order=None):
        """The rows in the order of columns."""
        self[...] = self[self.argsort(order=order)].copy()

    def _row_texts(self):
        from numpy import _print

        words = []
        for column in self._columns:
            if column._is_of_objects:
                words.append([repr(value) for value in column.ravel().tolist()])
            else:
                words.append(_print._texts(column._kindling_tensor))
        return ["(" + ", ".join(row) + ("," if len(row) == 1 else "") + ")" for row in zip(*words)]

    def __str__(self):
        from numpy import _print

        return _print._nested(self._row_texts(), self.shape, 0, " ")

    def __repr__(self):
        from numpy import _print

        return _print.array_text(_print._nested(self._row_texts(), self.shape, len("array("), ", "), [f"dtype={self.dtype}"])


records.__name__ = records.__qualname__ = "ndarray"
records.__module__ = void.__module__ = "numpy"


def from_rows(rows, kind):
    """An array of rows from tuples, or from other rows."""
    if isinstance(rows, records):
        return records(kind.names, [column.astype(each) for column, each in zip(rows._columns, kind._kinds)])
    rows = [rows] if isinstance(rows, tuple) else [row if isinstance(row, tuple) else (row,) * len(kind.names) for row in rows]
    for row in rows:
        if len(row) != len(kind.names):
            raise ValueError(f"could not assign tuple of length {len(row)} to structure with {len(kind.names)} fields.")
    columns = zip(*rows) if rows else [()] * len(kind.names)
    return records(kind.names, [asarray(list(column), each) for column, each in zip(columns, kind._kinds)])


def alike(make, shape, kind):
    """Rows of one value, as `zeros` makes them."""
    return records(kind.names, [make(shape, each) for each in kind._kinds])
