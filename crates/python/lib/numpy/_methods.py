"""What an array's methods share with numpy's functions, and what is asked of an array's memory.

Not the arithmetic and the items, which are `_array`'s. Start reading at `Methods`.
"""

import math

import _torch
from numpy import _faults, _reduce
from numpy._numbers import scalar
from numpy._types import dtype as dtype_of


def _by_function(name):
    """A method that is the function of that name."""

    def method(self, *args, **kwargs):
        import numpy

        return getattr(numpy, name)(self, *args, **kwargs)

    method.__name__ = name
    return method


def _in_place(name):
    def method(self, *args, **kwargs):
        import numpy

        self[...] = getattr(numpy, name)(self, *args, **kwargs)

    method.__name__ = name
    return method


def _reduction(name):
    """A method that brings values together: `initial` joins them, and `where` says which count."""

    def method(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True):
        values = self._kindling_tensor
        if values.dtype is _torch.uint8 and dtype is None and out is None and name in ("sum", "prod"):
            if name == "sum" and axis is None and not keepdims and initial is None and where is True:
                from numpy._unsigned import uint64

                return uint64._of(values.sum().item())
            return _of_unsigned(method(self, axis, _torch.int64, None, keepdims, initial, where))
        if where is not True:
            values = _where(name, self, values, where)
        if name == "mean" and where is not True:
            total = _reduce.reduce("sum", values, axis, keepdims, dtype)
            found = total / _counted(self, where, axis, keepdims)
        elif initial is not None and values.numel() == 0:
            found = values.new_full((), initial)
        else:
            found = _reduce.reduce(name, values, axis, keepdims, dtype)
            if name in _SUMS:
                _faults.total(found, values, name)
        if initial is not None:
            found = _JOINED[name](found, initial)
        return _into(found, out)

    method.__name__ = method.__qualname__ = name
    return method


def _of_unsigned(found):
    """Sums of bytes, which are numbers without a sign, too."""
    from numpy._unsigned import UnsignedKind
    from numpy._unsigned_arrays import from_values

    return from_values(found._tensor() if hasattr(found, "_tensor") else found._kindling_tensor, UnsignedKind("uint64"))


_SUMS = ("sum", "mean", "prod")
_EMPTY = {"sum": 0, "mean": 0, "prod": 1, "all": True, "any": False}
_JOINED = {
    "sum": lambda a, b: a + b, "prod": lambda a, b: a * b,
    "max": lambda a, b: a.clamp(min=b), "min": lambda a, b: a.clamp(max=b),
}


def _where(name, array, values, where):
    mask = where._kindling_tensor if hasattr(where, "_kindling_tensor") else _torch.tensor(where)
    if name in _EMPTY:
        empty = _EMPTY[name]
    else:
        limits = (float("-inf"), float("inf")) if array.dtype.kind == "f" else tuple(
            _torch._dtype_limits(values.dtype)[end] for end in ("min", "max")
        )
        empty = limits[0] if name == "max" else limits[1]
    return _torch.where(mask, values, _torch.full_like(values, empty))


def _counted(array, where, axis, keepdims):
    mask = where._kindling_tensor if hasattr(where, "_kindling_tensor") else _torch.tensor(where)
    return _reduce.reduce("sum", _torch.broadcast_to(mask, array.shape).long(), axis, keepdims)


def scalar_or_array(found):
    from numpy._array import ndarray

    return ndarray(found) if found.ndim else scalar(found)


def _into(found, out):
    if out is None and not found.ndim:
        return scalar(found)
    from numpy._array import ndarray

    if out is None:
        return ndarray(found)
    if found.shape != out._kindling_tensor.shape:
        raise ValueError(
            f"output parameter for reduction operation has the wrong number of dimensions: Found {out.ndim} but expected "
            f"{found.dim()} (must match the operand's when keepdims=True)"
        )
    out[...] = ndarray(found)
    return out


def _steps(array):
    """How many values lie between neighbours of each axis; what is made of Python's objects lies row by row."""
    if array._is_plain:
        return array._kindling_tensor.stride()
    return tuple(math.prod(array.shape[axis + 1 :]) for axis in range(array.ndim))


def _is_dense(steps, shape):
    """Whether the values lie one after the other, the last axis the quickest."""
    expected = 1
    for step, size in zip(reversed(steps), reversed(shape)):
        if size != 1 and step != expected:
            return 0 in shape
        expected *= size
    return True


class _Flags:
    """How an array lies in memory."""

    def __init__(self, array):
        steps, shape = _steps(array), array.shape
        self.c_contiguous = _is_dense(steps, shape)
        self.f_contiguous = _is_dense(steps[::-1], shape[::-1])
        self.owndata, self.aligned, self.writebackifcopy, self._array = array.base is None, True, False, array

    contiguous = property(lambda self: self.c_contiguous)

    @property
    def writeable(self):
        return not self._array._is_locked

    @writeable.setter
    def writeable(self, value):
        base = self._array._base
        if value and base is not None and base._is_locked:
            raise ValueError("cannot set WRITEABLE flag to True of this array")
        self._array._is_locked = not value

    def __getitem__(self, name):
        return getattr(self, name.lower())

    def __repr__(self):
        names = ("c_contiguous", "f_contiguous", "owndata", "writeable", "aligned", "writebackifcopy")
        return "".join(f"  {name.upper()} : {getattr(self, name)}\n" for name in names)


class Methods:
    """The methods of arrays that are numpy's functions or reductions, and the properties of their memory."""

    __slots__ = ()
    # Arrays of texts, objects and complex numbers are made of other things than one tensor.
    _is_of_objects, _is_plain = False, True

    # `sum`, `mean`, `max`, `min`, `std`, `var`, `argmax` and `argmin` are native, and ask these for what they do not do by
    # themselves.
    _sum, _mean, prod = _reduction("sum"), _reduction("mean"), _reduction("prod")
    swapaxes, repeat, take, diagonal = map(_by_function, ("swapaxes", "repeat", "take", "diagonal"))
    trace, searchsorted, choose = map(_by_function, ("trace", "searchsorted", "choose"))
    argpartition, put, conj = map(_by_function, ("argpartition", "put", "conj"))
    conjugate, partition = conj, _in_place("partition")

    def _max(self, axis=None, out=None, keepdims=False, initial=None, where=True):
        return _largest(self, axis, None, out, keepdims, initial, where)

    def _min(self, axis=None, out=None, keepdims=False, initial=None, where=True):
        return _smallest(self, axis, None, out, keepdims, initial, where)

    def all(self, axis=None, out=None, keepdims=False, *, where=True):
        return _every(self, axis, None, out, keepdims, None, where)

    def any(self, axis=None, out=None, keepdims=False, *, where=True):
        return _some(self, axis, None, out, keepdims, None, where)

    def _std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
        if mean is not None:
            return self._var(axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction) ** 0.5
        return self._spread("std", axis, dtype, out, ddof if correction is None else correction, keepdims, where)

    def _var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None):
        if mean is not None:
            # The mean is known: the squares of the distances from it.
            away, ddof = self - mean, ddof if correction is None else correction
            count = _counted(self, where, axis, keepdims) if where is not True else self.size // max(self.sum(axis).size, 1)
            return (away * away).sum(axis, dtype, out, keepdims, where=where) / (
                max(count - ddof, 0) if isinstance(count, int) else scalar_or_array(count - ddof)
            )
        return self._spread("var", axis, dtype, out, ddof if correction is None else correction, keepdims, where)

    def _spread(self, name, axis, dtype, out, ddof, keepdims, where):
        if where is not True:
            away = self - self.mean(axis, keepdims=True, where=where)
            count = _counted(self, where, axis, keepdims)
            found = (away * away).sum(axis, dtype, None, keepdims, where=where) / scalar_or_array(count - ddof)
            found = found**0.5 if name == "std" else found
            return found if out is None else _into(found._kindling_tensor, out)
        return _into(_reduce.spread(name, self._kindling_tensor, axis, ddof, keepdims, dtype), out)

    def _argmax(self, axis=None, out=None, *, keepdims=False):
        return _into(_reduce.position("argmax", self._kindling_tensor, axis, keepdims), out)

    def _argmin(self, axis=None, out=None, *, keepdims=False):
        return _into(_reduce.position("argmin", self._kindling_tensor, axis, keepdims), out)

    def cumsum(self, axis=None, dtype=None, out=None):
        if dtype is None and out is None and self._kindling_tensor.dtype is _torch.uint8:
            return _of_unsigned(self.cumsum(axis, _torch.int64))
        return _into(_reduce.running("cumsum", self._kindling_tensor, axis, dtype), out)

    def cumprod(self, axis=None, dtype=None, out=None):
        if dtype is None and out is None and self._kindling_tensor.dtype is _torch.uint8:
            return _of_unsigned(self.cumprod(axis, _torch.int64))
        return _into(_reduce.running("cumprod", self._kindling_tensor, axis, dtype), out)

    def nonzero(self):
        if self.ndim == 0:
            raise ValueError(
                "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of "
                "this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
            )
        from numpy._array import ndarray

        return tuple(ndarray(places) for places in _torch.nonzero(self._kindling_tensor, as_tuple=True))

    def compress(self, condition, axis=None):
        import numpy

        return numpy.compress(condition, self, axis)

    def tobytes(self, order="C"):
        from numpy._files import to_bytes

        return to_bytes(self)

    def tofile(self, fid, sep="", format="%s"):
        """Writes the values to a file of plain bytes, or as a text."""
        text = sep.join(format % value for value in self.ravel().tolist()) if sep else None
        if hasattr(fid, "write"):
            fid.write(self.tobytes() if text is None else text.encode() if "b" in getattr(fid, "mode", "w") else text)
            return
        with open(fid, "w" if sep else "wb") as file:
            file.write(self.tobytes() if text is None else text)

    def view(self, dtype=None, type=None):
        """The same memory; read as another dtype it is a copy, as tensors have no such views."""
        if dtype is None and type is None or dtype is self.__class__:
            return self._shown(self._kindling_tensor)
        from numpy import _derived

        for kind in (dtype, type):
            if _derived.is_class(kind):
                return _derived.as_class(kind, self)
        from numpy._files import from_bytes, to_bytes

        kind = dtype_of(dtype)
        if kind.itemsize != self.itemsize and not self.ndim:
            raise ValueError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged")
        size = self.shape[-1] * self.itemsize if self.ndim else self.itemsize
        if size % kind.itemsize:
            how = "larger" if kind.itemsize > self.itemsize else "smaller"
            whose = "its size must be a divisor of the total size in bytes of the last axis of the array."
            raise ValueError(f"When changing to a {how} dtype, {whose}")
        return from_bytes(to_bytes(self), kind).reshape(self.shape[:-1] + (size // kind.itemsize,) * bool(self.ndim))

    def byteswap(self, inplace=False):
        """The bytes of each number in the other order."""
        from numpy._files import from_bytes, to_bytes

        kind = self.dtype
        if kind.kind in "OUV":
            raise NotImplementedError(f"numpy.ndarray.byteswap is not built into this numpy for {kind}")
        # Read in the other order, and then taken for numbers in their own.
        found = from_bytes(to_bytes(self), kind.newbyteorder()).astype(kind).reshape(self.shape)
        if not inplace:
            return found
        self[...] = found
        return self

    def resize(self, *new_shape, refcheck=True):
        """Another size in place: what is more is zero."""
        from numpy._make import shape_of

        sizes = shape_of(new_shape[0] if len(new_shape) == 1 else new_shape)
        flat, count = self._kindling_tensor.reshape(-1), 1
        for size in sizes:
            count *= size
        kept = flat[:count]
        more = _torch.zeros(count - len(kept), dtype=flat.dtype)
        self._kindling_tensor = _torch.cat([kept, more]).reshape(sizes)

    @property
    def strides(self):
        return tuple(step * self.itemsize for step in _steps(self))

    @property
    def device(self):
        return "cpu"

    @property
    def flags(self):
        return _Flags(self)

    def setflags(self, write=None, align=None, uic=None):
        """Lets values be written, or read only."""
        if write is not None:
            self.flags.writeable = bool(write)

    @property
    def base(self):
        """The array whose memory this one shows, if it is another's."""
        source = getattr(self, "_base", None)
        if source is None or not _share(self, source):
            return None
        return source if source.base is None else source.base

    @property
    def real(self):
        return self

    @property
    def imag(self):
        if not self._is_plain:
            import numpy

            return numpy.zeros(self.shape, dtype=self.dtype)
        return self._shown(_torch.zeros_like(self._kindling_tensor))

    @property
    def mT(self):
        if self.ndim < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return self.swapaxes(-1, -2)


def _share(a, b):
    return a._kindling_tensor.untyped_storage().data_ptr() == b._kindling_tensor.untyped_storage().data_ptr()


_largest, _smallest, _every, _some = map(_reduction, ("max", "min", "all", "any"))
