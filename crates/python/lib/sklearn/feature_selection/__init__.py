"""Which features to keep: those that say most of the goal, or that vary at all.

What it is not: searches with cross-validation; those names say so. Start reading at `SelectKBest`.
"""

from _kindling_absent import Absent
from sklearn._missing import offered
from sklearn.feature_selection._chosen import SelectKBest, SelectPercentile, VarianceThreshold
from sklearn.feature_selection._tests import chi2, f_classif, f_regression

__all__ = offered(globals(), "RFE SelectFromModel")


def __getattr__(name):
    if name in ("RFE", "SelectFromModel"):
        return getattr(__import__("sklearn.feature_selection._by_models", fromlist=(name,)), name)
    if name in ("RFECV", "SequentialFeatureSelector", "SelectFdr", "SelectFpr", "SelectFwe",
                "GenericUnivariateSelect", "mutual_info_classif", "mutual_info_regression", "r_regression"):  # fmt: skip
        return Absent(f"sklearn.feature_selection.{name} is not built into this sklearn; SelectKBest is")
    raise AttributeError(f"module 'sklearn.feature_selection' has no attribute '{name}'")
