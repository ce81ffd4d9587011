"""`pandas.api.types`: what kind of values a column, or a dtype, has.

What it is not: dtypes of extensions. Start reading at `_kind`.
"""

import numpy as np
from _scalars import FLOATS, INTS, NUMBERS
from pandas._category import CategoricalDtype


def _kind(arr_or_dtype):
    """The dtype's name of a column, an array, or a dtype itself."""
    kind = arr_or_dtype if isinstance(arr_or_dtype, type) else getattr(arr_or_dtype, "dtype", arr_or_dtype)
    if isinstance(kind, type):
        return {int: "int64", float: "float64", bool: "bool", str: "str", object: "object"}.get(kind, kind.__name__)
    return str(kind)


def is_numeric_dtype(arr_or_dtype):
    kind = _kind(arr_or_dtype)
    return kind.startswith(("int", "uint", "float", "complex", "bool"))


def is_float_dtype(arr_or_dtype):
    return _kind(arr_or_dtype).startswith("float")


def is_integer_dtype(arr_or_dtype):
    return _kind(arr_or_dtype).startswith(("int", "uint"))


def is_bool_dtype(arr_or_dtype):
    return _kind(arr_or_dtype) == "bool"


def is_object_dtype(arr_or_dtype):
    return _kind(arr_or_dtype) == "object"


def is_string_dtype(arr_or_dtype):
    """Texts; a column of objects counts where all of them are texts."""
    kind = _kind(arr_or_dtype)
    if kind == "object" and hasattr(arr_or_dtype, "tolist"):
        return all(isinstance(value, str) for value in arr_or_dtype.tolist())
    return kind in ("str", "string", "object") or kind.startswith("<U")


def is_datetime64_any_dtype(arr_or_dtype):
    return _kind(arr_or_dtype).startswith("datetime64")


is_datetime64_dtype = is_datetime64_any_dtype


def is_categorical_dtype(arr_or_dtype):
    return _kind(arr_or_dtype) == "category" or isinstance(getattr(arr_or_dtype, "dtype", arr_or_dtype), CategoricalDtype)


def is_scalar(val):
    return val is None or isinstance(val, (NUMBERS, complex, str, bytes, np.generic))


def is_list_like(obj, allow_sets=True):
    return hasattr(obj, "__iter__") and not isinstance(obj, (str, bytes)) and (allow_sets or not isinstance(obj, set))


def is_dict_like(obj):
    return all(hasattr(obj, name) for name in ("__getitem__", "keys", "__contains__"))


def is_number(obj):
    return isinstance(obj, (NUMBERS, complex))


def is_integer(obj):
    return isinstance(obj, INTS) and not isinstance(obj, bool)


def is_float(obj):
    return isinstance(obj, FLOATS)


def is_bool(obj):
    return isinstance(obj, (bool, np.bool_))
