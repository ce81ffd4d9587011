"""Functions value by value with two results, settings of errors, bits: what few programs use.

Start reading anywhere: each stands alone.
"""

import math

import _torch
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._faults import SETTINGS
from numpy._functions import as_floats


def divmod(x1, x2):
    """The quotient rounded down, and the rest."""
    from numpy import floor_divide, remainder

    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    """What is behind the point, and what is before it."""
    values = as_floats(tensor_of(x))
    whole = _torch.trunc(values)
    # What is left has its value's sign, zero as well.
    nothing = _torch.where(values < 0, -0.0, 0.0).to(values.dtype)
    return wrap(_torch.where(whole == values, nothing, values - whole)), wrap(whole)


def frexp(x):
    """A share between 1/2 and 1, and the power of two that it is multiplied by."""
    values = as_floats(tensor_of(x))
    pairs = [math.frexp(value) for value in values.reshape(-1).tolist()]
    shares = _torch.tensor([share for share, _ in pairs], dtype=values.dtype).reshape(values.shape)
    return wrap(shares), wrap(_torch.tensor([power for _, power in pairs], dtype=_torch.int32).reshape(values.shape))


def ldexp(x1, x2):
    """x1 times two to the power of x2."""
    return wrap(as_floats(tensor_of(x1)) * _torch.pow(2.0, tensor_of(x2).double()))


def geterr():
    """What happens on which error of arithmetic."""
    return dict(SETTINGS)


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Says what happens on errors of arithmetic: nothing, a warning, an error, a printed line.

    Raises:
        NotImplementedError: if they are to be handed to a function.
    """
    before = geterr()
    for name, how in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        how = all if how is None else how
        if how in ("call", "log"):
            raise NotImplementedError(f"numpy.seterr: {name}='{how}' is not built into this numpy")
        if how is not None:
            SETTINGS[name] = how
    return before


class errstate:
    """`with errstate(...)`: as `seterr`, for a while."""

    def __init__(self, **how):
        self._how = how

    def __enter__(self):
        self._before = seterr(**self._how)

    def __exit__(self, *error):
        seterr(**self._before)

    def __call__(self, function):
        def apply(*args, **kwargs):
            with errstate(**self._how):
                return function(*args, **kwargs)

        return apply


def packbits(a, axis=None, bitorder="big"):
    """Eight bits a byte."""
    if axis is not None or bitorder != "big":
        raise NotImplementedError("numpy.packbits: axis and bitorder are not built into this numpy")
    bits = tensor_of(a).reshape(-1).bool().tolist()
    bits += [False] * (-len(bits) % 8)
    packed = [int("".join(str(int(bit)) for bit in bits[at : at + 8]), 2) for at in range(0, len(bits), 8)]
    return ndarray(_torch.tensor(packed, dtype=_torch.uint8))


def unpackbits(a, axis=None, count=None, bitorder="big"):
    """The bits of bytes: the first `count` of them, or all but some where it is below zero, along an axis."""
    if bitorder not in ("big", "little"):
        raise ValueError("'order' must be either 'little' or 'big'")
    values = tensor_of(a)
    if values.dtype is not _torch.uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    values = (values.reshape(-1) if axis is None else values).movedim(0 if axis is None else axis, -1)
    places = _torch.arange(8) if bitorder == "little" else _torch.arange(7, -1, -1)
    bits = ((values.unsqueeze(-1).to(_torch.int64) >> places) & 1).to(_torch.uint8).flatten(-2)
    if count is not None:
        size = bits.shape[-1]
        wanted = count if count >= 0 else max(size + count, 0)
        if wanted > size:
            bits = _torch.cat([bits, _torch.zeros((*bits.shape[:-1], wanted - size), dtype=_torch.uint8)], -1)
        bits = bits[..., :wanted]
    return ndarray(bits.movedim(-1, 0 if axis is None else axis))


def show_config():
    """Says what this numpy is."""
    print("numpy as it is written for Kindling: arrays over the tensors of its core")


errstate.__module__ = "numpy"
