"""Folds that tear no group apart, and have each class with its share: `StratifiedGroupKFold`.

What it is not: folds by one of both, which are `_folds` and `_more_folds`. Start reading at `StratifiedGroupKFold`.
"""

import warnings

import numpy as np
from sklearn._arrays import check_random_state, different, labels
from sklearn.model_selection._more_folds import _named, _Parts


class StratifiedGroupKFold(_Parts):
    """Group after group, the most uneven first, into the fold that stays most even by it."""

    def __init__(self, n_splits=5, shuffle=False, random_state=None):
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        """How many folds."""
        return self.n_splits

    def _tests(self, count, y, groups):
        generator, names, groups = check_random_state(self.random_state), labels(y), _named(groups)
        classes, kinds = different(names), different(groups)
        of_class = np.bincount([classes.index(name) for name in names], minlength=len(classes))
        self._check(of_class, len(kinds))
        at = {group: place for place, group in enumerate(kinds)}
        own = np.array([at[group] for group in groups])
        counts = np.zeros((len(kinds), len(classes)))
        for group, name in zip(own.tolist(), names):
            counts[group, classes.index(name)] += 1
        if self.shuffle:
            order = np.arange(len(kinds))
            generator.shuffle(order)
            counts, back = counts[order], np.zeros(len(kinds), dtype=np.int64)
            back[order] = np.arange(len(kinds))
            own = back[own]
        folds, fold_of = np.zeros((self.n_splits, len(classes))), {}
        for group in np.argsort(-np.std(counts, axis=1), kind="stable").tolist():
            fold_of[group] = best = self._best(folds, of_class, counts[group])
            folds[best] = folds[best] + counts[group]
        for fold in range(self.n_splits):
            yield [place for place, group in enumerate(own.tolist()) if fold_of[group] == fold]

    def _check(self, of_class, groups):
        if bool((of_class < self.n_splits).all()):
            raise ValueError(f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
        if self.n_splits > of_class.min():
            warnings.warn(f"The least populated class in y has only {of_class.min()} members, which is less than "
                          f"n_splits={self.n_splits}.", UserWarning, stacklevel=4)
        if self.n_splits > groups:
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of groups: {groups}.")

    def _best(self, folds, of_class, counts):
        """The fold by which the classes are spread most evenly; of two, that with fewer samples."""
        best, least, fewest = None, np.inf, np.inf
        for fold in range(self.n_splits):
            tried = folds.copy()
            tried[fold] = tried[fold] + counts
            uneven, samples = float(np.mean(np.std(tried / of_class.reshape(1, -1), axis=0))), float(folds[fold].sum())
            if uneven < least or np.isclose(uneven, least) and samples < fewest:
                best, least, fewest = fold, uneven, samples
        return best
