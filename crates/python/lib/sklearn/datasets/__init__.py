"""Data sets that are drawn: moons, circles, blobs, classes and lines.

What it is not: data that somebody measured. Start reading at `_shapes`.
"""

from sklearn._arrays import missing
from sklearn.datasets._problems import make_classification, make_regression
from sklearn.datasets._shapes import make_blobs, make_circles, make_moons

__getattr__ = missing(
    "sklearn.datasets",
    "load_iris load_digits load_wine load_breast_cancer load_diabetes load_linnerud fetch_openml fetch_california_housing "
    "fetch_20newsgroups fetch_olivetti_faces fetch_lfw_people make_swiss_roll make_s_curve make_friedman1 make_low_rank_matrix "
    "make_gaussian_quantiles make_hastie_10_2 make_multilabel_classification make_sparse_uncorrelated",
)
