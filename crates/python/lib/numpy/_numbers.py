"""Numpy's numbers: what stands in an array, taken out of it. They compute natively (`_scalars`).

What it is not: dtypes (`_types`), or what is asked of Python in computing (`_ufunc`). Start reading at `generic`.
"""

import math
import numbers

import _scalars
import _torch
from numpy._number_texts import texts_of, with_exponent
from numpy._types import _Kind, dtype


class generic:
    """Base of numpy's scalars: numbers that remember their dtype. They compute natively (`_scalars`)."""

    __slots__ = ()
    ndim = 0
    shape = ()
    size = 1
    # Whether it is one of `_unsigned`'s.
    _is_wide = False

    @property
    def dtype(self):
        return dtype(type(self).__name__.rstrip("_"))

    @property
    def _kindling_dtype(self):
        return self.dtype._torch

    def _tensor(self):
        return _torch.tensor(self.item(), dtype=self.dtype._torch)

    def astype(self, kind):
        kind = dtype(kind)
        if isinstance(kind, _Kind):
            from numpy import asarray

            return asarray(self).astype(kind)[()]
        return scalar(self._tensor().to(kind._torch))

    def tolist(self):
        return self.item()

    def copy(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self.item(),)

    def __getitem__(self, key):
        if key == ():
            return self
        if key is ...:
            from numpy import asarray

            return asarray(self)
        raise IndexError("invalid index to scalar variable.")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __getattr__(self, name):
        # What arrays can do, numbers can, too.
        from numpy import ndarray

        if name.startswith("_") or not hasattr(ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        found = getattr(ndarray(self._tensor()), name)
        if not callable(found):
            return found[()] if isinstance(found, ndarray) else found

        def method(*args, **kwargs):
            result = found(*args, **kwargs)
            return result[()] if isinstance(result, ndarray) and result.ndim == 0 else result

        return method

    def __repr__(self):
        return f"np.{type(self).__name__}({self!s})"


def _of_several(value):
    """Whether a scalar's class is called as a function of arrays: of lists and of what is one."""
    return isinstance(value, (list, tuple)) or hasattr(value, "_kindling_tensor")


def _array_of(cls, value):
    from numpy import array

    return array(value, dtype=cls)


class number(generic):
    """Numbers, as opposed to truth values and texts."""

    __slots__ = ()


class inexact(number):
    """Numbers that may be rounded."""

    __slots__ = ()


class floating(inexact):
    """Numbers with a point."""

    __slots__ = ()

    def __new__(cls, value=0.0):
        if _of_several(value):
            return _array_of(cls, value)
        given = float(value)
        made = super().__new__(cls, given)
        if not math.isfinite(made) and math.isfinite(given):
            from numpy import _faults

            _faults.tell("over", "cast")
        return made

    def item(self):
        return float(self)

    def is_integer(self):
        return float(self).is_integer()

    def as_integer_ratio(self):
        return float(self).as_integer_ratio()

    def __str__(self):
        text = texts_of(_torch.tensor(float(self), dtype=getattr(_torch, type(self).__name__)))[0].lower()
        size = abs(float(self))
        if not size < float("inf") or size == 0:
            return text
        if 1e-4 <= size < 10**self._digits:
            return repr(float(text)) if "e" in text else text
        return with_exponent(text)

    def __format__(self, spec):
        return format(float(self), spec)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return round(float(self))
        # As arrays are rounded: by a power of ten, in the number's own precision.
        scale = 10.0 ** abs(ndigits)
        moved = self * type(self)(scale) if ndigits >= 0 else self / type(self)(scale)
        whole = type(self)(round(float(moved)))
        return whole / type(self)(scale) if ndigits >= 0 else whole * type(self)(scale)


class float64(floating, _scalars.Double):
    __slots__ = ()
    __str__ = float.__repr__
    __hash__ = float.__hash__
    __reduce__ = generic.__reduce__

    def __new__(cls, value=0.0):
        if isinstance(value, (float, int, str)):
            return float.__new__(cls, value)
        return super().__new__(cls, value)


class float32(floating, _scalars.Point):
    __slots__ = ()
    _digits = 6


class float16(floating, _scalars.Point):
    __slots__ = ()
    _digits = 3


class integer(number):
    """Whole numbers."""

    __slots__ = ()

    def __new__(cls, value=0):
        if _of_several(value):
            return _array_of(cls, value)
        value = int(value)
        limits = _torch._dtype_limits(getattr(_torch, cls.__name__))
        if not limits["min"] <= value <= limits["max"]:
            raise OverflowError(f"Python integer {value} out of bounds for {cls.__name__}")
        return super().__new__(cls, value)

    numerator = property(lambda self: self)
    denominator = property(lambda self: type(self)(1))

    def item(self):
        return int(self)

    def is_integer(self):
        return True

    def bit_count(self):
        return int(self).bit_count()

    def __str__(self):
        return str(int(self))

    def __format__(self, spec):
        return format(int(self), spec)

    def __round__(self, ndigits=None):
        return round(int(self)) if ndigits is None else type(self)(round(int(self), ndigits))


class signedinteger(integer):
    """Whole numbers with a sign."""

    __slots__ = ()


class unsignedinteger(integer):
    """Whole numbers without one."""

    __slots__ = ()


class int64(signedinteger, _scalars.Whole):
    __slots__ = ()


class int32(signedinteger, _scalars.Whole):
    __slots__ = ()


class int16(signedinteger, _scalars.Whole):
    __slots__ = ()


class int8(signedinteger, _scalars.Whole):
    __slots__ = ()


class uint8(unsignedinteger, _scalars.Whole):
    __slots__ = ()


class bool_(generic, _scalars.Truth):
    """True or False, as comparing numbers of numpy gives. There are only two."""

    __slots__ = ()

    def __new__(cls, value=False):
        return _array_of(cls, value) if _of_several(value) else TRUTHS[bool(value)]

    def item(self):
        return bool(self)

    def __str__(self):
        return "True" if self else "False"

    def __repr__(self):
        return f"np.{self}_"

    def __format__(self, spec):
        return format(self.item(), spec)


numbers.Integral.register(integer)
numbers.Real.register(floating)
TRUTHS = (_scalars.Truth.__new__(bool_, False), _scalars.Truth.__new__(bool_, True))


SCALARS = {kind.__name__: kind for kind in (float64, float32, float16, int64, int32, int16, int8, uint8)}
SCALARS["bool"] = bool_
bool_.__name__ = bool_.__qualname__ = "bool"


# What native numbers are made of: a class for each dtype, and the two truth values.
CLASSES = tuple(SCALARS.values()), TRUTHS


def _maker(kind):
    if kind is float64:
        return float.__new__
    if kind is bool_:
        return lambda kind, value: TRUTHS[value]
    return (_scalars.Point if issubclass(kind, floating) else _scalars.Whole).__new__


# How each is made of a number that its dtype holds, without asking again whether it does.
_MADE = {getattr(_torch, name): (_maker(kind), kind) for name, kind in SCALARS.items()}


def scalar(tensor):
    """A tensor without dimensions as a scalar of numpy."""
    known = _MADE.get(tensor.dtype)
    if known is None:
        return SCALARS[dtype(tensor.dtype).name](tensor.item())
    make, kind = known
    return make(kind, tensor.item())
