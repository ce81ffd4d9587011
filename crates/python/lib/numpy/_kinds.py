"""Questions about dtypes: limits, kinds, what can become what.

Not the dtypes themselves, which are `_types`'. Start reading at `result_type`.
"""

import math

import _torch
from _scalars import FLOATS, INTS, NUMBERS
from numpy import _numbers, _types, _ufunc
from numpy._array import ndarray
from numpy._errors import DTypePromotionError
from numpy._types import dtype


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
        if hasattr(self.dtype, "largest"):
            self.min, self.max = 0, self.dtype.largest
        else:
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
    "c": ("complexfloating", "inexact", "number", "generic"),
    "i": ("signedinteger", "integer", "number", "generic"),
    "u": ("unsignedinteger", "integer", "number", "generic"),
    "b": ("generic",),
    "U": ("character", "flexible", "generic"),
    "S": ("character", "flexible", "generic"),
    "V": ("flexible", "generic"),
    "O": ("generic",),
    "M": ("generic",),
    "m": ("signedinteger", "integer", "number", "generic"),
}
_ABSTRACT = frozenset(name for names in _ABOVE.values() for name in names)


def issubdtype(arg1, arg2):
    """Whether a dtype is of a kind."""
    wanted = arg2.__name__ if isinstance(arg2, type) else arg2
    if isinstance(arg1, type) and arg1.__name__ in _ABSTRACT and arg1.__module__ == "numpy":
        return isinstance(arg2, type) and issubclass(arg1, arg2)
    kind = dtype(arg1)
    if wanted == "void":
        return kind.kind == "V"
    if isinstance(wanted, str) and wanted in _ABSTRACT:
        return wanted in _ABOVE[kind.kind]
    return dtype(arg2).type is kind.type


def result_type(*arrays_and_dtypes):
    """The dtype that operands make together."""
    if not arrays_and_dtypes:
        raise ValueError("at least one array or dtype is required")
    found = None
    for each in arrays_and_dtypes:
        is_kind = isinstance(each, (dtype, str, type, list))
        kind = dtype(each) if is_kind else complex if type(each) is complex else _kind_of(each)
        found = kind if found is None else _together(found, kind)
    return dtype(found).newbyteorder("=")


def _kind_of(value):
    """The dtype of an array or a scalar; of Python's numbers the type."""
    if isinstance(value, (list, tuple, bytes)):
        from numpy._make import asarray

        return asarray(value).dtype
    found = _ufunc.kind_of(value)
    return found if isinstance(found, type) else value.dtype


def _together(a, b):
    """The dtype of two, of which either may be one of Python's types of numbers."""
    letters = [complex if each is complex else each if isinstance(each, type) else each.kind for each in (a, b)]
    if "O" in letters:
        return _types.OBJECT
    if "U" in letters or "S" in letters:
        return _texts_together(a, b)
    if "M" in letters or "m" in letters:
        return _times_together(a, b)
    if "V" in letters:
        if a == b:
            return a
        raise _no_common(a, b)
    if complex in letters or "c" in letters:
        # Whether the parts need 64 bits.
        parts = [_part_of(each) for each in (a, b)]
        known = [part for part in parts if part is not None]
        whole = dtype("complex128")
        return whole if not known or any(_ufunc.promoted(part, "float32") != "float32" for part in known) else dtype("complex64")
    a, b = (each if isinstance(each, type) else each.name for each in (a, b))
    found = _ufunc.promoted(a, b)
    return dtype(found)


def _part_of(kind):
    """The name of the dtype of a complex number's parts; None for Python's numbers, which take any."""
    if isinstance(kind, type):
        return None
    return f"float{4 * kind.itemsize}" if kind.kind == "c" else kind.name


def _no_common(a, b):
    names = (f"<class 'numpy.dtypes.{_class_name(each)}'>" for each in (a, b))
    return DTypePromotionError(
        f"The DTypes {' and '.join(names)} do not have a common DType. For example they cannot be stored in a single array "
        "unless the dtype is `object`."
    )


def _class_name(kind):
    kind = dtype(kind)
    plain = {"O": "ObjectDType", "U": "StrDType", "S": "BytesDType", "M": "DateTime64DType", "m": "TimeDelta64DType", "V": "VoidDType"}
    return plain.get(kind.kind) or kind.name.capitalize().replace("Uint", "UInt") + "DType"


def _texts_together(a, b):
    from numpy._python_values import WIDTHS

    kinds = [dtype(each) for each in (a, b)]
    if any(kind.kind in "MmV" for kind in kinds):
        raise _no_common(*kinds)
    widths = [kind.width or 0 if kind.kind in "US" else WIDTHS.get(kind.name, 64) for kind in kinds]
    return (_types.text_kind if any(kind.kind == "U" for kind in kinds) else _types.bytes_kind)(max(widths) or None)


def _times_together(a, b):
    from numpy import _calendar
    from numpy._dates import TimeKind

    kinds = [dtype(each) for each in (a, b)]
    letters = {kind.kind for kind in kinds}
    wide = any(kind.name == "uint64" for kind in kinds)
    if letters & set("fc") or wide or "M" in letters and letters not in ({"M"}, {"M", "m"}):
        raise _no_common(*kinds)
    units = [getattr(kind, "unit", None) for kind in kinds]
    return TimeKind("M" if "M" in letters else "m", _calendar.finest(units))


def promote_types(type1, type2):
    """The smallest dtype that both fit in."""
    if type1 is None or type2 is None:
        raise TypeError("did not understand one of the types; 'None' not accepted")
    return result_type(dtype(type1), dtype(type2))


# What goes with what under the rule "same_kind", from the least to the most.
_RANKS = "buifcSUO"


def can_cast(from_, to, casting="safe"):
    """Whether a dtype's values are kept in another."""
    if isinstance(from_, (int, float, complex)) and not hasattr(from_, "dtype"):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
            "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    if casting not in ("no", "equiv", "safe", "same_kind", "unsafe"):
        raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got {casting!r})")
    source, target = dtype(_given(from_)), dtype(to)
    if casting == "unsafe":
        return True
    if casting in ("no", "equiv"):
        return source == target or casting == "equiv" and source.newbyteorder("=") == target.newbyteorder("=")
    if casting == "same_kind" and source.kind in _RANKS and target.kind in _RANKS:
        return _RANKS.index(source.kind) <= _RANKS.index(target.kind)
    try:
        common = promote_types(source, target)
    except TypeError:
        return False
    return common == target.newbyteorder("=") or target.kind in "US" and not target.itemsize and common.kind == target.kind


def min_scalar_type(a):
    """The smallest dtype that holds a number."""
    if hasattr(a, "ndim") and a.ndim:
        return a.dtype
    if isinstance(a, (str, bytes)):
        return _kind_of(_types.str_(a) if isinstance(a, str) else a)
    a = a.item() if hasattr(a, "item") else a
    if isinstance(a, bool):
        return dtype("bool")
    if isinstance(a, INTS):
        for name in ("uint8", "uint16", "uint32", "uint64") if a >= 0 else ("int8", "int16", "int32", "int64"):
            if iinfo(name).min <= a <= iinfo(name).max:
                return dtype(name)
        return _types.OBJECT
    if isinstance(a, complex):
        return dtype("complex64" if abs(a.real) < 3.4e38 and abs(a.imag) < 3.4e38 or not math.isfinite(abs(a)) else "complex128")
    if not isinstance(a, FLOATS):
        return _types.OBJECT
    return dtype("float16") if not math.isfinite(a) or abs(a) < 65000 else dtype("float32" if abs(a) < 3.4e38 else "float64")


_TYPE_NAMES = {
    "S1": "character", "?": "bool", "B": "unsigned char", "H": "unsigned short", "I": "unsigned integer",
    "L": "unsigned long integer", "Q": "unsigned long long integer", "b": "signed char", "h": "short", "i": "integer",
    "l": "long integer", "q": "long long integer", "f": "single precision", "d": "double precision",
    "g": "long precision", "F": "complex single precision", "D": "complex double precision",
    "G": "complex long double precision", "S": "string", "U": "unicode", "V": "void", "O": "object",
}  # fmt: skip


def typename(char):
    """What the kind of a letter is called."""
    return _TYPE_NAMES[char]


def isscalar(element):
    """Whether something is a single number or text."""
    return isinstance(element, (NUMBERS, complex, str, bytes, _numbers.generic)) or type(element).__name__ == "Fraction"


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


def _types_by_name():
    import numpy

    names = (
        "bool bool_ byte bytes_ cdouble complex64 complex128 csingle datetime64 double float16 float32 float64 half int8 int16 "
        "int32 int64 int_ intc intp long longlong object_ short single str_ timedelta64 ubyte uint uint8 uint16 uint32 uint64 "
        "uintc uintp ulong ulonglong ushort void"
    )
    found = {name: getattr(numpy, name) for name in names.split()}
    short = {"a": "bytes_", "bytes": "bytes_", "complex": "complex128", "float": "float64", "int": "int64", "object": "object_",
             "str": "str_", "unicode": "str_"}
    return found | {name: found[other] for name, other in short.items()}


sctypeDict = _types_by_name()
