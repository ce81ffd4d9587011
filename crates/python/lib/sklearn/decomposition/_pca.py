"""Principal components.

What it is not: other decompositions. Start reading at `PCA`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin


class PCA(TransformerMixin, BaseEstimator):
    """The directions in which data vary most. They are exact; `random_state` is for solvers that draw."""

    def __init__(
        self,
        n_components=None,
        *,
        copy=True,
        whiten=False,
        svd_solver="auto",
        tol=0.0,
        iterated_power="auto",
        n_oversamples=10,
        power_iteration_normalizer="auto",
        random_state=None,
    ):
        self.n_components, self.copy, self.whiten, self.svd_solver, self.tol = (
            n_components,
            copy,
            whiten,
            svd_solver,
            tol,
        )
        self.iterated_power, self.n_oversamples = iterated_power, n_oversamples
        self.power_iteration_normalizer, self.random_state = power_iteration_normalizer, random_state

    def _check(self):
        if self.svd_solver not in ("auto", "full", "covariance_eigh"):
            refuse("PCA", svd_solver=(self.svd_solver, "full"))
        refuse(
            "PCA",
            copy=(self.copy, True),
            tol=(self.tol, 0.0),
            iterated_power=(self.iterated_power, "auto"),
            n_oversamples=(self.n_oversamples, 10),
            power_iteration_normalizer=(self.power_iteration_normalizer, "auto"),
        )
        if isinstance(self.n_components, str):
            refuse("PCA", n_components=(self.n_components, None))

    def fit(self, X, y=None):
        """The mean and the directions."""
        self._check()
        X = matrix(X, "PCA")
        self.n_samples_, self.n_features_in_ = X.shape
        most, wanted = min(X.shape), self.n_components
        if wanted is not None and not 0 <= wanted <= most:
            raise ValueError(
                f"n_components={wanted} must be between 0 and min(n_samples, n_features)={most} with "
                f"svd_solver={self._solver(X)!r}"
            )
        self.mean_ = X.mean(axis=0)
        sizes, directions = self._directions(X)
        variances = sizes**2 / (len(X) - 1)
        shares = variances / variances.sum()
        self.n_components_ = count = self._count(wanted, most, shares.tolist())
        self.noise_variance_ = variances[count:most].mean() if count < most else 0.0
        self.components_, self.singular_values_ = directions[:count].copy(), sizes[:count].copy()
        self.explained_variance_, self.explained_variance_ratio_ = variances[:count].copy(), shares[:count].copy()
        return self

    @staticmethod
    def _count(wanted, most, shares):
        """How many directions: all, so many, or as many as explain a share of the variance."""
        if wanted is None:
            return most
        if not 0 < wanted < 1:
            return int(wanted)
        explained = 0.0
        for at, share in enumerate(shares):
            explained += share
            if explained > wanted:
                return at + 1
        return most

    def _solver(self, X):
        if self.svd_solver != "auto":
            return self.svd_solver
        return "covariance_eigh" if X.shape[1] <= 1000 and X.shape[0] >= 10 * X.shape[1] else "full"

    def _directions(self, X):
        """Singular values and directions; the largest value of each direction is positive."""
        if self._solver(X) == "covariance_eigh":
            spread = (X.T @ X - len(X) * self.mean_.reshape(-1, 1) * self.mean_.reshape(1, -1)) / (len(X) - 1)
            values, vectors = np.linalg.eigh(spread)
            values = np.maximum(values[::-1], 0.0)
            sizes, directions = np.sqrt(values * (len(X) - 1)), vectors.T[::-1]
        else:
            _, sizes, directions = np.linalg.svd(X - self.mean_, full_matrices=False)
        places = np.argmax(np.abs(directions), axis=1)
        signs = np.sign(directions[np.arange(len(directions)), places])
        return sizes, directions * signs.reshape(-1, 1)

    def fit_transform(self, X, y=None):
        """What `fit` and then `transform` give."""
        return self.fit(X).transform(X)

    def transform(self, X):
        """X along the directions; whitened, with variance 1."""
        self._check_fitted()
        X = matrix(X, "PCA")
        self._check_features(X)
        found = (X - self.mean_) @ self.components_.T
        return found / self._widths() if self.whiten else found

    def inverse_transform(self, X):
        """The points that have such coordinates."""
        self._check_fitted()
        X = matrix(X, "PCA")
        return (X * self._widths() if self.whiten else X) @ self.components_ + self.mean_

    def _widths(self):
        return np.maximum(np.sqrt(self.explained_variance_), 2.0**-52)

    def get_covariance(self):
        """The covariance of the model: the directions, and noise in all others."""
        parts = self.components_ * np.sqrt(self.explained_variance_ - self.noise_variance_).reshape(-1, 1)
        parts = parts * np.sqrt(self.explained_variance_).reshape(-1, 1) if self.whiten else parts
        return parts.T @ parts + self.noise_variance_ * np.eye(self.n_features_in_)

    def get_feature_names_out(self, input_features=None):
        """The components' names; those of the features do not matter."""
        return objects(f"pca{at}" for at in range(self.n_components_))
