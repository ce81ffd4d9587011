"""Arrays of a program's own class: what is made of one is one, too, as far as signs, functions, views and copies go.

Sums and other reductions of such arrays are plain here. Start reading at `as_own`.
"""

from numpy._array import ndarray


def is_own(kind):
    """Whether a class of arrays is a program's own."""
    return kind is not ndarray and issubclass(kind, ndarray) and not kind.__module__.startswith("numpy")


def is_class(kind):
    """Whether it is `ndarray`, or a program's class of arrays."""
    return kind is ndarray or isinstance(kind, type) and is_own(kind)


def as_class(kind, array):
    """The same memory as an array of the class."""
    shown = ndarray(array._kindling_tensor, None, array)
    return shown if kind is ndarray else as_own(kind, shown, array)


def as_own(kind, array, source):
    """A plain array as one of a program's class, which is told what it was made of."""
    made = ndarray.__new__(kind)
    ndarray.__init__(made, array._kindling_tensor, None, array._base)
    finalize = getattr(made, "__array_finalize__", None)
    if finalize is not None:
        finalize(source)
    return made


def like(source, found):
    """What was found of an array: of its class, if that is a program's own."""
    if type(found) is not ndarray or not is_own(type(source)):
        return found
    return as_own(type(source), found, source)
