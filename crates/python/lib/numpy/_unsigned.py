"""Whole numbers without a sign of 16, 32 and 64 bits: their dtypes and scalars. The core has none of these.

Not arrays of them (`_unsigned_arrays`), nor what is reckoned with them (`_unsigned_arithmetic`). Start reading at
`UnsignedKind`.
"""

import _scalars
import _torch
from numpy._errors import of_wide
from numpy._numbers import _array_of, _of_several, unsignedinteger
from numpy._types import _Kind

BITS = {"uint16": 16, "uint32": 32, "uint64": 64}


class UnsignedKind(_Kind):
    """One of these dtypes; with `is_big` its values lie with their largest byte first."""

    _made_of = {}

    def __new__(cls, name, is_big=False):
        made = cls._made_of.get((name, is_big))
        if made is None:
            made = cls._made_of[name, is_big] = super().__new__(cls, name, "u")
            made.bits, made.is_big = BITS[name], is_big
        return made

    type = property(lambda self: SCALARS[self.name])
    itemsize = property(lambda self: self.bits // 8)
    largest = property(lambda self: 2**self.bits - 1)
    str = property(lambda self: f"{'>' if self.is_big else '<'}u{self.itemsize}")

    def _ordered(self, is_big):
        return UnsignedKind(self.name, is_big)

    @property
    def _torch(self):
        raise NotImplementedError(f"numpy: this is not built into this numpy for {self.name}; astype(np.int64) makes numbers that it is for")

    def wrapped(self, values):
        """Numbers of 64 bits as a tensor, begun again at zero where they are too large for this dtype."""
        return values if self.bits == 64 else values & self.largest

    def held(self, number):
        """A number of Python's as a tensor of such numbers keeps it.

        Raises:
            OverflowError: if it does not fit.
        """
        number = int(number)
        if not -(2**63) <= number < 2**64:
            raise OverflowError("Python int too large to convert to C long")
        if not 0 <= number <= self.largest:
            raise OverflowError(f"Python integer {number} out of bounds for {self.name}")
        return number - 2**64 if number >= 2**63 else number

    def __str__(self):
        return self.str if self.is_big else self.name

    def __repr__(self):
        return f"dtype('{self}')"


class _Wide:
    """What the scalars have in common; they compute as arrays without axes do."""

    __slots__ = ()
    _is_wide, _is_plain = True, False
    dtype = property(lambda self: UnsignedKind(type(self).__name__))
    itemsize = nbytes = property(lambda self: self.dtype.itemsize)

    def __new__(cls, value=0):
        if _of_several(value):
            made = _array_of(cls, value)
            return made if made.ndim else made[()]
        kind, value = UnsignedKind(cls.__name__), int(value)
        kind.held(value)
        return cls._of(value)

    @property
    def _kindling_dtype(self):
        raise of_wide(type(self).__name__)

    def _array(self):
        from numpy._unsigned_arrays import unsigneds

        return unsigneds(_torch.tensor(self.dtype.held(int(self))), self.dtype)

    def _tensor(self):
        return self._array()._kindling_tensor

    def astype(self, kind):
        return self._array().astype(kind)[()]

    def view(self, dtype=None):
        return self._array().view(dtype)[()]

    def __getattr__(self, name):
        from numpy._array import ndarray

        if name.startswith("_") or not hasattr(ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        found = getattr(self._array(), name)
        return found[()] if isinstance(found, ndarray) and not found.ndim else found

    def __neg__(self):
        return -self._array()

    def __invert__(self):
        return ~self._array()

    def __pos__(self):
        return self

    def __abs__(self):
        return self

    def __hash__(self):
        return hash(int(self))


class uint16(_Wide, unsignedinteger, _scalars.Whole):
    __slots__ = ()

    @classmethod
    def _of(cls, value):
        return _scalars.Whole.__new__(cls, value)


class uint32(_Wide, unsignedinteger, _scalars.Whole):
    __slots__ = ()

    @classmethod
    def _of(cls, value):
        return _scalars.Whole.__new__(cls, value)


class uint64(_Wide, unsignedinteger):
    """One of Python's numbers is kept: half of these fit in none of the core's."""

    __slots__ = ("_number",)

    @classmethod
    def _of(cls, value):
        made = object.__new__(cls)
        made._number = value
        return made

    def __int__(self):
        return self._number

    __index__ = __int__

    def __float__(self):
        return float(self._number)

    def __bool__(self):
        return self._number != 0


SCALARS = {kind.__name__: kind for kind in (uint16, uint32, uint64)}
ushort, uintc, uint, ulong, ulonglong, uintp = uint16, uint32, uint64, uint64, uint64, uint64
for _kind in SCALARS.values():
    _kind.__module__ = "numpy"


def _sign(name, swap):
    def apply(self, other):
        from numpy._unsigned_arithmetic import operated

        return operated(name, other, self) if swap else operated(name, self, other)

    return apply


for _name in "add sub mul truediv floordiv mod pow and or xor lshift rshift".split():
    setattr(_Wide, f"__{_name}__", _sign(_name, False))
    setattr(_Wide, f"__r{_name}__", _sign(_name, True))
for _name in "eq ne lt le gt ge".split():
    setattr(_Wide, f"__{_name}__", _sign(_name, False))
