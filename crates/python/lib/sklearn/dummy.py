"""Estimators that look at no feature: what others are measured by.

What it is not: learning. Start reading at `DummyClassifier`.
"""

import numpy as np
from sklearn._arrays import array_of, check_random_state, different, floats, goals_of, labels, length
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin

_STRATEGIES = ("most_frequent", "prior", "stratified", "uniform", "constant")


class DummyClassifier(ClassifierMixin, BaseEstimator):
    """The most frequent class, one that is drawn, or always the same."""

    def __init__(self, *, strategy="prior", random_state=None, constant=None):
        self.strategy, self.random_state, self.constant = strategy, random_state, constant

    def fit(self, X, y, sample_weight=None):
        """How frequent each class is."""
        if self.strategy not in _STRATEGIES:
            raise ValueError(f"The 'strategy' parameter of DummyClassifier must be a str among {set(_STRATEGIES)}. "
                             f"Got {self.strategy!r} instead.")
        names = labels(y)
        weights = np.ones(length(X)) if sample_weight is None else floats(sample_weight)
        classes = different(names)
        own = [float(weights[np.array([name == each for name in names])].sum()) for each in classes]
        self.classes_, self.n_classes_ = array_of(classes, y), len(classes)
        self.class_prior_ = np.array(own) / sum(own)
        return self

    def predict_proba(self, X):
        """The chance of each class."""
        self._check_fitted()
        count, chances = length(X), self.class_prior_
        if self.strategy == "uniform":
            chances = np.full(self.n_classes_, 1 / self.n_classes_)
        elif self.strategy in ("most_frequent", "constant"):
            chances = (np.arange(self.n_classes_) == self._only()).astype(float)
        elif self.strategy == "stratified":
            return check_random_state(self.random_state).multinomial(1, chances, size=count).astype(float)
        return np.tile(chances, (count, 1))

    def _only(self):
        names = self.classes_.tolist()
        return names.index(self.constant) if self.strategy == "constant" else int(self.class_prior_.argmax())

    def predict(self, X):
        """A class for each sample."""
        names = self.classes_.tolist()
        if self.strategy == "uniform":
            places = check_random_state(self.random_state).randint(self.n_classes_, size=length(X))
        else:
            places = self.predict_proba(X).argmax(axis=1)
        return array_of([names[at] for at in places.tolist()], self.classes_)


class DummyRegressor(RegressorMixin, BaseEstimator):
    """The mean, the median, a quantile, or always the same."""

    def __init__(self, *, strategy="mean", constant=None, quantile=None):
        self.strategy, self.constant, self.quantile = strategy, constant, quantile

    def fit(self, X, y, sample_weight=None):
        """The number that is said of each sample."""
        if sample_weight is not None:
            raise NotImplementedError("DummyRegressor: sample_weight is not built into this sklearn")
        goals = goals_of(y)
        if self.strategy == "mean":
            found = goals.mean()
        elif self.strategy == "constant":
            found = self.constant
        else:
            found = np.quantile(goals, 0.5 if self.strategy == "median" else self.quantile)
        self.constant_, self._count = np.array([[float(found)]]), length(X)
        return self

    def predict(self, X):
        """The same number for each sample."""
        self._check_fitted()
        return np.full(length(X), self.constant_[0, 0])
