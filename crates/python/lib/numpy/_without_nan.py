"""Statistics of what is left without nan, and numbers in its place.

Those of all values are `_statistics`'. Start reading at `_without_nan`.
"""

import math

import _torch
from numpy import _faults
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._make import asarray, keeps_unsigned
from numpy._outs import into
from numpy._statistics import _lines, quantile
from numpy._numbers import float64
from numpy._functions import as_floats


def _without_nan(name, instead):
    @into
    def apply(a, axis=None, dtype=None, out=None, keepdims=False):
        a, given = asarray(a), a
        if a.dtype.kind != "f":
            return getattr(asarray(a, dtype), name)(axis=axis, keepdims=keepdims)
        gone = a._kindling_tensor.isnan()
        filled = ndarray(_torch.where(gone, instead, a._kindling_tensor).to(a._kindling_tensor.dtype))
        found = getattr(asarray(filled, dtype), name)(axis=axis, keepdims=keepdims)
        if instead in (0, 1) or name.startswith("arg"):
            return found
        empty = ndarray(gone).all(axis=axis, keepdims=keepdims)
        if bool(tensor_of(empty).any()):
            _faults.warn(f"All-NaN {'slice' if type(given) is ndarray else 'axis'} encountered")
        return wrap(_torch.where(tensor_of(empty), math.nan, tensor_of(found)).to(tensor_of(found).dtype))

    apply.__name__ = "nan" + name
    return apply


nansum, nanprod = _without_nan("sum", 0), _without_nan("prod", 1)
nanmax, nanmin = _without_nan("max", -math.inf), _without_nan("min", math.inf)
_nanargmax, _nanargmin = _without_nan("argmax", -math.inf), _without_nan("argmin", math.inf)


def _nowhere_empty(function):
    @into
    def apply(a, axis=None, out=None, keepdims=False):
        a = asarray(a)
        if a.dtype.kind == "f" and bool(asarray(ndarray(a._kindling_tensor.isnan()).all(axis=axis)).any()):
            raise ValueError("All-NaN slice encountered")
        return function(a, axis, keepdims=keepdims)

    return apply


nanargmax, nanargmin = _nowhere_empty(_nanargmax), _nowhere_empty(_nanargmin)


@into
def nancumsum(a, axis=None, dtype=None, out=None):
    """The sums up to each place of what is a number."""
    a = asarray(a, dtype)
    return nan_to_num(a, posinf=math.inf, neginf=-math.inf).cumsum(axis)


def _wide_floats(a):
    """Floats as they are, whole numbers as doubles."""
    return a._kindling_tensor.double() if a.dtype.kind in "biu" else as_floats(a)


def _counted(a, axis, keepdims):
    return ndarray(~as_floats(a).isnan()).sum(axis=axis, keepdims=keepdims)


@into
def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    """The mean of what is a number."""
    a = asarray(a, dtype)
    total = asarray(nansum(ndarray(_wide_floats(a)), axis, keepdims=keepdims))
    counts = tensor_of(_counted(a, axis, keepdims))
    if bool((counts == 0).any()):
        _faults.warn("Mean of empty slice")
    return wrap(tensor_of(total) / counts.to(tensor_of(total).dtype))


@into
def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The variance of what is a number."""
    a = ndarray(_wide_floats(asarray(a, dtype)))
    wide = tensor_of(nansum(a, axis, keepdims=True)) / tensor_of(_counted(a, axis, True))
    away = ndarray(a._kindling_tensor - wide.to(a._kindling_tensor.dtype))
    total = tensor_of(nansum(away * away, axis, keepdims=keepdims))
    counts = tensor_of(_counted(a, axis, keepdims)) - ddof
    if bool((counts <= 0).any()):
        _faults.warn("Degrees of freedom <= 0 for slice.")
        total = _torch.where(counts <= 0, math.nan, total).to(total.dtype)
    return wrap(total / counts.to(total.dtype))


@into
def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The deviation of what is a number."""
    return wrap(_torch.sqrt(tensor_of(nanvar(a, axis, dtype, ddof=ddof, keepdims=keepdims))))


def _lines_without_nan(a, axis, function):
    lines, _ = _lines(_wide_floats(asarray(a)), axis)
    rows = [function(row[~row.isnan()]) for row in lines.reshape(-1, lines.shape[-1])]
    return rows, tuple(lines.shape[:-1])


@into
def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle of what is a number."""
    if asarray(a).dtype.kind == "b":
        a = asarray(a).astype("float64")
    if axis is None and not asarray(a).size:
        return float64(math.nan)
    return nanquantile(a, 0.5, axis, keepdims=keepdims)


@into
def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The values below which such shares of what is a number lie."""
    if keepdims:
        raise NotImplementedError("numpy.nanquantile: keepdims is not built into this numpy")
    if asarray(a).dtype.kind == "f" and bool(tensor_of(_counted(asarray(a), axis, False) == 0).any()):
        _faults.warn("All-NaN slice encountered")
    rows, shape = _lines_without_nan(
        a, axis, lambda row: quantile(ndarray(row), q, method=method) if len(row) else asarray(q) * math.nan
    )
    shares = asarray(q)
    found = _torch.stack([tensor_of(row) for row in rows], -1)
    return wrap(found.reshape((*shares.shape, *shape)))


@into
def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The values below which so many of a hundred that are numbers lie."""
    return nanquantile(a, asarray(q) / 100, axis, method=method, keepdims=keepdims)


@keeps_unsigned
def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Numbers in place of what is none."""
    x = asarray(x)
    if x.dtype.kind == "c":
        found = x._of(lambda part: nan_to_num(part, True, nan, posinf, neginf))
        if not copy:
            x[...] = found
        return found
    if x.dtype.kind != "f":
        return wrap(x._kindling_tensor.clone())
    found = _torch.nan_to_num(x._kindling_tensor, nan, posinf, neginf)
    if not copy:
        x[...] = ndarray(found)
        return x
    return wrap(found)
