"""Distances.

What it is not: trees of places, hulls and triangles; asking for these says so. Start reading at `distance`.
"""

from scipy._missing import missing
from scipy.spatial import distance
from scipy.spatial._matrix import distance_matrix


__getattr__ = missing(__name__, "KDTree cKDTree ConvexHull Delaunay Voronoi transform procrustes SphericalVoronoi")
