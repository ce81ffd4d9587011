"""`cross_val_score`: an estimator's score on each fold.

What it is not: a search for parameters. Start reading at `cross_val_score`.
"""

import numpy as np
from sklearn._arrays import refuse
from sklearn.base import ClassifierMixin, clone
from sklearn.model_selection._folds import KFold, StratifiedKFold
from sklearn.utils import chosen


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
    """The score of each fold, by the estimator's own `score` or by a function of estimator, X and y."""
    # Everything runs in one thread here: how many jobs there are, and how they are dispatched, changes nothing.
    del n_jobs, pre_dispatch
    refuse("cross_val_score", verbose=(verbose, 0), params=(params, None), groups=(groups, None))
    if error_score is not np.nan and error_score != "raise":
        refuse("cross_val_score", error_score=(error_score, "raise"))
    if isinstance(scoring, str):
        raise NotImplementedError(
            f"cross_val_score: scoring={scoring!r} is not built into this sklearn; give a function"
        )
    score = scoring or (lambda fitted, X, y: fitted.score(X, y))
    found = []
    for train, test in _folds(estimator, y, cv).split(X, y):
        fitted = clone(estimator).fit(chosen(X, train.tolist()), chosen(y, train.tolist()))
        found.append(float(score(fitted, chosen(X, test.tolist()), chosen(y, test.tolist()))))
    return np.array(found)


def _folds(estimator, y, cv):
    if hasattr(cv, "split"):
        return cv
    is_classes = isinstance(estimator, ClassifierMixin) and y is not None
    return (StratifiedKFold if is_classes else KFold)(5 if cv is None else cv)
