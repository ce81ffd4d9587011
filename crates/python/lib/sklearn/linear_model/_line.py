"""The straight line through data.

What it is not: learning by steps; that is what torch is for. Start reading at `LinearRegression`.
"""

import math

import numpy as np
from sklearn._arrays import floats, goals_of, matrix, refuse, same_length
from sklearn._sums import column_sums, total
from sklearn.base import BaseEstimator, RegressorMixin


class LinearRegression(RegressorMixin, BaseEstimator):
    """The line, or plane, with the least squares of what is missing."""

    def __init__(self, *, fit_intercept=True, copy_X=True, tol=1e-06, n_jobs=None, positive=False):
        self.fit_intercept, self.copy_X, self.tol = fit_intercept, copy_X, tol
        self.n_jobs, self.positive = n_jobs, positive

    def fit(self, X, y, sample_weight=None):
        """The slopes and where the line meets 0."""
        # Data are never written over, and everything runs in one thread: `copy_X` and `n_jobs` change nothing.
        refuse("LinearRegression", positive=(self.positive, False))
        X, y = matrix(X, "LinearRegression"), goals_of(y)
        same_length(X, y, sample_weight)
        self.n_features_in_ = X.shape[1]
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight)
        rows, goals = X, y.reshape(len(y), -1)
        if self.fit_intercept:
            column = weights.reshape(-1, 1)
            middle, level = (column_sums(each * column) / weights.sum() for each in (rows, goals))
            rows, goals = rows - middle, goals - level
        root = np.sqrt(weights).reshape(-1, 1)
        slopes = self._solved(rows * root, goals * root)
        self.coef_ = slopes if y.ndim > 1 else slopes.ravel()
        self.intercept_ = 0.0
        if self.fit_intercept:
            heights = level - slopes @ middle
            self.intercept_ = heights if y.ndim > 1 else heights[0]
        return self

    def _solved(self, rows, goals):
        """The shortest of the slopes with the least squares, a row a goal; directions with no spread are left out."""
        if rows.shape[1] == 1 and len(rows) > 1 and bool(rows.any()):
            return self._reflected(rows.ravel(), goals)
        left, sizes, right = np.linalg.svd(rows, full_matrices=False)
        kept = sizes > self.tol * sizes[0]
        self.rank_, self.singular_ = int(kept.sum()), sizes
        inverse = np.where(kept, 1 / np.where(kept, sizes, np.ones_like(sizes)), np.zeros_like(sizes))
        return (right.T @ (inverse.reshape(-1, 1) * (left.T @ goals))).T

    def _reflected(self, row, goals):
        """The slopes of one feature, by the reflection that LAPACK finds them with, to the last bit."""
        first, length = row[0].item(), math.sqrt(total(row * row))
        edge = -math.copysign(length, first)
        share, mirror = (edge - first) / edge, row[1:] * (1 / (first - edge))
        self.rank_, self.singular_ = 1, np.array([length])
        slopes = []
        for goal in goals.T:
            height = goal[0].item()
            slopes.append((height - share * (height + total(mirror * goal[1:]))) * (1 / edge))
        return np.array(slopes).reshape(-1, 1)

    def predict(self, X):
        """The line's height at X."""
        self._check_fitted()
        X = matrix(X, "LinearRegression")
        self._check_features(X)
        return X @ (self.coef_ if self.coef_.ndim == 1 else self.coef_.T) + self.intercept_
