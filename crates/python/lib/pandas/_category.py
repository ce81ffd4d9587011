"""Categories: a column of values out of a few, which may have an order; `Categorical`, `.cat`.

What it is not: bins of numbers, which `_cut` makes. Start reading at `CategoryColumn`.
"""

import numpy as np
from _scalars import INTS
from numpy._objects import objects
from pandas._column import NAN, Column, column_of, is_missing
from pandas._index import Index


class CategoricalDtype:
    """The dtype of categories: which there are, and whether they have an order."""

    name, kind = "category", "O"

    def __init__(self, categories=None, ordered=False):
        self.categories = None if categories is None else categories if isinstance(categories, Index) else Index(categories)
        self.ordered = ordered

    def __eq__(self, other):
        if isinstance(other, str):
            return other == "category"
        same = isinstance(other, CategoricalDtype) and self.ordered == other.ordered
        return same and _listed(self.categories) == _listed(other.categories)

    def __hash__(self):
        return hash("category")

    def _names(self):
        """The categories in lines, as this dtype shows them."""
        from pandas._format import words_text

        words = [str(one) if hasattr(one, "with_floats") else repr(one) for one in self.categories.tolist()]
        text = words_text(words, "CategoricalDtype([", "],", False).removeprefix("CategoricalDtype(")
        return f"{text}\n" if "\n" in text else text.removesuffix(",") if words else "[]"

    def __str__(self):
        return "category"

    def __repr__(self):
        if self.categories is None:
            return f"CategoricalDtype(categories=None, ordered={self.ordered}, categories_dtype=None)"
        names = self._names()
        return f"CategoricalDtype(categories={names}, ordered={self.ordered}, categories_dtype={_kind_of(self.categories)})"


def _listed(index):
    return None if index is None else index.tolist()


def _kind_of(index):
    """The dtype of categories, as it is shown."""
    names = index.tolist()
    return names[0]._dtype_text() if names and hasattr(names[0], "_dtype_text") else index.dtype


# Of more categories, and of more values, the first and the last are shown.
_MOST_CATEGORIES, _MOST_VALUES = 8, 10


class CategoryColumn(Column):
    """Values out of `categories`, or nothing."""

    __slots__ = ("categories", "ordered")

    def __init__(self, values, categories, ordered=False):
        known = set(categories)
        super().__init__(objects([value if not is_missing(value) and value in known else NAN for value in values]), "category")
        self.categories, self.ordered = list(categories), ordered

    @property
    def dtype(self):
        return CategoricalDtype(Index(self.categories), self.ordered)

    @property
    def codes(self):
        """Each value's place among the categories; -1 for nothing."""
        places = {category: at for at, category in enumerate(self.categories)}
        kind = "int8" if len(places) < 128 else "int16"
        return np.array([-1 if is_missing(value) else places[value] for value in self.tolist()], dtype=kind)

    def ranks(self):
        return self.codes.tolist()

    def mapped(self, names):
        """Other values for the categories: categories again, if they stay as many."""
        by_old = dict(zip(self.categories, names))
        values = [by_old.get(value, NAN) for value in self.tolist()]
        is_one_to_one = len(set(names)) == len(names) and not any(is_missing(name) for name in names)
        return CategoryColumn(values, names, self.ordered) if is_one_to_one else column_of(values)

    def like(self, values):
        return CategoryColumn(values, self.categories, self.ordered)

    def take(self, places):
        values = self.array._values
        return self.like([values[place] for place in places])

    def take_or_missing(self, places):
        values = self.array._values
        return self.like([NAN if place is None else values[place] for place in places])

    def astype(self, kind):
        if isinstance(kind, CategoricalDtype) or kind == "category":
            return categorized(self, kind)
        return column_of(self.tolist()).astype(kind)

    def shown(self):
        """The values as they are shown: beside nothing, intervals of whole numbers are intervals of floats."""
        values = self.tolist()
        if not hasattr(next(iter(self.categories), None), "with_floats") or not any(map(is_missing, values)):
            return values
        return [value if is_missing(value) else value.with_floats() for value in values]

    def footer(self):
        """What stands below a series: the categories."""
        from pandas._options import get_option

        texts = [repr(one) if isinstance(one, str) else str(one) for one in self.categories]
        head = f"Categories ({len(texts)}, {_kind_of(Index(self.categories))}): "
        if len(texts) > _MOST_CATEGORIES:
            half = _MOST_CATEGORIES // 2
            texts = [*texts[:half], "...", *texts[-half:]]
        between, width = (" < " if self.ordered else ", "), get_option("display.width") or 80
        shown, used = "", len(head)
        for at, text in enumerate(texts):
            if used + len(between) + len(text) > width:
                shown += between.rstrip() + "\n" + " " * (len(head) + 1)
                used = len(head) + 1
            elif at:
                shown += between
                used += len(between)
            shown += text
            used += len(text)
        return f"{head}[{shown.replace(' < ... < ', ' ... ')}]"


def categorized(column, kind="category"):
    """A column's values as categories: those that the dtype names, or all there are, in their order."""
    if isinstance(kind, CategoricalDtype) and kind.categories is not None:
        return CategoryColumn(column.tolist(), kind.categories.tolist(), kind.ordered)
    ordered = isinstance(kind, CategoricalDtype) and bool(kind.ordered)
    if isinstance(column, CategoryColumn):
        return CategoryColumn(column.tolist(), column.categories, ordered or column.ordered)
    return CategoryColumn(column.tolist(), _sorted({value for value in column.tolist() if not is_missing(value)}), ordered)


def _sorted(values):
    try:
        return sorted(values)
    except TypeError:
        return list(values)


# What `.cat` changes, and what a series of the values has as well.
_CHANGES = frozenset(
    "rename_categories reorder_categories add_categories remove_categories remove_unused_categories set_categories as_ordered "
    "as_unordered".split()
)
_KEPT = frozenset("isna isnull notna notnull map astype unique fillna isin dropna copy shift to_numpy".split())


def _by_itself(found):
    """A series' values without labels."""
    if not hasattr(found, "_column"):
        return found
    return Categorical._of(found._column) if isinstance(found._column, CategoryColumn) else found.to_numpy()


class Categorical:
    """Values out of a few by themselves."""

    def __init__(self, values, categories=None, ordered=None, dtype=None):
        if dtype is not None:
            categories, ordered = dtype.categories, dtype.ordered
        kind = CategoricalDtype(categories, bool(ordered))
        self._column = categorized(column_of(values), kind)

    @classmethod
    def _of(cls, column):
        made = cls.__new__(cls)
        made._column = column
        return made

    @classmethod
    def from_codes(cls, codes, categories, ordered=False):
        """By each value's place among the categories."""
        names = list(categories)
        return cls._of(CategoryColumn([NAN if code < 0 else names[code] for code in codes], names, ordered))

    codes = property(lambda self: self._column.codes)
    categories = property(lambda self: Index(self._column.categories))
    ordered = property(lambda self: self._column.ordered)
    dtype = property(lambda self: self._column.dtype)

    def __len__(self):
        return len(self._column)

    def __iter__(self):
        return iter(self._column.tolist())

    def __getitem__(self, key):
        if isinstance(key, INTS):
            return self._column.tolist()[key]
        return Categorical._of(self._column.take(np.arange(len(self))[key].tolist()))

    def tolist(self):
        return self._column.tolist()

    def __array__(self, dtype=None, copy=None):
        return objects(self.tolist())

    def value_counts(self, dropna=True):
        """How often each category is there, in the categories' order."""
        from pandas._series import Series

        names, codes = [*self._column.categories], self.codes.tolist()
        counts = [codes.count(at) for at in range(len(names))]
        if not dropna and -1 in codes:
            names, counts = [*names, NAN], [*counts, codes.count(-1)]
        return Series(counts, index=names, name="count")

    def _series(self):
        from pandas._series import Series

        return Series._of(self._column, Index(range(len(self))))

    def __getattr__(self, name):
        if name in _CHANGES:
            return lambda *args, **kwargs: Categorical._of(getattr(self._series().cat, name)(*args, **kwargs)._column)
        if name in _KEPT:
            return lambda *args, **kwargs: _by_itself(getattr(self._series(), name)(*args, **kwargs))
        raise AttributeError(f"'Categorical' object has no attribute '{name}'")

    shape = property(lambda self: (len(self),))
    size = property(lambda self: len(self))
    ndim = property(lambda self: 1)

    def __contains__(self, value):
        return value in self.tolist()

    def __setitem__(self, key, value):
        for each in [value] if isinstance(value, str) or not hasattr(value, "__iter__") else value:
            if not is_missing(each) and each not in self._column.categories:
                raise TypeError("Cannot setitem on a Categorical with a new category (" + str(each) + "), set the categories first")
        series = self._series()
        series.iloc[key] = value
        self._column = series._column

    def argsort(self, *, ascending=True, kind="quicksort", na_position="last", **kwargs):
        """The places in the order of the categories."""
        # Every kind of sorting keeps the order of equals here.
        del kind
        if na_position != "last" or kwargs:
            raise NotImplementedError(f"Categorical.argsort: {kwargs or na_position!r} is not built into this pandas")
        codes = self.codes
        places = np.argsort(np.where(codes < 0, len(self._column.categories), codes), kind="stable")
        return places if ascending else np.argsort(np.where(codes < 0, 1, -codes.astype(np.int64)), kind="stable")

    def sort_values(self, *, inplace=False, ascending=True, na_position="last"):
        """In the order of the categories."""
        found = _by_itself(self._series().sort_values(ascending=ascending, na_position=na_position))
        if not inplace:
            return found
        self._column = found._column
        return None

    def take(self, indices, *, allow_fill=False, fill_value=None, axis=None, **kwargs):
        """The values at places."""
        del axis, kwargs
        if fill_value is not None:
            raise NotImplementedError("Categorical.take: fill_value is not built into this pandas")
        places = [int(at) for at in indices]
        if allow_fill:
            return Categorical._of(self._column.take_or_missing([None if at < 0 else at for at in places]))
        return Categorical._of(self._column.take([at % len(self) for at in places]))

    def repeat(self, repeats):
        """Each value so many times."""
        return Categorical._of(self._column.take(np.repeat(np.arange(len(self)), repeats).tolist()))

    def equals(self, other):
        """Whether another has the same values and categories."""
        return isinstance(other, Categorical) and self.dtype == other.dtype and bool(np.array_equal(self.codes, other.codes))

    def describe(self):
        """How often each category is there, and its share."""
        from pandas._frame import DataFrame

        counts = self._series().value_counts(dropna=False).reindex(
            self._column.categories + [NAN] * bool((self.codes < 0).any()), fill_value=0
        ) if bool((self.codes < 0).any()) else self.value_counts()
        found = DataFrame({"counts": counts.to_numpy(), "freqs": counts.to_numpy() / len(self)}, index=counts.index)
        found.index.name = "categories"
        return found

    def min(self, *, skipna=True, **kwargs):
        """The first category that is there."""
        return self._end("min", skipna)

    def max(self, *, skipna=True, **kwargs):
        """The last category that is there."""
        return self._end("max", skipna)

    def _end(self, name, skipna):
        if not self.ordered:
            raise TypeError(f"Categorical is not ordered for operation {name}\nyou can use .as_ordered() to change the Categorical to an "
                            "ordered one\n")
        codes = [code for code in self.codes.tolist() if code >= 0]
        if not codes or not skipna and len(codes) < len(self):
            return NAN
        return self._column.categories[min(codes) if name == "min" else max(codes)]

    def _compared(self, other, name):
        return getattr(self._series(), name)(other._series() if isinstance(other, Categorical) else other).to_numpy()

    def __eq__(self, other):
        return self._compared(other, "__eq__")

    def __ne__(self, other):
        return self._compared(other, "__ne__")

    def __lt__(self, other):
        return self._compared(other, "__lt__")

    def __le__(self, other):
        return self._compared(other, "__le__")

    def __gt__(self, other):
        return self._compared(other, "__gt__")

    def __ge__(self, other):
        return self._compared(other, "__ge__")

    __hash__ = None

    def __repr__(self):
        from pandas._options import get_option

        words = [repr(value) if isinstance(value, str) else "NaN" if is_missing(value) else str(value) for value in self]
        if not words:
            return "[], " + self._column.footer()
        half, width = _MOST_VALUES // 2, get_option("display.width") or 80
        shown = words if len(words) <= _MOST_VALUES else [*words[:half], "...", *words[-half:]]
        lines = ["[" + shown[0]]
        for word in shown[1:]:
            if len(lines[-1]) + 2 + len(word) > width:
                lines[-1] += ","
                lines.append(" " + word)
            else:
                lines[-1] += ", " + word
        length = f"Length: {len(words)}\n" if shown is not words else ""
        return "\n".join(lines) + "]\n" + length + self._column.footer()

    __str__ = __repr__


class CategoricalAccessor:
    """`series.cat`."""

    def __init__(self, series):
        self._series = series
        self._column = series._column
        if not isinstance(self._column, CategoryColumn):
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")

    categories = property(lambda self: Index(self._column.categories))
    ordered = property(lambda self: self._column.ordered)

    @property
    def codes(self):
        from pandas._series import Series

        return Series._of(Column(self._column.codes), self._series.index)

    def _changed(self, categories, ordered=None, values=None):
        column = self._column
        values = column.tolist() if values is None else values
        return self._series._like(CategoryColumn(values, categories, column.ordered if ordered is None else ordered))

    def rename_categories(self, new_categories):
        """Other names: a list, a dict or a function."""
        old = self._column.categories
        if isinstance(new_categories, dict):
            new = [new_categories.get(name, name) for name in old]
        else:
            new = [new_categories(name) for name in old] if callable(new_categories) else list(new_categories)
        if len(new) != len(old):
            raise ValueError("new categories need to have the same number of items as the old categories!")
        named = dict(zip(old, new))
        return self._changed(new, values=[named.get(value, NAN) for value in self._column.tolist()])

    def reorder_categories(self, new_categories, ordered=None):
        if set(new_categories) != set(self._column.categories):
            raise ValueError("items in new_categories are not the same as in old categories")
        return self._changed(list(new_categories), ordered)

    def set_categories(self, new_categories, ordered=None):
        return self._changed(list(new_categories), ordered)

    def add_categories(self, new_categories):
        new = [new_categories] if isinstance(new_categories, str) else list(new_categories)
        return self._changed([*self._column.categories, *new])

    def remove_categories(self, removals):
        gone = [removals] if isinstance(removals, str) else list(removals)
        return self._changed([name for name in self._column.categories if name not in gone])

    def remove_unused_categories(self):
        used = set(self._column.tolist())
        return self._changed([name for name in self._column.categories if name in used])

    def as_ordered(self):
        return self._changed(self._column.categories, True)

    def as_unordered(self):
        return self._changed(self._column.categories, False)


for _kind in (CategoricalDtype, Categorical):
    _kind.__module__ = "pandas"
