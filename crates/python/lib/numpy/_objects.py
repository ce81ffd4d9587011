"""Arrays of texts and other objects, as scikit-learn's labels, pandas' columns and `np.array(["a", "b"])` are.

What it is not: part of the arithmetic of numbers. An array here is a list of values and a tensor that says which value
stands where: what only moves values is done to that tensor, by the same code as for numbers. Start reading at `objects`.
"""

import operator

import _torch
from _scalars import NUMBERS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._errors import UFuncTypeError, broadcast_shape, checked_axis
from numpy._index import get_item
from numpy._python_values import WIDTHS, leaves_of, nested, number_of, stored, width_of
from numpy._signs import give
from numpy._numbers import generic
from numpy._types import OBJECT, _Kind, bytes_kind, dtype, str_, text_kind

__all__ = ["_Kind", "from_python", "objects", "places_moved", "str_"]


class objects(ndarray):
    """An array of anything; `texts` says whether it is of texts only, which have a dtype of their own."""

    __slots__ = ("_pool", "_places", "_kind")
    _is_of_objects, _is_plain = True, False

    def __init__(self, values, shape=None, texts=False):
        values = list(values)
        kind = text_kind(max(max(map(len, values), default=1), 1)) if texts else OBJECT
        places = _torch.arange(len(values))
        self._set(values, places if shape is None else places.reshape(tuple(shape)), kind)

    def _set(self, pool, places, kind):
        self._pool, self._places, self._kind, self._backward = pool, places, kind, None

    def _like(self, places):
        """Values of the same list elsewhere; no array but the value where there are no dimensions."""
        return self._array(self._pool, places, self._kind) if places.dim() else self._single(places.item())

    @staticmethod
    def _array(pool, places, kind):
        made = objects.__new__(objects)
        made._set(pool, places, kind)
        return made

    def _single(self, place):
        return self._kind.type(self._pool[place]) if self._texts else self._pool[place]

    @property
    def _kindling_tensor(self):
        return self._kind._torch

    @property
    def _texts(self):
        return self._kind.kind in "US"

    @property
    def _values(self):
        return [self._pool[place] for place in self._places.reshape(-1).tolist()]

    @property
    def shape(self):
        return tuple(self._places.shape)

    @shape.setter
    def shape(self, sizes):
        self._places = self._places.reshape(sizes)

    @property
    def ndim(self):
        return self._places.dim()

    @property
    def size(self):
        return self._places.numel()

    @property
    def dtype(self):
        return self._kind

    @property
    def itemsize(self):
        return self._kind.itemsize

    @property
    def nbytes(self):
        return self.itemsize * self.size

    @property
    def T(self):
        return self.transpose()

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._pool[ndarray(self._places).item(*index)]

    def tolist(self):
        return nested(self._values, self.shape)

    def copy(self, order="C"):
        return self._array(self._values, _torch.arange(self.size).reshape(self.shape), self._kind)

    def astype(self, dtype, copy=True):
        kind = _wanted(dtype)
        if kind.kind in "mM":
            from numpy._date_arrays import as_times

            return as_times(self, kind)
        if kind.kind in "uc" and isinstance(kind, _Kind):
            from numpy._make import asarray

            numbers = [(complex if kind.kind == "c" else int)(value) for value in self._values]
            return asarray(numbers, kind).reshape(self.shape)
        if kind.kind == "V":
            raise NotImplementedError("numpy: objects as rows are not built into this numpy")
        if isinstance(kind, _Kind):
            return from_python(self._values, kind, self.shape)
        numbers = [number_of(value, kind, self._texts) for value in self._values]
        return ndarray(tensor_of(numbers, kind).reshape(self.shape))

    def fill(self, value):
        self[...] = value

    def sort(self, axis=-1, kind=None, order=None, stable=None):
        checked_axis(axis, self.ndim)
        self[...] = self[self.argsort(axis)] if self.ndim == 1 else _sorted_rows(self, axis)

    def argsort(self, axis=-1, kind=None, order=None, stable=None):
        if not self.ndim:
            checked_axis(axis, max(self.ndim, 1))
            return ndarray(_torch.zeros(1, dtype=_torch.int64))
        axis = checked_axis(axis, self.ndim)
        lines = self.swapaxes(axis, -1)
        shape, size = lines.shape, lines.shape[-1]
        rows = lines.reshape(-1, size).tolist() if self.size else []
        places = [sorted(range(size), key=row.__getitem__) for row in rows]
        return ndarray(_torch.tensor(places, dtype=_torch.int64).reshape(shape)).swapaxes(axis, -1)

    def nonzero(self):
        if not self.ndim:
            raise ValueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
        found = _torch.tensor([bool(value) for value in self._values], dtype=_torch.bool).reshape(self.shape)
        return tuple(ndarray(places) for places in _torch.nonzero(found, as_tuple=True))

    # Reductions of objects, by Python's own operators

    def sum(self, axis=None, dtype=None, keepdims=False):
        self._refuse_texts("add")
        return self._reduced(operator.add, axis, keepdims)

    def prod(self, axis=None, dtype=None, keepdims=False):
        self._refuse_texts("multiply")
        return self._reduced(operator.mul, axis, keepdims)

    def mean(self, axis=None, dtype=None, keepdims=False):
        return self.sum(axis, keepdims=keepdims) / (self.size if axis is None else self.shape[axis])

    def max(self, axis=None, keepdims=False):
        self._refuse_texts("maximum")
        return self._reduced(lambda a, b: a if a >= b else b, axis, keepdims)

    def min(self, axis=None, keepdims=False):
        self._refuse_texts("minimum")
        return self._reduced(lambda a, b: a if a <= b else b, axis, keepdims)

    def any(self, axis=None, keepdims=False):
        return self.astype(bool).any(axis, keepdims=keepdims)

    def all(self, axis=None, keepdims=False):
        return self.astype(bool).all(axis, keepdims=keepdims)

    def _refuse_texts(self, name):
        if self._texts and name == "add":
            wide = _alike(self._kind, 2 * self._kind.width)
            raise TypeError(
                "the resolved dtypes are not compatible with add.reduce. "
                f"Resolved ({self._kind!r}, {self._kind!r}, {wide!r})"
            )
        if self._texts:
            raise _no_loop(name, self._kind, self._kind)

    def _reduced(self, function, axis, keepdims):
        from functools import reduce

        if keepdims or not self.size:
            raise NotImplementedError("numpy: this reduction of objects is not built into this numpy")
        if axis is not None:
            checked_axis(axis, self.ndim)
        if axis is None or self.ndim == 1:
            return reduce(function, self._values)
        lines = ndarray(self._places).swapaxes(axis, -1).reshape(-1, self.shape[axis]).tolist()
        found = [reduce(function, [self._pool[place] for place in line]) for line in lines]
        rest = [size for at, size in enumerate(self.shape) if at != axis % self.ndim]
        return from_python(found, OBJECT, rest)

    # Items

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return map(self._like, self._places)

    def __len__(self):
        if self.ndim == 0:
            raise TypeError("len() of unsized object")
        return len(self._places)

    def __getitem__(self, index):
        found = self._like(get_item(self._places, index)[0])
        # Slices are views; what is picked by lists and masks is not.
        is_picked = any(hasattr(part, "__len__") for part in (index if isinstance(index, tuple) else (index,)))
        return found.copy() if is_picked and isinstance(found, objects) else found

    def __setitem__(self, index, value):
        places = get_item(self._places, index)[0]
        if isinstance(value, (ndarray, list, tuple)) and places.dim():
            new = from_any(value, self._kind)
            new = new[()] if new.ndim else new
            values = _torch.broadcast_to(new._places, tuple(places.shape)).reshape(-1).tolist()
            values = [new._pool[at] for at in values]
        else:
            values = [stored(value, self._kind)] * places.numel()
        for place, each in zip(places.reshape(-1).tolist(), values):
            self._pool[place] = each

    def __contains__(self, value):
        return value in self._values

    def __bool__(self):
        if self.size != 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        return bool(self.item())

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    # Operators

    def __neg__(self):
        return self._mapped(operator.neg, "negative")

    def __abs__(self):
        return self._mapped(abs, "absolute")

    def _mapped(self, function, name):
        if self._texts:
            raise UFuncTypeError(
                f"ufunc '{name}' did not contain a loop with signature matching types <class 'numpy.dtypes.StrDType'> -> None"
            )
        return from_python(map(function, self._values), OBJECT, self.shape)

    __hash__ = None

    # Texts

    def __str__(self):
        return self._text(0, " ")

    def __repr__(self):
        from numpy import _print

        kind = f"dtype='{self._kind}'" if self._texts else "dtype=object"
        return _print.array_text(
            self._text(len("array("), ", "),
            [*_print.shape_notes(self.size, self.shape), kind],
        )

    def _text(self, indent, separator):
        from numpy import _print

        if not self.size:
            return "[]"
        if self.ndim == 0 and indent == 0:
            return str(self.item())
        return _print.text(self._places, indent, separator, self._words)

    def _words(self, places):
        values = [self._pool[place] for place in places.reshape(-1).tolist()]
        return [f"list({value!r})" if type(value) is list else repr(value) for value in values]

    def __reduce__(self):
        return _restored, (self._values, self.shape, self._kind.name, self._kind.kind)

    def __deepcopy__(self, memo):
        from copy import deepcopy

        return from_python(deepcopy(self._values, memo), self._kind, self.shape)


def _moving(name):
    """A method that only puts values elsewhere: what it does to the places."""
    method = getattr(ndarray, name)

    def apply(self, *args, **kwargs):
        places = method(ndarray(self._places), *args, **kwargs)
        found = self._like(tensor_of(places))
        return found.copy() if name in ("repeat", "take") else found

    apply.__name__ = name
    return apply


for _name in ("reshape", "ravel", "transpose", "squeeze", "swapaxes", "repeat", "take"):
    setattr(objects, _name, _moving(_name))
objects.flatten = lambda self, order="C": self.ravel().copy()


def _restored(values, shape, name, kind):
    return from_python(values, _Kind(name, kind), shape)


# What numpy calls the operators in its messages.
_ARITHMETIC = {"add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
               "mod": "remainder", "pow": "power", "matmul": "matmul"}
_COMPARISONS = {"eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}


def _no_loop(name, *kinds):
    told = ", ".join(map(repr, kinds))
    return UFuncTypeError(f"ufunc '{name}' did not contain a loop with signature matching types ({told}) -> None")


def _kind_of(value):
    return (
        value.dtype
        if hasattr(value, "dtype")
        else text_kind(max(len(value), 1)) if isinstance(value, str)
        else bytes_kind(max(len(value), 1)) if isinstance(value, bytes) else dtype(type(value))
    )


def _alike(kind, width=None):
    """The dtype of texts of so many letters, in bytes if the given one is."""
    return bytes_kind(width) if kind.kind == "S" else text_kind(width)


def _pairs(a, b):
    """The values of two operands beside each other, and their shape."""
    a, b = (value if isinstance(value, ndarray) else from_any(value) for value in (a, b))
    shape = broadcast_shape([a.shape, b.shape])
    columns = []
    for value in (a, b):
        value = value if isinstance(value, objects) else value.astype(object)
        places = _torch.broadcast_to(value._places, shape).reshape(-1).tolist()
        columns.append([value._pool[place] for place in places])
    return zip(*columns), shape


def _is_text(value):
    return isinstance(value, (str, bytes)) or (isinstance(value, objects) and value._texts)


def _is_object(value):
    return isinstance(value, objects) and not value._texts


def _operated(name, a, b):
    function = getattr(operator, name)
    if name == "mul" and {_is_text(a), _is_text(b)} == {True, False} and not (_is_object(a) or _is_object(b)):
        raise TypeError(
            "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to "
            "multiply strings without specifying 'out'."
        )
    if not (_is_object(a) or _is_object(b)) and not (name == "add" and _is_text(a) and _is_text(b)):
        raise _no_loop(_ARITHMETIC[name], _kind_of(a), _kind_of(b))
    if not (_is_object(a) or _is_object(b)):
        kinds = [_kind_of(side) for side in (a, b)]
        if kinds[0].kind != kinds[1].kind:
            raise _no_loop(_ARITHMETIC[name], *kinds)
    pairs, shape = _pairs(a, b)
    found = [function(x, y) for x, y in pairs]
    if not (_is_object(a) or _is_object(b)):
        return from_python(found, _alike(kinds[0]), shape)
    return objects(found, shape)


def _compared(name, a, b):
    is_mixed = not (_is_object(a) or _is_object(b)) and not isinstance(b, (list, tuple)) and (
        _is_text(a) != _is_text(b) or _kind_of(a).kind != _kind_of(b).kind
    )
    if is_mixed and name not in ("eq", "ne"):
        raise _no_loop(_COMPARISONS[name], _kind_of(a), _kind_of(b))
    pairs, shape = _pairs(a, b)
    function = getattr(operator, name)
    found = [name == "ne" if is_mixed else bool(function(x, y)) for x, y in pairs]
    return ndarray(_torch.tensor(found, dtype=_torch.bool).reshape(shape))


for _name in _ARITHMETIC:
    give(objects, _name, _operated, True)
for _name in _COMPARISONS:
    give(objects, _name, _compared, False)
objects._moved = staticmethod(lambda function, arrays, *args, **kwargs: places_moved(function, arrays, *args, **kwargs))
objects.__name__ = objects.__qualname__ = "ndarray"
objects.__module__ = "numpy"


def _wanted(kind):
    return kind if isinstance(kind, _Kind) else dtype(kind)


def from_python(values, kind, shape=None, is_mixed=False):
    """Python's values as an array of texts or of objects. Among texts numbers are as wide as any of their dtype."""
    values = list(values)
    types = set(map(type, values))
    if kind.kind in "US":
        widths = map(len, values) if types <= {str, bytes} else (width_of(value, is_mixed) for value in values)
        wide = max(widths, default=1)
        kind = _alike(kind, max(wide, 1)) if kind.width is None else kind
        is_stored = types == {str if kind.kind == "U" else bytes} and wide <= kind.width
    else:
        is_stored = not any(issubclass(each, ndarray) for each in types)
    if not is_stored:
        values = [stored(value, kind) for value in values]
    places = _torch.arange(len(values))
    return objects._array(values, places if shape is None else places.reshape(tuple(shape)), kind)


def from_numbers(array, kind):
    """Numbers as texts or as objects."""
    values = array.ravel()
    if kind.kind == "O":
        return from_python(values.tolist(), kind, array.shape)
    texts = [str(value) for value in values]
    return from_python(texts, kind if kind.width is not None else _alike(kind, WIDTHS[array.dtype.name]), array.shape)


def from_any(value, kind=None):
    """What `np.array` makes of texts, of objects, of lists with one of them: an array of texts if all can be, else of
    objects.

    Raises:
        ValueError: for lists of different lengths, unless objects are asked for.
    """
    if isinstance(value, objects):
        return value if kind is None or kind == value.dtype else value.astype(kind)
    if isinstance(value, ndarray):
        return from_python(value.ravel().tolist(), kind or OBJECT, value.shape)
    leaves, shape = leaves_of(value, kind)
    is_mixed = kind is None
    if is_mixed:
        types = set(map(type, leaves))
        are_texts = any(issubclass(each, (str, bytes)) for each in types) and all(
            issubclass(each, (str, bytes, NUMBERS, generic)) for each in types
        )
        in_bytes = are_texts and not any(isinstance(leaf, str) for leaf in leaves)
        kind = bytes_kind() if in_bytes else text_kind() if are_texts else OBJECT
    return from_python(leaves, kind, shape, is_mixed)


def _sorted_rows(array, axis):
    rows = array.swapaxes(axis, -1)
    lines = rows.reshape(-1, rows.shape[-1]).tolist()
    values = [value for line in lines for value in sorted(line)]
    return from_python(values, array.dtype, rows.shape).swapaxes(axis, -1)


def places_moved(function, arrays, *args, **kwargs):
    """`function(arrays, ...)` for one that only moves values, done to the places of arrays with one list in common."""
    arrays = [array if isinstance(array, objects) else from_any(array) for array in arrays]
    is_text = all(array._texts for array in arrays)
    in_bytes = is_text and all(array._kind.kind == "S" for array in arrays)
    pool, moved = [], []
    for array in arrays:
        array = array if array._texts == is_text else array.astype(object)
        if is_text and array._kind.kind == "S" and not in_bytes:
            array = array.astype(str)
        moved.append(ndarray(array._places + len(pool)))
        pool += array._pool
    kind = (bytes_kind if in_bytes else text_kind)(max(array._kind.width for array in arrays)) if is_text else OBJECT

    def again(found):
        if isinstance(found, (list, tuple)):
            return type(found)(map(again, found))
        return objects._array(pool, found._kindling_tensor, kind).copy()

    return again(function(moved, *args, **kwargs))
