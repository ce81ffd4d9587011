"""Arrays of a program's own class: what is made of one is one, too, as far as signs, functions, views and copies go.

Sums and other reductions of such arrays are plain here. Start reading at `as_own`.
"""

import functools

from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._numbers import generic


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


def dress(kind):
    """Gives a program's class what makes arrays of it of what its methods find, and numpy's functions that, too."""
    import numpy

    for name in _METHODS.split():
        method = getattr(ndarray, name)

        def apply(self, *args, _method=method, **kwargs):
            if hasattr(self, "__array_ufunc__") and _method.__name__ in _BY_FUNCTION:
                function = getattr(numpy, _BY_FUNCTION[_method.__name__])
                return function.reduce(self, **dict(zip(("axis", "dtype", "out"), args or (None,))), **kwargs)
            plain = as_class(ndarray, self)
            found = getattr(plain, _method.__name__)(*args, **kwargs)
            out = kwargs.get("out")
            return out if out is not None else _dressed(self, found, _method.__name__)

        functools.update_wrapper(apply, method)
        apply.__name__ = name
        if getattr(kind, name) is method:
            setattr(kind, name, apply)
    if not _done:
        _done.append(True)
        for name in _FUNCTIONS.split():
            setattr(numpy, name, _keeping(name, getattr(numpy, name)))


def _dressed(source, found, name):
    """What was found as an array of the class; single numbers, too, but for places."""
    if isinstance(found, (list, tuple)):
        return type(found)(_dressed(source, each, name) for each in found)
    if isinstance(found, ndarray):
        return like(source, found)
    if name in _PLACES or not isinstance(found, generic):
        return found

    return as_own(type(source), ndarray(tensor_of(found).reshape(())), source)


def _keeping(name, function):
    @functools.wraps(function)
    def apply(*args, **kwargs):
        source = next((each for each in args[:2] if isinstance(each, ndarray) and is_own(type(each))), None)
        if source is None or name in ("array", "copy") and not kwargs.get("subok"):
            return function(*args, **kwargs)
        own = getattr(source, "__array_function__", None)
        if own is not None:
            return own(apply, (type(source),), args, kwargs)
        if name == "asanyarray":
            return source if len(args) == 1 and not kwargs else like(source, function(*args, **kwargs))
        if hasattr(type(source), name) and name in _REDUCTIONS and name in vars(type(source)):
            return getattr(source, name)(*args[1:], **kwargs)
        args = [as_class(ndarray, each) if each is source else each for each in args]
        return _dressed(source, function(*args, **kwargs), name)

    return apply


_done = []
_BY_FUNCTION = {
    "sum": "add", "prod": "multiply", "max": "maximum", "min": "minimum", "any": "logical_or", "all": "logical_and",
}  # fmt: skip
_PLACES = ("argmax", "argmin", "dot", "inner", "matmul")
_REDUCTIONS = ("sum", "mean", "std", "var", "max", "min", "prod", "any", "all")
_METHODS = (
    "sum mean std var max min prod any all argmax argmin cumsum cumprod round clip astype dot argsort take repeat compress diagonal "
    "swapaxes argpartition __neg__ __abs__ __invert__"
)
_FUNCTIONS = (
    "sum mean std var prod max min any all amax amin median sort zeros_like ones_like full_like empty_like expand_dims diff cumsum "
    "cumprod clip round around average tile repeat roll flip flipud fliplr rot90 transpose ravel reshape squeeze unique diag "
    "atleast_1d atleast_2d atleast_3d nan_to_num array asanyarray copy inner gradient isclose nanmean nansum ptp argsort delete "
    "insert take moveaxis swapaxes split array_split trapezoid kron dot matmul angle"
)
