"""Which features to keep: those that say most of the goal, or that vary at all.

What it is not: features that are made new. Start reading at `SelectKBest`.
"""

from _kindling_absent import Absent
from sklearn._missing import offered
from sklearn.feature_selection._chosen import SelectKBest, SelectPercentile, VarianceThreshold
from sklearn.feature_selection._tests import chi2, f_classif, f_regression, r_regression

__all__ = offered(globals(), "RFE RFECV SelectFromModel SequentialFeatureSelector mutual_info_classif mutual_info_regression")


def __getattr__(name):
    if name in ("RFE", "SelectFromModel"):
        return getattr(__import__("sklearn.feature_selection._by_models", fromlist=(name,)), name)
    if name in ("RFECV", "SequentialFeatureSelector"):
        return getattr(__import__("sklearn.feature_selection._searched", fromlist=(name,)), name)
    if name in ("mutual_info_classif", "mutual_info_regression"):
        return getattr(__import__("sklearn.feature_selection._informed", fromlist=(name,)), name)
    if name in ("SelectFdr", "SelectFpr", "SelectFwe", "GenericUnivariateSelect"):
        return Absent(f"sklearn.feature_selection.{name} is not built into this sklearn; SelectKBest is")
    raise AttributeError(f"module 'sklearn.feature_selection' has no attribute '{name}'")
