"""Parts by groups that are drawn, and what `cv` means.

What it is not: folds of groups, which are `_more_folds`. Start reading at `GroupShuffleSplit`.
"""

import numpy as np
from sklearn._arrays import check_random_state, different, labels
from sklearn.model_selection._drawn import ShuffleSplit
from sklearn.model_selection._folds import KFold, StratifiedKFold
from sklearn.model_selection._split import _sizes
from sklearn.model_selection._validation import folds_of


class GroupShuffleSplit(ShuffleSplit):
    """So many times other groups to test with."""

    def __init__(self, n_splits=5, *, test_size=None, train_size=None, random_state=None):
        super().__init__(n_splits, test_size=test_size, train_size=train_size, random_state=random_state)

    def split(self, X, y=None, groups=None):
        """The places to learn from and to test with."""
        if groups is None:
            raise ValueError("The 'groups' parameter should not be None.")
        names = labels(groups)
        classes = different(names)
        places = np.array([classes.index(name) for name in names])
        is_open = self.test_size is None and self.train_size is None
        train, test = _sizes(len(classes), 0.2 if is_open else self.test_size, self.train_size)
        generator = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            order = generator.permutation(len(classes))
            own = [np.nonzero(np.isin(places, part))[0] for part in (order[test : test + train], order[:test])]
            yield own[0], own[1]


def check_cv(cv=5, y=None, *, classifier=False, shuffle=False, random_state=None):
    """What parts samples: as many folds, each class with its share where there are classes, or what is given."""
    cv = 5 if cv is None else cv
    if hasattr(cv, "split") or hasattr(cv, "__iter__"):
        return folds_of(None, y, cv)
    is_classes = classifier and y is not None and len(set(labels(y))) > 1
    return (StratifiedKFold if is_classes else KFold)(cv, shuffle=shuffle, random_state=random_state)
