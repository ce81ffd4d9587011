"""`DataFrame`: columns side by side, with labels for the rows.

What it is not: all that can be done with one; that is in `_table`, `_whole` and the modules these call. Start reading at
`DataFrame`.
"""

import _torch
import numpy as np
from _scalars import FLOATS, INTS
from numpy._objects import objects
from pandas._column import NAN, Column, column_of, joined, plain
from pandas._construct import read
from pandas._format import frame_repr
from pandas._html import frame_repr_html
from pandas._index import Index, RangeIndex, index_of, labels_of
from pandas._labelled import Labelled
from pandas._refuse import LATER, also, later, refuse
from pandas._relabelled import Relabelled
from pandas._select import by_label, listed, mask_of
from pandas._series import Series
from pandas._setting import written
from pandas._table import Table
from pandas._whole import Whole


class DataFrame(Table, Relabelled, Whole, Labelled):
    """A table: columns with names, rows with labels."""

    ndim = 2
    __array_priority__ = 3000
    __hash__ = None

    @also(copy=None)
    def __init__(self, data=None, index=None, columns=None, dtype=None):
        made, names, labels = read(data, index, columns)
        if dtype is not None:
            made = [column.astype(dtype) for column in made]
        count = len(made[0]) if made else len(labels) if labels is not None else 0
        self.__dict__.update(_columns=made, _names=names, _index=index_of(labels, count))

    @classmethod
    def from_dict(cls, data, orient="columns", dtype=None, columns=None):
        """A frame of a dict: its values are columns or, with orient="index", rows."""
        if orient not in ("columns", "index"):
            raise NotImplementedError(f"from_dict: orient={orient!r} is not built into this pandas")
        if orient == "columns":
            return cls(data, dtype=dtype)
        return cls(list(data.values()), index=list(data), columns=columns, dtype=dtype)

    @classmethod
    @also(exclude=None, coerce_float=False, nrows=None)
    def from_records(cls, data, index=None, columns=None):
        """A frame of rows: tuples, dicts, or an array with named columns."""
        names = getattr(getattr(data, "dtype", None), "names", None)
        if names:
            return cls({name: data[name] for name in names}, index=index)
        return cls(list(data), index=index, columns=columns)

    @classmethod
    def _of(cls, columns, index, names):
        made = cls.__new__(cls)
        made.__dict__.update(_columns=list(columns), _names=names, _index=index)
        return made

    def _become(self, other):
        self.__dict__.update(_columns=other._columns, _names=other._names, _index=other._index)

    def _like(self, columns):
        return DataFrame._of(columns, self.index, self.columns)

    def _take(self, places):
        numbers = np.array(places, dtype=np.int64) if len(self._columns) > 1 else places
        columns = [column.take(numbers if type(column) is Column and column.is_number else places) for column in self._columns]
        return DataFrame._of(columns, self.index.take(places), self.columns)

    def _only(self, chosen):
        return DataFrame._of([self._columns[at] for at in chosen], self.index, self.columns.take(chosen))

    def _series(self, at):
        return Series._of(self._columns[at], self.index, self.columns.tolist()[at])

    def _row(self, place, keeps_scalars=False):
        """A row: of one kind if the columns are, else of objects, which are Python's own or numpy's scalars."""
        kinds = {column.kind for column in self._columns}
        label = self.index.tolist()[place]
        if all(column.is_number for column in self._columns) and ("bool" not in kinds or len(kinds) == 1):
            return Series._of(joined([column.take([place]) for column in self._columns]), self.columns, label)
        if keeps_scalars:
            values = [column.at(place) if column.is_number else plain(column.at(place)) for column in self._columns]
        else:
            values = [column.tolist()[place] if len(column) < 64 else plain(column.at(place)) for column in self._columns]
        kind = "str" if kinds == {"str"} else "object"
        return Series._of(Column(objects(values), kind), self.columns, label)

    @property
    def index(self):
        return self._index

    @index.setter
    def index(self, labels):
        self.__dict__["_index"] = labels if isinstance(labels, Index) else index_of(labels, len(self))

    @property
    def columns(self):
        return self._names

    @columns.setter
    def columns(self, names):
        made = labels_of(names)
        if len(made) != len(self._columns):
            raise ValueError(
                f"Length mismatch: Expected axis has {len(self._columns)} elements, new values have {len(made)} elements"
            )
        self.__dict__["_names"] = made

    @property
    def shape(self):
        return (len(self.index), len(self._columns))

    @property
    def axes(self):
        return [self.index, self.columns]

    @property
    def dtypes(self):
        return Series._of(Column(objects([column.dtype for column in self._columns]), "object"), self.columns)

    @property
    def values(self):
        return self.to_numpy()

    @also(na_value=None)
    def to_numpy(self, dtype=None, copy=False):
        """The values as an array, a row a row: of numbers if all are, else of objects. It is a copy in any case."""
        columns = self._columns if dtype is None else [column.astype(dtype) for column in self._columns]
        kinds = {column.kind for column in columns}
        if all(column.is_number for column in columns) and ("bool" not in kinds or len(kinds) == 1):
            if not columns:
                return np.zeros((len(self), 0))
            return np.stack([column.array for column in columns], axis=1)
        rows = list(zip(*(column.tolist() for column in columns)))
        return objects([value for row in rows for value in row], (len(self), len(columns)))

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        """What numpy's functions make of the values, with their labels."""
        return self._like([Column(array[:, at]) for at in range(array.shape[1])])

    @property
    def _kindling_tensor(self):
        # What makes tensors and arrays of arrays can make them of a frame.
        return self.to_numpy()._kindling_tensor

    @property
    def T(self):
        rows = [self._row(place)._column for place in range(len(self))]
        return DataFrame._of(rows, self.columns, self.index)

    def transpose(self):
        """Rows as columns."""
        return self.T

    def __iter__(self):
        return iter(self.columns)

    def __contains__(self, name):
        return name in self.columns

    def keys(self):
        """The columns' names."""
        return self.columns

    # Selecting and writing

    def __getitem__(self, key):
        if callable(key):
            key = key(self)
        if isinstance(key, slice):
            return self.iloc[key] if isinstance(key.start or key.stop or 0, INTS) else self.loc[key]
        if isinstance(key, DataFrame):
            return self.where(key)
        places = mask_of(key, self.index)
        if places is not None:
            return self._take(places)
        chosen = by_label(key, self.columns)
        if isinstance(chosen, INTS):
            return self._series(chosen)
        part = self._only(chosen)
        if self.columns.nlevels > 1 and listed(key) is None:
            given = len(key) if isinstance(key, tuple) else 1
            part.columns = part.columns._reordered(list(range(given, part.columns.nlevels)))
        return part

    def __setitem__(self, key, value):
        places = mask_of(key, self.index)
        if places is not None:
            self._write(places, list(range(len(self._columns))), value)
            return
        if isinstance(key, DataFrame):
            self._write_where(key, value)
            return
        names = listed(key)
        if names is None:
            self._set_column(key, value)
            return
        parts = _parts(value, len(names))
        for name, part in zip(names, parts):
            self._set_column(name, part)

    def _write_where(self, mask, value):
        """Writes where a frame of conditions holds."""
        if listed(value) is not None or hasattr(value, "columns"):
            self._become(self.where(~mask, value))
            return
        for at, flags in enumerate(mask.to_numpy().T.tolist()):
            self._write([place for place, holds in enumerate(flags) if holds], [at], value)

    def _fitting(self, value):
        """What is written as a column: by label if it has labels."""
        if isinstance(value, DataFrame) and value.shape[1] == 1:
            value = value._series(0)
        if isinstance(value, Series):
            if not self._columns and not len(self.index):
                self.index = value.index
            if value.index.equals(self.index):
                return value._column
            from pandas._align import places

            return value._column.take_or_missing(places(value.index, self.index.tolist()))
        if hasattr(value, "ndim") and value.ndim == 2 and value.shape[1] == 1:
            value = value.reshape(-1)
        if listed(value) is None and not isinstance(value, (tuple, _torch.Tensor)):
            value = [value] * len(self) if not isinstance(value, dict) else list(value)
        made = column_of(value)
        if not self._columns and not len(self.index):
            self.index = RangeIndex(len(made))
        if len(made) != len(self.index):
            raise ValueError(f"Length of values ({len(made)}) does not match length of index ({len(self.index)})")
        return made

    def _set_column(self, name, value):
        made, columns = self._fitting(value), list(self._columns)
        found = self.columns.places(name)
        for at in found:
            columns[at] = made
        if not found:
            columns.append(made)
            self.__dict__["_names"] = Index([*self.columns.tolist(), name], name=self.columns.name)
        self.__dict__["_columns"] = columns

    def insert(self, loc, column, value):
        """A new column at a place."""
        if column in self.columns:
            raise ValueError(f"cannot insert {column}, already exists")
        made, columns, names = self._fitting(value), list(self._columns), self.columns.tolist()
        columns.insert(loc, made)
        names.insert(loc, column)
        self.__dict__.update(_columns=columns, _names=Index(names, name=self.columns.name))

    def pop(self, item):
        """A column, which is then gone."""
        series = self[item]
        self._become(self.drop(columns=item))
        return series

    def __delitem__(self, name):
        self.pop(name)

    def _add_missing(self, name):
        self._set_column(name, NAN)

    def _append_row(self, label, values):
        """A row more, of a value a column; what a dict leaves out is nothing."""
        if isinstance(values, dict):
            values = [values.get(name, NAN) for name in self.columns.tolist()]
        if len(values) != len(self._columns):
            raise ValueError("cannot set a row with mismatched columns")
        parts = zip(self._columns, values)
        grown = [joined([column, _below(column, plain(value))]) for column, value in parts]
        labels = self.index._like([*self.index.tolist(), label])
        self.__dict__.update(_columns=grown, _index=labels)

    def _write(self, places, chosen, value, is_fresh=False):
        """Writes at rows and columns: one value, one a row, or one a column."""
        parts = _written(value, len(places), len(chosen), self.columns.take(chosen), self.index.take(places))
        columns = list(self._columns)
        for at, part in zip(chosen, parts):
            columns[at] = written(columns[at], places, part, is_fresh)
        self.__dict__["_columns"] = columns

    def __getattr__(self, name):
        if not name.startswith("_") and (
            name in self.columns or self.columns.has_parts and any(label[0] == name for label in self.columns)
        ):
            return self[name]
        if name in LATER:
            return later(self, name)
        refuse("DataFrame", name)

    def __setattr__(self, name, value):
        if name in ("index", "columns"):
            getattr(DataFrame, name).__set__(self, value)
        elif name in self.columns:
            self[name] = value
        else:
            self.__dict__[name] = value

    def __repr__(self):
        return frame_repr(self)

    def _repr_html_(self):
        return frame_repr_html(self)


def _below(column, value):
    """A value that comes below a column: nothing is of the column's kind, but for whole numbers."""
    if value is None or value != value:
        return column_of([NAN]) if column.is_number else column.like([NAN])
    if "int" in column.kind and isinstance(value, FLOATS) and value.is_integer():
        # A whole number in a column of them stays one.
        value = int(value)
    if column.kind == "category" and value in column.categories:
        return column.like([value])
    return column_of([value])


def _parts(value, count):
    """What is written into several columns, a part each."""
    if isinstance(value, DataFrame):
        parts = [value._series(at) for at in range(value.shape[1])]
    elif getattr(value, "ndim", 1) == 2:
        parts = [value[:, at] for at in range(value.shape[1])]
    elif listed(value) is not None and not isinstance(value, Series):
        rows = listed(value)
        parts = list(zip(*rows)) if rows and isinstance(rows[0], (list, tuple)) else rows
    else:
        parts = [value] * count
    if len(parts) != count:
        raise ValueError("Columns must be same length as key")
    return parts


def _written(value, rows, columns, names, labels):
    """What is written at so many rows and columns, a column each."""
    if isinstance(value, DataFrame):
        return [value[name].reindex(labels.tolist()).tolist() for name in names]
    if isinstance(value, Series):
        if columns == 1:
            return [value.reindex(labels.tolist()).tolist()]
        return [value[name] for name in names]
    if isinstance(value, dict):
        return [value[name] for name in names]
    values = list(value) if isinstance(value, tuple) else listed(value)
    if values is None:
        return [value] * columns
    if values and isinstance(values[0], (list, tuple)):
        return list(zip(*values))
    if columns == 1 and len(values) == rows:
        return [values]
    if len(values) != columns:
        raise ValueError("Must have equal len keys and value when setting with an iterable")
    return [each if listed(each) is None else [each] * rows for each in values]
