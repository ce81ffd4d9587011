"""Functions that put values elsewhere: stacked, split, turned, repeated, picked.

Not those that compute. Start reading anywhere: each stands alone.
"""

import _torch
from _scalars import INTS
from numpy import _ufunc
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._errors import checked_axis
from numpy._make import arange, asarray, joins, moves, shape_of


def _common(arrays):
    """The tensors of arrays in the dtype that all go with."""
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    common = arrays[0].dtype.name
    for a in arrays[1:]:
        common = _ufunc.promoted(common, a.dtype.name)
    return [_ufunc.as_tensor(a, common) for a in arrays]


@joins
def concatenate(arrays, axis=0, out=None, dtype=None):
    """Arrays one after the other."""
    if out is None and dtype is None and type(axis) is int:
        found = _torch._joined(arrays, axis, False)
        if found is not None:
            return found
    tensors = _common(arrays)
    if dtype is not None:
        tensors = [tensor_of(tensor, dtype) for tensor in tensors]
    first = tensors[0]
    if axis is None:
        return ndarray(_torch.cat([tensor.reshape(-1) for tensor in tensors]))
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = checked_axis(axis, first.ndim)
    for at, tensor in enumerate(tensors[1:], 1):
        _check_joined(first, tensor, at, axis)
    made = ndarray(_torch.cat(tensors, axis))
    if out is None:
        return made
    out[...] = made
    return out


concat = concatenate


def _check_joined(first, tensor, at, axis):
    if tensor.ndim != first.ndim:
        raise ValueError(
            "all the input arrays must have same number of dimensions, but the array at index 0 has "
            f"{first.ndim} dimension(s) and the array at index {at} has {tensor.ndim} dimension(s)"
        )
    for dim in range(first.ndim):
        if dim != axis and tensor.shape[dim] != first.shape[dim]:
            raise ValueError(
                "all the input array dimensions except for the concatenation axis must match exactly, but along "
                f"dimension {dim}, the array at index 0 has size {first.shape[dim]} and the array at index {at} "
                f"has size {tensor.shape[dim]}"
            )


@joins
def stack(arrays, axis=0):
    """Arrays along a new axis."""
    if not arrays:
        raise ValueError("need at least one array to stack")
    found = _torch._joined(arrays, axis, True) if type(axis) is int else None
    if found is not None:
        return found
    tensors = _common(arrays)
    if any(tensor.shape != tensors[0].shape for tensor in tensors):
        raise ValueError("all input arrays must have the same shape")
    return ndarray(_torch.stack(tensors, checked_axis(axis, tensors[0].ndim + 1)))


@moves
def _at_least_1(a):
    return a if type(a) is ndarray and a.ndim else ndarray(_torch.atleast_1d(a._kindling_tensor))


@moves
def _at_least_2(a):
    return a if type(a) is ndarray and a.ndim > 1 else ndarray(_torch.atleast_2d(a._kindling_tensor))


@moves
def _at_least_3(a):
    return ndarray(_torch.atleast_3d(a._kindling_tensor))


def _each_of(function):
    def apply(*arrays):
        made = tuple(map(function, arrays))
        return made[0] if len(made) == 1 else made

    return apply


atleast_1d, atleast_2d, atleast_3d = map(_each_of, (_at_least_1, _at_least_2, _at_least_3))


def vstack(tup):
    """Arrays below each other; vectors are rows."""
    return concatenate([a if getattr(a, "_is_matrix", False) else _at_least_2(a) for a in tup])


row_stack = vstack


def hstack(tup):
    """Arrays beside each other."""
    arrays = [a if getattr(a, "_is_matrix", False) else _at_least_1(a) for a in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1)


def dstack(tup):
    """Arrays behind each other."""
    return concatenate([_at_least_3(a) for a in tup], 2)


def column_stack(tup):
    """Vectors as columns beside each other."""
    arrays = [a if getattr(a, "_is_matrix", False) else asarray(a) for a in tup]
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in arrays], 1)


def _ranged(part):
    """A slice in `r_[0:5]` as the numbers it names; an imaginary step is how many."""
    if not isinstance(part, slice):
        return asarray(part)
    start, step = part.start or 0, 1 if part.step is None else part.step
    if isinstance(step, complex):
        from numpy._make import linspace

        return linspace(start, part.stop, int(abs(step)))
    return arange(start, part.stop, step)


class _Rows:
    def __getitem__(self, parts):
        parts = parts if isinstance(parts, tuple) else (parts,)
        if any(isinstance(part, str) for part in parts):
            raise NotImplementedError("numpy.r_: directives as text are not built into this numpy")
        return concatenate([_at_least_1(_ranged(part)) for part in parts], 0)


class _Columns:
    def __getitem__(self, parts):
        return column_stack([_ranged(part) for part in (parts if isinstance(parts, tuple) else (parts,))])


c_, r_ = _Columns(), _Rows()


@joins
def _blocks(arrays, axis):
    depth = max(max(a.ndim for a in arrays), 2)
    grown = [a.reshape((1,) * (depth - a.ndim) + a.shape) for a in arrays]
    return concatenate(grown, axis)


def block(arrays):
    """An array of blocks in nested lists: the innermost lists lie beside each other."""
    if not isinstance(arrays, list):
        return asarray(arrays)
    if not isinstance(arrays[0], list):
        return hstack(arrays)
    return concatenate([_blocks([block(part) for part in row], -1) for row in arrays], -2)


@moves
def tile(A, reps):
    """A laid side by side so many times."""
    reps = (reps,) if isinstance(reps, INTS) else tuple(int(each) if isinstance(each, str) else each for each in reps)
    return ndarray(A._kindling_tensor.tile((1,) * (A.ndim - len(reps)) + reps))


@moves
def repeat(a, repeats, axis=None):
    """Each value so often."""
    if isinstance(repeats, INTS) and repeats < 0:
        raise ValueError("negative dimensions are not allowed")
    repeats = repeats if isinstance(repeats, INTS) else tensor_of(repeats)
    tensor = a._kindling_tensor if a.ndim else a._kindling_tensor.reshape(1)
    if not isinstance(repeats, INTS):
        size = tensor.numel() if axis is None else tensor.shape[axis]
        if repeats.numel() not in (1, size):
            raise ValueError(
                f"operands could not be broadcast together with shape ({size},) ({repeats.numel()},)"
            )
        if bool((repeats < 0).any()):
            raise ValueError("repeats may not contain negative values.")
        repeats = repeats.reshape(-1).expand(size)
    return ndarray(_torch.repeat_interleave(tensor, repeats, axis))


@moves
def flip(m, axis=None):
    """In reverse order."""
    if not m.ndim and axis is None:
        return m[()]
    axes = range(m.ndim) if axis is None else (axis,) if isinstance(axis, INTS) else axis
    return ndarray(_torch.flip(m._kindling_tensor, tuple(checked_axis(each, m.ndim) for each in axes)))


def fliplr(m):
    """Left and right exchanged."""
    if asarray(m).ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def flipud(m):
    """Up and down exchanged."""
    if asarray(m).ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return flip(m, 0)


@moves
def rot90(m, k=1, axes=(0, 1)):
    """Turned by so many right angles."""
    axes = tuple(axes)
    if len(axes) != 2:
        raise ValueError("len(axes) must be 2.")
    if axes[0] == axes[1] or abs(axes[0] - axes[1]) == m.ndim:
        raise ValueError("Axes must be different.")
    if any(not -m.ndim <= axis < m.ndim for axis in axes):
        raise ValueError(f"Axes={axes} out of range for array of ndim={m.ndim}.")
    return ndarray(_torch.rot90(m._kindling_tensor, k, list(axes)))


@moves
def roll(a, shift, axis=None):
    """Moved round."""
    tensor = a._kindling_tensor
    if axis is None:
        # Several shifts of all values together are one.
        steps = sum(int(each) for each in asarray(shift).ravel().tolist())
        return ndarray(tensor.roll(steps))
    shift, axis = (each if isinstance(each, INTS) else tuple(asarray(each).ravel().tolist()) for each in (shift, axis))
    if isinstance(axis, tuple) != isinstance(shift, tuple):
        axes, shifts = (each if isinstance(each, tuple) else (each,) for each in (axis, shift))
        shift, axis = shifts * len(axes) if len(shifts) == 1 else shifts, axes * len(shifts) if len(axes) == 1 else axes
    for each in axis if isinstance(axis, tuple) else (axis,):
        checked_axis(each, a.ndim)
    return ndarray(tensor.roll(shift, axis))


def split(ary, indices_or_sections, axis=0):
    """Equal parts, or parts that end at indices."""
    if isinstance(indices_or_sections, INTS) and isinstance(ary, (list, tuple)):
        raise AttributeError(f"'{type(ary).__name__}' object has no attribute 'shape'")
    ary = asarray(ary)
    if isinstance(indices_or_sections, INTS) and ary.shape[checked_axis(axis, ary.ndim)] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


@moves
def array_split(ary, indices_or_sections, axis=0):
    """Parts, the first ones larger by one where it does not come out even; or parts that end at indices."""
    tensor, size = ary._kindling_tensor, ary.shape[checked_axis(axis, ary.ndim)]
    if isinstance(indices_or_sections, INTS):
        if indices_or_sections <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, extra = divmod(size, indices_or_sections)
        ends = [at * each + min(at, extra) for at in range(indices_or_sections + 1)]
    else:
        ends = [0, *(int(end) for end in indices_or_sections), size]
    parts = []
    for start, stop in zip(ends, ends[1:]):
        start, stop, _ = slice(start, stop).indices(size)
        parts.append(ndarray(tensor.narrow(axis, start, max(stop - start, 0))))
    return parts


def hsplit(ary, indices_or_sections):
    """Parts from left to right."""
    return split(ary, indices_or_sections, 1 if asarray(ary).ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    """Parts from top to bottom."""
    if asarray(ary).ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    """Parts from front to back."""
    if asarray(ary).ndim < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return split(ary, indices_or_sections, 2)


@moves
def swapaxes(a, axis1, axis2):
    """Two axes exchanged."""
    axes = checked_axis(axis1, a.ndim, "axis1"), checked_axis(axis2, a.ndim, "axis2")
    return ndarray(a._kindling_tensor.transpose(*axes))


@moves
def moveaxis(a, source, destination):
    """Axes moved to other places; the others stay in order."""
    for name, axes in (("source", source), ("destination", destination)):
        for axis in axes if isinstance(axes, (tuple, list)) else (axes,):
            checked_axis(axis, a.ndim, name)
    return ndarray(a._kindling_tensor.movedim(source, destination))


def rollaxis(a, axis, start=0):
    """An axis moved before another."""
    a = asarray(a)
    axis = checked_axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - (axis < start))


@moves
def expand_dims(a, axis):
    """New axes of size 1."""
    axes = (axis,) if isinstance(axis, INTS) else tuple(axis)
    tensor, ndim = a._kindling_tensor, a.ndim + len(axes)
    for each in sorted(checked_axis(each, ndim) for each in axes):
        tensor = tensor.unsqueeze(each)
    return ndarray(tensor)


@moves
def broadcast_to(array, shape, subok=False):
    """An array stretched to a shape."""
    shape = shape_of(shape)
    try:
        found = ndarray(_torch.broadcast_to(array._kindling_tensor, shape))
        found._is_locked = True
        return found
    except RuntimeError:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{_told(array.shape)}  and requested shape {_told(shape)}"
        ) from None


def _told(shape):
    from numpy._errors import shape_text

    return shape_text(shape)


def broadcast_shapes(*shapes):
    """The shape that all shapes stretch to."""
    from numpy._errors import broadcast_shape

    shapes = [shape_of(shape) for shape in shapes]
    try:
        return broadcast_shape(shapes) if shapes else ()
    except ValueError:
        raise ValueError(_mismatch(shapes)) from None


def _mismatch(shapes):
    """Which two shapes are the first that do not go together."""
    for axis in range(-max(map(len, shapes)), 0):
        first = None
        for at, shape in enumerate(shapes):
            size = shape[axis] if len(shape) >= -axis else 1
            if size == 1 or first is not None and size == shapes[first][axis]:
                continue
            if first is not None:
                return (
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg "
                    f"{first} with shape {shapes[first]} and arg {at} with shape {shape}."
                )
            first = at
    return "shape mismatch: objects cannot be broadcast to a single shape."


def broadcast_arrays(*args):
    """Arrays stretched to the shape that all go with."""
    arrays = [asarray(a) for a in args]
    shape = broadcast_shapes(*(a.shape for a in arrays))
    return tuple(broadcast_to(a, shape) for a in arrays)


def take(a, indices, axis=None, out=None, mode="raise"):
    """What lies at indices along an axis; without one, in the flattened array."""
    if out is not None and not isinstance(out, ndarray):
        raise TypeError("return arrays must be of ArrayType")
    if out is not None:
        raise NotImplementedError("numpy.take: out is not built into this numpy")
    a, indices = asarray(a), asarray(indices)
    a = a if a.ndim else a.reshape(1)
    axis, a = (0, a.ravel()) if axis is None else (checked_axis(axis, a.ndim), a)
    if indices.size and not a.shape[axis]:
        raise IndexError("cannot do a non-empty take from an empty axes.")
    if mode != "raise":
        size = a.shape[axis]
        indices = indices % size if mode == "wrap" else indices.clip(0, size - 1)
    return a[(slice(None),) * axis + (indices if indices.ndim else int(indices),)]


@moves
def take_along_axis(arr, indices, axis=-1):
    """For each line along an axis, what lies at indices of its own."""
    arr, indices = asarray(arr), tensor_of(indices).long()
    if axis is None:
        arr, axis = arr.ravel(), 0
    size = arr.shape[axis]
    return ndarray(_torch.gather(arr._kindling_tensor, axis, _torch.where(indices < 0, indices + size, indices)))


@moves
def diagonal(a, offset=0, axis1=0, axis2=1):
    """What lies on a diagonal."""
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    axis1, axis2 = checked_axis(axis1, a.ndim, "axis1"), checked_axis(axis2, a.ndim, "axis2")
    return ndarray(_torch.diagonal(a._kindling_tensor, offset, axis1, axis2))


def resize(a, new_shape):
    """The values again and again, as many as a shape has."""
    a, shape = asarray(a).ravel(), shape_of(new_shape)
    count = 1
    for size in shape:
        count *= size
    return a[ndarray(_torch.arange(count) % max(a.size, 1))].reshape(shape)


def trim_zeros(filt, trim="fb", axis=None):
    """Without zeros at the front and at the back; of tables without the lines on their outsides that are all zeros."""
    found = tensor_of(filt)
    if axis is not None:
        axis = checked_axis(axis, found.dim())
    parts = []
    for at, places in enumerate(_torch.nonzero(found).T.tolist()):
        start = 0 if places and "f" not in trim.lower() else min(places, default=0)
        stop = found.shape[at] if places and "b" not in trim.lower() else max(places, default=-1) + 1
        parts.append(slice(start, stop) if axis in (None, at) else slice(None))
    # Lists have one dimension, and no key of several parts.
    return filt[parts[0]] if len(parts) == 1 else filt[tuple(parts)]


def choose(a, choices):
    """Each value from the array that a number names."""
    a = asarray(a)
    if isinstance(choices, str):
        raise ValueError("invalid entry in choice array")
    choices = [asarray(each) for each in choices]
    shape = broadcast_shapes(*(each.shape for each in choices), a.shape)
    stacked, a = stack([broadcast_to(each, shape) for each in choices]), broadcast_to(a, shape)
    if bool((a < 0).any()) or bool((a >= len(choices)).any()):
        raise ValueError("invalid entry in choice array")
    return take_along_axis(stacked, a._kindling_tensor.long().expand(stacked.shape[1:]).unsqueeze(0), 0)[0]


def unstack(x, axis=0):
    """The arrays along an axis."""
    if x.ndim == 0:
        raise ValueError("Input array must be at least 1-d.")
    return tuple(wrap(part) for part in tensor_of(x).unbind(axis))
