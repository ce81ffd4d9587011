"""Complex numbers out of arrays: `complex128`, which is one of Python's, and `complex64`, which is not.

What it is not: arrays of them (`_complex`). Start reading at `_Single`.
"""

import math
import operator

from _scalars import NUMBERS
from numpy._array import ndarray
from numpy._numbers import TRUTHS, float32, float64, generic, inexact
from numpy._types import dtype


class complexfloating(inexact):
    """Complex numbers."""


class _Single:
    """What the scalars have in common, whatever their precision."""

    __slots__ = ()
    _is_plain = False

    @property
    def dtype(self):
        return dtype(type(self).__name__)

    itemsize = nbytes = property(lambda self: self.dtype.itemsize)

    def __new__(cls, real=0, imag=None):
        if isinstance(real, (list, tuple)) or getattr(real, "ndim", 0):
            from numpy._make import asarray

            return asarray(real, cls)
        if isinstance(real, complex64):
            real = complex(real)
        return cls._of(complex(real) if imag is None else complex(real, imag))

    def __getattr__(self, name):
        if name.startswith("_") or not hasattr(ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        from numpy._complex import as_complex

        return getattr(as_complex(self), name)

    @property
    def _kindling_dtype(self):
        import torch

        return getattr(torch, type(self).__name__)

    @property
    def real(self):
        return self._part(complex(self).real)

    @property
    def imag(self):
        return self._part(complex(self).imag)

    def item(self):
        return complex(self)

    tolist = item

    def astype(self, kind):
        from numpy._complex import as_complex

        return as_complex(self).astype(kind)[()]

    def conjugate(self):
        return type(self)._of(complex(self).conjugate())

    conj = conjugate

    def __abs__(self):
        return self._part(abs(complex(self)))

    def __neg__(self):
        return type(self)._of(-complex(self))

    def __pos__(self):
        return self

    def __bool__(self):
        return complex(self) != 0

    def __float__(self):
        import warnings

        from numpy.exceptions import ComplexWarning

        warnings.warn("Casting complex values to real discards the imaginary part", ComplexWarning, stacklevel=2)
        return complex(self).real

    def __int__(self):
        return int(float(self))

    def __format__(self, spec):
        return format(complex(self), spec)

    def __hash__(self):
        return hash(complex(self))

    def __reduce__(self):
        return type(self), (complex(self),)

    def __repr__(self):
        return f"np.{type(self).__name__}({str(self).strip('()')})"


class complex128(_Single, complexfloating, complex):
    """A complex number out of an array."""

    _part = float64

    @classmethod
    def _of(cls, value):
        return complex.__new__(cls, value)

    def __str__(self):
        return complex.__repr__(complex(self))


class complex64(_Single, complexfloating):
    """A complex number whose parts have 32 bits; none of Python's."""

    __slots__ = ("_number",)
    _part = float32

    @classmethod
    def _of(cls, value):
        made = object.__new__(cls)
        made._number = complex(float(float32(value.real)), float(float32(value.imag)))
        return made

    def __complex__(self):
        return self._number

    def __str__(self):
        real, imag = (str(part).removesuffix(".0") for part in (self.real, self.imag))
        sign = "" if imag[0] in "+-" else "+"
        is_alone = self._number.real == 0 and math.copysign(1.0, self._number.real) > 0
        return f"{imag}j" if is_alone else f"({real}{sign}{imag}j)"


def _precision(a, b):
    """The class of what two numbers make of which one is complex; None where one of them is no number."""
    if not all(isinstance(side, (NUMBERS, complex, generic)) for side in (a, b)):
        return None
    from numpy._kinds import result_type

    return complex64 if result_type(a, b).name == "complex64" else complex128


def _beside_rows(name, own, other, swap):
    from numpy._complex import operated

    return operated(name, *((other, own) if swap else (own, other)))


def _sign(name, function, swap):
    def apply(self, other):
        kind = _precision(self, other)
        if kind is None:
            return _beside_rows(name, self, other, swap) if isinstance(other, (list, tuple)) else NotImplemented
        own, other = complex(self), complex(other)
        return kind._of(function(other, own) if swap else function(own, other))

    return apply


def _comparison(function):
    """Numbers by their parts, as texts by their letters."""

    def compare(self, other):
        if not isinstance(other, (NUMBERS, complex, generic)):
            return NotImplemented
        own, other = complex(self), complex(other)
        return TRUTHS[function((own.real, own.imag), (other.real, other.imag))]

    return compare


for _name in ("add", "sub", "mul", "truediv", "pow"):
    for _class in (complex128, complex64):
        setattr(_class, f"__{_name}__", _sign(_name, getattr(operator, _name), False))
        setattr(_class, f"__r{_name}__", _sign(_name, getattr(operator, _name), True))
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    for _class in (complex128, complex64):
        setattr(_class, f"__{_name}__", _comparison(getattr(operator, _name)))
for _kind in (complexfloating, complex128, complex64):
    _kind.__module__ = "numpy"
cdouble, csingle = complex128, complex64
