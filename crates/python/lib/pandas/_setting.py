"""Values written into a column: it keeps its kind, and what does not fit is refused.

What it is not: columns put in the place of others, which may be of any kind. Start reading at `written`.
"""

import numpy as np
from _scalars import NUMBERS
from numpy._objects import objects
from pandas._column import NAN, Column, column_of, is_missing, plain
from pandas._select import listed


def written(column, places, value, is_fresh=False):
    """A column with other values at places; one that `is_fresh` takes their kind.

    Raises:
        TypeError: for a value that its kind does not hold.
    """
    several = listed(value)
    new = [plain(value)] * len(places) if several is None else [plain(each) for each in several]
    if len(new) != len(places):
        raise ValueError("cannot set using a list-like indexer with a different length than the value")
    if new and not is_fresh:
        new = _fitted(column, new, value, several is not None)
        if _stays(column, new):
            return Column(_put(column.array.copy(), places, new), column.kind)
    values = column.tolist()
    for place, each in zip(places, new):
        values[place] = each
    return column_of(values, _fresh_kind(value)) if is_fresh else _made(column, values, new)


def _stays(column, new):
    """Whether the array of the column takes the values as they are."""
    if hasattr(column, "nullable") or hasattr(column, "of_number"):
        return False
    return column.kind.startswith("float") or "int" in column.kind and not any(map(is_missing, new))


def _put(array, places, new):
    new = [NAN if is_missing(each) else each for each in new]
    if len(places) == 1:
        array[places[0]] = new[0]
    elif places:
        array[np.array(places, dtype=np.int64)] = np.array(new, dtype=array.dtype)
    return array


def _fresh_kind(value):
    """The kind of a new column of which some rows are written."""
    value = plain(value)
    return {bool: "object", int: "float64", str: "str"}.get(type(value))


def _made(column, values, new):
    if hasattr(column, "nullable") or column.kind == "category" or hasattr(column, "of_number"):
        return column.like(values)
    if column.kind == "object":
        return Column(objects(values), "object")
    if column.kind == "str":
        return column_of(values, "str")
    if "int" in column.kind and any(map(is_missing, new)):
        return column_of([NAN if is_missing(each) else float(each) for each in values])
    return column_of([NAN if is_missing(each) else each for each in values]).astype(column.kind)


def _fitted(column, new, value, is_several):
    """The values as the column holds them."""
    if hasattr(column, "nullable") or column.kind == "object":
        return new
    if column.kind == "category":
        return of_categories(column, new)
    if hasattr(column, "of_number"):
        return [_moment(column, each, value) for each in new]
    kind = column.kind
    fits = _FITS[kind.rstrip("0123456789").removeprefix("u")]
    if all(fits(each, kind) for each in new) or "int" in kind and not is_several and _is_nothing(new[0]):
        return [int(each) if "int" in kind and type(each) is float and each == each else each for each in new]
    raise TypeError(_told(kind, value, is_several, new))


def _told(kind, value, is_several, new):
    if kind != "str":
        return f"Invalid value '{_shown(value)}' for dtype '{kind}'"
    if is_several:
        return "Invalid value for dtype 'str'. Value should be a string or missing value (or array of those)."
    told = f"got '{type(new[0]).__name__}' instead."
    return f"Invalid value '{value}' for dtype 'str'. Value should be a string or missing value, {told}"


def _shown(value):
    """A series as the array that it holds."""
    return value._column.array if hasattr(value, "_column") else value


def of_categories(column, new):
    """The values, all of which are nothing or categories of the column.

    Raises:
        TypeError: for another.
    """
    known = set(column.categories)
    for each in new:
        if not is_missing(each) and each not in known:
            raise TypeError(f"Cannot setitem on a Categorical with a new category ({each}), set the categories first")
    return new


def _moment(column, each, value):
    """A moment or a span, or a text that means one."""
    import datetime

    fits = {"d": (str, datetime.datetime, datetime.date), "t": (str, datetime.timedelta)}[column.kind[0]]
    if is_missing(each) or isinstance(each, column._scalar):
        return each
    try:
        if isinstance(each, fits):
            return column._scalar(each)
    except ValueError:
        pass
    raise TypeError(f"Invalid value '{value}' for dtype '{column.kind}'")


def _is_nothing(each):
    return is_missing(each) and type(each).__name__ != "NaTType"


def _is_whole(each, kind):
    if isinstance(each, bool) or not isinstance(each, NUMBERS) or not float(each).is_integer():
        return False
    bits = int(kind.lstrip("uint"))
    low, high = (0, 2**bits) if kind.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1))
    return low <= each < high


_FITS = {
    "int": _is_whole,
    "float": lambda each, _: _is_nothing(each) or isinstance(each, NUMBERS) and not isinstance(each, bool),
    "bool": lambda each, _: isinstance(each, bool),
    "str": lambda each, _: is_missing(each) or isinstance(each, str),
    "complex": lambda each, _: isinstance(each, (NUMBERS, complex)) and not isinstance(each, bool),
}
