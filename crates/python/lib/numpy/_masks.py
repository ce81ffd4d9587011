"""Masks of arrays: their shapes, and what is taken for masked values.

Not the arrays that have them, which are `_masked`'s. Start reading at `shaped`.
"""

import numpy

nomask = numpy.bool_(False)


class MAError(Exception):
    """What arrays with masks cannot do."""


class MaskError(MAError):
    """A mask that does not fit."""


def plain(value):
    """An array without its mask; others as they are."""
    return value._data if hasattr(value, "_own_mask") else value


def shaped(mask, shape):
    """A mask in an array's shape."""
    if mask is nomask or mask is None:
        return nomask
    found = numpy.array(plain(mask), dtype=bool)
    if found.ndim == 0:
        return numpy.full(shape, bool(found), dtype=bool)
    if found.shape == shape:
        return found
    if found.size == 1 or found.size == numpy.prod(shape):
        return numpy.resize(found, shape)
    raise MaskError(f"Mask and data not compatible: data size is {int(numpy.prod(shape))}, mask size is {found.size}.")


def joined(one, other):
    """The mask of what one of two masks has."""
    if one is nomask or other is nomask:
        return other if one is nomask else one
    return one | other


def listed(values, mask, fill):
    """Values in nested lists, with a fill for those that are masked."""
    if isinstance(values, list):
        return [listed(value, gone, fill) for value, gone in zip(values, mask)]
    return fill if mask else values


def limit(kind, end):
    """The least or the largest number of a dtype, the `end` "min" or "max"."""
    if kind.kind == "f":
        return numpy.inf if end == "max" else -numpy.inf
    if kind.kind == "b":
        return end == "max"
    return getattr(numpy.iinfo(kind), end)
