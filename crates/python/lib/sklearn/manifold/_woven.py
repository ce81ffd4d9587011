"""`LocallyLinearEmbedding`: places where each is made of its neighbours as it was before.

What it is not: the modified ways, which are refused. Source: S. Roweis, L. Saul, Nonlinear Dimensionality Reduction by Locally
Linear Embedding, 2000. Start reading at `LocallyLinearEmbedding`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.neighbors import NearestNeighbors


def _shares(X, Y, near, reg):
    """How much of each neighbour a sample is made of."""
    found = []
    for at, places in enumerate(near):
        apart = Y[places] - X[at]
        table = apart @ apart.T
        trace = float(np.trace(table))
        weights = np.linalg.solve(table + (reg * trace if trace > 0 else reg) * np.eye(len(places)), np.ones(len(places)))
        found.append(weights / weights.sum())
    return np.stack(found)


class LocallyLinearEmbedding(TransformerMixin, BaseEstimator):
    """Lays out flat what is bent; along each coordinate either end may come first."""

    def __init__(self, *, n_neighbors=5, n_components=2, reg=1e-3, eigen_solver="auto", tol=1e-6, max_iter=100, method="standard",
                 hessian_tol=1e-4, modified_tol=1e-12, neighbors_algorithm="auto", random_state=None, n_jobs=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The places."""
        refuse("LocallyLinearEmbedding", method=(self.method, "standard"))
        X = matrix(X, "LocallyLinearEmbedding").astype(float)
        if self.n_components > X.shape[1]:
            raise ValueError("output dimension must be less than or equal to input dimension")
        if self.n_neighbors >= len(X):
            raise ValueError(f"Expected n_neighbors < n_samples, but n_samples = {len(X)}, n_neighbors = {self.n_neighbors}")
        self.n_features_in_, self.nbrs_ = X.shape[1], NearestNeighbors(n_neighbors=self.n_neighbors).fit(X)
        self._X = X
        near = self.nbrs_.kneighbors(X, n_neighbors=self.n_neighbors + 1, return_distance=False)[:, 1:]
        table = np.zeros((len(X), len(X)))
        for row, places, shares in zip(table, near, _shares(X, X, near, self.reg)):
            row[places] = shares
        left = np.eye(len(X)) - table
        values, vectors = np.linalg.eigh(left.T @ left)
        self.embedding_ = vectors[:, 1 : self.n_components + 1].copy()
        self.reconstruction_error_ = values[1 : self.n_components + 1].sum()
        return self

    def fit_transform(self, X, y=None):
        """The places."""
        return self.fit(X).embedding_

    def transform(self, X):
        """The places of other samples, made of their neighbours'."""
        self._check_fitted()
        X = matrix(X, "LocallyLinearEmbedding").astype(float)
        self._check_features(X)
        near = self.nbrs_.kneighbors(X, return_distance=False)
        shares = _shares(X, self._X, near, self.reg)
        return np.stack([own @ self.embedding_[places] for own, places in zip(shares, near)])

    def get_feature_names_out(self, input_features=None):
        """The names of the coordinates."""
        return objects(f"locallylinearembedding{at}" for at in range(self.n_components))
