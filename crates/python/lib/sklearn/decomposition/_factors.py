"""`FactorAnalysis`: features as sums of few factors and noise of their own.

What it is not: with the same noise in all, which is `PCA`. Source: D. Barber, Bayesian Reasoning and Machine Learning, 2012,
21.1. Start reading at `FactorAnalysis`.
"""

import math
import warnings

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition._cut import randomized_svd
from sklearn.exceptions import ConvergenceWarning


class FactorAnalysis(TransformerMixin, BaseEstimator):
    """Loadings, and the variance of each feature's noise."""

    def __init__(self, n_components=None, *, tol=0.01, copy=True, max_iter=1000, noise_variance_init=None,
                 svd_method="randomized", iterated_power=3, rotation=None, random_state=0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The loadings."""
        refuse("FactorAnalysis", rotation=(self.rotation, None))
        X = matrix(X, "FactorAnalysis").astype(float)
        (count, wide), self.mean_ = X.shape, X.mean(axis=0)
        self.n_features_in_ = wide
        many = wide if self.n_components is None else self.n_components
        X, small = X - self.mean_, 1e-12
        full, spread = wide * math.log(2.0 * math.pi) + many, X.var(axis=0)
        noise = np.ones(wide) if self.noise_variance_init is None else np.array(self.noise_variance_init, dtype=float)
        generator = np.random.RandomState(self.random_state) if self.random_state is None or isinstance(self.random_state, int) else (
            self.random_state)  # fmt: skip
        liked, before = [], -math.inf
        for turn in range(self.max_iter):
            root = np.sqrt(noise) + small
            scaled = X / (root * count**0.5)
            if self.svd_method == "lapack":
                _, sizes, right = np.linalg.svd(scaled, full_matrices=False)
                rest = float((sizes[many:] ** 2).sum())
                sizes, right = sizes[:many], right[:many]
            else:
                _, sizes, right = randomized_svd(scaled, many, random_state=generator, n_iter=self.iterated_power)
                rest = float((scaled**2).sum() - (sizes**2).sum())
            squares = sizes**2
            parts = np.sqrt(np.maximum(squares - 1.0, 0.0)).reshape(-1, 1) * right * root
            own = (full + float(np.log(squares).sum()) + rest + float(np.log(noise).sum())) * -count / 2.0
            liked.append(own)
            if own - before < self.tol:
                break
            before = own
            noise = np.maximum(spread - (parts**2).sum(axis=0), small)
        else:
            warnings.warn("FactorAnalysis did not converge. You might want to increase the number of iterations.", ConvergenceWarning,
                          stacklevel=3)
        self.components_, self.noise_variance_, self.loglike_, self.n_iter_ = parts, noise, liked, turn + 1
        return self

    def transform(self, X):
        """The factors of X."""
        self._check_fitted()
        X = matrix(X, "FactorAnalysis")
        scaled = self.components_ / self.noise_variance_
        spread = np.linalg.inv(np.eye(len(self.components_)) + scaled @ self.components_.T)
        return (X - self.mean_) @ scaled.T @ spread

    def get_covariance(self):
        """The covariance of the model."""
        return self.components_.T @ self.components_ + np.diag(self.noise_variance_)

    def get_feature_names_out(self, input_features=None):
        return objects(f"factoranalysis{at}" for at in range(len(self.components_)))
