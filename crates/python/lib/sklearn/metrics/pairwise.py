"""Distances and likenesses of each two samples.

What it is not: kernels. Start reading at `pairwise_distances`.
"""

from _kindling_absent import Absent
import numpy as np
from sklearn._arrays import matrix


def _both(X, Y):
    X = matrix(X, "pairwise_distances")
    Y = X if Y is None else matrix(Y, "pairwise_distances")
    if X.shape[1] != Y.shape[1]:
        raise ValueError(
            f"Incompatible dimension for X and Y matrices: X.shape[1] == {X.shape[1]} while Y.shape[1] == {Y.shape[1]}"
        )
    return X, Y


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
    if metric not in _METRICS:
        raise NotImplementedError(f"pairwise_distances: metric={metric!r} is not built into this sklearn")
    return _METRICS[metric](X, Y)


def __getattr__(name):
    if name in (
        "rbf_kernel",
        "polynomial_kernel",
        "sigmoid_kernel",
        "pairwise_kernels",
        "haversine_distances",
        "nan_euclidean_distances",
    ):
        return Absent(f"sklearn.metrics.pairwise.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.metrics.pairwise' has no attribute '{name}'")
