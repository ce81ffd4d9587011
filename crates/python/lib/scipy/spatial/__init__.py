"""Distances.

What it is not: trees of places, hulls and triangles; asking for these says so. Start reading at `distance`.
"""

from scipy.spatial import distance
from scipy.spatial._matrix import distance_matrix


def __getattr__(name):
    if name in (
        "KDTree",
        "cKDTree",
        "ConvexHull",
        "Delaunay",
        "Voronoi",
        "transform",
        "procrustes",
        "SphericalVoronoi",
    ):
        raise NotImplementedError(f"scipy.spatial.{name} is not built into this scipy")
    raise AttributeError(f"module 'scipy.spatial' has no attribute '{name}'")
