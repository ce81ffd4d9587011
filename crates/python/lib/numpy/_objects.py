"""Arrays of texts and other objects, as scikit-learn's labels and pandas' columns are.

What it is not: part of the arithmetic of numbers, nor what `np.array` makes. Start reading at `objects`.
"""

import _torch
from numpy._array import ndarray
from numpy._create import tensor_of


class _Kind:
    """The dtype of texts, or of objects."""

    def __init__(self, name, kind):
        self.name, self.kind, self.type = name, kind, str if kind == "U" else object

    def __eq__(self, other):
        return other in (self.type, self.name, self.kind) or isinstance(other, _Kind) and other.name == self.name

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return f"<U{self.name[3:]}" if self.kind == "U" else self.name

    def __repr__(self):
        return f"dtype('{self if self.kind == 'U' else 'O'}')"


class str_(str):
    """A text out of an array of texts."""

    def __repr__(self):
        return f"np.str_({super().__repr__()})"

    def item(self):
        return str(self)


class objects(ndarray):
    """A vector, or rows, of anything: `texts` says whether it is of texts only, which have a dtype of their own."""

    __slots__ = ("_values", "_shape", "_texts")

    def __init__(self, values, shape=None, texts=False):
        self._values = list(values)
        self._shape, self._texts = (len(self._values),) if shape is None else tuple(shape), texts

    @property
    def _kindling_tensor(self):
        raise TypeError(
            f"can't convert np.ndarray of type numpy.{'str_' if self._texts else 'object_'}. The only supported types are: "
            "float64, float32, float16, int64, int32, int16, int8, uint8, and bool."
        )

    @property
    def shape(self):
        return self._shape

    @property
    def ndim(self):
        return len(self._shape)

    @property
    def size(self):
        return len(self._values)

    @property
    def dtype(self):
        if not self._texts:
            return _Kind("object", "O")
        return _Kind(f"str{max((len(value) for value in self._values), default=1) or 1}", "U")

    @property
    def T(self):
        if self.ndim < 2:
            return self
        rows, columns = self._shape
        turned = [self._values[row * columns + column] for column in range(columns) for row in range(rows)]
        return objects(turned, (columns, rows), self._texts)

    def tolist(self):
        if self.ndim == 1:
            return list(self._values)
        width = self._shape[1]
        return [self._values[start : start + width] for start in range(0, self.size, width)]

    def copy(self):
        return objects(self._values, self._shape, self._texts)

    def ravel(self):
        return objects(self._values, texts=self._texts)

    flatten = ravel

    def reshape(self, *shape):
        sizes = list(shape[0]) if len(shape) == 1 and not isinstance(shape[0], int) else list(shape)
        empty = _torch.zeros(self.size).reshape(sizes)
        if empty.dim() > 2:
            raise NotImplementedError(
                "numpy: arrays of objects of more than two dimensions are not built into this numpy"
            )
        return objects(self._values, tuple(empty.shape), self._texts)

    def astype(self, dtype, copy=True):
        if dtype in (object, "object", "O"):
            return objects(self._values, self._shape)
        if dtype in (str, "str", "U"):
            return objects(map(str, self._values), self._shape, True)
        whole = dtype in (int, "int", "int64")
        numbers = [int(value) if whole else float(value) for value in self._values]
        return ndarray(tensor_of(numbers, dtype).reshape(self._shape))

    def __len__(self):
        return self._shape[0]

    def __iter__(self):
        if self.ndim > 1:
            return (objects(row, texts=self._texts) for row in self.tolist())
        return map(str_, self._values) if self._texts else iter(self._values)

    def _wrapped(self, found):
        if isinstance(found, list):
            return objects(found, texts=self._texts)
        return str_(found) if self._texts else found

    def __getitem__(self, index):
        if self.ndim == 1:
            return self._wrapped(_chosen(self._values, index))
        row, column = index if isinstance(index, tuple) else (index, slice(None))
        rows = _chosen(self.tolist(), row)
        if isinstance(row, int):
            return self._wrapped(_chosen(rows, column))
        found = [_chosen(each, column) for each in rows]
        if not found or not isinstance(found[0], list):
            return self._wrapped(found)
        return objects([value for each in found for value in each], (len(found), len(found[0])), self._texts)

    def __setitem__(self, index, value):
        if not isinstance(index, int) or self.ndim != 1:
            raise NotImplementedError("numpy: arrays of objects are written one value at a time in this numpy")
        self._values[index] = value

    def _compared(self, other, is_wanted):
        others = other.ravel().tolist() if isinstance(other, ndarray) else other
        others = others if isinstance(others, (list, tuple)) else [others] * self.size
        found = [is_wanted(a, b) for a, b in zip(self._values, others)]
        return ndarray(_torch.tensor(found, dtype=_torch.bool).reshape(self._shape))

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._compared(other, lambda a, b: a != b)

    __hash__ = None

    def __str__(self):
        return _text(self.tolist(), " ", 1)

    def __repr__(self):
        return f"array({_text(self.tolist(), ', ', len('array(['))}, dtype={self._dtype_text()})"

    def _dtype_text(self):
        return f"'{self.dtype}'" if self._texts else "object"

    def __reduce__(self):
        return objects, (self._values, self._shape, self._texts)


objects.__name__ = objects.__qualname__ = "ndarray"
objects.__module__ = str_.__module__ = "numpy"


def _chosen(values, index):
    """The values of a list at an index, in a slice, at a list of places, or where a mask says so."""
    if isinstance(index, (int, slice)):
        return values[index]
    places = index.tolist() if hasattr(index, "tolist") else list(index)
    if places and isinstance(places[0], bool):
        return [value for value, is_chosen in zip(values, places) if is_chosen]
    return [values[place] for place in places]


def _text(values, separator, indent):
    if values and isinstance(values[0], list):
        return (
            "["
            + (separator.rstrip() + "\n" + " " * indent).join(_text(row, separator, indent + 1) for row in values)
            + "]"
        )
    lines, line = [], ""
    for at, value in enumerate(values):
        word = repr(value) + (separator.rstrip() if at < len(values) - 1 else "")
        if line and len(line) + 1 + len(word) + indent > 75:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "[" + ("\n" + " " * indent).join([*lines, line]) + "]"
