"""`LinearSVC` and `LinearSVR`: support vectors without kernels.

What it is not: how their problems are solved, which is `_liblinear`. Start reading at `LinearSVC`.
"""

import numpy as np
from sklearn._arrays import array_of, check_random_state, decided, different, floats, goal_of, labels, matrix, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.svm import _liblinear

_SEEDS = 2**31 - 1


class LinearSVC(ClassifierMixin, BaseEstimator):
    """A line for each class against all others; the highest one decides."""

    def __init__(self, penalty="l2", loss="squared_hinge", *, dual="auto", tol=1e-4, C=1.0, multi_class="ovr", fit_intercept=True,
                 intercept_scaling=1, class_weight=None, verbose=0, random_state=None, max_iter=1000):  # fmt: skip
        self.penalty, self.loss, self.dual, self.tol, self.C, self.multi_class = penalty, loss, dual, tol, C, multi_class
        self.fit_intercept, self.intercept_scaling, self.class_weight = fit_intercept, intercept_scaling, class_weight
        self.verbose, self.random_state, self.max_iter = verbose, random_state, max_iter

    def fit(self, X, y, sample_weight=None):
        """The lines."""
        refuse("LinearSVC", penalty=(self.penalty, "l2"), multi_class=(self.multi_class, "ovr"), verbose=(self.verbose, 0))
        X, names = matrix(X, "LinearSVC").astype(float), labels(y)
        same_length(X, names, sample_weight)
        classes = different(names)
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        if len(classes) < 2:
            raise ValueError("This solver needs samples of at least 2 classes in the data, but the data contains only one class: "
                             f"{self.classes_[0]!r}")
        is_dual = (self.loss == "hinge" or len(X) < X.shape[1]) if self.dual == "auto" else self.dual
        if self.loss == "hinge" and not is_dual:
            raise ValueError("Unsupported set of arguments: The combination of penalty='l2' and loss='hinge' are not supported when "
                             "dual=False, Parameters: penalty='l2', loss='hinge', dual=False")
        solve = _liblinear.hinge if self.loss == "hinge" else _liblinear.squared_hinge
        solve = _liblinear.squared_hinge_by_samples if is_dual and self.loss != "hinge" else solve
        costs = self.C * weights_of(names, classes, self.class_weight, sample_weight)
        places = np.array([classes.index(name) for name in names])
        bias, seed = self.intercept_scaling if self.fit_intercept else -1, int(check_random_state(self.random_state).randint(_SEEDS))
        found = _liblinear.several(solve, X, places, costs, bias, self.tol, self.max_iter, seed)
        self.coef_, self.intercept_, rounds = found
        self.n_iter_ = max(rounds)
        return self

    def decision_function(self, X):
        """How far samples are on a class's side: of two classes on the second's."""
        self._check_fitted()
        X = matrix(X, "LinearSVC")
        self._check_features(X)
        scores = X @ self.coef_.T + self.intercept_
        return scores.ravel() if scores.shape[1] == 1 else scores

    def predict(self, X):
        """The class of each sample."""
        return decided(self.decision_function(X), self.classes_)


class LinearSVR(RegressorMixin, BaseEstimator):
    """A line in a tube as wide as epsilon; what lies outside costs C."""

    def __init__(self, *, epsilon=0.0, tol=1e-4, C=1.0, loss="epsilon_insensitive", fit_intercept=True, intercept_scaling=1.0,
                 dual="auto", verbose=0, random_state=None, max_iter=1000):  # fmt: skip
        self.epsilon, self.tol, self.C, self.loss, self.fit_intercept = epsilon, tol, C, loss, fit_intercept
        self.intercept_scaling, self.dual, self.verbose = intercept_scaling, dual, verbose
        self.random_state, self.max_iter = random_state, max_iter

    def fit(self, X, y, sample_weight=None):
        """The line."""
        is_squared = self.loss == "squared_epsilon_insensitive"
        refuse("LinearSVR", verbose=(self.verbose, 0))
        X, goals = matrix(X, "LinearSVR").astype(float), goal_of(y).astype(float)
        same_length(X, goals, sample_weight)
        if is_squared and (self.dual is False or self.dual == "auto" and len(X) >= X.shape[1]):
            raise NotImplementedError("LinearSVR: loss='squared_epsilon_insensitive' is built into this sklearn with dual=True only")
        if not is_squared and self.dual is False:
            raise ValueError("Unsupported set of arguments: The combination of penalty='l2' and loss='epsilon_insensitive' are not "
                             "supported when dual=False, Parameters: penalty='l2', loss='epsilon_insensitive', dual=False")
        self.n_features_in_ = X.shape[1]
        costs = self.C * (np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float))
        bias = float(self.intercept_scaling)
        rows = np.concatenate([X, np.full((len(X), 1), bias)], axis=1) if self.fit_intercept else X
        draws = _liblinear.Draws(int(check_random_state(self.random_state).randint(_SEEDS)))
        line, self.n_iter_ = _liblinear.tube(rows, goals, costs, self.epsilon, self.tol, self.max_iter, draws, is_squared)
        if self.n_iter_ >= self.max_iter:
            import warnings

            from sklearn.exceptions import ConvergenceWarning

            warnings.warn("Liblinear failed to converge, increase the number of iterations.", ConvergenceWarning, stacklevel=3)
        self.coef_ = line[:-1].copy() if self.fit_intercept else line
        self.intercept_ = np.array([bias * float(line[-1])]) if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        """The line's height at X."""
        self._check_fitted()
        X = matrix(X, "LinearSVR")
        self._check_features(X)
        return X @ self.coef_ + self.intercept_
