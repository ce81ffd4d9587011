"""`MiniBatchKMeans`: centers that learn from a few samples at a time.

What it is not: exact. Source: D. Sculley, Web-scale k-means clustering, 2010. Start reading at `MiniBatchKMeans`.
"""

import math

import numpy as np
from sklearn._arrays import check_random_state, floats, matrix, refuse
from sklearn.cluster import KMeans, _square_distances


class MiniBatchKMeans(KMeans):
    """Centers, each the mean of the samples that were its own when they were seen."""

    def __init__(self, n_clusters=8, *, init="k-means++", max_iter=100, batch_size=1024, verbose=0, compute_labels=True,
                 random_state=None, tol=0.0, max_no_improvement=10, init_size=None, n_init="auto", reassignment_ratio=0.01):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _starts(self):
        if self.n_init == "auto" and (callable(self.init) or isinstance(self.init, str) and self.init == "random"):
            return 3
        return super()._starts()

    def _begin(self, X, weights, generator, size):
        """Centers before anything was learned."""
        if size < len(X):
            places = generator.randint(0, len(X), size)
            X, weights = X[places], weights[places]
        return self._first_centers(X, np.zeros(X.shape[1]), weights, generator)

    def fit(self, X, y=None, sample_weight=None):
        """The centers, by samples that are drawn again and again."""
        refuse("MiniBatchKMeans", verbose=(self.verbose, 0))
        X = matrix(X, "MiniBatchKMeans")
        if len(X) < self.n_clusters:
            raise ValueError(f"n_samples={len(X)} should be >= n_clusters={self.n_clusters}.")
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight)
        generator, count = check_random_state(self.random_state), len(X)
        self.n_features_in_, self._few = X.shape[1], min(self.batch_size, count)
        size = self.init_size
        if size is None:
            size = 3 * self._few
        size = min(3 * self.n_clusters if size < self.n_clusters else size, count)
        checked, best = generator.randint(0, count, size), None
        for _ in range(self._starts()):
            centers = self._begin(X, weights, generator, size)
            inertia = float((_square_distances(X[checked], centers).min(axis=1) * weights[checked]).sum())
            if best is None or inertia < best[0]:
                best = inertia, centers
        centers, self._counts, self._since = best[1], np.zeros(self.n_clusters), 0
        least = X.var(axis=0).mean() * self.tol if self.tol else 0.0
        smooth = lowest = None
        worse, shares, steps = 0, weights / weights.sum(), self.max_iter * count // self._few
        for step in range(1, steps + 1):
            batch = X[generator.choice(count, self._few, p=shares, replace=True)]
            moved, inertia = self._moved(batch, np.ones(len(batch)), centers, generator, self._is_due())
            shift = float(((moved - centers) ** 2).sum())
            centers = moved
            if step == 1:
                continue
            part, inertia = min(self._few * 2.0 / (count + 1), 1), inertia / self._few
            smooth = inertia if smooth is None else smooth * (1 - part) + inertia * part
            if least > 0 and shift <= least:
                break
            worse, lowest = (0, smooth) if lowest is None or smooth < lowest else (worse + 1, lowest)
            if self.max_no_improvement is not None and worse >= self.max_no_improvement:
                break
        self.cluster_centers_, self.n_steps_, self.n_iter_ = centers, step, math.ceil(step * self._few / count)
        if self.compute_labels:
            self._label(X, weights)
        else:
            self.inertia_ = smooth * float(weights.sum())
        return self

    def _label(self, X, weights):
        squares = _square_distances(X, self.cluster_centers_)
        self.labels_ = np.argmin(squares, axis=1).astype(np.int32)
        self.inertia_ = float((((X - self.cluster_centers_[self.labels_]) ** 2).sum(axis=1) * weights).sum())

    def _is_due(self):
        """Whether centers that have few samples may be put elsewhere."""
        self._since += self._few
        if bool((self._counts == 0).any()) or self._since >= 10 * self.n_clusters:
            self._since = 0
            return True
        return False

    def _moved(self, X, weights, centers, generator, is_due):
        """The centers after some more samples, and how far these were from them."""
        labels = np.argmin(_square_distances(X, centers), axis=1)
        inertia = float((((X - centers[labels]) ** 2).sum(axis=1) * weights).sum())
        belongs = (labels.reshape(-1, 1) == np.arange(len(centers))) * weights.reshape(-1, 1)
        gained = belongs.sum(axis=0)
        counts = self._counts + gained
        sums = centers * self._counts.reshape(-1, 1) + belongs.T @ X
        moved = np.where(gained.reshape(-1, 1) > 0, sums / np.where(counts > 0, counts, 1.0).reshape(-1, 1), centers)
        if is_due and self.reassignment_ratio > 0:
            few = counts < self.reassignment_ratio * counts.max()
            if few.sum() > 0.5 * len(X):
                few[np.argsort(counts)[int(0.5 * len(X)) :]] = False
            if few.any():
                moved[few] = X[generator.choice(len(X), replace=False, size=int(few.sum()))]
            counts[few] = counts[~few].min()
        self._counts = counts
        return moved, inertia

    def partial_fit(self, X, y=None, sample_weight=None):
        """Learns from some more samples."""
        X = matrix(X, "MiniBatchKMeans")
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight)
        if "cluster_centers_" not in self.__dict__:
            self._generator, self.n_features_in_, self.n_steps_ = check_random_state(self.random_state), X.shape[1], 0
            size = self.init_size or 3 * self.batch_size
            self.cluster_centers_ = self._begin(X, weights, self._generator, size)
            self._counts, self._since = np.zeros(self.n_clusters), 0
        self._few = len(X)
        self.cluster_centers_, _ = self._moved(X, weights, self.cluster_centers_, self._generator, self._is_due())
        self.n_steps_ += 1
        if self.compute_labels:
            self._label(X, weights)
        return self
