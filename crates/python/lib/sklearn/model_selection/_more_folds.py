"""Rarer ways to part samples: again and again, by groups, as given.

What it is not: plain folds, which are `_folds`. Start reading at `RepeatedKFold`.
"""

import itertools

import numpy as np
from sklearn._arrays import check_random_state, labels, length
from sklearn.model_selection._folds import KFold, StratifiedKFold


class _Parts:
    """What all of them share: how they are printed."""

    def __repr__(self):
        names = sorted(name for name in self.__dict__ if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with, part by part."""
        count = length(X)
        for test in self._tests(count, y, groups):
            tested = set(test)
            yield np.array([at for at in range(count) if at not in tested]), np.array(sorted(tested))


def _named(groups):
    if groups is None:
        raise ValueError("The 'groups' parameter should not be None.")
    return labels(groups)


class _Repeated(_Parts):
    def __init__(self, *, n_splits=5, n_repeats=10, random_state=None):
        self.n_splits, self.n_repeats, self.random_state = n_splits, n_repeats, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        """How many parts; what is split does not matter."""
        return self.n_splits * self.n_repeats

    def split(self, X, y=None, groups=None):
        """Folds, drawn anew again and again."""
        generator = check_random_state(self.random_state)
        for _ in range(self.n_repeats):
            yield from self._folds(self.n_splits, shuffle=True, random_state=generator).split(X, y)


class RepeatedKFold(_Repeated):
    """Folds, drawn anew again and again."""

    _folds = KFold


class RepeatedStratifiedKFold(_Repeated):
    """Folds in which each class has its share, drawn anew again and again."""

    _folds = StratifiedKFold


class GroupKFold(_Parts):
    """Folds that tear no group apart: the largest groups are dealt out first."""

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        if shuffle:
            raise NotImplementedError("GroupKFold: shuffle=True is not built into this sklearn")
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits

    def _tests(self, count, y, groups):
        groups = _named(groups)
        names = sorted(set(groups))
        if self.n_splits > len(names):
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of groups: {len(names)}.")
        sizes, weights, fold_of = [groups.count(name) for name in names], [0] * self.n_splits, {}
        for at in sorted(range(len(names)), key=sizes.__getitem__, reverse=True):
            lightest = weights.index(min(weights))
            weights[lightest] += sizes[at]
            fold_of[names[at]] = lightest
        for fold in range(self.n_splits):
            yield [at for at in range(count) if fold_of[groups[at]] == fold]


class LeaveOneGroupOut(_Parts):
    """Each group is tested with once."""

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(set(_named(groups)))

    def _tests(self, count, y, groups):
        groups = _named(groups)
        for name in sorted(set(groups)):
            yield [at for at in range(count) if groups[at] == name]


class LeavePOut(_Parts):
    """All choices of so many samples to test with."""

    def __init__(self, p):
        self.p = p

    def get_n_splits(self, X, y=None, groups=None):
        import math

        return math.comb(length(X), self.p)

    def _tests(self, count, y, groups):
        return itertools.combinations(range(count), self.p)


class PredefinedSplit(_Parts):
    """Parts as given: a number for each sample, -1 for those that are never tested with."""

    def __init__(self, test_fold):
        self.test_fold = np.asarray(test_fold)

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(set(self.test_fold.tolist()) - {-1})

    def split(self, X=None, y=None, groups=None):
        """The parts; what is split does not matter."""
        return _Parts.split(self, self.test_fold, y, groups)

    def _tests(self, count, y, groups):
        folds = self.test_fold.tolist()
        for fold in sorted(set(folds) - {-1}):
            yield [at for at in range(count) if folds[at] == fold]


def permutation_test_score(estimator, X, y, *, groups=None, cv=None, n_permutations=100, n_jobs=None, random_state=0, verbose=0,
                           scoring=None, params=None):
    """A score, those with the goals in other orders, and how often one of these is as good."""
    from sklearn.model_selection._validation import cross_val_score
    from sklearn.utils import chosen

    del n_jobs, verbose
    if groups is not None or params is not None:
        raise NotImplementedError("permutation_test_score: groups and params are not built into this sklearn")
    generator = check_random_state(random_state)
    score = cross_val_score(estimator, X, y, cv=cv, scoring=scoring).mean()
    orders = [generator.permutation(length(y)).tolist() for _ in range(n_permutations)]
    others = np.array([float(cross_val_score(estimator, X, chosen(y, order), cv=cv, scoring=scoring).mean()) for order in orders])
    return score, others, ((others >= score).sum() + 1.0) / (n_permutations + 1)
