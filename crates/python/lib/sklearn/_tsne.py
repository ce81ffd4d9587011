"""`TSNE`: many dimensions in two, so that neighbours stay neighbours (L. van der Maaten, G. Hinton, 2008).

What it is not: the approximation of J. Barnes and P. Hut, which sklearn takes by itself for speed: here all pairs count, so
that pictures are alike in what lies near what, and not in their digits. Start reading at `TSNE.fit_transform`.
"""

import warnings

import numpy as np
from sklearn._arrays import check_random_state
from sklearn.base import BaseEstimator

_MOST = 2000
_TINY = 2.220446049250313e-16


class TSNE(BaseEstimator):
    """Places in few dimensions for points of many."""

    def __init__(self, n_components=2, *, perplexity=30.0, early_exaggeration=12.0, learning_rate="auto", max_iter=1000,
                 n_iter_without_progress=300, min_grad_norm=1e-07, metric="euclidean", metric_params=None, init="pca", verbose=0,
                 random_state=None, method="barnes_hut", angle=0.5, n_jobs=None):
        self.n_components, self.perplexity, self.early_exaggeration = n_components, perplexity, early_exaggeration
        self.learning_rate, self.max_iter, self.n_iter_without_progress = learning_rate, max_iter, n_iter_without_progress
        self.min_grad_norm, self.metric, self.metric_params, self.init = min_grad_norm, metric, metric_params, init
        self.verbose, self.random_state, self.method, self.angle, self.n_jobs = verbose, random_state, method, angle, n_jobs

    def fit(self, X, y=None):
        self.fit_transform(X, y)
        return self

    def fit_transform(self, X, y=None):
        """Finds the places."""
        X = np.asarray(X, dtype=np.float64)
        self._check(len(X))
        near = _shares(self._distances(X), float(self.perplexity))
        places = self._first(X)
        rate = max(len(X) / self.early_exaggeration / 4, 50) if self.learning_rate == "auto" else float(self.learning_rate)
        early = 250
        places, _, _ = self._descended(places, near * self.early_exaggeration, rate, 0.5, range(early))
        places, error, steps = self._descended(places, near, rate, 0.8, range(early, self.max_iter))
        self.embedding_, self.kl_divergence_, self.n_iter_ = places.astype(np.float32), error, steps
        self.learning_rate_, self.n_features_in_ = rate, X.shape[1]
        return self.embedding_

    def _check(self, count):
        if self.perplexity >= count:
            raise ValueError(f"perplexity ({self.perplexity}) must be less than n_samples ({count})")
        if count > _MOST:
            raise NotImplementedError(f"TSNE: {count} points are too many here, where all pairs of them count; take {_MOST}")
        if self.metric not in ("euclidean", "precomputed", "cosine", "manhattan", "cityblock"):
            raise NotImplementedError(f"TSNE: metric={self.metric!r} is not built into this sklearn")
        if self.method == "barnes_hut":
            warnings.warn("TSNE: all pairs of points count here, as with method='exact': neighbours are those of sklearn, and "
                          "digits are not", stacklevel=4)

    def _distances(self, X):
        """Of all pairs, squared where they are Euclid's."""
        if self.metric == "precomputed":
            return X**2
        if self.metric == "cosine":
            unit = X / np.linalg.norm(X, axis=1, keepdims=True)
            return (1 - unit @ unit.T) ** 2
        if self.metric in ("manhattan", "cityblock"):
            return np.abs(X[:, np.newaxis] - X).sum(-1) ** 2
        squares = (X**2).sum(1)
        return np.maximum(squares[:, np.newaxis] - 2 * X @ X.T + squares, 0.0)

    def _first(self, X):
        """Where the points are before any step."""
        if isinstance(self.init, np.ndarray):
            return self.init.astype(np.float64)
        if self.init == "random":
            drawn = check_random_state(self.random_state).standard_normal(size=(len(X), self.n_components))
            return 1e-4 * drawn.astype(np.float32).astype(np.float64)
        from sklearn.decomposition import PCA

        found = PCA(self.n_components, random_state=self.random_state).fit_transform(X)
        return found / found[:, 0].std() * 1e-4

    def _descended(self, places, near, rate, momentum, steps):
        """Steps downhill with a momentum, longer where the way stays the same; stops where nothing is gained for long."""
        update, gains = np.zeros_like(places), np.ones_like(places)
        error, best, best_at, at = 0.0, np.finfo(np.float64).max, steps[0] if len(steps) else 0, 0
        for at in steps:
            slope, told = self._slope(places, near, (at + 1) % 50 == 0)
            turns = update * slope < 0
            gains = np.maximum(np.where(turns, gains + 0.2, gains * 0.8), 0.01)
            update = momentum * update - rate * gains * slope
            places = places + update
            if told is not None:
                error = told
                if error < best:
                    best, best_at = error, at
                elif at - best_at > self.n_iter_without_progress:
                    break
                if float(np.linalg.norm(slope * gains)) <= self.min_grad_norm:
                    break
        return places, error, at

    def _slope(self, places, near, with_error):
        """How steep the divergence of Kullback and Leibler is, and, where it is asked for, how large."""
        squares = (places**2).sum(1)
        free = max(self.n_components - 1, 1)
        close = 1 / (1 + np.maximum(squares[:, np.newaxis] - 2 * places @ places.T + squares, 0.0) / free)
        if free != 1:
            close = close ** ((free + 1) / 2)
        np.fill_diagonal(close, 0.0)
        shares = np.maximum(close / close.sum(), _TINY)
        error = float((near * np.log(np.maximum(near, _TINY) / shares)).sum()) if with_error else None
        pull = (near - shares) * (close if free == 1 else close ** (2 / (free + 1)))
        slope = pull.sum(1, keepdims=True) * places - pull @ places
        return 2 * (free + 1) / free * slope, error


def _shares(distances, perplexity):
    """How near each pair is: bells around each point, as wide as so many neighbours ask for, found by halving."""
    count = len(distances)
    wanted, beta = np.log(perplexity), np.ones((count, 1))
    low, high = np.full((count, 1), -np.inf), np.full((count, 1), np.inf)
    for _ in range(100):
        bells = np.exp(-distances * beta)
        np.fill_diagonal(bells, 0.0)
        total = np.maximum(bells.sum(1, keepdims=True), 1e-8)
        over = np.log(total) + beta * (distances * bells).sum(1, keepdims=True) / total - wanted
        if float(np.abs(over).max()) <= 1e-5:
            break
        wide = over > 0
        low, high = np.where(wide, beta, low), np.where(wide, high, beta)
        beta = np.where(np.isinf(high), beta * 2, np.where(np.isinf(low), beta / 2, (low + high) / 2))
    shares = bells / total
    shares = shares + shares.T
    return np.maximum(shares / np.maximum(shares.sum(), _TINY), _TINY)


def trustworthiness(X, X_embedded, *, n_neighbors=5, metric="euclidean"):
    """Which share of the neighbours in the picture were neighbours before, weighted by how far they had been."""
    if metric != "euclidean":
        raise NotImplementedError(f"trustworthiness: metric={metric!r} is not built into this sklearn")
    count = len(X)
    if n_neighbors >= count / 2:
        raise ValueError(f"n_neighbors ({n_neighbors}) should be less than n_samples / 2 ({count / 2})")
    orders = []
    for table in (np.asarray(X, dtype=np.float64), np.asarray(X_embedded, dtype=np.float64)):
        squares = (table**2).sum(1)
        distances = squares[:, np.newaxis] - 2 * table @ table.T + squares
        np.fill_diagonal(distances, np.inf)
        orders.append(np.argsort(distances, axis=1))
    ranks = np.zeros((count, count), dtype=np.int64)
    rows = np.arange(count)
    ranks[rows[:, np.newaxis], orders[0]] = np.arange(1, count + 1)
    away = ranks[rows[:, np.newaxis], orders[1][:, :n_neighbors]] - n_neighbors
    return 1.0 - float(away[away > 0].sum()) * (2.0 / (count * n_neighbors * (2.0 * count - 3.0 * n_neighbors - 1.0)))


TSNE.__module__ = "sklearn.manifold._t_sne"
