"""Labels of rows and columns.

What it is not: data, nor labels of several parts, which are `_multi_index`'s. Start reading at `Index`; `RangeIndex` counts
from 0.
"""

from datetime import datetime, timedelta

import numpy as np
from _scalars import INTS
from numpy._objects import objects
from pandas._column import column_of, flags, is_missing, plain
from pandas._refuse import refuse


# Methods that come when they are asked for, from `_more_labels`; and those that are no calls.
_LATER = frozenset(
    "append argmax argmin argsort astype delete drop_duplicates droplevel dropna duplicated fillna get_indexer get_level_values "
    "has_duplicates hasnans inferred_type insert is_monotonic_decreasing is_monotonic_increasing isna isnull notna notnull repeat "
    "round searchsorted set_names shift sort_values symmetric_difference to_flat_index to_frame value_counts where".split()
)
_PROPERTIES = frozenset("has_duplicates hasnans inferred_type is_monotonic_decreasing is_monotonic_increasing".split())
# Which index holds labels of these kinds, and where it is.
_OF_KINDS = {
    "Timestamp": ("_times", "DatetimeIndex"), "Timedelta": ("_spans", "TimedeltaIndex"), "Period": ("_periods", "PeriodIndex"),
    "Interval": ("_intervals", "IntervalIndex"),
}  # fmt: skip


def _plain_labels(data):
    """Labels in a list of their own; numpy's numbers and texts as Python's."""
    labels = list(data.tolist() if hasattr(data, "tolist") else data)
    kinds = set(map(type, labels))
    if kinds == {int, float} and all(label == label for label in labels):
        return list(map(float, labels))
    return list(map(plain, labels)) if any(issubclass(kind, (np.generic, np.character)) for kind in kinds) else labels


def _are_all(labels, kind):
    return all(isinstance(label, kind) or is_missing(label) for label in labels)


class Index:
    """Labels in order, and a name for them."""

    # A kind other than the one that the labels would have by themselves.
    _kind = None

    def __new__(cls, data=(), dtype=None, name=None):
        if cls is Index and dtype is None and getattr(getattr(data, "dtype", None), "kind", "O") in tuple("mM"):
            labels = column_of(data).tolist()
        else:
            labels = _plain_labels(data)
        first = next((label for label in labels if not is_missing(label)), None) if cls is Index else None
        kind = datetime if isinstance(first, datetime) else timedelta
        if isinstance(first, kind) and dtype is None and not hasattr(data, "_labels") and _are_all(labels, kind):
            labels = column_of(labels).tolist()
            first = next(label for label in labels if not is_missing(label))
        own = _OF_KINDS.get(type(first).__name__) if dtype not in (object, "object") and _are_all(labels, type(first)) else None
        if own is not None:
            kind = getattr(__import__(f"pandas.{own[0]}", fromlist=own[1:]), own[1])
            return kind(labels, name=getattr(data, "name", None) if name is None else name)
        if cls is Index and labels and all(isinstance(label, tuple) for label in labels):
            from pandas._multi_index import MultiIndex

            return super().__new__(MultiIndex)
        return super().__new__(cls)

    def __init__(self, data=(), dtype=None, name=None):
        if type(self).__name__ in ("DatetimeIndex", "PeriodIndex", "TimedeltaIndex") and hasattr(self, "_labels"):
            return
        self._labels = _plain_labels(data)
        if dtype in (object, "object"):
            self._kind = "object"
        if dtype is not None:
            self._labels = column_of(self._labels, dtype).tolist()
        self.name, self._found = getattr(data, "name", None) if name is None else name, None

    # Looking up

    def places(self, label):
        """Where a label is, often once."""
        if self._found is None:
            self._found = {}
            for at, each in enumerate(self._labels):
                self._found.setdefault(each, []).append(at)
        try:
            return self._found.get(label, [])
        except TypeError:
            return []

    def find(self, label):
        """Where a label is: its place, or all of them if there are several or none."""
        found = self.places(label)
        return found[0] if len(found) == 1 else found

    def edge(self, label, which):
        """What a slice's edge is compared with: the first (0) or the last (1) of what it names."""
        del which
        return label

    def get_loc(self, key):
        """Where a label is.

        Raises:
            KeyError: for one that is not there.
        """
        found = self.places(key)
        if not found:
            raise KeyError(key)
        if len(found) == 1:
            return found[0]
        return flags([at in set(found) for at in range(len(self))])

    def __contains__(self, label):
        return bool(self.places(label))

    def __len__(self):
        return len(self._labels)

    def __iter__(self):
        return iter(self._labels)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._labels[key])
        if hasattr(key, "__iter__"):
            places = key.tolist() if hasattr(key, "tolist") else list(key)
            if places and isinstance(places[0], bool):
                places = [at for at, is_chosen in enumerate(places) if is_chosen]
            return self.take(places)
        if not -len(self._labels) <= key < len(self._labels):
            raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self._labels)}")
        label = self._labels[key]
        return np.int64(label) if type(label) is int else np.float64(label) if type(label) is float else label

    def __setitem__(self, key, value):
        raise TypeError("Index does not support mutable operations")

    def take(self, places):
        """The labels at places."""
        labels = self._labels
        return self._like([labels[place] for place in places])

    def _like(self, labels):
        made = Index(labels, name=self.name)
        if self._kind is not None and "int" in self._kind and all(type(label) is int for label in made._labels):
            made._kind = self._kind
        return made

    # As a whole

    @property
    def _column(self):
        return column_of(self._labels, self._kind)

    @property
    def dtype(self):
        return self._column.dtype

    @property
    def names(self):
        return Names([self.name])

    @names.setter
    def names(self, names):
        (self.name,) = names

    def _as_new(self, labels):
        """Other labels in the place of these: those without a name of their own keep that of these."""
        if isinstance(labels, Index):
            return labels
        made = index_of(labels, len(labels))
        if made.nlevels == self.nlevels and not hasattr(labels, "name"):
            made.names = list(self.names)
        return made

    @property
    def shape(self):
        return (len(self),)

    @property
    def size(self):
        return len(self)

    ndim, nlevels, has_parts, has_tuples = 1, 1, False, False

    @property
    def values(self):
        return self.to_numpy()

    def to_numpy(self):
        """The labels as an array."""
        column = self._column
        if column.is_number:
            return column.array
        return column.as_numpy() if hasattr(column, "as_numpy") else objects(column.tolist())

    @property
    def _kindling_tensor(self):
        # Arrays of arrays, and places in arrays, can be made of labels that are numbers.
        column = self._column
        if not column.is_number:
            raise AttributeError("_kindling_tensor")
        return column.array._kindling_tensor

    def __array__(self, dtype=None, copy=None):
        found = self.to_numpy()
        return found if dtype is None else found.astype(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        if getattr(array, "ndim", 0) != 1 or array.dtype.kind == "b":
            return array
        return Index(array, name=self.name)

    def tolist(self):
        """The labels as a list."""
        return list(self._labels)

    to_list = tolist

    @property
    def is_unique(self):
        return len(set(self._labels)) == len(self)

    @property
    def empty(self):
        return not self._labels

    def unique(self):
        """The labels that there are, each once."""
        return self._like(list(dict.fromkeys(self._labels)))

    def nunique(self):
        """How many different labels there are."""
        return len(set(self._labels))

    def equals(self, other):
        """Whether the labels are the same."""
        return isinstance(other, Index) and self._labels == other._labels

    def isin(self, values):
        """Which labels are among values."""
        values = set(values)
        return flags([label in values for label in self._labels])

    def map(self, mapper):
        """Each label by a function or a dict."""
        change = mapper.get if isinstance(mapper, dict) else mapper
        return self._like([change(label) for label in self._labels])

    def rename(self, name):
        """The same labels by another name."""
        return Index(self._labels, name=name)

    def drop(self, labels, errors="raise"):
        """The labels but some."""
        gone = [labels] if isinstance(labels, (str, tuple)) or not hasattr(labels, "__iter__") else list(labels)
        gone = list(map(plain, gone))
        missing = [label for label in gone if label not in self]
        if missing and errors != "ignore":
            raise KeyError(f"{missing} not found in axis")
        return self._like([label for label in self._labels if label not in gone])

    def difference(self, other):
        """The labels that the other has not, in order."""
        return self._like(sorted(set(self._labels) - set(other)))

    def intersection(self, other):
        """The labels that both have."""
        return self._like([label for label in self._labels if label in set(other)])

    def union(self, other):
        """The labels that either has, in order."""
        return self._like(sorted(set(self._labels) | set(map(plain, other))))

    def min(self):
        """The least label."""
        return min(self._labels)

    def max(self):
        """The largest label."""
        return max(self._labels)

    def copy(self):
        """The same labels."""
        return self._like(self._labels)

    def to_series(self):
        """The labels as data, by themselves."""
        from pandas._series import Series

        return Series(self._labels, index=self, name=self.name)

    @property
    def str(self):
        from pandas._strings import StringMethods

        return StringMethods(self._column, lambda column: Index(column.tolist(), name=self.name))

    def _compared(self, other, is_wanted):
        others = (
            list(other) if hasattr(other, "__iter__") and not isinstance(other, (str, tuple)) else [other] * len(self)
        )
        if len(others) != len(self):
            raise ValueError("Lengths must match to compare")
        return flags([is_wanted(a, b) for a, b in zip(self._labels, others)])

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    __hash__ = None

    def _operated(self, name, other, is_swapped=False):
        from pandas._operate import operate

        other = other._column if isinstance(other, Index) else other
        column = operate(name, other, self._column) if is_swapped else operate(name, self._column, other)
        return column.array if column.kind == "bool" else Index(column.tolist(), name=self.name)

    def __getattr__(self, name):
        if name in _LATER:
            from pandas import _more_labels

            method = getattr(_more_labels, name)
            return method(self) if name in _PROPERTIES else lambda *args, **kwargs: method(self, *args, **kwargs)
        refuse("Index", name)

    def __repr__(self):
        from pandas._format import index_text

        return index_text(self)


def _operator(name, is_swapped):
    def method(self, other):
        return self._operated(name, other, is_swapped)

    method.__name__ = f"__{'r' if is_swapped else ''}{name}__"
    return method


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    for _is_swapped in (False, True):
        setattr(Index, f"__{'r' * _is_swapped}{_name}__", _operator(_name, _is_swapped))


class RangeIndex(Index):
    """Whole numbers in even steps."""

    def __new__(cls, start=0, stop=None, step=1, name=None):
        return object.__new__(cls)

    def __init__(self, start=0, stop=None, step=1, name=None):
        self._range = range(start) if stop is None else range(start, stop, step)
        self.name, self._made = name, None

    @property
    def _labels(self):
        if self._made is None:
            self._made = list(self._range)
        return self._made

    def __len__(self):
        return len(self._range)

    @property
    def start(self):
        return self._range.start

    @property
    def stop(self):
        return self._range.stop

    @property
    def step(self):
        return self._range.step

    def __getitem__(self, key):
        if isinstance(key, slice):
            part = self._range[key]
            return RangeIndex(part.start, part.stop, part.step, self.name)
        # These labels are no array's, so that one of them is Python's own number.
        return self._range[key] if isinstance(key, INTS) else super().__getitem__(key)

    def _like(self, labels):
        """Labels in even steps still count."""
        if labels is self._labels:
            return self
        if not labels:
            return RangeIndex(0, name=self.name)
        if not all(isinstance(label, INTS) for label in labels):
            return Index(labels, name=self.name)
        step = labels[1] - labels[0] if len(labels) > 1 else self.step
        if labels[-1] != labels[0] + step * (len(labels) - 1):
            return Index(labels, name=self.name)
        made = RangeIndex(labels[0], labels[-1] + step, step, self.name) if step else None
        return made if made is not None and made._labels == labels else Index(labels, name=self.name)

    def _operated(self, name, other, is_swapped=False):
        """Moved or stretched by a whole number, labels in even steps still count."""
        if type(other) is not int or name not in ("add", "sub", "mul") or not other:
            return super()._operated(name, other, is_swapped)
        at = self._range
        if name == "mul":
            return RangeIndex(at.start * other, at.stop * other, at.step * other, self.name)
        if name == "sub" and is_swapped:
            return RangeIndex(other - at.start, other - at.stop, -at.step, self.name)
        other = -other if name == "sub" else other
        return RangeIndex(at.start + other, at.stop + other, at.step, self.name)

    def places(self, label):
        try:
            # A range finds Python's whole numbers alone.
            whole = label if type(label) is int else int(label)
            return [self._range.index(whole)] if whole == label else []
        except (TypeError, ValueError, OverflowError):
            return []

    def __repr__(self):
        named = "" if self.name is None else f", name={self.name!r}"
        return f"RangeIndex(start={self.start}, stop={self.stop}, step={self.step}{named})"


def counting(labels, name=None):
    """Labels that were values of a column or keys: whole numbers in even steps count, as pandas has it."""
    if len(labels) > 1 and set(map(type, labels)) == {int} and labels[0] != labels[1]:
        step = labels[1] - labels[0]
        steps = range(labels[0], labels[0] + step * len(labels), step)
        if labels[-1] == steps[-1] and list(steps) == list(labels):
            return RangeIndex(steps.start, steps.stop, step, name)
    return Index(labels, name=name)


class _OfTuples(Index):
    """Tuples as labels of one part, as a list of them gives."""

    has_tuples = True

    def _like(self, labels):
        return _OfTuples(labels, name=self.name)


_OfTuples.__name__ = _OfTuples.__qualname__ = "Index"


def labels_of(data):
    """Labels as they are given to a series or a frame: a list of lists has their parts, one of tuples is of one part."""
    if isinstance(data, Index):
        return data
    if type(data) is list and data:
        if all(isinstance(label, tuple) for label in data):
            return _OfTuples(data)
        if all(isinstance(label, list) or hasattr(label, "tolist") and getattr(label, "ndim", 0) for label in data):
            from pandas._multi_index import MultiIndex

            return MultiIndex.from_arrays(data) if len(data) > 1 else Index(data[0])
    return RangeIndex(data.start, data.stop, data.step) if isinstance(data, range) else Index(data)


class Names(list):
    """The names of labels' parts."""

    __str__ = list.__repr__

    def __repr__(self):
        return f"FrozenList({list(self)!r})"


def index_of(data, count):
    """An index as it was given, or one that counts.

    Raises:
        ValueError: for another number of labels.
    """
    if data is None:
        return RangeIndex(count)
    made = labels_of(data)
    if len(made) != count:
        raise ValueError(f"Length of values ({count}) does not match length of index ({len(made)})")
    return made
