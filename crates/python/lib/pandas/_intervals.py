"""Intervals: the numbers between two, and labels of such kind.

What it is not: putting numbers into them, which `_cut` does. Start reading at `Interval`.
"""

import numpy as np
from _scalars import INTS
from pandas._index import Index


class Interval:
    """The numbers between two, of which one belongs to them."""

    def __init__(self, left, right, closed="right"):
        self.left, self.right, self.closed = left, right, closed

    mid = property(lambda self: 0.5 * (self.left + self.right))
    length = property(lambda self: self.right - self.left)

    def __contains__(self, value):
        above = value >= self.left if self.closed in ("left", "both") else value > self.left
        return above and (value <= self.right if self.closed in ("right", "both") else value < self.right)

    def _key(self):
        return (self.left, self.right, self.closed)

    def __eq__(self, other):
        return isinstance(other, Interval) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def with_floats(self):
        """The same interval with floats for its ends."""
        return Interval(float(self.left), float(self.right), self.closed)

    def _dtype_text(self):
        return f"interval[{'int64' if isinstance(self.left, INTS) else 'float64'}, {self.closed}]"

    def __str__(self):
        start, end = "[" if self.closed in ("left", "both") else "(", "]" if self.closed in ("right", "both") else ")"
        return f"{start}{self.left}, {self.right}{end}"

    def __repr__(self):
        return f"Interval({self.left!r}, {self.right!r}, closed={self.closed!r})"


class IntervalIndex(Index):
    """Intervals as labels."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    closed = property(lambda self: self._labels[0].closed if self._labels else "right")
    left = property(lambda self: Index([one.left for one in self._labels]))
    right = property(lambda self: Index([one.right for one in self._labels]))
    mid = property(lambda self: Index([one.mid for one in self._labels]))
    length = property(lambda self: Index([one.length for one in self._labels]))

    @property
    def dtype(self):
        return IntervalDtype(self._labels[0]._dtype_text() if self._labels else "interval[float64, right]")

    @classmethod
    def from_breaks(cls, breaks, closed="right", name=None):
        """The intervals between numbers that follow each other."""
        ends = np.asarray(breaks).tolist()
        return cls([Interval(a, b, closed) for a, b in zip(ends, ends[1:])], name=name)

    def __repr__(self):
        from pandas._format import labels_text

        return labels_text(self, [str(one) for one in self._labels], "IntervalIndex", False)


class IntervalDtype:
    """The kind of intervals: of which numbers, and which end belongs to them."""

    kind, name = "O", "interval"

    def __init__(self, text):
        self._text = text

    def __eq__(self, other):
        return str(other) in (self._text, "interval")

    def __hash__(self):
        return hash(self._text)

    def __str__(self):
        return self._text

    __repr__ = __str__


def interval_range(start=0, end=None, periods=None, freq=None, name=None, closed="right"):
    """Intervals of one length beside each other."""
    if freq is None and periods is not None and end is not None:
        edges = np.linspace(start, end, periods + 1)
        edges = edges.astype("int64") if isinstance(start, INTS) and (end - start) % periods == 0 else edges
        return IntervalIndex.from_breaks(edges, closed, name)
    step = 1 if freq is None else freq
    count = periods if periods is not None else int((end - start) // step)
    return IntervalIndex.from_breaks([start + step * at for at in range(count + 1)], closed, name)


for _kind in (Interval, IntervalIndex):
    _kind.__module__ = "pandas"
