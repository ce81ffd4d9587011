"""Functions that answer in complex numbers where real ones have no answer: `np.emath.sqrt(-1)`.

What it is not: those functions themselves. Start reading at `sqrt`.
"""

import numpy as _np

__all__ = ["log", "log10", "log2", "logn", "power", "sqrt"]


def _widened(x, are_outside):
    """The values as an array; as one of complex numbers if some are outside of what has an answer."""
    values = _np.asarray(x)
    return values.astype(_np.complex128) if values.dtype.kind in "biuf" and bool(are_outside(values).any()) else values


def _below_zero(values):
    return values < 0


def sqrt(x):
    """The square root."""
    return _np.sqrt(_widened(x, _below_zero))


def log(x):
    """The natural logarithm."""
    return _np.log(_widened(x, _below_zero))


def log10(x):
    """The logarithm to base 10."""
    return _np.log10(_widened(x, _below_zero))


def log2(x):
    """The logarithm to base 2."""
    values = _widened(x, _below_zero)
    return _np.log2(values) if values.dtype.kind != "c" else _np.log(values) / _np.log(2.0)


def logn(n, x):
    """The logarithm to base `n`."""
    return _np.log(_widened(x, _below_zero)) / _np.log(_widened(n, _below_zero))


def power(x, p):
    """Powers: of what is below zero complex ones, and fractions of whole numbers for powers below zero."""
    values, powers = _widened(x, _below_zero), _np.asarray(p)
    if powers.dtype.kind in "iu" and bool((powers < 0).any()):
        powers = powers.astype(_np.float64)
    return _np.power(values, powers)


def __getattr__(name):
    if name in ("arccos", "arcsin", "arctanh"):
        raise NotImplementedError(f"numpy.emath.{name} is not built into this numpy")
    raise AttributeError(f"module 'numpy.lib.scimath' has no attribute '{name}'")
