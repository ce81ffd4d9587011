"""`ndarray`: an array that shares its memory with a tensor."""

import _torch
from numpy import _print
from numpy._types import _SCALARS, dtype


def tensor_of(value, kind=None):
    """The tensor behind an array, or a new one of a number or nested lists: floats are float64 in numpy."""
    wanted = None if kind is None else dtype(kind)._torch
    if isinstance(value, ndarray):
        tensor = value._kindling_tensor
    elif isinstance(value, _torch.Tensor):
        tensor = value.detach()
    else:
        if not isinstance(value, (list, tuple, int, float)):
            value = list(value)
        tensor = _torch.tensor(value)
        if wanted is None and tensor.is_floating_point() and not _holds_floats32(value):
            tensor = _torch.tensor(value, dtype=_torch.float64)
    return tensor if wanted is None else tensor.to(wanted)


def _holds_floats32(value):
    while isinstance(value, (list, tuple)) and value:
        value = value[0]
    kind = getattr(value, "dtype", None)
    return kind is not None and str(kind).endswith("float32")


def wrap(result):
    """A tensor as an array, or as a scalar of numpy if it has no dimensions."""
    if not isinstance(result, _torch.Tensor):
        return result
    if result.ndim == 0:
        return _SCALARS[dtype(result.dtype).name](result.item())
    return ndarray(result)


def _operator(name):
    def apply(self, other):
        if isinstance(other, (list, tuple)):
            other = ndarray(tensor_of(other))
        if isinstance(other, ndarray):
            other = other._kindling_tensor
        elif isinstance(other, float) and hasattr(other, "dtype"):
            other = float(other)
        result = getattr(self._kindling_tensor, name)(other)
        return result if result is NotImplemented else wrap(result)

    apply.__name__ = name
    return apply


def _reduction(name):
    def apply(self, axis=None, keepdims=False, **options):
        function = getattr(_torch, name)
        tensor = self._kindling_tensor
        if name == "mean" and not tensor.is_floating_point():
            tensor = tensor.double()
        if axis is None:
            return wrap(function(tensor))
        result = function(tensor, axis, keepdim=keepdims)
        return wrap(result if isinstance(result, _torch.Tensor) else result[0])

    apply.__name__ = name
    return apply


class ndarray:
    """A multi-dimensional array of numbers."""

    __array_priority__ = 1000
    __hash__ = None

    def __init__(self, tensor):
        self._kindling_tensor = tensor

    @property
    def shape(self):
        return tuple(self._kindling_tensor.shape)

    @property
    def dtype(self):
        return dtype(self._kindling_tensor.dtype)

    @property
    def ndim(self):
        return self._kindling_tensor.ndim

    @property
    def size(self):
        return self._kindling_tensor.numel()

    @property
    def T(self):
        return ndarray(self._kindling_tensor.T)

    @property
    def flat(self):
        return iter(self.ravel())

    def item(self, *index):
        return self._kindling_tensor[index].item() if index else self._kindling_tensor.item()

    def tolist(self):
        return self._kindling_tensor.tolist()

    def copy(self):
        return ndarray(self._kindling_tensor.clone())

    def astype(self, kind, copy=True):
        return ndarray(self._kindling_tensor.to(dtype(kind)._torch, copy=copy))

    def reshape(self, *shape):
        return ndarray(self._kindling_tensor.reshape(*shape))

    def ravel(self):
        return ndarray(self._kindling_tensor.reshape(-1))

    flatten = ravel

    def transpose(self, *axes):
        return ndarray(self._kindling_tensor.permute(*axes)) if axes else self.T

    def squeeze(self, axis=None):
        return ndarray(self._kindling_tensor.squeeze() if axis is None else self._kindling_tensor.squeeze(axis))

    def std(self, axis=None, ddof=0):
        if axis is None:
            return wrap(self._kindling_tensor.double().std(correction=ddof))
        return wrap(self._kindling_tensor.std(axis, correction=ddof))

    def var(self, axis=None, ddof=0):
        if axis is None:
            return wrap(self._kindling_tensor.double().var(correction=ddof))
        return wrap(self._kindling_tensor.var(axis, correction=ddof))

    def argmax(self, axis=None):
        return wrap(self._kindling_tensor.argmax(axis))

    def argmin(self, axis=None):
        return wrap(self._kindling_tensor.argmin(axis))

    def __array__(self, kind=None, copy=None):
        return self if kind is None else self.astype(kind)

    def __getitem__(self, index):
        return wrap(self._kindling_tensor[_plain(index)])

    def __setitem__(self, index, value):
        self._kindling_tensor[_plain(index)] = value._kindling_tensor if isinstance(value, ndarray) else value

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return len(self._kindling_tensor)

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return (wrap(row) for row in self._kindling_tensor)

    def __contains__(self, value):
        return value in self._kindling_tensor

    def __bool__(self):
        if self.size > 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        return bool(self._kindling_tensor)

    def __float__(self):
        return float(self._kindling_tensor)

    def __int__(self):
        return int(self._kindling_tensor)

    def __index__(self):
        return self._kindling_tensor.__index__()

    def __neg__(self):
        return wrap(-self._kindling_tensor)

    def __abs__(self):
        return wrap(abs(self._kindling_tensor))

    def __invert__(self):
        return wrap(~self._kindling_tensor)

    def __str__(self):
        return _print.text(self._kindling_tensor, 0, " ")

    def __repr__(self):
        kind = self.dtype.name
        suffix = "" if kind in ("float64", "int64", "bool") else f", dtype={kind}"
        return f"array({_print.text(self._kindling_tensor, len('array('), ', ')}{suffix})"

    def __format__(self, spec):
        return format(self.item(), spec) if spec else str(self)


def _plain(index):
    if isinstance(index, tuple):
        return tuple(_plain(part) for part in index)
    return index._kindling_tensor if isinstance(index, ndarray) else index


for _name in "add sub mul truediv floordiv mod pow matmul and or xor".split():
    for _form in (f"__{_name}__", f"__r{_name}__"):
        setattr(ndarray, _form, _operator(_form))
for _name in "eq ne lt le gt ge".split():
    setattr(ndarray, f"__{_name}__", _operator(f"__{_name}__"))
for _name in "sum mean max min prod all any cumsum".split():
    setattr(ndarray, _name, _reduction(_name))
