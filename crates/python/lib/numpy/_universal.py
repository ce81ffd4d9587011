"""`ufunc`: functions that work value by value, with `out`, `where`, `reduce`, `accumulate`, `outer` and `at`.

Not which dtype a result has: that is `_ufunc`'s. Start reading at `ufunc`; the table of all is `UFUNCS`.
"""

import math
import operator

import _torch
from numpy import _faults, _ufunc
from numpy._array import ndarray, operand, wrap
from numpy._create import NotNumbers, tensor_of
from numpy._errors import UFuncTypeError, checked_axis
from numpy._types import dtype as dtype_of, float64, int64

_UNSUPPORTED = (
    "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported types "
    "according to the casting rule ''safe''"
)
# The floats that whole numbers become in sines and roots.
_FLOATS = {
    "bool": "float16",
    "int8": "float16",
    "uint8": "float16",
    "int16": "float32",
    "int32": "float64",
    "int64": "float64",
}


# Operands that need no thought.
_PLAIN = frozenset((ndarray, float, int, float64, int64))
# Of these numpy has one function for each dtype, and none of texts; of the others it tries to make numbers of them.
_WITHOUT_TEXTS = frozenset(
    "absolute add conjugate fmax fmin gcd greater_equal lcm maximum minimum multiply negative positive sign square subtract"
    .split()
)


def _is_text(value):
    return isinstance(value, str) or getattr(getattr(value, "dtype", None), "kind", "") == "U"


class ufunc:
    """A function of one or two arrays, value by value."""

    def __init__(self, name, compute, nin, identity=None):
        self.__name__, self._compute, self.nin, self.identity = name, compute, nin, identity
        self.nout, self.nargs = 1, nin + 1
        self._is_watched = name in _faults.WATCHED and name not in _ufunc._NAMES.values()

    def __call__(self, *inputs, out=None, where=True, dtype=None, casting="same_kind"):
        if out is None and where is True and dtype is None and len(inputs) == self.nin and _PLAIN.issuperset(map(type, inputs)):
            return wrap(self._checked(self._compute(*inputs), inputs))
        if len(inputs) == self.nin + 1 and out is None:
            *inputs, out = inputs
        if len(inputs) != self.nin:
            raise TypeError(
                f"{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but {len(inputs)} were given"
            )
        like = next((value.__array_wrap__ for value in inputs if hasattr(value, "__array_wrap__")), None)
        if like is not None:
            inputs = [_without_labels(value) for value in inputs]
        if any(isinstance(value, list) and _has_complex(value) for value in inputs):
            from numpy._make import asarray

            inputs = [asarray(value) if isinstance(value, list) else value for value in inputs]
        is_tensor = any(isinstance(value, _torch.Tensor) for value in inputs)
        if is_tensor:
            inputs = [value.numpy() if isinstance(value, _torch.Tensor) else value for value in inputs]
        if dtype is not None:
            inputs = [ndarray(tensor_of(value, dtype)) for value in inputs]
        found = self._found(inputs)
        if dtype is not None and isinstance(found, _torch.Tensor):
            found = found.to(dtype_of(dtype)._torch)
        if out is not None or where is not True:
            return _placed(found, out[0] if isinstance(out, tuple) else out, where, self.__name__)
        if is_tensor:
            return tensor_of(found)
        found = wrap(found)
        if isinstance(found, ndarray) and not found.ndim:
            found = found[()]
        return found if like is None else like(found)

    def _found(self, inputs):
        masked = next((value for value in inputs if hasattr(value, "_own_mask")), None)
        if masked is not None:
            return masked._universal(self.__name__, inputs)
        if any(isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c" for value in inputs):
            from numpy._complex import universal

            return universal(self.__name__, inputs)
        if any(getattr(getattr(value, "dtype", None), "kind", "") in ("m", "M") for value in inputs):
            from numpy._date_arithmetic import universal

            return universal(self.__name__, inputs)
        try:
            return self._checked(self._compute(*inputs), inputs)
        except NotNumbers:
            raise self._refusal(inputs) from None
        except TypeError:
            if any(map(_is_text, inputs)):
                raise self._refusal(inputs) from None
            raise

    def _checked(self, found, inputs):
        """What was found; tells of what went wrong, where the arithmetic's operators have not."""
        if not self._is_watched or type(found) is not _torch.Tensor or _torch._all_finite(found):
            return found
        return _faults.checked(self.__name__, found, *map(tensor_of, inputs))

    def _refusal(self, inputs):
        """What is said of texts: of some functions that there is none of them, of others that texts are no numbers."""
        if self.__name__ not in _WITHOUT_TEXTS or not any(map(_is_text, inputs)):
            return TypeError(_UNSUPPORTED.format(self.__name__))
        from numpy._make import asarray

        kinds = ", ".join(repr(asarray(value).dtype) for value in inputs)
        return UFuncTypeError(
            f"ufunc '{self.__name__}' did not contain a loop with signature matching types ({kinds}) -> None"
        )

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None):
        """All values along an axis brought together by the function."""
        array = ndarray(tensor_of(array, dtype))
        name = _REDUCTIONS.get(self.__name__)
        if name is not None and initial is None:
            found = getattr(array, name)(axis=axis, keepdims=keepdims)
        else:
            found = self._folded(array, axis, keepdims, initial)[-1]
        return found if out is None else _placed(tensor_of(found), out, True, self.__name__)

    def accumulate(self, array, axis=0, dtype=None):
        """As `reduce`, with what there was after each step."""
        array = ndarray(tensor_of(array, dtype))
        if self.__name__ in ("add", "multiply"):
            return array.cumsum(axis) if self.__name__ == "add" else array.cumprod(axis)
        steps = self._folded(array, axis, False, None)
        return ndarray(_torch.stack([tensor_of(step) for step in steps], checked_axis(axis, array.ndim)))

    def _folded(self, array, axis, keepdims, initial):
        if axis is None:
            array, axis = array.ravel(), 0
        if self.nin != 2:
            raise ValueError("reduce only supported for binary functions")
        lines = array._kindling_tensor.unbind(checked_axis(axis, array.ndim))
        steps = [wrap(lines[0])] if initial is None else [self(initial, wrap(lines[0]))]
        for line in lines[1:]:
            steps.append(self(steps[-1], wrap(line)))
        if keepdims:
            steps = [ndarray(tensor_of(step).unsqueeze(axis)) for step in steps]
        return steps

    def outer(self, a, b):
        """Each value of a with each of b."""
        a, b = ndarray(tensor_of(a)), ndarray(tensor_of(b))
        return self(a.reshape(a.shape + (1,) * b.ndim), b)

    def at(self, a, indices, b=None):
        """In place at indices, once for each time that one is named."""
        found = ndarray(_torch.arange(a.size).reshape(a.shape))[indices]
        places = found.ravel()._kindling_tensor if isinstance(found, ndarray) else _torch.tensor([int(found)])
        flat = a._kindling_tensor.reshape(-1)
        # Values stretch to what the indices choose: numbers, or whole lines.
        try:
            values = None if b is None else tensor_of(b).to(flat.dtype).expand(getattr(found, "shape", ())).reshape(-1)
        except RuntimeError:
            raise ValueError("array is not broadcastable to correct shape") from None
        if self.__name__ in ("add", "subtract"):
            flat = flat.index_add(0, places, values if self.__name__ == "add" else -values)
        else:
            flat = flat.clone()
            for at, place in enumerate(places.tolist()):
                more = () if values is None else (wrap(values[at]),)
                flat[place] = tensor_of(self(wrap(flat[place]), *more)).to(flat.dtype)
        a[...] = ndarray(flat.reshape(a.shape))

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"


ufunc.__module__ = "numpy"
_REDUCTIONS = {
    "add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all", "logical_or": "any",
}


def _has_complex(value):
    """Whether a complex number is in a list of numbers, or in its first row."""
    while value and isinstance(value[0], (list, tuple)):
        value = value[0]
    return any(isinstance(each, complex) for each in value)


def _without_labels(value):
    return (
        value
        if isinstance(value, (ndarray, int, float))
        else value.__array__() if hasattr(value, "__array__") else value
    )


def _placed(found, out, where, name):
    """A result in the array `out`, or in a new one, where `where` says so."""
    found = tensor_of(found)
    if out is None:
        out = ndarray(_torch.zeros_like(found))
    elif not hasattr(out, "_kindling_tensor"):
        raise TypeError("return arrays must be of ArrayType")
    if tuple(found.shape) != out.shape and where is True:
        from numpy._errors import broadcast_shape

        found = found.expand(broadcast_shape([tuple(found.shape)], out.shape))
    kind = dtype_of(found.dtype)
    if _ufunc._rank(kind.name) > _ufunc._rank(out.dtype.name):
        raise UFuncTypeError(
            f"Cannot cast ufunc '{name}' output from {kind!r} to {out.dtype!r} with casting rule 'same_kind'"
        )
    if where is not True:
        where = tensor_of(where).bool()
        found = _torch.where(where, found.to(out._kindling_tensor.dtype), out._kindling_tensor)
    out[...] = ndarray(found)
    return out


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


def _unchecked(x):
    return _number(x).clone()


def _negative(x):
    x = operand(x)
    return (
        -_torch.tensor(x)
        if isinstance(x, int) and not hasattr(x, "dtype")
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
        if not isinstance(a, (ndarray, int, float)) or not isinstance(b, (ndarray, int, float)):
            raise TypeError(_UNSUPPORTED.format(name))
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
    return lambda *values: function(*(tensor_of(value).bool() for value in values))


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


_UNARY = {
    **{
        name: _of_floats(getattr(_torch, name))
        for name in (
            "exp",
            "exp2",
            "expm1",
            "log",
            "log2",
            "log10",
            "log1p",
            "sqrt",
            "sin",
            "cos",
            "tan",
            "sinh",
            "cosh",
            "tanh",
        )
    },
    **{"arc" + name: _of_floats(getattr(_torch, "a" + name)) for name in ("sin", "cos", "tan")},
    "arcsinh": _by_python(lambda x: math.copysign(math.log1p(abs(x) + x * x / (1 + math.hypot(1, x))), x)),
    "arccosh": _by_python(lambda x: math.log1p(x - 1 + math.sqrt(2 * (x - 1) + (x - 1) ** 2))),
    "arctanh": _of_floats(lambda x: 0.5 * _torch.log1p(2 * x / (1 - x))),
    **{
        name: (lambda function: lambda x: function(_number(x)))(getattr(_torch, name))
        for name in ("sign", "isnan", "isinf", "isfinite")
    },
    "square": lambda x: _torch.square(_no_bool(x)),
    **{name: _whole(getattr(_torch, name)) for name in ("floor", "ceil", "trunc")},
    "absolute": lambda x: _torch.abs(_number(x)),
    "fabs": _of_floats(_torch.abs),
    "rint": lambda x: _torch.round(as_floats(x)),
    "cbrt": _by_python(_cube_root),
    "reciprocal": lambda x: (
        _ufunc.operate("floordiv", 1, _array_operand(x)) if not _number(x).is_floating_point() else 1 / _number(x)
    ),
    "negative": _negative,
    "positive": _unchecked,
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
# Other names that numpy has for the same.
for _other, _name in {
    "abs": "absolute", "conj": "conjugate", "bitwise_not": "invert", "bitwise_invert": "invert", "true_divide": "divide",
    "mod": "remainder", "pow": "power", "radians": "deg2rad", "degrees": "rad2deg", "asin": "arcsin", "acos": "arccos",
    "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh",
    "bitwise_left_shift": "left_shift", "bitwise_right_shift": "right_shift",
}.items():
    UFUNCS[_other] = UFUNCS[_name]
