"""Labels of several parts: `MultiIndex`, which has tuples for labels.

What it is not: labels of one part, which are `_index`'s. Start reading at `MultiIndex`.
"""

from _scalars import INTS
from numpy._objects import objects
from pandas._column import NAN, Column
from pandas._index import Index, Names


class MultiIndex(Index):
    """Labels of several parts, with a name each."""

    has_parts = True
    # The values of each part in the order in which they are laid out; None for their own.
    _orders = None

    def __new__(cls, data=(), names=None, name=None, levels=None, codes=None):
        return object.__new__(cls)

    def __init__(self, data=(), names=None, name=None, levels=None, codes=None):
        if levels is not None or codes is not None:
            data = _of_codes(levels, codes)
            self._orders = [list(level) for level in levels]
        self._labels, self._found, self.name = [tuple(label) for label in data], None, None
        self._names = list(names or (name if isinstance(name, (list, tuple)) else [None] * self.nlevels))

    @property
    def nlevels(self):
        return len(self._labels[0]) if self._labels else len(getattr(self, "_names", (None, None)))

    @property
    def names(self):
        return Names(self._names)

    @names.setter
    def names(self, names):
        self._names = list(names)

    def _like(self, labels):
        return MultiIndex(labels, self._names)._ordered(self._orders)

    def _ordered(self, orders):
        self._orders = orders
        return self

    def _order(self, at):
        """The values of one part in the order in which they are laid out."""
        found = dict.fromkeys(label[at] for label in self._labels)
        if self._orders is not None and self._orders[at] is not None:
            return list(dict.fromkeys((*(one for one in self._orders[at] if one in found), *found)))
        try:
            return sorted(found)
        except TypeError:
            return list(found)

    def _level(self, level):
        """Which part a number or a name means.

        Raises:
            KeyError, IndexError: for one that is not there.
        """
        if isinstance(level, INTS) and level not in self._names:
            if not -self.nlevels <= level < self.nlevels:
                raise IndexError(f"Too many levels: Index has only {self.nlevels} levels, not {level + 1}")
            return level % self.nlevels
        if level not in self._names:
            raise KeyError(f"Level {level} not found")
        return self._names.index(level)

    def _reordered(self, order):
        """The labels of these parts, in this order."""
        if len(order) == 1:
            return Index([label[order[0]] for label in self._labels], name=self._names[order[0]])
        made = MultiIndex([tuple(label[at] for at in order) for label in self._labels], [self._names[at] for at in order])
        return made._ordered(self._orders and [self._orders[at] for at in order])

    def droplevel(self, level=0):
        """The labels without one part, or several."""
        gone = {self._level(each) for each in (level if isinstance(level, (list, tuple)) else [level])}
        if len(gone) >= self.nlevels:
            raise ValueError(f"Cannot remove {len(gone)} levels from an index with {self.nlevels} levels: at least one level must be left.")
        return self._reordered([at for at in range(self.nlevels) if at not in gone])

    def get_level_values(self, level):
        """One part of all labels."""
        return self._reordered([self._level(level)])

    @property
    def levels(self):
        """The different values of each part, in order."""
        parts = [self._order(at) for at in range(self.nlevels)]
        return [Index(part, name=name) for part, name in zip(parts, self._names)]

    @property
    def codes(self):
        """Where each part of the labels stands among the values of the part; -1 for nothing."""
        orders = [{value: at for at, value in enumerate(self._order(part))} for part in range(self.nlevels)]
        return Names([order.get(label[at], -1) for label in self._labels] for at, order in enumerate(orders))

    @classmethod
    def from_tuples(cls, tuples, names=None, sortorder=None):
        """Labels as they are."""
        del sortorder
        return cls(tuples, names)

    @classmethod
    def from_arrays(cls, arrays, names=None, sortorder=None):
        """Labels of parts, which are given one after the other."""
        del sortorder
        return cls(zip(*arrays), names or [getattr(each, "name", None) for each in arrays])

    @classmethod
    def from_product(cls, iterables, names=None, sortorder=None):
        """All pairs, or more, of the values of several lists."""
        import itertools

        del sortorder
        parts = [list(each) for each in iterables]
        return cls(itertools.product(*parts), names or [getattr(each, "name", None) for each in iterables])

    @classmethod
    def from_frame(cls, df, names=None, sortorder=None):
        """The rows of a frame as labels."""
        del sortorder
        return cls(zip(*(series.tolist() for _, series in df.items())), names or df.columns.tolist())

    def to_frame(self, index=True, name=None):
        """The parts as columns."""
        from pandas._frame import DataFrame

        titles = name or [at if each is None else each for at, each in enumerate(self._names)]
        return DataFrame(dict(zip(titles, zip(*self._labels))), index=self if index else None)

    @property
    def _column(self):
        return Column(objects(self._labels), "object")

    def __repr__(self):
        from pandas._format import multi_index_text

        return multi_index_text(self)


def _of_codes(levels, codes):
    """Labels of the values of each part and the places of theirs."""
    if levels is None or codes is None:
        raise TypeError("Must pass both levels and codes")
    if len(levels) != len(codes):
        raise ValueError("Length of levels and codes must be the same.")
    if len({len(each) for each in codes}) > 1:
        raise ValueError(f"Unequal code lengths: {[len(each) for each in codes]}")
    levels = [list(level) for level in levels]
    return [tuple(NAN if at < 0 else level[at] for level, at in zip(levels, row)) for row in zip(*codes)]


class _Slices:
    """`pd.IndexSlice[a:b, c]`: what is written in the brackets, to be given to `loc`."""

    def __getitem__(self, arg):
        return arg


IndexSlice = _Slices()
