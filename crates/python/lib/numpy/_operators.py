"""The operators of arrays: `a + b`, `a += b`, `a < b`, and what is said of operands that go with no number.

What it is not: which dtype a result has; that is `_ufunc`'s. Start reading at `_operator`.
"""

import _torch
from numpy import _faults, _ufunc
from numpy._array import _like, ndarray, operand, wrap
from numpy._errors import NotNumbers, UFuncTypeError
from numpy._numbers import CLASSES
from numpy._universal import ufunc


def _operator(name, swap):
    def apply(self, other):
        try:
            other, given = operand(other), other
        except NotNumbers:
            return _beside_objects(name, swap, self, other)
        if other is None:
            return _by_kind(name, swap, self, given)
        return wrap(_ufunc.operate(name, other, self) if swap else _ufunc.operate(name, self, other))

    apply.__name__ = f"__{'r' if swap else ''}{name}__"
    return apply


_SIGNS = {
    "sub": "-",
    "mul": "*",
    "floordiv": "//",
    "mod": "%",
    "pow": "** or pow()",
    "and": "&",
    "or": "|",
    "xor": "^",
    "matmul": "@",
    "lshift": "<<",
    "rshift": ">>",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
}
_COMPARED = {"eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}
_FULL = {"lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"}
_BESIDE_TENSOR = {
    "add": (
        "Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. Please do not rely on "
        "this error; it may not be given on all Python implementations."
    )
}


def _beside_tensor(name):
    """What is said of an array with a tensor on its right: numpy leaves the answer to tensors, which have none."""
    if name in _ufunc._COMPARISONS:
        return f"'{_SIGNS[name]}' not supported between instances of 'numpy.ndarray' and 'Tensor'"
    return f"unsupported operand type(s) for {_SIGNS[name]}: 'numpy.ndarray' and 'Tensor'"


def _beside_objects(name, swap, array, others):
    """With a list of what no tensor is for, as complex numbers and texts: with an array of those."""
    import operator

    from numpy._make import asarray

    others = asarray(others)
    return getattr(operator, f"__{name}__")(*((others, array) if swap else (array, others)))


def _by_kind(name, swap, array, other):
    """For operands that no tensor is for: complex numbers; texts, which are equal to no number. Others answer."""
    if getattr(other, "_is_wide", False):
        return _ufunc.wide(name, array, other, swap)
    if isinstance(other, complex) or getattr(getattr(other, "dtype", None), "kind", "") == "c" and not isinstance(other, ndarray):
        from numpy._complex_operators import operated

        return operated(name, other, array) if swap else operated(name, array, other)
    if isinstance(other, _torch.Tensor) and not swap and name not in ("truediv", "eq", "ne"):
        raise TypeError(_BESIDE_TENSOR[name] if name in _BESIDE_TENSOR else _beside_tensor(name))
    if (isinstance(other, str) or other is None) and name in ("eq", "ne"):
        return ndarray(_torch.full(array.shape, name == "ne", dtype=_torch.bool))
    if isinstance(other, str) and name in _ufunc._COMPARISONS:
        title = array.dtype.name.capitalize().replace("Uint", "UInt")
        raise UFuncTypeError(
            f"ufunc '{_FULL[name]}' did not contain a loop with signature matching types (<class 'numpy.dtypes.{title}DType'>, "
            "<class 'numpy.dtypes.StrDType'>) -> None"
        )
    if isinstance(other, str) and name in _ufunc._NAMES:
        kinds = [f"dtype('{array.dtype}')", f"dtype('<U{max(len(other), 1)}')"]
        told = ", ".join(reversed(kinds) if swap else kinds)
        raise UFuncTypeError(
            f"ufunc '{_ufunc._NAMES[name]}' did not contain a loop with signature matching types ({told}) -> None"
        )
    if other is None and name in _ufunc._NAMES:
        sides = [type(array.ravel()[0].item()).__name__ if array.size else "float", "NoneType"]
        first, second = reversed(sides) if swap else sides
        sign = {"add": "+", "truediv": "/"}.get(name) or _SIGNS[name]
        raise TypeError(f"unsupported operand type(s) for {sign}: '{first}' and '{second}'")
    return NotImplemented


def _in_place(name):
    def apply(self, other):
        other, given = operand(other), other
        if getattr(given, "_is_wide", False):
            from numpy._unsigned_arithmetic import into

            return into(name, self, given)
        if other is None:
            return NotImplemented
        _ufunc.write(name, self, other)
        return self

    apply.__name__ = f"__i{name}__"
    return apply


_IN_PLACE = {name: _in_place(name) for name in _ufunc._NAMES}
_OPERATORS = {name: (_operator(name, False), _operator(name, True)) for name in (*_ufunc._NAMES, *_ufunc._COMPARISONS)}
_OPERATORS["matmul"] = (ndarray._times_matrix, ndarray._matrix_times)


def _signed(name, own, other, is_reflected):
    for each in (own, other):
        if type(each) is not ndarray and getattr(each, "__array_ufunc__", None) is not None:
            import numpy

            function = getattr(numpy, _ufunc._NAMES.get(name) or _COMPARED.get(name, name))
            return function(*((other, own) if is_reflected else (own, other)))
    found = _OPERATORS[name][is_reflected](own, other)
    # Beside a program's own class of arrays, that is the class.
    source = other if type(own) is ndarray and isinstance(other, ndarray) else own
    return found if type(source) is ndarray else _like(source, found)


ndarray._arrays = ufunc._arrays = _torch._Arrays(
    ndarray,
    CLASSES,
    _signed,
    lambda name, own, other: _IN_PLACE[name](own, other),
    ndarray._item,
    ndarray._set_item,
    _faults.checked,
)
