"""`numpy.matlib`: all of numpy, whose new arrays are matrices, and `repmat`. Start reading at `repmat`."""

import numpy as np
from numpy import asanyarray, asmatrix


def repmat(a, m, n):
    """An array of one or two dimensions, m times below and n times beside itself."""
    a = asanyarray(a)
    return np.tile(a.reshape(1, -1) if a.ndim < 2 else a, (m, n))


def zeros(shape, dtype=None, order="C"):
    return asmatrix(np.zeros(shape, dtype, order))


def ones(shape, dtype=None, order="C"):
    return asmatrix(np.ones(shape, dtype, order))


def empty(shape, dtype=None, order="C"):
    return asmatrix(np.empty(shape, dtype, order))


def identity(n, dtype=None):
    return asmatrix(np.identity(n, float if dtype is None else dtype))


def eye(n, M=None, k=0, dtype=float, order="C"):
    return asmatrix(np.eye(n, M, k, dtype, order))


def rand(*args):
    """Of one tuple, too."""
    return asmatrix(np.random.rand(*(args[0] if args and isinstance(args[0], tuple) else args)))


def randn(*args):
    """Of one tuple, too."""
    return asmatrix(np.random.randn(*(args[0] if args and isinstance(args[0], tuple) else args)))


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy.matlib' has no attribute '{name}'")
    return getattr(np, name)
