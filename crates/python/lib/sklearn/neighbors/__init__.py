"""The nearest neighbours: what they are decides, and how near they are.

What it is not: distances themselves, which are `sklearn.metrics.pairwise`. Start reading at `_nearest`.
"""

from sklearn._missing import missing, offered
from sklearn.neighbors._nearest import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors

_LATER = {
    "_around": "RadiusNeighborsClassifier RadiusNeighborsRegressor kneighbors_graph radius_neighbors_graph",
    "_density": "KernelDensity",
    "_outliers": "LocalOutlierFactor",
    "_centers": "NearestCentroid",
    "_places": "BallTree KDTree",
}
__getattr__ = missing("sklearn.neighbors", **_LATER)
__all__ = offered(globals(), *_LATER.values())
