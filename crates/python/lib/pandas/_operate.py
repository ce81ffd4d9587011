"""Arithmetic and comparisons of columns.

What it is not: the matching of labels, which is the series' and the frames'. Start reading at `operate`.
"""

import _operator

import numpy as np
from _scalars import NUMBERS
from numpy._objects import objects
from pandas._column import NAN, Column, column_of, flags, is_missing, plain

ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
BITS = ("and", "or", "xor")
# The methods by other names.
ALIASES = {
    "add": ("add",), "sub": ("sub", "subtract"), "mul": ("mul", "multiply"), "truediv": ("div", "divide", "truediv"),
}  # fmt: skip


def _function(name):
    return getattr(_operator, f"{name}_" if name in ("and", "or") else name)


def operate(name, a, b):
    """`a + b` for the name `add`, and so on: of two columns, or of one and a value, a column."""
    function = _function(name)
    a, b = (side if isinstance(side, Column) else plain(side) for side in (a, b))
    column = a if isinstance(a, Column) else b
    if hasattr(a, "nullable") or hasattr(b, "nullable"):
        from pandas import _nullable

        return _nullable.operate(name, function, a, b)
    if str(column.kind).startswith(("datetime", "timedelta")):
        a, b = (side if isinstance(side, Column) else _time(side, column) for side in (a, b))
        if "," in str(column.kind) and any(_has_no_zone(side) for side in (a, b)) and name in COMPARISONS:
            other = type(b if column is a else a).__name__
            if name not in ("eq", "ne"):
                raise TypeError(f"Invalid comparison between dtype={column.kind} and {other}")
    is_number = [side.is_number if isinstance(side, Column) else isinstance(side, NUMBERS) for side in (a, b)]
    if all(is_number):
        return _of_numbers(name, function, a, b)
    if name in ("lt", "le", "gt", "ge") and any(is_number) and "object" not in (_kind(a), _kind(b)):
        other = b if column is a else a
        told = f"dtype={column.kind}"
        raise TypeError(
            f"Invalid comparison between {told} and {_kind(other) if isinstance(other, Column) else type(other).__name__}"
        )
    if name in ("lt", "le", "gt", "ge") and getattr(column, "ordered", False):
        a, b = (_places(side, column) for side in (a, b))
        return Column(flags([x >= 0 and y >= 0 and bool(function(x, y)) for x, y in zip(a, b)]))
    if name in ARITHMETIC and column.is_number and isinstance(b if column is a else a, str) and column.kind != "bool":
        # In numpy's words.
        return function(*(side.array if isinstance(side, Column) else side for side in (a, b)))
    if name in ARITHMETIC and column.kind == "category":
        told = " and ".join(f"'{_operand(side)}'" for side in (a, b))
        raise TypeError(f"unsupported operand type(s) for {_SIGNS[name]}: {told}")
    sides = [side.tolist() if isinstance(side, Column) else [side] * len(column) for side in (a, b)]
    if name in COMPARISONS:
        return Column(flags([_compared(name, function, x, y) for x, y in zip(*sides)]))
    if name in BITS:
        # Where nothing is stands False; on the left for the whole result.
        return Column(flags([not is_missing(x) and bool(function(x, not is_missing(y) and y)) for x, y in zip(*sides)]))
    found = [NAN if is_missing(x) or is_missing(y) else function(x, y) for x, y in zip(*sides)]
    keeps = name in ARITHMETIC and "object" in (_kind(a), _kind(b))
    return Column(objects(found), "object") if keeps else column_of(found)


_SIGNS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**"}


def _operand(side):
    """What an operand is called where it cannot be one."""
    if not isinstance(side, Column):
        return type(side).__name__
    return "Categorical" if side.kind == "category" else "Series"


def _has_no_zone(side):
    return not isinstance(side, Column) and getattr(side, "tzinfo", side) is None


def _time(value, column):
    """A value beside a column of moments or spans: texts are read."""
    from pandas._moments import Timestamp
    from pandas._timedelta import NaT, Timedelta

    if isinstance(value, str):
        from pandas._zones import zone_name

        return Timestamp(value, tz=zone_name(column.kind)) if column.kind.startswith("date") else Timedelta(value)
    name = type(value).__name__
    return Timestamp(value) if name == "datetime" else Timedelta(value) if name == "timedelta" else NaT if is_missing(value) else value


def _places(side, column):
    """The places of values, or of one for all, among a column's categories."""
    if isinstance(side, Column):
        return side.ranks()
    if side not in column.categories:
        raise TypeError("Cannot compare a Categorical with a scalar, which is not a category.")
    return [column.categories.index(side)] * len(column)


def _kind(side):
    return side.kind if isinstance(side, Column) else type(side).__name__


def _compared(name, function, x, y):
    if is_missing(x) or is_missing(y):
        return name == "ne"
    return bool(function(x, y))


def _of_numbers(name, function, a, b):
    a, b = (side.array if isinstance(side, Column) else side for side in (a, b))
    if name == "floordiv" or name == "mod":
        a, b = _floats_for_zero(a, b)
    return Column(np.asarray(function(a, b)))


def _floats_for_zero(a, b):
    """Whole numbers divided by 0 are infinite in pandas, or not a number: as floats they are."""
    has_zero = bool((np.asarray(b) == 0).any())
    return (np.asarray(a) * 1.0, b) if has_zero else (a, b)


def inverted(column):
    """`~column`: bools turned round."""
    if hasattr(column, "nullable"):
        from pandas import _nullable

        return _nullable.inverted(column)
    if column.kind == "object":
        return column_of([not value for value in column.tolist()])
    if not column.is_number or column.kind.startswith("float"):
        raise TypeError(f"bad operand type for unary ~: '{'float' if column.is_number else 'str'}'")
    return Column(~column.array)
