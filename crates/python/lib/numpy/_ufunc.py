"""Numpy's arithmetic: which dtype a result has, and operations element by element.

Python's own numbers are weak: they take the dtype of what they meet, as far as their kind allows. Start reading at
`operate`.
"""

import _torch
from numpy._errors import UFuncTypeError, broadcast_shape
from numpy._types import dtype, float64, generic, scalar

# By what numpy calls the operations in its messages.
_NAMES = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
    "lshift": "left_shift", "rshift": "right_shift",
}
_COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
_BITS = ("and", "or", "xor", "lshift", "rshift")
_KINDS = "bif"


_SAME = {"add": _torch.add, "sub": _torch.sub, "mul": _torch.mul, "truediv": _torch.div}


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


def _at_once(plain, a, b, output):
    """What needs no thought, and most operands are: floats of one dtype and shape, or with a number of Python. Else None."""
    x = a._kindling_tensor if getattr(a, "_is_plain", False) else a
    y = b._kindling_tensor if getattr(b, "_is_plain", False) else b
    if x is not a and y is not b:
        is_same = x.dtype is y.dtype and x.is_floating_point() and x.shape == y.shape
        return plain(x, y) if is_same and output in (None, a.shape) else None
    if x is not a and type(b) in (float, int) and x.is_floating_point():
        return plain(x, _torch.tensor(b, dtype=x.dtype)) if output in (None, a.shape) else None
    if y is not b and type(a) in (float, int) and y.is_floating_point():
        return plain(_torch.tensor(a, dtype=y.dtype), y) if output in (None, b.shape) else None
    return None


def operate(name, a, b, output=None):
    """`a + b` for the name `add`, and so on: a tensor. `output` is the shape that it has to have.

    Raises:
        ValueError: for shapes that do not go together.
        TypeError: for kinds that the operation is not for.
    """
    plain = _SAME.get(name)
    if plain is not None:
        found = _at_once(plain, a, b, output)
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
            return _divided(name, a, b)
        if name == "pow" and bool((b < 0).any()):
            raise ValueError("Integers to negative integer powers are not allowed.")
    found = _by_sign(name)(a, b)
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


def _divided(name, a, b):
    """Numpy divides integers by 0 to 0."""
    is_zero = b == 0
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


# What Python's floats do by themselves, for loops over numbers.
_PLAIN = {"add": float.__add__, "sub": float.__sub__, "mul": float.__mul__}


def _scalar_operator(name, swap):
    """The method of numpy's scalars; arrays, tensors and other objects answer for themselves."""
    plain = None if swap else _PLAIN.get(name)

    def apply(self, other):
        if plain is not None and type(self) is float64 and type(other) in (float, float64):
            return float64(plain(self, other))
        if not isinstance(other, (int, float)):
            return NotImplemented
        return scalar(operate(name, other, self) if swap else operate(name, self, other))

    apply.__name__ = f"__{'r' if swap else ''}{name}__"
    return apply


def _negative(self):
    if self.dtype.name == "bool":
        raise TypeError(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
            "function instead."
        )
    return scalar(-self._tensor())


for _name in _NAMES:
    setattr(generic, f"__{_name}__", _scalar_operator(_name, False))
    setattr(generic, f"__r{_name}__", _scalar_operator(_name, True))
for _name in _COMPARISONS:
    setattr(generic, f"__{_name}__", _scalar_operator(_name, False))
generic.__hash__ = lambda self: hash(self.item())
generic.__neg__ = _negative
generic.__pos__ = lambda self: self
generic.__abs__ = lambda self: scalar(abs(self._tensor()))
generic.__invert__ = lambda self: scalar(~self._tensor())
generic.__bool__ = lambda self: bool(self.item())
