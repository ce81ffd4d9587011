"""`pd.NA`: nothing, in columns whose dtypes have a value for it.

What it is not: nan, which numbers have, nor NaT. Start reading at `NAType`.
"""


class NAType(float):
    """Nothing: whatever is reckoned with it, and compared with it, is nothing again."""

    def __new__(cls):
        return float.__new__(cls, "nan")

    def __repr__(self):
        return "<NA>"

    __str__ = __repr__

    def __format__(self, spec):
        return format(str(self), spec)

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")

    def __hash__(self):
        return 2**61 - 1

    def __reduce__(self):
        return "NA"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _nothing(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _nothing
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __neg__ = __pos__ = __abs__ = __invert__ = _nothing
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __xor__ = __rxor__ = _nothing

    def __pow__(self, other):
        return type(other)(1) if type(other) in (int, float) and other == 0 else self

    def __rpow__(self, other):
        return other if type(other) in (int, float) and other == 1 else self

    def __and__(self, other):
        return False if other is False else self

    def __or__(self, other):
        return True if other is True else self

    __rand__, __ror__ = __and__, __or__


NA = NAType()
NAType.__module__ = "pandas"
