"""Arrays of rows with named columns, as `genfromtxt(names=True)` makes them.

Not frames: those are pandas'. Start reading at `records`.
"""

import math
from types import MappingProxyType

import _torch
from numpy._array import ndarray
from numpy._make import asarray, joins
from numpy._numbers import bool_
from numpy._types import _Kind, dtype


class _RowKind(_Kind):
    """The dtype of such rows: the names and dtypes of the columns, and where each begins in a row's bytes."""

    def __new__(cls, names, kinds, starts=None, size=None):
        kinds = list(kinds)
        ends = [sum(kind.itemsize for kind in kinds[:at]) for at in range(len(kinds) + 1)]
        size = max([ends[-1], *(start + kind.itemsize for start, kind in zip(starts or (), kinds))]) if size is None else size
        made = super().__new__(cls, f"void{8 * size}", "V")
        made.names, made._kinds, made.itemsize = tuple(names), kinds, size
        made._starts = ends[:-1] if starts is None else list(starts)
        made._is_packed = made._starts == ends[:-1] and size == ends[-1]
        return made

    type = property(lambda self: void)
    itemsize = None
    str = property(lambda self: f"|V{self.itemsize}")
    hasobject = property(lambda self: any(kind.hasobject for kind in self._kinds))
    isnative = property(lambda self: all(kind.isnative for kind in self._kinds))

    @property
    def fields(self):
        """Each column's dtype, and where it begins in a row."""
        return MappingProxyType({name: (kind, start) for name, kind, start in zip(self.names, self._kinds, self._starts)})

    @property
    def descr(self):
        found, end = [], 0
        for name, kind, start in sorted(zip(self.names, self._kinds, self._starts), key=lambda column: column[2]):
            if start < end:
                raise ValueError("dtype.descr is not defined for types with overlapping or out-of-order fields")
            found += [("", f"|V{start - end}")] * (start > end) + [_described(name, kind)]
            end = start + kind.itemsize
        return found + [("", f"|V{self.itemsize - end}")] * (self.itemsize > end)

    def newbyteorder(self, new_order="S", /):
        return _RowKind(self.names, [kind.newbyteorder(new_order) for kind in self._kinds], self._starts, self.itemsize)

    def __getitem__(self, name):
        if isinstance(name, int):
            return self._kinds[name]
        if isinstance(name, list):
            picked = [self.fields[each] for each in name]
            return _RowKind(name, [kind for kind, _ in picked], [start for _, start in picked], self.itemsize)
        if name not in self.names:
            raise KeyError(f"Field named {name!r} not found.")
        return self._kinds[self.names.index(name)]

    def __eq__(self, other):
        other = row_kind(other) if isinstance(other, (list, dict)) else other
        return isinstance(other, _RowKind) and other._told() == self._told()

    def _told(self):
        return self.names, self._kinds, self._starts, self.itemsize

    def __hash__(self):
        return hash(self.names)

    def __reduce__(self):
        return _RowKind, self._told()

    def __repr__(self):
        return f"dtype({self._text(_short)})"

    def __str__(self):
        return self._text(_short)

    def _text(self, short):
        if self._is_packed:
            pairs = (f"({name!r}, {short(kind)})" for name, kind in zip(self.names, self._kinds))
            return f"[{', '.join(pairs)}]"
        formats = ", ".join(map(short, self._kinds))
        return f"{{'names': {list(self.names)}, 'formats': [{formats}], 'offsets': {self._starts}, 'itemsize': {self.itemsize}}}"


class _BlockKind(_Kind):
    """The dtype of arrays of one shape, which are a value of a row together."""

    def __new__(cls, base, shape):
        made = super().__new__(cls, "void", "V")
        made.base, made.shape, made.ndim = base, shape, len(shape)
        made.itemsize, made.subdtype = base.itemsize * math.prod(shape), (base, shape)
        made.name = f"void{8 * made.itemsize}"
        return made

    base = shape = ndim = subdtype = itemsize = None
    type = property(lambda self: void)
    str = property(lambda self: f"|V{self.itemsize}")
    hasobject = property(lambda self: self.base.hasobject)
    isnative = property(lambda self: self.base.isnative)
    alignment = property(lambda self: self.base.alignment)
    flags = property(lambda self: self.base.flags)

    def newbyteorder(self, new_order="S", /):
        return _BlockKind(self.base.newbyteorder(new_order), self.shape)

    def __eq__(self, other):
        return isinstance(other, _BlockKind) and other.subdtype == self.subdtype

    def __hash__(self):
        return hash(self.subdtype)

    def __reduce__(self):
        return _BlockKind, self.subdtype

    def __repr__(self):
        return f"dtype({self})"

    def __str__(self):
        return f"({_short(self.base)}, {self.shape})"


def _block_kind(given):
    if len(given) != 2:
        raise TypeError(f"Cannot interpret '{given}' as a data type")
    base, shape = dtype(given[0]), given[1]
    shape = (shape.__index__(),) if hasattr(shape, "__index__") else tuple(shape)
    if not shape:
        return base
    return _BlockKind(base.base, shape + base.shape) if base.subdtype else _BlockKind(base, shape)


def _described(name, kind):
    if kind.subdtype:
        return (*_described(name, kind.base), kind.shape)
    return name, kind.descr if kind.names else kind.str


def row_kind(fields):
    """The dtype of rows: of pairs of names and dtypes, of a dictionary of these, or of a text with commas."""
    if isinstance(fields, tuple):
        return _block_kind(fields)
    if isinstance(fields, str):
        if "(" in fields:
            raise NotImplementedError("numpy: texts with shapes as dtypes are not built into this numpy")
        fields = [(f"f{at}", kind.strip()) for at, kind in enumerate(fields.rstrip(",").split(","))]
    if isinstance(fields, dict):
        return _of_dictionary(fields)
    for field in fields:
        if not isinstance(field, tuple) or len(field) < 2:
            raise TypeError("Field elements must be 2- or 3-tuples, got '{!r}'".format(field))
    names = [field[0] or f"f{at}" for at, field in enumerate(fields)]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"field '{name}' occurs more than once")
    return _RowKind(names, [dtype(tuple(field[1:]) if len(field) > 2 else field[1]) for field in fields])


def _of_dictionary(fields):
    if "names" not in fields:
        pairs = sorted(fields.items(), key=lambda pair: pair[1][1])
        return _RowKind([name for name, _ in pairs], [dtype(told[0]) for _, told in pairs], [told[1] for _, told in pairs])
    if "formats" not in fields:
        raise ValueError("entry must be a 2- or 3- tuple")
    kinds = [dtype(kind) for kind in fields["formats"]]
    if len(kinds) != len(fields["names"]):
        raise ValueError("'names', 'formats', 'offsets', and 'titles' dict entries must have the same length")
    return _RowKind(fields["names"], kinds, fields.get("offsets"), fields.get("itemsize"))


def _short(kind):
    if kind.subdtype:
        return f"{_short(kind.base)}, {kind.shape}"
    return str(kind) if kind.kind == "V" else repr("?" if kind.kind == "b" else kind.str.lstrip("|"))


class void(tuple):
    """One row; `source` and `place` are the array that it is of, and where."""

    def __new__(cls, names, values=None, source=None, place=None):
        if values is None:
            raise NotImplementedError("numpy.void: bytes without a dtype are not built into this numpy")
        made = super().__new__(cls, values)
        made._names, made._source, made._place = tuple(names), source, place
        return made

    @property
    def dtype(self):
        return self._source.dtype

    def __setitem__(self, key, value):
        name = key if isinstance(key, str) else self._names[key]
        self._source[name][self._place] = value

    def __repr__(self):
        return f"np.void({self}, dtype={self.dtype})" if self._source is not None else str(self)

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            key = self._names.index(key)
        return super().__getitem__(key)

    def __str__(self):
        return "(" + ", ".join(_words(list(self))) + ("," if len(self) == 1 else "") + ")"

    def __eq__(self, other):
        if not isinstance(other, void):
            raise TypeError("Cannot compare structured or void to non-void arrays.")
        return bool_(tuple(self) == tuple(other))

    def __ne__(self, other):
        return bool_(not self == other)

    def __hash__(self):
        return tuple.__hash__(self)

    def tolist(self):
        return self.item()

    def item(self):
        return tuple(value.item() if hasattr(value, "item") and not isinstance(value, ndarray) else value for value in self)


def _words(values):
    values = [value.tolist() if isinstance(value, ndarray) else value for value in values]
    return [repr(str(value)) if isinstance(value, str) else str(value) for value in values]


_CLASS = type


class records(ndarray):
    """The columns by name."""

    __slots__ = ("_names", "_columns", "_layout")
    _is_plain = False

    def __init__(self, names, columns, layout=(None, None, {})):
        self._names, self._columns, self._backward, self._base = list(names), list(columns), None, None
        # Where the columns begin in a row, and the row's size, if they do not follow on each other.
        self._layout = layout

    def _with(self, columns):
        """The same columns with other values."""
        return type(self)(self._names, columns, self._layout)

    @property
    def _kindling_tensor(self):
        raise TypeError(
            "can't convert np.ndarray of type numpy.void. The only supported types are: float64, float32, float16, "
            "complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool."
        )

    shape = property(lambda self: self._columns[0].shape[: self._columns[0].ndim - self._depth(0)])
    ndim = property(lambda self: len(self.shape))
    size = property(lambda self: math.prod(self.shape))
    dtype = property(lambda self: _RowKind(self._names, [self._kind(at) for at in range(len(self._names))], *self._layout[:2]))
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.itemsize * self.size)

    def _depth(self, at):
        """How many dimensions a column's values have themselves."""
        return self._layout[2].get(self._names[at], 0)

    def _kind(self, at):
        column, depth = self._columns[at], self._depth(at)
        return _BlockKind(column.dtype, column.shape[column.ndim - depth :]) if depth else column.dtype

    def __len__(self):
        return len(self._columns[0])

    def __iter__(self):
        return (self[at] for at in range(len(self)))

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self._names:
                raise ValueError(f"no field of name {key}")
            return self._columns[self._names.index(key)]
        if isinstance(key, list) and key and isinstance(key[0], str):
            return records(key, [self[name] for name in key], _layout(self.dtype[key]))
        parts = [column[key] for column in self._columns]
        is_row = parts[0].ndim == self._depth(0) and not (isinstance(key, tuple) and ... in key)
        return self._with(parts) if not is_row else self._row(self._names, parts, self, key)

    def __setitem__(self, key, value):
        if isinstance(key, str):
            self[key][...] = value
            return
        rows = value._columns if isinstance(value, records) else zip(*value) if isinstance(value, list) else value
        if not isinstance(value, (records, list, tuple)):
            rows = [value] * len(self._columns)
        for column, part in zip(self._columns, rows):
            column[key] = list(part) if isinstance(value, list) else part

    def __eq__(self, other):
        if not isinstance(other, records):
            raise TypeError("Cannot compare structured or void to non-void arrays.")
        if list(self._names) != list(other._names):
            raise TypeError("Cannot compare structured arrays unless they have a common dtype.  I.e. `np.result_type(arr1, arr2)` must be defined.")
        found = None
        for at, (mine, theirs) in enumerate(zip(self._columns, other._columns)):
            same = asarray(mine == theirs)
            for _ in range(self._depth(at)):
                same = same.all(axis=-1)
            found = same if found is None else found & same
        return found

    def __ne__(self, other):
        return ~(self == other)

    __hash__ = None

    def _moved(self, function, arrays, *args, **kwargs):
        if any(not isinstance(each, records) or each._names != self._names for each in arrays):
            raise TypeError("invalid type promotion with structured or void datatype(s).")
        again = joins(function)
        parts = [again(list(columns), *args, **kwargs) for columns in zip(*(each._columns for each in arrays))]
        if isinstance(parts[0], (list, tuple)):
            return type(parts[0])(self._with(list(each)) for each in zip(*parts))
        return self._with(parts)

    def ravel(self, order="C"):
        return self.reshape(-1)

    flatten = ravel

    def tolist(self):
        return [row.item() if isinstance(row, void) else row.tolist() for row in self]

    def view(self, dtype=None, type=None):
        """The same columns; as `np.recarray` they are attributes, too."""
        kind = dtype if type is None else type
        if isinstance(kind, _CLASS) and issubclass(kind, records):
            return kind(self._names, self._columns, self._layout)
        if kind is ndarray:
            return records(self._names, self._columns, self._layout)
        return ndarray.view(self, dtype, type) if kind is not None else self._with(self._columns)

    def copy(self, order="C"):
        return self._with([column.copy() for column in self._columns])

    def reshape(self, *shape, order="C", copy=None):
        sizes = shape[0] if len(shape) == 1 and not hasattr(shape[0], "__index__") else shape
        ends = [column.shape[column.ndim - self._depth(at) :] for at, column in enumerate(self._columns)]
        return self._with([column.reshape((*sizes, *end)) for column, end in zip(self._columns, ends)])

    def argsort(self, axis=-1, kind=None, order=None):
        names = [order] if isinstance(order, str) else self._names if order is None else list(order)
        # Where rows are equal in these columns the others say.
        columns = [self[name].tolist() for name in [*names, *(each for each in self._names if each not in names)]]
        return ndarray(_torch.tensor(sorted(range(self.size), key=lambda at: [column[at] for column in columns])))

    def sort(self, axis=-1, kind=None, order=None):
        """The rows in the order of columns."""
        self[...] = self[self.argsort(order=order)].copy()

    def _row_texts(self):
        from numpy import _print

        words = []
        for at, column in enumerate(self._columns):
            if self._depth(at):
                words.append(_print._blocks(column, self.ndim))
            elif getattr(column, "_is_wide", False):
                words.append(column._words(column._values))
            elif isinstance(column, records):
                words.append(column._row_texts())
            elif not column._is_plain:
                words.append([repr(value) if column._is_of_objects else str(value) for value in column.ravel().tolist()])
            else:
                words.append(_print._texts(column._kindling_tensor))
        return ["(" + ", ".join(row) + ("," if len(row) == 1 else "") + ")" for row in zip(*words)]

    def __str__(self):
        from numpy import _print

        return _print._nested(self._row_texts(), self.shape, 0, " ")

    def __repr__(self):
        from numpy import _print

        return _print.array_text(_print._nested(self._row_texts(), self.shape, len("array("), ", "), [f"dtype={self.dtype}"])


records._row = void
records.__name__ = records.__qualname__ = "ndarray"
records.__module__ = void.__module__ = "numpy"


def from_rows(rows, kind):
    """An array of rows from tuples, or from other rows."""
    if isinstance(rows, records):
        return records(kind.names, [column.astype(each) for column, each in zip(rows._columns, kind._kinds)])
    rows = [rows] if isinstance(rows, tuple) else [row if isinstance(row, tuple) else (row,) * len(kind.names) for row in rows]
    for row in rows:
        if len(row) != len(kind.names):
            raise ValueError(f"could not assign tuple of length {len(row)} to structure with {len(kind.names)} fields.")
    columns = zip(*rows) if rows else [()] * len(kind.names)
    return records(kind.names, [_column_of(list(column), each) for column, each in zip(columns, kind._kinds)], _layout(kind))


def _column_of(values, kind):
    if not kind.subdtype:
        return asarray(values, kind)
    from numpy._rearrange import broadcast_to

    made = [broadcast_to(asarray(value, kind.base), kind.shape) for value in values]
    return asarray([each.tolist() for each in made], kind.base).reshape((len(values), *kind.shape))


def _layout(kind):
    depths = {name: each.ndim for name, each in zip(kind.names, kind._kinds) if each.subdtype}
    return (None, None, depths) if kind._is_packed else (kind._starts, kind.itemsize, depths)


def alike(make, shape, kind):
    """Rows of one value, as `zeros` makes them."""
    if kind.subdtype:
        return make(shape + kind.shape, kind.base)
    return records(kind.names, [make(shape, each) for each in kind._kinds], _layout(kind))


def rows_to_bytes(rows):
    """Rows as they lie in memory."""
    from numpy._files import to_bytes

    kind, count = rows.dtype, rows.size
    made = bytearray(count * kind.itemsize)
    for column, part, start in zip(rows._columns, kind._kinds, kind._starts):
        data, size = to_bytes(column), part.itemsize
        for at in range(count):
            made[at * kind.itemsize + start : at * kind.itemsize + start + size] = data[at * size : (at + 1) * size]
    return bytes(made)


def rows_from_bytes(data, kind):
    """The rows that lie in bytes."""
    from numpy._files import from_bytes

    if kind.subdtype:
        return from_bytes(data, kind.base).reshape((-1, *kind.shape))
    step, columns = kind.itemsize, []
    for part, start in zip(kind._kinds, kind._starts):
        pieces = (data[at + start : at + start + part.itemsize] for at in range(0, len(data) - step + 1, step))
        columns.append(from_bytes(b"".join(pieces), part))
    return records(kind.names, columns, _layout(kind))
