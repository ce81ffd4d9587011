"""Calls with an axis on an array that has none."""

import numpy as np
from each_line import each_line

one = np.array(5.0)
each_line(
    """
one.argsort()
np.argsort(one, axis=0)
np.argsort(one, axis=1)
one.argmax(axis=0), one.argmin(axis=-1)
one.argmax(1)
one.cumsum(0), np.cumsum(one, axis=-1)
one.sum(axis=0), one.max(-1), one.min(0), np.prod(one, axis=-1), np.any(one, axis=0)
one.sum(axis=1)
one.mean(0)
one.std(0)
np.take(one, 0, axis=0), np.repeat(one, 2, axis=0)
np.argpartition(one, 0)
one.sort()
""",
    globals(),
)
