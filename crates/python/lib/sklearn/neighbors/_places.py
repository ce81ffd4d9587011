"""`KDTree` and `BallTree`: samples that are asked for neighbours.

What it is not: trees; all distances are computed. Start reading at `KDTree`.
"""

import numpy as np
from numpy._objects import objects
from sklearn.neighbors._nearest import NearestNeighbors, _nearest


class KDTree:
    """Samples, and how far apart they are."""

    valid_metrics = ["euclidean", "l2", "minkowski", "p", "manhattan", "cityblock", "l1", "chebyshev", "infinity"]

    def __init__(self, X, leaf_size=40, metric="minkowski", **kwargs):
        # How the samples are kept changes nothing.
        del leaf_size
        power = {"manhattan": 1, "cityblock": 1, "l1": 1}.get(metric, kwargs.pop("p", 2))
        if metric not in self.valid_metrics[:7] or kwargs:
            raise NotImplementedError(f"{type(self).__name__}: metric={metric!r} is not built into this sklearn")
        self.data = np.asarray(X, dtype=float)
        self._model = NearestNeighbors(p=power).fit(self.data)

    def query(self, X, k=1, return_distance=True, dualtree=False, breadth_first=False, sort_results=True):
        """How far the nearest samples are, and which they are."""
        del dualtree, breadth_first, sort_results
        if k > len(self.data):
            raise ValueError("k must be less than or equal to the number of training points")
        away = self._model._distances(np.atleast_2d(np.asarray(X, dtype=float)))
        places = _nearest(away, k)
        return (np.take_along_axis(away, places, 1), places) if return_distance else places

    def query_radius(self, X, r, return_distance=False, count_only=False, sort_results=False):
        """Which samples are within a radius."""
        away = self._model._distances(np.atleast_2d(np.asarray(X, dtype=float)))
        inside = away <= (np.asarray(r, dtype=float).reshape(-1, 1) if np.ndim(r) else r)
        if count_only:
            return inside.sum(axis=1)
        places = [np.nonzero(row)[0] for row in inside]
        far = [row[own] for row, own in zip(away, places)]
        if sort_results:
            orders = [np.argsort(each, kind="stable") for each in far]
            places, far = [a[o] for a, o in zip(places, orders)], [a[o] for a, o in zip(far, orders)]
        return (objects(places), objects(far)) if return_distance else objects(places)


class BallTree(KDTree):
    """The same by another tree."""
