"""Values between scattered points: `griddata`, in planes over triangles or as those of the nearest point.

What it is not: values on grids, which are `_shaped`'s. Start reading at `griddata`.
"""

import numpy as np


def _places(xi, ndim):
    """Places as rows, and the shape that their values have."""
    if isinstance(xi, tuple):
        sides = np.broadcast_arrays(*(np.asarray(each, dtype=float) for each in xi))
        return np.stack([side.ravel() for side in sides], axis=1), sides[0].shape
    xi = np.asarray(xi, dtype=float)
    if xi.shape[-1] != ndim:
        raise ValueError("number of dimensions in xi does not match x")
    return xi.reshape(-1, ndim), xi.shape[:-1]


def _called(args):
    return args[0] if len(args) == 1 else tuple(args)


class NearestNDInterpolator:
    """The value of the nearest point."""

    def __init__(self, x, y, rescale=False, tree_options=None):
        if rescale or tree_options is not None:
            raise NotImplementedError("NearestNDInterpolator: rescale and tree_options are not built into this scipy")
        self.points = _rows(x)
        self.values = np.asarray(y)

    def __call__(self, *args):
        from scipy.spatial import KDTree

        rows, shape = _places(_called(args), self.points.shape[1])
        return self.values[KDTree(self.points).query(rows)[1]].reshape(shape)


class LinearNDInterpolator:
    """A plane over each triangle; nothing outside of all."""

    def __init__(self, points, values, fill_value=np.nan, rescale=False):
        from scipy.spatial import Delaunay

        if rescale:
            raise NotImplementedError("LinearNDInterpolator: rescale is not built into this scipy")
        self.tri = points if isinstance(points, Delaunay) else Delaunay(_rows(points))
        self.points, self.values, self.fill_value = self.tri.points, np.asarray(values), fill_value

    def __call__(self, *args):
        rows, shape = _places(_called(args), 2)
        at, shares = self.tri.shares(rows)
        own = self.values[self.tri.simplices[np.maximum(at, 0)]]
        found = np.where(at < 0, self.fill_value, np.where(np.isnan(shares), 0.0, shares * own).sum(axis=1))
        return found.reshape(shape)


def _rows(points):
    if isinstance(points, tuple):
        return np.stack([np.asarray(each, dtype=float).ravel() for each in points], axis=1)
    points = np.asarray(points, dtype=float)
    return points.reshape(-1, 1) if points.ndim == 1 else points


def griddata(points, values, xi, method="linear", fill_value=np.nan, rescale=False):
    """Values at places between scattered points."""
    points = _rows(points)
    if rescale:
        raise NotImplementedError("griddata: rescale is not built into this scipy")
    if points.shape[1] == 1 and method in ("nearest", "linear", "cubic"):
        from scipy.interpolate import interp1d

        order = np.argsort(points.ravel())
        fill = "extrapolate" if method == "nearest" else fill_value
        along = xi[0] if isinstance(xi, tuple) else xi
        return interp1d(points.ravel()[order], np.asarray(values)[order], kind=method, bounds_error=False, fill_value=fill)(along)
    if method == "nearest":
        return NearestNDInterpolator(points, values)(xi)
    if method == "linear" and points.shape[1] == 2:
        return LinearNDInterpolator(points, values, fill_value)(xi)
    if method in ("linear", "cubic"):
        raise NotImplementedError(f"griddata: method={method!r} of {points.shape[1]} dimensions is not built into this scipy")
    raise ValueError(f"Unknown interpolation method {method!r} for {points.shape[1]} dimensional data")
