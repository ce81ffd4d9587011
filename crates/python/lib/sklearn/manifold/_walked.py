"""`Isomap`: places whose distances are those of the ways from neighbour to neighbour.

What it is not: for graphs in several pieces, which are refused. Source: J. Tenenbaum, V. de Silva, J. Langford, A Global Geometric
Framework for Nonlinear Dimensionality Reduction, 2000. Start reading at `Isomap`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition import KernelPCA
from sklearn.neighbors import NearestNeighbors, kneighbors_graph, radius_neighbors_graph


def ways(table):
    """The length of the shortest way between all pairs; 0 in the table is no way."""
    found = np.where(table > 0, table, np.inf)
    found = np.minimum(found, found.T)
    found[np.arange(len(found)), np.arange(len(found))] = 0.0
    for at in range(len(found)):
        found = np.minimum(found, found[:, at : at + 1] + found[at : at + 1])
    return found


class Isomap(TransformerMixin, BaseEstimator):
    """Lays out flat what is bent. All ways are exact, whichever method is asked for."""

    def __init__(self, *, n_neighbors=5, radius=None, n_components=2, eigen_solver="auto", tol=0, max_iter=None, path_method="auto",
                 neighbors_algorithm="auto", n_jobs=None, metric="minkowski", p=2, metric_params=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The ways, and the places."""
        if self.n_neighbors is not None and self.radius is not None:
            raise ValueError(f"Both n_neighbors and radius are provided. Use Isomap(radius={self.radius}, n_neighbors=None) if intended to "
                             "use radius-based neighbors")
        X = matrix(X, "Isomap").astype(float)
        self.n_features_in_, how = X.shape[1], {"metric": self.metric, "p": self.p, "metric_params": self.metric_params}
        if self.n_neighbors is not None:
            self.nbrs_ = NearestNeighbors(n_neighbors=self.n_neighbors, **how).fit(X)
            near = kneighbors_graph(X, self.n_neighbors, mode="distance", **how)
        else:
            self.nbrs_ = NearestNeighbors(radius=self.radius, **how).fit(X)
            near = radius_neighbors_graph(X, self.radius, mode="distance", **how)
        self.dist_matrix_ = ways(near.toarray())
        if not np.isfinite(self.dist_matrix_).all():
            raise NotImplementedError("Isomap: neighbours in several pieces are not built into this sklearn; more neighbours join them")
        self.kernel_pca_ = KernelPCA(n_components=self.n_components, kernel="precomputed")
        self.embedding_ = self.kernel_pca_.fit_transform(-0.5 * self.dist_matrix_**2)
        return self

    def fit_transform(self, X, y=None):
        """The places."""
        return self.fit(X).embedding_

    def transform(self, X):
        """The places of other samples, by the ways from their neighbours."""
        self._check_fitted()
        if self.n_neighbors is None:
            raise NotImplementedError("Isomap.transform: radius is not built into this sklearn; n_neighbors is")
        away, near = self.nbrs_.kneighbors(matrix(X, "Isomap").astype(float))
        found = np.stack([(self.dist_matrix_[places] + own.reshape(-1, 1)).min(axis=0) for own, places in zip(away, near)])
        return self.kernel_pca_.transform(-0.5 * found**2)

    def reconstruction_error(self):
        """How far the places are from the ways."""
        table = -0.5 * self.dist_matrix_**2
        table = table - table.mean(axis=0) - table.mean(axis=1).reshape(-1, 1) + table.mean()
        return np.sqrt((table**2).sum() - (self.kernel_pca_.eigenvalues_**2).sum()) / len(table)

    def get_feature_names_out(self, input_features=None):
        """The names of the coordinates."""
        return objects(f"isomap{at}" for at in range(self.n_components))
