"""Missing values filled in.

What it is not: rows or columns left out. Start reading at `_simple`.
"""

from sklearn._missing import missing, offered
from sklearn.impute._simple import SimpleImputer

_LATER = {"_neighbors": "KNNImputer", "_marks": "MissingIndicator"}
_answer = missing("sklearn.impute", **_LATER)
__all__ = offered(globals(), *_LATER.values())


def __getattr__(name):
    if name == "IterativeImputer":
        import sys

        # As in scikit-learn it is there once it was asked for as an experiment.
        if "sklearn.experimental.enable_iterative_imputer" not in sys.modules:
            raise ImportError("IterativeImputer is experimental and the API might change without any deprecation cycle. To use it, you "
                              "need to explicitly import enable_iterative_imputer:\nfrom sklearn.experimental import "
                              "enable_iterative_imputer")
        from sklearn.impute._iterative import IterativeImputer

        return IterativeImputer
    return _answer(name)
