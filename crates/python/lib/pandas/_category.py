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
        between, width = (" < " if self.ordered else ", "), get_option("display.width") or 80
        shown, used = "", len(head)
        for at, text in enumerate(texts):
            if at and used + len(between) + len(text) > width:
                shown += between.rstrip() + "\n" + " " * (len(head) + 1)
                used = len(head) + 1
            elif at:
                shown += between
                used += len(between)
            shown += text
            used += len(text)
        return f"{head}[{shown}]"


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

    def value_counts(self):
        from pandas._series import Series

        return Series._of(self._column, Index(range(len(self)))).value_counts()

    def __repr__(self):
        from pandas._format import words_text

        words = [repr(value) if isinstance(value, str) else "NaN" if is_missing(value) else str(value) for value in self]
        return words_text(words, "[", "]", False) + "\n" + self._column.footer()

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
