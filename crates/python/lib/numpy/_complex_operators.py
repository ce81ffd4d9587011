"""Arithmetic of complex arrays, and functions of them value by value.

What it is not: the arrays (`_complex`), or their order (`_complex_orders`). Start reading at `operated` and `universal`.
"""

import cmath
import math

import _torch
from _scalars import NUMBERS
from numpy._array import ndarray, wrap
from numpy._complex import _joined, as_complex, complexes, from_lists
from numpy._complex_numbers import complex128
from numpy._errors import broadcast_shape
from numpy._make import asarray
from numpy._numbers import float64, generic


def _add(a, b):
    return complexes(a._re + b._re, a._im + b._im)


def _subtract(a, b):
    return complexes(a._re - b._re, a._im - b._im)


def _multiply(a, b):
    return complexes(a._re * b._re - a._im * b._im, a._re * b._im + a._im * b._re)


def _divide(a, b):
    """By Smith's method, as numpy divides: the larger part of the divisor is divided by first."""
    is_real = b._re.abs() >= b._im.abs()
    most, least = _torch.where(is_real, b._re, b._im), _torch.where(is_real, b._im, b._re)
    share = _torch.where(most == 0, _torch.zeros_like(most), least / most)
    scale = 1.0 / (most + least * share)
    re = _torch.where(is_real, a._re + a._im * share, a._re * share + a._im) * scale
    im = _torch.where(is_real, a._im - a._re * share, a._im * share - a._re) * scale
    return complexes(re, im)


def _power(a, b):
    shape = broadcast_shape([a.shape, b.shape])
    numbers = [
        complexes(_torch.broadcast_to(each._re, shape), _torch.broadcast_to(each._im, shape))._numbers()
        for each in (a, b)
    ]
    found = [x ** (int(y.real) if y.imag == 0 and y.real == int(y.real) else y) for x, y in zip(*numbers)]
    return from_lists(found).reshape(shape)


def _matmul(a, b):
    real, imag = (ndarray(part) for part in (b._re, b._im))
    re, im = ndarray(a._re), ndarray(a._im)
    return _joined(re @ real - im @ imag, re @ imag + im @ real)


def _equal(a, b):
    return wrap((a._re == b._re) & (a._im == b._im))


def _before(a, b, or_equal=False):
    from numpy._complex_orders import less

    return wrap(less(a, b, or_equal))


def _refused(name):
    def apply(a, b):
        raise TypeError(_UNSUPPORTED.format(name))

    return apply


def _chosen(name):
    def apply(a, b):
        from numpy._complex_orders import chosen

        return chosen(name, a, b)

    return apply


_UNSUPPORTED = (
    "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported types "
    "according to the casting rule ''safe''"
)
_OPERATORS = {
    "add": _add, "sub": _subtract, "mul": _multiply, "truediv": _divide, "pow": _power, "matmul": _matmul, "eq": _equal,
    "ne": lambda a, b: ~_equal(a, b), "lt": _before, "le": lambda a, b: _before(a, b, True), "gt": lambda a, b: _before(b, a),
    "ge": lambda a, b: _before(b, a, True), "floordiv": _refused("floor_divide"), "mod": _refused("remainder"),
    "divmod": _refused("divmod"),
}  # fmt: skip
_FUNCTIONS = {**_OPERATORS, **{name: _chosen(name) for name in ("maximum", "minimum", "fmax", "fmin")}}
_OF_TRUTHS = ("eq", "ne", "lt", "le", "gt", "ge")


def _operand(value):
    if getattr(value, "_is_wide", False):
        value = value.astype("float64")
    if isinstance(value, (complex, NUMBERS, ndarray)) or hasattr(value, "_tensor"):
        return as_complex(value)
    return as_complex(asarray(value))


def _is_double(given, operand):
    """Whether an operand's parts have 64 bits, and it was no small number that takes those of the other."""
    if operand._re.dtype is not _torch.float64:
        return False
    return type(given) is ndarray and given._kindling_tensor.dtype is _torch.float64 or type(given) in _DOUBLE or (
        isinstance(given, complexes)
    )


_DOUBLE = frozenset((int, float, complex, float64, complex128))


def operated(name, a, b):
    """`a + b` for the name `add`, and so on, for complex operands."""
    x, y = _operand(a), _operand(b)
    if name not in _OF_TRUTHS and not all(map(_is_double, (a, b), (x, y))):
        from numpy._kinds import result_type

        kind = result_type(*(side if isinstance(side, (NUMBERS, complex, generic, ndarray)) else own for side, own in ((a, x), (b, y))))
        x, y = x.astype(kind), y.astype(kind)
    found = _FUNCTIONS[name](x, y)
    found = found.astype(x.dtype) if isinstance(found, complexes) else found
    return found[()] if isinstance(found, complexes) and not found.ndim else found


# Functions value by value


def absolute(z):
    """The distance from zero, without overflow."""
    x, y = z._re.abs(), z._im.abs()
    most, least = _torch.maximum(x, y), _torch.minimum(x, y)
    flat = [math.hypot(a, b) for a, b in zip(most.reshape(-1).tolist(), least.reshape(-1).tolist())]
    return _torch.tensor(flat, dtype=z._re.dtype).reshape(z._re.shape)


def _sign(z):
    from numpy._complex_orders import sign

    return sign(z)


def _each(function):
    return lambda z: from_lists([function(number) for number in z._numbers()], z.dtype).reshape(z.shape)


UNARY = {
    "absolute": lambda z: wrap(absolute(z)),
    "conjugate": complexes.conj,
    "negative": complexes.__neg__,
    "positive": complexes.copy,
    "square": lambda z: _multiply(z, z),
    "isnan": lambda z: wrap(z._re.isnan() | z._im.isnan()),
    "isfinite": lambda z: wrap(z._re.isfinite() & z._im.isfinite()),
    **{
        name: _each(getattr(cmath, name))
        for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "log10")
    },
    **{"arc" + name[1:]: _each(getattr(cmath, name)) for name in ("asin", "acos", "atan", "asinh", "acosh", "atanh")},
    "exp2": _each(lambda z: 2**z),
    "log2": _each(lambda z: cmath.log(z) / math.log(2)),
    "isinf": lambda z: wrap(z._re.isinf() | z._im.isinf()),
    "reciprocal": lambda z: _divide(as_complex(1.0), z),
    "rint": lambda z: z.round(),
    "sign": lambda z: _sign(z),
    "logical_not": lambda z: z == 0,
}
BINARY = {
    "add": "add",
    "subtract": "sub",
    "multiply": "mul",
    "divide": "truediv",
    "power": "pow",
    "equal": "eq",
    "not_equal": "ne",
    "less": "lt",
    "less_equal": "le",
    "greater": "gt",
    "greater_equal": "ge",
    "float_power": "pow",
    **{name: name for name in ("maximum", "minimum", "fmax", "fmin")},
}


def universal(name, inputs):
    """What the function of a name makes of inputs of which one is complex."""
    if len(inputs) == 1 and name in UNARY:
        found = UNARY[name](_operand(inputs[0]))
        return found[()] if isinstance(found, complexes) and not found.ndim else found
    if len(inputs) == 2 and name in BINARY:
        return operated(BINARY[name], *inputs)
    if name in ("logical_and", "logical_or", "logical_xor"):
        from numpy import UFUNCS

        return UFUNCS[name](*(_operand(each) != 0 for each in inputs))
    raise TypeError(_UNSUPPORTED.format(name))
