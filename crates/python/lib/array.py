"""`array.array`: numbers of one kind, as tight as C keeps them.

What it is not: as tight inside; here a list holds the numbers, and bytes are made when they are asked for. Start reading at
`array`.
"""

import struct

typecodes = "bBuwhHiIlLqQfd"
_TEXT = "uw"
# As C compilers of 64 bits have them; struct's own `l` is short where nothing says otherwise.
_FORMS = {"u": "I", "w": "I", "l": "q", "L": "Q"}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
          "i": "signed integer", "I": "unsigned int"}  # fmt: skip


def _compared(name):
    """The comparison of that name: as lists compare."""

    def compare(self, other):
        return getattr(self._values, name)(other._values) if isinstance(other, array) else NotImplemented

    return compare


class array:
    """A list that takes only numbers of the kind its letter names."""

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode, self._values = typecode, []
        self._form = _FORMS.get(typecode, typecode)
        self.itemsize = struct.calcsize("<" + self._form)
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in _TEXT:
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self._values.extend(self._checked(value) for value in initializer)

    def _checked(self, value):
        """The value as it is kept.

        Raises:
            TypeError: for what is no such number.
            OverflowError: for a number that the kind has no room for.
        """
        if self.typecode in _TEXT:
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be unicode character")
            return value
        if self.typecode in "fd":
            if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return struct.unpack("<f", struct.pack("<f", value))[0] if self.typecode == "f" else float(value)
        if not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = value.__index__()
        bits = 8 * self.itemsize
        low, high = (0, (1 << bits) - 1) if self.typecode.isupper() else (-1 << (bits - 1), (1 << (bits - 1)) - 1)
        if not low <= value <= high:
            raise OverflowError(self._beyond(value < low))
        return value

    def _beyond(self, is_below):
        if self.typecode in _NAMES and not (is_below and self.typecode == "I"):
            return f"{_NAMES[self.typecode]} is {'less than minimum' if is_below else 'greater than maximum'}"
        if is_below and self.typecode.isupper():
            return "can't convert negative value to unsigned int"
        return "int too big to convert"

    def _like(self, values):
        made = array(self.typecode)
        made._values = values
        return made

    def _other(self, other, refusal):
        if not isinstance(other, array):
            raise TypeError(refusal.format(type(other).__name__))
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._values

    # Values one by one

    def append(self, v, /):
        self._values.append(self._checked(v))

    def insert(self, i, v, /):
        self._values.insert(i, self._checked(v))

    def extend(self, bb, /):
        self._values.extend([self._checked(value) for value in bb])

    fromlist = extend

    def pop(self, i=-1, /):
        if not self._values:
            raise IndexError("pop from empty array")
        return self._values.pop(i)

    def remove(self, v, /):
        if v not in self._values:
            raise ValueError("array.remove(x): x not in array")
        self._values.remove(v)

    def index(self, v, start=0, stop=None, /):
        for at in range(*slice(start, stop).indices(len(self._values))):
            if self._values[at] == v:
                return at
        raise ValueError("array.index(x): x not in array")

    def count(self, v, /):
        return self._values.count(v)

    def reverse(self):
        self._values.reverse()

    def clear(self):
        self._values.clear()

    def tolist(self):
        return list(self._values)

    # As text and bytes

    def tobytes(self):
        values = [ord(value) for value in self._values] if self.typecode in _TEXT else self._values
        return struct.pack(f"<{len(values)}{self._form}", *values)

    def frombytes(self, buffer, /):
        data = bytes(buffer)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        values = struct.unpack(f"<{len(data) // self.itemsize}{self._form}", data)
        self._values.extend(map(chr, values) if self.typecode in _TEXT else values)

    def tounicode(self):
        if self.typecode not in _TEXT:
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._values)

    def fromunicode(self, ustr, /):
        if self.typecode not in _TEXT:
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        self.extend(ustr)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data[: len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def byteswap(self):
        if self.typecode in _TEXT or self.itemsize == 1:
            raise RuntimeError("don't know how to byteswap this array type")
        values = struct.pack(f"<{len(self._values)}{self._form}", *self._values)
        self._values = list(struct.unpack(f">{len(self._values)}{self._form}", values))

    def __buffer__(self, flags):
        return memoryview(self.tobytes())

    def __array__(self, dtype=None, copy=None):
        """As numpy takes it, which knows no buffers of other modules here."""
        import numpy

        given = numpy.frombuffer(self.tobytes(), "U1" if self.typecode in _TEXT else f"<{self._form}")
        return given if dtype is None else given.astype(dtype)

    def buffer_info(self):
        return id(self._values), len(self._values)

    # As a sequence

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __contains__(self, value):
        return value in self._values

    def _place(self, key, doing):
        if not hasattr(key, "__index__"):
            raise TypeError("array indices must be integers")
        if not -len(self._values) <= key.__index__() < len(self._values):
            raise IndexError(f"array {doing}index out of range")
        return key

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._values[key])
        return self._values[self._place(key, "")]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._values[key] = self._other(value, 'can only assign array (not "{}") to array slice')
        else:
            self._values[self._place(key, "assignment ")] = self._checked(value)

    def __delitem__(self, key):
        del self._values[key if isinstance(key, slice) else self._place(key, "assignment ")]

    def __add__(self, other):
        return self._like(self._values + self._other(other, 'can only append array (not "{}") to array'))

    def __iadd__(self, other):
        self._values += self._other(other, 'can only extend array with array (not "{}")')
        return self

    def __mul__(self, count):
        if not hasattr(count, "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(count).__name__}'")
        return self._like(self._values * count)

    __rmul__ = __mul__

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(_compared, ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"))
    __hash__ = None

    def __copy__(self):
        return self._like(list(self._values))

    def __deepcopy__(self, memo):
        return self._like(list(self._values))

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self.tolist())

    def __repr__(self):
        if not self._values:
            return f"array('{self.typecode}')"
        told = repr(self.tounicode()) if self.typecode in _TEXT else repr(self._values)
        return f"array('{self.typecode}', {told})"


ArrayType = array
