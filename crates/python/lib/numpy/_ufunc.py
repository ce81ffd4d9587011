"""Numpy's arithmetic: which dtype a result has, and operations element by element.

Python's own numbers are weak: they take the dtype of what they meet, as far as their kind allows. Start reading at
`operate`.
"""

import _operator

import _torch
from numpy import _faults
from numpy._errors import UFuncTypeError, broadcast_shape
from numpy._types import bool_, dtype, float64, generic, int64, integer, scalar

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


def _strong(a, b):
    if _rank(a) == _rank(b) or "bool" in (a, b):
        return str(_torch.promote_types(dtype(a)._torch, dtype(b)._torch)).partition(".")[2]
    whole, point = (a, b) if _rank(a) == 1 else (b, a)
    # A float has to hold all the integers: those of 8 bits fit in any, those of 16 in 32 bits.
    needed = {"int8": "float16", "uint8": "float16", "int16": "float32"}.get(whole, "float64")
    return max(needed, point, key=lambda name: int(name[5:]))


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
    try:
        return _by_sign(name)(as_tensor(a, common), as_tensor(b, common))
    except OverflowError:
        return _by_sign(name)(as_tensor(a, "int64"), as_tensor(b, "int64"))


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


# What Python's numbers do by themselves, for loops over numbers.
_PLAIN = {name: getattr(_operator, name) for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", *_COMPARISONS)}
_TRUTH = (bool_(False), bool_(True))


def _by_python(name, plain, a, b):
    """An operation on two of Python's numbers, one of which is float64 or int64, with numpy's answer; None where they differ."""
    is_whole = type(a) in (int, int64) and type(b) in (int, int64)
    a, b = (side if type(side) is int else side.item() if type(side) is int64 else float(side) for side in (a, b))
    if name in ("truediv", "floordiv", "mod") and b == 0 or name == "pow" and (a < 0 or a == 0 and b < 0 or is_whole and b < 0):
        return None
    if name in ("floordiv", "mod") and not is_whole:
        return None
    try:
        found = plain(a, b)
    except OverflowError:
        return None
    if name in _COMPARISONS:
        return _TRUTH[found]
    if type(found) is float:
        # Numbers too large are told of elsewhere.
        return float64(found) if found - found == 0 else None
    return int64(found) if -(2**63) <= found < 2**63 else None


# Whole numbers that grow too large by these begin again at the other end.
_WRAPPING = ("add", "sub", "mul")


def _scalar_operator(name, swap):
    """The method of numpy's scalars; arrays, tensors and other objects answer for themselves."""
    plain, own, beside = _PLAIN.get(name), (float64, int64), (float, int, float64, int64)

    def apply(self, other):
        if plain is not None and type(self) in own and type(other) in beside:
            found = _by_python(name, plain, other, self) if swap else _by_python(name, plain, self, other)
            if found is not None:
                return found
        if not isinstance(other, (int, float)):
            # A list beside a number is an array; times one, it is what Python makes of it.
            return _beside_rows(name, swap, self, other) if type(other) in (list, tuple) and name != "mul" else NotImplemented
        pair = (other, self) if swap else (self, other)
        found = scalar(operate(name, *pair, told="scalar "))
        if name in _WRAPPING and isinstance(found, integer) and int(found) != plain(*map(int, pair)):
            _faults.tell("over", f"scalar {_NAMES[name]}")
        return found

    apply.__name__ = f"__{'r' if swap else ''}{name}__"
    return apply


def _beside_rows(name, swap, number, rows):
    from numpy import asarray

    return getattr(asarray(number), f"__{'r' if swap else ''}{name}__")(asarray(rows))


def _negative(self):
    if self.dtype.name == "bool":
        raise TypeError(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
            "function instead."
        )
    found = scalar(-self._tensor())
    if isinstance(found, integer) and int(found) != -int(self):
        _faults.tell("over", "scalar negative")
    return found


def _at_once(kind, name, swap, general):
    """The method of float64 or int64 for what needs no thought: a number of the same kind, or Python's, beside it."""
    base = float if kind is float64 else int
    plain = getattr(base, f"__{'r' if swap else ''}{name}__")
    beside = (float64, float, int) if kind is float64 else (int64, int)
    is_power, is_division, is_float = name == "pow", name == "truediv", kind is float64
    if name in _COMPARISONS:

        def apply(self, other):
            return _TRUTH[plain(self, other)] if type(other) in beside else general(self, other)

    elif is_float:
        make = float.__new__

        def apply(self, other):
            if type(other) not in beside or is_division and not (self if swap else other):
                return general(self, other)
            if is_power and (other if swap else self) <= 0:
                return general(self, other)
            try:
                found = plain(self, other)
            except OverflowError:
                return general(self, other)
            return make(float64, found) if found - found == 0 else general(self, other)

    else:
        make = int.__new__

        def apply(self, other):
            if type(other) not in beside:
                return general(self, other)
            found = plain(self, other)
            return make(int64, found) if -(2**63) <= found < 2**63 else general(self, other)

    apply.__name__ = general.__name__
    return apply


for _name in (*_NAMES, *_COMPARISONS):
    for _swap in (False, True) if _name in _NAMES else (False,):
        _sign, _general = f"__{'r' if _swap else ''}{_name}__", _scalar_operator(_name, _swap)
        setattr(generic, _sign, _general)
        if _name in ("add", "sub", "mul", *_COMPARISONS):
            setattr(int64, _sign, _at_once(int64, _name, _swap, _general))
        if _name in ("add", "sub", "mul", "truediv", "pow", *_COMPARISONS):
            setattr(float64, _sign, _at_once(float64, _name, _swap, _general))
generic.__hash__ = lambda self: hash(self.item())
generic.__neg__ = _negative
generic.__divmod__ = lambda self, other: (self // other, self % other)
generic.__rdivmod__ = lambda self, other: (other // self, other % self)
generic.__pos__ = lambda self: self
generic.__abs__ = lambda self: scalar(abs(self._tensor()))
generic.__invert__ = lambda self: scalar(~self._tensor())
generic.__bool__ = lambda self: bool(self.item())
# Python's own numbers answer these alike.
for _kind_of_number, _base in ((float64, float), (int64, int)):
    for _sign in ("__hash__", "__bool__"):
        setattr(_kind_of_number, _sign, getattr(_base, _sign))
float64.__neg__ = lambda self: float.__new__(float64, float.__neg__(self))
float64.__abs__ = lambda self: float.__new__(float64, float.__abs__(self))
