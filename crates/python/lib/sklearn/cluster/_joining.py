"""`AgglomerativeClustering`: groups joined two by two.

What it is not: groups around centers, which are `cluster`'s own. Start reading at `fit`; the joins are scipy's.
"""

import heapq

import numpy as np
from scipy.cluster._joins import chain, numbered
from sklearn._arrays import check_words, matrix, refuse
from sklearn.base import BaseEstimator, ClusterMixin


class AgglomerativeClustering(ClusterMixin, BaseEstimator):
    """The two groups that are nearest are joined, again and again."""

    def __init__(self, n_clusters=2, *, metric="euclidean", memory=None, connectivity=None, compute_full_tree="auto", linkage="ward",
                 distance_threshold=None, compute_distances=False):
        self.n_clusters, self.metric, self.memory, self.connectivity = n_clusters, metric, memory, connectivity
        self.compute_full_tree, self.linkage, self.distance_threshold = compute_full_tree, linkage, distance_threshold
        self.compute_distances = compute_distances

    def fit(self, X, y=None):
        """The joins, and the groups that are left."""
        refuse("AgglomerativeClustering", memory=(self.memory, None), connectivity=(self.connectivity, None))
        check_words("AgglomerativeClustering", ("average", "complete", "single", "ward"), linkage=self.linkage)
        if not (self.n_clusters is None) ^ (self.distance_threshold is None):
            raise ValueError("Exactly one of n_clusters and distance_threshold has to be set, and the other needs to be None.")
        if self.linkage == "ward" and self.metric != "euclidean":
            raise ValueError(f"{self.metric} was provided as metric. Ward can only work with euclidean distances "
                             "(i.e. 'euclidean' and 'l2').")
        X = matrix(X, "AgglomerativeClustering").astype(np.float64)
        self.n_features_in_, self.n_leaves_ = X.shape[1], len(X)
        if self.metric == "precomputed":
            away = X.copy()
        else:
            from sklearn.metrics.pairwise import pairwise_distances

            away = pairwise_distances(X, metric=self.metric)
        joins = numbered(chain(away, self.linkage), len(X))
        self.children_ = np.array([pair for pair, _ in joins])
        heights = np.array([height for _, height in joins])
        if self.distance_threshold is None:
            self.n_clusters_ = self.n_clusters
        else:
            self.n_clusters_ = (heights >= self.distance_threshold).sum() + 1
        if self.compute_distances or self.distance_threshold is not None:
            self.distances_ = heights
        self.n_connected_components_ = 1
        self.labels_ = _cut(int(self.n_clusters_), self.children_.tolist(), len(X))
        return self


def _cut(groups, children, leaves):
    """The label of each sample when so many groups are left."""
    nodes = [-(max(children[-1]) + 1)]
    for _ in range(groups - 1):
        pair = children[-nodes[0] - leaves]
        heapq.heappush(nodes, -pair[0])
        heapq.heappushpop(nodes, -pair[1])
    found = np.zeros(leaves, dtype=np.int64)
    for label, node in enumerate(nodes):
        waiting = [-node]
        while waiting:
            each = waiting.pop()
            if each < leaves:
                found[each] = label
            else:
                waiting += children[each - leaves]
    return found
