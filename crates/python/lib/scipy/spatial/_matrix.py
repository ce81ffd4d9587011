"""`distance_matrix`: how far each row of one table is from each of another.

What it is not: other distances than Minkowski's. Start reading at `distance_matrix`.
"""

import numpy as np


def distance_matrix(x, y, p=2, threshold=1000000):
    """Minkowski's distances; how much is computed at once changes none of them."""
    del threshold
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if x.shape[1] != y.shape[1]:
        raise ValueError(f"x contains {x.shape[1]}-dimensional vectors but y contains {y.shape[1]}-dimensional vectors")
    apart = np.abs(np.expand_dims(x, 1) - y)
    if p == float("inf"):
        return apart.max(axis=2)
    return (apart**p).sum(axis=2) ** (1 / p) if p != 1 else apart.sum(axis=2)
