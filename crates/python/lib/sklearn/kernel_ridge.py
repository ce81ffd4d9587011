"""`KernelRidge`: `Ridge` of what kernels make of samples.

What it is not: with support vectors, which is `sklearn.svm`. Start reading at `KernelRidge`.
"""

import numpy as np
from sklearn._arrays import floats, goals_of, matrix
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.metrics._kernels import kernel_of

__all__ = ["KernelRidge"]


class KernelRidge(RegressorMixin, BaseEstimator):
    """A sum of kernels at the samples."""

    def __init__(self, alpha=1, *, kernel="linear", gamma=None, degree=3, coef0=1, kernel_params=None):
        self.alpha, self.kernel, self.gamma, self.degree, self.coef0 = alpha, kernel, gamma, degree, coef0
        self.kernel_params = kernel_params

    def _alike(self, X, Y):
        return kernel_of(self.kernel, X, Y, self.gamma, self.degree, self.coef0, self.kernel_params)

    def fit(self, X, y, sample_weight=None):
        """How much each sample counts."""
        X, goals = matrix(X, "KernelRidge").astype(float), goals_of(y).astype(float)
        table, root = self._alike(X, X), None
        if sample_weight is not None:
            root = np.sqrt(floats(sample_weight).astype(float))
            table, goals = table * root.reshape(-1, 1) * root, goals * (root if goals.ndim == 1 else root.reshape(-1, 1))
        found = np.linalg.solve(table + np.diag(np.zeros(len(X)) + self.alpha), goals)
        self.dual_coef_ = found if root is None else found * (root if found.ndim == 1 else root.reshape(-1, 1))
        self.X_fit_, self.n_features_in_ = X, X.shape[1]
        return self

    def predict(self, X):
        """The sums at X."""
        self._check_fitted()
        return self._alike(matrix(X, "KernelRidge").astype(float), self.X_fit_) @ self.dual_coef_
