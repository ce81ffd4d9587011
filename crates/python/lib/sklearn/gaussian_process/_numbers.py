"""`GaussianProcessRegressor`: curves through samples, and how sure they are.

What it is not: for classes, which is `_classes`. Source: C. Rasmussen, C. Williams, Gaussian Processes for Machine Learning, 2006.
Start reading at `GaussianProcessRegressor`.
"""

import math
import warnings

import numpy as np
from scipy.linalg import solve_triangular
from sklearn._arrays import check_random_state, goals_of, matrix, same_length
from sklearn.base import RegressorMixin, clone
from sklearn.gaussian_process._fitting import Process, solved
from sklearn.gaussian_process.kernels import RBF, ConstantKernel


class GaussianProcessRegressor(RegressorMixin, Process):
    """The mean of all curves that pass by the samples."""

    def __init__(self, kernel=None, *, alpha=1e-10, optimizer="fmin_l_bfgs_b", n_restarts_optimizer=0, normalize_y=False,
                 copy_X_train=True, n_targets=None, random_state=None):  # fmt: skip
        self.kernel, self.alpha, self.optimizer, self.n_restarts_optimizer = kernel, alpha, optimizer, n_restarts_optimizer
        self.normalize_y, self.copy_X_train, self.n_targets, self.random_state = normalize_y, copy_X_train, n_targets, random_state

    def fit(self, X, y):
        """The kernel's numbers, and how much each sample counts."""
        self.kernel_ = ConstantKernel() * RBF() if self.kernel is None else clone(self.kernel)
        X, y = matrix(X, "GaussianProcessRegressor"), goals_of(y).astype(float)
        same_length(X, y)
        seen = y.shape[1] if y.ndim > 1 else 1
        if self.n_targets is not None and seen != self.n_targets:
            raise ValueError("The number of targets seen in `y` is different from the parameter `n_targets`. Got "
                             f"{seen} != {self.n_targets}.")
        self.n_features_in_, generator = X.shape[1], check_random_state(self.random_state)
        self._middle, self._width = np.zeros(seen), np.ones(seen)
        if self.normalize_y:
            self._middle, self._width = np.atleast_1d(y.mean(axis=0)), np.atleast_1d(y.std(axis=0))
            self._width = np.where(self._width < 10 * np.finfo(float).eps, 1.0, self._width)
            y = (y - self._middle) / self._width
        if np.ndim(self.alpha) and len(self.alpha) != len(y):
            raise ValueError(f"alpha must be a scalar or an array with same number of entries as y. ({len(self.alpha)} != {len(y)})")
        self.X_train_, self.y_train_ = X.copy() if self.copy_X_train else X, y
        self._fit_kernel(lambda bounds: generator.uniform(bounds[:, 0], bounds[:, 1]))
        try:
            self.L_ = np.linalg.cholesky(self._noisy(self.kernel_(X)))
        except np.linalg.LinAlgError as problem:
            problem.args = (f"The kernel, {self.kernel_}, is not returning a positive definite matrix. Try gradually increasing the "
                            "'alpha' parameter of your GaussianProcessRegressor estimator.", *problem.args)
            raise
        self.alpha_ = solved(self.L_, y)
        return self

    def _noisy(self, table):
        return table + np.diag(np.zeros(len(table)) + self.alpha)

    def _likely(self, kernel, theta, eval_gradient):
        table, slopes = kernel(self.X_train_, eval_gradient=True) if eval_gradient else (kernel(self.X_train_), None)
        try:
            lower = np.linalg.cholesky(self._noisy(table))
        except np.linalg.LinAlgError:
            return (-np.inf, np.zeros(len(theta))) if eval_gradient else -np.inf
        y = self.y_train_.reshape(len(table), -1)
        weights = solved(lower, y)
        found = -0.5 * (y * weights).sum(axis=0) - np.log(np.diag(lower)).sum() - len(table) / 2 * math.log(2 * math.pi)
        if not eval_gradient:
            return found.sum()
        inner = weights @ weights.T - y.shape[1] * solved(lower, np.eye(len(table)))
        return found.sum(), np.array([0.5 * float((inner * slopes[:, :, at]).sum()) for at in range(slopes.shape[2])])

    def _alike(self):
        """The kernel before anything was fitted."""
        if self.kernel is None:
            return ConstantKernel(1.0, "fixed") * RBF(1.0, "fixed")
        return self.kernel

    def predict(self, X, return_std=False, return_cov=False):
        """The mean, and how far from it curves lie: for each sample, or for all pairs."""
        if return_std and return_cov:
            raise RuntimeError("At most one of return_std or return_cov can be requested.")
        X = matrix(X, "GaussianProcessRegressor")
        if "X_train_" not in self.__dict__:
            many, kernel = self.n_targets or 1, self._alike()
            mean = np.zeros(len(X)) if many == 1 else np.zeros((len(X), many))
            if not (return_std or return_cov):
                return mean
            found = kernel(X) if return_cov else np.sqrt(kernel.diag(X))
            return mean, found if many == 1 else np.repeat(found[..., None], many, axis=-1)
        self._check_features(X)
        between = self.kernel_(X, self.X_train_)
        mean = (self._width if self.y_train_.ndim > 1 else self._width[0]) * (between @ self.alpha_)
        mean = mean + (self._middle if self.y_train_.ndim > 1 else self._middle[0])
        mean = mean[:, 0] if mean.ndim > 1 and mean.shape[1] == 1 else mean
        if not (return_std or return_cov):
            return mean
        known = solve_triangular(self.L_, between.T, lower=True)
        if return_cov:
            found = (self.kernel_(X) - known.T @ known)[..., None] * self._width**2
            return mean, found[..., 0] if len(self._width) == 1 else found
        found = self.kernel_.diag(X) - (known**2).sum(axis=0)
        if bool((found < 0).any()):
            warnings.warn("Predicted variances smaller than 0. Setting those variances to 0.", stacklevel=2)
            found = np.maximum(found, 0.0)
        found = np.sqrt(found[:, None] * self._width**2)
        return mean, found[:, 0] if len(self._width) == 1 else found

    def sample_y(self, X, n_samples=1, random_state=0):
        """Curves that are drawn, a column each."""
        generator = check_random_state(random_state)
        mean, spread = self.predict(X, return_cov=True)
        if mean.ndim == 1:
            return generator.multivariate_normal(mean, spread, n_samples).T
        drawn = [generator.multivariate_normal(mean[:, at], spread[..., at], n_samples).T[:, None] for at in range(mean.shape[1])]
        return np.concatenate(drawn, axis=1)
