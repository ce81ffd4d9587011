"""k-means, and groups of what lies dense.

What it is not: trees of groups. Start reading at `KMeans`.
"""

import math

import numpy as np
from sklearn._arrays import check_random_state, floats, matrix, refuse
from sklearn._missing import missing
from sklearn.base import BaseEstimator, ClusterMixin, TransformerMixin


def _square_distances(X, centers):
    """The square of the distance of each sample, a row, from each center."""
    squares = -2 * (X @ centers.T) + (centers**2).sum(axis=1) + (X**2).sum(axis=1).reshape(-1, 1)
    return np.maximum(squares, 0.0)


class KMeans(ClusterMixin, TransformerMixin, BaseEstimator):
    """Samples around centers, each of which is the mean of its samples."""

    def __init__(
        self,
        n_clusters=8,
        *,
        init="k-means++",
        n_init="auto",
        max_iter=300,
        tol=0.0001,
        verbose=0,
        random_state=None,
        copy_x=True,
        algorithm="lloyd",
    ):
        self.n_clusters, self.init, self.n_init, self.max_iter, self.tol = n_clusters, init, n_init, max_iter, tol
        self.verbose, self.random_state, self.copy_x, self.algorithm = verbose, random_state, copy_x, algorithm

    def fit(self, X, y=None, sample_weight=None):
        """The centers, by the best of so many starts."""
        refuse("KMeans", verbose=(self.verbose, 0), algorithm=(self.algorithm, "lloyd"), copy_x=(self.copy_x, True))
        X = matrix(X, "KMeans")
        if len(X) < self.n_clusters:
            raise ValueError(f"n_samples={len(X)} should be >= n_clusters={self.n_clusters}.")
        weights = np.ones(len(X), dtype=X.dtype) if sample_weight is None else floats(sample_weight)
        self.n_features_in_, middle = X.shape[1], X.mean(axis=0)
        moved, generator = X - middle, check_random_state(self.random_state)
        least = X.var(axis=0).mean() * self.tol
        best = None
        for _ in range(self._starts()):
            centers = self._first_centers(moved, middle, weights, generator)
            found = self._settled(moved, weights, centers, least)
            if best is None or (found[1] < best[1] and not _is_same(found[0], best[0])):
                best = found
        labels, inertia, centers, self.n_iter_ = best
        self.labels_, self.inertia_, self.cluster_centers_ = labels.astype(np.int32), inertia, centers + middle
        if len(set(labels.tolist())) < self.n_clusters:
            self._warn_of_few(len(set(labels.tolist())))
        return self

    def _starts(self):
        if self.n_init != "auto":
            return self.n_init if isinstance(self.init, str) or callable(self.init) else 1
        return 10 if callable(self.init) or isinstance(self.init, str) and self.init == "random" else 1

    def _warn_of_few(self, count):
        import warnings

        from sklearn.exceptions import ConvergenceWarning

        warnings.warn(
            f"Number of distinct clusters ({count}) found smaller than n_clusters ({self.n_clusters}). Possibly due to "
            "duplicate points in X.",
            ConvergenceWarning,
            stacklevel=3,
        )

    def _first_centers(self, X, middle, weights, generator):
        if callable(self.init):
            return floats(self.init(X, self.n_clusters, random_state=generator))
        if not isinstance(self.init, str):
            centers = floats(self.init)
            if centers.shape != (self.n_clusters, X.shape[1]):
                raise ValueError(
                    f"The shape of the initial centers {centers.shape} does not match the number of clusters {self.n_clusters} "
                    f"and features {X.shape[1]}."
                )
            return centers - middle
        if self.init == "random":
            return X[generator.choice(len(X), size=self.n_clusters, replace=False, p=weights / weights.sum())]
        if self.init != "k-means++":
            raise ValueError(f"init should be 'k-means++', 'random', an array or a function, got {self.init!r}")
        return self._spread_centers(X, weights, generator)

    def _spread_centers(self, X, weights, generator):
        """Each center is drawn by the square of its distance from those before, the best of some draws."""
        draws = 2 + int(math.log(self.n_clusters))
        places = [int(generator.choice(len(X), p=weights / weights.sum()))]
        closest = _square_distances(X, X[places]).ravel()
        total = closest @ weights
        for _ in range(1, self.n_clusters):
            marks = (generator.uniform(size=draws) * total).tolist()
            ends = np.cumsum(weights * closest).tolist()
            drawn = [_first_at_least(ends, mark) for mark in marks]
            tried = np.minimum(_square_distances(X[drawn], X), closest)
            totals = tried @ weights
            best = int(np.argmin(totals))
            total, closest = totals[best], tried[best]
            places.append(drawn[best])
        return X[places]

    def _settled(self, X, weights, centers, least):
        """Labels, the sum of squares, centers and the number of rounds, when nothing moves any more."""
        before, is_still = None, False
        for rounds in range(1, self.max_iter + 1):
            squares = _square_distances(X, centers)
            labels = np.argmin(squares, axis=1)
            moved = self._means(X, weights, labels, squares)
            shift = ((moved - centers) ** 2).sum()
            centers = moved
            if before is not None and np.array_equal(labels, before):
                is_still = True
                break
            if shift <= least:
                break
            before = labels
        if not is_still:
            labels = np.argmin(_square_distances(X, centers), axis=1)
        inertia = float((((X - centers[labels]) ** 2).sum(axis=1) * weights).sum())
        return labels, inertia, centers, rounds

    def _means(self, X, weights, labels, squares):
        """The mean of each cluster; an empty one gets the sample that is farthest from its own center."""
        belongs = (labels.reshape(-1, 1) == np.arange(self.n_clusters)).astype(X.dtype) * weights.reshape(-1, 1)
        sums, counts = belongs.T @ X, belongs.sum(axis=0)
        empty = [at for at, count in enumerate(counts.tolist()) if count == 0]
        if empty:
            own = squares[np.arange(len(X)), labels].tolist()
            farthest = sorted(range(len(X)), key=lambda at: -own[at])[: len(empty)]
            for cluster, place in zip(empty, farthest):
                home = int(labels[place])
                sums[home] = sums[home] - X[place] * weights[place]
                sums[cluster] = X[place] * weights[place]
                counts[home], counts[cluster] = counts[home] - weights[place], weights[place]
        return sums / counts.reshape(-1, 1)

    def predict(self, X):
        """The nearest center of each sample."""
        return np.argmin(self._from_centers(X), axis=1).astype(np.int32)

    def transform(self, X):
        """The distance of each sample from each center."""
        return np.sqrt(self._from_centers(X))

    def score(self, X, y=None, sample_weight=None):
        """The sum of the squares of the distances, negative."""
        squares = self._from_centers(X).min(axis=1)
        return -float((squares if sample_weight is None else squares * floats(sample_weight)).sum())

    def _from_centers(self, X):
        self._check_fitted()
        X = matrix(X, "KMeans")
        self._check_features(X)
        return _square_distances(X, self.cluster_centers_)


def _first_at_least(ends, mark):
    return next((at for at, end in enumerate(ends) if end >= mark), len(ends) - 1)


def _is_same(first, second):
    """Whether two labellings differ in the labels' names only."""
    names = {}
    return all(names.setdefault(a, b) == b for a, b in zip(first.tolist(), second.tolist()))


class DBSCAN(ClusterMixin, BaseEstimator):
    """Groups that grow from sample to sample where they lie dense; -1 for what belongs to none."""

    def __init__(
        self,
        eps=0.5,
        *,
        min_samples=5,
        metric="euclidean",
        metric_params=None,
        algorithm="auto",
        leaf_size=30,
        p=None,
        n_jobs=None,
    ):
        self.eps, self.min_samples, self.metric, self.metric_params = eps, min_samples, metric, metric_params
        self.algorithm, self.leaf_size, self.p, self.n_jobs = algorithm, leaf_size, p, n_jobs

    def fit(self, X, y=None, sample_weight=None):
        """The group of each sample."""
        # How neighbours are found changes none of them: `algorithm`, `leaf_size` and `n_jobs` are not asked for.
        from sklearn.metrics.pairwise import pairwise_distances

        refuse(
            "DBSCAN", metric_params=(self.metric_params, None), p=(self.p, None), sample_weight=(sample_weight, None)
        )
        X = matrix(X, "DBSCAN")
        self.n_features_in_ = X.shape[1]
        is_near = pairwise_distances(X, metric=self.metric) <= self.eps
        near = [np.nonzero(row)[0].tolist() for row in is_near]
        is_core = [len(each) >= self.min_samples for each in near]
        found, groups = [-1] * len(X), 0
        for start in range(len(X)):
            if found[start] != -1 or not is_core[start]:
                continue
            waiting = [start]
            while waiting:
                at = waiting.pop()
                if found[at] == -1:
                    found[at] = groups
                    if is_core[at]:
                        waiting += [each for each in near[at] if found[each] == -1]
            groups += 1
        self.labels_ = np.array(found)
        self.core_sample_indices_ = np.array([at for at, core in enumerate(is_core) if core], dtype=np.int64)
        self.components_ = X[self.core_sample_indices_]
        return self


__getattr__ = missing(
    "sklearn.cluster",
    _joining="AgglomerativeClustering",
    _batches="MiniBatchKMeans",
    _shifts="MeanShift estimate_bandwidth get_bin_seeds mean_shift",
    _spectra="SpectralClustering",
)
