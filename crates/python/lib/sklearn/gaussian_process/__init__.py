"""Gaussian processes: curves and classes by how alike samples are, with how sure that is.

What it is not: for many samples; a table of all pairs is made. Start reading at `_numbers`.
"""

from sklearn._missing import missing, offered

_LATER = {"_numbers": "GaussianProcessRegressor", "_classes": "GaussianProcessClassifier"}
_missing = missing("sklearn.gaussian_process", **_LATER)
__all__ = [*offered(globals(), *_LATER.values()), "kernels"]


def __getattr__(name):
    if name == "kernels":
        return __import__("sklearn.gaussian_process.kernels", fromlist=("kernels",))
    return _missing(name)
