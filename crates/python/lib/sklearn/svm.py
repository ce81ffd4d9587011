"""Support vectors: there are none here.

What it is not: built; each name says so. Start reading at `__getattr__`.
"""

from _kindling_absent import Absent


_NAMES = ("SVC", "SVR", "LinearSVC", "LinearSVR", "NuSVC", "NuSVR", "OneClassSVM", "l1_min_c")


def __getattr__(name):
    if name in _NAMES:
        return Absent(
            f"sklearn.svm.{name} is not built into this sklearn; sklearn.linear_model.LogisticRegression is"
        )
    raise AttributeError(f"module 'sklearn.svm' has no attribute '{name}'")
