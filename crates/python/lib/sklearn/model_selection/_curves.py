"""Scores by how much is learned from, and by a parameter's value.

What it is not: a search for the best, which is `_search`. Start reading at `learning_curve`.
"""

import numpy as np
from sklearn._arrays import check_random_state, refuse
from sklearn.base import clone
from sklearn.metrics._scorers import scorer_of
from sklearn.model_selection._validation import folds_of
from sklearn.utils import chosen


def _parts(estimator, X, y, cv):
    return [(train.tolist(), test.tolist()) for train, test in folds_of(estimator, y, cv).split(X, y)]


def _both(estimator, X, y, train, test, score):
    """The scores on what is learned from, and on what is tested with."""
    fitted = clone(estimator).fit(chosen(X, train), None if y is None else chosen(y, train))
    return [float(score(fitted, chosen(X, places), None if y is None else chosen(y, places))) for places in (train, test)]


def learning_curve(estimator, X, y, *, groups=None, train_sizes=np.linspace(0.1, 1.0, 5), cv=None, scoring=None,
                   exploit_incremental_learning=False, n_jobs=None, pre_dispatch="all", verbose=0, shuffle=False,
                   random_state=None, error_score=np.nan, return_times=False, params=None):
    """How many samples are learned from, and the scores on these and on the others, a row each."""
    # Everything runs in one thread here.
    del n_jobs, pre_dispatch, error_score
    refuse("learning_curve", groups=(groups, None), exploit_incremental_learning=(exploit_incremental_learning, False),
           verbose=(verbose, 0), return_times=(return_times, False), params=(params, None))
    parts, score = _parts(estimator, X, y, cv), scorer_of(scoring)
    most = len(parts[0][0])
    sizes = np.asarray(train_sizes)
    if sizes.dtype.kind == "f":
        if float(sizes.min()) <= 0 or float(sizes.max()) > 1:
            raise ValueError(f"train_sizes has been interpreted as fractions of the maximum number of training samples and must "
                             f"be within (0, 1], but is within [{float(sizes.min()):f}, {float(sizes.max()):f}].")
        sizes = (sizes * most).astype(np.int64)
    sizes = np.unique(sizes)
    generator = check_random_state(random_state)
    if shuffle:
        parts = [(generator.permutation(np.array(train)).tolist(), test) for train, test in parts]
    found = np.array([[_both(estimator, X, y, train[:size], test, score) for train, test in parts] for size in sizes.tolist()])
    return sizes, found[:, :, 0], found[:, :, 1]


def validation_curve(estimator, X, y, *, param_name, param_range, groups=None, cv=None, scoring=None, n_jobs=None,
                     pre_dispatch="all", verbose=0, error_score=np.nan, params=None):
    """The scores on what is learned from and on the others, a row for each value of a parameter."""
    del n_jobs, pre_dispatch, error_score
    refuse("validation_curve", groups=(groups, None), verbose=(verbose, 0), params=(params, None))
    parts, score = _parts(estimator, X, y, cv), scorer_of(scoring)
    rows = [[_both(clone(estimator).set_params(**{param_name: value}), X, y, train, test, score) for train, test in parts]
            for value in param_range]
    found = np.array(rows)
    return found[:, :, 0], found[:, :, 1]
