"""`AdaBoostRegressor`: small trees, each of samples drawn by how wrong the others were.

What it is not: for classes, which is `_boosting`. Source: H. Drucker, Improving Regressors using Boosting Techniques, 1997.
Start reading at `AdaBoostRegressor`.
"""

import math

import numpy as np
from sklearn._arrays import check_random_state, floats, goal_of, matrix
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.ensemble._boosting import _SEEDS, AdaBoostClassifier
from sklearn.tree import DecisionTreeRegressor


class AdaBoostRegressor(RegressorMixin, BaseEstimator):
    """The median of what the trees say, by how much they count."""

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, loss="linear", random_state=None):
        self.estimator, self.n_estimators, self.learning_rate = estimator, n_estimators, learning_rate
        self.loss, self.random_state = loss, random_state

    def fit(self, X, y, sample_weight=None):
        """The trees, and how much each counts."""
        X, goals = matrix(X, "AdaBoostRegressor"), goal_of(y).astype(float)
        count, self.n_features_in_ = len(X), X.shape[1]
        weights = np.ones(count) if sample_weight is None else floats(sample_weight).astype(float)
        weights, none = weights / weights.sum(), weights == 0
        generator, self.estimators_ = check_random_state(self.random_state), []
        self.estimator_weights_, self.estimator_errors_ = np.zeros(self.n_estimators), np.ones(self.n_estimators)
        self.estimator_ = DecisionTreeRegressor(max_depth=3) if self.estimator is None else self.estimator
        for at in range(self.n_estimators):
            weights = np.where(none, 0.0, np.maximum(weights, np.finfo(np.float64).eps))
            made = clone(self.estimator_)
            for name in sorted(made.get_params(deep=True)):
                if name == "random_state" or name.endswith("__random_state"):
                    made.set_params(**{name: int(generator.randint(_SEEDS))})
            self.estimators_.append(made)
            places = generator.choice(np.arange(count), size=count, replace=True, p=weights)
            made.fit(X[places], goals[places])
            wrong = self._wrong(np.abs(made.predict(X) - goals), weights > 0)
            error = float((weights * wrong).sum())
            if error <= 0:
                self.estimator_weights_[at], self.estimator_errors_[at] = 1.0, 0.0
                break
            if error >= 0.5:
                if len(self.estimators_) > 1:
                    self.estimators_.pop()
                break
            beta = error / (1.0 - error)
            self.estimator_weights_[at], self.estimator_errors_[at] = self.learning_rate * math.log(1.0 / beta), error
            if at < self.n_estimators - 1:
                weights = weights * beta ** ((1.0 - wrong) * self.learning_rate)
                weights = weights / weights.sum()
        return self

    def _wrong(self, apart, counts):
        """How wrong each is, from 0 to 1."""
        most = float(apart[counts].max())
        apart = apart / most if most else apart
        if self.loss == "exponential":
            return 1.0 - np.exp(-apart)
        return apart**2 if self.loss == "square" else apart

    def _median(self, X, many):
        self._check_fitted()
        said = np.stack([each.predict(X) for each in self.estimators_[:many]], axis=1)
        order = np.argsort(said, axis=1)
        sums = np.cumsum(self.estimator_weights_[order], axis=1)
        middle = (sums >= 0.5 * sums[:, -1:]).argmax(axis=1)
        rows = np.arange(len(said))
        return said[rows, order[rows, middle]]

    def predict(self, X):
        """The median."""
        return self._median(matrix(X, "AdaBoostRegressor"), len(self.__dict__.get("estimators_", ())))

    def staged_predict(self, X):
        """What was predicted after each tree."""
        return (self._median(matrix(X, "AdaBoostRegressor"), at + 1) for at in range(len(self.estimators_)))

    feature_importances_ = AdaBoostClassifier.feature_importances_
