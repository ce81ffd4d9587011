"""Arrays of moments and of spans of time: whole numbers, and the dtype that says what they count.

Not the scalars, nor the calendar (`_dates`, `_calendar`). Start reading at `times`.
"""

import _torch
from numpy import _calendar, _print
from numpy._array import ndarray
from numpy._calendar import NOTHING
from numpy._create import tensor_of
from numpy._dates import TimeKind, count_of, with_operators
from numpy._errors import UFuncTypeError
from numpy._index import get_item, set_item
from numpy._outs import with_outs
from numpy._types import _Kind, dtype


class times(ndarray):
    """An array of moments or spans: `_counts` is a tensor of whole numbers."""

    __slots__ = ("_counts", "_kind")
    _is_plain = False

    def __init__(self, counts, kind):
        self._counts, self._kind, self._backward, self._base = counts, kind, None, None

    @property
    def _kindling_tensor(self):
        # Raises: what asks for it would take counts for numbers.
        return self._kind._torch

    shape = property(lambda self: tuple(self._counts.shape))
    ndim = property(lambda self: self._counts.dim())
    size = property(lambda self: self._counts.numel())
    dtype = property(lambda self: self._kind)
    itemsize = property(lambda self: 8)
    nbytes = property(lambda self: 8 * self.size)
    T = property(lambda self: self.transpose())

    def _like(self, counts):
        """Other counts of the same; a scalar where there are no dimensions."""
        return times(counts, self._kind) if counts.dim() else single(counts.item(), self._kind)

    @staticmethod
    def _moved(function, arrays, *args, **kwargs):
        arrays = [as_times(array) for array in arrays]
        unit = _calendar.finest([array._kind.unit for array in arrays])
        kind = TimeKind(arrays[0]._kind.kind, unit)
        found = function([ndarray(array._in(kind)) for array in arrays], *args, **kwargs)
        if isinstance(found, (list, tuple)):
            return type(found)(times(part._kindling_tensor, kind) for part in found)
        return times(found._kindling_tensor, kind)

    def _in(self, kind):
        """The counts in another unit."""
        return in_unit(self._counts, self._kind.unit, kind.unit)

    def _nothing(self):
        return self._counts == NOTHING

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return single(ndarray(self._counts).item(*index), self._kind).item()

    def tolist(self):
        return _nested(self._counts.tolist(), lambda count: single(count, self._kind).item())

    def copy(self, order="C"):
        return times(self._counts.clone(), self._kind)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = _wanted(dtype)
        if isinstance(kind, TimeKind):
            kind = kind if kind.unit is not None else TimeKind(kind.kind, self._kind.unit)
            return times(self._in(kind), kind)
        if isinstance(kind, _Kind):
            return self._as_objects(kind)
        return ndarray(self._counts).astype(kind)

    def _as_objects(self, kind):
        from numpy._objects import from_python, text_kind

        counts = self._counts.reshape(-1).tolist()
        made = [single(count, self._kind) for count in counts]
        if kind.kind == "O":
            return from_python([each.item() for each in made], kind, self.shape)
        return from_python([str(each) for each in made], text_kind(28) if kind.width is None else kind, self.shape)

    def view(self, dtype=None, type=None):
        """The counts themselves, or counts of something else."""
        kind = self._kind if dtype is None else _wanted(dtype)
        return times(self._counts, kind) if isinstance(kind, TimeKind) else ndarray(self._counts).view(kind)

    def fill(self, value):
        self[...] = value

    # Order: no moment comes last

    def _ranks(self):
        return _torch.where(self._nothing(), 2**63 - 1, self._counts)

    def sort(self, axis=-1, kind=None, order=None, *, stable=None):
        sorted_ = _torch.sort(self._ranks(), axis)[0]
        self._counts.copy_(_torch.where(sorted_ == 2**63 - 1, NOTHING, sorted_))

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        return ndarray(_torch.argsort(self._ranks(), axis, stable=True))

    def max(self, axis=None, out=None, keepdims=False):
        return self._extreme("max", axis, keepdims)

    def min(self, axis=None, out=None, keepdims=False):
        return self._extreme("min", axis, keepdims)

    def _extreme(self, name, axis, keepdims):
        found = getattr(ndarray(self._counts), name)(axis=axis, keepdims=keepdims)
        gone = ndarray(self._nothing()).any(axis=axis, keepdims=keepdims)
        return self._like(_torch.where(tensor_of(gone), NOTHING, tensor_of(found)))

    def argmax(self, axis=None, out=None, *, keepdims=False):
        return ndarray(self._counts).argmax(axis, keepdims=keepdims)

    def argmin(self, axis=None, out=None, *, keepdims=False):
        return ndarray(self._counts).argmin(axis, keepdims=keepdims)

    def nonzero(self):
        return ndarray(self._counts).nonzero()

    def _summed(self, name, axis, keepdims):
        if self._kind.kind == "M":
            raise no_such("add", self._kind, self._kind)
        found = tensor_of(getattr(ndarray(self._counts), name)(axis=axis, keepdims=keepdims))
        gone = tensor_of(ndarray(self._nothing()).any(axis=axis, keepdims=keepdims))
        return self._like(_torch.where(gone, NOTHING, found.to(_torch.int64)))

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._summed("sum", axis, keepdims)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._summed("mean", axis, keepdims)

    def cumsum(self, axis=None, dtype=None, out=None):
        if self._kind.kind == "M":
            raise no_such("add", self._kind, self._kind)
        return times(ndarray(self._counts).cumsum(axis)._kindling_tensor, self._kind)

    def std(self, *args, **kwargs):
        raise no_such("add" if self._kind.kind == "M" else "square", self._kind, self._kind)

    var = std

    # Items

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return map(self._like, self._counts)

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return len(self._counts)

    def __getitem__(self, index):
        return self._like(get_item(self._counts, index)[0])

    def __setitem__(self, index, value):
        set_item(self._counts, index, ndarray(as_times(value, self._kind)._in(self._kind)))

    def __bool__(self):
        return bool(ndarray(self._counts))

    def __int__(self):
        return int(self.item())

    def __neg__(self):
        if self._kind.kind == "M":
            raise UFuncTypeError(f"ufunc 'negative' did not contain a loop with signature matching types {self._kind!r} -> None")
        return self._like(_torch.where(self._nothing(), NOTHING, -self._counts))

    def __abs__(self):
        return self._like(_torch.where(self._nothing(), NOTHING, self._counts.abs()))

    # Texts

    def __str__(self):
        if self.ndim == 0:
            return str(single(self._counts.item(), self._kind))
        return _print.text(self._counts, 0, " ", self._words)

    def __repr__(self):
        notes = _print.shape_notes(self.size, self.shape) + [f"dtype='{self._kind}'"]
        return _print.array_text(_print.text(self._counts, len("array("), ", ", self._words) if self.size else "[]", notes)

    def _words(self, counts):
        listed = counts.reshape(-1).tolist()
        if self._kind.kind == "M":
            return _print._aligned([f"'{_calendar.text(count, self._kind.unit)}'" for count in listed])
        return _print._aligned(["'NaT'" if count == NOTHING else str(count) for count in listed])

    def __reduce__(self):
        return _restored, (self._counts.tolist(), self._kind.name)

    def __deepcopy__(self, memo):
        return self.copy()


def _restored(counts, name):
    return times(_torch.tensor(counts, dtype=_torch.int64), dtype(name))


def _moving(name):
    """A method that only puts values elsewhere."""

    def apply(self, *args, **kwargs):
        return times(tensor_of(getattr(ndarray(self._counts), name)(*args, **kwargs)), self._kind)

    apply.__name__ = name
    return apply


for _name in ("reshape", "ravel", "transpose", "squeeze", "swapaxes", "repeat", "take", "flatten"):
    setattr(times, _name, _moving(_name))
times.__name__ = times.__qualname__ = "ndarray"
times.__module__ = "numpy"


def _wanted(kind):
    return kind if isinstance(kind, _Kind) else dtype(kind)


def _nested(values, function):
    return [_nested(value, function) for value in values] if isinstance(values, list) else function(values)


def single(count, kind):
    """One moment or span."""
    return object.__new__(kind.type)._set(count, kind.unit)


def of_counts(counts, kind):
    """An array of counts in a list, or of one."""
    return times(_torch.tensor(counts, dtype=_torch.int64), kind)


def in_unit(counts, unit, target):
    """Counts in another unit."""
    if unit == target or unit is None or target is None:
        return counts
    if _calendar.by_months(unit) or _calendar.by_months(target):
        found = [_calendar.converted(count, unit, target) for count in counts.reshape(-1).tolist()]
        return _torch.tensor(found, dtype=_torch.int64).reshape(counts.shape)
    above, below = _calendar.ratio(unit, target)
    moved = _torch.floor_divide(counts * above, below) if below > 1 else counts * above
    return _torch.where(counts == NOTHING, NOTHING, moved)


def as_times(value, kind=None):
    """What `np.array` makes of moments and spans, and of texts where a dtype asks for it."""
    if isinstance(value, times):
        return value if kind is None or kind == value._kind else value.astype(kind)
    if isinstance(value, ndarray) and value._is_plain:
        counts = value._kindling_tensor
        gone = counts.isnan() if counts.is_floating_point() else None
        whole = counts.to(_torch.int64)
        return times(whole if gone is None else _torch.where(gone, NOTHING, whole), kind)
    leaves, shape = _leaves(value)
    if kind is None:
        kind = TimeKind(leaves[0].dtype.kind, None)
    if kind.unit is None:
        kind = TimeKind(kind.kind, _calendar.finest([count_of(leaf, kind)[1] for leaf in leaves]))
    return of_counts([count_of(leaf, kind)[0] for leaf in leaves], kind).reshape(shape)


def _leaves(value):
    """The values in nested lists, in a row, and the lists' shape."""
    if isinstance(value, ndarray):
        return value.ravel().tolist(), value.shape
    shape, level = [], [value]
    while level and all(isinstance(item, (list, tuple)) or getattr(item, "ndim", 0) for item in level):
        shape.append(len(level[0]))
        level = [part for item in level for part in item]
    return level, tuple(shape)


def no_such(name, *kinds):
    """The error for dtypes that an operation is not for."""
    told = " and ".join(map(repr, kinds))
    return UFuncTypeError(f"ufunc '{name}' cannot use operands with types {told}")


def median_span(a, axis, keepdims):
    """The middle of spans; none where one is missing. Moments have no sum, and so none."""
    if a._kind.kind == "M":
        raise no_such("add", a._kind, a._kind)
    import numpy

    missing = ndarray(a._nothing())
    found = numpy.median(ndarray(a._counts).astype(float), axis, keepdims=keepdims)
    gone = missing.any(axis=axis, keepdims=keepdims)
    return a._like(_torch.where(tensor_of(gone), NOTHING, tensor_of(found).to(_torch.int64)))


with_operators(times)
with_outs(times, "max min argmax argmin sum mean cumsum")
