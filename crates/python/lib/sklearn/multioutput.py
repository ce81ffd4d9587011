"""Several goals, an estimator for each, or each with those before it.

What it is not: estimators that learn several goals themselves, as trees do. Start reading at `MultiOutputRegressor`.
"""

import numpy as np
from sklearn._arrays import check_random_state, matrix, plain, refuse
from sklearn.base import BaseEstimator, ClassifierMixin, MetaEstimatorMixin, RegressorMixin, clone

__all__ = ["ClassifierChain", "MultiOutputClassifier", "MultiOutputRegressor", "RegressorChain"]


def _columns(Y):
    Y = np.asarray(plain(Y))
    if Y.ndim == 1:
        raise ValueError("y must have at least two dimensions for multi-output regression but has only one.")
    return [Y[:, at] for at in range(Y.shape[1])]


class _Each(MetaEstimatorMixin, BaseEstimator):
    """An estimator a goal."""

    _hands_on = True

    def __init__(self, estimator, *, n_jobs=None):
        self.estimator, self.n_jobs = estimator, n_jobs

    def fit(self, X, Y, sample_weight=None, **fit_params):
        """The estimators."""
        options = fit_params if sample_weight is None else {"sample_weight": sample_weight, **fit_params}
        self.estimators_ = [clone(self.estimator).fit(X, goal, **options) for goal in _columns(Y)]
        self.n_features_in_ = np.shape(plain(X))[1]
        return self

    def predict(self, X):
        """A column a goal."""
        self._check_fitted()
        found = [each.predict(X) for each in self.estimators_]
        return np.stack(found, axis=1) if found[0]._is_plain else np.array([list(row) for row in zip(*(one.tolist() for one in found))])


class MultiOutputRegressor(RegressorMixin, _Each):
    """Numbers."""


class MultiOutputClassifier(ClassifierMixin, _Each):
    """Classes."""

    def fit(self, X, Y, sample_weight=None, **fit_params):
        """The estimators."""
        super().fit(X, Y, sample_weight, **fit_params)
        self.classes_ = [each.classes_ for each in self.estimators_]
        return self

    def predict_proba(self, X):
        """The chances of each goal's classes, a table each."""
        self._check_fitted()
        return [each.predict_proba(X) for each in self.estimators_]

    def score(self, X, y):
        """How many samples are right in all goals."""
        return float((self.predict(X) == np.asarray(plain(y))).all(axis=1).mean())


class _Chain(MetaEstimatorMixin, BaseEstimator):
    """Each estimator is given the goals before its own as features."""

    _hands_on = True

    def _chained(self, X, Y, base):
        refuse(type(self).__name__, cv=(self.cv, None), verbose=(self.verbose, False))
        X, goals = matrix(X, type(self).__name__), _columns(Y)
        count = len(goals)
        if isinstance(self.order, str):
            if self.order != "random":
                raise ValueError("'order' must be either None, 'random', or a permutation of the columns")
            self.order_ = check_random_state(self.random_state).permutation(count).tolist()
        else:
            self.order_ = list(range(count)) if self.order is None else list(self.order)
            if sorted(self.order_) != list(range(count)):
                raise ValueError("invalid order")
        self.estimators_, self.n_features_in_ = [], X.shape[1]
        for at in self.order_:
            self.estimators_.append(clone(base).fit(X, goals[at]))
            X = np.concatenate([X, goals[at].reshape(-1, 1).astype(float)], axis=1)
        return self

    def _told(self, X, method):
        self._check_fitted()
        X, found = matrix(X, type(self).__name__), [None] * len(self.order_)
        for at, each in zip(self.order_, self.estimators_):
            said = each.predict(X)
            found[at] = said if method == "predict" else getattr(each, method)(X)[:, 1]
            X = np.concatenate([X, said.reshape(-1, 1).astype(float)], axis=1)
        return np.stack(found, axis=1).astype(float)

    def predict(self, X):
        """A column a goal."""
        return self._told(X, "predict")


class RegressorChain(RegressorMixin, _Chain):
    """Numbers."""

    def __init__(self, estimator, *, order=None, cv=None, random_state=None, verbose=False):
        self.estimator, self.order, self.cv, self.random_state, self.verbose = estimator, order, cv, random_state, verbose

    def fit(self, X, Y, **fit_params):
        """The estimators."""
        return self._chained(X, Y, self.estimator)


class ClassifierChain(ClassifierMixin, _Chain):
    """Classes."""

    def __init__(self, estimator, *, order=None, cv=None, chain_method="predict", random_state=None, verbose=False):
        self.estimator, self.order, self.cv = estimator, order, cv
        self.chain_method, self.random_state, self.verbose = chain_method, random_state, verbose

    def fit(self, X, Y, **fit_params):
        """The estimators."""
        refuse("ClassifierChain", chain_method=(self.chain_method, "predict"))
        self._chained(X, Y, self.estimator)
        self.classes_ = [self.estimators_[self.order_.index(at)].classes_ for at in range(len(self.order_))]
        return self

    def predict_proba(self, X):
        """The chance of each goal's second class."""
        return self._told(X, "predict_proba")
