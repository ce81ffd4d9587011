"""`numpy.char`: methods of texts for arrays of texts.

Not the arrays themselves, which are `_objects`'. Start reading at `_of_texts`.
"""

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


capitalize, lower, upper, title, swapcase = map(_of_texts, ("capitalize", "lower", "upper", "title", "swapcase"))
strip, lstrip, rstrip = (_of_texts(name, keeps_width=True) for name in ("strip", "lstrip", "rstrip"))
replace, zfill = map(_of_texts, ("replace", "zfill"))
encode, decode = _of_texts("encode", bytes), _of_texts("decode", str)
center, ljust, rjust = map(_of_texts, ("center", "ljust", "rjust"))
startswith, endswith = _of_texts("startswith", bool), _of_texts("endswith", bool)
isdigit, isalpha, isnumeric = _of_texts("isdigit", bool), _of_texts("isalpha", bool), _of_texts("isnumeric", bool)
isupper, islower, isspace = _of_texts("isupper", bool), _of_texts("islower", bool), _of_texts("isspace", bool)
count, find, index, str_len = (
    _of_texts("count", int),
    _of_texts("find", int),
    _of_texts("index", int),
    _of_texts("__len__", int),
)


def _of_parts(name):
    """As `_of_texts`, of methods that make a list or a tuple of each text."""

    def apply(a, *args, **kwargs):
        a = asarray(a)
        found = [getattr(value, name)(*args, **kwargs) for value in a.ravel().tolist()]
        return objects(found, a.shape) if a.shape else objects(found, (1,))[0]

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


def equal(x1, x2):
    """Where texts are equal."""
    return asarray(x1) == asarray(x2)


def join(sep, seq):
    """The letters of each text with a text between."""
    seq = asarray(seq)
    return asarray([sep.join(text) for text in seq.ravel().tolist()], dtype(str)).reshape(seq.shape)
