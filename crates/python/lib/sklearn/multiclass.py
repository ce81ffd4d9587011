"""Several classes out of two: `OneVsRestClassifier`, `OneVsOneClassifier`.

What it is not: codes of classes; that name says so. Start reading at `OneVsRestClassifier`.
"""

import itertools

import numpy as np
from sklearn._arrays import array_of, decided, different, labels
from sklearn._missing import missing
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.utils import chosen


def _said(estimator, X):
    """How sure an estimator of two classes is of the second."""
    if hasattr(estimator, "decision_function"):
        return estimator.decision_function(X)
    return estimator.predict_proba(X)[:, 1]


class OneVsRestClassifier(ClassifierMixin, BaseEstimator):
    """For each class an estimator that tells it from all others."""

    def __init__(self, estimator, *, n_jobs=None, verbose=0):
        self.estimator, self.n_jobs, self.verbose = estimator, n_jobs, verbose

    def fit(self, X, y):
        """The estimators."""
        self.multilabel_ = getattr(y, "ndim", 1) == 2 and y.shape[1] > 1
        if self.multilabel_:
            columns = [np.asarray(y)[:, at] for at in range(y.shape[1])]
            self.classes_ = np.arange(len(columns))
        else:
            goals = labels(y)
            self.classes_ = array_of(different(goals), y)
            names = self.classes_.tolist()
            columns = [np.array([int(goal == name) for goal in goals]) for name in (names[1:] if len(names) == 2 else names)]
        self.estimators_ = [clone(self.estimator).fit(X, column) for column in columns]
        self.n_classes_ = len(self.classes_)
        self.n_features_in_ = getattr(self.estimators_[0], "n_features_in_", None)
        return self

    def decision_function(self, X):
        """How sure each is."""
        self._check_fitted()
        found = np.stack([each.decision_function(X) for each in self.estimators_], axis=1)
        return found.ravel() if found.shape[1] == 1 else found

    def predict_proba(self, X):
        """How probable each class is."""
        self._check_fitted()
        found = np.stack([each.predict_proba(X)[:, 1] for each in self.estimators_], axis=1)
        if found.shape[1] == 1:
            return np.concatenate([1 - found, found], axis=1)
        return found if self.multilabel_ else found / found.sum(axis=1, keepdims=True)

    def predict(self, X):
        """The class that its estimator is surest of."""
        self._check_fitted()
        if self.multilabel_:
            return np.stack([each.predict(X) for each in self.estimators_], axis=1)
        names = self.classes_.tolist()
        if len(self.estimators_) == 1:
            return array_of([names[int(one)] for one in labels(self.estimators_[0].predict(X))], self.classes_)
        places = np.stack([_said(each, X) for each in self.estimators_], axis=1).argmax(axis=1)
        return array_of([names[at] for at in places.tolist()], self.classes_)


class OneVsOneClassifier(ClassifierMixin, BaseEstimator):
    """For each two classes an estimator that tells them apart; most votes win."""

    def __init__(self, estimator, *, n_jobs=None):
        self.estimator, self.n_jobs = estimator, n_jobs

    def fit(self, X, y):
        """The estimators."""
        goals = labels(y)
        self.classes_ = array_of(different(goals), y)
        names = self.classes_.tolist()
        if len(names) == 1:
            raise ValueError("OneVsOneClassifier can not be fit when only one class is present.")
        self._pairs, self.estimators_ = list(itertools.combinations(range(len(names)), 2)), []
        for first, second in self._pairs:
            places = [at for at, goal in enumerate(goals) if goal in (names[first], names[second])]
            sides = np.array([int(goals[at] == names[second]) for at in places])
            self.estimators_.append(clone(self.estimator).fit(chosen(X, places), sides))
        self.n_classes_ = len(names)
        return self

    def decision_function(self, X):
        """Votes, and how sure they are."""
        self._check_fitted()
        count = len(X)
        votes, sums = np.zeros((count, self.n_classes_)), np.zeros((count, self.n_classes_))
        for (first, second), each in zip(self._pairs, self.estimators_):
            said, sure = np.array(labels(each.predict(X))), _said(each, X)
            votes[:, first] += said == 0
            votes[:, second] += said == 1
            sums[:, first] -= sure
            sums[:, second] += sure
        found = votes + sums / (3 * (np.abs(sums) + 1))
        return found[:, 1] if self.n_classes_ == 2 else found

    def predict(self, X):
        """The class with most votes."""
        return decided(self.decision_function(X), self.classes_)


__getattr__ = missing("sklearn.multiclass")
