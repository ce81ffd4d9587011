"""`SpectralEmbedding`: coordinates along the slowest waves on the graph of neighbours.

What it is not: the waves, which are `sklearn._spectrum`'s. Start reading at `SpectralEmbedding`.
"""

import numpy as np
from sklearn._arrays import check_random_state, matrix, refuse
from sklearn._spectrum import spread_by_ties
from sklearn.base import BaseEstimator


class SpectralEmbedding(BaseEstimator):
    """Places where neighbours stay together."""

    def __init__(self, n_components=2, *, affinity="nearest_neighbors", gamma=None, random_state=None, eigen_solver=None,
                 eigen_tol="auto", n_neighbors=None, n_jobs=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The places."""
        from sklearn.metrics.pairwise import rbf_kernel
        from sklearn.neighbors import kneighbors_graph

        refuse("SpectralEmbedding", eigen_tol=(self.eigen_tol, "auto"))
        if self.eigen_solver not in (None, "arpack"):
            refuse("SpectralEmbedding", eigen_solver=(self.eigen_solver, "arpack"))
        X = matrix(X, "SpectralEmbedding").astype(float)
        self.n_features_in_, generator = X.shape[1], check_random_state(self.random_state)
        if self.affinity == "nearest_neighbors":
            self.n_neighbors_ = self.n_neighbors if self.n_neighbors is not None else max(int(len(X) / 10), 1)
            table = kneighbors_graph(X, self.n_neighbors_, include_self=True).toarray()
            self.affinity_matrix_ = 0.5 * (table + table.T)
        elif self.affinity == "rbf":
            self.gamma_ = self.gamma if self.gamma is not None else 1.0 / X.shape[1]
            self.affinity_matrix_ = rbf_kernel(X, gamma=self.gamma_)
        elif self.affinity == "precomputed":
            self.affinity_matrix_ = X
        elif callable(self.affinity):
            self.affinity_matrix_ = np.asarray(self.affinity(X))
        else:
            refuse("SpectralEmbedding", affinity=(self.affinity, "nearest_neighbors"))
        self.embedding_ = spread_by_ties(self.affinity_matrix_, self.n_components, generator, True)
        return self

    def fit_transform(self, X, y=None):
        """The places."""
        return self.fit(X).embedding_
