"""Questions about dtypes: limits, kinds, what can become what.

Not the dtypes themselves, which are `_types`'. Start reading at `result_type`.
"""

import math

import _torch
from _scalars import INTS, NUMBERS
from numpy import _types, _ufunc
from numpy._array import ndarray
from numpy._types import _Kind, dtype


def _given(kind):
    """A dtype, or that of an array or a number."""
    return kind if isinstance(kind, type) else getattr(kind, "dtype", kind)


# Around what `print` tells of limits.
_RULE = "-" * 63 + "\n"


class finfo:
    """The limits of a dtype of floats."""

    _DIGITS = {"float64": 15, "float32": 6, "float16": 3}
    _BITS = {"float64": (52, -1022), "float32": (23, -126), "float16": (10, -14)}

    def __init__(self, dtype):
        self.dtype = _types.dtype(_given(dtype))
        if self.dtype.kind != "f":
            raise ValueError(f"data type {self.dtype.type!r} not inexact")
        number, limits = self.dtype.type, _torch._dtype_limits(self.dtype._torch)
        self.bits, self.precision = 8 * self.dtype.itemsize, self._DIGITS[self.dtype.name]
        self.max, self.min = number(limits["max"]), number(limits["min"])
        self.nmant, self.minexp = self._BITS[self.dtype.name]
        self.eps, self.tiny = number(2.0**-self.nmant), number(2.0**self.minexp)
        self.epsneg, self.smallest_normal = number(2.0 ** (-self.nmant - 1)), self.tiny
        self.smallest_subnormal = number(2.0 ** (self.minexp - self.nmant))
        self.resolution = number(10.0**-self.precision)
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        self.maxexp, self.nexp = 2 - self.minexp, (2 - 2 * self.minexp).bit_length()
        self.iexp = self.nexp

    def __repr__(self):
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"

    def __str__(self):
        return (
            f"Machine parameters for {self.dtype}\n{_RULE}"
            f"precision = {self.precision}   resolution = {self.resolution!s}\n"
            f"machep = {self.machep}   eps =        {self.eps!s}\n"
            f"negep =  {self.negep}   epsneg =     {self.epsneg!s}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny!s}\n"
            f"maxexp = {self.maxexp}   max =        {self.max!s}\n"
            f"nexp =   {self.nexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{_RULE}"
        )


class iinfo:
    """The limits of a dtype of whole numbers."""

    def __init__(self, int_type):
        self.dtype = dtype(type(int_type) if type(int_type) is int else _given(int_type))
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        limits = _torch._dtype_limits(self.dtype._torch)
        self.min, self.max = int(limits["min"]), int(limits["max"])
        self.bits, self.kind = 8 * self.dtype.itemsize, self.dtype.kind

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        return f"Machine parameters for {self.dtype}\n{_RULE}min = {self.min}\nmax = {self.max}\n{_RULE}"


finfo.__module__ = iinfo.__module__ = "numpy"
_ABOVE = {
    "f": ("floating", "inexact", "number", "generic"),
    "i": ("signedinteger", "integer", "number", "generic"),
    "u": ("unsignedinteger", "integer", "number", "generic"),
    "b": ("generic",),
    "U": ("character", "flexible", "generic"),
    "O": ("generic",),
    "M": ("generic",),
    "m": ("signedinteger", "integer", "number", "generic"),
}


def issubdtype(arg1, arg2):
    """Whether a dtype is of a kind."""
    kind = dtype(arg1)
    if isinstance(arg2, type) and arg2.__name__ in ("floating", "inexact", "number", "generic", "signedinteger", "integer",
                                                    "unsignedinteger", "character", "flexible"):
        return arg2.__name__ in _ABOVE[kind.kind]
    wanted = dtype(arg2)
    return wanted.kind == kind.kind if isinstance(wanted, _Kind) else wanted == kind


def result_type(*arrays_and_dtypes):
    """The dtype that operands make together."""
    found = None
    for each in arrays_and_dtypes:
        is_kind = isinstance(each, (dtype, str, type))
        kind = dtype(each).name if is_kind else _ufunc.kind_of(each)
        found = kind if found is None else _ufunc.promoted(found, kind)
    return dtype(found)


def promote_types(type1, type2):
    """The smallest dtype that both fit in."""
    return result_type(dtype(type1), dtype(type2))


def can_cast(from_, to, casting="safe"):
    """Whether a dtype's values are kept in another."""
    if isinstance(from_, NUMBERS) and not hasattr(from_, "dtype"):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
            "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    source, target = dtype(_given(from_)), dtype(to)
    if casting == "unsafe":
        return True
    if casting == "same_kind" and source.kind == target.kind:
        return True
    return promote_types(source, target) == target


def min_scalar_type(a):
    """The smallest dtype that holds a number."""
    if isinstance(a, bool):
        return dtype("bool")
    if isinstance(a, INTS):
        for name in ("uint8", "int16", "int32", "int64") if a >= 0 else ("int8", "int16", "int32", "int64"):
            if iinfo(name).min <= a <= iinfo(name).max:
                return dtype(name)
    return dtype("float16") if math.isinf(a) or abs(a) < 65000 else dtype("float32" if abs(a) < 3.4e38 else "float64")


def isscalar(element):
    """Whether something is a single number or text."""
    return isinstance(element, (NUMBERS, complex, str, bytes))


def iterable(y):
    """Whether something can be gone through."""
    return hasattr(y, "__iter__") and getattr(y, "ndim", 1) > 0


def _of(name, standing):
    def apply(a):
        from numpy._make import asarray

        return getattr(a if hasattr(a, "dtype") else asarray(a), name)

    apply.__name__, apply.__doc__ = name, standing
    return apply


ndim, shape = _of("ndim", "How many dimensions."), _of("shape", "The sizes of the dimensions.")


def size(a, axis=None):
    """How many values, or how many along an axis."""
    return _of("size", "")(a) if axis is None else shape(a)[axis]


def shares_memory(a, b, max_work=None):
    """Whether arrays show the same memory."""
    if not all(isinstance(each, ndarray) for each in (a, b)):
        return False
    first, second = a._kindling_tensor, b._kindling_tensor
    return first.untyped_storage().data_ptr() == second.untyped_storage().data_ptr()


may_share_memory = shares_memory


def base_repr(number, base=2, padding=0):
    """A whole number's digits in a base."""
    digits, rest = "", abs(int(number))
    while rest:
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % base] + digits
        rest //= base
    return ("-" if number < 0 else "") + "0" * padding + (digits or "0" * (not padding))


def binary_repr(num, width=None):
    """A whole number's binary digits; below zero, in twos complement of that width."""
    num = int(num)
    if num < 0 and width is not None:
        return bin(num + (1 << width))[2:].zfill(width)
    digits = bin(abs(num))[2:]
    return "-" + digits if num < 0 else digits.zfill(width or 0)
