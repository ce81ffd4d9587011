"""`np.ma`: arrays with masks, and what makes them.

What it is not: all of numpy's. Start reading at `array`; the class is in `_masked`.
"""

import numpy
from numpy._masked import MaskedArray, MaskError, masked, nomask
from numpy._masks import MAError
from numpy._outs import into

__all__ = ["MAError", "MaskError", "MaskedArray", "array", "masked", "masked_array", "nomask"]
masked_array = MaskedArray
MaskType = numpy.bool_


def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True, hard_mask=False, shrink=True,
          subok=True, ndmin=0):
    """Values and the mask that says which of them do not count."""
    return MaskedArray(data, mask, dtype, copy, subok, ndmin, fill_value, keep_mask, hard_mask, shrink, order)


def asarray(a, dtype=None, order=None):
    return a if isinstance(a, MaskedArray) and dtype is None else MaskedArray(a, dtype=dtype)


asanyarray = asarray


def isMaskedArray(x):
    return isinstance(x, MaskedArray)


isMA = isarray = isMaskedArray


def is_masked(x):
    """Whether any value is masked."""
    return isinstance(x, MaskedArray) and x.mask is not nomask and bool(x.mask.any())


def getmask(a):
    """The mask, or `nomask`."""
    return a.mask if isinstance(a, MaskedArray) else nomask


def getmaskarray(arr):
    """The mask, written out where there is none."""
    return asarray(arr)._full_mask()


def getdata(a, subok=True):
    return a.data if isinstance(a, MaskedArray) else numpy.asarray(a)


def filled(a, fill_value=None):
    """The values, with a fill in place of the masked ones."""
    return a.filled(fill_value) if isinstance(a, MaskedArray) else numpy.asarray(a)


def compressed(x):
    return asarray(x).compressed()


def count(arr, axis=None, keepdims=False):
    return asarray(arr).count(axis, keepdims)


def count_masked(arr, axis=None):
    """How many are masked."""
    return getmaskarray(arr).sum(axis)


def masked_where(condition, a, copy=True):
    """Masked where a condition holds."""
    condition = numpy.asarray(filled(condition, False))
    data = getdata(a)
    if condition.shape and condition.shape != data.shape:
        raise IndexError(
            f"Inconsistent shape between the condition and the input (got {condition.shape} and {data.shape})"
        )
    mask = condition if condition.any() or condition.shape else nomask
    return MaskedArray(a, mask, copy=copy)


def _by(function):
    def make(x, value, copy=True):
        found = function(numpy.asarray(getdata(x)), value)
        return masked_where(found, x, copy)

    return make


_where_equal, masked_not_equal = _by(lambda x, value: x == value), _by(lambda x, value: x != value)
masked_greater, masked_greater_equal = _by(lambda x, value: x > value), _by(lambda x, value: x >= value)
masked_less, masked_less_equal = _by(lambda x, value: x < value), _by(lambda x, value: x <= value)


def masked_equal(x, value, copy=True):
    """Masked where values are equal to one, which is the fill then."""
    found = _where_equal(x, value, copy)
    found.fill_value = value
    return found


def masked_inside(x, v1, v2, copy=True):
    """Masked between bounds."""
    low, high = sorted((v1, v2))
    data = getdata(x)
    return masked_where((data >= low) & (data <= high), x, copy)


def masked_outside(x, v1, v2, copy=True):
    """Masked outside of bounds."""
    low, high = sorted((v1, v2))
    data = getdata(x)
    return masked_where((data < low) | (data > high), x, copy)


def masked_invalid(a, copy=True):
    """Masked where values are no numbers, or without end."""
    return masked_where(~numpy.isfinite(getdata(a)), a, copy)


def masked_values(x, value, rtol=1e-05, atol=1e-08, copy=True, shrink=True):
    """Masked where floats are close to a value."""
    data = getdata(x)
    found = masked_where(numpy.isclose(data, value, rtol, atol) if data.dtype.kind == "f" else data == value, x, copy)
    found.fill_value = value
    return found


def masked_all(shape, dtype=float):
    """All masked."""
    return MaskedArray(numpy.empty(shape, dtype), numpy.ones(shape, dtype=bool))


def make_mask(m, copy=False, shrink=True):
    """A mask of truth values."""
    found = numpy.asarray(filled(m, True), dtype=bool)
    return nomask if shrink and not found.any() else found


def mask_or(m1, m2, copy=False, shrink=True):
    """Masked where one of two is."""
    if m1 is nomask or m2 is nomask:
        return m2 if m1 is nomask else m1
    return numpy.asarray(m1) | numpy.asarray(m2)


def _made(name):
    function = getattr(numpy, name)
    return lambda *args, **kwargs: MaskedArray(function(*args, **kwargs))


zeros, ones, empty, arange = map(_made, ("zeros", "ones", "empty", "arange"))


def _joining(name):
    function = getattr(numpy, name)

    def join(arrays, *args, **kwargs):
        arrays = [asarray(each) for each in arrays]
        mask = nomask
        # Not by `any`, which is this module's own here.
        if [each for each in arrays if each.mask is not nomask]:
            mask = function([each._full_mask() for each in arrays], *args, **kwargs)
        return MaskedArray(function([each.data for each in arrays], *args, **kwargs), mask)

    return join


concatenate, stack, vstack, hstack, column_stack = map(_joining, "concatenate stack vstack hstack column_stack".split())


def average(a, axis=None, weights=None, returned=False):
    """The mean, by weights if they are given."""
    a = asarray(a)
    if weights is None:
        found, total = a.mean(axis), a.count(axis)
    else:
        weights = MaskedArray(numpy.broadcast_to(numpy.asarray(weights, dtype=float), a.shape).copy(), a.mask)
        total = weights.sum(axis)
        found = (a * weights).sum(axis) / total
    return (found, total) if returned else found


@into
def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle of the values that are not masked."""
    a = asarray(a)
    if axis is None:
        values = a.compressed()
        found = numpy.median(values) if values.size else masked
        return MaskedArray(found).reshape((1,) * a.ndim) if keepdims else found
    lines = numpy.moveaxis(a.data, axis, -1), numpy.moveaxis(a._full_mask(), axis, -1)
    rows = zip(lines[0].reshape(-1, a.shape[axis]), lines[1].reshape(-1, a.shape[axis]))
    found = [median(MaskedArray(row, gone)) for row, gone in rows]
    shape = tuple(1 if at == axis % a.ndim else size for at, size in enumerate(a.shape)) if keepdims else lines[0].shape[:-1]
    gone = numpy.array([each is masked for each in found])
    return MaskedArray([0.0 if each is masked else each for each in found], gone).reshape(shape)


def where(condition, x=None, y=None):
    """One where a condition holds, else the other; with the masks of what is taken."""
    x, y = asarray(x), asarray(y)
    plain = getdata(condition)
    mask = numpy.where(plain, x._full_mask(), y._full_mask()) | getmaskarray(condition)
    return MaskedArray(numpy.where(plain, x.data, y.data), mask)


def allequal(a, b, fill_value=True):
    """Whether arrays are equal where neither is masked; `fill_value` is what masked pairs count as."""
    return numpy.bool_((asarray(a) == asarray(b)).filled(fill_value).all())


def _method(name):
    def apply(a, *args, **kwargs):
        return getattr(asarray(a), name)(*args, **kwargs)

    apply.__name__ = name
    return apply


_METHODS = (
    "sum prod mean std var max min all any cumsum cumprod argmax argmin argsort ravel reshape transpose ptp anom dot repeat "
    "take"
)
for _name in _METHODS.split():
    globals()[_name] = _method(_name)
product, anomalies = globals()["prod"], globals()["anom"]


def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None, *, stable=None):
    """A sorted copy, masked values last."""
    found = asarray(a).copy()
    found.sort(axis, endwith=endwith, fill_value=fill_value)
    return found


_FUNCTIONS = (
    "sqrt exp log log2 log10 sin cos tan arcsin arccos arctan abs absolute negative floor ceil add subtract multiply divide "
    "true_divide floor_divide power mod remainder equal not_equal less less_equal greater greater_equal maximum minimum "
    "logical_and logical_or logical_not isfinite isnan"
)


def _function(name):
    @into
    def apply(*inputs):
        inputs = [asarray(each) if at == 0 else each for at, each in enumerate(inputs)]
        return getattr(numpy, name)(*inputs)

    apply.__name__ = name
    return apply


for _name in _FUNCTIONS.split():
    globals()[_name] = _function(_name)


def __getattr__(name):
    from numpy import _masked_more

    if name[0] == "_" or name not in vars(_masked_more):
        raise AttributeError(f"module 'numpy.ma' has no attribute '{name}'")
    return getattr(_masked_more, name)
