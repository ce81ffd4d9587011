"""Numpy's dtypes, by those of torch.

What it is not: numbers out of arrays, which are `_numbers`'. Start reading at `dtype`.
"""

import _torch
from numpy._descriptions import Described
from numpy._errors import NotNumbers


# Types of what a dtype is asked for by that mean the same each time.
_PLAIN = frozenset((str, type, _torch.dtype))


class dtype(Described):
    """A kind of number: `np.dtype('float32')`."""

    # By what they were asked for: most often the dtype that a tensor has, a class or a text.
    _made, _by_given = {}, {}

    def __new__(cls, dtype=float, align=False, copy=False):
        kind, is_plain = dtype, type(dtype) in _PLAIN
        known = cls._by_given.get(kind) if is_plain else None
        if known is not None:
            return known
        other = _other(kind)
        if other is not None:
            if align and other.names:
                raise NotImplementedError("numpy.dtype: align is not built into this numpy")
            if is_plain and not other.names:
                cls._by_given[kind] = other
            return other
        name = _name_of(kind)
        made = cls._made.get(name)
        if made is None:
            made = cls._made[name] = super().__new__(cls)
            made.name = name
            made._torch = getattr(_torch, name)
            made.itemsize = made._torch.itemsize
            made.kind = "f" if made._torch.is_floating_point else "b" if name == "bool" else name[0]
        if is_plain:
            cls._by_given[kind] = made
        return made

    @property
    def type(self):
        from numpy._numbers import SCALARS

        return SCALARS.get(self.name, float)

    @property
    def str(self):
        return ("|" if self.itemsize == 1 else "<") + self.char_code

    @property
    def char_code(self):
        return f"{self.kind}{self.itemsize}"

    def _ordered(self, is_big):
        """The same with the largest byte first, or last."""
        return Turned(self) if is_big else self

    def __eq__(self, other):
        try:
            return self is dtype(other)
        except (TypeError, AttributeError):
            return False

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name


class Turned(dtype):
    """A dtype of which each number lies with its largest byte first, as other machines write them."""

    _turned = {}

    def __new__(cls, native):
        made = cls._turned.get(native.name)
        if made is None:
            made = cls._turned[native.name] = object.__new__(cls)
            made._native = native
            made.name, made.kind, made.itemsize, made._torch = native.name, native.kind, native.itemsize, native._torch
        return made

    str = property(lambda self: f">{self.char_code}")

    def _ordered(self, is_big):
        return self if is_big else self._native

    def __hash__(self):
        return hash(self.str)

    def __repr__(self):
        return f"dtype('{self}')"

    def __str__(self):
        return self.str


class _Kind(dtype):
    """The dtype of texts, whose width is in the name (`str64` is two letters wide), of objects, or of complex numbers."""

    def __new__(cls, name, kind):
        made = object.__new__(cls)
        made.name, made.kind = name, kind
        return made

    @property
    def type(self):
        if self.kind == "c":
            from numpy import _complex

            return getattr(_complex, self.name)
        return str_ if self.kind == "U" else bytes_ if self.kind == "S" else object_

    @property
    def width(self):
        """How many letters a text has at most; None for objects, and where the texts are to decide."""
        if self.kind == "S":
            return int(self.name[5:]) // 8 if len(self.name) > 5 else None
        return int(self.name[3:]) // 32 if self.kind == "U" and len(self.name) > 3 else None

    @property
    def itemsize(self):
        if self.kind == "c":
            return int(self.name[7:]) // 8
        return 8 if self.kind == "O" else (1 if self.kind == "S" else 4) * (self.width or 0)

    @property
    def _torch(self):
        raise NotNumbers(
            f"can't convert np.ndarray of type numpy.{self.type.__name__}. The only supported types are: float64, float32, "
            "float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool."
        )

    def __eq__(self, other):
        if isinstance(other, (type, str)):
            other = _other(other)
        return isinstance(other, _Kind) and other.name == self.name and other.str == self.str

    def __hash__(self):
        return hash(self.name)

    @property
    def str(self):
        width = self.width or 0
        return {"c": f"<c{self.itemsize}", "U": f"<U{width}", "S": f"|S{width}"}.get(self.kind, "|O")

    def _ordered(self, is_big):
        if is_big:
            raise NotImplementedError(f"numpy: {self.name} with its largest byte first is not built into this numpy")
        return self

    def __str__(self):
        return f"<U{self.width or 0}" if self.kind == "U" else f"|S{self.width or 0}" if self.kind == "S" else self.name

    def __repr__(self):
        width = self.width or ""
        return f"dtype('{ {'O': 'O', 'S': f'S{width}', 'U': f'<U{width}'}.get(self.kind, str(self)) }')".replace(" ", "")


def text_kind(width=None):
    """The dtype of texts of so many letters."""
    return _Kind("str" if width is None else f"str{32 * width}", "U")


def bytes_kind(width=None):
    """The dtype of texts in bytes, of so many."""
    return _Kind("bytes" if width is None else f"bytes{8 * width}", "S")


OBJECT = _Kind("object", "O")
# Numbers without a sign that are larger than bytes, by what they are called.
_UNSIGNED = {
    "uint16": "uint16", "u2": "uint16", "H": "uint16", "ushort": "uint16", "uint32": "uint32", "u4": "uint32", "I": "uint32",
    "uintc": "uint32", "uint64": "uint64", "u8": "uint64", "L": "uint64", "Q": "uint64", "uint": "uint64", "ulong": "uint64",
    "ulonglong": "uint64", "uintp": "uint64", "P": "uint64",
}  # fmt: skip
_LONG = ("longdouble", "float128", "g", "f16", "clongdouble", "complex256", "G", "c32")


_COMPLEX = {
    "complex128": "complex128", "complex64": "complex64", "c16": "complex128", "c8": "complex64", "complex": "complex128",
    "D": "complex128", "F": "complex64",
}


# What names of dtypes of moments and of spans of time begin with.
_TIMES = ("datetime64", "timedelta64", "M8", "m8")
_LETTERS_OF_TIMES = {"M": "M8", "m": "m8", "c": "S1"}


def _other(kind):
    """The dtype of texts, of objects, of moments, where one of those is meant."""
    if isinstance(kind, (_Kind, Turned)):
        return kind
    if isinstance(kind, (list, tuple, dict)) or isinstance(kind, str) and "," in kind:
        from numpy._records import row_kind

        return row_kind(kind)
    if isinstance(kind, str) and kind in _LETTERS_OF_TIMES:
        return _other(_LETTERS_OF_TIMES[kind])
    if isinstance(kind, str) and kind[:1] == ">":
        return dtype(kind[1:]).newbyteorder(">")
    if kind is object or kind is object_ or (isinstance(kind, str) and kind in ("object", "O", "|O", "O8")):
        return OBJECT
    name = "complex128" if kind is complex else kind.__name__ if isinstance(kind, type) else getattr(kind, "name", kind)
    if isinstance(name, str) and name.lstrip("<=|") in _UNSIGNED:
        from numpy._unsigned import UnsignedKind

        return UnsignedKind(_UNSIGNED[name.lstrip("<=|")])
    if isinstance(name, str) and name.lstrip("<=|") in _LONG:
        raise NotImplementedError(f"numpy.{name}: floats of more than 64 bits are not built into this numpy")
    if isinstance(name, str) and name.lstrip("<>=|") in _COMPLEX:
        return _Kind(_COMPLEX[name.lstrip("<>=|")], "c")
    if isinstance(name, str) and name.lstrip("<>=|").startswith(_TIMES):
        from numpy._dates import time_kind

        return time_kind(name)
    if kind is str or kind is str_ or (isinstance(kind, str) and kind in ("str", "U", "<U", "U0", "<U0")):
        return text_kind()
    if isinstance(kind, str) and kind.lstrip("<>=|")[:1] == "U" and kind.lstrip("<>=|")[1:].isdigit():
        return text_kind(int(kind.lstrip("<>=|")[1:]))
    if kind is bytes or kind is bytes_ or (isinstance(kind, str) and kind.lstrip("<=|") in ("S", "a", "bytes", "S0")):
        return bytes_kind()
    if isinstance(kind, str) and kind.lstrip("<=|")[:1] == "S" and kind.lstrip("<=|")[1:].isdigit():
        return bytes_kind(int(kind.lstrip("<=|")[1:]))
    if isinstance(kind, str) and kind.startswith("bytes") and kind[5:].isdigit():
        return bytes_kind(int(kind[5:]) // 8)
    if isinstance(kind, str) and kind.startswith("str") and kind[3:].isdigit():
        return text_kind(int(kind[3:]) // 32)
    return None


class object_:
    """Anything."""

    def __new__(cls, value=None):
        return value


class flexible:
    """What has a width of its own."""


class character(flexible):
    """Texts."""


class str_(str, character):
    """A text out of an array of texts."""

    ndim = 0
    shape = ()

    @property
    def dtype(self):
        return text_kind(max(len(self), 1))

    def __repr__(self):
        return f"np.str_({super().__repr__()})"

    def item(self):
        return str(self)

    tolist = item


class bytes_(bytes, character):
    """A text in bytes out of an array of them."""

    ndim = 0
    shape = ()

    @property
    def dtype(self):
        return bytes_kind(max(len(self), 1))

    def __repr__(self):
        return f"np.bytes_({super().__repr__()})"

    def item(self):
        return bytes(self)

    tolist = item


_PYTHON = {float: "float64", int: "int64", bool: "bool"}
_SHORT = {
    "f2": "float16",
    "f4": "float32",
    "f8": "float64",
    "i1": "int8",
    "i2": "int16",
    "i4": "int32",
    "i8": "int64",
    "u1": "uint8",
    "?": "bool",
    "b1": "bool",
    "bool_": "bool",
    "half": "float16",
    "single": "float32",
    "double": "float64",
    "float": "float64",
    "int": "int64",
    "d": "float64",
    "f": "float32",
    "e": "float16",
    "i": "int32",
    "l": "int64",
    "q": "int64",
    "h": "int16",
    "b": "int8",
    "B": "uint8",
    "byte": "int8",
    "ubyte": "uint8",
    "short": "int16",
    "intc": "int32",
    "long": "int64",
    "longlong": "int64",
    "intp": "int64",
    "int_": "int64",
}


# Kinds of several dtypes, none of which is meant more than the others.
_REFUSED = dict.fromkeys(("number", "inexact", "floating"), "Converting `np.inexact` or `np.floating` to a dtype not allowed")
_REFUSED |= dict.fromkeys(
    ("integer", "signedinteger"), "Converting 'np.integer' or 'np.signedinteger' to a dtype is not allowed"
)
_REFUSED["unsignedinteger"] = "Converting `np.unsignedinteger` to a dtype is not allowed"
_REFUSED["complexfloating"] = "Converting `np.complex` to a dtype is not allowed."
_REFUSED["generic"] = "Converting `np.generic` to a dtype is not allowed."


# What tensors have, too.
_NUMBERS = frozenset("float64 float32 float16 int64 int32 int16 int8 uint8 bool".split())


def _name_of(kind):
    if isinstance(kind, dtype):
        return kind.name
    if isinstance(kind, _torch.dtype):
        return str(kind).partition(".")[2]
    if isinstance(kind, type):
        name = _PYTHON.get(kind) or _SHORT.get(kind.__name__, kind.__name__)
    elif isinstance(kind, str):
        name = _SHORT.get(kind.lstrip("<=|"), kind)
    elif kind is None:
        name = "float64"
    elif isinstance(getattr(kind, "dtype", None), dtype):
        return kind.dtype.name
    else:
        raise TypeError(f"Cannot interpret '{kind}' as a data type")
    if isinstance(kind, type) and kind.__name__ in _REFUSED and kind.__module__ == "numpy":
        raise TypeError(_REFUSED[kind.__name__])
    if name in _NUMBERS and isinstance(getattr(_torch, name, None), _torch.dtype):
        return name
    raise TypeError(
        f"data type '{name}' not understood" if isinstance(kind, str) else f"Cannot interpret '{kind}' as a data type"
    )
