"""Data sets that are drawn: moons, circles, blobs, classes and lines.

What it is not: data that somebody measured. Start reading at `_shapes`.
"""

from sklearn._missing import missing
from sklearn.datasets._problems import make_classification, make_regression
from sklearn.datasets._shapes import make_blobs, make_circles, make_moons

__getattr__ = missing("sklearn.datasets")
