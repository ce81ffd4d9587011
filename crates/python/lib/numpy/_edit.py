"""Functions that add values to arrays, take some away, or write some of them.

Those that only put values elsewhere are `_rearrange`'s. Start reading anywhere: each stands alone.
"""

import _torch
from _scalars import INTS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._make import asarray, full
from numpy._errors import checked_axis
from numpy._rearrange import broadcast_to, concatenate, moveaxis, repeat, take


def append(arr, values, axis=None):
    """Arrays one after the other."""
    given = [arr, values]
    arr, values = asarray(arr), asarray(values)
    return concatenate([arr.ravel(), values.ravel()]) if axis is None else concatenate(given, axis)


def insert(arr, obj, values, axis=None):
    """A copy with values before indices."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = checked_axis(axis, arr.ndim)
    size, is_single = arr.shape[axis], isinstance(obj, INTS) or getattr(obj, "ndim", 1) == 0
    places = (
        [int(obj)]
        if is_single
        else [int(place) for place in (range(*obj.indices(size)) if isinstance(obj, slice) else obj)]
    )
    for place in places:
        if not -size <= place <= size:
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
    places = [place + size if place < 0 else place for place in places]
    values = asarray(values, None if arr._is_of_objects else arr.dtype)
    if is_single:
        lines = moveaxis(values.reshape((1,) * (arr.ndim - values.ndim) + values.shape), 0, axis)
        count = lines.shape[axis]
        new_places = places * count
    else:
        lines, count, new_places = values, len(places), places
    shape = [*arr.shape]
    shape[axis] = count
    lines = broadcast_to(lines, tuple(shape))
    order = sorted(range(size + count), key=lambda at: (at, 1) if at < size else (new_places[at - size], 0))
    return take(concatenate([arr, lines], axis), order, axis)


def delete(arr, obj, axis=None):
    """A copy without what is at indices."""
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.ravel(), 0
    axis = checked_axis(axis, arr.ndim)
    size = arr.shape[axis]
    if isinstance(obj, slice):
        gone = set(range(*obj.indices(size)))
    else:
        listed = asarray(obj)
        if listed.dtype.name == "bool":
            gone = {at for at, is_gone in enumerate(listed.tolist()) if is_gone}
        else:
            listed = [int(place) for place in listed.ravel().tolist()]
            for place in listed:
                if not -size <= place < size:
                    raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
            gone = {place % size for place in listed}
    return take(arr, asarray([at for at in range(size) if at not in gone], int), axis)


def put_along_axis(arr, indices, values, axis):
    """Writes to each line along an axis at indices of its own."""
    indices, tensor = tensor_of(indices).long(), arr._kindling_tensor
    values = tensor_of(values).to(tensor.dtype).expand(indices.shape)
    arr[...] = ndarray(_torch.scatter(tensor, axis, _torch.where(indices < 0, indices + arr.shape[axis], indices), values))


def compress(condition, a, axis=None):
    """What lies where a condition holds along an axis."""
    condition = asarray(condition)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1-d array")
    places = [at for at, is_wanted in enumerate(condition.tolist()) if is_wanted]
    return take(a, asarray(places, int), axis)


def extract(condition, arr):
    """The values where a condition holds."""
    return asarray(arr).ravel()[asarray(condition).ravel().nonzero()[0]]


def place(arr, mask, vals):
    """Writes values, again and again from the first, where a mask says so."""
    mask, vals = asarray(mask, bool), asarray(vals).ravel()
    count = int(mask.sum())
    arr[mask] = vals[ndarray(_torch.arange(count) % len(vals))]


def putmask(a, mask, values):
    """Writes values where a mask says so, each from its own place."""
    mask, values = asarray(mask, bool), asarray(values)
    values = values.ravel()[ndarray(_torch.arange(a.size) % values.size)].reshape(a.shape)
    a[mask] = values[mask]


def put(a, ind, v, mode="raise"):
    """Writes values at places of the flattened array."""
    if mode != "raise":
        raise NotImplementedError(f"numpy.put: mode='{mode}' is not built into this numpy")
    flat = a.ravel().copy()
    flat[asarray(ind)] = v
    a[...] = flat.reshape(a.shape)


def copyto(dst, src, casting="same_kind", where=True):
    """Writes an array into another."""
    if where is True:
        dst[...] = src
    else:
        mask = broadcast_to(asarray(where, bool), dst.shape)
        dst[mask] = broadcast_to(asarray(src), dst.shape)[mask]


def fill_diagonal(a, val, wrap=False):
    """Writes the diagonal."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if wrap:
        raise NotImplementedError("numpy.fill_diagonal: wrap is not built into this numpy")
    places = ndarray(_torch.arange(min(a.shape)))
    a[(places,) * a.ndim] = val


_EDGES = {"reflect": lambda at, size: _mirrored(at, size, 1), "symmetric": lambda at, size: _mirrored(at, size, 0),
          "edge": lambda at, size: min(max(at, 0), size - 1), "wrap": lambda at, size: at % size}


def _mirrored(at, size, shared):
    if size == 1:
        return 0
    period = 2 * (size - shared)
    at %= period
    return at if at < size else period - at - (1 - shared)


def pad(array, pad_width, mode="constant", constant_values=0, **more):
    """An array with a margin."""
    if isinstance(mode, str) and mode not in ("constant", "empty", "linear_ramp", "median", *_EDGES, *_MARGINS):
        raise ValueError(f"mode '{mode}' is not supported")
    if more or mode not in ("constant", "empty", *_EDGES, *_MARGINS):
        raise NotImplementedError(f"numpy.pad: {', '.join(more) or f'mode={mode!r}'} is not built into this numpy")
    array = asarray(array)
    widths = broadcast_to(asarray(pad_width), (array.ndim, 2)).tolist()
    if any(width < 0 for pair in widths for width in pair):
        raise ValueError("index can't contain negative values")
    values = broadcast_to(asarray(constant_values), (array.ndim, 2)).tolist()
    for axis, (before, after) in enumerate(widths):
        size = array.shape[axis]
        if mode in _EDGES:
            array = take(array, [_EDGES[mode](at, size) for at in range(-before, size + after)], axis)
            continue
        margins = [_margin(array, axis, count, mode, value) for count, value in zip((before, after), values[axis])]
        array = concatenate([margins[0], array, margins[1]], axis)
    return array


_MARGINS = {"mean": "mean", "maximum": "max", "minimum": "min"}


def _margin(array, axis, count, mode, value):
    if mode in _MARGINS:
        line = getattr(array, _MARGINS[mode])(axis=axis, keepdims=True).astype(array.dtype)
    else:
        line = full([1 if at == axis else size for at, size in enumerate(array.shape)], value, array.dtype)
    return repeat(line, count, axis)
