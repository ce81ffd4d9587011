"""Functions of Python called for each value, each line or each piece.

Not those that work on whole arrays at once. Start reading at `vectorize`.
"""

import _torch
from _scalars import INTS
from numpy._array import ndarray
from numpy._errors import checked_axis
from numpy._make import array, asarray
from numpy._rearrange import broadcast_arrays, moveaxis


class vectorize:
    """A function of numbers as one of arrays."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if signature is not None or excluded:
            raise NotImplementedError("numpy.vectorize: signature and excluded are not built into this numpy")
        self.pyfunc, self.otypes = pyfunc, otypes
        self.__doc__ = doc if doc is not None else getattr(pyfunc, "__doc__", None)

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            # As a decorator with arguments: `@np.vectorize(otypes=[float])`.
            return vectorize(args[0], self.otypes)
        arrays = broadcast_arrays(*args)
        if not arrays[0].size and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        # Functions of objects get Python's own numbers.
        listed = [a.ravel().tolist() if self.otypes == [object] else list(a.ravel()) for a in arrays]
        found = [self.pyfunc(*values, **kwargs) for values in zip(*listed)]
        shape = arrays[0].shape
        if found and isinstance(found[0], tuple):
            columns = zip(*found)
            return tuple(self._made(list(column), at, shape) for at, column in enumerate(columns))
        return self._made(found, 0, shape)

    def _made(self, values, at, shape):
        # The first value says which dtype the others become.
        kind = asarray(values[0]).dtype if self.otypes is None else self.otypes[at]
        made = array(values, dtype=None if getattr(kind, "kind", "") == "U" else kind)
        return made.reshape(shape) if shape else made.reshape(())


def frompyfunc(func, nin, nout):
    """A function of objects as one of arrays of objects."""
    if nout != 1:
        raise NotImplementedError("numpy.frompyfunc: several results are not built into this numpy")
    return vectorize(func, otypes=[object])


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """What a function makes of each line along an axis."""
    arr = asarray(arr)
    lines = moveaxis(arr, checked_axis(axis, arr.ndim), -1)
    rest = lines.shape[:-1]
    found = [asarray(func1d(line, *args, **kwargs)) for line in lines.reshape(-1, lines.shape[-1])]
    if not found:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    made = array([each.tolist() for each in found], dtype=found[0].dtype).reshape(rest + found[0].shape)
    if not found[0].ndim:
        return made
    inner = tuple(range(len(rest), made.ndim))
    return moveaxis(made, inner, tuple(range(axis % arr.ndim, axis % arr.ndim + len(inner))))


def apply_over_axes(func, a, axes):
    """A reduction over one axis after the other, which stay as ones."""
    found = asarray(a)
    for axis in (axes,) if isinstance(axes, INTS) else axes:
        less = asarray(func(found, axis))
        found = less if less.ndim == found.ndim else less.reshape([*found.shape[:axis], 1, *found.shape[axis + 1 :]])
    return found


def piecewise(x, condlist, funclist, *args, **kw):
    """For each value what the function of its condition makes of it; one function more is for the others."""
    x = asarray(x)
    conditions = asarray(condlist, bool)
    conditions = conditions.reshape((1,) + x.shape) if conditions.ndim == x.ndim else conditions
    if len(funclist) not in (len(conditions), len(conditions) + 1):
        raise ValueError(
            f"with {len(conditions)} condition(s), either {len(conditions)} or {len(conditions) + 1} functions are expected"
        )
    masks = list(conditions)
    if len(funclist) > len(masks):
        masks.append(~conditions.any(axis=0))
    found = ndarray(_torch.zeros_like(x._kindling_tensor))
    for mask, function in zip(masks, funclist):
        if not callable(function):
            found[mask] = function
        elif asarray(mask).any():
            found[mask] = function(x[mask], *args, **kw)
    return found


def fromiter(iter, dtype, count=-1, *, like=None):
    """The values that an iterator gives."""
    from itertools import islice

    return array(list(iter if count < 0 else islice(iter, count)), dtype=dtype)
