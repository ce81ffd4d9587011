"""`numpy.char`: methods of texts for arrays of texts.

Not the arrays themselves, which are `_objects`'. Start reading at `_of_texts`.
"""

import builtins
import operator

import _torch
from numpy._make import asarray
from numpy._objects import objects
from numpy._rearrange import broadcast_arrays
from numpy._types import dtype


def _of_texts(name, kind=None, keeps_width=False):
    """The method of Python's texts of that name, for each text; what makes texts makes them as wide as they need to be."""

    def apply(a, *args, **kwargs):
        a = asarray(a)
        found = [getattr(value, name)(*args, **kwargs) for value in a.ravel().tolist()]
        made = asarray(found, dtype(kind) if kind is not None else a.dtype if keeps_width else _texts_like(a))
        return made.reshape(a.shape)

    apply.__name__ = name
    return apply


def _texts_like(a):
    """The dtype of texts of any width, in bytes where the given ones are."""
    return dtype(bytes if a.dtype.kind == "S" else str)


expandtabs = _of_texts("expandtabs")
capitalize, lower, upper, title, swapcase = map(_of_texts, ("capitalize", "lower", "upper", "title", "swapcase"))
strip, lstrip, rstrip = (_of_texts(name, keeps_width=True) for name in ("strip", "lstrip", "rstrip"))
replace, zfill = map(_of_texts, ("replace", "zfill"))
encode, decode = _of_texts("encode", bytes), _of_texts("decode", str)
center, ljust, rjust = map(_of_texts, ("center", "ljust", "rjust"))
startswith, endswith = _of_texts("startswith", bool), _of_texts("endswith", bool)
isdigit, isalpha, isnumeric, isdecimal, isalnum, istitle, isupper, islower, isspace = (
    _of_texts("is" + kind, bool) for kind in "digit alpha numeric decimal alnum title upper lower space".split()
)
count, find, rfind, index, rindex, str_len = (
    _of_texts(name, int) for name in ("count", "find", "rfind", "index", "rindex", "__len__")
)


def _of_parts(name):
    """As `_of_texts`, of methods that make a list or a tuple of each text."""

    def apply(a, *args, **kwargs):
        a = asarray(a)
        found = [getattr(value, name)(*args, **kwargs) for value in a.ravel().tolist()]
        return objects(found, a.shape)

    apply.__name__ = name
    return apply


split, rsplit, splitlines = map(_of_parts, ("split", "rsplit", "splitlines"))


def partition(a, sep):
    """What stands before a text, that text, and what stands behind it."""
    a = asarray(a)
    return asarray([list(value.partition(sep)) for value in a.ravel().tolist()], _texts_like(a)).reshape((*a.shape, 3))


def rpartition(a, sep):
    """As `partition`, from the right."""
    a = asarray(a)
    return asarray([list(value.rpartition(sep)) for value in a.ravel().tolist()], _texts_like(a)).reshape((*a.shape, 3))


def add(x1, x2):
    """Texts one after the other."""
    return asarray(x1) + asarray(x2)


def multiply(a, i):
    """Texts again and again."""
    texts, times = broadcast_arrays(asarray(a), asarray(i))
    found = [text * count for text, count in zip(texts.ravel().tolist(), times.ravel().tolist())]
    return asarray(found, _texts_like(texts)).reshape(texts.shape)


def _comparison(sign, name):
    function = getattr(operator, sign)

    def apply(x1, x2):
        return function(_stripped(x1), _stripped(x2))

    apply.__name__ = name
    return apply


def _stripped(texts):
    """Without spaces at the end, as all texts are compared here."""
    return asarray(rstrip(texts))


equal, not_equal = _comparison("eq", "equal"), _comparison("ne", "not_equal")
greater, greater_equal = _comparison("gt", "greater"), _comparison("ge", "greater_equal")
less, less_equal = _comparison("lt", "less"), _comparison("le", "less_equal")


def compare_chararrays(a1, a2, cmp, rstrip):
    """Texts compared by a sign; `rstrip` says whether spaces at the end are left out."""
    signs = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
    if cmp not in signs:
        raise ValueError("comparison must be '==', '!=', '<', '>', '<=', '>='")
    sides = [_stripped(each) if rstrip else asarray(each) for each in (a1, a2)]
    return getattr(operator, signs[cmp])(*sides)


def join(sep, seq):
    """The letters of each text with a text between."""
    seps, texts = broadcast_arrays(asarray(sep), asarray(seq))
    found = [between.join(text) for between, text in zip(seps.ravel().tolist(), texts.ravel().tolist())]
    return asarray(found, dtype(str)).reshape(texts.shape)


def mod(a, values):
    """Texts with values in place of their signs: `a % values`."""
    texts, values = broadcast_arrays(asarray(a), asarray(values))
    found = [text % (value,) for text, value in zip(texts.ravel().tolist(), list(values.ravel()))]
    return asarray(found, _texts_like(texts)).reshape(texts.shape)


def translate(a, table, deletechars=None):
    """Letters replaced as a table says."""
    a = asarray(a)
    if deletechars is not None:
        table = {**{ord(letter): None for letter in deletechars}, **(table or {})}
    found = [text.translate(table) for text in a.ravel().tolist()]
    return asarray(found, a.dtype).reshape(a.shape)


def slice(a, start=None, stop=None, step=None):
    """A part of each text; one place alone is where it ends."""
    a = asarray(a)
    part = builtins.slice(None, start) if stop is None and step is None else builtins.slice(start, stop, step)
    return asarray([text[part] for text in a.ravel().tolist()], a.dtype).reshape(a.shape)


class chararray(objects):
    """Texts whose methods are those of texts."""

    def __init__(self, texts):
        texts = asarray(texts)
        self._set(texts._values, _torch.arange(texts.size).reshape(texts.shape), texts.dtype)

    def __getattr__(self, name):
        function = globals().get(name)
        if name in _METHODS:
            return lambda *args, **kwargs: _as_texts(function(self, *args, **kwargs))
        return super().__getattr__(name)

    def __add__(self, other):
        return _as_texts(add(_plain(self), other))

    def __radd__(self, other):
        return _as_texts(add(other, _plain(self)))

    def __mul__(self, times):
        return _as_texts(multiply(self, times))

    def __mod__(self, values):
        return _as_texts(mod(self, values))

    def __repr__(self):
        return super().__repr__().replace("array(", "chararray(", 1)


_METHODS = (
    "capitalize center count decode encode endswith expandtabs find index isalnum isalpha isdecimal isdigit islower isnumeric "
    "isspace istitle isupper join ljust lower lstrip partition replace rfind rindex rjust rpartition rsplit rstrip split "
    "splitlines startswith strip swapcase title translate upper zfill"
).split()


def _plain(texts):
    return objects._array(texts._pool, texts._places, texts._kind)


def _as_texts(found):
    return chararray(found) if getattr(found, "_texts", False) else found


def array(obj, itemsize=None, copy=True, unicode=None, order=None):
    """Texts with methods of texts."""
    if itemsize is not None or unicode is not None:
        raise NotImplementedError("numpy.char.array: itemsize and unicode are not built into this numpy")
    texts = asarray(obj)
    return chararray(texts if texts.dtype.kind in "US" else texts.astype(str))

