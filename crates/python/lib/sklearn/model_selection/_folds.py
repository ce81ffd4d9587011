"""Folds: each sample is tested with once, and learned from in all the others.

What it is not: one split, which is `train_test_split`. Start reading at `KFold`.
"""

import numpy as np
from _scalars import INTS
from sklearn._arrays import check_random_state, labels, length


class _Folds:
    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        if not isinstance(n_splits, INTS):
            raise ValueError(
                f"The number of folds must be of Integral type. {n_splits} of type {type(n_splits)} was passed."
            )
        if n_splits <= 1:
            raise ValueError(
                "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got "
                f"n_splits={n_splits}."
            )
        if not isinstance(shuffle, bool):
            raise TypeError(f"shuffle must be True or False; got {shuffle}")
        if not shuffle and random_state is not None:
            raise ValueError(
                "Setting a random_state has no effect since shuffle is False. You should leave random_state to its default "
                "(None), or set shuffle=True."
            )
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        """How many folds; what is split does not matter."""
        return self.n_splits

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with, fold by fold; groups change nothing, as in scikit-learn."""
        count = length(X)
        if self.n_splits > count:
            raise ValueError(
                f"Cannot have number of splits n_splits={self.n_splits} greater than the number of samples: "
                f"n_samples={count}."
            )
        for fold in self._tests(count, y):
            tested = set(fold)
            yield np.array([at for at in range(count) if at not in tested]), np.array(sorted(fold))

    def __repr__(self):
        return (
            f"{type(self).__name__}(n_splits={self.n_splits}, random_state={self.random_state}, shuffle={self.shuffle})"
        )


class KFold(_Folds):
    """Folds of equal size, in the order of the samples or, with `shuffle`, in another."""

    def _tests(self, count, y):
        places = list(range(count))
        if self.shuffle:
            check_random_state(self.random_state).shuffle(places)
        start = 0
        for fold in range(self.n_splits):
            stop = start + count // self.n_splits + (fold < count % self.n_splits)
            yield places[start:stop]
            start = stop


class StratifiedKFold(_Folds):
    """Folds in which each class has its share."""

    def _tests(self, count, y):
        if y is None:
            raise TypeError("StratifiedKFold.split() missing 1 required positional argument: 'y'")
        y = labels(y)
        classes = {label: at for at, label in enumerate(dict.fromkeys(y))}
        sizes = [y.count(label) for label in classes]
        if all(self.n_splits > size for size in sizes):
            raise ValueError(f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
        if self.n_splits > min(sizes):
            import warnings

            warnings.warn(
                f"The least populated class in y has only {min(sizes)} members, which is less than n_splits={self.n_splits}.",
                UserWarning,
                stacklevel=3,
            )
        folds = self._fold_of_each([classes[label] for label in y], len(classes))
        for fold in range(self.n_splits):
            yield [at for at in range(count) if folds[at] == fold]

    def _fold_of_each(self, y, count):
        """The classes, sorted, are dealt out to the folds; which of a class goes where is in order, or drawn."""
        generator, in_order = check_random_state(self.random_state), sorted(y)
        waiting = []
        for label in range(count):
            dealt = [fold for fold in range(self.n_splits) for each in in_order[fold :: self.n_splits] if each == label]
            if self.shuffle:
                generator.shuffle(dealt)
            waiting.append(iter(dealt))
        return [next(waiting[label]) for label in y]
