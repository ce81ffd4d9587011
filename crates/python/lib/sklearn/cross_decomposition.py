"""`PLSRegression`: few directions that say most of the goals.

What it is not: canonical correlation; those names say so. Source: J. Wegelin, A survey of Partial Least Squares, 2000. Start reading
at `PLSRegression`.
"""

import warnings

import numpy as np
from _kindling_absent import Absent
from numpy._objects import objects
from sklearn._arrays import goals_of, matrix, same_length
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin

_EPSILON = 2.0**-52


def _first(X, y, most, tol):
    """The direction in X that goes along most with one in y, and that one."""
    score = next((column for column in y.T if bool((np.abs(column) > _EPSILON).any())), None)
    if score is None:
        return None
    before = 100.0
    for turn in range(1, most + 1):
        way = X.T @ score / (score @ score)
        way = way / (np.sqrt(way @ way) + _EPSILON)
        along = X @ way
        other = y.T @ along / (along @ along)
        score = y @ other / (other @ other + _EPSILON)
        if float(((way - before) ** 2).sum()) < tol or y.shape[1] == 1:
            break
        before = way
    if turn == most:
        from sklearn.exceptions import ConvergenceWarning

        warnings.warn("Maximum number of iterations reached", ConvergenceWarning, stacklevel=4)
    sign = np.sign(way[np.abs(way).argmax()])
    return way * sign, other * sign, turn


class PLSRegression(TransformerMixin, RegressorMixin, BaseEstimator):
    """Lines along few directions."""

    def __init__(self, n_components=2, *, scale=True, max_iter=500, tol=1e-06, copy=True):
        self.n_components, self.scale, self.max_iter, self.tol, self.copy = n_components, scale, max_iter, tol, copy

    def fit(self, X, y):
        """The directions."""
        X, y = matrix(X, "PLSRegression").astype(float), goals_of(y).astype(float)
        same_length(X, y)
        self._is_one, y = y.ndim == 1, y.reshape(len(y), -1)
        if self.n_components > min(X.shape):
            raise ValueError(f"`n_components` upper bound is {min(X.shape)}. Got {self.n_components} instead. Reduce `n_components`.")
        self.n_features_in_, self._means = X.shape[1], (X.mean(axis=0), y.mean(axis=0))
        X, y = X - self._means[0], y - self._means[1]
        self._widths = np.ones(X.shape[1]), np.ones(y.shape[1])
        if self.scale:
            self._widths = tuple(np.where(each == 0.0, 1.0, each) for each in (X.std(axis=0, ddof=1), y.std(axis=0, ddof=1)))
        X, y = X / self._widths[0], y / self._widths[1]
        parts, self.n_iter_ = [], []
        for at in range(self.n_components):
            y = np.where((np.abs(y) < 10 * _EPSILON).all(axis=0), 0.0, y)
            found = _first(X, y, self.max_iter, self.tol)
            if found is None:
                warnings.warn(f"y residual is constant at iteration {at}", stacklevel=2)
                break
            way, other, turn = found
            self.n_iter_.append(turn)
            score, other_score = X @ way, y @ other / (other @ other)
            load, other_load = score @ X / (score @ score), score @ y / (score @ score)
            X, y = X - np.outer(score, load), y - np.outer(score, other_load)
            parts.append((way, other, score, other_score, load, other_load))
        none = [np.zeros(len(each)) for each in parts[0]] if parts else []
        parts += [none] * (self.n_components - len(parts))
        columns = [np.stack(each, axis=1) for each in zip(*parts)]
        self.x_weights_, self.y_weights_, self.x_scores_, self.y_scores_, self.x_loadings_, self.y_loadings_ = columns
        self.x_rotations_ = self.x_weights_ @ np.linalg.pinv(self.x_loadings_.T @ self.x_weights_)
        self.y_rotations_ = self.y_weights_ @ np.linalg.pinv(self.y_loadings_.T @ self.y_weights_)
        self.coef_ = (self.x_rotations_ @ self.y_loadings_.T * self._widths[1]).T / self._widths[0]
        self.intercept_ = self._means[1]
        return self

    def transform(self, X, y=None, copy=True):
        """X along the directions, and y along its own."""
        self._check_fitted()
        X = matrix(X, "PLSRegression").astype(float)
        self._check_features(X)
        found = (X - self._means[0]) / self._widths[0] @ self.x_rotations_
        if y is None:
            return found
        y = goals_of(y).astype(float).reshape(len(X), -1)
        return found, (y - self._means[1]) / self._widths[1] @ self.y_rotations_

    def fit_transform(self, X, y=None):
        """X and y along the directions."""
        return self.fit(X, y).transform(X, y)

    def inverse_transform(self, X, y=None):
        """About the samples that lie so along the directions."""
        self._check_fitted()
        found = matrix(X, "PLSRegression") @ self.x_loadings_.T * self._widths[0] + self._means[0]
        return found if y is None else (found, np.asarray(y) @ self.y_loadings_.T * self._widths[1] + self._means[1])

    def predict(self, X, copy=True):
        """The goals."""
        self._check_fitted()
        X = matrix(X, "PLSRegression").astype(float)
        self._check_features(X)
        found = (X - self._means[0]) @ self.coef_.T + self.intercept_
        return found.ravel() if self._is_one else found

    def get_feature_names_out(self, input_features=None):
        """The names of the directions."""
        return objects(f"plsregression{at}" for at in range(self.n_components))


def __getattr__(name):
    if name in ("CCA", "PLSCanonical", "PLSSVD"):
        return Absent(f"sklearn.cross_decomposition.{name} is not built into this sklearn; PLSRegression is")
    raise AttributeError(f"module 'sklearn.cross_decomposition' has no attribute '{name}'")
