"""Data sets that are drawn: moons, circles, blobs, classes and lines; and the irises.

What it is not: data that has to be fetched. Start reading at `_shapes`.
"""

from sklearn._missing import missing
from sklearn.datasets._problems import make_classification, make_regression
from sklearn.datasets._shapes import make_blobs, make_circles, make_moons

_missing = missing("sklearn.datasets")


def __getattr__(name):
    if name == "load_iris":
        from sklearn.datasets._iris import load_iris

        return load_iris
    return _missing(name)
