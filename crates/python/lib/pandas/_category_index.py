"""Labels out of a few, which may have an order: `CategoricalIndex`.

What it is not: columns of them, which are `_category`'s. Start reading at `CategoricalIndex`.
"""

from pandas._category import Categorical, CategoricalDtype, CategoryColumn
from pandas._column import column_of, is_missing
from pandas._index import Index, counting

# What of `Categorical` makes other labels.
_CHANGES = frozenset(
    "rename_categories reorder_categories add_categories remove_categories remove_unused_categories set_categories as_ordered "
    "as_unordered".split()
)
# Labels longer than this are not all shown among the categories.
_MOST = 8


class CategoricalIndex(Index):
    """Labels that are values out of `categories`, or nothing."""

    def __new__(cls, data=(), categories=None, ordered=None, dtype=None, copy=False, name=None):
        del data, categories, ordered, dtype, copy, name
        return object.__new__(cls)

    def __init__(self, data=(), categories=None, ordered=None, dtype=None, copy=False, name=None):
        del copy
        if dtype is None and (categories is not None or ordered is not None):
            known = getattr(column_of(data), "categories", None) if categories is None else categories
            dtype = CategoricalDtype(known, bool(ordered))
        column = column_of(data).astype("category" if dtype is None else dtype)
        self._set(column, getattr(data, "name", None) if name is None else name)

    @classmethod
    def _of(cls, column, name=None):
        """The labels of a column of categories."""
        made = cls.__new__(cls)
        made._set(column, name)
        return made

    def _set(self, column, name):
        self._made, self._labels, self.name, self._found = column, column.tolist(), name, None

    @property
    def _column(self):
        return self._made

    categories = property(lambda self: Index(self._made.categories))
    codes = property(lambda self: self._made.codes)
    ordered = property(lambda self: self._made.ordered)

    def _ranks(self, level=None):
        """What the labels are ordered by."""
        return [float("nan") if code < 0 else code for code in self._made.codes.tolist()]

    def _like(self, labels):
        known = set(self._made.categories)
        if all(is_missing(label) or label in known for label in labels):
            return CategoricalIndex._of(self._made.like(labels), self.name)
        return Index(labels, name=self.name)

    def rename(self, name):
        """The same labels by another name."""
        return CategoricalIndex._of(self._made, name)

    def equals(self, other):
        """Whether the labels are the same, and if they are of categories, these, too."""
        if isinstance(other, CategoricalIndex) and self.dtype != other.dtype:
            return False
        return super().equals(other)

    def map(self, mapper):
        """Each label by a function or a dict: labels out of a few again, if no two become one."""
        change = mapper.get if isinstance(mapper, dict) else mapper
        return labels_of_column(self._made.mapped([change(one) for one in self._made.categories]), self.name)

    def min(self):
        """The first category that is there."""
        return Categorical._of(self._made).min()

    def max(self):
        """The last category that is there."""
        return Categorical._of(self._made).max()

    def to_numpy(self):
        """The labels as an array."""
        return column_of(self._labels).array

    @property
    def values(self):
        return Categorical._of(self._made)

    def __getattr__(self, name):
        if name in _CHANGES:
            change = getattr(Categorical._of(self._made), name)
            return lambda *args, **kwargs: CategoricalIndex._of(change(*args, **kwargs)._column, self.name)
        return super().__getattr__(name)

    def __repr__(self):
        from pandas._format import times_text

        shown = self._made.categories
        if len(shown) > _MOST:
            shown = [*shown[: _MOST // 2], ..., *shown[-_MOST // 2 :]]
        texts = ["..." if one is ... else repr(one) if isinstance(one, str) else str(one) for one in shown]
        ending = [f"categories=[{', '.join(texts)}]", f"ordered={self.ordered}", "dtype='category'"]
        ending += [] if self.name is None else [f"name={self.name!r}"]
        ending += [f"length={len(self)}"] if len(self) > 100 else []
        words = [repr(label) if isinstance(label, str) else str(label) for label in self._labels]
        return times_text("CategoricalIndex", words, ending, False) if words else f"CategoricalIndex([], {', '.join(ending)})"


CategoricalIndex.__module__ = "pandas"


def labels_of_column(column, name):
    """Labels that were the values of a column."""
    if isinstance(column, CategoryColumn):
        return CategoricalIndex._of(column, name)
    return counting(column.tolist(), name)
