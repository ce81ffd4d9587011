"""Numpy's reductions: sums, means, extremes along axes.

Not the order in which sums are added, which is the core's (`_sum_in_pairs`). Start reading at `reduce`.
"""

import _torch
from numpy import _faults
from numpy._errors import checked_axis
from numpy._types import dtype

_EXTREMES = {"max": "maximum", "min": "minimum"}


def reduce(name, tensor, axis, keepdims, kind=None):
    """`name` along an axis, along several, or, with None, over everything: a tensor."""
    if kind is not None:
        tensor = tensor.to(dtype(kind)._torch)
    elif name in ("sum", "prod") and not tensor.is_floating_point():
        tensor = tensor.long()
    elif name == "mean" and not tensor.is_floating_point():
        tensor = tensor.double()
    if not tensor.ndim and name != "mean" and axis in (0, -1):
        # A number has no axes, and yet these are let pass.
        axis = None
    axes = axes_of(axis, tensor.ndim)
    if name in _EXTREMES:
        return _extreme(name, tensor, axes, keepdims)
    if name in ("all", "any", "prod"):
        return _one_by_one(getattr(_torch, name), tensor, axes, keepdims)
    if name == "mean":
        return _mean(tensor, axes, keepdims)
    if tensor.is_floating_point():
        return _half_up(tensor, lambda values: _total(values, axes, keepdims))
    return _torch.sum(tensor, axes, keepdim=keepdims) if axes else tensor


def _half_up(tensor, function):
    """Half precision is summed in single, as numpy does."""
    if tensor.dtype is not _torch.float16:
        return function(tensor)
    return function(tensor.float()).half()


def _total(tensor, axes, keepdims):
    """The sum of floats in numpy's order; no axis is none to sum over."""
    return _torch._sum_in_pairs(tensor, tuple(axes), keepdims) if axes else tensor.clone()


def _mean(tensor, axes, keepdims):
    return _half_up(tensor, lambda values: _total(values, axes, keepdims) / count_of(tensor, axes))


def count_of(tensor, axes):
    """How many values are brought together."""
    count = 1
    for axis in axes:
        count *= tensor.shape[axis]
    return count


def spread(name, tensor, axis, ddof, keepdims, kind=None):
    """Standard deviation and variance, divided by the count less `ddof`."""
    if kind is not None or not tensor.is_floating_point():
        tensor = tensor.to(_torch.float64 if kind is None else dtype(kind)._torch)
    axes = axes_of(axis, tensor.ndim)
    return _half_up(tensor, lambda values: _spread(name, values, axes, ddof, keepdims))


def _spread(name, tensor, axes, ddof, keepdims):
    count = count_of(tensor, axes)
    away = tensor - _total(tensor, axes, True) / count
    total = _total(away * away, axes, keepdims)
    found = total / max(count - ddof, 0)
    if count <= ddof and found.numel():
        _faults.warn("Degrees of freedom <= 0 for slice")
        if not count:
            _faults.tell("invalid", "divide")
        _faults.tell("divide" if bool((total > 0).any()) else "invalid", _faults.divide(found))
    return _torch.sqrt(found) if name == "std" else found


def position(name, tensor, axis, keepdims):
    """Where the largest or the smallest is; without an axis, in the flattened array."""
    if tensor.numel() == 0 and axis is None:
        raise ValueError(f"attempt to get {name} of an empty sequence")
    if tensor.dtype is _torch.bool:
        tensor = tensor.to(_torch.uint8)
    if axis is not None:
        return getattr(_torch, name)(tensor, checked_axis(axis, max(tensor.ndim, 1)), keepdim=keepdims)
    found = getattr(_torch, name)(tensor)
    return found.reshape((1,) * tensor.ndim) if keepdims else found


def running(name, tensor, axis, kind=None):
    """Sums or products up to each place."""
    if kind is not None:
        tensor = tensor.to(dtype(kind)._torch)
    elif not tensor.is_floating_point():
        tensor = tensor.long()
    if axis is None or not tensor.ndim:
        tensor, axis = tensor.reshape(-1), axis or 0
    return _faults.total(getattr(_torch, name)(tensor, checked_axis(axis, tensor.ndim)), tensor, "accumulate")


def axes_of(axis, ndim):
    """The axes that are meant, counted from the front."""
    if axis is None:
        return tuple(range(ndim))
    if isinstance(axis, (tuple, list)):
        axes = tuple(checked_axis(each, ndim) for each in axis)
        if len(set(axes)) < len(axes):
            raise ValueError("duplicate value in 'axis'")
        return axes
    if not hasattr(axis, "__index__"):
        raise TypeError(f"'{type(axis).__name__}' object cannot be interpreted as an integer")
    return (checked_axis(axis.__index__(), ndim),)


def _extreme(name, tensor, axes, keepdims):
    if any(tensor.shape[axis] == 0 for axis in axes):
        raise ValueError(f"zero-size array to reduction operation {_EXTREMES[name]} which has no identity")
    is_bool = tensor.dtype is _torch.bool
    found = getattr(_torch, "a" + name)(tensor.to(_torch.uint8) if is_bool else tensor, axes, keepdim=keepdims)
    return found.bool() if is_bool else found


def _one_by_one(function, tensor, axes, keepdims):
    for axis in sorted(axes, reverse=True):
        tensor = function(tensor, axis, keepdim=keepdims)
    return tensor.bool() if function is not _torch.prod else tensor
