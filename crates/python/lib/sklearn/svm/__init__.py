"""Support vectors: the widest street between classes, and the narrowest tube around numbers.

What it is not: chances of classes. Start reading at `_machines`.
"""

from _kindling_absent import Absent
from sklearn._missing import offered
from sklearn.svm._machines import SVC, SVR

__all__ = offered(globals(), "LinearSVC LinearSVR")


def __getattr__(name):
    if name in ("LinearSVC", "LinearSVR"):
        return getattr(__import__("sklearn.svm._lines", fromlist=(name,)), name)
    if name in ("NuSVC", "NuSVR", "OneClassSVM", "l1_min_c"):
        return Absent(f"sklearn.svm.{name} is not built into this sklearn; SVC(kernel='linear') and SVR are")
    raise AttributeError(f"module 'sklearn.svm' has no attribute '{name}'")
