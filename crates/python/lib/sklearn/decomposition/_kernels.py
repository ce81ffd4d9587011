"""`KernelPCA`: principal components of what kernels make of samples.

What it is not: kernels, which are `sklearn.metrics.pairwise`'s. Start reading at `KernelPCA`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition._cut import flipped
from sklearn.metrics._kernels import kernel_of


class KernelPCA(TransformerMixin, BaseEstimator):
    """The directions of most variance among kernels. They are exact, whichever solver is asked for."""

    def __init__(self, n_components=None, *, kernel="linear", gamma=None, degree=3, coef0=1, kernel_params=None, alpha=1.0,
                 fit_inverse_transform=False, eigen_solver="auto", tol=0, max_iter=None, iterated_power="auto",
                 remove_zero_eig=False, random_state=None, copy_X=True, n_jobs=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _alike(self, X, Y):
        return kernel_of(self.kernel, X, Y, self.gamma_, self.degree, self.coef0, self.kernel_params)

    def fit(self, X, y=None):
        """The directions."""
        if self.fit_inverse_transform and self.kernel == "precomputed":
            raise ValueError("Cannot fit_inverse_transform with a precomputed kernel.")
        X = matrix(X, "KernelPCA").astype(float)
        self.n_features_in_, self.X_fit_ = X.shape[1], X
        self.gamma_ = 1 / X.shape[1] if self.gamma is None else self.gamma
        table = self._alike(X, X)
        self._rows, self._all = table.mean(axis=0), float(table.mean())
        many = len(X) if self.n_components is None else min(len(X), self.n_components)
        values, vectors = np.linalg.eigh(self._centered(table))
        values, vectors = values[len(X) - many :], vectors[:, len(X) - many :]
        values = np.where(values < max(float(values.max()), 0.0) * 1e-12, 0.0, values)
        vectors = flipped(vectors, None)[0][:, ::-1]
        values = values[::-1]
        if self.remove_zero_eig or self.n_components is None:
            kept = np.nonzero(values > 0)[0]
            values, vectors = values[kept], vectors[:, kept]
        self.eigenvalues_, self.eigenvectors_ = values.copy(), vectors.copy()
        if self.fit_inverse_transform:
            placed = self.eigenvectors_ * np.sqrt(self.eigenvalues_)
            own = self._alike(placed, placed) + self.alpha * np.eye(len(X))
            self.dual_coef_, self.X_transformed_fit_ = np.linalg.solve(own, X), placed
        return self

    def _centered(self, table):
        return table - self._rows - table.mean(axis=1).reshape(-1, 1) + self._all

    def fit_transform(self, X, y=None):
        """The directions, and X along them."""
        self.fit(X)
        return self.eigenvectors_ * np.sqrt(self.eigenvalues_)

    def transform(self, X):
        """X along the directions."""
        self._check_fitted()
        table = self._centered(self._alike(matrix(X, "KernelPCA").astype(float), self.X_fit_))
        sizes = np.sqrt(self.eigenvalues_)
        return table @ (self.eigenvectors_ * np.where(sizes > 0, 1 / np.where(sizes > 0, sizes, 1.0), 0.0))

    def inverse_transform(self, X):
        """About the points that have such coordinates."""
        from sklearn.exceptions import NotFittedError

        if not self.fit_inverse_transform:
            raise NotFittedError("The fit_inverse_transform parameter was not set to True when instantiating and hence the inverse "
                                 "transform is not available.")
        return self._alike(matrix(X, "KernelPCA").astype(float), self.X_transformed_fit_) @ self.dual_coef_

    def get_feature_names_out(self, input_features=None):
        return objects(f"kernelpca{at}" for at in range(len(self.eigenvalues_)))
