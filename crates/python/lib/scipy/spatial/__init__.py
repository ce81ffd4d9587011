"""Distances.

What it is not: triangles; asking for these says so. Start reading at `distance`.
"""

from scipy._missing import missing
from scipy.spatial import distance
from scipy.spatial._matrix import distance_matrix

_TREES = ("ConvexHull", "KDTree", "cKDTree", "convex_hull_plot_2d", "minkowski_distance", "procrustes")
_absent = missing(__name__, "Delaunay HalfspaceIntersection SphericalVoronoi Voronoi delaunay_plot_2d transform voronoi_plot_2d")


def __getattr__(name):
    return getattr(__import__("scipy.spatial._trees", fromlist=(name,)), name) if name in _TREES else _absent(name)
