"""Sums in the order in which numpy adds: what comes of it to the last bit.

What it is not: faster than `sum`. Start reading at `column_sums`.
"""

import numpy as np

# Of so many values at most numpy adds every eighth to each other first; of more each half on its own.
_BLOCK = 128


def column_sums(values):
    """The sum of each column."""
    if values.shape[0] == 0:
        return values.sum(axis=0)
    if values.shape[1] == 1:
        return np.array([total(values.ravel())])
    return np.cumsum(values, axis=0)[-1]


def total(values):
    """The sum of a vector."""
    count = len(values)
    if count > _BLOCK:
        half = count // 2 - count // 2 % 8
        return total(values[:half]) + total(values[half:])
    whole = count - count % 8
    if whole:
        r = np.cumsum(values[:whole].reshape(-1, 8), axis=0)[-1].tolist()
        found = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
    else:
        found = 0.0
    for value in values[whole:].tolist():
        found += value
    return found
