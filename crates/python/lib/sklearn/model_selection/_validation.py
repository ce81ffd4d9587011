"""An estimator's scores on each fold: `cross_val_score`, `cross_validate`, `cross_val_predict`.

What it is not: a search for parameters, which is `_search`. Start reading at `scored_folds`.
"""

import time

import numpy as np
from sklearn._arrays import array_of, refuse
from sklearn.base import ClassifierMixin, clone
from sklearn.metrics._scorers import scorer_of
from sklearn.model_selection._folds import KFold, StratifiedKFold
from sklearn.utils import chosen


def folds_of(estimator, y, cv):
    """What parts the samples: as given, or five folds, in which each class has its share."""
    if hasattr(cv, "split"):
        return cv
    if hasattr(cv, "__iter__"):
        return _Given(list(cv))
    is_classes = isinstance(getattr(estimator, "_last", estimator), ClassifierMixin) and y is not None
    return (StratifiedKFold if is_classes else KFold)(5 if cv is None else cv)


class _Given:
    """Parts that are given as places."""

    def __init__(self, parts):
        self._parts = parts

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(self._parts)

    def split(self, X, y=None, groups=None):
        return ((np.array(train), np.array(test)) for train, test in self._parts)


def scored_folds(estimator, X, y, folds, scorers, with_train=False):
    """For each fold the fitted estimator, its scores by name, those on what it learned from, and what that took."""
    for train, test in folds.split(X, y):
        parts = [None if each is None else chosen(each, places.tolist()) for places in (train, test) for each in (X, y)]
        began = time.time()
        fitted = clone(estimator)
        fitted = fitted.fit(parts[0]) if y is None else fitted.fit(parts[0], parts[1])
        learned = time.time()
        scores = {name: float(score(fitted, parts[2], parts[3])) for name, score in scorers.items()}
        took = (learned - began, time.time() - learned)
        on_train = (
            {name: float(score(fitted, parts[0], parts[1])) for name, score in scorers.items()} if with_train else {}
        )
        yield fitted, scores, on_train, took


def _check(owner, verbose, params, groups, error_score):
    refuse(owner, verbose=(verbose, 0), params=(params, None), groups=(groups, None))
    if error_score is not np.nan and error_score == error_score and error_score != "raise":
        refuse(owner, error_score=(error_score, "raise"))


def cross_val_score(
    estimator,
    X,
    y=None,
    *,
    groups=None,
    scoring=None,
    cv=None,
    n_jobs=None,
    verbose=0,
    params=None,
    pre_dispatch="2*n_jobs",
    error_score=np.nan,
):
    """The score of each fold, by the estimator's own `score`, a measure's name, or a function of estimator, X and y."""
    # Everything runs in one thread here: how many jobs there are, and how they are dispatched, changes nothing.
    del n_jobs, pre_dispatch
    _check("cross_val_score", verbose, params, groups, error_score)
    found = scored_folds(estimator, X, y, folds_of(estimator, y, cv), {"score": scorer_of(scoring)})
    return np.array([scores["score"] for _, scores, _, _ in found])


def cross_validate(
    estimator,
    X,
    y=None,
    *,
    groups=None,
    scoring=None,
    cv=None,
    n_jobs=None,
    verbose=0,
    params=None,
    pre_dispatch="2*n_jobs",
    return_train_score=False,
    return_estimator=False,
    return_indices=False,
    error_score=np.nan,
):
    """Scores by several measures, and what each fold took, by name."""
    del n_jobs, pre_dispatch
    _check("cross_validate", verbose, params, groups, error_score)
    refuse("cross_validate", return_indices=(return_indices, False))
    named = scoring if isinstance(scoring, (list, tuple, dict)) else {"score": scoring}
    named = named if isinstance(named, dict) else {name: name for name in named}
    scorers = {name: scorer_of(each) for name, each in named.items()}
    rows = list(scored_folds(estimator, X, y, folds_of(estimator, y, cv), scorers, return_train_score))
    found = {
        "fit_time": np.array([took[0] for _, _, _, took in rows]),
        "score_time": np.array([took[1] for _, _, _, took in rows]),
    }
    if return_estimator:
        found["estimator"] = [fitted for fitted, _, _, _ in rows]
    for name in scorers:
        found[f"test_{name}"] = np.array([scores[name] for _, scores, _, _ in rows])
        if return_train_score:
            found[f"train_{name}"] = np.array([on_train[name] for _, _, on_train, _ in rows])
    return found


def cross_val_predict(
    estimator,
    X,
    y=None,
    *,
    groups=None,
    cv=None,
    n_jobs=None,
    verbose=0,
    params=None,
    pre_dispatch="2*n_jobs",
    method="predict",
):
    """What is predicted of each sample by an estimator that did not learn from it."""
    del n_jobs, pre_dispatch
    _check("cross_val_predict", verbose, params, groups, np.nan)
    found = {}
    for train, test in folds_of(estimator, y, cv).split(X, y):
        fitted = clone(estimator)
        own = chosen(X, train.tolist())
        fitted = fitted.fit(own) if y is None else fitted.fit(own, chosen(y, train.tolist()))
        values = getattr(fitted, method)(chosen(X, test.tolist())).tolist()
        found.update(zip(test.tolist(), values))
    return array_of([found[at] for at in range(len(found))], y)
