"""Numpy's arithmetic: which dtype a result has, and operations element by element.

Python's own numbers are weak: they take the dtype of what they meet, as far as their kind allows. Start reading at
`operate`.
"""

import _operator
import math

import _scalars
import _torch
from numpy import _faults, _numbers
from numpy._errors import NotNumbers, UFuncTypeError, broadcast_shape
from numpy._numbers import bool_, float64, generic, int64, integer, scalar
from numpy._types import dtype

# By what numpy calls the operations in its messages.
_NAMES = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
    "lshift": "left_shift", "rshift": "right_shift",
}
_COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
_BITS = ("and", "or", "xor", "lshift", "rshift")
_KINDS = "bif"


# What tensors do for operands of one dtype: of floats, and of integers of 64 bits.
_OF_WHOLE = {
    "add": _torch.add, "sub": _torch.sub, "mul": _torch.mul, "maximum": _torch.maximum, "minimum": _torch.minimum,
    "eq": _operator.eq, "ne": _operator.ne, "lt": _operator.lt, "le": _operator.le, "gt": _operator.gt, "ge": _operator.ge,
}  # fmt: skip
_OF_FLOATS = {**_OF_WHOLE, "truediv": _torch.div, "pow": _operator.pow}


def kind_of(value):
    """The dtype of an array, a scalar or a tensor by name; a Python number's kind: `bool`, `int` or `float`."""
    if isinstance(value, bool):
        return bool
    if hasattr(value, "dtype"):
        return dtype(value.dtype).name
    return int if isinstance(value, int) else float


def promoted(a, b):
    """The dtype, by name, of what two operands make."""
    if isinstance(a, type) and isinstance(b, type):
        return {bool: "bool", int: "int64", float: "float64"}[max(a, b, key=(bool, int, float).index)]
    if isinstance(a, type):
        return _weak(a, b)
    return _weak(b, a) if isinstance(b, type) else _strong(a, b)


def _weak(kind, name):
    rank, own = (bool, int, float).index(kind), _rank(name)
    return name if rank <= own else ("int64", "float64")[rank - 1]


def _rank(name):
    return 2 if name.startswith("float") else 0 if name == "bool" else 1


_WIDE = {"uint16": 16, "uint32": 32, "uint64": 64}


def _strong(a, b):
    if a in _WIDE or b in _WIDE:
        return _beside_wide(a, b)
    if _rank(a) == _rank(b) or "bool" in (a, b):
        return str(_torch.promote_types(dtype(a)._torch, dtype(b)._torch)).partition(".")[2]
    whole, point = (a, b) if _rank(a) == 1 else (b, a)
    # A float has to hold all the integers: those of 8 bits fit in any, those of 16 in 32 bits.
    needed = {"int8": "float16", "uint8": "float16", "int16": "float32"}.get(whole, "float64")
    return max(needed, point, key=lambda name: int(name[5:]))


def _beside_wide(a, b):
    """As `_strong`, where one of the two is without a sign and larger than a byte."""
    wide, other = (a, b) if _WIDE.get(a, 0) >= _WIDE.get(b, 0) else (b, a)
    if other in _WIDE or other in ("bool", "uint8"):
        return wide
    if _rank(other) == 2:
        return max("float32" if wide == "uint16" else "float64", other, key=lambda name: int(name[5:]))
    if not other.startswith("int"):
        raise NotNumbers(f"numpy: numbers of {wide} do not go with {other}")
    bits = max(2 * _WIDE[wide], int(other[3:]))
    return f"int{bits}" if bits <= 64 else "float64"


def as_tensor(value, name):
    """An operand as a tensor of a dtype.

    Raises:
        OverflowError: for a Python integer that the dtype cannot hold.
    """
    kind = dtype(name)._torch
    inner = getattr(value, "_kindling_tensor", None)
    if inner is None and isinstance(value, generic):
        inner = value._tensor()
    if inner is None and isinstance(value, _torch.Tensor):
        inner = value.detach()
    if inner is not None:
        return inner.to(kind)
    if isinstance(value, int) and _rank(name) == 1:
        limits = _torch._dtype_limits(kind)
        if not limits["min"] <= value <= limits["max"]:
            if name == "int64":
                raise OverflowError("Python int too large to convert to C long")
            raise OverflowError(f"Python integer {value} out of bounds for {name}")
    return _torch.tensor(value, dtype=kind)


def shape_of(value):
    return tuple(getattr(value, "shape", ()))


def at_once(name, a, b, output=None):
    """What needs no thought, and most operands are: arrays of one dtype, or one with a number that takes its dtype. Else None."""
    pair = pair_at_once(a, b)
    if pair is None:
        return None
    plain = (_OF_FLOATS if pair[0].dtype in FLOATS else _OF_WHOLE).get(name)
    if plain is None:
        return None
    try:
        found = plain(*pair)
    except RuntimeError:
        # Shapes that do not go together: whoever asks says so in numpy's words.
        return None
    if output is not None and tuple(found.shape) != output:
        return None
    return _faults.checked(_NAMES[name], found, *pair) if name in _NAMES else found


FLOATS = (_torch.float64, _torch.float32)


def pair_at_once(a, b):
    """Two operands as tensors of one dtype, floats or integers of 64 bits, where that needs no thought; else None."""
    x, y = (side._kindling_tensor if getattr(side, "_is_plain", False) else None for side in (a, b))
    if x is None and y is None:
        return None
    kind = (y if x is None else x).dtype
    if kind not in FLOATS and kind is not _torch.int64:
        return None
    x, y = (_beside(side, kind) if tensor is None else tensor for side, tensor in ((a, x), (b, y)))
    return None if x is None or y is None or x.dtype is not y.dtype else (x, y)


def _beside(value, kind):
    """A number that takes the dtype of the array beside it, as a tensor; None for others."""
    own = type(value)
    if own is float64 and kind is _torch.float64 or own is float and kind in FLOATS:
        return _torch.tensor(float(value), dtype=kind)
    if own is int and (kind in FLOATS or -(2**63) <= value < 2**63):
        return _torch.tensor(value, dtype=kind)
    return _torch.tensor(value.item(), dtype=kind) if own is int64 and kind is _torch.int64 else None


def operate(name, a, b, output=None, told=""):
    """`a + b` for the name `add`, and so on: a tensor. `output` is the shape that it has to have.

    What went wrong is said of the operation, with `told` before its name.

    Raises:
        ValueError: for shapes that do not go together.
        TypeError: for kinds that the operation is not for.
    """
    found = at_once(name, a, b, output)
    if found is not None:
        return found
    broadcast_shape([shape_of(a), shape_of(b)], output)
    common = promoted(kind_of(a), kind_of(b))
    if name in _COMPARISONS:
        return _compared(name, a, b, common)
    if name == "pow" and type(b) is int and b == 2 and kind_of(a) == "bool" and shape_of(a):
        # A square, which has a way of its own.
        common = "bool"
    if name == "truediv" and _rank(common) < 2:
        common = "float64"
    if common == "bool":
        return _of_bools(name, a, b)
    if name in _BITS and _rank(common) == 2:
        raise TypeError(
            f"ufunc '{_NAMES[name]}' not supported for the input types, and the inputs could not be safely coerced to "
            "any supported types according to the casting rule ''safe''"
        )
    a, b = as_tensor(a, common), as_tensor(b, common)
    if _rank(common) == 1:
        if name in ("floordiv", "mod"):
            return _divided(name, a, b, told)
        if name == "pow" and bool((b < 0).any()):
            raise ValueError("Integers to negative integer powers are not allowed.")
    found = _by_sign(name)(a, b)
    if _rank(common) == 2 and name in _NAMES:
        _faults.checked(told + _NAMES[name], found, a, b)
    # A rest of zero has the divisor's sign.
    return _torch.where(found == 0, _torch.where(b < 0, -0.0, 0.0).to(found.dtype), found) if name == "mod" else found


def _by_sign(name):
    sign = f"__{name}__"
    return lambda a, b: getattr(a, sign)(b)


def _compared(name, a, b, common):
    for kind in (common, "int64"):
        try:
            return _by_sign(name)(as_tensor(a, kind), as_tensor(b, kind))
        except OverflowError:
            pass
    # A whole number beyond all of the dtype's.
    a, b = (math.copysign(math.inf, side) if type(side) is int else side for side in (a, b))
    return _by_sign(name)(as_tensor(a, "float64"), as_tensor(b, "float64"))


def _of_bools(name, a, b):
    if name == "sub":
        raise TypeError(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
            "logical_xor function instead."
        )
    if name in ("floordiv", "mod", "pow"):
        return operate(name, as_tensor(a, "int8"), as_tensor(b, "int8"))
    sign = {"add": "or", "mul": "and"}.get(name, name)
    return _by_sign(sign)(as_tensor(a, "bool"), as_tensor(b, "bool"))


def _divided(name, a, b, told):
    """Numpy divides integers by 0 to 0."""
    is_zero = b == 0
    if bool(is_zero.any()) and a.numel():
        _faults.tell("divide", told + _NAMES[name])
    result = _by_sign(name)(a, _torch.where(is_zero, _torch.ones_like(b), b))
    return _torch.where(is_zero, _torch.zeros_like(result), result)


def write(name, target, value):
    """`target += value` for the name `add`, and so on: into the tensor of the array `target`."""
    result = operate(name, target, value, target.shape)
    own = target.dtype
    if _KINDS.index(_kind(result)) > _KINDS.index("i" if own.kind == "u" else own.kind):
        raise UFuncTypeError(
            f"Cannot cast ufunc '{_NAMES[name]}' output from dtype('{dtype(result.dtype).name}') to dtype('{own.name}') "
            "with casting rule 'same_kind'"
        )
    target._kindling_tensor.copy_(result)
    target._written()


def _kind(tensor):
    return _KINDS[_rank(dtype(tensor.dtype).name)]


# Numbers: what the native ones (`_scalars`) do not compute by themselves.

# Whole numbers that grow too large by these begin again at the other end.
_WRAPPING = {"add": _operator.add, "sub": _operator.sub, "mul": _operator.mul}


def _general(name, own, other, is_reflected):
    """A sign, or a comparison, on one of numpy's numbers; arrays, tensors and other objects answer for themselves."""
    if name in _OF_ONE:
        return _OF_ONE[name](own)
    if getattr(other, "_is_wide", False):
        return wide(name, own, other, is_reflected)
    if not isinstance(other, _scalars.NUMBERS):
        return _beside_others(name, own, other, is_reflected)
    pair = (other, own) if is_reflected else (own, other)
    if name in _COMPARISONS and isinstance(own, integer) and type(other) is int:
        return _numbers.TRUTHS[getattr(_operator, name)(int(own), other)]
    found = scalar(operate(name, *pair, told="scalar "))
    if name in _WRAPPING and isinstance(found, integer) and int(found) != _WRAPPING[name](*map(int, pair)):
        _faults.tell("over", f"scalar {_NAMES[name]}")
    return found


def wide(name, own, other, is_reflected):
    """A sign beside numbers of `_unsigned`."""
    from numpy._unsigned_arithmetic import operated

    return operated(name, other, own) if is_reflected else operated(name, own, other)


def _beside_others(name, own, other, is_reflected):
    kind = type(other)
    if kind is complex:
        from numpy._complex_operators import operated

        return operated(name, other, own) if is_reflected else operated(name, own, other)
    # A list beside a number is an array; times one, it is what Python makes of it. Arrays have words for texts and None.
    if kind in (list, tuple, str) and name != "mul" or other is None and name in _NAMES:
        from numpy import asarray

        sign = f"__{'r' if is_reflected else ''}{name}__"
        return getattr(asarray(own), sign)(asarray(other) if kind in (list, tuple) else other)[()]
    if kind.__module__ in _OBJECTS and name in _FUNCTIONS:
        # As an array of objects has it: Python's own number takes part.
        return _FUNCTIONS[name](*((other, own.item()) if is_reflected else (own.item(), other)))
    return NotImplemented


# Modules of Python whose numbers and spans are objects to numpy.
_OBJECTS = ("datetime", "decimal", "fractions")
_FUNCTIONS = {name: getattr(_operator, name) for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")}


def _negative(own):
    if isinstance(own, bool_):
        raise TypeError(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
            "function instead."
        )
    _faults.tell("over", "scalar negative")
    return scalar(-own._tensor())


def _absolute(own):
    _faults.tell("over", "scalar absolute")
    return scalar(abs(own._tensor()))


def _inverted(own):
    raise TypeError(
        "ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported "
        "types according to the casting rule ''safe''"
    )


_OF_ONE = {"neg": _negative, "abs": _absolute, "invert": _inverted}
_family = _scalars.Family(_numbers.CLASSES, _general)
for _kind_of_number in _numbers.SCALARS.values():
    _kind_of_number._family = _family
