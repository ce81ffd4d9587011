"""Python's own values: in nested lists, as numbers, and as texts and objects keep them.

What it is not: arrays of them, which are `_objects`'. Start reading at `stored`.
"""

from numpy._array import ndarray
from numpy._create import inhomogeneous, is_sequence
from numpy._numbers import generic
from numpy._types import bytes_, str_


def number_of(value, kind, is_text):
    """A text or an object as a number."""
    value = (bytes_ if isinstance(value, bytes) else str_)(value) if is_text else value
    if kind.kind == "b":
        return bool(value)
    return int(value) if kind.kind in "iu" else float(value)


def nested(values, shape):
    """Values in a row as nested lists of a shape; the value itself if that has no dimensions."""
    if len(shape) == 0:
        return values[0]
    if len(shape) == 1:
        return values
    step = len(values) // shape[0] if shape[0] else 0
    return [nested(values[at * step : (at + 1) * step], shape[1:]) for at in range(shape[0])]


def stored(value, kind):
    """A value as an array of that dtype keeps it: texts are cut to the width."""
    if kind.kind == "O":
        return value.item() if isinstance(value, ndarray) and value.ndim == 0 else value
    if kind.kind == "S":
        text = value if isinstance(value, bytes) else str(value).encode("ascii")
        return bytes(text if kind.width is None else text[: kind.width]).rstrip(b"\0")
    text = value.decode("ascii") if isinstance(value, bytes) else str(value)
    return text if kind.width is None else text[: kind.width]


# How wide numbers become as texts.
WIDTHS = {
    "bool": 5,
    "uint8": 3,
    "int8": 4,
    "int16": 6,
    "int32": 11,
    "int64": 21,
    "uint16": 5,
    "uint32": 10,
    "uint64": 20,
    "float16": 32,
    "float32": 32,
    "float64": 32,
}


def width_of(value, is_mixed):
    """How long a value's text is; of numbers among texts, how long any of their dtype may be."""
    if is_mixed and not isinstance(value, (str, bytes)):
        return WIDTHS.get(_number_kind(value), len(str(value)))
    return len(value if isinstance(value, bytes) else str(value))


def _number_kind(value):
    if isinstance(value, generic):
        return value.dtype.name
    return {bool: "bool", int: "int64", float: "float64"}.get(type(value))


def leaves_of(value, kind):
    """The values in nested lists, in a row, and the lists' shape."""
    shape, level, opened = [], [value], _unwrapped if kind is not None and kind.kind == "O" else _opened
    while level and all(_are_lists(level)):
        rows = [opened(item) for item in level]
        sizes = {len(item) for item in rows}
        if len(sizes) > 1:
            break
        shape.append(sizes.pop())
        level = list(rows[0]) if len(rows) == 1 else [part for item in rows for part in item]
    if any(_are_lists(level)) and not (kind is not None and kind.kind == "O"):
        raise inhomogeneous(value)
    return level, shape


def _are_lists(values):
    """Which of the values have others in them."""
    kinds = {kind: is_sequence(kind) for kind in set(map(type, values))}
    if not any(kinds.values()):
        return (False,)
    return [kinds[type(value)] and bool(getattr(value, "ndim", 1)) for value in values]


def _opened(value):
    """What can be walked through by rows: a frame of pandas gives its columns' names otherwise."""
    if isinstance(value, (list, tuple, ndarray)) or not hasattr(value, "__array__"):
        return value
    return value.__array__()


def _unwrapped(item):
    """An array's numbers as Python's, which objects are."""
    return item.astype(object) if isinstance(item, ndarray) and item._is_plain else _opened(item)
