"""Support vectors: the widest street between classes, and the narrowest tube around numbers.

What it is not: the linear machines of liblinear; each name says so. Start reading at `_machines`.
"""

from _kindling_absent import Absent
from sklearn.svm._machines import SVC, SVR


def __getattr__(name):
    if name in ("LinearSVC", "LinearSVR", "NuSVC", "NuSVR", "OneClassSVM", "l1_min_c"):
        return Absent(f"sklearn.svm.{name} is not built into this sklearn; SVC(kernel='linear') and SVR are")
    raise AttributeError(f"module 'sklearn.svm' has no attribute '{name}'")
