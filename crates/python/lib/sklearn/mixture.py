"""Mixtures of bells: `GaussianMixture`, by turns of guessing and measuring.

What it is not: mixtures with priors; that name says so. Start reading at `GaussianMixture.fit`.
"""

import math
import warnings

import numpy as np
from sklearn._arrays import check_numbers, check_random_state, check_words, matrix, refuse
from sklearn._missing import missing
from sklearn.base import BaseEstimator
from sklearn.exceptions import ConvergenceWarning


class GaussianMixture(BaseEstimator):
    """Samples of several bells, each with a mean, a spread and a share."""

    def __init__(self, n_components=1, *, covariance_type="full", tol=1e-3, reg_covar=1e-6, max_iter=100, n_init=1,
                 init_params="kmeans", weights_init=None, means_init=None, precisions_init=None, random_state=None,
                 warm_start=False, verbose=0, verbose_interval=10):  # fmt: skip
        self.n_components, self.covariance_type, self.tol, self.reg_covar = n_components, covariance_type, tol, reg_covar
        self.max_iter, self.n_init, self.init_params, self.weights_init = max_iter, n_init, init_params, weights_init
        self.means_init, self.precisions_init, self.random_state = means_init, precisions_init, random_state
        self.warm_start, self.verbose, self.verbose_interval = warm_start, verbose, verbose_interval

    def fit(self, X, y=None):
        """Means, spreads and shares, by the best of so many starts."""
        self.fit_predict(X)
        return self

    def fit_predict(self, X, y=None):
        """Fits, and says which bell each sample belongs to."""
        refuse("GaussianMixture", init_params=(self.init_params, "kmeans"), weights_init=(self.weights_init, None),
               precisions_init=(self.precisions_init, None), warm_start=(self.warm_start, False), verbose=(self.verbose, 0))
        check_words("GaussianMixture", ("full", "tied", "diag", "spherical"), covariance_type=self.covariance_type)
        check_numbers("GaussianMixture", "int [1, inf)", n_components=self.n_components, n_init=self.n_init, max_iter=self.max_iter)
        check_numbers("GaussianMixture", "float [0.0, inf)", tol=self.tol, reg_covar=self.reg_covar)
        X = matrix(X, "GaussianMixture")
        if len(X) < self.n_components:
            raise ValueError(f"Expected n_samples >= n_components but got n_components = {self.n_components}, n_samples = {len(X)}")
        self.n_features_in_, generator, best = X.shape[1], check_random_state(self.random_state), None
        for _ in range(self.n_init):
            found = self._settled(X, generator)
            if best is None or found["lower_bound_"] > best["lower_bound_"]:
                best = found
        self.__dict__.update(best)
        if not self.converged_:
            warnings.warn("Best performing initialization did not converge. Try different init parameters, or increase max_iter, "
                          "tol, or check for degenerate data.", ConvergenceWarning, stacklevel=3)
        return self.predict(X)

    def _settled(self, X, generator):
        from sklearn.cluster import KMeans

        groups = KMeans(self.n_components, n_init=1, random_state=generator).fit(X).labels_
        self._measure(X, (groups.reshape(-1, 1) == np.arange(self.n_components)).astype(X.dtype))
        if self.means_init is not None:
            self.means_ = np.asarray(self.means_init, dtype=X.dtype)
        bound, bounds, is_settled = -math.inf, [], False
        for rounds in range(1, self.max_iter + 1):
            before, (sizes, shares) = bound, self._guess(X)
            self._measure(X, np.exp(shares))
            bound = float(sizes.mean())
            bounds.append(bound)
            if abs(bound - before) < self.tol:
                is_settled = True
                break
        names = ("weights_", "means_", "covariances_", "precisions_cholesky_", "precisions_")
        return {**{name: getattr(self, name) for name in names}, "lower_bound_": bound, "lower_bounds_": bounds, "n_iter_": rounds,
                "converged_": is_settled}

    def _measure(self, X, shares):
        """Shares, means and spreads, of samples that belong to each bell by such parts."""
        counts = shares.sum(axis=0) + 10 * np.finfo(X.dtype).eps
        self.means_ = (shares.T @ X) / counts.reshape(-1, 1)
        self.covariances_ = getattr(self, "_" + self.covariance_type)(X, shares, counts)
        self.weights_ = counts / counts.sum()
        self._invert()

    def _full(self, X, shares, counts):
        found = []
        for at in range(self.n_components):
            off = X - self.means_[at]
            found.append((shares[:, at] * off.T) @ off / counts[at] + self.reg_covar * np.eye(X.shape[1]))
        return np.stack(found)

    def _tied(self, X, shares, counts):
        whole = X.T @ X - (counts * self.means_.T) @ self.means_
        return whole / counts.sum() + self.reg_covar * np.eye(X.shape[1])

    def _diag(self, X, shares, counts):
        return (shares.T @ (X * X)) / counts.reshape(-1, 1) - self.means_**2 + self.reg_covar

    def _spherical(self, X, shares, counts):
        return self._diag(X, shares, counts).mean(axis=1)

    def _invert(self):
        if self.covariance_type in ("diag", "spherical"):
            self.precisions_cholesky_ = 1.0 / np.sqrt(self.covariances_)
            self.precisions_ = self.precisions_cholesky_**2
            return
        spreads = self.covariances_ if self.covariance_type == "full" else self.covariances_.reshape(1, *self.covariances_.shape)
        try:
            roots = np.stack([np.linalg.inv(np.linalg.cholesky(each)).T for each in spreads])
        except np.linalg.LinAlgError:
            raise ValueError("Fitting the mixture model failed because some components have ill-defined empirical covariance (for "
                             "instance caused by singleton or collapsed samples). Try to decrease the number of components, increase "
                             "reg_covar, or scale the input data.") from None
        inverses = np.stack([root @ root.T for root in roots])
        is_full = self.covariance_type == "full"
        self.precisions_cholesky_, self.precisions_ = (roots, inverses) if is_full else (roots[0], inverses[0])

    def _densities(self, X):
        """The logarithm of each bell's density at each sample."""
        features, roots = X.shape[1], self.precisions_cholesky_
        found = []
        for at in range(self.n_components):
            off = X - self.means_[at]
            if self.covariance_type in ("full", "tied"):
                root = roots[at] if self.covariance_type == "full" else roots
                away, size = off @ root, float(np.log(np.diagonal(root)).sum())
            else:
                away = off * roots[at]
                size = float(np.log(roots[at]).sum()) * (features if self.covariance_type == "spherical" else 1)
            found.append(-0.5 * (features * math.log(2 * math.pi) + (away**2).sum(axis=1)) + size)
        return np.stack(found, axis=1)

    def _guess(self, X):
        """The logarithm of each sample's density, and of its parts by bells."""
        weighted = self._densities(X) + np.log(self.weights_)
        top = weighted.max(axis=1, keepdims=True)
        sizes = (top + np.log(np.exp(weighted - top).sum(axis=1, keepdims=True))).ravel()
        return sizes, weighted - sizes.reshape(-1, 1)

    def _checked(self, X):
        self._check_fitted()
        X = matrix(X, "GaussianMixture")
        self._check_features(X)
        return X

    def predict(self, X):
        """The bell that a sample most probably belongs to."""
        return self._guess(self._checked(X))[1].argmax(axis=1)

    def predict_proba(self, X):
        """How probably a sample belongs to each bell."""
        return np.exp(self._guess(self._checked(X))[1])

    def score_samples(self, X):
        """The logarithm of the density at each sample."""
        return self._guess(self._checked(X))[0]

    def score(self, X, y=None):
        """The mean of that."""
        return self.score_samples(X).mean()

    def _n_parameters(self):
        features, count = self.means_.shape[1], self.n_components
        spread = {"full": count * features * (features + 1) / 2, "diag": count * features, "spherical": count,
                  "tied": features * (features + 1) / 2}[self.covariance_type]
        return int(spread + features * count + count - 1)

    def bic(self, X):
        """How bad the mixture is, with a price for each of its numbers that grows with the samples."""
        return -2 * self.score(X) * len(X) + self._n_parameters() * np.log(len(X))

    def aic(self, X):
        """How bad the mixture is, with a price for each of its numbers."""
        return -2 * self.score(X) * len(X) + 2 * self._n_parameters()

    def sample(self, n_samples=1):
        """Samples drawn from the mixture, and their bells."""
        self._check_fitted()
        generator = check_random_state(self.random_state)
        counts = generator.multinomial(n_samples, self.weights_).tolist()
        parts = []
        for at, count in enumerate(counts):
            if self.covariance_type in ("full", "tied"):
                spread = self.covariances_[at] if self.covariance_type == "full" else self.covariances_
                parts.append(generator.multivariate_normal(self.means_[at], spread, count))
            else:
                drawn = generator.standard_normal(size=(count, self.means_.shape[1]))
                parts.append(self.means_[at] + drawn * np.sqrt(self.covariances_[at]))
        return np.concatenate(parts), np.concatenate([np.full(count, at) for at, count in enumerate(counts)])


__getattr__ = missing("sklearn.mixture")
