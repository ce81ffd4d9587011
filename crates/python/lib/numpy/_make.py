"""`np.array` and what else makes arrays of values that are given, or of one value.

Not how values are read: that is `_create`'s for numbers and `_objects`' for anything else. Start reading at `array`.
"""

import functools
import operator

import _torch
from _scalars import FLOATS, INTS, NUMBERS
from numpy._array import ndarray
from numpy._create import NotNumbers, of_floats, tensor_of
from numpy._types import _Kind, dtype as dtype_of


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0):
    """A new array of numbers, of texts, of anything: from nested lists, a tensor or another array."""
    if type(object) is list and dtype is None and ndmin == 0:
        found = of_floats(object)
        if found is not None:
            return ndarray(found)
    made = asarray(object, dtype)
    if made.ndim < ndmin:
        made = made.reshape((1,) * (ndmin - made.ndim) + made.shape)
    made = made.copy() if copy and (_is_shared(object) or made is object) else made
    if order == "F" and made._is_plain and made.ndim > 1:
        return ndarray(made.transpose()._kindling_tensor.contiguous()).transpose()
    return made


def _is_shared(object):
    return isinstance(object, (ndarray, _torch.Tensor)) or hasattr(object, "__array__")


def asarray(a, dtype=None, order=None, *, copy=None):
    """As array, but without a copy where none is needed."""
    if isinstance(a, ndarray) and type(a) is not ndarray and hasattr(a, "_as_plain"):
        a = a._as_plain()
    if isinstance(a, ndarray) and dtype is None:
        a = a if type(a) is ndarray else _undressed(a)
        return a.copy() if copy else a
    if getattr(a, "_is_wide", False) and not isinstance(a, ndarray):
        a = a._array()
        return a if dtype is None else a.astype(dtype)
    if not isinstance(a, ndarray) and hasattr(a, "__array__") and not isinstance(a, _torch.Tensor):
        a = a.__array__()
    kind = None if dtype is None else dtype_of(dtype)
    if kind is not None and kind.subdtype:
        raise NotImplementedError(f"numpy.array: {kind!r} is not built into this numpy")
    if kind is not None and kind.kind == "V":
        from numpy._records import from_rows

        return from_rows(a, kind)
    if isinstance(kind, _Kind) or (isinstance(a, ndarray) and not a._is_plain):
        return _of_objects(a, kind)
    if kind is not None and not kind.isnative:
        return asarray(a).astype(kind)
    try:
        return ndarray(tensor_of(a, kind))
    except NotNumbers:
        return _of_objects(a, kind)


def _undressed(a):
    """An array of a program's own class as a plain one."""
    from numpy import _derived

    return _derived.as_class(ndarray, a) if _derived.is_own(type(a)) else a


def atleast_vector(a):
    """As an array of one dimension at least."""
    a = asarray(a)
    return a if a.ndim else a.reshape(1)


def _of_objects(value, kind):
    if isinstance(value, ndarray) and kind is not None:
        return value.astype(kind)
    if (kind is not None and kind.kind == "c") or (kind is None and _is_complex(value)):
        from numpy._complex import from_lists

        return from_lists(value, kind)
    if kind.kind == "u" if kind is not None else _has_wide(value):
        from numpy._unsigned_arrays import as_unsigned

        return as_unsigned(value, kind)
    if kind.kind in "mM" if kind is not None else _begins_with_time(value):
        from numpy._date_arrays import as_times

        return as_times(value, kind)
    from numpy._objects import from_any
    from numpy._python_values import number_of

    if kind is None or isinstance(kind, _Kind):
        return from_any(value, kind)
    found = from_any(value)
    numbers = [number_of(each, kind, False) for each in found._values]
    return ndarray(tensor_of(numbers, kind).reshape(found.shape))


def _is_complex(value):
    """Whether numbers in nested lists are complex somewhere, and numbers everywhere."""
    leaves, pending = [], [value]
    while pending:
        each = pending.pop()
        if isinstance(each, (list, tuple)):
            if str in map(type, each):
                return False
            pending += each
        elif getattr(getattr(each, "dtype", None), "kind", "") == "c" and hasattr(each, "tolist"):
            leaves.append(1j)
        elif not isinstance(each, (ndarray, _torch.Tensor)):
            leaves.append(each)
        elif not each.ndim or not getattr(each, "_is_plain", True):
            leaves.append(None)
    return any(isinstance(leaf, complex) for leaf in leaves) and all(
        isinstance(leaf, (NUMBERS, complex)) for leaf in leaves
    )


def _has_wide(value):
    """Whether nested lists are of numbers of which one needs more bits than the core's have, or has such a dtype."""
    from numpy._python_values import leaves_of

    if getattr(value, "_is_wide", False):
        return True
    if not isinstance(value, (list, tuple, int)):
        return False
    try:
        leaves, _ = leaves_of(value, None)
    except ValueError:
        return False
    if not leaves or not all(isinstance(leaf, NUMBERS) or getattr(leaf, "_is_wide", False) for leaf in leaves):
        return False
    return any(getattr(leaf, "_is_wide", False) or type(leaf) is int and 2**63 <= leaf < 2**64 for leaf in leaves) and all(
        -(2**63) <= leaf < 2**64 for leaf in leaves if type(leaf) is int
    )


def _begins_with_time(value):
    """Whether the first value in nested lists is a moment or a span of numpy."""
    while isinstance(value, (list, tuple)) and value:
        value = value[0]
    return getattr(getattr(value, "dtype", None), "kind", "") in ("m", "M")


def shape_of(shape):
    """A shape as a tuple.

    Raises:
        TypeError, ValueError: for what is none.
    """
    if type(shape) is int and shape >= 0:
        return (shape,)
    if type(shape) is tuple and set(map(type, shape)) == {int} and min(shape) >= 0:
        return shape
    if isinstance(shape, FLOATS):
        raise TypeError(f"expected a sequence of integers or a single integer, got '{shape}'")
    sizes = (shape,) if hasattr(shape, "__index__") and not getattr(shape, "ndim", 0) else tuple(shape)
    for size in sizes:
        if not hasattr(size, "__index__"):
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    sizes = tuple(size.__index__() for size in sizes)
    if any(size < 0 for size in sizes):
        raise ValueError("negative dimensions are not allowed")
    return sizes


def _uniform(value, text, anything):
    def make(shape, dtype=float, order="C"):
        if dtype is float:
            return ndarray(getattr(_torch, value)(shape_of(shape), dtype=_torch.float64))
        kind = dtype_of(float if dtype is None else dtype)
        if kind.kind == "V":
            from numpy._records import alike

            return alike(make, shape_of(shape), kind)
        if kind.kind == "c":
            return full(shape, complex(value == "ones"), kind)
        if not isinstance(kind, _Kind) and kind.isnative:
            return ndarray(getattr(_torch, value)(shape_of(shape), dtype=kind._torch))
        return full(shape, int(value == "ones") if kind.kind in "biuf" else text if kind.kind in "US" else anything, kind)

    return make


zeros, ones, empty = _uniform("zeros", "", 0), _uniform("ones", "1", 1), _uniform("zeros", "", None)
for _name, _made in (("zeros", zeros), ("ones", ones), ("empty", empty)):
    _made.__name__ = _made.__qualname__ = _name


def full(shape, fill_value, dtype=None, order="C"):
    """One value everywhere."""
    value, sizes = asarray(fill_value, dtype), shape_of(shape)
    if not value._is_plain:
        from numpy._rearrange import broadcast_to

        made = broadcast_to(value, sizes).copy()
        return made.astype(value.dtype) if getattr(made, "_is_wide", False) else made
    made = value._shown(value._kindling_tensor.expand(sizes).clone())
    made._base = None
    return made


def _alike(make, *fill):
    def apply(a, *args, dtype=None, order="K", subok=True, shape=None):
        a = asarray(a)
        values = args[: len(fill)]
        if len(args) > len(fill):
            dtype = args[len(fill)]
        return make(a.shape if shape is None else shape, *values, dtype=a.dtype if dtype is None else dtype)

    return apply


zeros_like, ones_like, empty_like = _alike(zeros), _alike(ones), _alike(empty)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    """One value in the shape of an array, and in its dtype."""
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, a.dtype if dtype is None else dtype)


def eye(N, M=None, k=0, dtype=float, order="C"):
    """Ones on a diagonal."""
    if N < 0 or M is not None and M < 0:
        raise ValueError("negative dimensions are not allowed")
    places = _torch.arange(N).reshape(-1, 1) + k == _torch.arange(N if M is None else M)
    return ndarray(places).astype(dtype)


def identity(n, dtype=None):
    return eye(n, dtype=float if dtype is None else dtype)


def arange(start=None, stop=None, step=1, dtype=None):
    """Numbers at equal steps, stop excluded."""
    if start is None:
        if stop is None:
            raise TypeError("arange() requires stop to be specified.")
        start = 0
    if type(start) is type(step) is int and dtype is None and (stop is None or type(stop) is int):
        low, high = (0, start) if stop is None else (start, stop)
        if step > 0 and high > low:
            return ndarray(_torch.arange(low, high, step))
    if _is_of_times((start, stop, step), dtype):
        from numpy._date_arithmetic import steps

        return steps(start, stop, step, dtype)
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ZeroDivisionError("division by zero")
    given = [value.item() if hasattr(value, "item") else value for value in (start, stop, step)]
    if any(isinstance(value, str) for value in given):
        raise TypeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
    start, stop, step = given
    whole = all(isinstance(value, INTS) for value in given)
    if dtype is not None and (isinstance(dtype_of(dtype), _Kind) or not dtype_of(dtype).isnative):
        return arange(start, stop, step).astype(dtype)
    kind = dtype_of(dtype)._torch if dtype is not None else _torch.int64 if whole else _torch.float64
    count = max(-(-(stop - start) // step), 0)
    if not whole:
        # As numpy has it: each is a multiple of the difference between the first two.
        delta = (start + step) - start
        return ndarray((start + _torch.arange(int(count), dtype=_torch.float64) * delta).to(kind))
    return ndarray((start + _torch.arange(int(count)) * step).to(kind))


def _is_of_times(given, dtype):
    if dtype is not None and not isinstance(dtype, type):
        return dtype_of(dtype).kind in "mM"
    return any(map(_begins_with_time, given))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """Evenly spaced numbers; without `endpoint`, stop itself is left out."""
    num = operator.index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    if any(isinstance(end, complex) or getattr(getattr(end, "dtype", None), "kind", "") == "c" for end in (start, stop)):
        return _between_complex(start, stop, num, endpoint, retstep, dtype, axis)
    parts = num - 1 if endpoint else num
    counts_in = _floats_of(start, stop)
    if type(start) in _PLAIN and type(stop) in _PLAIN and not retstep:
        # Numbers of Python's cost less than tensors of one.
        low, high = float(start), float(stop)
    else:
        low, high = tensor_of(start).to(counts_in), tensor_of(stop).to(counts_in)
    width = high - low
    ramp = _torch.arange(num, dtype=counts_in)
    if getattr(width, "ndim", 0):
        ramp = ramp.reshape((-1,) + (1,) * width.ndim)
    step = width / parts if parts > 0 else width * float("nan")
    values = (ramp * step if parts > 0 else ramp * width) + low
    if endpoint and num > 1:
        values[-1] = high
    if axis:
        values = values.movedim(0, axis)
    kind = None if dtype is None else dtype_of(dtype)
    if kind is not None and kind.kind in "iu":
        values = _torch.floor(values)
    made = ndarray(values) if kind is None else ndarray(values).astype(kind)
    if not retstep:
        return made
    from numpy._array import wrap

    return made, wrap(step)


_PLAIN = (int, float)


def _between_complex(start, stop, num, endpoint, retstep, dtype, axis):
    from numpy._complex_orders import spread

    made = spread(start, stop, lambda low, high: linspace(low, high, num, endpoint, axis=axis))
    made = made if dtype is None else made.astype(dtype)
    parts = num - 1 if endpoint else num
    return (made, (asarray(stop) - asarray(start)) / parts if parts else float("nan")) if retstep else made


def _floats_of(*ends):
    """Float32 between single numbers, beside which Python's own are as single; float64 otherwise."""
    kinds = {str(end.dtype) if hasattr(end, "dtype") else type(end) for end in ends} - {int, float}
    return _torch.float32 if kinds == {"float32"} else _torch.float64


def moves(function):
    """For a function that only puts an array's values elsewhere: arrays of texts and of complex numbers go through, too."""

    @functools.wraps(function)
    def apply(a, *args, **kwargs):
        a = asarray(a)
        return (
            function(a, *args, **kwargs)
            if a._is_plain
            else a._moved(lambda arrays: function(arrays[0], *args, **kwargs), [a])
        )

    return apply


def joins(function):
    """As `moves`, for a function of a list of arrays."""

    @functools.wraps(function)
    def apply(arrays, *args, **kwargs):
        if type(arrays) in (list, tuple) and set(map(type, arrays)) == {ndarray}:
            return function(list(arrays), *args, **kwargs)
        given = list(arrays)
        arrays = [asarray(a) for a in given]
        of_two = next((a for a in given if getattr(a, "_is_matrix", False)), None)
        if of_two is not None:
            return of_two.__array_wrap__(function(arrays, *args, **kwargs))
        special = next((a for a in arrays if not a._is_plain), None)
        return function(arrays, *args, **kwargs) if special is None else special._moved(function, arrays, *args, **kwargs)

    return apply


def keeps_unsigned(function):
    """For a function whose result has its arrays' dtype: numbers of `_unsigned` go through as those of 64 bits."""

    @functools.wraps(function)
    def apply(*args, **kwargs):
        for arg in args:
            if getattr(arg, "_is_wide", False):
                return _through(function, args, kwargs)
        return function(*args, **kwargs)

    return apply


def of_parts(function):
    """For a function that is linear in each of its arrays: arrays of complex numbers go through by their parts."""

    @functools.wraps(function)
    def apply(*args, **kwargs):
        for arg in args:
            if isinstance(arg, complex) or getattr(getattr(arg, "dtype", None), "kind", "") == "c" or _has_complex(arg):
                return _by_parts(function, args, kwargs)
        return function(*args, **kwargs)

    return apply


def _has_complex(value):
    while isinstance(value, list) and value and isinstance(value[0], list):
        value = value[0]
    return isinstance(value, list) and any(isinstance(each, complex) for each in value)


def _by_parts(function, args, kwargs):
    from numpy._complex_orders import together

    out = kwargs.pop("out", None)
    is_by_subscripts = isinstance(args[0], str)
    places = [at for at in range(len(args)) if (at > 0 if is_by_subscripts else at < 2)]

    def of_arrays(*arrays):
        given = list(args)
        for at, each in zip(places, arrays):
            given[at] = each
        return function(*given, **kwargs)

    found = together(of_arrays, [asarray(args[at]) for at in places])
    if out is None:
        return found
    out[...] = found
    return out


def _through(function, args, kwargs):
    from numpy._kinds import result_type

    kind = result_type(*(arg for arg in args if isinstance(arg, (ndarray, NUMBERS)) or getattr(arg, "_is_wide", False)))
    between = "int64" if kind.kind == "u" else kind
    found = function(*(asarray(arg).astype(between) if getattr(arg, "_is_wide", False) else arg for arg in args), **kwargs)
    if isinstance(found, (list, tuple)):
        return type(found)(each.astype(kind) for each in found)
    return found.astype(kind) if hasattr(found, "astype") else found
