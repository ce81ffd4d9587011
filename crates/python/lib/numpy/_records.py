"""Arrays of rows with named columns, as `genfromtxt(names=True)` makes them.

Not frames: those are pandas'. Start reading at `records`.
"""

import _torch
from numpy._array import ndarray
from numpy._make import asarray
from numpy._types import _Kind, dtype


class _RowKind(_Kind):
    """The dtype of such rows: the names and dtypes of the columns."""

    def __new__(cls, names, columns):
        made = super().__new__(cls, "void", "V")
        made.names, made._columns = tuple(names), [column.dtype for column in columns]
        return made

    @property
    def itemsize(self):
        return sum(kind.itemsize for kind in self._columns)

    def __repr__(self):
        pairs = ", ".join(f"('{name}', '{_short(kind)}')" for name, kind in zip(self.names, self._columns))
        return f"dtype([{pairs}])"

    def __str__(self):
        return repr(self)[len("dtype(") : -1]


def _short(kind):
    return str(kind) if isinstance(kind, _Kind) else kind.str


class void(tuple):
    """One row."""

    def __new__(cls, names, values):
        made = super().__new__(cls, values)
        made._names = tuple(names)
        return made

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            key = self._names.index(key)
        return super().__getitem__(key)

    def __str__(self):
        return "(" + ", ".join(_words(list(self))) + ")"

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
    ndim = property(lambda self: 1)
    size = property(lambda self: self._columns[0].size)
    dtype = property(lambda self: _RowKind(self._names, self._columns))

    def __len__(self):
        return self.size

    def __iter__(self):
        return (void(self._names, row) for row in zip(*self._columns))

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            return self._columns[self._names.index(key)]
        if isinstance(key, list) and key and isinstance(key[0], str):
            return records(key, [self[name] for name in key])
        parts = [column[key] for column in self._columns]
        return records(self._names, parts) if isinstance(parts[0], ndarray) else void(self._names, parts)

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise NotImplementedError("numpy: rows with named columns are written column by column in this numpy")
        self[key][...] = value

    def tolist(self):
        return [row.item() for row in self]

    def copy(self, order="C"):
        return records(self._names, [column.copy() for column in self._columns])

    def argsort(self, axis=-1, kind=None, order=None):
        names = [order] if isinstance(order, str) else self._names if order is None else list(order)
        columns = [self[name].tolist() for name in names]
        return ndarray(_torch.tensor(sorted(range(self.size), key=lambda at: [column[at] for column in columns])))

    def _row_texts(self):
        from numpy import _print

        words = []
        for column in self._columns:
            if column._is_of_objects:
                texts = [repr(value) for value in column.tolist()]
                words.append([text.ljust(max(map(len, texts))) for text in texts])
            else:
                words.append(_print._texts(column._kindling_tensor))
        return ["(" + ", ".join(row) + ("," if len(row) == 1 else "") + ")" for row in zip(*words)]

    def __str__(self):
        from numpy import _print

        return _print._row(self._row_texts(), 0, " ")

    def __repr__(self):
        from numpy import _print

        return _print.array_text(_print._row(self._row_texts(), len("array("), ", "), [f"dtype={self.dtype}"])


records.__name__ = records.__qualname__ = "ndarray"
records.__module__ = void.__module__ = "numpy"


def from_rows(rows, fields):
    """An array of rows from tuples and from pairs of names and dtypes."""
    columns = [asarray(list(column), dtype(field[1])) for column, field in zip(zip(*rows), fields)]
    return records([field[0] for field in fields], columns)
