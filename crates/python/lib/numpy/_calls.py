"""Functions of Python called for each value, each line or each piece.

Not those that work on whole arrays at once. Start reading at `vectorize`.
"""

import functools
import itertools
import re

import _torch
from _scalars import INTS
from numpy._array import ndarray
from numpy._errors import checked_axis
from numpy._grids import ndindex
from numpy._kinds import iterable
from numpy._make import array, asarray
from numpy._objects import objects
from numpy._rearrange import broadcast_arrays, broadcast_shapes, broadcast_to, moveaxis
from numpy._types import dtype
from numpy._universal import ufunc


class vectorize:
    """A function of numbers as one of arrays."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if pyfunc is not None and not callable(pyfunc):
            raise TypeError("When used as a decorator, only accepts keyword arguments.")
        self.pyfunc, self.cache, self.signature = pyfunc, cache, signature
        self.__doc__ = doc if doc is not None else getattr(pyfunc, "__doc__", None)
        if pyfunc is not None and hasattr(pyfunc, "__name__"):
            self.__name__ = pyfunc.__name__
        if isinstance(otypes, str):
            otypes = [dtype(letter) for letter in otypes]
        elif otypes is not None and not iterable(otypes):
            raise ValueError("Invalid otype specification")
        self.otypes = None if otypes is None else [dtype(each) for each in otypes]
        self.excluded = set() if excluded is None else set(excluded)
        self._core = None if signature is None else _signature(signature)

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            # As a decorator with arguments: `@np.vectorize(otypes=[float])`.
            return vectorize(args[0], self.otypes, self.__doc__, self.excluded, self.cache, self.signature)
        function, spread = self.pyfunc, list(args)
        if kwargs or self.excluded:
            function, spread = self._with_the_rest(args, kwargs)
        if self._core is not None:
            return self._by_signature(function, [asarray(each) for each in spread])
        if not spread:
            return function()
        arrays = broadcast_arrays(*spread)
        if not arrays[0].size:
            if self.otypes is None:
                raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
            return self._given([array([], dtype=each).reshape(arrays[0].shape) for each in self.otypes])
        return self._of_values(function, arrays)

    def _with_the_rest(self, args, kwargs):
        """The function of what is spread, and what that is: others stay as they are."""
        names = [name for name in kwargs if name not in self.excluded]
        places = [at for at in range(len(args)) if at not in self.excluded]
        whole, named = list(args), dict(kwargs)

        def function(*values):
            for at, value in zip(places, values):
                whole[at] = value
            named.update(zip(names, values[len(places) :]))
            return self.pyfunc(*whole, **named)

        return function, [*(args[at] for at in places), *(kwargs[name] for name in names)]

    def _of_values(self, function, arrays):
        first = None
        if self.otypes is None:
            # The first value says which dtype the others become; the function is called for it once more.
            first = function(*(each.ravel()[0] for each in arrays))
            parts = first if isinstance(first, tuple) else (first,)
            kinds, several = [asarray(part).dtype for part in parts], isinstance(first, tuple)
        else:
            kinds, several = self.otypes, len(self.otypes) > 1
        # Functions of Python get Python's own values.
        columns = [each.ravel().tolist() for each in arrays]
        if self.cache and first is not None:
            found = [first, *map(function, *(column[1:] for column in columns))]
        else:
            found = list(map(function, *columns))
        shape = arrays[0].shape
        made = [_made(column, kind, shape) for column, kind in zip(zip(*found) if several else [found], kinds)]
        return tuple(made) if several else made[0]

    @staticmethod
    def _given(made):
        return made[0] if len(made) == 1 else tuple(made)

    def _by_signature(self, function, arrays):
        ins, outs = self._core
        if len(arrays) != len(ins):
            raise TypeError(f"wrong number of positional arguments: expected {len(ins)}, got {len(arrays)}")
        sizes, loops = {}, []
        for each, names in zip(arrays, ins):
            if each.ndim < len(names):
                raise ValueError(f"{each.ndim}-dimensional argument does not have enough dimensions for all core dimensions {names!r}")
            core = each.shape[each.ndim - len(names) :]
            for name, size in zip(names, core):
                if sizes.setdefault(name, size) != size:
                    raise ValueError(f"inconsistent size for core dimension {name!r}: {size} vs {sizes[name]}")
            loops.append(each.shape[: each.ndim - len(names)])
        shape = broadcast_shapes(*loops)
        spread = [broadcast_to(each, shape + each.shape[each.ndim - len(names) :]) for each, names in zip(arrays, ins)]
        found = []
        for index in ndindex(*shape):
            result = function(*(each[index] for each in spread))
            parts = result if len(outs) > 1 else (result,)
            if len(parts) != len(outs):
                raise ValueError(f"wrong number of outputs from pyfunc: expected {len(outs)}, got {len(parts)}")
            found.append([asarray(part) for part in parts])
        if not found:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        made = []
        for at, parts in enumerate(zip(*found)):
            kind = parts[0].dtype if self.otypes is None else self.otypes[at]
            made.append(array([part.tolist() for part in parts], dtype=kind).reshape(shape + parts[0].shape))
        return self._given(made)


vectorize.__module__ = "numpy"


def _made(values, kind, shape):
    made = array(list(values), dtype=None if kind.kind == "U" else kind)
    return made.reshape(shape)


def _signature(text):
    """The names of the dimensions that each argument and each result has."""
    part = r"\((?:\w+(?:,\w+)*)?\)"
    whole = text.replace(" ", "")
    if not re.fullmatch(f"(?:{part}(?:,{part})*)?->{part}(?:,{part})*", whole):
        raise ValueError(f"not a valid gufunc signature: {text}")
    return tuple(
        [tuple(re.findall(r"\w+", each)) for each in re.findall(r"\(.*?\)", side)] for side in whole.split("->")
    )


class _OfObjects(ufunc):
    """A function of objects as one of arrays of objects."""

    def __init__(self, function, nin, nout, identity):
        super().__init__(f"{getattr(function, '__name__', '?')} (vectorized)", function, nin, identity)
        self._function, self.nout, self.nargs = function, nout, nin + nout

    def __call__(self, *inputs, out=None):
        if len(inputs) != self.nin:
            raise TypeError(
                f"{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but {len(inputs)} were given"
            )
        arrays = broadcast_arrays(*inputs)
        found = list(map(self._function, *(each.ravel().tolist() for each in arrays)))
        shape = arrays[0].shape
        columns = [found] if self.nout == 1 else list(zip(*found)) or [()] * self.nout
        made = tuple(objects(column, shape) if shape else column[0] for column in columns)
        if out is not None:
            out[...] = made[0]
            return out
        return made[0] if self.nout == 1 else made

    _call = __call__

    def _lines(self, values, axis):
        values = asarray(values)
        values = objects(values.ravel().tolist(), values.shape)
        return list(values.swapaxes(0, axis)) if values.ndim > 1 else values.tolist()

    def reduce(self, values, axis=0, **kwargs):
        if self.nin != 2:
            raise ValueError("reduce only supported for binary functions")
        if axis is None:
            values, axis = asarray(values).ravel(), 0
        return functools.reduce(self, self._lines(values, axis))

    def accumulate(self, values, axis=0, **kwargs):
        from numpy import stack

        steps = list(itertools.accumulate(self._lines(values, axis), self))
        return stack(steps, axis) if getattr(steps[0], "ndim", 0) else objects(steps, (len(steps),))

    def outer(self, a, b):
        a, b = asarray(a), asarray(b)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)


def frompyfunc(func, /, nin, nout, *, identity=None):
    """A function of objects as one of arrays of objects."""
    if not callable(func):
        raise TypeError("function must be callable")
    return _OfObjects(func, nin, nout, identity)


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
    dtype = float if dtype is None else dtype
    from itertools import islice

    return array(list(iter if count < 0 else islice(iter, count)), dtype=dtype)
