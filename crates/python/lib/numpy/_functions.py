"""What the functions compute that work value by value, and the table of all: `UFUNCS`.

Not `out`, `where` or `reduce`, which all have in common (`_universal`). Start reading at `UFUNCS`.
"""

import math
import operator

import _torch
from _scalars import NUMBERS
from numpy import _ufunc
from numpy._array import ndarray, operand, wrap
from numpy._create import tensor_of
from numpy._errors import UFuncTypeError
from numpy._numbers import float64
from numpy._types import dtype as dtype_of
from numpy._universal import UNSUPPORTED, ufunc

# The floats that whole numbers become in sines and roots.
_FLOATS = {
    "bool": "float16",
    "int8": "float16",
    "uint8": "float16",
    "int16": "float32",
    "int32": "float64",
    "int64": "float64",
}


def _number(x):
    if type(x) is ndarray:
        return x._kindling_tensor
    if type(x) is float or type(x) is float64:
        return _torch.tensor(float(x), dtype=_torch.float64)
    return x if isinstance(x, _torch.Tensor) else tensor_of(x)


def as_floats(x):
    """Numbers as floats: of 64 bits, or of as many as small whole numbers need."""
    tensor = _number(x)
    if tensor.is_floating_point():
        return tensor
    return tensor.to(dtype_of(_FLOATS[dtype_of(tensor.dtype).name])._torch)


def _of_floats(function):
    return lambda x: function(as_floats(x))


def _scaled(over, under):
    """Times a quotient, which has the numbers' precision; that of halves is floats'."""

    def compute(x):
        tensor = as_floats(x)
        wide = tensor.float() if tensor.dtype is _torch.float16 else tensor
        factor = _torch.tensor(over, dtype=wide.dtype) / _torch.tensor(under, dtype=wide.dtype)
        return (wide * factor).to(tensor.dtype)

    return compute


def _by_python(function):
    """Of one float at a time, for what tensors have no function for."""

    def compute(x):
        tensor = as_floats(x)
        values = []
        for value in tensor.reshape(-1).tolist():
            try:
                values.append(function(value))
            except ValueError:
                values.append(math.nan)
        return _torch.tensor(values, dtype=_torch.float64).to(tensor.dtype).reshape(tensor.shape)

    return compute


def _whole(function):
    """Whole numbers stay as they are."""

    def compute(x):
        tensor = _number(x)
        return function(tensor) if tensor.is_floating_point() else tensor.clone()

    return compute


def _no_bool(x):
    """A number, or a bool as the smallest whole number."""
    tensor = _number(x)
    return tensor.to(_torch.int8) if tensor.dtype is _torch.bool else tensor


def _size(x):
    tensor = _number(x)
    return tensor.clone() if tensor.dtype is _torch.bool else _torch.abs(tensor)


def _no_truths(name, function):
    """A function that there is none of for truths."""

    def compute(x):
        if _number(x).dtype is _torch.bool:
            raise UFuncTypeError(
                f"ufunc '{name}' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None"
            )
        return function(x)

    return compute


def _unchecked(x):
    return _number(x).clone()


def _negative(x):
    x = operand(x)
    return (
        -_torch.tensor(x)
        if isinstance(x, int)
        else -(x if isinstance(x, ndarray) else wrap(tensor_of(x)))
    )


def _inverted(x):
    return ~ndarray(tensor_of(x))


def _signbit(x):
    tensor = as_floats(x)
    return _torch.where(tensor == 0, 1 / tensor < 0, tensor < 0)


def _by_operator(name):
    function = getattr(operator, {"and": "and_", "or": "or_"}.get(name, name))

    def compute(a, b):
        a, b = _array_operand(a), _array_operand(b)
        if not isinstance(a, (ndarray, NUMBERS)) or not isinstance(b, (ndarray, NUMBERS)):
            raise TypeError(UNSUPPORTED.format(name))
        if hasattr(a, "_pool") or hasattr(b, "_pool"):
            return function(a, b)
        return _ufunc.operate(name, a, b)

    return compute


def _array_operand(value):
    if isinstance(value, (list, tuple, str)) or value is None:
        from numpy import asarray

        return asarray(value)
    return value


def _together(function):
    """Of two operands in the dtype that both go with."""

    name = function.__name__

    def compute(a, b):
        found = _ufunc.at_once(name, a, b)
        return function(*common(a, b)) if found is None else found

    return compute


def _rest(a, b):
    """The rest of a division, with the sign of what is divided; of whole numbers by 0 it is 0."""
    if a.is_floating_point():
        return _torch.fmod(a, b)
    found = _torch.fmod(a, _torch.where(b == 0, 1, b))
    return _torch.where(b == 0, 0, found)


def common(a, b):
    """Two operands as tensors of the dtype that both go with.

    Raises:
        ValueError: for shapes that do not go together.
    """
    a, b = (_array_operand(value) for value in (a, b))
    kind = _ufunc.promoted(_ufunc.kind_of(a), _ufunc.kind_of(b))
    a, b = _ufunc.as_tensor(a, kind), _ufunc.as_tensor(b, kind)
    if tuple(a.shape) != tuple(b.shape):
        from numpy._errors import broadcast_shape

        broadcast_shape([tuple(a.shape), tuple(b.shape)])
    return a, b


def _floats_together(function):
    def compute(a, b):
        a, b = _torch.broadcast_tensors(*common(a, b))
        return function(as_floats(a), as_floats(b))

    return compute


def _ignoring_nan(name):
    function = getattr(_torch, name)

    def compute(a, b):
        a, b = _torch.broadcast_tensors(*common(a, b))
        if not a.is_floating_point():
            return function(a, b)
        return _torch.where(a.isnan(), b, _torch.where(b.isnan(), a, function(a, b)))

    return compute


def _logical(function):
    def compute(*values):
        tensors = [tensor_of(value).bool() for value in values]
        try:
            return function(*tensors)
        except RuntimeError:
            from numpy._errors import broadcast_shape

            broadcast_shape([tuple(each.shape) for each in tensors])
            raise

    return compute


def _whole_pairs(function):
    def compute(a, b):
        a, b = _torch.broadcast_tensors(*common(a, b))
        found = [function(x, y) for x, y in zip(a.reshape(-1).tolist(), b.reshape(-1).tolist())]
        return _torch.tensor(found, dtype=a.dtype).reshape(a.shape)

    return compute


def _log_sum(base):
    def compute(a, b):
        most, least = _torch.maximum(a, b), _torch.minimum(a, b)
        if base == 2:
            return most + _torch.log1p(_torch.exp2(least - most)) / math.log(2)
        return most + _torch.log1p(_torch.exp(least - most))

    return compute


def _step(x, at_zero):
    found = _torch.where(x == 0, at_zero, (x > 0).to(x.dtype))
    return _torch.where(x.isnan(), x, found)


def _cube_root(value):
    root = math.copysign(abs(value) ** (1 / 3), value)
    # A step of Newton's: the power is off in the last place.
    return root - (root * root * root - value) / (3 * root * root) if root and math.isfinite(value) else root


# What tensors have by the same name.
_OF_TENSORS = "exp exp2 expm1 log log2 log10 log1p sqrt sin cos tan sinh cosh tanh".split()
_UNARY = {
    **{name: _of_floats(getattr(_torch, name)) for name in _OF_TENSORS},
    **{"arc" + name: _of_floats(getattr(_torch, "a" + name)) for name in ("sin", "cos", "tan")},
    "arcsinh": _by_python(lambda x: math.copysign(math.log1p(abs(x) + x * x / (1 + math.hypot(1, x))), x)),
    "arccosh": _by_python(lambda x: math.log1p(x - 1 + math.sqrt(2 * (x - 1) + (x - 1) ** 2))),
    "arctanh": _of_floats(lambda x: 0.5 * _torch.log1p(2 * x / (1 - x))),
    **{
        name: (lambda function: lambda x: function(_number(x)))(getattr(_torch, name))
        for name in ("isnan", "isinf", "isfinite")
    },
    "sign": _no_truths("sign", lambda x: _torch.sign(_number(x))),
    "square": lambda x: _torch.square(_no_bool(x)),
    **{name: _whole(getattr(_torch, name)) for name in ("floor", "ceil", "trunc")},
    "absolute": _size,
    "fabs": _of_floats(_torch.abs),
    "rint": lambda x: _torch.round(as_floats(x)),
    "cbrt": _by_python(_cube_root),
    "reciprocal": lambda x: (
        _ufunc.operate("floordiv", 1, ndarray(_no_bool(x)) if _number(x).dtype is _torch.bool else _array_operand(x)) if not _number(x).is_floating_point() else 1 / _number(x)
    ),
    "negative": _negative,
    "positive": _no_truths("positive", _unchecked),
    "conjugate": lambda x: _no_bool(x).clone(),
    "invert": _inverted,
    "signbit": _signbit,
    "logical_not": _logical(_torch.logical_not),
    "deg2rad": _scaled(math.pi, 180.0),
    "rad2deg": _scaled(180.0, math.pi),
}
_BINARY = {
    **{full: _by_operator(short) for short, full in _ufunc._NAMES.items()},
    **{
        full: _by_operator(short)
        for short, full in zip(
            _ufunc._COMPARISONS, ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")
        )
    },
    "maximum": _together(_torch.maximum),
    "minimum": _together(_torch.minimum),
    "fmax": _ignoring_nan("maximum"),
    "fmin": _ignoring_nan("minimum"),
    "fmod": _together(_rest),
    "arctan2": _floats_together(_torch.atan2),
    "hypot": _floats_together(lambda a, b: _torch.sqrt(a * a + b * b)),
    "logaddexp": _floats_together(_log_sum(math.e)),
    "logaddexp2": _floats_together(_log_sum(2)),
    "float_power": lambda a, b: _ufunc.operate(
        "pow", ndarray(tensor_of(a, "float64")), ndarray(tensor_of(b, "float64"))
    ),
    "copysign": _floats_together(lambda a, b: _torch.where(_signbit(b), -a.abs(), a.abs())),
    "heaviside": _floats_together(_step),
    "logical_and": _logical(_torch.logical_and),
    "logical_or": _logical(_torch.logical_or),
    "logical_xor": _logical(_torch.logical_xor),
    "gcd": _whole_pairs(math.gcd),
    "lcm": _whole_pairs(math.lcm),
}
_IDENTITIES = {"add": 0, "multiply": 1, "logical_and": True, "logical_or": False}
UFUNCS = {name: ufunc(name, compute, 1) for name, compute in _UNARY.items()}
UFUNCS |= {name: ufunc(name, compute, 2, _IDENTITIES.get(name)) for name, compute in _BINARY.items()}
# What floats are given to natively.
for _name in _OF_TENSORS:
    UFUNCS[_name].natively(_name, True)
for _name, _own in {"absolute": "abs", "fabs": "abs", "square": "square", "floor": "floor", "ceil": "ceil", "sign": "sign"}.items():
    UFUNCS[_name].natively(_own, _name == "fabs")
for _name in _BINARY:
    UFUNCS[_name]._is_of_two(_name)
# Other names that numpy has for the same.
for _other, _name in {
    "abs": "absolute", "conj": "conjugate", "bitwise_not": "invert", "bitwise_invert": "invert", "true_divide": "divide",
    "mod": "remainder", "pow": "power", "radians": "deg2rad", "degrees": "rad2deg", "asin": "arcsin", "acos": "arccos",
    "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh",
    "bitwise_left_shift": "left_shift", "bitwise_right_shift": "right_shift",
}.items():
    UFUNCS[_other] = UFUNCS[_name]
