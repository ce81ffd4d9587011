"""Parts that are drawn again and again, one sample at a time, or growing with time.

What it is not: folds, which are `_folds`. Start reading at `ShuffleSplit`.
"""

import numpy as np
from sklearn._arrays import check_random_state, labels, length
from sklearn.model_selection._split import _sizes, _stratified


class ShuffleSplit:
    """So many times other samples to test with."""

    def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
        self.n_splits, self.test_size, self.train_size, self.random_state = (
            n_splits,
            test_size,
            train_size,
            random_state,
        )

    def get_n_splits(self, X=None, y=None, groups=None):
        """How many times; what is split does not matter."""
        return self.n_splits

    def _counts(self, X):
        is_open = self.test_size is None and self.train_size is None
        return _sizes(length(X), 0.1 if is_open else self.test_size, self.train_size)

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with; groups change nothing, as in scikit-learn."""
        train, test = self._counts(X)
        generator = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            order = generator.permutation(length(X))
            yield order[test : test + train], order[:test]

    def __repr__(self):
        title, told, long = type(self).__name__, "", len(type(self).__name__)
        for at, name in enumerate(("n_splits", "random_state", "test_size", "train_size")):
            part = f"{name}={getattr(self, name)!r}"
            between = ",\n" + (1 + len(title) // 2) * " " if long + len(part) >= 75 else ", "
            between = between if at else ""
            told += between + part
            long = (long if "\n" not in between else 0) + len(between) + len(part)
        return f"{title}({told})"


class StratifiedShuffleSplit(ShuffleSplit):
    """The same, each class with its share."""

    def split(self, X, y, groups=None):
        """As `ShuffleSplit.split`."""
        train, test = self._counts(X)
        generator = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            found = _stratified(labels(y), train, test, generator)
            yield tuple(np.array(places) for places in found)


class LeaveOneOut:
    """Each sample alone to test with."""

    def get_n_splits(self, X, y=None, groups=None):
        """As many as there are samples."""
        return length(X)

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with."""
        count = length(X)
        if count <= 1:
            raise ValueError(f"Cannot perform LeaveOneOut with n_samples={count}.")
        for at in range(count):
            yield np.array([each for each in range(count) if each != at]), np.array([at])

    def __repr__(self):
        return "LeaveOneOut()"


class TimeSeriesSplit:
    """What comes later to test with, more and more of what came before to learn from."""

    def __init__(self, n_splits=5, *, max_train_size=None, test_size=None, gap=0):
        self.n_splits, self.max_train_size, self.test_size, self.gap = n_splits, max_train_size, test_size, gap

    def get_n_splits(self, X=None, y=None, groups=None):
        """How many times; what is split does not matter."""
        return self.n_splits

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with."""
        count = length(X)
        size = count // (self.n_splits + 1) if self.test_size is None else self.test_size
        if self.n_splits + 1 > count:
            raise ValueError(
                f"Cannot have number of folds={self.n_splits + 1} greater than the number of samples={count}."
            )
        if count - self.gap - size * self.n_splits <= 0:
            raise ValueError(
                f"Too many splits={self.n_splits} for number of samples={count} with test_size={size} and gap={self.gap}."
            )
        for start in range(count - self.n_splits * size, count, size):
            end = start - self.gap
            first = 0 if not self.max_train_size else max(0, end - self.max_train_size)
            yield np.arange(first, end), np.arange(start, start + size)

    def __repr__(self):
        told = ", ".join(
            f"{name}={getattr(self, name)!r}" for name in ("gap", "max_train_size", "n_splits", "test_size")
        )
        return f"TimeSeriesSplit({told})"
