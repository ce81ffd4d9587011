"""As much of numpy as lessons on PyTorch use: arrays that share their memory with tensors.

Here are the functions that most lessons call; the others come from their files when they are asked for (`_ELSEWHERE`).
What it is not: all of numpy; `_missing` tells what is left out. Start reading at `_array`.
"""

from math import e, inf, nan, pi

import _torch
from numpy import _operators
from numpy._array import clipped, ndarray, operand, wrap
from numpy._create import alike, tensor_of
from numpy._functions import UFUNCS
from numpy._make import (
    arange, array, asarray, empty, empty_like, eye, full, full_like, identity, linspace, ones, ones_like, zeros, zeros_like
)
from numpy._rearrange import concatenate, expand_dims, stack
from numpy._numbers import (
    bool_, float16, float32, float64, floating, generic, inexact, int8, int16, int32, int64, integer, number,
    signedinteger, uint8, unsignedinteger,
)
from numpy._types import character, dtype, flexible, object_, str_, bytes_
from numpy._universal import ufunc

# Their home is this package, whatever file they are in.
for _kind in (
    ndarray, dtype, generic, number, inexact, floating, integer, signedinteger, unsignedinteger, flexible, character, bool_,
    float16, float32, float64, int8, int16, int32, int64, uint8, str_, bytes_, object_,
):
    _kind.__module__ = "numpy"

__version__ = "2.4.6+kindling"
newaxis = None
True_, False_ = bool_(True), bool_(False)
euler_gamma = 0.5772156649015329
bool, half, single, double, longlong, intp, int_ = bool_, float16, float32, float64, int64, int64, int64
byte, ubyte, short, intc, long = int8, uint8, int16, int32, int64

globals().update(UFUNCS)


def _from_tensor(tensor):
    """What `Tensor.numpy()` returns."""
    return ndarray(tensor)


def asanyarray(a, dtype=None, order=None):
    return asarray(a, dtype)


def ascontiguousarray(a, dtype=None):
    """As array, its values beside each other in memory."""
    found = asarray(a, dtype)
    return found if found.flags.c_contiguous else found.copy()


def copy(a, order="K", subok=False):
    """A copy."""
    return asarray(a).copy()


def asarray_chkfinite(a, dtype=None, order=None):
    """As array; refuses what is no number."""
    found = asarray(a, dtype)
    if found.dtype.kind == "f" and not isfinite(found).all():
        raise ValueError("array must not contain infs or NaNs")
    return found


_STAY_TENSORS = ("argmax", "argmin", "cumsum", "cumprod", "squeeze")


_OF_ALL = ("sum", "mean", "max", "min", "prod", "std", "var", "all", "any")


def _told(name, args, kwargs):
    """What a method of data with labels is told: numpy's own axis, and divisor, where none is named."""
    told = {**({"axis": None} if name in _OF_ALL else {}), **({"ddof": 0} if name in ("std", "var") else {})}
    return {**told, **({"axis": args[0]} if args else {}), **kwargs}


def _method(name):
    def apply(a, *args, **kwargs):
        if type(a) is ndarray:
            return getattr(a, name)(*args, **kwargs)
        # What has labels and a method of that name, as a column of pandas, answers for itself.
        own = getattr(a, name, None) if hasattr(a, "__array_wrap__") else None
        if own is not None and len(args) < 2:
            return own(**_told(name, args, kwargs))
        if hasattr(a, "_own_mask"):
            return getattr(a, name)(*args, **kwargs)
        found = getattr(asarray(a), name)(*args, **kwargs)
        return alike(a, found) if name in _STAY_TENSORS else found

    apply.__name__ = name
    return apply


sum, mean, max, min, prod, std, var = (_method(name) for name in "sum mean max min prod std var".split())
all, any, argmax, argmin, cumsum, cumprod = (_method(name) for name in "all any argmax argmin cumsum cumprod".split())
ravel, _squeezed = _method("ravel"), _method("squeeze")
amax, amin = max, min


def squeeze(a, axis=None):
    """Without the axes of size 1."""
    return a if axis is None and isinstance(a, generic) else _squeezed(a, axis)


def reshape(a, /, shape=None, order="C", *, newshape=None, copy=None):
    """The values in another shape."""
    if newshape is not None:
        raise TypeError("reshape() got an unexpected keyword argument 'newshape'")
    return alike(a, asarray(a).reshape(shape, order=order))


def transpose(a, axes=None):
    """The axes in reverse order, or in another."""
    if axes is None and (isinstance(a, generic) or hasattr(a, "_as_plain") or hasattr(a, "__array_wrap__")):
        return a.T
    return alike(a, asarray(a).transpose() if axes is None else asarray(a).transpose(axes))


permute_dims = transpose


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None):
    """Between bounds."""
    low, high = (a_min if min is None else min), (a_max if max is None else max)
    if getattr(a, "_is_wide", False) or getattr(getattr(a, "dtype", None), "kind", "") == "c":
        return a.clip(low, high, out)
    if type(a) in (float, float64) and out is None and type(low) in (float, int, float64) and type(high) in (float, int, float64):
        # As the larger and the smaller of two: what is no number stays so.
        return float64(a if a != a else high if high < (low if low > a else a) else low if low > a else a)
    like = getattr(a, "__array_wrap__", None)
    found = wrap(clipped(operand(asarray(a)), *(bound if bound is None else operand(bound) for bound in (low, high))))
    if out is not None:
        out[...] = found
        return out
    return alike(a, found) if like is None else like(found)


def round(a, decimals=0, out=None):
    """Rounded to so many places, halves to even."""
    like = getattr(a, "__array_wrap__", None)
    found = asarray(a).round(decimals, out=out)
    if isinstance(a, _torch.Tensor):
        return tensor_of(found)
    return found if out is not None or like is None else like(found)


around = round


def fix(x, out=None):
    """Rounded toward zero."""
    return trunc(x, out=out)


def _is_real(value):
    return getattr(value, "_is_plain", True) and not isinstance(value, complex)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether numbers are equal but for a tolerance."""
    if not (_is_real(a) and _is_real(b)):
        return _is_close_by_size(asarray(a), asarray(b), rtol, atol, equal_nan)
    a, b = _torch.broadcast_tensors(tensor_of(a).double(), tensor_of(b).double())
    return wrap(_torch.isclose(a, b, rtol, atol, equal_nan))


def _is_close_by_size(a, b, rtol, atol, equal_nan):
    """Of complex numbers: by how far they are from each other in the plane."""
    a, b = (each.astype(float64) if getattr(each, "_is_wide", False) else each for each in (a, b))
    near = (a == b) | (abs(a - b) <= atol + rtol * abs(b))
    return near | (isnan(a) & isnan(b)) if equal_nan else near


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all numbers are equal but for a tolerance."""
    from numpy._errors import broadcast_shape

    if not (_is_real(a) and _is_real(b)):
        return isclose(a, b, rtol, atol, equal_nan).all().item()
    a, b = tensor_of(a).double(), tensor_of(b).double()
    broadcast_shape([tuple(a.shape), tuple(b.shape)])
    return _torch.allclose(*_torch.broadcast_tensors(a, b), rtol, atol, equal_nan)


def array_equal(a1, a2, equal_nan=False):
    """Whether arrays have one shape and equal values."""
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = asarray(a1 == a2)
    if equal_nan and a1.dtype.kind == "f" and a2.dtype.kind == "f":
        same = same | (isnan(a1) & isnan(a2))
    return same.all().item()


def array_equiv(a1, a2):
    """Whether arrays are equal when they are stretched to one shape."""
    try:
        return asarray(asarray(a1) == asarray(a2)).all().item()
    except ValueError:
        return False


def astype(x, dtype, /, *, copy=True):
    return asarray(x).astype(dtype, copy=copy)[() if getattr(x, "ndim", 1) == 0 else ...]


# Of files that come when one of their functions is asked for.
_ELSEWHERE = {
    "_bins": "bincount histogram histogram2d histogram_bin_edges",
    "_calls": "apply_along_axis apply_over_axes fromiter frompyfunc piecewise vectorize",
    "_complex": (
        "angle cdouble complex64 complex128 complexfloating csingle imag iscomplex iscomplexobj isreal isrealobj "
        "real"
    ),
    "_business_days": "busday_count busday_offset datetime_as_string datetime_data is_busday isnat",
    "_dates": "datetime64 timedelta64",
    "_edit": "append compress copyto delete extract fill_diagonal insert pad place put put_along_axis putmask",
    "_files": "frombuffer fromfile fromstring load save savez savez_compressed",
    "_grids": (
        "bartlett blackman diag diag_indices diagflat fromfunction geomspace hamming hanning index_exp indices ix_ "
        "logspace meshgrid mgrid ndenumerate ndindex ogrid ravel_multi_index s_ sinc tri tril tril_indices "
        "tril_indices_from triu triu_indices triu_indices_from unravel_index vander"
    ),
    "_kinds": (
        "base_repr binary_repr can_cast finfo iinfo isscalar issubdtype iterable may_share_memory min_scalar_type "
        "ndim promote_types result_type sctypeDict shape shares_memory size typename"
    ),
    "_memmaps": "memmap",
    "_nditer": "nditer",
    "_polynomials": "poly poly1d polyadd polyder polydiv polyfit polyint polymul polysub polyval roots",
    "_print": "array2string array_repr array_str get_printoptions printoptions set_printoptions",
    "_products": "convolve correlate cross dot einsum inner kron matmul outer tensordot trace vdot vecdot",
    "_rearrange": (
        "array_split atleast_1d atleast_2d atleast_3d block broadcast_arrays broadcast_shapes broadcast_to c_ choose "
        "column_stack concat diagonal dsplit dstack flip fliplr flipud hsplit hstack moveaxis r_ repeat resize roll "
        "rollaxis rot90 row_stack split swapaxes take take_along_axis tile trim_zeros unstack vsplit vstack"
    ),
    "_matrix": "asmatrix bmat matrix",
    "_newer": (
        "bitwise_count cumulative_prod cumulative_sum diag_indices_from isneginf isposinf matrix_transpose matvec nancumprod "
        "real_if_close unique_all unique_counts unique_inverse vecmat"
    ),
    "_records": "void",
    "_seldom": (
        "asfortranarray common_type format_float_positional format_float_scientific histogramdd i0 isdtype isfortran kaiser "
        "mask_indices nextafter require sort_complex spacing"
    ),
    "_sets": (
        "argpartition argsort argwhere count_nonzero digitize flatnonzero intersect1d isin lexsort nonzero partition "
        "searchsorted select setdiff1d setxor1d sort union1d unique unique_values where"
    ),
    "_statistics": "average corrcoef cov diff ediff1d gradient interp median percentile ptp quantile trapezoid unwrap",
    "_textfiles": "genfromtxt loadtxt savetxt",
    "_unsigned": "uint uint16 uint32 uint64 uintc uintp ulong ulonglong ushort",
    "_values": "divmod errstate frexp geterr ldexp modf packbits seterr show_config unpackbits",
    "_without_nan": (
        "nan_to_num nanargmax nanargmin nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile "
        "nanstd nansum nanvar"
    ),
}

_FILES = {name: file for file, names in _ELSEWHERE.items() for name in names.split()}
_MODULES = ("char", "emath", "fft", "lib", "linalg", "ma", "polynomial", "random", "rec", "strings", "testing", "exceptions", "typing")

# With what comes later, for `from numpy import *`.
_OURS = frozenset("UFUNCS alike clipped operand tensor_of wrap".split())
__all__ = [*(name for name in dict(globals()) if name[0] != "_" and name not in _OURS), *_FILES, *_MODULES]


def __getattr__(name):
    if name in _FILES:
        found = getattr(__import__(f"numpy.{_FILES[name]}", fromlist=(name,)), name)
        globals()[name] = found
        return found
    if name in ("recarray", "record"):
        return getattr(__import__("numpy.rec", fromlist=(name,)), name)
    if name in _MODULES or name == "core":
        return __import__(f"numpy.{name}", fromlist=(name,))
    from numpy._missing import answer

    raise answer(name)


def __dir__():
    return sorted({*globals(), *_FILES, *_MODULES})
