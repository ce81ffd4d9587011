"""Orders, running sums, products and roundings of arrays of complex numbers: by the real part, then by the imaginary one.

Not their arithmetic, which is `_complex`'s. Start reading at `order_of`.
"""

import _torch
from _scalars import INTS
from numpy._array import ndarray, wrap
from numpy._complex import _joined, as_complex, complexes
from numpy._complex_operators import _multiply, _operand, absolute
from numpy._errors import broadcast_shape, checked_axis


def order_of(z, axis=-1):
    """The places of values in rising order along an axis."""
    first = _torch.argsort(z._im, axis, stable=True)
    return first.gather(axis, _torch.argsort(z._re.gather(axis, first), axis, stable=True))


def _picked(z, places, axis):
    return complexes(z._re.gather(axis, places), z._im.gather(axis, places))


def sort(z, axis=-1, kind=None, order=None, *, stable=None):
    """Sorts in place."""
    axis = checked_axis(axis, z.ndim)
    found = _picked(z, order_of(z, axis), axis)
    z._re.copy_(found._re)
    z._im.copy_(found._im)


def argsort(z, axis=-1, kind=None, order=None, *, stable=None):
    """The places of values in rising order."""
    return ndarray(order_of(z, checked_axis(axis, z.ndim)))


def _lined(z, axis):
    """The values with those of one line in the last dimension, and what shape stays with `keepdims`."""
    if axis is None:
        return complexes(z._re.reshape(-1), z._im.reshape(-1)), (1,) * z.ndim
    if not isinstance(axis, INTS):
        axes = tuple(checked_axis(each, z.ndim) for each in axis)
        rest = [at for at in range(z.ndim) if at not in axes]
        moved = [part.permute(*rest, *axes) for part in (z._re, z._im)]
        moved = [part.reshape(*part.shape[: len(rest)], -1) for part in moved]
        return complexes(*moved), tuple(1 if at in axes else size for at, size in enumerate(z.shape))
    axis = checked_axis(axis, z.ndim)
    moved = complexes(z._re.movedim(axis, -1), z._im.movedim(axis, -1))
    return moved, tuple(1 if at == axis else size for at, size in enumerate(z.shape))


def _placed(found, shape, keepdims, out):
    if keepdims:
        found = found.reshape(shape)
    if out is None:
        return found[()] if not found.ndim else found
    out[...] = found
    return out


def _extreme(at, name):
    def method(self, axis=None, out=None, keepdims=False):
        lines, shape = _lined(self, axis)
        if not lines.shape[-1]:
            raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
        # What is no number comes last, and is the largest and the smallest of all.
        gone = lines._re.isnan() | lines._im.isnan()
        place = order_of(lines).narrow(-1, at % lines.shape[-1], 1)
        place = _torch.where(gone.any(-1, keepdim=True), gone.to(_torch.uint8).argmax(-1, keepdim=True), place)
        found = _picked(lines, place, -1)
        return _placed(complexes(found._re.squeeze(-1), found._im.squeeze(-1)), shape, keepdims, out)

    return method


max, min = _extreme(-1, "maximum"), _extreme(0, "minimum")


def _position(at, name):
    def method(self, axis=None, out=None, *, keepdims=False):
        lines, shape = _lined(self, axis)
        if not lines.shape[-1]:
            raise ValueError(f"attempt to get {name} of an empty sequence")
        chosen = _picked(lines, order_of(lines).narrow(-1, at % lines.shape[-1], 1), -1)
        # The first of equal ones.
        found = ((lines._re == chosen._re) & (lines._im == chosen._im)).to(_torch.uint8).argmax(-1)
        return wrap(found.reshape(shape) if keepdims else found)

    return method


argmax, argmin = _position(-1, "argmax"), _position(0, "argmin")


def cumsum(z, axis=None, dtype=None, out=None):
    """The sums of what comes up to each place."""
    z = z if dtype is None else z.astype(dtype)
    z = z.ravel() if axis is None else z
    return _placed(z._of(lambda part: part.cumsum(0 if axis is None else axis)), None, False, out)


def cumprod(z, axis=None, dtype=None, out=None):
    """The products of what comes up to each place."""
    z = z if dtype is None else z.astype(dtype)
    z = z.ravel() if axis is None else z
    axis = 0 if axis is None else checked_axis(axis, z.ndim)
    steps = []
    for re, im in zip(z._re.unbind(axis), z._im.unbind(axis)):
        step = complexes(re, im)
        steps.append(_multiply(steps[-1], step) if steps else step)
    if not steps:
        return z.copy()
    found = complexes(*(_torch.stack([getattr(step, part) for step in steps], axis) for part in ("_re", "_im")))
    return _placed(found, None, False, out)


def prod(z, axis=None, dtype=None, out=None, keepdims=False):
    """The product of all values, or along an axis."""
    lines, shape = _lined(z if dtype is None else z.astype(dtype), axis)
    if not lines.shape[-1]:
        found = complexes(_torch.ones_like(lines._re.sum(-1)), _torch.zeros_like(lines._im.sum(-1)))
    else:
        found = cumprod(lines, -1)[..., -1]
        found = found if isinstance(found, complexes) else as_complex(found)
    return _placed(found, shape, keepdims, out)


def round(z, decimals=0, out=None):
    """Both parts rounded to so many places."""
    return _placed(z._of(lambda part: part.round(decimals)), None, False, out)


def clip(z, min=None, max=None, out=None):
    """Between bounds."""
    found = z
    for name, bound in (("maximum", min), ("minimum", max)):
        if bound is not None:
            found = chosen(name, found, _operand(bound))
    return _placed(found, None, False, out)


def chosen(name, a, b):
    """The larger ones or the smaller ones of two arrays."""
    a, b = stretched(a, b)
    first = less(b, a, True) if name in ("maximum", "fmax") else less(a, b, True)
    gone = a._re.isnan() | a._im.isnan() if name in ("maximum", "minimum") else b._re.isnan() | b._im.isnan()
    first = first | gone
    return complexes(_torch.where(first, a._re, b._re), _torch.where(first, a._im, b._im))


def stretched(a, b):
    """Two arrays in one shape and precision."""
    shape = broadcast_shape([a.shape, b.shape])
    kind = _torch.promote_types(a._re.dtype, b._re.dtype)
    return [
        complexes(*(_torch.broadcast_to(part.to(kind), shape) for part in (each._re, each._im))) for each in (a, b)
    ]


def less(a, b, or_equal=False):
    """Where one is before the other: a tensor of truths."""
    beside = a._im <= b._im if or_equal else a._im < b._im
    return (a._re < b._re) | (a._re == b._re) & beside


def different(flat):
    """The different values in order, where each went, and how often it comes."""
    order = order_of(flat)
    ordered = _picked(flat, order, -1)
    is_new = _torch.ones(len(order), dtype=_torch.bool)
    is_new[1:] = (ordered._re[1:] != ordered._re[:-1]) | (ordered._im[1:] != ordered._im[:-1])
    numbers = is_new.long().cumsum(0) - 1
    inverse = _torch.empty_like(order)
    inverse[order] = numbers
    count = int(is_new.sum())
    return complexes(ordered._re[is_new], ordered._im[is_new]), inverse, _torch.bincount(inverse, minlength=count)


def searched(a, v, side):
    """Where values would be put so that an array stays in order."""
    from bisect import bisect_left, bisect_right

    keys = list(zip(a._re.tolist(), a._im.tolist()))
    wanted = zip(v._re.reshape(-1).tolist(), v._im.reshape(-1).tolist())
    find = bisect_left if side == "left" else bisect_right
    return wrap(_torch.tensor([find(keys, key) for key in wanted], dtype=_torch.int64).reshape(v.shape))


def median(z, axis=None, keepdims=False):
    """The middle value, or the mean of the two in the middle."""
    lines, shape = _lined(z, axis)
    ordered, count = _picked(lines, order_of(lines), -1), lines.shape[-1]
    found = [(part[..., (count - 1) // 2] + part[..., count // 2]) / 2 for part in (ordered._re, ordered._im)]
    return _placed(complexes(*found), shape, keepdims, None)


def sign(z):
    """Numbers of length 1 in the same direction; zero stays."""
    size = absolute(z)
    scale = _torch.where(size == 0, _torch.ones_like(size), size)
    return complexes(z._re / scale, z._im / scale)


def spread(start, stop, make):
    """What a function of two ends makes of both parts of them."""
    ends = [_operand(end) for end in (start, stop)]
    return _joined(*(make(*(ndarray(getattr(end, part)) for end in ends)) for part in ("_re", "_im")))


def together(function, arrays):
    """What a function that is linear in each of its arrays makes of complex ones: of each choice of parts, with its sign."""
    pairs = [as_complex(array) for array in arrays]
    totals = [None, None]
    for choice in range(2 ** len(pairs)):
        parts, turns = [], 0
        for at, pair in enumerate(pairs):
            is_imaginary = choice >> at & 1
            turns += is_imaginary
            parts.append(ndarray(pair._im if is_imaginary else pair._re))
        found = function(*parts)
        found = -found if turns % 4 > 1 else found
        totals[turns % 2] = found if totals[turns % 2] is None else totals[turns % 2] + found
    return _joined(*totals)
