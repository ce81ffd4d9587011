"""The nearest of some points.

What it is not: how such points are found. Start reading at `vq`.
"""

import numpy as np
from scipy._missing import missing
from scipy.spatial.distance import cdist


def whiten(obs, check_finite=True):
    """Each feature by its deviation."""
    obs = np.asarray(obs, dtype=float)
    wide = np.std(obs, axis=0)
    return obs / np.where(wide == 0, 1.0, wide)


def vq(obs, code_book, check_finite=True):
    """Which point is the nearest to each row, and how far that is."""
    obs, points = (np.asarray(each, dtype=float) for each in (obs, code_book))
    away = cdist(obs.reshape(len(obs), -1), points.reshape(len(points), -1))
    return away.argmin(axis=1).astype(np.int32), away.min(axis=1)


__getattr__ = missing(__name__, "kmeans kmeans2 ClusterError py_vq")
