"""Columns in which nothing is `<NA>`: whole numbers, floats, truth values and texts by the dtypes of their own names.

What it is not: the other columns, where nothing is nan. Start reading at `NullableColumn`.
"""

import numpy as np
from _scalars import FLOATS
from numpy._objects import objects
from pandas._column import NA, Column, NamedDtype, column_of, is_missing

# What a dtype's values are of in columns that cannot be without a value.
_PLAIN_KINDS = {"boolean": "bool", "string": "str"}
_CLASSES = {"boolean": "BooleanDtype", "string": "StringDtype"}
NAMES = ("boolean", "string", *(f"{sign}Int{size}" for sign in ("", "U") for size in (8, 16, 32, 64)), "Float32", "Float64")


class NullableDtype(NamedDtype):
    """The dtype of such a column."""

    na_value = NA

    def __init__(self, name):
        self.name = name
        self.kind = {"b": "b", "s": "O", "I": "i", "U": "u", "F": "f"}[name[0]]

    @property
    def type(self):
        return str if self.name == "string" else np.dtype(_plain_kind(self.name)).type

    @property
    def numpy_dtype(self):
        return np.dtype(_plain_kind(self.name))

    def __repr__(self):
        if self.name == "string":
            return "<StringDtype(na_value=<NA>)>"
        return _CLASSES.get(self.name, f"{self.name}Dtype()")


def _plain_kind(name):
    return _PLAIN_KINDS.get(name, name.lower())


class NullableColumn(Column):
    """Values, or `NA`."""

    __slots__ = ()
    is_number, nullable = False, True

    def __init__(self, values, kind):
        make = _MAKERS.get(kind[0], int)
        super().__init__(objects([NA if is_missing(value) else make(value) for value in values]), kind)

    @property
    def dtype(self):
        return NullableDtype(self.kind)

    def like(self, values):
        return NullableColumn(values, self.kind)

    def at(self, place):
        return self.array._values[place]

    def take_or_missing(self, places):
        values = self.array._values
        return self.like([NA if place is None else values[place] for place in places])

    def plain(self):
        """As a column of plain values: what is missing is nan there."""
        values = self.tolist()
        gone = any(is_missing(value) for value in values)
        if self.kind == "string":
            return Column(objects([float("nan") if is_missing(value) else value for value in values]), "str")
        if gone:
            return column_of(np.array([float("nan") if is_missing(value) else float(value) for value in values]))
        return column_of(np.array(values, dtype=_plain_kind(self.kind)) if values else np.zeros(0, dtype=_plain_kind(self.kind)))

    def astype(self, kind):
        name = str(kind) if isinstance(kind, (str, NamedDtype)) else getattr(kind, "__name__", str(kind))
        if name == self.kind:
            return self
        if name in NAMES:
            return as_nullable(self, name)
        if name in ("object", "str", "category"):
            return Column(objects(self.tolist()), "object").astype(kind)
        if any(is_missing(value) for value in self.tolist()) and not name.startswith("float"):
            raise ValueError("cannot convert NA to integer" if "int" in name else "cannot convert float NaN to bool")
        return self.plain().astype(kind)

    def texts(self):
        """As they are shown: each float with as many decimals as it needs by itself."""
        from pandas._format import _object_texts

        return _object_texts(self.tolist(), " ")


_MAKERS = {"F": float, "b": bool, "s": str}


def as_nullable(column, name):
    """A column by another dtype.

    Raises:
        TypeError, ValueError: for values that the dtype cannot hold.
    """
    values = column.tolist()
    if name[0] in "IU" and any(isinstance(value, FLOATS) and not is_missing(value) and value != int(value) for value in values):
        raise TypeError(f"cannot safely cast non-equivalent {column.kind} to int64")
    if name == "boolean" and not all(is_missing(value) or isinstance(value, bool) or value in (0, 1) for value in values):
        raise TypeError("Need to pass bool-like values")
    if name[0] in "IUF" and any(isinstance(value, str) for value in values):
        values = [value if is_missing(value) else float(value) if name[0] == "F" else int(value) for value in values]
    return NullableColumn(values, name)


def operate(name, function, a, b):
    """`a + b` for the name `add`, and so on: nothing beside anything is nothing."""
    column = next(side for side in (a, b) if hasattr(side, "nullable"))
    sides = [side.tolist() if isinstance(side, Column) else [side] * len(column) for side in (a, b)]
    found = [_one(name, function, x, y) for x, y in zip(*sides)]
    if name in ("eq", "ne", "lt", "le", "gt", "ge"):
        return NullableColumn(found, "boolean")
    return NullableColumn(found, _result_kind(name, column.kind, a, b, found))


def _one(name, function, x, y):
    if is_missing(x) or is_missing(y):
        other = x if is_missing(y) else y
        decided = {"and": False, "or": True}.get(name)
        return decided if decided is not None and other is decided else NA
    if name in ("truediv", "floordiv", "mod") and y == 0:
        return float(function(np.float64(x), np.float64(y)))
    return function(x, y)


def _result_kind(name, kind, a, b, found):
    if kind == "string" or kind == "boolean" and name in ("and", "or", "xor"):
        return kind
    has_floats = name == "truediv" or any(isinstance(value, FLOATS) and not is_missing(value) for value in found)
    has_floats = has_floats or any(str(getattr(side, "kind", "")).lower().startswith("float") for side in (a, b))
    return "Float64" if has_floats else "Int64" if kind == "boolean" else kind


def inverted(column):
    """`~column`."""
    return column.like([value if is_missing(value) else not value for value in column.tolist()])


def convert_dtypes(data, infer_objects=True, convert_string=True, convert_integer=True, convert_boolean=True,
                   convert_floating=True, dtype_backend="numpy_nullable"):
    """The columns by the dtypes that have a value for nothing."""
    if dtype_backend != "numpy_nullable":
        raise NotImplementedError(f"convert_dtypes: dtype_backend={dtype_backend!r} is not built into this pandas")
    wanted = {"string": convert_string, "Int64": convert_integer, "boolean": convert_boolean, "Float64": convert_floating}

    def converted(column):
        name = _better(column)
        return as_nullable(column, name) if wanted.get(name) else column

    if data.ndim == 1:
        return data._like(converted(data._column))
    return data._like([converted(column) for column in data._columns])


def _better(column):
    if column.kind == "str":
        return "string"
    if column.kind == "bool" or column.kind.startswith("int"):
        return "boolean" if column.kind == "bool" else "Int64"
    known = [value for value in column.tolist() if not is_missing(value)]
    if column.kind.startswith("float"):
        return "Int64" if all(value == int(value) for value in known if abs(value) < 2**63) else "Float64"
    if column.kind != "object" or not known:
        return None
    kinds = {type(value) for value in known}
    return {bool: "boolean", str: "string", int: "Int64", float: "Float64"}.get(kinds.pop()) if len(kinds) == 1 else None


def of_results(column, values, columns=()):
    """What was reckoned of a column, or of several, one of which has a value for nothing, as such a column."""
    made = column_of(values)
    name = _better(made)
    has_floats = any(type(value) in (float, np.float64) for value in values)
    return made if name is None else as_nullable(made, "Float64" if has_floats and name == "Int64" else name)


def running(name, column):
    """Sums and so on up to each place."""
    from pandas import _stats

    return column.like(_stats.running(name, column.plain()).tolist())


class NullableArray(objects):
    """Such a column by itself."""

    __slots__ = ("_name",)

    @property
    def dtype(self):
        return NullableDtype(self._name)

    def __repr__(self):
        from pandas._format import words_text

        title = {"b": "BooleanArray", "s": "StringArray", "F": "FloatingArray"}.get(self._name[0], "IntegerArray")
        body = words_text([repr(value) for value in self._values], "[", "]", False)
        return f"<{title}>\n{body}\nLength: {len(self)}, dtype: {self._name}"

    __str__ = __repr__

    def __array__(self, dtype=None, copy=None):
        return np.array(self._values, dtype=object if dtype is None else dtype)


def nullable_array(column):
    """What a series of such values gives out."""
    made = NullableArray(column.tolist())
    made._name = column.kind
    return made


def array(data, dtype=None, copy=True):
    """`pd.array`: an array of the dtype that has a value for nothing."""
    column = column_of(list(data)) if dtype is None else column_of(list(data), dtype)
    name = _better(column) if dtype is None else None
    if name is not None:
        column = as_nullable(column, name)
    from pandas._column import shown_array

    return shown_array(column)
