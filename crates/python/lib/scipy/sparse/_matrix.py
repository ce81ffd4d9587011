"""A table of mostly zeros, as scipy's sparse matrices and arrays are asked and printed.

What it is not: sparing of memory; the whole table is kept, and what scipy would store of it is told from it. Start
reading at `Sparse`.
"""

import numpy as np

_NAMES = {
    "csr": "Compressed Sparse Row", "csc": "Compressed Sparse Column", "coo": "COOrdinate", "lil": "List of Lists",
    "dok": "Dictionary Of Keys", "dia": "DIAgonal", "bsr": "Block Sparse Row",
}  # fmt: skip


class Sparse:
    """A matrix in one of scipy's formats. `_order` says in which order a row's values are stored, where not by column."""

    _is_array = False

    def _set(self, table, order=None):
        self._table, self._order = np.atleast_2d(np.asarray(table)), order
        return self

    def _like(self, table, format=None):
        return sparse_of(table, self.format if format is None else format, self._is_array)

    shape = property(lambda self: self._table.shape)
    dtype = property(lambda self: self._table.dtype)
    ndim = property(lambda self: self._table.ndim)
    T = property(lambda self: self.transpose())

    @property
    def nnz(self):
        """How many values are not zero."""
        return int((self._table != 0).sum())

    @property
    def size(self):
        return self.nnz

    def __len__(self):
        raise TypeError("sparse array length is ambiguous; use getnnz() or shape[0]")

    def _entries(self):
        """The places of stored values, in the order of the format."""
        if self.format == "csc":
            columns, rows = (each.tolist() for each in np.nonzero(self._table.T))
            return list(zip(rows, columns))
        if self._order is not None:
            return [(row, column) for row, columns in enumerate(self._order) for column in columns]
        return list(zip(*(each.tolist() for each in np.nonzero(self._table))))

    @property
    def data(self):
        """The stored values."""
        entries = self._entries()
        rows, columns = (np.array([each[at] for each in entries], dtype=int) for at in (0, 1))
        return self._table[rows, columns]

    @property
    def indices(self):
        """The stored values' columns, or, of compressed columns, their rows."""
        at = 0 if self.format == "csc" else 1
        return np.array([each[at] for each in self._entries()], dtype=np.int32)

    @property
    def indptr(self):
        """Where each row's values begin among the stored ones, or each column's."""
        counts = (self._table != 0).sum(axis=0 if self.format == "csc" else 1).tolist()
        found = [0]
        for count in counts:
            found.append(found[-1] + count)
        return np.array(found, dtype=np.int32)

    row = property(lambda self: np.array([each[0] for each in self._entries()], dtype=np.int32))
    col = property(lambda self: np.array([each[1] for each in self._entries()], dtype=np.int32))
    coords = property(lambda self: (self.row, self.col))

    # As other things

    def toarray(self):
        """The table as an array."""
        return self._table.copy()

    def todense(self):
        """The table as a matrix of numpy."""
        return self.toarray() if self._is_array else np.matrix(self._table)

    def asformat(self, format, copy=False):
        return self._like(self._table, self.format if format is None else format)

    def __array__(self, dtype=None, copy=None):
        return self._table if dtype is None and not copy else np.array(self._table, dtype=dtype)

    @property
    def _kindling_tensor(self):
        return self._table._kindling_tensor

    def astype(self, dtype):
        return self._like(self._table.astype(dtype))

    def copy(self):
        return sparse_of(self._table.copy(), self.format, self._is_array, self._order)

    def transpose(self):
        return self._like(self._table.T, {"csr": "csc", "csc": "csr"}.get(self.format))

    def reshape(self, *shape):
        return self._like(self._table.reshape(*shape))

    def nonzero(self):
        return tuple(each.astype(np.int32) for each in np.nonzero(self._table))

    def getnnz(self, axis=None):
        return self.nnz if axis is None else (self._table != 0).sum(axis=axis)

    def getrow(self, i):
        return self._like(self._table[i : i + 1])

    def getcol(self, j):
        return self._like(self._table[:, j : j + 1])

    def diagonal(self, k=0):
        return np.diagonal(self._table, k).copy()

    def __getitem__(self, key):
        found = self._table[key]
        if getattr(found, "ndim", 0) == 0:
            return found
        is_column = isinstance(key, tuple) and len(key) > 1 and hasattr(key[1], "__index__")
        return self._like(found.reshape(-1, 1) if found.ndim == 1 and is_column else np.atleast_2d(found))

    def __setitem__(self, key, value):
        self._table[key], self._order = value, None

    def __iter__(self):
        return (self._like(self._table[at : at + 1]) for at in range(self.shape[0]))

    # What is computed of it

    def _along(self, name, axis):
        found = getattr(self._table, name)(axis=axis)
        if axis is None or self._is_array:
            return found
        return np.matrix(np.expand_dims(found, axis))

    def sum(self, axis=None):
        return self._along("sum", axis)

    def mean(self, axis=None):
        return self._along("mean", axis)

    def _extreme(self, name, axis):
        found = getattr(self._table, name)(axis=axis)
        return found if axis is None else self._like(np.expand_dims(found, axis), "coo")

    def max(self, axis=None):
        return self._extreme("max", axis)

    def min(self, axis=None):
        return self._extreme("min", axis)

    def argmax(self, axis=None):
        return self._along("argmax", axis)

    def multiply(self, other):
        return self._like(self._table * np.asarray(other))

    def power(self, n):
        return self._like(self._table**n)

    def dot(self, other):
        if isinstance(other, Sparse):
            return self._like(self._table @ other._table)
        if np.ndim(other) == 0:
            return self._like(self._table * other)
        return self._table @ np.asarray(other)

    def __matmul__(self, other):
        return self.dot(other)

    def __rmatmul__(self, other):
        return np.asarray(other) @ self._table

    def __mul__(self, other):
        return self.multiply(other) if self._is_array else self.dot(other)

    def __rmul__(self, other):
        return self._like(other * self._table) if np.ndim(other) == 0 else self.__rmatmul__(other)

    def __truediv__(self, other):
        return self._like(self._table / np.asarray(other))

    def _beside(self, other, function):
        if isinstance(other, Sparse):
            return self._like(function(self._table, other._table))
        if np.ndim(other) == 0:
            if other != 0:
                raise NotImplementedError("adding a nonzero scalar to a sparse array is not supported")
            return self.copy()
        found = function(self._table, np.asarray(other))
        return found if self._is_array else np.matrix(found)

    def __add__(self, other):
        return self._beside(other, lambda a, b: a + b)

    __radd__ = __add__

    def __sub__(self, other):
        return self._beside(other, lambda a, b: a - b)

    def __neg__(self):
        return self._like(-self._table)

    def __abs__(self):
        return self._like(np.abs(self._table))

    def __pow__(self, power):
        return self.power(power) if self._is_array else self._like(np.linalg.matrix_power(self._table, power))

    def _compared(self, other, name):
        return self._like(getattr(self._table, name)(other._table if isinstance(other, Sparse) else other))

    def __eq__(self, other):
        return self._compared(other, "__eq__")

    def __ne__(self, other):
        return self._compared(other, "__ne__")

    def __gt__(self, other):
        return self._compared(other, "__gt__")

    def __lt__(self, other):
        return self._compared(other, "__lt__")

    __hash__ = None

    def __bool__(self):
        if self.shape == (1, 1):
            return bool(self._table[0, 0])
        raise ValueError(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()."
        )

    # In words

    def _title(self):
        kind = "array" if self._is_array else "matrix"
        stored = f"{self.nnz} stored elements"
        if self.format == "dia":
            rows, columns = np.nonzero(self._table)
            stored += f" ({len(set((columns - rows).tolist()))} diagonals)"
        return (
            f"<{_NAMES[self.format]} sparse {kind} of dtype '{self.dtype.name}'\n\twith {stored} and shape {self.shape}>"
        )

    def __repr__(self):
        return self._title()

    def __str__(self):
        entries, values = self._entries(), self.data
        most = 50
        lines = [f"  {place}\t{value}" for place, value in zip(entries, values)]
        if len(lines) > most:
            lines = [*lines[: most // 2], "  :\t:", *lines[-(most // 2) :]]
        return "\n".join([self._title(), *(["  Coords\tValues"] if lines else []), *lines])


class SparseArray(Sparse):
    """The same, with numpy's rules: `*` goes value by value, and sums along an axis are vectors."""

    _is_array = True


# The classes by whether they are arrays, and by their format.
CLASSES = {}


def sparse_of(table, format, is_array=False, order=None):
    """A table in a format."""
    kind = CLASSES[is_array, format]
    return kind.__new__(kind)._set(table, order)


def _turned(format):
    def turn(self, copy=False):
        return self.asformat(format)

    turn.__name__ = f"to{format}"
    return turn


for _format in _NAMES:
    setattr(Sparse, f"to{_format}", _turned(_format))
