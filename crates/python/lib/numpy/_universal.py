"""`ufunc`: functions that work value by value, with `out`, `where`, `reduce`, `accumulate`, `outer` and `at`.

Not which dtype a result has: that is `_ufunc`'s; nor what each computes: that is `_functions`. Start reading at `ufunc`; the table of all is `_functions.UFUNCS`.
"""

import _torch
from _scalars import NUMBERS
from numpy import _faults, _ufunc
from numpy._array import _like, ndarray, wrap
from numpy._create import NotNumbers, tensor_of
from numpy._errors import UFuncTypeError, checked_axis
from numpy._numbers import float64, int64
from numpy._types import dtype as dtype_of

UNSUPPORTED = (
    "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported types "
    "according to the casting rule ''safe''"
)
# Operands that need no thought.
_PLAIN = frozenset((ndarray, float, int, float64, int64))
# Of these numpy has one function for each dtype, and none of texts; of the others it tries to make numbers of them.
_WITHOUT_TEXTS = frozenset(
    "absolute add conjugate fmax fmin gcd greater_equal lcm maximum minimum multiply negative positive sign square subtract"
    .split()
)


# Functions that are the same as operators, which arrays have at hand.
_OPERATORS = {full: f"__{name}__" for name, full in _ufunc._NAMES.items()}


def _is_text(value):
    return isinstance(value, str) or getattr(getattr(value, "dtype", None), "kind", "") == "U"


class ufunc(_torch._Universal):
    """A function of one or two arrays, value by value."""

    def __init__(self, name, compute, nin, identity=None):
        self.__name__, self._compute, self.nin, self.identity = name, compute, nin, identity
        self.nout, self.nargs = 1, nin + 1
        self._is_watched = name in _faults.WATCHED and name not in _ufunc._NAMES.values()
        self._operator = _OPERATORS.get(name) if nin == 2 else None

    def natively(self, name, takes_whole):
        """Tells by which function tensors have it."""
        self._is_of_one(name, takes_whole, self.__name__ if self._is_watched else None)

    def _call(self, *inputs, out=None, where=True, dtype=None, casting="same_kind", **unknown):
        for each in inputs:
            if hasattr(each, "__array_ufunc__") and each.__array_ufunc__ is not None:
                more = {} if out is None else {"out": out if isinstance(out, tuple) else (out,)}
                more |= {} if where is True else {"where": where}
                return each.__array_ufunc__(self, "__call__", *inputs, **more, **({} if dtype is None else {"dtype": dtype}))
        if unknown:
            raise TypeError(f"{self.__name__}() got an unexpected keyword argument '{next(iter(unknown))}'")
        if casting not in ("same_kind", "unsafe"):
            raise NotImplementedError(f"numpy.{self.__name__}: casting={casting!r} is not built into this numpy")
        if out is None and where is True and dtype is None and len(inputs) == self.nin and _PLAIN.issuperset(map(type, inputs)):
            if self._operator and type(inputs[0]) is ndarray and not self._is_root(inputs):
                return getattr(inputs[0], self._operator)(inputs[1])
            return wrap(self._checked(self._compute(*inputs), inputs))
        if len(inputs) == self.nin + 1 and out is None:
            *inputs, out = inputs
        if len(inputs) != self.nin:
            raise TypeError(
                f"{self.__name__}() takes from {self.nin} to {self.nargs} positional arguments but {len(inputs)} "
                f"{'was' if len(inputs) == 1 else 'were'} given"
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
            from numpy._make import asarray

            if casting != "unsafe":
                self._check_kinds(inputs, dtype_of(dtype))
            inputs = [asarray(value, dtype) for value in inputs]
        found = self._found(inputs)
        if dtype is not None and isinstance(found, _torch.Tensor) and dtype_of(dtype).kind in "bfiu":
            found = found.to(dtype_of(dtype)._torch)
        if casting == "unsafe" and out is not None:
            found = wrap(found).astype((out[0] if isinstance(out, tuple) else out).dtype)
        if out is not None or where is not True:
            return _placed(found, out[0] if isinstance(out, tuple) else out, where, self.__name__)
        if is_tensor:
            return tensor_of(found)
        found = wrap(found)
        if isinstance(found, ndarray) and not found.ndim:
            found = found[()]
        if like is None:
            own = next((value for value in inputs if isinstance(value, ndarray) and type(value) is not ndarray), None)
            return found if own is None else _like(own, found)
        return like(found)

    def _check_kinds(self, inputs, wanted):
        """Floats are not made whole numbers unasked. Functions that answer with truths take any numbers."""
        if wanted.kind not in "iuf":
            return
        from numpy._make import asarray

        for at, value in enumerate(inputs):
            own = asarray(value).dtype
            if own.kind in "biuf" and _ufunc._rank(own.name) > _ufunc._rank(wanted.name):
                raise UFuncTypeError(
                    f"Cannot cast ufunc '{self.__name__}' input {at} from {own!r} to {wanted!r} with casting rule 'same_kind'"
                )

    def _is_root(self, inputs):
        """Whether the operator computes it as another function, which would be the one that warnings name."""
        return self.__name__ == "power" and type(inputs[1]) is not int

    def _found(self, inputs):
        masked = next((value for value in inputs if hasattr(value, "_own_mask")), None)
        if masked is not None:
            return masked._universal(self.__name__, inputs)
        if any(isinstance(value, complex) or getattr(getattr(value, "dtype", None), "kind", "") == "c" for value in inputs):
            from numpy._complex_operators import universal

            return universal(self.__name__, inputs)
        if any(getattr(getattr(value, "dtype", None), "kind", "") in ("m", "M") for value in inputs):
            from numpy._date_arithmetic import universal

            return universal(self.__name__, inputs)
        if any(getattr(value, "_is_wide", False) for value in inputs):
            from numpy._unsigned_arithmetic import universal

            return universal(self, inputs)
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
        if len(inputs) == 1 and inputs[0] is None:
            return TypeError(
                f"loop of ufunc does not support argument 0 of type NoneType which has no callable {self.__name__} method"
            )
        if self.__name__ not in _WITHOUT_TEXTS or not any(map(_is_text, inputs)):
            return TypeError(UNSUPPORTED.format(self.__name__))
        from numpy._make import asarray

        kinds = ", ".join(repr(asarray(value).dtype) for value in inputs)
        return UFuncTypeError(
            f"ufunc '{self.__name__}' did not contain a loop with signature matching types ({kinds}) -> None"
        )

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None):
        """All values along an axis brought together by the function."""
        own = getattr(array, "__array_ufunc__", None)
        if own is not None:
            return own(self, "reduce", array, axis=axis, **({} if out is None else {"out": (out,)}))
        array = _numbers(array, dtype)
        name = _REDUCTIONS.get(self.__name__)
        if name is not None and initial is None:
            found = getattr(array, name)(axis=axis, keepdims=keepdims)
        else:
            found = self._folded(array, axis, keepdims, initial)[-1]
        return found if out is None else _placed(tensor_of(found), out, True, self.__name__)

    def accumulate(self, array, axis=0, dtype=None):
        """As `reduce`, with what there was after each step."""
        array = _numbers(array, dtype)
        if self.__name__ in ("add", "multiply"):
            return array.cumsum(axis) if self.__name__ == "add" else array.cumprod(axis)
        steps = self._folded(array, axis, False, None)
        if not array._is_plain:
            from numpy import stack

            return stack(steps, checked_axis(axis, array.ndim))
        return ndarray(_torch.stack([tensor_of(step) for step in steps], checked_axis(axis, array.ndim)))

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        """As `reduce`, of the parts that begin at indices; where the next begins no later, the one value there."""
        array, starts = _numbers(array, dtype), [int(start) for start in indices]
        axis = checked_axis(axis, array.ndim)
        size = array.shape[axis]
        for start in starts:
            if not 0 <= start < size:
                raise IndexError(f"index {start} out-of-bounds in {self.__name__}.reduceat [0, {size})")
        lines, parts = array.swapaxes(0, axis), []
        for start, end in zip(starts, [*starts[1:], size]):
            parts.append(self.reduce(lines[start:end], 0) if start < end else lines[start])
        found = ndarray(_torch.stack([tensor_of(part) for part in parts])).swapaxes(0, axis)
        return found if out is None else _placed(tensor_of(found), out, True, self.__name__)

    def _folded(self, array, axis, keepdims, initial):
        if axis is None:
            array, axis = array.ravel(), 0
        if self.nin != 2:
            raise ValueError("reduce only supported for binary functions")
        lines = array._kindling_tensor.unbind(checked_axis(axis, array.ndim))
        if not array._is_plain:
            at = checked_axis(axis, array.ndim)
            lines = [array.take(place, at) for place in range(array.shape[at])]
        steps = [wrap(lines[0])] if initial is None else [self(initial, wrap(lines[0]))]
        for line in lines[1:]:
            steps.append(self(steps[-1], wrap(line)))
        if keepdims:
            steps = [ndarray(tensor_of(step).unsqueeze(axis)) for step in steps]
        return steps

    def outer(self, a, b):
        """Each value of a with each of b."""
        a, b = _numbers(a), _numbers(b)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)

    def at(self, a, indices, b=None):
        """In place at indices, once for each time that one is named."""
        if getattr(a, "_is_wide", False):
            values = ndarray(a._values)
            self.at(values, indices, *(() if b is None else (ndarray(tensor_of(b)),)))
            a[...] = values
            return
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


def _numbers(value, dtype=None):
    """What is to be computed with as an array."""
    is_complex = isinstance(value, list) and _has_complex(value) or getattr(getattr(value, "dtype", None), "kind", "") == "c"
    if is_complex or dtype is complex or getattr(value, "_is_wide", False) or dtype is not None and hasattr(dtype_of(dtype), "largest"):
        from numpy._make import asarray

        return asarray(value, dtype)
    return ndarray(tensor_of(value, dtype))


def _has_complex(value):
    """Whether a complex number is in a list of numbers, or in its first row."""
    while value and isinstance(value[0], (list, tuple)):
        value = value[0]
    return any(isinstance(each, complex) for each in value)


def _without_labels(value):
    return (
        value
        if isinstance(value, (ndarray, NUMBERS))
        else value.__array__() if hasattr(value, "__array__") else value
    )


def _placed(found, out, where, name):
    """A result in the array `out`, or in a new one, where `where` says so."""
    if getattr(out, "_is_wide", False) or getattr(found, "_is_wide", False) and where is True and out is not None:
        return _wide_into(found, out, where, name)
    found = tensor_of(found)
    if out is None:
        out = ndarray(_torch.zeros_like(found))
    elif not hasattr(out, "_kindling_tensor"):
        raise TypeError("return arrays must be of ArrayType")
    if getattr(out, "_is_locked", False):
        raise ValueError("output array is read-only")
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


def _wide_into(found, out, where, name):
    """As `_placed`, where one of the two is without a sign and larger than a byte."""
    kind = dtype_of(getattr(found, "dtype", float))
    is_signed = kind.kind == "i" and out.dtype.kind == "u"
    if is_signed or _ufunc._rank(kind.name) > _ufunc._rank(out.dtype.name):
        raise UFuncTypeError(f"Cannot cast ufunc '{name}' output from {kind!r} to {out.dtype!r} with casting rule 'same_kind'")
    from numpy import where as chosen

    out[...] = found if where is True else chosen(where, found, out)
    return out
