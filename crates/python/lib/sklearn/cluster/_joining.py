"""`AgglomerativeClustering`: groups joined two by two.

What it is not: groups around centers, which are `cluster`'s own. Start reading at `_chain`.
"""

import heapq

import numpy as np
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
        joins = _numbered(_chain(away, self.linkage), len(X))
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


def _chain(away, linkage):
    """The joins as (one sample of each group, height): from any group on to its nearest, until two are each other's."""
    count = len(away)
    sizes, away = np.ones(count), np.where(np.eye(count) == 1, np.inf, away)
    chain, joins, alive = [], [], [True] * count
    for _ in range(count - 1):
        if not chain:
            chain.append(alive.index(True))
        while True:
            last = chain[-1]
            row = away[last]
            nearest = int(row.argmin())
            # Of equal ones the group before is taken, so that the chain ends.
            if len(chain) > 1 and float(row[chain[-2]]) <= float(row[nearest]):
                nearest = chain[-2]
                break
            chain.append(nearest)
        chain = chain[:-2]
        first, second = sorted((last, nearest))
        height = float(away[first, second])
        joins.append((first, second, height))
        joined = _joined(linkage, away[first], away[second], height, float(sizes[first]), float(sizes[second]), sizes)
        joined[second], joined[first] = np.inf, np.inf
        joined = np.where(np.isinf(away[second]), np.inf, joined)
        away[first], away[:, first] = np.inf, np.inf
        away[second], away[:, second] = joined, joined
        sizes[second], alive[first] = float(sizes[first] + sizes[second]), False
    return joins


def _joined(linkage, a, b, height, first, second, sizes):
    """How far the joined group is from all others."""
    if linkage == "single":
        return np.minimum(a, b)
    if linkage == "complete":
        return np.maximum(a, b)
    if linkage == "average":
        return (first * a + second * b) / (first + second)
    whole = first + second + sizes
    with np.errstate(invalid="ignore"):
        return np.sqrt(np.maximum(((first + sizes) * a**2 + (second + sizes) * b**2 - sizes * height**2) / whole, 0))


def _numbered(joins, count):
    """The joins in the order of their heights, each of two nodes: samples first, then joins."""
    node, found = list(range(count)), []
    parents = list(range(count))

    def top(place):
        while parents[place] != place:
            place = parents[place]
        return place

    for at, (first, second, height) in enumerate(sorted(joins, key=lambda join: join[2])):
        a, b = top(first), top(second)
        found.append((sorted((node[a], node[b])), height))
        parents[a] = b
        node[b] = count + at
    return found


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
