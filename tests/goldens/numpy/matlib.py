"""The module of matrices."""

import numpy as np
import numpy.matlib
from each_line import each_line
from numpy.matlib import repmat

np.random.seed(2)
each_line(
    """
repmat(np.arange(3), 2, 2)
repmat(np.array([[1, 2], [3, 4]]), 1, 2)
repmat(7, 2, 3)
np.matlib.repmat([1.5, 2.5], 2, 1).shape
np.matlib.zeros((2, 2))
np.matlib.ones(3)
np.matlib.eye(2, 3, 1, dtype=int)
np.matlib.identity(2)
np.matlib.rand(2, 2).shape, np.matlib.rand((2, 3)).shape, type(np.matlib.randn(2)).__name__
np.matlib.pi, np.matlib.dot([1, 2], [3, 4])
""",
    globals(),
)
