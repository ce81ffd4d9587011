"""Distances, trees, hulls, triangles and cells.

What it is not: turns in space; asking for these says so. Start reading at `distance`.
"""

from scipy._missing import missing
from scipy.spatial import distance
from scipy.spatial._matrix import distance_matrix

_TREES = ("ConvexHull", "KDTree", "cKDTree", "convex_hull_plot_2d", "minkowski_distance", "procrustes")
_CELLS = ("Delaunay", "Voronoi", "delaunay_plot_2d", "voronoi_plot_2d")
_absent = missing(__name__, "HalfspaceIntersection SphericalVoronoi transform")


class QhullError(RuntimeError):
    """Points that lie on a line, or too few."""

    __module__ = "scipy.spatial._qhull"


def __getattr__(name):
    if name in _CELLS:
        return getattr(__import__("scipy.spatial._delaunay", fromlist=(name,)), name)
    return getattr(__import__("scipy.spatial._trees", fromlist=(name,)), name) if name in _TREES else _absent(name)
