"""`KDTree`: samples that are asked for neighbours.

What it is not: a tree; all distances are computed. Start reading at `KDTree`.
"""

import numpy as np
from _scalars import INTS
from numpy._objects import objects
from scipy.spatial._matrix import distance_matrix


class KDTree:
    """Samples, and how far apart they are."""

    def __init__(self, data, leafsize=10, compact_nodes=True, copy_data=False, balanced_tree=True, boxsize=None):
        # How the samples are kept changes nothing.
        del compact_nodes, balanced_tree, copy_data
        if boxsize is not None:
            raise NotImplementedError("KDTree: boxsize is not built into this scipy")
        self.data, self.leafsize = np.array(data, dtype=float), leafsize
        if self.data.ndim != 2:
            raise ValueError("data must be 2 dimensions")
        self.n, self.m = self.data.shape
        self.maxes, self.mins = self.data.max(axis=0), self.data.min(axis=0)

    def query(self, x, k=1, eps=0.0, p=2.0, distance_upper_bound=float("inf"), workers=1):
        """How far the nearest samples are, and which they are; `n` where there is none so near."""
        del eps, workers
        x = np.asarray(x, dtype=float)
        if x.shape[-1] != self.m:
            raise ValueError(f"x must consist of vectors of length {self.m} but has shape {x.shape}")
        wanted = [k] if isinstance(k, INTS) else list(k)
        away = distance_matrix(x.reshape(-1, self.m), self.data, p)
        most = k if isinstance(k, INTS) else max(wanted)
        order = np.argsort(away, axis=1, kind="stable")[:, :most]
        far = np.take_along_axis(away, order, 1)
        lack = most - order.shape[1]
        if lack > 0:
            order = np.concatenate([order, np.full((len(order), lack), self.n)], axis=1)
            far = np.concatenate([far, np.full((len(far), lack), np.inf)], axis=1)
        out = far >= distance_upper_bound
        far, order = np.where(out, np.inf, far), np.where(out, self.n, order)
        if not isinstance(k, INTS):
            places = np.array(wanted) - 1
            far, order = far[:, places], order[:, places]
        elif k == 1:
            far, order = far[:, 0], order[:, 0]
        shape = (*x.shape[:-1], *far.shape[1:])
        return (far.reshape(shape), order.reshape(shape)) if shape else (float(far[0]), np.int64(order[0]))

    def query_ball_point(self, x, r, p=2.0, eps=0, workers=1, return_sorted=None, return_length=False):
        """Which samples are within a radius."""
        del eps, workers, return_sorted
        x = np.asarray(x, dtype=float)
        inside = distance_matrix(x.reshape(-1, self.m), self.data, p) <= np.asarray(r, dtype=float).reshape(-1, 1)
        if return_length:
            found = inside.sum(axis=1)
            return int(found[0]) if x.ndim == 1 else found.reshape(x.shape[:-1])
        lists = [np.nonzero(row)[0].tolist() for row in inside]
        return lists[0] if x.ndim == 1 else objects(lists)

    def query_pairs(self, r, p=2.0, eps=0, output_type="set"):
        """The pairs of samples that are within a radius of each other."""
        del eps
        inside = np.triu(distance_matrix(self.data, self.data, p) <= r, 1)
        rows, columns = np.nonzero(inside)
        if output_type == "ndarray":
            return np.stack([rows, columns], axis=1)
        return set(zip(rows.tolist(), columns.tolist()))

    def query_ball_tree(self, other, r, p=2.0, eps=0):
        """Which samples of another tree are within a radius of each."""
        return list(other.query_ball_point(self.data, r, p, eps))

    def count_neighbors(self, other, r, p=2.0):
        """How many pairs of both trees are within a radius."""
        away = distance_matrix(self.data, other.data, p)
        return int((away <= r).sum()) if np.ndim(r) == 0 else np.array([int((away <= each).sum()) for each in np.asarray(r).tolist()])

    def sparse_distance_matrix(self, other, max_distance, p=2.0, output_type="dok_matrix"):
        """The distances of both trees' samples that are not larger."""
        from scipy import sparse

        away = distance_matrix(self.data, other.data, p)
        return getattr(sparse, output_type)(np.where(away <= max_distance, away, 0.0))


class cKDTree(KDTree):
    """The same by another name."""


def minkowski_distance(x, y, p=2.0):
    """The root of the sum of powers, row by row."""
    apart = np.abs(np.asarray(x, dtype=float) - np.asarray(y, dtype=float))
    return apart.max(axis=-1) if p == float("inf") else (apart**p).sum(axis=-1) ** (1 / p)


def procrustes(data1, data2):
    """Two tables laid upon each other as well as can be, and how far they are apart then."""
    one, other = (np.array(each, dtype=float) for each in (data1, data2))
    if one.shape != other.shape:
        raise ValueError("Input matrices must be of same shape")
    one, other = one - one.mean(axis=0), other - other.mean(axis=0)
    sizes = float(np.linalg.norm(one)), float(np.linalg.norm(other))
    if 0 in sizes:
        raise ValueError("Input matrices must contain >1 unique points")
    one, other = one / sizes[0], other / sizes[1]
    left, values, right = np.linalg.svd((other.T @ one).T)
    other = (other @ (left @ right).T) * values.sum()
    return one, other, np.sum(np.square(one - other))


class ConvexHull:
    """The outer corners of points in the plane, the other way round than a clock goes."""

    def __init__(self, points, incremental=False, qhull_options=None):
        if incremental or qhull_options is not None:
            raise NotImplementedError("ConvexHull: incremental and qhull_options are not built into this scipy")
        self.points = np.array(points, dtype=float)
        if self.points.ndim != 2 or self.points.shape[1] != 2:
            raise NotImplementedError("ConvexHull: of other than points in the plane is not built into this scipy")
        self.npoints, self.ndim = self.points.shape
        places = self._corners(self.points.tolist())
        self.vertices = np.array(places, dtype=np.int32)
        self.simplices = np.array([[b, a] for a, b in zip(places, [*places[1:], places[0]])], dtype=np.int32)
        x, y = self.points[self.vertices].T
        after = np.roll(x, -1), np.roll(y, -1)
        self.volume = float(0.5 * np.abs((x * after[1] - after[0] * y).sum()))
        self.area = float(np.sqrt((x - after[0]) ** 2 + (y - after[1]) ** 2).sum())
        self.nsimplex = len(self.simplices)

    @staticmethod
    def _corners(points):
        """Lower and upper chain (A. M. Andrew, 1979)."""
        order = sorted(range(len(points)), key=points.__getitem__)

        def chain(places):
            found = []
            for at in places:
                while len(found) > 1 and _turn(points[found[-2]], points[found[-1]], points[at]) <= 0:
                    found.pop()
                found.append(at)
            return found[:-1]

        return chain(order) + chain(order[::-1])


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def convex_hull_plot_2d(hull, ax=None):
    """Points and the hull around them, as a picture."""
    import matplotlib.pyplot as plt

    ax = plt.gca() if ax is None else ax
    ax.plot(hull.points[:, 0], hull.points[:, 1], "o")
    for pair in hull.simplices:
        ax.plot(hull.points[pair, 0], hull.points[pair, 1], "k-")
    return ax.figure
