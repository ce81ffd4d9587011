"""`SpectralClustering`: groups of samples that are tied to each other.

What it is not: for many samples; all eigenvectors are found. Source: J. Shi, J. Malik, Normalized cuts, 2000. Start reading at
`SpectralClustering`.
"""

import numpy as np
from sklearn._arrays import check_random_state, check_words, matrix, refuse
from sklearn._spectrum import spread_by_ties
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.cluster import KMeans


class SpectralClustering(ClusterMixin, BaseEstimator):
    """k-means among the slowest waves on the graph of what is alike."""

    def __init__(self, n_clusters=8, *, eigen_solver=None, n_components=None, random_state=None, n_init=10, gamma=1.0, affinity="rbf",
                 n_neighbors=10, eigen_tol="auto", assign_labels="kmeans", degree=3, coef0=1, kernel_params=None, n_jobs=None,
                 verbose=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The groups."""
        check_words("SpectralClustering", ("cluster_qr", "discretize", "kmeans"), assign_labels=self.assign_labels)
        refuse("SpectralClustering", eigen_tol=(self.eigen_tol, "auto"), verbose=(self.verbose, False))
        if self.assign_labels == "discretize":
            refuse("SpectralClustering", assign_labels=(self.assign_labels, "kmeans"))
        if self.eigen_solver not in (None, "arpack"):
            refuse("SpectralClustering", eigen_solver=(self.eigen_solver, "arpack"))
        X = matrix(X, "SpectralClustering").astype(float)
        self.n_features_in_, generator = X.shape[1], check_random_state(self.random_state)
        self.affinity_matrix_ = self._ties(X)
        table = self.affinity_matrix_.toarray() if hasattr(self.affinity_matrix_, "toarray") else self.affinity_matrix_
        maps = spread_by_ties(table, self.n_components or self.n_clusters, generator, False)
        if self.assign_labels == "cluster_qr":
            self.labels_ = _pivoted(maps)
        else:
            self.labels_ = KMeans(self.n_clusters, random_state=generator, n_init=self.n_init).fit(maps).labels_
        return self

    def _ties(self, X):
        from sklearn.metrics._kernels import kernel_of
        from sklearn.neighbors import kneighbors_graph

        if self.affinity == "nearest_neighbors":
            near = kneighbors_graph(X, n_neighbors=self.n_neighbors, include_self=True)
            return 0.5 * (near + near.T)
        if self.affinity == "precomputed_nearest_neighbors":
            refuse("SpectralClustering", affinity=(self.affinity, "nearest_neighbors"))
        if self.affinity == "precomputed":
            return X
        return kernel_of(self.affinity, X, X, self.gamma, self.degree, self.coef0, self.kernel_params)


def _pivoted(maps):
    """The group whose axis is nearest, after the axes are turned to the samples that differ most."""
    left, chosen = maps.T.copy(), []
    for _ in range(maps.shape[1]):
        at = int((left**2).sum(axis=0).argmax())
        chosen.append(at)
        way = left[:, at] / np.linalg.norm(left[:, at])
        left = left - np.outer(way, way @ left)
    first, _, second = np.linalg.svd(maps[chosen, :].T)
    return np.abs(maps @ (first @ second)).argmax(axis=1)
