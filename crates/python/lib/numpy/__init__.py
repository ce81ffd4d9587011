"""As much of numpy as lessons on PyTorch use: arrays that share their memory with tensors."""

from math import e, inf, nan, pi

import _torch
from numpy import _ufunc
from numpy._array import clipped, matrix_product, ndarray, operand, product, wrap
from numpy._create import tensor_of
from numpy._errors import checked_axis
from numpy._types import (
    bool_, dtype, float16, float32, float64, floating, generic, int8, int16, int32, int64, integer, number, uint8
)

# Their home is this package, whatever file they are in.
for _kind in (ndarray, dtype, generic, floating, integer, bool_, float16, float32, float64, int8, int16, int32, int64, uint8):
    _kind.__module__ = "numpy"

__version__ = "2.0.0+kindling"
newaxis = None
True_, False_ = bool_(True), bool_(False)


def _from_tensor(tensor):
    """What `Tensor.numpy()` returns."""
    return ndarray(tensor)


def array(object, dtype=None, copy=True, ndmin=0):
    """A new array of numbers, nested lists, a tensor or another array."""
    tensor = tensor_of(object, dtype)
    tensor = tensor.reshape((1,) * (ndmin - tensor.ndim) + tuple(tensor.shape))
    return ndarray(tensor.clone() if copy else tensor)


def asarray(object, dtype=None):
    """As array, but without a copy where none is needed."""
    return object if isinstance(object, ndarray) and dtype is None else ndarray(tensor_of(object, dtype))


def _shape(shape):
    if isinstance(shape, float):
        raise TypeError(f"expected a sequence of integers or a single integer, got '{shape}'")
    sizes = (shape,) if isinstance(shape, int) else tuple(shape)
    for size in sizes:
        if not hasattr(size, "__index__"):
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    if any(size < 0 for size in sizes):
        raise ValueError("negative dimensions are not allowed")
    return sizes


def _dtype(kind):
    return dtype(float64 if kind is None else kind)._torch


def zeros(shape, dtype=None):
    return ndarray(_torch.zeros(_shape(shape), dtype=_dtype(dtype)))


def ones(shape, dtype=None):
    return ndarray(_torch.ones(_shape(shape), dtype=_dtype(dtype)))


empty = zeros


def full(shape, fill_value, dtype=None):
    return ndarray(tensor_of(fill_value, dtype).expand(_shape(shape)).clone())


def eye(N, M=None, k=0, dtype=None):
    places = _torch.arange(N).reshape(-1, 1) + k == _torch.arange(N if M is None else M)
    return ndarray(places.to(_dtype(dtype)))


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def zeros_like(a, dtype=None):
    return ndarray(_torch.zeros_like(tensor_of(a, dtype)))


def ones_like(a, dtype=None):
    return ndarray(_torch.ones_like(tensor_of(a, dtype)))


empty_like = zeros_like


def full_like(a, fill_value, dtype=None):
    tensor = tensor_of(a, dtype)
    return ndarray(tensor_of(fill_value, tensor.dtype).expand(tensor.shape).clone())


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ZeroDivisionError("division by zero")
    whole = all(isinstance(value, int) for value in (start, stop, step))
    kind = _dtype(dtype) if dtype is not None else _torch.int64 if whole else _torch.float64
    if (stop - start) / step <= 0:
        return ndarray(_torch.zeros(0, dtype=kind))
    return ndarray(_torch.arange(start, stop, step, dtype=kind))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    """Evenly spaced numbers; without `endpoint`, stop itself is left out."""
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    parts = num - 1 if endpoint else num
    values = _torch.linspace(start, stop, num if endpoint else num + 1, dtype=_torch.float64)[:num]
    made = ndarray(values if dtype is None else values.to(_dtype(dtype)))
    return (made, float64((stop - start) / parts) if parts else float64(nan)) if retstep else made


def _mapped(name):
    function = getattr(_torch, name)

    def apply(x):
        tensor = tensor_of(x)
        result = function(tensor if tensor.is_floating_point() or name in _EXACT else tensor.double())
        if isinstance(x, _torch.Tensor):
            return result
        # What has labels, as a column of pandas, keeps them.
        like = getattr(x, "__array_wrap__", None)
        return wrap(result) if like is None else like(wrap(result))

    apply.__name__ = name
    apply.__doc__ = function.__doc__
    return apply


_EXACT = ("abs", "sign", "isnan", "isinf", "isfinite", "floor", "ceil", "square")
abs, sign, floor, ceil, square = (_mapped(name) for name in ("abs", "sign", "floor", "ceil", "square"))
exp, log, log2, log10, log1p, sqrt = (_mapped(name) for name in ("exp", "log", "log2", "log10", "log1p", "sqrt"))
sin, cos, tan, sinh, cosh, tanh = (_mapped(name) for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh"))
isnan, isinf, isfinite = (_mapped(name) for name in ("isnan", "isinf", "isfinite"))
absolute = abs


def _method(name):
    def apply(a, *args, **kwargs):
        return getattr(asarray(a), name)(*args, **kwargs)

    apply.__name__ = name
    return apply


sum, mean, max, min, prod, std, var = (_method(name) for name in "sum mean max min prod std var".split())
all, any, argmax, argmin, cumsum, cumprod = (_method(name) for name in "all any argmax argmin cumsum cumprod".split())
ravel, reshape, squeeze, transpose = (_method(name) for name in "ravel reshape squeeze transpose".split())
amax, amin = max, min


argsort = _method("argsort")


def _binary(name, doc):
    def apply(x1, x2):
        return wrap(_ufunc.operate(name, operand(x1), operand(x2)))

    apply.__name__, apply.__doc__ = _ufunc._NAMES.get(name, name), doc
    return apply


add, subtract, multiply = (_binary(name, f"x1 {sign} x2.") for name, sign in (("add", "+"), ("sub", "-"), ("mul", "*")))
divide, floor_divide = _binary("truediv", "x1 / x2."), _binary("floordiv", "x1 // x2.")
remainder, power = _binary("mod", "x1 % x2."), _binary("pow", "x1 ** x2.")
true_divide, mod = divide, remainder


def maximum(x1, x2):
    return wrap(_together("maximum", x1, x2))


def minimum(x1, x2):
    return wrap(_together("minimum", x1, x2))


def _together(name, x1, x2):
    """Operands in the dtype that both go with."""
    x1, x2 = operand(x1), operand(x2)
    common = _ufunc.promoted(_ufunc.kind_of(x1), _ufunc.kind_of(x2))
    return getattr(_torch, name)(_ufunc.as_tensor(x1, common), _ufunc.as_tensor(x2, common))


def where(condition, *choices):
    """x where the condition holds, y elsewhere; without them, the places where it holds."""
    condition = tensor_of(condition).bool()
    if not choices:
        return tuple(ndarray(places) for places in _torch.nonzero(condition, as_tuple=True))
    if len(choices) != 2:
        raise ValueError("either both or neither of x and y should be given")
    x, y = (operand(choice) for choice in choices)
    common = _ufunc.promoted(_ufunc.kind_of(x), _ufunc.kind_of(y))
    return wrap(_torch.where(condition, _ufunc.as_tensor(x, common), _ufunc.as_tensor(y, common)))


def _common(arrays):
    """The tensors of arrays in the dtype that all go with."""
    arrays = [asarray(a) for a in arrays]
    common = arrays[0].dtype.name
    for a in arrays[1:]:
        common = _ufunc.promoted(common, a.dtype.name)
    return [_ufunc.as_tensor(a, common) for a in arrays]


def concatenate(arrays, axis=0):
    tensors = _common(arrays)
    first = tensors[0]
    if axis is None:
        return ndarray(_torch.cat([tensor.reshape(-1) for tensor in tensors]))
    for at, tensor in enumerate(tensors[1:], 1):
        if tensor.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has "
                f"{first.ndim} dimension(s) and the array at index {at} has {tensor.ndim} dimension(s)"
            )
        for dim in range(first.ndim):
            if dim != axis % first.ndim and tensor.shape[dim] != first.shape[dim]:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {dim}, the array at index 0 has size {first.shape[dim]} and the array at index {at} "
                    f"has size {tensor.shape[dim]}"
                )
    return ndarray(_torch.cat(tensors, checked_axis(axis, first.ndim)))


def stack(arrays, axis=0):
    tensors = _common(arrays)
    if any(tensor.shape != tensors[0].shape for tensor in tensors):
        raise ValueError("all input arrays must have the same shape")
    return ndarray(_torch.stack(tensors, axis))


def sort(a, axis=-1):
    """A sorted copy."""
    return ndarray(_torch.sort(tensor_of(a), axis)[0])


def dot(a, b):
    return wrap(product(a, b))


def matmul(a, b):
    return wrap(matrix_product(a, b))


def expand_dims(a, axis):
    tensor = tensor_of(a)
    return ndarray(tensor.unsqueeze(checked_axis(axis, tensor.ndim + 1)))


def clip(a, a_min=None, a_max=None):
    return wrap(clipped(operand(a), a_min, a_max))


def round(a, decimals=0):
    return wrap(asarray(a).round(decimals)._kindling_tensor)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = tensor_of(a).double(), tensor_of(b).double()
    return _torch.allclose(*_torch.broadcast_tensors([a, b]), rtol, atol, equal_nan)


def array_equal(a1, a2):
    return _torch.equal(tensor_of(a1).double(), tensor_of(a2).double())


def isscalar(element):
    return isinstance(element, (int, float, str, bytes))


# Of `numpy._more`, which comes when one of them is asked for.
_MORE = frozenset(
    "vstack hstack column_stack meshgrid unique outer tile repeat flip roll nonzero argwhere count_nonzero diff "
    "diag tril triu trace median percentile quantile histogram split array_split swapaxes bincount nanmean nansum "
    "append cov corrcoef trapezoid c_ loadtxt savetxt take".split()
)
# Names that numpy has and this numpy has not: an honest answer instead of "no attribute".
_NOT_BUILT = frozenset(
    "fft polynomial ma testing einsum tensordot inner cross kron searchsorted gradient hsplit vsplit "
    "dstack insert delete pad interp convolve load save savez genfromtxt nanmax nanmin logspace "
    "geomspace fromiter vectorize errstate set_printoptions moveaxis complex64 complex128 uint16 uint32 uint64 "
    "datetime64".split()
)


def __getattr__(name):
    if name in ("linalg", "random"):
        return __import__(f"numpy.{name}", fromlist=(name,))
    if name in _MORE:
        from numpy import _more

        return getattr(_more, name)
    if name in _NOT_BUILT:
        raise NotImplementedError(f"numpy.{name} is not built into this numpy; torch.{name} may be what you need")
    raise AttributeError(f"module 'numpy' has no attribute '{name}'")
