"""Which values may be written into a column where it stands, and which columns have a largest value. Start reading anywhere."""

from _scalars import NUMBERS
from pandas._column import is_missing, plain


def check_filling(column, value):
    """Raises TypeError for numbers into the gaps of texts: in place, a column keeps its kind."""
    value = plain(value)
    if column.kind != "str" or isinstance(value, str) or not isinstance(value, NUMBERS) or is_missing(value):
        return
    if bool(column.missing().any()):
        raise TypeError(
            f"Invalid value '{value}' for dtype 'str'. Value should be a string or missing value, got "
            f"'{type(value).__name__}' instead."
        )


def check_numbers(frame, names, method):
    """Raises TypeError for columns of which no values are the largest: texts and other objects."""
    for name in names:
        kind = frame[name]._column.kind
        if kind in ("str", "object", "category"):
            raise TypeError(f"Column {name!r} has dtype {kind}, cannot use method {method!r} with this dtype")
