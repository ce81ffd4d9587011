"""Samples in a tree of small groups, and these groups joined: `Birch` (Zhang, Ramakrishnan and Livny, 1996).

What it is not: how groups are joined, which is `_joining`'s. Start reading at `Birch`.
"""

import warnings

import numpy as np
from _scalars import INTS
from sklearn._arrays import matrix
from sklearn.base import BaseEstimator, ClusterMixin, TransformerMixin
from sklearn.exceptions import ConvergenceWarning


class _Group:
    """Samples of which only how many there are, their sum and the sum of their squares are kept."""

    def __init__(self, sample=None):
        self.count, self.node = int(sample is not None), None
        self.sums = 0.0 if sample is None else sample
        self.squares = 0.0 if sample is None else float(np.dot(sample, sample))
        self.center, self.length = self.sums, self.squares

    def add(self, other):
        """Takes another group in."""
        self.count, self.sums, self.squares = self.count + other.count, self.sums + other.sums, self.squares + other.squares
        self.center = self.sums / self.count
        self.length = float(np.dot(self.center, self.center))

    def joined(self, other, threshold):
        """Takes another group in if both together are small enough; whether they are."""
        count, sums, squares = self.count + other.count, self.sums + other.sums, self.squares + other.squares
        center = (1 / count) * sums
        length = float(np.dot(center, center))
        if squares / count - length > threshold**2:
            return False
        self.count, self.sums, self.squares, self.center, self.length = count, sums, squares, center, length
        return True


class _Node:
    """A few groups, each with a node of its own below it, or none in a leaf; leaves know the one before and the one after."""

    def __init__(self, is_leaf):
        self.is_leaf, self.groups, self._table, self.before, self.after = is_leaf, [], None, None, None

    def _nearest(self, center):
        if self._table is None:
            self._table = np.stack([each.center for each in self.groups]), np.array([each.length for each in self.groups])
        centers, lengths = self._table
        return self.groups[int((np.dot(centers, center) * -2.0 + lengths).argmin())]

    def insert(self, group, threshold, most):
        """Puts a group where it is nearest; whether the node has too many groups then."""
        if not self.groups:
            self.groups, self._table = [group], None
            return False
        nearest = self._nearest(group.center)
        self._table = None
        if nearest.node is None:
            if nearest.joined(group, threshold):
                return False
            self.groups.append(group)
        elif nearest.node.insert(group, threshold, most):
            first, second = nearest.node.halves()
            self.groups[self.groups.index(nearest)] = first
            self.groups.append(second)
        else:
            nearest.add(group)
        return len(self.groups) > most

    def halves(self):
        """Two groups in the place of this node's, around the two that are farthest from each other."""
        from sklearn.metrics.pairwise import euclidean_distances

        apart = euclidean_distances(np.stack([each.center for each in self.groups]), squared=True)
        one, other = divmod(int(apart.argmax()), len(self.groups))
        is_first = apart[one] < apart[other]
        is_first[one] = True
        found = _Group(), _Group()
        for each in found:
            each.node = _Node(self.is_leaf)
        if self.is_leaf:
            line = [each for each in (self.before, found[0].node, found[1].node, self.after) if each is not None]
            for one, other in zip(line, line[1:]):
                one.after, other.before = other, one
        for group, is_one in zip(self.groups, is_first.tolist()):
            side = found[0 if is_one else 1]
            side.node.groups.append(group)
            side.add(group)
        return found

    def leaves(self):
        """The leaves, in order."""
        at = self
        while not at.is_leaf:
            at = at.groups[0].node
        while at.before is not None:
            at = at.before
        found = [at]
        while found[-1].after is not None:
            found.append(found[-1].after)
        return found


class Birch(ClusterMixin, TransformerMixin, BaseEstimator):
    """Small groups that grow while samples come, joined at the end."""

    def __init__(self, *, threshold=0.5, branching_factor=50, n_clusters=3, compute_labels=True):
        self.threshold, self.branching_factor, self.n_clusters, self.compute_labels = (
            threshold, branching_factor, n_clusters, compute_labels)

    def fit(self, X, y=None):
        """The groups."""
        self._root = None
        return self.partial_fit(X)

    def partial_fit(self, X=None, y=None):
        """The groups with more samples; without any, only joins them anew."""
        if X is not None:
            X = matrix(X, "Birch").astype(float)
            self.n_features_in_ = X.shape[1]
            self._root = self.__dict__.get("_root") or _Node(True)
            for sample in X:
                if self._root.insert(_Group(sample), self.threshold, self.branching_factor):
                    halves = self._root.halves()
                    self._root = _Node(False)
                    self._root.groups = list(halves)
            self.subcluster_centers_ = np.stack([group.center for leaf in self._root.leaves() for group in leaf.groups])
        self._join()
        if X is not None and self.compute_labels:
            self.labels_ = self.predict(X)
        return self

    def _join(self):
        from sklearn.cluster._joining import AgglomerativeClustering

        count, way = len(self.subcluster_centers_), self.n_clusters
        is_few = isinstance(way, INTS) and count < way
        if is_few:
            warnings.warn(f"Number of subclusters found ({count}) by BIRCH is less than ({way}). Decrease the threshold.",
                          ConvergenceWarning, stacklevel=4)
        if way is None or is_few:
            self.subcluster_labels_ = np.arange(count)
        else:
            way = AgglomerativeClustering(n_clusters=way) if isinstance(way, INTS) else way
            self.subcluster_labels_ = way.fit_predict(self.subcluster_centers_)

    def predict(self, X):
        """The group of the nearest small group."""
        return self.subcluster_labels_[self.transform(X).argmin(axis=1)]

    def transform(self, X):
        """How far each sample is from each small group."""
        from sklearn.metrics.pairwise import euclidean_distances

        self._check_fitted()
        X = matrix(X, "Birch").astype(float)
        self._check_features(X)
        return euclidean_distances(X, self.subcluster_centers_)
