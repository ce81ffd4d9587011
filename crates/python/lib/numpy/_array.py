"""`ndarray`: an array that shares its memory with a tensor.

What it is not: its operators, which `_operators` gives to it. Start reading at `ndarray`.
"""

from operator import index

import _torch
from _scalars import INTS, NUMBERS
from numpy import _faults, _print, _ufunc
from numpy._create import tensor_of
from numpy._errors import UFuncTypeError, checked_axis, shape_text
from numpy._flat import flatiter
from numpy._index import get_item, set_item
from numpy._methods import Methods
from numpy._numbers import scalar
from numpy._types import _Kind, dtype
from numpy._types import dtype as dtype_of


def wrap(result):
    """A tensor as an array, or as a scalar of numpy if it has no dimensions."""
    if not isinstance(result, _torch.Tensor):
        return result
    return ndarray(result) if result.ndim else scalar(result)


class ndarray(Methods, _torch._Array):
    """A multi-dimensional array of numbers.

    Native (`_Array`) are the tensor, signs and keys; what these do not do by themselves is asked of `_operators`. Tensors
    have no negative strides: what a backward slice shows is a copy, and `_backward` says of what tensor, and along which
    dimensions it is turned, so that what is written reaches that too.
    """

    __slots__ = ()
    __array_priority__ = 1000
    __hash__ = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if not cls.__module__.startswith(("numpy", "pandas", "torch", "sklearn", "scipy")):
            from numpy._derived import dress

            dress(cls)

    def _shown(self, tensor):
        """An array that shows memory of this one, as far as it is not a copy."""
        found = ndarray(tensor, None, self)
        return found if type(self) is ndarray else _like(self, found)

    def _written(self):
        if self._backward is not None:
            source, turned = self._backward
            source.copy_(_torch.flip(self._kindling_tensor, turned))

    def __getattr__(self, name):
        raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'")

    def _take_shape(self, sizes):
        self._kindling_tensor = self.reshape(sizes)._kindling_tensor

    @property
    def dtype(self):
        return dtype(self._kindling_tensor.dtype)

    @dtype.setter
    def dtype(self, kind):
        self._kindling_tensor = self.view(kind)._kindling_tensor

    @property
    def itemsize(self):
        return self._kindling_tensor.itemsize

    @property
    def nbytes(self):
        return self._kindling_tensor.nbytes

    @property
    def data(self):
        """The bytes of the values, to be read; what is written later is not seen in them."""
        if self.dtype.kind == "O":
            raise AttributeError("the addresses of objects are nothing to be read: 'data' of an array of objects is not here")
        # All but flags and halves have a letter that a view of bytes knows, too.
        held = memoryview(self.tobytes())
        letter = {"int64": "l", "uint64": "L"}.get(self.dtype.name, self.dtype.char)
        return held.cast(letter, self.shape) if self.size and letter in "bBhHiIlLqQfd?" else held

    @property
    def flat(self):
        return flatiter(self)

    @flat.setter
    def flat(self, value):
        flatiter(self)[:] = value

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        if len(index) == 1 and isinstance(index[0], INTS):
            return self.ravel()[index[0]].item()
        return self._kindling_tensor[index].item() if index else self._kindling_tensor.item()

    def tolist(self):
        return self._kindling_tensor.tolist()

    def copy(self, order="C"):
        found = ndarray(self._kindling_tensor.contiguous().clone())
        return found if type(self) is ndarray else _like(self, found)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = dtype_of(dtype)
        if isinstance(kind, _Kind) and kind.kind == "c":
            from numpy._complex import as_complex

            return as_complex(self.copy()).astype(kind)
        if isinstance(kind, _Kind) and kind.kind == "u":
            from numpy._unsigned_arrays import as_unsigned

            return as_unsigned(self, kind)
        if kind.kind == "V":
            from numpy._records import from_rows

            return from_rows([(value,) * len(kind.names) for value in self.ravel()], kind).reshape(self.shape)
        if kind.kind in "mM":
            from numpy._date_arrays import as_times

            return as_times(self, kind)
        if isinstance(kind, _Kind):
            from numpy._objects import from_numbers

            return from_numbers(self, kind)
        found = _converted(self._kindling_tensor, kind, copy)
        if kind.isnative:
            return ndarray(found)
        from numpy._turned import turned

        return turned(found)

    def fill(self, value):
        """Writes one value everywhere."""
        self[...] = value

    def _reshape(self, *shape, order="C", copy=None):
        sizes = shape[0] if len(shape) == 1 and not hasattr(shape[0], "__index__") else shape
        sizes = tuple(_whole(size) for size in sizes)
        if sum(size == -1 for size in sizes) > 1:
            raise ValueError("can only specify one unknown dimension")
        if order == "F":
            turned = self.transpose().reshape(sizes[::-1])
            return turned.transpose()
        try:
            return self._shown(self._kindling_tensor.reshape(sizes))
        except RuntimeError:
            told = shape_text(sizes).replace("-1", "newaxis")
            raise ValueError(f"cannot reshape array of size {self.size} into shape {told}") from None

    def ravel(self, order="C"):
        return self.transpose().ravel() if order == "F" else self._shown(self._kindling_tensor.reshape(-1))

    def flatten(self, order="C"):
        return self.ravel(order).copy()

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not hasattr(axes[0], "__index__") else axes
        if axes and len(axes) != self.ndim and all(hasattr(axis, "__index__") for axis in axes):
            raise ValueError("axes don't match array")
        axes = tuple(range(self.ndim))[::-1] if not axes else tuple(checked_axis(axis, self.ndim) for axis in axes)
        if len(set(axes)) != len(axes):
            raise ValueError("repeated axis in transpose")
        return self._shown(self._kindling_tensor.permute(*axes)) if axes else self

    def squeeze(self, axis=None):
        if axis is None:
            return self._shown(self._kindling_tensor.squeeze())
        axes = (axis,) if isinstance(axis, INTS) else tuple(axis)
        axes = tuple(checked_axis(each, self.ndim) for each in axes)
        if any(self.shape[each] != 1 for each in axes):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        return self._shown(self._kindling_tensor.squeeze(axes))

    def sort(self, axis=-1, kind=None, order=None, *, stable=None):
        """Sorts in place."""
        if self._is_locked:
            raise ValueError("sort array is read-only")
        self._kindling_tensor.copy_(_in_order(self._kindling_tensor, checked_axis(axis, self.ndim)))
        self._written()

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        # A number is sorted as a row of one.
        tensor = self._kindling_tensor if self.ndim else self._kindling_tensor.reshape(1)
        return ndarray(_torch.argsort(tensor, checked_axis(axis, tensor.ndim), stable=True))

    def round(self, decimals=0, out=None):
        decimals = index(decimals)
        tensor = self._kindling_tensor
        if tensor.dtype is _torch.bool:
            # What rounds truths makes halves of them.
            tensor = tensor.half()
        if not tensor.is_floating_point():
            found = _rounded_whole(tensor, decimals)
        elif not decimals:
            found = _torch.round(tensor)
        else:
            # As numpy has it, by a power of ten: 2.675 is rounded like 267.5.
            scale = 10.0 ** abs(decimals)
            found = _torch.round(tensor * scale) / scale if decimals > 0 else _torch.round(tensor / scale) * scale
            found = _torch.where(found.isfinite(), found, tensor)
        if out is None:
            return wrap(found)
        out[...] = ndarray(found)
        return out

    def clip(self, min=None, max=None, out=None):
        found = ndarray(clipped(self, min, max))
        if out is None:
            return found
        out[...] = found
        return out

    def dot(self, b):
        return wrap(product(self, b))

    def __array__(self, dtype=None, copy=None):
        array = self if dtype is None else self.astype(dtype, copy=False)
        return array.copy() if copy and array is self else array

    def __reduce__(self):
        return _restored, (self.tolist(), self.dtype.name, self.shape)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def _item(self, index):
        found, backward = get_item(self._kindling_tensor, index)
        if backward is not None:
            return ndarray(found, backward)
        is_array = found.ndim or index is ... or type(index) is tuple and any(part is ... for part in index)
        return self._shown(found) if is_array else scalar(found)

    def _set_item(self, index, value):
        set_item(self._kindling_tensor, index, value)
        self._written()

    def __contains__(self, value):
        return bool((self == value).any())

    def __bool__(self):
        if self.size > 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        if self.size == 0:
            raise ValueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
            )
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
        if self.dtype.kind == "b":
            raise UFuncTypeError(_NO_TRUTHS.format("positive"))
        return self.copy()

    def __abs__(self):
        return self.copy() if self.dtype.kind == "b" else wrap(abs(self._kindling_tensor))

    def __invert__(self):
        if self.dtype.kind == "f":
            raise TypeError(
                "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any "
                "supported types according to the casting rule ''safe''"
            )
        return wrap(~self._kindling_tensor)

    def _times_matrix(self, other):
        if isinstance(other, _torch.Tensor):
            raise TypeError("unsupported operand type(s) for @: 'numpy.ndarray' and 'Tensor'")
        # What has labels multiplies by them itself.
        is_other = getattr(other, "__array_priority__", 0) > ndarray.__array_priority__
        return NotImplemented if is_other else wrap(matrix_product(self, other))

    def _matrix_times(self, other):
        # Tensors, which have no product with arrays, take what is found.
        found = matrix_product(other, self)
        return found if isinstance(other, _torch.Tensor) else wrap(found)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __str__(self):
        if not self.ndim:
            return str(scalar(self._kindling_tensor))
        return _print.text(self._kindling_tensor, 0, " ")

    def __repr__(self):
        tensor, notes = self._kindling_tensor, _print.shape_notes(self.size, self.shape)
        is_empty = tensor.numel() == 0
        if not self.dtype.isnative:
            notes.append(f"dtype='{self.dtype}'")
        elif is_empty or self.dtype.name not in ("float64", "int64", "bool"):
            notes.append(f"dtype={self.dtype.name}")
        name = "array" if type(self).__module__ == "numpy" else type(self).__name__
        return _print.array_text("[]" if is_empty else _print.text(tensor, len(name) + 1, ", "), notes, name)

    def __format__(self, spec):
        if not spec:
            return str(self)
        if self.ndim:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return format(self.item(), spec)


def _in_order(tensor, axis):
    if tensor.dtype not in _ufunc.FLOATS and tensor.dtype is not _torch.int64:
        return _torch.sort(tensor, axis)[0]
    return _torch._sorted(tensor) if axis == tensor.ndim - 1 else _torch._sorted(tensor.movedim(axis, -1)).movedim(-1, axis)


def _like(source, found):
    from numpy._derived import like

    return like(source, found)


def _restored(values, kind, shape):
    return ndarray(tensor_of(values, kind).reshape(shape))


def _converted(tensor, kind, copy):
    """A tensor in another dtype, with numpy's warning of what that cannot hold."""
    found = tensor.to(kind._torch, copy=copy)
    if kind.kind == "f" and found.itemsize < tensor.itemsize and not _torch._all_finite(found):
        return _faults.narrowed(found, tensor)
    if kind.kind != "i" or not tensor.is_floating_point() or bool(tensor.isfinite().all()):
        return found
    _faults.tell("invalid", "cast")
    return found


def _whole(size):
    if not hasattr(size, "__index__"):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    return size.__index__()


def _rounded_whole(tensor, decimals):
    if decimals >= 0:
        return tensor.clone()
    scale = 10**-decimals
    return (_torch.round(tensor.double() / scale) * scale).to(tensor.dtype)


def operand(value):
    """A list as an array; other operands as they are, None for what numbers do not go with."""
    if isinstance(value, (list, tuple)):
        return ndarray(tensor_of(value))
    return value if isinstance(value, (ndarray, NUMBERS)) and getattr(value, "_is_plain", True) else None


def clipped(a, low, high):
    """Between bounds, either of which may be None: a tensor."""
    for name, bound in (("maximum", low), ("minimum", high)):
        if bound is not None:
            a = wrap(_extreme(name, a, bound))
    return tensor_of(a)


def _extreme(name, a, b):
    found = _ufunc.at_once(name, a, b)
    if found is not None:
        return found
    common = _ufunc.promoted(_ufunc.kind_of(a), _ufunc.kind_of(b))
    return getattr(_torch, name)(_ufunc.as_tensor(a, common), _ufunc.as_tensor(b, common))


_NO_TRUTHS = "ufunc '{}' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None"


def _multiplied(x, y):
    """The product of matrices; of truths whether any pair is of two that hold."""
    return _torch.matmul(x.long(), y.long()) > 0 if x.dtype is _torch.bool else _torch.matmul(x, y)


def _of_vectors(a, b):
    """The product of matrices and vectors that are of one dtype and fit; None for others."""
    if type(a) is ndarray and type(b) is ndarray:
        x, y = a._kindling_tensor, b._kindling_tensor
        if x.dtype is y.dtype and 0 < x.ndim < 3 and 0 < y.ndim < 3 and x.shape[-1] == y.shape[0]:
            return _multiplied(x, y)
    return None


def product(a, b):
    """`np.dot`: numbers multiply, other shapes are matrices and vectors."""
    found = _of_vectors(a, b)
    if found is not None:
        return _faults.product("dot", found, a, b)
    a, b = ndarray(tensor_of(a)), ndarray(tensor_of(b))
    if a.ndim == 0 or b.ndim == 0:
        return _ufunc.operate("mul", a, b)
    across = max(b.ndim - 2, 0)
    if a.shape[-1] != b.shape[across]:
        raise ValueError(
            f"shapes {shape_text(a.shape)} and {shape_text(b.shape)} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
            f"{b.shape[across]} (dim {across})"
        )
    return matrix_product(a, b, "dot")


def matrix_product(a, b, name="matmul"):
    """`a @ b`: a tensor."""
    found = _of_vectors(a, b)
    if found is not None:
        return _faults.product(name, found, a, b)
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
    found = _multiplied(_ufunc.as_tensor(a, common), _ufunc.as_tensor(b, common))
    return _faults.product(name, found, a, b)
