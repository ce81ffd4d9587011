"""What can be reckoned with moments and spans: differences, sums, multiples, comparisons.

Not the arrays themselves, which are `_date_arrays`'. Start reading at `operate`.
"""

import operator
from datetime import date, timedelta

import _torch
from _scalars import INTS, NUMBERS
from numpy import _calendar, _date_arrays
from numpy._array import ndarray, wrap
from numpy._calendar import NOTHING
from numpy._create import tensor_of
from numpy._dates import TimeKind, _Time
from numpy._errors import UFuncTypeError
from numpy._types import dtype

_NAMES = {"add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide", "mod": "remainder"}
_COMPARISONS = {"eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}
_CLASSES = {"M": "DateTime64DType", "m": "TimeDelta64DType", "O": "ObjectDType"}
_LONG_NAMES = {told: name for name, told in {**_NAMES, **_COMPARISONS}.items()}


def _operand(value):
    """An operand as an array of moments, of spans or of numbers; None for what none can be made of."""
    if isinstance(value, (list, tuple)):
        from numpy._make import asarray

        value = asarray(value)
    if isinstance(value, _Time):
        return value._array()
    if isinstance(value, (date, timedelta)):
        letter = "m" if isinstance(value, timedelta) else "M"
        return _date_arrays.as_times([value], TimeKind(letter, None)).reshape((1,))[0]._array()
    if isinstance(value, ndarray):
        return value if isinstance(value, _date_arrays.times) or value._is_plain else None
    return ndarray(tensor_of(value)) if isinstance(value, NUMBERS) else None


def operate(name, a, b):
    """`a + b` for the name `add`, and so on.

    Raises:
        TypeError: for dtypes that do not go together.
    """
    x, y = _operand(a), _operand(b)
    if x is None or y is None:
        return _beside_others(name, a, b)
    kinds = x.dtype.kind + y.dtype.kind
    kinds = "".join("i" if letter in "bu" else letter for letter in kinds)
    if name in _COMPARISONS:
        return _compared(name, x, y)
    if kinds in _ALLOWED.get(name, ()):
        return _ALLOWED[name][kinds](name, x, y)
    raise _date_arrays.no_such(_NAMES[name], x.dtype, y.dtype)


def _beside_others(name, a, b):
    if name not in _COMPARISONS or not any(isinstance(side, str) or hasattr(side, "_texts") for side in (a, b)):
        return NotImplemented
    if name in ("eq", "ne"):
        side = a if isinstance(a, (_Time, _date_arrays.times)) else b
        found = ndarray(_torch.full(tuple(side.shape), name == "ne"))
        return found if found.ndim else found[()]
    kinds = (side.dtype.kind if hasattr(side, "dtype") else "U" for side in (a, b))
    told = ", ".join(f"<class 'numpy.dtypes.{_CLASSES.get(kind, 'StrDType')}'>" for kind in kinds)
    raise UFuncTypeError(f"ufunc '{_COMPARISONS[name]}' did not contain a loop with signature matching types ({told}) -> None")


def _common(name, x, y):
    """Counts in the finer unit, that unit, and where one of them is no moment."""
    units = [getattr(side.dtype, "unit", None) for side in (x, y)]
    unit = _calendar.finest(units)
    for at, (side, own) in enumerate(zip((x, y), units)):
        if side.dtype.kind == "m" and own is not None and _calendar.by_months(own) and not _calendar.by_months(unit):
            raise _uncommon(name, x, y, at, unit)
    counts = [
        _date_arrays.in_unit(side._counts, own, unit) if isinstance(side, _date_arrays.times) else tensor_of(side).to(_torch.int64)
        for side, own in zip((x, y), units)
    ]
    return counts, unit, (counts[0] == NOTHING) | (counts[1] == NOTHING)


def _uncommon(name, x, y, at, unit):
    if x.dtype.kind == y.dtype.kind:
        return TypeError(
            f"Cannot get a common metadata divisor for Numpy datetime metadata [{x.dtype.unit}] and [{y.dtype.unit}] because they "
            "have incompatible nonlinear base time units."
        )
    own = (x, y)[at].dtype
    told = {**_NAMES, **_COMPARISONS}[name]
    return UFuncTypeError(
        f"Cannot cast ufunc '{told}' input {at} from {own!r} to dtype('<m8[{unit}]') with casting rule 'same_kind'"
    )


def _made(counts, gone, letter, unit):
    counts = _torch.where(gone, NOTHING, counts)
    kind = TimeKind(letter, unit)
    return _date_arrays.times(counts, kind) if counts.dim() else _date_arrays.single(counts.item(), kind)


def _moved(name, x, y):
    """A sum or a difference."""
    (a, b), unit, gone = _common(name, x, y)
    letters = x.dtype.kind + y.dtype.kind
    letter = "M" if "M" in letters and letters != "MM" else "m"
    return _made(a + b if name == "add" else a - b, gone, letter, unit)


def _scaled(name, x, y):
    """A span times a number, or divided by one."""
    span, number = (x, y) if isinstance(x, _date_arrays.times) else (y, x)
    number = tensor_of(number)
    if name == "mul" and not number.is_floating_point():
        found = span._counts * number.to(_torch.int64)
    elif name == "floordiv":
        found = _torch.floor_divide(span._counts, number)
    else:
        found = span._counts.double() * number if name == "mul" else span._counts.double() / number
        found = _torch.where(found.isfinite(), _torch.trunc(found), 0.0).to(_torch.int64)
    return _made(found, span._nothing(), "m", span._kind.unit)


def _divided(name, x, y):
    """A span by a span."""
    (a, b), unit, gone = _common(name, x, y)
    if name == "mod":
        return _made(_torch.remainder(a, _torch.where(b == 0, 1, b)), gone | (b == 0), "m", unit)
    if name == "floordiv":
        return wrap(_torch.where(gone, 0, _torch.floor_divide(a, _torch.where(b == 0, 1, b))))
    return wrap(_torch.where(gone, float("nan"), a.double() / b.double()))


_ALLOWED = {
    "add": {kinds: _moved for kinds in ("Mm", "mM", "mm", "Mi", "iM", "mi", "im")},
    "sub": {kinds: _moved for kinds in ("MM", "Mm", "mm", "Mi", "mi", "im")},
    "mul": {kinds: _scaled for kinds in ("mi", "im", "mf", "fm")},
    "truediv": {"mm": _divided, "mi": _scaled, "mf": _scaled},
    "floordiv": {"mm": _divided, "mi": _scaled, "mf": _scaled},
    "mod": {"mm": _divided},
}  # fmt: skip


def _compared(name, x, y):
    if "M" in (x.dtype.kind, y.dtype.kind) and x.dtype.kind != y.dtype.kind:
        raise _date_arrays.no_such(_COMPARISONS[name], x.dtype, y.dtype)
    (a, b), _, gone = _common(name, x, y)
    return wrap(_torch.where(gone, name == "ne", getattr(operator, name)(a, b)))


def universal(name, inputs):
    """What a function that works value by value makes of moments and spans."""
    if name in _LONG_NAMES:
        return operate(_LONG_NAMES[name], *inputs)
    arrays = [_operand(value) for value in inputs]
    if name in ("isnat", "isnan"):
        return wrap(arrays[0]._nothing())
    if name == "isfinite":
        return wrap(~arrays[0]._nothing())
    if name in ("absolute", "negative"):
        return abs(arrays[0]) if name == "absolute" else -arrays[0]
    if name in ("maximum", "minimum", "fmax", "fmin"):
        (a, b), unit, gone = _common(name, *arrays)
        larger = _torch.maximum(a, b)
        found = larger if "max" in name else _torch.minimum(a, b)
        # Of one moment and none, the functions that begin with f take the one.
        known = gone & ~((a == NOTHING) & (b == NOTHING)) if name[0] == "f" else _torch.zeros_like(gone)
        return _made(_torch.where(known, larger, found), gone & ~known, arrays[0].dtype.kind, unit)
    raise TypeError(
        f"ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types "
        "according to the casting rule ''safe''"
    )


def steps(start, stop, step, kind):
    """What `arange` makes: moments or spans at equal steps, stop excluded."""
    if stop is None:
        start, stop = 0, start
    wanted = None if kind is None else dtype(kind)
    given = [_end(value, wanted) for value in (start, stop)]
    stride = _end(1 if step is None else step, TimeKind("m", None)) if not isinstance(step, INTS) else step
    known = [each for each in given if isinstance(each, _Time)]
    units = [each.dtype.unit for each in (*known, stride) if isinstance(each, _Time)]
    letter = "M" if any(each.dtype.kind == "M" for each in known) else "m"
    target = wanted if wanted is not None and wanted.unit is not None else TimeKind(letter, _calendar.finest(units))
    first, last = (_in(each, target.unit) if isinstance(each, _Time) else each for each in given)
    if isinstance(given[1], INTS) and letter == "M":
        last += first
    width = stride if isinstance(stride, INTS) else _in(stride, target.unit)
    return _date_arrays.of_counts(list(range(first, last, width)), target)


def _in(value, unit):
    return _calendar.converted(value._count, value._unit, unit)


def _end(value, kind):
    """An end of a range: texts and Python's dates as moments."""
    if isinstance(value, (INTS, _Time)):
        return value
    letter = "M" if kind is None else kind.kind
    return _date_arrays.as_times([value], TimeKind(letter, None if kind is None else kind.unit))[0]
