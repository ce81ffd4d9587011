"""Functions that the array standard brought, and others that few lessons call.

Start reading anywhere: each stands alone.
"""

import collections

import numpy as np


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Sums up to each place; with `include_initial` from zero on."""
    return _cumulative(np.cumsum, 0, x, axis, dtype, out, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    """Products up to each place; with `include_initial` from one on."""
    return _cumulative(np.cumprod, 1, x, axis, dtype, out, include_initial)


def _cumulative(call, start, x, axis, dtype, out, include_initial):
    x = np.atleast_1d(x)
    if axis is None:
        if x.ndim != 1:
            raise ValueError("For arrays which have more than one dimension ``axis`` argument is required.")
        axis = 0
    found = call(x, axis=axis, dtype=dtype)
    if include_initial:
        shape = [1 if at == axis % x.ndim else side for at, side in enumerate(x.shape)]
        found = np.concatenate([np.full(shape, start, dtype=found.dtype), found], axis=axis)
    if out is not None:
        out[...] = found
        return out
    return found


def nancumprod(a, axis=None, dtype=None, out=None):
    """Products up to each place, in which nan counts as one."""
    values = np.asarray(a)
    values = np.where(np.isnan(values), 1.0, values) if values.dtype.kind == "f" else values
    found = np.cumprod(values, axis=axis, dtype=dtype)
    if out is not None:
        out[...] = found
        return out
    return found


def diag_indices_from(arr):
    """The places of a square array's diagonal."""
    if not arr.ndim >= 2:
        raise ValueError("input array must be at least 2-d")
    if len(set(arr.shape)) != 1:
        raise ValueError("All dimensions of input must be of equal length")
    return np.diag_indices(arr.shape[0], arr.ndim)


def isposinf(x, out=None):
    """Which numbers are infinite and above zero."""
    return np.logical_and(np.isinf(x), ~np.signbit(x), out=out)


def isneginf(x, out=None):
    """Which numbers are infinite and below zero."""
    return np.logical_and(np.isinf(x), np.signbit(x), out=out)


def matrix_transpose(x, /):
    """Rows as columns."""
    x = np.asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return x.swapaxes(-1, -2)


def _check_core(name, signature, x1, x2, inner):
    """Refuses what has too few dimensions, or sizes that do not go together."""
    for at, (each, part) in enumerate(zip((x1, x2), signature.split("->")[0][1:-1].split("),("))):
        least = part.count(",") + 1
        if each.ndim < least:
            raise ValueError(
                f"{name}: Input operand {at} does not have enough dimensions (has {each.ndim}, gufunc core with signature "
                f"{signature} requires {least})"
            )
    if x1.shape[-1] != x2.shape[inner]:
        raise ValueError(
            f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size "
            f"{x2.shape[inner]} is different from {x1.shape[-1]})"
        )


def matvec(x1, x2, /):
    """A matrix times a vector, of each pair."""
    _check_core("matvec", "(m,n),(n)->(m)", np.asarray(x1), np.asarray(x2), -1)
    return np.matmul(x1, np.asarray(x2)[..., None])[..., 0]


def vecmat(x1, x2, /):
    """A vector times a matrix, of each pair."""
    _check_core("vecmat", "(n),(n,m)->(m)", np.asarray(x1), np.asarray(x2), -2)
    return np.matmul(np.asarray(x1)[..., None, :], x2)[..., 0, :]


def real_if_close(a, tol=100):
    """The real parts, where the others are all but zero."""
    a = np.asanyarray(a)
    if a.dtype.kind != "c":
        return a
    most = tol * np.finfo(a.real.dtype).eps if tol > 1 else tol
    return a.real if bool((np.abs(a.imag) < most).all()) else a


def bitwise_count(x, /):
    """How many bits of each whole number's size are set."""
    x = np.asarray(x)
    if x.dtype.kind not in "iub":
        raise TypeError(
            "ufunc 'bitwise_count' not supported for the input types, and the inputs could not be safely coerced to any "
            "supported types according to the casting rule ''safe''"
        )
    return np.array([abs(int(value)).bit_count() for value in x.reshape(-1)], dtype=np.uint8).reshape(x.shape)


UniqueAllResult = collections.namedtuple("UniqueAllResult", "values indices inverse_indices counts")
UniqueCountsResult = collections.namedtuple("UniqueCountsResult", "values counts")
UniqueInverseResult = collections.namedtuple("UniqueInverseResult", "values inverse_indices")


def unique_all(x):
    """The different values, where each comes first, which each place has, and how often."""
    values, indices, inverse, counts = np.unique(x, return_index=True, return_inverse=True, return_counts=True)
    return UniqueAllResult(values, indices, inverse.reshape(np.shape(x)), counts)


def unique_counts(x):
    """The different values, and how often each comes."""
    return UniqueCountsResult(*np.unique(x, return_counts=True))


def unique_inverse(x):
    """The different values, and which of them each place has."""
    values, inverse = np.unique(x, return_inverse=True)
    return UniqueInverseResult(values, inverse.reshape(np.shape(x)))
