"""A column: an array of numpy and pandas' name for its kind.

Numbers and bools are arrays of numbers; texts (`str`, in which nan is missing) and mixtures (`object`) arrays of objects.
What it is not: labels; those are an index's. Start reading at `column_of`.
"""

import _torch
import numpy as np
from _scalars import FLOATS
from numpy._objects import _Kind, objects
from pandas._nothing import NA

NAN = float("nan")
# What the names of dtypes that have a value for nothing begin with.
_NULLABLE = ("Int", "UInt", "Float", "boolean")


class NamedDtype:
    """A dtype that is known by its `name`: it is equal to all that is called so."""

    def __eq__(self, other):
        return str(other) == self.name

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name


class StringDtype:
    """The dtype of texts, where nothing is nan; that where it is `NA`, which pandas makes by itself, is nullable."""

    name, kind, type, na_value = "str", "O", str, NAN

    def __new__(cls, storage=None, na_value=NA):
        if na_value is not NA:
            return super().__new__(cls)
        from pandas._nullable import NullableDtype

        return NullableDtype("string")

    def __init__(self, storage=None, na_value=NA):
        if storage not in (None, "auto", "python", "pyarrow"):
            raise ValueError(f"Storage must be 'python' or 'pyarrow'. Got {storage} instead.")

    def __eq__(self, other):
        return other is str or isinstance(other, StringDtype) or isinstance(other, str) and other in ("str", "string")

    def __hash__(self):
        return hash("str")

    def __str__(self):
        return "str"

    def __repr__(self):
        return "<StringDtype(na_value=nan)>"


class StringArray(objects):
    """A column of texts by itself."""

    __slots__ = ()

    def __init__(self, values):
        super().__init__(values)

    @property
    def dtype(self):
        return StringDtype(na_value=NAN)

    def __getitem__(self, key):
        found = super().__getitem__(key)
        return StringArray(found._values) if isinstance(found, objects) else found

    def __repr__(self):
        from pandas._format import words_text

        body = words_text([repr(value) for value in self._values], "[", "]", True)
        return f"<StringArray>\n{body}\nLength: {len(self)}, dtype: str"

    __str__ = __repr__


def is_missing(value):
    """Whether a value is None, nan, NaT or NA."""
    return value is None or (isinstance(value, FLOATS) and (value is NA or value != value))


def plain(value):
    """A scalar of numpy, or a tensor of one value, as Python's own; moments and spans as pandas'."""
    if getattr(value, "_letter", "") in ("M", "m"):
        from pandas._moments import Timestamp
        from pandas._timedelta import Timedelta

        return (Timestamp if value._letter == "M" else Timedelta)(value)
    is_scalar = hasattr(value, "item") and not isinstance(value, type) and getattr(value, "ndim", 0) == 0
    return value.item() if is_scalar else value


class Column:
    """Values of one kind."""

    __slots__ = ("array", "kind")

    def __init__(self, array, kind=None):
        self.array = array
        self.kind = array.dtype.name if kind is None else kind

    @property
    def dtype(self):
        """As pandas shows it."""
        if self.kind == "str":
            return StringDtype(na_value=NAN)
        return _Kind("object", "O") if self.kind == "object" else self.array.dtype

    def __len__(self):
        return len(self.array)

    @property
    def is_number(self):
        """Whether it can be reckoned with; bools count."""
        return self.kind not in ("str", "object", "category")

    def tolist(self):
        """The values as Python's own."""
        return self.array.tolist()

    def ranks(self):
        """What the values are ordered by, each as it compares: by itself."""
        return self.tolist()

    def at(self, place):
        """One value: a scalar of numpy, or an object."""
        return self.array[place]

    def like(self, values):
        """Other texts or objects, of the same kind."""
        return Column(objects(values), self.kind)

    def take(self, places):
        """The values at places."""
        if not self.is_number:
            values = self.array._values
            return self.like([values[place] for place in places])
        return Column(self.array[np.array(places, dtype=np.int64)], self.kind)

    def take_or_missing(self, places):
        """The values at places; nothing at those that are None."""
        if None not in places:
            return self.take(places)
        values = self.tolist()
        found = [NAN if place is None else values[place] for place in places]
        return column_of(found) if self.is_number else Column(objects(found), self.kind)

    def missing(self):
        """Where nothing is: an array of bools."""
        if self.is_number:
            return np.isnan(self.array) if self.kind.startswith("float") else np.zeros(len(self), dtype=bool)
        return flags([type(value) is not str and is_missing(value) for value in self.array._values])

    def known(self):
        """The values that are there."""
        gone = self.missing().tolist()
        return self.take([at for at, is_gone in enumerate(gone) if not is_gone]) if any(gone) else self

    def astype(self, kind):
        """The values as another kind."""
        if kind == "category" or getattr(kind, "name", None) == "category":
            from pandas._category import categorized

            return categorized(self, kind)
        if str(kind).startswith(("datetime64", "timedelta64")):
            return _as_times(self, str(kind))
        if kind == "string" or str(kind).startswith(_NULLABLE):
            from pandas._nullable import as_nullable

            return as_nullable(self, str(kind))
        name = kind_name(kind)
        if name == self.kind:
            return self
        if name == "object":
            return Column(objects(self.tolist()), "object")
        if name == "str":
            return Column(objects([value if is_missing(value) else str(value) for value in self.tolist()]), "str")
        if self.is_number:
            return Column(self._checked(name).array.astype(name))
        numbers = [NAN if is_missing(value) else _number(value, name) for value in self.tolist()]
        return (
            Column(np.array(numbers), None)._checked(name).astype(name) if numbers else Column(np.zeros(0, dtype=name))
        )

    def _checked(self, name):
        if "int" in name and self.kind.startswith("float") and not bool(np.isfinite(self.array).all()):
            from pandas.errors import IntCastingNaNError

            raise IntCastingNaNError(
                "Cannot convert non-finite values (NA or inf) to integer. Replace or remove non-finite values or cast to an "
                "integer type that supports these values (e.g. 'Int64')"
            )
        return self


def _as_times(column, kind):
    from pandas._times import TimeColumn
    from pandas._to_times import to_datetime, to_timedelta

    read = to_datetime if kind.startswith("date") else to_timedelta
    return TimeColumn(list(read(column.tolist())), "datetime64[us]" if read is to_datetime else "timedelta64[us]")


def _number(value, name):
    if name == "bool":
        return bool(value)
    try:
        return int(value) if "int" in name else float(value)
    except ValueError:
        if "int" in name:
            raise ValueError(f"invalid literal for int() with base 10: {value!r}") from None
        raise ValueError(f"could not convert string to float: {value!r}") from None


def holds_numbers(column):
    """Whether a column is of numbers or truth values, or of numbers by a dtype that has a value for nothing."""
    return column.is_number or column.kind.startswith(("Int", "UInt", "Float"))


def kind_name(kind):
    """A dtype, however it is given, as the name of a kind."""
    if isinstance(kind, (StringDtype, _Kind)):
        return kind.name
    if kind is str or kind in ("str", "string"):
        return "str"
    if kind is object or kind in ("object", "O"):
        return "object"
    return np.dtype(kind).name


def flags(values):
    """A list of bools as an array."""
    return np.array(values, dtype=bool) if values else np.zeros(0, dtype=bool)


def column_of(values, dtype=None):
    """Values as a column, of the kind that holds them all."""
    if dtype in (object, "object") and isinstance(values, (list, tuple)):
        return Column(objects(values), "object")
    made = _read(values)
    return made if dtype is None else made.astype(dtype)


def as_given(values, dtype=None):
    """As `column_of`, but numbers in an array of objects stay objects."""
    made = column_of(values, dtype)
    is_loose = dtype is None and type(values) is objects and (made.is_number or made.kind == "bool")
    return Column(objects(list(values._values)), "object") if is_loose else made


def _read(values):
    if isinstance(values, Column):
        return values
    inner = getattr(values, "_column", None)
    if isinstance(inner, Column):
        return inner
    if isinstance(values, _torch.Tensor):
        values = np.array(values)
    if hasattr(values, "_name") and isinstance(values, objects):
        from pandas._nullable import NullableColumn

        return NullableColumn(values._values, values._name)
    if isinstance(values, np.ndarray) and not isinstance(values, objects):
        if values.ndim != 1:
            raise ValueError(f"Data must be 1-dimensional, got ndarray of shape {values.shape} instead")
        if values.dtype.kind in "mM":
            from pandas._times import of_numpy

            return of_numpy(values)
        return Column(values.copy())
    values = list(values)
    return _inferred(values if set(map(type, values)) <= _PLAIN else [_kept_whole(value) for value in values])


def _kept_whole(value):
    """As `plain`, but tensors in a list stay tensors: objects among others."""
    return value if isinstance(value, _torch.Tensor) else plain(value)


# Python's own types, of which nothing need be asked.
_PLAIN = frozenset((int, float, str, bool, type(None)))
# Types of moments and spans; pandas' own and Python's.
_TIMES = ("Timestamp", "Timedelta", "datetime", "timedelta", "Period")


def _inferred(values):
    """Python's own values as the narrowest kind: ints, floats, bools, texts, else objects."""
    types = set(map(type, values))
    if type(NA) in types:
        is_text = all(value is NA or type(value) is str for value in values) and len(types) > 1
        return Column(objects([NAN if value is NA else value for value in values]), "str") if is_text else Column(
            objects(values), "object"
        )
    if types == {float}:
        return Column(np.array(values))
    if types == {str}:
        return Column(objects(values), "str")
    may_be_gone = not types.isdisjoint((type(None), float)) or not types <= _PLAIN
    gone = may_be_gone and any(is_missing(value) for value in values)
    kinds = {type(value) for value in values if not is_missing(value)} if gone else types
    if kinds and all(kind.__name__ in _TIMES for kind in kinds):
        from pandas._times import time_column

        made = time_column(values, kinds)
        if made is not None:
            return made
    if not kinds:
        if not values or any(value is None for value in values):
            return Column(objects(values), "object")
        return Column(np.array(values))
    if kinds == {bool} and not gone:
        return Column(flags(values))
    if kinds <= {int, float} and (gone or float in kinds):
        return Column(np.array([NAN if value is None else float(value) for value in values]))
    if kinds == {int} and all(-(2**63) <= value < 2**63 for value in values):
        return Column(np.array(values))
    if all(issubclass(kind, str) for kind in kinds):
        return Column(objects([NAN if is_missing(value) else str(value) for value in values]), "str")
    return Column(objects(values), "object")


def of_results(column, values, others=()):
    """What was reckoned of a column, or of several: in a dtype that has a value for nothing, if they have one."""
    if not hasattr(column, "nullable") and not any(hasattr(each, "nullable") for each in others):
        return column_of(values)
    from pandas._nullable import of_results as of_nullable

    return of_nullable(column, values, others)


def shown_array(column):
    """A column's array as pandas gives it out: texts and categories have one of their own."""
    if column.kind == "category":
        from pandas._category import Categorical

        return Categorical._of(column)
    if hasattr(column, "nullable"):
        from pandas._nullable import nullable_array

        return nullable_array(column)
    if hasattr(column, "as_numpy"):
        from pandas._times import time_array

        return time_array(column)
    return StringArray(column.tolist()) if column.kind == "str" else column.array


def alike(columns):
    """Columns that came of one: where one of them has floats, whole numbers are floats in all."""
    kinds = {column.kind for column in columns}
    return [column.astype("float64") for column in columns] if kinds == {"int64", "float64"} else columns


def joined(columns):
    """Columns one after the other, in the kind that holds them all."""
    columns = [column for column in columns if len(column)] or list(columns[:1])
    kinds = {column.kind for column in columns}
    if len(kinds) == 1 and columns[0].is_number:
        return Column(np.concatenate([column.array for column in columns]))
    values = [value for column in columns for value in column.tolist()]
    if any(hasattr(column, "nullable") for column in columns) and len(kinds) == 1:
        return columns[0].like(values)
    if "category" in kinds:
        same = len(kinds) == 1 and all(column.categories == columns[0].categories for column in columns)
        return columns[0].like(values) if same else _inferred(values)
    if len(kinds) == 1:
        return columns[0].like(values)
    if all(column.is_number for column in columns) and "bool" not in kinds:
        return Column(np.concatenate([column.array for column in columns]))
    if kinds == {"str", "object"} or "bool" in kinds or "object" in kinds:
        return Column(objects(values), "object")
    return _inferred(values)
