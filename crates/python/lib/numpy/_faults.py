"""What arithmetic warns of: division by zero, numbers too large, and what is no number; `seterr` says what happens then.

What it is not: the arithmetic. Whoever computed hands over what was found and what of, and where all is finite nothing
more is asked. Start reading at `checked`.
"""

import sys

import _torch

SETTINGS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_TOLD = {"divide": "divide by zero", "over": "overflow", "invalid": "invalid value"}
# Where a function is infinite, though nothing was too large for it.
_POLES = {
    "divide": lambda a, b: b == 0,
    "floor_divide": lambda a, b: b == 0,
    "power": lambda a, b: (a == 0) & (b < 0),
    "float_power": lambda a, b: (a == 0) & (b < 0),
    "reciprocal": lambda a: a == 0,
    "log": lambda a: a == 0,
    "log2": lambda a: a == 0,
    "log10": lambda a: a == 0,
    "log1p": lambda a: a == -1,
    "arctanh": lambda a: a.abs() == 1,
}
WATCHED = frozenset(_POLES) | frozenset(
    "add subtract multiply remainder fmod square exp exp2 expm1 sqrt sin cos tan arcsin arccos arccosh sinh cosh hypot".split()
)
# Who computes on behalf of whoever called; others in this package know what they do.
_COMPUTING = frozenset(
    "numpy numpy._array numpy._faults numpy._functions numpy._methods numpy._numbers numpy._operators numpy._outs "
    "numpy._products numpy._reduce numpy._statistics numpy._types numpy._ufunc numpy._universal numpy._without_nan".split()
)
_OURS = frozenset(
    "numpy pandas sklearn scipy matplotlib mpl_toolkits seaborn torch torchvision torchmetrics torchinfo einops PIL kindling "
    "statistics".split()
)


def checked(name, found, *operands):
    """What the ufunc of that name found, floats; tells of what went wrong.

    The operands are tensors, or numbers. A name may begin with `scalar `.
    """
    if not _torch._all_finite(found):
        _tell(name, found, operands)
    return found


def _tell(name, found, operands):
    sides = [side if isinstance(side, _torch.Tensor) else _torch.tensor(side, dtype=_torch.float64) for side in operands]
    sides = [side if side.is_floating_point() else side.double() for side in sides]
    is_known = _none_of([~side.isfinite() for side in sides])
    pole = _POLES.get(name.removeprefix("scalar "))
    infinite, is_pole = found.isinf() & is_known, False
    if pole is not None:
        is_pole = pole(*sides)
        if bool((infinite & is_pole).any()):
            tell("divide", name)
    if bool((infinite & ~is_pole if pole is not None else infinite).any()):
        tell("over", name)
    if bool((found.isnan() & _none_of([side.isnan() for side in sides])).any()):
        tell("invalid", name)


def divide(found):
    """What dividing by a count is called in a warning."""
    return "divide" if found.dim() else "scalar divide"


def _none_of(masks):
    some = masks[0]
    for mask in masks[1:]:
        some = some | mask
    return ~some


def total(found, tensor, name="reduce"):
    """What a sum, a product or a mean of floats is; tells of one that is not finite though they are."""
    if not _torch._all_finite(found):
        if name == "mean" and not tensor.numel():
            warn("Mean of empty slice")
            tell("invalid", divide(found))
            return found
        name = "accumulate" if name == "accumulate" else "reduce"
        if bool((found.isinf()).any()) and bool(tensor.isfinite().all()):
            tell("over", name)
        if bool(found.isnan().any()) and not bool(tensor.isnan().any()):
            tell("invalid", name)
    return found


def product(name, found, a, b):
    """What a product of matrices is, of two arrays; tells of one that is not finite though they are."""
    if not _torch._all_finite(found):
        if bool(a._kindling_tensor.isfinite().all()) and bool(b._kindling_tensor.isfinite().all()):
            tell("over", name)
    return found


def narrowed(found, tensor):
    """Floats of fewer bits; tells of those that became infinite."""
    if bool((found.isinf() & tensor.isfinite()).any()):
        tell("over", "cast")
    return found


def tell(kind, name):
    """Says what went wrong (`divide`, `over` or `invalid`) in the function of that name, as the settings have it.

    Raises:
        FloatingPointError: where they say so.
    """
    how = SETTINGS[kind]
    if how == "ignore":
        return
    if how == "raise" and _asker() is not None:
        raise FloatingPointError(f"{_TOLD[kind]} encountered in {name}")
    if how == "print" and _asker() is not None:
        print(f"Warning: {_TOLD[kind]} encountered in {name}", file=sys.stderr)
    if how == "warn":
        warn(f"{_TOLD[kind]} encountered in {name}")


def warn(message):
    """Warns where the student's code is; not of what other packages here compute."""
    level = _asker()
    if level is not None:
        import warnings

        warnings.warn(message, RuntimeWarning, stacklevel=level + 1)


def _asker():
    """How many calls lie between `warn` and the student's code; None where none of it asked."""
    frame, level = sys._getframe(2), 1
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name not in _COMPUTING:
            return None if name.partition(".")[0] in _OURS else level
        frame, level = frame.f_back, level + 1
    return None
