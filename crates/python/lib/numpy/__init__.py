"""As much of numpy as lessons on PyTorch use: arrays that share their memory with tensors."""

from math import e, inf, nan, pi

import _torch
from numpy._array import ndarray, tensor_of, wrap
from numpy._types import bool_, dtype, float16, float32, float64, int8, int16, int32, int64, uint8

# Their home is this package, whatever file they are in.
for _kind in (ndarray, dtype, float16, float32, float64, int8, int16, int32, int64, uint8):
    _kind.__module__ = "numpy"

__version__ = "2.0.0+kindling"
newaxis = None
integer, floating, number, generic = int, float, (int, float), object


def _from_tensor(tensor):
    """What `Tensor.numpy()` returns."""
    return ndarray(tensor)


def array(object, dtype=None, copy=True):
    """A new array of numbers, nested lists, a tensor or another array."""
    tensor = tensor_of(object, dtype)
    return ndarray(tensor.clone())


def asarray(object, dtype=None):
    """As array, but without a copy where none is needed."""
    return ndarray(tensor_of(object, dtype))


def _shape(shape):
    return (shape,) if isinstance(shape, int) else tuple(shape)


def _dtype(kind):
    return dtype(float64 if kind is None else kind)._torch


def zeros(shape, dtype=None):
    return ndarray(_torch.zeros(_shape(shape), dtype=_dtype(dtype)))


def ones(shape, dtype=None):
    return ndarray(_torch.ones(_shape(shape), dtype=_dtype(dtype)))


empty = zeros


def full(shape, fill_value, dtype=None):
    return ndarray(tensor_of(fill_value, dtype).expand(_shape(shape)).clone())


def eye(N, M=None, dtype=None):
    return ndarray(_torch.eye(N, N if M is None else M, dtype=_dtype(dtype)))


def zeros_like(a, dtype=None):
    return ndarray(_torch.zeros_like(tensor_of(a, dtype)))


def ones_like(a, dtype=None):
    return ndarray(_torch.ones_like(tensor_of(a, dtype)))


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    whole = isinstance(start, int) and isinstance(stop, int) and isinstance(step, int)
    kind = _dtype(dtype) if dtype is not None else _torch.int64 if whole else _torch.float64
    return ndarray(_torch.arange(start, stop, step, dtype=kind))


def linspace(start, stop, num=50, dtype=None):
    return ndarray(_torch.linspace(start, stop, num, dtype=_dtype(dtype)))


def _mapped(name):
    function = getattr(_torch, name)

    def apply(x):
        tensor = tensor_of(x)
        return wrap(function(tensor if tensor.is_floating_point() or name in _EXACT else tensor.double()))

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
all, any, argmax, argmin, cumsum = (_method(name) for name in "all any argmax argmin cumsum".split())
ravel, reshape, squeeze, transpose = (_method(name) for name in "ravel reshape squeeze transpose".split())
amax, amin = max, min


def maximum(x1, x2):
    return wrap(_torch.maximum(*_torch.broadcast_tensors([tensor_of(x1), tensor_of(x2)])))


def minimum(x1, x2):
    return wrap(_torch.minimum(*_torch.broadcast_tensors([tensor_of(x1), tensor_of(x2)])))


def where(condition, x, y):
    return wrap(_torch.where(tensor_of(condition), tensor_of(x), tensor_of(y)))


def concatenate(arrays, axis=0):
    return ndarray(_torch.cat([tensor_of(a) for a in arrays], axis))


def stack(arrays, axis=0):
    return ndarray(_torch.stack([tensor_of(a) for a in arrays], axis))


def dot(a, b):
    return wrap(_torch.matmul(tensor_of(a), tensor_of(b)))


matmul = dot


def expand_dims(a, axis):
    return ndarray(tensor_of(a).unsqueeze(axis))


def clip(a, a_min, a_max):
    return wrap(_torch.clamp(tensor_of(a), a_min, a_max))


def round(a, decimals=0):
    return wrap(_torch.round(tensor_of(a), decimals=decimals))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = tensor_of(a).double(), tensor_of(b).double()
    return _torch.allclose(*_torch.broadcast_tensors([a, b]), rtol, atol, equal_nan)


def array_equal(a1, a2):
    return _torch.equal(tensor_of(a1).double(), tensor_of(a2).double())


def isscalar(element):
    return isinstance(element, (int, float, str, bytes))


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    raise NotImplementedError(f"numpy.{name} is not built into this numpy; torch.{name} may be what you need")
