"""Triangles over scattered points: `Triangulation`, and values between the points by `LinearTriInterpolator`.

What it is not: plots, which are `_triangles`', nor cubic ways between points. Start reading at `Triangulation`.
"""

import numpy as np

from _kindling_absent import Absent

from ._more_space import _triangles

__all__ = ["LinearTriInterpolator", "Triangulation"]


class Triangulation:
    """Triangles by the numbers of their corners; those of Delaunay where none are given."""

    def __init__(self, x, y, triangles=None, mask=None):
        self.x, self.y = (np.asarray(side, dtype=np.float64) for side in (x, y))
        if self.x.ndim != 1 or self.x.shape != self.y.shape:
            raise ValueError(f"x and y must be equal-length 1D arrays, but found shapes {self.x.shape!r} and {self.y.shape!r}")
        self.is_delaunay, self.mask = triangles is None, None
        found = _triangles(np.stack([self.x, self.y], 1)) if triangles is None else np.array(triangles, dtype=np.int64)
        if found.ndim != 2 or found.shape[1] != 3:
            raise ValueError(f"triangles must be a (N, 3) int array, but found shape {found.shape!r}")
        if len(found) and (found.max() >= len(self.x) or found.min() < 0):
            raise ValueError("triangles are indices into the points and must be in the range 0 <= i < "
                             f"{len(self.x)} but found values ranging from {found.min()} to {found.max()}")
        self.triangles = self._turned(found)
        self.set_mask(mask)

    def _turned(self, triangles):
        """All corners in one direction, against the clock."""
        x, y = self.x[triangles], self.y[triangles]
        turn = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
        return np.where((turn < 0).reshape(-1, 1), triangles[:, ::-1], triangles)

    def set_mask(self, mask):
        """Which triangles are left out; None for none."""
        if mask is not None:
            mask = np.asarray(mask, dtype=bool)
            if mask.shape != (len(self.triangles),):
                raise ValueError("mask array must have same length as triangles array")
        self.mask = mask

    def get_masked_triangles(self):
        """Those that are not left out."""
        return self.triangles if self.mask is None else self.triangles[~self.mask]

    @property
    def edges(self):
        """The sides of triangles, each once, by the numbers of its ends."""
        cells = self.get_masked_triangles().tolist()
        found = {tuple(sorted(side, reverse=True)) for a, b, c in cells for side in ((a, b), (b, c), (c, a))}
        return np.array(sorted(found), dtype=np.int64).reshape(-1, 2)

    @property
    def neighbors(self):
        """Which triangle lies beyond each side of each one; -1 for none."""
        sides = {}
        for at, (a, b, c) in enumerate(self.triangles.tolist()):
            if self.mask is None or not self.mask[at]:
                for place, side in enumerate(((a, b), (b, c), (c, a))):
                    sides.setdefault(frozenset(side), []).append((at, place))
        found = np.full(self.triangles.shape, -1)
        for own in sides.values():
            if len(own) == 2:
                (first, place), (second, other) = own
                found[first, place], found[second, other] = second, first
        return found

    def __repr__(self):
        return object.__repr__(self)


Triangulation.__module__ = "matplotlib.tri._triangulation"


class LinearTriInterpolator:
    """Values between points, in a plane over each triangle; outside of all triangles they are masked."""

    def __init__(self, triangulation, z, trifinder=None):
        if trifinder is not None:
            raise NotImplementedError("LinearTriInterpolator: trifinder is not supported by Kindling's matplotlib")
        self._shape, self._z = triangulation, np.asarray(z, dtype=np.float64)

    def __call__(self, x, y):
        x, y = np.broadcast_arrays(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
        found = np.full(x.shape, np.nan)
        for corners in self._shape.get_masked_triangles().tolist():
            (x0, x1, x2), (y0, y1, y2) = self._shape.x[corners].tolist(), self._shape.y[corners].tolist()
            whole = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
            second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / whole
            third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / whole
            inside = (second >= -1e-12) & (third >= -1e-12) & (second + third <= 1 + 1e-12)
            z0, z1, z2 = self._z[corners].tolist()
            found = np.where(inside, z0 + second * (z1 - z0) + third * (z2 - z0), found)
        return np.ma.masked_invalid(found)


LinearTriInterpolator.__module__ = "matplotlib.tri._triinterpolate"


def __getattr__(name):
    if name in ("CubicTriInterpolator", "TriAnalyzer", "UniformTriRefiner", "TriFinder", "TrapezoidMapTriFinder", "TriInterpolator"):
        return Absent(f"tri.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.tri' has no attribute {name!r}")
