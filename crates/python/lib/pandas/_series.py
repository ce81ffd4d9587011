"""`Series`: a column with labels.

What it is not: what can be made of its values, which is in `_values`. Start reading at `Series`.
"""

import numpy as np
from _scalars import INTS, NUMBERS
from numpy._objects import objects
from pandas import _stats
from pandas._column import NAN, Column, as_given, column_of, is_missing, joined, plain, shown_array
from pandas._format import series_text
from pandas._index import Index, counting, index_of
from pandas._filling import check_filling
from pandas._levels import without_levels
from pandas._labelled import Labelled
from pandas._operate import ALIASES, ARITHMETIC, BITS, COMPARISONS, inverted, operate
from pandas._refuse import LATER, also, later, refuse
from pandas._select import listed
from pandas._setting import written
from pandas._values import Values


class Series(Values, Labelled):
    """Values of one kind, each with a label."""

    ndim = 1
    __array_priority__ = 2000
    __hash__ = None

    @also(copy=None)
    def __init__(self, data=None, index=None, dtype=None, name=None):
        if isinstance(data, dict):
            labels = list(data) if index is None else list(index)
            data = [data.get(label, NAN) for label in labels]
            index = counting(labels) if index is None else index if isinstance(index, Index) else labels
        elif isinstance(data, Series) and index is not None:
            found = dict(zip(data.index.tolist(), data.tolist()))
            data, name = [found.get(label, NAN) for label in index], data.name if name is None else name
        elif data is None:
            data = [] if index is None else [NAN] * len(index)
        elif isinstance(data, (str, NUMBERS)):
            data = [data] * (1 if index is None else len(index))
        elif not hasattr(data, "__len__"):
            data = list(data)
        if isinstance(data, Series):
            index = data.index
        self.name = getattr(data, "name", None) if name is None and isinstance(data, (Series, Index)) else name
        self._column = as_given(data, dtype)
        self.index = index_of(index, len(self._column))

    @classmethod
    def _of(cls, column, index, name=None):
        made = cls.__new__(cls)
        made._column, made.index, made.name = column, index, name
        return made

    def _like(self, column):
        return Series._of(column, self.index, self.name)

    def _take(self, places):
        return Series._of(self._column.take(places), self.index.take(places), self.name)

    def _become(self, other):
        self._column, self._index, self.name = other._column, other.index, other.name

    @property
    def index(self):
        return self._index

    @index.setter
    def index(self, labels):
        self._index = labels if isinstance(labels, Index) else index_of(labels, len(self._column))

    @property
    def shape(self):
        return (len(self._column),)

    @property
    def dtype(self):
        return self._column.dtype

    dtypes = dtype

    @property
    def values(self):
        return self._column.as_numpy() if hasattr(self._column, "as_numpy") else shown_array(self._column)

    @property
    def array(self):
        return shown_array(self._column)

    def to_numpy(self, dtype=None, copy=False, na_value=NAN):
        """The values as an array; `na_value` stands for nothing where a dtype is given."""
        if dtype is not None and hasattr(self._column, "nullable"):
            return np.array([na_value if is_missing(value) else value for value in self.tolist()], dtype=dtype)
        column = self._column if dtype is None else self._column.astype(dtype)
        if column.is_number:
            return column.array.copy() if copy else column.array
        return column.as_numpy() if hasattr(column, "as_numpy") else objects(column.tolist())

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        """What numpy's functions make of the values, with their labels."""
        return self._like(Column(array))

    @property
    def _kindling_tensor(self):
        # What makes tensors and arrays of arrays can make them of a series.
        return self._column.array._kindling_tensor

    def tolist(self):
        """The values as a list."""
        return self._column.tolist()

    to_list = tolist

    def __iter__(self):
        return iter(self.tolist())

    def items(self):
        """Labels and values."""
        return zip(self.index.tolist(), self.tolist())

    def keys(self):
        """The labels."""
        return self.index

    def __contains__(self, label):
        return label in self.index

    def item(self):
        """The only value."""
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self.tolist()[0]

    # Selecting and writing

    def __getitem__(self, key):
        if isinstance(key, slice) and all(isinstance(edge, (INTS, type(None))) for edge in (key.start, key.stop)):
            return self.iloc[key]
        if callable(key):
            key = key(self)
        if isinstance(key, tuple) and not (self.index.has_parts or key in self.index.tolist()):
            if any(part is None for part in key):
                raise ValueError("Multi-dimensional indexing (e.g. `obj[:, None]`) is no longer supported. Convert to a numpy array "
                                 "before indexing instead.")
            raise KeyError("key of type tuple not found and not a MultiIndex")
        return self.loc[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice) and all(isinstance(edge, (INTS, type(None))) for edge in (key.start, key.stop)):
            self.iloc[key] = value
        else:
            self.loc[key] = value

    def get(self, key, default=None):
        """The value of a label, or something instead."""
        return self.loc[key] if key in self.index else default

    def _write(self, places, value):
        self._column = written(self._column, places, value)

    def _append_row(self, label, value):
        self._column = joined([self._column, column_of([plain(value)])])
        self._index = Index([*self.index.tolist(), label], name=self.index.name)

    # Missing values

    def isnull(self):
        """Where nothing is."""
        return self._like(Column(self._column.missing()))

    def notnull(self):
        """Where something is."""
        return self._like(Column(~self._column.missing()))

    isna, notna = isnull, notnull

    @property
    def hasnans(self):
        return bool(self._column.missing().any())

    @also(axis=0, how=None)
    def dropna(self, inplace=False, ignore_index=False):
        """The values that are there."""
        places = [at for at, is_gone in enumerate(self._column.missing().tolist()) if not is_gone]
        return self._placed(places, ignore_index, inplace)

    @also(axis=None, limit=None)
    def fillna(self, value, inplace=False):
        """A value, or that of the same label, where nothing is."""
        column = self._column
        if inplace:
            check_filling(column, value)
        if column.is_number and isinstance(plain(value), NUMBERS) and not isinstance(plain(value), bool):
            missing = column.missing()
            made = Column(np.where(missing, plain(value), column.array).astype(column.kind)) if bool(missing.any()) else column
            return self._replaced(self._like(made), inplace)
        by_label = value if isinstance(value, (dict, Series)) else None
        gone = self._column.missing().tolist()
        labels = self.index.tolist()
        fill = [by_label.get(label, NAN) for label in labels] if by_label is not None else [plain(value)] * len(labels)
        values = [new if is_gone else old for old, new, is_gone in zip(self.tolist(), fill, gone)]
        made = column_of(values) if any(gone) else self._column
        if self._column.kind == "object":
            made = Column(objects(values), "object")
        if hasattr(self._column, "nullable"):
            made = self._column.like(values)
        if self._column.kind == "category" and any(gone):
            if not set(value for value in fill if not is_missing(value)) <= set(self._column.categories):
                told = "" if by_label is not None else f" ({value})"
                raise TypeError(f"Cannot setitem on a Categorical with a new category{told}, set the categories first")
            made = self._column.like(values)
        made = made.astype(self._column.kind) if self._column.kind.startswith("float") and made.is_number else made
        return self._replaced(self._like(made), inplace)

    # Labels

    @also(copy=None, level=None, errors="ignore", axis=None)
    def rename(self, index=None, inplace=False):
        """Another name or, by a dict or a function, other labels."""
        made = self.copy()
        if isinstance(index, dict) or callable(index):
            change = (lambda label: index.get(label, label)) if isinstance(index, dict) else index
            made.index = Index([change(label) for label in self.index], name=self.index.name)
        else:
            made.name = index
        return self._replaced(made, inplace)

    @also(allow_duplicates=False)
    def reset_index(self, level=None, *, drop=False, name=None, inplace=False):
        """Labels that count; the old ones, or some parts of them, become columns, unless they are dropped."""
        if drop:
            return self._given(Series._of(self._column, without_levels(self.index, level)[1], self.name), inplace)
        return self.to_frame(0 if name is None and self.name is None else name or self.name).reset_index(level)

    @also(axis=0, level=None, columns=None)
    def drop(self, labels=None, index=None, inplace=False, errors="raise"):
        """Without some labels."""
        kept = set(self.index.drop(labels if index is None else index, errors).tolist())
        return self._placed([at for at, label in enumerate(self.index) if label in kept], False, inplace)

    @also(axis=None, copy=None, level=None, tolerance=None)
    def reindex(self, index, method=None, fill_value=NAN, limit=None):
        """The values of these labels; new ones are filled, by a value or as those beside them are."""
        if method is not None:
            from pandas._align import places_near

            index = self.index._as_new(index)
            found = places_near(self.index, index.tolist(), method, limit)
            return Series._of(self._column.take_or_missing(found), index, self.name)
        if limit is not None:
            raise ValueError("limit argument only valid if doing pad, backfill or nearest reindexing")
        found = dict(self.items())
        return Series([found.get(label, fill_value) for label in index], index=self.index._as_new(index), name=self.name)

    def to_frame(self, name=None):
        """A frame of this one column."""
        from pandas._frame import DataFrame

        return DataFrame._of(
            [self._column], self.index, Index([(0 if self.name is None else self.name) if name is None else name])
        )

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=True, show_counts=True):
        """Prints what kind the values have, and how many are there."""
        from pandas._info import info_of_series

        info_of_series(self, verbose, buf, max_cols, memory_usage, show_counts)

    def to_dict(self):
        """Values by labels."""
        return {label: plain(value) for label, value in self.items()}

    def copy(self, deep=True):
        """The same values; they are not shared: `deep` changes nothing."""
        return Series._of(self._column.take(list(range(len(self)))), self.index, self.name)

    def equals(self, other):
        """Whether values, their dtype and labels are the same; where nothing is, nothing has to be."""
        if not isinstance(other, Series) or self.dtype != other.dtype:
            return False
        same = [a == b or (is_missing(a) and is_missing(b)) for a, b in zip(self.tolist(), other.tolist())]
        return len(self) == len(other) and all(same) and self.index.equals(other.index)

    def groupby(self, by=None, **settings):
        """The values in groups, by another series, a list or the labels' function."""
        from pandas._groupby import SeriesGroupBy

        return SeriesGroupBy(self, by, **settings)

    @property
    def str(self):
        from pandas._strings import StringMethods

        return StringMethods(self._column, self._like)

    @property
    def dt(self):
        from pandas._dt import accessor

        return accessor(self)

    @property
    def cat(self):
        from pandas._category import CategoricalAccessor

        return CategoricalAccessor(self)

    @property
    def T(self):
        return self

    def to_csv(self, path_or_buf=None, **settings):
        """The values as text with separators."""
        return self.to_frame().to_csv(path_or_buf, **settings)

    def to_string(self):
        """All of it as text, without the line that says what it is."""
        from pandas._options import option_context

        with option_context("display.max_rows", None):
            return series_text(self).rpartition("\n")[0]

    def __delitem__(self, label):
        self.drop(label, inplace=True)

    def __divmod__(self, other):
        return self // other, self % other

    def __repr__(self):
        return series_text(self)

    def __getattr__(self, name):
        if not name.startswith("_") and name in self.index:
            return self.loc[name]
        if name in LATER:
            return later(self, name)
        if name in ("str", "dt", "cat"):
            # Python asks here once the property has said why not: it says so again.
            return type(self).__dict__[name].fget(self)
        refuse("Series", name)

    # Arithmetic

    def _operated(self, name, other, is_swapped=False, fill_value=None):
        if isinstance(other, Series):
            from pandas._align import aligned, filled

            left, right, index = aligned(self, other)
            left, right = filled(left, right, fill_value)
            named = self.name if self.name == other.name else None
            return Series._of(operate(name, *((right, left) if is_swapped else (left, right))), index, named)
        if hasattr(other, "columns"):
            return NotImplemented
        values = listed(other)
        if values is not None:
            if len(values) != len(self):
                raise ValueError(
                    f"operands could not be broadcast together with shapes ({len(self)},) ({len(values)},)"
                )
            other = column_of(other)
        own = self._column
        if fill_value is not None:
            from pandas._align import filled

            own, other = filled(own, other, fill_value)
        a, b = (other, own) if is_swapped else (own, other)
        return self._like(operate(name, a, b))

    def __neg__(self):
        return self._like(Column(-self._column.array))

    def __abs__(self):
        return self.abs()

    def __invert__(self):
        return self._like(inverted(self._column))

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())


def _operator(name, is_swapped=False):
    def method(self, other):
        return self._operated(name, other, is_swapped)

    method.__name__ = f"__{'r' if is_swapped else ''}{name}__"
    return method


def _named_operator(name, alias, is_swapped=False):
    @also(axis=0)
    def method(self, other, level=None, fill_value=None):
        if level is not None:
            from pandas._align import by_level

            other = by_level(other, self.index, level)
        return self._operated(name, other, is_swapped, fill_value)

    method.__name__, method.__doc__ = alias, f"As the operator, by the labels: {name}."
    return method


def _reduction(name):
    @also(axis=None, numeric_only=False)
    def method(self, skipna=True, **settings):
        return _stats.reduce(name, self._column, skipna, **settings)

    method.__name__, method.__doc__ = name, f"The {name} of the values."
    return method


def _running(name):
    @also(axis=None, skipna=True)
    def method(self):
        return self._like(_stats.running(name, self._column))

    method.__name__, method.__doc__ = f"cum{name}", f"The {name} up to each place."
    return method


for _name in (*ARITHMETIC, *BITS):
    setattr(Series, f"__{_name}__", _operator(_name))
    setattr(Series, f"__r{_name}__", _operator(_name, True))
for _name in (*COMPARISONS,):
    setattr(Series, f"__{_name}__", _operator(_name))
for _name in (*ARITHMETIC, *COMPARISONS):
    for _alias in ALIASES.get(_name, (_name,)):
        setattr(Series, _alias, _named_operator(_name, _alias))
for _name in _stats.NAMES:
    if _name not in ("size", "first", "last"):
        setattr(Series, _name, _reduction(_name))
for _name in ("sum", "prod", "max", "min"):
    setattr(Series, f"cum{_name}", _running(_name))
