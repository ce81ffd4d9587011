"""`ndarray`: an array that shares its memory with a tensor."""

import _torch
from numpy import _print, _reduce, _ufunc
from numpy._create import tensor_of
from numpy._errors import shape_text
from numpy._index import get_item, set_item
from numpy._types import dtype, scalar


def wrap(result):
    """A tensor as an array, or as a scalar of numpy if it has no dimensions."""
    if not isinstance(result, _torch.Tensor):
        return result
    return ndarray(result) if result.ndim else scalar(result)


class ndarray:
    """A multi-dimensional array of numbers."""

    # Tensors have no negative strides: what a backward slice shows is a copy, and `_backward` says of what tensor, and
    # along which dimensions it is turned, so that what is written reaches that too.
    __slots__ = ("_kindling_tensor", "_backward")
    __array_priority__ = 1000
    __hash__ = None

    def __init__(self, tensor, backward=None):
        self._kindling_tensor = tensor
        self._backward = backward

    def _written(self):
        if self._backward is not None:
            source, turned = self._backward
            source.copy_(_torch.flip(self._kindling_tensor, turned))

    def __getattr__(self, name):
        raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'")

    @property
    def shape(self):
        return tuple(self._kindling_tensor.shape)

    @shape.setter
    def shape(self, sizes):
        self._kindling_tensor = self.reshape(sizes)._kindling_tensor

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
    def itemsize(self):
        return self._kindling_tensor.itemsize

    @property
    def nbytes(self):
        return self._kindling_tensor.nbytes

    @property
    def T(self):
        return ndarray(self._kindling_tensor.T)

    @property
    def flat(self):
        return iter(self.ravel())

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        if len(index) == 1 and isinstance(index[0], int):
            return self.ravel()[index[0]].item()
        return self._kindling_tensor[index].item() if index else self._kindling_tensor.item()

    def tolist(self):
        return self._kindling_tensor.tolist()

    def copy(self):
        return ndarray(self._kindling_tensor.clone())

    def astype(self, dtype, copy=True):
        return ndarray(self._kindling_tensor.to(_torch_dtype(dtype), copy=copy))

    def fill(self, value):
        """Writes one value everywhere."""
        self[...] = value

    def reshape(self, *shape):
        sizes = tuple(shape[0]) if len(shape) == 1 and not isinstance(shape[0], int) else shape
        if sum(size == -1 for size in sizes) > 1:
            raise ValueError("can only specify one unknown dimension")
        try:
            return ndarray(self._kindling_tensor.reshape(sizes))
        except RuntimeError:
            told = shape_text(sizes).replace("-1", "newaxis")
            raise ValueError(f"cannot reshape array of size {self.size} into shape {told}") from None

    def ravel(self):
        return ndarray(self._kindling_tensor.reshape(-1))

    def flatten(self):
        return ndarray(self._kindling_tensor.reshape(-1).clone())

    def transpose(self, *axes):
        return ndarray(self._kindling_tensor.permute(*axes)) if axes else self.T

    def squeeze(self, axis=None):
        if axis is None:
            return ndarray(self._kindling_tensor.squeeze())
        if self.shape[axis] != 1:
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        return ndarray(self._kindling_tensor.squeeze(axis))

    def sort(self, axis=-1):
        """Sorts in place."""
        self._kindling_tensor.copy_(_torch.sort(self._kindling_tensor, axis)[0])
        self._written()

    def argsort(self, axis=-1):
        return ndarray(_torch.argsort(self._kindling_tensor, axis))

    def round(self, decimals=0):
        tensor = self._kindling_tensor
        return ndarray(_torch.round(tensor, decimals=decimals) if tensor.is_floating_point() else tensor.clone())

    def clip(self, min=None, max=None):
        return ndarray(clipped(self, min, max))

    def dot(self, b):
        return wrap(product(self, b))

    def sum(self, axis=None, dtype=None, keepdims=False):
        return wrap(_reduce.reduce("sum", self._kindling_tensor, axis, keepdims, dtype))

    def prod(self, axis=None, dtype=None, keepdims=False):
        return wrap(_reduce.reduce("prod", self._kindling_tensor, axis, keepdims, dtype))

    def mean(self, axis=None, dtype=None, keepdims=False):
        return wrap(_reduce.reduce("mean", self._kindling_tensor, axis, keepdims, dtype))

    def max(self, axis=None, keepdims=False):
        return wrap(_reduce.reduce("max", self._kindling_tensor, axis, keepdims))

    def min(self, axis=None, keepdims=False):
        return wrap(_reduce.reduce("min", self._kindling_tensor, axis, keepdims))

    def all(self, axis=None, keepdims=False):
        return wrap(_reduce.reduce("all", self._kindling_tensor, axis, keepdims))

    def any(self, axis=None, keepdims=False):
        return wrap(_reduce.reduce("any", self._kindling_tensor, axis, keepdims))

    def std(self, axis=None, dtype=None, ddof=0, keepdims=False):
        return wrap(_reduce.spread("std", self._kindling_tensor, axis, ddof, keepdims, dtype))

    def var(self, axis=None, dtype=None, ddof=0, keepdims=False):
        return wrap(_reduce.spread("var", self._kindling_tensor, axis, ddof, keepdims, dtype))

    def argmax(self, axis=None, keepdims=False):
        return wrap(_reduce.position("argmax", self._kindling_tensor, axis, keepdims))

    def argmin(self, axis=None, keepdims=False):
        return wrap(_reduce.position("argmin", self._kindling_tensor, axis, keepdims))

    def cumsum(self, axis=None, dtype=None):
        return ndarray(_reduce.running("cumsum", self._kindling_tensor, axis, dtype))

    def cumprod(self, axis=None, dtype=None):
        return ndarray(_reduce.running("cumprod", self._kindling_tensor, axis, dtype))

    def __array__(self, dtype=None, copy=None):
        array = self if dtype is None else self.astype(dtype, copy=False)
        return array.copy() if copy and array is self else array

    def __reduce__(self):
        return _restored, (self.tolist(), self.dtype.name, self.shape)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def __getitem__(self, index):
        found, backward = get_item(self._kindling_tensor, index)
        return wrap(found) if backward is None else ndarray(found, backward)

    def __setitem__(self, index, value):
        set_item(self._kindling_tensor, index, value)
        self._written()

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return len(self._kindling_tensor)

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return (wrap(row) for row in self._kindling_tensor)

    def __contains__(self, value):
        return bool((self == value).any())

    def __bool__(self):
        if self.size > 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        if self.size == 0:
            raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
        return bool(self._kindling_tensor)

    def _only(self):
        if self.ndim:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self._kindling_tensor

    def __float__(self):
        return float(self._only())

    def __int__(self):
        return int(self._only())

    def __index__(self):
        if self.ndim or self.dtype.kind not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return int(self._kindling_tensor)

    def __neg__(self):
        if self.dtype.name == "bool":
            raise TypeError(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
                "logical_not function instead."
            )
        return wrap(-self._kindling_tensor)

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return wrap(abs(self._kindling_tensor))

    def __invert__(self):
        if self.dtype.kind == "f":
            raise TypeError(
                "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any "
                "supported types according to the casting rule ''safe''"
            )
        return wrap(~self._kindling_tensor)

    def __matmul__(self, other):
        return wrap(matrix_product(self, other))

    def __rmatmul__(self, other):
        return wrap(matrix_product(other, self))

    def __divmod__(self, other):
        return self // other, self % other

    def __str__(self):
        return _print.text(self._kindling_tensor, 0, " ")

    def __repr__(self):
        tensor, notes = self._kindling_tensor, []
        is_summary, is_empty = tensor.numel() > _print._THRESHOLD, tensor.numel() == 0
        if is_summary or (is_empty and self.shape != (0,)):
            notes.append(f"shape={self.shape}")
        if is_empty or self.dtype.name not in ("float64", "int64", "bool"):
            notes.append(f"dtype={self.dtype.name}")
        numbers = "[]" if is_empty else _print.text(tensor, len("array("), ", ")
        return "array(" + ", ".join([numbers, *notes]) + ")"

    def __format__(self, spec):
        if not spec:
            return str(self)
        if self.ndim:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return format(self.item(), spec)


def _restored(values, kind, shape):
    return ndarray(tensor_of(values, kind).reshape(shape))


def _torch_dtype(kind):
    return dtype(kind)._torch


def operand(value):
    """A list as an array; other operands as they are, None for what numbers do not go with."""
    if isinstance(value, (list, tuple)):
        return ndarray(tensor_of(value))
    return value if isinstance(value, (ndarray, int, float)) else None


def clipped(a, low, high):
    """Between bounds, either of which may be None: a tensor."""
    for name, bound in (("maximum", low), ("minimum", high)):
        if bound is not None:
            a = wrap(_extreme(name, a, bound))
    return tensor_of(a)


def _extreme(name, a, b):
    common = _ufunc.promoted(_ufunc.kind_of(a), _ufunc.kind_of(b))
    return getattr(_torch, name)(_ufunc.as_tensor(a, common), _ufunc.as_tensor(b, common))


def product(a, b):
    """`np.dot`: numbers multiply, other shapes are matrices and vectors."""
    a, b = ndarray(tensor_of(a)), ndarray(tensor_of(b))
    if a.ndim == 0 or b.ndim == 0:
        return _ufunc.operate("mul", a, b)
    across = max(b.ndim - 2, 0)
    if a.shape[-1] != b.shape[across]:
        raise ValueError(
            f"shapes {shape_text(a.shape)} and {shape_text(b.shape)} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
            f"{b.shape[across]} (dim {across})"
        )
    return matrix_product(a, b)


def matrix_product(a, b):
    """`a @ b`: a tensor."""
    a, b = ndarray(tensor_of(a)), ndarray(tensor_of(b))
    signature = "(n?,k),(k,m?)->(n?,m?)"
    for at, side in enumerate((a, b)):
        if side.ndim == 0:
            raise ValueError(
                f"matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with signature "
                f"{signature} requires 1)"
            )
    inner = b.shape[max(b.ndim - 2, 0)]
    if a.shape[-1] != inner:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"{signature} (size {inner} is different from {a.shape[-1]})"
        )
    common = _ufunc.promoted(_ufunc.kind_of(a), _ufunc.kind_of(b))
    return _torch.matmul(_ufunc.as_tensor(a, common), _ufunc.as_tensor(b, common))


def _operator(name, swap):
    def apply(self, other):
        other = operand(other)
        if other is None:
            return NotImplemented
        return wrap(_ufunc.operate(name, other, self) if swap else _ufunc.operate(name, self, other))

    apply.__name__ = f"__{'r' if swap else ''}{name}__"
    return apply


def _in_place(name):
    def apply(self, other):
        other = operand(other)
        if other is None:
            return NotImplemented
        _ufunc.write(name, self, other)
        return self

    apply.__name__ = f"__i{name}__"
    return apply


for _name in _ufunc._NAMES:
    setattr(ndarray, f"__{_name}__", _operator(_name, False))
    setattr(ndarray, f"__r{_name}__", _operator(_name, True))
    setattr(ndarray, f"__i{_name}__", _in_place(_name))
for _name in _ufunc._COMPARISONS:
    setattr(ndarray, f"__{_name}__", _operator(_name, False))
