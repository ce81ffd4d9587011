"""`numpy.nditer`: the values of arrays one after the other, in the order they lie in memory or in one that is asked for.

Not `ndindex` and `ndenumerate`, which are `_grids`'s. Start reading at `nditer`.
"""

import itertools
import math

from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._errors import broadcast_shape
from numpy._kinds import result_type
from numpy._make import asarray, empty
from numpy._rearrange import broadcast_to

# Those that decide nothing here, as values are never copied to and fro.
_IDLE = {"copy_if_overlap", "delay_bufalloc", "grow_inner", "refs_ok"}
_FLAGS = {"buffered", "c_index", "external_loop", "f_index", "multi_index", "reduce_ok", "zerosize_ok"} | _IDLE
_NO_FLAGS = {"common_dtype", "ranged"}
_OP_IDLE = {"aligned", "allocate", "contig", "copy", "nbo", "no_broadcast", "no_subtype", "overlap_assume_elementwise"}
_OP_FLAGS = {"readonly", "readwrite", "writeonly", "updateifcopy"} | _OP_IDLE
_NO_OP_FLAGS = {"arraymask", "virtual", "writemasked"}


class _Fixed(ndarray):
    """A value of an operand that is only read."""

    def __setitem__(self, index, value):
        raise ValueError("assignment destination is read-only")


_Fixed.__name__ = _Fixed.__qualname__ = "ndarray"
_Fixed.__module__ = "numpy"


def _checked(flags, known, refused, told):
    if isinstance(flags, str):
        raise ValueError("Iterator global flags must be a list or tuple of strings")
    for flag in flags:
        if flag in refused:
            raise NotImplementedError(f"numpy.nditer: the flag {flag!r} is not built into this numpy")
        if flag not in known:
            raise ValueError(f'Unexpected {told} "{flag}"')
    return set(flags)


def _memory_order(array):
    """The axes from the slowest to the fastest."""
    strides = array.strides
    return sorted(range(array.ndim), key=lambda axis: -abs(strides[axis]))


class nditer:
    """Every value, as an array without dimensions; of several arrays those that stand at the same place."""

    def __init__(
        self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None, itershape=None,
        buffersize=0,
    ):  # fmt: skip
        for name, value in (("op_dtypes", op_dtypes), ("op_axes", op_axes), ("itershape", itershape)):
            if value is not None:
                raise NotImplementedError(f"numpy.nditer: {name} is not built into this numpy")
        self._flags = _checked(flags or (), _FLAGS, _NO_FLAGS, "iterator global flag")
        self._tracks = self._flags & {"multi_index", "c_index", "f_index"}
        if self._tracks and "external_loop" in self._flags:
            raise ValueError("Iterator flag EXTERNAL_LOOP cannot be used if an index or multi-index is being tracked")
        many = isinstance(op, (list, tuple)) and (any(isinstance(each, ndarray) for each in op) or None in op)
        self._take(list(op) if many else [op], op_flags, many)
        self._order = self._axes(order)
        if not self.itersize and "zerosize_ok" not in self._flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        self.reset()

    def _take(self, given, op_flags, many):
        """Settles the operands, makes those that are None, and says which are written."""
        op_flags = [] if op_flags is None else list(op_flags)
        if op_flags and isinstance(op_flags[0], str):
            op_flags = [op_flags] * len(given)
        if not op_flags:
            op_flags = [["readonly"] if each is not None else ["writeonly", "allocate"] for each in given]
        op_flags = [_checked(flags, _OP_FLAGS, _NO_OP_FLAGS, "per-op iterator flag") for flags in op_flags]
        arrays = [None if each is None else asarray(each) for each in given]
        self.shape = broadcast_shape([each.shape for each in arrays if each is not None])
        kinds = [each.dtype for each in arrays if each is not None]
        self.operands = tuple(empty(self.shape, result_type(*kinds)) if each is None else each for each in arrays)
        self._writes = [bool(flags & {"readwrite", "writeonly"}) for flags in op_flags]
        for array, is_written in zip(self.operands, self._writes):
            if is_written and array.shape != self.shape:
                raise NotImplementedError("numpy.nditer: operands that are written and stretched are not built into this numpy")
        self._whole = [broadcast_to(each, self.shape) if each.shape != self.shape else each for each in self.operands]
        self._is_many = many

    def _axes(self, order):
        axes = list(range(self.ndim))
        if order not in ("C", "F", "A", "K"):
            raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got {order!r})")
        if order == "F" or order == "A" and all(each.flags.f_contiguous for each in self.operands):
            return axes[::-1]
        return _memory_order(self._whole[0]) if order == "K" else axes

    ndim = property(lambda self: len(self.shape))
    nop = property(lambda self: len(self.operands))
    dtypes = property(lambda self: tuple(each.dtype for each in self.operands))
    itersize = property(lambda self: math.prod(self.shape))
    has_multi_index = property(lambda self: "multi_index" in self._flags)
    has_index = property(lambda self: bool(self._flags & {"c_index", "f_index"}))
    finished = property(lambda self: self._at is None)
    itviews = property(lambda self: tuple(self._whole))

    def reset(self):
        """Goes back to the first place."""
        self._places = self._lines() if "external_loop" in self._flags else self._singles()
        self.iterindex, self._is_started = 0, False
        self._at = next(self._places, None)

    def _singles(self):
        """Places, in the order in which they are gone through."""
        order = self._order
        places = itertools.product(*(range(self.shape[axis]) for axis in order))
        if order == sorted(order):
            return places
        back = [order.index(axis) for axis in range(self.ndim)]
        return (tuple(place[at] for at in back) for place in places)

    def _lines(self):
        """Places of lines, whose length is that of the fastest axis, or of everything where that lies together."""
        self._turned = [each.transpose(self._order) if self.ndim > 1 else each for each in self._whole]
        if all(each.flags.c_contiguous for each in self._turned):
            self._turned = [each.reshape(1, -1) for each in self._turned]
        elif "buffered" in self._flags:
            raise NotImplementedError("numpy.nditer: buffers for what lies apart are not built into this numpy")
        return itertools.product(*map(range, self._turned[0].shape[:-1])) if self.itersize else iter(())

    def iternext(self):
        """Goes on by one; whether there was one more."""
        self._at = next(self._places, None)
        self.iterindex += 1
        return self._at is not None

    def _value(self, number):
        if self._at is None:
            raise ValueError("Iterator is past the end")
        source = self._turned if "external_loop" in self._flags else self._whole
        found = ndarray(tensor_of(source[number])[self._at])
        return found if self._writes[number] else _Fixed(found._kindling_tensor)

    @property
    def value(self):
        found = tuple(self._value(number) for number in range(self.nop))
        return found if self._is_many else found[0]

    @property
    def multi_index(self):
        """Where the value stands, one number for each axis."""
        if not self.has_multi_index:
            raise ValueError("Iterator is not tracking a multi-index")
        if self._at is None:
            raise ValueError("Iterator is past the end")
        return self._at

    @property
    def index(self):
        """Where the value stands, as one number."""
        if not self.has_index:
            raise ValueError("Iterator does not have an index")
        places, sizes = (self._at, self.shape) if "c_index" in self._flags else (self._at[::-1], self.shape[::-1])
        found = 0
        for place, size in zip(places, sizes):
            found = found * size + place
        return found

    def __getitem__(self, number):
        return self._value(range(self.nop)[number])

    def __setitem__(self, number, value):
        self._value(range(self.nop)[number])[...] = value

    def __len__(self):
        return self.nop

    def __iter__(self):
        return self

    def __next__(self):
        if self._is_started:
            self.iternext()
        self._is_started = True
        if self._at is None:
            raise StopIteration
        return self.value

    def close(self):
        """Nothing is left to be written."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
