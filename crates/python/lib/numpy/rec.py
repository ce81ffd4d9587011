"""`np.rec`: arrays of rows whose columns are attributes, too.

What it is not: the rows themselves, which are `_records`'. Start reading at `recarray`.
"""

import numpy
from numpy import _print
from numpy._records import _short, from_rows, records, row_kind, void


class record(void):
    """One row, with `row.name` for `row["name"]`."""

    def __getattr__(self, name):
        if name[0] != "_" and name in self._names:
            return self[name]
        raise AttributeError(f"record has no attribute {name}")

    def __setattr__(self, name, value):
        if name[0] != "_" and name in self._names:
            self[name] = value
        else:
            void.__setattr__(self, name, value)

    def __repr__(self):
        return super().__repr__().replace("np.void", "np.record", 1)

    def pprint(self):
        """The columns, one a line."""
        width = max(map(len, self._names))
        return "\n".join(f"{name:>{width}}: {self[name]}" for name in self._names)


class recarray(records):
    """Rows, with `array.name` for `array["name"]`."""

    __slots__ = ()
    _row = record

    def __setattr__(self, name, value):
        if name[0] != "_" and name in self._names:
            self[name] = value
        else:
            records.__setattr__(self, name, value)

    def __getattr__(self, name):
        if name in object.__getattribute__(self, "_names"):
            return self[name]
        raise AttributeError(f"recarray has no attribute {name}")

    def __repr__(self):
        kind = ", ".join(f"('{name}', {_short(each)})" for name, each in zip(self._names, self.dtype._kinds))
        body = _print._nested(self._row_texts(), self.shape, len("rec.array("), ", ")
        return f"rec.array({body},\n          dtype=[{kind}])"


def _of(rows):
    return recarray(rows._names, rows._columns)


def array(obj, dtype=None, names=None):
    """Rows from tuples, or from other rows."""
    if isinstance(obj, records):
        return _of(obj)
    if dtype is None:
        return fromrecords(obj, names=names)
    return _of(from_rows(obj, row_kind(dtype) if isinstance(dtype, list) else dtype))


def fromarrays(arrayList, dtype=None, names=None):
    """Rows from columns."""
    columns = [numpy.asarray(each) for each in arrayList]
    if dtype is not None:
        kind = row_kind(dtype) if isinstance(dtype, list) else dtype
        return recarray(kind.names, [column.astype(each) for column, each in zip(columns, kind._kinds)])
    names = [f"f{at}" for at in range(len(columns))] if names is None else names
    return recarray([name.strip() for name in (names.split(",") if isinstance(names, str) else names)], columns)


def fromrecords(recList, dtype=None, names=None):
    """Rows from tuples, whose values say the dtypes."""
    if dtype is not None:
        return array(recList, dtype)
    return fromarrays([list(column) for column in zip(*recList)], names=names)


recarray.__module__ = record.__module__ = "numpy.rec"
