"""Distances and likenesses of each two samples.

What it is not: kernels, which are `_kernels`. Start reading at `pairwise_distances`.
"""

import numpy as np
from sklearn._arrays import both, matrix


def _both(X, Y):
    return both(X, Y, "pairwise_distances")


def euclidean_distances(X, Y=None, *, squared=False):
    """Straight lines."""
    X, Y = _both(X, Y)
    found = ((np.expand_dims(X, 1) - Y) ** 2).sum(axis=2)
    return found if squared else np.sqrt(found)


def manhattan_distances(X, Y=None):
    """Along the axes."""
    X, Y = _both(X, Y)
    return np.abs(np.expand_dims(X, 1) - Y).sum(axis=2)


def cosine_similarity(X, Y=None, dense_output=True):
    """The cosine of the angle between each two."""
    # There are no sparse results here.
    del dense_output
    X, Y = _both(X, Y)
    return _directions(X) @ _directions(Y).T


def _directions(X):
    sizes = np.sqrt((X**2).sum(axis=1)).reshape(-1, 1)
    return X / np.where(sizes == 0, np.ones(sizes.shape), sizes)


def cosine_distances(X, Y=None):
    """One less the cosine."""
    return np.maximum(1 - cosine_similarity(X, Y), 0.0)


def linear_kernel(X, Y=None, dense_output=True):
    """The product of each two."""
    del dense_output
    X, Y = _both(X, Y)
    return X @ Y.T


_METRICS = {
    "euclidean": euclidean_distances, "l2": euclidean_distances, "manhattan": manhattan_distances,
    "cityblock": manhattan_distances, "l1": manhattan_distances, "cosine": cosine_distances,
}  # fmt: skip


def pairwise_distances(X, Y=None, metric="euclidean", *, n_jobs=None):
    """The distance of each two."""
    # Everything runs in one thread here.
    del n_jobs
    if metric == "precomputed":
        return matrix(X, "pairwise_distances")
    if callable(metric):
        X, Y = _both(X, Y)
        return np.array([[float(metric(a, b)) for b in Y] for a in X])
    if metric in ("haversine", "nan_euclidean"):
        return (haversine_distances if metric == "haversine" else nan_euclidean_distances)(X, Y)
    if metric in ("braycurtis", "canberra", "chebyshev", "correlation", "hamming", "jaccard", "minkowski", "sqeuclidean"):
        from scipy.spatial.distance import cdist

        return cdist(*_both(X, Y), metric)
    if metric not in _METRICS:
        raise NotImplementedError(f"pairwise_distances: metric={metric!r} is not built into this sklearn")
    return _METRICS[metric](X, Y)


def nan_euclidean_distances(X, Y=None, *, squared=False, missing_values=float("nan"), copy=True):
    """Straight lines by the features that both have, as long as if they had all."""
    del copy
    X = matrix(X, "nan_euclidean_distances", allow_nan=True)
    Y = X if Y is None else matrix(Y, "nan_euclidean_distances", allow_nan=True)
    known = [~np.isnan(each) if missing_values != missing_values else each != missing_values for each in (X, Y)]
    both = np.expand_dims(known[0], 1) & known[1]
    apart = np.where(both, np.expand_dims(X, 1) - Y, 0.0)
    count = both.sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (apart**2).sum(axis=2) / count * X.shape[1]
    found = np.where(count == 0, np.nan, found)
    return found if squared else np.sqrt(found)


def haversine_distances(X, Y=None):
    """Along a sphere: of latitudes and longitudes as angles."""
    X, Y = _both(X, Y)
    one, other = np.expand_dims(X, 1), np.expand_dims(Y, 0)
    rise = np.sin((one[:, :, 0] - other[:, :, 0]) / 2) ** 2
    turn = np.cos(one[:, :, 0]) * np.cos(other[:, :, 0]) * np.sin((one[:, :, 1] - other[:, :, 1]) / 2) ** 2
    return 2 * np.arcsin(np.sqrt(rise + turn))


def pairwise_distances_argmin_min(X, Y, *, axis=1, metric="euclidean", metric_kwargs=None):
    """The nearest of Y for each of X, and how far it is."""
    if metric_kwargs:
        raise NotImplementedError("pairwise_distances_argmin_min: metric_kwargs is not built into this sklearn")
    away = pairwise_distances(X, Y, metric)
    away = away.T if axis == 0 else away
    places = away.argmin(axis=1)
    return places, away[np.arange(len(away)), places]


def pairwise_distances_argmin(X, Y, *, axis=1, metric="euclidean", metric_kwargs=None):
    """The nearest of Y for each of X."""
    return pairwise_distances_argmin_min(X, Y, axis=axis, metric=metric, metric_kwargs=metric_kwargs)[0]


__all__ = [
    "additive_chi2_kernel", "chi2_kernel", "cosine_distances", "cosine_similarity", "euclidean_distances", "haversine_distances",
    "laplacian_kernel", "linear_kernel", "manhattan_distances", "nan_euclidean_distances", "pairwise_distances",
    "pairwise_distances_argmin", "pairwise_distances_argmin_min", "pairwise_kernels", "polynomial_kernel", "rbf_kernel",
    "sigmoid_kernel",
]  # fmt: skip


def __getattr__(name):
    if name in (
        "additive_chi2_kernel", "chi2_kernel", "laplacian_kernel", "pairwise_kernels", "polynomial_kernel", "rbf_kernel",
        "sigmoid_kernel",
    ):  # fmt: skip
        return getattr(__import__("sklearn.metrics._kernels", fromlist=(name,)), name)
    raise AttributeError(f"module 'sklearn.metrics.pairwise' has no attribute '{name}'")
