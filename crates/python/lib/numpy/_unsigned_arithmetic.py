"""What can be reckoned with whole numbers without a sign of 16, 32 and 64 bits: they begin again at zero.

Beside numbers of other dtypes they become what both fit in, and plain arrays compute. Not the arrays themselves
(`_unsigned_arrays`). Start reading at `operated`.
"""

import operator

import _torch
from _scalars import NUMBERS
from numpy import _faults, _numbers, _ufunc
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._errors import UFuncTypeError, broadcast_shape
from numpy._numbers import generic
from numpy._types import dtype
from numpy._unsigned import BITS, UnsignedKind
from numpy._unsigned_arrays import as_unsigned, from_values, unsigneds

_SHORT = {full: name for name, full in _ufunc._NAMES.items()} | {
    "equal": "eq", "not_equal": "ne", "less": "lt", "less_equal": "le", "greater": "gt", "greater_equal": "ge", "matmul": "matmul",
}
_FUNCTIONS = {"and": operator.and_, "or": operator.or_}
# What the lowest bits of a result are made of those of the operands by.
_OF_BITS = ("add", "sub", "mul", "and", "or", "xor")


def _function(name):
    return _FUNCTIONS.get(name) or getattr(operator, name)


def _readied(value):
    """A list as an array; None for what goes with no number."""
    if isinstance(value, (list, tuple)):
        from numpy._make import asarray

        return asarray(value)
    return value if isinstance(value, (NUMBERS, ndarray)) or getattr(value, "_is_wide", False) else None


def _plain(value, kind=None):
    """Such numbers as an array or a scalar of another dtype; others as they are."""
    if not getattr(value, "_is_wide", False):
        return value
    array = value if isinstance(value, ndarray) else value._array()
    found = array.astype("int64" if kind is None else kind)
    return found[()] if not found.ndim else found


def operated(name, a, b):
    """`a + b` for the name `add`, and so on: an array, or a scalar.

    Raises:
        OverflowError: for a Python integer that the dtype cannot hold.
    """
    listed = next((side for side in (a, b) if isinstance(side, (list, tuple))), None)
    if listed is not None and name == "mul" and not any(isinstance(side, ndarray) for side in (a, b)):
        return listed * int(b if listed is a else a)
    if any(type(side).__module__ in _ufunc._OBJECTS for side in (a, b)):
        return _function(name)(*(side.item() if getattr(side, "_is_wide", False) and not isinstance(side, ndarray) else side for side in (a, b)))
    x, y = _readied(a), _readied(b)
    if x is None or y is None or not all(getattr(side, "_is_plain", True) or getattr(side, "_is_wide", False) for side in (x, y)):
        return _function(name)(*(_plain(side, "float64" if isinstance(side, complex) else None) for side in (a, b)))
    kind = _ufunc.promoted(_ufunc.kind_of(x), _ufunc.kind_of(y))
    if name == "truediv" and _ufunc._rank(kind) < 2:
        kind = "float64"
    if name in _ufunc._COMPARISONS:
        return _compared(name, x, y, kind)
    if kind not in BITS:
        return _function(name)(_plain(x, kind), _plain(y, kind))
    kind = UnsignedKind(kind)
    is_single = not isinstance(x, ndarray) and not isinstance(y, ndarray)
    p, q = _tensor(x, kind), _tensor(y, kind)
    if name == "matmul":
        return from_values(tensor_of(ndarray(p) @ ndarray(q)), kind)
    broadcast_shape([tuple(p.shape), tuple(q.shape)])
    if is_single and name in ("add", "sub", "mul"):
        true = _function(name)(int(x), int(y))
        if not 0 <= true <= kind.largest:
            _faults.tell("over", f"scalar {_ufunc._NAMES[name]}")
    return from_values(_computed(name, p, q, kind, "scalar " if is_single else ""), kind)


def _tensor(value, kind):
    """An operand as a tensor that keeps numbers of a dtype."""
    if type(value) is int or type(value) is bool:
        return _torch.tensor(kind.held(value), dtype=_torch.int64)
    return as_unsigned(value, kind)._values


def _computed(name, a, b, kind, told):
    if name in _OF_BITS:
        return _function(name)(a, b)
    is_zero = b == 0
    if name in ("floordiv", "mod") and bool(is_zero.any()):
        _faults.tell("divide", told + _ufunc._NAMES[name])
    if kind.bits == 64 and (bool((a < 0).any()) or bool((b < 0).any())):
        return _one_by_one(name, a, b)
    if name in ("floordiv", "mod"):
        found = _function(name)(a, _torch.where(is_zero, 1, b))
        return _torch.where(is_zero, 0, found)
    if name in ("lshift", "rshift"):
        return _torch.where(b >= kind.bits, 0, _function(name)(a, b.clamp(max=kind.bits - 1)))
    return _one_by_one(name, a, b)


def _one_by_one(name, a, b):
    """By Python's numbers, which have no end."""
    a, b = _torch.broadcast_tensors(a, b)
    found = []
    for x, y in zip(*([number % 2**64 for number in side.reshape(-1).tolist()] for side in (a, b))):
        if name == "pow":
            number = pow(x, y, 2**64)
        elif name in ("floordiv", "mod"):
            number = _function(name)(x, y) if y else 0
        else:
            number = 0 if y >= 64 else _function(name)(x, y) % 2**64
        found.append(number - 2**64 if number >= 2**63 else number)
    return _torch.tensor(found, dtype=_torch.int64).reshape(a.shape)


def _compared(name, x, y, kind):
    beside = next((side for side in (x, y) if type(side) is int), None)
    if kind in BITS and (beside is None or 0 <= beside <= UnsignedKind(kind).largest):
        p, q = (unsigneds(_tensor(side, UnsignedKind(kind)), UnsignedKind(kind))._ranks() for side in (x, y))
        broadcast_shape([tuple(p.shape), tuple(q.shape)])
        return wrap(_function(name)(p, q))
    if kind in BITS:
        # A number that is none of the dtype's is smaller than all, or larger.
        ends = [(0 if side is not beside else 1 if beside > 0 else -1) for side in (x, y)]
        shape = next((side.shape for side in (x, y) if side is not beside))
        return wrap(_torch.full(shape, _function(name)(*ends), dtype=_torch.bool))
    wide = [side for side in (x, y) if getattr(side, "_is_wide", False)]
    if all(isinstance(side, generic) or type(side) is int for side in (x, y)) and len(wide) and kind == "float64" and all(
        side.dtype.kind in "iu" for side in (x, y) if isinstance(side, generic)
    ):
        return _numbers.TRUTHS[_function(name)(int(x), int(y))]
    return _function(name)(_plain(x, kind), _plain(y, kind))


def into(name, target, value):
    """`target += value` for the name `add`, and so on."""
    found = operated(name, target, value)
    own, kind = target.dtype, dtype(found.dtype)
    if "buif".index(kind.kind) > "buif".index(own.kind):
        raise UFuncTypeError(
            f"Cannot cast ufunc '{_ufunc._NAMES.get(name, name)}' output from {kind!r} to {own!r} with casting rule 'same_kind'"
        )
    if tuple(found.shape) != target.shape:
        broadcast_shape([tuple(found.shape)], target.shape)
    target[...] = found
    return target


# Functions that make whole numbers of whole numbers.
_SAME = ("absolute", "positive", "conjugate", "floor", "ceil", "trunc")


def universal(function, inputs):
    """What a function that works value by value makes of inputs of which one is such a number."""
    name = function.__name__
    if name in _SHORT:
        return operated(_SHORT[name], *inputs)
    inputs = [side if _readied(side) is None else _readied(side) for side in inputs]
    if len(inputs) == 1:
        return _of_one(function, name, inputs[0] if isinstance(inputs[0], ndarray) else inputs[0]._array())
    kind = _ufunc.promoted(*map(_ufunc.kind_of, inputs))
    if kind not in BITS or name not in ("maximum", "minimum", "fmax", "fmin", "fmod", "gcd", "lcm"):
        return function(*(_plain(side, _float_for(kind) if kind in BITS else kind) for side in inputs))
    kind = UnsignedKind(kind)
    a, b = (unsigneds(_tensor(side, kind), kind) for side in inputs)
    if name == "fmod":
        return operated("mod", a, b)
    if name in ("gcd", "lcm"):
        return from_values(tensor_of(function(ndarray(a._values), ndarray(b._values))), kind)
    broadcast_shape([a.shape, b.shape])
    larger = _torch.maximum if name in ("maximum", "fmax") else _torch.minimum
    return from_values(a._of_ranks(larger(a._ranks(), b._ranks())), kind)


def _float_for(kind):
    """The floats that such numbers become in sines and roots."""
    return "float32" if kind == "uint16" else "float64"


def _of_one(function, name, array):
    if name in _SAME:
        return from_values(array._values.clone(), array.dtype)
    if name == "negative":
        return -array
    if name == "invert":
        return ~array
    if name == "square":
        return operated("mul", array, array)
    if name == "sign":
        return from_values((array._values != 0).long(), array.dtype)
    if name == "reciprocal":
        return operated("floordiv", 1, array)
    if name in ("isnan", "isinf", "isfinite", "signbit", "logical_not"):
        return function(ndarray(array._values))
    return function(_plain(array, _float_for(array.dtype.name)))
