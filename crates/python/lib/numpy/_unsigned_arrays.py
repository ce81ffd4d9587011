"""Arrays of whole numbers without a sign of 16, 32 and 64 bits: a tensor of int64, and the dtype that they wrap around in.

Of 64 bits the tensor has the bits: numbers from 2**63 on are negative in it. What only moves values is done to the
tensor. Not what is reckoned with two of them (`_unsigned_arithmetic`). Start reading at `unsigneds`.
"""

import _torch
from numpy import _print
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._errors import of_wide
from numpy._index import get_item, set_item
from numpy._outs import with_outs
from numpy._numbers import generic
from numpy._types import _Kind, dtype
from numpy._unsigned import UnsignedKind, _sign

# What turns the order of bits read with a sign into that of bits read without.
_TURN = -(2**63)


class unsigneds(ndarray):
    """An array of such numbers."""

    __slots__ = ("_values", "_kind")
    _is_plain, _is_wide = False, True

    def __init__(self, values, kind, base=None):
        self._values, self._kind, self._base = values, kind, base

    _backward = None

    def _like(self, values):
        """Other values of the same dtype; a scalar where there are no dimensions."""
        return unsigneds(values, self._kind) if values.dim() else single(values, self._kind)

    def _are_small(self):
        """Whether the tensor's numbers are the array's."""
        return self._kind.bits < 64 or not bool((self._values < 0).any())

    @property
    def _kindling_tensor(self):
        return self._values if self._are_small() else self._floats()

    def _floats(self):
        """The numbers as floats of 64 bits."""
        found = self._values.double()
        if self._are_small():
            return found
        listed = [float(number) for number in self._numbers()]
        return _torch.tensor(listed, dtype=_torch.float64).reshape(self.shape)

    def _numbers(self):
        listed = self._values.reshape(-1).tolist()
        return listed if self._are_small() else [number % 2**64 for number in listed]

    def _ranks(self):
        """Numbers of which one is smaller than another where it is so in the array."""
        return self._values if self._kind.bits < 64 else self._values ^ _TURN

    def _of_ranks(self, ranks):
        return ranks if self._kind.bits < 64 else ranks ^ _TURN

    @staticmethod
    def __torch_function__(func, types, args=(), kwargs=None):
        """What torch makes of such an array: a tensor of its dtype, or of one that is told."""
        kwargs = dict(kwargs or {})
        if func.__name__ in ("tensor", "as_tensor", "asarray", "from_numpy"):
            from torch._unsigned import of_array

            return of_array(args[0], kwargs.get("dtype"), func.__name__)
        if kwargs.get("dtype") is None:
            raise of_wide(_first(args).dtype.name)
        return func(*(each.astype("int64") if isinstance(each, unsigneds) else each for each in args), **kwargs)

    @staticmethod
    def _moved(function, arrays, *args, **kwargs):
        kinds = [array.dtype for array in arrays]
        from numpy._kinds import result_type

        kind = result_type(*kinds)
        if not isinstance(kind, UnsignedKind):
            return function([array.astype(kind) for array in arrays], *args, **kwargs)
        found = function([ndarray(as_unsigned(array, kind)._values) for array in arrays], *args, **kwargs)
        if isinstance(found, (list, tuple)):
            return type(found)(unsigneds(part._kindling_tensor, kind) for part in found)
        return unsigneds(tensor_of(found), kind)

    @property
    def shape(self):
        return tuple(self._values.shape)

    @shape.setter
    def shape(self, sizes):
        self._values = self.reshape(sizes)._values

    ndim = property(lambda self: self._values.dim())
    size = property(lambda self: self._values.numel())
    dtype = property(lambda self: self._kind)
    itemsize = property(lambda self: self._kind.itemsize)
    nbytes = property(lambda self: self.itemsize * self.size)
    T = property(lambda self: self.transpose())
    imag = property(lambda self: self._like(_torch.zeros_like(self._values)))

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        found = ndarray(self._values).item(*index)
        return found % 2**64 if found < 0 else found

    def tolist(self):
        from numpy._python_values import nested

        return nested(self._numbers(), self.shape) if self.size or not self.ndim else ndarray(self._values).tolist()

    def copy(self, order="C"):
        return unsigneds(self._values.contiguous().clone(), self._kind)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = _wanted(dtype)
        if isinstance(kind, UnsignedKind):
            return unsigneds(kind.wrapped(self._values.clone() if copy else self._values), kind)
        if kind.kind in "OUS":
            from numpy._objects import from_numbers

            return from_numbers(self, kind)
        return ndarray(self._floats() if kind.kind in "fc" else self._values).astype(kind)

    def fill(self, value):
        self[...] = value

    def view(self, dtype=None, type=None):
        """The same bits, read as another dtype."""
        if type is not None:
            raise NotImplementedError(f"numpy.ndarray.view: type is not built into this numpy for {self.dtype.name}")
        if dtype is None or _wanted(dtype) == self._kind:
            return unsigneds(self._values, self._kind, self)
        return super().view(dtype)

    # Order

    def sort(self, axis=-1, kind=None, order=None, *, stable=None):
        self._values.copy_(self._of_ranks(_torch.sort(self._ranks(), axis)[0]))

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        return ndarray(self._ranks()).argsort(axis)

    def max(self, axis=None, out=None, keepdims=False, initial=None, where=True):
        return self._extreme("max", axis, keepdims, initial, where)

    def min(self, axis=None, out=None, keepdims=False, initial=None, where=True):
        return self._extreme("min", axis, keepdims, initial, where)

    def _extreme(self, name, axis, keepdims, initial, where):
        if initial is not None or where is not True:
            raise NotImplementedError(f"numpy.{name}: initial and where are not built into this numpy for {self.dtype.name}")
        return self._like(self._of_ranks(tensor_of(getattr(ndarray(self._ranks()), name)(axis=axis, keepdims=keepdims))))

    def argmax(self, axis=None, out=None, *, keepdims=False):
        return ndarray(self._ranks()).argmax(axis, keepdims=keepdims)

    def argmin(self, axis=None, out=None, *, keepdims=False):
        return ndarray(self._ranks()).argmin(axis, keepdims=keepdims)

    def nonzero(self):
        return ndarray(self._values).nonzero()

    def clip(self, min=None, max=None, out=None):
        from numpy import maximum, minimum

        found = self if min is None else maximum(self, min)
        return found if max is None else minimum(found, max)

    def round(self, decimals=0, out=None):
        if decimals < 0:
            raise NotImplementedError(f"numpy.round: decimals={decimals} is not built into this numpy for {self.dtype.name}")
        return self.copy()

    # Sums, which have 64 bits

    def _summed(self, name, axis, kind, keepdims=None):
        if kind is not None and not isinstance(_wanted(kind), UnsignedKind):
            return getattr(self.astype(kind), name)(axis) if keepdims is None else getattr(self.astype(kind), name)(axis, keepdims=keepdims)
        more = {} if keepdims is None else {"keepdims": keepdims}
        found = tensor_of(getattr(ndarray(self._values), name)(axis, **more))
        kind = UnsignedKind("uint64") if kind is None else _wanted(kind)
        return from_values(found, kind)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._summed("sum", axis, dtype, keepdims)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._summed("prod", axis, dtype, keepdims)

    def cumsum(self, axis=None, dtype=None, out=None):
        return self._summed("cumsum", axis, dtype)

    def cumprod(self, axis=None, dtype=None, out=None):
        return self._summed("cumprod", axis, dtype)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return ndarray(self._floats()).mean(axis, dtype=dtype, keepdims=keepdims)

    def dot(self, b):
        from numpy import matmul, multiply

        return multiply(self, b) if not self.ndim or not getattr(b, "ndim", 0) else matmul(self, b)

    # Items

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return map(self._like, self._values)

    def __len__(self):
        return len(ndarray(self._values))

    def __getitem__(self, index):
        found, backward = get_item(self._values, index)
        is_array = found.ndim or index is ... or type(index) is tuple and any(part is ... for part in index)
        return unsigneds(found, self._kind, None if backward else self) if is_array else single(found, self._kind)

    def __setitem__(self, index, value):
        set_item(self._values, index, ndarray(as_unsigned(value, self._kind)._values))

    def __bool__(self):
        return bool(ndarray(self._values))

    def __int__(self):
        return self.item()

    def __float__(self):
        return float(self.item())

    def __index__(self):
        if self.ndim:
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self.item()

    def __neg__(self):
        return self._like(self._kind.wrapped(-self._values))

    def __invert__(self):
        return self._like(self._kind.wrapped(~self._values))

    def __abs__(self):
        return self._like(self._values.clone())

    # Texts

    def __str__(self):
        return _print.text(self._values, 0, " ", self._words)

    def __repr__(self):
        numbers = _print.text(self._values, len("array("), ", ", self._words) if self.size else "[]"
        is_told = self.size > _print._options.threshold or not self.size and self.shape != (0,)
        kind = f"'{self.dtype}'" if self._kind.is_big else self.dtype.name
        return _print.array_text(numbers, [f"shape={self.shape}"] * is_told + [f"dtype={kind}"])

    def _words(self, values):
        own = _print._own_formatter(values)
        numbers = unsigneds(values, self._kind)._numbers()
        return [own(number) for number in numbers] if own is not None else _print._aligned(list(map(str, numbers)))

    def __reduce__(self):
        return _restored, (self._values.tolist(), self._kind.str)

    def __deepcopy__(self, memo):
        return self.copy()


def _restored(values, kind):
    return unsigneds(_torch.tensor(values, dtype=_torch.int64), dtype(kind))


def _moving(name):
    """A method that only puts values elsewhere."""

    def apply(self, *args, **kwargs):
        return unsigneds(tensor_of(getattr(ndarray(self._values), name)(*args, **kwargs)), self._kind, self)

    apply.__name__ = name
    return apply


for _name in ("reshape", "ravel", "transpose", "squeeze", "swapaxes", "repeat", "take", "flatten", "diagonal"):
    setattr(unsigneds, _name, _moving(_name))
with_outs(unsigneds, "max min argmax argmin sum prod mean cumsum cumprod clip round")
unsigneds.__name__ = unsigneds.__qualname__ = "ndarray"
unsigneds.__module__ = "numpy"


def _first(values):
    """The first such array in nested lists."""
    for value in values:
        found = _first(value) if isinstance(value, (list, tuple)) else value if getattr(value, "_is_wide", False) else None
        if found is not None:
            return found
    return None


def _wanted(kind):
    return kind if isinstance(kind, _Kind) else dtype(kind)


def single(value, kind):
    """A tensor without dimensions as a scalar."""
    return kind.type._of(value.item() % 2**64)


def from_values(values, kind):
    """Numbers of 64 bits as an array, or as a scalar where there are no dimensions."""
    values = kind.wrapped(values)
    return unsigneds(values, kind) if values.dim() else single(values, kind)


def as_unsigned(value, kind=None):
    """What `np.array` makes of numbers where such a dtype is asked for, or where they have one."""
    if isinstance(value, unsigneds):
        return value if kind is None or kind is value._kind else value.astype(kind)
    if getattr(value, "_is_wide", False):
        return as_unsigned(value._array(), kind)
    if isinstance(value, ndarray) or isinstance(value, (generic, _torch.Tensor)):
        tensor = tensor_of(value) if not isinstance(value, ndarray) or value._is_plain else tensor_of(value.astype("int64"))
        return unsigneds(kind.wrapped(_as_whole(tensor)), kind)
    from numpy._python_values import leaves_of

    leaves, shape = leaves_of(value, None)
    if kind is None:
        from numpy._kinds import result_type

        kind = result_type(*map(_own_kind, leaves))
        if not isinstance(kind, UnsignedKind):
            numbers = [kind.type(leaf) for leaf in leaves]
            return ndarray(tensor_of(numbers, kind).reshape(tuple(shape)))
    if any(isinstance(leaf, str) for leaf in leaves):
        leaves = [int(leaf) for leaf in leaves]
    held = [kind.held(leaf) if type(leaf) is int else _one(leaf, kind) for leaf in leaves]
    return unsigneds(_torch.tensor(held, dtype=_torch.int64).reshape(tuple(shape)), kind)


def _own_kind(leaf):
    """The dtype that a number has by itself in a list."""
    if type(leaf) is int:
        return dtype("int64") if leaf < 2**63 else UnsignedKind("uint64")
    return leaf.dtype if isinstance(leaf, generic) else dtype(type(leaf))


def _one(leaf, kind):
    number = int(leaf) % (kind.largest + 1)
    return number - 2**64 if number >= 2**63 else number


def _as_whole(tensor):
    """Numbers as those of 64 bits; floats that are too large for these keep their bits without a sign."""
    if not tensor.is_floating_point() or not bool((tensor >= 2.0**63).any()):
        return tensor.to(_torch.int64)
    listed = [int(number) % 2**64 if number == number and abs(number) < 2.0**64 else 0 for number in tensor.reshape(-1).tolist()]
    return _torch.tensor([n - 2**64 if n >= 2**63 else n for n in listed], dtype=_torch.int64).reshape(tensor.shape)


def _in_place(name):
    def apply(self, other):
        from numpy._unsigned_arithmetic import into

        return into(name, self, other)

    return apply


for _name in "add sub mul truediv floordiv mod pow and or xor lshift rshift matmul".split():
    setattr(unsigneds, f"__{_name}__", _sign(_name, False))
    setattr(unsigneds, f"__r{_name}__", _sign(_name, True))
    setattr(unsigneds, f"__i{_name}__", _in_place(_name))
for _name in "eq ne lt le gt ge".split():
    setattr(unsigneds, f"__{_name}__", _sign(_name, False))
