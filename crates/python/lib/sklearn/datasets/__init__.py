"""Data sets that are drawn: moons, circles, blobs, classes and lines; and irises, digits, tumours, wines and patients.

What it is not: data that has to be fetched. Start reading at `_shapes`.
"""

from sklearn._missing import missing, offered
from sklearn.datasets._problems import make_classification, make_regression
from sklearn.datasets._shapes import make_blobs, make_circles, make_moons, make_s_curve, make_swiss_roll

_FORMULAS = "make_friedman1 make_friedman2 make_friedman3 make_gaussian_quantiles make_hastie_10_2 make_sparse_uncorrelated"
_missing = missing("sklearn.datasets", _formulas=_FORMULAS)


# What is measured has files of its own, which few programs need.
_HOMES = {
    "load_iris": "_iris",
    "load_digits": "_digits",
    "load_breast_cancer": "_tables",
    "load_wine": "_tables",
    "load_diabetes": "_tables",
}
__all__ = offered(globals(), _HOMES, _FORMULAS)


def __getattr__(name):
    if name in _HOMES:
        return getattr(__import__(f"sklearn.datasets.{_HOMES[name]}", fromlist=(name,)), name)
    if name == "load_boston":
        raise ImportError("\n`load_boston` has been removed from scikit-learn since version 1.2.\n")
    return _missing(name)


def __dir__():
    return sorted({*globals(), *_HOMES, *_FORMULAS.split()})
