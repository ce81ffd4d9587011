"""`MeanShift`: centers that climb to where samples lie dense.

What it is not: told how many groups there are. Source: D. Comaniciu, P. Meer, Mean shift, 2002. Start reading at `MeanShift`.
"""

import warnings

import numpy as np
from sklearn._arrays import check_random_state, floats, matrix
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.metrics.pairwise import pairwise_distances


def estimate_bandwidth(X, *, quantile=0.3, n_samples=None, random_state=0, n_jobs=None):
    """How far a sample's nearest others reach, such a share of all."""
    del n_jobs
    X, generator = matrix(X, "NearestNeighbors"), check_random_state(random_state)
    if n_samples is not None:
        X = X[generator.permutation(len(X))[:n_samples]]
    many = max(int(len(X) * quantile), 1)
    return np.sort(pairwise_distances(X), axis=1)[:, many - 1].sum() / len(X)


def get_bin_seeds(X, bin_size, min_bin_freq=1):
    """The middles of the squares of a grid that hold so many samples."""
    if bin_size == 0:
        return X
    counts = {}
    for place in np.round(floats(X) / bin_size).tolist():
        counts[tuple(place)] = counts.get(tuple(place), 0) + 1
    found = np.array([place for place, count in counts.items() if count >= min_bin_freq], dtype=np.float32)
    if len(found) == len(X):
        warnings.warn(f"Binning data failed with provided bin_size={bin_size:f}, using data points as seeds.", stacklevel=2)
        return X
    return found * bin_size


def mean_shift(X, *, bandwidth=None, seeds=None, bin_seeding=False, min_bin_freq=1, cluster_all=True, max_iter=300, n_jobs=None):
    """The centers and the labels that `MeanShift` finds."""
    made = MeanShift(bandwidth=bandwidth, seeds=seeds, bin_seeding=bin_seeding, min_bin_freq=min_bin_freq, cluster_all=cluster_all,
                     n_jobs=n_jobs, max_iter=max_iter).fit(X)  # fmt: skip
    return made.cluster_centers_, made.labels_


class MeanShift(ClusterMixin, BaseEstimator):
    """Groups around the places that the means of what is near lead to."""

    def __init__(self, *, bandwidth=None, seeds=None, bin_seeding=False, min_bin_freq=1, cluster_all=True, n_jobs=None, max_iter=300):
        self.bandwidth, self.seeds, self.bin_seeding, self.min_bin_freq = bandwidth, seeds, bin_seeding, min_bin_freq
        self.cluster_all, self.n_jobs, self.max_iter = cluster_all, n_jobs, max_iter

    def fit(self, X, y=None):
        """The centers."""
        X = matrix(X, "MeanShift")
        self.n_features_in_ = X.shape[1]
        wide = float(estimate_bandwidth(X) if self.bandwidth is None else self.bandwidth)
        seeds = self.seeds
        if seeds is None:
            seeds = get_bin_seeds(X, wide, self.min_bin_freq) if self.bin_seeding else X
        strong, self.n_iter_ = {}, 0
        for seed in floats(seeds).astype(float):
            center, count, rounds = self._climbed(X, seed, wide)
            self.n_iter_ = max(self.n_iter_, rounds)
            if count:
                strong[tuple(center.tolist())] = count
        if not strong:
            raise ValueError(f"No point was within bandwidth={wide:f} of any seed. Try a different seeding strategy"
                             "                              or increase the bandwidth.")
        ranked = np.array([place for place, _ in sorted(strong.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)])
        near, kept = pairwise_distances(ranked) <= wide, np.ones(len(ranked), dtype=bool)
        for at in range(len(ranked)):
            if kept[at]:
                kept[near[at]] = False
                kept[at] = True
        self.cluster_centers_ = ranked[kept]
        away = pairwise_distances(X, self.cluster_centers_)
        self.labels_ = away.argmin(axis=1)
        if not self.cluster_all:
            self.labels_ = np.where(away.min(axis=1) <= wide, self.labels_, -1)
        return self

    def _climbed(self, X, mean, wide):
        """Where a place leads to, how many samples are near it, and after how many steps."""
        rounds = 0
        while True:
            near = X[np.sqrt(((X - mean) ** 2).sum(axis=1)) <= wide]
            if not len(near):
                return mean, 0, rounds
            before, mean = mean, near.mean(axis=0)
            if float(np.linalg.norm(mean - before)) <= 1e-3 * wide or rounds == self.max_iter:
                return mean, len(near), rounds
            rounds += 1

    def predict(self, X):
        """The nearest center of each sample."""
        self._check_fitted()
        X = matrix(X, "MeanShift")
        self._check_features(X)
        return pairwise_distances(X, self.cluster_centers_).argmin(axis=1)
