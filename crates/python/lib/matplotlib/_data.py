"""From what students hand over (lists, ranges, tensors, arrays) to lists of floats with a shape."""

from _scalars import NUMBERS

_NAN = float("nan")


class Day(float):
    """A moment as the days since 1970, which makes its axis one of dates."""

    @classmethod
    def of(cls, moment):
        parts = (getattr(moment, name, 0) for name in ("hour", "minute", "second", "microsecond"))
        seconds = sum(part * size for part, size in zip(parts, (3600, 60, 1, 1e-6)))
        return cls(moment.toordinal() - 719163 + seconds / 86400)


def plain(value):
    """Nested lists of Python numbers and strings, or one of these."""
    if value is None:
        return _NAN
    if isinstance(value, (NUMBERS, str)):
        return value
    if getattr(value, "requires_grad", False) or not getattr(value, "is_cpu", True):
        # matplotlib asks for an array, and PyTorch refuses in its own words.
        value = value.numpy()
    if not hasattr(value, "tolist") and hasattr(value, "__array__"):
        value = value.__array__()
    if hasattr(value, "tolist"):
        values = value.tolist()
        if hasattr(values, "toordinal"):
            return Day.of(values)
        return [plain(each) for each in values] if isinstance(values, list) and values and hasattr(values[0], "toordinal") else values
    if hasattr(value, "toordinal"):
        return Day.of(value)
    if isinstance(value, dict) or not hasattr(value, "__iter__"):
        if hasattr(value, "__float__"):
            return float(value)
        kind = type(value).__name__
        raise TypeError(f"float() argument must be a string or a real number, not '{kind}'")
    return [plain(item) for item in value]


def shape(nested):
    """The lengths of nested lists, outermost first."""
    lengths = []
    while isinstance(nested, list):
        lengths.append(len(nested))
        if not nested:
            break
        nested = nested[0]
    return tuple(lengths)


def flat(nested):
    if not isinstance(nested, list):
        return [nested]
    if nested and isinstance(nested[0], list):
        return [number for part in nested for number in flat(part)]
    return nested


def floats(values):
    """Missing numbers as NaN. What is no number raises as `float` does."""
    return [_NAN if value is None else float(value) for value in values]


def columns(nested):
    """One list a line to draw: a vector is one, a matrix has one a column."""
    size = shape(nested)
    if len(size) == 0:
        return [[nested]]
    if len(size) == 1:
        return [nested]
    if len(size) > 2:
        raise ValueError(f"x and y can be no greater than 2D, but have shapes {size} and {size}")
    return [[row[column] for row in nested] for column in range(size[1])]


def table(value):
    """A matrix as a list of rows of floats."""
    rows = plain(value)
    if len(shape(rows)) != 2:
        raise TypeError(f"Input z must be 2D, not {len(shape(rows))}D")
    return [floats(row) for row in rows]


def has_words(values):
    for value in values:
        if isinstance(value, str):
            return True
    return False


def finite(values):
    return [value for value in values if value - value == 0]


def as_array(values):
    """Values as an array of numpy, which is imported no sooner."""
    import numpy as np

    return np.array(values)
