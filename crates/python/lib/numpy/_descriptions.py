"""What a dtype says of itself: its letter and number, the order of its bytes, its columns.

Not the dtypes, which are `_types`'. Start reading at `Described`.
"""

# The letter and the number that numpy knows each by, and how its values begin in memory where that is not their size.
_CHARS = {
    "bool": "?", "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "l",
    "uint64": "L", "float32": "f", "float64": "d", "complex64": "F", "complex128": "D", "float16": "e",
}  # fmt: skip
_NUMBERS = dict(zip("?bBhHiIlLqQfdgFDGOSUVMme", range(24)))
_ALIGNMENTS = {"complex64": 4, "complex128": 8}


class Described:
    """The attributes that dtypes of all kinds have."""

    __slots__ = ()
    metadata, subdtype, names, fields, shape, ndim, isalignedstruct = None, None, None, None, (), 0, False
    isbuiltin = property(lambda self: int(self.isnative and (self.kind not in "USMmV" or not self.itemsize)))

    @property
    def char(self):
        return _CHARS.get(self.name, self.kind)

    @property
    def num(self):
        return _NUMBERS[self.char]

    @property
    def byteorder(self):
        if self.kind == "V":
            return "|"
        return "|" if self.str[0] == "|" else "=" if self.isnative else self.str[0]

    @property
    def isnative(self):
        return self.str[0] != ">"

    @property
    def alignment(self):
        return {"U": 4, "S": 1, "V": 1}.get(self.kind) or _ALIGNMENTS.get(self.name, self.itemsize)

    @property
    def hasobject(self):
        return self.kind == "O"

    @property
    def base(self):
        return self

    @property
    def descr(self):
        return [("", self.str)]

    @property
    def flags(self):
        return 63 if self.hasobject else 16 if self.names else 8 * (self.kind == "U")

    def newbyteorder(self, new_order="S", /):
        """The same numbers with their bytes in another order: '>' for the largest first, 'S' for the other."""
        order = {"big": ">", "little": "<", "native": "=", "ignore": "|", "swap": "S"}.get(new_order, new_order)
        order = order.upper() if isinstance(order, str) else order
        if order not in ("S", ">", "<", "=", "|", "B", "L", "N", "I"):
            raise ValueError(f"byteorder not recognized (got {new_order!r})")
        if order in "|I" or self.str[0] == "|":
            return self
        is_big = self.isnative if order == "S" else order in ">B"
        return type(self)._ordered(self, is_big)

    def __le__(self, other):
        from numpy import can_cast

        return can_cast(self, other)

    def __lt__(self, other):
        return self != other and self <= other

    def __ge__(self, other):
        from numpy import can_cast

        return can_cast(other, self)

    def __gt__(self, other):
        return self != other and self >= other

    def __len__(self):
        return 0 if self.names is None else len(self.names)

    def __bool__(self):
        return True

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return _named, (self.str,)


def _named(text):
    from numpy import dtype

    return dtype(text)
