"""Arrays some of whose values are masked: what is reckoned leaves those out.

Not the masks by themselves (`_masks`), nor the functions of `np.ma`, which are that module's. Start reading at `MaskedArray`.
"""

import operator

import numpy
from numpy import _masked_text
from numpy._array import ndarray
from numpy._masks import MAError, MaskError, joined, limit, listed, nomask, plain, shaped
from numpy._outs import with_outs

_FILLS = {"b": True, "i": 999999, "u": 999999, "f": 1e20, "c": 1e20 + 0j, "U": "N/A", "O": "?"}
# Outside of these a function has no value: what lies there becomes masked.
_DOMAINS = {
    "sqrt": lambda x: x < 0,
    "log": lambda x: x <= 0,
    "log2": lambda x: x <= 0,
    "log10": lambda x: x <= 0,
    "arcsin": lambda x: abs(x) > 1,
    "arccos": lambda x: abs(x) > 1,
}
_DIVISIONS = ("divide", "floor_divide", "remainder", "fmod")


class MaskedArray(ndarray):
    """An array and its mask."""

    __slots__ = ("_data", "_own_mask", "_fill", "_hard")
    _is_plain = False

    def __new__(cls, *args, **kwargs):
        return ndarray.__new__(cls)

    def __init__(self, data, mask=nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None, keep_mask=True,
                 hard_mask=False, shrink=True, order=None):
        inner = data._own_mask if isinstance(data, MaskedArray) and keep_mask else nomask
        leaves = _masked_leaves(data)
        self._data = numpy.array(plain(data) if leaves is None else leaves[0], dtype=dtype, copy=copy, ndmin=ndmin)
        inner = inner if leaves is None else numpy.array(leaves[1])
        self._own_mask = joined(shaped(mask, self._data.shape), inner)
        self._hard = hard_mask
        self._fill = fill_value
        self._backward = self._base = None

    @property
    def _kindling_tensor(self):
        return self._data._kindling_tensor

    data = property(lambda self: self._data)
    shape = property(lambda self: self._data.shape)
    ndim = property(lambda self: self._data.ndim)
    size = property(lambda self: self._data.size)
    dtype = property(lambda self: self._data.dtype)
    itemsize = property(lambda self: self._data.itemsize)
    nbytes = property(lambda self: self._data.nbytes)
    T = property(lambda self: self.transpose())

    @property
    def mask(self):
        return self._own_mask

    @mask.setter
    def mask(self, value):
        # A mask that is there stays one, of no values at least.
        self._own_mask = shaped(value if self._own_mask is nomask or value is not nomask else False, self.shape)

    @property
    def fill_value(self):
        kind = self.dtype
        found = _FILLS[kind.kind] if self._fill is None else self._fill
        if kind.kind in "iuf" and self._fill is None:
            # As wide as any: it wraps around where it is filled in.
            return {"i": numpy.int64, "u": numpy.uint64, "f": numpy.float64}[kind.kind](found)
        return kind.type(found) if kind.kind in "biuf" else found

    @fill_value.setter
    def fill_value(self, value):
        self._fill = value

    hardmask = property(lambda self: self._hard)

    def harden_mask(self):
        """From here on what is masked stays so."""
        self._hard = True
        return self

    def soften_mask(self):
        """From here on what is written where a value is masked unmasks it."""
        self._hard = False
        return self

    def _as_plain(self):
        return self._data

    def _full_mask(self):
        return numpy.zeros(self.shape, dtype=bool) if self._own_mask is nomask else self._own_mask

    def _like(self, data, mask):
        """Other values and their mask; a scalar where there are no dimensions."""
        if isinstance(data, ndarray) and data.ndim:
            return MaskedArray(data, mask, fill_value=self._fill if data.dtype == self.dtype else None)
        return masked if mask is not nomask and bool(mask) else data

    def _moved_by(self, name, *args, **kwargs):
        mask = self._own_mask
        found = getattr(self._data, name)(*args, **kwargs)
        return self._like(found, mask if mask is nomask else getattr(mask, name)(*args, **kwargs))

    def copy(self, order="C"):
        mask = self._own_mask
        return MaskedArray(self._data.copy(), mask if mask is nomask else mask.copy(), fill_value=self._fill)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        return MaskedArray(self._data.astype(dtype), self._own_mask)

    def filled(self, fill_value=None):
        """The values, with a fill in place of those that are masked."""
        if self._own_mask is nomask:
            return self._data
        found = self._data.copy()
        found[self._own_mask] = self.fill_value if fill_value is None else fill_value
        return found

    def compressed(self):
        """The values that are not masked, in a row."""
        return self._data.ravel() if self._own_mask is nomask else self._data[~self._own_mask]

    def count(self, axis=None, keepdims=False):
        """How many are not masked."""
        return (~self._full_mask()).sum(axis=axis, keepdims=keepdims)

    def tolist(self, fill_value=None):
        if self._own_mask is nomask:
            return self._data.tolist()
        return listed(self._data.tolist(), self._own_mask.tolist(), fill_value)

    def item(self, *index):
        return self._data.item(*index)

    # Reductions

    def _reduced(self, name, fill, axis, keepdims, **options):
        found = getattr(self.filled(fill) if self._own_mask is not nomask else self._data, name)(
            axis=axis, keepdims=keepdims, **options
        )
        if self._own_mask is nomask:
            return found if not isinstance(found, ndarray) or not found.ndim else MaskedArray(found)
        gone = self._own_mask.all(axis=axis, keepdims=keepdims)
        if not isinstance(found, ndarray) or not found.ndim:
            return masked if bool(gone) else found
        return MaskedArray(found, gone)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._reduced("sum", 0, axis, keepdims, dtype=dtype)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._reduced("prod", 1, axis, keepdims, dtype=dtype)

    def _instead(self, end, fill_value):
        """What stands for masked values: the least or the largest of the dtype, unless another is wished."""
        return limit(self.dtype, end) if fill_value is None else fill_value

    def max(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._reduced("max", self._instead("min", fill_value), axis, keepdims)

    def min(self, axis=None, out=None, fill_value=None, keepdims=False):
        return self._reduced("min", self._instead("max", fill_value), axis, keepdims)

    def all(self, axis=None, out=None, keepdims=False):
        return self._reduced("all", True, axis, keepdims)

    def any(self, axis=None, out=None, keepdims=False):
        return self._reduced("any", False, axis, keepdims)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        if self._own_mask is nomask:
            return self._reduced("mean", 0, axis, keepdims, dtype=dtype)
        total = self.sum(axis, dtype=dtype, keepdims=keepdims)
        return masked if total is masked else total / self.count(axis, keepdims)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        away = (self if dtype is None else self.astype(dtype)).anom(axis)
        total = (away * away).sum(axis, keepdims=keepdims)
        return masked if total is masked else total / (self.count(axis, keepdims) - ddof)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        found = self.var(axis, dtype, ddof=ddof, keepdims=keepdims)
        return masked if found is masked else numpy.sqrt(found)

    def anom(self, axis=None):
        """The values less their mean."""
        return self - self.mean(axis, keepdims=axis is not None)

    def ptp(self, axis=None):
        return self.max(axis) - self.min(axis)

    def cumsum(self, axis=None, dtype=None, out=None):
        return self._like(self.filled(0).cumsum(axis, dtype), self._line_mask(axis))

    def cumprod(self, axis=None, dtype=None, out=None):
        return self._like(self.filled(1).cumprod(axis, dtype), self._line_mask(axis))

    def _line_mask(self, axis):
        """The mask, in a row where there is no axis."""
        return self._own_mask if self._own_mask is nomask or axis is not None else self._own_mask.ravel()

    def argmax(self, axis=None, fill_value=None, out=None, *, keepdims=False):
        return self.filled(self._instead("min", fill_value)).argmax(axis, keepdims=keepdims)

    def argmin(self, axis=None, fill_value=None, out=None, *, keepdims=False):
        return self.filled(self._instead("max", fill_value)).argmin(axis, keepdims=keepdims)

    def argsort(self, axis="last", kind=None, order=None, endwith=True, fill_value=None):
        if axis == "last":
            # Of several dimensions numpy takes all values in a row yet, where no axis is told.
            axis = -1 if self.ndim < 2 else None
        if axis is None:
            return self.ravel().argsort(-1, endwith=endwith, fill_value=fill_value)
        return self.filled(self._instead("max" if endwith else "min", fill_value)).argsort(axis)

    def sort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None):
        places = self.argsort(axis, endwith=endwith, fill_value=fill_value)
        mask = self._full_mask()
        self._data[...] = numpy.take_along_axis(self._data, places, axis)
        self._own_mask = numpy.take_along_axis(mask, places, axis) if self._own_mask is not nomask else nomask

    def round(self, decimals=0, out=None):
        return self._like(self._data.round(decimals), self._own_mask)

    def clip(self, min=None, max=None, out=None):
        return self._like(self._data.clip(min, max), self._own_mask)

    def dot(self, b, out=None):
        found = MaskedArray(self.filled(0).dot(b.filled(0) if isinstance(b, MaskedArray) else b))
        if self._own_mask is nomask and getattr(b, "_own_mask", nomask) is nomask:
            return found
        there = [~numpy.asarray(each._full_mask() if isinstance(each, MaskedArray) else numpy.zeros_like(each, dtype=bool)) for each in (self, b)]
        return self._like(found.data, ~(there[0].astype(int).dot(there[1].astype(int)) > 0))

    def nonzero(self):
        return self.filled(0).nonzero()

    # Items

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return (self[at] for at in range(len(self)))

    def __getitem__(self, index):
        index = plain(index)
        mask = self._own_mask
        return self._like(self._data[index], mask if mask is nomask else mask[index])

    def __setitem__(self, index, value):
        index = plain(index)
        if self._hard and self._own_mask is not nomask and value is not masked:
            places = numpy.zeros(self.shape, dtype=bool)
            places[index] = True
            kept = numpy.broadcast_to(numpy.asarray(plain(value)), self._data[index].shape if hasattr(self._data[index], "shape") else ())
            found = self._data.copy()
            found[index] = kept
            self._data[...] = numpy.where(places & ~self._own_mask, found, self._data)
            return
        gone = value is masked or isinstance(value, MaskedArray) and value._own_mask is not nomask
        if gone or self._own_mask is not nomask:
            self._own_mask = self._full_mask()
            self._own_mask[index] = True if value is masked else getattr(value, "_own_mask", False)
        if value is not masked:
            self._data[index] = plain(value)

    def __bool__(self):
        return bool(self._data)

    def __float__(self):
        return float(self._data.item())

    def __int__(self):
        return int(self._data.item())

    # Operators

    def _universal(self, name, inputs):
        """What a function that works value by value makes of it, and of what is beside it."""
        values = [plain(each) for each in inputs]
        with numpy.errstate(all="ignore"):
            found = getattr(numpy, name)(*values)
        mask = nomask
        for each in inputs:
            mask = joined(mask, each._own_mask if isinstance(each, MaskedArray) else nomask)
        if name in _DOMAINS or name in _DIVISIONS:
            outside = numpy.asarray(_DOMAINS[name](values[0]) if name in _DOMAINS else numpy.equal(values[1], 0))
            mask = joined(mask, outside) if outside.any() else mask
        if mask is not nomask and isinstance(found, ndarray) and mask.shape != found.shape:
            mask = numpy.broadcast_to(mask, found.shape).copy()
        if mask is not nomask and isinstance(found, ndarray) and len(inputs) == 2 and name not in _COMPARISONS.values():
            # Masked values stay what they were.
            kept = numpy.broadcast_to(numpy.asarray(values[0]), found.shape)
            found = numpy.where(mask, kept, found)
        return self._like(found, mask)

    def _take_over(self, short, name, other):
        """What an operator makes, in place of the own values."""
        # What cannot be written into such values is refused as numpy's plain arrays do.
        getattr(operator, f"i{short}")(self._data.copy(), plain(other))
        found = self._universal(name, [self, other])
        self._data[...], self._own_mask = plain(found), getattr(found, "_own_mask", nomask)
        return self

    def __neg__(self):
        return self._universal("negative", [self])

    def __abs__(self):
        return self._universal("absolute", [self])

    def __invert__(self):
        return self._universal("invert", [self])

    __hash__ = None

    def __reduce__(self):
        return _restored, (self._data, None if self._own_mask is nomask else self._own_mask, self._fill)

    # Texts

    def __str__(self):
        return _masked_text.plain(self)

    def __repr__(self):
        return _masked_text.full(self)


def _restored(data, mask, fill):
    return MaskedArray(data, mask, fill_value=fill)


_ARITHMETIC = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide", "mod": "remainder",
    "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
}  # fmt: skip
_COMPARISONS = {"eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}


def _operator(short, name):
    setattr(MaskedArray, f"__{short}__", lambda self, other: self._universal(name, [self, other]))
    if short in _ARITHMETIC:
        setattr(MaskedArray, f"__r{short}__", lambda self, other: self._universal(name, [other, self]))
        setattr(MaskedArray, f"__i{short}__", lambda self, other: self._take_over(short, name, other))


for _pair in (*_ARITHMETIC.items(), *_COMPARISONS.items()):
    _operator(*_pair)


def _moving(name):
    def apply(self, *args, **kwargs):
        return self._moved_by(name, *args, **kwargs)

    apply.__name__ = name
    return apply


for _name in ("reshape", "ravel", "flatten", "transpose", "squeeze", "swapaxes", "repeat", "take", "diagonal"):
    setattr(MaskedArray, _name, _moving(_name))

with_outs(MaskedArray, "sum prod max min all any mean var std cumsum cumprod argmax argmin round clip dot")


class MaskedConstant(MaskedArray):
    """A single value that is masked."""

    __slots__ = ()

    def __init__(self):
        MaskedArray.__init__(self, 0.0, True)

    def _universal(self, name, inputs):
        beside = next((each for each in inputs if isinstance(each, ndarray) and each.ndim), None)
        if beside is None:
            return self
        return MaskedArray(plain(beside), numpy.ones(beside.shape, dtype=bool))

    def __str__(self):
        return "--"

    def __repr__(self):
        return "masked"

    def __format__(self, spec):
        return format("--", spec) if not spec or spec[-1] == "s" else "--"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __float__(self):
        import warnings

        warnings.warn("Warning: converting a masked element to nan.", stacklevel=2)
        return numpy.nan

    def __int__(self):
        raise MAError("Cannot convert masked element to a Python int.")

    def __reduce__(self):
        return _the_constant, ()


def _the_constant():
    return masked


def _masked_leaves(data):
    """The values and the mask of a list some of whose values are masked; None for others."""
    if not isinstance(data, (list, tuple)) or not any(isinstance(each, MaskedConstant) for each in data):
        return None
    return [0 if each is masked else each for each in data], [each is masked for each in data]


masked = MaskedConstant()
for _kind in (MaskedArray, MaskedConstant, MaskError, MAError):
    _kind.__module__ = "numpy.ma"
